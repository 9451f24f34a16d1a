/*
 * Whether counts of those who were asked tell of the few who were not: against every number of
 * persons that could be true, tried one by one.
 */
#include "../../src/tally/questions.h"

#include "counted.h"

#define PEOPLE "id\nA1\nA2\nA3\nA4\nA5\nA6\nA7\nA8\n"
enum { PERSONS = 8 };

/* Persons in all who took up STOD and, below it, PENGAR; and of the asked, in their answers. */
typedef struct known {
    size_t got, stod, pengar, stod_answers, pengar_answers;
} known;

/* Could @stod and @pengar be how many of those not asked took each up, for who sees the counts not hidden? */
static bool could_be(const known *seen, size_t stod, size_t pengar, bool sees_stod,
                     bool sees_pengar)
{
    if (pengar > stod || stod > seen->stod || pengar > seen->pengar)
        return false;
    size_t asked_stod = seen->stod - stod, asked_pengar = seen->pengar - pengar;
    return asked_stod <= seen->got && asked_pengar <= asked_stod &&
           (!sees_stod || asked_stod >= seen->stod_answers) &&
           (!sees_pengar || asked_pengar >= seen->pengar_answers);
}

/* How many values the number of STOD (or of PENGAR) among those not asked could have. */
static size_t values(const known *seen, bool of_stod, bool sees_stod, bool sees_pengar)
{
    bool is_possible[PERSONS + 1] = { false };
    size_t few = PERSONS - seen->got, count = 0;
    for (size_t stod = 0; stod <= few; stod++)
        for (size_t pengar = 0; pengar <= few; pengar++)
            if (could_be(seen, stod, pengar, sees_stod, sees_pengar))
                is_possible[of_stod ? stod : pengar] = true;
    for (size_t i = 0; i <= few; i++)
        count += is_possible[i];
    return count;
}

static size_t hidden_in_all, tried;

static void hold(const counted_study *study, const known *seen)
{
    if (values(seen, true, true, true) == 0)
        return; /* no people there could be */
    size_t counts[5] = { [STOD] = seen->stod_answers, [PENGAR] = seen->pengar_answers };
    g_autofree bool *hidden =
        questions_hide(study->tally, LYH_THRESHOLD, seen->got, counts);
    for (int of_stod = 0; of_stod < 2; of_stod++) {
        size_t before = values(seen, of_stod, false, false);
        size_t after = values(seen, of_stod, !hidden[STOD], !hidden[PENGAR]);
        g_assert_cmpuint(after, >=, before > 1 ? 2 : 1);
    }
    tried++;
    hidden_in_all += hidden[STOD] || hidden[PENGAR];
}

static void hold_all_answers(const counted_study *study, size_t stod, size_t pengar)
{
    known seen = { .stod = stod, .pengar = pengar };
    for (seen.got = PERSONS - 4; seen.got < PERSONS; seen.got++)
        for (seen.stod_answers = 0; seen.stod_answers <= MIN(stod, seen.got);
             seen.stod_answers++)
            for (seen.pengar_answers = 0;
                 seen.pengar_answers <= MIN(pengar, seen.stod_answers);
                 seen.pengar_answers++)
                hold(study, &seen);
}

static void no_count_leaves_one_value_for_the_few_not_asked(void)
{
    for (size_t stod = 0; stod <= PERSONS; stod++) {
        for (size_t pengar = 0; pengar <= stod; pengar++) {
            g_auto(counted_study) study = study_new(PEOPLE, (lyh_tally_options){ 0 });
            for (size_t person = 0; person < PERSONS; person++)
                SAY(&study, person, "B: Ett två tre.\n",
                    { person < stod ? "två" : "tre",
                      person < pengar ? PENGAR
                      : person < stod ? STOD
                                      : BEMOTANDE,
                      PLUS });
            hold_all_answers(&study, stod, pengar);
        }
    }
    g_assert_cmpuint(tried, >, 2000);
    g_assert_cmpuint(hidden_in_all, <, tried / 2); /* most is shown */
}

static void nothing_is_hidden_where_all_or_a_group_was_not_asked(void)
{
    g_auto(counted_study) study = study_new(PEOPLE, (lyh_tally_options){ 0 });
    for (size_t person = 0; person < PERSONS; person++)
        SAY(&study, person, "B: Ett två.\n", { "två", STOD, PLUS });
    size_t counts[5] = { [STOD] = 3 };
    g_autofree bool *all = questions_hide(study.tally, LYH_THRESHOLD, PERSONS, counts);
    g_autofree bool *three = questions_hide(study.tally, LYH_THRESHOLD, 3, counts);
    g_assert_false(all[STOD] || three[STOD]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/unasked/every-case", no_count_leaves_one_value_for_the_few_not_asked);
    g_test_add_func("/unasked/groups",
                    nothing_is_hidden_where_all_or_a_group_was_not_asked);
    return g_test_run();
}
