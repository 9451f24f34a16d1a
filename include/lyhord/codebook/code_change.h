/**
 * One code of a codebook said otherwise, or a code more: its cells written anew, all else of the file
 * as it stood.
 */
#ifndef LYHORD_CODEBOOK_CODE_CHANGE_H
#define LYHORD_CODEBOOK_CODE_CHANGE_H

#include <lyhord/codebook/field.h>

/** Characters a cell may have: what spreadsheets take at most is 32 767. */
#define LYH_CODE_CELL_MOST 30000

typedef struct lyh_code_change {
    const char *code; /* its name, as the codebook has it, or is to have it */
    bool is_new;      /* it is not there yet, and comes behind the others */
    /* what each cell is to hold, UTF-8; NULL: as it is. That of LYH_FIELD_CODE is not looked at */
    const char *cells[LYH_FIELD_COUNT];
} lyh_code_change;

/**
 * The codebook in @bytes, which @name is called in messages. NULL: see @diags. Free with
 * lyh_codebook_free().
 */
lyh_codebook *lyh_codebook_from_bytes(const char *name, const void *bytes, size_t size,
                                      lyh_diags *diags);

/**
 * The bytes of the file as @change makes it, @size of them; free(). White space around a cell's words is
 * left out. NULL, with a diagnostic: the code to be changed is not there; the file has no column for a cell; a
 * cell is too long. Whether what comes out is a codebook, its reader says: of a code that is new and there already, too.
 */
char *lyh_codebook_changed(const lyh_codebook *codebook, const lyh_code_change *change,
                           size_t *size, lyh_diags *diags);

/** The field in @row of @csv that a message about @line and @column of the file is about; LYH_FIELD_COUNT: none. */
lyh_field lyh_codebook_field_at(const lyh_csv *csv, size_t row, size_t line, size_t column);

#endif
