#include "scan.h"

#include <string.h>
#include <utf8proc.h>

#include <lyhord/base/text.h>
#include <lyhord/language/tokens.h>

/* What a byte is when it begins a character. Everything outside ASCII is looked at closely. */
enum { MARK, SPACE, UPPER, LOWER, DIGIT, LEAD };

static const uint8_t class_of[256] = {
    ['\t'] = SPACE, ['\n'] = SPACE, ['\v'] = SPACE, ['\f'] = SPACE, ['\r'] = SPACE,
    [' '] = SPACE,
    ['0' ... '9'] = DIGIT, ['A' ... 'Z'] = UPPER, ['a' ... 'z'] = LOWER,
    [0x80 ... 0xFF] = LEAD,
};

static const uint32_t flags_of_mark[128] = {
    ['.'] = LYH_SCAN_STOP,   ['!'] = LYH_SCAN_STOP,  ['?'] = LYH_SCAN_STOP | LYH_SCAN_QUESTION,
    ['"'] = LYH_SCAN_QUOTE,  ['\''] = LYH_SCAN_QUOTE, ['('] = LYH_SCAN_OPEN,
    ['['] = LYH_SCAN_OPEN,   ['{'] = LYH_SCAN_OPEN,  [')'] = LYH_SCAN_CLOSE,
    [']'] = LYH_SCAN_CLOSE,  ['}'] = LYH_SCAN_CLOSE, ['-'] = LYH_SCAN_DASH,
    [':'] = LYH_SCAN_COLON,
};

enum {
    NO_BREAK_HYPHEN = 0x2011,
    EN_DASH = 0x2013,
    EM_DASH = 0x2014,
    LEFT_SINGLE_QUOTE = 0x2018,
    APOSTROPHE = 0x2019,
    LEFT_QUOTE = 0x201C,
    RIGHT_QUOTE = 0x201D,
    LOW_QUOTE = 0x201E,
    ELLIPSIS = 0x2026,
    LEFT_GUILLEMET = 0xAB,
    RIGHT_GUILLEMET = 0xBB
};

/* Mail addresses and host names are looked for no further than this, so that no text is slow. */
enum { LONGEST_LOCAL_PART = 64, LONGEST_HOST = 100 };

typedef enum kind { IS_OTHER, IS_SPACE, IS_LETTER, IS_EXTEND } kind;

static uint8_t class_at(const char *text, size_t at)
{
    return class_of[(unsigned char)text[at]];
}

/* Letters of Latin-1: all of C3 80 to C3 BF but × and ÷. */
static bool is_latin_letter(const char *text, size_t at, size_t end)
{
    return (unsigned char)text[at] == 0xC3 && at + 1 < end &&
           (unsigned char)text[at + 1] != 0x97 && (unsigned char)text[at + 1] != 0xB7;
}

/* Marks and invisible format characters belong to the letter before them. */
static kind kind_of(uint32_t c)
{
    switch (utf8proc_category((utf8proc_int32_t)c)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return IS_LETTER;
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
        return IS_EXTEND;
    default:
        return lyh_char_is_space(c) ? IS_SPACE : IS_OTHER;
    }
}

static kind kind_at(const char *text, size_t at, size_t end, size_t *length)
{
    *length = 1;
    switch (class_at(text, at)) {
    case UPPER:
    case LOWER:
    case DIGIT:
        return IS_LETTER;
    case SPACE:
        return IS_SPACE;
    case LEAD:
        return kind_of(lyh_text_char(text + at, end - at, length));
    default:
        return IS_OTHER;
    }
}

bool lyh_scan_word_at(const char *text, size_t at, size_t end)
{
    size_t length;
    return at < end && kind_at(text, at, end, &length) == IS_LETTER;
}

static bool digit_at(const char *text, size_t at, size_t end)
{
    return at < end && class_at(text, at) == DIGIT;
}

/* Letters, digits and what hangs on them, from @at on. */
static size_t run_end(const char *text, size_t at, size_t end, bool *hidden)
{
    while (at < end) {
        uint8_t class = class_at(text, at);
        if (class >= UPPER && class <= DIGIT) {
            at++;
        } else if (class != LEAD) {
            break;
        } else if (is_latin_letter(text, at, end)) {
            at += 2;
        } else {
            size_t length;
            uint32_t c = lyh_text_char(text + at, end - at, &length);
            kind found = kind_of(c);
            if (found != IS_LETTER && found != IS_EXTEND)
                break;
            *hidden |= utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CF;
            at += length;
        }
    }
    return at;
}

/* A run may be nothing but marks and invisible characters, which are no word. */
static bool has_letter(const char *text, size_t at, size_t end)
{
    kind found = IS_EXTEND;
    for (size_t length; at < end && found == IS_EXTEND; at += length)
        found = kind_at(text, at, end, &length);
    return found == IS_LETTER;
}

static uint32_t skip_space(lyh_scanner *scanner)
{
    const char *text = scanner->text;
    uint32_t flags = 0;

    for (size_t length; scanner->at < scanner->end; scanner->at += length) {
        unsigned char byte = (unsigned char)text[scanner->at];
        length = 1;
        if (byte == '\n')
            flags |= flags & LYH_SCAN_LINE ? LYH_SCAN_BLANK : LYH_SCAN_LINE;
        else if (class_of[byte] == LEAD) {
            if (byte == 0xC3 || kind_at(text, scanner->at, scanner->end, &length) != IS_SPACE)
                return flags;
        } else if (class_of[byte] != SPACE)
            return flags;
        flags |= LYH_TOKEN_AFTER_SPACE;
    }
    return flags;
}

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
        if (kind_at(text, at, end, &length) == IS_SPACE || strchr("<>\"[](){}|", text[at]))
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
        lyh_scan_word_at(text, letters + 1, end))
        return address_tail(text, letters, end);
    return 0;
}

static bool is_host_byte(char c)
{
    uint8_t class = class_of[(unsigned char)c];
    return (class >= UPPER && class <= DIGIT) || c == '-' || c == '.';
}

static size_t host_end(const char *text, size_t at, size_t end)
{
    size_t limit = end - at > LONGEST_HOST ? at + LONGEST_HOST : end;
    while (at < limit && is_host_byte(text[at]))
        at++;
    while (text[at - 1] == '.' || text[at - 1] == '-')
        at--;
    return at;
}

static size_t mail_address_end(const char *text, size_t start, size_t end)
{
    size_t limit = end - start > LONGEST_LOCAL_PART ? start + LONGEST_LOCAL_PART : end;
    size_t at = start;
    while (at < limit && (is_host_byte(text[at]) || strchr("_%+", text[at])))
        at++;
    if (at >= limit || text[at] != '@' || !lyh_scan_word_at(text, at + 1, end))
        return 0;
    size_t host = host_end(text, at + 1, end);
    return memchr(text + at + 1, '.', host - at - 1) ? host : 0;
}

/* 1177.se and the like: known endings only, since a missing space looks the same. */
static size_t host_name_end(const char *text, size_t start, size_t letters, size_t end)
{
    static const char *const endings[] = { "com", "dk", "eu", "fi", "info",
                                           "net", "no", "nu", "org", "se" };
    if (text[letters] != '.' || letters + 1 >= end || class_at(text, letters + 1) < UPPER)
        return 0;
    size_t at = host_end(text, start, end);
    size_t last = at;
    while (last > start && text[last - 1] != '.')
        last--;
    if (last <= letters || lyh_scan_word_at(text, at, end))
        return 0;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (strlen(endings[i]) == at - last && memcmp(text + last, endings[i], at - last) == 0)
            return at < end && text[at] == '/' ? address_tail(text, at, end) : at;
    return 0;
}

/* U.S.A., s.k.: at least two letters, each with its period. */
static size_t letters_with_periods_end(const char *text, size_t at, size_t end)
{
    size_t count = 0;
    for (size_t length; at < end; at += length + 1, count++) {
        if (kind_at(text, at, end, &length) != IS_LETTER || digit_at(text, at, end))
            break;
        if (at + length >= end || text[at + length] != '.')
            break;
    }
    return count > 1 ? at : 0;
}

static bool upper_at(const char *text, size_t at, size_t end)
{
    size_t length;
    if (at >= end)
        return false;
    if (class_at(text, at) != LEAD)
        return class_at(text, at) == UPPER;
    return lyh_char_is_upper(lyh_text_char(text + at, end - at, &length));
}

/* One capital and a period before another capital: A. Persson. */
static size_t initial_end(const char *text, size_t start, size_t letters, size_t end)
{
    size_t length;
    if (!upper_at(text, start, end) || text[letters] != '.')
        return 0;
    kind_at(text, start, end, &length);
    if (start + length != letters)
        return 0;
    size_t next = letters + 1;
    if (next < end && text[next] == ' ')
        next++;
    return upper_at(text, next, end) ? letters + 1 : 0;
}

/* Bytes of what joins the run before @at with a letter or digit after it, or 0. */
static size_t joiner_at(const char *text, size_t at, size_t end)
{
    bool between_digits = digit_at(text, at - 1, end) && digit_at(text, at + 1, end);
    size_t length = 1;

    switch (text[at]) {
    case '.':
    case ',':
        return between_digits ? 1 : 0;
    case ':':
        if (between_digits)
            return 1;
        return at + 1 < end && lyh_scan_word_at(text, at + 1, end) &&
                       !upper_at(text, at + 1, end)
                   ? 1
                   : 0;
    case '-':
    case '/':
    case '\'':
    case '&':
    case '_':
        break;
    case '\xE2':
        switch (lyh_text_char(text + at, end - at, &length)) {
        case EN_DASH:
            return digit_at(text, at - 1, end) && digit_at(text, at + 3, end) ? 3 : 0;
        case APOSTROPHE:
        case NO_BREAK_HYPHEN:
            break;
        default:
            return 0;
        }
        break;
    default:
        return 0;
    }
    return lyh_scan_word_at(text, at + length, end) ? length : 0;
}

/* A hyphen left hanging (vård- och omsorg), or the apostrophe of a genitive (Marx' skrifter). */
static size_t hanging_end(const lyh_scanner *scanner, size_t at)
{
    const char *text = scanner->text;
    size_t end = scanner->end;
    if (at >= end)
        return at;
    if (text[at] == '-')
        return at + 1 < end && text[at + 1] == '-' ? at : at + 1;

    size_t length;
    uint32_t c = lyh_text_char(text + at, end - at, &length);
    if (c == NO_BREAK_HYPHEN)
        return at + length;
    if ((c != '\'' && c != APOSTROPHE) || scanner->quote_is_open || !strchr("sxz", text[at - 1]))
        return at;
    bool in_front_of_word = at + length + 1 < end && text[at + length] == ' ' &&
                            lyh_scan_word_at(text, at + length + 1, end);
    return in_front_of_word ? at + length : at;
}

static uint32_t flags_of_first(const char *text, size_t start, size_t end)
{
    uint32_t flags = LYH_TOKEN_WORD;
    if (upper_at(text, start, end))
        flags |= LYH_SCAN_UPPER;
    else if (class_at(text, start) == DIGIT)
        flags |= LYH_SCAN_DIGIT;
    return flags;
}

/* The end of an address or abbreviation that begins at @start, or 0. */
static size_t special_end(const lyh_scanner *scanner, size_t start, size_t letters,
                          uint32_t *flags)
{
    const char *text = scanner->text;
    size_t end = scanner->end;
    bool may_end = false;
    size_t at;

    bool may_be_address = class_at(text, letters) == MARK;
    if (may_be_address && ((at = web_address_end(text, start, letters, end)) != 0 ||
                           (at = mail_address_end(text, start, end)) != 0 ||
                           (at = host_name_end(text, start, letters, end)) != 0))
        return at;
    at = lyh_abbreviations_match(scanner->abbreviations, text, start, letters, end, &may_end);
    if (at == 0 && text[letters] == '.' &&
        (at = letters_with_periods_end(text, start, end)) == 0)
        at = initial_end(text, start, letters, end);
    if (at != 0)
        *flags |= LYH_SCAN_ABBREVIATION | (may_end ? LYH_SCAN_MAY_END : 0);
    return at;
}

static void scan_word(lyh_scanner *scanner, lyh_piece *piece, size_t letters, bool hidden)
{
    const char *text = scanner->text;
    size_t end = scanner->end;
    size_t start = piece->start;
    size_t at = letters;

    piece->flags |= flags_of_first(text, start, end);
    /* The plain case, nine words in ten: letters, then a space or a comma. */
    bool may_be_special = at < end && (letters - start <= 4 || class_at(text, at) != SPACE);
    if (may_be_special) {
        at = special_end(scanner, start, letters, &piece->flags);
        if (at == 0) {
            at = letters;
            for (size_t joiner; at < end && (joiner = joiner_at(text, at, end)) > 0;)
                at = run_end(text, at + joiner, end, &hidden);
            at = hanging_end(scanner, at);
        }
    }
    if (hidden)
        piece->flags |= LYH_SCAN_HIDDEN;
    piece->end = scanner->at = at;
}

static uint32_t flags_of_sign(uint32_t c)
{
    switch (c) {
    case ELLIPSIS:
        return LYH_SCAN_STOP | LYH_SCAN_ELLIPSIS;
    case EN_DASH:
    case EM_DASH:
        return LYH_SCAN_DASH;
    case LEFT_SINGLE_QUOTE:
    case APOSTROPHE:
    case LEFT_QUOTE:
    case RIGHT_QUOTE:
    case LOW_QUOTE:
    case LEFT_GUILLEMET:
    case RIGHT_GUILLEMET:
        return LYH_SCAN_QUOTE;
    default:
        return 0;
    }
}

/* All that stands together at @at of one sign: dots, or dashes. */
static size_t repeated_end(const lyh_scanner *scanner, size_t at, size_t length)
{
    const char *sign = scanner->text + at;
    do
        at += length;
    while (scanner->end - at >= length && memcmp(scanner->text + at, sign, length) == 0);
    return at;
}

/* One character as a reader sees it: an emoji with its joiners, a sign with its accents. */
static size_t character_end(const lyh_scanner *scanner, size_t at)
{
    size_t length;
    uint32_t before = lyh_text_char(scanner->text + at, scanner->end - at, &length);
    utf8proc_int32_t state = 0;

    for (at += length; at < scanner->end; at += length) {
        if (class_at(scanner->text, at) != LEAD)
            break;
        uint32_t c = lyh_text_char(scanner->text + at, scanner->end - at, &length);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)c,
                                             &state))
            break;
        before = c;
    }
    return at;
}

static void scan_mark(lyh_scanner *scanner, lyh_piece *piece)
{
    size_t at = piece->start;
    size_t length;
    uint32_t c = lyh_text_char(scanner->text + at, scanner->end - at, &length);
    uint32_t flags = c < 128 ? flags_of_mark[c] : flags_of_sign(c);

    if (c == '.' || flags & (LYH_SCAN_DASH | LYH_SCAN_ELLIPSIS)) {
        piece->end = repeated_end(scanner, at, length);
        if (c == '.' && piece->end > at + 1)
            flags |= LYH_SCAN_ELLIPSIS;
    } else {
        piece->end = character_end(scanner, at);
    }
    if (c == '\'' || c == APOSTROPHE)
        scanner->quote_is_open = !scanner->quote_is_open && piece->flags & LYH_TOKEN_AFTER_SPACE;
    piece->flags |= flags;
    scanner->at = piece->end;
}

bool lyh_scan_next(lyh_scanner *scanner, lyh_piece *piece)
{
    bool at_start = scanner->at == scanner->start;
    piece->flags = skip_space(scanner);
    if (scanner->at >= scanner->end)
        return false;
    if (at_start)
        piece->flags |= LYH_TOKEN_AFTER_SPACE;

    bool hidden = false;
    piece->start = scanner->at;
    size_t letters = run_end(scanner->text, piece->start, scanner->end, &hidden);
    if (letters == piece->start) {
        scan_mark(scanner, piece);
    } else if (!has_letter(scanner->text, piece->start, letters)) {
        piece->end = scanner->at = letters;
    } else {
        scan_word(scanner, piece, letters, hidden);
    }
    return true;
}
