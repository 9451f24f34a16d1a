#include <lyhord/coding/agreement.h>

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../../base/autoptr.h"
#include "agreement_private.h"
#include "../codings_private.h"

const char *lyh_agreement_unit_name(lyh_agreement_unit unit)
{
    static const char *const names[] = { "document", "sentence", "statement", "turn" };
    g_assert(unit < LYH_AGREE_UNITS);
    return names[unit];
}

lyh_agreement *lyh_agreement_new(const lyh_codebook *codebook, lyh_agreement_unit unit)
{
    lyh_agreement *agreement = g_new0(lyh_agreement, 1);
    agreement->codebook = codebook;
    agreement->unit = unit;
    agreement->files = g_array_new(FALSE, FALSE, sizeof(agreement_file));
    agreement->coders = g_ptr_array_new_with_free_func(free);
    agreement->coder_of = g_hash_table_new(g_str_hash, g_str_equal);
    agreement->units = g_array_new(FALSE, FALSE, sizeof(agreement_unit));
    agreement->marks = g_array_new(FALSE, FALSE, sizeof(agreement_mark));
    agreement->first_marks = g_array_new(FALSE, FALSE, sizeof(size_t));
    agreement->reads = g_array_new(FALSE, FALSE, sizeof(bool));
    agreement->codings = g_array_new(FALSE, FALSE, sizeof(size_t));
    return agreement;
}

void lyh_agreement_free(lyh_agreement *agreement)
{
    if (!agreement)
        return;
    g_array_unref(agreement->files);
    g_hash_table_unref(agreement->coder_of);
    g_ptr_array_unref(agreement->coders);
    g_array_unref(agreement->units);
    g_array_unref(agreement->marks);
    g_array_unref(agreement->first_marks);
    g_array_unref(agreement->reads);
    g_array_unref(agreement->codings);
    if (agreement->marks_of)
        g_ptr_array_unref(agreement->marks_of);
    g_free(agreement->is_coded);
    g_free(agreement);
}

/* ---- who codes ---- */

bool agreement_is_a_coding(const lyh_coding *coding)
{
    return coding->status == LYH_ACCEPTED || coding->status == LYH_MANUAL;
}

size_t lyh_agreement_coder_count(const lyh_agreement *agreement)
{
    return agreement->coders->len;
}

const char *lyh_agreement_coder(const lyh_agreement *agreement, size_t coder)
{
    g_assert(coder < agreement->coders->len);
    return agreement->coders->pdata[coder];
}

/* @name is clean, and the caller's. */
static size_t find_clean(const lyh_agreement *agreement, const char *name)
{
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(agreement->coder_of, name));
    return known > 0 ? known - 1 : LYH_NONE;
}

size_t lyh_agreement_find_coder(const lyh_agreement *agreement, const char *name)
{
    g_autofree char *clean = lyh_id_clean(name);
    return find_clean(agreement, clean);
}

size_t agreement_coder_of(const lyh_agreement *agreement, const agreement_file *file,
                          const char *name)
{
    return file->coder != LYH_NONE ? file->coder
                                   : lyh_agreement_find_coder(agreement, name);
}

static size_t add_coder(lyh_agreement *agreement, const char *name)
{
    char *clean = lyh_id_clean(name);
    size_t known = find_clean(agreement, clean);
    if (known != LYH_NONE) {
        free(clean);
        return known;
    }
    g_ptr_array_add(agreement->coders, clean);
    g_hash_table_insert(agreement->coder_of, clean,
                        GSIZE_TO_POINTER(agreement->coders->len));
    return agreement->coders->len - 1;
}

/* Call @visitor for every row that is somebody's: also what somebody rejected shows who they are. */
static void each_row_of_a_person(const lyh_codings_file *file,
                                 void (*visitor)(void *user, const codings_row *row),
                                 void *user)
{
    for (guint i = 0; i < file->of_document->len; i++) {
        const GArray *rows = file->of_document->pdata[i];
        for (guint j = 0; j < rows->len; j++) {
            const codings_row *row = &g_array_index(rows, codings_row, j);
            if (row->coding.status != LYH_SUGGESTED)
                visitor(user, row);
        }
    }
}

typedef struct name_walk {
    lyh_agreement *agreement;
    const lyh_codings_file *file;
    lyh_diags *diags;
    GHashTable *names;  /* clean, in the column coder; "" among them */
    const char *stated; /* the last that says anything */
} name_walk;

static void note_name(void *user, const codings_row *row)
{
    name_walk *walk = user;
    if (*row->coding.coder != '\0')
        walk->stated = row->coding.coder;
    g_hash_table_add(walk->names, lyh_id_clean(row->coding.coder));
}

static void add_name_of_row(void *user, const codings_row *row)
{
    const name_walk *walk = user;
    g_autofree char *name = lyh_id_clean(row->coding.coder);
    if (*name != '\0')
        add_coder(walk->agreement, name);
    else
        lyh_diags_error(walk->diags, "agree-coder",
                        codings_place(walk->file, row->row, COLUMN_CODER),
                        "the file holds the codings of several coders, and this row does "
                        "not say whose it is; write the coder's name in the column coder");
}

static bool has_several(GHashTable *names)
{
    guint empty = g_hash_table_contains(names, "") ? 1 : 0;
    return g_hash_table_size(names) - empty > 1;
}

static lyh_place place_of_file(const lyh_codings_file *file)
{
    return lyh_place_file(lyh_source_name(lyh_csv_source(file->csv)));
}

/* A copied file may still bear the first coder's name; two files of one person are no two coders. */
static void compare_stated(const lyh_agreement *agreement, const agreement_file *added,
                           lyh_diags *diags)
{
    for (guint i = 0; i < agreement->files->len && *added->stated; i++) {
        const agreement_file *other = &g_array_index(agreement->files, agreement_file, i);
        if (other->coder == LYH_NONE || strcmp(other->stated, added->stated) != 0)
            continue;
        lyh_diags_warning(diags, "agree-coder", place_of_file(added->file),
                          "the column coder says '%s' here and in the file of '%s': they "
                          "are compared as two coders; whoever codes twice does not agree "
                          "with anybody",
                          added->stated, lyh_agreement_coder(agreement, other->coder));
        return;
    }
}

static void take_coder_of_file(lyh_agreement *agreement, agreement_file *added,
                               const char *name, lyh_diags *diags)
{
    g_autofree char *clean = lyh_id_clean(name);
    for (guint i = 0; i < agreement->files->len; i++) {
        const agreement_file *other = &g_array_index(agreement->files, agreement_file, i);
        if (other->coder == LYH_NONE ||
            strcmp(agreement->coders->pdata[other->coder], clean) != 0)
            continue;
        lyh_diags_error(diags, "agree-coder", place_of_file(added->file),
                        "two files are called '%s', and a coder is called as the file; "
                        "give one of them another name",
                        clean);
        return;
    }
    added->coder = add_coder(agreement, name);
    compare_stated(agreement, added, diags);
}

bool lyh_agreement_add_file(lyh_agreement *agreement, const lyh_codings_file *file,
                            const char *name, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(GHashTable) names =
        g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    name_walk walk = { agreement, file, diags, names, "" };
    each_row_of_a_person(file, note_name, &walk);
    agreement_file added = { file, LYH_NONE, walk.stated };
    if (has_several(names))
        each_row_of_a_person(file, add_name_of_row, &walk);
    else
        take_coder_of_file(agreement, &added, name, diags);
    g_array_append_val(agreement->files, added);
    if (agreement->coders->len > LYH_CODERS_MAX)
        lyh_diags_error(diags, "agree-coder", place_of_file(file),
                        "there are %u coders, and %d can be compared; look in the column "
                        "coder",
                        agreement->coders->len, LYH_CODERS_MAX);
    return lyh_diags_error_count(diags) == errors;
}

/* ---- what there is ---- */

bool agreement_reads(const lyh_agreement *agreement, size_t document, size_t coder)
{
    return g_array_index(agreement->reads, bool, document * agreement->coders->len + coder);
}

size_t *agreement_codings_of(const lyh_agreement *agreement, size_t document, size_t coder)
{
    return &g_array_index(agreement->codings, size_t,
                          document * agreement->coders->len + coder);
}

size_t lyh_agreement_document_count(const lyh_agreement *agreement)
{
    return agreement->first_marks->len;
}

size_t lyh_agreement_unit_count(const lyh_agreement *agreement, bool coded_only)
{
    if (!coded_only)
        return agreement->units->len;
    size_t coded = 0, last = LYH_NONE;
    for (guint i = 0; i < agreement->marks->len; i++) {
        size_t unit = g_array_index(agreement->marks, agreement_mark, i).unit;
        coded += unit != last;
        last = unit;
    }
    return coded;
}

size_t lyh_agreement_codings(const lyh_agreement *agreement, size_t coder)
{
    size_t sum = 0;
    for (size_t i = 0; i < lyh_agreement_document_count(agreement); i++)
        sum += *agreement_codings_of(agreement, i, coder);
    return sum;
}

static size_t codings_of_all(const lyh_agreement *agreement, size_t document)
{
    size_t sum = 0;
    for (size_t coder = 0; coder < agreement->coders->len; coder++)
        sum += *agreement_codings_of(agreement, document, coder);
    return sum;
}

size_t lyh_agreement_silent(const lyh_agreement *agreement, size_t coder)
{
    size_t silent = 0;
    for (size_t i = 0; i < lyh_agreement_document_count(agreement); i++)
        silent += agreement_reads(agreement, i, coder) &&
                  *agreement_codings_of(agreement, i, coder) == 0 &&
                  codings_of_all(agreement, i) > 0;
    return silent;
}

/* ---- codings that stand alone ---- */

/* What could be a code's name; anything else is for the reader of the codings to complain of. */
static bool may_be_code(const char *name)
{
    size_t size = strlen(name);
    return size > 0 && !g_ascii_isspace(name[0]) && !g_ascii_isspace(name[size - 1]) &&
           !strpbrk(name, "|\t\r\n") && lyh_text_length(name, size) <= LYH_CODE_NAME_MAX;
}

/* In quotes, so that nothing in a name can end the cell, and with the guard its reader takes away. */
static void append_cell(GString *text, const char *name)
{
    char first = name[strspn(name, "'")];
    g_string_append(text, first != '\0' && strchr("=+-@", first) ? "\"'" : "\"");
    for (; *name; name++)
        g_string_append(text, *name == '"' ? "\"\"" : (char[]){ *name, '\0' });
    g_string_append(text, "\"\n");
}

lyh_codebook *lyh_agreement_codebook(const lyh_csv *const *tables, size_t count,
                                     lyh_source **source, lyh_diags *diags)
{
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GString) text = g_string_new("kod\n");
    for (size_t i = 0; i < count; i++) {
        size_t column = lyh_csv_find(tables[i], "code|kod");
        for (size_t row = 0; row < lyh_csv_row_count(tables[i]); row++) {
            const char *name = lyh_csv_cell(tables[i], row, column);
            if (may_be_code(name) && g_hash_table_add(known, (char *)name))
                append_cell(text, name);
        }
    }
    *source = lyh_source_from_bytes(lyh_tr(lyh_diags_catalog(diags), "codes"),
                                    LYH_SOURCE_TABLE, text->str, text->len, diags);
    lyh_csv *csv = *source ? lyh_csv_read(*source, diags) : NULL;
    lyh_codebook *codebook = csv ? lyh_codebook_read(csv, diags) : NULL;
    if (csv && !codebook)
        lyh_csv_free(csv);
    return codebook;
}
