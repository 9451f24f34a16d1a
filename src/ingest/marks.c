#include "marks.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "candidates.h"
#include "dialogue.h"
#include "narratives.h"
#include "prose.h"
#include "roles.h"

static void clear_mark(void *data)
{
    g_free(((struct mark *)data)->label);
}

void marks_free(mark_list *marks)
{
    if (!marks)
        return;
    g_free(marks->lines);
    g_array_unref(marks->items);
    g_free(marks);
}

static struct mark *mark_at(mark_list *marks, size_t index)
{
    return &g_array_index(marks->items, struct mark, index);
}

size_t marks_add(mark_list *marks, enum mark_kind kind, const char *label, lyh_role role,
                 lyh_certainty certainty)
{
    struct mark mark = { .label = g_strdup(label),
                         .kind = kind,
                         .role = role,
                         .certainty = certainty,
                         .first = LYH_NONE };
    g_array_append_val(marks->items, mark);
    return marks->items->len - 1;
}

/* One more line, @line, begins with the mark. */
static inline void count_line(struct mark *mark, size_t line)
{
    mark->turns++;
    if (mark->first == LYH_NONE)
        mark->first = line;
}

void marks_set(mark_list *marks, size_t line, size_t mark, size_t label, size_t speech)
{
    struct line_mark *found = &marks->lines[line];
    found->mark = mark;
    found->label = label;
    found->speech = speech;
    count_line(mark_at(marks, mark), line);
}

void marks_set_nobody(mark_list *marks, const line_list *lines, size_t line)
{
    if (marks->nobody == LYH_NONE)
        marks->nobody =
            marks_add(marks, MARK_NOBODY, "", LYH_ROLE_EDITOR, LYH_CERTAINTY_STATED);
    marks_set(marks, line, marks->nobody, 0, lines_at(lines, line)->first);
}

static bool has_text(const line_list *lines, size_t line)
{
    const struct line *it = lines_at(lines, line);
    return !line_is_blank(it) && !it->is_furniture;
}

size_t marks_next_line(const line_list *lines, size_t line)
{
    do
        line++;
    while (line < lines->count && !has_text(lines, line));
    return MIN(line, lines->count);
}

bool marks_is_parted(const line_list *lines, size_t line)
{
    if (lines_at(lines, line)->is_paragraph)
        return true;
    while (line > 0 && lines_at(lines, line - 1)->is_furniture)
        line--;
    return line == 0 || line_is_blank(lines_at(lines, line - 1));
}

/* What lines begin with is not set yet. */
static mark_list *marks_none(const line_list *lines)
{
    mark_list *marks = g_new0(mark_list, 1);
    marks->nobody = LYH_NONE;
    marks->items = g_array_new(FALSE, FALSE, sizeof(struct mark));
    g_array_set_clear_func(marks->items, clear_mark);
    marks->lines = g_new(struct line_mark, lines->count);
    marks->count = lines->count;
    return marks;
}

/* What people wrote about a mark, or UNKNOWN. */
static lyh_role settled_role(const lyh_transcripts *transcripts, const char *name,
                             const char *label)
{
    return transcripts ? lyh_transcripts_role(transcripts, name, label) : LYH_ROLE_UNKNOWN;
}

/* Lines that begin with something that would be a mark in an interview. */
static size_t count_marked(const candidate_list *candidates)
{
    size_t marked = 0;
    for (size_t i = 0; i < candidates->items->len; i++)
        if (candidate_is_mark(candidates_at(candidates, i)))
            marked += candidates_at(candidates, i)->lines;
    return marked;
}

/* Is any candidate with a colon or a stamp a mark? Then a name alone on its line is a heading. */
static bool has_written_marks(const candidate_list *candidates)
{
    for (size_t i = 0; i < candidates->items->len; i++) {
        const struct candidate *candidate = candidates_at(candidates, i);
        if (candidate->bare < candidate->lines && candidate_is_mark(candidate))
            return true;
    }
    return false;
}

static bool is_kept(const struct candidate *candidate, bool is_report, bool has_written)
{
    if (!candidate_is_mark(candidate))
        return false;
    if (candidate->kind != LABEL_NAME || candidate->is_given)
        return !is_report || candidate->bare < candidate->lines;
    return !is_report && (!has_written || candidate->bare < candidate->lines);
}

/* Add the marks among the candidates; @kept gets the mark of each, or LYH_NONE. */
static void keep_marks(mark_list *marks, const candidate_list *candidates, bool is_report,
                       const char *name, const lyh_transcripts *transcripts, GArray *kept)
{
    bool has_written = has_written_marks(candidates);
    for (size_t i = 0; i < candidates->items->len; i++) {
        const struct candidate *candidate = candidates_at(candidates, i);
        lyh_role settled = settled_role(transcripts, name, candidate->label);
        size_t mark = LYH_NONE;
        if (settled != LYH_ROLE_UNKNOWN || is_kept(candidate, is_report, has_written)) {
            lyh_certainty certainty = candidate->role == LYH_ROLE_UNKNOWN
                                          ? LYH_CERTAINTY_UNKNOWN
                                          : LYH_CERTAINTY_STATED;
            mark = marks_add(marks, MARK_SPEAKER, candidate->label, candidate->role,
                             certainty);
        }
        if (settled != LYH_ROLE_UNKNOWN) {
            mark_at(marks, mark)->role = settled;
            mark_at(marks, mark)->certainty = LYH_CERTAINTY_DECIDED;
            mark_at(marks, mark)->is_settled = true;
        }
        g_array_append_val(kept, mark);
    }
}

/* Returns how many lines of text begin with no speaker's mark: often none. */
static size_t set_speakers(mark_list *marks, const candidate_list *candidates,
                           const GArray *kept, const line_list *lines)
{
    size_t unmarked = 0;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line_label *found = candidates_of_line(candidates, i);
        size_t mark = found ? g_array_index(kept, size_t, found->candidate) : LYH_NONE;
        if (mark == LYH_NONE) {
            marks->lines[i] = (struct line_mark){ .mark = LYH_NONE };
            unmarked += has_text(lines, i);
            continue;
        }
        const struct label *label = &found->label;
        marks->lines[i] =
            (struct line_mark){ .mark = mark,
                                .label = label->start + label->size,
                                .speech = lines_at(lines, i)->first + label->speech,
                                .is_timed = label->stamp.size > 0,
                                .from = label->stamp.from,
                                .to = label->stamp.to };
        count_line(mark_at(marks, mark), i);
    }
    return unmarked;
}

static size_t find_speakers(mark_list *marks, const candidate_list *candidates,
                            const line_list *lines, const char *name,
                            const lyh_transcripts *transcripts, bool is_report)
{
    g_autoptr(GArray) kept = g_array_new(FALSE, FALSE, sizeof(size_t));
    keep_marks(marks, candidates, is_report, name, transcripts, kept);
    return set_speakers(marks, candidates, kept, lines);
}

/* A line with nothing but a time stamp stands between turns, when a mark comes next. */
static bool is_stamp_line(const line_list *lines, size_t line)
{
    const struct line *it = lines_at(lines, line);
    struct stamp stamp;
    size_t size = it->last - it->first;
    return size > 0 && stamp_at(lines->text->str + it->first, size, &stamp) &&
           stamp.size == size;
}

static void part_stamps(mark_list *marks, const line_list *lines)
{
    size_t next = LYH_NONE;
    for (size_t i = lines->count; i-- > 0;) {
        if (!has_text(lines, i))
            continue;
        if (next != LYH_NONE && marks_of_line(marks, next)->mark != LYH_NONE &&
            marks_of_line(marks, i)->mark == LYH_NONE && is_stamp_line(lines, i))
            marks_set_nobody(marks, lines, i);
        next = i;
    }
}

static lyh_place place_of(const line_list *lines, const char *path, size_t line,
                          size_t size)
{
    size_t start = lines_at(lines, line)->first;
    return lines_place(lines, path, start, start + MAX(size, 1));
}

static lyh_place place_of_mark(const mark_list *marks, const line_list *lines,
                               const char *path, size_t index)
{
    size_t line = marks_at(marks, index)->first;
    return place_of(lines, path, line, marks_of_line(marks, line)->label);
}

/* A name that begins one line only may be somebody who says one thing. */
static void note_lone_names(const mark_list *marks, const candidate_list *candidates,
                            const line_list *lines, const char *path, lyh_diags *diags)
{
    for (size_t i = 0; i < candidates->items->len; i++) {
        const struct candidate *candidate = candidates_at(candidates, i);
        if (candidate->bare == 0 &&
            marks_of_line(marks, candidate->first)->mark == LYH_NONE)
            lyh_diags_note(
                diags, "speaker-once",
                place_of(lines, path, candidate->first, strlen(candidate->label)),
                "'%s:' is read as speech; if it is a speaker, name it in transcripts.csv",
                candidate->label);
    }
}

/* A question mark anywhere before the next mark: questions are often followed by "(paus)" or
 * by a second thought. */
static void count_questions(mark_list *marks, const line_list *lines)
{
    size_t speaker = LYH_NONE;
    bool has_asked = false;
    for (size_t i = 0; i < marks->count; i++) {
        const struct line *line = lines_at(lines, i);
        size_t now = marks_of_line(marks, i)->mark;
        if (now != LYH_NONE) {
            speaker = now;
            has_asked = false;
        }
        if (speaker == LYH_NONE || has_asked || line->is_furniture ||
            !memchr(lines->text->str + line->first, '?', line->last - line->first))
            continue;
        mark_at(marks, speaker)->questions++;
        has_asked = true;
    }
}

/* When each turn was said, where the format says it: to the end of its last line. */
static void take_times_of_format(mark_list *marks, const line_list *lines)
{
    struct line_mark *turn = NULL;
    for (size_t i = 0; lines->are_timed && i < lines->count; i++) {
        const struct line *line = lines_at(lines, i);
        if (marks_of_line(marks, i)->mark != LYH_NONE) {
            turn = &marks->lines[i];
            if (line->from > 0 || line->to > 0) {
                turn->is_timed = true;
                turn->from = line->from;
            }
        }
        if (turn && line->to > 0) {
            turn->is_timed = true;
            turn->to = line->to;
        }
    }
}

static void warn_of_unknown(const mark_list *marks, const line_list *lines,
                            const char *path, lyh_diags *diags)
{
    for (size_t i = 0; i < marks->items->len; i++) {
        const struct mark *mark = marks_at(marks, i);
        if (mark->role == LYH_ROLE_UNKNOWN)
            lyh_diags_warning(
                diags, "speaker-unknown", place_of_mark(marks, lines, path, i),
                "nobody has said who '%s' is (turns: %zu); they are not counted "
                "until transcripts.csv names the mark",
                mark->label, mark->turns);
    }
}

static void propose_roles(mark_list *marks, const line_list *lines, const char *path,
                          lyh_diags *diags)
{
    if (roles_need_questions(marks))
        count_questions(marks, lines);
    size_t guessed = roles_propose(marks);
    if (guessed != LYH_NONE)
        lyh_diags_note(diags, "speaker-guessed", place_of_mark(marks, lines, path, guessed),
                       "'%s' asks the questions and is taken for the interviewer; "
                       "transcripts.csv can say otherwise",
                       marks_at(marks, guessed)->label);
    warn_of_unknown(marks, lines, path, diags);
}

/* What people wrote about a dash or a narrative. */
static void settle_others(mark_list *marks, const char *name,
                          const lyh_transcripts *transcripts)
{
    for (size_t i = 0; transcripts && i < marks->items->len; i++) {
        struct mark *mark = mark_at(marks, i);
        lyh_role settled = mark->label[0] != '\0' && !mark->is_settled
                               ? settled_role(transcripts, name, mark->label)
                               : LYH_ROLE_UNKNOWN;
        if (settled == LYH_ROLE_UNKNOWN)
            continue;
        mark->role = settled;
        mark->certainty = LYH_CERTAINTY_DECIDED;
        mark->is_settled = true;
    }
}

static void note_questions(size_t count, const char *path, lyh_diags *diags)
{
    if (count > 0)
        lyh_diags_note(diags, "questions-found", lyh_place_file(path),
                       "numbered questions, or questions in bold or italics, are taken for "
                       "the interviewer's (%zu) and the text after each for the answer",
                       count);
}

/* A file in which no line begins with a speaker's mark. */
static void find_other_marks(mark_list *marks, const line_list *lines, const char *path,
                             lyh_diags *diags)
{
    if (dialogue_find_dashes(marks, lines))
        return;
    const struct prose prose = prose_of(lines);
    marks->is_report = !marks->is_claimed && prose_is_report(&prose);
    if (narratives_find(marks, lines, marks->is_report)) {
        lyh_diags_note(diags, "narratives-found", lyh_place_file(path),
                       "the file is read as numbered narratives, each one person's; text "
                       "outside them is the editor's and not counted");
        marks->is_report = false;
        return;
    }
    size_t questions = marks->is_report && prose.signs > 0
                           ? 0
                           : dialogue_find_questions(marks, lines, false);
    if (questions > 0)
        marks->is_report = false;
    note_questions(questions, path, diags);
}

mark_list *marks_find(const line_list *lines, const char *path, const char *name,
                      const lyh_transcripts *transcripts, lyh_diags *diags)
{
    g_autoptr(mark_list) marks = marks_none(lines);
    g_autoptr(candidate_list) candidates = candidates_find(lines);
    bool is_report = prose_is_report_with_marks(lines, count_marked(candidates));
    size_t unmarked = find_speakers(marks, candidates, lines, name, transcripts, is_report);
    if (marks->items->len > 0) {
        if (is_report)
            dialogue_end_excerpts(marks, lines);
        if (unmarked > 0) {
            note_questions(dialogue_find_questions(marks, lines, true), path, diags);
            part_stamps(marks, lines);
        }
        if (!is_report)
            note_lone_names(marks, candidates, lines, path, diags);
    } else {
        marks->is_claimed = settled_role(transcripts, name, "") == LYH_ROLE_RESPONDENT;
        find_other_marks(marks, lines, path, diags);
    }
    settle_others(marks, name, transcripts);
    take_times_of_format(marks, lines);
    propose_roles(marks, lines, path, diags);
    return g_steal_pointer(&marks);
}
