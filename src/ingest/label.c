#include "label.h"

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "narratives.h"

/* What a number after a word says. */
enum numbering {
    OF_SPEAKER, /* "Informant 3" is a person */
    OF_TURN,    /* "Fråga 3" is only a question */
    NEEDED      /* "Talare 1" is a person, "Talare" a word */
};

/* The words of the field, alphabetical. A capital begins them, the rest may be capitals too.
 * Programs that transcribe number the voices they hear: nobody knows who they are. */
static const struct word {
    const char *text;
    lyh_role role;
    enum numbering numbering;
} words[] = {
    { "B", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Brukare", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Brukarrevisor", LYH_ROLE_INTERVIEWER, OF_SPEAKER },
    { "Deltagare", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Fråga", LYH_ROLE_INTERVIEWER, OF_TURN },
    { "I", LYH_ROLE_INTERVIEWER, OF_SPEAKER },
    { "IP", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Informant", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Interviewer", LYH_ROLE_INTERVIEWER, OF_SPEAKER },
    { "Intervjuare", LYH_ROLE_INTERVIEWER, OF_SPEAKER },
    { "Intervjuledare", LYH_ROLE_INTERVIEWER, OF_SPEAKER },
    { "Intervjuperson", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Klient", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "M", LYH_ROLE_LISTENER, OF_SPEAKER },
    { "ML", LYH_ROLE_LISTENER, OF_SPEAKER },
    { "Medlyssnare", LYH_ROLE_LISTENER, OF_SPEAKER },
    { "Moderator", LYH_ROLE_INTERVIEWER, OF_SPEAKER },
    { "Person", LYH_ROLE_UNKNOWN, NEEDED },
    { "R", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Respondent", LYH_ROLE_RESPONDENT, OF_SPEAKER },
    { "Revisor", LYH_ROLE_INTERVIEWER, OF_SPEAKER },
    { "Speaker", LYH_ROLE_UNKNOWN, NEEDED },
    { "Svar", LYH_ROLE_RESPONDENT, OF_TURN },
    { "Talare", LYH_ROLE_UNKNOWN, NEEDED },
};

/* What begins a line with a colon and speaks to the reader, not in the interview. */
static const char *const no_speakers[] = {
    "Alltså", "Ang",   "Anm",      "Anmärkning", "Avsnitt", "Bilaga",     "Datum",   "De",
    "Den",    "Det",   "Dom",      "Då",         "Exempel", "Exempelvis", "Han",     "Hen",
    "Hon",    "Här",   "Intervju", "Ja",         "Jag",     "Jo",         "Kapitel", "Kl",
    "Kön",    "Längd", "Men",      "NB",         "Nej",     "Not",        "Notera",  "Nu",
    "Nä",     "OBS",   "OK",       "Obs",        "Och",     "Ok",         "Ort",     "PC",
    "PS",     "Plats", "SMS",      "Sen",        "Sida",    "Så",         "TV",      "Tid",
    "Typ",    "Vi",    "Ålder",
};

static bool is_dash(uint32_t c)
{
    return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}

/* The letters and, after them, the digits of a label; one space may stand between, or the low
 * line of "SPEAKER_00". */
static size_t label_letters(const char *text, size_t size)
{
    size_t end = size;
    while (end > 0 && g_ascii_isdigit(text[end - 1]))
        end--;
    if (end < size && size - end > 3)
        return 0; /* a year or a sum, not the number of a speaker */
    bool is_parted =
        end < size && end > 0 && (text[end - 1] == ' ' || text[end - 1] == '_');
    return is_parted ? end - 1 : end;
}

static bool is_word(const char *letters, size_t size, const struct word **found)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const struct word *word = &words[i];
        if (letters[0] != word->text[0] || strlen(word->text) != size)
            continue;
        *found = word;
        if (memcmp(letters, word->text, size) == 0)
            return true;
        g_autofree char *upper = g_utf8_strup(word->text, -1);
        if (memcmp(letters, upper, size) == 0)
            return true;
    }
    return false;
}

static bool is_no_speaker(const char *letters, size_t size)
{
    for (size_t i = 0; i < G_N_ELEMENTS(no_speakers); i++)
        if (no_speakers[i][0] == letters[0] && strlen(no_speakers[i]) == size &&
            memcmp(no_speakers[i], letters, size) == 0)
            return true;
    return false;
}

/* One to three capitals. */
static bool is_code(const char *letters, size_t size)
{
    size_t count = 0;
    for (size_t i = 0, length; i < size; i += length, count++)
        if (!lyh_char_is_upper(lyh_text_char(letters + i, size - i, &length)))
            return false;
    return count >= 1 && count <= 3;
}

/* A capitalised word or two, hyphens and an apostrophe allowed: Maja, Ann-Marie, Maja L. */
static bool is_name(const char *letters, size_t size)
{
    size_t count = 0;
    bool at_start = true;
    for (size_t i = 0, length; i < size; i += length) {
        uint32_t c = lyh_text_char(letters + i, size - i, &length);
        if (at_start) {
            if (!lyh_char_is_upper(c) || ++count > 2)
                return false;
            at_start = false;
        } else if (c == ' ') {
            at_start = true;
        } else if (c != '-' && c != '\'' &&
                   (!lyh_char_is_word(c) || lyh_char_is_digit(c))) {
            return false;
        }
    }
    return count > 0 && !at_start;
}

/* "Berättelse 3" may begin a line in two chapters and is still nobody's name. */
static bool is_narrative(const char *text, size_t size)
{
    g_autofree char *label = g_strndup(text, size);
    return narrative_number(label) != NULL;
}

static bool classify(const char *text, size_t size, struct label *label)
{
    size_t letters = label_letters(text, size);
    const struct word *word;
    label->size = size;
    label->role = LYH_ROLE_UNKNOWN;
    if (letters == 0 || is_no_speaker(text, letters) || is_narrative(text, size))
        return false;
    if (is_word(text, letters, &word)) {
        label->kind = LABEL_WORD;
        label->role = word->role;
        label->size = word->numbering == OF_TURN ? letters : size;
        return word->numbering != NEEDED || letters < size;
    }
    if (is_code(text, letters)) {
        label->kind = LABEL_CODE;
    } else if (is_name(text, letters)) {
        label->kind = LABEL_NAME;
    } else {
        return false;
    }
    return true;
}

/* After the colon: the end, white space or a dash; or at once a capital or a sign, for hasty
 * typists. "R:et" and "EU:s" are inflected abbreviations. */
static bool speech_follows(const char *text, size_t size, size_t offset,
                           enum label_kind kind)
{
    if (offset == size)
        return true;
    size_t length;
    uint32_t c = lyh_text_char(text + offset, size - offset, &length);
    if (lyh_char_is_space(c) || is_dash(c))
        return true;
    return kind != LABEL_NAME && (lyh_char_is_upper(c) || !lyh_char_is_word(c)) &&
           c != '/' && c != ':';
}

size_t label_pass_space_and_dash(const char *text, size_t size, size_t offset)
{
    offset += lyh_text_leading_space(text + offset, size - offset);
    if (offset == size)
        return offset;
    size_t length;
    if (!is_dash(lyh_text_char(text + offset, size - offset, &length)))
        return offset;
    size_t after = offset + length;
    if (after < size && g_ascii_isdigit(text[after]))
        return offset; /* "R: -5 grader" */
    return after + lyh_text_leading_space(text + after, size - after);
}

/* A time stamp after the mark, and a dash after it. */
static size_t pass_stamp(const char *text, size_t size, size_t offset, struct label *label)
{
    struct stamp stamp;
    offset = label_pass_dash(text, size, offset);
    if (label->stamp.size > 0 || offset == size || !stamp_may_begin(text[offset]) ||
        !stamp_at(text + offset, size - offset, &stamp))
        return offset;
    label->stamp = stamp;
    offset += stamp.size;
    return label_pass_dash(text, size, offset + (offset < size && text[offset] == ':'));
}

static size_t trimmed_label(const char *text, size_t size)
{
    while (size > 0 && (text[size - 1] == ' ' || text[size - 1] == ','))
        size--;
    return size;
}

static bool is_label(const char *text, size_t size, struct label *label)
{
    return size > 0 && lyh_text_length(text, size) <= LONGEST_LABEL &&
           classify(text, size, label);
}

static struct judged_label *remembered(struct label_memory *memory, const char *text,
                                       size_t size)
{
    for (size_t i = 0; i < LABELS_REMEMBERED; i++) {
        struct judged_label *known = &memory->labels[i];
        if (known->size == size && memcmp(known->text, text, size) == 0)
            return known;
    }
    return NULL;
}

/* is_label() for what may have been asked before; @memory may be NULL. */
static bool is_label_again(struct label_memory *memory, const char *text, size_t size,
                           struct label *label)
{
    if (size == 0 || size > LONGEST_LABEL * 4)
        return false;
    if (!memory)
        return is_label(text, size, label);
    struct judged_label *known = remembered(memory, text, size);
    if (!known) {
        known = &memory->labels[memory->next];
        memory->next = (memory->next + 1) % LABELS_REMEMBERED;
        known->size = size;
        memcpy(known->text, text, size);
        known->label = (struct label){ .size = 0 };
        known->is_label = is_label(text, size, &known->label);
    }
    label->kind = known->label.kind;
    label->size = known->label.size;
    label->role = known->label.role;
    return known->is_label;
}

static bool label_with_colon(struct label_memory *memory, const char *text, size_t size,
                             const char *colon, struct label *label)
{
    size_t after = (size_t)(colon - text) + 1;
    size_t end = after - 1;
    while (end > 0 && text[end - 1] == ' ')
        end--;
    if (!is_label_again(memory, text, end, label) ||
        !speech_follows(text, size, after, label->kind))
        return false;
    label->speech = pass_stamp(text, size, after, label);
    return true;
}

/* "Talare 1 00:12:31" and, a stamp standing before it, "Talare 1" alone. */
static bool label_with_stamp(const char *text, size_t size, struct label *label)
{
    size_t start;
    struct stamp stamp;
    if (!stamp_in(text, MIN(size, (size_t)LONGEST_LABEL * 4), &start, &stamp) ||
        !is_label(text, trimmed_label(text, start), label))
        return false;
    label->speech = pass_stamp(text, size, start, label);
    return true;
}

/* "Maja Ek   0:03" alone on its line, as programs that transcribe meetings head each turn. */
static bool label_heads_turn(const char *text, size_t size, struct label *label)
{
    size_t start;
    struct stamp stamp;
    if (size > (size_t)LONGEST_LABEL * 4 || !stamp_is_last(text, size, &start, &stamp) ||
        !is_label(text, lyh_text_trimmed_size(text, start), label))
        return false;
    label->stamp = stamp;
    label->speech = size;
    return true;
}

static bool label_alone(struct label_memory *memory, const char *text, size_t size,
                        struct label *label)
{
    if (!is_label_again(memory, text, size, label) || label->kind == LABEL_CODE)
        return false;
    label->is_bare = true;
    label->speech = size;
    return lyh_text_length(text, size) > 1;
}

/* A colon stands after a label or in the time beside it; without one it stands alone. */
static bool label_in(struct label_memory *memory, const char *text, size_t size,
                     bool is_after_stamp, struct label *label)
{
    const char *colon = memchr(text, ':', MIN(size, (size_t)LONGEST_LABEL * 4));
    if (colon && label_with_colon(memory, text, size, colon, label))
        return true;
    if (colon && !is_after_stamp &&
        (label_with_stamp(text, size, label) || label_heads_turn(text, size, label)))
        return true;
    return label_alone(memory, text, size, label);
}

bool label_at_line(struct label_memory *memory, const char *text, size_t size,
                   struct label *label)
{
    *label = (struct label){ .size = 0 };
    struct stamp stamp = { .size = 0 };
    bool is_after_stamp =
        size > 0 && stamp_may_begin(text[0]) && stamp_at(text, size, &stamp);
    size_t start = is_after_stamp ? stamp.size : 0;
    start += is_after_stamp ? lyh_text_leading_space(text + start, size - start) : 0;
    if (start == size || g_ascii_islower(text[start]))
        return false;

    label->stamp = stamp;
    if (!label_in(memory, text + start, size - start, is_after_stamp, label))
        return false;
    label->start = start;
    label->speech += start;
    return true;
}

bool label_at(const char *text, size_t size, struct label *label)
{
    return label_at_line(NULL, text, size, label);
}

bool label_emphasised(const char *text, size_t size, size_t emphasis, struct label *label)
{
    *label = (struct label){ .size = 0 };
    if (emphasis == 0 || emphasis >= size)
        return false;
    size_t end = trimmed_label(text, emphasis);
    if (!is_label(text, end, label))
        return false;
    label->speech = pass_stamp(text, size, emphasis, label);
    return label->speech < size;
}
