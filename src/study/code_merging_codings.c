/* People's codings of codes that become one. */
#include <string.h>

#include "code_merging_private.h"

enum {
    DOCUMENT,
    TURN,
    START,
    END,
    CODE,
    POLARITY,
    STATE,
    STATUS,
    CODER,
    QUOTE,
    MARK,
    CELLS
};

static const char *const headings[CELLS] = {
    [DOCUMENT] = "document|dokument",
    [TURN] = "turn|tur|replik",
    [START] = "start",
    [END] = "end|slut",
    [CODE] = "code|kod",
    [POLARITY] = "polarity|polaritet",
    [STATE] = "state|läge|lage|tillstånd|tillstand",
    [STATUS] = "status",
    [CODER] = "coder|kodare",
    [QUOTE] = "quote|citat",
    [MARK] = "mark|märke|marke",
};

/* A coding that stays, and what it was of before. */
typedef struct kept_row {
    size_t row, code;
    int rank;
    const char *mark; /* its own, or one it took over */
} kept_row;

typedef struct codings_merging {
    const lyh_code_merging *merging;
    const lyh_csv *csv;
    lyh_csv_edit *edit;
    size_t columns[CELLS];
    GHashTable
        *groups; /* key -> GArray of kept_row: one coder, one passage, one judgement */
    size_t *before, *after; /* codings a code of the codebook */
    size_t dropped;
} codings_merging;

static const char *cell(const codings_merging *work, size_t row, size_t column)
{
    return lyh_csv_cell(work->csv, row, work->columns[column]);
}

static const char *or_usual(const char *text, const char *usual)
{
    return *text ? text : usual;
}

/* All that two codings of the same words share, but their place in the document. g_free(). */
static char *group_of(const codings_merging *work, size_t row)
{
    g_autofree char *document = lyh_id_clean(cell(work, row, DOCUMENT));
    const char *polarity = or_usual(cell(work, row, POLARITY), "0");
    const char *quote = cell(work, row, QUOTE);
    g_autofree char *place =
        g_strdup_printf("%s-%s", cell(work, row, START), cell(work, row, END));
    return g_strjoin("\x1f", document, cell(work, row, CODER),
                     strcmp(polarity, "\u2212") == 0 ? "-" : polarity,
                     or_usual(cell(work, row, STATE), "stated"), *quote ? "q" : "p",
                     *quote ? quote : place, NULL);
}

/* A row without a turn or a place means the only one there is (codings_csv.h), whatever the other says. */
static bool are_at_one_place(const codings_merging *work, size_t one, size_t two)
{
    static const size_t places[] = { TURN, START, END };
    for (size_t i = 0; i < G_N_ELEMENTS(places); i++) {
        const char *a = cell(work, one, places[i]), *b = cell(work, two, places[i]);
        if (*a && *b && strcmp(a, b) != 0)
            return false;
    }
    return true;
}

/* What a person said yes to stands; what nobody has decided stays open; one no is not two. */
static int rank_of(const char *status)
{
    return strcmp(status, "rejected") == 0 ? 0 : strcmp(status, "suggested") == 0 ? 1 : 2;
}

/* A quote that a person let out of the study stays let out: the mark goes to the row that stays. */
static void drop(codings_merging *work, kept_row *stays, const kept_row *goes)
{
    bool is_more = strcmp(goes->mark, "quote") == 0 || *stays->mark == '\0';
    if (is_more && strcmp(goes->mark, stays->mark) != 0) {
        stays->mark = goes->mark;
        lyh_csv_edit_set(work->edit, stays->row, work->columns[MARK], stays->mark);
    }
    lyh_csv_edit_remove(work->edit, goes->row);
    work->dropped++;
    work->after[work->merging->merge->into]--;
}

/* More at one passage by one coder are hardly a person's; they are kept, and cost no time. */
#define LOOKED_BACK 64

static void keep_one(codings_merging *work, size_t row, size_t code)
{
    char *key = group_of(work, row);
    GArray *group = g_hash_table_lookup(work->groups, key);
    kept_row now = { row, code, rank_of(cell(work, row, STATUS)), cell(work, row, MARK) };
    if (!group) {
        group = g_array_new(FALSE, FALSE, sizeof(kept_row));
        g_hash_table_insert(work->groups, g_strdup(key), group);
    }
    g_free(key);
    guint first = group->len > LOOKED_BACK ? group->len - LOOKED_BACK : 0;
    for (guint i = first; i < group->len; i++) {
        kept_row *other = &g_array_index(group, kept_row, i);
        if (other->code == code || !are_at_one_place(work, other->row, row))
            continue;
        if (other->rank >= now.rank) {
            drop(work, other, &now);
        } else {
            drop(work, &now, other);
            *other = now;
        }
        return;
    }
    g_array_append_val(group, now);
}

static void merge_row(codings_merging *work, size_t row)
{
    const lyh_code_merging *merging = work->merging;
    size_t code = code_merging_code(merging, cell(work, row, CODE));
    if (code == LYH_NONE)
        return;
    work->before[code]++;
    work->after[merging->merge->into]++;
    if (strcmp(cell(work, row, CODE), merging->merge->name) != 0)
        lyh_csv_edit_set(work->edit, row, work->columns[CODE], merging->merge->name);
    keep_one(work, row, code);
}

static void tell(const codings_merging *work, const char *path, lyh_diags *diags)
{
    const lyh_codebook *book = work->merging->study->codebook;
    g_autofree char *file = g_path_get_basename(path);
    for (size_t code = 0; code < lyh_codebook_count(book); code++) {
        bool stays = code == work->merging->merge->into;
        g_autofree char *name = g_strdup_printf(
            "%s, %s",
            stays ? work->merging->merge->name : lyh_codebook_code(book, code)->name, file);
        if (work->before[code] != work->after[code])
            code_merging_tell(work->merging, N_("codings of"), name, work->before[code],
                              work->after[code]);
    }
    if (work->dropped > 0)
        lyh_diags_note(
            diags, "merge-same", lyh_place_file(path),
            "the same words had several of the codes, by the same coder with the "
            "same polarity and state; one coding of each stays (rows that go: "
            "%zu)",
            work->dropped);
}

static void free_group(void *group)
{
    g_array_unref(group);
}

bool code_merging_codings(const lyh_code_merging *merging, const char *path,
                          lyh_diags *diags, lyh_error *error)
{
    g_autoptr(table_file) file = table_file_open(path, diags, error);
    if (!file)
        return false;
    size_t codes = lyh_codebook_count(merging->study->codebook), size;
    g_autofree size_t *before = g_new0(size_t, codes);
    g_autofree size_t *after = g_new0(size_t, codes);
    codings_merging work = { .merging = merging,
                             .csv = file->csv,
                             .edit = file->edit,
                             .before = before,
                             .after = after };
    for (size_t i = 0; i < CELLS; i++)
        work.columns[i] = lyh_csv_find(file->csv, headings[i]);
    work.groups = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_group);
    for (size_t row = 0; row < lyh_csv_row_count(file->csv); row++)
        merge_row(&work, row);
    g_hash_table_unref(work.groups);
    if (lyh_csv_edit_count(file->edit) == 0)
        return true;
    char *bytes = lyh_csv_edit_bytes(file->edit, &size);
    changes_write(merging->changes, path, bytes, size);
    tell(&work, path, diags);
    return true;
}
