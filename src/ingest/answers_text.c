#include "answers_text.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "closing.h"
#include "label.h"
#include "wrap.h"

typedef struct answer_turn {
    size_t start, end;
    size_t line, column; /* of the file */
} answer_turn;

struct answers_text {
    GString *text;
    GArray *turns;      /* answer_turn */
    GArray *paragraphs; /* struct paragraph */
};

answers_text *answers_text_new(void)
{
    answers_text *text = g_new0(answers_text, 1);
    text->text = g_string_new(NULL);
    text->turns = g_array_new(FALSE, FALSE, sizeof(answer_turn));
    text->paragraphs = g_array_new(FALSE, FALSE, sizeof(struct paragraph));
    return text;
}

void answers_text_free(answers_text *text)
{
    if (!text)
        return;
    g_array_unref(text->paragraphs);
    g_array_unref(text->turns);
    g_string_free(text->text, TRUE);
    g_free(text);
}

void answers_text_clear(answers_text *text)
{
    g_string_truncate(text->text, 0);
    g_array_set_size(text->turns, 0);
    g_array_set_size(text->paragraphs, 0);
}

/* The paragraph that the text ends with. */
static struct paragraph *latest(const answers_text *text)
{
    return &g_array_index(text->paragraphs, struct paragraph, text->paragraphs->len - 1);
}

static bool is_closing(const char *line, size_t size)
{
    size_t id, id_size;
    return closing_at(line, size, &id, &id_size) == 0;
}

/* Does a line within an answer go on with the sentence of the one before? As in a table of turns. */
static bool goes_on(const answers_text *text, const char *line, size_t size)
{
    const char *before = text->text->str + latest(text)->start;
    size_t before_size = latest(text)->end - latest(text)->start;
    size_t id, id_size;
    return !is_closing(line, size) &&
           closing_at(before, before_size, &id, &id_size) == before_size &&
           !wrap_is_list_item(line, size) && !wrap_ends_sentence(before, before_size) &&
           wrap_goes_on(line, size);
}

static void add_line(answers_text *text, const char *line, size_t size, bool is_first)
{
    GString *all = text->text;
    if (!is_first && goes_on(text, line, size)) {
        g_string_append_c(all, ' ');
        g_string_append_len(all, line, (gssize)size);
        latest(text)->end = all->len;
        return;
    }
    if (all->len > 0)
        g_string_append_c(all, '\n');
    struct paragraph paragraph = { .start = all->len, .end = all->len + size };
    g_string_append_len(all, line, (gssize)size);
    g_array_append_val(text->paragraphs, paragraph);
}

/* White space at the ends of a line is none of it; a dash that begins an answer is typed for a speaker. */
static size_t lead_of(const char *line, size_t size, bool is_first)
{
    return is_first ? label_pass_dash(line, size, 0) : lyh_text_leading_space(line, size);
}

/* Most answers are one line: two searches by the machine's own means are quicker than one of ours. */
static bool is_one_line(const char *cell, size_t size)
{
    return !memchr(cell, '\n', size) && !memchr(cell, '\r', size);
}

static void add_lines(answers_text *text, const char *cell, size_t size)
{
    bool is_first = true;
    bool is_single = is_one_line(cell, size);
    for (size_t start = 0; start <= size;) {
        size_t end =
            is_single ? size : start + lyh_text_until(cell + start, size - start, "\r\n");
        size_t lead = lead_of(cell + start, end - start, is_first);
        size_t length = lyh_text_trimmed_size(cell + start + lead, end - start - lead);
        if (length > 0)
            add_line(text, cell + start + lead, length, is_first);
        is_first = is_first && length == 0;
        start = end + 1;
    }
}

bool answers_text_add(answers_text *text, const char *cell, size_t size, size_t line,
                      size_t column)
{
    guint known = text->paragraphs->len;
    char *nfc =
        lyh_text_is_nfc_at_sight(cell, size) ? NULL : lyh_text_nfc(cell, size, &size);
    add_lines(text, nfc ? nfc : cell, size);
    free(nfc);
    if (text->paragraphs->len == known)
        return false;
    answer_turn turn = { g_array_index(text->paragraphs, struct paragraph, known).start,
                         text->text->len, line, column };
    g_array_append_val(text->turns, turn);
    return true;
}

size_t answers_text_size(const answers_text *text)
{
    return text->text->len;
}

GArray *answers_text_paragraphs(const answers_text *text)
{
    return text->paragraphs;
}

lyh_document *answers_text_document(const answers_text *text, const char *name,
                                    const char *path)
{
    lyh_document *document = lyh_document_new(name, path, text->text->str, text->text->len);
    size_t speaker = lyh_document_add_speaker(document, "", LYH_ROLE_RESPONDENT);
    for (guint i = 0; i < text->turns->len; i++) {
        const answer_turn *turn = &g_array_index(text->turns, answer_turn, i);
        const lyh_origin_step step = {
            .start = turn->start,
            .origin = { .paragraph = turn->line, .character = turn->column },
        };
        lyh_document_add_origin(document, step);
        lyh_document_add_turn(document, (lyh_turn){ .start = turn->start,
                                                    .end = turn->end,
                                                    .speaker = speaker,
                                                    .role = LYH_ROLE_RESPONDENT,
                                                    .respondent = i,
                                                    .question = LYH_NONE });
    }
    return document;
}

/* ---- ids and values ---- */

static size_t keep(answers_kept *kept, const char *text, size_t size)
{
    size_t start = kept->size;
    kept->size += size + 1;
    if (kept->size > kept->room) {
        kept->room = 2 * kept->size;
        kept->texts = g_realloc(kept->texts, kept->room);
    }
    memcpy(kept->texts + start, text, size);
    kept->texts[start + size] = '\0';
    return start;
}

size_t answers_keep(answers_kept *kept, const char *text, size_t size, size_t *clean)
{
    *clean = size;
    if (lyh_text_is_nfc_at_sight(text, size))
        return keep(kept, text, size);
    g_autofree char *nfc = lyh_text_nfc(text, size, clean);
    return keep(kept, nfc, *clean);
}
