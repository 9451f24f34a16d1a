#include "marks.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "label.h"
#include "roles.h"

/* A label somewhere in the file, before it is known whether it is a mark. */
struct candidate {
    char *label;
    enum label_kind kind;
    lyh_role role;
    size_t lines;
    size_t changes; /* lines whose neighbour among the candidates is another label */
    size_t first;
    bool is_settled;
    size_t mark; /* index of the mark it became, or LYH_NONE */
};

static void clear_candidate(void *data)
{
    g_free(((struct candidate *)data)->label);
}

static void clear_mark(void *data)
{
    g_free(((struct mark *)data)->label);
}

void marks_free(mark_list *marks)
{
    if (!marks)
        return;
    g_array_unref(marks->lines);
    g_array_unref(marks->items);
    g_free(marks);
}

const struct mark *marks_at(const mark_list *marks, size_t index)
{
    return &g_array_index(marks->items, struct mark, index);
}

const struct line_mark *marks_of_line(const mark_list *marks, size_t line)
{
    return &g_array_index(marks->lines, struct line_mark, line);
}

static struct candidate *candidate_at(GArray *candidates, size_t index)
{
    return &g_array_index(candidates, struct candidate, index);
}

/* The labels of a file, found by how they are written and by how they fold. */
struct labels {
    GArray *candidates;
    GHashTable *by_text; /* label -> index + 1; owns every way of writing one */
    GHashTable *by_fold; /* folded label -> index + 1 */
};

static size_t add_candidate(struct labels *labels, const char *text,
                            const struct label *label, size_t line)
{
    struct candidate candidate = { .label = g_strdup(text),
                                   .kind = label->kind,
                                   .role = label->role,
                                   .first = line,
                                   .mark = LYH_NONE };
    g_array_append_val(labels->candidates, candidate);
    return labels->candidates->len;
}

/* Index of the candidate that @line begins with, a new one where it must be. */
static size_t candidate_of(struct labels *labels, const char *text,
                           const struct label *label, size_t line)
{
    char written[4 * (LONGEST_LABEL + 1)];
    g_assert(label->size < sizeof written);
    memcpy(written, text, label->size);
    written[label->size] = '\0';
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(labels->by_text, written));
    if (known > 0)
        return known - 1;

    char *folded = lyh_text_fold(written, label->size, NULL);
    known = GPOINTER_TO_SIZE(g_hash_table_lookup(labels->by_fold, folded));
    if (known == 0)
        known = add_candidate(labels, written, label, line);
    g_hash_table_insert(labels->by_text, g_strdup(written), GSIZE_TO_POINTER(known));
    g_hash_table_insert(labels->by_fold, folded, GSIZE_TO_POINTER(known));
    return known - 1;
}

/* Fill marks->lines with indexes of candidates; marks replace them later. */
static GArray *collect_candidates(const line_list *lines, mark_list *marks)
{
    g_autoptr(GHashTable) by_text =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) by_fold =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GArray *candidates = g_array_new(FALSE, FALSE, sizeof(struct candidate));
    struct labels labels = { candidates, by_text, by_fold };
    g_array_set_clear_func(candidates, clear_candidate);
    for (size_t i = 0; i < lines->items->len; i++) {
        const struct line *line = lines_at(lines, i);
        const char *text = lines->text->str + line->first;
        struct line_mark found = { .mark = LYH_NONE };
        struct label label;
        if (label_at(text, line->last - line->first, &label)) {
            found.mark = candidate_of(&labels, text, &label, i);
            found.label = label.size;
            found.speech = line->first + label.speech;
            candidate_at(candidates, found.mark)->lines++;
        }
        g_array_append_val(marks->lines, found);
    }
    return candidates;
}

/* Speakers take turns: count the lines whose neighbouring candidate is another one. */
static void count_changes(GArray *candidates, const mark_list *marks)
{
    size_t before = LYH_NONE;
    bool changed_before = false;
    for (size_t i = 0; i < marks->lines->len; i++) {
        size_t now = marks_of_line(marks, i)->mark;
        if (now == LYH_NONE)
            continue;
        bool changes = before != LYH_NONE && now != before;
        if (changes && !changed_before)
            candidate_at(candidates, before)->changes++;
        if (changes)
            candidate_at(candidates, now)->changes++;
        changed_before = changes;
        before = now;
    }
}

static bool is_mark(const struct candidate *candidate)
{
    if (candidate->is_settled || candidate->kind != LABEL_NAME)
        return true;
    return candidate->lines >= 2 && candidate->changes * 2 >= candidate->lines;
}

static void settle(struct candidate *candidate, const char *name,
                   const lyh_transcripts *transcripts)
{
    if (!transcripts)
        return;
    lyh_role role = lyh_transcripts_role(transcripts, name, candidate->label);
    if (role == LYH_ROLE_UNKNOWN)
        return;
    candidate->role = role;
    candidate->is_settled = true;
}

static void keep_marks(GArray *candidates, mark_list *marks)
{
    for (size_t i = 0; i < candidates->len; i++) {
        struct candidate *candidate = candidate_at(candidates, i);
        if (!is_mark(candidate))
            continue;
        struct mark mark = { .label = g_strdup(candidate->label),
                             .role = candidate->role,
                             .is_settled = candidate->is_settled,
                             .turns = candidate->lines,
                             .first = candidate->first };
        candidate->mark = marks->items->len;
        g_array_append_val(marks->items, mark);
    }
    for (size_t i = 0; i < marks->lines->len; i++) {
        struct line_mark *found = &g_array_index(marks->lines, struct line_mark, i);
        if (found->mark != LYH_NONE)
            found->mark = candidate_at(candidates, found->mark)->mark;
    }
}

static lyh_place place_of(const line_list *lines, const char *path, size_t line,
                          size_t size)
{
    size_t start = lines_at(lines, line)->first;
    return lines_place(lines, path, start, start + size);
}

/* A name that begins one line only may be somebody who says one thing. */
static void note_lone_names(GArray *candidates, const mark_list *marks,
                            const line_list *lines, const char *path, lyh_diags *diags)
{
    if (marks->items->len == 0)
        return;
    for (size_t i = 0; i < candidates->len; i++) {
        const struct candidate *candidate = candidate_at(candidates, i);
        if (candidate->mark == LYH_NONE)
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
    for (size_t i = 0; i < marks->lines->len; i++) {
        const struct line *line = lines_at(lines, i);
        size_t now = marks_of_line(marks, i)->mark;
        if (now != LYH_NONE) {
            speaker = now;
            has_asked = false;
        }
        if (speaker == LYH_NONE || has_asked ||
            !memchr(lines->text->str + line->first, '?', line->last - line->first))
            continue;
        g_array_index(marks->items, struct mark, speaker).questions++;
        has_asked = true;
    }
}

static void warn_of_unknown(const mark_list *marks, const line_list *lines,
                            const char *path, lyh_diags *diags)
{
    for (size_t i = 0; i < marks->items->len; i++) {
        const struct mark *mark = marks_at(marks, i);
        if (mark->role == LYH_ROLE_UNKNOWN)
            lyh_diags_warning(
                diags, "speaker-unknown",
                place_of(lines, path, mark->first, strlen(mark->label)),
                "nobody has said who '%s' is (turns: %zu); they are not counted "
                "until transcripts.csv names the mark",
                mark->label, mark->turns);
    }
}

mark_list *marks_find(const line_list *lines, const char *path, const char *name,
                      const lyh_transcripts *transcripts, lyh_diags *diags)
{
    g_autoptr(mark_list) marks = g_new0(mark_list, 1);
    marks->items = g_array_new(FALSE, FALSE, sizeof(struct mark));
    g_array_set_clear_func(marks->items, clear_mark);
    marks->lines = g_array_new(FALSE, FALSE, sizeof(struct line_mark));

    g_autoptr(GArray) candidates = collect_candidates(lines, marks);
    count_changes(candidates, marks);
    for (size_t i = 0; i < candidates->len; i++)
        settle(candidate_at(candidates, i), name, transcripts);
    keep_marks(candidates, marks);
    count_questions(marks, lines);
    note_lone_names(candidates, marks, lines, path, diags);

    size_t guessed = roles_propose(marks);
    if (guessed != LYH_NONE)
        lyh_diags_note(diags, "speaker-guessed",
                       place_of(lines, path, marks_at(marks, guessed)->first,
                                strlen(marks_at(marks, guessed)->label)),
                       "'%s' asks the questions and is taken for the interviewer; "
                       "transcripts.csv can say otherwise",
                       marks_at(marks, guessed)->label);
    warn_of_unknown(marks, lines, path, diags);
    return g_steal_pointer(&marks);
}
