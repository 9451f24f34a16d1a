#include "subtitles.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "entities.h"
#include "../label.h"
#include "pieces.h"
#include "subtitle_tags.h"

enum row_kind {
    ROW_BLANK,
    ROW_TEXT,
    ROW_TIMES,   /* begins a cue */
    ROW_ID,      /* the number or name above the times */
    ROW_LEFT_OUT /* the heading of a WebVTT file, its notes and styles */
};

/* A physical line of the file. */
struct row {
    size_t start, end;
    enum row_kind kind;
};

struct reader {
    line_list *lines;
    const char *text;
    enum subtitle_kind kind;
    GArray *rows; /* struct row */
    pieces line;  /* being put together */
    pieces part;  /* what is read of the physical line at hand */
    uint64_t from, to;
    GString *voice;   /* whose words these are, after <v Name>; empty: nobody said */
    size_t voice_at;  /* where in the file */
    bool voice_waits; /* its first words have not come */
    GString *mark;    /* the mark with which the line before began, or empty */
    size_t cues, notes, unread_times, outside;
    size_t first_unread, first_outside; /* rows */
};

static struct row *row_at(const struct reader *reader, size_t index)
{
    return &g_array_index(reader->rows, struct row, index);
}

/* ------ what each physical line is ------ */

static bool holds_arrow(const char *text, size_t size)
{
    return memmem(text, size, "-->", 3) != NULL;
}

/* In WebVTT an arrow is never speech (W3C 2019, 4.1); in SubRip a line of times has digits. */
static bool begins_cue(const struct reader *reader, const struct row *row)
{
    const char *text = reader->text + row->start;
    size_t size = row->end - row->start;
    return size > 0 && holds_arrow(text, size) &&
           (reader->kind == SUBTITLE_VTT || g_ascii_isdigit(text[0]));
}

static void find_rows(struct reader *reader, size_t size)
{
    for (size_t start = 0, next; start <= size; start = next) {
        size_t end = pieces_physical_line(reader->text, size, start, &next);
        size_t lead = lyh_text_leading_space(reader->text + start, end - start);
        struct row row = { .start = start + lead };
        row.end =
            row.start + lyh_text_trimmed_size(reader->text + row.start, end - row.start);
        row.kind = row.start == row.end       ? ROW_BLANK
                   : begins_cue(reader, &row) ? ROW_TIMES
                                              : ROW_TEXT;
        g_array_append_val(reader->rows, row);
    }
}

static bool is_number(const struct reader *reader, const struct row *row)
{
    for (size_t i = row->start; i < row->end; i++)
        if (!g_ascii_isdigit(reader->text[i]))
            return false;
    return true;
}

static void find_ids(struct reader *reader)
{
    for (guint i = 1; i < reader->rows->len; i++) {
        struct row *above = row_at(reader, i - 1);
        if (row_at(reader, i)->kind != ROW_TIMES || above->kind != ROW_TEXT)
            continue;
        bool is_parted = i == 1 || row_at(reader, i - 2)->kind == ROW_BLANK;
        if (is_number(reader, above) || (reader->kind == SUBTITLE_VTT && is_parted))
            above->kind = ROW_ID;
    }
}

static bool begins_with_word(const struct reader *reader, const struct row *row,
                             const char *word)
{
    size_t size = strlen(word);
    const char *text = reader->text + row->start;
    return row->end - row->start >= size && memcmp(text, word, size) == 0 &&
           (row->end - row->start == size || text[size] == ' ' || text[size] == '\t');
}

/* The heading, NOTE, STYLE and REGION: blocks up to the next blank line. */
static void find_blocks(struct reader *reader)
{
    bool is_left_out = true; /* the heading */
    bool is_after_blank = false;
    for (guint i = 0; i < reader->rows->len; i++) {
        struct row *row = row_at(reader, i);
        if (row->kind != ROW_TEXT) {
            is_left_out = false;
            is_after_blank = row->kind == ROW_BLANK;
            continue;
        }
        if (is_after_blank) {
            bool is_note = begins_with_word(reader, row, "NOTE");
            is_left_out = is_note || begins_with_word(reader, row, "STYLE") ||
                          begins_with_word(reader, row, "REGION");
            reader->notes += is_note;
        }
        is_after_blank = false;
        if (is_left_out)
            row->kind = ROW_LEFT_OUT;
    }
}

/* ------ lines ------ */

static void remember_mark(struct reader *reader, const char *text, size_t size)
{
    g_string_truncate(reader->mark, 0);
    g_string_append_len(reader->mark, text, (gssize)size);
}

static void end_line(struct reader *reader)
{
    if (reader->line.text->len == 0)
        return;
    pieces_end_line(&reader->line, reader->lines, false);
    lines_set_times(reader->lines, reader->lines->count - 1, reader->from, reader->to);
}

/* "Name: " before the first words of a voice, as somebody would have typed it. */
static void begin_voice(struct reader *reader)
{
    g_autofree char *mark = g_strdup_printf("%s: ", reader->voice->str);
    pieces_add_other(&reader->line, mark, strlen(mark), reader->voice_at);
    pieces_append(&reader->line, &reader->part, 0, reader->part.text->len);
    pieces_end_line(&reader->line, reader->lines, false);
    lines_set_times(reader->lines, reader->lines->count - 1, reader->from, reader->to);
    struct line *line = lines_latest(reader->lines);
    line->label = reader->voice->len;
    line->speech = reader->voice->len + 2;
    reader->voice_waits = false;
    remember_mark(reader, "", 0);
}

static bool begins_with_dash(const char *text, size_t size)
{
    size_t length;
    uint32_t c = lyh_text_char(text, size, &length);
    return (c == '-' || c == 0x2013 || c == 0x2014) && length < size &&
           !g_ascii_isdigit(text[length]);
}

/* What of the part is speech: a mark that the line before had too is passed over. */
static size_t pass_same_mark(struct reader *reader, const struct label *label)
{
    const char *mark = reader->part.text->str + label->start;
    if (reader->mark->len == label->size &&
        memcmp(reader->mark->str, mark, label->size) == 0 &&
        label->speech < reader->part.text->len)
        return label->speech;
    remember_mark(reader, mark, label->size);
    return 0;
}

/* Nobody's voice: marks and dashes inside the text say who speaks. */
static void add_unvoiced(struct reader *reader)
{
    const char *text = reader->part.text->str;
    size_t size = reader->part.text->len;
    struct label label;
    size_t from = 0;
    if (label_at(text, size, &label)) {
        from = pass_same_mark(reader, &label);
        if (from == 0)
            end_line(reader);
    } else if (begins_with_dash(text, size)) {
        remember_mark(reader, "", 0);
        end_line(reader);
    }
    if (reader->line.text->len > 0)
        pieces_add_other(&reader->line, " ", 1, pieces_first_byte(&reader->part));
    pieces_append(&reader->line, &reader->part, from, reader->part.text->len);
}

static void add_voiced(struct reader *reader)
{
    if (reader->voice_waits) {
        end_line(reader);
        begin_voice(reader);
        return;
    }
    end_line(reader);
    pieces_append(&reader->line, &reader->part, 0, reader->part.text->len);
    end_line(reader);
    lines_latest(reader->lines)->is_speech = true;
}

/* Give what was read of the physical line to the line it belongs to. */
static void end_part(struct reader *reader)
{
    if (!lyh_text_is_blank(reader->part.text->str, reader->part.text->len)) {
        if (reader->voice->len > 0)
            add_voiced(reader);
        else
            add_unvoiced(reader);
    }
    pieces_empty(&reader->part);
}

/* ------ the words of a cue ------ */

/* A name as a mark: its entities read, white space single, no longer than a mark may be. */
static void clean_name(GString *clean, const char *name, size_t size)
{
    g_string_truncate(clean, 0);
    size_t characters = 0;
    for (size_t i = 0, length; i < size && characters < LONGEST_LABEL; characters++) {
        char character[ENTITY_SIZE];
        size_t entity = entity_at(name + i, size - i, character);
        if (entity > 0) {
            g_string_append(clean, character);
            i += entity;
            continue;
        }
        uint32_t c = lyh_text_char(name + i, size - i, &length);
        if (!lyh_char_is_space(c))
            g_string_append_len(clean, name + i, (gssize)length);
        else if (clean->len > 0 && clean->str[clean->len - 1] != ' ')
            g_string_append_c(clean, ' ');
        i += length;
    }
    g_string_truncate(clean, lyh_text_trimmed_size(clean->str, clean->len));
}

static void hear_voice(struct reader *reader, const char *name, size_t size)
{
    g_autoptr(GString) cleaned = g_string_new(NULL);
    clean_name(cleaned, name, size);
    g_autofree char *voice = lyh_text_nfc(cleaned->str, cleaned->len, NULL);
    if (*voice == '\0' || strcmp(voice, reader->voice->str) == 0)
        return;
    end_part(reader);
    g_string_assign(reader->voice, voice);
    reader->voice_at = (size_t)(name - reader->text);
    reader->voice_waits = true;
}

/* The tag or reference at @at, read; its bytes, or 0 when speech stands there. */
static size_t read_sign(struct reader *reader, size_t at, size_t end)
{
    const char *name;
    size_t name_size;
    char character[ENTITY_SIZE];
    size_t size = subtitle_tag_at(reader->text + at, end - at, &name, &name_size);
    if (size > 0) {
        if (name_size > 0)
            hear_voice(reader, name, name_size);
        return size;
    }
    size = entity_at(reader->text + at, end - at, character);
    if (size > 0)
        pieces_add_other(&reader->part, character, strlen(character), at);
    return size;
}

/* Bytes up to the next sign that may be a tag or a reference; the first is none. */
static size_t plain_size(const char *text, size_t size)
{
    size_t at = 1;
    while (at < size && text[at] != '<' && text[at] != '{' && text[at] != '&')
        at++;
    return at;
}

static void read_words(struct reader *reader, const struct row *row)
{
    for (size_t at = row->start; at < row->end;) {
        size_t sign = read_sign(reader, at, row->end);
        at += sign;
        if (sign > 0)
            continue;
        size_t size = plain_size(reader->text + at, row->end - at);
        bool is_first = lyh_text_is_blank(reader->part.text->str, reader->part.text->len);
        size_t lead = is_first ? lyh_text_leading_space(reader->text + at, size) : 0;
        pieces_add(&reader->part, reader->text + at + lead, size - lead, at + lead);
        at += size;
    }
    end_part(reader);
}

static void begin_cue(struct reader *reader, size_t index)
{
    const struct row *row = row_at(reader, index);
    end_line(reader);
    reader->cues++;
    if (subtitle_times_at(reader->text + row->start, row->end - row->start, &reader->from,
                          &reader->to)) {
        reader->to = MAX(reader->from, reader->to);
        return;
    }
    reader->from = reader->to = 0;
    if (reader->unread_times++ == 0)
        reader->first_unread = index;
}

static void read_rows(struct reader *reader)
{
    for (guint i = 0; i < reader->rows->len; i++) {
        const struct row *row = row_at(reader, i);
        if (row->kind == ROW_TIMES)
            begin_cue(reader, i);
        else if (row->kind == ROW_TEXT && reader->cues > 0)
            read_words(reader, row);
        else if (row->kind == ROW_TEXT && reader->outside++ == 0)
            reader->first_outside = i;
    }
    end_line(reader);
}

/* ------ what people are told ------ */

static lyh_place place_of(const struct reader *reader, size_t index)
{
    const struct row *row = row_at(reader, index);
    return lyh_place_text(reader->lines->source, row->start, row->end);
}

static void tell(const struct reader *reader, const char *path, lyh_diags *diags)
{
    if (reader->unread_times > 0)
        lyh_diags_warning(diags, "subtitle-times", place_of(reader, reader->first_unread),
                          "the times above a cue cannot be read (cues: %zu; this is the "
                          "first); the words are kept, without times",
                          reader->unread_times);
    if (reader->outside > 0)
        lyh_diags_warning(
            diags, "subtitle-outside", place_of(reader, reader->first_outside),
            "text before the first cue is left out (lines: %zu)", reader->outside);
    if (reader->notes > 0)
        lyh_diags_warning(diags, "subtitle-notes", lyh_place_file(path),
                          "notes of the subtitle file are left out (%zu); remove them if "
                          "others may see the file",
                          reader->notes);
    if (reader->lines->count == 0)
        lyh_diags_warning(diags, "empty", lyh_place_file(path),
                          "the document holds no text");
}

static bool has_cues(const struct reader *reader, const char *path, lyh_diags *diags)
{
    if (reader->cues > 0 || lyh_text_is_blank(reader->text, strlen(reader->text)) ||
        (reader->kind == SUBTITLE_VTT && reader->outside == 0))
        return true;
    lyh_diags_error(diags, "not-a-transcript", lyh_place_file(path),
                    "no cue with its times was found; a subtitle file has lines such as "
                    "00:00:01,000 --> 00:00:04,000 above the words");
    return false;
}

static void reader_free(struct reader *reader)
{
    g_string_free(reader->mark, TRUE);
    g_string_free(reader->voice, TRUE);
    pieces_clear(&reader->part);
    pieces_clear(&reader->line);
    g_array_unref(reader->rows);
}

line_list *subtitles_read(const char *path, const lyh_bytes *bytes, enum subtitle_kind kind,
                          lyh_diags *diags)
{
    g_autoptr(line_list) lines = lines_of_text(path, bytes, diags);
    if (!lines)
        return NULL;

    struct reader reader = { .lines = lines,
                             .text = lyh_source_text(lines->source),
                             .kind = kind,
                             .rows = g_array_new(FALSE, FALSE, sizeof(struct row)),
                             .voice = g_string_new(NULL),
                             .mark = g_string_new(NULL) };
    pieces_init(&reader.line);
    pieces_init(&reader.part);
    find_rows(&reader, lyh_source_size(lines->source));
    find_ids(&reader);
    if (kind == SUBTITLE_VTT)
        find_blocks(&reader);
    read_rows(&reader);
    bool is_fine = has_cues(&reader, path, diags);
    if (is_fine)
        tell(&reader, path, diags);
    reader_free(&reader);
    return is_fine ? g_steal_pointer(&lines) : NULL;
}
