/* The table that the build lays out holds what the lists in data/ say, and nothing else. */
#include <string.h>

#include "../../src/privacy/lists_read.h"

static void each_entry_of_the_lists_is_laid_out_with_its_classes(void)
{
    entries read;
    entries_init(&read);
    lists_read(&read);
    g_assert_cmpuint(read.count, >, 30000);
    for (size_t i = 0; i <= read.mask; i++) {
        const entry *at = &read.slots[i];
        word_classes found =
            entries_find(&lyh_fixed_entries, read.keys->str + at->at, at->size, at->hash);
        if (at->classes)
            g_assert_cmpuint(found, ==, at->classes);
    }
    entries_clear(&read);
}

static void nothing_else_is_laid_out(void)
{
    size_t count = 0;
    entries read;
    entries_init(&read);
    lists_read(&read);
    for (size_t i = 0; i <= lyh_fixed_entries.mask; i++)
        count += lyh_fixed_entries.slots[i].classes != 0;
    g_assert_cmpuint(count, ==, read.count);
    entries_clear(&read);
}

static word_classes classes_of(const word_table *table, const char *text)
{
    char folded[WORD_MOST];
    size_t size;
    uint32_t hash = word_fold(text, strlen(text), folded, &size);
    return word_table_find(table, folded, size, hash);
}

/* Anna is a given name, and stays one when a study lists it; the table of another study knows of neither. */
static void what_a_study_lists_is_known_beside_the_lists(void)
{
    word_table *mine = word_table_new(), *other = word_table_new();
    word_table_add(mine, "Anna", strlen("Anna"), WORD_STUDY);
    word_table_add(mine, "Qvirkaby Norra", strlen("Qvirkaby Norra"), WORD_STUDY);
    g_assert_cmpuint(classes_of(mine, "ANNA"), ==, classes_of(other, "anna") | WORD_STUDY);
    g_assert_true(classes_of(other, "Anna") & WORD_GIVEN);
    g_assert_false(classes_of(other, "Anna") & WORD_STUDY);
    g_assert_cmpuint(classes_of(mine, "Qvirkaby\tNorra"), ==, WORD_STUDY);
    g_assert_cmpuint(classes_of(mine, "qvirkaby"), ==, WORD_FIRST);
    g_assert_cmpuint(classes_of(other, "qvirkaby"), ==, 0);
    word_table_free(mine);
    word_table_free(other);
}

#define TEST(sentence) g_test_add_func("/privacy/lists/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(each_entry_of_the_lists_is_laid_out_with_its_classes);
    TEST(nothing_else_is_laid_out);
    TEST(what_a_study_lists_is_known_beside_the_lists);
    return g_test_run();
}
