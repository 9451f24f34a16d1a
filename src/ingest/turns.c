#include "turns.h"

#include <string.h>

#include "label.h"
#include "stamps.h"

/* Who says what stands behind a mark. */
struct voice {
    size_t speaker; /* LYH_NONE for nobody */
    lyh_role role;  /* where a line does not tell another */
};

/* What is being read. */
struct reading {
    lyh_document *document;
    const char *text;
    const mark_list *marks;
    struct voice *voices; /* of each mark */
    lyh_turn *turns;      /* with room for one a paragraph; the last may be open */
    size_t count;
    bool is_open;
    struct stamp
        stamp;     /* stood on a line of its own, for the turn that comes; @size 0: none */
    size_t strays; /* paragraphs that are nobody's turn */
    size_t start, end; /* the first of them */
};

static struct voice *add_speakers(lyh_document *document, const mark_list *marks)
{
    struct voice *voices = g_new(struct voice, marks->items->len + 1);
    for (size_t i = 0; i < marks->items->len; i++) {
        const struct mark *mark = marks_at(marks, i);
        voices[i] = (struct voice){ .speaker = LYH_NONE };
        if (mark->kind == MARK_NOBODY)
            continue;
        size_t speaker = lyh_document_add_speaker(document, mark->label, mark->role);
        lyh_document_set_certainty(document, speaker, mark->certainty);
        voices[i].speaker = speaker;
        voices[i].role = mark->kind == MARK_HEADING
                             ? LYH_ROLE_EDITOR
                             : lyh_document_speaker(document, speaker)->role;
    }
    return voices;
}

static lyh_turn *last_turn(struct reading *reading)
{
    return &reading->turns[reading->count - 1];
}

static void begin_turn(struct reading *reading, size_t speaker, lyh_role role, size_t start)
{
    reading->is_open = true;
    reading->turns[reading->count++] = (lyh_turn){ .start = start,
                                                   .end = start,
                                                   .speaker = speaker,
                                                   .role = role,
                                                   .respondent = LYH_NONE,
                                                   .question = LYH_NONE };
}

/* The speech of a paragraph: neither its mark nor its closing nor white space beside them. The
 * dash after a mark may stand on the next line, where a page ended between the two. */
static void speech_of(const char *text, const struct paragraph *paragraph, bool is_marked,
                      size_t *start, size_t *end)
{
    *start = paragraph->speech;
    *end = paragraph->closing;
    if (is_marked)
        *start = label_pass_dash(text, *end, *start);
    while (*start < *end && text[*start] == ' ')
        ++*start;
    while (*end > *start && text[*end - 1] == ' ')
        --*end;
}

/* A stamp on a line of its own before the mark tells what the mark's line does not. */
static void set_time(struct reading *reading, const struct line_mark *line)
{
    last_turn(reading)->from = line->is_timed ? line->from : reading->stamp.from;
    last_turn(reading)->to = line->is_timed ? line->to : reading->stamp.to;
    reading->stamp = (struct stamp){ .size = 0 };
}

/* A paragraph that is nothing but a time stamp is for the turn that comes. */
static bool keep_stamp(struct reading *reading, size_t start, size_t end)
{
    struct stamp stamp;
    if (!stamp_at(reading->text + start, end - start, &stamp) || stamp.size < end - start)
        return false;
    reading->stamp = stamp;
    return true;
}

static void begin_marked(struct reading *reading, const struct line_mark *line,
                         size_t start)
{
    struct voice voice = reading->voices[line->mark];
    if (voice.speaker == LYH_NONE) {
        reading->is_open = false;
        return;
    }
    begin_turn(reading, voice.speaker,
               line->role != LYH_ROLE_UNKNOWN ? line->role : voice.role, start);
    set_time(reading, line);
}

/* A file in which nothing is marked is one turn: a person's own words, or a report's. */
static void begin_unmarked(struct reading *reading, size_t start)
{
    const mark_list *marks = reading->marks;
    lyh_role role = marks->is_report ? LYH_ROLE_EDITOR : LYH_ROLE_RESPONDENT;
    size_t speaker = lyh_document_add_speaker(reading->document, "", role);
    lyh_document_set_certainty(reading->document, speaker,
                               marks->is_claimed ? LYH_CERTAINTY_DECIDED
                                                 : LYH_CERTAINTY_GUESSED);
    begin_turn(reading, speaker, role, start);
}

static void read_paragraph(struct reading *reading, const struct paragraph *paragraph)
{
    const struct line_mark *line = marks_of_line(reading->marks, paragraph->line);
    bool is_marked = line->mark != LYH_NONE;
    size_t start, end;
    speech_of(reading->text, paragraph, is_marked, &start, &end);
    if (is_marked)
        begin_marked(reading, line, start);
    else if (reading->marks->items->len == 0 && !reading->is_open && start < end)
        begin_unmarked(reading, start);

    if (start < end && reading->is_open) {
        /* A mark alone on its paragraph, a heading "Berättelse 3", speaks with the next. */
        if (last_turn(reading)->start == last_turn(reading)->end)
            last_turn(reading)->start = start;
        last_turn(reading)->end = end;
    } else if (start < end && !keep_stamp(reading, start, end) && reading->strays++ == 0) {
        reading->start = start;
        reading->end = end;
    }
    if (paragraph->closing < paragraph->end)
        reading->is_open = false;
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
static void tell_of_inside(const lyh_document *document, const text_signs *signs,
                           const lyh_source *source, lyh_diags *diags)
{
    const char *text = lyh_document_text(document), *first = NULL;
    size_t count = 0;
    g_autoptr(GHashTable) known = NULL; /* few documents ask for it */
    const sign_list *colons = &signs->of[SIGN_COLON];
    for (size_t i = 0; i < colons->count; i++) {
        const char *at = text + colons->at[i];
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
               const mark_list *marks, const text_signs *signs, const lyh_source *source,
               lyh_diags *diags)
{
    g_autofree struct voice *voices = add_speakers(document, marks);
    struct reading reading = { .document = document,
                               .text = lyh_document_text(document),
                               .marks = marks,
                               .voices = voices,
                               .turns = g_new(lyh_turn, paragraphs->count) };
    for (size_t i = 0; i < paragraphs->count; i++)
        read_paragraph(&reading, &paragraphs->items[i]);
    reading.turns = g_renew(lyh_turn, reading.turns, reading.count);
    lyh_document_take_turns(document, reading.turns, reading.count);

    tell_of_unmarked(document, marks, diags);
    tell_of_nobody(document, marks, diags);
    tell_of_inside(document, signs, source, diags);
    if (reading.strays > 0)
        lyh_diags_warning(
            diags, "text-outside-turns",
            lyh_document_place(document, source, reading.start, reading.end),
            "text before the first speaker mark, or after a closing, is nobody's "
            "turn and not counted (paragraphs: %zu; this is the first)",
            reading.strays);
}
