#include "joints.h"

#include <lyhord/base/text.h>
#include <lyhord/study/study.h>

/* Byte offsets, half-open. */
typedef struct letters {
    size_t start, end;
} letters;

/* The next run of letters and hyphens of @text from @from on; empty at its end. */
static letters next_letters(const char *text, size_t size, size_t from)
{
    letters found = { size, size };
    size_t length;
    for (size_t at = from; at < size; at += length) {
        uint32_t c = lyh_text_char(text + at, size - at, &length);
        bool is_letter = lyh_char_is_word(c) || c == '-';
        if (is_letter && found.start == size)
            found.start = at;
        if (!is_letter && found.start < size)
            return (letters){ found.start, at };
    }
    return found;
}

/* The last joint among the first @most bytes of one word, or 0. */
static size_t last_joint(lyh_study *study, const char *word, size_t size, size_t most)
{
    lyh_vocabulary *vocabulary = lyh_study_vocabulary(study);
    uint32_t type = lyh_vocabulary_intern(vocabulary, word, size);
    size_t count, last = 0, folded;
    lyh_vocabulary_spelling(vocabulary, type, &folded);
    if (folded !=
        size) /* ß, folded, is longer: what is known of the type says nothing of it */
        return 0;
    const size_t *joints = lyh_compounds_joints(lyh_study_compounds(study), type, &count);
    for (size_t i = 0; i < count && joints[i] <= most; i++)
        last = joints[i];
    return last;
}

size_t joint_in_word(void *study, const char *word, size_t size, size_t most)
{
    size_t last = 0;
    for (letters run = next_letters(word, size, 0); run.start < run.end && run.start < most;
         run = next_letters(word, size, run.end)) {
        size_t joint =
            last_joint(study, word + run.start, run.end - run.start, most - run.start);
        if (joint)
            last = run.start + joint;
    }
    return last;
}
