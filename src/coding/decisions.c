#include <lyhord/coding/decisions.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>

#include "../base/autoptr.h"
#include "autoptr.h"

/* Nobody needs a threshold beyond this; it also keeps the number far from wrapping. */
#define MOST_THRESHOLD 1000000

enum { KIND, TARGET, VALUE, WHO, REASON, DATE, COLUMN_COUNT };

static const lyh_csv_column columns[COLUMN_COUNT] = {
    [KIND] = { "kind|slag", true },          [TARGET] = { "target|mål|mal", true },
    [VALUE] = { "value|värde|varde", true }, [WHO] = { "who|vem", false },
    [REASON] = { "reason|skäl|skal", true }, [DATE] = { "date|datum", false },
};

static const char *const known_kinds[] = {
    "cell",    "code",      "duplicate",  "finding", "purge",
    "release", "threshold", "withdrawal", NULL,
};

struct lyh_decisions {
    GStringChunk *texts;
    GArray *list; /* lyh_decision */
    size_t threshold;
};

typedef struct decisions_reader {
    lyh_decisions *decisions;
    const lyh_csv *csv;
    size_t found[COLUMN_COUNT];
    lyh_diags *diags;
} decisions_reader;

static const char *keep_cell(const decisions_reader *reading, size_t row, size_t column)
{
    g_autofree char *text =
        g_strdup(lyh_csv_cell(reading->csv, row, reading->found[column]));
    return g_string_chunk_insert_const(reading->decisions->texts, g_strstrip(text));
}

static lyh_decision decision_in(const decisions_reader *reading, size_t row)
{
    lyh_place place = lyh_csv_place(reading->csv, row, reading->found[KIND]);
    return (lyh_decision){
        .kind = keep_cell(reading, row, KIND),
        .target = keep_cell(reading, row, TARGET),
        .value = keep_cell(reading, row, VALUE),
        .who = keep_cell(reading, row, WHO),
        .reason = keep_cell(reading, row, REASON),
        .date = keep_cell(reading, row, DATE),
        .line = lyh_source_line(lyh_csv_source(reading->csv), place.start),
    };
}

static void take_threshold(const decisions_reader *reading, size_t row,
                           const lyh_decision *decision)
{
    guint64 threshold;
    if (!g_ascii_string_to_unsigned(decision->value, 10, LYH_LEAST_THRESHOLD,
                                    MOST_THRESHOLD, &threshold, NULL)) {
        lyh_diags_error(
            reading->diags, "threshold-number",
            lyh_csv_place(reading->csv, row, reading->found[VALUE]),
            "'%s' is no threshold; write a whole number of persons, at least %d",
            decision->value, LYH_LEAST_THRESHOLD);
        return;
    }
    if (threshold < LYH_THRESHOLD && *decision->reason == '\0') {
        lyh_diags_error(reading->diags, "threshold-reason",
                        lyh_csv_place(reading->csv, row, reading->found[REASON]),
                        "the threshold is lowered to %s without a reason; write why groups "
                        "under %d persons may be shown",
                        decision->value, LYH_THRESHOLD);
        return;
    }
    reading->decisions->threshold = (size_t)threshold;
}

static void check_decision(const decisions_reader *reading, size_t row,
                           const lyh_decision *decision)
{
    lyh_place place = lyh_csv_place(reading->csv, row, reading->found[KIND]);
    if (*decision->kind == '\0') {
        lyh_diags_error(
            reading->diags, "decision-kind", place,
            "the decision has no kind; write one of cell, code, duplicate, finding, "
            "purge, release, threshold, withdrawal");
        return;
    }
    if (strcmp(decision->kind, "threshold") == 0)
        take_threshold(reading, row, decision);
    else if (!g_strv_contains(known_kinds, decision->kind))
        lyh_diags_warning(
            reading->diags, "decision-kind", place,
            "decisions of the kind '%s' are kept but change nothing; known "
            "are cell, code, duplicate, finding, purge, release, threshold, withdrawal",
            decision->kind);
}

lyh_decisions *lyh_decisions_read(const lyh_source *source, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_csv) csv = lyh_csv_read(source, diags);
    decisions_reader reading = { .csv = csv, .diags = diags };
    if (!csv || !lyh_csv_find_all(csv, columns, COLUMN_COUNT, false, reading.found, diags))
        return NULL;

    g_autoptr(lyh_decisions) decisions = g_new0(lyh_decisions, 1);
    decisions->texts = g_string_chunk_new(256);
    decisions->list = g_array_new(FALSE, FALSE, sizeof(lyh_decision));
    decisions->threshold = LYH_THRESHOLD;
    reading.decisions = decisions;
    for (size_t row = 0; row < lyh_csv_row_count(csv); row++) {
        lyh_decision decision = decision_in(&reading, row);
        check_decision(&reading, row, &decision);
        g_array_append_val(decisions->list, decision);
    }
    return lyh_diags_error_count(diags) > errors ? NULL : g_steal_pointer(&decisions);
}

void lyh_decisions_free(lyh_decisions *decisions)
{
    if (!decisions)
        return;
    g_array_unref(decisions->list);
    g_string_chunk_free(decisions->texts);
    g_free(decisions);
}

size_t lyh_decisions_count(const lyh_decisions *decisions)
{
    return decisions->list->len;
}

const lyh_decision *lyh_decisions_at(const lyh_decisions *decisions, size_t index)
{
    g_assert(index < decisions->list->len);
    return &g_array_index(decisions->list, lyh_decision, index);
}

const lyh_decision *lyh_decisions_find(const lyh_decisions *decisions, const char *kind,
                                       const char *target)
{
    for (size_t i = decisions->list->len; i > 0; i--) {
        const lyh_decision *decision = lyh_decisions_at(decisions, i - 1);
        if (strcmp(decision->kind, kind) == 0 && strcmp(decision->target, target) == 0)
            return decision;
    }
    return NULL;
}

const char *lyh_decisions_value(const lyh_decisions *decisions, const char *kind,
                                const char *target)
{
    const lyh_decision *decision = lyh_decisions_find(decisions, kind, target);
    return decision ? decision->value : NULL;
}

size_t lyh_decisions_threshold(const lyh_decisions *decisions)
{
    return decisions->threshold;
}
