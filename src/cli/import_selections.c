#include <string.h>

#include <lyhord/base/text.h>

#include "import.h"

/* ---- from the source to the document ---- */

/* The first byte of a document that came from byte @wanted of its file, or later. */
static size_t byte_from(const lyh_document *document, size_t wanted)
{
    size_t low = 0, high = lyh_document_size(document);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lyh_document_origin(document, middle).byte < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    const char *text = lyh_document_text(document);
    while (low < lyh_document_size(document) && (text[low] & 0xc0) == 0x80)
        low++;
    return low;
}

static size_t document_byte(const import_text *text, size_t offset)
{
    size_t at = lyh_refi_text_at(text->source, offset);
    if (text->through)
        return byte_from(text->through, at);
    at = at > text->lead ? at - text->lead : 0;
    return MIN(at + text->own_lead, lyh_document_size(text->document));
}

/* What a reader of transcripts may change within a passage: white space, and hyphens at line ends. */
static char *bare(const char *text, size_t size)
{
    GString *made = g_string_sized_new(size + 1);
    size_t length;
    for (size_t i = 0; i < size; i += length) {
        uint32_t c = lyh_text_char(text + i, size - i, &length);
        if (!lyh_char_is_space(c) && c != '-')
            g_string_append_len(made, text + i, (gssize)length);
    }
    return g_string_free(made, FALSE);
}

static bool is_same_passage(const import_text *text, lyh_refi_span from, size_t start,
                            size_t end)
{
    size_t first = lyh_refi_text_at(text->source, from.start);
    size_t behind = lyh_refi_text_at(text->source, from.end);
    g_autofree char *one =
        bare(lyh_refi_text_bytes(text->source, NULL) + first, behind - first);
    g_autofree char *two = bare(lyh_document_text(text->document) + start, end - start);
    return strcmp(one, two) == 0;
}

/* ---- into respondents' turns ---- */

static void trim(const char *text, size_t *start, size_t *end)
{
    *start += lyh_text_leading_space(text + *start, *end - *start);
    *end = *start + lyh_text_trimmed_size(text + *start, *end - *start);
}

static void find_cue(const import_text *text, const char *cue, lyh_coding *coding)
{
    const char *words = lyh_document_text(text->document);
    size_t size = cue ? strlen(cue) : 0;
    size_t from = lyh_document_turn(text->document, coding->turn)->start;
    for (size_t i = from; size > 0 && i + size <= lyh_document_size(text->document) &&
                          (i + size <= coding->end || coding->cue_start == coding->cue_end);
         i++) {
        if (i >= lyh_document_turn(text->document, coding->turn)->end)
            return;
        if (memcmp(words + i, cue, size) == 0) {
            coding->cue_start = i;
            coding->cue_end = i + size;
        }
    }
}

/* A selection over several turns becomes a coding in each that a respondent speaks. */
static size_t add_pieces(import_plan *plan, const char *coder, size_t index, size_t start,
                         size_t end, lyh_coding like, const char *cue)
{
    const import_text *text = plan->texts->pdata[index];
    const char *words = lyh_document_text(text->document);
    size_t pieces = 0;
    for (size_t i = 0; i < lyh_document_turn_count(text->document); i++) {
        const lyh_turn *turn = lyh_document_turn(text->document, i);
        size_t first = MAX(start, turn->start), behind = MIN(end, turn->end);
        if (turn->role != LYH_ROLE_RESPONDENT || first >= behind)
            continue;
        trim(words, &first, &behind);
        if (first >= behind)
            continue;
        lyh_coding coding = like;
        coding.turn = i;
        coding.respondent = turn->respondent;
        coding.start = first;
        coding.end = behind;
        find_cue(text, cue, &coding);
        import_add_coding(plan, coder, index, coding);
        pieces++;
    }
    return pieces;
}

/* ---- selection by selection ---- */

static const char *coder_of(const lyh_refi *project, size_t user)
{
    const char *name = user == LYH_NONE ? "" : project->users[user].name;
    return *name ? name : "import";
}

static lyh_coding like_told(import_plan *plan, const lyh_refi *project,
                            const lyh_refi_selection *selection, size_t code, char **cue)
{
    lyh_coding coding = {
        .code = code, .respondent = LYH_NONE, .status = LYH_MANUAL, .coder = "", .rule = ""
    };
    char *rule = NULL;
    if (exchange_is_ours(project))
        exchange_read_coding(selection->description, &coding, cue, &rule);
    if (rule)
        coding.rule = g_string_chunk_insert_const(plan->strings, rule);
    g_free(rule);
    return coding;
}

static void place_coding(import_plan *plan, const lyh_refi *project,
                         const lyh_refi_positions *positions, const lyh_refi_coding *raw)
{
    const lyh_refi_selection *selection = &project->selections[raw->selection];
    const import_text *text = plan->texts->pdata[raw->source];
    lyh_refi_span span = lyh_refi_positions_span(positions, raw->selection);
    size_t code = g_array_index(plan->code_of, size_t, raw->code);
    if (code == LYH_NONE) {
        plan->unknown_code++;
        return;
    }
    if (lyh_refi_positions_doubts(positions, raw->selection)) {
        plan->doubted++;
        return;
    }
    size_t start = span.start == LYH_NONE ? 0 : document_byte(text, span.start);
    size_t end = span.start == LYH_NONE ? 0 : document_byte(text, span.end);
    if (start >= end || !is_same_passage(text, span, start, end)) {
        plan->lost++;
        return;
    }
    g_autofree char *cue = NULL;
    lyh_coding coding = like_told(plan, project, selection, code, &cue);
    size_t pieces = add_pieces(plan, coder_of(project, raw->user), raw->source, start, end,
                               coding, cue);
    plan->outside += pieces == 0;
    plan->cut += pieces > 1;
}

static void count_uncoded(import_plan *plan, const lyh_refi *project)
{
    g_autofree bool *coded = g_new0(bool, project->selection_count + 1);
    for (size_t i = 0; i < project->coding_count; i++)
        if (project->codings[i].selection != LYH_NONE)
            coded[project->codings[i].selection] = true;
    /* a case's own turns are no loss: the transcript tells them */
    for (size_t i = 0; i < project->holding_count; i++)
        if (project->holdings[i].selection != LYH_NONE)
            coded[project->holdings[i].selection] = true;
    for (size_t i = 0; i < project->selection_count; i++)
        plan->uncoded += !coded[i];
}

bool import_selections(import_plan *plan, const lyh_refi *project,
                       const lyh_refi_positions *positions)
{
    for (size_t i = 0; i < project->coding_count; i++) {
        const lyh_refi_coding *raw = &project->codings[i];
        if (raw->selection == LYH_NONE)
            plan->whole++;
        else
            place_coding(plan, project, positions, raw);
    }
    count_uncoded(plan, project);
    return true;
}
