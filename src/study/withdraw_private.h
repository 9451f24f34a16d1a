/** What the files of withdraw share. */
#ifndef LYHORD_STUDY_WITHDRAW_PRIVATE_H
#define LYHORD_STUDY_WITHDRAW_PRIVATE_H

#include <lyhord/study/withdraw.h>

#include "changes.h"
#include "rows.h"
#include "study_private.h"

/* A document that holds words of the person. */
typedef struct withdrawn_document {
    char *name;
    size_t file;   /* index of the study's files */
    bool is_whole; /* nobody else speaks in it but interviewers */
    bool *turns;   /* a turn each: is it theirs? */
    size_t turn_count;
    GArray *spans; /* size_t pairs: their turns in code points */
    char *words;   /* their turns, a line each, folded; free() */
    char *rest;    /* the other turns, as words; free() */
} withdrawn_document;

struct lyh_withdrawal {
    lyh_study *study;
    char *id;
    size_t respondent;     /* index, or LYH_NONE when only rows are left of them */
    GHashTable *documents; /* name -> withdrawn_document */
    GPtrArray *order;      /* the same, in the order of reading */
    table_file *decisions; /* or NULL */
    GPtrArray *tables;     /* table_file: codings, transcripts.csv, respondents.csv */
    guint codings_count;   /* of these, codings */
    char *day;
    size_t events; /* of study.db that go */
    study_changes *changes;
    lyh_table *table;
};

/** So few bytes stand in anybody's words: a quote shorter than this tells nobody apart. */
#define WITHDRAW_LEAST_QUOTE 12

/** Find the person's words; decide which decisions quote only them. */
bool withdrawal_find_words(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error);

/** Mark the rows of every table that are about the person. */
bool withdrawal_find_rows(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error);

/** Plan what goes from study.db, where there is one. */
bool withdrawal_plan_store(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error);

/** Plan the new text of @document, in which others speak too. */
bool withdrawal_rewrite(lyh_withdrawal *withdrawal, const withdrawn_document *document,
                        lyh_diags *diags, lyh_error *error);

/** A row of the table. */
void withdrawal_tell(const lyh_withdrawal *withdrawal, const char *what, const char *name,
                     lyh_cell before, lyh_cell after);

/** Codes that the person took up, and what was made of the material before. */
void withdrawal_tell_tables(const lyh_withdrawal *withdrawal);

#endif
