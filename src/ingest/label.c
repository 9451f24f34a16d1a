#include "label.h"

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

/* The words of the field, alphabetical. A capital begins them, the rest may be capitals too. */
static const struct word {
    const char *text;
    lyh_role role;
    bool is_numbered_speaker; /* "Informant 3" is a person, "Fråga 3" only a question */
} words[] = {
    { "B", LYH_ROLE_RESPONDENT, true },
    { "Brukare", LYH_ROLE_RESPONDENT, true },
    { "Brukarrevisor", LYH_ROLE_INTERVIEWER, true },
    { "Fråga", LYH_ROLE_INTERVIEWER, false },
    { "I", LYH_ROLE_INTERVIEWER, true },
    { "IP", LYH_ROLE_RESPONDENT, true },
    { "Informant", LYH_ROLE_RESPONDENT, true },
    { "Intervjuare", LYH_ROLE_INTERVIEWER, true },
    { "Intervjuledare", LYH_ROLE_INTERVIEWER, true },
    { "Intervjuperson", LYH_ROLE_RESPONDENT, true },
    { "Klient", LYH_ROLE_RESPONDENT, true },
    { "M", LYH_ROLE_LISTENER, true },
    { "ML", LYH_ROLE_LISTENER, true },
    { "Medlyssnare", LYH_ROLE_LISTENER, true },
    { "Moderator", LYH_ROLE_INTERVIEWER, true },
    { "R", LYH_ROLE_RESPONDENT, true },
    { "Respondent", LYH_ROLE_RESPONDENT, true },
    { "Revisor", LYH_ROLE_INTERVIEWER, true },
    { "Svar", LYH_ROLE_RESPONDENT, false },
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

/* The letters and, after them, the digits of a label; one space may stand between. */
static size_t label_letters(const char *text, size_t size)
{
    size_t end = size;
    while (end > 0 && g_ascii_isdigit(text[end - 1]))
        end--;
    if (end < size && size - end > 3)
        return 0; /* a year or a sum, not the number of a speaker */
    return end < size && end > 0 && text[end - 1] == ' ' ? end - 1 : end;
}

static bool is_word(const char *letters, size_t size, const struct word **found)
{
    for (size_t i = 0; i < G_N_ELEMENTS(words); i++) {
        const struct word *word = &words[i];
        if (strlen(word->text) != size || letters[0] != word->text[0])
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
        if (strlen(no_speakers[i]) == size && memcmp(no_speakers[i], letters, size) == 0)
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

static bool classify(const char *text, size_t size, struct label *label)
{
    size_t letters = label_letters(text, size);
    const struct word *word;
    label->size = size;
    label->role = LYH_ROLE_UNKNOWN;
    if (letters == 0 || is_no_speaker(text, letters))
        return false;
    if (is_word(text, letters, &word)) {
        label->kind = LABEL_WORD;
        label->role = word->role;
        label->size = word->is_numbered_speaker ? size : letters;
    } else if (is_code(text, letters)) {
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

static size_t pass_dash(const char *text, size_t size, size_t offset)
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

bool label_at(const char *text, size_t size, struct label *label)
{
    if (size == 0 || g_ascii_islower(text[0]))
        return false;
    const char *colon = memchr(text, ':', MIN(size, (size_t)LONGEST_LABEL * 4));
    if (!colon)
        return false;

    size_t end = (size_t)(colon - text);
    while (end > 0 && text[end - 1] == ' ')
        end--;
    if (end == 0 || lyh_text_length(text, end) > LONGEST_LABEL ||
        !classify(text, end, label))
        return false;

    size_t after = (size_t)(colon - text) + 1;
    if (!speech_follows(text, size, after, label->kind))
        return false;
    label->speech = pass_dash(text, size, after);
    return true;
}
