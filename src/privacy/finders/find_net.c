#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

void add_finding(GArray *findings, size_t start, size_t end, lyh_finding_kind kind,
                 lyh_confidence confidence, const char *why)
{
    lyh_finding finding = { start, end, kind, confidence, why };
    g_array_append_val(findings, finding);
}

/* Letters of Swedish domains and of names before @ stand beyond ASCII too. */
static bool is_letter(char c)
{
    return g_ascii_isalnum(c) || ((unsigned char)c >= 0x80 && (unsigned char)c != 0xE2 &&
                                  (unsigned char)c != 0xC2);
}

static bool is_local(char c)
{
    return is_letter(c) || (c && strchr("._%+-", c));
}

/* From @at on: labels between points; the end, without a point that closes the sentence. */
static size_t domain_end(const char *text, size_t size, size_t at, size_t *last_point)
{
    size_t start = at;
    *last_point = 0;
    while (at < size && (is_letter(text[at]) || text[at] == '-' || text[at] == '.')) {
        if (text[at] == '.') {
            bool is_inside = at > start && text[at - 1] != '.' && at + 1 < size &&
                             is_letter(text[at + 1]);
            if (!is_inside)
                break;
            *last_point = at;
        }
        at++;
    }
    while (at > start && text[at - 1] == '-')
        at--;
    return at;
}

static void find_mail_at(const char *text, size_t size, size_t sign, size_t floor,
                         GArray *findings)
{
    size_t start = sign;
    while (start > floor && is_local(text[start - 1]))
        start--;
    while (start < sign && (text[start] == '.' || text[start] == '-'))
        start++;
    size_t point;
    size_t end = domain_end(text, size, sign + 1, &point);
    if (start < sign && point > sign && end > point + 2)
        add_finding(findings, start, end, LYH_FINDING_EMAIL, LYH_CONFIDENCE_HIGH,
                    N_("the form of an e-mail address"));
    else if (start == sign && end > sign + 2 && (sign == 0 || text[sign - 1] != '@'))
        add_finding(findings, sign, end, LYH_FINDING_HANDLE, LYH_CONFIDENCE_HIGH,
                    N_("a name behind the sign @"));
}

/* Where white space, a quotation mark or a closing bracket ends what was begun at @at. */
static size_t url_end(const char *text, size_t size, size_t at)
{
    size_t start = at;
    while (at < size && (unsigned char)text[at] > ' ' && !strchr("<>\"\\^`{|}", text[at]) &&
           (unsigned char)text[at] != 0xE2 && (unsigned char)text[at] != 0xC2)
        at++;
    while (at > start && strchr(".,;:!?)]'", text[at - 1]))
        at--;
    return at;
}

static bool begins(const char *text, size_t size, size_t at, const char *start)
{
    size_t length = strlen(start);
    return size - at >= length && g_ascii_strncasecmp(text + at, start, length) == 0;
}

static bool is_top_domain(const char *label, size_t size)
{
    static const char *const domains[] = {
        "ai",  "app", "at", "be", "biz",     "ch",   "co",  "com", "coop", "de", "dk",
        "edu", "ee",  "es", "eu", "example", "fi",   "fr",  "gov", "info", "io", "is",
        "it",  "lt",  "lv", "me", "museum",  "name", "net", "nl",  "no",   "nu", "org",
        "pl",  "ru",  "se", "sh", "tv",      "uk",   "us",  "xyz"
    };
    return is_spelled_as_any(label, size, domains, G_N_ELEMENTS(domains));
}

/* facebook.com/grupp, briu.se: a point inside a word, and an ending that domains have. */
static size_t find_domain_at(const char *text, size_t size, size_t at, GArray *findings)
{
    size_t point;
    size_t end = domain_end(text, size, at, &point);
    bool is_long = point > at + 1 && is_top_domain(text + point + 1, end - point - 1);
    bool is_bordered = end >= size || (text[end] != '@' && !is_letter(text[end]));
    if (is_long && is_bordered && (at == 0 || text[at - 1] != '@')) {
        if (end < size && (text[end] == '/' || text[end] == '?'))
            end = url_end(text, size, end);
        add_finding(findings, at, end, LYH_FINDING_URL, LYH_CONFIDENCE_LOW,
                    N_("the form of a web address"));
    }
    return end;
}

static size_t find_url_at(const char *text, size_t size, size_t at, GArray *findings)
{
    static const char *const starts[] = { "http://", "https://", "www.", "ftp://" };
    bool may_start = strchr("hHwWfF", text[at]) && text[at];
    for (size_t i = 0; may_start && i < G_N_ELEMENTS(starts); i++) {
        if (!begins(text, size, at, starts[i]))
            continue;
        size_t end = url_end(text, size, at);
        if (end <= at + strlen(starts[i]))
            continue;
        add_finding(findings, at, end, LYH_FINDING_URL, LYH_CONFIDENCE_HIGH,
                    N_("the form of a web address"));
        return end;
    }
    return find_domain_at(text, size, at, findings);
}

static void find_mails(const char *text, size_t size, GArray *findings)
{
    size_t floor = 0;
    for (const char *sign = memchr(text, '@', size); sign;
         sign = memchr(sign + 1, '@', size - (size_t)(sign - text) - 1)) {
        size_t at = (size_t)(sign - text);
        find_mail_at(text, size, at, floor, findings);
        floor = at + 1;
    }
}

/* amina_91: nobody writes an underscore but in a user name. */
static void find_underscored(const char *text, size_t size, GArray *findings)
{
    size_t floor = 0;
    for (const char *sign = memchr(text, '_', size); sign;
         sign = memchr(text + floor, '_', size - floor)) {
        size_t start = (size_t)(sign - text), end = start;
        bool has_letter = false;
        while (start > floor &&
               (is_letter(text[start - 1]) || strchr("._-", text[start - 1])) &&
               text[start - 1])
            start--;
        while (end < size && text[end] &&
               (is_letter(text[end]) || strchr("._-", text[end])))
            end++;
        while (end > start && text[end - 1] == '.')
            end--;
        for (size_t i = start; i < end; i++)
            has_letter = has_letter || g_ascii_isalpha(text[i]);
        if (has_letter && end - start >= 4)
            add_finding(findings, start, end, LYH_FINDING_HANDLE, LYH_CONFIDENCE_LOW,
                        N_("a word with an underscore"));
        floor = MAX(end, (size_t)(sign - text) + 1);
    }
}

void find_addresses_on_the_net(const char *text, size_t size, GArray *findings)
{
    if (size == 0)
        return;
    find_mails(text, size, findings);
    find_underscored(text, size, findings);
    for (size_t at = 0; at < size;) {
        if (!is_letter(text[at])) {
            /* signs of two and three bytes (no-break space, quotation marks) as a whole */
            unsigned char lead = (unsigned char)text[at];
            at = MIN(size, at + (lead == 0xC2 ? 2 : lead == 0xE2 ? 3 : 1));
            continue;
        }
        size_t end = find_url_at(text, size, at, findings);
        at = end > at ? end : at + 1;
        while (at < size && is_letter(text[at]))
            at++;
    }
}

static bool is_point(const words *list, size_t i)
{
    return word_is(list, i, "punkt");
}

static bool is_top_domain_here(const words *list, size_t i)
{
    char folded[WORD_MOST];
    size_t size = word_size(list, i);
    if (size > 7)
        return false;
    word_fold(list->text + list->items[i].start, size, folded, &size);
    return is_top_domain(folded, size);
}

/* "tyck till punkt kommunen punkt se": from the first point on to what closes it. */
static size_t find_said_url(const words *list, size_t i, GArray *findings)
{
    size_t last = i + 1;
    while (last + 2 < list->count && is_point(list, last + 1) &&
           list->items[last + 1].gap == GAP_SPACE)
        last += 2;
    if (list->items[i].gap != GAP_SPACE || list->items[i + 1].gap != GAP_SPACE ||
        !is_top_domain_here(list, last))
        return i + 1;
    add_finding(findings, list->items[i - 1].start, list->items[last].end, LYH_FINDING_URL,
                LYH_CONFIDENCE_LOW, N_("a web address, as it is said"));
    return last + 1;
}

void find_said_addresses(const words *list, GArray *findings)
{
    for (size_t i = 1; i + 1 < list->count;) {
        bool is_mail = word_is(list, i, "snabel-a") || word_is(list, i, "snabela") ||
                       word_is(list, i, "snabel");
        if (!is_mail) {
            i = is_point(list, i) ? find_said_url(list, i, findings) : i + 1;
            continue;
        }
        bool has_a =
            word_is(list, i, "snabel") && i + 2 < list->count && word_is(list, i + 1, "a");
        size_t first = i - 1, last = i + 1 + has_a;
        while (first >= 2 && is_point(list, first - 1) &&
               list->items[first].gap == GAP_SPACE)
            first -= 2;
        while (last + 2 < list->count && is_point(list, last + 1))
            last += 2;
        add_finding(findings, list->items[first].start, list->items[last].end,
                    LYH_FINDING_EMAIL, LYH_CONFIDENCE_LOW,
                    N_("an e-mail address, as it is said"));
        i = last + 1;
    }
}
