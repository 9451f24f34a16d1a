#include "parts.h"

#include <string.h>

/* The level of heading @i in the contents, where the first one stands for the highest. */
static unsigned entry_level(const lyh_layout *layout, const GArray *headings, guint i)
{
    if (i == 0)
        return 1;
    return lyh_report_block(layout->report, g_array_index(headings, size_t, i))->level;
}

static void close_entry(const char **closes, unsigned level, unsigned next)
{
    *closes++ = next > level ? NULL : "TOCI";
    for (; level > next; level--) {
        *closes++ = "TOC";
        *closes++ = next == 0 && level == 1 ? NULL : "TOCI";
    }
}

static void add_entry(lyh_layout *layout, size_t heading, unsigned level, bool begins)
{
    const char *text = lyh_report_block(layout->report, heading)->text;
    lyh_part *part =
        lyh_layout_text(layout, lyh_look_of(LYH_LOOK_ENTRY + level - 1), text, 0, 0);
    lyh_mark mark = { LYH_SPAN_LINK, 0, part->run.size, heading };
    part->marks = g_array_new(FALSE, FALSE, sizeof(lyh_mark));
    g_array_append_val(part->marks, mark);
    part->is_entry = true;
    part->opens[0] = begins ? "TOC" : "TOCI";
    part->opens[1] = begins ? "TOCI" : NULL;
}

/* A line a heading, nested as they are. */
void lyh_layout_contents(lyh_layout *layout, size_t index)
{
    g_autoptr(GArray) headings = lyh_printed_contents(layout->report, index);
    for (guint i = 0; i < headings->len; i++) {
        unsigned level = entry_level(layout, headings, i);
        unsigned next = i + 1 < headings->len ? entry_level(layout, headings, i + 1) : 0;
        bool begins = i == 0 || level > entry_level(layout, headings, i - 1);
        add_entry(layout, g_array_index(headings, size_t, i), level, begins);
        close_entry(g_array_index(layout->parts, lyh_part, layout->parts->len - 1).closes,
                    level, next);
    }
    layout->space = 9;
}

static lyh_part *last_part(lyh_layout *layout)
{
    return &g_array_index(layout->parts, lyh_part, layout->parts->len - 1);
}

static bool is_footnote(const lyh_layout *layout, size_t index)
{
    return index < lyh_report_block_count(layout->report) &&
           lyh_report_block(layout->report, index)->kind == LYH_BLOCK_FOOTNOTE;
}

/* Where one stands right below its owner, those after it do too, so that notes are read in their order. */
static void add_footnote(lyh_layout *layout, size_t index)
{
    bool is_below = is_footnote(layout, index - 1) && !last_part(layout)->is_at_foot;
    g_autoptr(GArray) spans = lyh_layout_spans(layout->report, index);
    g_autofree char *text = lyh_printed_text(layout->report, index);
    lyh_part *part =
        lyh_layout_note(layout, lyh_look_of(LYH_LOOK_FOOTNOTE), text, is_below);
    part->note = lyh_report_block(layout->report, index)->number;
    part->marks = lyh_layout_marks(spans);
    part->opens[0] = "Note";
    part->closes[0] = "Note";
}

/* What the last part closes is closed after @footnotes. */
void lyh_layout_footnotes(lyh_layout *layout, size_t index)
{
    lyh_part *owner = last_part(layout);
    const char *closes[G_N_ELEMENTS(owner->closes)];
    memcpy(closes, owner->closes, sizeof closes);
    if (is_footnote(layout, index + 1))
        memset(owner->closes, 0, sizeof owner->closes);
    for (size_t i = index + 1; is_footnote(layout, i); i++) {
        g_array_index(layout->block_parts, guint, i) = layout->parts->len;
        add_footnote(layout, i);
        if (!is_footnote(layout, i + 1))
            memcpy(last_part(layout)->closes + 1, closes, sizeof closes - sizeof *closes);
    }
}
