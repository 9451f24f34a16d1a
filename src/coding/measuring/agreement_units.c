#include <lyhord/coding/agreement.h>

#include <stdlib.h>
#include <string.h>

#include "agreement_private.h"
#include "../autoptr.h"
#include "../codings_private.h"
#include "../order.h"
#include "../matching/sentence.h"

/* What the coders have done with one document, before it is cut into units. */
typedef struct document_work {
    lyh_agreement *agreement;
    const lyh_document *document; /* NULL: its text is not at hand */
    const lyh_tokens *tokens;
    const char *name;
    size_t index;
    GArray *placed; /* agreement_mark, unit still to be said */
    lyh_diags *diags;
} document_work;

static document_work work_begin(lyh_agreement *agreement, const char *name,
                                const bool *reads, lyh_diags *diags)
{
    g_assert(!agreement->marks_of);
    size_t index = agreement->first_marks->len, first = agreement->marks->len, none = 0;
    g_array_append_val(agreement->first_marks, first);
    for (size_t coder = 0; coder < agreement->coders->len; coder++) {
        bool has_read = !reads || reads[coder];
        g_array_append_val(agreement->reads, has_read);
        g_array_append_val(agreement->codings, none);
    }
    return (document_work){ .agreement = agreement,
                            .name = name,
                            .index = index,
                            .placed = g_array_new(FALSE, FALSE, sizeof(agreement_mark)),
                            .diags = diags };
}

static void work_clear(document_work *work)
{
    g_array_unref(work->placed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(document_work, work_clear)

static void place(const document_work *work, agreement_mark mark)
{
    g_array_append_val(work->placed, mark);
    ++*agreement_codings_of(work->agreement, work->index, mark.coder);
}

/* ---- with the text ---- */

/* What stands in the material already is counted there, and so are the codings of it. */
static bool is_repeated(const lyh_document *document, const lyh_coding *coding)
{
    for (size_t i = 0; i < lyh_document_repeat_count(document); i++) {
        const lyh_repeat *repeat = lyh_document_repeat(document, i);
        if (repeat->start <= coding->start && coding->end <= repeat->end)
            return true;
    }
    return false;
}

static bool place_anchored(const document_work *work, const agreement_file *file)
{
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    if (!lyh_codings_file_anchor(file->file, work->document, work->tokens, codings,
                                 work->diags))
        return false;
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        if (!agreement_is_a_coding(coding) || is_repeated(work->document, coding))
            continue;
        place(work, (agreement_mark){
                        .code = coding->code,
                        .coder = agreement_coder_of(work->agreement, file, coding->coder),
                        .turn = coding->turn,
                        .start = coding->start,
                        .end = coding->end });
    }
    return true;
}

static bool is_said(const lyh_tokens *tokens, const lyh_sentence *sentence)
{
    for (size_t i = sentence->first; i < sentence->end; i++)
        if (!(lyh_tokens_all(tokens)[i].flags & LYH_TOKEN_ASIDE))
            return true;
    return false;
}

static void add_unit(const document_work *work, size_t turn, size_t start, size_t end)
{
    agreement_unit unit = { work->index, turn, start, end };
    g_array_append_val(work->agreement->units, unit);
}

static void add_sentences_or_turns(const document_work *work)
{
    bool is_turn = work->agreement->unit == LYH_AGREE_TURN;
    size_t last_turn = LYH_NONE;
    for (size_t i = 0; i < lyh_tokens_sentence_count(work->tokens); i++) {
        const lyh_sentence *sentence = &lyh_tokens_sentences(work->tokens)[i];
        const lyh_turn *turn = lyh_document_turn(work->document, sentence->turn);
        if (turn->role != LYH_ROLE_RESPONDENT || !is_said(work->tokens, sentence) ||
            (is_turn && sentence->turn == last_turn))
            continue;
        size_t start = turn->start, end = turn->end;
        if (!is_turn)
            sentence_span(work->tokens, i, &start, &end);
        add_unit(work, sentence->turn, start, end);
        last_turn = sentence->turn;
    }
}

/* ---- without it ---- */

/* Places in two texts cannot be compared: the files then say which they mean. */
static bool is_of_same_text(const document_work *work, const lyh_codings_file *file,
                            const codings_row *row, const char **hash)
{
    const char *own = codings_cell(file, row->row, COLUMN_HASH);
    if (*own == '\0' || **hash == '\0' || g_ascii_strcasecmp(own, *hash) == 0) {
        *hash = **hash == '\0' ? own : *hash;
        return true;
    }
    lyh_diags_error(work->diags, "agree-place", codings_place(file, row->row, COLUMN_HASH),
                    "the codings of '%s' were made on different texts, so their places "
                    "cannot be compared; name its transcript with --documents",
                    work->name);
    return false;
}

static bool has_place(const document_work *work, const lyh_codings_file *file,
                      const codings_row *row, const char **hash)
{
    if (work->agreement->unit == LYH_AGREE_DOCUMENT)
        return true;
    if (row->start != LYH_NONE)
        return is_of_same_text(work, file, row, hash);
    lyh_diags_error(work->diags, "agree-place", codings_place(file, row->row, COLUMN_QUOTE),
                    "without the transcript of '%s' nobody knows where this stands; name "
                    "its file with --documents, or write start and end",
                    work->name);
    return false;
}

static bool place_as_told(const document_work *work, const agreement_file *file,
                          const char **hash)
{
    g_autofree char *name = lyh_id_clean(work->name);
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(file->file->document_of, name));
    const GArray *rows = known > 0 ? file->file->of_document->pdata[known - 1] : NULL;
    bool is_fine = true;
    for (guint i = 0; rows && i < rows->len; i++) {
        const codings_row *row = &g_array_index(rows, codings_row, i);
        if (!agreement_is_a_coding(&row->coding))
            continue;
        if (!has_place(work, file->file, row, hash)) {
            is_fine = false;
            continue;
        }
        place(work,
              (agreement_mark){
                  .code = row->coding.code,
                  .coder = agreement_coder_of(work->agreement, file, row->coding.coder),
                  .turn = row->turn,
                  .start = row->start,
                  .end = row->end,
                  .quote = codings_cell(file->file, row->row, COLUMN_QUOTE) });
    }
    return is_fine;
}

/* ---- from places to units ---- */

static gint by_place(gconstpointer one, gconstpointer two)
{
    const agreement_mark *a = one, *b = two;
    int start = order(a->start, b->start);
    int end = order(a->end, b->end);
    return start ? start : end ? end : order(a->coder, b->coder);
}

/* Stretches that touch are one; a coding never leaves its turn, so no stretch does where turns are known. */
static void add_statements(const document_work *work)
{
    size_t turn = 0, start = 0, end = 0;
    for (guint i = 0; i < work->placed->len; i++) {
        const agreement_mark *mark = &g_array_index(work->placed, agreement_mark, i);
        bool goes_on = i > 0 && mark->start <= end;
        if (i > 0 && !goes_on)
            add_unit(work, turn, start, end);
        turn = goes_on ? turn : mark->turn;
        start = goes_on ? start : mark->start;
        end = goes_on ? MAX(end, mark->end) : mark->end;
    }
    if (work->placed->len > 0)
        add_unit(work, turn, start, end);
}

static void add_units(const document_work *work)
{
    switch (work->agreement->unit) {
    case LYH_AGREE_DOCUMENT:
        add_unit(work, LYH_NONE, LYH_NONE, LYH_NONE);
        return;
    case LYH_AGREE_SENTENCE:
    case LYH_AGREE_TURN:
        add_sentences_or_turns(work);
        return;
    case LYH_AGREE_STATEMENT:
        add_statements(work);
        return;
    case LYH_AGREE_UNITS:
        break;
    }
    g_assert_not_reached();
}

/* The first unit from @from on that ends after @start; units lie one after the other. */
static size_t first_unit_after(const GArray *units, size_t from, size_t start)
{
    size_t low = from, high = units->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g_array_index(units, agreement_unit, middle).end <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static void mark_units(const document_work *work, agreement_mark mark, size_t first)
{
    const GArray *units = work->agreement->units;
    bool is_document = work->agreement->unit == LYH_AGREE_DOCUMENT;
    mark.unit = is_document ? first : first_unit_after(units, first, mark.start);
    for (; mark.unit < units->len; mark.unit++) {
        if (!is_document &&
            g_array_index(units, agreement_unit, mark.unit).start >= mark.end)
            return;
        g_array_append_val(work->agreement->marks, mark);
    }
}

static int by_unit_and_code(const void *one, const void *two)
{
    const agreement_mark *a = one, *b = two;
    int unit = order(a->unit, b->unit);
    int code = order(a->code, b->code);
    return unit ? unit : code ? code : by_place(a, b);
}

static void work_end(const document_work *work)
{
    lyh_agreement *agreement = work->agreement;
    size_t first_unit = agreement->units->len, first_mark = agreement->marks->len;
    g_array_sort(work->placed, by_place);
    add_units(work);
    for (guint i = 0; i < work->placed->len; i++)
        mark_units(work, g_array_index(work->placed, agreement_mark, i), first_unit);
    if (agreement->marks->len > first_mark)
        qsort(&g_array_index(agreement->marks, agreement_mark, first_mark),
              agreement->marks->len - first_mark, sizeof(agreement_mark), by_unit_and_code);
}

/* A list of readers that the codings belie would take what a coder said out of the count. */
static bool readers_are_true(const document_work *work)
{
    bool are_true = true;
    for (size_t coder = 0; coder < work->agreement->coders->len; coder++) {
        if (agreement_reads(work->agreement, work->index, coder) ||
            *agreement_codings_of(work->agreement, work->index, coder) == 0)
            continue;
        are_true = false;
        lyh_diags_error(work->diags, "agree-documents", lyh_place_none(),
                        "the list of documents does not name '%s' among the coders of "
                        "'%s', but that coder has codings there; name all who read it",
                        lyh_agreement_coder(work->agreement, coder), work->name);
    }
    return are_true;
}

bool lyh_agreement_add_document(lyh_agreement *agreement, const lyh_document *document,
                                const lyh_tokens *tokens, const bool *reads,
                                lyh_diags *diags)
{
    g_auto(document_work) work =
        work_begin(agreement, lyh_document_name(document), reads, diags);
    work.document = document;
    work.tokens = tokens;
    bool is_fine = true;
    for (guint i = 0; i < agreement->files->len; i++)
        is_fine &=
            place_anchored(&work, &g_array_index(agreement->files, agreement_file, i));
    work_end(&work);
    return readers_are_true(&work) && is_fine;
}

bool lyh_agreement_add_name(lyh_agreement *agreement, const char *document,
                            const bool *reads, lyh_diags *diags)
{
    g_assert(agreement->unit == LYH_AGREE_DOCUMENT ||
             agreement->unit == LYH_AGREE_STATEMENT);
    g_auto(document_work) work = work_begin(agreement, document, reads, diags);
    const char *hash = "";
    bool is_fine = true;
    for (guint i = 0; i < agreement->files->len; i++)
        is_fine &= place_as_told(&work, &g_array_index(agreement->files, agreement_file, i),
                                 &hash);
    work_end(&work);
    return readers_are_true(&work) && is_fine;
}
