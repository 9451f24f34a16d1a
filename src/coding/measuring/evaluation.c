#include <lyhord/coding/evaluation.h>

#include <stdlib.h>
#include <string.h>

#include "../codings_private.h"
#include "evaluation_private.h"
#include "../order.h"

const char *lyh_evaluation_unit_name(lyh_evaluation_unit unit)
{
    static const char *const names[] = { "document", "sentence", "turn" };
    g_assert(unit < LYH_EVALUATION_UNITS);
    return names[unit];
}

const char *lyh_fault_kind_name(lyh_fault_kind kind)
{
    static const char *const names[] = { "miss", "false", "polarity" };
    g_assert(kind <= LYH_FAULT_POLARITY);
    return names[kind];
}

static void free_lineage(gpointer lineage)
{
    if (lineage)
        g_array_unref(lineage);
}

lyh_evaluation *lyh_evaluation_new(const lyh_codebook *codebook)
{
    size_t codes = lyh_codebook_count(codebook);
    lyh_evaluation *evaluation = g_new0(lyh_evaluation, 1);
    evaluation->codebook = codebook;
    evaluation->is_used = g_new0(bool, codes);
    evaluation->lineages = g_ptr_array_new_with_free_func(free_lineage);
    g_ptr_array_set_size(evaluation->lineages, (gint)codes);
    evaluation->clusters = g_hash_table_new(NULL, NULL);
    evaluation->entries = g_array_new(FALSE, TRUE, sizeof(evaluation_entry));
    evaluation->items = g_array_new(FALSE, TRUE, sizeof(evaluation_item));
    evaluation->touched = g_array_new(FALSE, FALSE, sizeof(size_t));
    evaluation->people = g_new0(lyh_polarities, codes);
    evaluation->suggested = g_new0(lyh_polarities, codes);
    return evaluation;
}

void lyh_evaluation_free(lyh_evaluation *evaluation)
{
    if (!evaluation)
        return;
    g_free(evaluation->is_used);
    g_ptr_array_unref(evaluation->lineages);
    g_hash_table_unref(evaluation->clusters);
    g_array_unref(evaluation->entries);
    g_array_unref(evaluation->items);
    g_array_unref(evaluation->touched);
    g_free(evaluation->people);
    g_free(evaluation->suggested);
    g_free(evaluation->measured);
    g_free(evaluation);
}

/* ---- which codes ---- */

void lyh_evaluation_use(lyh_evaluation *evaluation, size_t code)
{
    g_assert(code < lyh_codebook_count(evaluation->codebook));
    g_assert(evaluation->entries->len == 0);
    evaluation->is_used[code] = true;
}

/* Another's words, and what is said of another than the service, are nobody's experience of it. */
static bool is_of_the_service(const lyh_coding *coding)
{
    return coding->state != LYH_QUOTED && coding->state != LYH_OTHER;
}

/* Only what a person stands for. */
static bool is_of_people(const lyh_coding *coding)
{
    return (coding->status == LYH_ACCEPTED || coding->status == LYH_MANUAL) &&
           is_of_the_service(coding);
}

static bool is_suggestion(const lyh_coding *coding)
{
    return coding->status == LYH_SUGGESTED && is_of_the_service(coding);
}

bool lyh_evaluation_use_file(lyh_evaluation *evaluation, const lyh_codings_file *file)
{
    bool has_any = false;
    for (guint i = 0; i < file->of_document->len; i++) {
        const GArray *rows = file->of_document->pdata[i];
        for (guint j = 0; j < rows->len; j++) {
            const lyh_coding *coding = &g_array_index(rows, codings_row, j).coding;
            if (!is_of_people(coding))
                continue;
            lyh_evaluation_use(evaluation, coding->code);
            has_any = true;
        }
    }
    return has_any;
}

bool lyh_evaluation_measures(const lyh_evaluation *evaluation, size_t code)
{
    return evaluation->is_used[code] ||
           lyh_codebook_code(evaluation->codebook, code)->parent == LYH_NONE;
}

static bool contains(const GArray *codes, size_t code)
{
    for (guint i = 0; i < codes->len; i++)
        if (g_array_index(codes, size_t, i) == code)
            return true;
    return false;
}

/* A code and all above it, each once, however many ways lead there. */
static GArray *code_and_above(const lyh_codebook *codebook, size_t code)
{
    GArray *codes = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_array_append_val(codes, code);
    for (guint i = 0; i < codes->len; i++) {
        size_t count;
        const size_t *parents =
            lyh_codebook_parents(codebook, g_array_index(codes, size_t, i), &count);
        for (size_t p = 0; p < count; p++)
            if (!contains(codes, parents[p]))
                g_array_append_val(codes, parents[p]);
    }
    return codes;
}

/* The measured codes that @code counts for, itself among them when it is measured. */
static const GArray *lineage_of(lyh_evaluation *evaluation, size_t code)
{
    gpointer *lineage = &evaluation->lineages->pdata[code];
    if (*lineage)
        return *lineage;
    g_autoptr(GArray) all = code_and_above(evaluation->codebook, code);
    GArray *measured = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (guint i = 0; i < all->len; i++)
        if (lyh_evaluation_measures(evaluation, g_array_index(all, size_t, i)))
            g_array_append_val(measured, g_array_index(all, size_t, i));
    return *lineage = measured;
}

/* ---- one unit ---- */

typedef struct unit_walk {
    lyh_evaluation *evaluation;
    size_t cluster;
    lyh_fault_visitor visitor;
    void *user;
} unit_walk;

static const evaluation_item *item_at(const lyh_evaluation *evaluation, guint index)
{
    return &g_array_index(evaluation->items, evaluation_item, index);
}

static void note_item(lyh_evaluation *evaluation, const evaluation_item *item)
{
    const GArray *lineage = lineage_of(evaluation, item->label.code);
    for (guint i = 0; i < lineage->len; i++) {
        size_t code = g_array_index(lineage, size_t, i);
        if (evaluation->people[code] == 0 && evaluation->suggested[code] == 0)
            g_array_append_val(evaluation->touched, code);
        if (item->is_suggested)
            evaluation->suggested[code] |= 1u << item->label.polarity;
        else
            evaluation->people[code] |= 1u << item->label.polarity;
    }
}

/*
 * Suggested polarities that people did not give. A 0 beside + or - judges nothing: a rule saw the
 * subject and left the judgement to another.
 */
static lyh_polarities wrong_polarities(lyh_polarities people, lyh_polarities suggested)
{
    const lyh_polarities neutral = 1u << LYH_NEUTRAL;
    lyh_polarities judged = suggested & ~neutral;
    return (judged ? judged : suggested) & ~people;
}

static void tell(const unit_walk *walk, guint first, guint end, lyh_fault fault)
{
    lyh_polarities wrong = fault.kind == LYH_FAULT_POLARITY
                               ? wrong_polarities(fault.people, fault.suggested)
                               : ~0u;
    for (guint i = first; walk->visitor && i < end; i++) {
        const evaluation_item *item = item_at(walk->evaluation, i);
        bool is_concerned =
            item->is_suggested != (fault.kind == LYH_FAULT_MISS) &&
            wrong & 1u << item->label.polarity &&
            contains(lineage_of(walk->evaluation, item->label.code), fault.code);
        if (!is_concerned)
            continue;
        fault.coding = item->coding;
        walk->visitor(walk->user, &fault);
        if (!item->coding)
            return; /* labels of a record say no more than that it has the code */
    }
}

static void judge_code(const unit_walk *walk, size_t code, guint first, guint end)
{
    lyh_evaluation *evaluation = walk->evaluation;
    lyh_fault fault = { .code = code,
                        .people = evaluation->people[code],
                        .suggested = evaluation->suggested[code] };
    evaluation_entry entry = { .cluster = walk->cluster, .code = code };
    entry.tp = fault.people && fault.suggested;
    entry.fp = !fault.people;
    entry.fn = !fault.suggested;
    entry.right = entry.tp && wrong_polarities(fault.people, fault.suggested) == 0;
    g_array_append_val(evaluation->entries, entry);
    if (entry.tp && entry.right)
        return;
    fault.kind = entry.tp   ? LYH_FAULT_POLARITY
                 : entry.fp ? LYH_FAULT_FALSE
                            : LYH_FAULT_MISS;
    tell(walk, first, end, fault);
}

static gint by_code(gconstpointer one, gconstpointer two)
{
    return order(*(const size_t *)one, *(const size_t *)two);
}

/* The items @first to @end are those of one unit. */
static void judge_unit(const unit_walk *walk, guint first, guint end)
{
    lyh_evaluation *evaluation = walk->evaluation;
    g_array_set_size(evaluation->touched, 0);
    for (guint i = first; i < end; i++)
        note_item(evaluation, item_at(evaluation, i));
    g_array_sort(evaluation->touched, by_code);
    for (guint i = 0; i < evaluation->touched->len; i++) {
        size_t code = g_array_index(evaluation->touched, size_t, i);
        judge_code(walk, code, first, end);
        evaluation->people[code] = evaluation->suggested[code] = 0;
    }
}

/* A cluster is drawn also when nobody saw anything in it: so much silence is part of the material. */
static size_t take_cluster(lyh_evaluation *evaluation, size_t number)
{
    gpointer key = GSIZE_TO_POINTER(number);
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(evaluation->clusters, key));
    if (known > 0)
        return known - 1;
    size_t index = g_hash_table_size(evaluation->clusters);
    g_hash_table_insert(evaluation->clusters, key, GSIZE_TO_POINTER(index + 1));
    return index;
}

/* ---- records and documents ---- */

static void add_item(lyh_evaluation *evaluation, size_t unit, const lyh_coding *coding)
{
    evaluation_item item = { .unit = unit,
                             .label = { coding->code, coding->polarity },
                             .coding = coding,
                             .is_suggested = coding->status == LYH_SUGGESTED };
    g_array_append_val(evaluation->items, item);
}

static void add_labels(lyh_evaluation *evaluation, const lyh_label *labels, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        evaluation_item item = { .label = labels[i] };
        g_array_append_val(evaluation->items, item);
    }
}

void lyh_evaluation_add_record(lyh_evaluation *evaluation, size_t cluster,
                               const lyh_label *labels, size_t count,
                               const lyh_codings *suggested, lyh_fault_visitor visitor,
                               void *user)
{
    unit_walk walk = { evaluation, take_cluster(evaluation, cluster), visitor, user };
    g_array_set_size(evaluation->items, 0);
    add_labels(evaluation, labels, count);
    for (size_t i = 0; i < lyh_codings_count(suggested); i++)
        if (is_suggestion(lyh_codings_at(suggested, i)))
            add_item(evaluation, 0, lyh_codings_at(suggested, i));
    judge_unit(&walk, 0, evaluation->items->len);
}

static bool is_said_before(const lyh_document *document, const lyh_coding *coding)
{
    for (size_t i = 0; i < lyh_document_repeat_count(document); i++) {
        const lyh_repeat *repeat = lyh_document_repeat(document, i);
        if (repeat->start <= coding->start && coding->end <= repeat->end)
            return true;
    }
    return false;
}

/* The sentence after the last one of its turn that @coding covers some of. */
static size_t sentence_end(const lyh_tokens *tokens, const lyh_coding *coding)
{
    const lyh_sentence *sentences = lyh_tokens_sentences(tokens);
    size_t end = coding->sentence + 1;
    while (end < lyh_tokens_sentence_count(tokens) &&
           sentences[end].turn == sentences[coding->sentence].turn &&
           lyh_tokens_all(tokens)[sentences[end].first].start < coding->end)
        end++;
    return end;
}

static void add_coding(lyh_evaluation *evaluation, lyh_evaluation_unit unit,
                       const lyh_tokens *tokens, const lyh_coding *coding)
{
    if (unit == LYH_EVALUATE_SENTENCE)
        for (size_t i = coding->sentence; i < sentence_end(tokens, coding); i++)
            add_item(evaluation, i, coding);
    else
        add_item(evaluation, unit == LYH_EVALUATE_TURN ? coding->turn : 0, coding);
}

static void add_codings(lyh_evaluation *evaluation, lyh_evaluation_unit unit,
                        const lyh_document *document, const lyh_tokens *tokens,
                        const lyh_codings *codings, bool (*takes)(const lyh_coding *coding))
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        if (takes(coding) && !is_said_before(document, coding))
            add_coding(evaluation, unit, tokens, coding);
    }
}

static gint by_unit(gconstpointer one, gconstpointer two)
{
    const evaluation_item *a = one, *b = two;
    return order(a->unit, b->unit);
}

void lyh_evaluation_add_document(lyh_evaluation *evaluation, size_t cluster,
                                 lyh_evaluation_unit unit, const lyh_document *document,
                                 const lyh_tokens *tokens, const lyh_codings *people,
                                 const lyh_codings *suggested, lyh_fault_visitor visitor,
                                 void *user)
{
    unit_walk walk = { evaluation, take_cluster(evaluation, cluster), visitor, user };
    g_array_set_size(evaluation->items, 0);
    add_codings(evaluation, unit, document, tokens, people, is_of_people);
    add_codings(evaluation, unit, document, tokens, suggested, is_suggestion);
    g_array_sort(evaluation->items, by_unit);
    for (guint first = 0, end; first < evaluation->items->len; first = end) {
        for (end = first;
             end < evaluation->items->len &&
             item_at(evaluation, end)->unit == item_at(evaluation, first)->unit;)
            end++;
        judge_unit(&walk, first, end);
    }
}

size_t lyh_evaluation_cluster_count(const lyh_evaluation *evaluation)
{
    return g_hash_table_size(evaluation->clusters);
}
