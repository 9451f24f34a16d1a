#include "routes.h"

#include <string.h>

#include "../store/autoptr.h"
#include "progress.h"

/*
 * One page of where the work stands, for those who do it: inside the study, so nothing is hidden but
 * what a base under the threshold bears. What is counted is what coders decided together, and until
 * there is such a thing, one's own; persons, as in every table.
 */

typedef enum heard_as {
    HEARD_ANY,
    HEARD_PLUS,
    HEARD_MINUS,
    HEARD_NEUTRAL,
    HEARD_COUNT
} heard_as;

typedef struct themes_heard {
    const lyh_study *study;
    size_t persons;
    GByteArray *flags; /* codes × HEARD_COUNT × persons: has the person said any? */
} themes_heard;

static guint8 *flag(const themes_heard *heard, size_t code, heard_as which, size_t person)
{
    return &heard->flags->data[(code * HEARD_COUNT + which) * heard->persons + person];
}

static heard_as heard_by(lyh_polarity polarity)
{
    return polarity == LYH_PLUS    ? HEARD_PLUS
           : polarity == LYH_MINUS ? HEARD_MINUS
                                   : HEARD_NEUTRAL;
}

static bool counts(const lyh_stored_coding *coding)
{
    return coding->status != LYH_REJECTED &&
           (coding->state == LYH_STATED || coding->state == LYH_NEGATED);
}

static void hear(const themes_heard *heard, const lyh_stored_coding *coding)
{
    const lyh_codebook *codebook = lyh_study_codebook(heard->study);
    size_t code = lyh_codebook_find(codebook, coding->code);
    size_t person =
        lyh_respondents_find(lyh_study_respondents(heard->study), coding->place.respondent);
    if (code == LYH_NONE || person >= heard->persons || !counts(coding))
        return;
    *flag(heard, code, HEARD_ANY, person) = 1;
    *flag(heard, code, heard_by(coding->polarity), person) = 1;
}

/* A coding is its code's and every code's above it. */
static void hear_above(const themes_heard *heard)
{
    const lyh_codebook *codebook = lyh_study_codebook(heard->study);
    size_t codes = lyh_codebook_count(codebook);
    size_t size = HEARD_COUNT * heard->persons;
    g_autofree guint8 *own = g_memdup2(heard->flags->data, heard->flags->len);
    for (size_t code = 0; code < codes; code++)
        for (size_t above = 0; above < codes; above++) {
            if (above == code || !lyh_codebook_is_within(codebook, code, above))
                continue;
            for (size_t i = 0; i < size; i++)
                heard->flags->data[above * size + i] |= own[code * size + i];
        }
}

static json_t *number_of(const themes_heard *heard, size_t code, heard_as which)
{
    json_int_t count = 0;
    for (size_t i = 0; i < heard->persons; i++)
        count += *flag(heard, code, which, i);
    return heard->persons < lyh_study_threshold(heard->study) ? json_null()
                                                              : json_integer(count);
}

static json_t *theme_of(const themes_heard *heard, size_t index)
{
    const lyh_code *code = lyh_codebook_code(lyh_study_codebook(heard->study), index);
    return json_pack(
        "{s:s, s:s, s:i, s:I, s:o, s:o, s:o, s:o}", "code", code->name, "label",
        code->label, "depth", (int)code->depth, "base", (json_int_t)heard->persons,
        "persons", number_of(heard, index, HEARD_ANY), "plus",
        number_of(heard, index, HEARD_PLUS), "minus", number_of(heard, index, HEARD_MINUS),
        "neutral", number_of(heard, index, HEARD_NEUTRAL));
}

/* What one coder has coded, or what was decided together: lent by what is known. */
typedef struct coder_codings {
    const char *coder;
    GPtrArray *list; /* const lyh_stored_coding * */
} coder_codings;

static void take_coding(void *user, const lyh_stored_coding *coding)
{
    coder_codings *taken = user;
    if (strcmp(coding->coder, taken->coder) == 0)
        g_ptr_array_add(taken->list, (gpointer)(uintptr_t)coding);
}

static GPtrArray *codings_of(const workbench *bench, const char *coder)
{
    coder_codings taken = { coder, g_ptr_array_new() };
    known_visit(bench->known, NULL, take_coding, &taken);
    return taken.list;
}

static json_t *themes_of(const workbench *bench, const GPtrArray *codings)
{
    const lyh_codebook *codebook = lyh_study_codebook(bench->study);
    json_t *themes = json_array();
    themes_heard heard = { .study = bench->study,
                           .persons =
                               lyh_respondents_count(lyh_study_respondents(bench->study)),
                           .flags = g_byte_array_new() };
    size_t codes = codebook ? lyh_codebook_count(codebook) : 0;
    g_byte_array_set_size(heard.flags, (guint)(codes * HEARD_COUNT * heard.persons));
    if (heard.flags->len > 0)
        memset(heard.flags->data, 0, heard.flags->len);
    for (guint i = 0; codes > 0 && i < codings->len; i++)
        hear(&heard, codings->pdata[i]);
    if (codes > 0)
        hear_above(&heard);
    for (size_t i = 0; i < codes; i++)
        json_array_append_new(themes, theme_of(&heard, i));
    g_byte_array_unref(heard.flags);
    return themes;
}

static const char *label_of(const workbench *bench, const char *name)
{
    const lyh_codebook *codebook = lyh_study_codebook(bench->study);
    size_t code = codebook ? lyh_codebook_find(codebook, name) : LYH_NONE;
    return code == LYH_NONE ? name : lyh_codebook_code(codebook, code)->label;
}

static json_t *marked(const workbench *bench, const GPtrArray *codings, lyh_mark mark)
{
    json_t *list = json_array();
    for (guint i = 0; i < codings->len; i++) {
        const lyh_stored_coding *each = codings->pdata[i];
        if (each->mark != mark || each->status == LYH_REJECTED)
            continue;
        json_t *json = route_coding(each);
        json_object_set_new(json, "label", json_string(label_of(bench, each->code)));
        json_object_set_new(json, "document", json_string(each->place.document));
        json_array_append_new(list, json);
    }
    return list;
}

route_reply show_summary(workbench *bench, const route_call *call)
{
    (void)call;
    if (!bench->coder)
        return route_refuse_nobody(bench);
    lyh_error error = { 0 };
    if (!known_refresh(bench->known, &error))
        return route_refuse_journal(bench, &error);
    g_autoptr(GPtrArray) mine = codings_of(bench, bench->coder);
    g_autoptr(GPtrArray) together = codings_of(bench, LYH_TOGETHER);
    const GPtrArray *set = together->len > 0 ? together : mine;

    const lyh_respondents *people = lyh_study_respondents(bench->study);
    json_t *json =
        json_pack("{s:s, s:I, s:I, s:I, s:s, s:o, s:o, s:o}", "title",
                  lyh_study_setting(bench->study, "title"), "persons",
                  (json_int_t)lyh_respondents_count(people), "interviews",
                  (json_int_t)lyh_study_file_count(bench->study), "done",
                  (json_int_t)progress_done(bench), "set",
                  set == together ? LYH_TOGETHER : bench->coder, "themes",
                  themes_of(bench, set), "quotes", marked(bench, mine, LYH_MARK_QUOTE),
                  "proposals", marked(bench, mine, LYH_MARK_PROPOSAL));
    json_object_set_new(json, "next", progress_next(bench));
    return route_fine(json);
}
