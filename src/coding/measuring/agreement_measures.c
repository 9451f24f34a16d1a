#include <lyhord/coding/agreement.h>

#include "agreement_private.h"

/* ---- which marks are a code's ---- */

static void free_marks(gpointer marks)
{
    if (marks)
        g_array_unref(marks);
}

/* @code and all codes above it, each once, by way of all their parents. */
static void add_with_parents(const lyh_codebook *codebook, size_t code, GArray *found)
{
    g_autoptr(GHashTable) known = g_hash_table_new(NULL, NULL);
    g_hash_table_add(known, GSIZE_TO_POINTER(code));
    g_array_append_val(found, code);
    for (guint i = 0; i < found->len; i++) {
        size_t count;
        const size_t *parents =
            lyh_codebook_parents(codebook, g_array_index(found, size_t, i), &count);
        for (size_t j = 0; j < count; j++)
            if (g_hash_table_add(known, GSIZE_TO_POINTER(parents[j])))
                g_array_append_val(found, parents[j]);
    }
}

static void add_mark(GPtrArray *marks_of, size_t code, size_t mark)
{
    if (!marks_of->pdata[code])
        marks_of->pdata[code] = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_array_append_val((GArray *)marks_of->pdata[code], mark);
}

/* Every mark under its own code and under those above: a child's coding counts for its parents. */
static void sort_marks(lyh_agreement *agreement)
{
    size_t codes = lyh_codebook_count(agreement->codebook);
    g_autoptr(GPtrArray) above = g_ptr_array_new_with_free_func(free_marks);
    g_ptr_array_set_size(above, (gint)codes);
    agreement->marks_of = g_ptr_array_new_with_free_func(free_marks);
    g_ptr_array_set_size(agreement->marks_of, (gint)codes);
    agreement->is_coded = g_new0(bool, agreement->units->len);
    for (size_t i = 0; i < agreement->marks->len; i++) {
        const agreement_mark *mark = &g_array_index(agreement->marks, agreement_mark, i);
        agreement->is_coded[mark->unit] = true;
        if (!above->pdata[mark->code]) {
            above->pdata[mark->code] = g_array_new(FALSE, FALSE, sizeof(size_t));
            add_with_parents(agreement->codebook, mark->code, above->pdata[mark->code]);
        }
        const GArray *codes_of = above->pdata[mark->code];
        for (guint j = 0; j < codes_of->len; j++)
            add_mark(agreement->marks_of, g_array_index(codes_of, size_t, j), i);
    }
}

/* ---- the matrix of a code ---- */

static void fill_readers(const lyh_agreement *agreement, unsigned char *values)
{
    size_t coders = agreement->coders->len;
    for (size_t unit = 0; unit < agreement->units->len; unit++) {
        size_t document = g_array_index(agreement->units, agreement_unit, unit).document;
        for (size_t coder = 0; coder < coders; coder++)
            values[unit * coders + coder] =
                agreement_reads(agreement, document, coder) ? 0 : LYH_NO_RATING;
    }
}

static void fill_codings(const lyh_agreement *agreement, size_t code, unsigned char *values)
{
    const GArray *marks = agreement->marks_of->pdata[code];
    for (guint i = 0; marks && i < marks->len; i++) {
        const agreement_mark *mark = &g_array_index(agreement->marks, agreement_mark,
                                                    g_array_index(marks, size_t, i));
        values[mark->unit * agreement->coders->len + mark->coder] = 1;
    }
}

/* Move the units that are kept to the front; returns how many, with their documents. */
static size_t keep_units(const lyh_agreement *agreement, bool coded_only,
                         unsigned char *values, size_t *documents)
{
    size_t coders = agreement->coders->len, kept = 0;
    for (size_t unit = 0; unit < agreement->units->len; unit++) {
        if (coded_only && !agreement->is_coded[unit])
            continue;
        for (size_t coder = 0; coder < coders; coder++)
            values[kept * coders + coder] = values[unit * coders + coder];
        documents[kept++] = g_array_index(agreement->units, agreement_unit, unit).document;
    }
    return kept;
}

lyh_agreed lyh_agreement_of(lyh_agreement *agreement, size_t code, bool coded_only)
{
    if (!agreement->marks_of)
        sort_marks(agreement);
    size_t coders = agreement->coders->len, units = agreement->units->len;
    g_autofree unsigned char *values = g_new(unsigned char, units *coders);
    g_autofree size_t *documents = g_new(size_t, units);
    fill_readers(agreement, values);
    fill_codings(agreement, code, values);
    const lyh_ratings ratings = {
        .values = values,
        .units = keep_units(agreement, coded_only, values, documents),
        .coders = coders,
        .kinds = 2,
        .clusters = documents,
        .cluster_count = lyh_agreement_document_count(agreement),
    };
    return (lyh_agreed){
        .units = lyh_ratings_units(&ratings),
        .share = lyh_ratings_share(&ratings),
        .kappa = lyh_ratings_kappa(&ratings),
        .alpha = lyh_ratings_alpha(&ratings),
        .interval = lyh_ratings_alpha_interval(&ratings, LYH_AGREEMENT_RESAMPLES,
                                               LYH_AGREEMENT_SEED),
    };
}

/* ---- where they differ ---- */

typedef struct difference_walk {
    const lyh_agreement *agreement;
    size_t document;
    GPtrArray *said;      /* agreement_mark *: of a unit, each code by each coder once */
    lyh_coder_says *says; /* of every coder */
    void (*visitor)(void *user, const lyh_disagreement *disagreement);
    void *user;
} difference_walk;

static const agreement_mark *said_at(const difference_walk *walk, guint index)
{
    return walk->said->pdata[index];
}

/* Marks of a code come together, but a coder's first passage may lie between another's. */
static bool is_new(const difference_walk *walk, const agreement_mark *mark)
{
    for (guint i = walk->said->len; i-- > 0 && said_at(walk, i)->code == mark->code;)
        if (said_at(walk, i)->coder == mark->coder)
            return false;
    return true;
}

static void ask_everyone(const difference_walk *walk, size_t code)
{
    const lyh_agreement *agreement = walk->agreement;
    for (size_t coder = 0; coder < agreement->coders->len; coder++)
        walk->says[coder] = agreement_reads(agreement, walk->document, coder)
                                ? LYH_NOT_CODED
                                : LYH_NOT_READ;
    for (guint i = 0; i < walk->said->len; i++)
        if (lyh_codebook_is_within(agreement->codebook, said_at(walk, i)->code, code))
            walk->says[said_at(walk, i)->coder] = LYH_CODED;
}

static bool do_differ(const difference_walk *walk)
{
    bool has_coded = false, has_not = false;
    for (size_t coder = 0; coder < walk->agreement->coders->len; coder++) {
        has_coded |= walk->says[coder] == LYH_CODED;
        has_not |= walk->says[coder] == LYH_NOT_CODED;
    }
    return has_coded && has_not;
}

static void tell_code(const difference_walk *walk, const agreement_mark *first)
{
    ask_everyone(walk, first->code);
    if (!do_differ(walk))
        return;
    const agreement_unit *unit =
        &g_array_index(walk->agreement->units, agreement_unit, first->unit);
    bool is_document = unit->start == LYH_NONE;
    const lyh_disagreement told = {
        .code = first->code,
        .turn = is_document ? first->turn : unit->turn,
        .start = is_document ? first->start : unit->start,
        .end = is_document ? first->end : unit->end,
        .quote = first->quote,
        .says = walk->says,
    };
    walk->visitor(walk->user, &told);
}

static void tell_unit(const difference_walk *walk)
{
    for (guint i = 0; i < walk->said->len; i++)
        if (i == 0 || said_at(walk, i)->code != said_at(walk, i - 1)->code)
            tell_code(walk, said_at(walk, i));
    g_ptr_array_set_size(walk->said, 0);
}

void lyh_agreement_differences(const lyh_agreement *agreement, size_t document,
                               void (*visitor)(void *user,
                                               const lyh_disagreement *disagreement),
                               void *user)
{
    size_t first = g_array_index(agreement->first_marks, size_t, document);
    size_t end = document + 1 < agreement->first_marks->len
                     ? g_array_index(agreement->first_marks, size_t, document + 1)
                     : agreement->marks->len;
    g_autoptr(GPtrArray) said = g_ptr_array_new();
    g_autofree lyh_coder_says *says = g_new(lyh_coder_says, agreement->coders->len);
    difference_walk walk = { agreement, document, said, says, visitor, user };
    for (size_t i = first; i < end; i++) {
        const agreement_mark *mark = &g_array_index(agreement->marks, agreement_mark, i);
        if (said->len > 0 && said_at(&walk, 0)->unit != mark->unit)
            tell_unit(&walk);
        if (is_new(&walk, mark))
            g_ptr_array_add(said, (agreement_mark *)mark);
    }
    tell_unit(&walk);
}
