#include <string.h>

#include <lyhord/codebook/field.h>
#include <lyhord/codebook/outline.h>

#include "export.h"
#include "version.h"

/* A project being made of a study. */
typedef struct making {
    lyh_refi *project;
    const lyh_codebook *codebook;
    const lyh_respondents *respondents;
    size_t source;     /* of the document at hand */
    GHashTable *users; /* name -> index + 1 */
    GArray *sets;      /* size_t by user: the set of sources it coded */
    GHashTable *coded; /* "user\nsource" that are members already */
} making;

/* ---- codes ---- */

static void add_codes(const making *made)
{
    for (size_t i = 0; i < lyh_codebook_count(made->codebook); i++) {
        const lyh_code *code = lyh_codebook_code(made->codebook, i);
        g_autofree char *description = exchange_describe_code(made->codebook, i);
        lyh_refi_add_code(made->project, (lyh_refi_code){ .name = code->name,
                                                          .description = description,
                                                          .colour = code->colour,
                                                          .parent = code->parent,
                                                          .is_codable = true });
    }
}

/* A theme and all below it, also by way of a second parent, which nesting cannot show. */
static void add_theme(const making *made, size_t theme)
{
    size_t set = lyh_refi_add_set(
        made->project,
        (lyh_refi_set){ .name = lyh_codebook_code(made->codebook, theme)->name });
    for (size_t i = 0; i < lyh_codebook_count(made->codebook); i++)
        if (lyh_codebook_is_within(made->codebook, i, theme))
            lyh_refi_add_member(
                made->project,
                (lyh_refi_member){ .of_set = set, .code = i, .source = LYH_NONE });
}

static void add_themes(const making *made)
{
    for (size_t i = 0; i < lyh_codebook_count(made->codebook); i++) {
        bool has_children = false;
        for (size_t k = 0; k < lyh_codebook_count(made->codebook); k++)
            has_children |= k != i && lyh_codebook_is_within(made->codebook, k, i);
        if (has_children && lyh_codebook_code(made->codebook, i)->parent == LYH_NONE)
            add_theme(made, i);
    }
}

/* ---- people ---- */

static void add_values(const making *made, size_t person)
{
    for (size_t i = 0; i < lyh_respondents_attribute_count(made->respondents); i++) {
        const char *value = lyh_respondents_value(made->respondents, person, i);
        if (*value)
            lyh_refi_add_value(made->project, (lyh_refi_value){ .variable = i,
                                                                .of_case = person,
                                                                .of_source = LYH_NONE,
                                                                .text = value });
    }
}

/* Whoever turns up while documents are read is added behind those of the list. */
static void add_people(const making *made)
{
    for (size_t i = 0; i < lyh_respondents_attribute_count(made->respondents); i++)
        lyh_refi_add_variable(
            made->project,
            (lyh_refi_variable){ .name = lyh_respondents_attribute(made->respondents, i) });
}

static void add_people_up_to(const making *made, size_t count)
{
    for (size_t i = made->project->case_count; i < count; i++) {
        lyh_refi_add_case(made->project, (lyh_refi_case){ .name = lyh_respondents_id(
                                                              made->respondents, i) });
        add_values(made, i);
    }
}

static bool is_one_persons(const lyh_document *document)
{
    size_t first = LYH_NONE;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        size_t person = lyh_document_turn(document, i)->respondent;
        if (person != LYH_NONE && first != LYH_NONE && person != first)
            return false;
        first = person != LYH_NONE ? person : first;
    }
    return true;
}

/* Each turn is a selection of its own where several people speak: a case holds its own alone. */
static void add_turn(const making *made, const lyh_document *document, const lyh_turn *turn)
{
    size_t selection = lyh_refi_add_selection(
        made->project, (lyh_refi_selection){
                           .name = lyh_respondents_id(made->respondents, turn->respondent),
                           .source = made->source,
                           .user = LYH_NONE,
                           .start = (long)lyh_document_character(document, turn->start),
                           .end = (long)lyh_document_character(document, turn->end),
                       });
    lyh_refi_add_holding(made->project, (lyh_refi_holding){ .of_case = turn->respondent,
                                                            .source = LYH_NONE,
                                                            .selection = selection });
}

static void add_holdings(const making *made, const lyh_document *document)
{
    bool is_told = false;
    bool is_one = is_one_persons(document);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (turn->respondent == LYH_NONE || is_told)
            continue;
        if (is_one)
            lyh_refi_add_holding(made->project,
                                 (lyh_refi_holding){ .of_case = turn->respondent,
                                                     .source = made->source,
                                                     .selection = LYH_NONE });
        else
            add_turn(made, document, turn);
        is_told = is_one;
    }
}

/* ---- texts and codings ---- */

static bool add_document(export_work *work, const lyh_document *document, void *user)
{
    making *made = user;
    (void)work;
    made->source = lyh_refi_add_source(
        made->project, (lyh_refi_source){ .name = lyh_document_name(document),
                                          .text = lyh_document_text(document),
                                          .size = lyh_document_size(document) });
    add_people_up_to(made, lyh_respondents_count(made->respondents));
    add_holdings(made, document);
    return true;
}

static size_t user_called(const making *made, const char *name)
{
    size_t found = GPOINTER_TO_SIZE(g_hash_table_lookup(made->users, name));
    if (found)
        return found - 1;
    size_t user = lyh_refi_add_user(made->project, (lyh_refi_user){ .name = name });
    g_hash_table_insert(made->users, g_strdup(name), GSIZE_TO_POINTER(user + 1));
    size_t set = LYH_NONE;
    g_array_append_val(made->sets, set);
    return user;
}

/* The set of the sources that a coder has coded something in. */
static void note_coded(const making *made, size_t user)
{
    char *key = g_strdup_printf("%zu\n%zu", user, made->source);
    size_t *set = &g_array_index(made->sets, size_t, user);
    if (!g_hash_table_add(made->coded, key))
        return;
    if (*set == LYH_NONE)
        *set = lyh_refi_add_set(made->project,
                                (lyh_refi_set){ .name = made->project->users[user].name });
    lyh_refi_add_member(
        made->project,
        (lyh_refi_member){ .of_set = *set, .code = LYH_NONE, .source = made->source });
}

static void add_coding(const making *made, const lyh_document *document, const char *set,
                       const lyh_coding *coding)
{
    size_t user = user_called(made, set);
    g_autofree char *words =
        g_strndup(lyh_document_text(document) + coding->start, coding->end - coding->start);
    g_autofree char *description = exchange_describe_coding(coding, document, set);
    size_t selection = lyh_refi_add_selection(
        made->project, (lyh_refi_selection){
                           .name = words,
                           .description = description,
                           .source = made->source,
                           .user = user,
                           .start = (long)lyh_document_character(document, coding->start),
                           .end = (long)lyh_document_character(document, coding->end),
                       });
    lyh_refi_add_coding(made->project, (lyh_refi_coding){ .source = made->source,
                                                          .selection = selection,
                                                          .code = coding->code,
                                                          .user = user });
    note_coded(made, user);
}

/* In other programs a coding is a coding: what nobody said yes to would be one too. */
static bool add_codings(export_work *work, const lyh_document *document, const char *set,
                        const lyh_codings *codings, void *user)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        work->left_open += coding->status == LYH_SUGGESTED;
        work->left_rejected += coding->status == LYH_REJECTED;
        if (coding->status == LYH_SUGGESTED || coding->status == LYH_REJECTED)
            continue;
        add_coding(user, document, set, coding);
        work->codings++;
    }
    return true;
}

/* ---- memos ---- */

static size_t source_called(const lyh_refi *project, const char *name)
{
    for (size_t i = 0; i < project->source_count; i++)
        if (strcmp(project->sources[i].name, name) == 0)
            return i;
    return LYH_NONE;
}

static void add_memo(const making *made, const lyh_stored_memo *memo)
{
    lyh_refi_note note = { .name = memo->who,
                           .text = memo->text,
                           .user = user_called(made, memo->who),
                           .code = LYH_NONE,
                           .source = LYH_NONE,
                           .coding = LYH_NONE };
    if (memo->about == LYH_MEMO_CODE)
        note.code = lyh_codebook_find(made->codebook, memo->code);
    else if (memo->document && *memo->document)
        note.source = source_called(made->project, memo->document);
    lyh_refi_add_note(made->project, note);
}

static bool add_memos(const export_work *work, const making *made)
{
    g_autoptr(lyh_journal) journal =
        exchange_journal(work->cli, work->folder, LYH_JOURNAL_READ);
    lyh_stored_memos *memos =
        journal ? lyh_journal_memos(journal, &work->cli->error) : NULL;
    for (size_t i = 0; memos && i < lyh_stored_memos_count(memos); i++)
        add_memo(made, lyh_stored_memos_at(memos, i));
    lyh_stored_memos_free(memos);
    return work->cli->error.kind == LYH_ERROR_NONE;
}

/* ---- the whole ---- */

static bool is_day(const char *date)
{
    return g_regex_match_simple("^[0-9]{4}-[0-1][0-9]-[0-3][0-9]$", date, 0, 0);
}

static const char about[] =
    "Positions are Unicode code points from 0, the end is exclusive. What REFI-QDA has no "
    "place "
    "for (polarity, state, time, cue, status, rule and mark of a coding) stands in the "
    "description of its selection, one a line; a code's other texts in its description. "
    "Not "
    "here: rules of the codebook, suggestions nobody accepted, rejected codings.";

static bool fill(export_work *work, making *made)
{
    add_codes(made);
    add_themes(made);
    add_people(made);
    return export_walk(work, add_codings, add_document, made) && add_memos(work, made);
}

lyh_refi *export_project(export_work *work, bool with_texts)
{
    const char *title = lyh_study_setting(work->study, "title");
    const char *date = lyh_study_setting(work->study, "date");
    making made = {
        .project = lyh_refi_new(*title ? title : "Lyhörd", "Lyhörd " LYHORD_VERSION, about,
                                is_day(date) ? date : ""),
        .codebook = lyh_study_codebook(work->study),
        .respondents = lyh_study_respondents(work->study),
        .users = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .sets = g_array_new(FALSE, FALSE, sizeof(size_t)),
        .coded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    bool is_fine = true;
    if (with_texts) {
        is_fine = fill(work, &made);
        add_people_up_to(&made, lyh_respondents_count(made.respondents));
    } else {
        add_codes(&made);
        add_themes(&made);
    }
    g_hash_table_unref(made.users);
    g_hash_table_unref(made.coded);
    g_array_unref(made.sets);
    if (is_fine)
        return made.project;
    lyh_refi_free(made.project);
    return NULL;
}
