/**
 * Checklists that journals ask for, with what the study's files tell already filled in.
 *
 * COREQ: Tong, Sainsbury and Craig 2007, 32 items. SRQR: O'Brien et al. 2014, 21 items. Items are
 * called as published; what they ask is told in words of our own. What no file tells stays open, with
 * who would know: nothing is guessed.
 */
#ifndef LYHORD_CLI_CHECKLIST_H
#define LYHORD_CLI_CHECKLIST_H

#include "compose.h"

/** One item; a heading of the list when @number is NULL. */
typedef struct checklist_item {
    const char *number;
    const char *name;     /* as published, in English */
    const char *question; /* msgid: what it asks */
    /* what the files tell, g_free(), or NULL when they tell nothing this time; may be NULL */
    char *(*known)(const report_material *material);
    const char *who; /* msgid: who can tell the rest; NULL when nothing is left to tell */
} checklist_item;

typedef struct checklist {
    const char *title;  /* "COREQ" */
    const char *source; /* the article, in full */
    const checklist_item *items;
    size_t count;
} checklist;

extern const checklist checklist_coreq, checklist_srqr;

/** @list as a document to fill in. lyh_report_free(). */
lyh_report *checklist_compose(const checklist *list, const report_material *material);

/* What the files tell, for items of both lists. */
char *known_agreement(const report_material *material);
char *known_approach(const report_material *material);
char *known_base(const report_material *material);
char *known_chapters(const report_material *material);
char *known_coders(const report_material *material);
char *known_codebook(const report_material *material);
char *known_commissioner(const report_material *material);
char *known_context(const report_material *material);
char *known_dropouts(const report_material *material);
char *known_ethics(const report_material *material);
char *known_few(const report_material *material);
char *known_groups(const report_material *material);
char *known_guide(const report_material *material);
char *known_length(const report_material *material);
char *known_limits(const report_material *material);
char *known_listeners(const report_material *material);
char *known_processing(const report_material *material);
char *known_program(const report_material *material);
char *known_question(const report_material *material);
char *known_quotes(const report_material *material);
char *known_repeats(const report_material *material);
char *known_sampling(const report_material *material);
char *known_summary(const report_material *material);
char *known_title(const report_material *material);
char *known_trace(const report_material *material);

#endif
