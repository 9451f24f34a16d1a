#include "decode.h"

#include <stdint.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "blocks/blocks.h"

typedef enum odd_class {
    ODD_LOST,
    ODD_MOJIBAKE,
    ODD_INVISIBLE,
    ODD_BIDI,
    ODD_CONTROL,
    ODD_NONCHARACTER,
    ODD_SEPARATOR,
    ODD_HOMOGLYPH,
    ODD_CLASSES
} odd_class;

static const struct {
    const char *code, *message;
} classes[ODD_CLASSES] = {
    [ODD_LOST] = { "lost-letters",
                   N_("U+FFFD stands where another program lost a letter: take "
                      "the text from the original") },
    [ODD_MOJIBAKE] = { "mojibake",
                       N_("letters that look like UTF-8 read as something else, "
                          "'Ã¤' for 'ä': take the text from the original") },
    [ODD_INVISIBLE] = { "invisible-character",
                        N_("an invisible character, such as a soft hyphen or a zero-width "
                           "space: it can hide a word from a rule") },
    [ODD_BIDI] = { "bidi-control",
                   N_("a control that turns the direction of writing: the text "
                      "may read otherwise than it is") },
    [ODD_CONTROL] = { "control-character",
                      N_("a control character: it is no part of what was said") },
    [ODD_NONCHARACTER] = { "noncharacter", N_("a code point that is no character") },
    [ODD_SEPARATOR] = { "line-separator",
                        N_("U+0085, U+2028 or U+2029: it does not end a line here") },
    [ODD_HOMOGLYPH] = { "homoglyph",
                        N_("a word that mixes Latin letters with Greek or Cyrillic "
                           "ones: a rule will not find it") },
};

typedef struct odd_scan {
    const lyh_source *source;
    const char *text;
    size_t size;
    size_t count[ODD_CLASSES];
    size_t first[ODD_CLASSES], first_end[ODD_CLASSES];
    size_t word_end; /* of the last word looked at as a whole */
} odd_scan;

static void see(odd_scan *scan, odd_class class, size_t start, size_t end)
{
    if (scan->count[class]++ > 0)
        return;
    scan->first[class] = start;
    scan->first_end[class] = end;
}

static bool text_is_at(const odd_scan *scan, size_t at, const char *what)
{
    return strncmp(scan->text + at, what, strlen(what)) == 0;
}

/*
 * UTF-8 read as Windows-1252 or Latin-1: what the bytes C2, C3 + continuation, E2 80, EF BF,
 * EF BB and F0 9F become. Lone Â and Ã are letters of other languages; before these they are not.
 */
static bool is_mojibake(const odd_scan *scan, size_t at, uint32_t c)
{
    if (c == 0xe2)
        return text_is_at(scan, at, "â€") || text_is_at(scan, at, "\xc3\xa2\xc2\x80");
    if (c == 0xef)
        return text_is_at(scan, at, "ï¿½") || text_is_at(scan, at, "ï»¿");
    if (c == 0xf0)
        return text_is_at(scan, at, "ðŸ");
    if ((c != 0xc2 && c != 0xc3) || at + 2 >= scan->size)
        return false;

    static const char row_80[] = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";
    size_t length;
    uint32_t next = lyh_text_char(scan->text + at + 2, scan->size - at - 2, &length);
    if (next >= 0x80 && next <= 0xbf)
        return true;
    return next > 0xff && g_utf8_strchr(row_80, -1, next) != NULL;
}

static bool is_noncharacter(uint32_t c)
{
    return (c >= 0xfdd0 && c <= 0xfdef) || (c & 0xfffe) == 0xfffe;
}

static bool is_word_at(const odd_scan *scan, size_t at)
{
    size_t length;
    return at < scan->size &&
           lyh_char_is_word(lyh_text_char(scan->text + at, scan->size - at, &length));
}

/* A joiner builds an emoji from others; only beside a letter does it hide anything. */
static bool is_invisible(const odd_scan *scan, size_t at, uint32_t c)
{
    if (c == 0x200d) {
        size_t before = at;
        while (before > 0 && ((unsigned char)scan->text[--before] & 0xc0) == 0x80)
            ;
        return is_word_at(scan, at + 3) || (at > 0 && is_word_at(scan, before));
    }
    return c == 0xad || c == 0x200b || c == 0x200c || c == 0x2060 || c == 0xfeff;
}

static bool is_line_end(const odd_scan *scan, size_t at)
{
    return at >= scan->size || scan->text[at] == '\n' || scan->text[at] == '\r';
}

/* A form feed alone on its line is a page break. */
static bool is_page_break(const odd_scan *scan, size_t at)
{
    return scan->text[at] == '\f' && (at == 0 || is_line_end(scan, at - 1)) &&
           is_line_end(scan, at + 1);
}

static bool is_control(const odd_scan *scan, size_t at, uint32_t c)
{
    if (c == '\t' || c == '\n' || c == '\r')
        return false;
    return (c < 0x20 && !is_page_break(scan, at)) || (c >= 0x7f && c <= 0x9f);
}

static void look_at_char(odd_scan *scan, size_t at, size_t end, uint32_t c)
{
    if (c == 0xfffd)
        see(scan, ODD_LOST, at, end);
    else if (c == 0x85 || c == 0x2028 || c == 0x2029)
        see(scan, ODD_SEPARATOR, at, end);
    else if (is_control(scan, at, c))
        see(scan, ODD_CONTROL, at, end);
    else if (is_mojibake(scan, at, c))
        see(scan, ODD_MOJIBAKE, at, end);
    else if (is_invisible(scan, at, c))
        see(scan, ODD_INVISIBLE, at, end);
    else if (lyh_char_is_bidi(c))
        see(scan, ODD_BIDI, at, end);
    else if (is_noncharacter(c))
        see(scan, ODD_NONCHARACTER, at, end);
}

static bool is_latin(uint32_t c)
{
    return (c < 0x80 && g_ascii_isalpha((gchar)c)) || (c >= 0xc0 && c <= 0x24f) ||
           (c >= 0x1e00 && c <= 0x1eff);
}

/* Greek and Cyrillic letters; not μ and Ω, which stand before and after Latin letters in units. */
static bool is_lookalike(uint32_t c)
{
    return (c >= 0x370 && c <= 0x52f && c != 0x3bc && c != 0x3a9) ||
           (c >= 0x1f00 && c <= 0x1fff);
}

/* The first byte of the word that holds the character at @at. */
static size_t word_start(const odd_scan *scan, size_t at)
{
    for (size_t before = at; before > 0; at = before) {
        while (((unsigned char)scan->text[--before] & 0xc0) == 0x80)
            ;
        if (!is_word_at(scan, before))
            break;
    }
    return at;
}

/* A Greek or Cyrillic letter is odd in a word that has Latin ones too; each word is told once. */
static void look_at_word(odd_scan *scan, size_t at)
{
    if (at < scan->word_end)
        return;
    bool has_latin = false;
    size_t start = word_start(scan, at);
    size_t end = start;
    for (size_t length; is_word_at(scan, end); end += length)
        has_latin |= is_latin(lyh_text_char(scan->text + end, scan->size - end, &length));
    if (has_latin)
        see(scan, ODD_HOMOGLYPH, start, end);
    scan->word_end = end;
}

static void warn_classes(const odd_scan *scan, lyh_diags *diags)
{
    const lyh_catalog *catalog = lyh_diags_catalog(diags);
    for (odd_class i = 0; i < ODD_CLASSES; i++)
        if (scan->count[i] > 0)
            lyh_diags_warning(
                diags, classes[i].code,
                lyh_place_text(scan->source, scan->first[i], scan->first_end[i]),
                "%s (in all %zu)", lyh_tr(catalog, classes[i].message), scan->count[i]);
}

/* LF or CRLF throughout is fine; anything else is said where it changes. */
static void warn_line_ends(const odd_scan *scan, lyh_diags *diags)
{
    const char *first = NULL;
    bool is_cr_seen = false;
    if (!memchr(scan->text, '\r', scan->size))
        return;
    for (size_t i = lyh_text_until(scan->text, scan->size, "\r\n"); i < scan->size;
         i += lyh_text_until(scan->text + i, scan->size - i, "\r\n")) {
        const char *end = text_is_at(scan, i, "\r\n") ? "\r\n"
                          : scan->text[i] == '\r'     ? "\r"
                                                      : "\n";
        if (first && strcmp(first, end) != 0) {
            lyh_diags_warning(diags, "line-ends", lyh_place_text(scan->source, i, i),
                              "the line ends are of several kinds (LF, CRLF, CR): text may "
                              "have been pasted together");
            return;
        }
        first = end;
        is_cr_seen = end[0] == '\r' && end[1] == '\0';
        i += strlen(end);
    }
    if (is_cr_seen)
        lyh_diags_warning(diags, "line-ends", lyh_place_file(lyh_source_name(scan->source)),
                          "the lines end in CR alone, as on old Macintosh computers");
}

void lyh_warn_odd_characters(const lyh_source *source, size_t ordinary, lyh_diags *diags)
{
    odd_scan scan = { .source = source,
                      .text = lyh_source_text(source),
                      .size = lyh_source_size(source) };
    for (size_t at = ordinary, length; at < scan.size; at += length) {
        at += blocks_until_odd(scan.text + at, scan.size - at);
        if (at == scan.size)
            break;
        uint32_t c = lyh_text_char(scan.text + at, scan.size - at, &length);
        look_at_char(&scan, at, at + length, c);
        if (is_lookalike(c) && lyh_char_is_word(c))
            look_at_word(&scan, at);
    }
    warn_classes(&scan, diags);
    warn_line_ends(&scan, diags);
}
