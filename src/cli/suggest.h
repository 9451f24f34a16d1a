/**
 * What the files of the command suggest share: the study, what was learned of it, and how that is
 * written.
 */
#ifndef LYHORD_CLI_SUGGEST_H
#define LYHORD_CLI_SUGGEST_H

#include <lyhord/coding/learning.h>
#include <lyhord/study/codings.h>

#include "../base/autoptr.h"
#include "../codebook/autoptr.h"
#include "../coding/autoptr.h"
#include "../corpus/autoptr.h"
#include "rows.h"

typedef struct suggest_work {
    lyh_cli *cli;
    lyh_study *study;
    const lyh_codebook *codebook; /* the study's */
    const char *path;             /* of the codings learned from; "" when there are none */
    lyh_codings_file *file;       /* or NULL */
    lyh_learning *learning;
    size_t only;  /* the one code asked for, or LYH_NONE */
    size_t limit; /* sentences, or words, a code */
} suggest_work;

/** Is @code asked for? */
bool suggest_asks_for(const suggest_work *work, size_t code);

/** Write the sentences, the words of the models, or the measures. False: cli->error is set. */
bool suggest_write_sentences(const suggest_work *work);
bool suggest_write_words(const suggest_work *work);
bool suggest_write_measures(const suggest_work *work);
/** Write the sentences as codings that somebody can accept or reject. False: cli->error is set. */
bool suggest_write_codings(const suggest_work *work);

/** The same two as lists for people, when the format is text. */
bool suggest_list_sentences(const suggest_work *work);
bool suggest_list_words(const suggest_work *work);

/**
 * @value as @format ("%+.2f") has it, with the comma or point of whoever reads: people have it by their
 * language, programs by the style of the CSV. g_free().
 */
char *suggest_decimal_told(const suggest_work *work, const char *format, double value);
/** "tjata +0,80; ringa +0,50": what each word of @found adds to the log-odds. g_free(). */
char *suggest_words_told(const suggest_work *work, const lyh_suggestion *found);

/** Say of each code why nothing is suggested, and of all what a score is. */
void suggest_tell(const suggest_work *work);

#endif
