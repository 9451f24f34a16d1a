/**
 * A treebank in CoNLL-U (universaldependencies.org/format.html), and how near our words,
 * sentences and lemmas come to it.
 *
 * Words and sentences are scored as the CoNLL 2018 shared task did: equal spans over the
 * characters of the raw text that are not white space. The raw text is that of the `# text`
 * lines with one space between (none where the sentence ends in SpaceAfter=No) and a blank line
 * at `# newpar` and `# newdoc`.
 */
#ifndef LYHORD_LANGUAGE_TREEBANK_H
#define LYHORD_LANGUAGE_TREEBANK_H

#include <stddef.h>

#include <lyhord/base/diags.h>
#include <lyhord/base/source.h>
#include <lyhord/language/lexicon.h>

typedef struct lyh_treebank lyh_treebank;

/**
 * Read a treebank. Errors, each with its line: a row without ten fields; ids that do not count
 * from 1; an empty form; a sentence without `# text`, or whose forms do not stand in it; no
 * sentences at all. Empty nodes (5.1) are passed over; of a range (3-4) the word as written is a
 * token, and the parts have no place in the text. NULL when there are errors. Free with
 * lyh_treebank_free().
 */
lyh_treebank *lyh_treebank_read(const lyh_source *source, lyh_diags *diags);
/** NULL is fine. */
void lyh_treebank_free(lyh_treebank *treebank);

typedef enum lyh_treebank_measure {
    LYH_TREEBANK_TOKEN,
    LYH_TREEBANK_SENTENCE,
    /* the same with a line end before and after each sentence that does not close with . ! ? … : */
    LYH_TREEBANK_SENTENCE_HEADINGS,
    /* the likeliest lemma of each of the treebank's own words, case-folded */
    LYH_TREEBANK_LEMMA,
    /* pairs of distinct alphabetic content words (ADJ ADV NOUN PROPN VERB) that share a lemma */
    LYH_TREEBANK_CONFLATION,
    LYH_TREEBANK_MEASURES
} lyh_treebank_measure;

/** "token", "sentence", "sentence_headings", "lemma", "conflation": fixed words of the CSV format. */
const char *lyh_treebank_measure_name(lyh_treebank_measure measure);

/** How many things the treebank has, how many we found, how many of these are the same. */
typedef struct lyh_score {
    size_t gold, predicted, correct;
} lyh_score;

/** Correct of predicted, correct of gold, and their harmonic mean; 0 of nothing. */
double lyh_score_precision(lyh_score score);
double lyh_score_recall(lyh_score score);
double lyh_score_f1(lyh_score score);

/** Is told of every difference: @gold and @ours are what stands there, lent for the call. */
typedef void (*lyh_treebank_difference)(void *user, lyh_treebank_measure measure,
                                        const char *gold, const char *ours);

/** Score @measure over @lexicon, whose vocabulary is @vocabulary. @difference may be NULL. */
lyh_score lyh_treebank_score(const lyh_treebank *treebank, lyh_treebank_measure measure,
                             lyh_vocabulary *vocabulary, lyh_lexicon *lexicon,
                             lyh_treebank_difference difference, void *user);

#endif
