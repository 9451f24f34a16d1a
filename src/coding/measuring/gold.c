#include <lyhord/coding/gold.h>

#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <lyhord/base/text.h>

#include "../autoptr.h"
#include "gold_private.h"

/* The line at hand, and what is known of the lines before it. */
typedef struct reading {
    lyh_gold *gold;
    lyh_diags *diags;
    size_t line, start, end; /* from 1, and its bytes */
    GHashTable *lines;       /* id -> line on which it stands first */
    GPtrArray *keys; /* of every record, what it shares with others: GPtrArray of char * */
} reading;

bool lyh_gold_looks_like(const lyh_bytes *bytes)
{
    /* Passed over: white space, a byte order mark, and UTF-16's zero bytes. */
    static const char before[] = " \t\r\n\xEF\xBB\xBF\xFE\xFF";
    size_t at = 0;
    while (at < bytes->size && (bytes->data[at] == '\0' || strchr(before, bytes->data[at])))
        at++;
    return at < bytes->size && (bytes->data[at] == '{' || bytes->data[at] == '[');
}

/* ---- what is wrong ---- */

static lyh_place place_here(const reading *read)
{
    return lyh_place_text(read->gold->source, read->start, read->end);
}

/* Ours and not the parser's words: its own repeat the text they stumble over. */
static const char *trouble_of(const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        return N_("the line breaks off in the middle of a record; write each record on a "
                  "line of its own");
    case json_error_end_of_input_expected:
        return N_("something stands behind the record; write each record on a line of its "
                  "own");
    case json_error_duplicate_key:
        return N_("the key that ends here stands in the object already; keep one of them");
    case json_error_stack_overflow:
        return N_(
            "the record is nested too deep; turns and labels are lists of objects, no "
            "deeper");
    case json_error_null_character:
        return N_("\\u0000 is no character of a text; take it out");
    case json_error_numeric_overflow:
        return N_("the number is too large to be read; write it as a text in quotes");
    default:
        return N_(
            "this is no JSON; each line is an object such as {\"id\": \"1\", \"text\": "
            "\"…\", \"labels\": []}");
    }
}

/* The parser tells how many bytes it had taken: the last of them is where it gave up. */
static lyh_place place_of(const reading *read, const json_error_t *error)
{
    const char *text = lyh_source_text(read->gold->source);
    size_t at = read->start + (size_t)MAX(error->position, 1) - 1;
    at = MIN(at, read->end > read->start ? read->end - 1 : read->start);
    while (at > read->start && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return lyh_place_text(read->gold->source, at, at + 1);
}

static json_t *parse_line(const reading *read)
{
    json_error_t error;
    const char *text = lyh_source_text(read->gold->source);
    if (read->end - read->start > LYH_GOLD_LINE_MAX) {
        lyh_diags_error(read->diags, "gold-line", place_here(read),
                        "the line is longer than 1 MiB; a record is a passage of an "
                        "interview: part it");
        return NULL;
    }
    json_t *record = json_loadb(text + read->start, read->end - read->start,
                                JSON_REJECT_DUPLICATES, &error);
    if (!record) {
        lyh_diags_error(read->diags, "gold-json", place_of(read, &error), "%s",
                        lyh_tr(lyh_diags_catalog(read->diags), trouble_of(&error)));
        return NULL;
    }
    if (json_is_object(record))
        return record;
    lyh_diags_error(read->diags, "gold-json", place_here(read),
                    "the line is a list, and each record is wanted on a line of its own, "
                    "without brackets around them all");
    json_decref(record);
    return NULL;
}

/* ---- one record ---- */

static const char *keep(const reading *read, const char *text)
{
    char *clean = lyh_text_nfc(text, strlen(text), NULL);
    const char *kept = g_string_chunk_insert(read->gold->strings, clean);
    free(clean);
    return kept;
}

/* The text at @key of @object, "" when it is missing or null and may be. */
static const char *read_text(const reading *read, const json_t *object, const char *key,
                             bool is_required)
{
    const json_t *value = json_object_get(object, key);
    if (json_is_string(value) && (!is_required || json_string_length(value) > 0))
        return keep(read, json_string_value(value));
    bool is_missing = !value || json_is_null(value);
    if (is_missing && !is_required)
        return "";
    if (is_missing)
        lyh_diags_error(read->diags, "gold-key", place_here(read),
                        "'%s' is missing; write it as a text in quotes", key);
    else if (json_is_string(value))
        lyh_diags_error(read->diags, "gold-key", place_here(read),
                        "'%s' is empty; write something there", key);
    else
        lyh_diags_error(read->diags, "gold-key", place_here(read),
                        "'%s' is not a text; write it in quotes", key);
    return "";
}

/* The list at @key; NULL when it is missing, null or wrong. Lent. */
static const json_t *read_list(const reading *read, const json_t *record, const char *key,
                               bool is_required)
{
    const json_t *list = json_object_get(record, key);
    bool is_missing = !list || json_is_null(list);
    if (!is_missing && !json_is_array(list))
        lyh_diags_error(read->diags, "gold-key", place_here(read),
                        "'%s' is not a list; write it as [ … ]", key);
    else if (is_missing && is_required)
        lyh_diags_error(read->diags, "gold-key", place_here(read),
                        "'%s' is missing; write [] where there is nothing", key);
    return json_is_array(list) ? list : NULL;
}

static bool is_object(const reading *read, const json_t *item, const char *key)
{
    if (json_is_object(item))
        return true;
    lyh_diags_error(read->diags, "gold-key", place_here(read),
                    "what stands in '%s' is not an object; write it as { … }", key);
    return false;
}

static void *new_part(const reading *read, size_t count, size_t size)
{
    void *part = g_malloc0_n(MAX(count, 1), size);
    g_ptr_array_add(read->gold->parts, part);
    return part;
}

static void read_turns(const reading *read, const json_t *object, lyh_gold_record *record)
{
    const json_t *list = read_list(read, object, "turns", false);
    size_t count = json_array_size(list);
    lyh_gold_turn *turns = new_part(read, count, sizeof *turns);
    for (size_t i = 0; i < count; i++) {
        const json_t *turn = json_array_get(list, i);
        if (!is_object(read, turn, "turns"))
            continue;
        turns[i].speaker = read_text(read, turn, "speaker", false);
        turns[i].text = read_text(read, turn, "text", true);
    }
    record->turns = turns;
    record->turn_count = count;
}

static size_t theme_called(const reading *read, const char *name)
{
    lyh_gold *gold = read->gold;
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(gold->theme_of, name));
    if (known > 0)
        return known - 1;
    g_ptr_array_add(gold->themes, (gpointer)name);
    g_hash_table_insert(gold->theme_of, (gpointer)name,
                        GSIZE_TO_POINTER(gold->themes->len));
    return gold->themes->len - 1;
}

static lyh_polarity read_polarity(const reading *read, const json_t *label)
{
    const char *name = read_text(read, label, "polarity", true);
    for (lyh_polarity polarity = LYH_NEUTRAL; polarity <= LYH_MINUS; polarity++)
        if (strcmp(name, lyh_polarity_name(polarity)) == 0)
            return polarity;
    if (*name != '\0')
        lyh_diags_error(read->diags, "gold-polarity", place_here(read),
                        "the polarity '%s' is unknown; it is one of +, - and 0", name);
    return LYH_NEUTRAL;
}

static void read_labels(const reading *read, const json_t *object, lyh_gold_record *record)
{
    const json_t *list = read_list(read, object, "labels", true);
    size_t count = json_array_size(list);
    lyh_gold_label *labels = new_part(read, count, sizeof *labels);
    for (size_t i = 0; i < count; i++) {
        const json_t *label = json_array_get(list, i);
        if (!is_object(read, label, "labels"))
            continue;
        labels[i].theme = theme_called(read, read_text(read, label, "theme", true));
        labels[i].polarity = read_polarity(read, label);
    }
    record->labels = labels;
    record->label_count = count;
}

/* What equal values of @key tie together, whatever kind of value it is; NULL when there is none. */
static char *shared_value(const json_t *object, const char *key)
{
    const json_t *value = json_object_get(object, key);
    if (!value || json_is_null(value))
        return NULL;
    char *dump = json_dumps(value, JSON_COMPACT | JSON_SORT_KEYS | JSON_ENCODE_ANY);
    char *shared = g_strdup_printf("%s %s", key, dump);
    g_free(dump);
    return shared;
}

static void read_keys(const reading *read, const json_t *object)
{
    GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *seed = shared_value(object, "seed");
    g_autofree char *person = shared_value(object, "respondent");
    char *file = shared_value(object, "dialogue_file");
    char *copies = shared_value(object, "dup_group");
    if (person)
        g_ptr_array_add(keys, g_strdup_printf("%s %s", seed ? seed : "", person));
    if (file)
        g_ptr_array_add(keys, file);
    if (copies)
        g_ptr_array_add(keys, copies);
    g_ptr_array_add(read->keys, keys);
}

static void check_said(const reading *read, const lyh_gold_record *record)
{
    if (record->turn_count == 0 && *record->text == '\0')
        lyh_diags_error(read->diags, "gold-key", place_here(read),
                        "the record has neither text nor turns; write what was said");
}

static void check_id(const reading *read, const lyh_gold_record *record)
{
    size_t first = GPOINTER_TO_SIZE(g_hash_table_lookup(read->lines, record->id));
    if (*record->id == '\0')
        return;
    if (first > 0)
        lyh_diags_error(read->diags, "gold-twice", place_here(read),
                        "the record '%s' is there twice; first on line %zu", record->id,
                        first);
    else
        g_hash_table_insert(read->lines, (gpointer)record->id,
                            GSIZE_TO_POINTER(record->line));
}

static void read_record(const reading *read, const json_t *object)
{
    lyh_gold_record record = {
        .id = read_text(read, object, "id", true),
        .text = read_text(read, object, "text", false),
        .respondent = read_text(read, object, "respondent", false),
        .line = read->line,
    };
    read_turns(read, object, &record);
    read_labels(read, object, &record);
    read_keys(read, object);
    check_said(read, &record);
    check_id(read, &record);
    g_array_append_val(read->gold->records, record);
}

/* ---- the file ---- */

static lyh_gold *empty_gold(const lyh_source *source)
{
    lyh_gold *gold = g_new0(lyh_gold, 1);
    gold->source = source;
    gold->strings = g_string_chunk_new(4096);
    gold->records = g_array_new(FALSE, TRUE, sizeof(lyh_gold_record));
    gold->parts = g_ptr_array_new_with_free_func(g_free);
    gold->themes = g_ptr_array_new();
    gold->theme_of = g_hash_table_new(g_str_hash, g_str_equal);
    return gold;
}

static void read_line(const reading *read)
{
    const char *text = lyh_source_text(read->gold->source);
    if (lyh_text_is_blank(text + read->start, read->end - read->start))
        return;
    json_t *record = parse_line(read);
    if (record)
        read_record(read, record);
    json_decref(record);
}

static void read_lines(reading *read)
{
    const lyh_source *source = read->gold->source;
    size_t lines = lyh_source_line(source, lyh_source_size(source));
    for (read->line = 1; read->line <= lines; read->line++) {
        lyh_source_line_span(source, read->line, &read->start, &read->end);
        read_line(read);
    }
}

static void free_keys(gpointer keys)
{
    g_ptr_array_unref(keys);
}

lyh_gold *lyh_gold_read(const lyh_source *source, lyh_diags *diags)
{
    size_t errors = lyh_diags_error_count(diags);
    g_autoptr(lyh_gold) gold = empty_gold(source);
    g_autoptr(GHashTable) lines = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(free_keys);
    reading read = { .gold = gold, .diags = diags, .lines = lines, .keys = keys };

    /* Out of memory is then said as everywhere else, and not as a mistake in the file. */
    json_set_alloc_funcs(g_malloc, g_free);
    read_lines(&read);
    if (lyh_diags_error_count(diags) == errors && gold->records->len == 0)
        lyh_diags_error(diags, "gold-empty", lyh_place_file(lyh_source_name(source)),
                        "the file holds no records; write one on each line");
    if (lyh_diags_error_count(diags) > errors)
        return NULL;
    gold_cluster(gold, keys);
    return g_steal_pointer(&gold);
}

void lyh_gold_free(lyh_gold *gold)
{
    if (!gold)
        return;
    g_hash_table_unref(gold->theme_of);
    g_ptr_array_unref(gold->themes);
    g_ptr_array_unref(gold->parts);
    g_array_unref(gold->records);
    g_string_chunk_free(gold->strings);
    g_free(gold);
}

size_t lyh_gold_count(const lyh_gold *gold)
{
    return gold->records->len;
}

const lyh_gold_record *lyh_gold_at(const lyh_gold *gold, size_t index)
{
    g_assert(index < gold->records->len);
    return &g_array_index(gold->records, lyh_gold_record, index);
}

lyh_place lyh_gold_place(const lyh_gold *gold, size_t index)
{
    size_t start, end;
    lyh_source_line_span(gold->source, lyh_gold_at(gold, index)->line, &start, &end);
    return lyh_place_text(gold->source, start, end);
}

size_t lyh_gold_theme_count(const lyh_gold *gold)
{
    return gold->themes->len;
}

const char *lyh_gold_theme(const lyh_gold *gold, size_t theme)
{
    g_assert(theme < gold->themes->len);
    return gold->themes->pdata[theme];
}
