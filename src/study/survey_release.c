/* The tables of a survey that are out, promised and asked for, as one release. */
#include <lyhord/study/survey_release.h>

#include <stdlib.h>
#include <string.h>

#include "cells.h"
#include "ledger.h"
#include "study_private.h"
#include "survey.h"

#define EVERYONE "all"
#define IS " = "

/* A background with what it lends from. */
typedef struct known_background {
    lyh_background background;
    char *name;
    const char **values;
    GPtrArray *order; /* char *, lent, NULL-ended */
    char **declared;  /* [order] */
} known_background;

typedef struct asked_split {
    const known_background *first, *second;
    size_t time;
    char *name;
} asked_split;

struct lyh_survey_release {
    const lyh_study *study;
    GPtrArray *known; /* known_background */
    GArray *splits;   /* asked_split: what is out, what is promised, what is asked */
    size_t first;     /* of those asked */
    lyh_survey_plan *plan;
};

static void free_known(void *data)
{
    known_background *known = data;
    g_free(known->name);
    free(known->values);
    g_ptr_array_unref(known->order);
    g_strfreev(known->declared);
    g_free(known);
}

static void clear_split(void *data)
{
    g_free(((asked_split *)data)->name);
}

void lyh_survey_release_free(lyh_survey_release *release)
{
    if (!release)
        return;
    lyh_survey_plan_free(release->plan);
    g_array_unref(release->splits);
    g_ptr_array_unref(release->known);
    g_free(release);
}

/* ---- backgrounds ---- */

static bool is_known_of_anyone(const lyh_survey *survey, const char **values)
{
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        if (*values[i])
            return true;
    return false;
}

static char **declared_order(const lyh_study *study, const char *name)
{
    g_auto(GStrv) keys =
        study->settings ? settings_keys(study->settings, "order") : g_new0(char *, 1);
    g_autofree char *wanted = g_utf8_casefold(name, -1);
    for (char **key = keys; *key; key++) {
        g_autofree char *folded = g_utf8_casefold(*key, -1);
        if (strcmp(folded, wanted) != 0)
            continue;
        char **values = g_strsplit(settings_value(study->settings, "order", *key), "|", -1);
        for (char **value = values; *value; value++)
            g_strstrip(*value);
        return values;
    }
    return NULL;
}

static void take_value(GPtrArray *order, const char *value)
{
    if (*value && !g_ptr_array_find_with_equal_func(order, value, g_str_equal, NULL))
        g_ptr_array_add(order, (char *)value);
}

static bool has_all(const char *const *order, const lyh_survey *survey, const char **values)
{
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        if (*values[i] && !g_strv_contains(order, values[i]))
            return false;
    return true;
}

/* As [order] says, else as the question has its alternatives, else as respondents.csv or the survey has them first. */
static void find_order(const lyh_study *study, known_background *known)
{
    const lyh_survey *survey = lyh_study_survey(study);
    const lyh_questions *questions = lyh_study_questions(study);
    bool is_column = lyh_survey_find_attribute(survey, known->name) != LYH_NONE;
    size_t index = is_column ? LYH_NONE : lyh_questions_find(questions, known->name);
    size_t listed = lyh_respondents_find_attribute(study->respondents, known->name);
    const lyh_question *question =
        index == LYH_NONE ? NULL : lyh_questions_at(questions, index);
    known->declared = declared_order(study, known->name);
    for (char **value = known->declared; value && *value; value++)
        take_value(known->order, *value);
    for (size_t i = 0; question && i < question->alternative_count; i++)
        take_value(known->order, question->alternatives[i].text);
    for (size_t i = 0;
         !question && !is_column && i < lyh_respondents_count(study->respondents); i++)
        take_value(known->order, lyh_respondents_value(study->respondents, i, listed));
    for (size_t i = 0; i < lyh_survey_count(survey); i++)
        take_value(known->order, known->values[i]);
    g_ptr_array_add(known->order, NULL);
    known->background = (lyh_background){
        .name = known->name,
        .values = known->values,
        .order = (const char *const *)known->order->pdata,
        .is_ordered = known->declared ? has_all((const char *const *)known->declared,
                                                survey, known->values)
                                      : question && question->type == LYH_QUESTION_SCALE,
    };
}

/* NULL when the survey has no background of that name. */
static const known_background *background_of(lyh_survey_release *release, const char *name)
{
    g_autofree char *clean = g_strstrip(g_strdup(name));
    for (guint i = 0; i < release->known->len; i++) {
        const known_background *known = release->known->pdata[i];
        if (strcmp(known->name, clean) == 0)
            return known;
    }
    const char **values =
        *clean ? lyh_study_survey_background(release->study, clean) : NULL;
    if (!values || !is_known_of_anyone(lyh_study_survey(release->study), values)) {
        free(values);
        return NULL;
    }
    known_background *known = g_new0(known_background, 1);
    known->name = g_steal_pointer(&clean);
    known->values = values;
    known->order = g_ptr_array_new();
    find_order(release->study, known);
    g_ptr_array_add(release->known, known);
    return known;
}

/* ---- splits ---- */

/* False when the survey has no such background; a name may hold the signs of a pair. */
static bool add_split(lyh_survey_release *release, const char *text, const char *signs,
                      size_t time)
{
    asked_split split = { background_of(release, text), NULL, time, NULL };
    size_t at = strcspn(text, signs);
    if (!split.first && text[at]) {
        g_autofree char *first = g_strndup(text, at);
        split.first = background_of(release, first);
        split.second = split.first ? background_of(release, text + at + 1) : NULL;
        if (!split.second || split.first == split.second)
            return false;
    }
    if (!split.first)
        return false;
    split.name = split.second
                     ? g_strconcat(split.first->name, "+", split.second->name, NULL)
                     : g_strdup(split.first->name);
    g_array_append_val(release->splits, split);
    return true;
}

static void add_promised(lyh_survey_release *release, size_t time)
{
    g_auto(GStrv) names = g_strsplit(lyh_study_group_by(release->study), ",", -1);
    for (char **name = names; *name; name++)
        add_split(release, g_strstrip(*name), "+", time);
}

/* Times are those of the ledger's rows; what was of interviews leaves no split. */
static void add_earlier(lyh_survey_release *release)
{
    for (size_t i = 0; i < lyh_study_release_count(release->study); i++) {
        const lyh_decision *row = ledger_row(release->study, i);
        if (!ledger_is_of_survey(row))
            continue;
        g_auto(GStrv) names = ledger_parts(row->value + strlen(LEDGER_SURVEY), false);
        for (char **name = names; *name; name++)
            add_split(release, g_strstrip(*name), "+", i);
    }
}

static void say_unknown(const lyh_study *study, const char *by, lyh_diags *diags,
                        lyh_error *error)
{
    const lyh_survey *survey = lyh_study_survey(study);
    g_autoptr(GString) known = g_string_new(NULL);
    for (size_t i = 0; i < lyh_survey_attribute_count(survey); i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "",
                               lyh_survey_attribute(survey, i));
    lyh_diags_error(diags, "background-unknown", lyh_place_none(),
                    "'%s' is no background in the survey and no question with one "
                    "alternative; backgrounds are: %s",
                    by, known->len ? known->str : "-");
    lyh_error_set(error, LYH_ERROR_DATA, 0, "");
}

static void make_plan(lyh_survey_release *release, const lyh_catalog *catalog)
{
    g_autofree lyh_survey_split *splits =
        g_new0(lyh_survey_split, release->splits->len + 1);
    for (guint i = 0; i < release->splits->len; i++) {
        const asked_split *split = &g_array_index(release->splits, asked_split, i);
        splits[i] = (lyh_survey_split){ &split->first->background,
                                        split->second ? &split->second->background : NULL,
                                        split->time };
    }
    release->plan = lyh_survey_plan_new(
        lyh_study_survey(release->study), splits, release->splits->len,
        release->study->threshold,
        cells_are_accepted(release->study) ? cells_accepts_answers : NULL, release->study,
        catalog);
}

lyh_survey_release *lyh_survey_release_new(const lyh_study *study, const char *by,
                                           const lyh_catalog *catalog, lyh_diags *diags,
                                           lyh_error *error)
{
    g_autoptr(lyh_survey_release) release = g_new0(lyh_survey_release, 1);
    size_t now = lyh_study_release_count(study);
    release->study = study;
    release->known = g_ptr_array_new_with_free_func(free_known);
    release->splits = g_array_new(FALSE, FALSE, sizeof(asked_split));
    g_array_set_clear_func(release->splits, clear_split);
    add_earlier(release);
    if (by)
        add_promised(release, now);
    release->first = release->splits->len;
    if (!by)
        add_promised(release, now);
    else if (*by && !add_split(release, by, "+,", now)) {
        say_unknown(study, by, diags, error);
        return NULL;
    }
    make_plan(release, catalog);
    return g_steal_pointer(&release);
}

size_t lyh_survey_release_count(const lyh_survey_release *release)
{
    return release->splits->len - release->first;
}

size_t lyh_survey_release_first(const lyh_survey_release *release)
{
    return release->first;
}

const lyh_survey_plan *lyh_survey_release_plan(const lyh_survey_release *release)
{
    return release->plan;
}

const char *lyh_survey_release_name(const lyh_survey_release *release, size_t index)
{
    g_assert(index < lyh_survey_release_count(release));
    return g_array_index(release->splits, asked_split, release->first + index).name;
}

/* ---- persons ---- */

static void add_answer(const lyh_survey *survey, size_t person, size_t question,
                       GString *said)
{
    const lyh_question *asked = lyh_questions_at(lyh_survey_questions(survey), question);
    if (asked->type == LYH_QUESTION_TEXT)
        return;
    g_string_append_printf(said, "\n%s\t%d\t%" G_GINT64_FORMAT, asked->name,
                           lyh_survey_state(survey, person, question),
                           lyh_survey_number(survey, person, question));
    for (size_t i = 0; i < asked->alternative_count; i++)
        if (lyh_survey_chose(survey, person, question, i))
            g_string_append_printf(said, "\t%s", asked->alternatives[i].text);
}

/* Of a file without ids a person is what is counted of them. g_free(). */
static char *digest_of(const lyh_survey *survey, size_t person)
{
    g_autoptr(GString) said = g_string_new(NULL);
    for (size_t i = 0; i < lyh_questions_count(lyh_survey_questions(survey)); i++)
        add_answer(survey, person, i, said);
    for (size_t i = 0; i < lyh_survey_attribute_count(survey); i++)
        g_string_append_printf(said, "\n%s\t%s", lyh_survey_attribute(survey, i),
                               lyh_survey_value(survey, person, i));
    g_autofree char *sum =
        g_compute_checksum_for_string(G_CHECKSUM_SHA256, said->str, (gssize)said->len);
    return g_strdup_printf("#%.8s", sum);
}

static GHashTable *new_ids(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
}

/* Who answers as somebody before did is the second of them: #1a2b3c4d.2. Takes @name. */
static char *numbered(GHashTable *counts, char *name)
{
    size_t before = GPOINTER_TO_SIZE(g_hash_table_lookup(counts, name));
    g_hash_table_insert(counts, g_strdup(name), GSIZE_TO_POINTER(before + 1));
    if (before == 0)
        return name;
    char *next = g_strdup_printf("%s.%zu", name, before + 1);
    g_free(name);
    return next;
}

/* What stands in the ledger for each person, no bar in it, which parts them there; @known holds them. g_ptr_array_unref(). */
static GPtrArray *names_of(const lyh_survey *survey, GHashTable *known)
{
    GPtrArray *names = g_ptr_array_new();
    g_autoptr(GHashTable) counts = new_ids();
    for (size_t i = 0; i < lyh_survey_count(survey); i++) {
        char *name = lyh_survey_has_ids(survey)
                         ? g_strdelimit(g_strdup(lyh_survey_id(survey, i)), "|", '/')
                         : numbered(counts, digest_of(survey, i));
        g_ptr_array_add(names, name);
        g_hash_table_add(known, name);
    }
    return names;
}

bool lyh_survey_release_lets(const lyh_survey_release *release, lyh_diags *diags,
                             lyh_error *error)
{
    g_autoptr(GHashTable) ids = new_ids();
    g_ptr_array_unref(names_of(lyh_study_survey(release->study), ids));
    return ledger_lets(release->study, ids, true, diags, error);
}

/* ---- the row ---- */

static bool shows_all(const lyh_survey_release *release, const lyh_decision *row)
{
    g_auto(GStrv) shown = ledger_parts(row->value + strlen(LEDGER_SURVEY), false);
    for (size_t i = 0; i < lyh_survey_release_count(release); i++)
        if (!g_strv_contains((const char *const *)shown,
                             lyh_survey_release_name(release, i)))
            return false;
    return true;
}

static bool is_recorded(const lyh_survey_release *release, GHashTable *ids)
{
    for (size_t i = 0; i < lyh_study_release_count(release->study); i++) {
        const lyh_decision *row = ledger_row(release->study, i);
        g_auto(GStrv) earlier = ledger_parts(row->value, true);
        if (ledger_is_of_survey(row) && *earlier && **earlier &&
            ledger_difference(release->study, ids, earlier) == 0 && shows_all(release, row))
            return true;
    }
    return false;
}

bool lyh_survey_release_record(const lyh_survey_release *release, const char *kind,
                               lyh_diags *diags, lyh_error *error)
{
    g_autoptr(GHashTable) ids = new_ids();
    g_autoptr(GPtrArray) names = names_of(lyh_study_survey(release->study), ids);
    if (!release->study->options.folder || is_recorded(release, ids))
        return true;
    size_t count = lyh_survey_release_count(release);
    g_autoptr(GString) value = g_string_new(LEDGER_SURVEY);
    for (size_t i = 0; i < count; i++)
        g_string_append_printf(value, "%s%s", i ? "|" : "",
                               lyh_survey_release_name(release, i));
    g_string_append(value, count == 0 ? EVERYONE IS : IS);
    for (guint i = 0; i < names->len; i++)
        g_string_append_printf(value, "%s%s", i ? "|" : "", (char *)names->pdata[i]);
    return ledger_write(release->study, kind, value->str, diags, error);
}

void study_survey_note_both(const lyh_study *study, const lyh_tally *presence,
                            lyh_diags *diags)
{
    size_t both = lyh_study_survey_interviewed(study, presence);
    if (both > 0)
        lyh_diags_note(diags, "ids-in-both", lyh_place_file(lyh_study_survey_path(study)),
                       "%zu ids are both in the interviews and in the survey: they are "
                       "taken for the same persons, and withdraw takes both away; if they "
                       "are others, give the survey ids of its own",
                       both);
}

size_t lyh_study_survey_interviewed(const lyh_study *study, const lyh_tally *tally)
{
    const lyh_survey *survey = lyh_study_survey(study);
    size_t both = 0;
    for (size_t i = 0; survey && lyh_survey_has_ids(survey) && i < lyh_survey_count(survey);
         i++) {
        size_t respondent =
            lyh_respondents_find(study->respondents, lyh_survey_id(survey, i));
        both += respondent != LYH_NONE && lyh_tally_has(tally, respondent);
    }
    return both;
}
