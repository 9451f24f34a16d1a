#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "read_private.h"

/* An element of the format, and what becomes of it where it stands. */
typedef struct frame {
    raw_kind kind;
    size_t index; /* of the kind's things */
} frame;

struct raw_reader {
    raw_project *raw;
    const char *name;
    lyh_diags *diags;
    GArray *frames; /* frame: what is open */
    GString *text;  /* where text goes now, or NULL */
};

typedef struct attributes {
    const lyh_xml_attribute *all;
    size_t count;
} attributes;

/* ---- the project ---- */

static void clear_thing(gpointer data)
{
    raw_thing *thing = data;
    if (thing->description)
        g_string_free(thing->description, TRUE);
    if (thing->content)
        g_string_free(thing->content, TRUE);
}

raw_project *raw_project_new(void)
{
    raw_project *raw = g_new0(raw_project, 1);
    raw->strings = g_string_chunk_new(4096);
    raw->sync_points = g_hash_table_new(g_str_hash, g_str_equal);
    raw->name = raw->origin = "";
    for (size_t i = 0; i < RAW_KINDS; i++) {
        raw->things[i] = g_array_new(FALSE, TRUE, sizeof(raw_thing));
        g_array_set_clear_func(raw->things[i], clear_thing);
    }
    return raw;
}

void raw_project_free(raw_project *raw)
{
    for (size_t i = 0; i < RAW_KINDS; i++)
        g_array_unref(raw->things[i]);
    if (raw->description)
        g_string_free(raw->description, TRUE);
    g_hash_table_unref(raw->sync_points);
    g_string_chunk_free(raw->strings);
    g_free(raw);
}

const char *raw_guid(raw_project *raw, const char *text)
{
    if (!text)
        return "";
    g_autofree char *clean = g_ascii_strdown(text, -1);
    g_strdelimit(clean, "{}", ' ');
    g_strstrip(clean);
    return *clean ? g_string_chunk_insert(raw->strings, clean) : "";
}

/* ---- what the elements are ---- */

static const char *value(attributes given, const char *name)
{
    const char *found = lyh_xml_value(given.all, given.count, name);
    return found ? found : "";
}

static const char *keep(raw_reader *reader, const char *text)
{
    return *text ? g_string_chunk_insert(reader->raw->strings, text) : "";
}

static frame around(const raw_reader *reader)
{
    const frame none = { RAW_OTHER, LYH_NONE };
    return reader->frames->len > 0
               ? g_array_index(reader->frames, frame, reader->frames->len - 1)
               : none;
}

static raw_thing *add(raw_reader *reader, raw_kind kind, attributes given)
{
    const char *user = value(given, "creatingUser");
    frame place = around(reader);
    raw_thing thing = {
        .guid = raw_guid(reader->raw, value(given, "guid")),
        .name = keep(reader, value(given, "name")),
        .colour = keep(reader, value(given, "color")),
        .user = raw_guid(reader->raw, *user ? user : value(given, "modifyingUser")),
        .path = keep(reader, value(given, "plainTextPath")),
        .target = "",
        .from = "",
        .to = "",
        .around = place.kind,
        .owner = place.index,
    };
    GArray *things = reader->raw->things[kind];
    g_array_append_val(things, thing);
    return raw_at(reader->raw, kind, things->len - 1);
}

/* White space round a number is fine (XML Schema part 2, 4.3.6), anything else is not. */
static bool is_number(const char *text, long *number)
{
    char *end;
    errno = 0;
    *number = strtol(text, &end, 10);
    bool is_some = end != text;
    while (g_ascii_isspace(*end))
        end++;
    return is_some && *end == '\0' && errno == 0;
}

static void complain_of_position(const raw_reader *reader, const raw_thing *thing)
{
    lyh_diags_error(
        reader->diags, "refi-position", lyh_place_file(reader->name),
        "the selection '%s' has no whole numbers from 0 as its startPosition and "
        "endPosition",
        thing->guid);
}

static void add_selection(raw_reader *reader, attributes given)
{
    raw_thing *thing = add(reader, RAW_SELECTION, given);
    if (!is_number(value(given, "startPosition"), &thing->start) ||
        !is_number(value(given, "endPosition"), &thing->end) || thing->start < 0)
        complain_of_position(reader, thing);
}

static void add_transcript_selection(raw_reader *reader, attributes given)
{
    raw_thing *thing = add(reader, RAW_SELECTION, given);
    thing->from = raw_guid(reader->raw, value(given, "fromSyncPoint"));
    thing->to = raw_guid(reader->raw, value(given, "toSyncPoint"));
}

static void add_sync_point(raw_reader *reader, attributes given)
{
    long position;
    const char *guid = raw_guid(reader->raw, value(given, "guid"));
    if (is_number(value(given, "position"), &position) && position >= 0)
        g_hash_table_insert(reader->raw->sync_points, (char *)guid,
                            GSIZE_TO_POINTER((size_t)position + 1));
}

static void add_code(raw_reader *reader, attributes given)
{
    const char *codable = value(given, "isCodable");
    raw_thing *thing = add(reader, RAW_CODE, given);
    thing->is_codable = strcmp(codable, "false") != 0 && strcmp(codable, "0") != 0;
}

/* The text of a PDF, or of a recording, is called as that is. */
static void add_text_of_media(raw_reader *reader, attributes given)
{
    frame place = around(reader);
    raw_thing *thing = add(reader, RAW_SOURCE, given);
    if (*thing->name == '\0')
        thing->name = raw_at(reader->raw, RAW_MEDIA, place.index)->name;
}

static void add_reference(raw_reader *reader, raw_kind wanted, attributes given)
{
    const char *target = value(given, "targetGUID");
    raw_thing *thing = add(reader, RAW_REFERENCE, given);
    thing->wanted = wanted;
    thing->target = *target ? raw_guid(reader->raw, target) : thing->guid;
}

static void point_from(raw_reader *reader, raw_kind kind, attributes given)
{
    frame place = around(reader);
    if (place.kind == kind)
        raw_at(reader->raw, kind, place.index)->target =
            raw_guid(reader->raw, value(given, "targetGUID"));
}

/* Where text goes: what a thing is described by, what it holds, or what a variable's value is. */
static void begin_text(raw_reader *reader, bool is_content)
{
    frame place = around(reader);
    GString **text = NULL;
    if (place.kind == RAW_PROJECT && !is_content)
        text = &reader->raw->description;
    else if (place.kind < RAW_MEDIA && is_content)
        text = &raw_at(reader->raw, place.kind, place.index)->content;
    else if (place.kind < RAW_MEDIA)
        text = &raw_at(reader->raw, place.kind, place.index)->description;
    if (text && !*text)
        *text = g_string_new(NULL);
    reader->text = text ? *text : NULL;
}

static bool is_one_of(const char *name, const char *const *names)
{
    return g_strv_contains(names, name);
}

static bool is_media(const char *name)
{
    static const char *const names[] = { "AudioSource", "PDFSource", "PictureSource",
                                         "VideoSource", NULL };
    return is_one_of(name, names);
}

static bool is_part(const char *name)
{
    static const char *const names[] = { "AudioSelection", "PDFSelection",
                                         "PictureSelection", "VideoSelection", NULL };
    return is_one_of(name, names);
}

static bool is_value(const char *name)
{
    static const char *const names[] = {
        "BooleanValue", "DateTimeValue", "DateValue", "FloatValue",
        "IntegerValue", "TextValue",     NULL
    };
    return is_one_of(name, names);
}

/* What every program nests alike: an element, in which it stands, and what it is. */
typedef struct rule {
    const char *name;
    raw_kind around; /* RAW_OTHER: anywhere */
    raw_kind kind;
    void (*add)(raw_reader *reader, attributes given); /* NULL: add() */
} rule;

static const rule rules[] = {
    { "Case", RAW_OTHER, RAW_CASE, NULL },
    { "Code", RAW_OTHER, RAW_CODE, add_code },
    { "Coding", RAW_SELECTION, RAW_CODING, NULL },
    { "Coding", RAW_SOURCE, RAW_CODING, NULL },
    { "Note", RAW_OTHER, RAW_NOTE, NULL },
    { "PlainTextSelection", RAW_SOURCE, RAW_SELECTION, add_selection },
    { "Representation", RAW_MEDIA, RAW_SOURCE, add_text_of_media },
    { "Set", RAW_OTHER, RAW_SET, NULL },
    { "TextSource", RAW_OTHER, RAW_SOURCE, NULL },
    { "Transcript", RAW_MEDIA, RAW_SOURCE, add_text_of_media },
    { "TranscriptSelection", RAW_SOURCE, RAW_SELECTION, add_transcript_selection },
    { "User", RAW_OTHER, RAW_USER, NULL },
    { "Variable", RAW_OTHER, RAW_VARIABLE, NULL },
    { "VariableValue", RAW_CASE, RAW_VALUE, NULL },
    { "VariableValue", RAW_SOURCE, RAW_VALUE, NULL },
};

static const rule *rule_for(const char *name, raw_kind place)
{
    for (size_t i = 0; i < G_N_ELEMENTS(rules); i++)
        if (strcmp(rules[i].name, name) == 0 &&
            (rules[i].around == RAW_OTHER || rules[i].around == place))
            return &rules[i];
    return NULL;
}

static raw_kind take_thing(raw_reader *reader, const char *name, attributes given)
{
    const rule *found = rule_for(name, around(reader).kind);
    if (!found)
        return RAW_OTHER;
    if (found->add)
        found->add(reader, given);
    else
        add(reader, found->kind, given);
    return found->kind;
}

/* Elements that say something of the thing around them, and are none themselves. */
static void take_part(raw_reader *reader, const char *name, attributes given)
{
    raw_kind place = around(reader).kind;
    if (strcmp(name, "CodeRef") == 0)
        point_from(reader, RAW_CODING, given);
    else if (strcmp(name, "VariableRef") == 0)
        point_from(reader, RAW_VALUE, given);
    else if (strcmp(name, "NoteRef") == 0)
        add_reference(reader, RAW_NOTE, given);
    else if (strcmp(name, "SourceRef") == 0 && place == RAW_CASE)
        add_reference(reader, RAW_SOURCE, given);
    else if (strcmp(name, "SelectionRef") == 0 && place == RAW_CASE)
        add_reference(reader, RAW_SELECTION, given);
    else if (strcmp(name, "MemberCode") == 0 && place == RAW_SET)
        add_reference(reader, RAW_CODE, given);
    else if (strcmp(name, "MemberSource") == 0 && place == RAW_SET)
        add_reference(reader, RAW_SOURCE, given);
    else if (strcmp(name, "SyncPoint") == 0)
        add_sync_point(reader, given);
    else if (strcmp(name, "Description") == 0)
        begin_text(reader, false);
    else if (strcmp(name, "PlainTextContent") == 0)
        begin_text(reader, true);
    else if (is_value(name) && place == RAW_VALUE)
        begin_text(reader, false);
    reader->raw->links += strcmp(name, "Link") == 0;
    reader->raw->graphs += strcmp(name, "Graph") == 0;
}

/* ---- the root ---- */

static void check_name_space(const raw_reader *reader, const char *name_space)
{
    if (*name_space == '\0')
        lyh_diags_warning(reader->diags, "refi-namespace", lyh_place_file(reader->name),
                          "the XML has no namespace; it is read as REFI-QDA, whose "
                          "namespaces begin with urn:QDA-XML");
    else if (!g_str_has_prefix(name_space, "urn:QDA-XML:"))
        lyh_diags_warning(reader->diags, "refi-namespace", lyh_place_file(reader->name),
                          "the namespace '%s' is none of REFI-QDA; it is read as that all "
                          "the same",
                          name_space);
}

static raw_kind take_root(raw_reader *reader, const char *name_space, const char *name,
                          attributes given)
{
    bool is_project = strcmp(name, "Project") == 0;
    reader->raw->is_codebook = strcmp(name, "CodeBook") == 0;
    if (!is_project && !reader->raw->is_codebook) {
        lyh_diags_error(reader->diags, "refi-root", lyh_place_file(reader->name),
                        "this is neither a project nor a codebook of REFI-QDA: it begins "
                        "with the element '%s'",
                        name);
        return RAW_OTHER;
    }
    check_name_space(reader, name_space);
    reader->raw->name = keep(reader, value(given, "name"));
    reader->raw->origin = keep(reader, value(given, "origin"));
    return RAW_PROJECT;
}

/* ---- what the parser calls ---- */

static raw_kind kind_of(raw_reader *reader, const char *name_space, const char *name,
                        attributes given)
{
    if (reader->frames->len == 0)
        return take_root(reader, name_space, name, given);
    if (is_part(name)) {
        reader->raw->parts++;
        return RAW_PART;
    }
    if (is_media(name)) {
        add(reader, RAW_MEDIA, given);
        return RAW_MEDIA;
    }
    raw_kind kind = take_thing(reader, name, given);
    if (kind == RAW_OTHER)
        take_part(reader, name, given);
    return kind;
}

static void on_start(void *user, const char *name_space, const char *name,
                     const lyh_xml_attribute *all, size_t count)
{
    raw_reader *reader = user;
    frame new = { .index = LYH_NONE };
    reader->text = NULL;
    new.kind = kind_of(reader, name_space, name, (attributes){ all, count });
    if (new.kind < RAW_KINDS)
        new.index = reader->raw->things[new.kind]->len - 1;
    g_array_append_val(reader->frames, new);
}

static void on_end(void *user, const char *name_space, const char *name)
{
    (void)name_space, (void)name;
    raw_reader *reader = user;
    reader->text = NULL;
    g_array_set_size(reader->frames, reader->frames->len - 1);
}

static void on_text(void *user, const char *text, size_t size)
{
    raw_reader *reader = user;
    if (reader->text)
        g_string_append_len(reader->text, text, (gssize)size);
}

raw_reader *raw_reader_new(raw_project *raw, const char *name, lyh_diags *diags)
{
    raw_reader *reader = g_new0(raw_reader, 1);
    reader->raw = raw;
    reader->name = name;
    reader->diags = diags;
    reader->frames = g_array_new(FALSE, FALSE, sizeof(frame));
    return reader;
}

void raw_reader_free(raw_reader *reader)
{
    g_array_unref(reader->frames);
    g_free(reader);
}

const lyh_xml_handler *raw_reader_handler(void)
{
    static const lyh_xml_handler handler = { on_start, on_end, on_text };
    return &handler;
}
