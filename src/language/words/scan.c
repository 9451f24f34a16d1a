#include "scan.h"

#include <string.h>
#include <utf8proc.h>

#include <lyhord/base/text.h>
#include <lyhord/language/tokens.h>

#include "addresses.h"
#include "characters.h"

const uint32_t lyh_scan_flags[256] = {
    ['a' ... 'z'] = LYH_TOKEN_WORD,
    ['A' ... 'Z'] = LYH_TOKEN_WORD | LYH_SCAN_UPPER,
    ['0' ... '9'] = LYH_TOKEN_WORD | LYH_SCAN_DIGIT,
    [0xC3] = LYH_TOKEN_WORD,
    ['.'] = LYH_SCAN_STOP | LYH_SCAN_PERIOD,
    ['!'] = LYH_SCAN_STOP,
    ['?'] = LYH_SCAN_STOP | LYH_SCAN_QUESTION,
    ['"'] = LYH_SCAN_QUOTE,
    ['\''] = LYH_SCAN_QUOTE,
    ['('] = LYH_SCAN_OPEN,
    ['['] = LYH_SCAN_OPEN,
    ['{'] = LYH_SCAN_OPEN,
    [')'] = LYH_SCAN_CLOSE,
    [']'] = LYH_SCAN_CLOSE,
    ['}'] = LYH_SCAN_CLOSE,
    ['-'] = LYH_SCAN_DASH,
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

/* Letters and digits of ASCII and Latin-1, all that most Swedish text is made of. */
static inline size_t plain_end(const char *text, size_t at, size_t end)
{
    while (at < end && lyh_is_plain_byte[(unsigned char)text[at]])
        at++;
    /* × and ÷ begin as letters do, and go on as none does. */
    return at < end && ((unsigned char)text[at] & 0xC0) == 0x80 ? at - 1 : at;
}

/* Other letters, and marks and invisible characters, which belong to what stands before them. */
static size_t other_end(const char *text, size_t at, size_t end, bool *hidden)
{
    while (at < end && class_at(text, at) == LEAD) {
        size_t length;
        uint32_t c = lyh_text_char(text + at, end - at, &length);
        lyh_kind found = lyh_kind_of(c);
        if (found != IS_LETTER && found != IS_EXTEND)
            break;
        *hidden |= utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CF;
        at = plain_end(text, at + length, end);
    }
    return at;
}

/* Letters, digits and what hangs on them, from @at on. */
static inline size_t run_end(const char *text, size_t at, size_t end, bool *hidden)
{
    at = plain_end(text, at, end);
    return at < end && class_at(text, at) == LEAD ? other_end(text, at, end, hidden) : at;
}

/* A run may be nothing but marks and invisible characters, which are no word. */
static bool has_letter(const char *text, size_t at, size_t end)
{
    lyh_kind found = IS_EXTEND;
    for (size_t length; at < end && found == IS_EXTEND; at += length)
        found = lyh_kind_at(text, at, end, &length);
    return found == IS_LETTER;
}

/* A space and then a letter, a digit or a mark, as nearly everywhere. */
static inline bool is_one_space(const lyh_scanner *scanner)
{
    const char *text = scanner->text;
    if (scanner->end - scanner->at < 2 || text[scanner->at] != ' ')
        return false;
    uint8_t next = class_at(text, scanner->at + 1);
    return next != SPACE && next != LEAD;
}

static uint32_t skip_space(lyh_scanner *scanner)
{
    const char *text = scanner->text;
    uint32_t flags = 0;

    if (is_one_space(scanner)) {
        scanner->at++;
        return LYH_TOKEN_AFTER_SPACE;
    }
    for (size_t length; scanner->at < scanner->end; scanner->at += length) {
        unsigned char byte = (unsigned char)text[scanner->at];
        length = 1;
        if (byte == '\n')
            flags |= flags & LYH_SCAN_LINE ? LYH_SCAN_BLANK : LYH_SCAN_LINE;
        else if (lyh_class_of_byte[byte] == LEAD) {
            if (byte == 0xC3 ||
                lyh_kind_at(text, scanner->at, scanner->end, &length) != IS_SPACE)
                return flags;
        } else if (lyh_class_of_byte[byte] != SPACE)
            return flags;
        flags |= LYH_TOKEN_AFTER_SPACE;
    }
    return flags;
}

/* U.S.A., s.k.: at least two letters, each with its period. */
static size_t letters_with_periods_end(const char *text, size_t at, size_t end)
{
    size_t count = 0;
    for (size_t length; at < end; at += length + 1, count++) {
        if (lyh_kind_at(text, at, end, &length) != IS_LETTER || digit_at(text, at, end))
            break;
        if (at + length >= end || text[at + length] != '.')
            break;
    }
    return count > 1 ? at : 0;
}

/* One capital and a period before another capital: A. Persson. */
static size_t initial_end(const char *text, size_t start, size_t letters, size_t end)
{
    size_t length;
    if (!lyh_upper_at(text, start, end) || text[letters] != '.')
        return 0;
    lyh_kind_at(text, start, end, &length);
    if (start + length != letters)
        return 0;
    size_t next = letters + 1;
    if (next < end && text[next] == ' ')
        next++;
    return lyh_upper_at(text, next, end) ? letters + 1 : 0;
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
        return at + 1 < end && lyh_word_at(text, at + 1, end) &&
                       !lyh_upper_at(text, at + 1, end)
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
    return lyh_word_at(text, at + length, end) ? length : 0;
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
    if ((c != '\'' && c != APOSTROPHE) || scanner->quote_is_open ||
        !strchr("sxz", text[at - 1]))
        return at;
    bool in_front_of_word = at + length + 1 < end && text[at + length] == ' ' &&
                            lyh_word_at(text, at + length + 1, end);
    return in_front_of_word ? at + length : at;
}

/* An invisible sign, such as a mark of the direction of writing, may stand before the letter. */
static size_t past_extenders(const char *text, size_t at, size_t end)
{
    size_t length;
    while (at < end && class_at(text, at) == LEAD &&
           lyh_kind_at(text, at, end, &length) == IS_EXTEND)
        at += length;
    return at;
}

static uint32_t flags_of_first(const char *text, size_t start, size_t end)
{
    uint32_t flags = LYH_TOKEN_WORD;
    start = past_extenders(text, start, end);
    if (lyh_upper_at(text, start, end))
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

    if (class_at(text, letters) == MARK &&
        (at = lyh_address_end(text, start, letters, end)) != 0)
        return at;
    at = lyh_abbreviations_match(scanner->abbreviations, text, start, letters, end,
                                 &may_end);
    if (at == 0 && text[letters] == '.' &&
        (at = letters_with_periods_end(text, start, end)) == 0)
        at = initial_end(text, start, letters, end);
    if (at != 0)
        *flags |= LYH_SCAN_ABBREVIATION | (may_end ? LYH_SCAN_MAY_END : 0);
    return at;
}

bool lyh_scan_is_special(const lyh_scanner *scanner, size_t start, size_t letters)
{
    uint32_t flags = 0;
    return letters < scanner->end && special_end(scanner, start, letters, &flags) != 0;
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
    uint32_t flags = c < 128 ? lyh_scan_flags[c] : flags_of_sign(c);

    if (c == '.' || flags & (LYH_SCAN_DASH | LYH_SCAN_ELLIPSIS)) {
        piece->end = repeated_end(scanner, at, length);
        if (c == '.' && piece->end > at + 1)
            flags = LYH_SCAN_STOP | LYH_SCAN_ELLIPSIS;
    } else {
        piece->end = character_end(scanner, at);
    }
    if (c == '\'' || c == APOSTROPHE)
        scanner->quote_is_open =
            !scanner->quote_is_open && piece->flags & LYH_TOKEN_AFTER_SPACE;
    piece->flags |= flags;
    scanner->at = piece->end;
}

bool lyh_scan_next(lyh_scanner *scanner, lyh_piece *piece)
{
    piece->flags = skip_space(scanner);
    if (scanner->at >= scanner->end)
        return false;

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
