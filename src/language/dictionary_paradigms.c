#include "dictionary_paradigms.h"

#include <string.h>

#include "lists.h"

extern const unsigned char lyh_embedded_paradigms[];
extern const size_t lyh_embedded_paradigms_size;

/* Shorter lemmas would make every short word a form of another; the closed list has them. */
enum { SHORTEST_LEMMA = 3, SHORTEST_PRODUCTIVE = 5, LONGEST_FORM = 256 };

typedef struct paradigm {
    char kind;          /* v, a or n */
    bool is_productive; /* the lemma's ending tells enough */
    const char *ending; /* of the lemma */
    GPtrArray *forms;   /* endings, those that are asked for first */
    guint asked;
    GPtrArray *barred; /* endings of forms that must not be */
} paradigm;

struct lyh_paradigms {
    GArray *rows; /* paradigm */
    GStringChunk *texts;
};

static void clear_paradigm(gpointer item)
{
    g_ptr_array_unref(((paradigm *)item)->forms);
    g_ptr_array_unref(((paradigm *)item)->barred);
}

/* "-" stands for nothing. */
static const char *ending_of(lyh_paradigms *paradigms, lyh_span span)
{
    bool is_none = lyh_span_is(span, "-");
    g_autofree char *text = g_strndup(span.text, is_none ? 0 : span.size);
    return g_string_chunk_insert_const(paradigms->texts, text);
}

static void add_forms(lyh_paradigms *paradigms, paradigm *row, lyh_span forms)
{
    while (forms.size > 0) {
        lyh_span form = lyh_span_cut(&forms, ' ');
        bool bars = form.text[0] == '~';
        if (bars) {
            form.text++;
            form.size--;
        }
        const char *ending = ending_of(paradigms, form);
        g_ptr_array_add(bars ? row->barred : row->forms, (gpointer)(size_t)ending);
    }
}

static void add_row(lyh_paradigms *paradigms, lyh_span line)
{
    lyh_span name = lyh_span_cut(&line, ':');
    lyh_span kind = lyh_span_cut(&name, ' ');
    lyh_span asked = lyh_span_cut(&line, '|');
    paradigm row = { .kind = kind.text[0],
                     .forms = g_ptr_array_new(),
                     .barred = g_ptr_array_new() };
    row.is_productive = kind.size > 1 && kind.text[1] == '!';
    row.ending = ending_of(paradigms, name);
    add_forms(paradigms, &row, asked);
    row.asked = row.forms->len;
    add_forms(paradigms, &row, line);
    g_array_append_val(paradigms->rows, row);
}

lyh_paradigms *lyh_paradigms_new(void)
{
    lyh_paradigms *paradigms = g_new0(lyh_paradigms, 1);
    paradigms->rows = g_array_new(FALSE, FALSE, sizeof(paradigm));
    g_array_set_clear_func(paradigms->rows, clear_paradigm);
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

/* "are&et" bars when both are words, "ade" when it is one. */
static bool is_barred(const question *asked, const char *stem, size_t size, const char *bar)
{
    g_auto(GStrv) endings = g_strsplit(bar, "&", 2);
    bool is_pair = endings[1] != NULL;
    return knows(asked, stem, size, endings[0], false) &&
           (!is_pair || knows(asked, stem, size, endings[1], false));
}

/* Do the lemma and the forms that a word of this row must have stand in the dictionary? */
static bool is_proved(const question *asked, const paradigm *row, const char *stem,
                      size_t size)
{
    glong letters = g_utf8_strlen(stem, (gssize)size) + g_utf8_strlen(row->ending, -1);
    glong least = row->is_productive ? SHORTEST_PRODUCTIVE : SHORTEST_LEMMA;
    if (letters < least || !knows(asked, stem, size, row->ending, !row->is_productive))
        return false;
    for (guint i = 0; !row->is_productive && i < row->asked; i++)
        if (!knows(asked, stem, size, row->forms->pdata[i], false))
            return false;
    for (guint i = 0; i < row->barred->len; i++)
        if (is_barred(asked, stem, size, row->barred->pdata[i]))
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
        bool takes_s =
            row->kind == 'n' || g_str_has_suffix(form, "a") || g_str_has_suffix(form, "e");
        is_found = (!is_genitive || takes_s) && ends_with(word, size, form, &stem) &&
                   is_proved(asked, row, word, stem);
    }
    if (is_found)
        add_lemma(asked, word, stem, row->ending);
}

void lyh_paradigms_lemmas(const lyh_paradigms *paradigms, const char *word,
                          lyh_is_word is_word, void *user, GPtrArray *lemmas)
{
    const question asked = { is_word, user, lemmas };
    size_t size = strlen(word);
    bool may_be_genitive = size > 1 && word[size - 1] == 's';
    for (guint i = 0; i < paradigms->rows->len; i++) {
        const paradigm *row = &g_array_index(paradigms->rows, paradigm, i);
        ask_row(&asked, row, word, size, false);
        if (may_be_genitive && row->kind != 'v')
            ask_row(&asked, row, word, size - 1, true);
    }
}
