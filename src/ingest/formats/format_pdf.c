#include "format.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "pdf_notes.h"
#include "pdf_order.h"
#include "pdf_page.h"

/* Pages and characters. No transcript has more; poppler needs a millisecond and more a page. */
#define MOST_PAGES 2000
#define MOST_CHARACTERS ((size_t)16 << 20)
/* Times the size of most of the text: what is larger is a heading. */
#define HEADING_SIZE 1.15

/* A pdf while it is read, and what in it is no text. */
struct pdf {
    const char *path;
    lyh_diags *diags;
    PopplerDocument *document;
    line_list *lines;
    GArray *pages; /* GArray of struct pdf_line, one a page */
    size_t characters;
    size_t annotations, fields, pictures, unreadable, numbers, notes;
};

static void free_page(void *page)
{
    g_array_unref(*(GArray **)page);
}

static bool recognises_pdf(const lyh_bytes *bytes)
{
    return bytes->size >= 5 && memcmp(bytes->data, "%PDF-", 5) == 0;
}

static bool open_document(struct pdf *pdf, const lyh_bytes *bytes)
{
    g_autoptr(GBytes) data = g_bytes_new_static(bytes->data, bytes->size);
    g_autoptr(GError) error = NULL;
    pdf->document = poppler_document_new_from_bytes(data, NULL, &error);
    if (!pdf->document && g_error_matches(error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
        lyh_diags_error(pdf->diags, "pdf-locked", lyh_place_file(pdf->path),
                        "this pdf is locked with a password; save it without one");
    else if (!pdf->document || poppler_document_get_n_pages(pdf->document) <= 0)
        lyh_diags_error(
            pdf->diags, "pdf-damaged", lyh_place_file(pdf->path),
            "this pdf is damaged or not complete; make it again, or save its text "
            "as .txt");
    else if (poppler_document_get_n_pages(pdf->document) > MOST_PAGES)
        lyh_diags_error(
            pdf->diags, "pdf-too-large", lyh_place_file(pdf->path),
            "this pdf has more than 2 000 pages; a transcript never has: split it");
    else
        return true;
    return false;
}

static void count_annotations(struct pdf *pdf, PopplerPage *page)
{
    GList *mapping = poppler_page_get_annot_mapping(page);
    for (GList *i = mapping; i; i = i->next) {
        PopplerAnnotMapping *item = i->data;
        PopplerAnnotType type = poppler_annot_get_annot_type(item->annot);
        pdf->annotations += type != POPPLER_ANNOT_LINK && type != POPPLER_ANNOT_WIDGET &&
                            type != POPPLER_ANNOT_POPUP;
    }
    poppler_page_free_annot_mapping(mapping);
    GList *fields = poppler_page_get_form_field_mapping(page);
    pdf->fields += g_list_length(fields);
    poppler_page_free_form_field_mapping(fields);
}

/* A page without text is a picture of one when it holds a picture, and may be empty else. */
static void count_picture(struct pdf *pdf, PopplerPage *page)
{
    GList *images = poppler_page_get_image_mapping(page);
    pdf->pictures += images != NULL;
    poppler_page_free_image_mapping(images);
}

static bool read_page(struct pdf *pdf, int index)
{
    GArray *lines = g_array_new(FALSE, TRUE, sizeof(struct pdf_line));
    g_array_set_clear_func(lines, pdf_line_clear);
    g_array_append_val(pdf->pages, lines);
    g_autoptr(GObject) held = (GObject *)poppler_document_get_page(pdf->document, index);
    PopplerPage *page = (PopplerPage *)held;
    if (!held) {
        pdf->unreadable++;
        return true;
    }
    size_t most = MOST_CHARACTERS - pdf->characters;
    size_t read = pdf_page_lines(page, most, lines);
    if (read > most) {
        lyh_diags_error(
            pdf->diags, "pdf-too-large", lyh_place_file(pdf->path),
            "this pdf holds more than 16 million characters; a transcript never "
            "does: split it");
        return false;
    }
    pdf->characters += read;
    if (lines->len == 0)
        count_picture(pdf, page);
    count_annotations(pdf, page);
    pdf_order(lines);
    return true;
}

static bool read_pages(struct pdf *pdf)
{
    int count = poppler_document_get_n_pages(pdf->document);
    for (int i = 0; i < count; i++)
        if (!read_page(pdf, i))
            return false;
    if (pdf->unreadable > 0) {
        lyh_diags_error(
            pdf->diags, "pdf-damaged", lyh_place_file(pdf->path),
            "pages of this pdf cannot be read (%zu); make it again, or save its "
            "text as .txt",
            pdf->unreadable);
        return false;
    }
    if (pdf->characters == 0)
        lyh_diags_error(pdf->diags, "pdf-without-text", lyh_place_file(pdf->path),
                        "this pdf shows pages and holds no text; let a program for text "
                        "recognition read it first, or type it");
    return pdf->characters > 0;
}

static const GArray *page_at(const struct pdf *pdf, size_t index)
{
    return g_array_index(pdf->pages, GArray *, index);
}

static const struct pdf_line *line_of(const GArray *page, size_t index)
{
    return &g_array_index(page, struct pdf_line, index);
}

/* The font size, in half points, that most characters have. */
static double body_size(const struct pdf *pdf)
{
    enum { LARGEST = 200 };
    size_t characters[LARGEST + 1] = { 0 };
    for (size_t i = 0; i < pdf->pages->len; i++)
        for (size_t j = 0; j < page_at(pdf, i)->len; j++) {
            const struct pdf_line *line = line_of(page_at(pdf, i), j);
            double halves = CLAMP(line->font_size * 2 + 0.5, 0, LARGEST);
            characters[(size_t)halves] += strlen(line->text);
        }
    size_t most = 0;
    for (size_t i = 1; i <= LARGEST; i++)
        if (characters[i] > characters[most])
            most = i;
    return (double)most / 2;
}

static void add_line(struct pdf *pdf, const struct pdf_line *line, size_t page,
                     size_t *number, double body)
{
    lyh_origin origin = { .paragraph = ++*number, .character = 1, .page = page };
    if (line->is_parted)
        lines_add(pdf->lines, "", 0, origin, false);
    lines_add(pdf->lines, line->text, strlen(line->text), origin, false);
    struct line *added = lines_latest(pdf->lines);
    added->page = page;
    added->emphasis = MIN(line->bold, added->last - added->first);
    added->is_heading = line->font_size > body * HEADING_SIZE;
    added->is_furniture = line->is_number || line->is_note;
    pdf->numbers += line->is_number;
}

static void add_lines(struct pdf *pdf)
{
    double body = body_size(pdf);
    size_t number = 0, note = 0;
    for (size_t i = 0; i < pdf->pages->len; i++) {
        pdf->notes += pdf_notes_find(g_array_index(pdf->pages, GArray *, i), body, &note);
        for (size_t j = 0; j < page_at(pdf, i)->len; j++) {
            size_t before = pdf->lines->count;
            add_line(pdf, line_of(page_at(pdf, i), j), i + 1, &number, body);
            for (size_t k = before; k < pdf->lines->count; k++)
                lines_get(pdf->lines, k)->page = i + 1;
        }
    }
}

static void tell(const struct pdf *pdf)
{
    lyh_place place = lyh_place_file(pdf->path);
    size_t attached = poppler_document_get_n_attachments(pdf->document);
    if (pdf->annotations > 0)
        lyh_diags_warning(pdf->diags, "pdf-annotations", place,
                          "comments and notes are left out (%zu)", pdf->annotations);
    if (attached > 0)
        lyh_diags_warning(pdf->diags, "pdf-attachments", place,
                          "files attached to the pdf are left out (%zu)", attached);
    if (pdf->fields > 0)
        lyh_diags_warning(pdf->diags, "pdf-fields", place,
                          "what is filled in form fields is left out (fields: %zu)",
                          pdf->fields);
    if (pdf->pictures > 0)
        lyh_diags_warning(pdf->diags, "pdf-pictures", place,
                          "pages are pictures without text and are left out (%zu)",
                          pdf->pictures);
    if (pdf->notes > 0)
        lyh_diags_warning(pdf->diags, "footnotes", place, "footnotes are left out (%zu)",
                          pdf->notes);
    if (pdf->numbers > 0)
        lyh_diags_note(pdf->diags, "pdf-line-numbers", place,
                       "numbers of lines in the margin are left out (%zu)", pdf->numbers);
}

static line_list *read_pdf(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    g_autoptr(GArray) pages = g_array_new(FALSE, FALSE, sizeof(GArray *));
    g_array_set_clear_func(pages, free_page);
    g_autoptr(line_list) lines = lines_new();
    struct pdf pdf = { .path = path, .diags = diags, .pages = pages, .lines = lines };
    lines->is_paged = true;
    bool is_read = open_document(&pdf, bytes) && read_pages(&pdf);
    if (is_read) {
        add_lines(&pdf);
        tell(&pdf);
    }
    g_clear_object(&pdf.document);
    return is_read ? g_steal_pointer(&lines) : NULL;
}

const struct format format_pdf = { ".pdf", "PDF", recognises_pdf, read_pdf };
