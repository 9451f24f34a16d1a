#include <lyhord/study/study.h>

#include <string.h>

#include "codings.h"
#include "kept.h"
#include "study_private.h"
#include "survey.h"

lyh_document *study_ingest(const lyh_study *study, size_t index, lyh_diags *diags,
                           lyh_error *error)
{
    const lyh_ingest_options options = {
        .is_plain = study->options.is_plain,
        .transcripts = study->transcripts,
        .guide = study->guide,
        .lexicon = study->lexicon,
    };
    struct stat file;
    const char *path = lyh_study_file(study, index);
    /* nothing of loose files is looked at before it leaves, as a rule */
    bool is_noted = study->options.folder && stat(path, &file) == 0;
    lyh_document *document = lyh_ingest_read(path, &options, diags, error);
    if (document && is_noted)
        told_transcripts_add(study->told, path, &file, document);
    return document;
}

lyh_document *lyh_study_document(lyh_study *study, size_t index, lyh_diags *diags,
                                 lyh_error *error)
{
    g_autoptr(lyh_document) document = study_ingest(study, index, diags, error);
    if (!document || study->options.is_plain)
        return g_steal_pointer(&document);

    const lyh_join join = {
        .transcripts = study->transcripts,
        .respondents = study->respondents,
        .is_open = !study->respondents_declared,
        .scheme = settings_scheme(study->settings),
    };
    if (lyh_join_document(&join, document, diags))
        return g_steal_pointer(&document);
    lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_study_file(study, index));
    return NULL;
}

lyh_matcher_options lyh_study_matcher_options(lyh_study *study)
{
    return (lyh_matcher_options){
        .all_roles = study->options.all_roles,
        .judging = study->options.judging,
        .clock = study->options.clock,
        .objects = lyh_study_objects(study),
        .is_staff = study_is_staff,
        .staff_user = study,
    };
}

lyh_matcher *lyh_study_matcher_of(lyh_study *study, const lyh_codebook *codebook,
                                  lyh_diags *diags)
{
    const lyh_matcher_options options = lyh_study_matcher_options(study);
    return lyh_matcher_new(codebook, study->vocabulary, study->lexicon, &options, diags);
}

lyh_matcher *study_matcher(lyh_study *study, lyh_diags *diags)
{
    if (!study->matcher)
        study->matcher = lyh_study_matcher_of(study, study->codebook, diags);
    return study->matcher;
}

lyh_codings_file *study_read_codings(lyh_study *study, const char *path, lyh_diags *diags,
                                     lyh_error *error)
{
    lyh_csv *csv = lyh_study_codings_open(path, LYH_SOURCE_TABLE, diags, error);
    if (!csv)
        return NULL;
    lyh_codings_file *file = lyh_codings_file_read(csv, study->codebook, diags);
    if (file)
        return file;
    lyh_csv_free(csv);
    lyh_error_set(error, LYH_ERROR_DATA, 0, path);
    return NULL;
}

static char *names_of(const GPtrArray *paths)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (guint i = 0; i < paths->len; i++) {
        g_autofree char *name = g_path_get_basename(paths->pdata[i]);
        g_string_append_printf(names, "%s%s", i ? ", " : "", name);
    }
    return g_string_free(g_steal_pointer(&names), FALSE);
}

/* Only one set of codings is ever counted: the chosen one, what was decided together, or the only one. */
static char *choose_codings(lyh_study *study, lyh_diags *diags)
{
    const GPtrArray *files = study->sets;
    const char *wanted = lyh_study_setting(study, "codings");
    const char *name = *wanted ? wanted : "gemensam";
    for (guint i = 0; i < files->len; i++) {
        g_autofree char *file = lyh_ingest_name(files->pdata[i]);
        if (strcmp(file, name) == 0)
            return g_strdup(files->pdata[i]);
    }
    g_autofree char *names = names_of(files);
    if (*wanted) {
        lyh_diags_error(diags, "codings-missing", lyh_place_file(study->options.folder),
                        "lyhord.ini says codings = %s, but codings/%s.csv is not there; "
                        "there is: %s",
                        wanted, wanted, *names ? names : "-");
        return NULL;
    }
    if (files->len > 1) {
        lyh_diags_error(diags, "codings-several", lyh_place_file(study->options.folder),
                        "there are several sets of codings (%s) and none is chosen; write "
                        "codings = NAME under [study] in lyhord.ini, or decide together in "
                        "codings/gemensam.csv",
                        names);
        return NULL;
    }
    return g_strdup(files->len == 1 ? files->pdata[0] : "");
}

const char *lyh_study_codings_path(lyh_study *study, lyh_diags *diags)
{
    if (study->codings_path)
        return study->codings_path;
    study->codings_path = choose_codings(study, diags);
    if (study->codings_path)
        codings_tell_undecided(study->codings_path, diags);
    return study->codings_path;
}

/* What a walk needs beyond the documents themselves. */
static bool prepare(lyh_study *study, lyh_which which, lyh_diags *diags, lyh_error *error)
{
    bool wants_machine = which == LYH_WHICH_MACHINE || which == LYH_WHICH_BOTH;
    bool wants_people = which == LYH_WHICH_PEOPLE || which == LYH_WHICH_BOTH;
    g_assert(study->codebook || which == LYH_WHICH_NONE);

    if (wants_machine && !study_matcher(study, diags))
        return lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
    if (!wants_people || study->people)
        return true;
    const char *path = lyh_study_codings_path(study, diags);
    if (!path)
        return lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
    if (*path)
        study->people = study_read_codings(study, path, diags, error);
    return !*path || study->people;
}

static bool overlap(const lyh_coding *a, const lyh_coding *b)
{
    return a->code == b->code && a->start < b->end && b->start < a->end;
}

/*
 * A suggestion that a person has already answered, by accepting, rejecting or coding there, is settled;
 * what a model suggests is nobody's answer.
 */
static bool is_settled(const lyh_coding *suggestion, const lyh_codings *people)
{
    for (size_t i = 0; i < lyh_codings_count(people); i++)
        if (overlap(suggestion, lyh_codings_at(people, i)) &&
            !lyh_coding_is_of_model(lyh_codings_at(people, i)))
            return true;
    return false;
}

static void add_unsettled(lyh_codings *codings, const lyh_codings *machine)
{
    g_autoptr(lyh_codings) open = lyh_codings_new();
    for (size_t i = 0; i < lyh_codings_count(machine); i++)
        if (!is_settled(lyh_codings_at(machine, i), codings))
            lyh_codings_add(open, *lyh_codings_at(machine, i));
    for (size_t i = 0; i < lyh_codings_count(open); i++)
        lyh_codings_add(codings, *lyh_codings_at(open, i));
    lyh_codings_sort(codings);
}

static bool code_document(lyh_study *study, lyh_which which, const lyh_document *document,
                          const lyh_tokens *tokens, lyh_codings *codings, lyh_diags *diags)
{
    lyh_codings_clear(codings);
    if (which == LYH_WHICH_MACHINE)
        return lyh_matcher_run(study->matcher, document, tokens, codings, diags);

    if (which != LYH_WHICH_NONE && study->people &&
        !lyh_codings_file_anchor(study->people, document, tokens, codings, diags))
        return false;
    if (which != LYH_WHICH_BOTH)
        return true;
    g_autoptr(lyh_codings) machine = lyh_codings_new();
    if (!lyh_matcher_run(study->matcher, document, tokens, machine, diags))
        return false;
    add_unsettled(codings, machine);
    return true;
}

void study_check_documents_are_there(const lyh_study *study, const lyh_codings_file *people,
                                     const char *path, lyh_diags *diags)
{
    if (study->options.file_count > 0)
        return;
    g_autoptr(GHashTable) names = study_document_names(study);
    for (size_t i = 0; i < lyh_codings_file_document_count(people); i++) {
        const char *name = lyh_codings_file_document(people, i);
        if (!g_hash_table_contains(names, name))
            lyh_diags_error(
                diags, "document-missing", lyh_place_file(path),
                "codings of the document '%s' cannot be counted: there is no such "
                "transcript; bring it back or take its rows out",
                name);
    }
}

/* What is walked over: the transcripts, or the survey's answers in people's own words. */
typedef struct walk_over {
    size_t count;
    lyh_document *(*read)(lyh_study *study, size_t index, lyh_diags *diags,
                          lyh_error *error);
    bool has_repeats; /* two who answer alike are two; one interview told twice is one */
} walk_over;

/* A document and its words, as long as a walk stands at it. */
typedef struct walk_stop {
    lyh_document *read; /* NULL: it is kept */
    const lyh_document *document;
    const lyh_tokens *tokens;
} walk_stop;

static void walk_stop_clear(walk_stop *stop)
{
    lyh_document_free(stop->read);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(walk_stop, walk_stop_clear)

static walk_stop stop_at(lyh_study *study, const walk_over *over, size_t index,
                         lyh_tokens *tokens, lyh_diags *diags, lyh_error *error)
{
    walk_stop stop = { .tokens = tokens };
    if (over->has_repeats &&
        study_kept_get(study, index, &stop.document, &stop.tokens, diags, error))
        return stop;
    stop.document = stop.read = over->read(study, index, diags, error);
    if (!stop.read)
        return stop;
    lyh_tokens_read(tokens, stop.read, study->vocabulary);
    if (over->has_repeats && !study->options.is_plain)
        study_mark_repeats(study, stop.read, tokens);
    return stop;
}

/* What is over a walk's shoulder while it goes on. */
typedef struct walking {
    lyh_study *study;
    const walk_over *over;
    lyh_which which;
    lyh_visitor visitor;
    void *user;
    lyh_diags *diags;
    lyh_tokens *tokens;
    lyh_codings *codings, *repeated;
} walking;

void study_take_trouble(lyh_error *first, const lyh_error *trouble)
{
    bool is_open = first->kind == LYH_ERROR_NONE || first->kind == LYH_ERROR_DATA;
    if (is_open && trouble->kind != LYH_ERROR_NONE)
        *first = *trouble;
}

static bool visit(walking *walk, size_t index, lyh_error *first)
{
    lyh_study *study = walk->study;
    lyh_error trouble = { 0 };
    g_auto(walk_stop) stop =
        stop_at(study, walk->over, index, walk->tokens, walk->diags, &trouble);
    study_take_trouble(first, &trouble);
    if (!stop.document || !code_document(study, walk->which, stop.document, stop.tokens,
                                         walk->codings, walk->diags))
        return true;
    study_drop_repeated(study, stop.document, walk->codings, walk->repeated);
    const lyh_visit visit = { stop.document, stop.tokens, walk->codings, walk->repeated };
    return walk->visitor(walk->user, &visit);
}

static bool go_over(lyh_study *study, const walk_over *over, lyh_which which,
                    const study_stretch *stretch, lyh_visitor visitor, void *user,
                    lyh_diags *diags, lyh_error *first)
{
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    g_autoptr(lyh_codings) repeated = lyh_codings_new();
    walking walk = { study, over, which, visitor, user, diags, tokens, codings, repeated };
    bool goes_on = true;
    size_t *at = stretch->at;
    for (; goes_on && *at < stretch->end; ++*at) {
        if (stretch->while_comparing && !study_compares(study))
            break;
        if (study->options.progress)
            study->options.progress(study->options.progress_user, *at, over->count);
        goes_on = visit(&walk, *at, first);
    }
    return goes_on;
}

static bool begin(lyh_study *study, const walk_over *over, lyh_which which,
                  lyh_diags *diags, lyh_error *error)
{
    if (!prepare(study, which, diags, error))
        return false;
    if (over->has_repeats && !study_kept_begin(study))
        study_begin_repeats(study);
    return true;
}

static bool end(lyh_study *study, const walk_over *over, size_t errors, lyh_error *first,
                lyh_diags *diags, lyh_error *error)
{
    if (over->has_repeats)
        study_tell_repeats(study, diags);
    if (study->people)
        study_check_documents_are_there(study, study->people, study->codings_path, diags);
    if (first->kind == LYH_ERROR_NONE && lyh_diags_error_count(diags) > errors)
        lyh_error_set(first, LYH_ERROR_DATA, 0, study->options.folder);
    if (first->kind != LYH_ERROR_NONE)
        *error = *first;
    return first->kind == LYH_ERROR_NONE;
}

static bool walk(lyh_study *study, const walk_over *over, lyh_which which,
                 lyh_visitor visitor, void *user, lyh_diags *diags, lyh_error *error)
{
    size_t errors = lyh_diags_error_count(diags), at = 0;
    const study_stretch all = { .at = &at, .end = over->count };
    lyh_error first = { 0 };
    if (!begin(study, over, which, diags, error))
        return false;
    bool goes_on = go_over(study, over, which, &all, visitor, user, diags, &first);
    return end(study, over, errors, &first, diags, error) && goes_on;
}

static walk_over over_transcripts(const lyh_study *study)
{
    return (walk_over){ lyh_study_file_count(study), lyh_study_document, true };
}

bool study_walk_begin(lyh_study *study, lyh_which which, lyh_diags *diags, lyh_error *error)
{
    const walk_over over = over_transcripts(study);
    return begin(study, &over, which, diags, error);
}

void study_walk_on(lyh_study *study, lyh_which which, const study_stretch *stretch,
                   lyh_visitor visitor, void *user, lyh_diags *diags, lyh_error *first)
{
    const walk_over over = over_transcripts(study);
    go_over(study, &over, which, stretch, visitor, user, diags, first);
}

bool study_walk_end(lyh_study *study, size_t errors, lyh_error *first, lyh_diags *diags,
                    lyh_error *error)
{
    const walk_over over = over_transcripts(study);
    return end(study, &over, errors, first, diags, error);
}

bool lyh_study_walk(lyh_study *study, lyh_which which, lyh_visitor visitor, void *user,
                    lyh_diags *diags, lyh_error *error)
{
    const walk_over over = over_transcripts(study);
    return walk(study, &over, which, visitor, user, diags, error);
}

bool lyh_study_suggest(lyh_study *study, const lyh_document *document,
                       const lyh_tokens *tokens, lyh_codings *codings, lyh_diags *diags,
                       lyh_error *error)
{
    if (!prepare(study, LYH_WHICH_MACHINE, diags, error))
        return false;
    return code_document(study, LYH_WHICH_MACHINE, document, tokens, codings, diags) ||
           lyh_error_set(error, LYH_ERROR_DATA, 0, lyh_document_path(document));
}

bool lyh_study_walk_survey(lyh_study *study, lyh_which which, lyh_visitor visitor,
                           void *user, lyh_diags *diags, lyh_error *error)
{
    const walk_over over = { lyh_study_survey_document_count(study),
                             lyh_study_survey_document, false };
    return walk(study, &over, which, visitor, user, diags, error);
}
