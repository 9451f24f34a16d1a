#include "asked_groups.h"
#include "questions.h"

/* Where one person brought one code up. */
typedef enum where_said {
    WHERE_ASKED = 1,    /* in answer to a question about it */
    WHERE_ELSEWHERE = 2 /* in answer to another */
} where_said;

/* How many of those who were asked brought a code up where. */
typedef struct asked_counts {
    size_t in_answer, elsewhere_too, only_elsewhere, place_unknown;
} asked_counts;

/* What is known while the table is made; person × code is kept for codes that are asked about. */
typedef struct asked_table {
    lyh_tally *tally;
    const lyh_tally_view *view;
    const lyh_tally_guide *guide;
    GHashTable *where; /* person · codes + code + 1 -> where_said + 1 */
    bool *
        is_asked; /* question · codes + code: does the question ask about it, or about one below it? */
    size_t codes;
    lyh_table *table;
    bool has_hidden;
} asked_table;

static gpointer key_of(const asked_table *filling, size_t person, size_t code)
{
    return GSIZE_TO_POINTER(person * filling->codes + code + 1);
}

static size_t said_where(const asked_table *filling, size_t person, size_t code)
{
    gpointer found = g_hash_table_lookup(filling->where, key_of(filling, person, code));
    return found ? GPOINTER_TO_SIZE(found) - 1 : 0;
}

static void note_where(const asked_table *filling, const lyh_logged_statement *said)
{
    size_t where = 0;
    if (said->question != LYH_NONE)
        where = lyh_tally_question_asks(
                    filling->tally, &filling->guide->questions[said->question], said->code)
                    ? WHERE_ASKED
                    : WHERE_ELSEWHERE;
    const GArray *lineage = tally_lineage(filling->tally, said->code);
    for (guint i = 0; i < lineage->len; i++) {
        size_t code = g_array_index(lineage, size_t, i);
        size_t all = said_where(filling, said->respondent, code) | where;
        g_hash_table_insert(filling->where, key_of(filling, said->respondent, code),
                            GSIZE_TO_POINTER(all + 1));
    }
}

static void find_asked(asked_table *filling)
{
    const lyh_tally_guide *guide = filling->guide;
    for (size_t question = 0; question < guide->count; question++)
        for (size_t code = 0; code < filling->codes; code++)
            filling->is_asked[question * filling->codes + code] =
                lyh_tally_question_concerns(filling->tally, &guide->questions[question],
                                            code);
}

static bool was_asked(const asked_table *filling, size_t person, size_t code)
{
    for (size_t question = 0; question < filling->guide->count; question++)
        if (filling->is_asked[question * filling->codes + code] &&
            lyh_statement_log_got(filling->guide->log, person, question))
            return true;
    return false;
}

static void count_person(const asked_table *filling, size_t person, size_t code,
                         asked_counts *counts)
{
    size_t where = said_where(filling, person, code);
    bool has_said = lyh_tally_said(filling->tally, person, code, LYH_MEASURE_ANY);
    counts->in_answer += (where & WHERE_ASKED) != 0;
    counts->elsewhere_too += where == (WHERE_ASKED | WHERE_ELSEWHERE);
    counts->only_elsewhere += where == WHERE_ELSEWHERE;
    counts->place_unknown += has_said && where == 0;
}

bool lyh_tally_was_asked(const lyh_tally *tally, const lyh_tally_guide *guide,
                         size_t respondent, size_t code)
{
    for (size_t i = 0; i < guide->count; i++)
        if (lyh_statement_log_got(guide->log, respondent, i) &&
            lyh_tally_question_concerns(tally, &guide->questions[i], code))
            return true;
    return false;
}

/* Persons of the base who were asked about @code; what they said of it is added up. */
static size_t count_asked(const asked_table *filling, size_t code, asked_counts *counts)
{
    size_t asked = 0;
    for (size_t i = 0; i < lyh_respondents_count(filling->tally->respondents); i++) {
        if (!lyh_tally_has(filling->tally, i) || !was_asked(filling, i, code))
            continue;
        asked++;
        count_person(filling, i, code, counts);
    }
    return asked;
}

static bool is_asked_by_any(const asked_table *filling, size_t code)
{
    for (size_t question = 0; question < filling->guide->count; question++)
        if (filling->is_asked[question * filling->codes + code])
            return true;
    return false;
}

enum { FIGURES = 4 };

static void set_figures(asked_table *filling, size_t row, size_t asked,
                        const asked_counts *counts, bool is_hidden)
{
    size_t without = lyh_tally_base(filling->tally) - asked;
    bool is_few = without > 0 && without < filling->view->threshold;
    const lyh_cell cells[FIGURES] = {
        is_hidden ? lyh_cell_hidden() : lyh_cell_of(counts->in_answer, asked),
        is_hidden ? lyh_cell_hidden() : lyh_cell_of(counts->elsewhere_too, asked),
        is_few ? lyh_cell_hidden() : lyh_cell_of(counts->only_elsewhere, asked),
        is_few ? lyh_cell_hidden() : lyh_cell_of(counts->place_unknown, asked),
    };
    filling->has_hidden |= is_hidden || is_few;
    for (size_t i = 0; i < FIGURES; i++)
        lyh_table_set_cell(filling->table, row, i + 2, cells[i]);
}

static void add_code(asked_table *filling, size_t code, size_t asked,
                     const asked_counts *counts, bool is_hidden, bool are_all_hidden)
{
    size_t row = lyh_table_add_row(filling->table);
    bool is_too_few =
        lyh_print_level_of(asked, filling->view->threshold) == LYH_PRINT_NOTHING;
    bool is_empty = is_too_few || are_all_hidden;
    const lyh_cell nothing = asked == 0 ? lyh_cell_not_asked() : lyh_cell_hidden();
    lyh_table_set_cell(filling->table, row, 0,
                       lyh_cell_text(tables_label_of(filling->tally, code)));
    lyh_table_set_cell(filling->table, row, 1,
                       is_too_few ? nothing
                                  : lyh_cell_of(asked, lyh_tally_base(filling->tally)));
    for (size_t i = 0; is_empty && i < FIGURES; i++)
        lyh_table_set_cell(filling->table, row, i + 2, nothing);
    filling->has_hidden |= are_all_hidden;
    if (!is_empty)
        set_figures(filling, row, asked, counts, is_hidden);
}

/* The same bounds for all: codes are asked about by different questions, each with those it lacks. */
static bool tells_of_the_few(const asked_table *filling, size_t code, size_t asked,
                             size_t in_answer)
{
    g_autofree size_t *counts = g_new0(size_t, filling->codes);
    counts[code] = in_answer;
    g_autofree bool *hidden =
        questions_hide(filling->tally, filling->view->threshold, asked, counts);
    return hidden[code];
}

bool lyh_tally_asked_hides(const lyh_tally *tally, const lyh_tally_view *view,
                           const lyh_tally_guide *guide, size_t code)
{
    size_t persons = lyh_respondents_count(tally->respondents);
    g_autofree bool *asked = g_new0(bool, persons + 1);
    for (size_t i = 0; i < persons; i++)
        asked[i] = lyh_tally_has(tally, i) && lyh_tally_was_asked(tally, guide, i, code);
    return asked_groups_tell(tally, guide->beside, code, asked, guide, view->threshold);
}

static void add_codes(asked_table *filling)
{
    for (size_t code = 0; code < filling->codes; code++) {
        if (!is_asked_by_any(filling, code))
            continue;
        asked_counts counts = { 0 };
        size_t asked = count_asked(filling, code, &counts);
        add_code(
            filling, code, asked, &counts,
            tells_of_the_few(filling, code, asked, counts.in_answer),
            lyh_tally_asked_hides(filling->tally, filling->view, filling->guide, code));
    }
}

static void add_columns(const lyh_catalog *catalog, lyh_table *table)
{
    lyh_table_add_column(table, "code", lyh_trc(catalog, "heading", "Theme"));
    lyh_table_add_column(table, "asked",
                         lyh_trc(catalog, "heading", "were asked about it"));
    lyh_table_add_column(table, "in_answer",
                         lyh_trc(catalog, "heading", "brought it up in answer"));
    lyh_table_add_column(table, "elsewhere_too",
                         lyh_trc(catalog, "heading", "and elsewhere too"));
    lyh_table_add_column(table, "only_elsewhere",
                         lyh_trc(catalog, "heading", "only elsewhere"));
    lyh_table_add_column(table, "place_unknown",
                         lyh_trc(catalog, "heading", "not known where"));
}

static void label(const asked_table *filling)
{
    const lyh_catalog *catalog = filling->view->catalog;
    tables_set_parts(filling->tally, filling->view,
                     lyh_tr(catalog, "Asked about, or brought up unasked"),
                     lyh_tr(catalog, "persons who took up the theme, of those in whose "
                                     "transcript a question about it is found"),
                     filling->table);
    lyh_table_add_note(filling->table,
                       lyh_tr(catalog,
                              "What a person brings up without being asked weighs "
                              "more than an answer. – no question about it is found "
                              "in any transcript."));
    if (filling->has_hidden)
        questions_note_hidden(filling->view, filling->table);
    questions_note_tied(filling->guide, catalog, filling->table);
}

lyh_table *lyh_tally_asked_table(lyh_tally *tally, const lyh_tally_view *view,
                                 const lyh_tally_guide *guide)
{
    size_t codes = lyh_codebook_count(tally->codebook);
    g_autoptr(GHashTable) where = g_hash_table_new(NULL, NULL);
    g_autofree bool *is_asked = g_new0(bool, guide->count *codes + 1);
    asked_table filling = {
        tally, view, guide, where, is_asked, codes, lyh_table_new("asked"), false
    };
    find_asked(&filling);
    for (size_t i = 0; i < lyh_statement_log_count(guide->log); i++) {
        const lyh_logged_statement *said = lyh_statement_log_at(guide->log, i);
        if (lyh_tally_has(tally, said->respondent))
            note_where(&filling, said);
    }
    add_columns(view->catalog, filling.table);
    if (!tables_are_hidden(tally, view))
        add_codes(&filling);
    label(&filling);
    return filling.table;
}
