#include "asides.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "stamps.h"

/* What stands between slashes when it is a transcriber's: left-out words, and these. */
static const char *const slashed[] = { "...", "ohörbart", "paus", "skratt",
                                       "\xE2\x80\xA6" };

struct opening {
    size_t offset;
    char sign;
};

struct scan {
    lyh_document *document;
    const lyh_source *source;
    lyh_diags *diags;
    const sign_list *signs;
    GArray *openings; /* struct opening: brackets not yet closed */
    size_t round; /* how many of them are round; looking for what is not there takes long */
    GArray *found; /* lyh_aside: of this paragraph, inner ones too */
};

static struct opening opening_at(const struct scan *scan, size_t index)
{
    return g_array_index(scan->openings, struct opening, index);
}

static void keep(struct scan *scan, size_t start, size_t end, lyh_aside_kind kind)
{
    lyh_aside aside = { .start = start, .end = end, .kind = kind };
    while (scan->found->len > 0 &&
           g_array_index(scan->found, lyh_aside, scan->found->len - 1).start > start)
        g_array_set_size(scan->found, scan->found->len - 1);
    g_array_append_val(scan->found, aside);
}

static void open_bracket(struct scan *scan, size_t offset, char sign)
{
    struct opening opening = { .offset = offset, .sign = sign };
    g_array_append_val(scan->openings, opening);
    scan->round += sign == '(';
}

static struct opening pop_opening(struct scan *scan)
{
    struct opening last = opening_at(scan, scan->openings->len - 1);
    g_array_set_size(scan->openings, scan->openings->len - 1);
    scan->round -= last.sign == '(';
    return last;
}

/* The nearest opening of the same sort; those inside it that nobody closed go with it. */
static void close_bracket(struct scan *scan, size_t offset, char sign)
{
    size_t open = sign == '(' ? scan->round : scan->openings->len - scan->round;
    if (open == 0)
        return;
    struct opening opening = pop_opening(scan);
    while (opening.sign != sign)
        opening = pop_opening(scan);
    keep(scan, opening.offset, offset + 1,
         sign == '[' ? LYH_ASIDE_EDITOR : LYH_ASIDE_STAGE);
}

static void tell_unclosed(struct scan *scan, struct opening opening, size_t end)
{
    lyh_place place = lyh_document_place(scan->document, scan->source, opening.offset,
                                         opening.offset + 1);
    if (opening.sign == '(') {
        lyh_diags_note(scan->diags, "aside-open", place,
                       "'(' is never closed; the words after it are read as speech");
        return;
    }
    lyh_diags_warning(
        scan->diags, "aside-unclosed", place,
        "'[' is never closed; the rest of the paragraph is taken for the editor's "
        "words: write ']' where they end");
    keep(scan, opening.offset, end, LYH_ASIDE_EDITOR);
}

static void end_paragraph(struct scan *scan, size_t end)
{
    size_t open_square = LYH_NONE;
    bool has_told_round = false;
    for (size_t i = 0; i < scan->openings->len; i++) {
        struct opening opening = opening_at(scan, i);
        bool is_first = opening.sign == '[' ? open_square == LYH_NONE : !has_told_round;
        if (opening.sign == '[' && is_first)
            open_square = i;
        has_told_round = has_told_round || opening.sign == '(';
        if (is_first)
            tell_unclosed(scan, opening, end);
    }
    for (size_t i = 0; i < scan->found->len; i++)
        lyh_document_add_aside(scan->document, g_array_index(scan->found, lyh_aside, i));
    g_array_set_size(scan->openings, 0);
    scan->round = 0;
    g_array_set_size(scan->found, 0);
}

static bool is_word_at(const char *text, size_t end, size_t offset)
{
    size_t length;
    return offset < end &&
           lyh_char_is_word(lyh_text_char(text + offset, end - offset, &length));
}

static bool is_word_before(const char *text, size_t start, size_t offset)
{
    if (offset == start)
        return false;
    const char *before = g_utf8_prev_char(text + offset);
    return is_word_at(before, (size_t)(text + offset - before), 0);
}

/* "00:12:31", "#00:12:31-5#", "[00:12:31]": the byte after it, or @offset. */
static size_t pass_stamp(struct scan *scan, const char *text, size_t start, size_t end,
                         size_t offset)
{
    struct stamp stamp;
    if (!stamp_at(text + offset, end - offset, &stamp) ||
        is_word_before(text, start, offset))
        return offset;
    keep(scan, offset, offset + stamp.size, LYH_ASIDE_TIME);
    return offset + stamp.size;
}

/* "/…/", "/.../", "/ohörbart/". */
static size_t pass_slashes(struct scan *scan, const char *text, size_t end, size_t offset)
{
    size_t first = offset + 1 + (offset + 1 < end && text[offset + 1] == ' ');
    for (size_t i = 0; i < G_N_ELEMENTS(slashed); i++) {
        size_t length = strlen(slashed[i]);
        size_t last = first + length;
        if (last >= end || memcmp(text + first, slashed[i], length) != 0)
            continue;
        last += text[last] == ' ';
        if (last >= end || text[last] != '/')
            continue;
        keep(scan, offset, last + 1, LYH_ASIDE_EDITOR);
        return last + 1;
    }
    return offset;
}

/* "xxx" where nobody could hear; "=" where one speaker takes over from another at once. */
static size_t pass_sign(struct scan *scan, const char *text, size_t start, size_t end,
                        size_t offset)
{
    bool is_alone = end - offset < 3 || text[offset + 1] != text[offset];
    if (text[offset] != '=' && (is_alone || is_word_before(text, start, offset)))
        return offset;
    size_t last = offset;
    while (last < end && text[last] == text[offset])
        last++;
    bool is_free = !is_word_before(text, start, offset) && !is_word_at(text, end, last);
    if (text[offset] == '=')
        is_free = !is_word_before(text, start, offset) || !is_word_at(text, end, last);
    if (!is_free || (text[offset] != '=' && last - offset < 3))
        return text[offset] == '=' ? last : offset;
    keep(scan, offset, last, LYH_ASIDE_STAGE);
    return last;
}

/* The byte after an aside that is no bracket and begins at @offset, or @offset. */
static size_t pass_other(struct scan *scan, const char *text, size_t start, size_t end,
                         size_t offset)
{
    switch (text[offset]) {
    case '/':
        return pass_slashes(scan, text, end, offset);
    case '=':
    case 'x':
    case 'X':
        return pass_sign(scan, text, start, end, offset);
    default:
        return pass_stamp(scan, text, start, end, offset);
    }
}

static void read_bracket(struct scan *scan, char sign, size_t offset)
{
    if (sign == '[' || sign == '(')
        open_bracket(scan, offset, sign);
    else if (sign == ']' || sign == ')')
        close_bracket(scan, offset, sign == ']' ? '[' : '(');
}

/* The paragraph from @start to @end, whose first sign is @index. Returns the first behind it. */
static size_t read_paragraph(struct scan *scan, size_t start, size_t end, size_t index)
{
    const char *text = lyh_document_text(scan->document);
    const sign_list *signs = scan->signs;
    while (index < signs->count && signs->at[index] < end) {
        size_t at = signs->at[index], after = pass_other(scan, text, start, end, at);
        if (after == at) {
            read_bracket(scan, text[at], at);
            after++;
        }
        while (index < signs->count && signs->at[index] < after)
            index++;
    }
    end_paragraph(scan, end);
    return index;
}

void asides_add(lyh_document *document, const paragraph_list *paragraphs,
                const text_signs *signs, const lyh_source *source, lyh_diags *diags)
{
    g_autoptr(GArray) openings = g_array_new(FALSE, FALSE, sizeof(struct opening));
    g_autoptr(GArray) found = g_array_new(FALSE, FALSE, sizeof(lyh_aside));
    struct scan scan = { .document = document,
                         .source = source,
                         .diags = diags,
                         .signs = &signs->of[SIGN_ASIDE],
                         .openings = openings,
                         .found = found };
    for (size_t index = 0, i = 0; index < scan.signs->count;) {
        size_t at = scan.signs->at[index];
        while (i < paragraphs->count && paragraphs->items[i].end <= at)
            i++;
        if (i == paragraphs->count)
            break;
        const struct paragraph *paragraph = &paragraphs->items[i];
        index = at < paragraph->start
                    ? index + 1
                    : read_paragraph(&scan, paragraph->start, paragraph->end, index);
    }
}
