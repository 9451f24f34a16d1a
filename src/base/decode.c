#include "decode.h"

#include <stdint.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "autoptr.h"
#include "blocks/blocks.h"

/* How much of a file is looked at for the NUL bytes of UTF-16 and UTF-32. */
#define SAMPLE 4096

/* What its first bytes say a file is, though its name calls it text. */
static const struct {
    const char *start;
    size_t size;
    const char *what;
} other_kinds[] = {
    { "%PDF-", 5, N_("this is a PDF file, not text: give it the ending .pdf") },
    { "PK\3\4", 4,
      N_("this is a zip archive, not text: a Word file ends in .docx, an OpenDocument text "
         "in .odt") },
    { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8,
      N_("this is an old Word or Excel file (OLE), not text: save it as .docx or as "
         "text") },
    { "{\\rtf", 5, N_("this is an RTF file, not plain text: save it as .docx or as text") },
};

static bool is_other_kind(const lyh_undecoded *file)
{
    for (size_t i = 0; i < G_N_ELEMENTS(other_kinds); i++) {
        if (file->size < other_kinds[i].size ||
            memcmp(file->bytes, other_kinds[i].start, other_kinds[i].size) != 0)
            continue;
        lyh_diags_error(file->diags, "not-text", lyh_place_file(file->name), "%s",
                        lyh_tr(lyh_diags_catalog(file->diags), other_kinds[i].what));
        return true;
    }
    return false;
}

static bool starts_with(const lyh_undecoded *file, const char *mark, size_t size)
{
    return file->size >= size && memcmp(file->bytes, mark, size) == 0;
}

/* The valid text in front of what is wrong, as a source: so that an error has line and column. */
static lyh_source *text_before(const lyh_undecoded *file, const char *text, size_t size)
{
    lyh_decoded before = { .text = g_strndup(text, size), .size = size };
    return lyh_source_of_decoded(file->name, file->kind, &before);
}

static void nul_error(const lyh_undecoded *file, const char *text, size_t size)
{
    g_autoptr(lyh_source) before = text_before(file, text, size);
    lyh_diags_error(file->diags, "nul-byte", lyh_place_text(before, size, size),
                    "a NUL character: this is no text file, or it is damaged");
}

static bool encoding_error(const lyh_undecoded *file, const char *encoding)
{
    lyh_diags_error(file->diags, "bad-encoding", lyh_place_file(file->name),
                    "the text is %s: save it as UTF-8", encoding);
    return false;
}

/* ---- UTF-16 ---- */

static uint32_t unit_at(const lyh_undecoded *file, bool is_big, size_t i)
{
    uint32_t first = file->bytes[i], second = file->bytes[i + 1];
    return is_big ? first << 8 | second : second << 8 | first;
}

/* The code point at byte @i, its bytes in @used; a surrogate is given back when it has no partner. */
static uint32_t utf16_char(const lyh_undecoded *file, bool is_big, size_t i, size_t *used)
{
    uint32_t unit = unit_at(file, is_big, i);
    *used = 2;
    if (unit < 0xd800 || unit > 0xdbff || i + 4 > file->size)
        return unit;

    uint32_t low = unit_at(file, is_big, i + 2);
    if (low < 0xdc00 || low > 0xdfff)
        return unit;
    *used = 4;
    return 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00);
}

static bool decode_utf16(const lyh_undecoded *file, bool is_big, lyh_decoded *decoded)
{
    g_autoptr(GString) text = g_string_sized_new(file->size);
    size_t i = 2, used;
    for (; i + 2 <= file->size; i += used) {
        uint32_t c = utf16_char(file, is_big, i, &used);
        if (c == 0) {
            nul_error(file, text->str, text->len);
            return false;
        }
        if (c >= 0xd800 && c <= 0xdfff)
            break;
        g_string_append_unichar(text, c);
    }
    if (i < file->size) {
        g_autoptr(lyh_source) before = text_before(file, text->str, text->len);
        lyh_diags_error(file->diags, "bad-encoding",
                        lyh_place_text(before, text->len, text->len),
                        "half a UTF-16 character: the file is damaged or cut");
        return false;
    }

    lyh_diags_warning(file->diags, "encoding", lyh_place_file(file->name),
                      "read as UTF-16: save it as UTF-8 to be sure of every letter");
    decoded->encoding = is_big ? LYH_UTF_16BE : LYH_UTF_16LE;
    decoded->bom = 2;
    decoded->size = text->len;
    decoded->text = g_string_free(g_steal_pointer(&text), FALSE);
    return true;
}

/*
 * The encoding that NUL bytes betray, or NULL. Western letters have one zero byte in two in
 * UTF-16, three in four in UTF-32, always in the same places; half is asked for, as dashes and
 * quotes have none, and nearly none in the place of the letters themselves.
 */
static const char *wide_encoding(const lyh_undecoded *file)
{
    size_t zeros[4] = { 0 };
    size_t quarter = MIN(file->size, SAMPLE) / 4;
    for (size_t i = 0; i < quarter * 4; i++)
        zeros[i % 4] += file->bytes[i] == 0;

    size_t many = quarter / 2 + 1, few = quarter / 10;
    if (zeros[1] >= many && zeros[2] >= many && zeros[3] >= many && zeros[0] <= few)
        return "UTF-32LE";
    if (zeros[0] >= many && zeros[1] >= many && zeros[2] >= many && zeros[3] <= few)
        return "UTF-32BE";
    if (zeros[1] >= many && zeros[3] >= many && zeros[0] <= few && zeros[2] <= few)
        return "UTF-16LE";
    if (zeros[0] >= many && zeros[2] >= many && zeros[1] <= few && zeros[3] <= few)
        return "UTF-16BE";
    return NULL;
}

/* ---- UTF-8 ---- */

static bool decode_bytes(const lyh_undecoded *file, lyh_decoded *decoded)
{
    size_t bom = starts_with(file, "\xef\xbb\xbf", 3) ? 3 : 0;
    const char *text = (const char *)file->bytes + bom;
    size_t size = file->size - bom;
    size_t ordinary = blocks_ordinary(text, size);
    size_t invalid = ordinary + lyh_text_invalid(text + ordinary, size - ordinary);
    const char *nul =
        size > ordinary ? memchr(text + ordinary, '\0', size - ordinary) : NULL;

    if (nul && wide_encoding(file))
        return encoding_error(file, wide_encoding(file));
    if (nul && (size_t)(nul - text) < invalid) {
        nul_error(file, text, (size_t)(nul - text));
        return false;
    }
    if (invalid < size)
        return lyh_decode_legacy(file, invalid, decoded);

    decoded->encoding = LYH_UTF_8;
    decoded->bom = bom;
    decoded->ordinary = ordinary;
    decoded->size = size;
    decoded->is_lent = file->is_lent;
    decoded->text = file->is_lent ? (char *)text : g_strndup(text, size);
    return true;
}

bool lyh_decode(const lyh_undecoded *file, lyh_decoded *decoded)
{
    if (is_other_kind(file))
        return false;
    /* Before UTF-16, whose mark it begins with. */
    if (starts_with(file, "\xff\xfe\0\0", 4))
        return encoding_error(file, "UTF-32LE");
    if (starts_with(file, "\0\0\xfe\xff", 4))
        return encoding_error(file, "UTF-32BE");
    if (starts_with(file, "\xff\xfe", 2))
        return decode_utf16(file, false, decoded);
    if (starts_with(file, "\xfe\xff", 2))
        return decode_utf16(file, true, decoded);
    return decode_bytes(file, decoded);
}
