#include <stdlib.h>
#include <string.h>

#include "study_private.h"

static bool is_kept(const lyh_study *study, const lyh_duplicate *duplicate)
{
    if (!study->decisions)
        return false;
    char *target = lyh_duplicate_target(duplicate);
    const char *value = lyh_decisions_value(study->decisions, "duplicate", target);
    bool is_kept = value && strcmp(value, "kept") == 0;
    free(target);
    return is_kept;
}

void study_mark_repeats(lyh_study *study, lyh_document *document, lyh_tokens *tokens)
{
    size_t known = lyh_duplicates_count(study->repeats.duplicates);
    if (study->repeats.is_over)
        return;
    lyh_duplicates_add(study->repeats.duplicates, document, tokens);
    for (size_t i = known; i < lyh_duplicates_count(study->repeats.duplicates); i++) {
        const lyh_duplicate *duplicate = lyh_duplicates_at(study->repeats.duplicates, i);
        if (is_kept(study, duplicate))
            continue;
        lyh_document_add_repeat(document, (lyh_repeat){ duplicate->start, duplicate->end });
        study->repeats.passages++;
        study->repeats.words += duplicate->words;
    }
    if (lyh_document_repeat_count(document) > 0)
        lyh_tokens_read(tokens, document, study->vocabulary);
}

static bool is_inside_repeat(const lyh_coding *coding, const lyh_document *document)
{
    for (size_t i = 0; i < lyh_document_repeat_count(document); i++) {
        const lyh_repeat *repeat = lyh_document_repeat(document, i);
        if (repeat->start <= coding->start && coding->end <= repeat->end)
            return true;
    }
    return false;
}

void study_drop_repeated(lyh_study *study, const lyh_document *document,
                         lyh_codings *codings, lyh_codings *repeated)
{
    lyh_codings_clear(repeated);
    if (lyh_document_repeat_count(document) == 0)
        return;
    g_autoptr(lyh_codings) kept = lyh_codings_new();
    for (size_t i = 0; i < lyh_codings_count(codings); i++) {
        const lyh_coding *coding = lyh_codings_at(codings, i);
        lyh_codings_add(is_inside_repeat(coding, document) ? repeated : kept, *coding);
    }
    study->repeats.codings += lyh_codings_count(repeated);
    lyh_codings_clear(codings);
    for (size_t i = 0; i < lyh_codings_count(kept); i++)
        lyh_codings_add(codings, *lyh_codings_at(kept, i));
}

size_t lyh_study_repeats(const lyh_study *study, size_t *words)
{
    if (words)
        *words = study->repeats.words;
    return study->repeats.passages;
}

void study_begin_repeats(lyh_study *study)
{
    lyh_duplicates_free(study->repeats.duplicates);
    bool is_told = study->repeats.is_told;
    study->repeats =
        (struct study_repeats){ .duplicates = lyh_duplicates_new(), .is_told = is_told };
}

bool study_compares(const lyh_study *study)
{
    return !study->options.is_plain && !study->repeats.is_over &&
           !lyh_duplicates_is_full(study->repeats.duplicates);
}

/* Once a study, however often it is walked over. */
void study_tell_repeats(lyh_study *study, lyh_diags *diags)
{
    const struct study_repeats *repeats = &study->repeats;
    lyh_place place = lyh_place_file(study->options.folder);
    if (repeats->is_told)
        return;
    if (repeats->passages > 0)
        lyh_diags_note(diags, "duplicate", place,
                       "passages that stand in the material already are counted once "
                       "(passages: %zu, words: %zu, codings in them: %zu); lyhord check "
                       "names them",
                       repeats->passages, repeats->words, repeats->codings);
    if (lyh_duplicates_is_full(repeats->duplicates))
        lyh_diags_warning(diags, "duplicate", place,
                          "the material is too large for all of it to be compared: what "
                          "is repeated late in it may be counted twice");
    study->repeats.is_told =
        repeats->passages > 0 || lyh_duplicates_is_full(repeats->duplicates);
}

void study_name_repeats(const lyh_study *study, const lyh_document *document, size_t *known,
                        lyh_diags *diags)
{
    const lyh_duplicates *duplicates = study->repeats.duplicates;
    for (; duplicates && *known < lyh_duplicates_count(duplicates); ++*known) {
        const lyh_duplicate *duplicate = lyh_duplicates_at(duplicates, *known);
        if (is_kept(study, duplicate))
            continue;
        char *target = lyh_duplicate_target(duplicate);
        lyh_diags_warning(
            diags, "duplicate",
            lyh_document_place(document, NULL, duplicate->start, duplicate->end),
            "turn %zu repeats what stands in %s, turn %zu (words: %zu), and is counted "
            "once; to count both, write a row in decisions.csv: duplicate;%s;kept",
            duplicate->turn + 1, duplicate->other, duplicate->other_turn + 1,
            duplicate->words, target);
        free(target);
    }
}
