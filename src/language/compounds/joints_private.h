/**
 * Joints of compounds, as six rooms share them: the parts (joints_parts.c, joints_derived.c), two together
 * (joints_meet.c), what speaks against a place (joints_rivals.c), whether they meet there (joints.c), and all the
 * places of a word (joints_find.c).
 */
#ifndef LYHORD_LANGUAGE_JOINTS_PRIVATE_H
#define LYHORD_LANGUAGE_JOINTS_PRIVATE_H

#include "joints.h"

/* In letters. Shorter parts are closed lists: kö, ö, by. */
enum {
    LEAST_FRONT = 3,
    LEAST_TAIL = 3,
    LEAST_ODD_TAIL = 4,
    LEAST_SURE_TAIL = 5,
    LEAST_AGENT = 6,
    LEAST_WORD = 5
};

/* A compound of compounds is no deeper: each step down leaves a shorter word. */
enum { DEEPEST = 4 };

struct lyh_joints {
    lyh_dictionary *dictionary;
    const lyh_lookalikes *lookalikes;
};

/** What is known of a word: hunspell's lines. */
typedef struct lyh_joints_knowledge {
    lyh_word_list lines;
    bool is_whole; /* the dictionary holds it as one word */
    bool is_name;  /* only with a capital, or in capitals */
} lyh_joints_knowledge;

/* ---- the parts ---- */

bool lyh_joints_has_hunspell(const lyh_joints *joints);
size_t lyh_joints_letters(const char *word);
bool lyh_joints_is_own(const lyh_joints *joints, const char *word);

/** The line of an analysis that holds a compound's parts: " pa:brukar st:brukar pa:revision". */
bool lyh_joints_is_compound_line(const char *line);
/** Bytes of a part that stands in such a line. */
size_t lyh_joints_part_size(const char *part);

/** Does hunspell begin compounds with @front; end them with @tail? */
bool lyh_joints_begins_compounds(const lyh_joints *joints, const char *front);
bool lyh_joints_ends_compounds(const lyh_joints *joints, const char *tail);

/** The same, or as the lists and the inflection of words allow. */
bool lyh_joints_may_begin(const lyh_joints *joints, const char *front);
bool lyh_joints_may_end(const lyh_joints *joints, const char *tail);
bool lyh_joints_ends_as_listed(const lyh_joints *joints, const char *tail);

/** Is @tail a form of a word that is inflected? */
bool lyh_joints_is_inflected(const lyh_joints *joints, const char *tail);
/** A long tail that hunspell ends compounds with, and no loan; of four letters, a noun and no chance. */
bool lyh_joints_is_sure_tail(const lyh_joints *joints, const char *tail);
/** The dictionary holds @word whole: is it a word with something before it, in all its forms? */
bool lyh_joints_is_form_with_head(const lyh_joints *joints, const char *word, size_t at);

/* ---- last parts that are no words by themselves (joints_derived.c) ---- */

/** sko|makare, besluts|fattare: who does what a verb says; @tail: in any form. */
bool lyh_joints_is_agent(const lyh_joints *joints, const char *word);
bool lyh_joints_is_form_of_agent(const lyh_joints *joints, const char *tail);
/** bok|föring, två|språkig: is @tail what only a last part is, derived of a verb or a noun? */
bool lyh_joints_is_derived(const lyh_joints *joints, const char *tail);

/* ---- two parts together (joints_meet.c) ---- */

/** Where a word was asked about: may @front and @tail, which are all of it, meet? @depth as below. */
bool lyh_joints_may_meet(const lyh_joints *joints, const char *front, const char *tail,
                         int depth);
/** gran|ris, golv|vax: nouns both, the second of three letters. */
bool lyh_joints_are_short_nouns(const lyh_joints *joints, const char *front,
                                const char *tail);
/** nivå|plugg: does hunspell begin compounds with the one and end them with the other? */
bool lyh_joints_are_both_marked(const lyh_joints *joints, const char *front,
                                const char *tail);

/* ---- readings that speak against a place (joints_rivals.c) ---- */

/** skild|ring, fum|landet, hyck|lare: what verbs in -a end in, and no ring, land, or clear. */
bool lyh_joints_is_of_verb(const lyh_joints *joints, const char *front, const char *tail);
/** avgift|sår, kaffes|ort: the s between belongs to the other part. */
bool lyh_joints_has_other_link(const lyh_joints *joints, const char *front,
                               const char *tail);
/** nyfik|enhet: what ends in -het parts where its adjective does, and it does not part there. */
bool lyh_joints_is_of_adjective(const lyh_joints *joints, const char *word, size_t at,
                                int depth);
/** allvarli|gas: the rest of an inflected word's lemma and its ending; of words not held whole. */
bool lyh_joints_is_rest_of_lemma(const lyh_joints *joints, const char *word, size_t at);
/** Does any Swedish word end as @front does? Not uppl|ägget. */
bool lyh_joints_can_end_so(const char *front);
/** lärarbo|städer: lärar|bostäder is known, and the place is none of bostäder. */
bool lyh_joints_has_surer_front(const lyh_joints *joints, const char *front,
                                const char *tail);

/** besk|riva, oper|sonlig: what stands behind a particle or o- is a word, and does not part there. */
bool lyh_joints_is_behind_prefix(const lyh_joints *joints, const char *word, size_t at,
                                 int depth);
/** kak|elugn, vete|ranbil: kakel and veteran are known, and what is behind them. */
bool lyh_joints_has_longer_front(const lyh_joints *joints, const char *word, size_t at);

/* ---- whether they meet ---- */

lyh_joints_knowledge lyh_joints_known_of(const lyh_joints *joints, const char *word);

/** Does a closed list say no? @is_parted: hunspell itself parts the word there. */
bool lyh_joints_is_forbidden(const lyh_joints *joints, const char *word, size_t at,
                             bool is_parted);

/** lyh_joints_may_part() of a word without hyphens; @depth: of compounds it is found inside. */
bool lyh_joints_may_part_below(const lyh_joints *joints, const char *word, size_t at,
                               int depth);

/* ---- places: lists of size_t ---- */

/** The places at which @line parts @word. g_array_unref() */
GArray *lyh_joints_places_of(const char *word, const char *line);
bool lyh_joints_has_place(const GArray *places, size_t at);
/** Ascending, each once. */
void lyh_joints_sort_once(GArray *places);

#endif
