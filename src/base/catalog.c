#include <lyhord/base/catalog.h>

#include <stdint.h>
#include <string.h>

#include <glib.h>

/* The GNU .mo format: gettext manual, section "The Format of GNU MO Files". */
#define MAGIC 0x950412deu
#define HEADER_SIZE 28u
#define ENTRY_SIZE 8u

struct lyh_catalog {
    const char *bytes;
    size_t size;
    uint32_t count;
    uint32_t originals;    /* where the table of msgids starts */
    uint32_t translations; /* where the table of their translations starts */
    char language[8];
};

/* From the C file that the build makes of po/sv.po. */
extern const unsigned char lyh_embedded_sv_mo[];
extern const size_t lyh_embedded_sv_mo_size;

static const lyh_catalog english = { .language = "en" };

static uint32_t number_at(const lyh_catalog *catalog, size_t offset)
{
    uint32_t number;
    memcpy(&number, catalog->bytes + offset, sizeof number);
    return number;
}

/* The string that entry @index of the table at @table describes; its length in @length. */
static const char *string_at(const lyh_catalog *catalog, uint32_t table, uint32_t index,
                             size_t *length)
{
    size_t entry = table + (size_t)index * ENTRY_SIZE;
    *length = number_at(catalog, entry);
    return catalog->bytes + number_at(catalog, entry + 4);
}

static bool table_is_inside(const lyh_catalog *catalog, uint32_t table)
{
    return table <= catalog->size && catalog->count <= (catalog->size - table) / ENTRY_SIZE;
}

static bool string_is_inside(const lyh_catalog *catalog, uint32_t table, uint32_t index)
{
    size_t entry = table + (size_t)index * ENTRY_SIZE;
    size_t length = number_at(catalog, entry);
    size_t offset = number_at(catalog, entry + 4);
    return offset < catalog->size && length < catalog->size - offset &&
           catalog->bytes[offset + length] == '\0';
}

/* Every offset inside, every string closed, the msgids in order: later nothing is checked. */
static bool strings_are_sound(const lyh_catalog *catalog)
{
    const char *previous = NULL;
    for (uint32_t i = 0; i < catalog->count; i++) {
        if (!string_is_inside(catalog, catalog->originals, i) ||
            !string_is_inside(catalog, catalog->translations, i))
            return false;

        size_t length;
        const char *id = string_at(catalog, catalog->originals, i, &length);
        if (previous && strcmp(previous, id) >= 0)
            return false;
        previous = id;
    }
    return true;
}

static bool read_header(lyh_catalog *catalog)
{
    if (catalog->size < HEADER_SIZE || number_at(catalog, 0) != MAGIC)
        return false;
    /* the major revision; 1 only adds system strings */
    if (number_at(catalog, 4) >> 16 > 1)
        return false;

    catalog->count = number_at(catalog, 8);
    catalog->originals = number_at(catalog, 12);
    catalog->translations = number_at(catalog, 16);
    return table_is_inside(catalog, catalog->originals) &&
           table_is_inside(catalog, catalog->translations) && strings_are_sound(catalog);
}

/* Which original @key is, or the count when it is none. Strings are ordered as strcmp() does. */
static uint32_t original_of(const lyh_catalog *catalog, const char *key)
{
    size_t length;
    uint32_t low = 0, high = catalog->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = strcmp(key, string_at(catalog, catalog->originals, middle, &length));
        if (order == 0)
            return middle;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return catalog->count;
}

/* The translation of @key with its length, or NULL. */
static const char *look_up(const lyh_catalog *catalog, const char *key, size_t *length)
{
    uint32_t index = catalog ? original_of(catalog, key) : 0;
    if (!catalog || index == catalog->count)
        return NULL;
    const char *text = string_at(catalog, catalog->translations, index, length);
    return *text ? text : NULL;
}

/* "Language: sv_SE" stands in the translation of the empty msgid; the country is left out. */
static void read_language(lyh_catalog *catalog)
{
    static const char field[] = "Language: ";
    g_strlcpy(catalog->language, "en", sizeof catalog->language);

    size_t length;
    const char *header = look_up(catalog, "", &length);
    const char *found = header ? strstr(header, field) : NULL;
    if (!found)
        return;

    found += strlen(field);
    size_t letters = strspn(found, "abcdefghijklmnopqrstuvwxyz");
    if (letters > 0 && letters < sizeof catalog->language)
        g_strlcpy(catalog->language, found, letters + 1);
}

lyh_catalog *lyh_catalog_new(const void *bytes, size_t size)
{
    lyh_catalog *catalog = g_new0(lyh_catalog, 1);
    catalog->bytes = bytes;
    catalog->size = size;
    if (!read_header(catalog)) {
        g_free(catalog);
        return NULL;
    }
    read_language(catalog);
    return catalog;
}

void lyh_catalog_free(lyh_catalog *catalog)
{
    g_free(catalog);
}

static gpointer make_swedish(gpointer unused)
{
    (void)unused;
    lyh_catalog *swedish = lyh_catalog_new(lyh_embedded_sv_mo, lyh_embedded_sv_mo_size);
    g_assert(swedish);
    return swedish;
}

const lyh_catalog *lyh_catalog_for(const char *language)
{
    static GOnce once = G_ONCE_INIT;
    if (g_str_equal(language, "en"))
        return &english;
    if (g_str_equal(language, "sv"))
        return g_once(&once, make_swedish, NULL);
    return NULL;
}

const char *lyh_catalog_language(const lyh_catalog *catalog)
{
    return catalog ? catalog->language : "en";
}

const char *lyh_tr(const lyh_catalog *catalog, const char *text)
{
    size_t length;
    const char *found = *text ? look_up(catalog, text, &length) : NULL;
    return found ? found : text;
}

const char *lyh_trn(const lyh_catalog *catalog, const char *one, const char *many, size_t n)
{
    size_t length;
    const char *found = look_up(catalog, one, &length);
    if (!found)
        return n == 1 ? one : many;

    size_t first = strlen(found);
    return n == 1 || first == length ? found : found + first + 1;
}

const char *lyh_trc(const lyh_catalog *catalog, const char *context, const char *text)
{
    size_t length;
    g_autofree char *key = g_strconcat(context, "\004", text, NULL);
    const char *found = look_up(catalog, key, &length);
    return found ? found : text;
}

/* Is string @index of @table the @size bytes of @text? One of a plural goes on behind a zero, and is not. */
static bool is_string(const lyh_catalog *catalog, uint32_t table, uint32_t index,
                      const char *text, size_t size)
{
    size_t length;
    const char *one = string_at(catalog, table, index, &length);
    return length == size && memcmp(one, text, size) == 0;
}

bool lyh_catalog_has(const lyh_catalog *catalog, const char *text)
{
    size_t size = strlen(text);
    if (size == 0 || !catalog)
        return false;
    uint32_t index = original_of(catalog, text);
    if (index < catalog->count && is_string(catalog, catalog->originals, index, text, size))
        return true;
    for (index = 0; index < catalog->count; index++)
        if (is_string(catalog, catalog->translations, index, text, size))
            return true;
    return false;
}
