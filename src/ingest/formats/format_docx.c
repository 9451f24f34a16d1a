#include "format.h"

#include <string.h>

#include <lyhord/base/archive.h>

#include "../../base/autoptr.h"
#include "docx_package.h"
#include "docx_text.h"

/* One document on its way from the archive to lines. */
struct docx {
    const char *path;
    lyh_archive *archive;
    char *main_part;
    struct docx_findings findings;
    struct story_tables tables;
    size_t comments;
    size_t heads; /* headers and footers with text in them */
    bool has_text;
    lyh_diags *diags;
};

static bool recognises_zip(const lyh_bytes *bytes)
{
    return bytes->size >= 4 && memcmp(bytes->data, "PK\003\004", 4) == 0 &&
           !format_odt.recognises(bytes);
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
        lyh_archive_parse(docx->archive, member, &handler, &part, docx->diags);
    return part;
}

static void look_at_relation(struct docx *docx, const struct docx_relation *relation)
{
    const char *kind = relation->kind;
    if (strcmp(kind, "comments") == 0)
        docx->comments += count_part(docx, relation->target, "comment").elements;
    else if (strcmp(kind, "header") == 0 || strcmp(kind, "footer") == 0)
        docx->heads += count_part(docx, relation->target, NULL).has_text;
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
    g_autoptr(GPtrArray) relations = docx_relations(docx->archive, part, docx->diags);
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
    if (docx->heads > 0)
        lyh_diags_warning(
            docx->diags, "docx-heads", place,
            "page headers or footers are left out (%zu); see that they name nobody",
            docx->heads);
    if (findings->footnotes > 0)
        lyh_diags_warning(docx->diags, "docx-footnotes", place,
                          "footnotes and endnotes are left out (%zu)", findings->footnotes);
    if (findings->chunks > 0)
        lyh_diags_warning(docx->diags, "docx-chunks", place,
                          "files placed inside the document are left out (%zu)",
                          findings->chunks);
}

static void tell_of_tables(const struct docx *docx)
{
    const struct story_tables *tables = &docx->tables;
    lyh_place place = lyh_place_file(docx->path);
    if (tables->speakers > 0)
        lyh_diags_note(docx->diags, "docx-speaker-tables", place,
                       "tables of speakers (%zu) are read as marks and speech",
                       tables->speakers);
    if (tables->questions > 0)
        lyh_diags_note(
            docx->diags, "docx-question-tables", place,
            "tables of questions and answers (%zu) are read as 'Fråga' and 'Svar'",
            tables->questions);
    if (tables->others > 0)
        lyh_diags_warning(docx->diags, "docx-tables", place,
                          "tables (%zu) are read cell by cell, row after row",
                          tables->others);
}

static void tell_how_it_was_read(const struct docx *docx)
{
    const struct docx_findings *findings = &docx->findings;
    lyh_place place = lyh_place_file(docx->path);
    tell_of_tables(docx);
    if (findings->insertions > 0)
        lyh_diags_note(docx->diags, "docx-insertions", place,
                       "tracked insertions (%zu) are read as text", findings->insertions);
    if (findings->moves > 0)
        lyh_diags_note(docx->diags, "docx-moves", place,
                       "moved text (stretches: %zu) is read where it went",
                       findings->moves);
    if (findings->fields > 0)
        lyh_diags_note(docx->diags, "docx-fields", place,
                       "the codes of fields (%zu) are left out; what they show is read",
                       findings->fields);
}

/* ------ reading ------ */

/* The part that the main one relates to as @kind; NULL when there is none. g_free(). */
static char *part_of_kind(const struct docx *docx, const char *kind)
{
    g_autoptr(GPtrArray) relations =
        docx_relations(docx->archive, docx->main_part, docx->diags);
    for (guint i = 0; relations && i < relations->len; i++) {
        const struct docx_relation *relation = g_ptr_array_index(relations, i);
        if (strcmp(relation->kind, kind) == 0 && !relation->is_external)
            return g_strdup(relation->target);
    }
    return NULL;
}

static bool parse_text(struct docx *docx, story_lines *story,
                       const lyh_xml_handler *handler)
{
    g_autofree char *look = part_of_kind(docx, "styles");
    g_autofree char *lists = part_of_kind(docx, "numbering");
    g_autoptr(docx_styles) styles = docx_styles_read(docx->archive, look, docx->diags);
    g_autoptr(docx_numbering) numbering =
        docx_numbering_read(docx->archive, lists, docx->diags);
    if (!styles || !numbering)
        return false;
    g_autoptr(docx_text) text = docx_text_new(story, styles, numbering);
    bool is_fine =
        lyh_archive_parse(docx->archive, docx->main_part, handler, text, docx->diags);
    docx->findings = *docx_text_findings(text);
    return is_fine;
}

static bool read_text(struct docx *docx, line_list *lines)
{
    g_autoptr(story_lines) story = story_new(lines, NULL, NULL);
    if (!parse_text(docx, story, &docx_text_handler))
        return false;
    story_end(story);
    docx->tables = *story_tables_met(story);
    docx->has_text = story_has_text(story);
    if (!docx->findings.is_document)
        lyh_diags_error(
            docx->diags, "not-a-transcript", lyh_place_file(docx->path),
            "this is an Office file but no Word document; a transcript is .docx "
            "or .txt");
    return docx->findings.is_document;
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
    if (!docx.has_text)
        lyh_diags_warning(diags, "empty", lyh_place_file(path),
                          "the document holds no text");
    return g_steal_pointer(&lines);
}

const struct format format_docx = { ".docx", "Word", recognises_zip, read_docx };
