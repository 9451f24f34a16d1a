#include "partial_said.h"

#include <string.h>

/* Slots are powers of two, at most three in four taken. */
#define FIRST_SLOTS ((size_t)1 << 10)

static guint64 mixed(guint64 value)
{
    value ^= value >> 32;
    value *= G_GUINT64_CONSTANT(0xd6e8feb86659fd93);
    value ^= value >> 32;
    return value;
}

/* ---- ids ---- */

/* The cell's bits of a person; the one above says that they have spoken. */
#define SPOKEN ((guint32)1 << 31)

struct partial_ids {
    guint32 *slots; /* person + 1; 0: empty */
    size_t slot_count, named;
    GString *texts; /* the ids, one after the other */
    GArray *ends;   /* guint64: where each ends in the texts */
    GArray *cells;  /* guint32: cell, and SPOKEN */
};

partial_ids *partial_ids_new(void)
{
    partial_ids *ids = g_new0(partial_ids, 1);
    ids->slot_count = FIRST_SLOTS;
    ids->slots = g_new0(guint32, ids->slot_count);
    ids->texts = g_string_new(NULL);
    ids->ends = g_array_new(FALSE, FALSE, sizeof(guint64));
    ids->cells = g_array_new(FALSE, FALSE, sizeof(guint32));
    return ids;
}

void partial_ids_free(partial_ids *ids)
{
    if (!ids)
        return;
    g_free(ids->slots);
    g_string_free(ids->texts, TRUE);
    g_array_unref(ids->ends);
    g_array_unref(ids->cells);
    g_free(ids);
}

/* FNV-1a (Fowler, Noll and Vo), then mixed: ids that people number differ in their last signs only. */
static guint64 hash_of(const char *id, size_t size)
{
    guint64 hash = G_GUINT64_CONSTANT(0xcbf29ce484222325);
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)id[i]) * G_GUINT64_CONSTANT(0x100000001b3);
    return mixed(hash);
}

static const char *text_of(const partial_ids *ids, size_t person, size_t *size)
{
    guint64 start = person > 0 ? g_array_index(ids->ends, guint64, person - 1) : 0;
    *size = (size_t)(g_array_index(ids->ends, guint64, person) - start);
    return ids->texts->str + start;
}

/* The slot of @id, or the empty one that waits for it. */
static guint32 *slot_of(const partial_ids *ids, const char *id, size_t size)
{
    for (size_t i = (size_t)hash_of(id, size);; i++) {
        guint32 *slot = &ids->slots[i & (ids->slot_count - 1)];
        size_t known_size;
        if (*slot == 0)
            return slot;
        const char *known = text_of(ids, *slot - 1, &known_size);
        if (known_size == size && memcmp(known, id, size) == 0)
            return slot;
    }
}

static void grow_ids(partial_ids *ids)
{
    guint32 *old = ids->slots;
    size_t count = ids->slot_count;
    ids->slot_count *= 2;
    ids->slots = g_new0(guint32, ids->slot_count);
    for (size_t i = 0; i < count; i++) {
        size_t size;
        const char *id = old[i] > 0 ? text_of(ids, old[i] - 1, &size) : NULL;
        if (id)
            *slot_of(ids, id, size) = old[i];
    }
    g_free(old);
}

static size_t add_person(partial_ids *ids, const char *id, size_t size, size_t cell)
{
    g_assert(ids->cells->len < G_MAXUINT32 - 1 && cell < SPOKEN);
    g_string_append_len(ids->texts, id ? id : "", (gssize)size);
    guint64 end = ids->texts->len;
    guint32 known = (guint32)cell;
    g_array_append_val(ids->ends, end);
    g_array_append_val(ids->cells, known);
    return ids->cells->len - 1;
}

size_t partial_ids_take(partial_ids *ids, const char *id, size_t size, size_t cell)
{
    if (!id)
        return add_person(ids, NULL, 0, cell);
    guint32 *slot = slot_of(ids, id, size);
    if (*slot > 0)
        return *slot - 1;
    size_t person = add_person(ids, id, size, cell);
    *slot = (guint32)person + 1;
    if (++ids->named * 4 > ids->slot_count * 3)
        grow_ids(ids);
    return person;
}

size_t partial_ids_count(const partial_ids *ids)
{
    return ids->cells->len;
}

size_t partial_ids_cell(const partial_ids *ids, size_t person)
{
    return g_array_index(ids->cells, guint32, person) & ~SPOKEN;
}

void partial_ids_set_spoken(partial_ids *ids, size_t person)
{
    g_array_index(ids->cells, guint32, person) |= SPOKEN;
}

bool partial_ids_has_spoken(const partial_ids *ids, size_t person)
{
    return g_array_index(ids->cells, guint32, person) & SPOKEN;
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
};

partial_said *partial_said_new(void)
{
    partial_said *said = g_new0(partial_said, 1);
    said->slot_count = FIRST_SLOTS;
    said->slots = g_new0(guint64, said->slot_count);
    return said;
}

void partial_said_free(partial_said *said)
{
    if (!said)
        return;
    g_free(said->slots);
    g_free(said);
}

/* The slot of whom and what @saying is about, or the empty one that waits for it. */
static guint64 *slot_for(const partial_said *said, guint64 saying)
{
    for (size_t i = (size_t)mixed(saying >> MEASURE_BITS);; i++) {
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
    said->slots = g_new0(guint64, said->slot_count);
    for (size_t i = 0; i < count; i++)
        if (old[i] > 0)
            *slot_for(said, old[i]) = old[i];
    g_free(old);
}

void partial_said_add(partial_said *said, size_t person, size_t code, unsigned measures)
{
    g_assert(code <= CODES && measures <= MEASURES);
    guint64 saying = ((guint64)person + 1) << (CODE_BITS + MEASURE_BITS) |
                     (guint64)code << MEASURE_BITS | measures;
    guint64 *slot = slot_for(said, saying);
    said->used += *slot == 0;
    *slot |= saying;
    if (said->used * 4 > said->slot_count * 3)
        grow_said(said);
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
