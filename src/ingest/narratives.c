#include "narratives.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

#include "prose.h"

/* Characters; a heading is hardly ever longer, a paragraph of a narrative hardly ever shorter. */
#define LONGEST_HEADING 60

/* Characters; a line that is cut where the page's margin is has more. */
#define SHORTEST_FULL_LINE 50

/* Words of a numbered paragraph, on average, when no heading says that they are narratives. */
#define FEWEST_WORDS 30

/* What narratives are called, alphabetical; a number follows. */
static const char *const words[] = { "Berättelse", "Case", "Exempel",
                                     "Fall",       "Röst", "Vittnesmål" };

/* What headings above numbered narratives hold: a word of the first sort, or one of each of the others. */
static const char *const collections[] = { "berättelse", "vittnesmål" };
static const char *const kinds[] = { "bra", "dålig", "god", "negativ", "positiv" };
static const char *const things[] = { "berättelse", "erfarenhet", "exempel", "möte" };

/* Where a narrative begins. */
struct start {
    size_t line;
    size_t number;
    size_t label; /* bytes from the line's first */
    size_t
        speech; /* the same; past the line's text when a title or nothing is all there is */
    size_t section; /* the line of the heading it stands below, or LYH_NONE */
};

struct search {
    mark_list *marks;
    const line_list *lines;
    GArray *starts; /* struct start */
    bool is_report;
    bool is_worded; /* "Berättelse 3" rather than "3." */
};

static const char *text_of(const line_list *lines, size_t line, size_t *size)
{
    *size = lines_at(lines, line)->last - lines_at(lines, line)->first;
    return lines->text->str + lines_at(lines, line)->first;
}

static size_t digits_at(const char *text, size_t size, size_t *number)
{
    size_t digits = 0;
    *number = 0;
    while (digits < size && digits < 3 && g_ascii_isdigit(text[digits]))
        *number = *number * 10 + (size_t)(text[digits++] - '0');
    return digits < size && g_ascii_isdigit(text[digits]) ? 0 : digits;
}

/* Bytes of "Berättelse " at the beginning of @text, or 0. */
static size_t word_at(const char *text, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        size_t length = strlen(words[i]);
        if (size <= length + 1 || text[length] != ' ' || text[0] != words[i][0])
            continue;
        g_autofree char *upper = g_utf8_strup(words[i], -1);
        if (memcmp(text, words[i], length) == 0 || memcmp(text, upper, length) == 0)
            return length + 1;
    }
    return 0;
}

const char *narrative_number(const char *mark)
{
    size_t size = strlen(mark);
    size_t word = word_at(mark, size);
    size_t number;
    size_t digits = digits_at(mark + word, size - word, &number);
    return digits > 0 && word + digits == size ? mark + word : NULL;
}

/* What parts a number from the narrative: "3.", "3)", "Fall 2: ", "Berättelse 3 – ". */
static size_t pass_signs(const char *text, size_t size, size_t offset)
{
    while (offset < size && strchr(".):-", text[offset]) && text[offset])
        offset++;
    offset += lyh_text_leading_space(text + offset, size - offset);
    if (size - offset > 3 && memcmp(text + offset, "\xE2\x80\x93 ", 4) == 0)
        offset += 4;
    return offset;
}

/* What follows "Berättelse 3" on its line, when nothing but a title can: short, and no sentence. */
static bool is_title(const line_list *lines, size_t line, const char *rest, size_t size)
{
    size_t next = marks_next_line(lines, line);
    return lines_at(lines, line)->is_heading ||
           (lyh_text_length(rest, size) <= LONGEST_HEADING &&
            !prose_ends_sentence(rest, size) && next < lines->count &&
            marks_is_parted(lines, next));
}

static bool worded_start(const line_list *lines, size_t line, struct start *start)
{
    size_t size;
    const char *text = text_of(lines, line, &size);
    size_t word = word_at(text, size);
    size_t digits = word > 0 ? digits_at(text + word, size - word, &start->number) : 0;
    size_t end = word + digits;
    if (digits == 0 || (end < size && !strchr(" .:)-", text[end])))
        return false;
    size_t speech = pass_signs(text, size, end);
    if (speech < size && speech == end + 1 && text[end] == ' ' &&
        !is_title(lines, line, text + speech, size - speech))
        return false; /* "Fall 2 var värre" goes on as a sentence */
    *start = (struct start){ .line = line, .number = start->number, .label = end };
    start->speech = is_title(lines, line, text + speech, size - speech) ? size : speech;
    return true;
}

static bool numbered_start(const line_list *lines, size_t line, struct start *start)
{
    size_t size;
    const char *text = text_of(lines, line, &size);
    size_t digits = digits_at(text, size, &start->number);
    if (digits == 0 || digits == size || !strchr(".)", text[digits]) ||
        (digits + 1 < size && text[digits + 1] != ' '))
        return false;
    *start = (struct start){ .line = line, .number = start->number, .label = digits };
    start->speech = pass_signs(text, size, digits);
    return true;
}

static bool holds_any(const char *folded, const char *const *list, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *found = strstr(folded, list[i]);
        if (found && (found == folded || found[-1] == ' '))
            return true;
    }
    return false;
}

/* Does a paragraph begin with @line, which comes after @before? Where a page ends, text files have
 * no blank line: there a short line that ends a sentence is all that shows. */
static bool begins_block(const line_list *lines, size_t before, size_t line)
{
    if (before == LYH_NONE || lines_at(lines, line)->is_paragraph)
        return true;
    size_t size;
    const char *text = text_of(lines, before, &size);
    return prose_ends_sentence(text, size) &&
           (marks_is_parted(lines, line) ||
            lyh_text_length(text, size) < SHORTEST_FULL_LINE);
}

/* Short, no sentence, a capital, and parted from what comes before it or after. */
static bool is_heading(const line_list *lines, size_t before, size_t line)
{
    size_t size;
    const char *text = text_of(lines, line, &size);
    size_t length;
    size_t next = marks_next_line(lines, line);
    if (lines_at(lines, line)->is_heading)
        return true;
    return size > 0 && lyh_text_length(text, size) <= LONGEST_HEADING &&
           !prose_ends_sentence(text, size) &&
           (marks_is_parted(lines, line) || begins_block(lines, before, line) ||
            (next < lines->count && marks_is_parted(lines, next))) &&
           lyh_char_is_upper(lyh_text_char(text, size, &length));
}

/* "Goda exempel", "Dåliga möten", "Vittnesmål från sommaren". */
static bool is_section(const line_list *lines, size_t before, size_t line)
{
    if (!is_heading(lines, before, line))
        return false;
    size_t size;
    const char *text = text_of(lines, line, &size);
    g_autofree char *folded = lyh_text_fold(text, size, NULL);
    return holds_any(folded, collections, G_N_ELEMENTS(collections)) ||
           (holds_any(folded, kinds, G_N_ELEMENTS(kinds)) &&
            holds_any(folded, things, G_N_ELEMENTS(things)));
}

static void add_start(struct search *search, struct start start, size_t section)
{
    start.section = section;
    g_array_append_val(search->starts, start);
}

static void find_worded(struct search *search)
{
    size_t section = LYH_NONE;
    size_t before = LYH_NONE;
    struct start start;
    for (size_t i = marks_next_line(search->lines, LYH_NONE); i < search->lines->count;
         before = i, i = marks_next_line(search->lines, i)) {
        if (worded_start(search->lines, i, &start))
            add_start(search, start, section);
        else if (is_section(search->lines, before, i))
            section = i;
    }
    search->is_worded = search->starts->len >= 2;
}

/* Numbers rise by one below each heading; a caption's "1." in between is none of them. */
static void find_numbered(struct search *search)
{
    size_t section = LYH_NONE;
    size_t before = LYH_NONE;
    size_t expected = 1;
    struct start start;
    for (size_t i = marks_next_line(search->lines, LYH_NONE); i < search->lines->count;
         before = i, i = marks_next_line(search->lines, i)) {
        bool is_in_place = section != LYH_NONE || !search->is_report;
        if (numbered_start(search->lines, i, &start)) {
            if (is_in_place && start.number == expected) {
                add_start(search, start, section);
                expected++;
            }
        } else if (is_section(search->lines, before, i)) {
            section = i;
            expected = 1;
        }
    }
}

/* A list of what is to be done has numbers too: narratives are long, or stand below a heading
 * that says what they are. */
static bool are_narratives(const struct search *search, size_t count)
{
    if (search->starts->len < 2)
        return false;
    const struct start *first = &g_array_index(search->starts, struct start, 0);
    return search->is_worded || first->section != LYH_NONE ||
           (!search->is_report && count >= FEWEST_WORDS * search->starts->len);
}

/* Words from the first start on, and whether one of the numbered lines asks. */
static size_t words_of(const struct search *search, bool *asks)
{
    *asks = false;
    if (search->starts->len == 0)
        return 0;
    size_t words_seen = 0;
    for (size_t i = 0; i < search->starts->len; i++) {
        size_t size;
        const char *text = text_of(
            search->lines, g_array_index(search->starts, struct start, i).line, &size);
        *asks = *asks || (size > 0 && text[size - 1] == '?');
    }
    for (size_t i = g_array_index(search->starts, struct start, 0).line;
         i < search->lines->count; i = marks_next_line(search->lines, i)) {
        size_t size;
        const char *text = text_of(search->lines, i, &size);
        for (size_t j = 0; j < size; j++)
            words_seen += text[j] == ' ';
        words_seen++;
    }
    return words_seen;
}

/* The last line of the block of text that @line begins: up to what is parted from it. */
static size_t end_of_block(const line_list *lines, size_t line)
{
    for (size_t next = marks_next_line(lines, line);
         next < lines->count && !marks_is_parted(lines, next);
         next = marks_next_line(lines, next))
        line = next;
    return line;
}

/* A paragraph in quotation marks that says no "jag": a slogan, a law, what a book says. */
static bool is_slogan(const line_list *lines, size_t line)
{
    size_t size;
    const char *text = text_of(lines, line, &size);
    if (!prose_opens_quote(text, size))
        return false;
    size_t last = end_of_block(lines, line);
    const char *end = text_of(lines, last, &size);
    return prose_closes_quote(end, size) &&
           !prose_is_first_person(text, (size_t)(end + size - text));
}

static bool is_law(const char *text, size_t size)
{
    return memmem(text, size, "\xC2\xA7", 2) != NULL;
}

/* Does the narrative end before @line, which comes after @before and begins none of its own? */
static bool is_outside(const struct search *search, size_t before, size_t line)
{
    const line_list *lines = search->lines;
    size_t size;
    const char *text = text_of(lines, line, &size);
    struct start caption;
    if (lines_at(lines, line)->is_heading)
        return true;
    if (search->is_report && numbered_start(lines, line, &caption))
        return true;
    if (!begins_block(lines, before, line))
        return false;
    return search->is_report || is_heading(lines, before, line) || is_slogan(lines, line) ||
           is_law(text, size);
}

/* The label of a start: "Berättelse 3", "3", or, where numbers begin anew below a second
 * heading, with that heading before it. */
static char *label_of(const struct search *search, const struct start *start, bool is_anew)
{
    size_t size;
    const char *text = text_of(search->lines, start->line, &size);
    if (!is_anew || start->section == LYH_NONE)
        return g_strndup(text, start->label);
    const char *heading = text_of(search->lines, start->section, &size);
    return g_strdup_printf("%.*s %zu", (int)size, heading, start->number);
}

static bool numbers_begin_anew(const struct search *search)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < search->starts->len; i++)
        if (!g_hash_table_add(
                seen,
                GSIZE_TO_POINTER(g_array_index(search->starts, struct start, i).number)))
            return true;
    return false;
}

static void mark_outside(struct search *search, size_t line, size_t outside)
{
    marks_set(search->marks, line, outside, 0, lines_at(search->lines, line)->first);
}

static void mark_start(struct search *search, const struct start *start, bool is_anew,
                       GHashTable *known)
{
    char *label = label_of(search, start, is_anew);
    size_t mark = GPOINTER_TO_SIZE(g_hash_table_lookup(known, label));
    if (mark == 0) {
        mark = marks_add(search->marks, MARK_NARRATIVE, label, LYH_ROLE_RESPONDENT,
                         LYH_CERTAINTY_GUESSED) +
               1;
        g_hash_table_insert(known, g_steal_pointer(&label), GSIZE_TO_POINTER(mark));
    }
    g_free(label);
    marks_set(search->marks, start->line, mark - 1, start->label,
              lines_at(search->lines, start->line)->first + start->speech);
}

static void mark_all(struct search *search)
{
    g_autoptr(GHashTable) known =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    bool is_anew = numbers_begin_anew(search);
    size_t outside =
        marks_add(search->marks, MARK_OWN, "", LYH_ROLE_EDITOR, LYH_CERTAINTY_GUESSED);
    size_t next = 0;
    size_t before = LYH_NONE;
    bool is_inside = false;
    for (size_t i = marks_next_line(search->lines, LYH_NONE); i < search->lines->count;
         before = i, i = marks_next_line(search->lines, i)) {
        const struct start *start = next < search->starts->len
                                        ? &g_array_index(search->starts, struct start, next)
                                        : NULL;
        if (start && start->line == i) {
            mark_start(search, start, is_anew, known);
            is_inside = true;
            next++;
        } else if (before == LYH_NONE || (is_inside && is_outside(search, before, i))) {
            mark_outside(search, i, outside);
            is_inside = false;
        }
    }
}

bool narratives_find(mark_list *marks, const line_list *lines, bool is_report)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(struct start));
    struct search search = {
        .marks = marks, .lines = lines, .starts = starts, .is_report = is_report
    };
    find_worded(&search);
    if (!search.is_worded) {
        g_array_set_size(starts, 0);
        find_numbered(&search);
    }
    bool asks;
    size_t words_seen = words_of(&search, &asks);
    if (!are_narratives(&search, words_seen) || (asks && !search.is_worded))
        return false;
    search.is_report = is_report && !search.is_worded;
    mark_all(&search);
    return true;
}
