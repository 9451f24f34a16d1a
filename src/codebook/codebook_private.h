/**
 * Inside the codebook: what a code holds, and its ties to other codes.
 */
#ifndef LYHORD_CODEBOOK_CODEBOOK_PRIVATE_H
#define LYHORD_CODEBOOK_CODEBOOK_PRIVATE_H

#include <lyhord/codebook/field.h>

#include "autoptr.h"

/** A code with what hangs on it. */
typedef struct code_entry {
    lyh_code code;
    GArray *parents;  /* size_t: indexes of codes, each once */
    GPtrArray *rules; /* lyh_rule */
    GArray *columns;  /* lyh_rule_column, one a rule */
} code_entry;

typedef enum book_column {
    COLUMN_CODE,
    COLUMN_PARENT,
    COLUMN_LABEL,
    COLUMN_COLOUR,
    COLUMN_DEFINITION,
    COLUMN_WHEN,
    COLUMN_WHEN_NOT,
    COLUMN_EXAMPLE,
    COLUMN_RULES,
    COLUMN_RULES_PLUS,
    COLUMN_RULES_MINUS,
    COLUMN_EXCEPTIONS,
    COLUMN_PATTERNS,
    COLUMN_COUNT
} book_column;

struct lyh_codebook {
    lyh_csv *csv;
    size_t columns[COLUMN_COUNT]; /* of csv, or LYH_NONE */
    GArray *entries;              /* code_entry */
    GHashTable *by_name;          /* name -> index + 1 */
    GStringChunk *strings;
};

code_entry *lyh_codebook_entry(const lyh_codebook *book, size_t index);

/** Does the file have @column, and is it filled in for @code? */
bool lyh_codebook_has_cell(const lyh_codebook *book, const lyh_code *code,
                           book_column column);

/** The column of @field in @csv, a file that may not have become a codebook; LYH_NONE: it has none. */
size_t codebook_find_column(const lyh_csv *csv, lyh_field field);

/** Find parents and depths; say what is missing, too deep, or a ring. */
void lyh_codebook_link_parents(lyh_codebook *book, lyh_diags *diags);

/** Say which references name no code, and which come back to where they began. */
void lyh_codebook_check_references(const lyh_codebook *book, lyh_diags *diags);

#endif
