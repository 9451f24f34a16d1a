/* What figures find: sentences made of the numbers that their tables show. */
#include "figures.h"

#include <string.h>

/* A cell among the others, and how large a part of everybody it tells of. */
typedef struct found_cell {
    size_t row, column;
    double share; /* below 0: none was found */
} found_cell;

static bool is_count(const lyh_cell *cell)
{
    return cell->kind == LYH_CELL_OF && cell->base > 0;
}

static double share_in(const lyh_cell *cell)
{
    return (double)cell->number / (double)cell->base;
}

/* The label of a row without the dashes that show what it is below, as it stands in a sentence. */
static char *name_of_row(const lyh_table *table, size_t row)
{
    const char *label = lyh_table_cell(table, row, 0)->text;
    while (g_str_has_prefix(label, FIGURE_BELOW))
        label += strlen(FIGURE_BELOW);
    return label_inside(label);
}

static char *share_of_cell(const lyh_cli *cli, const lyh_cell *cell)
{
    return share_of(cli, (size_t)cell->number, (size_t)cell->base);
}

/* The largest of the counts in columns whose names begin with @lead; @share below 0 when nobody is counted. */
static found_cell largest_of(const lyh_table *table, const char *lead)
{
    found_cell found = { 0, 0, -1 };
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        for (size_t column = 1; column < lyh_table_column_count(table); column++) {
            const lyh_cell *cell = lyh_table_cell(table, row, column);
            if (is_count(cell) && cell->number > 0 && share_in(cell) > found.share &&
                g_str_has_prefix(lyh_table_column_name(table, column), lead))
                found = (found_cell){ row, column, share_in(cell) };
        }
    }
    return found;
}

/* The largest number of a square or of parts, below the diagonal of the first. */
static found_cell largest_number(const lyh_table *table, bool is_square)
{
    int64_t most = 0;
    found_cell found = { 0, 0, -1 };
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        size_t columns = is_square ? row + 1 : lyh_table_column_count(table);
        for (size_t column = 1; column < columns; column++) {
            const lyh_cell *cell = lyh_table_cell(table, row, column);
            if (cell->kind != LYH_CELL_COUNT || cell->number <= most)
                continue;
            most = cell->number;
            found = (found_cell){ row, column, 1 };
        }
    }
    return found;
}

/* ---- groups ---- */

typedef struct difference {
    size_t row, high, low; /* columns */
    double size;
} difference;

/* Between which groups the row differs most. */
static difference difference_in(const lyh_table *table, size_t row)
{
    difference found = { .row = row };
    size_t groups = 0;
    for (size_t column = 1; column < lyh_table_column_count(table); column++) {
        const lyh_cell *cell = lyh_table_cell(table, row, column);
        if (!is_count(cell) || strcmp(lyh_table_column_name(table, column), "all") == 0)
            continue;
        if (groups++ == 0)
            found.high = found.low = column;
        if (share_in(cell) > share_in(lyh_table_cell(table, row, found.high)))
            found.high = column;
        if (share_in(cell) < share_in(lyh_table_cell(table, row, found.low)))
            found.low = column;
    }
    if (groups > 1)
        found.size = share_in(lyh_table_cell(table, row, found.high)) -
                     share_in(lyh_table_cell(table, row, found.low));
    return found;
}

static char *group_with_count(const lyh_cli *cli, const lyh_table *table, size_t row,
                              size_t column)
{
    const lyh_cell *cell = lyh_table_cell(table, row, column);
    g_autofree char *count = g_strdup_printf(lyh_tr(cli->catalog, "%zu of %zu"),
                                             (size_t)cell->number, (size_t)cell->base);
    return g_strdup_printf("%s %s", lyh_table_heading(table, column), count);
}

static bool hides_some(const lyh_table *table)
{
    for (size_t row = 0; row < lyh_table_row_count(table); row++)
        for (size_t column = 1; column < lyh_table_column_count(table); column++)
            if (lyh_table_cell(table, row, column)->kind == LYH_CELL_HIDDEN)
                return true;
    return false;
}

/* Of what is hidden, or left out, nobody may conclude that it differs less. */
static const char *difference_among(const figure_job *job, const lyh_table *table)
{
    const lyh_catalog *catalog = job->cli->catalog;
    if (job->is_of_main_themes)
        return hides_some(table)
                   ? lyh_tr(catalog, "The groups differ most, of the main themes that can "
                                     "be shown")
                   : lyh_tr(catalog, "The groups differ most, of the main themes");
    return hides_some(table)
               ? lyh_tr(catalog, "The groups differ most, of what can be shown")
               : lyh_tr(catalog, "The groups differ most");
}

static char *finding_of_groups(const figure_job *job, const lyh_table *table)
{
    difference most = { 0 };
    for (size_t row = 0; row < lyh_table_row_count(table); row++) {
        const difference found = difference_in(table, row);
        if (found.size > most.size)
            most = found;
    }
    if (most.size <= 0)
        return NULL;
    g_autofree char *name = name_of_row(table, most.row);
    g_autofree char *high = group_with_count(job->cli, table, most.row, most.high);
    g_autofree char *low = group_with_count(job->cli, table, most.row, most.low);
    return g_strdup_printf("%s: %s – %s, %s", difference_among(job, table), name, high,
                           low);
}

/* ---- everyone together ---- */

static char *share_of_number(const figure_job *job, const lyh_table *table,
                             const found_cell *found)
{
    const lyh_cell *cell = lyh_table_cell(table, found->row, found->column);
    return share_of(job->cli, (size_t)cell->number, lyh_tally_base(job->tally));
}

static char *finding_of_pairs(const figure_job *job, const lyh_table *table)
{
    const found_cell found = largest_number(table, true);
    if (found.share < 0)
        return NULL;
    g_autofree char *one = name_of_row(table, found.column - 1);
    g_autofree char *other = name_of_row(table, found.row);
    g_autofree char *share = share_of_number(job, table, &found);
    return g_strdup_printf(lyh_tr(job->cli->catalog, "%1$s took up both %2$s and %3$s"),
                           share, one, other);
}

static const char *ordinal(const lyh_catalog *catalog, size_t part)
{
    switch (part) {
    case 1:
        return lyh_trc(catalog, "tenth", "first");
    case 2:
        return lyh_trc(catalog, "tenth", "second");
    case 3:
        return lyh_trc(catalog, "tenth", "third");
    case 4:
        return lyh_trc(catalog, "tenth", "fourth");
    case 5:
        return lyh_trc(catalog, "tenth", "fifth");
    case 6:
        return lyh_trc(catalog, "tenth", "sixth");
    case 7:
        return lyh_trc(catalog, "tenth", "seventh");
    case 8:
        return lyh_trc(catalog, "tenth", "eighth");
    case 9:
        return lyh_trc(catalog, "tenth", "ninth");
    default:
        return lyh_trc(catalog, "tenth", "last");
    }
}

static char *finding_of_timeline(const figure_job *job, const lyh_table *table)
{
    const found_cell found = largest_number(table, false);
    if (found.share < 0)
        return NULL;
    g_autofree char *name = name_of_row(table, found.row);
    g_autofree char *share = share_of_number(job, table, &found);
    return g_strdup_printf(
        lyh_tr(job->cli->catalog, "%1$s took up %2$s in the %3$s tenth of the interview"),
        share, name, ordinal(job->cli->catalog, found.column));
}

static char *finding_of_typology(const figure_job *job, const lyh_table *table)
{
    const found_cell found = largest_of(table, "");
    if (found.share < 0)
        return NULL;
    g_autofree char *row = name_of_row(table, found.row);
    g_autofree char *column = label_inside(lyh_table_heading(table, found.column - 1));
    g_autofree char *share =
        share_of_cell(job->cli, lyh_table_cell(table, found.row, found.column));
    return g_strdup_printf(
        lyh_tr(job->cli->catalog, "%1$s said something of both %2$s and %3$s"), share, row,
        column);
}

static size_t most_said(const figure_job *job)
{
    size_t most = LYH_NONE;
    for (size_t i = 0; i < lyh_codebook_count(lyh_study_codebook(job->study)); i++)
        if (most == LYH_NONE || lyh_tally_persons(job->tally, i, job->measure) >
                                    lyh_tally_persons(job->tally, most, job->measure))
            most = i;
    return most;
}

/* The most said code is the finding when nobody has written a better one. */
static char *finding_of_counts(const figure_job *job)
{
    size_t told = job->code == LYH_NONE ? most_said(job) : job->code;
    if (told == LYH_NONE)
        return NULL;
    return finding_of(job->cli, lyh_codebook_code(lyh_study_codebook(job->study), told),
                      job->measure, lyh_tally_persons(job->tally, told, job->measure),
                      lyh_tally_base(job->tally));
}

char *figure_finding(const figure_job *job, const char *kind, const lyh_table *table)
{
    if (strcmp(kind, "samforekomst") == 0)
        return finding_of_pairs(job, table);
    if (strcmp(kind, "tidslinje") == 0)
        return finding_of_timeline(job, table);
    if (strcmp(kind, "typologi") == 0)
        return finding_of_typology(job, table);
    char *of_groups = figure_compares_groups(kind) && job->code == LYH_NONE
                          ? finding_of_groups(job, table)
                          : NULL;
    return of_groups ? of_groups : finding_of_counts(job);
}

/* ---- a survey ---- */

/* An answer, or several that questions.csv pools, and how large a part of those who answered gave it. */
typedef struct found_answer {
    size_t question;
    const lyh_pooling *pooling; /* NULL: of one alternative */
    size_t alternative;
    size_t persons, base;
} found_answer;

static bool is_larger(const found_answer *answer, const found_answer *than)
{
    return answer->persons > 0 &&
           (than->base == 0 || (double)answer->persons / (double)answer->base >
                                   (double)than->persons / (double)than->base);
}

/* Pooled answers of some steps of the scale, and not of what is no step. */
static bool is_a_side(const lyh_question *question, const lyh_pooling *pooling)
{
    bool leaves_some = false;
    for (size_t i = 0; i < question->alternative_count; i++) {
        if (question->alternatives[i].is_outside && pooling->holds[i])
            return false;
        leaves_some |= !question->alternatives[i].is_outside && !pooling->holds[i];
    }
    return leaves_some;
}

static void look_at_poolings(const survey_work *work, size_t index, found_answer *best)
{
    const lyh_question *question =
        lyh_questions_at(lyh_survey_questions(work->survey), index);
    for (size_t i = 0; i < question->pooling_count; i++) {
        const lyh_pooling *pooling = &question->poolings[i];
        const found_answer answer = {
            .question = index,
            .pooling = pooling,
            .persons = lyh_survey_count_pooled(work->survey, index, pooling->holds),
            .base = lyh_survey_base(work->survey, index),
        };
        if (is_a_side(question, pooling) && is_larger(&answer, best))
            *best = answer;
    }
}

static void look_at_steps(const survey_work *work, size_t index, found_answer *best)
{
    const lyh_question *question =
        lyh_questions_at(lyh_survey_questions(work->survey), index);
    for (size_t i = 0; i < question->alternative_count; i++) {
        const found_answer answer = {
            .question = index,
            .alternative = i,
            .persons = lyh_survey_count_alternative(work->survey, index, i),
            .base = lyh_survey_base(work->survey, index),
        };
        if (!question->alternatives[i].is_outside && is_larger(&answer, best))
            *best = answer;
    }
}

/* “Instämmer helt” or “Instämmer delvis”. */
static char *words_of(const lyh_cli *cli, const lyh_question *question,
                      const found_answer *answer)
{
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < question->alternative_count; i++) {
        if (answer->pooling ? !answer->pooling->holds[i] : i != answer->alternative)
            continue;
        if (words->len)
            g_string_append_printf(words, " %s ", lyh_trc(cli->catalog, "answers", "or"));
        g_string_append_printf(words, lyh_tr(cli->catalog, "“%s”"),
                               question->alternatives[i].text);
    }
    return g_string_free(words, FALSE);
}

static found_answer answer_found(const survey_work *work, const size_t *questions,
                                 size_t count)
{
    found_answer best = { 0 };
    for (int pooled = 1; pooled >= 0 && best.base == 0; pooled--)
        for (size_t i = 0; i < count; i++)
            if (lyh_survey_base(work->survey, questions[i]) >= work->view.threshold)
                (pooled ? look_at_poolings : look_at_steps)(work, questions[i], &best);
    return best;
}

char *figure_scale_finding(const survey_work *work, const size_t *questions, size_t count)
{
    const lyh_cli *cli = work->cli;
    const found_answer best = answer_found(work, questions, count);
    if (best.base == 0)
        return NULL;
    const lyh_question *question =
        lyh_questions_at(lyh_survey_questions(work->survey), best.question);
    g_autofree char *words = words_of(cli, question, &best);
    g_autofree char *share = share_of(cli, best.persons, best.base);
    return g_strdup_printf(lyh_tr(cli->catalog, "%1$s answered %2$s to question %3$s"),
                           share, words, question->name);
}

char *figure_answer_finding(const survey_work *work, size_t question, double *share)
{
    const lyh_cli *cli = work->cli;
    const found_answer best = answer_found(work, &question, 1);
    *share = best.base > 0 ? (double)best.persons / (double)best.base : 0;
    if (best.base == 0)
        return NULL;
    g_autofree char *words = words_of(
        cli, lyh_questions_at(lyh_survey_questions(work->survey), question), &best);
    g_autofree char *persons = share_of(cli, best.persons, best.base);
    return g_strdup_printf(lyh_tr(cli->catalog, "%1$s answered %2$s."), persons, words);
}

char *figure_scale_note(const survey_work *work, const size_t *questions, size_t count)
{
    const found_answer best = answer_found(work, questions, count);
    if (best.base == 0)
        return NULL;
    const lyh_question *question =
        lyh_questions_at(lyh_survey_questions(work->survey), best.question);
    return g_strdup_printf(
        lyh_tr(work->cli->catalog, "%1$s, question %2$s: %3$zu of %4$zu."),
        best.pooling ? best.pooling->rule : question->alternatives[best.alternative].text,
        question->name, best.persons, best.base);
}
