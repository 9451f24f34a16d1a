#include "format.h"

#include <string.h>

#include <lyhord/base/catalog.h>

/* Alphabetical. */
static const struct format *const formats[] = {
    &format_csv, &format_docx, &format_md,  &format_odt,
    &format_pdf, &format_srt,  &format_txt, &format_vtt,
};

/* Files that are often taken for transcripts, known by how they begin. */
static const struct foreign {
    const char *bytes;
    size_t size;
    size_t offset;
    const char *message;
} foreign[] = {
    { "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8, 0,
      N_("this is an old Word file (.doc); save it as .docx") },
    { "{\\rtf", 5, 0, N_("this is a rich text file (.rtf); save it as .docx or .txt") },
};

static bool begins_with(const lyh_bytes *bytes, const struct foreign *row)
{
    return bytes->size >= row->offset + row->size &&
           memcmp(bytes->data + row->offset, row->bytes, row->size) == 0;
}

/* Word puts an encrypted document into an OLE file, whose folder names it in UTF-16. */
static bool is_encrypted(const lyh_bytes *bytes)
{
    static const char name[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
    return begins_with(bytes, &foreign[0]) &&
           memmem(bytes->data, bytes->size, name, sizeof name) != NULL;
}

/* A flat OpenDocument file is one piece of XML whose root is office:document. */
static bool is_flat_open_document(const lyh_bytes *bytes)
{
    static const char root[] = "<office:document";
    size_t size = MIN(bytes->size, 4096);
    return size > 0 && memchr(bytes->data, '<', MIN(size, 4)) &&
           memmem(bytes->data, size, root, strlen(root)) != NULL;
}

static bool is_foreign(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    if (is_encrypted(bytes)) {
        lyh_diags_error(diags, "not-a-transcript", lyh_place_file(path),
                        "this Word file is locked with a password; save it without one");
        return true;
    }
    if (is_flat_open_document(bytes)) {
        lyh_diags_error(diags, "not-a-transcript", lyh_place_file(path),
                        "this is a flat OpenDocument file (.fodt); save it as .odt");
        return true;
    }
    for (size_t i = 0; i < G_N_ELEMENTS(foreign); i++) {
        if (!begins_with(bytes, &foreign[i]))
            continue;
        lyh_diags_error(diags, "not-a-transcript", lyh_place_file(path), "%s",
                        lyh_tr(lyh_diags_catalog(diags), foreign[i].message));
        return true;
    }
    return false;
}

const struct format *format_by_name(const char *path)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++) {
        size_t size = strlen(formats[i]->extension);
        size_t length = strlen(path);
        if (length > size &&
            g_ascii_strcasecmp(path + length - size, formats[i]->extension) == 0)
            return formats[i];
    }
    return NULL;
}

static const struct format *format_by_content(const lyh_bytes *bytes)
{
    for (size_t i = 0; i < G_N_ELEMENTS(formats); i++)
        if (formats[i]->recognises && formats[i]->recognises(bytes))
            return formats[i];
    return NULL;
}

const struct format *format_of(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    if (is_foreign(path, bytes, diags))
        return NULL;
    const struct format *named = format_by_name(path);
    const struct format *shown = format_by_content(bytes);
    if (shown && named && shown != named)
        lyh_diags_warning(
            diags, "format-name", lyh_place_file(path),
            "this is a %s file by its content and read as one; its name should "
            "end with %s",
            shown->name, shown->extension);
    if (shown)
        return shown;
    return named ? named : &format_txt;
}
