/**
 * What the files of `import` share: a plan, made whole in memory before anything is written.
 *
 * Nothing that stands in the study is ever written over: texts come in as new transcripts, rows are put
 * behind those there are, and a codebook that is there already gets a proposal beside it.
 */
#ifndef LYHORD_CLI_IMPORT_H
#define LYHORD_CLI_IMPORT_H

#include <lyhord/coding/decisions.h>
#include <lyhord/store/refi_read.h>

#include "../table/autoptr.h"
#include "exchange.h"

/** A text that codings are about: a transcript of the study, or one to be made. */
typedef struct import_text {
    lyh_document *document; /* NULL: it could not be read */
    /* what a reader of transcripts makes of the source's text, when that is the document's; or NULL */
    lyh_document *through;
    lyh_tokens *tokens;
    lyh_refi_text
        *source; /* the text as it came, on its way to the document's; NULL for CSV */
    bool is_new; /* no transcript of the study's yet */
    size_t lead,
        own_lead; /* white space before the first word: of the source's text, the document's */
} import_text;

/** A coder's codings that are to come: of one text. */
typedef struct import_batch {
    const char *coder;
    size_t text;          /* of the plan's texts */
    lyh_codings *codings; /* to come */
    lyh_codings *known;   /* those, and what the coder has in the text already */
} import_batch;

/** A file to be written, whole. */
typedef struct import_write {
    char *path, *bytes;
    size_t size;
} import_write;

typedef struct import_plan {
    lyh_cli *cli;
    lyh_study *study;
    const char *folder;
    const char *name; /* of the file that is imported */
    GStringChunk *strings;
    lyh_refi *project;            /* whose strings the events borrow; NULL: none */
    GPtrArray *texts;             /* import_text * */
    GArray *batches;              /* import_batch */
    GArray *writes;               /* import_write, in the order they are to be written */
    exchange_coders there;        /* the codings the study has */
    lyh_codebook *made;           /* codes that came in, where the study has none */
    const lyh_codebook *codebook; /* whose codes the codings have, or NULL */
    GArray *code_of;        /* size_t by the project's codes: of codebook, or LYH_NONE */
    GPtrArray *code_names;  /* char * by the project's codes: what they are called here */
    lyh_table *table;       /* what will be done, for people to see */
    GArray *events;         /* lyh_event, for study.db; strings are the plan's */
    void *decided;          /* what events of decisions together lend from */
    bool has_store;         /* the study has a study.db: codings become events */
    lyh_codebook *proposed; /* what codebook-refi.csv will hold, or NULL */
    /* codings that do not come in, or not as they were, and why */
    size_t doubles, outside, cut, unknown_code, doubted, lost, uncoded, whole, open;
} import_plan;

/** A row of the table of what will be done. */
void import_tell(import_plan *plan, const char *what, const char *name, size_t count,
                 const char *how);
/** A file to be written; @bytes is taken over. */
void import_write_later(import_plan *plan, const char *name, char *bytes, size_t size);
/** Is there a file of that name in the study? */
bool import_has(const import_plan *plan, const char *name);

/** Codes: names made fit, codebook.csv or a proposal beside it, and which of the study's each is. */
bool import_codes(import_plan *plan, const lyh_refi *project);
/** Sources: which transcript each is, or a new one. */
bool import_texts(import_plan *plan, const lyh_refi *project);
/** Selections with codes, as codings of respondents' turns. */
bool import_selections(import_plan *plan, const lyh_refi *project,
                       const lyh_refi_positions *positions);
/** Cases and what variables say of them: rows of respondents.csv and transcripts.csv. */
bool import_people(import_plan *plan, const lyh_refi *project);
/** The codings of a codings file. */
bool import_rows(import_plan *plan, const char *path);
/** The batches as rows behind codings/NAME.csv, or as files of their own. */
bool import_codings(import_plan *plan);
/**
 * The batches, and the notes of the plan's project, as events for study.db. What was decided together there
 * already is not decided anew by a file. Once a plan, when all files are read. False: cli->error is set.
 */
bool import_plan_events(import_plan *plan);
/** Write those, as the import @id. False: cli->error is set, and none is written. */
bool import_append_events(import_plan *plan, lyh_event_id id);
/** A new id. */
lyh_event_id import_id(void);
/** An id for @event, and @at as its time. */
void import_fill_event(lyh_event *event, const char *at);

/** Say what of @project does not come in, and what was made of its positions. */
void import_tell_losses(import_plan *plan, const lyh_refi *project,
                        const lyh_refi_positions *positions);

/** decisions.csv of the study, or NULL when it has none. lyh_decisions_free(). */
lyh_decisions *import_decisions(const import_plan *plan);

/** The journal of another study, @path, into this one's, as the import @id. */
bool import_join(import_plan *plan, const char *path, lyh_event_id id);

/** Is such a coding there already, or planned? Adds it to the batch of @coder when it is not. */
void import_add_coding(import_plan *plan, const char *coder, size_t text,
                       lyh_coding coding);

/** A text of the plan for the study's transcript @index. LYH_NONE when it cannot be read. */
size_t import_add_text(import_plan *plan, size_t index);

#endif
