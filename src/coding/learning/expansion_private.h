/** What the files of the expansion share. Private to coding. */
#ifndef LYHORD_CODING_EXPANSION_PRIVATE_H
#define LYHORD_CODING_EXPANSION_PRIVATE_H

#include <glib.h>

#include <lyhord/coding/expansion.h>
#include <lyhord/language/compounds.h>

#include "rule_probes.h"

/** A word of respondents inside or near a code. */
typedef struct expansion_word {
    uint32_t type, person, document;
    uint32_t statement; /* that it is in, or beside */
    uint32_t turn;
    bool is_near;
} expansion_word;

/** What is gathered of a code. */
typedef struct expansion_code {
    GArray *words;   /* expansion_word, in the order of the documents */
    GHashTable *out; /* type -> words that count nowhere: matched, or of codes below */
    size_t inside, near, outs;
    size_t statements;
} expansion_code;

/** Where a type was met first, how often in all, and by how many. */
typedef struct expansion_type {
    uint32_t count, document, turn, key; /* key: where its keys begin in key_pool, + 1 */
} expansion_type;

/** A thing that is counted: a lemma, or a word as head or first part of compounds. */
typedef struct expansion_key {
    char *word; /* as a rule has it: "tid", "+tid", "tid+" */
    uint32_t lemma;
    size_t total;              /* words of respondents */
    size_t persons, documents; /* who says it, and where */
    uint32_t document, turn;   /* where first */
} expansion_key;

struct lyh_expansion {
    const lyh_codebook *codebook;
    lyh_vocabulary *vocabulary;
    lyh_lexicon *lexicon;
    rule_probes *probes;
    GPtrArray *documents; /* char *, names */
    GPtrArray *codes;     /* expansion_code *, one a code */
    GArray *types;        /* expansion_type, by type */
    GHashTable *said;     /* PAIR(type, person): who says what */
    GHashTable *said_in;  /* PAIR(type, document) */
    size_t words;

    /* scratch, of the document being added */
    GArray *zones;   /* uint8_t, by sentence */
    GArray *numbers; /* uint32_t, by sentence: of the statement */
    GArray *covered; /* uint8_t, by token */

    /* made when the first proposal is asked for */
    bool is_closed;
    lyh_compounds *compounds;
    GArray *keys;         /* expansion_key */
    GHashTable *lemma_of; /* lemma's type -> key + 1 */
    GArray *part_of;      /* uint32_t, by probe: key */
    GArray *key_pool;     /* uint32_t: how many, and which */
    GPtrArray *strings;   /* char *: of proposals */
};

/** Two numbers as one element of a set. */
#define PAIR(one, two) GSIZE_TO_POINTER(((size_t)(one) << 32) | (two))
#define PAIR_ONE(pair) ((uint32_t)(GPOINTER_TO_SIZE(pair) >> 32))
#define PAIR_TWO(pair) ((uint32_t)GPOINTER_TO_SIZE(pair))

/** May @word (folded) be an indicator by itself? */
bool expansion_may_be_proposed(const char *word);

/** Type of the likeliest lemma of @type. */
uint32_t expansion_lemma(lyh_expansion *expansion, uint32_t type);

/** Find out what every type is counted as, once. */
void expansion_close(lyh_expansion *expansion);
/** Indexes of the keys that @type is counted as; @count of them. Lent until the next call. */
const uint32_t *expansion_keys_of(const lyh_expansion *expansion, uint32_t type,
                                  size_t *count);

/** What is counted of a key inside a code, or near it. */
typedef struct expansion_zone {
    size_t words;
    GHashTable *persons, *documents, *statements;
    const expansion_word *first; /* NULL: none */
    uint64_t print;              /* alike when two keys stand for the same words */
} expansion_zone;

/** What is counted of a key in a code. */
typedef struct expansion_count {
    uint32_t key;
    size_t out;
    expansion_zone inside, near;
} expansion_count;

/** Of every key met inside or near @code: key + 1 -> expansion_count *. */
GHashTable *expansion_counts(lyh_expansion *expansion, size_t code);

/** The words there are inside (near) and in the rest; none of them the one asked about. */
lyh_keyness expansion_bases(const lyh_expansion *expansion, size_t code, bool is_near);
/** Of a key's words, inside against the rest (near against the rest). */
lyh_keyness expansion_keyness(const lyh_expansion *expansion, size_t code,
                              const expansion_count *count, bool is_near);

/** The name of document @index. */
const char *expansion_document(const lyh_expansion *expansion, size_t index);

/** Add to @proposals (lyh_proposal) what the words of @counts propose. */
void expansion_propose_words(lyh_expansion *expansion, size_t code, GHashTable *counts,
                             size_t limit, GArray *proposals);
/** Add synonyms of the code's indicators and of the KEYNESS words in @proposals. */
void expansion_propose_synonyms(lyh_expansion *expansion, size_t code, GHashTable *counts,
                                lyh_thesaurus *thesaurus, size_t limit, bool with_unsaid,
                                GArray *proposals);

#endif
