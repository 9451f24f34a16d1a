/** What the files of this folder share about an open study. */
#ifndef LYHORD_STUDY_STUDY_PRIVATE_H
#define LYHORD_STUDY_STUDY_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/decisions.h>
#include <lyhord/ingest/duplicates.h>
#include <lyhord/ingest/guide.h>
#include <lyhord/ingest/join.h>
#include <lyhord/study/study.h>

#include "../base/autoptr.h"
#include "../coding/autoptr.h"
#include "../corpus/autoptr.h"
#include "../language/autoptr.h"
#include "../tally/autoptr.h"
#include "autoptr.h"
#include "settings.h"
#include "told.h"

/* What a walk has found twice; what decisions.csv keeps is not among the sums. */
struct study_repeats {
    lyh_duplicates *duplicates;      /* of the walk at hand or the last; NULL before any */
    size_t passages, words, codings; /* left out of every count */
    bool is_told;
    bool
        is_over; /* in this process nothing is looked for: another has come to where that ends */
};

struct study_kept;

/* What the codebook was read of: the bytes, until somebody asks for the version that they are. */
typedef struct codebook_origin {
    lyh_bytes bytes;
    char version[LYH_CODEBOOK_VERSION_SIZE];
} codebook_origin;

struct lyh_study {
    lyh_study_options options;
    study_settings *settings;
    GPtrArray *files; /* char *: transcripts, sorted by name */
    GPtrArray *sets; /* char *: paths of sets of codings, sorted (lyhord/study/codings.h) */

    lyh_codebook *codebook;           /* or NULL */
    codebook_origin *codebook_origin; /* NULL: there is none */
    lyh_respondents *respondents;     /* never NULL */
    bool respondents_declared; /* respondents.csv was read: nobody else may turn up */
    size_t respondents_listed; /* in respondents.csv: those that turn up come after them */
    lyh_transcripts *transcripts; /* or NULL */
    lyh_csv *guide_csv;           /* or NULL */
    lyh_guide *guide;             /* what it holds, or NULL */
    lyh_decisions *decisions;     /* or NULL */
    size_t threshold;
    bool accepts_no_cells; /* while it is looked at what rows of decisions.csv change */

    lyh_vocabulary *vocabulary;
    lyh_dictionary *dictionary;
    lyh_lexicon *lexicon;
    lyh_compounds *compounds; /* made when first needed */
    lyh_objects *objects;     /* made when first needed */
    GByteArray *is_staff;     /* by respondent: STAFF_…; made with objects */
    lyh_matcher *matcher;     /* made when first needed */

    char *codings_path; /* once it is known */
    lyh_codings_file *people;
    struct study_repeats repeats;
    struct study_survey *survey; /* or NULL */
    struct study_kept *kept;     /* or NULL: walks keep nothing (kept.h) */
    told_transcripts *told;      /* of the transcripts read so far */
};

/** The path of @name in the study's folder when the file is there, else NULL; g_free(). */
char *study_path(const lyh_study *study, const char *name);

/** The path that `[privacy] names` gives, from the study's folder on, or NULL; g_free(). */
char *study_names_path(const lyh_study *study);

/**
 * The ids that a scan knows as the study's own, char *: those of respondents.csv, and while it declares nobody the
 * names of the transcripts. Whatever has been read so far, they are the same. g_ptr_array_unref().
 */
GPtrArray *study_scan_ids(const lyh_study *study);

/** Names of the study's documents, a set of char *; g_hash_table_unref(). */
GHashTable *study_document_names(const lyh_study *study);

/** The files in the study's codings/ folder, sorted, whether they are sets or exports; never NULL. */
GPtrArray *study_codings_files(const lyh_study *study);

/** Read a set of codings. NULL: see @diags and @error. */
lyh_codings_file *study_read_codings(lyh_study *study, const char *path, lyh_diags *diags,
                                     lyh_error *error);

/** Codings of a document that is not there any more would be lost without a word. @path: of @people. */
void study_check_documents_are_there(const lyh_study *study, const lyh_codings_file *people,
                                     const char *path, lyh_diags *diags);

/** Is @respondent of @study, a lyh_study, one of the service's own? For lyh_matcher_options. */
bool study_is_staff(const void *study, size_t respondent);

/** File @index as it is read, before anybody in it is looked up among the respondents. NULL: see @diags and @error. */
lyh_document *study_ingest(const lyh_study *study, size_t index, lyh_diags *diags,
                           lyh_error *error);

/** Transcripts that a walk goes over, from *@at to before @end; *@at is left where it stopped. */
typedef struct study_stretch {
    size_t *at;
    size_t end;
    bool while_comparing; /* no further than repeats are looked for */
} study_stretch;

/** What lyh_study_walk() does, in three: to begin, to go on over a stretch of the transcripts, to end. */
bool study_walk_begin(lyh_study *study, lyh_which which, lyh_diags *diags,
                      lyh_error *error);
void study_walk_on(lyh_study *study, lyh_which which, const study_stretch *stretch,
                   lyh_visitor visitor, void *user, lyh_diags *diags, lyh_error *first);
/** @errors: those there were before. */
bool study_walk_end(lyh_study *study, size_t errors, lyh_error *first, lyh_diags *diags,
                    lyh_error *error);
/** @first is what a walk fails with: the machine's trouble before people's mistakes. */
void study_take_trouble(lyh_error *first, const lyh_error *trouble);

/** Is the next transcript of the walk at hand still held against those before it? */
bool study_compares(const lyh_study *study);

/** The matcher, compiled at the first call. NULL: see @diags. */
lyh_matcher *study_matcher(lyh_study *study, lyh_diags *diags);

/**
 * Someone invited but not interviewed is no part of any base: say so, in one warning that names
 * the first of them, rather than leave them out silently.
 */
void study_note_absent(const lyh_study *study, const lyh_tally *tally, lyh_diags *diags);

/** Forget what an earlier walk found twice. */
void study_begin_repeats(lyh_study *study);

/**
 * Find what of @document stands in the material already, and take it out of @tokens: no rule
 * matches it and nothing counts it.
 */
void study_mark_repeats(lyh_study *study, lyh_document *document, lyh_tokens *tokens);

/** Move from @codings to @repeated, which is cleared, those that lie wholly in a repeat of @document. */
void study_drop_repeated(lyh_study *study, const lyh_document *document,
                         lyh_codings *codings, lyh_codings *repeated);

/** Say, once a study, how much was left out. */
void study_tell_repeats(lyh_study *study, lyh_diags *diags);

/** Warn of every repeat from number @known on, all of @document, and move @known behind them. */
void study_name_repeats(const lyh_study *study, const lyh_document *document, size_t *known,
                        lyh_diags *diags);

#endif
