#include <lyhord/report/report.h>

#include <string.h>

#include <glib.h>

#include <lyhord/table/writers.h>

#include "markup.h"
#include "printed.h"
#include "softened.h"

extern const unsigned char lyh_embedded_html_css[];
extern const size_t lyh_embedded_html_css_size;

/*
 * What is written is HTML and well-formed XML at once. Ids: b7 is block 7, m9 the mark in the text that
 * leads to the footnote 9, c7 the caption of block 7.
 */
typedef struct html {
    const lyh_report *report;
    const lyh_catalog *catalog;
    lyh_output *output;
    bool is_in_list;
    bool is_in_item;
    bool begins_page; /* what is opened next */
} html;

static void say(html *page, const char *markup)
{
    lyh_output_text(page->output, markup);
}

static bool is_said(const char *text)
{
    return text && *text;
}

static void open_element(html *page, const char *tag, const char *kinds)
{
    const char *begins = page->begins_page ? "page" : "";
    page->begins_page = false;
    lyh_output_printf(page->output, "<%s", tag);
    if (*begins || *kinds)
        lyh_output_printf(page->output, " class=\"%s%s%s\"", begins,
                          *begins && *kinds ? " " : "", kinds);
}

static void write_id(html *page, size_t index)
{
    lyh_output_printf(page->output, " id=\"b%zu\"", index);
}

/* People answered in Swedish, whatever the report is written in. */
static void write_language_of_quotes(html *page)
{
    if (strcmp(lyh_catalog_language(page->catalog), "sv") != 0)
        say(page, " lang=\"sv\" xml:lang=\"sv\"");
}

/* ---- words ---- */

static size_t number_of(const html *page, size_t index)
{
    return lyh_report_block(page->report, index)->number;
}

/* The number of the footnote @note: a way to it, or from it back to where it stands in the text. */
static void write_mark(html *page, const lyh_span *span, size_t note, bool is_back)
{
    g_autofree char *label =
        g_strdup_printf(is_back ? lyh_tr(page->catalog, "back from footnote %zu")
                                : lyh_tr(page->catalog, "footnote %zu"),
                        number_of(page, note));
    if (is_back)
        lyh_output_printf(page->output,
                          "<a class=\"mark\" role=\"doc-backlink\" href=\"#m%zu\"", note);
    else
        lyh_output_printf(page->output,
                          "<a class=\"mark\" role=\"doc-noteref\" id=\"m%zu\" "
                          "href=\"#b%zu\"",
                          note, note);
    lyh_markup_attribute(page->output, "aria-label", label);
    say(page, ">");
    lyh_markup_text(page->output, span->text);
    say(page, "</a>");
}

/* Large letters, and narrow columns, have least room for long words. */
static void write_softened(html *page, const char *text)
{
    g_autofree char *softened = lyh_softened(page->report, text);
    lyh_markup_text(page->output, softened);
}

/* "Tabell 2" stays in one line. */
static void write_link(html *page, const lyh_span *span)
{
    bool is_heading =
        lyh_report_block(page->report, span->target)->kind == LYH_BLOCK_HEADING;
    lyh_output_printf(page->output, "<a%s href=\"#b%zu\">",
                      is_heading ? "" : " class=\"see\"", span->target);
    lyh_markup_text(page->output, span->text);
    say(page, "</a>");
}

static void write_span(html *page, const lyh_span *span, size_t index)
{
    bool is_note = lyh_report_block(page->report, index)->kind == LYH_BLOCK_FOOTNOTE;
    switch (span->kind) {
    case LYH_SPAN_PLAIN:
        if (lyh_report_block(page->report, index)->kind == LYH_BLOCK_HEADING)
            write_softened(page, span->text);
        else
            lyh_markup_text(page->output, span->text);
        return;
    case LYH_SPAN_LEAD:
        say(page, "<b>");
        lyh_markup_text(page->output, span->text);
        say(page, "</b>");
        return;
    case LYH_SPAN_LINK:
        write_link(page, span);
        return;
    case LYH_SPAN_MARK:
        write_mark(page, span, is_note ? index : span->target, is_note);
        return;
    }
    g_assert_not_reached();
}

static void write_printed(html *page, size_t index)
{
    g_autoptr(GArray) spans = lyh_printed_spans(page->report, index);
    for (guint i = 0; i < spans->len; i++)
        write_span(page, &g_array_index(spans, lyh_span, i), index);
}

static void write_line(html *page, const char *tag, const char *kinds, const char *text)
{
    if (!is_said(text))
        return;
    open_element(page, tag, kinds);
    say(page, ">");
    lyh_markup_text(page->output, text);
    lyh_output_printf(page->output, "</%s>\n", tag);
}

/* ---- blocks of text ---- */

static void write_heading(html *page, const lyh_block *block, size_t index)
{
    const char *const tags[] = { "h2", "h3", "h4" };
    open_element(page, tags[block->level - 1], "");
    write_id(page, index);
    say(page, ">");
    write_printed(page, index);
    lyh_output_printf(page->output, "</%s>\n", tags[block->level - 1]);
}

static void write_paragraph(html *page, size_t index, const char *kinds)
{
    open_element(page, "p", kinds);
    say(page, ">");
    write_printed(page, index);
    say(page, "</p>\n");
}

static void write_footnote(html *page, size_t index)
{
    open_element(page, "p", "footnote");
    write_id(page, index);
    say(page, " role=\"doc-footnote\">");
    write_printed(page, index);
    say(page, "</p>\n");
}

static void write_quote(html *page, const lyh_block *block, size_t index)
{
    open_element(page, "blockquote", "");
    say(page, "><p");
    write_language_of_quotes(page);
    say(page, ">");
    write_printed(page, index);
    say(page, "</p>");
    write_line(page, "footer", "", block->label);
    say(page, "</blockquote>\n");
}

static void write_item(html *page, size_t index)
{
    if (!page->is_in_list) {
        open_element(page, "ul", "");
        say(page, ">\n");
    }
    page->is_in_list = page->is_in_item = true;
    open_element(page, "li", "");
    say(page, "><p>");
    write_printed(page, index);
    say(page, "</p>\n");
}

/* ---- tables and figures ---- */

/* Who has no mouse moves what is wider than the window with the keys, once it has the focus. */
static void open_scrolled(html *page, size_t index, const char *kinds)
{
    open_element(page, "div", kinds);
    lyh_output_printf(page->output,
                      " role=\"group\" tabindex=\"0\" aria-labelledby=\"c%zu\">\n", index);
}

/* On paper it is not divided. */
#define MOST_ROWS_TOGETHER 28

/* An empty cell heads nothing. */
static void write_cell(html *page, const char *scope, bool is_number, const char *text)
{
    bool is_head = scope && *text;
    bool is_wide = !is_number && strlen(text) > 60;
    lyh_output_text(page->output, is_head ? "<th" : "<td");
    if (is_number || is_wide)
        lyh_output_printf(page->output, " class=\"%s\"", is_number ? "n" : "wide");
    if (is_head)
        lyh_markup_attribute(page->output, "scope", scope);
    say(page, ">");
    write_softened(page, text);
    say(page, is_head ? "</th>" : "</td>");
}

static void write_headings(html *page, const lyh_table *table)
{
    say(page, "<thead><tr>");
    for (size_t i = 0; i < lyh_table_column_count(table); i++)
        write_cell(page, "col", !lyh_table_column_is_words(table, i),
                   lyh_table_heading(table, i));
    say(page, "</tr></thead>\n<tbody>\n");
}

static void write_row(html *page, const lyh_table *table, size_t row)
{
    say(page, "<tr>");
    for (size_t i = 0; i < lyh_table_column_count(table); i++) {
        g_autofree char *shown =
            lyh_cell_shown(lyh_table_cell(table, row, i), page->catalog);
        write_cell(page, i == 0 ? "row" : NULL, !lyh_table_column_is_words(table, i),
                   shown);
    }
    say(page, "</tr>\n");
}

/* "2026-05-01": browsers break lines at a hyphen between digits too. NULL: there is none. */
static const char *day_in(const char *text)
{
    static const char form[] = "0000-00-00";
    for (; strlen(text) >= sizeof form - 1; text++) {
        size_t at = 0;
        while (form[at] && (form[at] == '-' ? text[at] == '-' : g_ascii_isdigit(text[at])))
            at++;
        if (!form[at])
            return text;
    }
    return NULL;
}

/* Below a table, in small print, the day in one piece. */
static void write_note(html *page, const char *note)
{
    const char *day = is_said(note) ? day_in(note) : NULL;
    if (!day) {
        write_line(page, "p", "note", note);
        return;
    }
    g_autofree char *before = g_strndup(note, (gsize)(day - note));
    g_autofree char *shown = g_strndup(day, strlen("0000-00-00"));
    open_element(page, "p", "note");
    say(page, ">");
    lyh_markup_text(page->output, before);
    lyh_output_printf(page->output, "<span class=\"n\">%s</span>", shown);
    lyh_markup_text(page->output, day + strlen(shown));
    say(page, "</p>\n");
}

static void write_table(html *page, const lyh_table *table, size_t index)
{
    g_autofree char *note = lyh_printed_table_note(table, page->catalog);
    bool is_short = lyh_table_row_count(table) <= MOST_ROWS_TOGETHER;
    open_element(page, "div", is_short ? "table short" : "table");
    write_id(page, index);
    say(page, ">\n");
    open_scrolled(page, index, "scroll");
    lyh_output_printf(page->output, "<table>\n<caption id=\"c%zu\"><span>", index);
    write_printed(page, index);
    say(page, "</span></caption>\n");
    write_headings(page, table);
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        write_row(page, table, row);
    say(page, "</tbody>\n</table>\n</div>\n");
    write_note(page, note);
    say(page, "</div>\n");
}

static void write_figure(html *page, const lyh_display *figure, size_t index)
{
    g_autofree char *id = g_strdup_printf("f%zu-", index);
    open_element(page, "figure", "");
    write_id(page, index);
    say(page, ">\n");
    open_scrolled(page, index, "scroll plate");
    lyh_display_write_svg_element(figure, id, page->output);
    lyh_output_printf(page->output, "</div>\n<figcaption id=\"c%zu\">", index);
    write_printed(page, index);
    say(page, "</figcaption>\n</figure>\n");
}

/* ---- contents ---- */

static unsigned level_at(const html *page, const GArray *headings, guint i)
{
    return i < headings->len
               ? lyh_report_block(page->report, g_array_index(headings, size_t, i))->level
               : 1;
}

static void write_entry(html *page, size_t heading)
{
    lyh_output_printf(page->output, "<li><a href=\"#b%zu\">", heading);
    lyh_markup_text(page->output, lyh_report_block(page->report, heading)->text);
    say(page, "</a>");
}

static bool is_heading(const html *page, size_t index)
{
    return lyh_report_block(page->report, index)->kind == LYH_BLOCK_HEADING;
}

/* A list, with lists of level 2 inside; the first entry stands for the highest level. */
static void write_contents(html *page, size_t index)
{
    g_autoptr(GArray) headings = lyh_printed_contents(page->report, index);
    if (headings->len == 0)
        return;
    open_element(page, "nav", "");
    if (index > 0 && is_heading(page, index - 1))
        lyh_output_printf(page->output, " aria-labelledby=\"b%zu\"", index - 1);
    else
        say(page, " aria-labelledby=\"title\"");
    say(page, ">\n<ul>\n");
    unsigned level = 1;
    for (guint i = 0; i < headings->len; i++) {
        unsigned next = i + 1 < headings->len ? level_at(page, headings, i + 1) : 1;
        write_entry(page, g_array_index(headings, size_t, i));
        say(page, next > level ? "\n<ul>\n" : "</li>\n");
        if (next < level)
            say(page, "</ul></li>\n");
        level = next;
    }
    say(page, "</ul>\n</nav>\n");
}

/* ---- the page ---- */

/* A quote and a footnote right after an item are part of what it says. */
static void end_lists(html *page, lyh_block_kind kind)
{
    bool stays = kind == LYH_BLOCK_QUOTE || kind == LYH_BLOCK_FOOTNOTE;
    if (page->is_in_item && !stays) {
        say(page, "</li>\n");
        page->is_in_item = false;
    }
    if (page->is_in_list && !stays && kind != LYH_BLOCK_ITEM) {
        say(page, "</ul>\n");
        page->is_in_list = false;
    }
}

static void write_block(html *page, size_t index)
{
    const lyh_block *block = lyh_report_block(page->report, index);
    end_lists(page, block->kind);
    switch (block->kind) {
    case LYH_BLOCK_HEADING:
        write_heading(page, block, index);
        return;
    case LYH_BLOCK_PARAGRAPH:
        write_paragraph(page, index, "");
        return;
    case LYH_BLOCK_ITEM:
        write_item(page, index);
        return;
    case LYH_BLOCK_QUOTE:
        write_quote(page, block, index);
        return;
    case LYH_BLOCK_TABLE:
        write_table(page, block->table, index);
        return;
    case LYH_BLOCK_FIGURE:
        write_figure(page, block->figure, index);
        return;
    case LYH_BLOCK_NOTE:
        write_paragraph(page, index, "note");
        return;
    case LYH_BLOCK_FOOTNOTE:
        write_footnote(page, index);
        return;
    case LYH_BLOCK_CONTENTS:
        write_contents(page, index);
        return;
    case LYH_BLOCK_PAGE:
        page->begins_page = true;
        return;
    }
    g_assert_not_reached();
}

/* In quotes, with escapes for what CSS, HTML or XML would act on (CSS Syntax Level 3, 4.3.7). */
static void write_css_string(html *page, const char *text)
{
    say(page, "\"");
    for (const char *c = text; *c; c++) {
        unsigned char byte = (unsigned char)*c;
        if (byte >= 0x80 || g_ascii_isalnum(*c) || *c == ' ')
            lyh_output_write(page->output, c, 1);
        else
            lyh_output_printf(page->output, "\\%x ", (unsigned)byte);
    }
    say(page, "\"");
}

/* Nobody takes a printed page of a draft for finished. */
static void write_status_of_pages(html *page, const char *status)
{
    if (!is_said(status))
        return;
    say(page, "@page { @top-right { content: ");
    write_css_string(page, status);
    say(page, "; font: 9pt Inter, \"DejaVu Sans\", sans-serif; } }\n");
}

/* Nothing is fetched from anywhere, whatever the text holds: browsers are told so. */
static void write_head(html *page, const lyh_report_info *info)
{
    const char *language = lyh_catalog_language(page->catalog);
    lyh_output_printf(page->output,
                      "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" "
                      "lang=\"%s\" xml:lang=\"%s\">\n<head>\n",
                      language, language);
    say(page, "<meta charset=\"utf-8\"/>\n"
              "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
              "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
              "<meta http-equiv=\"Content-Security-Policy\" "
              "content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n<title>");
    lyh_markup_text(page->output, info->title);
    say(page, "</title>\n<style>\n");
    lyh_output_write(page->output, lyh_embedded_html_css, lyh_embedded_html_css_size);
    write_status_of_pages(page, info->status);
    say(page, "</style>\n</head>\n<body>\n");
}

static void write_title(html *page, const lyh_report_info *info)
{
    g_autofree char *commissioner =
        is_said(info->commissioner)
            ? g_strdup_printf(lyh_tr(page->catalog, "Commissioned by: %s"),
                              info->commissioner)
            : NULL;
    say(page, "<a class=\"skip\" href=\"#text\">");
    lyh_markup_text(page->output, lyh_tr(page->catalog, "Go to the text"));
    say(page, "</a>\n<header>\n<h1 id=\"title\">");
    write_softened(page, info->title);
    say(page, "</h1>\n");
    write_line(page, "p", "subtitle", info->subtitle);
    write_line(page, "p", "", commissioner);
    write_line(page, "p", "", info->date);
    write_line(page, "p", "status", info->status);
    say(page, "</header>\n");
}

bool lyh_report_write_html(const lyh_report *report, lyh_output *output)
{
    const lyh_report_info *info = lyh_report_info_of(report);
    html page = { .report = report, .catalog = info->catalog, .output = output };
    write_head(&page, info);
    write_title(&page, info);
    say(&page, "<main id=\"text\" tabindex=\"-1\">\n");
    for (size_t i = 0; i < lyh_report_block_count(report); i++)
        write_block(&page, i);
    end_lists(&page, LYH_BLOCK_PAGE);
    say(&page, "</main>\n</body>\n");
    return lyh_output_text(output, "</html>\n");
}
