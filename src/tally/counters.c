#include "counters.h"

#include <string.h>

/* Counters that are written to, a power of two; a person's codings come together, and there are few cells. */
#define AT_HAND ((size_t)256)

/* A counter of a code while another is at hand. */
typedef struct kept_counter {
    guint32 respondent; /* LYH_NONE cut to its lowest bits */
    guint32 place;      /* in the bytes; NONE_YET: it has never been put away */
} kept_counter;

#define NONE_YET G_MAXUINT32

typedef struct code_counters {
    GArray *kept;              /* kept_counter, in the order in which they were met */
    GHashTable *of_respondent; /* respondent -> index in them */
    GByteArray *bytes;
} code_counters;

struct tally_counters {
    tally_counter *at_hand;  /* AT_HAND of them; a code of LYH_NONE: none */
    code_counters **of_code; /* NULL: nothing was said */
    size_t code_count;
};

static void free_code(code_counters *code)
{
    g_array_unref(code->kept);
    g_hash_table_unref(code->of_respondent);
    g_byte_array_unref(code->bytes);
    g_free(code);
}

tally_counters *tally_counters_new(size_t code_count)
{
    tally_counters *counters = g_new0(tally_counters, 1);
    counters->of_code = g_new0(code_counters *, code_count);
    counters->code_count = code_count;
    counters->at_hand = g_new(tally_counter, AT_HAND);
    for (size_t i = 0; i < AT_HAND; i++)
        counters->at_hand[i].code = LYH_NONE;
    return counters;
}

void tally_counters_free(tally_counters *counters)
{
    if (!counters)
        return;
    for (size_t i = 0; i < counters->code_count; i++)
        g_clear_pointer(&counters->of_code[i], free_code);
    g_free(counters->of_code);
    g_free(counters->at_hand);
    g_free(counters);
}

/* ---- packed ---- */

/*
 * The size of the room, which measures there are (a bit each), and four numbers of each of those. A number is
 * seven bits a byte, the lowest first; the highest bit says that there are more (LEB128).
 */
static guint8 *put_number(guint8 *at, size_t number)
{
    for (; number >= 128; number >>= 7)
        *at++ = (guint8)(number | 128);
    *at++ = (guint8)number;
    return at;
}

static size_t take_number(const guint8 **at)
{
    size_t number = 0;
    for (unsigned shift = 0;; shift += 7) {
        guint8 byte = *(*at)++;
        number |= (size_t)(byte & 127) << shift;
        if (byte < 128)
            return number;
    }
}

static bool has_measure(const tally_counter *counter, lyh_measure measure)
{
    return (counter->persons[measure] | counter->hits[measure] |
            counter->statements[measure] | counter->words[measure]) != 0;
}

size_t tally_counter_pack(const tally_counter *counter, unsigned char *bytes)
{
    guint8 *at = bytes + 2;
    bytes[1] = 0;
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        if (!has_measure(counter, measure))
            continue;
        bytes[1] |= (guint8)(1u << measure);
        at = put_number(at, counter->persons[measure]);
        at = put_number(at, counter->hits[measure]);
        at = put_number(at, counter->statements[measure]);
        at = put_number(at, counter->words[measure]);
    }
    return bytes[0] = (guint8)(at - bytes);
}

void tally_counter_unpack(const unsigned char *bytes, tally_counter *counter)
{
    const guint8 *at = bytes + 2;
    for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++) {
        if (!(bytes[1] >> measure & 1))
            continue;
        counter->persons[measure] = take_number(&at);
        counter->hits[measure] = take_number(&at);
        counter->statements[measure] = take_number(&at);
        counter->words[measure] = take_number(&at);
    }
}

/* ---- at hand, or kept ---- */

static tally_counter *hand_of(const tally_counters *counters, size_t code,
                              size_t respondent)
{
    guint64 key = (guint64)code * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15) + respondent;
    return &counters->at_hand[key & (AT_HAND - 1)];
}

static bool is_of(const tally_counter *counter, size_t code, size_t respondent)
{
    return counter->code == code && counter->respondent == respondent;
}

static kept_counter *kept_of(const code_counters *code, size_t respondent)
{
    gpointer index, key = GUINT_TO_POINTER((guint32)respondent);
    return code && g_hash_table_lookup_extended(code->of_respondent, key, NULL, &index)
               ? &g_array_index(code->kept, kept_counter, GPOINTER_TO_UINT(index))
               : NULL;
}

static void open_kept(const code_counters *code, const kept_counter *kept,
                      tally_counter *counter)
{
    if (kept->place != NONE_YET)
        tally_counter_unpack(code->bytes->data + kept->place, counter);
}

/* Where it was, or behind all when it has grown: a few times in its life. */
static void put_away(tally_counters *counters, const tally_counter *counter)
{
    guint8 packed[TALLY_PACKED_MOST];
    if (counter->code == LYH_NONE)
        return;
    code_counters *code = counters->of_code[counter->code];
    kept_counter *kept = kept_of(code, counter->respondent);
    size_t size = tally_counter_pack(counter, packed);
    if (kept->place == NONE_YET || code->bytes->data[kept->place] < size) {
        kept->place = code->bytes->len;
        g_byte_array_append(code->bytes, packed, (guint)size);
        return;
    }
    memcpy(code->bytes->data + kept->place + 1, packed + 1, size - 1);
}

static code_counters *code_at(tally_counters *counters, size_t index)
{
    code_counters **code = &counters->of_code[index];
    if (!*code) {
        *code = g_new0(code_counters, 1);
        (*code)->kept = g_array_new(FALSE, FALSE, sizeof(kept_counter));
        (*code)->of_respondent = g_hash_table_new(NULL, NULL);
        (*code)->bytes = g_byte_array_new();
    }
    return *code;
}

static void meet(code_counters *code, size_t respondent)
{
    const kept_counter kept = { (guint32)respondent, NONE_YET };
    g_assert(respondent == LYH_NONE || respondent < G_MAXUINT32);
    g_hash_table_insert(code->of_respondent, GUINT_TO_POINTER(kept.respondent),
                        GUINT_TO_POINTER(code->kept->len));
    g_array_append_val(code->kept, kept);
}

/* Each person's codings come together: this is seldom, and so apart from what each of them asks. */
static G_NO_INLINE void take_in_hand(tally_counters *counters, tally_counter *counter,
                                     size_t code, size_t respondent)
{
    put_away(counters, counter);
    *counter = (tally_counter){ .code = code, .respondent = respondent };
    code_counters *own = code_at(counters, code);
    const kept_counter *kept = kept_of(own, respondent);
    if (kept)
        open_kept(own, kept, counter);
    else
        meet(own, respondent);
}

tally_counter *tally_counters_take(tally_counters *counters, size_t code, size_t respondent)
{
    tally_counter *counter = hand_of(counters, code, respondent);
    if (!is_of(counter, code, respondent))
        take_in_hand(counters, counter, code, respondent);
    return counter;
}

static void copy(const tally_counters *counters, size_t code, const kept_counter *kept,
                 tally_counter *counter)
{
    size_t respondent = kept->respondent == (guint32)LYH_NONE ? LYH_NONE : kept->respondent;
    const tally_counter *at_hand = hand_of(counters, code, respondent);
    *counter = (tally_counter){ .code = code, .respondent = respondent };
    if (is_of(at_hand, code, respondent))
        *counter = *at_hand;
    else
        open_kept(counters->of_code[code], kept, counter);
}

bool tally_counters_find(const tally_counters *counters, size_t code, size_t respondent,
                         tally_counter *counter)
{
    g_assert(code < counters->code_count);
    const kept_counter *kept = kept_of(counters->of_code[code], respondent);
    if (kept)
        copy(counters, code, kept, counter);
    return kept != NULL;
}

size_t tally_counters_count(const tally_counters *counters, size_t code)
{
    g_assert(code < counters->code_count);
    const code_counters *all = counters->of_code[code];
    return all ? all->kept->len : 0;
}

bool tally_counters_next(const tally_counters *counters, size_t code, size_t *at,
                         tally_counter *counter)
{
    if (*at >= tally_counters_count(counters, code))
        return false;
    copy(counters, code,
         &g_array_index(counters->of_code[code]->kept, kept_counter, (*at)++), counter);
    return true;
}
