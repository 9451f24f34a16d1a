/*
 * Bytes that are not UTF-8: Windows-1252, or a file that is broken?
 *
 * Nearly every byte has some meaning in Windows-1252, so a broken UTF-8 file could always be
 * "read", and every å of it would be two wrong letters. It is taken for Windows-1252 only when
 * nothing speaks for UTF-8 and something speaks for Windows-1252:
 *
 *  1. no valid UTF-8 character beyond ASCII stands in it, and no UTF-8 mark (else the file is
 *     mixed or damaged UTF-8);
 *  2. no lead byte is followed by all the continuation bytes it announces: overlong forms,
 *     surrogates and numbers above U+10FFFF have that shape, Swedish in Windows-1252 would
 *     need a word that ends in À or Á and a sign after it;
 *  3. it does not end in a lead byte that is the only high byte, as a file does that was cut;
 *  4. every high byte is one that Windows-1252 defines (81 8D 8F 90 9D are not);
 *  5. at least one high byte touches an ASCII letter, as letters, quotes and apostrophes do in
 *     words; a byte between spaces is no evidence of anything;
 *  6. the letters are where Windows-1252 has them, C0-FF: its row 80-9F holds punctuation, Mac
 *     Roman and the DOS code pages have å ä ö there.
 */
#include "decode.h"

#include <stdint.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "autoptr.h"

/* Row 80-9F (Unicode's CP1252.TXT); 0 where nothing is defined. */
static const uint16_t row_80[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

/* What the bytes of a file say, counted over all of it; offsets from @bytes, `size` for none. */
typedef struct evidence {
    const unsigned char *bytes;
    size_t size;
    size_t utf8;      /* valid UTF-8 characters beyond ASCII */
    size_t invalid;   /* bytes that are not part of one */
    size_t shape;     /* first lead byte with all its continuation bytes, yet not valid */
    size_t undefined; /* first byte Windows-1252 does not define */
    size_t near_letters;  /* high bytes beside an ASCII letter */
    size_t modern_inside; /* C0-FF between two letters or at a word's edge */
    size_t old_inside;    /* 80-9F where only a letter can stand */
    size_t mac, dos;      /* å ä ö as Mac Roman and as DOS 437 and 850 write them */
    size_t first_old;     /* the first of old_inside */
} evidence;

static uint32_t windows_1252(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xa0 ? row_80[byte - 0x80] : byte;
}

static size_t announced_continuations(unsigned char lead)
{
    if (lead < 0xc0 || lead > 0xfd)
        return 0;
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf8 ? 3 : lead < 0xfc ? 4 : 5;
}

static size_t continuations_after(const evidence *seen, size_t i, size_t most)
{
    size_t count = 0;
    while (count < most && i + 1 + count < seen->size &&
           (seen->bytes[i + 1 + count] & 0xc0) == 0x80)
        count++;
    return count;
}

static bool is_letter_at(const evidence *seen, size_t i)
{
    return i < seen->size && g_ascii_isalpha((gchar)seen->bytes[i]);
}

/* Apostrophe, dashes and the ellipsis do stand between two letters. */
static bool joins_letters(unsigned char byte)
{
    return byte == 0x85 || byte == 0x92 || byte == 0x96 || byte == 0x97;
}

static void look_at_byte(evidence *seen, size_t i)
{
    unsigned char byte = seen->bytes[i];
    bool before = i > 0 && is_letter_at(seen, i - 1);
    bool after = is_letter_at(seen, i + 1);
    bool is_mac = byte == 0x8a || byte == 0x8c || byte == 0x9a;
    bool is_dos = byte == 0x84 || byte == 0x86 || byte == 0x94;
    size_t announced = announced_continuations(byte);

    seen->invalid++;
    seen->near_letters += before || after;
    seen->modern_inside += byte >= 0xc0 && (before || after);
    if (announced > 0 && continuations_after(seen, i, announced) == announced)
        seen->shape = MIN(seen->shape, i);
    if (windows_1252(byte) == 0)
        seen->undefined = MIN(seen->undefined, i);

    bool is_old = byte < 0xa0 && ((before && after && !joins_letters(byte)) ||
                                  (is_mac && (before || after)));
    if (!is_old)
        return;
    seen->old_inside++;
    seen->mac += is_mac;
    seen->dos += is_dos;
    seen->first_old = MIN(seen->first_old, i);
}

static evidence look(const char *text, size_t size)
{
    evidence seen = { .bytes = (const unsigned char *)text, .size = size };
    seen.shape = seen.undefined = seen.first_old = size;
    for (size_t i = 0, length; i < size; i += length) {
        length = 1;
        if (seen.bytes[i] < 0x80)
            continue;
        size_t announced = announced_continuations(seen.bytes[i]);
        size_t whole = MIN(announced + 1, size - i);
        if (announced > 0 && lyh_text_invalid(text + i, whole) == whole) {
            seen.utf8++;
            length = whole;
        } else {
            look_at_byte(&seen, i);
        }
    }
    return seen;
}

/* A lead byte that is the only high byte, with nothing but its continuation bytes after it. */
static bool is_cut(const evidence *seen, size_t invalid)
{
    size_t announced = announced_continuations(seen->bytes[invalid]);
    size_t present = continuations_after(seen, invalid, announced);
    return announced > present && invalid + 1 + present == seen->size &&
           seen->invalid == 1 + present;
}

static char *read_1252(const char *text, size_t size, size_t *new_size)
{
    GString *out = g_string_sized_new(size + size / 16);
    for (size_t i = 0; i < size; i++) {
        uint32_t c = windows_1252((unsigned char)text[i]);
        g_string_append_unichar(out, c ? c : 0xfffd);
    }
    *new_size = out->len;
    return g_string_free(out, FALSE);
}

/* The text before byte @at, valid UTF-8 or read as Windows-1252, so that @at has line and column. */
static lyh_source *before_byte(const lyh_undecoded *file, const evidence *seen, size_t at,
                               bool is_utf8)
{
    lyh_decoded before = { .encoding = LYH_UTF_8 };
    const char *text = (const char *)seen->bytes;
    before.text = is_utf8 ? g_strndup(text, at) : read_1252(text, at, &before.size);
    before.size = is_utf8 ? at : before.size;
    return lyh_source_of_decoded(file->name, file->kind, &before);
}

static bool broken_utf8(const lyh_undecoded *file, const evidence *seen, size_t invalid)
{
    g_autoptr(lyh_source) before = before_byte(file, seen, invalid, true);
    lyh_place place = lyh_place_text(before, invalid, invalid);
    if (is_cut(seen, invalid))
        lyh_diags_error(file->diags, "bad-encoding", place,
                        "the file ends inside a character (byte %02X): it was cut",
                        seen->bytes[invalid]);
    else if (seen->utf8 > 0)
        lyh_diags_error(file->diags, "bad-encoding", place,
                        "byte %02X is not UTF-8 though other letters of the file are (such "
                        "bytes in all: %zu): save the whole file as UTF-8",
                        seen->bytes[invalid], seen->invalid);
    else
        lyh_diags_error(file->diags, "bad-encoding", place,
                        "byte %02X is not UTF-8 (such bytes in all: %zu): save the file as "
                        "UTF-8",
                        seen->bytes[invalid], seen->invalid);
    return false;
}

static bool old_code_page(const lyh_undecoded *file, const evidence *seen, size_t at)
{
    const char *name = seen->mac > seen->dos ? "Mac Roman" : "DOS (CP850)";
    g_autoptr(lyh_source) before = before_byte(file, seen, at, false);
    size_t end = lyh_source_size(before);
    if (seen->old_inside > seen->modern_inside)
        lyh_diags_error(file->diags, "bad-encoding", lyh_place_text(before, end, end),
                        "byte %02X is neither UTF-8 nor Windows-1252, perhaps %s: save the "
                        "file as UTF-8",
                        seen->bytes[at], name);
    else
        lyh_diags_error(
            file->diags, "bad-encoding", lyh_place_text(before, end, end),
            "byte %02X is neither UTF-8 nor Windows-1252: save the file as UTF-8",
            seen->bytes[at]);
    return false;
}

bool lyh_decode_legacy(const lyh_undecoded *file, size_t invalid, lyh_decoded *decoded)
{
    bool has_mark = file->size >= 3 && memcmp(file->bytes, "\xef\xbb\xbf", 3) == 0;
    size_t bom = has_mark ? 3 : 0;
    const char *text = (const char *)file->bytes + bom;
    size_t size = file->size - bom;
    evidence seen = look(text, size);

    if (has_mark || seen.utf8 > 0 || seen.shape < size || is_cut(&seen, invalid))
        return broken_utf8(file, &seen, invalid);
    if (seen.old_inside > seen.modern_inside)
        return old_code_page(file, &seen, seen.first_old);
    if (seen.undefined < size)
        return old_code_page(file, &seen, seen.undefined);
    if (seen.near_letters == 0 || memchr(text, '\0', size))
        return broken_utf8(file, &seen, invalid);

    lyh_diags_warning(file->diags, "encoding", lyh_place_file(file->name),
                      "read as Windows-1252: save it as UTF-8 to be sure of every letter");
    decoded->encoding = LYH_WINDOWS_1252;
    decoded->bom = 0;
    decoded->text = read_1252(text, size, &decoded->size);
    return true;
}
