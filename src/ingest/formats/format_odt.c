#include "format.h"

#include <string.h>

#include <lyhord/base/archive.h>

#include "../../base/autoptr.h"
#include "docx_package.h"
#include "odt_text.h"

#define MIMETYPE "application/vnd.oasis.opendocument."
/* Where the first member's name begins in a zip archive; the mimetype must be the first. */
#define FIRST_NAME 30

/* One document on its way from the archive to lines. */
struct odt {
    const char *path;
    lyh_archive *archive;
    struct odt_findings findings;
    struct story_tables tables;
    size_t heads; /* headers and footers with text in them */
    lyh_diags *diags;
};

static bool recognises_odt(const lyh_bytes *bytes)
{
    static const char first[] = "mimetype" MIMETYPE;
    static const char manifest[] = "META-INF/manifest.xml";
    static const char content[] = "content.xml";
    if (bytes->size < FIRST_NAME + strlen(first) ||
        memcmp(bytes->data, "PK\003\004", 4) != 0)
        return false;
    return memcmp(bytes->data + FIRST_NAME, first, strlen(first)) == 0 ||
           (memmem(bytes->data, bytes->size, manifest, strlen(manifest)) &&
            memmem(bytes->data, bytes->size, content, strlen(content)));
}

/* ------ is it one of ours? ------ */

static const char *kind_of(const char *mimetype)
{
    return g_str_has_prefix(mimetype, MIMETYPE) ? mimetype + strlen(MIMETYPE) : mimetype;
}

static bool refuse_kind(const struct odt *odt, const char *kind)
{
    if (strcmp(kind, "text-template") == 0)
        lyh_diags_error(odt->diags, "not-a-transcript", lyh_place_file(odt->path),
                        "this is an OpenDocument template (.ott); open it and save the "
                        "text as .odt");
    else
        lyh_diags_error(odt->diags, "not-a-transcript", lyh_place_file(odt->path),
                        "this is an OpenDocument file but no text; a transcript is .odt, "
                        ".docx or .txt");
    return false;
}

/* A document made without a mimetype is taken for what its name and content say. */
static bool is_text_document(const struct odt *odt)
{
    if (!lyh_archive_has(odt->archive, "mimetype"))
        return true;
    lyh_bytes bytes = { .data = NULL };
    if (!lyh_archive_read(odt->archive, "mimetype", &bytes, odt->diags))
        return false;
    g_autofree char *mimetype = g_strchomp(bytes.data);
    const char *kind = kind_of(mimetype);
    return strcmp(kind, "text") == 0 || refuse_kind(odt, kind);
}

static void on_manifest(void *user, const char *name_space, const char *name,
                        const lyh_xml_attribute *attributes, size_t count)
{
    (void)name_space, (void)attributes, (void)count;
    bool *is_encrypted = user;
    *is_encrypted = *is_encrypted || strcmp(name, "encryption-data") == 0;
}

static bool is_readable(const struct odt *odt)
{
    static const lyh_xml_handler handler = { .start = on_manifest };
    static const char member[] = "META-INF/manifest.xml";
    bool is_encrypted = false;
    if (lyh_archive_has(odt->archive, member) &&
        !lyh_archive_parse(odt->archive, member, &handler, &is_encrypted, odt->diags))
        return false;
    if (is_encrypted)
        lyh_diags_error(odt->diags, "not-a-transcript", lyh_place_file(odt->path),
                        "this OpenDocument file is locked with a password; save it "
                        "without one");
    return !is_encrypted;
}

/* ------ styles, and the headers and footers that stand among them ------ */

struct styles_reader {
    odt_styles *styles;
    size_t depth;
    size_t named; /* depth of office:styles, or 0 */
    size_t head;  /* depth of the header or footer being read, or 0 */
    bool has_text;
    size_t heads;
};

static bool is_head(const char *name)
{
    return g_str_has_prefix(name, "header") || g_str_has_prefix(name, "footer");
}

static void on_style_start(void *user, const char *name_space, const char *name,
                           const lyh_xml_attribute *attributes, size_t count)
{
    struct styles_reader *reader = user;
    enum odt_space space = odt_space_of(name_space);
    reader->depth++;
    if (reader->named > 0) {
        odt_styles_handler.start(reader->styles, name_space, name, attributes, count);
    } else if (space == ODT_OFFICE && strcmp(name, "styles") == 0) {
        reader->named = reader->depth;
    } else if (space == ODT_STYLE && is_head(name) && reader->head == 0) {
        reader->head = reader->depth;
        reader->has_text = false;
    }
}

static void on_style_end(void *user, const char *name_space, const char *name)
{
    struct styles_reader *reader = user;
    if (reader->named > 0)
        odt_styles_handler.end(reader->styles, name_space, name);
    if (reader->named == reader->depth)
        reader->named = 0;
    if (reader->head == reader->depth) {
        reader->heads += reader->has_text;
        reader->head = 0;
    }
    reader->depth--;
}

static void on_style_text(void *user, const char *text, size_t size)
{
    struct styles_reader *reader = user;
    for (size_t i = 0; i < size && reader->head > 0; i++)
        reader->has_text = reader->has_text || !g_ascii_isspace(text[i]);
}

static bool read_styles(struct odt *odt, odt_styles *styles)
{
    static const lyh_xml_handler handler = { on_style_start, on_style_end, on_style_text };
    struct styles_reader reader = { .styles = styles };
    if (lyh_archive_has(odt->archive, "styles.xml") &&
        !lyh_archive_parse(odt->archive, "styles.xml", &handler, &reader, odt->diags))
        return false;
    odt->heads = reader.heads;
    return true;
}

/* ------ what people are told ------ */

static void tell_what_is_left_out(const struct odt *odt)
{
    const struct odt_findings *findings = &odt->findings;
    lyh_place place = lyh_place_file(odt->path);
    if (findings->deletions > 0)
        lyh_diags_warning(odt->diags, "odt-deletions", place,
                          "deleted text is still in the file (stretches: %zu) and left "
                          "out; accept the changes to be rid of it",
                          findings->deletions);
    if (findings->comments > 0)
        lyh_diags_warning(odt->diags, "odt-comments", place,
                          "comments are left out (%zu); remove them if others may see the "
                          "file",
                          findings->comments);
    if (findings->hidden > 0)
        lyh_diags_warning(odt->diags, "odt-hidden", place,
                          "hidden text is left out (stretches: %zu)", findings->hidden);
    if (odt->heads > 0)
        lyh_diags_warning(
            odt->diags, "odt-heads", place,
            "page headers or footers are left out (%zu); see that they name nobody",
            odt->heads);
    if (findings->notes > 0)
        lyh_diags_warning(odt->diags, "odt-footnotes", place,
                          "footnotes and endnotes are left out (%zu)", findings->notes);
    if (findings->outside > 0)
        lyh_diags_warning(odt->diags, "odt-external", place,
                          "the file refers to things outside it (%zu); they are never "
                          "fetched",
                          findings->outside);
}

static void tell_of_tables(const struct odt *odt)
{
    const struct story_tables *tables = &odt->tables;
    lyh_place place = lyh_place_file(odt->path);
    if (tables->speakers > 0)
        lyh_diags_note(odt->diags, "odt-speaker-tables", place,
                       "tables of speakers (%zu) are read as marks and speech",
                       tables->speakers);
    if (tables->questions > 0)
        lyh_diags_note(
            odt->diags, "odt-question-tables", place,
            "tables of questions and answers (%zu) are read as 'Fråga' and 'Svar'",
            tables->questions);
    if (tables->others > 0)
        lyh_diags_warning(odt->diags, "odt-tables", place,
                          "tables (%zu) are read cell by cell, row after row",
                          tables->others);
}

static void tell_how_it_was_read(const struct odt *odt)
{
    const struct odt_findings *findings = &odt->findings;
    lyh_place place = lyh_place_file(odt->path);
    tell_of_tables(odt);
    if (findings->odd_spaces > 0)
        lyh_diags_warning(odt->diags, "odt-spaces", place,
                          "counts of spaces that cannot be (%zu) are read as one space",
                          findings->odd_spaces);
    if (findings->insertions > 0)
        lyh_diags_note(odt->diags, "odt-insertions", place,
                       "tracked insertions (%zu) are read as text", findings->insertions);
    if (lyh_archive_has(odt->archive, "Basic/script-lc.xml"))
        lyh_diags_warning(odt->diags, "odt-macros", place,
                          "the file holds macros; they are never run");
}

/* ------ reading ------ */

static bool read_text(struct odt *odt, odt_styles *styles, line_list *lines, bool *has_text)
{
    g_autoptr(story_lines) story = story_new(lines, NULL, NULL);
    g_autoptr(odt_text) text = odt_text_new(story, styles);
    if (!lyh_archive_parse(odt->archive, "content.xml", &odt_text_handler, text,
                           odt->diags))
        return false;
    story_end(story);
    odt->findings = *odt_text_findings(text);
    odt->tables = *story_tables_met(story);
    *has_text = story_has_text(story);
    return odt->findings.is_text || refuse_kind(odt, "");
}

static line_list *read_odt(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_archive) archive = lyh_archive_open(path, bytes, diags);
    struct odt odt = { .path = path, .archive = archive, .diags = diags };
    if (!archive || !is_text_document(&odt) || !is_readable(&odt))
        return NULL;

    g_autoptr(odt_styles) styles = odt_styles_new();
    g_autoptr(line_list) lines = lines_new();
    bool has_text = false;
    if (!read_styles(&odt, styles) || !read_text(&odt, styles, lines, &has_text) ||
        lyh_diags_error_count(diags) > errors)
        return NULL;
    tell_what_is_left_out(&odt);
    tell_how_it_was_read(&odt);
    if (!has_text)
        lyh_diags_warning(diags, "empty", lyh_place_file(path),
                          "the document holds no text");
    return g_steal_pointer(&lines);
}

const struct format format_odt = { ".odt", "OpenDocument", recognises_odt, read_odt };
