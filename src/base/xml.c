#include <lyhord/base/archive.h>

#include <limits.h>
#include <string.h>

#include <libxml/parser.h>
#include <libxml/parserInternals.h>

#include "autoptr.h"
#include "xml_private.h"

/*
 * libxml2 as a SAX2 parser over memory. Three rules for it: never XML_PARSE_NOENT (entities
 * would be expanded, and /etc/passwd read), never XML_PARSE_HUGE, and no DOCTYPE at all.
 */
typedef struct parse {
    const char *name;
    const lyh_xml_handler *handler;
    void *user;
    lyh_diags *diags;
    xmlParserCtxt *parser;
    lyh_xml_source *read; /* of XML that comes piece by piece */
    void *source;
    size_t depth;
    bool has_failed; /* a diagnostic was added: nobody is called any more */
} parse;

typedef xmlParserCtxt xml_parser;

/* An entity declared in a DOCTYPE that is refused half-way has made a document to keep it in. */
static void free_parser(xml_parser *parser)
{
    xmlFreeDoc(parser->myDoc);
    parser->myDoc = NULL;
    xmlFreeParserCtxt(parser);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC(xml_parser, free_parser)

const char *lyh_xml_value(const lyh_xml_attribute *attributes, size_t count,
                          const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(attributes[i].name, name) == 0)
            return attributes[i].value;
    return NULL;
}

static const char *or_empty(const xmlChar *text)
{
    return text ? (const char *)text : "";
}

/* Without XML_PARSE_NOENT libxml2 hands over every & of an attribute as "&#38;". */
static char *attribute_value(const xmlChar *start, const xmlChar *end)
{
    g_autoptr(GString) value = g_string_new_len((const char *)start, end - start);
    g_string_replace(value, "&#38;", "&", 0);
    return g_string_free(g_steal_pointer(&value), FALSE);
}

static void free_value(gpointer data)
{
    g_free((char *)((lyh_xml_attribute *)data)->value);
}

/* libxml2 gives five pointers an attribute: name, prefix, URI, value and the value's end. */
static GArray *attributes_of(const xmlChar **given, int count)
{
    GArray *attributes = g_array_new(FALSE, FALSE, sizeof(lyh_xml_attribute));
    g_array_set_clear_func(attributes, free_value);
    for (int i = 0; i < count; i++, given += 5) {
        lyh_xml_attribute attribute = { or_empty(given[2]), or_empty(given[0]),
                                        attribute_value(given[3], given[4]) };
        g_array_append_val(attributes, attribute);
    }
    return attributes;
}

static void stop(parse *state)
{
    state->has_failed = true;
    xmlStopParser(state->parser);
}

static void on_start(void *data, const xmlChar *name, const xmlChar *prefix,
                     const xmlChar *name_space, int namespaces_count,
                     const xmlChar **namespaces, int count, int defaulted,
                     const xmlChar **given)
{
    (void)prefix, (void)namespaces_count, (void)namespaces, (void)defaulted;
    parse *state = data;
    if (state->has_failed)
        return;
    if (++state->depth > LYH_XML_MAX_DEPTH) {
        lyh_diags_error(state->diags, "xml-too-deep", lyh_place_file(state->name),
                        "elements inside one another more than %d deep", LYH_XML_MAX_DEPTH);
        stop(state);
        return;
    }
    if (!state->handler->start)
        return;
    g_autoptr(GArray) attributes = attributes_of(given, count);
    state->handler->start(state->user, or_empty(name_space), (const char *)name,
                          (const lyh_xml_attribute *)(const void *)attributes->data,
                          attributes->len);
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix,
                   const xmlChar *name_space)
{
    (void)prefix;
    parse *state = data;
    if (state->has_failed)
        return;
    state->depth--;
    if (state->handler->end)
        state->handler->end(state->user, or_empty(name_space), (const char *)name);
}

static void on_text(void *data, const xmlChar *text, int size)
{
    parse *state = data;
    if (!state->has_failed && state->handler->text)
        state->handler->text(state->user, (const char *)text, (size_t)size);
}

static void on_doctype(void *data, const xmlChar *name, const xmlChar *external,
                       const xmlChar *system)
{
    (void)name, (void)external, (void)system;
    parse *state = data;
    if (!state->has_failed)
        lyh_diags_error(
            state->diags, "xml-doctype", lyh_place_file(state->name),
            "the XML has a DOCTYPE, which no document needs: it can draw in other "
            "files or grow without end");
    stop(state);
}

/* The first line of the first fatal error; what follows it may be words of the document. */
static void on_error(void *data, xmlError *error)
{
    parse *state = data;
    if (error->code == XML_ERR_NO_MEMORY)
        g_error("%s: failed to allocate memory for XML", G_STRLOC);
    if (state->has_failed || error->level < XML_ERR_FATAL)
        return;

    const char *message = error->message ? error->message : "";
    g_autofree char *line = g_strndup(message, strcspn(message, "\r\n"));
    lyh_diags_error(state->diags, "xml-damaged", lyh_place_file(state->name),
                    "the XML is not well-formed on its line %d (%s)", error->line, line);
    state->has_failed = true;
}

static void set_handlers(xml_parser *parser)
{
    const xmlSAXHandler handlers = { .initialized = XML_SAX2_MAGIC,
                                     .startElementNs = on_start,
                                     .endElementNs = on_end,
                                     .characters = on_text,
                                     .ignorableWhitespace = on_text,
                                     .cdataBlock = on_text,
                                     .internalSubset = on_doctype,
                                     .serror = on_error };
    *parser->sax = handlers;
}

/* Parse what @parser has been given; it may be NULL. */
static bool parse_all(parse *state, xmlParserCtxt *given)
{
    g_autoptr(xml_parser) parser = given;
    if (!parser)
        g_error("%s: failed to allocate memory for XML", G_STRLOC);
    state->parser = parser;
    parser->userData = state;
    set_handlers(parser);
    xmlCtxtUseOptions(parser, XML_PARSE_NONET);
    xmlParseDocument(parser);
    if (!state->has_failed && !parser->wellFormed)
        lyh_diags_error(state->diags, "xml-damaged", lyh_place_file(state->name),
                        "the XML is not well-formed");
    return !state->has_failed && parser->wellFormed;
}

bool lyh_xml_parse(const char *name, const lyh_bytes *bytes, const lyh_xml_handler *handler,
                   void *user, lyh_diags *diags)
{
    parse state = { .name = name, .handler = handler, .user = user, .diags = diags };
    if (bytes->size == 0 || bytes->size > INT_MAX) {
        lyh_diags_error(diags, "xml-damaged", lyh_place_file(name),
                        "the XML is empty or too large: %zu bytes", bytes->size);
        return false;
    }
    return parse_all(&state, xmlCreateMemoryParserCtxt(bytes->data, (int)bytes->size));
}

/* What the source says of its failure is enough. */
static int read_piece(void *data, char *buffer, int size)
{
    parse *state = data;
    long got = state->has_failed ? -1 : state->read(state->source, buffer, (size_t)size);
    if (got < 0)
        state->has_failed = true;
    return (int)got;
}

bool lyh_xml_parse_source(const char *name, lyh_xml_source *read, void *source,
                          const lyh_xml_handler *handler, void *user, lyh_diags *diags)
{
    parse state = { .name = name,
                    .handler = handler,
                    .user = user,
                    .diags = diags,
                    .read = read,
                    .source = source };
    return parse_all(&state, xmlCreateIOParserCtxt(NULL, NULL, read_piece, NULL, &state,
                                                   XML_CHAR_ENCODING_NONE));
}
