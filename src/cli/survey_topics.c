/* What answers in people's own words are about: persons a code, the most said first. */
#include "survey.h"

/* A text question's answers, counted as a study of its own. */
typedef struct topic_walk {
    survey_work *work;
    GPtrArray *tallies; /* lyh_tally *, one a text question */
    size_t *counted;    /* codings that count, by the same */
    size_t next;
} topic_walk;

static bool count_answers(void *user, const lyh_visit *visit)
{
    topic_walk *walk = user;
    lyh_tally_add(walk->tallies->pdata[walk->next], visit->document, visit->tokens,
                  visit->codings);
    for (size_t i = 0; i < lyh_codings_count(visit->codings); i++)
        walk->counted[walk->next] += lyh_coding_counts(lyh_codings_at(visit->codings, i),
                                                       walk->work->with_suggested);
    walk->next++;
    return true;
}

static int by_persons(const void *a, const void *b)
{
    const lyh_topic *one = a, *two = b;
    return one->persons > two->persons ? -1 : one->persons < two->persons;
}

/* Codes somebody took up; the sort is stable, so equals stand in the codebook's order. */
static void add_topics(survey_work *work, const lyh_tally *tally, lyh_measure measure,
                       const char *form, GArray *topics)
{
    const lyh_codebook *codebook = lyh_study_codebook(work->study);
    guint first = topics->len;
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++) {
        size_t persons = lyh_tally_persons(tally, code, measure);
        if (persons == 0)
            continue;
        g_auto(GStrv) parts = g_strsplit(form, "%s", 2);
        char *label =
            g_strconcat(parts[0], lyh_codebook_code(codebook, code)->label, parts[1], NULL);
        const lyh_topic topic = { label, persons };
        g_ptr_array_add(work->labels, label);
        g_array_append_val(topics, topic);
    }
    if (topics->len > first) /* an empty array has no place to point into */
        g_qsort_with_data(&g_array_index(topics, lyh_topic, first),
                          (gint)(topics->len - first), sizeof(lyh_topic),
                          (GCompareDataFunc)(void (*)(void))by_persons, NULL);
}

static void take_topics(survey_work *work, size_t index, const topic_walk *walk)
{
    const lyh_tally *tally = walk->tallies->pdata[index];
    GArray *topics = g_array_new(FALSE, FALSE, sizeof(lyh_topic));
    add_topics(work, tally, LYH_MEASURE_ANY, "%s", topics);
    add_topics(work, tally, LYH_MEASURE_WISH, lyh_tr(work->cli->catalog, "Wish: %s"),
               topics);
    lyh_topics *held =
        &work->topics[lyh_study_survey_document_question(work->study, index)];
    held->is_coded = walk->counted[index] > 0;
    held->is_suggested = work->with_suggested;
    held->count = topics->len;
    held->items = (lyh_topic *)(void *)g_array_free(topics, FALSE);
    work->counted += walk->counted[index];
}

bool survey_count_topics(survey_work *work)
{
    size_t documents = lyh_study_survey_document_count(work->study);
    size_t questions = lyh_questions_count(lyh_study_questions(work->study));
    lyh_cli *cli = work->cli;
    work->labels = g_ptr_array_new_with_free_func(g_free);
    work->topics = g_new0(lyh_topics, questions + 1);
    work->view.topics = work->topics;
    if (documents == 0 || !lyh_study_codebook(work->study))
        return true;
    const lyh_tally_options options = { .with_suggested = work->with_suggested };
    g_autoptr(GPtrArray) tallies =
        g_ptr_array_new_with_free_func((GDestroyNotify)lyh_tally_free);
    g_autofree size_t *counted = g_new0(size_t, documents);
    for (size_t i = 0; i < documents; i++)
        g_ptr_array_add(tallies,
                        lyh_tally_new(lyh_study_codebook(work->study),
                                      lyh_study_respondents(work->study), &options));
    topic_walk walk = { work, tallies, counted, 0 };
    lyh_which which = !work->with_suggested ? LYH_WHICH_PEOPLE
                      : work->is_of_a_study ? LYH_WHICH_BOTH
                                            : LYH_WHICH_MACHINE;
    if (!lyh_study_walk_survey(work->study, which, count_answers, &walk, cli->diags,
                               &cli->error))
        return false;
    for (size_t i = 0; i < documents; i++)
        take_topics(work, i, &walk);
    return true;
}

void survey_work_clear(survey_work *work)
{
    size_t questions =
        work->topics ? lyh_questions_count(lyh_study_questions(work->study)) : 0;
    for (size_t i = 0; i < questions; i++)
        g_free((lyh_topic *)work->topics[i].items);
    g_free(work->topics);
    if (work->labels)
        g_ptr_array_unref(work->labels);
}
