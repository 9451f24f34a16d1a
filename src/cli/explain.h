/**
 * What the files of the command explain share: whose words a number is made of, which codings are
 * behind it, and why each counts or not.
 */
#ifndef LYHORD_CLI_EXPLAIN_H
#define LYHORD_CLI_EXPLAIN_H

#include <lyhord/study/tables.h>

#include "cell.h"

/** The persons a cell speaks of. */
typedef struct explain_people {
    const lyh_tally *tally;
    const lyh_respondents *respondents;
    const cli_cell *cell;
    size_t group;   /* printed, or LYH_NONE: by the value of the attribute, or everyone */
    bool *left_out; /* by respondent: not in the base of this table; NULL for nobody */
    bool is_hidden; /* no table prints this number: it points at somebody */
    lyh_tally_plan *plan; /* or NULL */
    lyh_tally_view view;
} explain_people;

/** False, after a diagnostic, when the attribute has no such value. Clear @people in either case. */
bool explain_people_init(explain_people *people, lyh_cli *cli, lyh_study *study,
                         const lyh_tally *tally, const cli_cell *cell);
void explain_people_clear(explain_people *people);

/** Is @respondent one of those whose words may be in the cell? In the base, and of the group. */
bool explain_people_has(const explain_people *people, size_t respondent);
/** From now on @respondent is none of them. */
void explain_people_leave_out(explain_people *people, size_t respondent);

/** Why a coding counts in a cell, or not; in the order in which they are asked. */
typedef enum explain_why {
    EXPLAIN_DUPLICATE, /* its words stand in the material already */
    EXPLAIN_NOBODY,    /* of nobody in the base */
    EXPLAIN_REJECTED,
    EXPLAIN_SUGGESTED, /* and nobody has decided */
    EXPLAIN_QUOTED,
    EXPLAIN_UNCLEAR,
    EXPLAIN_OTHER,
    EXPLAIN_MEASURE,   /* counted, but under another measure */
    EXPLAIN_NOT_ASKED, /* of somebody who was not asked about it */
    EXPLAIN_ELSEWHERE, /* said in answer to another question, or in another document */
    EXPLAIN_ONE_CODE,  /* the person did not take up the other code */
    EXPLAIN_APART,     /* no statement of the other code shares words with it */
    EXPLAIN_COUNTED,
    EXPLAIN_NOTHING /* no coding at all: the person did not take it up */
} explain_why;

/** "duplicate", "nobody" … : fixed words of the CSV format. */
const char *explain_why_name(explain_why why);

/** Of a coding of the cell's code, or of one below it, by somebody of the group or by nobody. */
explain_why explain_coding(const explain_people *people, const lyh_coding *coding,
                           bool is_repeated, bool with_suggested);

/** One coding behind a number, kept until all are there: they are shown person by person. */
typedef struct explained {
    size_t respondent; /* or LYH_NONE */
    char *document, *quote, *coder, *rule;
    size_t start, end; /* characters */
    lyh_coding coding;
    explain_why why;
    size_t statement; /* from 1; 0: of none that counts */
    size_t question;  /* of the guide, that its turn answers; or LYH_NONE */
    const char
        *where;     /* answer, elsewhere, unknown, not_asked; "" where nobody asks that */
    GString *meets; /* numbers of the places where it meets the other code; or NULL */
} explained;

typedef struct explain_table explain_table;

/** A number while it is explained; what is a pointer is lent but where it says else. */
typedef struct explaining {
    lyh_cli *cli;
    lyh_study *study;
    const explain_table *table;
    bool with_suggested;
    cli_cell cell;          /* cleared with it */
    size_t with;            /* the other code of a pair, or LYH_NONE */
    size_t question;        /* row of the guide, or LYH_NONE */
    size_t part;            /* of an interview, from 1; of the timeline alone */
    const char *only;       /* name of the only document or person, or NULL */
    lyh_tally *tally;       /* its own, as is the log */
    lyh_statement_log *log; /* of the same tally */
    lyh_study_guide *guide; /* its own; NULL where the table asks for none */
    lyh_tally_guide asked;
    explain_people people;
    GArray *rows; /* explained; its own */
    size_t statements;
} explaining;

void explaining_clear(explaining *all);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(explaining, explaining_clear)

/** A table whose numbers are made of codings. */
struct explain_table {
    const char *name, *arguments; /* as in the usage: "QUESTION CODE" */
    guint words;                  /* how many these are */
    /* understand the words. False: said */
    bool (*read)(explaining *all, char **words);
    /* after everything was counted: who is in the base, what is hidden; may be NULL. False: said */
    bool (*prepare)(explaining *all);
    /*
     * say where it was said, and why a coding that counts in the tally does not in this table; of somebody
     * without any the row is EXPLAIN_NOTHING. May be NULL
     */
    void (*judge)(const explaining *all, explained *row);
    /* when all rows are there; may be NULL */
    void (*finish)(explaining *all);
};

/** The codings behind the number that @words name in @table, as rows. */
void explain_codings(lyh_cli *cli, lyh_study *study, const explain_table *table,
                     char **words, bool with_suggested);

/** No table prints the number when fewer persons took up @code than the study's threshold. */
void explain_hide_rare(explaining *all, size_t code);

/** The statement of every coding that counts is one of the log: of one code, not of those above it. */
void explain_number_statements(explaining *all);

/** A coding that counts in the tally does not in this table: @why. */
void explained_leave_out(explained *row, explain_why why);

/** The code alone that @word names: of no measure and no group. False: said. */
bool explain_read_code(explaining *all, const char *word, size_t *code);

/** Tables of one code. */
extern const explain_table explain_cases, explain_documents, explain_persons, explain_tally,
    explain_weight;
/** Tables of pairs: themes of the same persons, and the typology. */
extern const explain_table explain_cooccurrence, explain_typology;
/** Where in the interviews a theme comes. */
extern const explain_table explain_timeline;
/** Tables of what was asked. */
extern const explain_table explain_asked, explain_questions;

/**
 * The persons behind the number of the survey of @study that @words name: a question and an alternative, a pooling
 * or a topic, with @BACKGROUND=VALUE behind it for those of a group alone.
 */
void explain_survey(lyh_cli *cli, lyh_study *study, char **words, bool with_suggested);

/** What every answer of explain says: that it is material, and what is hidden hidden. */
void explain_warn(lyh_cli *cli, bool is_hidden);

/**
 * Hold the files of @study in @folder, and those beside it, against the manifest at @path: a row a file,
 * same, changed, new, missing or unknown. True when all are the same; false also when cli->error is set.
 */
bool explain_manifest(lyh_cli *cli, const lyh_study *study, const char *folder,
                      const char *path);

#endif
