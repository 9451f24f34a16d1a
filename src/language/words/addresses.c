#include "addresses.h"

#include <stdbool.h>
#include <string.h>

#include "characters.h"

/* Mail addresses and host names are looked for no further than this, so that no text is slow. */
enum { LONGEST_LOCAL_PART = 64, LONGEST_HOST = 100 };

static bool same_letters(const char *text, size_t size, const char *word)
{
    if (strlen(word) != size)
        return false;
    for (size_t i = 0; i < size; i++)
        if ((text[i] | 0x20) != word[i])
            return false;
    return true;
}

/* Everything to the next white space or bracket, closing punctuation left out. */
static size_t address_tail(const char *text, size_t at, size_t end)
{
    size_t begin = at;
    for (size_t length; at < end; at += length) {
        if (lyh_kind_at(text, at, end, &length) == IS_SPACE ||
            strchr("<>\"[](){}|", text[at]))
            break;
    }
    while (at > begin && strchr(".,;:!?'", text[at - 1]))
        at--;
    return at;
}

static size_t web_address_end(const char *text, size_t start, size_t letters, size_t end)
{
    static const char *const schemes[] = { "ftp", "http", "https" };
    size_t size = letters - start;

    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (same_letters(text + start, size, schemes[i]) && end - letters > 3 &&
            memcmp(text + letters, "://", 3) == 0)
            return address_tail(text, letters + 3, end);
    if (same_letters(text + start, size, "www") && text[letters] == '.' &&
        lyh_word_at(text, letters + 1, end))
        return address_tail(text, letters, end);
    return 0;
}

static bool is_host_byte(char c)
{
    uint8_t class = lyh_class_of_byte[(unsigned char)c];
    return (class >= UPPER && class <= DIGIT) || c == '-' || c == '.';
}

static size_t host_end(const char *text, size_t at, size_t end)
{
    size_t start = at;
    size_t limit = end - at > LONGEST_HOST ? at + LONGEST_HOST : end;
    while (at < limit && is_host_byte(text[at]))
        at++;
    while (at > start && (text[at - 1] == '.' || text[at - 1] == '-'))
        at--;
    return at;
}

static size_t mail_address_end(const char *text, size_t start, size_t end)
{
    size_t limit = end - start > LONGEST_LOCAL_PART ? start + LONGEST_LOCAL_PART : end;
    size_t at = start;
    while (at < limit && (is_host_byte(text[at]) || strchr("_%+", text[at])))
        at++;
    if (at >= limit || text[at] != '@' || !lyh_word_at(text, at + 1, end))
        return 0;
    size_t host = host_end(text, at + 1, end);
    return memchr(text + at + 1, '.', host - at - 1) ? host : 0;
}

/* 1177.se and the like: known endings only, since a missing space looks the same. */
static size_t host_name_end(const char *text, size_t start, size_t letters, size_t end)
{
    static const char *const endings[] = { "com", "dk", "eu", "fi",  "info",
                                           "net", "no", "nu", "org", "se" };
    if (text[letters] != '.' || letters + 1 >= end || class_at(text, letters + 1) < UPPER)
        return 0;
    size_t at = host_end(text, start, end);
    size_t last = at;
    while (last > start && text[last - 1] != '.')
        last--;
    if (last <= letters || lyh_word_at(text, at, end))
        return 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strlen(endings[i]) == at - last &&
            memcmp(text + last, endings[i], at - last) == 0)
            return at < end && text[at] == '/' ? address_tail(text, at, end) : at;
    return 0;
}

size_t lyh_address_end(const char *text, size_t start, size_t letters, size_t end)
{
    /* As nearly everywhere: no address has one mark and then a space. */
    if (letters + 1 >= end || class_at(text, letters + 1) == SPACE)
        return 0;
    size_t at = web_address_end(text, start, letters, end);
    if (at == 0)
        at = mail_address_end(text, start, end);
    return at != 0 ? at : host_name_end(text, start, letters, end);
}
