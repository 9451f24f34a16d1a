#include "format.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "markdown_blocks.h"

/* ------ what people are told ------ */

static void tell(const struct markdown_findings *findings, const line_list *lines,
                 const char *path, lyh_diags *diags)
{
    lyh_place place = lyh_place_file(path);
    if (findings->front_matter > 0)
        lyh_diags_warning(diags, "md-front-matter", place,
                          "what is said about the file at its beginning, between lines of "
                          "---, is left out (lines: %zu)",
                          findings->front_matter);
    if (findings->comments > 0)
        lyh_diags_warning(diags, "md-comments", place,
                          "comments are left out (%zu); remove them if others may see the "
                          "file",
                          findings->comments);
    if (findings->images > 0)
        lyh_diags_warning(diags, "md-images", place, "images are left out (%zu)",
                          findings->images);
    if (lines->count == 0)
        lyh_diags_warning(diags, "empty", place, "the document holds no text");
}

static line_list *read_md(const char *path, const lyh_bytes *bytes, lyh_diags *diags)
{
    line_list *lines = lines_of_text(path, bytes, diags);
    if (!lines)
        return NULL;

    struct markdown_findings findings = { 0 };
    markdown_read(lyh_source_text(lines->source), lyh_source_size(lines->source), lines,
                  &findings);
    tell(&findings, lines, path, diags);
    return lines;
}

/* Nothing in a text shows that it is Markdown: stars and dashes stand in every transcript. */
const struct format format_md = { ".md", "Markdown", NULL, read_md };
