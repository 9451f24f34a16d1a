#include "prose.h"

#include <string.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

/* Of a thousand words. Letters and narratives that were looked at have 30 to 80, reports under
 * 10 even where a third of them is quotations. */
#define FEWEST_OF_A_LETTER 15

/* Fewer words may lack a "jag" by chance. */
#define FEWEST_WORDS_TO_JUDGE 150

/* Lines of text for each mark, above which the marks are quotations in something else. */
#define LINES_PER_MARK 15

#define MOST_OF_A_KIND 3

enum sign { SIGN_CONTENTS, SIGN_HEADING, SIGN_LAW, SIGN_NUMBERED, SIGN_REFERENCE, SIGNS };

static const char *const first_person[] = { "jag", "mej", "mig", "min", "mina", "mitt" };

/* What chapters of reports are called. */
static const char *const chapters[] = {
    "bakgrund",       "bilagor",    "diskussion", "förord",     "inledning",
    "innehåll",       "litteratur", "metod",      "referenser", "resultat",
    "sammanfattning", "slutsatser", "syfte",
};

static bool is_first_person(const char *word, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(first_person); i++)
        if (strlen(first_person[i]) == size &&
            g_ascii_strncasecmp(word, first_person[i], size) == 0)
            return true;
    return false;
}

/* Words here are runs of letters and digits. */
static void count_words(const char *text, size_t size, size_t *words, size_t *first)
{
    size_t start = LYH_NONE;
    for (size_t i = 0, length; i <= size; i += length) {
        length = 1;
        bool is_in_word =
            i < size && lyh_char_is_word(lyh_text_char(text + i, size - i, &length));
        if (is_in_word && start == LYH_NONE)
            start = i;
        if (is_in_word || start == LYH_NONE)
            continue;
        ++*words;
        *first += is_first_person(text + start, i - start);
        start = LYH_NONE;
    }
}

bool prose_is_first_person(const char *text, size_t size)
{
    size_t words = 0;
    size_t first = 0;
    count_words(text, size, &words, &first);
    return first > 0;
}

static bool is_quote_sign(uint32_t c)
{
    return c == '"' || c == 0x00AB || c == 0x00BB || (c >= 0x2018 && c <= 0x201F);
}

bool prose_opens_quote(const char *text, size_t size)
{
    size_t length;
    return size > 0 && is_quote_sign(lyh_text_char(text, size, &length));
}

bool prose_closes_quote(const char *text, size_t size)
{
    size_t length;
    while (size > 0 && (text[size - 1] == '.' || text[size - 1] == ' '))
        size--;
    if (size == 0)
        return false;
    const char *last = g_utf8_prev_char(text + size);
    return is_quote_sign(lyh_text_char(last, (size_t)(text + size - last), &length));
}

bool prose_ends_sentence(const char *text, size_t size)
{
    while (size > 0) {
        const char *last = g_utf8_prev_char(text + size);
        size_t length;
        uint32_t c = lyh_text_char(last, (size_t)(text + size - last), &length);
        if (!is_quote_sign(c) && c != ')' && c != ']')
            return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x2026;
        size = (size_t)(last - text);
    }
    return true;
}

static size_t digits_at(const char *text, size_t size)
{
    size_t digits = 0;
    while (digits < size && g_ascii_isdigit(text[digits]))
        digits++;
    return digits;
}

/* "1", "1.", "1.2", "1.2.3" and the white space after it. */
static size_t chapter_number_at(const char *text, size_t size, size_t *levels)
{
    size_t end = 0;
    *levels = 0;
    for (size_t digits; (digits = digits_at(text + end, size - end)) > 0 && digits <= 2;) {
        ++*levels;
        end += digits;
        if (end == size || text[end] != '.')
            break;
        end++;
    }
    return *levels == 0 ? 0 : end + lyh_text_leading_space(text + end, size - end);
}

static bool is_chapter(const char *text, size_t size)
{
    size_t levels;
    size_t number = chapter_number_at(text, size, &levels);
    if (size - number > 40)
        return false;
    g_autofree char *folded = lyh_text_fold(text + number, size - number, NULL);
    g_strdelimit(folded, ".:0123456789", ' ');
    g_strchomp(folded);
    for (size_t i = 0; i < G_N_ELEMENTS(chapters); i++)
        if (strcmp(folded, chapters[i]) == 0)
            return true;
    return strcmp(folded, "bilaga") == 0;
}

/* "1.1 Syfte": two levels and a capital. */
static bool is_numbered_heading(const char *text, size_t size)
{
    size_t levels;
    size_t end = chapter_number_at(text, size, &levels);
    size_t length;
    return levels >= 2 && end < size &&
           lyh_char_is_upper(lyh_text_char(text + end, size - end, &length));
}

/* "(Bergmark 2012)", "(2012)", "(2012:34)". */
static bool has_reference(const char *text, size_t size)
{
    const char *open = memchr(text, '(', size);
    for (size_t i = open ? (size_t)(open - text) + 5 : size; i < size; i++) {
        bool ends = text[i] == ')' || text[i] == ':' || text[i] == ',';
        const char *year = text + i - 4;
        if (ends && digits_at(year, 4) == 4 &&
            (memcmp(year, "19", 2) == 0 || memcmp(year, "20", 2) == 0))
            return true;
    }
    return false;
}

static void add_signs(const char *text, size_t size, size_t *signs)
{
    signs[SIGN_CONTENTS] += memmem(text, size, "......", 6) != NULL;
    signs[SIGN_HEADING] += is_chapter(text, size);
    signs[SIGN_LAW] += memmem(text, size, "\xC2\xA7", 2) != NULL;
    signs[SIGN_NUMBERED] += is_numbered_heading(text, size);
    signs[SIGN_REFERENCE] += has_reference(text, size);
}

struct prose prose_of(const line_list *lines)
{
    struct prose prose = { .is_quoted = true };
    size_t signs[SIGNS] = { 0 };
    const struct line *first = NULL;
    const struct line *last = NULL;
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = lines_at(lines, i);
        if (line_is_blank(line) || line->is_furniture)
            continue;
        const char *text = lines->text->str + line->first;
        size_t size = line->last - line->first;
        prose.lines++;
        count_words(text, size, &prose.words, &prose.first_person);
        add_signs(text, size, signs);
        first = first ? first : line;
        last = line;
    }
    for (size_t i = 0; i < SIGNS; i++)
        prose.signs += MIN(signs[i], MOST_OF_A_KIND);
    const char *text = lines->text->str;
    prose.is_quoted = first &&
                      prose_opens_quote(text + first->first, first->last - first->first) &&
                      prose_closes_quote(text + last->first, last->last - last->first);
    return prose;
}

static bool says_i(const struct prose *prose)
{
    return prose->first_person * 1000 >= prose->words * FEWEST_OF_A_LETTER;
}

bool prose_is_report(const struct prose *prose)
{
    if (says_i(prose) && prose->first_person > 0)
        return prose->signs > MOST_OF_A_KIND;
    return prose->signs > 0 || prose->is_quoted || prose->words >= FEWEST_WORDS_TO_JUDGE;
}

bool prose_is_report_with_marks(const line_list *lines, size_t marked)
{
    if (marked * LINES_PER_MARK >= lines->count)
        return false;
    const struct prose prose = prose_of(lines);
    return prose.signs >= 2 && !says_i(&prose) && marked * LINES_PER_MARK < prose.lines;
}
