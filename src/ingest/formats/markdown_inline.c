#include "markdown_inline.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

#include "entities.h"

/* Longer tags and addresses are none; a lone sign must not make us look to the end. */
#define LONGEST_TAG 1024
/* Backticks before code; nobody writes more, and each length is looked for to the end. */
#define MOST_TICKS 32

/* A run of * or _ that may open emphasis. */
struct opener {
    size_t start, size; /* size: signs not used yet, the last of the run */
};

/* Spans of one kind lie inside each other or apart, and are found by where they end. */
struct span {
    size_t start, end;
};

struct reader {
    struct markdown_inline *signs;
    const char *text;
    size_t size;
    GArray *openers[2];           /* struct opener: of * and of _ */
    GArray *brackets;             /* size_t: bytes of [ not closed yet */
    GArray *emphasis;             /* struct span: between the signs */
    GArray *images;               /* struct span */
    size_t last_tick;             /* the last backtick of the text */
    bool no_tick[MOST_TICKS + 1]; /* runs of this length do not come again */
};

static void leave_out(struct reader *reader, size_t start, size_t end)
{
    memset(reader->signs->bytes + start, MARKDOWN_SIGN, end - start);
}

static bool is_punctuation(uint32_t c)
{
    return !lyh_char_is_word(c) && !lyh_char_is_space(c);
}

/* ------ emphasis ------ */

static uint32_t char_before(const struct reader *reader, size_t at)
{
    if (at == 0)
        return ' ';
    const char *before = g_utf8_prev_char(reader->text + at);
    size_t length;
    return lyh_text_char(before, (size_t)(reader->text + at - before), &length);
}

static uint32_t char_at(const struct reader *reader, size_t at)
{
    size_t length;
    return at < reader->size ? lyh_text_char(reader->text + at, reader->size - at, &length)
                             : ' ';
}

/* Openers of the other sign that began inside what is closed now cannot close any more. */
static void forget_inside(struct reader *reader, int which, size_t start)
{
    GArray *others = reader->openers[!which];
    while (others->len > 0 &&
           g_array_index(others, struct opener, others->len - 1).start > start)
        g_array_set_size(others, others->len - 1);
}

/* Close as much as the run of @size signs at @at can; returns the signs that are left. */
static size_t close_emphasis(struct reader *reader, int which, size_t at, size_t size)
{
    GArray *openers = reader->openers[which];
    while (size > 0 && openers->len > 0) {
        struct opener *opener = &g_array_index(openers, struct opener, openers->len - 1);
        size_t used = opener->size >= 2 && size >= 2 ? 2 : 1;
        size_t open = opener->start + opener->size - used;
        struct span emphasis = { open + used, at };
        leave_out(reader, open, open + used);
        leave_out(reader, at, at + used);
        g_array_append_val(reader->emphasis, emphasis);
        forget_inside(reader, which, open);
        opener->size -= used;
        at += used;
        size -= used;
        if (opener->size == 0)
            g_array_set_size(openers, openers->len - 1);
    }
    return size;
}

/* A run of * or _: CommonMark 6.2, the flanking of delimiter runs. */
static size_t read_run(struct reader *reader, size_t at)
{
    char sign = reader->text[at];
    size_t size = 1;
    while (at + size < reader->size && reader->text[at + size] == sign)
        size++;
    uint32_t before = char_before(reader, at);
    uint32_t after = char_at(reader, at + size);
    bool left =
        !lyh_char_is_space(after) &&
        (!is_punctuation(after) || lyh_char_is_space(before) || is_punctuation(before));
    bool right =
        !lyh_char_is_space(before) &&
        (!is_punctuation(before) || lyh_char_is_space(after) || is_punctuation(after));
    bool can_open = left && (sign == '*' || !right || is_punctuation(before));
    bool can_close = right && (sign == '*' || !left || is_punctuation(after));
    int which = sign == '_';
    size_t rest = can_close ? close_emphasis(reader, which, at, size) : size;
    if (can_open && rest > 0) {
        struct opener opener = { at + size - rest, rest };
        g_array_append_val(reader->openers[which], opener);
    }
    return size;
}

/* ------ code, escapes, tags ------ */

/* `code`: the text between two runs of backticks of the same length. */
static size_t read_code(struct reader *reader, size_t at)
{
    size_t size = 1;
    while (at + size < reader->size && reader->text[at + size] == '`')
        size++;
    if (size > MOST_TICKS || reader->no_tick[size])
        return size;
    for (size_t i = at + size; i <= reader->last_tick && i < reader->size;) {
        if (reader->text[i] != '`') {
            i++;
            continue;
        }
        size_t run = 1;
        while (i + run < reader->size && reader->text[i + run] == '`')
            run++;
        if (run == size) {
            leave_out(reader, at, at + size);
            leave_out(reader, i, i + run);
            return i + run - at;
        }
        i += run;
    }
    reader->no_tick[size] = true;
    return size;
}

static size_t read_escape(struct reader *reader, size_t at)
{
    if (at + 1 >= reader->size || !g_ascii_ispunct(reader->text[at + 1]))
        return 1;
    leave_out(reader, at, at + 1);
    return 2;
}

static size_t read_entity(struct reader *reader, size_t at)
{
    char character[ENTITY_SIZE];
    size_t size = entity_at(reader->text + at, reader->size - at, character);
    if (size == 0)
        return 1;
    leave_out(reader, at, at + size);
    reader->signs->bytes[at] = MARKDOWN_ENTITY;
    return size;
}

static bool is_simple_tag(const char *inside, size_t size)
{
    static const char *const names[] = { "a",   "b",      "br",  "div", "em",    "font",
                                         "hr",  "i",      "p",   "s",   "small", "span",
                                         "sub", "strong", "sup", "u",   "li",    "ul" };
    size_t at = size > 0 && inside[0] == '/' ? 1 : 0;
    size_t length = 0;
    while (at + length < size && g_ascii_isalpha(inside[at + length]))
        length++;
    if (at + length < size && !strchr(" \t/", inside[at + length]))
        return false;
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strlen(names[i]) == length &&
            g_ascii_strncasecmp(names[i], inside + at, length) == 0)
            return true;
    return false;
}

/* <https://…> and <namn@…>: the address is text. */
static bool is_autolink(const char *inside, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (g_ascii_isspace(inside[i]) || inside[i] == '<')
            return false;
    return memmem(inside, size, "://", 3) || memchr(inside, '@', size);
}

static size_t read_tag(struct reader *reader, size_t at)
{
    const char *end =
        memchr(reader->text + at, '>', MIN(reader->size - at, (size_t)LONGEST_TAG));
    if (!end)
        return 1;
    const char *inside = reader->text + at + 1;
    size_t size = (size_t)(end - inside);
    if (is_autolink(inside, size)) {
        leave_out(reader, at, at + 1);
        leave_out(reader, at + 1 + size, at + 2 + size);
        return size + 2;
    }
    if (!is_simple_tag(inside, size))
        return 1;
    leave_out(reader, at, at + size + 2);
    if (size >= 2 && g_ascii_strncasecmp(inside, "br", 2) == 0)
        reader->signs->bytes[at] = MARKDOWN_BREAK;
    return size + 2;
}

/* ------ links and images ------ */

/* Does the inside of (…) look like an address and not like a stage direction? */
static bool is_address(const char *inside, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (strchr("/.#@<:", inside[i]) && inside[i])
            return true;
    return size == 0;
}

/* The bytes of "(address)" or "[reference]" at @at, or 0. */
static size_t target_at(const struct reader *reader, size_t at)
{
    if (at >= reader->size || (reader->text[at] != '(' && reader->text[at] != '['))
        return 0;
    bool is_address_part = reader->text[at] == '(';
    char close = is_address_part ? ')' : ']';
    const char *end =
        memchr(reader->text + at, close, MIN(reader->size - at, (size_t)LONGEST_TAG));
    if (!end)
        return 0;
    size_t size = (size_t)(end - reader->text) - at + 1;
    const char *inside = reader->text + at + 1;
    return is_address_part && is_address(inside, size - 2) ? size : 0;
}

static size_t read_closing_bracket(struct reader *reader, size_t at)
{
    if (reader->brackets->len == 0)
        return 1;
    size_t open = g_array_index(reader->brackets, size_t, reader->brackets->len - 1);
    g_array_set_size(reader->brackets, reader->brackets->len - 1);
    size_t target = target_at(reader, at + 1);
    if (target == 0)
        return 1;
    if (open > 0 && reader->text[open - 1] == '!') {
        struct span image = { open - 1, at + 1 + target };
        g_array_append_val(reader->images, image);
        reader->signs->images++;
    } else {
        leave_out(reader, open, open + 1);
        leave_out(reader, at, at + 1 + target);
    }
    return 1 + target;
}

/* ------ reading ------ */

/* Two spaces or a backslash at the end of a line break it. */
static void read_line_end(struct reader *reader, size_t at)
{
    const char *text = reader->text;
    if (at >= 2 && text[at - 1] == ' ' && text[at - 2] == ' ') {
        reader->signs->bytes[at] = MARKDOWN_BREAK;
    } else if (at >= 1 && text[at - 1] == '\\' && (at < 2 || text[at - 2] != '\\')) {
        leave_out(reader, at - 1, at);
        reader->signs->bytes[at] = MARKDOWN_BREAK;
    }
}

static size_t read_at(struct reader *reader, size_t at)
{
    switch (reader->text[at]) {
    case '*':
    case '_':
        return read_run(reader, at);
    case '`':
        return read_code(reader, at);
    case '\\':
        return read_escape(reader, at);
    case '&':
        return read_entity(reader, at);
    case '<':
        return read_tag(reader, at);
    case '[':
        g_array_append_val(reader->brackets, at);
        return 1;
    case ']':
        return read_closing_bracket(reader, at);
    case '\n':
        read_line_end(reader, at);
        return 1;
    default:
        return 1;
    }
}

/* Each byte once, however deep they lie inside each other. */
static void mark_outermost(guint8 *bytes, const GArray *spans, guint8 mark)
{
    size_t covered_from = LYH_NONE;
    for (guint i = spans->len; i-- > 0;) {
        const struct span *span = &g_array_index(spans, struct span, i);
        if (span->end > covered_from)
            continue;
        covered_from = span->start;
        for (size_t at = span->start; at < span->end; at++)
            bytes[at] = mark == MARKDOWN_SIGN ? mark : bytes[at] | mark;
    }
}

static size_t last_tick(const char *text, size_t size)
{
    const char *last = memrchr(text, '`', size);
    return last ? (size_t)(last - text) : 0;
}

void markdown_inline_init(struct markdown_inline *signs, const char *text, size_t size)
{
    *signs = (struct markdown_inline){ .bytes = g_malloc0(size + 1) };
    g_autoptr(GArray) emphasis = g_array_new(FALSE, FALSE, sizeof(struct span));
    g_autoptr(GArray) images = g_array_new(FALSE, FALSE, sizeof(struct span));
    g_autoptr(GArray) stars = g_array_new(FALSE, FALSE, sizeof(struct opener));
    g_autoptr(GArray) lows = g_array_new(FALSE, FALSE, sizeof(struct opener));
    g_autoptr(GArray) brackets = g_array_new(FALSE, FALSE, sizeof(size_t));
    struct reader reader = { .signs = signs,
                             .text = text,
                             .size = size,
                             .openers = { stars, lows },
                             .brackets = brackets,
                             .emphasis = emphasis,
                             .images = images,
                             .last_tick = last_tick(text, size) };
    for (size_t at = 0; at < size;)
        at += read_at(&reader, at);
    mark_outermost(signs->bytes, emphasis, MARKDOWN_EMPHASISED);
    mark_outermost(signs->bytes, images, MARKDOWN_SIGN);
}

void markdown_inline_clear(struct markdown_inline *signs)
{
    g_clear_pointer(&signs->bytes, g_free);
}
