/*
 * Counts from the marked interviews which cues stand around what points at a person (src/privacy/surroundings.h):
 *
 *     learn_surroundings FOLDER COMMON WEIGHTS [--check]
 *
 * reads the interviews and their lists in FOLDER and writes the common words and the weights, or with --check says whether
 * they are what would be written. Logistic regression over the words that no finding holds (logistic.h), twice: the
 * second time with the cues alone that weighed most in the first.
 *
 * - What an interview tells is known by its rules; so that what nobody has seen is learned from, the identifiers of
 *   `missed.tsv`, which the scan of before had not found, count as not found.
 * - What is found teaches what stands around it with little weight, and without what the lists know of it.
 * - Set v is set aside: nothing is learned from it, so that it tells what other people's texts give.
 * - A word is common when it stands, and is no identifier, in four sets beside the one it is in.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "../scans.h"
#include "logistic.h"
#include "privacy/surroundings.h"

enum { SET_ASIDE = 'v', SETS_OF_COMMON = 4, FEWEST = 4, KEPT = 4000, SCALE = 20 };

typedef struct learning {
    GHashTable *sets;    /* folded word to the sets it stands in, a bit each */
    GHashTable *numbers; /* cue to its number and one */
    GPtrArray *texts;    /* cues by number */
    GArray *uses;        /* guint: of each cue, how many examples have it */
    GArray *examples;
    logistic *weighed;
} learning;

/* An interview while it is read. */
typedef struct interview {
    char *name, *text;
    size_t size;
    uint32_t set; /* its bit */
    words list;
    guint *identifier; /* of each word: the identifier it is in and one, or 0 */
    uint8_t *kinds;    /* of each word: the kind of its finding and one, or 0 */
    bool *
        is_missed; /* of each identifier and one: not found before rules were made from it? */
    bool is_blind; /* is one missed? */
    guint identifiers;
    word_table *table;
    size_t asks;
    GHashTable *answers;
} interview;

/* --- interviews --- */

static char *read_beside(const char *folder, const char *name, const char *ending)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    char *text = NULL;
    if (!g_file_get_contents(path, &text, NULL, NULL))
        g_error("%s cannot be read", path);
    return text;
}

static size_t bytes_at(const interview *one, const char *characters)
{
    return lyh_text_offset(one->text, one->size,
                           (size_t)g_ascii_strtoull(characters, NULL, 10));
}

static bool is_listed_as_missed(const char *missed, const char *name, char **row)
{
    g_autofree char *line = g_strdup_printf("\n%s;%s;%s\n", name, row[0], row[1]);
    return strstr(missed, line) != NULL;
}

static void read_identifiers(interview *one, const char *folder, const char *missed)
{
    g_autofree char *table = read_beside(folder, one->name, ".tsv");
    g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
    one->identifier = g_new0(guint, one->list.count + 1);
    one->is_missed = g_new0(bool, g_strv_length(lines) + 1);
    for (char **line = lines + 1; *line && **line; line++) {
        g_auto(GStrv) row = g_strsplit(*line, ";", 4);
        size_t start = bytes_at(one, row[0]), end = bytes_at(one, row[1]);
        guint number = ++one->identifiers;
        one->is_missed[number] = is_listed_as_missed(missed, one->name, row);
        one->is_blind = one->is_blind || one->is_missed[number];
        for (size_t i = 0; i < one->list.count; i++)
            if (one->list.items[i].start < end && one->list.items[i].end > start)
                one->identifier[i] = number;
    }
}

static void read_findings(interview *one, const lyh_scanner *scanner)
{
    size_t count;
    lyh_finding *found = lyh_scanner_find(scanner, one->text, one->size, &count);
    one->kinds = g_new0(uint8_t, one->list.count + 1);
    size_t k = 0;
    for (size_t i = 0; i < one->list.count; i++) {
        const word *at = &one->list.items[i];
        while (k < count && found[k].end <= at->start)
            k++;
        if (k < count && found[k].start < at->end && !one->is_missed[one->identifier[i]])
            one->kinds[i] = (uint8_t)(found[k].kind + 1);
    }
    free(found);
}

static interview *read_interview(const char *folder, const char *name, const char *missed,
                                 const lyh_scanner *scanner, lyh_lexicon *lexicon)
{
    interview *one = g_new0(interview, 1);
    one->name = g_strdup(name);
    one->text = read_beside(folder, name, ".txt");
    one->size = strlen(one->text);
    one->set = 1u << (name[strlen("planted-")] - 'a');
    one->table = word_table_new();
    one->asks = one->size;
    one->answers = g_hash_table_new(NULL, NULL);
    const words_options options = { one->table, lexicon, &one->asks, one->answers, false };
    words_init(&one->list, &options, one->text, 0, one->size);
    read_identifiers(one, folder, missed);
    read_findings(one, scanner);
    return one;
}

/* In the order of their names. */
static GPtrArray *read_all(const char *folder)
{
    GPtrArray *all = g_ptr_array_new();
    g_autofree char *missed = read_beside(folder, "missed", ".tsv");
    lyh_lexicon *lexicon = swedish_lexicon();
    lyh_scanner *scanner = scanner_with_dictionary();
    for (char set = 'a'; set < SET_ASIDE; set++)
        for (int number = 1;; number++) {
            g_autofree char *name = g_strdup_printf("planted-%c-%02d", set, number);
            g_autofree char *path = g_strdup_printf("%s/%s.txt", folder, name);
            if (!g_file_test(path, G_FILE_TEST_EXISTS))
                break;
            g_ptr_array_add(all, read_interview(folder, name, missed, scanner, lexicon));
        }
    lyh_scanner_free(scanner);
    return all;
}

/* --- common words --- */

static char *folded_word(const interview *one, size_t i)
{
    char folded[WORD_MOST + 1];
    size_t size = word_size(&one->list, i);
    if (size > WORD_MOST)
        return g_strdup("");
    word_fold(one->text + one->list.items[i].start, size, folded, &size);
    return g_strndup(folded, size);
}

static void count_words(learning *of, const interview *one)
{
    for (size_t i = 0; i < one->list.count; i++)
        if (!one->identifier[i] && !one->list.items[i].is_number) {
            char *folded = folded_word(one, i);
            guint sets = GPOINTER_TO_UINT(g_hash_table_lookup(of->sets, folded));
            g_hash_table_replace(of->sets, folded, GUINT_TO_POINTER(sets | one->set));
        }
}

static guint sets_of(const learning *of, const char *folded, uint32_t but)
{
    guint sets = GPOINTER_TO_UINT(g_hash_table_lookup(of->sets, folded)) & ~but;
    return (guint)__builtin_popcount(sets);
}

static void note_common(const learning *of, const interview *one, surroundings *around)
{
    for (size_t i = 0; i < one->list.count; i++) {
        g_autofree char *folded = folded_word(one, i);
        around->common[i] = sets_of(of, folded, one->set) >= SETS_OF_COMMON;
    }
}

/* --- examples --- */

typedef struct gathering {
    learning *of;
    GArray *cues;
    bool is_found;
} gathering;

static void gather_cue(void *data, const char *cue, size_t size)
{
    const gathering *to = (const gathering *)data;
    learning *of = to->of;
    if (to->is_found && (g_str_has_prefix(cue, "cl=") || g_str_has_prefix(cue, "nolist=")))
        return;
    guint number = GPOINTER_TO_UINT(g_hash_table_lookup(of->numbers, cue));
    if (!number) {
        const guint none = 0;
        char *text = g_strndup(cue, size);
        g_ptr_array_add(of->texts, text);
        g_array_append_val(of->uses, none);
        number = of->texts->len;
        g_hash_table_insert(of->numbers, text, GUINT_TO_POINTER(number));
    }
    number--;
    g_array_index(of->uses, guint, number)++;
    g_array_append_val(to->cues, number);
}

/* What one identifier weighs against a word that is none: more where it was missed, little where it is found. */
static double weight_of(const interview *one, bool is_identifier, bool is_found)
{
    const double found = 0.6, doubted = 3, missed = 9;
    return !is_identifier ? 1 : is_found ? found : one->is_blind ? missed : doubted;
}

static void gather_interview(learning *of, interview *one)
{
    surroundings around;
    surroundings_init(&around, &one->list, one->kinds);
    note_common(of, one, &around);
    g_autofree bool *is_known = g_new0(bool, one->identifiers + 1);
    for (size_t i = 0; i < one->list.count; i++)
        is_known[one->identifier[i]] = is_known[one->identifier[i]] || one->kinds[i];
    for (size_t i = 0; i < one->list.count; i++) {
        guint identifier = one->identifier[i];
        bool is_found = one->kinds[i] != 0;
        if (is_found ? !identifier
                     : (!surroundings_may_tell(&around, i) ||
                        (identifier && is_known[identifier])))
            continue;
        gathering to = { of, g_array_new(FALSE, FALSE, sizeof(guint)), is_found };
        surroundings_cues(&around, i, gather_cue, &to);
        const example made = { NULL, to.cues->len,
                               weight_of(one, identifier != 0, is_found), identifier != 0 };
        g_array_append_val(of->examples, made);
        g_array_index(of->examples, example, of->examples->len - 1).cues =
            (guint *)(void *)g_array_free(to.cues, FALSE);
    }
    surroundings_clear(&around);
}

/* --- writing --- */

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool write_lines(const char *path, bool is_check, const char *head, GPtrArray *lines)
{
    g_autoptr(GString) text = g_string_new(head);
    qsort(lines->pdata, lines->len, sizeof *lines->pdata, by_text);
    for (guint i = 0; i < lines->len; i++)
        g_string_append_printf(text, "%s\n", (const char *)lines->pdata[i]);
    if (!is_check)
        return g_file_set_contents(path, text->str, (gssize)text->len, NULL);
    g_autofree char *kept = NULL;
    bool is_same =
        g_file_get_contents(path, &kept, NULL, NULL) && strcmp(kept, text->str) == 0;
    if (!is_same)
        g_printerr("%s is not what the interviews and the rules give; make it anew with "
                   "learn_surroundings\n",
                   path);
    return is_same;
}

static bool write_common(const learning *of, const char *path, bool is_check)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    GHashTableIter iter;
    gpointer key;
    g_hash_table_iter_init(&iter, of->sets);
    while (g_hash_table_iter_next(&iter, &key, NULL))
        if (*(const char *)key && sets_of(of, (const char *)key, 0) >= SETS_OF_COMMON)
            g_ptr_array_add(lines, g_strdup((const char *)key));
    return write_lines(path, is_check,
                       "# Words of four sets of marked interviews or more, as "
                       "tests/privacy/planted/learn_surroundings.c\n# counts them. Made by "
                       "it, never by hand.\n",
                       lines);
}

static bool write_weights(const learning *of, const char *path, bool is_check)
{
    g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(lines,
                    g_strdup_printf("bias;%d", (int)rint(of->weighed->bias * SCALE)));
    for (guint i = 0; i < of->texts->len; i++) {
        int weight =
            of->weighed->is_out[i] ? 0 : (int)rint(of->weighed->weights[i] * SCALE);
        if (weight)
            g_ptr_array_add(
                lines, g_strdup_printf("%s;%d", (const char *)of->texts->pdata[i], weight));
    }
    return write_lines(path, is_check,
                       "# cue;weight, in twentieths: src/privacy/surroundings.h says what "
                       "they are, tests/privacy/planted/\n# learn_surroundings.c how they "
                       "are counted. Made by it, never by hand.\n",
                       lines);
}

int main(int argc, char **argv)
{
    enum { SKIPPED = 77 };
    if (argc < 4)
        return 64;
    bool is_check = argc > 4 && strcmp(argv[4], "--check") == 0;
    if (!swedish_lexicon()) {
        g_printerr("the Swedish dictionary of hunspell is not installed\n");
        return SKIPPED;
    }
    static learning of; /* for as long as the program runs, and so is @all */
    static GPtrArray *all;
    of.sets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    of.numbers = g_hash_table_new(g_str_hash, g_str_equal);
    of.texts = g_ptr_array_new();
    of.uses = g_array_new(FALSE, TRUE, sizeof(guint));
    of.examples = g_array_new(FALSE, FALSE, sizeof(example));
    all = read_all(argv[1]);
    for (guint i = 0; i < all->len; i++)
        count_words(&of, (const interview *)all->pdata[i]);
    for (guint i = 0; i < all->len; i++)
        gather_interview(&of, (interview *)all->pdata[i]);
    of.weighed = logistic_new(of.uses, FEWEST);
    logistic_learn(of.weighed, of.examples);
    logistic_keep(of.weighed, of.uses, KEPT);
    logistic_learn(of.weighed, of.examples);
    bool is_common = write_common(&of, argv[2], is_check);
    bool is_weighed = write_weights(&of, argv[3], is_check);
    return is_common && is_weighed ? 0 : 1;
}
