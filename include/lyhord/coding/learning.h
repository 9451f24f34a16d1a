/**
 * Learning from people: a small model a code, of the study's own decisions, that says which of the
 * sentences nobody has decided about are worth reading next. A suggestion, never a result.
 *
 * **Unit.** A sentence of a respondent's turn; wholly an aside or said before, it is none.
 *
 * **What people decided about a code and a sentence**, the first that holds:
 *
 * | it is    | when                                                                           |
 * |----------|--------------------------------------------------------------------------------|
 * | positive | an accepted or manual coding of the code, or of one below it, covers some of it |
 * | rejected | a rejected coding of the code, or of one above it, does                         |
 * | open     | a coding of a code above it does: people may have stayed above, or not looked   |
 * | other    | an accepted or manual coding of another code does                               |
 * | open     | otherwise                                                                       |
 *
 * Rejected and other are the negatives: a person read the sentence, and did not give it the code. That
 * holds less of other than of rejected (she may have meant one code a sentence), so they are counted
 * apart. What stands in no coding may never have been read, so it is never a negative: it is what
 * is ranked. What a coding says in state quoted decides nothing.
 *
 * **What is looked at** (features): the lemmas of the sentence's words, without the closed classes but
 * with negations; the parts of compounds, each as a word; what the codebook's rules find, as
 * `code·polarity`. Each is there or not; a row has length 1. Words with digits, or of one letter, are left out,
 * and so is all that fewer than LYH_LEARNING_WORD_PERSONS persons said in the sentences learned
 * from: a word of one person is her mark, and of two, each can tell the other.
 *
 * **The model**: logistic regression with a penalty of half the squared length of the weights and
 * C = LYH_LEARNING_C (LIBLINEAR's L2R_LR, Fan et al. 2008; a Newton method that draws no random
 * numbers); columns in bytewise order. The intercept is as good as free. C is one for all codes and
 * studies, because some hundred sentences do not tell which is best for them: of 0.3 to 30, on the
 * sample study, 3 has the smallest squared error on documents left out.
 *
 * **When it says anything.** A code is learned when each side (positive, negative) has at least
 * LYH_LEARNING_SENTENCES sentences of LYH_LEARNING_PERSONS persons in LYH_LEARNING_DOCUMENTS
 * documents; those that share a person are one document here, and of answers to a survey what each person wrote is one. It is then measured by leaving out
 * documents in turn: LYH_LEARNING_FOLDS folds at most, documents by size and then in their order, each
 * to the fold with the fewest sentences; all that is fitted, choice of words included, is fitted
 * without them. It suggests only if the 95 % intervals of its average precision less the share of
 * positives, and of its area under the curve, lie wholly above what chance gives (0 and 0.5).
 * Intervals are of a bootstrap over documents, widened because folds learn from the same rows
 * (after Nadeau & Bengio 2003).
 */
#ifndef LYHORD_CODING_LEARNING_H
#define LYHORD_CODING_LEARNING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/codebook/codebook.h>
#include <lyhord/coding/coding.h>
#include <lyhord/language/compounds.h>
#include <lyhord/language/tokens.h>
#include <lyhord/stats/bootstrap.h>

/** With fewer on one side, what tells them apart is as likely the persons as the subject. */
#define LYH_LEARNING_SENTENCES 20
/** As many as a base that may be printed: less is what these few said. */
#define LYH_LEARNING_PERSONS 5
/** One to leave out, and two from which what is common to documents can be told. */
#define LYH_LEARNING_DOCUMENTS 3

#define LYH_LEARNING_WORD_PERSONS 3
#define LYH_LEARNING_FOLDS 10
#define LYH_LEARNING_C 3.0

/** The bootstrap of the intervals: printed with them. */
#define LYH_LEARNING_RESAMPLES 1000
#define LYH_LEARNING_SEED UINT64_C(20080801)

typedef struct lyh_learning lyh_learning;

/** Borrows all. Free with lyh_learning_free(). */
lyh_learning *lyh_learning_new(const lyh_codebook *codebook, lyh_vocabulary *vocabulary,
                               lyh_lexicon *lexicon, lyh_compounds *compounds);
/** NULL is fine. */
void lyh_learning_free(lyh_learning *learning);

/**
 * Remember the sentences of @document that people decided about. @people are the codings of the set that
 * counts, @rules what the codebook's rules find (lyh_matcher_run). Memory grows with what is
 * decided, not with what is read.
 */
void lyh_learning_add_document(lyh_learning *learning, const lyh_document *document,
                               const lyh_tokens *tokens, const lyh_codings *people,
                               const lyh_codings *rules);

/** The same of answers that many persons wrote, such as those to a question of a survey: each person's are a document here. */
void lyh_learning_add_answers(lyh_learning *learning, const lyh_document *answers,
                              const lyh_tokens *tokens, const lyh_codings *people,
                              const lyh_codings *rules);

/** Learn and measure every code; no document may be added after. */
void lyh_learning_fit(lyh_learning *learning);

typedef enum lyh_learned_status {
    LYH_LEARNED_UNUSED, /* nobody gave or rejected the code */
    LYH_LEARNED_FEW,    /* too few decisions */
    LYH_LEARNED_CHANCE, /* measured, and not better than chance: nothing is suggested */
    LYH_LEARNED_WELL    /* suggests */
} lyh_learned_status;

/** "unused", "few", "chance", "suggests": fixed words of the CSV format. */
const char *lyh_learned_status_name(lyh_learned_status status);

/** One side of what is decided. */
typedef struct lyh_decided {
    size_t sentences, persons, documents;
} lyh_decided;

/** What was learned of a code. Figures from @folds on are only there when it was measured, else NAN. */
typedef struct lyh_learned {
    lyh_learned_status status;
    lyh_decided positive, negative;
    size_t rejected; /* of the negative sentences; the others have another code */
    size_t folds;
    double base_rate;         /* share of positives: the average precision of chance */
    double precision, recall; /* of what would be suggested: scores above the base rate */
    double average_precision; /* ties as one step (no interpolation) */
    lyh_interval gain;        /* of average_precision - base_rate */
    double auc;               /* area under the ROC curve, ties as a half */
    lyh_interval auc_interval;
    double brier, brier_base; /* mean squared error of the score, and of the base rate */
    /* the rules of the code and those below it, over the same sentences */
    double rules_precision, rules_recall, rules_average_precision;
} lyh_learned;

/** After lyh_learning_fit(). */
lyh_learned lyh_learning_of(const lyh_learning *learning, size_t code);

/** A feature of a model or of a sentence, lent. */
typedef struct lyh_learned_word {
    const char *word; /* a lemma, or "code·+" for what a rule found */
    double weight;    /* in the model; of a sentence: what it adds to the log-odds there */
    size_t persons;   /* of those learned from */
    size_t positive, negative; /* sentences with it */
} lyh_learned_word;

/**
 * The at most @limit heaviest features of the model of @code, the heaviest first whatever the sign; @count of
 * them. free(); NULL when nothing is suggested for the code.
 */
lyh_learned_word *lyh_learning_words(const lyh_learning *learning, size_t code,
                                     size_t limit, size_t *count);

/** Features shown with a sentence. */
#define LYH_SUGGESTION_WORDS 4

/** A sentence nobody has decided about. Positions as those of a coding. */
typedef struct lyh_suggestion {
    size_t code;
    double score;     /* 0 to 1, rounded to four decimals: what is alike is alike */
    const char *name; /* of the document */
    size_t document;  /* in the order they were added */
    size_t respondent, turn, sentence, start, end;
    size_t first_character, end_character; /* start and end in code points */
    char *quote;
    lyh_learned_word
        words[LYH_SUGGESTION_WORDS]; /* the heaviest here; weight and word only */
    size_t word_count;
} lyh_suggestion;

/**
 * Score the sentences of @document that are open, for every code that suggests, and keep the @limit
 * best of each. After lyh_learning_fit(), with the documents that were added, in the same order. What
 * scores no higher than the base rate, or has no word the model knows, is not kept.
 */
void lyh_learning_rank(lyh_learning *learning, const lyh_document *document,
                       const lyh_tokens *tokens, const lyh_codings *rules, size_t limit);

/** The best of @code so far, the best first, equals in the order of the texts: @count of them. Lent. */
const lyh_suggestion *lyh_learning_suggestions(lyh_learning *learning, size_t code,
                                               size_t *count);

#endif
