/** The finds of a study as their sources share them. Private to study. */
#ifndef LYHORD_STUDY_FINDS_PRIVATE_H
#define LYHORD_STUDY_FINDS_PRIVATE_H

#include <sys/stat.h>

#include <glib.h>

#include <lyhord/study/finds.h>
#include <lyhord/study/scan.h>

#include "accepted.h"
#include "proposal_rows.h"

/** One transcript, as its file was when it was read. */
typedef struct find_document {
    char *path, *name;
    struct stat file;
    bool is_read;  /* @told and @sha256 are of that file */
    bool is_found; /* and @list is, by what all transcripts tell */
    char *sha256;
    char **told;              /* names that it tells for certain */
    GArray *list;             /* lyh_find */
    GHashTable *placeholders; /* set of char *: those that stand in the text already */
} find_document;

struct lyh_finds {
    char *folder, *key;   /* key: or NULL */
    lyh_study *study;     /* of the last refresh */
    lyh_study_scan *scan; /* of that study, once one is needed; else NULL */
    char *settings;       /* SHA-256 of what else a scan goes by */
    GPtrArray *documents; /* find_document, as the study has its files */
    GHashTable *names;    /* what @list of all found documents knows to be told */
    bool is_told;         /* the scan knows what all tell */
    bool is_settled;      /* placeholders are given, and decisions matched */
    struct stat key_file, decisions_file;
    const char *trouble; /* msgid */
};

find_document *find_document_new(const char *path);
/** A GDestroyNotify. */
void find_document_free(void *data);
/** Nothing of it has been read. */
void find_document_forget(find_document *document);

/** Read document @index for the names it tells. One that cannot be read has none, and no finds: check says why. */
void finds_learn_from(lyh_finds *finds, size_t index);
/** Read it for its finds, by what all tell. */
void finds_find_in(lyh_finds *finds, size_t index);

/** Read key and decisions.csv, and set what every find has been decided. */
void finds_match(lyh_finds *finds);

/**
 * Set what is proposed for each find: what was decided for one that is like it, else its placeholder, with
 * another number where that one is taken.
 */
void finds_offer(lyh_finds *finds);
/** How much of the placeholder @made stands before an ending: all up to its bracket. */
size_t finds_base(const char *made);
/** @replacement, chosen for a find that was made @from, as one that is made @to has it: "Lisas". g_free(). */
char *finds_adapt(const char *replacement, const char *from, const char *to);

void finds_each(lyh_finds *finds, void (*visit)(void *user, lyh_find *find), void *user);

/** decisions.csv in the study's folder. g_free(). */
char *finds_decisions_path(const lyh_finds *finds);

/** The file @path as it is now; all 0 when there is none. */
struct stat finds_stat(const char *path);

/**
 * Which row of @rows says something of each find (its `row`): by place and words; where a text was changed
 * around it, by the words and their order, when all that were there are there still.
 */
void finds_match_rows(const lyh_finds *finds, const proposal_rows *rows);

find_document *finds_document(const lyh_finds *finds, size_t index);

/** The documents by name, for who looks for many: names are lent. g_hash_table_unref(). */
GHashTable *finds_numbers(const lyh_finds *finds);
/** The index of the document @name among @numbers, or LYH_NONE. */
size_t finds_number_of(GHashTable *numbers, const char *name);
lyh_find *finds_find(const find_document *document, size_t index);
/** The find called @id in @document, or NULL. */
lyh_find *finds_find_id(const find_document *document, const char *id);

#endif
