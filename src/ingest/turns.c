#include "turns.h"

#include <string.h>

#include "label.h"
#include "stamps.h"

/* What is being read. */
struct reading {
    lyh_document *document;
    const mark_list *marks;
    size_t line;      /* of the last paragraph with a mark */
    size_t *speakers; /* of each mark; LYH_NONE for nobody */
    bool is_open;     /* there is a turn */
    lyh_turn turn;
    struct stamp
        stamp;     /* stood on a line of its own, for the turn that comes; @size 0: none */
    size_t strays; /* paragraphs that are nobody's turn */
    size_t start, end; /* the first of them */
};

static const struct paragraph *paragraph_at(const paragraph_list *paragraphs, size_t index)
{
    return &paragraphs->items[index];
}

static size_t *add_speakers(lyh_document *document, const mark_list *marks)
{
    size_t *speakers = g_new(size_t, marks->items->len + 1);
    for (size_t i = 0; i < marks->items->len; i++) {
        const struct mark *mark = marks_at(marks, i);
        speakers[i] = LYH_NONE;
        if (mark->kind == MARK_NOBODY)
            continue;
        speakers[i] = lyh_document_add_speaker(document, mark->label, mark->role);
        lyh_document_set_certainty(document, speakers[i], mark->certainty);
    }
    return speakers;
}

static void end_turn(struct reading *reading)
{
    if (reading->is_open)
        lyh_document_add_turn(reading->document, reading->turn);
    reading->is_open = false;
}

static void begin_turn(struct reading *reading, size_t speaker, size_t start)
{
    end_turn(reading);
    reading->is_open = true;
    reading->turn =
        (lyh_turn){ .start = start,
                    .end = start,
                    .speaker = speaker,
                    .role = lyh_document_speaker(reading->document, speaker)->role,
                    .respondent = LYH_NONE,
                    .question = LYH_NONE };
}

/* The speech of a paragraph: neither its mark nor its closing nor white space beside them. The
 * dash after a mark may stand on the next line, where a page ended between the two. */
static void speech_of(const lyh_document *document, const struct paragraph *paragraph,
                      size_t *start, size_t *end)
{
    const char *text = lyh_document_text(document);
    *start = paragraph->speech;
    *end = paragraph->closing;
    if (paragraph->mark != LYH_NONE)
        *start = label_pass_dash(text, *end, *start);
    while (*start < *end && text[*start] == ' ')
        ++*start;
    while (*end > *start && text[*end - 1] == ' ')
        --*end;
}

/* The line that the next paragraph with a mark begins with: every such line begins one. */
static const struct line_mark *next_marked_line(struct reading *reading)
{
    do
        reading->line++;
    while (marks_of_line(reading->marks, reading->line)->mark == LYH_NONE);
    return marks_of_line(reading->marks, reading->line);
}

/* A stamp on a line of its own before the mark tells what the mark's line does not. */
static void set_time(struct reading *reading, const struct line_mark *line)
{
    reading->turn.from = line->is_timed ? line->from : reading->stamp.from;
    reading->turn.to = line->is_timed ? line->to : reading->stamp.to;
    reading->stamp = (struct stamp){ .size = 0 };
}

/* A paragraph that is nothing but a time stamp is for the turn that comes. */
static bool keep_stamp(struct reading *reading, size_t start, size_t end)
{
    struct stamp stamp;
    if (!stamp_at(lyh_document_text(reading->document) + start, end - start, &stamp) ||
        stamp.size < end - start)
        return false;
    reading->stamp = stamp;
    return true;
}

static void begin_marked(struct reading *reading, const struct paragraph *paragraph,
                         size_t start)
{
    const struct line_mark *line = next_marked_line(reading);
    size_t speaker = reading->speakers[paragraph->mark];
    if (speaker == LYH_NONE) {
        end_turn(reading);
        return;
    }
    begin_turn(reading, speaker, start);
    if (line->role != LYH_ROLE_UNKNOWN)
        reading->turn.role = line->role;
    else if (marks_at(reading->marks, paragraph->mark)->kind == MARK_HEADING)
        reading->turn.role = LYH_ROLE_EDITOR;
    set_time(reading, line);
}

/* A file in which nothing is marked is one turn: a person's own words, or a report's. */
static void begin_unmarked(struct reading *reading, size_t start)
{
    const mark_list *marks = reading->marks;
    size_t speaker = lyh_document_add_speaker(
        reading->document, "", marks->is_report ? LYH_ROLE_EDITOR : LYH_ROLE_RESPONDENT);
    lyh_document_set_certainty(reading->document, speaker,
                               marks->is_claimed ? LYH_CERTAINTY_DECIDED
                                                 : LYH_CERTAINTY_GUESSED);
    begin_turn(reading, speaker, start);
}

static void read_paragraph(struct reading *reading, const struct paragraph *paragraph)
{
    size_t start, end;
    speech_of(reading->document, paragraph, &start, &end);
    if (paragraph->mark != LYH_NONE)
        begin_marked(reading, paragraph, start);
    else if (reading->marks->items->len == 0 && !reading->is_open && start < end)
        begin_unmarked(reading, start);

    if (start < end && reading->is_open) {
        /* A mark alone on its paragraph, a heading "Berättelse 3", speaks with the next. */
        if (reading->turn.start == reading->turn.end)
            reading->turn.start = start;
        reading->turn.end = end;
    } else if (start < end && !keep_stamp(reading, start, end) && reading->strays++ == 0) {
        reading->start = start;
        reading->end = end;
    }
    if (paragraph->closing < paragraph->end)
        end_turn(reading);
}

static void tell_of_unmarked(const lyh_document *document, const mark_list *marks,
                             lyh_diags *diags)
{
    lyh_place place = lyh_place_file(lyh_document_path(document));
    if (marks->items->len > 0 || lyh_document_turn_count(document) == 0 ||
        marks->is_claimed)
        return;
    if (marks->is_report)
        lyh_diags_warning(
            diags, "report-not-counted", place,
            "no line begins with a speaker mark and this does not read as one "
            "person's words; none of it is counted: if it is a respondent's, "
            "give the file a row with their id in transcripts.csv");
    else
        lyh_diags_warning(
            diags, "no-marks", place,
            "no line begins with a speaker mark such as 'I:'; all of it is taken "
            "for a respondent's words");
}

/* Marks of which nobody is a respondent, and about whom nothing is asked: silence would hide it. */
static void tell_of_nobody(const lyh_document *document, const mark_list *marks,
                           lyh_diags *diags)
{
    if (marks->items->len == 0 || lyh_document_turn_count(document) == 0)
        return;
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        lyh_role role = lyh_document_turn(document, i)->role;
        if (role != LYH_ROLE_INTERVIEWER && role != LYH_ROLE_LISTENER)
            return;
    }
    lyh_diags_warning(diags, "respondent-none", lyh_place_file(lyh_document_path(document)),
                      "nobody who speaks here is a respondent, so nothing is counted; give "
                      "each turn its mark at the beginning of a line");
}

/* Characters of the longest mark that is sought inside a line. */
#define INSIDE_AT_MOST 30

static bool ends_sentence(char sign)
{
    return sign == '.' || sign == '?' || sign == '!';
}

/* Where a mark ends at the colon @colon and a sentence ended before it, its beginning; else NULL. */
static const char *mark_before(const char *text, const char *colon)
{
    const char *start = colon;
    while (start > text && colon - start <= INSIDE_AT_MOST && start[-1] != '\n') {
        start--;
        if (*start == ' ' && start > text && ends_sentence(start[-1]))
            return start + 1;
    }
    return NULL;
}

static GHashTable *marks_of(const lyh_document *document)
{
    GHashTable *known = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++)
        g_hash_table_add(known, (char *)lyh_document_speaker(document, i)->mark);
    return known;
}

/* "Jo. I: Varför det?": a mark of this document in the middle of what another one says. */
static void tell_of_inside(const lyh_document *document, const lyh_source *source,
                           lyh_diags *diags)
{
    const char *text = lyh_document_text(document), *first = NULL;
    const char *end = text + lyh_document_size(document);
    size_t count = 0;
    g_autoptr(GHashTable) known = NULL; /* few documents ask for it */
    for (const char *at = text; (at = memchr(at, ':', (size_t)(end - at))); at++) {
        const char *start = at[1] == ' ' ? mark_before(text, at) : NULL;
        if (!start)
            continue;
        g_autofree char *mark = g_strndup(start, (gsize)(at - start));
        if (!known)
            known = marks_of(document);
        if (!g_hash_table_contains(known, mark))
            continue;
        first = first ? first : start;
        count++;
    }
    if (count > 0)
        lyh_diags_warning(diags, "mark-inside",
                          lyh_document_place(document, source, (size_t)(first - text),
                                             (size_t)(first - text) + 1),
                          "marks of speakers stand inside lines too and are read as speech "
                          "(%zu; this is the first); begin a line with each mark",
                          count);
}

void turns_add(lyh_document *document, const paragraph_list *paragraphs,
               const mark_list *marks, const lyh_source *source, lyh_diags *diags)
{
    g_autofree size_t *speakers = add_speakers(document, marks);
    struct reading reading = {
        .document = document, .marks = marks, .line = LYH_NONE, .speakers = speakers
    };
    for (size_t i = 0; i < paragraphs->count; i++)
        read_paragraph(&reading, paragraph_at(paragraphs, i));
    end_turn(&reading);

    tell_of_unmarked(document, marks, diags);
    tell_of_nobody(document, marks, diags);
    tell_of_inside(document, source, diags);
    if (reading.strays > 0)
        lyh_diags_warning(
            diags, "text-outside-turns",
            lyh_document_place(document, source, reading.start, reading.end),
            "text before the first speaker mark, or after a closing, is nobody's "
            "turn and not counted (paragraphs: %zu; this is the first)",
            reading.strays);
}
