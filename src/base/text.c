#include <lyhord/base/text.h>

#include <string.h>

#include <glib.h>
#include <utf8proc.h>

#include <lyhord/base/blocks.h>

#include "blocks/blocks.h"

/* Below it every character is a starter that joins nothing before it (NFC_Quick_Check=Yes,
 * UAX #15), so text may be cut in front of any of them and normalised piece by piece. */
#define FIRST_THAT_COMBINES 0x300u
/* The first byte of U+0300 in UTF-8. */
#define FIRST_BYTE_THAT_COMBINES 0xccu

/* Bytes after a rare character that are read by words of eight. */
#define PLAIN_FIRST 64

/* Dashes, quotation marks and the ellipsis stand everywhere: neither letters nor spaces. */
#define FIRST_DASH 0x2010u
#define LAST_DOTS 0x2027u

static bool is_continuation(char byte)
{
    return ((unsigned char)byte & 0xc0) == 0x80;
}

static bool is_dash_to_dots(uint32_t c)
{
    return c >= FIRST_DASH && c <= LAST_DOTS;
}

uint32_t lyh_text_char(const char *text, size_t size, size_t *length)
{
    unsigned char first = (unsigned char)*text;
    if (first < 0x80) {
        *length = 1;
        return first;
    }
    if (first >= 0xc2 && first < 0xe0 && size >= 2 && is_continuation(text[1])) {
        *length = 2;
        return (first & 0x1fu) << 6 | ((unsigned char)text[1] & 0x3fu);
    }
    if (first == 0xe2 && size >= 3 && is_continuation(text[1]) &&
        is_continuation(text[2])) {
        *length = 3;
        return 0x2000u | ((unsigned char)text[1] & 0x3fu) << 6 |
               ((unsigned char)text[2] & 0x3fu);
    }

    utf8proc_int32_t c;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text,
                                             (utf8proc_ssize_t)MIN(size, 4), &c);
    g_assert(used > 0);
    *length = (size_t)used;
    return (uint32_t)c;
}

size_t lyh_text_length(const char *text, size_t size)
{
    return blocks_length(text, size);
}

size_t lyh_text_offset(const char *text, size_t size, size_t index)
{
    for (size_t i = 0; i < size; i++)
        if (!is_continuation(text[i]) && index-- == 0)
            return i;
    return size;
}

size_t lyh_text_invalid(const char *text, size_t size)
{
    size_t i = blocks_valid(text, size);
    while (i < size) {
        utf8proc_int32_t c;
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text + i,
                                                 (utf8proc_ssize_t)MIN(size - i, 4), &c);
        if (used <= 0)
            return i;
        i += (size_t)used;
        /* Where rare characters stand close, larger blocks are not worth their while. */
        size_t plain = plain_valid(text + i, MIN(size - i, PLAIN_FIRST));
        i += plain;
        i += plain > PLAIN_FIRST / 2 ? blocks_valid(text + i, size - i) : 0;
    }
    return size;
}

size_t lyh_text_until(const char *text, size_t size, const char *signs)
{
    const lyh_signs set = lyh_signs_of(signs);
    return lyh_signs_until(&set, text, size);
}

static bool is_ascii(char byte)
{
    return (unsigned char)byte < 0x80;
}

static bool is_ascii_space(char byte)
{
    return (byte >= '\t' && byte <= '\r') || byte == ' ';
}

static size_t pass_space(const char *text, size_t size, size_t at)
{
    size_t length;
    while (at < size && lyh_char_is_space(lyh_text_char(text + at, size - at, &length)))
        at += length;
    return at;
}

size_t lyh_text_leading_space(const char *text, size_t size)
{
    size_t at = 0;
    while (at < size && is_ascii_space(text[at]))
        at++;
    return at == size || is_ascii(text[at]) ? at : pass_space(text, size, at);
}

size_t lyh_text_trimmed_size(const char *text, size_t size)
{
    while (size > 0) {
        size_t last = size - 1, length;
        if (is_ascii(text[last]) && !is_ascii_space(text[last]))
            break;
        while (last > 0 && is_continuation(text[last]))
            last--;
        if (!lyh_char_is_space(lyh_text_char(text + last, size - last, &length)))
            break;
        size = last;
    }
    return size;
}

bool lyh_text_is_blank(const char *text, size_t size)
{
    return lyh_text_leading_space(text, size) == size;
}

size_t lyh_text_segment(const char *text, size_t size)
{
    size_t length = 0, next;
    if (size == 0)
        return 0;

    lyh_text_char(text, size, &length);
    while (length < size &&
           lyh_text_char(text + length, size - length, &next) >= FIRST_THAT_COMBINES)
        length += next;
    return length;
}

static gint by_combining_class(gconstpointer a, gconstpointer b, gpointer unused)
{
    (void)unused;
    return utf8proc_get_property(*(const utf8proc_int32_t *)a)->combining_class -
           utf8proc_get_property(*(const utf8proc_int32_t *)b)->combining_class;
}

/* Canonical ordering (Unicode 3.11, D109) with a stable sort: utf8proc's own exchanges
 * neighbours, which takes hours on a file of a few million marks. */
static void order_marks(utf8proc_int32_t *chars, size_t count)
{
    size_t i = 0;
    while (i < count) {
        size_t start = i;
        while (i < count && utf8proc_get_property(chars[i])->combining_class > 0)
            i++;
        if (i - start > 1)
            g_qsort_with_data(chars + start, (gint)(i - start), sizeof *chars,
                              by_combining_class, NULL);
        i += i == start;
    }
}

static void append_decomposed(GArray *chars, uint32_t c, utf8proc_option_t options)
{
    utf8proc_int32_t parts[32]; /* the longest decomposition has 18 */
    int boundary = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char(
        (utf8proc_int32_t)c, parts, G_N_ELEMENTS(parts), options, &boundary);
    g_assert(count >= 0 && (size_t)count <= G_N_ELEMENTS(parts));
    g_array_append_vals(chars, parts, (guint)count);
}

static void append_composed(GString *out, const char *text, size_t size,
                            utf8proc_option_t options)
{
    g_autoptr(GArray) chars = g_array_new(FALSE, FALSE, sizeof(utf8proc_int32_t));
    for (size_t i = 0, length; i < size; i += length)
        append_decomposed(chars, lyh_text_char(text + i, size - i, &length), options);

    utf8proc_int32_t *data = (utf8proc_int32_t *)(void *)chars->data;
    order_marks(data, chars->len);
    utf8proc_ssize_t count =
        utf8proc_normalize_utf32(data, (utf8proc_ssize_t)chars->len, options);
    g_assert(count >= 0);

    for (utf8proc_ssize_t i = 0; i < count; i++) {
        utf8proc_uint8_t encoded[4];
        utf8proc_ssize_t length = utf8proc_encode_char(data[i], encoded);
        g_string_append_len(out, (const char *)encoded, (gssize)length);
    }
}

/* Letters of Latin-1 but ÷ × ß: C3, and the lower case lies 0x20 further. */
static bool is_simple_letter(const char *text)
{
    unsigned char second = (unsigned char)text[1];
    return (unsigned char)text[0] == 0xc3 && second != 0x97 && second != 0x9f &&
           second != 0xb7;
}

/*
 * Bytes of the run at @text of ASCII and those letters, which lyh_small_letters() folds; nothing that
 * combines with it follows it.
 */
static size_t simple_run(const char *text, size_t size)
{
    size_t i = 0, length;
    for (; i < size; i += length) {
        length = is_ascii(text[i]) ? 1 : 2;
        if (i + length > size || (length == 2 && !is_simple_letter(text + i)) ||
            (i + length < size &&
             (unsigned char)text[i + length] >= FIRST_BYTE_THAT_COMBINES))
            break;
    }
    return i;
}

/* For as many bytes, and a zero behind them. */
static char *room_for(size_t size, size_t *new_size)
{
    char *room = g_malloc(size + 1);
    room[size] = '\0';
    if (new_size)
        *new_size = size;
    return room;
}

static char *small_copy(const char *text, size_t size, size_t *new_size)
{
    char *copy = room_for(size, new_size);
    lyh_small_letters(text, size, copy);
    return copy;
}

static void append_small(GString *out, const char *text, size_t size)
{
    size_t before = out->len;
    g_string_set_size(out, before + size);
    lyh_small_letters(text, size, out->str + before);
}

static char *taken(GString *out, size_t *new_size)
{
    if (new_size)
        *new_size = out->len;
    return g_string_free(out, FALSE);
}

bool lyh_text_is_nfc_at_sight(const char *text, size_t size)
{
    return blocks_are_nfc(text, size);
}

char *lyh_text_nfc(const char *text, size_t size, size_t *new_size)
{
    if (size > 0 && lyh_text_is_nfc_at_sight(text, size))
        return memcpy(room_for(size, new_size), text, size);
    GString *out = g_string_sized_new(size);
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE;
    for (size_t i = 0, length; i < size; i += length) {
        length = lyh_text_segment(text + i, size - i);
        if (lyh_text_is_nfc_at_sight(text + i, length))
            g_string_append_len(out, text + i, (gssize)length);
        else
            append_composed(out, text + i, length, options);
    }
    return taken(out, new_size);
}

char *lyh_text_fold(const char *text, size_t size, size_t *new_size)
{
    const utf8proc_option_t options =
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    size_t run = simple_run(text, size);
    if (run == size)
        return small_copy(text, size, new_size);

    GString *out = g_string_sized_new(size);
    for (size_t i = 0, length; i < size; i += length) {
        run = simple_run(text + i, size - i);
        append_small(out, text + i, run);
        i += run;
        length = lyh_text_segment(text + i, size - i);
        if (length > 0)
            append_composed(out, text + i, length, options);
    }
    return taken(out, new_size);
}

bool lyh_text_folds_at_sight(const char *text, size_t size)
{
    return simple_run(text, size) == size;
}

bool lyh_char_is_word(uint32_t c)
{
    if (c < 0x80)
        return g_ascii_isalnum((gchar)c);
    if (c >= 0xc0 && c <= 0xff) /* å, ä, ö: too common to be looked up */
        return c != 0xd7 && c != 0xf7;
    if (is_dash_to_dots(c))
        return false;

    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

bool lyh_char_is_upper(uint32_t c)
{
    if (c < 0x80)
        return g_ascii_isupper((gchar)c);
    if (c <= 0xff) /* Å, Ä, Ö */
        return c >= 0xc0 && c <= 0xde && c != 0xd7;
    if (is_dash_to_dots(c))
        return false;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool lyh_char_is_digit(uint32_t c)
{
    if (c < 0x80)
        return g_ascii_isdigit((gchar)c);
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ND;
}

bool lyh_char_is_space(uint32_t c)
{
    if ((c >= '\t' && c <= '\r') || c == ' ' || c == 0x85 || c == 0xa0)
        return true;
    if (c < 0x1680 || is_dash_to_dots(c)) /* the next white space of Unicode is U+1680 */
        return false;

    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return false;
    }
}

bool lyh_char_is_bidi(uint32_t c)
{
    return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool lyh_char_is_unsafe(uint32_t c)
{
    bool is_control = c < 0x20 || (c >= 0x7f && c <= 0x9f);
    return (is_control && c != '\t' && c != '\n') || lyh_char_is_bidi(c);
}

static void append_shown(GString *out, const char *text, size_t length, uint32_t c,
                         bool one_line)
{
    if (c == '\r')
        g_string_append(out, "\\r");
    else if (one_line && c == '\t')
        g_string_append(out, "\\t");
    else if (one_line && c == '\n')
        g_string_append(out, "\\n");
    else if (lyh_char_is_unsafe(c) && c < 0x100)
        g_string_append_printf(out, "\\x%02x", c);
    else if (lyh_char_is_unsafe(c) || (one_line && (c == 0x2028 || c == 0x2029)))
        g_string_append_printf(out, "\\u%04x", c);
    else
        g_string_append_len(out, text, (gssize)length);
}

char *lyh_text_shown(const char *text, size_t size, bool one_line)
{
    GString *out = g_string_sized_new(size);
    size_t i = 0;
    while (i < size) {
        size_t valid = i + lyh_text_invalid(text + i, size - i);
        for (size_t length; i < valid; i += length) {
            uint32_t c = lyh_text_char(text + i, size - i, &length);
            append_shown(out, text + i, length, c, one_line);
        }
        if (i < size)
            g_string_append_printf(out, "\\x%02x", (unsigned char)text[i++]);
    }
    return g_string_free(out, FALSE);
}
