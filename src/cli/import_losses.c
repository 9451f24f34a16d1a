#include <string.h>

#include "import.h"

static void warn_of_count(const import_plan *plan, size_t count, const char *format)
{
    if (count == 0)
        return;
    g_autofree char *number = g_strdup_printf("%zu", count);
    lyh_diags_warning(plan->cli->diags, "import-left", lyh_place_file(plan->name), "%s: %s",
                      lyh_tr(lyh_diags_catalog(plan->cli->diags), format), number);
}

/* Told of the file it happened in, and not once more of the next one. */
static void tell_codings(import_plan *plan)
{
    warn_of_count(plan, plan->outside,
                  N_("codings that hold no respondent's words (questions, headings, an "
                     "editor's text) are left out; say in transcripts.csv who speaks, and "
                     "import again"));
    warn_of_count(plan, plan->cut,
                  N_("codings that go over several turns become one in each turn of a "
                     "respondent"));
    warn_of_count(plan, plan->unknown_code,
                  N_("codings whose code the study's codebook lacks are left out; take the "
                     "codes over from codebook-refi.csv, and import again"));
    warn_of_count(
        plan, plan->doubted,
        N_("codings whose words are not at their place, but would be if positions "
           "counted another way, are left out"));
    warn_of_count(plan, plan->lost,
                  N_("codings whose place is not in the text as it is read here are left "
                     "out"));
    warn_of_count(plan, plan->whole,
                  N_("codes of whole texts are left out: a coding here is of words"));
    warn_of_count(plan, plan->open,
                  N_("suggestions that nobody accepted or rejected are left out: the "
                     "codebook's rules make them anew"));
    plan->outside = plan->cut = plan->unknown_code = plan->doubted = 0;
    plan->lost = plan->whole = plan->open = 0;
}

static size_t values_of_sources(const lyh_refi *project)
{
    size_t count = 0;
    for (size_t i = 0; i < project->value_count; i++)
        count += project->values[i].of_case == LYH_NONE;
    return count;
}

static void tell_rest(const import_plan *plan, const lyh_refi *project)
{
    const size_t *left = project->left_over;
    warn_of_count(plan, plan->uncoded,
                  N_("selections without a code (annotations) are left out"));
    warn_of_count(plan, plan->has_store ? 0 : project->note_count,
                  N_("notes are left out: a study without a study.db has no memos"));
    warn_of_count(
        plan, values_of_sources(project),
        N_("values of variables that describe a text, and no case, are left out"));
    warn_of_count(
        plan, left[LYH_REFI_MEDIA],
        N_("pictures, recordings and PDF pages are left out, but for their text"));
    warn_of_count(plan, left[LYH_REFI_MEDIA_PART],
                  N_("selections in pictures, recordings and PDF pages are left out"));
    warn_of_count(plan, left[LYH_REFI_LINK], N_("links are left out"));
    warn_of_count(plan, left[LYH_REFI_GRAPH], N_("graphs are left out"));
    warn_of_count(plan, exchange_is_ours(project) ? 0 : project->set_count,
                  N_("sets are left out: codes have parents here, and texts have people"));
    warn_of_count(plan, left[LYH_REFI_STRAY],
                  N_("what refers to something that is not in the file is left out"));
}

static void tell_positions(import_plan *plan, const lyh_refi_positions *positions)
{
    size_t quotes;
    size_t fitting = lyh_refi_positions_fitting(positions, &quotes);
    const char *taken = lyh_refi_positions_taken(positions);
    switch (lyh_refi_positions_basis(positions)) {
    case LYH_REFI_QUOTES:
        import_tell(plan, N_("positions"), taken, fitting, N_("quotes that fit it"));
        break;
    case LYH_REFI_TOLD:
        import_tell(plan, N_("positions"), taken, fitting, N_("as --positions says"));
        break;
    case LYH_REFI_SAME:
        break;
    case LYH_REFI_ASSUMED:
        lyh_diags_warning(
            plan->cli->diags, "refi-assumed", lyh_place_file(plan->name),
            "no selection carries its words, so nothing shows what the "
            "positions count; they are taken as %s; look at some codings with "
            "lyhord export --format csv, and if they are shifted, import with "
            "--positions",
            taken);
        break;
    }
}

void import_tell_losses(import_plan *plan, const lyh_refi *project,
                        const lyh_refi_positions *positions)
{
    if (positions && project->coding_count > plan->whole)
        tell_positions(plan, positions);
    tell_codings(plan);
    if (project)
        tell_rest(plan, project);
}
