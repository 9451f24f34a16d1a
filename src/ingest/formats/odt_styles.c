#include "odt_styles.h"

#include <string.h>

#include "docx_styles.h"

/* Nobody names a parent of a parent so many times; a ring does. */
#define LONGEST_CHAIN 64
/* Bytes: what stands around a number is seen at a glance and repeated at every item. */
#define LONGEST_SIGN 20

struct style {
    char *parent;
    struct odt_look own, resolved;
    bool is_resolved;
};

struct list_style {
    struct odt_level levels[ODT_LEVELS];
};

struct odt_styles {
    GHashTable *looks; /* "p" or "t" and the name -> struct style */
    GHashTable *lists; /* name -> struct list_style */

    struct style *current; /* while reading */
    struct list_style *list;
};

enum odt_space odt_space_of(const char *name_space)
{
    static const struct {
        const char *end;
        enum odt_space space;
    } spaces[] = { { "text:1.0", ODT_TEXT },     { "table:1.0", ODT_TABLE },
                   { "office:1.0", ODT_OFFICE }, { "style:1.0", ODT_STYLE },
                   { "drawing:1.0", ODT_DRAW },  { "svg-compatible:1.0", ODT_SVG } };
    static const char start[] = "urn:oasis:names:tc:opendocument:xmlns:";
    if (strncmp(name_space, start, strlen(start)) != 0)
        return ODT_OTHER;
    for (size_t i = 0; i < G_N_ELEMENTS(spaces); i++)
        if (strcmp(name_space + strlen(start), spaces[i].end) == 0)
            return spaces[i].space;
    return ODT_OTHER;
}

static void free_style(void *data)
{
    struct style *style = data;
    g_free(style->parent);
    g_free(style);
}

static void free_list_style(void *data)
{
    struct list_style *list = data;
    for (size_t i = 0; i < ODT_LEVELS; i++) {
        g_free(list->levels[i].before);
        g_free(list->levels[i].after);
    }
    g_free(list);
}

odt_styles *odt_styles_new(void)
{
    odt_styles *styles = g_new0(odt_styles, 1);
    styles->looks = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_style);
    styles->lists = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_list_style);
    return styles;
}

void odt_styles_free(odt_styles *styles)
{
    if (!styles)
        return;
    g_hash_table_unref(styles->lists);
    g_hash_table_unref(styles->looks);
    g_free(styles);
}

static char *key_of(const char *name, bool is_paragraph)
{
    return g_strconcat(is_paragraph ? "p" : "t", name, NULL);
}

/* ------ reading ------ */

/* Names are written with "_20_" for a space. */
static bool is_heading_named(const char *name)
{
    g_autoptr(GString) plain = g_string_new(name);
    g_string_replace(plain, "_20_", " ", 0);
    return docx_is_name_of_heading(plain->str);
}

/* style:default-style is a style without a name: the end of every chain. */
static void begin_style(odt_styles *styles, const lyh_xml_attribute *attributes,
                        size_t count, bool is_default)
{
    const char *name = is_default ? "" : lyh_xml_value(attributes, count, "name");
    const char *family = lyh_xml_value(attributes, count, "family");
    const char *level = lyh_xml_value(attributes, count, "default-outline-level");
    styles->current = NULL;
    if (!name || !family ||
        (strcmp(family, "paragraph") != 0 && strcmp(family, "text") != 0))
        return;
    g_autofree char *key = key_of(name, family[0] == 'p');
    if (g_hash_table_contains(styles->looks, key))
        return;
    struct style *style = g_new0(struct style, 1);
    style->own = (struct odt_look){ ODT_UNSAID, ODT_UNSAID, ODT_UNSAID, ODT_UNSAID };
    style->parent = g_strdup(lyh_xml_value(attributes, count, "parent-style-name"));
    if ((level && g_ascii_strtoll(level, NULL, 10) > 0) || is_heading_named(name))
        style->own.heading = 1;
    g_hash_table_insert(styles->looks, g_steal_pointer(&key), style);
    styles->current = style;
}

static void take_text_properties(struct odt_look *look, const lyh_xml_attribute *attributes,
                                 size_t count)
{
    const char *weight = lyh_xml_value(attributes, count, "font-weight");
    const char *slant = lyh_xml_value(attributes, count, "font-style");
    const char *display = lyh_xml_value(attributes, count, "display");
    if (weight)
        look->bold =
            strcmp(weight, "bold") == 0 || g_ascii_strtoll(weight, NULL, 10) >= 600;
    if (slant)
        look->italic = strcmp(slant, "normal") != 0;
    if (display)
        look->hidden = strcmp(display, "none") == 0;
}

static void begin_list(odt_styles *styles, const char *name)
{
    styles->list = NULL;
    if (!name || g_hash_table_contains(styles->lists, name))
        return;
    styles->list = g_new0(struct list_style, 1);
    g_hash_table_insert(styles->lists, g_strdup(name), styles->list);
}

static enum number_format format_of_sign(const char *sign)
{
    if (!sign || sign[0] == '\0' || sign[1] != '\0')
        return NUMBER_NONE;
    switch (sign[0]) {
    case '1':
        return NUMBER_DECIMAL;
    case 'a':
        return NUMBER_LETTERS;
    case 'A':
        return NUMBER_CAPITALS;
    case 'i':
        return NUMBER_ROMAN;
    case 'I':
        return NUMBER_ROMAN_CAPITALS;
    default:
        return NUMBER_NONE;
    }
}

static unsigned small_number(const char *value, unsigned otherwise)
{
    return value ? (unsigned)CLAMP(g_ascii_strtoll(value, NULL, 10), 0, 1 << 30)
                 : otherwise;
}

static char *short_sign(const char *sign)
{
    return g_strdup(sign && strlen(sign) <= LONGEST_SIGN ? sign : "");
}

static void take_level(struct list_style *list, const lyh_xml_attribute *attributes,
                       size_t count)
{
    unsigned number = small_number(lyh_xml_value(attributes, count, "level"), 0);
    if (number < 1 || number > ODT_LEVELS || list->levels[number - 1].after)
        return;
    list->levels[number - 1] = (struct odt_level){
        .format = format_of_sign(lyh_xml_value(attributes, count, "num-format")),
        .start = small_number(lyh_xml_value(attributes, count, "start-value"), 1),
        .shown = small_number(lyh_xml_value(attributes, count, "display-levels"), 1),
        .before = short_sign(lyh_xml_value(attributes, count, "num-prefix")),
        .after = short_sign(lyh_xml_value(attributes, count, "num-suffix")),
    };
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *attributes, size_t count)
{
    odt_styles *styles = user;
    enum odt_space space = odt_space_of(name_space);
    if (space == ODT_STYLE && strcmp(name, "style") == 0)
        begin_style(styles, attributes, count, false);
    else if (space == ODT_STYLE && strcmp(name, "default-style") == 0)
        begin_style(styles, attributes, count, true);
    else if (space == ODT_STYLE && styles->current && strcmp(name, "text-properties") == 0)
        take_text_properties(&styles->current->own, attributes, count);
    else if (space == ODT_TEXT && strcmp(name, "list-style") == 0)
        begin_list(styles, lyh_xml_value(attributes, count, "name"));
    else if (space == ODT_TEXT && styles->list &&
             strcmp(name, "list-level-style-number") == 0)
        take_level(styles->list, attributes, count);
}

static void on_end(void *user, const char *name_space, const char *name)
{
    odt_styles *styles = user;
    (void)name_space;
    if (strcmp(name, "style") == 0 || strcmp(name, "default-style") == 0)
        styles->current = NULL;
    else if (strcmp(name, "list-style") == 0)
        styles->list = NULL;
}

const lyh_xml_handler odt_styles_handler = { on_start, on_end, NULL };

/* ------ looking up ------ */

static void inherit(int *own, int from)
{
    if (*own == ODT_UNSAID)
        *own = from;
}

static const struct style *find(const odt_styles *styles, const char *name,
                                bool is_paragraph)
{
    g_autofree char *key = key_of(name, is_paragraph);
    return g_hash_table_lookup(styles->looks, key);
}

static void inherit_all(struct odt_look *look, const struct odt_look *from)
{
    inherit(&look->bold, from->bold);
    inherit(&look->italic, from->italic);
    inherit(&look->hidden, from->hidden);
    inherit(&look->heading, from->heading);
}

static void resolve(const odt_styles *styles, struct style *style, bool is_paragraph)
{
    const struct style *usual = find(styles, "", is_paragraph);
    const struct style *from = style;
    style->resolved = style->own;
    for (int i = 0; i < LONGEST_CHAIN && from && from->parent; i++) {
        from = find(styles, from->parent, is_paragraph);
        if (from)
            inherit_all(&style->resolved, &from->own);
    }
    if (usual)
        inherit_all(&style->resolved, &usual->own);
    style->is_resolved = true;
}

const struct odt_look *odt_styles_look(odt_styles *styles, const char *name,
                                       bool is_paragraph)
{
    static const struct odt_look nothing = { ODT_UNSAID, ODT_UNSAID, ODT_UNSAID,
                                             ODT_UNSAID };
    g_autofree char *key = key_of(name ? name : "", is_paragraph);
    struct style *style = g_hash_table_lookup(styles->looks, key);
    if (!style)
        style = g_hash_table_lookup(styles->looks, is_paragraph ? "p" : "t");
    if (!style)
        return &nothing;
    if (!style->is_resolved)
        resolve(styles, style, is_paragraph);
    return &style->resolved;
}

const struct odt_level *odt_styles_level(const odt_styles *styles, const char *name,
                                         size_t level)
{
    const struct list_style *list = name ? g_hash_table_lookup(styles->lists, name) : NULL;
    return list && level < ODT_LEVELS && list->levels[level].after ? &list->levels[level]
                                                                   : NULL;
}
