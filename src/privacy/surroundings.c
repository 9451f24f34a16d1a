#include "surroundings.h"

#include <string.h>

#include <lyhord/privacy/findings.h>

enum {
    LISTED = WORD_GIVEN | WORD_FAMILY | WORD_PLACE | WORD_MUNICIPALITY | WORD_EMPLOYER,
    TEXT_MOST = WORD_MOST + 2,
    CUE_MOST = 2 * TEXT_MOST,
    CLASSES = 48 /* bits of word_classes */
};

#define NAMES (LISTED | WORD_LOCAL | WORD_LANDLORD)

/* Who cues are told to, and the form of the word they are about. */
typedef struct telling {
    cue_seen seen;
    void *data;
    const char *form;
} telling;

/* --- the table --- */

static const surrounding_row *row_of(const char *cue, size_t size)
{
    uint32_t hash = surroundings_hash(cue, size);
    uint32_t at = hash & lyh_surrounding_mask;
    while (lyh_surrounding_rows[at].hash && lyh_surrounding_rows[at].hash != hash)
        at = (at + 1) & lyh_surrounding_mask;
    return lyh_surrounding_rows[at].hash ? &lyh_surrounding_rows[at] : NULL;
}

/* --- words --- */

/* Word @i in small letters into @folded of TEXT_MOST bytes; the size, 0 where it is too long. */
static size_t fold_word(const words *list, size_t i, char *folded)
{
    size_t size = word_size(list, i);
    if (size > WORD_MOST)
        size = 0;
    else
        word_fold(list->text + list->items[i].start, size, folded, &size);
    folded[size] = '\0';
    return size;
}

static bool is_common(surroundings *around, size_t i)
{
    if (around->common[i] < 0) {
        char cue[TEXT_MOST + 1] = "=";
        size_t size = fold_word(around->list, i, cue + 1);
        around->common[i] = size > 0 && row_of(cue, size + 1);
    }
    return around->common[i];
}

/* Where the last @count letters of @text begin; NULL where it has no more than one beside them. */
static const char *last_letters(const char *text, size_t size, size_t count)
{
    size_t at = size, all = 0;
    for (size_t i = 0; i < size; i++)
        all += ((unsigned char)text[i] & 0xC0) != 0x80;
    if (all <= count + 1)
        return NULL;
    for (; count > 0; count--)
        do
            at--;
        while (((unsigned char)text[at] & 0xC0) == 0x80);
    return text + at;
}

/* "enda", "siste": what few are. */
static bool is_of_few(const words *list, size_t i)
{
    static const char *const few[] = { "enda",   "ende",   "sista", "siste",
                                       "första", "förste", "ensam" };
    return word_is_any(list, i, few, G_N_ELEMENTS(few));
}

static bool is_in_sentence(const words *list, size_t i, size_t other)
{
    return other < list->count && list->items[other].sentence == list->items[i].sentence;
}

/* --- one word --- */

/* Figures by what they may be: an age, a day, a year, a sum. */
static const char *form_of_number(const words *list, size_t i)
{
    enum { YEARS = 1900, LAST_YEAR = 2099, DOZEN = 12, MONTH = 31, HUNDRED = 100 };
    size_t size = word_size(list, i);
    unsigned value = 0;
    if (size > 4)
        return size > 5 ? "num6" : "num5";
    for (size_t k = 0; k < size; k++)
        value = value * 10 + (unsigned)(list->text[list->items[i].start + k] - '0');
    if (size == 4)
        return value >= YEARS && value <= LAST_YEAR ? "year"
               : value % HUNDRED == 0               ? "num4r"
                                                    : "num4";
    return value <= 1        ? "n1"
           : value <= DOZEN  ? "n12"
           : value <= MONTH  ? "n31"
           : value < HUNDRED ? "n99"
           : value % 50 == 0 ? "round"
                             : "n999";
}

static const char *shape_of(const words *list, size_t i)
{
    const word *at = &list->items[i];
    if (at->is_number)
        return form_of_number(list, i);
    if (at->has_digit)
        return "mix";
    if (at->is_upper && word_size(list, i) > 1)
        return "UP";
    if (!at->is_capital)
        return "low";
    return words_is_initial(list, i) || at->gap >= GAP_COLON ? "Cap0" : "Cap";
}

/* "Nouc": as surroundings.h says. */
static void write_form(surroundings *around, size_t i, char *form)
{
    const words *list = around->list;
    const word *at = &list->items[i];
    if (at->classes & NAMES)
        *form++ = 'N';
    *form++ = is_common(around, i) ? 'v' : 'o';
    *form++ = !at->is_number && words_ask(list, i) == NOT_A_WORD ? 'u' : 'k';
    if (at->is_number || at->is_capital)
        *form++ = at->is_number ? '#' : 'c';
    *form = '\0';
}

static void tell(const telling *to, const char *kind, const char *first, const char *second)
{
    char cue[CUE_MOST];
    char *end = g_stpcpy(g_stpcpy(g_stpcpy(cue, kind), first), second);
    to->seen(to->data, cue, (size_t)(end - cue));
}

/* The first of @cuts that is no less than @value, as a figure; a + behind the last. */
static void write_step(size_t value, const uint8_t *cuts, size_t count, char *step)
{
    size_t k = 0;
    while (k < count && cuts[k] < value)
        k++;
    *step++ = k < count ? (char)('a' + k) : '+';
    *step = '\0';
}

static void tell_word(surroundings *around, size_t i, const telling *to)
{
    static const uint8_t lengths[] = { 2, 3, 4, 5, 6, 8, 11, 15 };
    const words *list = around->list;
    const char *shape = shape_of(list, i);
    char folded[TEXT_MOST], step[2], bit[3] = "A";
    size_t size = fold_word(list, i, folded);
    tell(to, "form=", shape, to->form);
    write_step(word_size(list, i), lengths, sizeof lengths, step);
    tell(to, "len=", step, "");
    for (size_t count = 2; count <= 4; count++) {
        const char *suffix = last_letters(folded, size, count);
        if (suffix)
            tell(to, "suf=", suffix, "");
    }
    const char *pair = last_letters(folded, size, 2);
    tell(to, "rsuf=", pair ? pair : folded, to->form);
    word_classes classes = list->items[i].classes;
    if (!classes)
        tell(to, "nolist=", shape, to->form);
    for (int k = 0; k < CLASSES && classes >> k; k++)
        if (classes >> k & 1) {
            bit[0] = (char)('0' + k / 10);
            bit[1] = (char)('0' + k % 10);
            tell(to, "cl=", bit, shape);
        }
}

/* --- what stands around --- */

/* What stands @step words from @i, as surroundings.h says, into @text. */
static void write_neighbour(surroundings *around, size_t i, int step, char *text)
{
    const words *list = around->list;
    size_t other = i + (size_t)step; /* below nought: behind the last */
    *text = '<';
    text[1] = '\0';
    if (!is_in_sentence(list, i, other))
        return;
    const word *at = &list->items[other];
    uint8_t kind = around->kinds[other];
    if (kind && (at->is_capital || at->is_number)) {
        g_strlcpy(text + 1, lyh_finding_word((lyh_finding_kind)(kind - 1)), TEXT_MOST - 1);
        return;
    }
    if (at->is_number) {
        *text = '#';
        return;
    }
    size_t size = fold_word(list, other, text);
    if (is_common(around, other))
        return;
    const char *suffix = last_letters(text, size, 3);
    suffix = suffix ? suffix : text;
    memmove(text + 1, suffix, (size_t)(text + size - suffix) + 1);
    *text = '-';
}

static void tell_neighbours(surroundings *around, size_t i, const telling *to)
{
    const words *list = around->list;
    char before[TEXT_MOST], second[TEXT_MOST], behind[TEXT_MOST], next[TEXT_MOST];
    char gaps[3] = { (char)('0' + list->items[i].gap), '\0', '\0' };
    char last[2] = { (char)('0' + (i + 1 < list->count ? list->items[i + 1].gap
                                                       : (unsigned)GAP_BREAK)),
                     '\0' };
    write_neighbour(around, i, -1, before);
    write_neighbour(around, i, -2, second);
    write_neighbour(around, i, 1, behind);
    write_neighbour(around, i, 2, next);
    tell(to, "p1=", gaps, before);
    tell(to, "p2=", second, "");
    tell(to, "n1=", last, behind);
    tell(to, "n2=", next, "");
    tell(to, "p1c=", before, to->form);
    tell(to, "n1c=", behind, to->form);
    gaps[1] = *last;
    tell(to, "g=", gaps, to->form);
    tell(to, around->is_small ? "doc=s" : "doc=c", to->form, "");
    tell(to, around->is_small ? "docp=s" : "docp=c", before,
         list->items[i].classes & NAMES ? "N" : "");
}

/* How many words of its sentence stand @step by @step from @i, at most @most. */
static size_t words_on(const words *list, size_t i, int step, size_t most)
{
    size_t count = 0;
    while (count < most && is_in_sentence(list, i, i + (size_t)step * (count + 1)))
        count++;
    return count;
}

static void tell_sentence(const words *list, size_t i, const telling *to)
{
    static const uint8_t lengths[] = { 1, 2, 3, 6 }, places[] = { 0, 1 };
    enum { LONG = 7 };
    size_t before = words_on(list, i, -1, LONG);
    char step[2], after[2] = " ";
    write_step(before + 1 + words_on(list, i, 1, LONG), lengths, sizeof lengths, step);
    tell(to, "slen=", step, to->form);
    write_step(before, places, sizeof places, step);
    tell(to, "pos=", step, to->form);
    size_t end = list->items[i].end;
    if (end < list->size && !g_ascii_isspace(list->text[end])) {
        *after = (signed char)list->text[end] > 0 ? list->text[end] : '?';
        tell(to, "after=", after, "");
    }
}

/* Findings within three words, and what few are within four. */
static void tell_near(const surroundings *around, size_t i, const telling *to)
{
    static const char *const near[] = { "near-3=", "near-2=", "near-1=", "near0=",
                                        "near1=",  "near2=",  "near3=" };
    enum { NEAR = 3, FEW = 4 };
    const words *list = around->list;
    for (int step = -FEW; step <= FEW; step++) {
        size_t other = i + (size_t)step;
        if (!is_in_sentence(list, i, other))
            continue;
        if (step != 0 && step >= -NEAR && step <= NEAR && around->kinds[other]) {
            const char *kind =
                lyh_finding_word((lyh_finding_kind)(around->kinds[other] - 1));
            tell(to, near[step + NEAR], kind, "");
            tell(to, "nearc=", kind, to->form);
        }
        char folded[TEXT_MOST];
        if (is_of_few(list, other) && fold_word(list, other, folded))
            tell(to, "win=", folded, "");
    }
}

void surroundings_cues(surroundings *around, size_t i, cue_seen seen, void *data)
{
    char form[5];
    write_form(around, i, form);
    const telling to = { seen, data, form };
    tell_word(around, i, &to);
    tell_neighbours(around, i, &to);
    tell_sentence(around->list, i, &to);
    tell_near(around, i, &to);
}

/* --- a text --- */

bool surroundings_are_of_talk(surroundings *around)
{
    enum { LEAST = 72, SHORTEST = 100 };
    size_t count = 0, common = 0;
    for (size_t i = 0; i < around->list->count; i++)
        if (!around->list->items[i].is_number) {
            count++;
            common += is_common(around, i);
        }
    return count >= SHORTEST && common * 100 >= count * LEAST;
}

void surroundings_init(surroundings *around, const words *list, uint8_t *kinds)
{
    size_t sentences = 0, small = 0;
    for (size_t i = 0; i < list->count; i++) {
        bool is_first = i == 0 || list->items[i].sentence != list->items[i - 1].sentence;
        sentences += is_first && !list->items[i].is_number;
        small += is_first && !list->items[i].is_number && !list->items[i].is_capital;
    }
    *around =
        (surroundings){ list, kinds, g_malloc(list->count + 1), small * 2 > sentences };
    memset(around->common, -1, list->count + 1);
}

void surroundings_clear(surroundings *around)
{
    g_free(around->kinds);
    g_free(around->common);
}

bool surroundings_may_tell(surroundings *around, size_t i)
{
    const words *list = around->list;
    const word *at = &list->items[i];
    if (around->kinds[i])
        return false;
    return at->is_number || at->classes & NAMES || !is_common(around, i) ||
           is_of_few(list, i) ||
           (at->is_capital && i > 0 && at[-1].sentence == at->sentence);
}

int surroundings_weight_of(const char *cue, size_t size)
{
    const surrounding_row *row = row_of(cue, size);
    return row ? row->weight : 0;
}

static void add_weight(void *data, const char *cue, size_t size)
{
    *(int *)data += surroundings_weight_of(cue, size);
}

int surroundings_weight(surroundings *around, size_t i)
{
    int weight = surroundings_weight_of("bias", strlen("bias"));
    surroundings_cues(around, i, add_weight, &weight);
    return weight;
}
