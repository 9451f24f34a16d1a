#include "routes.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"
#include "../coding/autoptr.h"

/* Where a rule matches, with the words around it: `lyhord kwic` on the page. */

#define CONTEXT 60     /* characters on each side */
#define MOST_LINES 500 /* more are counted, and not shown */

typedef struct kwic_lines {
    const workbench *bench;
    lyh_matcher *matcher;
    lyh_codings *hits;
    json_t *lines;
    json_int_t all;
} kwic_lines;

static json_t *line_of(const kwic_lines *found, const lyh_document *document,
                       const lyh_coding *hit)
{
    const char *text = lyh_document_text(document);
    size_t left, right;
    lyh_document_around(document, hit->start, hit->end, CONTEXT, &left, &right);
    json_t *line = json_pack("{s:s, s:I, s:o, s:o, s:o}", "document",
                             lyh_document_name(document), "turn", (json_int_t)hit->turn,
                             "before", json_stringn(text + left, hit->start - left), "hit",
                             json_stringn(text + hit->start, hit->end - hit->start),
                             "after", json_stringn(text + hit->end, right - hit->end));
    if (hit->respondent != LYH_NONE)
        json_object_set_new(
            line, "respondent",
            json_string(lyh_respondents_id(lyh_study_respondents(found->bench->study),
                                           hit->respondent)));
    return line;
}

static bool search(void *user, const lyh_visit *visit)
{
    kwic_lines *found = user;
    lyh_codings_clear(found->hits);
    if (!lyh_matcher_run(found->matcher, visit->document, visit->tokens, found->hits,
                         found->bench->diags))
        return false;
    for (size_t i = 0; i < lyh_codings_count(found->hits); i++)
        if (found->all++ < MOST_LINES)
            json_array_append_new(found->lines, line_of(found, visit->document,
                                                        lyh_codings_at(found->hits, i)));
    return true;
}

static lyh_rule *parse(const workbench *bench, const char *text, lyh_source **source)
{
    size_t size = strlen(text);
    *source = lyh_source_from_bytes("", LYH_SOURCE_TABLE, text, size, bench->diags);
    const lyh_rule_origin origin = { .source = *source };
    return lyh_rule_parse(text, size, &origin, bench->diags);
}

/* What is wrong with the rule is what its reader says of it. */
static route_reply refuse_rule(const workbench *bench)
{
    const lyh_error error = { .kind = LYH_ERROR_DATA };
    return lyh_diags_error_count(bench->diags) > 0
               ? route_refuse_journal(bench, &error)
               : route_refuse(bench, 422, "rule", N_("write a word to look for"));
}

static route_reply find_lines(workbench *bench, const lyh_rule *rule)
{
    lyh_study *study = bench->study;
    lyh_matcher_options options = lyh_study_matcher_options(study);
    options.judging = LYH_JUDGE_NOTHING; /* a line shows words, whatever is said of them */
    g_autoptr(lyh_matcher) matcher =
        lyh_matcher_for_rule(rule, lyh_study_codebook(study), lyh_study_vocabulary(study),
                             lyh_study_lexicon(study), &options, bench->diags);
    if (!matcher)
        return refuse_rule(bench);
    lyh_error error = { 0 };
    g_autoptr(lyh_codings) hits = lyh_codings_new();
    kwic_lines found = { bench, matcher, hits, json_array(), 0 };
    if (!lyh_study_walk(study, LYH_WHICH_NONE, search, &found, bench->diags, &error)) {
        json_decref(found.lines);
        return refuse_rule(bench);
    }
    return route_fine(json_pack("{s:o, s:I}", "lines", found.lines, "all", found.all));
}

route_reply show_kwic(workbench *bench, const route_call *call)
{
    const char *asked = call->argument(call, "rule");
    if (!asked || lyh_text_invalid(asked, strlen(asked)) != strlen(asked))
        return refuse_rule(bench);
    char *text = lyh_text_nfc(asked, strlen(asked), NULL);
    g_autoptr(lyh_source) source = NULL;
    g_autoptr(lyh_rule) rule = parse(bench, text, &source);
    free(text);
    return rule ? find_lines(bench, rule) : refuse_rule(bench);
}
