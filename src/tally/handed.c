#include <lyhord/tally/handed.h>

#include <string.h>

#include "tally_private.h"

/* ---- from a tally ---- */

static void put_number(lyh_output *output, size_t number)
{
    lyh_output_write(output, &number, sizeof number);
}

/* By respondent: has anything been counted of them? */
static bool *counted_of(const lyh_tally *tally, size_t count)
{
    bool *is_counted = g_new0(bool, count + 1);
    for (guint i = 0; i < tally->persons->len; i++)
        is_counted[i] = g_array_index(tally->persons, tally_person, i).words > 0;
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++) {
        tally_counter counter;
        for (size_t at = 0; tally_counters_next(tally->counters, code, &at, &counter);)
            is_counted[MIN(counter.respondent, count)] = true;
    }
    return is_counted;
}

static void put_respondents(const lyh_tally *tally, const lyh_tally_met *met,
                            lyh_output *output)
{
    size_t count = lyh_respondents_count(tally->respondents);
    g_autofree bool *is_counted = counted_of(tally, count);
    for (size_t i = met->known; i < count; i++) {
        const char *id = lyh_respondents_id(tally->respondents, i);
        if (i < met->before && !is_counted[i])
            continue;
        put_number(output, i);
        put_number(output, met->rows[i]);
        put_number(output, strlen(id) + 1);
        lyh_output_write(output, id, strlen(id) + 1);
    }
    put_number(output, LYH_NONE);
}

static void put_persons(const lyh_tally *tally, lyh_output *output)
{
    put_number(output, tally->nobodys_words);
    for (guint i = 0; i < tally->persons->len; i++) {
        const tally_person *person = &g_array_index(tally->persons, tally_person, i);
        if (person->words == 0)
            continue;
        put_number(output, i);
        lyh_output_write(output, person, sizeof *person);
    }
    put_number(output, LYH_NONE);
}

static void put_code(const lyh_tally *tally, size_t code, lyh_output *output)
{
    unsigned char packed[TALLY_PACKED_MOST];
    tally_counter counter;
    put_number(output, tally_counters_count(tally->counters, code));
    for (size_t at = 0; tally_counters_next(tally->counters, code, &at, &counter);) {
        put_number(output, counter.respondent);
        lyh_output_write(output, packed, tally_counter_pack(&counter, packed));
    }
}

void lyh_tally_hand_over(const lyh_tally *tally, const lyh_tally_met *met,
                         lyh_output *output)
{
    put_respondents(tally, met, output);
    put_persons(tally, output);
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++)
        put_code(tally, code, output);
}

/* ---- to a tally ---- */

typedef struct taking_over {
    lyh_tally *tally;
    const char *at, *end;
    size_t known;
    GArray *respondents; /* size_t: of who is behind the known, their respondent here */
    bool is_cut;         /* it ended before it should */
} taking_over;

/* NULL: there are no so many bytes. */
static const char *take(taking_over *from, size_t size)
{
    const char *at = from->at;
    from->is_cut |= (size_t)(from->end - at) < size;
    if (from->is_cut)
        return NULL;
    from->at += size;
    return at;
}

static size_t take_number(taking_over *from)
{
    size_t number = 0;
    const char *at = take(from, sizeof number);
    if (at)
        memcpy(&number, at, sizeof number);
    return number;
}

static void set_respondent(taking_over *from, size_t there, size_t here)
{
    const size_t nobody = LYH_NONE;
    from->is_cut |= there < from->known || there - from->known > G_MAXUINT / 2;
    while (!from->is_cut && from->respondents->len <= there - from->known)
        g_array_append_val(from->respondents, nobody);
    if (!from->is_cut)
        g_array_index(from->respondents, size_t, there - from->known) = here;
}

static void take_respondents(taking_over *from,
                             size_t (*respondent_of)(void *user, const char *id,
                                                     size_t row),
                             void *user)
{
    for (size_t there; !from->is_cut && (there = take_number(from)) != LYH_NONE;) {
        size_t row = take_number(from);
        const char *id = take(from, take_number(from));
        if (id)
            set_respondent(from, there, respondent_of(user, id, row));
    }
}

static size_t respondent_here(taking_over *from, size_t there)
{
    if (there == LYH_NONE || there < from->known)
        return there;
    from->is_cut |= there - from->known >= from->respondents->len;
    return from->is_cut ? LYH_NONE
                        : g_array_index(from->respondents, size_t, there - from->known);
}

static void take_persons(taking_over *from)
{
    tally_add_words(from->tally, LYH_NONE, &(tally_person){ .words = take_number(from) });
    for (size_t there; !from->is_cut && (there = take_number(from)) != LYH_NONE;) {
        tally_person person = { 0 };
        size_t respondent = respondent_here(from, there);
        const char *at = take(from, sizeof person);
        if (!at)
            return;
        memcpy(&person, at, sizeof person);
        tally_add_words(from->tally, respondent, &person);
    }
}

static void take_code(taking_over *from, size_t code)
{
    size_t count = take_number(from);
    for (size_t i = 0; i < count && !from->is_cut; i++) {
        tally_counter counter = { 0 };
        size_t respondent = respondent_here(from, take_number(from));
        const unsigned char *packed = (const unsigned char *)take(from, 1);
        if (!packed || !take(from, *packed - 1u))
            return;
        tally_counter_unpack(packed, &counter);
        tally_add_counter(from->tally, code, respondent, &counter);
    }
}

bool lyh_tally_take_over(lyh_tally *tally, size_t known, const char *bytes, size_t size,
                         size_t (*respondent_of)(void *user, const char *id, size_t row),
                         void *user)
{
    g_autoptr(GArray) respondents = g_array_new(FALSE, FALSE, sizeof(size_t));
    taking_over from = { tally, bytes, bytes + size, known, respondents, false };
    take_respondents(&from, respondent_of, user);
    take_persons(&from);
    for (size_t code = 0; code < lyh_codebook_count(tally->codebook); code++)
        take_code(&from, code);
    return !from.is_cut;
}
