/* What a change of the codebook would do, counted in slices of a clock that the test moves. */
#include <string.h>

#include "../../src/workbench/routes.h"
#include "../study/studies.h"

#define INTERVIEWS 9
#define MILLISECOND ((uint64_t)1000 * 1000)

/* Each look at the clock is so far behind the one before. */
static uint64_t now, step;

static uint64_t moving_clock(void)
{
    return now += step;
}

static void fill(void *user, void *bytes, size_t size)
{
    (void)user;
    memset(bytes, 7, size);
}

static void tell_time(void *user, char time[21])
{
    (void)user;
    g_strlcpy(time, "2026-05-01T12:00:00Z", 21);
}

static bool is_stopped(void *user)
{
    (void)user;
    return false;
}

typedef struct bench_fixture {
    char *folder;
    lyh_workbench_options options;
    lyh_diags *diags;
    workbench bench;
    const char *question; /* of the address */
} bench_fixture;

static void set_up(bench_fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->folder = studies_make();
    fixture->diags = lyh_diags_new(NULL);
    step = 0;
    g_autoptr(GString) ids = g_string_new("id;stad\n");
    for (int i = 1; i <= INTERVIEWS; i++) {
        g_autofree char *name = g_strdup_printf("transcripts/R%d.txt", i);
        g_autofree char *said =
            g_strdup_printf("I: Hur var det?\nR: Kö nummer %d, och de lyssnar.\n", i);
        studies_put(fixture->folder, name, said);
        g_string_append_printf(ids, "R%d;A\n", i);
    }
    studies_put(fixture->folder, "respondents.csv", ids->str);
    fixture->options = (lyh_workbench_options){
        .study = { .folder = fixture->folder, .clock = moving_clock },
        .coder = "Ada",
        .random = fill,
        .now = tell_time,
        .is_stopped = is_stopped,
    };
    lyh_error error = { 0 };
    g_assert_true(bench_open(&fixture->bench, &fixture->options, fixture->diags, &error));
}

static void tear_down(bench_fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->bench.diags = fixture->diags;
    bench_close(&fixture->bench);
    lyh_diags_free(fixture->diags);
    studies_take_away(fixture->folder);
    g_free(fixture->folder);
}

typedef struct asked_call {
    route_call call;
    char question[24];
} asked_call;

static const char *argument_of(const route_call *call, const char *name)
{
    g_assert_cmpstr(name, ==, "question");
    return ((const asked_call *)call)->question;
}

static json_t *answer_of(route_reply reply, unsigned status)
{
    g_assert_cmpuint(reply.status, ==, status);
    return reply.json;
}

/* What it would be if "lyssna" had the rules @rules; by POST @path. */
static json_t *say(bench_fixture *fixture, const char *path, const char *rules)
{
    char version[LYH_CODEBOOK_VERSION_SIZE];
    lyh_error error = { 0 };
    g_assert_true(lyh_study_codebook_version(fixture->bench.study, version, &error));
    json_t *body = json_pack("{s:s, s:{s:s, s:s}}", "version", version, "code", "name",
                             "lyssna", "rules_plus", rules);
    const asked_call asked = { { path, body, argument_of }, "" };
    json_t *json = answer_of(route_answer(&fixture->bench, "POST", &asked.call), 200);
    json_decref(body);
    return json;
}

static json_t *ask_on(bench_fixture *fixture, json_int_t question, unsigned status)
{
    asked_call asked = { { "/api/codebook-effect", NULL, argument_of }, "" };
    g_snprintf(asked.question, sizeof asked.question, "%d", (int)question);
    return answer_of(route_answer(&fixture->bench, "GET", &asked.call), status);
}

static json_int_t number(const json_t *json, const char *key)
{
    g_assert_true(json_is_integer(json_object_get(json, key)));
    return json_integer_value(json_object_get(json, key));
}

static json_int_t done_of(const json_t *json)
{
    const json_t *counting = json_object_get(json, "counting");
    g_assert_null(json_object_get(json, "effect"));
    g_assert_cmpint(number(counting, "all"), ==, INTERVIEWS);
    return number(counting, "done");
}

static void check_refused(json_t *json, const char *code)
{
    const json_t *error = json_object_get(json, "error");
    g_assert_cmpstr(json_string_value(json_object_get(error, "code")), ==, code);
    json_decref(json);
}

/* Nine who are listened to stand in nine queues: "before after" of suggestions and of persons. */
static void check_nine_queues(json_t *json)
{
    const json_t *sums = json_object_get(json, "effect");
    g_assert_cmpuint(json_array_size(sums), ==, 1);
    char *text = json_dumps(json_array_get(sums, 0), JSON_COMPACT | JSON_SORT_KEYS);
    g_assert_cmpstr(text, ==,
                    "{\"changed\":0,\"code\":\"lyssna\",\"label\":\"lyssna\",\"lost\":0,"
                    "\"new\":9,\"persons\":[9,9],\"suggestions\":[9,18]}");
    free(text);
    json_decref(json);
}

static void a_small_study_is_counted_in_the_asking(bench_fixture *fixture,
                                                   gconstpointer data)
{
    (void)data;
    json_t *json = say(fixture, "/api/codebook", "lyssna\nkö");
    g_assert_cmpuint(json_array_size(json_object_get(json, "difference")), ==, 1);
    check_nine_queues(json);
}

/* A slice is twenty milliseconds: of eight each, two interviews have begun before they have passed. */
static void a_large_one_is_counted_slice_by_slice(bench_fixture *fixture,
                                                  gconstpointer data)
{
    (void)data;
    step = 8 * MILLISECOND;
    json_t *json = say(fixture, "/api/codebook", "lyssna\nkö");
    json_int_t question = number(json, "question"), done = done_of(json);
    g_assert_cmpuint(json_array_size(json_object_get(json, "difference")), ==, 1);
    g_assert_nonnull(json_object_get(json, "warnings"));
    json_decref(json);
    g_assert_cmpint(done, ==, 2);
    for (json_int_t wanted = 4; wanted < INTERVIEWS; wanted += 2) {
        json = ask_on(fixture, question, 200);
        g_assert_cmpint(done_of(json), ==, wanted);
        json_decref(json);
    }
    check_nine_queues(ask_on(fixture, question, 200));
    check_nine_queues(ask_on(fixture, question, 200));
}

static void it_is_counted_too_while_nobody_asks(bench_fixture *fixture, gconstpointer data)
{
    (void)data;
    step = 100 * MILLISECOND;
    json_t *json = say(fixture, "/api/codebook", "lyssna\nkö");
    json_int_t question = number(json, "question");
    g_assert_cmpint(done_of(json), ==, 0);
    json_decref(json);
    g_assert_false(bench_work(&fixture->bench)); /* no page is open */
    bench_hear_page(&fixture->bench, "page");
    for (int i = 0; i < INTERVIEWS; i++)
        g_assert_true(bench_work(&fixture->bench));
    check_nine_queues(ask_on(fixture, question, 200));
}

/* The change is decided before it is counted; nobody is told a count of another codebook. */
static void a_new_question_or_another_codebook_ends_the_count(bench_fixture *fixture,
                                                              gconstpointer data)
{
    (void)data;
    step = 8 * MILLISECOND;
    json_t *json = say(fixture, "/api/codebook", "lyssna\nkö");
    json_int_t first = number(json, "question");
    json_decref(json);
    json = say(fixture, "/api/codebook", "lyssna\nkö\nnummer");
    json_int_t second = number(json, "question");
    json_decref(json);
    check_refused(ask_on(fixture, first, 409), "question");
    json_decref(ask_on(fixture, second, 200));
    json_decref(say(fixture, "/api/codebook-apply", "lyssna\nkö"));
    check_refused(ask_on(fixture, second, 409), "question");
    check_refused(ask_on(fixture, 0, 409), "question");

    json = say(fixture, "/api/codebook", "lyssna");
    json_int_t third = number(json, "question");
    json_decref(json);
    studies_put(fixture->folder, "codebook.csv", "kod;regler_plus\nlyssna;annat\nvänta;\n");
    check_refused(ask_on(fixture, third, 409), "version");
    check_refused(ask_on(fixture, third, 409), "question");
}

static void an_interview_that_changes_is_counted_as_it_is(bench_fixture *fixture,
                                                          gconstpointer data)
{
    (void)data;
    step = 8 * MILLISECOND;
    json_t *json = say(fixture, "/api/codebook", "lyssna\nkö");
    json_int_t question = number(json, "question"), done = 0;
    json_decref(json);
    json_decref(ask_on(fixture, question, 200));
    studies_put(fixture->folder, "transcripts/R1.txt",
                "I: Hur var det?\nR: Kö, och de lyssnar inte; en kö till.\n");
    json = ask_on(fixture, question, 200);
    g_assert_cmpint(done_of(json), ==, 2); /* from the beginning */
    while (!json_object_get(json, "effect")) {
        g_assert_cmpint(done_of(json), >, done);
        done = done_of(json);
        json_decref(json);
        json = ask_on(fixture, question, 200);
    }
    const json_t *sum = json_array_get(json_object_get(json, "effect"), 0);
    g_assert_cmpint(number(sum, "new"), ==, 10);
    json_decref(json);
    /* the study may be read anew for other reasons: nothing of it is used afterwards */
    fixture->bench.diags = fixture->diags;
    g_assert_true(bench_reopen(&fixture->bench));
    check_refused(ask_on(fixture, question, 409), "question");
}

static void words_alone_change_no_suggestion_and_nothing_is_counted(bench_fixture *fixture,
                                                                    gconstpointer data)
{
    (void)data;
    step = 100 * MILLISECOND;
    json_t *json = say(fixture, "/api/codebook", "lyssna");
    g_assert_cmpuint(json_array_size(json_object_get(json, "difference")), ==, 0);
    g_assert_cmpuint(json_array_size(json_object_get(json, "effect")), ==, 0);
    g_assert_null(json_object_get(json, "counting"));
    json_decref(json);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name)                                                                          \
    g_test_add("/foreseen/" #name, bench_fixture, NULL, set_up, name, tear_down)
    ADD(a_small_study_is_counted_in_the_asking);
    ADD(a_large_one_is_counted_slice_by_slice);
    ADD(it_is_counted_too_while_nobody_asks);
    ADD(a_new_question_or_another_codebook_ends_the_count);
    ADD(an_interview_that_changes_is_counted_as_it_is);
    ADD(words_alone_change_no_suggestion_and_nothing_is_counted);
#undef ADD
    return g_test_run();
}
