#include "lines.h"

#include <string.h>

#include <lyhord/base/text.h>

/* Letters that must stand on both sides of a break inside a word. */
#define LEAST_LETTERS 4

typedef struct breaker {
    lyh_run run;
    const lyh_measures *measures;
    double *at; /* where each byte begins */
    double hyphen;
} breaker;

static double width_between(const breaker *b, size_t start, size_t end)
{
    return b->at[end] - b->at[start];
}

static uint32_t char_at(lyh_run run, size_t at)
{
    size_t length;
    return at < run.size ? lyh_text_char(run.text + at, run.size - at, &length) : 0;
}

static size_t char_before(lyh_run run, size_t at)
{
    while (at > 0 && (run.text[--at] & 0xC0) == 0x80) {
    }
    return at;
}

static size_t char_after(lyh_run run, size_t at)
{
    size_t length;
    lyh_text_char(run.text + at, run.size - at, &length);
    return at + length;
}

static bool has_digit_at(lyh_run run, size_t at)
{
    return at < run.size && g_ascii_isdigit(run.text[at]);
}

static bool has_word_of_at(lyh_run run, size_t at)
{
    return at + 3 < run.size &&
           (strncmp(run.text + at, "av ", 3) == 0 || strncmp(run.text + at, "of ", 3) == 0);
}

/* "9 av 12" is one thing and stands on one line. */
static bool is_inside_a_count(lyh_run run, size_t space)
{
    if (space == 0)
        return false;
    if (has_digit_at(run, space - 1) && has_word_of_at(run, space + 1))
        return has_digit_at(run, space + 4);
    return space >= 4 && has_word_of_at(run, space - 2) && has_digit_at(run, space - 4) &&
           run.text[space - 3] == ' ' && has_digit_at(run, space + 1);
}

/* A dash between thoughts ends a line, it never begins one. */
static bool is_before_a_dash(lyh_run run, size_t space)
{
    return char_at(run, space + 1) == 0x2013 && char_at(run, space + 4) == ' ';
}

static bool is_breaking_space(lyh_run run, size_t at)
{
    return run.text[at] == ' ' && !is_inside_a_count(run, at) && !is_before_a_dash(run, at);
}

static bool is_letter_at(lyh_run run, size_t at)
{
    uint32_t c = char_at(run, at);
    return c && lyh_char_is_word(c) && !lyh_char_is_digit(c);
}

static size_t letters_before(lyh_run run, size_t at, size_t floor)
{
    size_t count = 0;
    while (at > floor) {
        at = char_before(run, at);
        if (!is_letter_at(run, at))
            break;
        count++;
    }
    return count;
}

static size_t letters_after(lyh_run run, size_t at)
{
    size_t count = 0;
    for (; at < run.size && is_letter_at(run, at); at = char_after(run, at))
        count++;
    return count;
}

static bool has_letters_around(lyh_run run, size_t before, size_t after, size_t floor)
{
    return letters_before(run, before, floor) >= LEAST_LETTERS &&
           letters_after(run, after) >= LEAST_LETTERS;
}

/* After the hyphen of "budget-frågor", the stroke of "insats/åtgärd". */
static bool is_after_a_joining_sign(lyh_run run, size_t at, size_t floor)
{
    if (at <= floor || at >= run.size)
        return false;
    size_t sign = char_before(run, at);
    uint32_t c = char_at(run, sign);
    return (c == '-' || c == '/' || c == 0x2010 || c == 0x2013) &&
           has_letters_around(run, sign, at, floor);
}

static size_t word_end(const breaker *b, size_t at)
{
    while (at < b->run.size && !is_breaking_space(b->run, at))
        at++;
    return at;
}

static size_t skip_spaces(lyh_run run, size_t at)
{
    while (at < run.size && run.text[at] == ' ')
        at++;
    return at;
}

/* The last place up to @end such that the line from @start to it, and a hyphen, fits. */
static size_t last_fitting(const breaker *b, size_t start, size_t word, size_t end)
{
    double room = b->measures->width - b->hyphen;
    while (end > word && width_between(b, start, end) > room)
        end = char_before(b->run, end);
    return end;
}

/* Where the word begins that goes on at @at: what is left of one that was broken has its joints still. */
static size_t whole_word(const breaker *b, size_t at)
{
    while (at > 0 && !is_breaking_space(b->run, char_before(b->run, at)))
        at = char_before(b->run, at);
    return at;
}

/* A joint between @word and @most that leaves enough on both sides, or 0. */
static size_t joint_up_to(const breaker *b, size_t word, size_t end, size_t most)
{
    const lyh_measures *m = b->measures;
    size_t whole = whole_word(b, word);
    while (m->joint && most > word) {
        size_t part =
            m->joint(m->joint_user, b->run.text + whole, end - whole, most - whole);
        if (whole + part <= word || part > most - whole)
            return 0;
        if (has_letters_around(b->run, whole + part, whole + part, word))
            return whole + part;
        most = char_before(b->run, whole + part);
    }
    return 0;
}

static bool is_vowel(uint32_t c)
{
    return c && (c < 0x80 ? strchr("aeiouyAEIOUY", (int)c) != NULL
                          : c == 0xE5 || c == 0xE4 || c == 0xF6 || c == 0xC5 || c == 0xC4 ||
                                c == 0xD6 || c == 0xE9 || c == 0xC9);
}

/* Is there a joint two letters from @at or nearer? "handlingsplan-suppföljning" is worse than a break farther off. */
static bool is_beside_joint(const breaker *b, size_t word, size_t at)
{
    const lyh_measures *m = b->measures;
    size_t whole = whole_word(b, word), end = word_end(b, word), behind = at, before = at;
    for (int i = 0; i < 2; i++) {
        behind = behind < end ? char_after(b->run, behind) : behind;
        before = before > word ? char_before(b->run, before) : before;
    }
    size_t part =
        m->joint ? m->joint(m->joint_user, b->run.text + whole, end - whole, behind - whole)
                 : 0;
    return part > 0 && whole + part >= before;
}

/* "pl", "tr": said together before a vowel. */
static bool is_pair(const breaker *b, size_t at)
{
    uint32_t first = char_at(b->run, at), second = char_at(b->run, char_after(b->run, at));
    return first < 0x80 && second < 0x80 && first && second &&
           strchr("bdfgkpt", (int)first) && strchr("lr", (int)second);
}

/* Before a consonant that a vowel follows, or a pair of them: "hand-lings-plan". */
static bool is_good_inside(const breaker *b, size_t word, size_t at, bool parts_pairs)
{
    if (!has_letters_around(b->run, at, at, word) || is_vowel(char_at(b->run, at)))
        return false;
    size_t next = char_after(b->run, at);
    if (is_pair(b, at))
        return is_vowel(char_at(b->run, char_after(b->run, next)));
    return is_vowel(char_at(b->run, next)) &&
           (parts_pairs || !is_pair(b, char_before(b->run, at)));
}

/* The last good place up to @most, or 0. */
static size_t place_inside(const breaker *b, size_t word, size_t most, bool parts_pairs,
                           bool is_by_joints)
{
    for (size_t at = most; at > word; at = char_before(b->run, at))
        if (is_good_inside(b, word, at, parts_pairs) &&
            (is_by_joints || !is_beside_joint(b, word, at)))
            return at;
    return 0;
}

/* Best away from joints, then without parting what is said together; else anywhere, for what is no word at all. */
static size_t break_inside(const breaker *b, size_t word, size_t most)
{
    size_t at = place_inside(b, word, most, false, false);
    if (at == 0)
        at = place_inside(b, word, most, true, false);
    if (at == 0)
        at = place_inside(b, word, most, true, true);
    if (at > 0)
        return at;
    return most > word ? most : char_after(b->run, word);
}

static lyh_line line_of(const breaker *b, size_t start, size_t end, bool hyphen)
{
    while (end > start && b->run.text[end - 1] == ' ')
        end--;
    return (lyh_line){ start, end, width_between(b, start, end) + (hyphen ? b->hyphen : 0),
                       hyphen };
}

/* Break inside the word from @word to @end, which does not fit on the line from @start. */
static bool break_word(const breaker *b, size_t start, size_t word, size_t end,
                       lyh_line *line)
{
    double room = b->measures->width;
    for (size_t at = end; at > word; at = char_before(b->run, at)) {
        if (is_after_a_joining_sign(b->run, at, word) &&
            width_between(b, start, at) <= room) {
            *line = line_of(b, start, at, false);
            return true;
        }
    }

    size_t most = last_fitting(b, start, word, end);
    bool is_alone = word == start;
    bool is_short = width_between(b, start, word) < b->measures->least_fill * room;
    size_t at = is_alone || is_short ? joint_up_to(b, word, end, most) : 0;
    if (at == 0 && is_alone)
        at = break_inside(b, word, most);
    if (at == 0)
        return false;
    bool is_in_letters = letters_before(b->run, at, word) && letters_after(b->run, at);
    *line = line_of(b, start, at, is_in_letters);
    return true;
}

/* The line that begins at @start. */
static lyh_line next_line(const breaker *b, size_t start)
{
    lyh_line line = line_of(b, start, start, false);
    size_t word = start;
    while (word < b->run.size) {
        size_t end = word_end(b, word);
        if (width_between(b, start, end) > b->measures->width + 0.01) {
            if (break_word(b, start, word, end, &line))
                return line;
            break;
        }
        line = line_of(b, start, end, false);
        word = skip_spaces(b->run, end);
    }
    return line;
}

static GArray *break_lines(const breaker *b)
{
    GArray *lines = g_array_new(FALSE, FALSE, sizeof(lyh_line));
    size_t start = skip_spaces(b->run, 0);
    do {
        lyh_line line = next_line(b, start);
        g_array_append_val(lines, line);
        start = skip_spaces(b->run, line.end);
    } while (start < b->run.size);
    return lines;
}

GArray *lyh_lines_new(lyh_typesetter *typesetter, lyh_run run, const lyh_style *style,
                      const lyh_measures *measures)
{
    g_autofree double *at = lyh_typesetter_advances(typesetter, run, style);
    breaker b = { run, measures, at, lyh_typesetter_text_width(typesetter, "-", style) };
    return break_lines(&b);
}

static bool has_hyphens(const GArray *lines)
{
    for (guint i = 0; i < lines->len; i++) {
        if (g_array_index(lines, lyh_line, i).is_hyphenated)
            return true;
    }
    return false;
}

GArray *lyh_lines_balanced(lyh_typesetter *typesetter, lyh_run run, const lyh_style *style,
                           const lyh_measures *measures)
{
    g_autofree double *at = lyh_typesetter_advances(typesetter, run, style);
    lyh_measures narrower = *measures;
    breaker b = { run, &narrower, at, lyh_typesetter_text_width(typesetter, "-", style) };
    GArray *best = break_lines(&b);

    /* A word that had to be broken was broken where it is best. */
    if (has_hyphens(best))
        return best;

    /* Half a line is as narrow as equal lines get; below it lines only grow in number. */
    double low = measures->width / 2;
    double high = measures->width;
    while (best->len > 1 && high - low > 2) {
        narrower.width = (low + high) / 2;
        GArray *tried = break_lines(&b);
        bool is_as_good = tried->len == best->len && !has_hyphens(tried);
        GArray *worse = is_as_good ? best : tried;
        best = is_as_good ? tried : best;
        g_array_unref(worse);
        *(is_as_good ? &high : &low) = narrower.width;
    }
    return best;
}

lyh_run lyh_line_run(lyh_run run, const lyh_line *line)
{
    size_t lead = run.lead > line->start ? run.lead - line->start : 0;
    return (lyh_run){ run.text + line->start, line->end - line->start, lead };
}
