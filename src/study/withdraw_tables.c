/* What a withdrawal changes of what has been counted, and what was made before and stays. */
#include <string.h>

#include "codings_written.h"
#include "../base/listing.h"
#include "folder.h"
#include "withdraw_private.h"

static lyh_cell persons(size_t count, size_t base, size_t threshold)
{
    return base < threshold ? lyh_cell_hidden() : lyh_cell_count(count);
}

static void tell_codes(const lyh_withdrawal *withdrawal, const lyh_tally *tally)
{
    const lyh_codebook *codebook = withdrawal->study->codebook;
    size_t threshold = withdrawal->study->threshold;
    size_t base = lyh_tally_base(tally);
    bool is_in = lyh_tally_has(tally, withdrawal->respondent);
    if (!is_in)
        return;
    withdrawal_tell(withdrawal, N_("persons in the base"), "", lyh_cell_count(base),
                    lyh_cell_count(base - 1));
    for (size_t code = 0; code < lyh_codebook_count(codebook); code++) {
        size_t said = lyh_tally_persons(tally, code, LYH_MEASURE_ANY);
        if (!lyh_tally_said(tally, withdrawal->respondent, code, LYH_MEASURE_ANY))
            continue;
        bool is_hidden = base - 1 < threshold;
        withdrawal_tell(withdrawal, N_("persons who took up"),
                        lyh_codebook_code(codebook, code)->name,
                        is_hidden ? lyh_cell_hidden() : persons(said, base, threshold),
                        persons(said - 1, base - 1, threshold));
    }
}

/* A study without a codebook, or that nobody has coded yet, has no tables to change. */
static void tell_counts(const lyh_withdrawal *withdrawal)
{
    lyh_study *study = withdrawal->study;
    const lyh_tally_options options = { 0 };
    lyh_study_counts counts;
    lyh_error unsaid_error = { 0 };
    if (!study->codebook || withdrawal->respondent == LYH_NONE)
        return;
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    g_autoptr(lyh_tally) tally =
        lyh_study_tally(study, &options, NULL, &counts, unsaid, &unsaid_error);
    if (tally)
        tell_codes(withdrawal, tally);
}

static void tell_reports(const lyh_withdrawal *withdrawal)
{
    g_autofree char *folder = study_path(withdrawal->study, "reports");
    g_autoptr(GPtrArray) names = listing_of(folder);
    for (guint i = 0; i < names->len; i++) {
        g_autofree char *name = g_build_filename("reports", names->pdata[i], NULL);
        withdrawal_tell(withdrawal, N_("made before, stays"), name, lyh_cell_empty(),
                        lyh_cell_empty());
    }
    const lyh_decisions *decisions = withdrawal->study->decisions;
    for (size_t i = 0; decisions && i < lyh_decisions_count(decisions); i++) {
        const lyh_decision *decision = lyh_decisions_at(decisions, i);
        if (strcmp(decision->kind, "release") == 0)
            withdrawal_tell(withdrawal, N_("released before"), decision->target,
                            lyh_cell_empty(), lyh_cell_empty());
    }
}

static bool is_known(const lyh_study *study, const char *folder, const char *name)
{
    if (strcmp(folder, ".") == 0)
        return folder_is_own(name);
    bool is_coding = strcmp(folder, "codings") == 0;
    if (is_coding)
        return strcmp(name, CODINGS_WRITTEN) == 0 ||
               (*name != '.' && *name != '~' && g_str_has_suffix(name, ".csv"));
    for (guint i = 0; i < study->files->len; i++) {
        g_autofree char *file = g_path_get_basename(study->files->pdata[i]);
        if (strcmp(file, name) == 0)
            return true;
    }
    return false;
}

/* Copies that other programs left, notes, lists: nobody but people knows what they hold. */
static void tell_unknown_files(const lyh_withdrawal *withdrawal)
{
    static const char *const folders[] = { ".", "codings", "transcripts" };
    for (size_t i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_autofree char *folder = study_path(withdrawal->study, folders[i]);
        g_autoptr(GPtrArray) names = listing_of(folder);
        for (guint k = 0; k < names->len; k++) {
            g_autofree char *name =
                i == 0 ? g_strdup(names->pdata[k])
                       : g_build_filename(folders[i], names->pdata[k], NULL);
            if (!is_known(withdrawal->study, folders[i], names->pdata[k]))
                withdrawal_tell(withdrawal, N_("not looked into"), name, lyh_cell_empty(),
                                lyh_cell_empty());
        }
    }
}

void withdrawal_tell_tables(const lyh_withdrawal *withdrawal)
{
    tell_counts(withdrawal);
    tell_reports(withdrawal);
    tell_unknown_files(withdrawal);
}
