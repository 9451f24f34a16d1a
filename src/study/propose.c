/* The proposal: what should be replaced, and by what. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/study/anonymize.h>

#include <lyhord/base/text.h>

#include "placeholders.h"
#include "proposal_rows.h"
#include "propose.h"
#include "study_private.h"
#include "survey.h"

/* What was found in one text when it was walked over first. */
typedef struct found_before {
    char *sha256;
    lyh_finding *findings;
    size_t count;
} found_before;

static void found_before_free(void *data)
{
    found_before *found = data;
    if (!found)
        return;
    g_free(found->sha256);
    g_free(found->findings);
    g_free(found);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(found_before, found_before_free)

typedef struct proposal_walk {
    const lyh_study *study;
    lyh_study_scan *scan;
    placeholders *made;
    lyh_csv_style style;
    lyh_output *output;          /* of the second walk */
    GQueue *found;               /* found_before, a document of the first walk each */
    size_t replacements, doubts; /* rows */
} proposal_walk;

bool propose_is_candidate(lyh_finding_kind kind)
{
    return !lyh_finding_is_flag(kind) || kind == LYH_FINDING_AGE ||
           kind == LYH_FINDING_TITLE || kind == LYH_FINDING_DOUBT;
}

static bool is_proposed(const proposal_walk *walk, const lyh_finding *finding,
                        const char *text)
{
    return propose_is_candidate(finding->kind) &&
           lyh_study_scan_judge(walk->scan, finding, text, false) != LYH_VERDICT_ACCEPTED;
}

static bool is_between_mark_and_speech(const char *text, size_t size)
{
    for (size_t i = 0, length; i < size; i += length) {
        uint32_t c = lyh_text_char(text + i, size - i, &length);
        if (!lyh_char_is_space(c) && c != ':' && c != '-' && c != 0x2013 && c != 0x2014)
            return false;
    }
    return true;
}

/* The first turn that begins at @offset or later, or LYH_NONE. */
static size_t turn_from(const lyh_document *document, size_t offset)
{
    size_t low = 0, high = lyh_document_turn_count(document);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (lyh_document_turn(document, middle)->start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < lyh_document_turn_count(document) ? low : LYH_NONE;
}

size_t propose_marked_speaker(const lyh_document *document, const lyh_finding *finding)
{
    const char *text = lyh_document_text(document);
    size_t index = turn_from(document, finding->end);
    if (index == LYH_NONE)
        return LYH_NONE;
    const lyh_turn *turn = lyh_document_turn(document, index);
    bool is_mark =
        is_between_mark_and_speech(text + finding->end, turn->start - finding->end) &&
        (finding->start == 0 || text[finding->start - 1] == '\n') &&
        *lyh_document_speaker(document, turn->speaker)->mark;
    return is_mark ? turn->speaker : LYH_NONE;
}

char *propose_mark(const lyh_document *document, size_t speaker)
{
    static const char *const marks[] = {
        [LYH_ROLE_UNKNOWN] = "X",   [LYH_ROLE_INTERVIEWER] = "I",
        [LYH_ROLE_LISTENER] = "ML", [LYH_ROLE_RESPONDENT] = "R",
        [LYH_ROLE_OTHER] = "P",     [LYH_ROLE_EDITOR] = "X",
    };
    lyh_role role = lyh_document_speaker(document, speaker)->role;
    size_t number = 0, count = 0;
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        count += lyh_document_speaker(document, i)->role == role;
        number = i == speaker ? count : number;
    }
    return count > 1 ? g_strdup_printf("%s%zu", marks[role], number)
                     : g_strdup(marks[role]);
}

static void write_row(proposal_walk *walk, const lyh_document *document,
                      const lyh_finding *finding)
{
    const char *text = lyh_document_text(document);
    size_t speaker = propose_marked_speaker(document, finding);
    g_autofree char *found =
        g_strndup(text + finding->start, finding->end - finding->start);
    g_autofree char *replacement = speaker == LYH_NONE
                                       ? placeholders_for(walk->made, finding, text)
                                       : propose_mark(document, speaker);
    proposal_write(
        walk->output, walk->style,
        &(proposal_row){ .document = lyh_document_name(document),
                         .start = lyh_document_character(document, finding->start),
                         .end = lyh_document_character(document, finding->end),
                         .kind = lyh_finding_word(finding->kind),
                         .text = found,
                         .replacement = replacement,
                         .keep = "",
                         .text_sha256 = lyh_document_hash(document) });
    if (finding->kind == LYH_FINDING_DOUBT)
        walk->doubts++;
    else
        walk->replacements++;
}

/* The ids before answers to a survey stand in a column of their own, and stay. */
static bool is_id_of_answer(const proposal_walk *walk, const lyh_document *document,
                            const lyh_finding *finding)
{
    return study_survey_has_document(walk->study, lyh_document_name(document)) &&
           propose_marked_speaker(document, finding) != LYH_NONE;
}

static found_before *find_in(const proposal_walk *walk, const lyh_document *document)
{
    found_before *found = g_new0(found_before, 1);
    found->sha256 = g_strdup(lyh_document_hash(document));
    found->findings =
        lyh_study_scan_find_and_doubt(walk->scan, lyh_document_text(document),
                                      lyh_document_size(document), &found->count);
    return found;
}

/* What the first walk found; in a text that is another by now it is looked for anew. */
static found_before *found_again(const proposal_walk *walk, const lyh_document *document)
{
    g_autoptr(found_before) before = g_queue_pop_head(walk->found);
    if (before && strcmp(before->sha256, lyh_document_hash(document)) == 0)
        return g_steal_pointer(&before);
    return find_in(walk, document);
}

static bool is_replaced(const proposal_walk *walk, const lyh_document *document,
                        const lyh_finding *finding)
{
    return is_proposed(walk, finding, lyh_document_text(document)) &&
           !is_id_of_answer(walk, document, finding);
}

static bool see_in(void *user, const lyh_visit *visit)
{
    const proposal_walk *walk = user;
    const char *text = lyh_document_text(visit->document);
    found_before *found = find_in(walk, visit->document);
    g_queue_push_tail(walk->found, found);
    for (size_t i = 0; i < found->count; i++)
        if (is_replaced(walk, visit->document, &found->findings[i]) &&
            propose_marked_speaker(visit->document, &found->findings[i]) == LYH_NONE)
            placeholders_see(walk->made, &found->findings[i], text);
    return true;
}

static bool propose_in(void *user, const lyh_visit *visit)
{
    proposal_walk *walk = user;
    g_autoptr(found_before) found = found_again(walk, visit->document);
    for (size_t i = 0; i < found->count; i++)
        if (is_replaced(walk, visit->document, &found->findings[i]))
            write_row(walk, visit->document, &found->findings[i]);
    return true;
}

static bool is_personal(const lyh_study_scan *scan, const char *id)
{
    size_t count = 0;
    bool is_found = false;
    g_autofree lyh_finding *findings = lyh_study_scan_find(scan, id, strlen(id), &count);
    for (size_t i = 0; i < count; i++)
        is_found |=
            lyh_study_scan_judge(scan, &findings[i], id, false) == LYH_VERDICT_STOPS;
    return is_found;
}

/* Other files name persons by their ids, so that people must change them everywhere. */
static void warn_of_ids(const lyh_study *study, const lyh_study_scan *scan,
                        lyh_diags *diags)
{
    size_t personal = 0;
    const lyh_survey *survey = lyh_study_survey(study);
    for (size_t i = 0; survey && i < lyh_survey_count(survey); i++)
        personal += is_personal(scan, lyh_survey_id(survey, i));
    if (personal > 0)
        lyh_diags_warning(
            diags, "personal-id", lyh_place_file(lyh_study_survey_path(study)),
            "ids in the survey look like personal data (persons: %zu) and stay as they "
            "are; "
            "write others there, and wherever else these persons are named by them",
            personal);
}

static bool has_transcripts(const lyh_study *study, lyh_diags *diags, lyh_error *error)
{
    if (study->files->len > 0 || lyh_study_survey_document_count(study) > 0)
        return true;
    lyh_diags_error(diags, "transcripts-none", lyh_place_file(study->options.folder),
                    "there are no transcripts to look in; put them into transcripts/");
    return lyh_error_set(error, LYH_ERROR_DATA, 0, study->options.folder);
}

/* Transcripts first, then answers in people's own words. */
static bool walk_all(lyh_study *study, lyh_visitor visit, proposal_walk *walk,
                     lyh_diags *diags, lyh_error *error)
{
    return lyh_study_walk(study, LYH_WHICH_NONE, visit, walk, diags, error) &&
           lyh_study_walk_survey(study, LYH_WHICH_NONE, visit, walk, diags, error);
}

/* The same transcripts again: what is wrong with them has been said. */
static bool write_all(lyh_study *study, proposal_walk *walk, lyh_error *error)
{
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    proposal_write_heading(walk->output, walk->style);
    return walk_all(study, propose_in, walk, unsaid, error);
}

bool lyh_anonymize_propose(lyh_study *study, lyh_csv_style style, lyh_output *output,
                           size_t *count, size_t *doubts, lyh_diags *diags,
                           lyh_error *error)
{
    *count = *doubts = 0;
    if (!has_transcripts(study, diags, error))
        return false;
    g_autoptr(lyh_study_scan) scan = lyh_study_scan_new(study, diags, error);
    if (!scan)
        return false;
    g_autoptr(placeholders) made = placeholders_new(scan);
    proposal_walk walk = { .study = study,
                           .scan = scan,
                           .made = made,
                           .style = style,
                           .output = output,
                           .found = g_queue_new() };
    bool is_done = walk_all(study, see_in, &walk, diags, error);
    if (is_done) {
        warn_of_ids(study, scan, diags); /* the transcripts have told their names by now */
        is_done = write_all(study, &walk, error);
    }
    g_queue_free_full(walk.found, found_before_free);
    *count = walk.replacements;
    *doubts = walk.doubts;
    return is_done;
}
