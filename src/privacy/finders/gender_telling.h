/**
 * Who is spoken of, from word to word, and what the sentences before a hon or han say of whom it means.
 */
#ifndef LYHORD_PRIVACY_GENDER_TELLING_H
#define LYHORD_PRIVACY_GENDER_TELLING_H

#include <glib.h>

#include "../gender_roles.h"

/** How many sentences somebody stays in mind, counted from where hon or han last was they. */
enum { REMEMBERED = 3, NEVER = UINT32_MAX };

/** Who was spoken of last and may be hon (or han), and in which sentence. */
typedef struct person {
    role role;
    uint32_t sentence;
    uint32_t times;   /* that hon or han was they */
    uint32_t key;     /* of the name; 0 when it was none */
    bool is_by_sex;   /* "en tjej", whoever she was */
    bool is_by_trade; /* "tolken", whom the speaker may know or not */
    bool is_hen;      /* somebody was called so since */
    bool is_animal;   /* of whom hardly anybody speaks for long */
} person;

/** What is remembered from word to word. */
typedef struct telling {
    const words *list;
    person last[2];   /* whom hon and han stand for */
    person before[2]; /* the relative who was spoken of before them */
    person latest;    /* whoever was spoken of last */
    size_t latest_at; /* and the word */
    uint32_t
        hen_first; /* the sentence that last began with hen, and spoke of nobody else since */
    uint32_t hen;      /* the sentence of the last hen, or of the next one */
    uint32_t stranger; /* the sentence that last spoke of somebody who is no relative */
    uint32_t asked;    /* the sentence of the last question that was about officials */
    role subject;      /* who a sentence first spoke of, */
    uint32_t subject_in,
        relative_in; /* in which; and where a relative was spoken of last */
    bool
        is_listeners; /* "din mamma": that relative, of whom somebody spoke to the speaker */
    size_t said;      /* the word that was the last hon or han, 0 for none */
    uint32_t said_key; /* whose name that stood for */
    GHashTable *names; /* key of a name -> notes, which may have several */
    GPtrArray *all;    /* the notes, which it owns */
    bool is_counting;  /* the first pass */
} telling;

/** "Hen är okej. Hon skrev", "Det ska hon ha": does hon @i go on from a sentence that began with hen? */
bool goes_on_from_hen(const telling *told, size_t i);

/** "Och Monica sa att du tröttar ut din mamma. Hon sa": is it whom the sentence before was about? */
bool goes_on_from_subject(const telling *told, size_t i);

/** Is somebody who is no relative, or hen, spoken of so near sentence @now that a relative's hon may be theirs; or was
 * hen said a few sentences ago, and no relative since? */
bool is_by_stranger(const telling *told, uint32_t now);

/** "Hen svarade: Ring mig. Och klockan åtta svarade hon": was who answers hen, and no relative spoken of since? */
bool answers_as_hen(const telling *told, size_t i);

#endif
