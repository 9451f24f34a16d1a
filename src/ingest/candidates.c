#include "candidates.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

/* Beginnings of lines that are remembered. */
#define BEGINNINGS 4

/* What lines begin with up to their speech, which begins with a letter: the mark and all beside it. */
struct beginning {
    const char *text;
    size_t size;
    uint64_t word, mask; /* its first eight bytes, or what it has of them */
    size_t label;        /* index */
};

/* The labels of a file, found by how they are written and by how they fold. */
struct labels {
    candidate_list *found;
    GHashTable *by_text; /* label -> index + 1; owns every way of writing one */
    GHashTable *by_fold; /* folded label -> index + 1 */
    /* Speakers take turns: most lines begin as one of the last few did, and are judged so. */
    struct beginning beginnings[BEGINNINGS];
    size_t next_beginning; /* to be forgotten */
    struct label_memory memory;
    size_t before; /* candidate of the last line that has one, or LYH_NONE */
    bool changed;  /* there it was another than the one before */
};

static void clear_candidate(void *data)
{
    g_free(((struct candidate *)data)->label);
}

void candidates_free(candidate_list *candidates)
{
    if (!candidates)
        return;
    g_free(candidates->lines);
    g_array_unref(candidates->labels);
    g_array_unref(candidates->items);
    g_free(candidates);
}

static size_t add_candidate(struct labels *labels, const char *text,
                            const struct label *label, size_t line)
{
    struct candidate candidate = {
        .label = g_strdup(text), .kind = label->kind, .role = label->role, .first = line
    };
    g_array_append_val(labels->found->items, candidate);
    return labels->found->items->len;
}

/* Index of the candidate written as @label at @text, a new one where it must be. */
static size_t candidate_of(struct labels *labels, const char *text,
                           const struct label *label, size_t line)
{
    g_autofree char *written = g_strndup(text, label->size);
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(labels->by_text, written));
    if (known > 0)
        return known - 1;

    char *folded = lyh_text_fold(written, label->size, NULL);
    known = GPOINTER_TO_SIZE(g_hash_table_lookup(labels->by_fold, folded));
    if (known == 0)
        known = add_candidate(labels, written, label, line);
    g_hash_table_insert(labels->by_text, g_steal_pointer(&written),
                        GSIZE_TO_POINTER(known));
    g_hash_table_insert(labels->by_fold, folded, GSIZE_TO_POINTER(known));
    return known - 1;
}

/* A mark that the format gives: whatever it looks like, it is one. */
static void given_label(const struct line *line, const char *text, struct label *label)
{
    struct label known;
    *label =
        (struct label){ .kind = LABEL_CODE, .size = line->label, .speech = line->speech };
    g_autofree char *marked = g_strdup_printf("%.*s:", (int)line->label, text);
    if (label_at(marked, line->label + 1, &known) && known.start == 0) {
        label->kind = known.kind;
        label->role = known.role;
    }
    if (line->role != LYH_ROLE_UNKNOWN)
        label->role = line->role;
}

/* Does white space, or the format, part the line from what stands before it? */
static bool begins_block(const line_list *lines, size_t index)
{
    return index == 0 || lines_at(lines, index)->is_paragraph ||
           line_is_blank(lines_at(lines, index - 1));
}

/* A letter: no space, no dash, no digit and no bracket, with which a label might go on. */
static bool is_letter(char byte)
{
    return g_ascii_isalpha(byte) || (unsigned char)byte == 0xC3;
}

/* The label of a line that begins as another did, or LYH_NONE. */
static size_t known_label(const struct labels *labels, const char *text, size_t size)
{
    uint64_t word;
    if (size < sizeof word)
        return LYH_NONE;
    memcpy(&word, text, sizeof word);
    for (size_t i = 0; i < BEGINNINGS; i++) {
        const struct beginning *known = &labels->beginnings[i];
        if (known->size > 0 && (word & known->mask) == known->word && known->size < size &&
            is_letter(text[known->size]) &&
            (known->size <= sizeof word || memcmp(known->text, text, known->size) == 0))
            return known->label;
    }
    return LYH_NONE;
}

static void remember(struct labels *labels, const char *text, size_t size,
                     const struct label *label, size_t index)
{
    size_t speech = label->speech;
    if (label->start > 0 || label->stamp.size > 0 || speech >= size || speech == 0 ||
        text[speech - 1] != ' ' || !is_letter(text[speech]))
        return;
    struct beginning known = { .text = text, .size = speech, .label = index };
    memcpy(&known.word, text, MIN(speech, sizeof known.word));
    memset(&known.mask, 0xff, MIN(speech, sizeof known.mask));
    labels->beginnings[labels->next_beginning] = known;
    labels->next_beginning = (labels->next_beginning + 1) % BEGINNINGS;
}

static bool label_of_line(struct labels *labels, const line_list *lines, size_t index,
                          struct label *label)
{
    const struct line *line = lines_at(lines, index);
    const char *text = lines->text->str + line->first;
    size_t size = line->last - line->first;
    if (line->label > 0) {
        given_label(line, text, label);
        return true;
    }
    if (label_at_line(&labels->memory, text, size, label))
        return !label->is_bare || begins_block(lines, index);
    return label_emphasised(text, size, MIN(line->emphasis, size), label);
}

/* Index of the label that the line begins with, or LYH_NONE. */
static size_t find_label(struct labels *labels, const line_list *lines, size_t index)
{
    const struct line *line = lines_at(lines, index);
    const char *text = lines->text->str + line->first;
    size_t size = line->last - line->first;
    size_t known = line->label > 0 ? LYH_NONE : known_label(labels, text, size);
    if (known != LYH_NONE)
        return known;

    struct line_label found;
    if (!label_of_line(labels, lines, index, &found.label))
        return LYH_NONE;
    found.candidate = candidate_of(labels, text + found.label.start, &found.label, index);
    known = labels->found->labels->len;
    g_array_append_val(labels->found->labels, found);
    if (line->label == 0 && line->emphasis == 0)
        remember(labels, text, size, &found.label, known);
    return known;
}

/* Speakers take turns: lines are counted whose neighbouring candidate is another one. */
static void count_line(struct labels *labels, const struct line_label *found, bool is_given)
{
    size_t now = found->candidate, before = labels->before;
    struct candidate *candidate = candidates_at(labels->found, now);
    candidate->lines++;
    candidate->bare += found->label.is_bare;
    candidate->is_given = candidate->is_given || is_given;
    if (candidate->role == LYH_ROLE_UNKNOWN)
        candidate->role = found->label.role;

    bool changes = before != LYH_NONE && now != before;
    candidate->changes += changes;
    if (changes && !labels->changed)
        candidates_at(labels->found, before)->changes++;
    labels->changed = changes;
    labels->before = now;
}

static void add_line(struct labels *labels, const line_list *lines, size_t index)
{
    const struct line *line = lines_at(lines, index);
    size_t *label = &labels->found->lines[index];
    *label = LYH_NONE;
    if (line_is_blank(line) || line->is_furniture || line->is_heading || line->is_speech)
        return;
    *label = find_label(labels, lines, index);
    if (*label != LYH_NONE)
        count_line(labels, candidates_of_line(labels->found, index), line->label > 0);
}

candidate_list *candidates_find(const line_list *lines)
{
    g_autoptr(GHashTable) by_text =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) by_fold =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    candidate_list *candidates = g_new0(candidate_list, 1);
    candidates->items = g_array_new(FALSE, FALSE, sizeof(struct candidate));
    g_array_set_clear_func(candidates->items, clear_candidate);
    candidates->labels = g_array_new(FALSE, FALSE, sizeof(struct line_label));
    candidates->lines = g_new(size_t, lines->count);
    candidates->count = lines->count;
    struct labels labels = {
        .found = candidates, .by_text = by_text, .by_fold = by_fold, .before = LYH_NONE
    };
    for (size_t i = 0; i < lines->count; i++)
        add_line(&labels, lines, i);
    return candidates;
}

bool candidate_is_mark(const struct candidate *candidate)
{
    if (candidate->is_given)
        return true;
    bool is_bare = candidate->bare == candidate->lines;
    if (candidate->kind != LABEL_NAME && !is_bare)
        return true;
    bool takes_turns = candidate->changes * 2 >= candidate->lines;
    if (candidate->kind == LABEL_WORD)
        return takes_turns && candidate->changes > 0;
    bool is_often_bare = candidate->bare * 2 >= candidate->lines;
    bool is_sure =
        !is_often_bare || candidate->changes == candidate->lines || candidate->lines >= 3;
    return candidate->lines >= 2 && takes_turns && is_sure;
}
