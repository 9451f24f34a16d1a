/*
 * Words, sentences and lemmas against a treebank, scored as the CoNLL 2018 shared task did:
 * spans over the raw text. The bounds are what is reached; they only ever go up.
 */
#include <glib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/language/lexicon.h>
#include <lyhord/language/tokens.h>

typedef struct gold_token {
    size_t start, end;
    char *form;
    char *lemma;
    bool is_content;
} gold_token;

typedef struct treebank {
    GString *text;
    GArray *tokens;    /* gold_token */
    GArray *sentences; /* size_t: the first token of each, and the count of all */
} treebank;

static char *treebank_path(const char *name)
{
    const char *material = g_getenv("LYHORD_MATERIAL");
    return material ? g_build_filename(material, "ud", name, NULL) : NULL;
}

static void clear_token(gpointer item)
{
    gold_token *token = item;
    g_free(token->form);
    g_free(token->lemma);
}

static void add_word(treebank *bank, char **fields)
{
    static const char *const content[] = { "ADJ", "ADV", "NOUN", "PROPN", "VERB" };
    gold_token token = { .form = g_strdup(fields[1]), .lemma = g_strdup(fields[2]) };
    for (size_t i = 0; i < G_N_ELEMENTS(content); i++)
        token.is_content |= strcmp(fields[3], content[i]) == 0;
    g_array_append_val(bank->tokens, token);
}

/* Forms lie in the text in their order, with nothing but white space between. */
static void place(treebank *bank, size_t from, size_t first)
{
    for (guint i = (guint)first; i < bank->tokens->len; i++) {
        gold_token *token = &g_array_index(bank->tokens, gold_token, i);
        while (bank->text->str[from] == ' ')
            from++;
        g_assert_true(g_str_has_prefix(bank->text->str + from, token->form));
        token->start = from;
        from = token->end = from + strlen(token->form);
    }
}

static treebank read_treebank(const char *path)
{
    treebank bank = { g_string_new(NULL), g_array_new(FALSE, FALSE, sizeof(gold_token)),
                      g_array_new(FALSE, FALSE, sizeof(size_t)) };
    g_autofree char *bytes = NULL;
    g_assert_true(g_file_get_contents(path, &bytes, NULL, NULL));
    g_array_set_clear_func(bank.tokens, clear_token);
    /* g_strsplit() seeks a string from each line to the end, which under ASan is the square of it */
    g_auto(GStrv) lines = g_strsplit_set(bytes, "\n", -1);
    size_t from = 0;
    size_t first = 0;
    bool glued = true;

    for (char **line = lines; *line; line++) {
        if (g_str_has_prefix(*line, "# newpar") || g_str_has_prefix(*line, "# newdoc")) {
            while (bank.text->len && bank.text->str[bank.text->len - 1] == ' ')
                g_string_truncate(bank.text, bank.text->len - 1);
            if (bank.text->len && !g_str_has_suffix(bank.text->str, "\n\n"))
                g_string_append(bank.text, "\n\n");
        } else if (g_str_has_prefix(*line, "# text = ")) {
            if (!glued && bank.text->len && !g_str_has_suffix(bank.text->str, "\n"))
                g_string_append_c(bank.text, ' ');
            from = bank.text->len;
            first = bank.tokens->len;
            g_array_append_val(bank.sentences, first);
            g_string_append(bank.text, *line + strlen("# text = "));
        } else if (g_ascii_isdigit((*line)[0])) {
            g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);
            g_assert_cmpuint(g_strv_length(fields), ==, 10);
            if (strpbrk(fields[0], "-.") == NULL)
                add_word(&bank, fields);
            glued = strstr(fields[9], "SpaceAfter=No") != NULL;
        } else if ((*line)[0] == '\0' && first < bank.tokens->len) {
            place(&bank, from, first);
            first = bank.tokens->len;
        }
    }
    g_array_append_val(bank.sentences, first);
    return bank;
}

static void clear_treebank(treebank *bank)
{
    g_string_free(bank->text, TRUE);
    g_array_unref(bank->tokens);
    g_array_unref(bank->sentences);
}

static const gold_token *gold_at(const treebank *bank, size_t index)
{
    return &g_array_index(bank->tokens, gold_token, index);
}

static double f1(size_t correct, size_t gold, size_t ours)
{
    return 200.0 * (double)correct / (double)(gold + ours);
}

static void show_difference(const treebank *bank, size_t start, size_t end,
                            const char *whose)
{
    if (!g_test_verbose())
        return;
    size_t before = start > 40 ? start - 40 : 0;
    while ((bank->text->str[before] & 0xC0) == 0x80)
        before++;
    g_test_message("%s: %.*s[%.*s]%.30s", whose, (int)(start - before),
                   bank->text->str + before, (int)(end - start), bank->text->str + start,
                   bank->text->str + end);
}

static double token_f1(const treebank *bank, const lyh_tokens *tokens)
{
    const lyh_token *ours = lyh_tokens_all(tokens);
    size_t count = lyh_tokens_count(tokens);
    size_t correct = 0;

    for (size_t i = 0, j = 0; i < count && j < bank->tokens->len;) {
        const gold_token *gold = gold_at(bank, j);
        if (ours[i].start == gold->start && ours[i].end == gold->end) {
            correct++, i++, j++;
        } else if (ours[i].end <= gold->end) {
            show_difference(bank, ours[i].start, ours[i].end, "token");
            j += ours[i].end == gold->end;
            i++;
        } else {
            j++;
        }
    }
    return f1(correct, bank->tokens->len, count);
}

static double sentence_f1(const treebank *bank, const lyh_tokens *tokens)
{
    const lyh_sentence *ours = lyh_tokens_sentences(tokens);
    const lyh_token *all = lyh_tokens_all(tokens);
    size_t count = lyh_tokens_sentence_count(tokens);
    size_t gold_count = bank->sentences->len - 1;
    size_t correct = 0;

    for (size_t i = 0, j = 0; i < count && j < gold_count;) {
        size_t start = all[ours[i].first].start;
        size_t end = all[ours[i].end - 1].end;
        size_t gold_start = gold_at(bank, g_array_index(bank->sentences, size_t, j))->start;
        size_t gold_end =
            gold_at(bank, g_array_index(bank->sentences, size_t, j + 1) - 1)->end;
        if (start == gold_start && end == gold_end)
            correct++;
        else if (end != gold_end)
            show_difference(bank, end < gold_end ? end - 1 : gold_end - 1,
                            end < gold_end ? end : gold_end,
                            end < gold_end ? "split" : "joined");
        i += end <= gold_end;
        j += end >= gold_end;
    }
    return f1(correct, gold_count, count);
}

/* A text of the whole treebank as one turn, its words and sentences. */
static void words_and_sentences(const char *name, double tokens_at_least,
                                double sentences_at_least)
{
    g_autofree char *path = treebank_path(name);
    if (!path || !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_test_skip("LYHORD_MATERIAL is not set or holds no treebank");
        return;
    }
    treebank bank = read_treebank(path);
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    lyh_tokens *tokens = lyh_tokens_new();
    lyh_tokens_read_text(tokens, bank.text->str, bank.text->len, vocabulary);

    double token_score = token_f1(&bank, tokens);
    double sentence_score = sentence_f1(&bank, tokens);
    g_test_message("tokens F1 %.2f, sentences F1 %.2f", token_score, sentence_score);
    g_assert_cmpfloat(token_score, >=, tokens_at_least);
    g_assert_cmpfloat(sentence_score, >=, sentences_at_least);
    lyh_tokens_free(tokens);
    lyh_vocabulary_free(vocabulary);
    clear_treebank(&bank);
}

static void words_of_talbanken_are_found(void)
{
    words_and_sentences("Talbanken/sv_talbanken-ud-dev.conllu", 99.96, 96.5);
}

static void words_of_lines_are_found(void)
{
    words_and_sentences("LinES/sv_lines-ud-dev.conllu", 99.98, 88.5);
}

static char *folded(const char *text)
{
    size_t size;
    return lyh_text_fold(text, strlen(text), &size);
}

static bool is_alphabetic(const char *text)
{
    for (; *text; text = g_utf8_next_char(text))
        if (!g_unichar_isalpha(g_utf8_get_char(text)))
            return false;
    return true;
}

/* Gold tokens whose first lemma is the treebank's, in percent. */
static double lemma_accuracy(const treebank *bank, lyh_vocabulary *vocabulary,
                             lyh_lexicon *lexicon)
{
    size_t right = 0;
    for (guint i = 0; i < bank->tokens->len; i++) {
        const gold_token *token = gold_at(bank, i);
        g_autofree char *lemma = folded(token->lemma);
        uint32_t type = lyh_vocabulary_intern(vocabulary, token->form, strlen(token->form));
        if (strcmp(lyh_lexicon_lemma(lexicon, type), lemma) == 0)
            right++;
        else if (g_test_verbose())
            g_test_message("lemma: %s is %s, not %s", token->form, lemma,
                           lyh_lexicon_lemma(lexicon, type));
    }
    return 100.0 * (double)right / bank->tokens->len;
}

/* Content types with every lemma the treebank gives them: type → set of lemma types. */
static GHashTable *gold_lemmas(const treebank *bank, lyh_vocabulary *vocabulary)
{
    GHashTable *types =
        g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    for (guint i = 0; i < bank->tokens->len; i++) {
        const gold_token *token = gold_at(bank, i);
        if (!token->is_content || !is_alphabetic(token->form))
            continue;
        gpointer type = GUINT_TO_POINTER(
            lyh_vocabulary_intern(vocabulary, token->form, strlen(token->form)));
        GHashTable *lemmas = g_hash_table_lookup(types, type);
        if (!lemmas) {
            lemmas = g_hash_table_new(NULL, NULL);
            g_hash_table_insert(types, type, lemmas);
        }
        g_hash_table_add(lemmas, GUINT_TO_POINTER(lyh_vocabulary_intern(
                                     vocabulary, token->lemma, strlen(token->lemma))));
    }
    return types;
}

static bool gold_same(GHashTable *a, GHashTable *b)
{
    GHashTableIter iter;
    gpointer lemma;
    g_hash_table_iter_init(&iter, a);
    while (g_hash_table_iter_next(&iter, &lemma, NULL))
        if (g_hash_table_contains(b, lemma))
            return true;
    return false;
}

/* "The same word or not", over all pairs of content types. */
static double conflation_f(const treebank *bank, lyh_vocabulary *vocabulary,
                           lyh_lexicon *lexicon)
{
    g_autoptr(GHashTable) types = gold_lemmas(bank, vocabulary);
    guint count;
    g_autofree gpointer *ids = g_hash_table_get_keys_as_array(types, &count);
    size_t both = 0;
    size_t gold = 0;
    size_t ours = 0;

    for (guint i = 0; i < count; i++)
        for (guint j = i + 1; j < count; j++) {
            bool same = lyh_lexicon_same_word(lexicon, GPOINTER_TO_UINT(ids[i]),
                                              GPOINTER_TO_UINT(ids[j]));
            bool truth = gold_same(g_hash_table_lookup(types, ids[i]),
                                   g_hash_table_lookup(types, ids[j]));
            both += same && truth;
            gold += truth;
            ours += same;
            if (same != truth && g_test_verbose()) {
                g_autofree char *a = g_strdup(
                    lyh_vocabulary_spelling(vocabulary, GPOINTER_TO_UINT(ids[i]), NULL));
                g_test_message(
                    "%s: %s %s", truth ? "missed" : "false", a,
                    lyh_vocabulary_spelling(vocabulary, GPOINTER_TO_UINT(ids[j]), NULL));
            }
        }
    g_test_message("precision %.3f, recall %.3f over %u types", (double)both / (double)ours,
                   (double)both / (double)gold, count);
    return f1(both, gold, ours) / 100;
}

static void forms_of_one_word_are_known_as_such(const char *name,
                                                const char *dictionary_path,
                                                double conflation_at_least,
                                                double accuracy_at_least)
{
    g_autofree char *path = treebank_path(name);
    if (!path || !g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_test_skip("LYHORD_MATERIAL is not set or holds no treebank");
        return;
    }
    treebank bank = read_treebank(path);
    lyh_vocabulary *vocabulary = lyh_vocabulary_new();
    lyh_dictionary *dictionary = lyh_dictionary_new(dictionary_path);
    lyh_lexicon *lexicon = lyh_lexicon_new(vocabulary, dictionary);

    double conflation = conflation_f(&bank, vocabulary, lexicon);
    double accuracy = lemma_accuracy(&bank, vocabulary, lexicon);
    g_test_message("conflation F %.3f, lemmas right %.2f %% (%s)", conflation, accuracy,
                   lyh_lexicon_source(lexicon));
    g_assert_cmpfloat(conflation, >=, conflation_at_least);
    g_assert_cmpfloat(accuracy, >=, accuracy_at_least);
    lyh_lexicon_free(lexicon);
    lyh_dictionary_free(dictionary);
    lyh_vocabulary_free(vocabulary);
    clear_treebank(&bank);
}

static void through_the_dictionary(const char *name, double conflation_at_least,
                                   double accuracy_at_least)
{
    if (!g_file_test("/usr/share/hunspell/sv_SE.dic", G_FILE_TEST_EXISTS)) {
        g_test_skip("the Swedish dictionary of hunspell is not installed");
        return;
    }
    forms_of_one_word_are_known_as_such(name, "/usr/share/hunspell/sv_SE",
                                        conflation_at_least, accuracy_at_least);
}

static void forms_of_one_word_in_talbanken_are_known(void)
{
    through_the_dictionary("Talbanken/sv_talbanken-ud-dev.conllu", 0.945, 97.1);
}

static void forms_of_one_word_in_lines_are_known(void)
{
    through_the_dictionary("LinES/sv_lines-ud-dev.conllu", 0.905, 94.5);
}

static void forms_of_one_word_are_half_known_without_it(void)
{
    forms_of_one_word_are_known_as_such("Talbanken/sv_talbanken-ud-dev.conllu", NULL, 0.76,
                                        79.0);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/treebank/words_of_talbanken_are_found", words_of_talbanken_are_found);
    g_test_add_func("/treebank/words_of_lines_are_found", words_of_lines_are_found);
    g_test_add_func("/treebank/forms_of_one_word_in_talbanken_are_known",
                    forms_of_one_word_in_talbanken_are_known);
    g_test_add_func("/treebank/forms_of_one_word_in_lines_are_known",
                    forms_of_one_word_in_lines_are_known);
    g_test_add_func("/treebank/forms_of_one_word_are_half_known_without_it",
                    forms_of_one_word_are_half_known_without_it);
    return g_test_run();
}
