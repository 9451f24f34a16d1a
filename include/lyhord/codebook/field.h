/** The columns of a codebook, each with its cell and place: for those who compare and change them. */
#ifndef LYHORD_CODEBOOK_FIELD_H
#define LYHORD_CODEBOOK_FIELD_H

#include <lyhord/codebook/codebook.h>

typedef enum lyh_field {
    LYH_FIELD_CODE,
    LYH_FIELD_PARENT,
    LYH_FIELD_LABEL,
    LYH_FIELD_COLOUR,
    LYH_FIELD_DEFINITION,
    LYH_FIELD_WHEN,
    LYH_FIELD_WHEN_NOT,
    LYH_FIELD_EXAMPLE,
    LYH_FIELD_RULES,
    LYH_FIELD_RULES_PLUS,
    LYH_FIELD_RULES_MINUS,
    LYH_FIELD_EXCEPTIONS,
    LYH_FIELD_PATTERNS,
    LYH_FIELD_COUNT
} lyh_field;

/** "code", "parent", "label" …: fixed words of our CSV formats. */
const char *lyh_field_name(lyh_field field);
/** The first of its names in a codebook: "kod", "överordnad" … */
const char *lyh_field_heading(lyh_field field);

/** The file the codebook was read from. Lent. */
const lyh_csv *lyh_codebook_csv(const lyh_codebook *codebook);
/** The index of the field's column in that file, or LYH_NONE. */
size_t lyh_codebook_column(const lyh_codebook *codebook, lyh_field field);
/** The cell as the file has it, white space and all; "" where the column is missing. Lent. */
const char *lyh_codebook_cell(const lyh_codebook *codebook, size_t code, lyh_field field);
/** Where it stands; where the column is missing, the place of the code's name. */
lyh_place lyh_codebook_cell_place(const lyh_codebook *codebook, size_t code,
                                  lyh_field field);
/** The column that a rule came from: one of LYH_FIELD_RULES to LYH_FIELD_PATTERNS. */
lyh_field lyh_codebook_rule_field(const lyh_codebook *codebook, size_t code, size_t index);

#endif
