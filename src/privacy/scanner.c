#include <lyhord/privacy/findings.h>

#include <string.h>

#include <lyhord/base/catalog.h>

#include "codes.h"
#include "finders/finders.h"
#include "placeholders.h"

struct lyh_scanner {
    word_table *table;
    lyh_lexicon *lexicon; /* borrowed, or NULL */
    bool is_wrapped;
    codes codes;
};

/* Words are read this many bytes at a time, up to the end of a line: memory stays what it is
 * however long the text, and what is known of a name or a relative is forgotten only there. */
enum { PIECE = 1u << 19 };

/* An interview asks the dictionary some hundred times; what asks more is no interview. */
enum { MOST_ASKS = 10000 };

lyh_scanner *lyh_scanner_new(const lyh_scan_options *options)
{
    lyh_scanner *scanner = g_new0(lyh_scanner, 1);
    scanner->table = word_table_new();
    for (size_t i = 0; i < options->name_count; i++)
        word_table_add(scanner->table, options->names[i], strlen(options->names[i]),
                       WORD_STUDY);
    codes_init(&scanner->codes, options);
    scanner->lexicon = options->lexicon;
    scanner->is_wrapped = options->is_wrapped;
    return scanner;
}

void lyh_scanner_free(lyh_scanner *scanner)
{
    if (!scanner)
        return;
    word_table_free(scanner->table);
    codes_clear(&scanner->codes);
    g_free(scanner);
}

static bool is_letter(char c)
{
    return g_ascii_isalpha(c) || (unsigned char)c >= 0x80;
}

/* Is hen a word of this text? Then hon and han tell something the study left out. */
static bool writes_hen(const char *text, size_t size)
{
    for (size_t at = 0; size >= 3 && at <= size - 3; at++) {
        const char *found = memchr(text + at, 'e', size - at);
        if (!found || (size_t)(found - text) + 1 >= size)
            return false;
        at = (size_t)(found - text);
        bool is_hen = at > 0 && (text[at - 1] | 0x20) == 'h' && text[at + 1] == 'n';
        size_t end = at + 2 + (at + 2 < size && text[at + 2] == 's');
        if (is_hen && (at < 2 || !is_letter(text[at - 2])) &&
            (end >= size || !is_letter(text[end])))
            return true;
    }
    return false;
}

/* The end of the piece that begins at @start: behind a line, else behind a word. */
static size_t piece_end(const char *text, size_t size, size_t start)
{
    if (size - start <= PIECE)
        return size;
    for (size_t end = start + PIECE; end > start + PIECE / 2; end--)
        if (text[end - 1] == '\n')
            return end;
    size_t end = start + PIECE;
    while (end < size && text[end] != ' ' && text[end] != '\n')
        end++;
    return end;
}

static void find_in_words(const lyh_scanner *scanner, const words *list, bool has_hen,
                          GArray *findings)
{
    guint first = findings->len;
    find_said_addresses(list, findings);
    find_numbers(list, findings);
    find_dates(list, findings);
    find_sums(list, findings);
    find_ages(list, findings);
    find_names(list, findings);
    find_joined_names(list, findings);
    find_chats(list, findings);
    find_places(list, findings);
    find_landmarks(list, findings);
    find_lines(list, findings);
    find_wards(list, findings);
    find_small(list, findings);
    find_streets(list, findings);
    find_workplaces(list, findings);
    find_locals(list, findings);
    find_initials(list, findings);
    find_flags(list, findings);
    find_codes(list, &scanner->codes, findings);
    if (has_hen)
        find_gender(list, findings);
    find_again(list, first, findings);
}

/* --- one finding a place --- */

static int by_place(const void *a, const void *b)
{
    const lyh_finding *first = (const lyh_finding *)a;
    const lyh_finding *second = (const lyh_finding *)b;
    if (first->start != second->start)
        return first->start < second->start ? -1 : 1;
    if (first->end != second->end)
        return first->end > second->end ? -1 : 1;
    return (int)first->kind - (int)second->kind;
}

/* Numbers are what their digits say; of the rest the surer, the longer, the earlier class. */
static bool is_better(const lyh_finding *a, const lyh_finding *b)
{
    bool is_number = a->kind <= LYH_FINDING_SAMORDNINGSNUMMER;
    if (is_number != (b->kind <= LYH_FINDING_SAMORDNINGSNUMMER))
        return is_number;
    bool is_weak = a->why == why_unexplained;
    if (is_weak != (b->why == why_unexplained))
        return !is_weak;
    if (a->confidence != b->confidence)
        return a->confidence > b->confidence;
    if (a->end - a->start != b->end - b->start)
        return a->end - a->start > b->end - b->start;
    /* a place's form is anybody's guess, a workplace's says more */
    if (a->kind == LYH_FINDING_WORKPLACE || b->kind == LYH_FINDING_WORKPLACE)
        return a->kind == LYH_FINDING_WORKPLACE && b->kind == LYH_FINDING_PLACE;
    return a->kind < b->kind;
}

static bool is_doubt(const lyh_finding *finding)
{
    return finding->kind == LYH_FINDING_DOUBT;
}

/* Of two that overlap the better one is said, over all that either covers; where something else is
 * found there is no doubt. */
static void merge(GArray *findings)
{
    lyh_finding *all = (lyh_finding *)(void *)findings->data;
    if (findings->len > 1)
        qsort(all, findings->len, sizeof *all, by_place);
    guint kept = 0;
    for (guint i = 0; i < findings->len; i++) {
        lyh_finding *last = kept > 0 ? &all[kept - 1] : NULL;
        if (!last || all[i].start >= last->end) {
            all[kept++] = all[i];
            continue;
        }
        if (is_doubt(last) != is_doubt(&all[i])) {
            if (is_doubt(last))
                *last = all[i];
            continue;
        }
        size_t start = last->start, end = MAX(last->end, all[i].end);
        if (is_better(&all[i], last))
            *last = all[i];
        last->start = start;
        last->end = end;
    }
    g_array_set_size(findings, kept);
}

static GArray *find(const lyh_scanner *scanner, const char *text, size_t size, bool doubts)
{
    GArray *findings = g_array_new(FALSE, FALSE, sizeof(lyh_finding));
    find_personnummer(text, size, findings);
    find_addresses_on_the_net(text, size, findings);
    bool has_hen = writes_hen(text, size);
    size_t asks = MOST_ASKS, asks_in_doubt = MOST_ASKS;
    g_autoptr(GHashTable) answers = g_hash_table_new(NULL, NULL);
    const words_options options = { scanner->table, scanner->lexicon, &asks, answers,
                                    scanner->is_wrapped };
    for (size_t start = 0; start < size;) {
        words list;
        size_t end = piece_end(text, size, start);
        words_init(&list, &options, text, start, end);
        guint first = findings->len;
        find_in_words(scanner, &list, has_hen, findings);
        list.asks = &asks_in_doubt; /* no doubt takes a question from what is surer */
        if (doubts)
            find_doubts(&list, &scanner->codes, first, findings);
        words_clear(&list);
        start = end;
    }
    merge(findings);
    drop_placeholders(text, size, findings);
    return findings;
}

static lyh_finding *taken_out(GArray *findings, size_t *count)
{
    *count = findings->len;
    return (lyh_finding *)(void *)g_array_free(findings, findings->len == 0);
}

lyh_finding *lyh_scanner_find(const lyh_scanner *scanner, const char *text, size_t size,
                              size_t *count)
{
    GArray *findings = find(scanner, text, size, false);
    for (guint i = findings->len; i-- > 0;)
        if (is_doubt(&g_array_index(findings, lyh_finding, i)))
            g_array_remove_index(findings, i); /* of finders of surer things: few */
    return taken_out(findings, count);
}

lyh_finding *lyh_scanner_find_and_doubt(const lyh_scanner *scanner, const char *text,
                                        size_t size, size_t *count)
{
    return taken_out(find(scanner, text, size, true), count);
}

const char *const *lyh_scanner_limits(void)
{
    static const char *const limits[] = {
        N_("names of its lists, the 290 municipalities, the 21 regions, more than fifteen "
           "hundred other places, and what the words around show; a name that is a word "
           "too, a misspelled one, a rare country or faith may pass unseen"),
        N_("in nineteen sets of interviews, each measured before a rule was made from it, "
           "between one identifier in eleven and one in thirty was not found"),
        N_("what only together points at a person is not seen: read the text yourself; "
           "more in 'lyhord help privacy'"),
        NULL
    };
    return limits;
}
