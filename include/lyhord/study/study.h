/**
 * A study: the files of one folder, or loose files, and the left half of the way run over them.
 *
 * Opening reads what is small (settings, codebook, respondents, decisions) and lists the
 * transcripts. Transcripts are read one at a time and freed again, so memory does not grow with
 * the corpus.
 */
#ifndef LYHORD_STUDY_STUDY_H
#define LYHORD_STUDY_STUDY_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/coding/codings_csv.h>
#include <lyhord/coding/matcher.h>
#include <lyhord/corpus/respondents.h>
#include <lyhord/ingest/ingest.h>
#include <lyhord/language/compounds.h>
#include <lyhord/quotes/quotes.h>
#include <lyhord/tally/tally.h>

/** What a study is opened from. A path that is NULL is the folder's own file, where it has one. */
typedef struct lyh_study_options {
    const char *folder; /* the study folder, or NULL: loose files only */
    const char *codebook, *respondents, *guide;
    const char *survey, *questions; /* lyhord/study/survey.h */
    const char *const *files;       /* transcripts; none: those of the folder */
    size_t file_count;

    bool all_roles;      /* rules are matched in every turn, not only respondents' */
    lyh_judging judging; /* by the study's own rules */
    bool is_plain;       /* documents without turns (lyh_ingest_options) */
    bool shows_text;     /* messages may hold what a finding found: somebody asked for it */
    bool lists_doubts;   /* lyh_study_check() names each place that is worth a look */
    bool allow_missing;  /* a transcript whose person respondents.csv lacks is no error */

    const char *dictionary;     /* its path, see lyh_dictionary_new() */
    lyh_clock clock;            /* bounds regexes */
    const lyh_catalog *catalog; /* language of what is printed */

    /** Called before each transcript of a long walk; may be NULL. */
    void (*progress)(void *user, size_t done, size_t count);
    void *progress_user;
} lyh_study_options;

typedef struct lyh_study lyh_study;

/**
 * Open what @options name. All mistakes of all files go to @diags in one run. NULL when there are errors
 * (@error is LYH_ERROR_DATA) or the machine fails. Strings of @options must outlive the study.
 * Free with lyh_study_free().
 */
lyh_study *lyh_study_open(const lyh_study_options *options, lyh_diags *diags,
                          lyh_error *error);
/** NULL is fine. */
void lyh_study_free(lyh_study *study);

/** The folder with lyhord.ini that is @start or above it, as git finds a repository; free(); or NULL. */
char *lyh_study_find(const char *start);

/** A setting of `[study]`, e.g. "title"; "" when it is not set. Lent. */
const char *lyh_study_setting(const lyh_study *study, const char *key);
/** How many persons `[study] population` or `invited` (@key) says; 0 when it is not set. */
size_t lyh_study_number(const lyh_study *study, const char *key);

/** A setting of `[report]`: "form", "asides"; "" when it is not set. Lent. */
const char *lyh_study_report_setting(const lyh_study *study, const char *key);

/** The attribute that `[groups] by` says the report shows groups by; "" when it says none. Lent. */
const char *lyh_study_group_by(const lyh_study *study);

/** NULL when the study has none. */
const lyh_codebook *lyh_study_codebook(const lyh_study *study);
/** Hexadecimal digits of a codebook's version, the SHA-256 of its file, and the zero behind them. */
#define LYH_CODEBOOK_VERSION_SIZE 65
/** The version that lyh_study_codebook() was read of, whatever lies on the disk by now; "" without one. Lent. */
const char *lyh_study_codebook_held(const lyh_study *study);
const lyh_respondents *lyh_study_respondents(const lyh_study *study);
/** How the study's own rules are compiled: whose turns, whose objects, who is staff. */
lyh_matcher_options lyh_study_matcher_options(lyh_study *study);
/**
 * The rules of another @codebook, such as an earlier one, compiled as the study's own are: what they
 * find in its documents can be compared. NULL: see @diags. Borrows both; lyh_matcher_free().
 */
lyh_matcher *lyh_study_matcher_of(lyh_study *study, const lyh_codebook *codebook,
                                  lyh_diags *diags);
/** Questions of guide.csv; 0 without one. */
size_t lyh_study_question_count(const lyh_study *study);
/** The number people gave question @index (from 0) of guide.csv; "" when there is none. Lent. */
const char *lyh_study_question(const lyh_study *study, size_t index);
/** Its text, and the section it belongs to; "" when there is none. Lent. */
const char *lyh_study_question_text(const lyh_study *study, size_t index);
const char *lyh_study_question_section(const lyh_study *study, size_t index);
lyh_vocabulary *lyh_study_vocabulary(lyh_study *study);
lyh_lexicon *lyh_study_lexicon(lyh_study *study);
/** Compounds over that lexicon, without probes: for joints. */
lyh_compounds *lyh_study_compounds(lyh_study *study);
/** Whom statements may be about, after `[objects]` and what the study says of itself. */
lyh_objects *lyh_study_objects(lyh_study *study);
/** Persons a printed base must hold: LYH_THRESHOLD, or what decisions.csv says with a reason. */
size_t lyh_study_threshold(const lyh_study *study);

size_t lyh_study_file_count(const lyh_study *study);
const char *lyh_study_file(const lyh_study *study, size_t index);

/** Read and join transcript @index. NULL: see @diags and @error. The caller frees it. */
lyh_document *lyh_study_document(lyh_study *study, size_t index, lyh_diags *diags,
                                 lyh_error *error);

/** Which codings a walk brings along. */
typedef enum lyh_which {
    LYH_WHICH_NONE,
    LYH_WHICH_MACHINE, /* the codebook's suggestions */
    LYH_WHICH_PEOPLE,  /* the set that is counted (docs/architecture.md §3) */
    LYH_WHICH_BOTH     /* that set, and the suggestions it says nothing about */
} lyh_which;

/** One stop of a walk; all lent for the call. */
typedef struct lyh_visit {
    const lyh_document *document;
    const lyh_tokens *tokens;
    const lyh_codings *codings;
    /* those that are counted nowhere, because what they say stands in the material already */
    const lyh_codings *repeated;
} lyh_visit;

/** Called at each stop; false ends the walk. */
typedef bool (*lyh_visitor)(void *user, const lyh_visit *visit);

/**
 * Walk over every transcript in order: read, join, tokenise, code, call @visitor, free. A
 * transcript with errors is skipped and the walk goes on, so that all problems come in one
 * run. False when there were errors, or @visitor returned false.
 */
bool lyh_study_walk(lyh_study *study, lyh_which which, lyh_visitor visitor, void *user,
                    lyh_diags *diags, lyh_error *error);

/** What is kept at most, in bytes of texts and their words. */
#define LYH_STUDY_KEPT_MOST ((size_t)512 << 20)

/**
 * From now on keep the transcripts that are read by walks, and their words, so that the next walk need
 * not read them again: for a program that answers one question after another. When one of the
 * files is another than it was, all are read anew. Beyond LYH_STUDY_KEPT_MOST nothing is kept.
 */
void lyh_study_keep(lyh_study *study);
/** Read one transcript more, to be kept. False when there is none left to read. */
bool lyh_study_keep_next(lyh_study *study, lyh_diags *diags);

/** A transcript by itself and its words, as long as somebody looks at it. */
typedef struct lyh_study_text {
    const lyh_document *document;
    const lyh_tokens *tokens;
    lyh_document *own; /* what was read for this alone; NULL: it is kept */
    lyh_tokens *own_tokens;
} lyh_study_text;

/**
 * Transcript @index as lyh_study_document() gives it, and its words: those that are kept, when they are,
 * the file is as it was, and no passage is counted elsewhere, so that its words lack nothing. Lent
 * until the next walk, or kept reading; lyh_study_text_clear() in any case. False: @diags, @error.
 */
bool lyh_study_text_at(lyh_study *study, size_t index, lyh_study_text *text,
                       lyh_diags *diags, lyh_error *error);
void lyh_study_text_clear(lyh_study_text *text);

/**
 * Read the codebook again, and nothing else. False: the old one stays, and @diags and @error say why.
 */
bool lyh_study_reread_codebook(lyh_study *study, lyh_diags *diags, lyh_error *error);

/**
 * What the codebook suggests in @document, which lyh_study_document() gave, and whose words are @tokens, into
 * @codings. Their strings are the study's. What stands in another transcript too is suggested there and here.
 */
bool lyh_study_suggest(lyh_study *study, const lyh_document *document,
                       const lyh_tokens *tokens, lyh_codings *codings, lyh_diags *diags,
                       lyh_error *error);

/**
 * How many passages the last walk left out of every count because they stand in the material
 * already, and how many words they have (@words may be NULL).
 */
size_t lyh_study_repeats(const lyh_study *study, size_t *words);

/**
 * The file of the codings that are counted: `[study] codings`, else codings/gemensam.csv, else
 * the only file there is. "" when there is none; NULL, with a diagnostic that names them, when
 * there are several and none is chosen. Lent.
 */
const char *lyh_study_codings_path(lyh_study *study, lyh_diags *diags);

/** What a tally says about a study, beside the counts: for sources and status lines. */
typedef struct lyh_study_counts {
    size_t documents;
    size_t words;             /* respondents' */
    size_t interviewer_words; /* everyone else's */
    size_t counted;           /* codings that count */
    size_t suggested;         /* of those, machine suggestions */
} lyh_study_counts;

/**
 * Count everything. With @quotes (may be NULL), the approved quotes are gathered in the same walk.
 * Without any accepted or manual coding, and not @with_suggested: an error that says so. NULL on errors.
 */
lyh_tally *lyh_study_tally(lyh_study *study, const lyh_tally_options *options,
                           lyh_quotes *quotes, lyh_study_counts *counts, lyh_diags *diags,
                           lyh_error *error);

/** Set base-independent parts of a table: source, status and date, in the study's words. */
void lyh_study_label(lyh_study *study, lyh_table *table, const lyh_study_counts *counts,
                     bool with_suggested);

/**
 * Look for mistakes in everything the study has, personal data in transcripts, their properties
 * and every table included (lyhord/study/scan.h); codings of every coder are anchored. True when the walk could be made; the findings are in @diags.
 */
bool lyh_study_check(lyh_study *study, lyh_diags *diags, lyh_error *error);

#endif
