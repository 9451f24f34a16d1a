#include "partial_said.h"

#include <string.h>

#include <lyhord/base/wide.h>

/* Slots are powers of two, at most three in four taken. */
#define FIRST_SLOTS ((size_t)1 << 10)
/* Places of memory that are fetched while others are worked on. */
#define AHEAD 16

static guint64 mixed(guint64 value)
{
    value ^= value >> 32;
    value *= G_GUINT64_CONSTANT(0xd6e8feb86659fd93);
    value ^= value >> 32;
    return value;
}

/* ---- ids ---- */

/*
 * A person is a record of words of eight bytes, and their number is that of its first: the cell (and
 * SPOKEN above its bits) and the size of the id, then the id. All that is asked of a person so lies
 * in one place: of millions, most of what looking one up takes is waiting for memory.
 */
#define WORD sizeof(guint64)
#define SPOKEN ((guint32)1 << 31)
#define PERSONS_MOST G_MAXUINT32

typedef struct id_slot {
    guint32 tag; /* of the id's hash: where it is looked for, and whether it may be meant */
    guint32 person; /* + 1; 0: empty */
} id_slot;

struct partial_ids {
    id_slot *slots;
    size_t slot_count, named;
    GArray *records;         /* guint64 */
    guint32 expected[AHEAD]; /* tags: their slots are on their way */
    size_t expected_count;
};

typedef struct person_head {
    guint32 cell, size;
} person_head;

partial_ids *partial_ids_new(void)
{
    partial_ids *ids = g_new0(partial_ids, 1);
    ids->slot_count = FIRST_SLOTS;
    ids->slots = lyh_wide_new(ids->slot_count, sizeof(id_slot));
    ids->records = g_array_new(FALSE, FALSE, WORD);
    return ids;
}

void partial_ids_free(partial_ids *ids)
{
    if (!ids)
        return;
    lyh_wide_free(ids->slots);
    g_array_unref(ids->records);
    g_free(ids);
}

/* FNV-1a (Fowler, Noll and Vo), then mixed: ids that people number differ in their last signs only. */
static guint32 tag_of(const char *id, size_t size)
{
    guint64 hash = G_GUINT64_CONSTANT(0xcbf29ce484222325);
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)id[i]) * G_GUINT64_CONSTANT(0x100000001b3);
    return (guint32)mixed(hash);
}

static person_head *head_of(const partial_ids *ids, size_t person)
{
    return (person_head *)(void *)&g_array_index(ids->records, guint64, person);
}

static const char *text_of(const partial_ids *ids, size_t person)
{
    return (const char *)&g_array_index(ids->records, guint64, person + 1);
}

static id_slot *first_slot(const partial_ids *ids, guint32 tag)
{
    return &ids->slots[tag & (ids->slot_count - 1)];
}

/* The slot of @id, or the empty one that waits for it. */
static id_slot *slot_of(const partial_ids *ids, const char *id, size_t size, guint32 tag)
{
    for (size_t i = tag;; i++) {
        id_slot *slot = &ids->slots[i & (ids->slot_count - 1)];
        if (slot->person == 0)
            return slot;
        if (slot->tag == tag && head_of(ids, slot->person - 1)->size == size &&
            memcmp(text_of(ids, slot->person - 1), id, size) == 0)
            return slot;
    }
}

/* A tag says where its slot goes, so that nobody's record is looked at. */
static void grow_ids(partial_ids *ids)
{
    id_slot *old = ids->slots;
    size_t count = ids->slot_count;
    ids->slot_count *= 2;
    ids->slots = lyh_wide_new(ids->slot_count, sizeof(id_slot));
    for (size_t i = 0; i < count; i++) {
        size_t place = old[i].tag;
        if (old[i].person == 0)
            continue;
        while (ids->slots[place & (ids->slot_count - 1)].person > 0)
            place++;
        ids->slots[place & (ids->slot_count - 1)] = old[i];
    }
    lyh_wide_free(old);
}

static size_t add_person(partial_ids *ids, const char *id, size_t size, size_t cell)
{
    size_t person = ids->records->len, words = 1 + (size + WORD - 1) / WORD;
    g_assert(person + words < PERSONS_MOST && cell < SPOKEN);
    g_array_set_size(ids->records, (guint)(person + words));
    *head_of(ids, person) = (person_head){ (guint32)cell, (guint32)size };
    if (size > 0)
        memcpy(&g_array_index(ids->records, guint64, person + 1), id, size);
    return person;
}

void partial_ids_expect(partial_ids *ids, const char *id, size_t size)
{
    size_t at = ids->expected_count++ % AHEAD;
    if (ids->expected_count > AHEAD) {
        const id_slot *slot = first_slot(ids, ids->expected[at]);
        if (slot->person > 0)
            __builtin_prefetch(head_of(ids, slot->person - 1));
    }
    ids->expected[at] = tag_of(id, size);
    __builtin_prefetch(first_slot(ids, ids->expected[at]));
}

size_t partial_ids_take(partial_ids *ids, const char *id, size_t size, size_t cell)
{
    if (!id)
        return add_person(ids, NULL, 0, cell);
    guint32 tag = tag_of(id, size);
    id_slot *slot = slot_of(ids, id, size, tag);
    if (slot->person > 0)
        return slot->person - 1;
    size_t person = add_person(ids, id, size, cell);
    *slot = (id_slot){ tag, (guint32)person + 1 };
    if (++ids->named * 4 > ids->slot_count * 3)
        grow_ids(ids);
    return person;
}

size_t partial_ids_cell(const partial_ids *ids, size_t person)
{
    return head_of(ids, person)->cell & ~SPOKEN;
}

bool partial_ids_speak(partial_ids *ids, size_t person)
{
    guint32 *cell = &head_of(ids, person)->cell;
    bool is_first = !(*cell & SPOKEN);
    *cell |= SPOKEN;
    return is_first;
}

bool partial_ids_has_spoken(const partial_ids *ids, size_t person)
{
    return head_of(ids, person)->cell & SPOKEN;
}

/* ---- what they said ---- */

/* A slot: person + 1 in 33 bits, code in 26, measures in 5. */
#define MEASURE_BITS 5
#define CODE_BITS 26
#define MEASURES (((guint64)1 << MEASURE_BITS) - 1)
#define CODES (((guint64)1 << CODE_BITS) - 1)

G_STATIC_ASSERT(LYH_MEASURE_COUNT <= MEASURE_BITS);

struct partial_said {
    guint64 *slots; /* 0: empty */
    size_t slot_count, used;
    guint64 waiting[AHEAD]; /* sayings whose slots are on their way; 0: none */
    size_t next;            /* of them */
};

partial_said *partial_said_new(void)
{
    partial_said *said = g_new0(partial_said, 1);
    said->slot_count = FIRST_SLOTS;
    said->slots = lyh_wide_new(said->slot_count, sizeof(guint64));
    return said;
}

void partial_said_free(partial_said *said)
{
    if (!said)
        return;
    lyh_wide_free(said->slots);
    g_free(said);
}

static size_t place_of(guint64 saying)
{
    return (size_t)mixed(saying >> MEASURE_BITS);
}

/* The slot of whom and what @saying is about, or the empty one that waits for it. */
static guint64 *slot_for(const partial_said *said, guint64 saying)
{
    for (size_t i = place_of(saying);; i++) {
        guint64 *slot = &said->slots[i & (said->slot_count - 1)];
        if (*slot == 0 || *slot >> MEASURE_BITS == saying >> MEASURE_BITS)
            return slot;
    }
}

static void grow_said(partial_said *said)
{
    guint64 *old = said->slots;
    size_t count = said->slot_count;
    said->slot_count *= 2;
    said->slots = lyh_wide_new(said->slot_count, sizeof(guint64));
    for (size_t i = 0; i < count; i++)
        if (old[i] > 0)
            *slot_for(said, old[i]) = old[i];
    lyh_wide_free(old);
}

/* Put in what has waited longest; it is none any longer. */
static void put_next(partial_said *said)
{
    guint64 saying = said->waiting[said->next];
    said->waiting[said->next] = 0;
    if (saying == 0)
        return;
    guint64 *slot = slot_for(said, saying);
    said->used += *slot == 0;
    *slot |= saying;
    if (said->used * 4 > said->slot_count * 3)
        grow_said(said);
}

void partial_said_add(partial_said *said, size_t person, size_t code, unsigned measures)
{
    g_assert(code <= CODES && measures <= MEASURES && person <= PERSONS_MOST);
    guint64 saying = ((guint64)person + 1) << (CODE_BITS + MEASURE_BITS) |
                     (guint64)code << MEASURE_BITS | measures;
    put_next(said);
    said->waiting[said->next] = saying;
    said->next = (said->next + 1) % AHEAD;
    __builtin_prefetch(&said->slots[place_of(saying) & (said->slot_count - 1)]);
}

void partial_said_end(partial_said *said)
{
    for (size_t i = 0; i < AHEAD; i++, said->next = (said->next + 1) % AHEAD)
        put_next(said);
}

bool partial_said_next(const partial_said *said, size_t *at, partial_saying *saying)
{
    while (*at < said->slot_count && said->slots[*at] == 0)
        ++*at;
    if (*at >= said->slot_count)
        return false;
    guint64 slot = said->slots[(*at)++];
    saying->person = (size_t)(slot >> (CODE_BITS + MEASURE_BITS)) - 1;
    saying->code = (size_t)(slot >> MEASURE_BITS & CODES);
    saying->measures = (unsigned)(slot & MEASURES);
    return true;
}
