#include "facts.h"

#include <stdlib.h>
#include <string.h>

#include "../base/autoptr.h"

/* What is gathered on the way through the transcripts. */
typedef struct facts_walk {
    cli_facts *facts;
    const lyh_codebook *codebook;
    bool with_suggested;
    bool *is_used;             /* by code */
    GArray *words, *documents; /* size_t, by respondent */
    lyh_agreement *agreement;  /* NULL: fewer than two coders have a file */
    lyh_diags *unsaid;
} facts_walk;

/* ---- the codebook ---- */

static void count_fields(fact_codebook *told, const lyh_codebook *codebook)
{
    told->codes = lyh_codebook_count(codebook);
    for (size_t i = 0; i < told->codes; i++) {
        const lyh_code *code = lyh_codebook_code(codebook, i);
        told->with_definition += *code->definition != '\0';
        told->with_when += *code->when != '\0';
        told->with_when_not += *code->when_not != '\0';
        told->with_example += *code->example != '\0';
        told->with_rules += lyh_codebook_rule_count(codebook, i) > 0;
    }
}

static void count_used(const facts_walk *walk)
{
    fact_codebook *told = &walk->facts->codebook;
    for (size_t code = 0; code < told->codes; code++) {
        bool is_used = false;
        for (size_t i = 0; i < told->codes && !is_used; i++)
            is_used = walk->is_used[i] && lyh_codebook_is_within(walk->codebook, i, code);
        told->used += is_used;
    }
}

/* ---- the codings ---- */

static void count_origin(fact_codings *told, const lyh_coding *coding)
{
    told->counted++;
    if (coding->status == LYH_SUGGESTED)
        told->open++;
    else if (coding->status == LYH_MANUAL)
        told->by_people++;
    else if (lyh_coding_came_from_model(coding))
        told->from_model++;
    else
        told->from_rules++;
}

static void count_left_out(fact_codings *told, const lyh_coding *coding)
{
    if (coding->status == LYH_REJECTED)
        told->rejected++;
    else if (coding->status == LYH_SUGGESTED)
        return;
    else if (coding->state == LYH_WISH)
        told->wishes++;
    else if (coding->state == LYH_QUOTED)
        told->quoted++;
    else if (coding->state == LYH_UNCLEAR)
        told->unclear++;
    else if (coding->state == LYH_OTHER)
        told->other++;
}

static void count_codings(const facts_walk *walk, const lyh_codings *codings)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        bool counts = lyh_coding_counts(coding, walk->with_suggested);
        if (counts)
            count_origin(&walk->facts->codings, coding);
        else
            count_left_out(&walk->facts->codings, coding);
        walk->is_used[coding->code] |= counts;
    }
}

static void name_set(fact_codings *told, lyh_study *study, lyh_diags *unsaid)
{
    const char *path = lyh_study_codings_path(study, unsaid);
    char *name = lyh_ingest_name(path ? path : "");
    told->set = g_strdup(name);
    told->is_common = strcmp(name, "gemensam") == 0;
    free(name);
}

/* ---- the transcripts ---- */

static size_t *size_at(GArray *sizes, size_t index)
{
    if (index >= sizes->len)
        g_array_set_size(sizes, (guint)index + 1);
    return &g_array_index(sizes, size_t, index);
}

static bool is_new(const GArray *seen, size_t respondent)
{
    for (guint i = 0; i < seen->len; i++)
        if (g_array_index(seen, size_t, i) == respondent)
            return false;
    return true;
}

static void count_speakers(const facts_walk *walk, const lyh_visit *visit)
{
    bool has_listener = false;
    g_autoptr(GArray) seen = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < lyh_document_turn_count(visit->document); i++) {
        const lyh_turn *turn = lyh_document_turn(visit->document, i);
        size_t words = lyh_tokens_words_in_turn(visit->tokens, i);
        has_listener |= turn->role == LYH_ROLE_LISTENER;
        if (turn->role != LYH_ROLE_RESPONDENT || turn->respondent == LYH_NONE || words == 0)
            continue;
        *size_at(walk->words, turn->respondent) += words;
        if (is_new(seen, turn->respondent))
            g_array_append_val(seen, turn->respondent);
    }
    for (guint i = 0; i < seen->len; i++)
        ++*size_at(walk->documents, g_array_index(seen, size_t, i));
    walk->facts->material.listened += has_listener;
}

static gint by_size(gconstpointer one, gconstpointer two)
{
    size_t a = *(const size_t *)one, b = *(const size_t *)two;
    return (a > b) - (a < b);
}

/* Of the words of those who spoke; the lower of two in the middle, which somebody has said. */
static size_t median(const GArray *words)
{
    g_autoptr(GArray) spoken = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (guint i = 0; i < words->len; i++)
        if (g_array_index(words, size_t, i) > 0)
            g_array_append_val(spoken, g_array_index(words, size_t, i));
    g_array_sort(spoken, by_size);
    return spoken->len > 0 ? g_array_index(spoken, size_t, (spoken->len - 1) / 2) : 0;
}

static void count_persons(const facts_walk *walk)
{
    fact_material *told = &walk->facts->material;
    told->words_in_middle = median(walk->words);
    for (guint i = 0; i < walk->documents->len; i++)
        told->several += g_array_index(walk->documents, size_t, i) > 1;
}

/* ---- the coders ---- */

static bool visit_document(void *user, const lyh_visit *visit)
{
    const facts_walk *walk = user;
    lyh_agreement *agreement = walk->facts->agreement.agreement;
    count_codings(walk, visit->codings);
    count_speakers(walk, visit);
    if (agreement)
        lyh_agreement_add_document(agreement, visit->document, visit->tokens, NULL,
                                   walk->unsaid);
    return true;
}

static bool compare_document(void *user, const lyh_visit *visit)
{
    const facts_walk *walk = user;
    return lyh_agreement_add_document(walk->facts->agreement.agreement, visit->document,
                                      visit->tokens, NULL, walk->unsaid);
}

/* An agreement over the files with nothing in it yet; NULL when they are not two coders'. */
static lyh_agreement *begin(agree_coders *files, const lyh_codebook *codebook)
{
    lyh_error unread = { 0 };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    if (files->paths->len == 0 || !agree_coders_read(files, codebook, unsaid, &unread))
        return NULL;
    lyh_agreement *agreement = lyh_agreement_new(codebook, LYH_AGREE_SENTENCE);
    agree_coders_join(files, agreement, unsaid);
    if (lyh_diags_error_count(unsaid) == 0)
        return agreement;
    lyh_agreement_free(agreement);
    return NULL;
}

/* No file yet; where nothing is named, agree looks for a study, and here it has one. */
static void init_files(agree_coders *files, const char *folder)
{
    char *const words[] = { (char *)folder, NULL };
    g_free(agree_coders_take(files, words));
}

static bool has_decided(const lyh_agreement *agreement, const char *path)
{
    char *name = lyh_ingest_name(path);
    size_t coder = lyh_agreement_find_coder(agreement, name);
    free(name);
    return coder == LYH_NONE || lyh_agreement_codings(agreement, coder) > 0;
}

/* Once more without the files in which nobody has decided anything: such a file is the machine's. */
static void begin_again(facts_walk *walk, lyh_study *study, const char *folder)
{
    lyh_error unread = { 0 };
    fact_agreement *told = &walk->facts->agreement;
    agree_coders deciding;
    init_files(&deciding, folder);
    for (guint i = 0; i < told->files.paths->len; i++)
        if (has_decided(told->agreement, told->files.paths->pdata[i]))
            g_ptr_array_add(deciding.paths, g_strdup(told->files.paths->pdata[i]));

    lyh_agreement_free(told->agreement);
    agree_coders_clear(&told->files);
    told->files = deciding;
    told->agreement = begin(&told->files, walk->codebook);
    if (told->agreement && !lyh_study_walk(study, LYH_WHICH_NONE, compare_document, walk,
                                           walk->unsaid, &unread))
        g_clear_pointer(&told->agreement, lyh_agreement_free);
}

static bool has_silent_coder(const lyh_agreement *agreement)
{
    for (size_t i = 0; i < lyh_agreement_coder_count(agreement); i++)
        if (lyh_agreement_codings(agreement, i) == 0)
            return true;
    return false;
}

static void measure(fact_agreement *told, size_t codes)
{
    if (!told->agreement)
        return;
    for (size_t i = 0; i < lyh_agreement_coder_count(told->agreement); i++)
        told->silent += lyh_agreement_silent(told->agreement, i);
    told->agreed = g_new(lyh_agreed, codes);
    for (size_t code = 0; code < codes; code++)
        told->agreed[code] = lyh_agreement_of(told->agreement, code, false);
}

static void compare(facts_walk *walk, lyh_cli *cli, lyh_study *study, const char *folder)
{
    fact_agreement *told = &walk->facts->agreement;
    if (told->agreement && lyh_diags_error_count(walk->unsaid) == 0 &&
        has_silent_coder(told->agreement))
        begin_again(walk, study, folder);
    if (lyh_diags_error_count(walk->unsaid) > 0) {
        g_clear_pointer(&told->agreement, lyh_agreement_free);
        lyh_diags_warning(cli->diags, "agree-unmeasured", lyh_place_none(),
                          "how far the coders agree could not be measured, and the text on "
                          "the method does not say it; lyhord agree tells why");
    }
    measure(told, walk->facts->codebook.codes);
}

/* ---- all together ---- */

static bool walk_over(facts_walk *walk, lyh_cli *cli, lyh_study *study, const char *folder)
{
    fact_agreement *told = &walk->facts->agreement;
    lyh_error unread = { 0 };
    init_files(&told->files, folder);
    agree_coders_take_all(&told->files, folder, walk->unsaid, &unread);
    told->agreement = begin(&told->files, walk->codebook);
    lyh_which which = walk->with_suggested ? LYH_WHICH_BOTH : LYH_WHICH_PEOPLE;
    /* What there is to say of the files has been said when they were counted. */
    lyh_study_walk(study, which, visit_document, walk, walk->unsaid, &unread);
    if (unread.kind != LYH_ERROR_NONE && unread.kind != LYH_ERROR_DATA)
        cli->error = unread;
    fact_codings *codings = &walk->facts->codings;
    codings->repeats = lyh_study_repeats(study, &codings->repeated_words);
    compare(walk, cli, study, folder);
    return cli->error.kind == LYH_ERROR_NONE;
}

bool facts_init(cli_facts *facts, lyh_cli *cli, lyh_study *study, const char *folder,
                bool with_suggested)
{
    *facts = (cli_facts){ 0 };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    const lyh_codebook *codebook = lyh_study_codebook(study);
    count_fields(&facts->codebook, codebook);
    name_set(&facts->codings, study, unsaid);
    facts->material.questions = lyh_study_question_count(study);
    g_autofree bool *is_used = g_new0(bool, facts->codebook.codes + 1);
    facts_walk walk = {
        .facts = facts,
        .codebook = codebook,
        .with_suggested = with_suggested,
        .is_used = is_used,
        .words = g_array_new(FALSE, TRUE, sizeof(size_t)),
        .documents = g_array_new(FALSE, TRUE, sizeof(size_t)),
        .unsaid = unsaid,
    };
    bool is_fine = walk_over(&walk, cli, study, folder);
    count_used(&walk);
    count_persons(&walk);
    g_array_unref(walk.words);
    g_array_unref(walk.documents);
    return is_fine;
}

void facts_clear(cli_facts *facts)
{
    lyh_agreement_free(facts->agreement.agreement);
    agree_coders_clear(&facts->agreement.files);
    g_free(facts->agreement.agreed);
    g_free(facts->codings.set);
}
