#include "docx_styles.h"

#include <string.h>

#include <lyhord/base/text.h>

#include "docx_package.h"
#include "docx_text.h"

/* Nobody bases a style on another so many times; a ring does. */
#define LONGEST_CHAIN 64

struct style {
    bool is_paragraph;
    char *based_on;
    struct docx_look own, resolved;
};

struct docx_styles {
    GHashTable *by_id; /* id -> struct style */
    struct docx_look defaults, nothing;
    const struct style *usual; /* of paragraphs that name none, or NULL */

    struct style *current; /* while reading */
    bool is_in_defaults;
};

struct docx_look docx_look_unsaid(void)
{
    return (struct docx_look){ DOCX_UNSAID, DOCX_UNSAID, DOCX_UNSAID,
                               DOCX_UNSAID, DOCX_UNSAID, DOCX_UNSAID };
}

bool docx_is_on(const char *value)
{
    return !value || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                      strcmp(value, "off") != 0);
}

static int small_number(const char *value)
{
    return value ? (int)CLAMP(g_ascii_strtoll(value, NULL, 10), 0, 1 << 30) : 0;
}

void docx_look_take(struct docx_look *look, const char *name, const char *value)
{
    if (strcmp(name, "b") == 0)
        look->bold = docx_is_on(value);
    else if (strcmp(name, "i") == 0)
        look->italic = docx_is_on(value);
    else if (strcmp(name, "vanish") == 0)
        look->hidden = docx_is_on(value);
    else if (strcmp(name, "outlineLvl") == 0)
        look->heading = small_number(value) < 9; /* level 9 is body text (17.3.1.20) */
    else if (strcmp(name, "numId") == 0)
        look->number = small_number(value);
    else if (strcmp(name, "ilvl") == 0)
        look->level = small_number(value);
}

static void free_style(void *data)
{
    struct style *style = data;
    g_free(style->based_on);
    g_free(style);
}

void docx_styles_free(docx_styles *styles)
{
    if (!styles)
        return;
    g_hash_table_unref(styles->by_id);
    g_free(styles);
}

bool docx_is_name_of_heading(const char *name)
{
    static const char *const beginnings[] = { "heading", "rubrik", "subtitle", "title",
                                              "underrubrik" };
    g_autofree char *folded = lyh_text_fold(name, strlen(name), NULL);
    for (size_t i = 0; i < G_N_ELEMENTS(beginnings); i++) {
        size_t size = strlen(beginnings[i]);
        if (g_str_has_prefix(folded, beginnings[i]) &&
            folded[size + strspn(folded + size, " 0123456789")] == '\0')
            return true;
    }
    return false;
}

static void begin_style(docx_styles *styles, const lyh_xml_attribute *attributes,
                        size_t count)
{
    const char *id = lyh_xml_value(attributes, count, "styleId");
    const char *type = lyh_xml_value(attributes, count, "type");
    const char *is_default = lyh_xml_value(attributes, count, "default");
    styles->current = NULL;
    if (!id || !type || g_hash_table_contains(styles->by_id, id) ||
        (strcmp(type, "paragraph") != 0 && strcmp(type, "character") != 0))
        return;
    struct style *style = g_new0(struct style, 1);
    style->is_paragraph = type[0] == 'p';
    style->own = docx_look_unsaid();
    g_hash_table_insert(styles->by_id, g_strdup(id), style);
    styles->current = style;
    if (style->is_paragraph && is_default && docx_is_on(is_default))
        styles->usual = style;
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    docx_styles *styles = user;
    if (!docx_is_word(name_space))
        return;
    const char *value = lyh_xml_value(attributes, count, "val");
    struct style *current = styles->current;
    if (strcmp(name, "style") == 0)
        begin_style(styles, attributes, count);
    else if (strcmp(name, "docDefaults") == 0)
        styles->is_in_defaults = true;
    else if (styles->is_in_defaults)
        docx_look_take(&styles->defaults, name, value);
    else if (current && strcmp(name, "basedOn") == 0 && value && !current->based_on)
        current->based_on = g_strdup(value);
    else if (current && strcmp(name, "name") == 0 && value &&
             docx_is_name_of_heading(value))
        current->own.heading = 1;
    else if (current)
        docx_look_take(&current->own, name, value);
}

static void on_end(void *user, const char *name_space, const char *name)
{
    docx_styles *styles = user;
    (void)name_space;
    if (strcmp(name, "style") == 0)
        styles->current = NULL;
    else if (strcmp(name, "docDefaults") == 0)
        styles->is_in_defaults = false;
}

static void inherit(int *own, int from)
{
    if (*own == DOCX_UNSAID)
        *own = from;
}

static void resolve(const docx_styles *styles, struct style *style)
{
    struct docx_look look = style->own;
    const struct style *from = style;
    for (int i = 0; i < LONGEST_CHAIN && from && from->based_on; i++) {
        from = g_hash_table_lookup(styles->by_id, from->based_on);
        if (!from)
            break;
        inherit(&look.bold, from->own.bold);
        inherit(&look.italic, from->own.italic);
        inherit(&look.hidden, from->own.hidden);
        inherit(&look.heading, from->own.heading);
        inherit(&look.number, from->own.number);
        inherit(&look.level, from->own.level);
    }
    style->resolved = look;
}

docx_styles *docx_styles_read(lyh_archive *archive, const char *member, lyh_diags *diags)
{
    static const lyh_xml_handler handler = { on_start, on_end, NULL };
    g_autoptr(docx_styles) styles = g_new0(docx_styles, 1);
    styles->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_style);
    styles->defaults = styles->nothing = docx_look_unsaid();
    if (!member || !lyh_archive_has(archive, member))
        return g_steal_pointer(&styles);
    if (!lyh_archive_parse(archive, member, &handler, styles, diags))
        return NULL;

    GHashTableIter iterator;
    void *style;
    g_hash_table_iter_init(&iterator, styles->by_id);
    while (g_hash_table_iter_next(&iterator, NULL, &style))
        resolve(styles, style);
    return g_steal_pointer(&styles);
}

static const struct style *find(const docx_styles *styles, const char *id)
{
    return id ? g_hash_table_lookup(styles->by_id, id) : NULL;
}

const struct docx_look *docx_styles_paragraph(const docx_styles *styles, const char *id)
{
    const struct style *style = find(styles, id);
    if (!style || !style->is_paragraph)
        style = styles->usual;
    return style ? &style->resolved : &styles->nothing;
}

const struct docx_look *docx_styles_character(const docx_styles *styles, const char *id)
{
    const struct style *style = find(styles, id);
    return style && !style->is_paragraph ? &style->resolved : &styles->nothing;
}

const struct docx_look *docx_styles_default(const docx_styles *styles)
{
    return &styles->defaults;
}
