#include <string.h>

#include "../lists.h"
#include "cues_private.h"

extern const unsigned char lyh_embedded_clauses[];
extern const size_t lyh_embedded_clauses_size;
extern const unsigned char lyh_embedded_stances[];
extern const size_t lyh_embedded_stances_size;
extern const unsigned char lyh_embedded_finites[];
extern const size_t lyh_embedded_finites_size;

static const lyh_list_name role_names[] = {
    { "about", LYH_ROLE_ABOUT },
    { "any", LYH_ROLE_ANY },
    { "asks", LYH_ROLE_ASKS },
    { "better", LYH_ROLE_BETTER },
    { "but", LYH_ROLE_BUT },
    { "couples", LYH_ROLE_COUPLES },
    { "factive", LYH_ROLE_FACTIVE },
    { "if", LYH_ROLE_IF },
    { "limits", LYH_ROLE_LIMITS },
    { "loose", LYH_ROLE_LOOSE },
    { "maybe", LYH_ROLE_MAYBE },
    { "more", LYH_ROLE_MORE },
    { "negates", LYH_ROLE_NEGATES },
    { "never", LYH_ROLE_NEVER },
    { "nonfinite", LYH_ROLE_NONFINITE },
    { "opens", LYH_ROLE_OPENS },
    { "opines", LYH_ROLE_OPINES },
    { "or", LYH_ROLE_OR },
    { "past", LYH_ROLE_PAST },
    { "present", LYH_ROLE_PRESENT },
    { "pronoun", LYH_ROLE_PRONOUN },
    { "relates", LYH_ROLE_RELATES },
    { "says", LYH_ROLE_SAYS },
    { "some", LYH_ROLE_SOME },
    { "subject", LYH_ROLE_SUBJECT },
    { "subordinates", LYH_ROLE_SUBORDINATES },
    { "that", LYH_ROLE_THAT },
    { "therefore", LYH_ROLE_THEREFORE },
    { "third", LYH_ROLE_THIRD },
    { "would", LYH_ROLE_WOULD },
    { "you", LYH_ROLE_YOU },
};

static const lyh_list_name kind_names[] = {
    { "absent", LYH_CUE_ABSENT },
    { "affirm", LYH_CUE_AFFIRM },
    { "answer", LYH_CUE_ANSWER },
    { "perhaps-now", LYH_CUE_PERHAPS_NOW },
    { "perhaps-then", LYH_CUE_PERHAPS_THEN },
    { "aside", LYH_CUE_ASIDE },
    { "condition", LYH_CUE_CONDITION },
    { "demand", LYH_CUE_DEMAND },
    { "determines", LYH_CUE_DETERMINES },
    { "doubt", LYH_CUE_DOUBT },
    { "excess", LYH_CUE_EXCESS },
    { "lacks", LYH_CUE_LACKS },
    { "negates", LYH_CUE_NEGATES },
    { "no-time", LYH_CUE_NO_TIME },
    { "now", LYH_CUE_NOW },
    { "plain", LYH_CUE_PLAIN },
    { "tag", LYH_CUE_TAG },
    { "then", LYH_CUE_THEN },
    { "wish", LYH_CUE_WISH },
    { "without", LYH_CUE_WITHOUT },
};

static uint32_t role_named(lyh_span name)
{
    return lyh_list_value(role_names, G_N_ELEMENTS(role_names), name);
}

static lyh_cue_kind kind_named(lyh_span name)
{
    return (lyh_cue_kind)lyh_list_value(kind_names, G_N_ELEMENTS(kind_names), name);
}

static lyh_cue_layer layer_of(lyh_cue_kind kind)
{
    return kind >= LYH_CUE_THEN ? LYH_LAYER_TIME : LYH_LAYER_STATE;
}

uint32_t *cues_role(lyh_cues *cues, uint32_t type)
{
    if (type >= cues->roles->len)
        g_array_set_size(cues->roles, type + 1);
    return &g_array_index(cues->roles, uint32_t, type);
}

type_links *cues_links(lyh_cues *cues, uint32_t type)
{
    if (type >= cues->begun->len)
        g_array_set_size(cues->begun, type + 1);
    return &g_array_index(cues->begun, type_links, type);
}

/* "role: word word" on every line. */
static void read_roles(lyh_cues *cues, lyh_vocabulary *vocabulary,
                       const unsigned char *bytes, size_t size)
{
    lyh_list list = { (const char *)bytes, (const char *)bytes + size };
    lyh_span line;
    while (lyh_list_next(&list, &line)) {
        uint32_t role = role_named(lyh_span_cut(&line, ':'));
        while (line.size > 0) {
            lyh_span word = lyh_span_cut(&line, ' ');
            if (word.size > 0)
                *cues_role(cues, lyh_vocabulary_intern(vocabulary, word.text, word.size)) |=
                    role;
        }
    }
}

/* A cue while it is read: classes are lists of words with a name, "@not: inte ej". */
typedef struct cue_reader {
    lyh_cues *cues;
    lyh_vocabulary *vocabulary;
    GHashTable *classes; /* name → element */
} cue_reader;

static void add_class(const cue_reader *reader, lyh_span name)
{
    g_autofree char *text = g_strndup(name.text, name.size);
    const element *class = g_hash_table_lookup(reader->classes, text);
    g_assert(class);
    for (uint32_t i = 0; i < class->count; i++) {
        uint32_t type = g_array_index(reader->cues->types, uint32_t, class->first + i);
        g_array_append_val(reader->cues->types, type);
    }
}

static void add_words(const cue_reader *reader, lyh_span words, char separator)
{
    while (words.size > 0) {
        lyh_span word = lyh_span_cut(&words, separator);
        if (word.size == 0)
            continue;
        if (word.text[0] == '@') {
            add_class(reader, word);
            continue;
        }
        uint32_t type = lyh_vocabulary_intern(reader->vocabulary, word.text, word.size);
        g_array_append_val(reader->cues->types, type);
    }
}

static void read_class(const cue_reader *reader, lyh_span name, lyh_span words)
{
    element *class = g_new0(element, 1);
    class->first = reader->cues->types->len;
    add_words(reader, words, ' ');
    class->count = reader->cues->types->len - class->first;
    g_hash_table_insert(reader->classes, g_strndup(name.text, name.size), class);
}

/* Cut @sign from that side of @word, and say whether it was there. */
static bool cut_first(lyh_span *word, char sign)
{
    if (word->size == 0 || word->text[0] != sign)
        return false;
    word->text++;
    word->size--;
    return true;
}

static bool cut_last(lyh_span *word, char sign)
{
    if (word->size == 0 || word->text[word->size - 1] != sign)
        return false;
    word->size--;
    return true;
}

/* "%past/subject": any word that plays one of these parts. */
static uint32_t read_parts(lyh_span names)
{
    uint32_t roles = 0;
    while (names.size > 0)
        roles |= role_named(lyh_span_cut(&names, '/'));
    return roles;
}

/* word, word/word, @class, @class/word, %role, any of them in (parentheses) when it may be missing, or "..". */
static element read_element(const cue_reader *reader, lyh_span word)
{
    element new = { .first = reader->cues->types->len };
    new.is_optional = cut_first(&word, '(') && cut_last(&word, ')');
    if (lyh_span_is(word, ".."))
        return new;
    if (cut_first(&word, '%')) {
        new.roles = read_parts(word);
        return new;
    }
    add_words(reader, word, '/');
    new.count = reader->cues->types->len - new.first;
    return new;
}

/* Every type that a pattern may begin with leads to it; one that begins with a part to play has all of its words. */
static void hang_on(lyh_cues *cues, uint32_t number, uint32_t type)
{
    const pattern *here = &g_array_index(cues->patterns, pattern, number);
    type_link *head = &cues_links(cues, type)->of[layer_of(here->kind)];
    hanger new = { here->second, here->second_roles, here->least, number, head->first };
    g_array_append_val(cues->links, new);
    head->first = cues->links->len - 1;
    head->second |= here->second;
    head->second_roles |= here->second_roles;
}

static void hang_up(lyh_cues *cues, uint32_t number)
{
    const pattern *here = &g_array_index(cues->patterns, pattern, number);
    element first = g_array_index(cues->elements, element, here->first);
    g_assert((first.count > 0 || first.roles) && !first.is_optional &&
             here->count <= LONGEST_CUE);
    for (uint32_t i = 0; i < first.count; i++)
        hang_on(cues, number, g_array_index(cues->types, uint32_t, first.first + i));
    for (uint32_t type = 0; first.roles && type < cues->roles->len; type++)
        if (lyh_cues_roles(cues, type) & first.roles)
            hang_on(cues, number, type);
}

/* What may stand behind the first word: any word, where a gap or the end may come next. */
static void sign_second(const lyh_cues *cues, pattern *new)
{
    for (uint32_t at = 1; at < new->count; at++) {
        const element *part = &g_array_index(cues->elements, element, new->first + at);
        if (part->count == 0 && part->roles == 0)
            break;
        new->second_roles |= part->roles;
        for (uint32_t i = 0; i < part->count; i++)
            new->second |=
                cues_signature(g_array_index(cues->types, uint32_t, part->first + i));
        if (!part->is_optional)
            return;
    }
    new->second = UINT64_MAX;
}

/* Words in {braces} decide; without braces all do. */
static void read_pattern(const cue_reader *reader, lyh_cue_kind kind, lyh_span words)
{
    lyh_cues *cues = reader->cues;
    pattern new = { .kind = kind, .first = cues->elements->len };
    while (words.size > 0) {
        lyh_span word = lyh_span_cut(&words, ' ');
        if (word.size == 0)
            continue;
        if (cut_first(&word, '{'))
            new.cue = new.count;
        new.count++;
        if (cut_last(&word, '}'))
            new.cue_end = new.count;
        element part = read_element(reader, word);
        new.least += !part.is_optional && (part.count > 0 || part.roles);
        g_array_append_val(cues->elements, part);
    }
    if (new.cue_end == 0)
        new.cue_end = new.count;
    sign_second(cues, &new);
    g_array_append_val(cues->patterns, new);
    hang_up(cues, cues->patterns->len - 1);
}

static void read_cues(lyh_cues *cues, lyh_vocabulary *vocabulary)
{
    const char *bytes = (const char *)lyh_embedded_stances;
    lyh_list list = { bytes, bytes + lyh_embedded_stances_size };
    g_autoptr(GHashTable) classes =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    cue_reader reader = { cues, vocabulary, classes };
    lyh_span line;
    while (lyh_list_next(&list, &line)) {
        lyh_span name = lyh_span_cut(&line, ':');
        if (name.text[0] == '@')
            read_class(&reader, name, line);
        else
            read_pattern(&reader, kind_named(name), line);
    }
}

/* What hangs together from @head on as a row at the end of @rows; where it begins there. */
static uint32_t put_in_row(const lyh_cues *cues, uint32_t head, GArray *rows)
{
    uint32_t start = rows->len;
    while (head != 0) {
        const hanger *here = &g_array_index(cues->links, hanger, head);
        g_array_append_val(rows, *here);
        head = here->next;
    }
    return rows->len > start ? start : 0;
}

static void put_in_rows(lyh_cues *cues)
{
    GArray *rows = g_array_new(FALSE, TRUE, sizeof(hanger));
    g_array_set_size(rows, 1);
    for (guint type = 0; type < cues->begun->len; type++) {
        type_links *links = &g_array_index(cues->begun, type_links, type);
        for (size_t layer = 0; layer < LAYERS; layer++)
            links->of[layer].first = put_in_row(cues, links->of[layer].first, rows);
    }
    g_array_unref(cues->links);
    cues->links = rows;
}

void cues_read(lyh_cues *cues, lyh_vocabulary *vocabulary)
{
    read_roles(cues, vocabulary, lyh_embedded_clauses, lyh_embedded_clauses_size);
    read_roles(cues, vocabulary, lyh_embedded_finites, lyh_embedded_finites_size);
    read_cues(cues, vocabulary);
    put_in_rows(cues);
}
