/**
 * The word lists in data/ as one table: a word in, what is known about it out.
 */
#ifndef LYHORD_PRIVACY_LISTS_H
#define LYHORD_PRIVACY_LISTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What a word may be; bits, for a word may be several things at once. */
enum {
    WORD_GIVEN = 1u << 0,
    WORD_FAMILY = 1u << 1,
    WORD_WEAK_NAME = 1u << 2, /* a name that is a common word too: Björk, Sten */
    WORD_MUNICIPALITY = 1u << 3,
    WORD_WEAK_PLACE = 1u << 4, /* a place that is a common word too: Vara, Mark */
    WORD_REGION = 1u << 5,
    WORD_PLACE = 1u << 6,
    WORD_CARD = 1u << 7, /* of county transport */
    WORD_EMPLOYER = 1u << 8,
    WORD_KNOWN = 1u << 9, /* a capital that points at nobody */
    WORD_DIAGNOSIS = 1u << 10,
    WORD_CRIME = 1u << 11,
    WORD_TITLE = 1u << 12,
    WORD_STREET = 1u << 13,
    WORD_STUDY = 1u << 14, /* on the study's own list */
    WORD_FIRST = 1u << 15, /* a longer entry begins with it: Upplands Väsby */
    CUE_NAME = 1u << 16,
    CUE_FEMALE = 1u << 17,
    CUE_MALE = 1u << 18,
    CUE_STAFF = 1u << 19,
    CUE_PLACE = 1u << 20,
    CUE_WORK = 1u << 21,
    CUE_PHONE = 1u << 22,
    CUE_ACCOUNT = 1u << 23,
    CUE_CASE = 1u << 24,
    CUE_POST = 1u << 25,
    CUE_ORG = 1u << 26,
    CUE_CARD = 1u << 27,
    CUE_UNIT = 1u << 28,
    WORD_MONTH = 1u << 29,
    WORD_LOWER = 1u << 30, /* the list writes it with a small letter: it needs no capital */
    CUE_NAMED = 1u << 31,
    WORD_SMALL = 1ull << 32,    /* a number below twenty in words: fem, nitton */
    WORD_TENS = 1ull << 33,     /* one from twenty to ninety-nine: tjugo, femtiosju */
    WORD_LARGE = 1ull << 34,    /* hundreds and thousands: trehundra, tolvtusen */
    WORD_ORDINAL = 1ull << 35,  /* a day of a month in words: första, trettonde */
    WORD_FEAST = 1ull << 36,    /* falls on one day of its year: julafton */
    WORD_CURRENCY = 1ull << 37, /* kronor, spänn */
    CUE_MONEY = 1ull << 38,     /* hyran, betalade: what is counted is money */
    CUE_OTHER = 1ull << 39,     /* somebody who is no official, hon or han: granne, vän */
    WORD_SHE = 1ull << 40,      /* hon, henne, hennes */
    WORD_HE = 1ull << 41,
    WORD_HEN = 1ull << 42,
    CUE_AGE = 1ull << 43,      /* an age follows: fyller */
    CUE_KIN = 1ull << 44,      /* more than one of them: barnen */
    WORD_SEASON = 1ull << 45,  /* a day of its year where a time is said: "på valborg" */
    WORD_LOCAL = 1ull << 46,   /* an employer a town knows by the name alone: "på Saab" */
    WORD_LANDLORD = 1ull << 47 /* the same, and no common word: Eidar */
};

/** Bits of the above. */
typedef uint64_t word_classes;

/** Longest entry and longest word that is looked up, in bytes. */
#define WORD_MOST 64

typedef struct word_table word_table;

/** All built-in lists. Free with word_table_free(). */
word_table *word_table_new(void);
/** NULL is fine. */
void word_table_free(word_table *table);

/** Add @text (UTF-8, one word or several) of the study's own list. */
void word_table_add(word_table *table, const char *text, size_t size, word_classes classes);

/** Classes of the word that is @size folded bytes with @hash; 0 when it is on no list. */
word_classes word_table_find(const word_table *table, const char *folded, size_t size,
                             uint32_t hash);

/**
 * Fold the case of @size bytes (at most WORD_MOST) of Latin letters into @folded, as many bytes;
 * the hash of what stands there. Any run of white space becomes one space, so @new_size may be less.
 */
uint32_t word_fold(const char *text, size_t size, char *folded, size_t *new_size);

/** Hash of text that is folded. */
uint32_t word_hash(const char *folded, size_t size);

/** Is the character at @text a Latin capital? */
bool word_is_capital(const char *text, size_t size);

#endif
