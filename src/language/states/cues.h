/**
 * The words that decide how something is said: cues, and the words that hold a clause together.
 *
 * Both come from data/: clauses.txt and finites.txt give single words their roles, stances.txt gives
 * runs of words their kind. All are types of one vocabulary, found by their number.
 */
#ifndef LYHORD_LANGUAGE_CUES_H
#define LYHORD_LANGUAGE_CUES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <lyhord/language/vocabulary.h>

/** The parts a word may play in its clause; a word may play several. */
enum {
    LYH_ROLE_SUBJECT = 1 << 0,      /* jag, man: nothing but a subject */
    LYH_ROLE_PRONOUN = 1 << 1,      /* det, dom: a subject when a verb is beside it */
    LYH_ROLE_PRESENT = 1 << 2,      /* a finite verb */
    LYH_ROLE_PAST = 1 << 3,         /* a finite verb */
    LYH_ROLE_COUPLES = 1 << 4,      /* och: begins a clause when one follows */
    LYH_ROLE_OR = 1 << 5,           /* eller: carries a negation on */
    LYH_ROLE_LIMITS = 1 << 6,       /* men, fast, medan: what was said no longer holds */
    LYH_ROLE_SUBORDINATES = 1 << 7, /* när, eftersom: a clause of its own */
    LYH_ROLE_THEREFORE = 1 << 8,    /* så, då: begins a clause when one follows */
    LYH_ROLE_THAT = 1 << 9,
    LYH_ROLE_RELATES = 1 << 10,
    LYH_ROLE_ASKS = 1 << 11,  /* hur, vem */
    LYH_ROLE_IF = 1 << 12,    /* om: a condition, a question told of, or a preposition */
    LYH_ROLE_ABOUT = 1 << 13, /* right before om: it is a preposition */
    LYH_ROLE_OPINES = 1 << 14,
    LYH_ROLE_FACTIVE = 1 << 15, /* what follows with att is so, whether denied or not */
    LYH_ROLE_SAYS = 1 << 16,
    LYH_ROLE_ANY = 1 << 17, /* någon: waits for a negation */
    LYH_ROLE_OPENS =
        1 << 18, /* nej, men, alltså: may stand before a clause and outside it */
    LYH_ROLE_BETTER = 1 << 19,    /* after aldrig: never so good as now */
    LYH_ROLE_NONFINITE = 1 << 20, /* fått: goes on with a clause that was broken off */
    LYH_ROLE_LOOSE = 1 << 21, /* after a trailing ingen: no noun, so it is the mention's */
    LYH_ROLE_YOU = 1 << 22,   /* du, ni, nej: the first word of what somebody was told */
    LYH_ROLE_THIRD = 1 << 23, /* hon, de: who says it is somebody else */
    LYH_ROLE_COMMA = 1 << 24,
    LYH_ROLE_NEGATES = 1 << 25, /* a mention that holds one has its own negation */
    LYH_ROLE_NEVER = 1 << 26,   /* aldrig: with a comparison it says the opposite */
    LYH_ROLE_MORE =
        1 << 27, /* a sentence of words without a verb that begins with it asks for it */
    LYH_ROLE_MAYBE = 1 << 28, /* opens a clause and leaves it open */
    LYH_ROLE_BUT = 1 << 29,   /* utan: limits what was said, and carries a wish on */
    LYH_ROLE_SOME =
        1 << 30, /* en, många, någon: what som tells of them is denied with them */
    LYH_ROLE_FINITE = LYH_ROLE_PRESENT | LYH_ROLE_PAST
};

/** skulle, hade, vore, väl: with a condition beside them they tell of what is not so. */
#define LYH_ROLE_WOULD (UINT32_C(1) << 31)

typedef enum lyh_cue_kind {
    LYH_CUE_NONE,
    LYH_CUE_NEGATES, /* inte: either side */
    LYH_CUE_DETERMINES, /* ingen: either side, but behind only where it has no noun of its own */
    LYH_CUE_LACKS,      /* brist på: what follows */
    LYH_CUE_ABSENT,  /* uteblev: either side */
    LYH_CUE_WITHOUT, /* utan, unless it means but */
    LYH_CUE_PLAIN,   /* looks like a cue and is none */
    LYH_CUE_ASIDE,   /* said in passing: stands in nothing's way */
    LYH_CUE_WISH,
    LYH_CUE_DEMAND, /* a wish only where it opens its clause, read forwards */
    LYH_CUE_DOUBT,
    LYH_CUE_CONDITION,
    LYH_CUE_TAG,
    LYH_CUE_ANSWER, /* men det gjorde de inte: takes back the clause before it */
    LYH_CUE_AFFIRM, /* men det fick jag: it was so, whatever the clause before it says */
    LYH_CUE_EXCESS, /* för, lite väl: praise that is too much is none */
    LYH_CUE_THEN,
    LYH_CUE_NOW,
    LYH_CUE_PERHAPS_THEN, /* då: where now is told of too */
    LYH_CUE_PERHAPS_NOW,  /* idag: unless it is a date of what is told */
    LYH_CUE_NO_TIME       /* looks like a word of time and is none */
} lyh_cue_kind;

/** What lyh_cues_match() found: words half-open, counted from the place asked about. */
typedef struct lyh_cue_match {
    lyh_cue_kind kind; /* LYH_CUE_NONE: nothing */
    size_t length;
    size_t first, end; /* the words of it that decide */
} lyh_cue_match;

/** Cues of state and cues of time are looked for apart: a word may be in both. */
typedef enum lyh_cue_layer { LYH_LAYER_STATE, LYH_LAYER_TIME } lyh_cue_layer;

/** What the spelling of a word alone says, and the layers that may have a cue begin with it. */
enum {
    LYH_FORM_BROKEN = 1 << 0,   /* "lyssna-" */
    LYH_FORM_PAST = 1 << 1,     /* -ade, -ades: nearly always a verb */
    LYH_FORM_VERB = 1 << 2,     /* -r, -de, -te: a verb where a subject is beside it */
    LYH_FORM_DEFINITE = 1 << 3, /* -en, -et, -na */
    LYH_FORM_BEGINS = 1 << 4    /* shifted by the layer */
};

/** What the rules ask of a word, over and over. */
typedef struct lyh_cue_word {
    uint32_t roles; /* LYH_ROLE_… */
    uint32_t forms; /* LYH_FORM_… */
} lyh_cue_word;

/** What is known of words, by type: parts are played by words in lists alone, which mostly were met first of all. */
typedef struct lyh_cue_words {
    const uint32_t *roles; /* of types before @listed; one more, of all others: none */
    uint32_t listed;
    const uint8_t *forms; /* of every type */
} lyh_cue_words;

typedef struct lyh_cues lyh_cues;

/** Reads the lists; borrows @vocabulary. Free with lyh_cues_free(). */
lyh_cues *lyh_cues_new(lyh_vocabulary *vocabulary);
/** NULL is fine. */
void lyh_cues_free(lyh_cues *cues);

/** LYH_ROLE_… of @type; 0 for a type that is in no list, also one that came later. */
uint32_t lyh_cues_roles(const lyh_cues *cues, uint32_t type);

/**
 * What is known of every type there is by now. Types that are new are spelled out, all at once: they lie side by side
 * where they were just put. Lent until there are more of them and this is asked again.
 */
lyh_cue_words lyh_cues_known(lyh_cues *cues);

/** Roles and forms of @type, one of those in @known. */
static inline lyh_cue_word lyh_cues_word(const lyh_cue_words *known, uint32_t type)
{
    uint32_t role = type < known->listed ? type : known->listed;
    return (lyh_cue_word){ known->roles[role], known->forms[type] };
}

/** May a cue of @layer begin with a word of @forms? Most words begin none. */
static inline bool lyh_cues_may_begin(uint32_t forms, lyh_cue_layer layer)
{
    return (forms >> layer) & LYH_FORM_BEGINS;
}

/**
 * Where to begin looking for a cue of @layer that begins with @first and goes on with @second, which
 * plays @second_roles; 0: there is none, as nearly everywhere, and no more words need be gathered.
 */
uint32_t lyh_cues_begin(const lyh_cues *cues, lyh_cue_layer layer, uint32_t first,
                        uint32_t second, uint32_t second_roles);

/** The same where no word follows @first. */
uint32_t lyh_cues_begin_alone(const lyh_cues *cues, lyh_cue_layer layer, uint32_t first);

/** The longest cue that begins @types, @count of them; @begin: what lyh_cues_begin() said of the first. */
lyh_cue_match lyh_cues_match_from(const lyh_cues *cues, uint32_t begin,
                                  const uint32_t *types, size_t count);

/** The longest cue of @layer that begins @types, at most @count of them. */
lyh_cue_match lyh_cues_match(const lyh_cues *cues, lyh_cue_layer layer,
                             const uint32_t *types, size_t count);

#endif
