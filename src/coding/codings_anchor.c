#include <lyhord/coding/codings_csv.h>

#include "codings_private.h"
#include "matching/passage.h"
#include "matching/sentence.h"

/* Rows named in one warning; more would hide the sentence they belong to. */
#define MOST_NAMED 10

typedef struct anchorer {
    const lyh_codings_file *file;
    const lyh_document *document;
    const lyh_tokens *tokens;
    lyh_diags *diags;
    GArray *moved; /* size_t: CSV rows whose place was found again by their quote */
} anchorer;

/* Where a quote stands in what respondents say. */
typedef struct quote_places {
    size_t count;
    passage first;
    size_t in_turn; /* how many of them in the turn the row names */
    passage first_in_turn;
    bool is_where_told; /* one begins just where the row says */
    passage where_told;
} quote_places;

static const char *quote_of(const anchorer *anchoring, const codings_row *row)
{
    return codings_cell(anchoring->file, row->row, COLUMN_QUOTE);
}

static void note_passage(quote_places *places, const codings_row *row, size_t turn,
                         passage found, size_t told)
{
    if (places->count++ == 0)
        places->first = found;
    if (turn == row->turn && places->in_turn++ == 0)
        places->first_in_turn = found;
    if (found.start == told) {
        places->is_where_told = true;
        places->where_told = found;
    }
}

/* Only in respondents' turns: an interviewer who repeats the words is somebody else. */
static quote_places places_of_quote(const anchorer *anchoring, const codings_row *row)
{
    quote_places places = { 0 };
    const lyh_document *document = anchoring->document;
    const char *text = lyh_document_text(document);
    size_t told =
        row->start == LYH_NONE ? LYH_NONE : lyh_document_byte(document, row->start);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        passage found = { turn->start, turn->start };
        while (turn->role == LYH_ROLE_RESPONDENT &&
               passage_find(text, found.end, turn->end, quote_of(anchoring, row), &found))
            note_passage(&places, row, i, found, told);
    }
    return places;
}

static bool complain_of_quote(const anchorer *anchoring, const codings_row *row,
                              const quote_places *places)
{
    const char *name = lyh_document_name(anchoring->document);
    lyh_place place = codings_place(anchoring->file, row->row, COLUMN_QUOTE);
    if (places->count == 0)
        lyh_diags_error(anchoring->diags, "quote-missing", place,
                        "the quote is not among the respondents' words in '%s'; copy it "
                        "from the transcript, letter by letter",
                        name);
    else
        lyh_diags_error(anchoring->diags, "quote-several", place,
                        "the quote is there %zu times in '%s'; write the number of its "
                        "turn, or a longer quote",
                        places->count, name);
    return false;
}

static bool find_by_quote(const anchorer *anchoring, const codings_row *row, passage *span)
{
    quote_places places = places_of_quote(anchoring, row);
    if (places.is_where_told)
        *span = places.where_told;
    else if (places.in_turn == 1)
        *span = places.first_in_turn;
    else if (places.count == 1)
        *span = places.first;
    else
        return complain_of_quote(anchoring, row, &places);
    return true;
}

/* The span the row states, when it lies in the text and says what the quote says. */
static bool find_as_told(const anchorer *anchoring, const codings_row *row, passage *span)
{
    const lyh_document *document = anchoring->document;
    size_t size = lyh_document_size(document);
    if (row->start == LYH_NONE || row->end > lyh_document_character(document, size))
        return false;
    span->start = lyh_document_byte(document, row->start);
    span->end = lyh_document_byte(document, row->end);

    passage said;
    const char *quote = quote_of(anchoring, row);
    return *quote == '\0' ||
           (passage_at(lyh_document_text(document), span->start, span->end, quote, &said) &&
            said.end == span->end);
}

static bool complain_of_place(const anchorer *anchoring, const codings_row *row)
{
    lyh_diags_error(anchoring->diags, "coding-unanchored",
                    codings_place(anchoring->file, row->row, COLUMN_START),
                    "the place does not fit the text of '%s' and there is no quote to find "
                    "it by; code the passage again",
                    lyh_document_name(anchoring->document));
    return false;
}

static bool find_span(const anchorer *anchoring, const codings_row *row, passage *span)
{
    const char *hash = codings_cell(anchoring->file, row->row, COLUMN_HASH);
    bool has_quote = *quote_of(anchoring, row) != '\0';
    bool is_typed = *hash == '\0';
    bool is_same_text =
        !is_typed && g_ascii_strcasecmp(hash, lyh_document_hash(anchoring->document)) == 0;

    if ((is_same_text || is_typed) && find_as_told(anchoring, row, span))
        return true;
    if (!has_quote)
        return complain_of_place(anchoring, row);
    if (!find_by_quote(anchoring, row, span))
        return false;
    if (!is_typed || row->start != LYH_NONE)
        g_array_append_val(anchoring->moved, row->row);
    return true;
}

static bool is_in_respondents_turn(const anchorer *anchoring, const codings_row *row,
                                   passage span, size_t *turn)
{
    *turn = lyh_document_turn_at(anchoring->document, span.start);
    const lyh_turn *found =
        *turn == LYH_NONE ? NULL : lyh_document_turn(anchoring->document, *turn);
    if (found && found->role == LYH_ROLE_RESPONDENT && span.end <= found->end)
        return true;
    lyh_diags_error(anchoring->diags, "coding-outside",
                    codings_place(anchoring->file, row->row, COLUMN_START),
                    "the coding in '%s' is not within one turn of a respondent; only what "
                    "respondents say is coded",
                    lyh_document_name(anchoring->document));
    return false;
}

/*
 * The cue's words as the file tells them, looked for in the coding's sentence: the nearest that
 * end before the coding begins, for a negation stands before what it denies; else the first.
 */
static void find_cue(const anchorer *anchoring, const codings_row *row, lyh_coding *coding)
{
    const char *cue = codings_cell(anchoring->file, row->row, COLUMN_CUE);
    if (*cue == '\0' || lyh_tokens_sentence_count(anchoring->tokens) == 0)
        return;
    size_t start, end;
    sentence_span(anchoring->tokens, coding->sentence, &start, &end);
    end = MAX(end, coding->end);
    passage found = { start, start };
    const char *text = lyh_document_text(anchoring->document);
    while (passage_find(text, found.end, end, cue, &found)) {
        bool is_before = found.end <= coding->start;
        if (is_before || coding->cue_start == coding->cue_end) {
            coding->cue_start = found.start;
            coding->cue_end = found.end;
        }
        if (!is_before)
            return;
    }
}

static bool anchor_row(const anchorer *anchoring, const codings_row *row,
                       lyh_codings *codings)
{
    passage span;
    size_t turn;
    if (!find_span(anchoring, row, &span) ||
        !is_in_respondents_turn(anchoring, row, span, &turn))
        return false;

    lyh_coding coding = row->coding;
    coding.start = span.start;
    coding.end = span.end;
    coding.turn = turn;
    coding.respondent = lyh_document_turn(anchoring->document, turn)->respondent;
    coding.sentence = sentence_at(anchoring->tokens, span.start);
    find_cue(anchoring, row, &coding);
    lyh_codings_add(codings, coding);
    return true;
}

static void warn_of_moved(const anchorer *anchoring)
{
    const lyh_codings_file *file = anchoring->file;
    if (anchoring->moved->len == 0)
        return;
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < MIN(anchoring->moved->len, MOST_NAMED); i++) {
        size_t row = g_array_index(anchoring->moved, size_t, i);
        lyh_place place = codings_place(file, row, COLUMN_DOCUMENT);
        g_string_append_printf(lines, "%s%zu", i > 0 ? ", " : "",
                               lyh_source_line(lyh_csv_source(file->csv), place.start));
    }
    if (anchoring->moved->len > MOST_NAMED)
        g_string_append(lines, " …");
    size_t first = g_array_index(anchoring->moved, size_t, 0);
    lyh_diags_warning(
        anchoring->diags, "coding-moved", codings_place(file, first, COLUMN_QUOTE),
        lyh_trn(lyh_diags_catalog(anchoring->diags),
                "the place of %zu coding does not fit the text of '%s'; it was "
                "found again by its quote (line %s)",
                "the places of %zu codings do not fit the text of '%s'; they "
                "were found again by their quotes (lines %s)",
                anchoring->moved->len),
        (size_t)anchoring->moved->len, lyh_document_name(anchoring->document), lines->str);
}

bool lyh_codings_file_anchor(const lyh_codings_file *file, const lyh_document *document,
                             const lyh_tokens *tokens, lyh_codings *codings,
                             lyh_diags *diags)
{
    g_autofree char *name = lyh_id_clean(lyh_document_name(document));
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(file->document_of, name));
    if (known == 0)
        return true;

    const GArray *rows = file->of_document->pdata[known - 1];
    g_autoptr(GArray) moved = g_array_new(FALSE, FALSE, sizeof(size_t));
    anchorer anchoring = { file, document, tokens, diags, moved };
    bool is_fine = true;
    for (guint i = 0; i < rows->len; i++)
        is_fine &= anchor_row(&anchoring, &g_array_index(rows, codings_row, i), codings);
    warn_of_moved(&anchoring);
    lyh_codings_sort(codings);
    return is_fine;
}
