/** What the files that make up learning share. Private to coding. */
#ifndef LYHORD_CODING_LEARNING_PRIVATE_H
#define LYHORD_CODING_LEARNING_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/learning.h>

/* ---- what is looked at ---- */

typedef struct learning_features learning_features;

learning_features *learning_features_new(const lyh_codebook *codebook,
                                         lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                                         lyh_compounds *compounds);
void learning_features_free(learning_features *features);

/** No feature that was not met so far is known from now on. */
void learning_features_close(learning_features *features);
size_t learning_features_count(const learning_features *features);
/** Lent. */
const char *learning_feature_name(const learning_features *features, uint32_t feature);
/** The code whose rules the feature is a hit of, or LYH_NONE for a word. */
size_t learning_feature_code(const learning_features *features, uint32_t feature);

/**
 * Replace @items (uint32_t) by the features of sentence @sentence, each once, ascending. @rules are
 * sorted; @next (0 before the first sentence) is where those of this sentence begin, and is moved on.
 */
void learning_features_read(learning_features *features, const lyh_tokens *tokens,
                            size_t sentence, const lyh_codings *rules, size_t *next,
                            GArray *items);

/** Is @word (folded) of a closed class, and tells nothing of a subject? Negations are kept. */
bool learning_leaves_out(const char *word);

/* ---- the model ---- */

/** A row to learn from. */
typedef struct learning_row {
    const uint32_t *items; /* features */
    size_t count;
    size_t person, document; /* documents that share a person are one, and stand together */
    bool is_positive;
    bool is_hit; /* by a rule of the code, or of one below it */
} learning_row;

typedef struct learning_model {
    double *weights;   /* by feature; 0 where not known */
    uint32_t *persons; /* by feature: how many of the rows learned from said it */
    size_t features;
    double intercept;
} learning_model;

void learning_model_clear(learning_model *model);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(learning_model, learning_model_clear)

/**
 * Fit @count @rows; @order holds all @features features in the order of their columns. Rows of one kind
 * only give a model without weights whose score is the share of positives, kept off 0 and 1.
 */
learning_model learning_model_fit(const learning_row *rows, size_t count,
                                  const uint32_t *order, size_t features);
/** Is the feature one the model looks at? */
bool learning_model_knows(const learning_model *model, uint32_t feature);
/** How many of @items it knows; in a sentence each weight counts by 1 / sqrt of that many. */
size_t learning_model_known(const learning_model *model, const uint32_t *items,
                            size_t count);
/** The score of a sentence with @items, 0 to 1 with four decimals. */
double learning_model_score(const learning_model *model, const uint32_t *items,
                            size_t count);

/* ---- how good it is ---- */

/** A row that was scored by a model that had not seen its document. */
typedef struct learning_scored {
    double score;
    size_t document; /* dense, from 0 */
    bool is_positive;
} learning_scored;

/** Sorts @rows by score. NAN without positives; auc also without negatives. @times: by document, or NULL for once each. */
void learning_sort(learning_scored *rows, size_t count);
double learning_average_precision(const learning_scored *rows, size_t count,
                                  const uint32_t *times);
double learning_auc(const learning_scored *rows, size_t count, const uint32_t *times);
double learning_base_rate(const learning_scored *rows, size_t count, const uint32_t *times);

/** Fill in what is measured of @learned from @count @rows of a code. */
void learning_measure(lyh_learned *learned, const learning_row *rows, size_t count,
                      const uint32_t *order, size_t features);

/* ---- the whole ---- */

/** What people decided about a sentence and a code. */
typedef struct learning_decision {
    size_t code;
    bool is_rejected;
} learning_decision;

/** A sentence that somebody decided something about. */
typedef struct learning_sentence {
    size_t document, person, sentence;
    size_t first_item, items;         /* of learning->items */
    size_t first_decision, decisions; /* of learning->decisions */
    size_t unit; /* what is left out together, with all its persons say */
} learning_sentence;

typedef struct learning_document {
    char *name;
    size_t first, end; /* its sentences */
} learning_document;

typedef enum learning_label {
    LEARNING_OPEN,
    LEARNING_POSITIVE,
    LEARNING_REJECTED,
    LEARNING_OTHER
} learning_label;

struct lyh_learning {
    const lyh_codebook *codebook;
    learning_features *features;
    GArray *documents; /* learning_document */
    GArray *sentences; /* learning_sentence */
    GArray *items;     /* uint32_t */
    GArray *decisions; /* learning_decision */
    size_t units;      /* a document each, of answers a sentence each */

    /* made by fitting; by code */
    bool is_fitted;
    uint32_t *order; /* of the features, bytewise by name */
    size_t *
        group_of; /* by unit: the first one that shares a person with it, by way of others too */
    bool *is_decided; /* by code: is any decision about it? */
    lyh_learned *learned;
    learning_model *models; /* without weights where nothing is suggested */

    /* made by ranking */
    size_t ranked;   /* documents */
    GPtrArray *best; /* by code: GArray of lyh_suggestion */
    size_t limit;    /* of them, when last asked for */
};

learning_label learning_label_of(const lyh_learning *learning,
                                 const learning_sentence *sentence, size_t code);

/** Is sentence @sentence a unit: a respondent's, with something said in it? */
bool learning_is_unit(const lyh_document *document, const lyh_tokens *tokens,
                      size_t sentence);

#endif
