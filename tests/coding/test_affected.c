#include <lyhord/coding/affected.h>

#include "../codebook/book_text.h"
#include "coded.h"

/* Codes a, b and gone, then a, b under its new name, and new. */
#define BEFORE "kod;regler\na;x\nb;\"y\nz\"\ngone;u\n"
#define AFTER "kod;regler\nnew;w\na;x\nc;\"y\nz\"\n"
enum { OLD_A, OLD_B, OLD_GONE };
enum { NEW_NEW, NEW_A, NEW_C };

static void tell(void *user, const lyh_affected *affected)
{
    const lyh_coding *one = affected->before ? affected->before : affected->after;
    const lyh_coding *two = affected->after ? affected->after : affected->before;
    g_string_append_printf(user, "%s %zu-%zu %zu-%zu\n", lyh_effect_name(affected->effect),
                           one->start, one->end, two->start, two->end);
}

typedef struct coding_list {
    const lyh_coding *list;
    size_t count;
} coding_list;

static lyh_codings *codings_of(coding_list list)
{
    lyh_codings *codings = lyh_codings_new();
    for (size_t i = 0; i < list.count; i++)
        lyh_codings_add(codings, list.list[i]);
    return codings;
}

static void check_affected(coding_list old, coding_list new, const char *wanted)
{
    g_auto(book_text) one = book_of_text(BEFORE);
    g_auto(book_text) two = book_of_text(AFTER);
    lyh_difference *difference = lyh_difference_new(one.book, two.book);
    g_autoptr(lyh_codings) before = codings_of(old);
    g_autoptr(lyh_codings) after = codings_of(new);
    g_autoptr(GString) told = g_string_new(NULL);
    lyh_affected_find(difference, before, after, tell, told);
    g_assert_cmpstr(told->str, ==, wanted);
    lyh_difference_free(difference);
}

#define LIST(...)                                                                          \
    (coding_list)                                                                          \
    {                                                                                      \
        (const lyh_coding[]){ __VA_ARGS__ },                                               \
            sizeof((const lyh_coding[]){ __VA_ARGS__ }) / sizeof(lyh_coding)               \
    }
#define AT(its_code, from, to)                                                             \
    {                                                                                      \
        .code = its_code, .start = from, .end = to                                         \
    }

static void what_is_the_same_is_not_told_also_under_a_new_name(void)
{
    check_affected(LIST(AT(OLD_A, 0, 4), AT(OLD_B, 2, 6)),
                   LIST(AT(NEW_A, 0, 4), AT(NEW_C, 2, 6)), "");
}

static void what_went_and_came_is_told_in_the_order_of_the_text(void)
{
    check_affected(LIST(AT(OLD_GONE, 8, 9), AT(OLD_A, 5, 6)),
                   LIST(AT(NEW_NEW, 1, 2), AT(NEW_A, 7, 8)),
                   "new 1-2 1-2\nlost 5-6 5-6\nnew 7-8 7-8\nlost 8-9 8-9\n");
}

static void another_code_at_the_same_words_is_another_segment(void)
{
    check_affected(LIST(AT(OLD_A, 0, 4)), LIST(AT(NEW_C, 0, 4)),
                   "lost 0-4 0-4\nnew 0-4 0-4\n");
}

static void polarity_comes_before_state_and_state_before_span(void)
{
    check_affected(
        LIST({ .code = OLD_A, .start = 0, .end = 4, .polarity = LYH_PLUS },
             { .code = OLD_A, .start = 10, .end = 14, .state = LYH_NEGATED },
             { .code = OLD_A, .start = 20, .end = 24 },
             { .code = OLD_A, .start = 30, .end = 34, .polarity = LYH_PLUS }),
        LIST({ .code = NEW_A, .start = 0, .end = 4, .state = LYH_NEGATED },
             { .code = NEW_A, .start = 10, .end = 14 },
             { .code = NEW_A, .start = 18, .end = 24 },
             { .code = NEW_A, .start = 30, .end = 36, .polarity = LYH_MINUS }),
        "polarity 0-4 0-4\nstate 10-14 10-14\nspan 20-24 18-24\npolarity 30-34 30-36\n");
}

static void the_same_words_find_each_other_before_those_that_overlap(void)
{
    check_affected(LIST(AT(OLD_A, 5, 10)), LIST(AT(NEW_A, 3, 6), AT(NEW_A, 5, 10)),
                   "new 3-6 3-6\n");
    check_affected(LIST(AT(OLD_A, 0, 3), AT(OLD_A, 5, 10)),
                   LIST(AT(NEW_A, 2, 7), AT(NEW_A, 9, 12)),
                   "span 0-3 2-7\nspan 5-10 9-12\n");
}

static void what_only_touches_is_apart(void)
{
    check_affected(LIST(AT(OLD_A, 0, 3)), LIST(AT(NEW_A, 3, 6)),
                   "lost 0-3 0-3\nnew 3-6 3-6\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name) g_test_add_func("/affected/" #name, name)
    ADD(what_is_the_same_is_not_told_also_under_a_new_name);
    ADD(what_went_and_came_is_told_in_the_order_of_the_text);
    ADD(another_code_at_the_same_words_is_another_segment);
    ADD(polarity_comes_before_state_and_state_before_span);
    ADD(the_same_words_find_each_other_before_those_that_overlap);
    ADD(what_only_touches_is_apart);
#undef ADD
    return g_test_run();
}
