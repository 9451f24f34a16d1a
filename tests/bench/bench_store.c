/* How long the journal takes: 300 interviews, 20 000 codings. usage: bench_store [CODINGS] */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "../store/journals.h"

#define INTERVIEWS 300
#define AT_ONCE 1000

/* Of the clock, and of the processor: what a busy machine makes of it, and what it is. */
typedef struct moment {
    double clock, cpu;
} moment;

static double read_clock(clockid_t id)
{
    struct timespec time;
    clock_gettime(id, &time);
    return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static moment now(void)
{
    return (moment){ read_clock(CLOCK_MONOTONIC), read_clock(CLOCK_PROCESS_CPUTIME_ID) };
}

static void tell(const char *what, moment start, size_t times)
{
    moment end = now();
    printf("%-40s %9.2f ms, of the processor %9.2f ms\n", what,
           (end.clock - start.clock) / (double)times,
           (end.cpu - start.cpu) / (double)times);
}

static void fill(lyh_journal *journal, size_t count)
{
    g_autoptr(lyh_diags) diags = lyh_diags_new(NULL);
    lyh_error error = { 0 };
    g_autoptr(GArray) events = g_array_new(FALSE, TRUE, sizeof(lyh_event));
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (size_t i = 0; i < INTERVIEWS; i++)
        g_ptr_array_add(names, g_strdup_printf("intervju-%zu", i));
    for (size_t i = 0; i < count; i++) {
        lyh_event event = code_at(i % 2 ? "anna" : "bo", names->pdata[i % INTERVIEWS],
                                  10 * i, 10 * i + 60, "väntan");
        event.place.quote = "jag fick vänta i flera veckor innan någon hörde av sig alls";
        event.place.before = "och sen var det ju så att ";
        event.place.after = ", det var inte lätt att ta. ";
        g_array_append_val(events, event);
        if (events->len < AT_ONCE && i + 1 < count)
            continue;
        g_assert_true(lyh_journal_append(journal, (const lyh_event *)(void *)events->data,
                                         events->len, diags, &error));
        g_array_set_size(events, 0);
    }
}

static void measure_one_by_one(lyh_journal *journal)
{
    moment start = now();
    for (size_t i = 0; i < 100; i++)
        add(journal, code_at("anna", "intervju-7", 10 * i, 10 * i + 5, "tid"));
    tell("one append", start, 100);
    start = now();
    for (size_t i = 0; i < 100; i++) {
        lyh_event_id next;
        lyh_error error = { 0 };
        g_assert_true(lyh_journal_undo_next(journal, "anna", &next, &error));
        add(journal, about("anna", LYH_EVENT_UNDO, next));
    }
    tell("one undo, looked up and written", start, 100);
    start = now();
    for (size_t i = 0; i < 100; i++)
        g_assert_cmpuint(count_of(journal, NULL, "intervju-8"), >, 0);
    tell("the codings of a document", start, 100);
    start = now();
    g_assert_cmpuint(count_of(journal, NULL, NULL), >, 0);
    tell("all codings", start, 1);
    start = now();
    assert_rebuilt_is_kept(journal);
    tell("all that holds, made from the journal", start, 1);
}

int main(int argc, char **argv)
{
    size_t count = argc > 1 ? strtoul(argv[1], NULL, 10) : 20000;
    g_autofree char *folder = g_dir_make_tmp("lyhord-bench-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "study.db", NULL);
    moment start = now();
    lyh_journal *journal = open_as(path, LYH_JOURNAL_CREATE);
    fill(journal, count);
    tell("writing them, 1 000 at once", start, 1);
    lyh_journal_close(journal);
    start = now();
    for (size_t i = 0; i < 10; i++)
        lyh_journal_close(open_as(path, LYH_JOURNAL_READ));
    tell("opening", start, 10);
    journal = open_as(path, LYH_JOURNAL_WRITE);
    measure_one_by_one(journal);
    lyh_journal_close(journal);
    remove_store(path);
    return 0;
}
