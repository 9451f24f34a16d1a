#include "dialogue.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

#include "closing.h"
#include "prose.h"

/* Lines of text that one answer quoted in a report may have; what is longer is the report. */
#define LONGEST_QUOTED_TURN 15

/* Lines a numbered question may run over before its question mark. */
#define LONGEST_QUESTION 6

static const char *text_of(const line_list *lines, size_t line, size_t *size)
{
    *size = lines_at(lines, line)->last - lines_at(lines, line)->first;
    return lines->text->str + lines_at(lines, line)->first;
}

/* Bytes of a dash and the white space after it at the beginning of @line, or 0. */
static size_t dash_at(const line_list *lines, size_t line)
{
    size_t size, length;
    const char *text = text_of(lines, line, &size);
    if (size == 0)
        return 0;
    uint32_t c = lyh_text_char(text, size, &length);
    if (c != '-' && (c < 0x2012 || c > 0x2015))
        return 0;
    size_t space = lyh_text_leading_space(text + length, size - length);
    return space > 0 && length + space < size ? length + space : 0;
}

struct dashes {
    size_t lines;       /* that begin with a dash */
    size_t others;      /* blocks of text that do not */
    size_t asks[2];     /* of the odd lines and of the even ones, those that ask */
    size_t speaking[2]; /* odd lines, even lines */
};

static struct dashes count_dashes(const line_list *lines)
{
    struct dashes dashes = { 0 };
    bool has_asked = true;
    size_t who = 1;
    for (size_t i = marks_next_line(lines, LYH_NONE); i < lines->count;
         i = marks_next_line(lines, i)) {
        size_t size;
        const char *text = text_of(lines, i, &size);
        if (dash_at(lines, i) > 0) {
            who = 1 - who;
            dashes.lines++;
            dashes.speaking[who]++;
            has_asked = false;
        } else if (marks_is_parted(lines, i)) {
            dashes.others++;
        }
        if (!has_asked && memchr(text, '?', size)) {
            dashes.asks[who]++;
            has_asked = true;
        }
    }
    return dashes;
}

static bool asks_rather_than(const struct dashes *dashes, size_t who)
{
    return dashes->asks[who] * 2 >= dashes->speaking[who] &&
           dashes->asks[1 - who] * 2 < dashes->speaking[1 - who];
}

bool dialogue_find_dashes(mark_list *marks, const line_list *lines)
{
    struct dashes dashes = count_dashes(lines);
    if (dashes.lines < 2 || dashes.others * 2 > dashes.lines ||
        (!asks_rather_than(&dashes, 0) && !asks_rather_than(&dashes, 1)))
        return false;

    const size_t speakers[] = {
        marks_add(marks, MARK_DASH, "\xE2\x80\x93", LYH_ROLE_UNKNOWN,
                  LYH_CERTAINTY_UNKNOWN),
        marks_add(marks, MARK_DASH, "\xE2\x80\x93 2", LYH_ROLE_UNKNOWN,
                  LYH_CERTAINTY_UNKNOWN),
    };
    size_t who = 1;
    for (size_t i = marks_next_line(lines, LYH_NONE); i < lines->count;
         i = marks_next_line(lines, i)) {
        size_t dash = dash_at(lines, i);
        if (dash == 0)
            continue;
        who = 1 - who;
        marks_set(marks, i, speakers[who], dash, lines_at(lines, i)->first + dash);
    }
    return true;
}

/* What the text of a file without speakers is, and what is to be marked in it. */
struct questions {
    mark_list *marks;
    const line_list *lines;
    bool has_speakers;
    bool has_numbers;              /* numbered questions count */
    size_t heading, question, own; /* marks, LYH_NONE until there is one */
    size_t count;
};

static bool asks(const line_list *lines, size_t line)
{
    size_t size;
    const char *text = text_of(lines, line, &size);
    return memchr(text, '?', size) != NULL;
}

static bool is_emphasised_question(const line_list *lines, size_t line)
{
    const struct line *it = lines_at(lines, line);
    return it->emphasis > 0 && it->emphasis >= it->last - it->first && asks(lines, line);
}

/* "3. Hur var det" over some lines up to a question mark that ends a line: the line after the
 * question, or LYH_NONE. */
static size_t numbered_question(const line_list *lines, size_t line)
{
    size_t size;
    const char *text = text_of(lines, line, &size);
    size_t digits = 0;
    while (digits < size && digits < 2 && g_ascii_isdigit(text[digits]))
        digits++;
    if (digits == 0 || digits + 1 >= size || !strchr(".)", text[digits]) ||
        text[digits + 1] != ' ')
        return LYH_NONE;
    for (size_t i = 0; i < LONGEST_QUESTION && line < lines->count; i++) {
        text = text_of(lines, line, &size);
        line = marks_next_line(lines, line);
        if (text[size - 1] == '?')
            return line;
        if (line == lines->count || marks_is_parted(lines, line))
            return LYH_NONE;
    }
    return LYH_NONE;
}

/* Two numbered questions at least, and text between them that is neither. */
static bool has_numbered_questions(const line_list *lines)
{
    size_t found = 0;
    size_t answered = 0;
    for (size_t i = marks_next_line(lines, LYH_NONE); i < lines->count;) {
        size_t after = numbered_question(lines, i);
        if (after != LYH_NONE) {
            found++;
            answered += after < lines->count && numbered_question(lines, after) == LYH_NONE;
        }
        i = after != LYH_NONE ? after : marks_next_line(lines, i);
    }
    return found >= 2 && answered * 2 >= found;
}

static size_t mark_of(struct questions *questions, size_t *known, enum mark_kind kind,
                      const char *label, lyh_role role, lyh_certainty certainty)
{
    if (*known == LYH_NONE)
        *known = marks_add(questions->marks, kind, label, role, certainty);
    return *known;
}

/* What follows a heading or a question: the answer, or, where speakers have marks, nobody's. */
static void begin_text(struct questions *questions, size_t line)
{
    size_t first = lines_at(questions->lines, line)->first;
    if (questions->has_speakers)
        marks_set_nobody(questions->marks, questions->lines, line);
    else
        marks_set(questions->marks, line,
                  mark_of(questions, &questions->own, MARK_OWN, "", LYH_ROLE_RESPONDENT,
                          LYH_CERTAINTY_GUESSED),
                  0, first);
}

static void mark_heading(struct questions *questions, size_t line)
{
    size_t mark = mark_of(questions, &questions->heading, MARK_HEADING, "#",
                          LYH_ROLE_EDITOR, LYH_CERTAINTY_STATED);
    marks_set(questions->marks, line, mark, 0, lines_at(questions->lines, line)->first);
    if (!asks(questions->lines, line))
        return;
    questions->marks->lines[line].role = LYH_ROLE_INTERVIEWER;
    g_array_index(questions->marks->items, struct mark, mark).role = LYH_ROLE_INTERVIEWER;
}

static void mark_question(struct questions *questions, size_t line)
{
    marks_set(questions->marks, line,
              mark_of(questions, &questions->question, MARK_QUESTION, "*",
                      LYH_ROLE_INTERVIEWER, LYH_CERTAINTY_GUESSED),
              0, lines_at(questions->lines, line)->first);
    questions->count++;
}

/* Mark what @line begins, if it is a heading or a question. Returns the line after it, or LYH_NONE. */
static size_t mark_line(struct questions *questions, size_t line)
{
    const line_list *lines = questions->lines;
    if (marks_of_line(questions->marks, line)->mark != LYH_NONE)
        return LYH_NONE;
    if (lines_at(lines, line)->is_heading) {
        mark_heading(questions, line);
        return marks_next_line(lines, line);
    }
    size_t after = questions->has_numbers ? numbered_question(lines, line) : LYH_NONE;
    if (after == LYH_NONE && is_emphasised_question(lines, line))
        after = marks_next_line(lines, line);
    if (after != LYH_NONE)
        mark_question(questions, line);
    return after;
}

/* A letter with headings, none of which asks: what stands before the first is the writer's too. */
static void claim_beginning(struct questions *questions)
{
    size_t first = marks_next_line(questions->lines, LYH_NONE);
    if (questions->has_speakers || questions->own == LYH_NONE || questions->count > 0 ||
        marks_at(questions->marks, questions->heading)->role == LYH_ROLE_INTERVIEWER ||
        marks_of_line(questions->marks, first)->mark != LYH_NONE)
        return;
    begin_text(questions, first);
}

size_t dialogue_find_questions(mark_list *marks, const line_list *lines, bool has_speakers)
{
    struct questions questions = {
        .marks = marks,
        .lines = lines,
        .has_speakers = has_speakers,
        .has_numbers = !has_speakers && has_numbered_questions(lines),
        .heading = LYH_NONE,
        .question = LYH_NONE,
        .own = LYH_NONE,
    };
    size_t after = LYH_NONE;
    for (size_t i = marks_next_line(lines, LYH_NONE); i < lines->count;) {
        size_t next = mark_line(&questions, i);
        if (next == LYH_NONE && i == after && marks_of_line(marks, i)->mark == LYH_NONE)
            begin_text(&questions, i);
        after = next;
        i = next != LYH_NONE ? next : marks_next_line(lines, i);
    }
    claim_beginning(&questions);
    return questions.count;
}

static bool is_closing_line(const line_list *lines, size_t line)
{
    const struct line *it = lines_at(lines, line);
    size_t id, id_size;
    size_t size = it->last - it->first;
    return closing_at(lines->text->str + it->first, size, &id, &id_size) < size;
}

/* The line in the turn beginning at @line with which the report goes on, or LYH_NONE: the first
 * paragraph's end, in a turn that neither a mark nor a closing ends soon. */
static size_t report_goes_on(const mark_list *marks, const line_list *lines, size_t line)
{
    size_t goes_on = LYH_NONE;
    size_t length = 1;
    for (size_t before = line, i = marks_next_line(lines, line); i < lines->count;
         before = i, i = marks_next_line(lines, i)) {
        const struct line *last = lines_at(lines, before);
        if (marks_of_line(marks, i)->mark != LYH_NONE || is_closing_line(lines, i))
            return length > LONGEST_QUOTED_TURN ? goes_on : LYH_NONE;
        if (goes_on == LYH_NONE && marks_is_parted(lines, i) &&
            prose_ends_sentence(lines->text->str + last->first, last->last - last->first))
            goes_on = i;
        if (++length > LONGEST_QUOTED_TURN && goes_on != LYH_NONE)
            return goes_on;
    }
    return goes_on;
}

void dialogue_end_excerpts(mark_list *marks, const line_list *lines)
{
    for (size_t i = 0; i < lines->count; i++) {
        size_t mark = marks_of_line(marks, i)->mark;
        size_t end = mark != LYH_NONE && marks_at(marks, mark)->kind == MARK_SPEAKER
                         ? report_goes_on(marks, lines, i)
                         : LYH_NONE;
        if (end != LYH_NONE)
            marks_set_nobody(marks, lines, end);
    }
}
