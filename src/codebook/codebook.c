#include "codebook_private.h"

#include <lyhord/base/text.h>

static const lyh_csv_column known_columns[COLUMN_COUNT] = {
    [COLUMN_CODE] = { "kod|code", true },
    [COLUMN_PARENT] = { "överordnad|overordnad|parent", false },
    [COLUMN_LABEL] = { "namn|name|label", false },
    [COLUMN_COLOUR] = { "färg|farg|colour|color", false },
    [COLUMN_DEFINITION] = { "definition", false },
    [COLUMN_WHEN] = { "när|nar|when", false },
    [COLUMN_WHEN_NOT] = { "inte_när|inte_nar|when_not", false },
    [COLUMN_EXAMPLE] = { "exempel|example", false },
    [COLUMN_RULES] = { "regler|rules", false },
    [COLUMN_RULES_PLUS] = { "regler_plus|rules_plus", false },
    [COLUMN_RULES_MINUS] = { "regler_minus|rules_minus", false },
    [COLUMN_EXCEPTIONS] = { "undantag|exceptions", false },
    [COLUMN_PATTERNS] = { "mönster|monster|pattern", false },
};

size_t codebook_find_column(const lyh_csv *csv, lyh_field field)
{
    return lyh_csv_find(csv, known_columns[field].names);
}

code_entry *lyh_codebook_entry(const lyh_codebook *book, size_t index)
{
    g_assert(index < book->entries->len);
    return &g_array_index(book->entries, code_entry, index);
}

bool lyh_codebook_has_cell(const lyh_codebook *book, const lyh_code *code,
                           book_column column)
{
    return !lyh_csv_is_empty(book->csv, code->row, book->columns[column]);
}

static void clear_entry(void *data)
{
    code_entry *entry = data;
    g_array_unref(entry->parents);
    g_ptr_array_unref(entry->rules);
    g_array_unref(entry->columns);
}

static void free_rule(void *rule)
{
    lyh_rule_free(rule);
}

/** The cell's text as the file has it, "" where the column is missing. Lent by the csv. */
static const char *cell(const lyh_codebook *book, size_t row, book_column column)
{
    return lyh_csv_cell(book->csv, row, book->columns[column]);
}

/** The same without white space around it; lives as long as the codebook. */
static const char *trimmed(lyh_codebook *book, size_t row, book_column column)
{
    const char *text = cell(book, row, column), *end = text + strlen(text);
    while (text < end && g_ascii_isspace(*text))
        text++;
    while (text < end && g_ascii_isspace(end[-1]))
        end--;
    return g_string_chunk_insert_len(book->strings, text, end - text);
}

static lyh_place cell_place(const lyh_codebook *book, size_t row, book_column column)
{
    return lyh_csv_place(book->csv, row, book->columns[column]);
}

static bool holds_unsafe(const char *name)
{
    size_t size = strlen(name), length;
    for (size_t at = 0; at < size; at += length)
        if (lyh_char_is_unsafe(lyh_text_char(name + at, size - at, &length)) ||
            strchr("\t\r\n", name[at]))
            return true;
    return false;
}

static bool is_good_name(const char *name, lyh_place place, lyh_diags *diags)
{
    size_t before = lyh_diags_error_count(diags);
    size_t length = lyh_text_length(name, strlen(name));
    if (length == 0)
        lyh_diags_error(diags, "code-empty", place, "a row without a code; write its code");
    if (length > LYH_CODE_NAME_MAX)
        lyh_diags_error(diags, "code-name", place,
                        "the code is %zu characters long; %d are the most", length,
                        LYH_CODE_NAME_MAX);
    if (holds_unsafe(name))
        lyh_diags_error(
            diags, "code-name", place,
            "the code holds a line end, a tab or a control character; keep it on one "
            "line");
    if (strchr(name, '|'))
        lyh_diags_error(diags, "code-name", place,
                        "the code '%s' holds '|', which separates codes in överordnad",
                        name);
    return lyh_diags_error_count(diags) == before;
}

/* CWE-1236: what a spreadsheet takes for a formula. Our own files guard it, other people's do not. */
static void warn_of_formula(const char *name, lyh_place place, lyh_diags *diags)
{
    if (strchr("=+-@", name[0]))
        lyh_diags_warning(
            diags, "code-formula", place,
            "a spreadsheet would take the code '%s' for a formula; begin it with a "
            "letter",
            name);
}

/** True when the name is new; says so when it, or its like in other case, was there before. */
static bool claim_name(lyh_codebook *book, const char *name, size_t row, GHashTable *folded,
                       lyh_diags *diags)
{
    lyh_place place = cell_place(book, row, COLUMN_CODE);
    const lyh_source *source = lyh_csv_source(book->csv);
    size_t found = lyh_codebook_find(book, name);
    if (found != LYH_NONE) {
        lyh_place first = lyh_codebook_place(book, found);
        lyh_diags_error(diags, "code-twice", place,
                        "code '%s' is defined twice; first on line %zu", name,
                        lyh_source_line(source, first.start));
        return false;
    }
    char *key = lyh_text_fold(name, strlen(name), NULL);
    size_t other = GPOINTER_TO_SIZE(g_hash_table_lookup(folded, key));
    if (other) {
        lyh_place first = lyh_codebook_place(book, other - 1);
        lyh_diags_warning(
            diags, "code-case", place,
            "code '%s' differs only in case from '%s' on line %zu; give one of them "
            "another name",
            name, lyh_codebook_code(book, other - 1)->name,
            lyh_source_line(source, first.start));
    }
    g_hash_table_replace(folded, key, GSIZE_TO_POINTER(book->entries->len + 1));
    g_hash_table_insert(book->by_name, (char *)name,
                        GSIZE_TO_POINTER((size_t)book->entries->len + 1));
    return true;
}

static bool is_colour(const char *text)
{
    if (text[0] != '#' || strlen(text) != 7)
        return false;
    for (size_t i = 1; i < 7; i++)
        if (!g_ascii_isxdigit(text[i]))
            return false;
    return true;
}

static const char *colour_of(lyh_codebook *book, size_t row, lyh_diags *diags)
{
    const char *text = trimmed(book, row, COLUMN_COLOUR);
    if (*text == '\0' || is_colour(text))
        return text;
    lyh_diags_warning(diags, "colour-form", cell_place(book, row, COLUMN_COLOUR),
                      "'%s' is no colour and is left out; write it as #1b6e5a", text);
    return "";
}

static void add_rule(code_entry *entry, lyh_rule_column kind, lyh_rule *rule)
{
    if (!rule)
        return;
    g_ptr_array_add(entry->rules, rule);
    g_array_append_val(entry->columns, kind);
}

static lyh_rule *read_line(const char *text, size_t size, const lyh_rule_origin *origin,
                           bool is_pattern, lyh_diags *diags)
{
    size_t lead = 0;
    if (!is_pattern)
        return lyh_rule_parse(text, size, origin, diags);
    while (lead < size && g_ascii_isspace(text[lead]))
        lead++;
    while (size > lead && g_ascii_isspace(text[size - 1]))
        size--;
    lyh_rule_origin inner = *origin;
    inner.offset += lead;
    return size == lead ? NULL : lyh_rule_from_pattern(text + lead, size - lead, &inner);
}

/** A rule cell holds one rule a line. */
static void read_rules(lyh_codebook *book, code_entry *entry, book_column column,
                       lyh_rule_column kind, lyh_diags *diags)
{
    const char *text = cell(book, entry->code.row, column);
    bool is_pattern = column == COLUMN_PATTERNS;
    for (size_t at = 0, size; text[at] != '\0'; at += size) {
        lyh_rule_origin origin = {
            .csv = book->csv,
            .row = entry->code.row,
            .column = book->columns[column],
            .offset = at,
        };
        size = strcspn(text + at, "\r\n");
        add_rule(entry, kind, read_line(text + at, size, &origin, is_pattern, diags));
        size += strspn(text + at + size, "\r\n");
    }
}

static void read_all_rules(lyh_codebook *book, code_entry *entry, lyh_diags *diags)
{
    read_rules(book, entry, COLUMN_RULES, LYH_RULES_NEUTRAL, diags);
    read_rules(book, entry, COLUMN_RULES_PLUS, LYH_RULES_PLUS, diags);
    read_rules(book, entry, COLUMN_RULES_MINUS, LYH_RULES_MINUS, diags);
    read_rules(book, entry, COLUMN_EXCEPTIONS, LYH_RULES_EXCEPT, diags);
    read_rules(book, entry, COLUMN_PATTERNS, LYH_RULES_NEUTRAL, diags);
}

static code_entry read_entry(lyh_codebook *book, size_t row, const char *name,
                             lyh_diags *diags)
{
    const char *label = trimmed(book, row, COLUMN_LABEL);
    code_entry entry = {
        .code = {
            .name = name,
            .label = *label ? label : name,
            .colour = colour_of(book, row, diags),
            .definition = trimmed(book, row, COLUMN_DEFINITION),
            .when = trimmed(book, row, COLUMN_WHEN),
            .when_not = trimmed(book, row, COLUMN_WHEN_NOT),
            .example = trimmed(book, row, COLUMN_EXAMPLE),
            .parent = LYH_NONE,
            .row = row,
        },
        .parents = g_array_new(FALSE, FALSE, sizeof(size_t)),
        .rules = g_ptr_array_new_with_free_func(free_rule),
        .columns = g_array_new(FALSE, FALSE, sizeof(lyh_rule_column)),
    };
    read_all_rules(book, &entry, diags);
    return entry;
}

/* The rules of a row whose name is wrong are read too: all mistakes are told in one run. */
static void read_row(lyh_codebook *book, size_t row, GHashTable *folded, lyh_diags *diags)
{
    const char *name = trimmed(book, row, COLUMN_CODE);
    lyh_place place = cell_place(book, row, COLUMN_CODE);
    bool is_good =
        is_good_name(name, place, diags) && claim_name(book, name, row, folded, diags);
    code_entry entry = read_entry(book, row, name, diags);
    if (is_good) {
        warn_of_formula(name, place, diags);
        g_array_append_val(book->entries, entry);
    } else {
        clear_entry(&entry);
    }
}

static void read_rows(lyh_codebook *book, lyh_diags *diags)
{
    g_autoptr(GHashTable) folded =
        g_hash_table_new_full(g_str_hash, g_str_equal, free, NULL);
    size_t rows = lyh_csv_row_count(book->csv);
    for (size_t row = 0; row < rows; row++)
        read_row(book, row, folded, diags);
    if (rows == 0)
        lyh_diags_warning(diags, "codebook-empty",
                          lyh_place_file(lyh_source_name(lyh_csv_source(book->csv))),
                          "the codebook has a heading but no codes");
}

lyh_codebook *lyh_codebook_read(lyh_csv *csv, lyh_diags *diags)
{
    size_t before = lyh_diags_error_count(diags);
    g_autoptr(lyh_codebook) book = g_new0(lyh_codebook, 1);
    book->csv = csv;
    book->entries = g_array_new(FALSE, FALSE, sizeof(code_entry));
    g_array_set_clear_func(book->entries, clear_entry);
    book->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    book->strings = g_string_chunk_new(4096);

    if (lyh_csv_find_all(csv, known_columns, COLUMN_COUNT, false, book->columns, diags)) {
        read_rows(book, diags);
        lyh_codebook_link_parents(book, diags);
        lyh_codebook_check_references(book, diags);
    }
    if (lyh_diags_error_count(diags) == before)
        return g_steal_pointer(&book);
    book->csv = NULL; /* stays the caller's */
    return NULL;
}

void lyh_codebook_free(lyh_codebook *book)
{
    if (!book)
        return;
    g_array_unref(book->entries);
    g_hash_table_unref(book->by_name);
    g_string_chunk_free(book->strings);
    lyh_csv_free(book->csv);
    g_free(book);
}

size_t lyh_codebook_count(const lyh_codebook *book)
{
    return book->entries->len;
}

const lyh_code *lyh_codebook_code(const lyh_codebook *book, size_t index)
{
    return &lyh_codebook_entry(book, index)->code;
}

size_t lyh_codebook_find(const lyh_codebook *book, const char *name)
{
    return GPOINTER_TO_SIZE(g_hash_table_lookup(book->by_name, name)) - 1;
}

lyh_place lyh_codebook_place(const lyh_codebook *book, size_t code)
{
    return cell_place(book, lyh_codebook_code(book, code)->row, COLUMN_CODE);
}

size_t lyh_codebook_rule_count(const lyh_codebook *book, size_t code)
{
    return lyh_codebook_entry(book, code)->rules->len;
}

const lyh_rule *lyh_codebook_rule(const lyh_codebook *book, size_t code, size_t index)
{
    const code_entry *entry = lyh_codebook_entry(book, code);
    g_assert(index < entry->rules->len);
    return g_ptr_array_index(entry->rules, index);
}

lyh_rule_column lyh_codebook_rule_column(const lyh_codebook *book, size_t code,
                                         size_t index)
{
    const code_entry *entry = lyh_codebook_entry(book, code);
    g_assert(index < entry->columns->len);
    return g_array_index(entry->columns, lyh_rule_column, index);
}

static void add_missing(GString *missing, const char *column, const char *text)
{
    if (*text)
        return;
    g_string_append(missing, missing->len ? ", " : "");
    g_string_append(missing, column);
}

void lyh_codebook_check_code(const lyh_codebook *book, size_t index, lyh_diags *diags)
{
    const lyh_code *code = lyh_codebook_code(book, index);
    g_autoptr(GString) missing = g_string_new(NULL);
    add_missing(missing, "definition", code->definition);
    add_missing(missing, "när", code->when);
    add_missing(missing, "inte_när", code->when_not);
    add_missing(missing, "exempel", code->example);
    if (missing->len)
        lyh_diags_warning(diags, "code-undefined", lyh_codebook_place(book, index),
                          "code '%s' lacks %s; two coders need them to mean the same by it",
                          code->name, missing->str);
}

void lyh_codebook_check(const lyh_codebook *book, lyh_diags *diags)
{
    for (size_t i = 0; i < book->entries->len; i++)
        lyh_codebook_check_code(book, i, diags);
}
