#include "dictionary_paradigms.h"

#include <string.h>

#include "endings.h"
#include "../lists.h"

extern const unsigned char lyh_embedded_paradigms[];
extern const size_t lyh_embedded_paradigms_size;

/* Shorter lemmas would make every short word a form of another; the closed list has them. */
enum { SHORTEST_LEMMA = 3, SHORTEST_PRODUCTIVE = 5, LONGEST_FORM = 256 };

/* Rows of which some form has an ending: a bit each. */
enum { BITS = 64, MOST_ROWS = 4 * BITS };

typedef struct row_set {
    uint64_t bits[MOST_ROWS / BITS];
} row_set;

/* Endings of which no form may be there; @other: not beside it, or NULL. */
typedef struct bar {
    const char *one, *other;
} bar;

typedef struct paradigm {
    char kind;          /* v, a or n */
    bool is_productive; /* the lemma's ending tells enough */
    const char *ending; /* of the lemma */
    GPtrArray *forms;   /* endings, those that are asked for first */
    guint asked;
    GArray *barred; /* bar */
} paradigm;

struct lyh_paradigms {
    GArray *rows;         /* paradigm */
    lyh_endings *endings; /* of lemmas and forms */
    GArray *by_ending;    /* row_set */
    GStringChunk *texts;
};

static void clear_paradigm(gpointer item)
{
    g_ptr_array_unref(((paradigm *)item)->forms);
    g_array_unref(((paradigm *)item)->barred);
}

/* "-" stands for nothing. */
static const char *ending_of(lyh_paradigms *paradigms, lyh_span span)
{
    bool is_none = lyh_span_is(span, "-");
    g_autofree char *text = g_strndup(span.text, is_none ? 0 : span.size);
    return g_string_chunk_insert_const(paradigms->texts, text);
}

/* "ade", or "are&et": these two not together. */
static void add_bar(lyh_paradigms *paradigms, paradigm *row, lyh_span form)
{
    lyh_span one = lyh_span_cut(&form, '&');
    bar new = { .one = ending_of(paradigms, one) };
    if (form.size > 0)
        new.other = ending_of(paradigms, form);
    g_array_append_val(row->barred, new);
}

static void add_forms(lyh_paradigms *paradigms, paradigm *row, lyh_span forms)
{
    while (forms.size > 0) {
        lyh_span form = lyh_span_cut(&forms, ' ');
        if (form.text[0] == '~') {
            form.text++;
            form.size--;
            add_bar(paradigms, row, form);
        } else {
            g_ptr_array_add(row->forms, (gpointer)(size_t)ending_of(paradigms, form));
        }
    }
}

/* Words that end in @ending may be of row number @row. */
static void file_under(lyh_paradigms *paradigms, const char *ending, guint row)
{
    const row_set none = { { 0 } };
    uint32_t id = lyh_endings_add(paradigms->endings, ending);
    if (id == paradigms->by_ending->len)
        g_array_append_val(paradigms->by_ending, none);
    g_array_index(paradigms->by_ending, row_set, id).bits[row / BITS] |= UINT64_C(1)
                                                                         << row % BITS;
}

static void add_row(lyh_paradigms *paradigms, lyh_span line)
{
    guint number = paradigms->rows->len;
    lyh_span name = lyh_span_cut(&line, ':');
    lyh_span kind = lyh_span_cut(&name, ' ');
    lyh_span asked = lyh_span_cut(&line, '|');
    paradigm row = { .kind = kind.text[0],
                     .forms = g_ptr_array_new(),
                     .barred = g_array_new(FALSE, FALSE, sizeof(bar)) };
    g_assert(number < MOST_ROWS);
    row.is_productive = kind.size > 1 && kind.text[1] == '!';
    row.ending = ending_of(paradigms, name);
    add_forms(paradigms, &row, asked);
    row.asked = row.forms->len;
    add_forms(paradigms, &row, line);
    file_under(paradigms, row.ending, number);
    for (guint i = 0; i < row.forms->len; i++)
        file_under(paradigms, row.forms->pdata[i], number);
    g_array_append_val(paradigms->rows, row);
}

lyh_paradigms *lyh_paradigms_new(void)
{
    lyh_paradigms *paradigms = g_new0(lyh_paradigms, 1);
    paradigms->rows = g_array_new(FALSE, FALSE, sizeof(paradigm));
    g_array_set_clear_func(paradigms->rows, clear_paradigm);
    paradigms->endings = lyh_endings_new();
    paradigms->by_ending = g_array_new(FALSE, FALSE, sizeof(row_set));
    paradigms->texts = g_string_chunk_new(4096);
    const char *bytes = (const char *)lyh_embedded_paradigms;
    lyh_list list = { bytes, bytes + lyh_embedded_paradigms_size };
    lyh_span line;
    while (lyh_list_next(&list, &line))
        add_row(paradigms, line);
    return paradigms;
}

void lyh_paradigms_free(lyh_paradigms *paradigms)
{
    if (!paradigms)
        return;
    g_array_unref(paradigms->rows);
    lyh_endings_free(paradigms->endings);
    g_array_unref(paradigms->by_ending);
    g_string_chunk_free(paradigms->texts);
    g_free(paradigms);
}

/* What is asked about one word. */
typedef struct question {
    lyh_is_word is_word;
    void *user;
    GPtrArray *lemmas;
} question;

/* @stem, @size bytes of it, with @ending; false when it does not fit. */
static bool spell(char word[LONGEST_FORM], const char *stem, size_t size,
                  const char *ending)
{
    size_t more = strlen(ending);
    if (size + more >= LONGEST_FORM)
        return false;
    memcpy(word, stem, size);
    memcpy(word + size, ending, more + 1);
    return true;
}

static bool knows(const question *asked, const char *stem, size_t size, const char *ending,
                  bool is_entry)
{
    char word[LONGEST_FORM];
    return spell(word, stem, size, ending) && asked->is_word(asked->user, word, is_entry);
}

static bool is_barred(const question *asked, const char *stem, size_t size, const bar *by)
{
    return knows(asked, stem, size, by->one, false) &&
           (!by->other || knows(asked, stem, size, by->other, false));
}

/* In letters, which are counted only where it matters. */
static bool is_long_enough(const paradigm *row, const char *stem, size_t size)
{
    size_t least = row->is_productive ? SHORTEST_PRODUCTIVE : SHORTEST_LEMMA;
    if (size >= 4 * least) /* no letter has more bytes */
        return true;
    glong letters = g_utf8_strlen(stem, (gssize)size) + g_utf8_strlen(row->ending, -1);
    return (size_t)letters >= least;
}

/* Nouns in all their forms, adjectives and participles in -a and -e: svenskas, anställdes. */
static bool takes_genitive(const paradigm *row, const char *form)
{
    return row->kind == 'n' || g_str_has_suffix(form, "a") || g_str_has_suffix(form, "e");
}

/* Do the lemma and the forms that a word of this row must have stand in the dictionary? */
static bool is_proved(const question *asked, const paradigm *row, const char *stem,
                      size_t size)
{
    if (!is_long_enough(row, stem, size) ||
        !knows(asked, stem, size, row->ending, !row->is_productive))
        return false;
    for (guint i = 0; !row->is_productive && i < row->asked; i++)
        if (!knows(asked, stem, size, row->forms->pdata[i], false))
            return false;
    for (guint i = 0; i < row->barred->len; i++)
        if (is_barred(asked, stem, size, &g_array_index(row->barred, bar, i)))
            return false;
    return true;
}

static bool ends_with(const char *word, size_t size, const char *ending, size_t *stem)
{
    size_t cut = strlen(ending);
    if (size <= cut || memcmp(word + size - cut, ending, cut) != 0)
        return false;
    *stem = size - cut;
    return true;
}

static void add_lemma(const question *asked, const char *stem, size_t size,
                      const char *ending)
{
    char lemma[LONGEST_FORM];
    if (spell(lemma, stem, size, ending) &&
        !g_ptr_array_find_with_equal_func(asked->lemmas, lemma, g_str_equal, NULL))
        g_ptr_array_add(asked->lemmas, g_strdup(lemma));
}

/* Is the word, @size bytes of it, the lemma or a form of @row? */
static void ask_row(const question *asked, const paradigm *row, const char *word,
                    size_t size, bool is_genitive)
{
    size_t stem;
    bool is_found = (!is_genitive || row->kind == 'n') &&
                    ends_with(word, size, row->ending, &stem) &&
                    is_proved(asked, row, word, stem);
    for (guint i = 0; !is_found && i < row->forms->len; i++) {
        const char *form = row->forms->pdata[i];
        is_found = ends_with(word, size, form, &stem) &&
                   (!is_genitive || takes_genitive(row, form)) &&
                   is_proved(asked, row, word, stem);
    }
    if (is_found)
        add_lemma(asked, word, stem, row->ending);
}

/* The rows that @size bytes of @word, at least one of them before the ending, may be of. */
static row_set rows_for(const lyh_paradigms *paradigms, const char *word, size_t size)
{
    row_set rows = { { 0 } };
    lyh_ending found[LYH_LONGEST_ENDING + 1];
    size_t count = lyh_endings_of(paradigms->endings, word, size, found);
    for (size_t i = 0; i < count && found[i].size < size; i++)
        for (size_t k = 0; k < G_N_ELEMENTS(rows.bits); k++)
            rows.bits[k] |=
                g_array_index(paradigms->by_ending, row_set, found[i].id).bits[k];
    return rows;
}

static bool has_row(const row_set *rows, guint row)
{
    return rows->bits[row / BITS] >> row % BITS & 1;
}

void lyh_paradigms_lemmas(const lyh_paradigms *paradigms, const char *word,
                          lyh_is_word is_word, void *user, GPtrArray *lemmas)
{
    const question asked = { is_word, user, lemmas };
    size_t size = strlen(word);
    bool may_be_genitive = size > 1 && word[size - 1] == 's';
    row_set plain = rows_for(paradigms, word, size);
    row_set genitive = { { 0 } };
    if (may_be_genitive)
        genitive = rows_for(paradigms, word, size - 1);
    for (guint i = 0; i < paradigms->rows->len; i++) {
        const paradigm *row = &g_array_index(paradigms->rows, paradigm, i);
        if (has_row(&plain, i))
            ask_row(&asked, row, word, size, false);
        if (has_row(&genitive, i) && row->kind != 'v')
            ask_row(&asked, row, word, size - 1, true);
    }
}
