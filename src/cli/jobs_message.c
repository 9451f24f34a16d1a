#include "jobs_message.h"

#include <errno.h>
#include <string.h>

/* Between two processes of one program on one machine: numbers as they lie in memory, texts behind their sizes. */

static void put(GByteArray *message, const void *data, size_t size)
{
    g_byte_array_append(message, data, (guint)size);
}

static void put_number(GByteArray *message, size_t number)
{
    put(message, &number, sizeof number);
}

/* NULL comes back as it was. */
static void put_text(GByteArray *message, const char *text)
{
    put_number(message, text ? strlen(text) + 1 : 0);
    put(message, text, text ? strlen(text) : 0);
}

static void put_diag(GByteArray *message, const lyh_diag *diag)
{
    const size_t numbers[] = { diag->severity,  diag->line, diag->column,
                               diag->paragraph, diag->page, diag->is_private,
                               diag->caret,     diag->width };
    put(message, numbers, sizeof numbers);
    put_text(message, diag->code);
    put_text(message, diag->message);
    put_text(message, diag->file);
    put_text(message, diag->excerpt);
}

GByteArray *jobs_message_new(const char *result, size_t size, const lyh_diags *diags,
                             const lyh_error *error)
{
    GByteArray *message = g_byte_array_new();
    put(message, error, sizeof *error);
    put_number(message, lyh_diags_error_count(diags));
    put_number(message, lyh_diags_warning_count(diags));
    put_number(message, lyh_diags_count(diags));
    for (size_t i = 0; i < lyh_diags_count(diags); i++)
        put_diag(message, lyh_diags_at(diags, i));
    put_number(message, size);
    put(message, result, size);
    return message;
}

/* ---- and back ---- */

typedef struct message_reading {
    GBytes *message;
    const char *bytes; /* of it */
    size_t size, at;
    bool is_cut; /* it ended before it should */
} message_reading;

static message_reading reading_of(GBytes *message)
{
    message_reading reading = { .message = message };
    reading.bytes = g_bytes_get_data(message, &reading.size);
    return reading;
}

static size_t left_of(const message_reading *reading)
{
    return reading->size - reading->at;
}

static void take(message_reading *reading, void *data, size_t size)
{
    if (left_of(reading) < size) {
        reading->is_cut = true;
        memset(data, 0, size);
        return;
    }
    memcpy(data, reading->bytes + reading->at, size);
    reading->at += size;
}

static size_t take_number(message_reading *reading)
{
    size_t number;
    take(reading, &number, sizeof number);
    return number;
}

static char *take_text(message_reading *reading)
{
    size_t size = take_number(reading);
    if (size == 0 || left_of(reading) < size - 1)
        return NULL;
    char *text = g_strndup(reading->bytes + reading->at, size - 1);
    reading->at += size - 1;
    return text;
}

static void free_diag(gpointer data)
{
    lyh_diag *diag = data;
    g_free(diag->message);
    g_free(diag->file);
    g_free(diag->excerpt);
    g_free(diag);
}

static lyh_diag *take_diag(message_reading *reading)
{
    size_t numbers[8];
    take(reading, numbers, sizeof numbers);
    g_autofree char *code = take_text(reading);
    lyh_diag *diag = g_new0(lyh_diag, 1);
    *diag = (lyh_diag){
        .severity = (lyh_severity)MIN(numbers[0], LYH_SERIOUS),
        .code = g_intern_string(code),
        .line = numbers[1],
        .column = numbers[2],
        .paragraph = numbers[3],
        .page = numbers[4],
        .is_private = numbers[5] != 0,
        .caret = numbers[6],
        .width = numbers[7],
    };
    diag->message = take_text(reading);
    diag->file = take_text(reading);
    diag->excerpt = take_text(reading);
    return diag;
}

/* By file, line and column; what has no line keeps its place before what has. */
static gint by_place(gconstpointer one, gconstpointer two)
{
    const lyh_diag *a = *(const lyh_diag *const *)one, *b = *(const lyh_diag *const *)two;
    int file = g_strcmp0(a->file, b->file);
    if (file != 0)
        return file;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (a->column != b->column)
        return a->column < b->column ? -1 : 1;
    return g_strcmp0(a->message, b->message);
}

static bool is_same(const lyh_diag *a, const lyh_diag *b)
{
    return a->severity == b->severity && by_place(&a, &b) == 0;
}

/* A codebook's rule that runs out of its limits does so in several jobs, and is told of once. */
static void add_all(GPtrArray *found, lyh_diags *diags)
{
    g_ptr_array_sort(found, by_place);
    for (guint i = 0; i < found->len; i++)
        if (i == 0 || !is_same(found->pdata[i - 1], found->pdata[i]))
            lyh_diags_add(diags, found->pdata[i]);
}

/* What of all the messages is put together. */
typedef struct gathering {
    GPtrArray *results, *found;
    size_t left[LYH_SERIOUS + 1]; /* counted, and not kept */
    bool is_cut;
} gathering;

static lyh_error read_message(GBytes *message, gathering *all)
{
    message_reading reading = reading_of(message);
    lyh_error trouble;
    take(&reading, &trouble, sizeof trouble);
    size_t errors = take_number(&reading), warnings = take_number(&reading);
    size_t count = take_number(&reading);
    for (size_t i = 0; i < count && !reading.is_cut; i++)
        g_ptr_array_add(all->found, take_diag(&reading));
    all->left[LYH_SERIOUS] += errors - MIN(errors, LYH_DIAGS_MAX);
    all->left[LYH_WARNING] += warnings - MIN(warnings, LYH_DIAGS_MAX);
    size_t size = take_number(&reading);
    reading.is_cut |= left_of(&reading) < size;
    if (!reading.is_cut)
        g_ptr_array_add(all->results, g_bytes_new_from_bytes(message, reading.at, size));
    all->is_cut |= reading.is_cut;
    return trouble;
}

static void count_left(const gathering *all, lyh_diags *diags)
{
    lyh_diags_count_more(diags, LYH_SERIOUS, all->left[LYH_SERIOUS]);
    lyh_diags_count_more(diags, LYH_WARNING, all->left[LYH_WARNING]);
}

static bool is_whole(const gathering *all, lyh_error *error)
{
    return !all->is_cut || lyh_error_set(error, LYH_ERROR_IO, EIO, "jobs");
}

bool jobs_messages_read(const GPtrArray *messages, GPtrArray *results, lyh_diags *diags,
                        lyh_error *error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(free_diag);
    gathering all = { .results = results, .found = found };
    lyh_error first = { 0 };
    for (guint i = 0; i < messages->len; i++) {
        lyh_error trouble = read_message(messages->pdata[i], &all);
        if (first.kind == LYH_ERROR_NONE)
            first = trouble;
    }
    add_all(found, diags);
    count_left(&all, diags);
    if (first.kind == LYH_ERROR_NONE)
        return is_whole(&all, error);
    *error = first;
    return false;
}

/* ---- of stretches ---- */

static char *said_by(const lyh_diag *diag)
{
    return g_strdup_printf("%d %zu %zu %zu %zu %s\n%s\n%s", (int)diag->severity, diag->line,
                           diag->column, diag->paragraph, diag->page, diag->code,
                           diag->file ? diag->file : "", diag->message);
}

/* What one process says once, several say each: what an earlier one has said is said. */
static void add_in_order(const GPtrArray *found, guint from, GHashTable *said,
                         lyh_diags *diags)
{
    g_autoptr(GPtrArray) own = g_ptr_array_new();
    for (guint i = from; i < found->len; i++) {
        g_autofree char *text = said_by(found->pdata[i]);
        if (g_hash_table_contains(said, text))
            continue;
        lyh_diags_add(diags, found->pdata[i]);
        g_ptr_array_add(own, g_steal_pointer(&text));
    }
    for (guint i = 0; i < own->len; i++)
        g_hash_table_add(said, own->pdata[i]);
}

bool jobs_messages_in_order(const GPtrArray *messages, GPtrArray *results, lyh_diags *diags,
                            lyh_error *troubles, lyh_error *error)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func(free_diag);
    g_autoptr(GHashTable) said =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    gathering all = { .results = results, .found = found };
    for (guint i = 0; i < messages->len; i++) {
        guint known = found->len;
        troubles[i] = read_message(messages->pdata[i], &all);
        add_in_order(found, known, said, diags);
    }
    count_left(&all, diags);
    return is_whole(&all, error);
}
