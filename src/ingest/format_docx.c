#include "format.h"

#include <string.h>

#include <lyhord/base/archive.h>

#include "../base/autoptr.h"
#include "docx_package.h"
#include "docx_text.h"

/* One document on its way from the archive to lines. */
struct docx {
    const char *path;
    lyh_archive *archive;
    char *main_part;
    struct docx_findings findings;
    size_t comments;
    bool has_heads; /* a header or footer with text in it */
    lyh_diags *diags;
};

static bool recognises_zip(const lyh_bytes *bytes)
{
    return bytes->size >= 4 && memcmp(bytes->data, "PK\003\004", 4) == 0;
}

/* ------ parts beside the text: only counted ------ */

struct part_count {
    const char *element; /* to count; NULL: only whether there is text */
    size_t elements;
    bool has_text;
    bool in_text;
};

/* Separator lines of the page are stored as footnotes too, with a type. */
static void on_part_start(void *user, const char *name_space, const char *name,
                          const lyh_xml_attribute *attributes, size_t count)
{
    struct part_count *part = user;
    if (!docx_is_word(name_space))
        return;
    part->in_text = strcmp(name, "t") == 0;
    if (part->element && strcmp(name, part->element) == 0 &&
        !lyh_xml_value(attributes, count, "type"))
        part->elements++;
}

static void on_part_text(void *user, const char *text, size_t size)
{
    struct part_count *part = user;
    for (size_t i = 0; i < size && part->in_text; i++)
        part->has_text = part->has_text || !g_ascii_isspace(text[i]);
}

static void on_part_end(void *user, const char *name_space, const char *name)
{
    (void)name_space;
    (void)name;
    ((struct part_count *)user)->in_text = false;
}

static struct part_count count_part(const struct docx *docx, const char *member,
                                    const char *element)
{
    static const lyh_xml_handler handler = { on_part_start, on_part_end, on_part_text };
    struct part_count part = { .element = element };
    if (lyh_archive_has(docx->archive, member))
        docx_parse(docx->archive, docx->path, member, &handler, &part, docx->diags);
    return part;
}

static void look_at_relation(struct docx *docx, const struct docx_relation *relation)
{
    const char *kind = relation->kind;
    if (strcmp(kind, "comments") == 0)
        docx->comments += count_part(docx, relation->target, "comment").elements;
    else if (strcmp(kind, "header") == 0 || strcmp(kind, "footer") == 0)
        docx->has_heads =
            count_part(docx, relation->target, NULL).has_text || docx->has_heads;
    else if (strcmp(kind, "vbaProject") == 0)
        lyh_diags_warning(docx->diags, "docx-macros", lyh_place_file(docx->path),
                          "the file holds macros; they are never run");
}

static void look_outside(struct docx *docx, const struct docx_relation *relation)
{
    if (strcmp(relation->kind, "hyperlink") == 0)
        return; /* an address in the text is only text */
    lyh_diags_warning(docx->diags, "docx-external", lyh_place_file(docx->path),
                      "the file refers to something outside it (%s); it is never fetched",
                      relation->kind);
}

static bool look_at_relations(struct docx *docx, const char *part)
{
    g_autoptr(GPtrArray) relations =
        docx_relations(docx->archive, docx->path, part, docx->diags);
    for (guint i = 0; relations && i < relations->len; i++) {
        const struct docx_relation *relation = g_ptr_array_index(relations, i);
        if (relation->is_external)
            look_outside(docx, relation);
        else
            look_at_relation(docx, relation);
    }
    return relations != NULL;
}

/* Notes without a reference in the text, as some programs leave them behind. */
static void look_for_loose_notes(struct docx *docx)
{
    if (docx->findings.footnotes > 0)
        return;
    docx->findings.footnotes = count_part(docx, "word/footnotes.xml", "footnote").elements +
                               count_part(docx, "word/endnotes.xml", "endnote").elements;
}

/* ------ what people are told ------ */

static void tell_what_is_left_out(const struct docx *docx)
{
    const struct docx_findings *findings = &docx->findings;
    lyh_place place = lyh_place_file(docx->path);
    if (findings->deletions > 0)
        lyh_diags_warning(
            docx->diags, "docx-deletions", place,
            "deleted text is still in the file (stretches: %zu) and left out; "
            "accept the changes in Word to be rid of it",
            findings->deletions);
    if (docx->comments > 0)
        lyh_diags_warning(
            docx->diags, "docx-comments", place,
            "comments are left out (%zu); remove them in Word if others may see "
            "the file",
            docx->comments);
    if (findings->hidden > 0)
        lyh_diags_warning(docx->diags, "docx-hidden", place,
                          "hidden text is left out (stretches: %zu)", findings->hidden);
    if (docx->has_heads)
        lyh_diags_warning(
            docx->diags, "docx-heads", place,
            "page headers or footers are left out; see that they name nobody");
    if (findings->footnotes > 0)
        lyh_diags_warning(docx->diags, "docx-footnotes", place,
                          "footnotes and endnotes are left out (%zu)", findings->footnotes);
    if (findings->chunks > 0)
        lyh_diags_warning(docx->diags, "docx-chunks", place,
                          "files placed inside the document are left out (%zu)",
                          findings->chunks);
}

static void tell_how_it_was_read(const struct docx *docx)
{
    const struct docx_findings *findings = &docx->findings;
    lyh_place place = lyh_place_file(docx->path);
    if (findings->tables > 0)
        lyh_diags_warning(docx->diags, "docx-tables", place,
                          "tables (%zu) are read cell by cell, row after row",
                          findings->tables);
    if (findings->insertions > 0)
        lyh_diags_note(docx->diags, "docx-insertions", place,
                       "tracked insertions (%zu) are read as text", findings->insertions);
}

static bool is_blank(const line_list *lines)
{
    for (guint i = 0; i < lines->items->len; i++)
        if (!line_is_blank(lines_at(lines, i)))
            return false;
    return true;
}

/* ------ reading ------ */

static bool read_text(struct docx *docx, line_list *lines)
{
    lyh_bytes xml = { .data = NULL };
    if (!lyh_archive_read(docx->archive, docx->main_part, &xml, docx->diags))
        return false;
    g_autofree char *name = g_strdup_printf("%s: %s", docx->path, docx->main_part);
    bool is_fine = docx_text_read(name, &xml, lines, &docx->findings, docx->diags);
    g_free(xml.data);
    if (is_fine && !docx->findings.is_document)
        lyh_diags_error(
            docx->diags, "not-a-transcript", lyh_place_file(docx->path),
            "this is an Office file but no Word document; a transcript is .docx "
            "or .txt");
    return is_fine && docx->findings.is_document;
}

static bool look_around(struct docx *docx)
{
    if (!look_at_relations(docx, docx->main_part) ||
        !look_at_relations(docx, "word/settings.xml"))
        return false;
    look_for_loose_notes(docx);
    return true;
}

static line_list *read_docx(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_archive) archive = lyh_archive_open(path, bytes, diags);
    g_autofree char *main_part = archive ? docx_main_part(archive, path, diags) : NULL;
    if (!main_part)
        return NULL;

    struct docx docx = {
        .path = path, .archive = archive, .main_part = main_part, .diags = diags
    };
    g_autoptr(line_list) lines = lines_new();
    if (!read_text(&docx, lines) || !look_around(&docx) ||
        lyh_diags_error_count(diags) > errors)
        return NULL;

    tell_what_is_left_out(&docx);
    tell_how_it_was_read(&docx);
    if (is_blank(lines))
        lyh_diags_warning(diags, "empty", lyh_place_file(path),
                          "the document holds no text");
    return g_steal_pointer(&lines);
}

const struct format format_docx = { ".docx", "Word", recognises_zip, read_docx };
