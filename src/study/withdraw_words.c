/* Where the person's words are. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/ingest/rewrite.h>

#include "decision_rows.h"
#include "withdraw_private.h"

/* What is left where words were, so that readers see that something was. */
#define WITHDRAWN "[återtaget]"

typedef struct word_walk {
    lyh_withdrawal *withdrawal;
    /* a row of decisions.csv each: does what it quotes stand in what goes, in what stays? */
    bool *goes, *stays;
    char **quotes;
    size_t quote_count;
} word_walk;

static size_t count_of_others(const lyh_document *document, size_t respondent)
{
    size_t others = 0;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        others += turn->role == LYH_ROLE_RESPONDENT && turn->respondent != respondent;
    }
    return others;
}

static void add_turn(withdrawn_document *found, const lyh_document *document, size_t index)
{
    const lyh_turn *turn = lyh_document_turn(document, index);
    size_t start = lyh_document_character(document, turn->start);
    size_t end = lyh_document_character(document, turn->end);
    found->turns[index] = true;
    g_array_append_val(found->spans, start);
    g_array_append_val(found->spans, end);
}

/* The turns that are theirs, or those that are not, a line each, folded. */
static char *turns_said(const withdrawn_document *found, const lyh_document *document,
                        bool by_them)
{
    g_autoptr(GString) said = g_string_new(NULL);
    for (size_t i = 0; i < found->turn_count; i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (found->turns[i] != by_them)
            continue;
        g_string_append_len(said, lyh_document_text(document) + turn->start,
                            (gssize)(turn->end - turn->start));
        g_string_append_c(said, '\n');
    }
    return lyh_text_fold(said->str, said->len, NULL);
}

static withdrawn_document *find_in(const lyh_document *document, size_t respondent)
{
    withdrawn_document *found = g_new0(withdrawn_document, 1);
    found->name = g_strdup(lyh_document_name(document));
    found->turn_count = lyh_document_turn_count(document);
    found->turns = g_new0(bool, found->turn_count + 1);
    found->spans = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < found->turn_count; i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (respondent != LYH_NONE && turn->role == LYH_ROLE_RESPONDENT &&
            turn->respondent == respondent)
            add_turn(found, document, i);
    }
    found->is_whole = found->spans->len > 0 && count_of_others(document, respondent) == 0;
    found->words = turns_said(found, document, true);
    found->rest = found->spans->len > 0 ? turns_said(found, document, false) : NULL;
    return found;
}

static void look_for_quotes(const word_walk *walk, const lyh_document *document,
                            const withdrawn_document *found)
{
    if (walk->quote_count == 0)
        return;
    g_autofree char *whole =
        lyh_text_fold(lyh_document_text(document), lyh_document_size(document), NULL);
    for (size_t i = 0; i < walk->quote_count; i++) {
        const char *quote = walk->quotes[i];
        bool is_there = quote && strstr(whole, quote);
        bool is_theirs = is_there && (found->is_whole || strstr(found->words, quote));
        walk->goes[i] |= is_theirs;
        walk->stays[i] |= is_there && !is_theirs;
    }
}

static bool look_in(void *user, const lyh_visit *visit)
{
    const word_walk *walk = user;
    lyh_withdrawal *withdrawal = walk->withdrawal;
    /* In an open study, people become known as their transcripts are read. */
    withdrawal->respondent =
        lyh_respondents_find(withdrawal->study->respondents, withdrawal->id);
    withdrawn_document *found = find_in(visit->document, withdrawal->respondent);
    look_for_quotes(walk, visit->document, found);
    g_hash_table_insert(withdrawal->documents, found->name, found);
    g_ptr_array_add(withdrawal->order, found);
    return true;
}

/* The words a decision quotes: of a finding what comes after its class, else what is long enough to be one. */
static char *quote_in(const table_file *decisions, size_t row)
{
    size_t kinds = lyh_csv_find(decisions->csv, "kind|slag");
    size_t targets = lyh_csv_find(decisions->csv, "target|mål|mal");
    g_autofree char *kind = decision_rows_cell(decisions, row, kinds);
    g_autofree char *target = decision_rows_cell(decisions, row, targets);
    bool is_finding = strcmp(kind, "finding") == 0;
    const char *space = strchr(target, ' ');
    const char *quote = is_finding && space ? space + 1 : target;
    if (!*quote || (!is_finding && strlen(quote) < WITHDRAW_LEAST_QUOTE))
        return NULL;
    return lyh_text_fold(quote, strlen(quote), NULL);
}

/* "R03:14 = R07:2" names passages of documents that are gone. */
static bool names_a_gone_document(const lyh_withdrawal *withdrawal, const char *target)
{
    for (guint i = 0; i < withdrawal->order->len; i++) {
        const withdrawn_document *document = withdrawal->order->pdata[i];
        g_autofree char *mention = g_strconcat(document->name, ":", NULL);
        if (document->is_whole && strstr(target, mention))
            return true;
    }
    return false;
}

static void mark_decisions(const word_walk *walk)
{
    table_file *decisions = walk->withdrawal->decisions;
    size_t kinds = lyh_csv_find(decisions->csv, "kind|slag");
    size_t targets = lyh_csv_find(decisions->csv, "target|mål|mal");
    for (size_t row = 0; row < walk->quote_count; row++) {
        g_autofree char *kind = decision_rows_cell(decisions, row, kinds);
        g_autofree char *target = decision_rows_cell(decisions, row, targets);
        bool quotes_them = walk->goes[row] && !walk->stays[row];
        bool is_duplicate = strcmp(kind, "duplicate") == 0;
        if (strcmp(kind, "withdrawal") != 0 &&
            (quotes_them ||
             (is_duplicate && names_a_gone_document(walk->withdrawal, target))))
            lyh_csv_edit_remove(decisions->edit, row);
    }
}

static void clear_quotes(word_walk *walk)
{
    for (size_t i = 0; i < walk->quote_count; i++)
        free(walk->quotes[i]);
    g_free(walk->quotes);
    g_free(walk->goes);
    g_free(walk->stays);
}

bool withdrawal_find_words(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    const table_file *decisions = withdrawal->decisions;
    word_walk walk = { .withdrawal = withdrawal };
    walk.quote_count = decisions ? lyh_csv_row_count(decisions->csv) : 0;
    walk.quotes = g_new0(char *, walk.quote_count + 1);
    walk.goes = g_new0(bool, walk.quote_count + 1);
    walk.stays = g_new0(bool, walk.quote_count + 1);
    for (size_t row = 0; row < walk.quote_count; row++)
        walk.quotes[row] = quote_in(decisions, row);
    bool walked =
        lyh_study_walk(withdrawal->study, LYH_WHICH_NONE, look_in, &walk, diags, error);
    if (walked && decisions)
        mark_decisions(&walk);
    clear_quotes(&walk);
    return walked;
}

/* A line of the turn at a time: paragraphs stay paragraphs, and only the first says what was there. */
static void add_edits(GArray *edits, const char *text, size_t start, size_t end)
{
    bool is_first = true;
    while (start < end) {
        size_t stop = start + strcspn(text + start, "\n");
        stop = MIN(stop, end);
        const lyh_edit edit = { start, stop, is_first ? WITHDRAWN : "" };
        if (stop > start)
            g_array_append_val(edits, edit);
        is_first = false;
        start = stop + 1;
    }
}

/* The mark before the speech goes too: it may be a name, and nobody speaks there any more. */
static size_t start_with_mark(const char *text, size_t start)
{
    while (start > 0 && text[start - 1] != '\n')
        start--;
    return start;
}

/* "(Respondent AB4)" closes what was theirs: left, it would make them of whoever spoke before. */
static bool names_person(const char *text, const lyh_aside *aside, const char *id)
{
    g_autofree char *words = g_strndup(text + aside->start, aside->end - aside->start);
    const char *at = strstr(words, id);
    if (aside->kind != LYH_ASIDE_STAGE || !at || at == words)
        return false;
    size_t length;
    const char *after = at + strlen(id);
    return !lyh_char_is_word(g_utf8_get_char(g_utf8_prev_char(at))) &&
           (!*after || !lyh_char_is_word(lyh_text_char(after, strlen(after), &length)));
}

static int by_start(const void *a, const void *b)
{
    const lyh_edit *one = a, *two = b;
    return one->start < two->start ? -1 : one->start > two->start;
}

/* Is @aside part of what the first @count edits take already? */
static bool is_in(const GArray *edits, size_t count, const lyh_aside *aside)
{
    for (size_t i = 0; i < count; i++) {
        const lyh_edit *edit = &g_array_index(edits, lyh_edit, i);
        if (aside->start < edit->end && edit->start < aside->end)
            return true;
    }
    return false;
}

static GArray *edits_in(const lyh_withdrawal *withdrawal, const lyh_document *document,
                        const withdrawn_document *found)
{
    const char *text = lyh_document_text(document);
    GArray *edits = g_array_new(FALSE, FALSE, sizeof(lyh_edit));
    for (size_t i = 0; i < found->turn_count; i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (found->turns[i])
            add_edits(edits, text, start_with_mark(text, turn->start), turn->end);
    }
    size_t spoken = edits->len;
    for (size_t i = 0; i < lyh_document_aside_count(document); i++) {
        const lyh_aside *aside = lyh_document_aside(document, i);
        const lyh_edit edit = { aside->start, aside->end, "" };
        if (names_person(text, aside, withdrawal->id) && !is_in(edits, spoken, aside))
            g_array_append_val(edits, edit);
    }
    g_array_sort(edits, by_start);
    return edits;
}

bool withdrawal_rewrite(lyh_withdrawal *withdrawal, const withdrawn_document *found,
                        lyh_diags *diags, lyh_error *error)
{
    const char *path = lyh_study_file(withdrawal->study, found->file);
    lyh_bytes bytes = { .data = NULL };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_document *document =
        lyh_study_document(withdrawal->study, found->file, unsaid, error);
    if (!document || !lyh_file_read(path, LYH_MAX_TRANSCRIPT, &bytes, error)) {
        lyh_document_free(document);
        return false;
    }
    g_autoptr(GArray) edits = edits_in(withdrawal, document, found);
    lyh_output *output = lyh_output_to_memory();
    bool is_made = lyh_ingest_rewrite(path, &bytes, document, (const void *)edits->data,
                                      edits->len, output, diags);
    bool keeps_format =
        g_str_has_suffix(path, lyh_ingest_rewritten_extension(path, &bytes));
    if (is_made && !keeps_format)
        lyh_diags_error(diags, "withdraw-format", lyh_place_file(path),
                        "turns of one person cannot be taken out of a file of this kind; "
                        "put it there as .txt or .docx, or take the file away");
    free(bytes.data);
    lyh_document_free(document);
    if (is_made && keeps_format) {
        size_t size;
        char *text = lyh_output_take(output, &size);
        changes_write(withdrawal->changes, path, text, size);
        return true;
    }
    lyh_output_discard(output);
    return lyh_error_set(error, LYH_ERROR_DATA, 0, path);
}
