#include <stdlib.h>
#include <string.h>

#include "read_private.h"

/* GUIDs looked up while the raw things become a project. */
typedef struct resolver {
    raw_project *raw;
    const char *name; /* of the file in messages */
    lyh_diags *diags;
    GHashTable *known[RAW_KINDS]; /* GUID -> index + 1 */
    lyh_refi *project;
    GArray *codings;   /* size_t by raw coding: its index in the project, or LYH_NONE */
    GHashTable *about; /* GUID of a note that something refers to */
} resolver;

static size_t count_of(const resolver *resolving, raw_kind kind)
{
    return resolving->raw->things[kind]->len;
}

static const char *what(raw_kind kind)
{
    switch (kind) {
    case RAW_CODE:
        return "Code";
    case RAW_CASE:
        return "Case";
    case RAW_SOURCE:
        return "TextSource";
    case RAW_USER:
        return "User";
    default:
        return "Variable";
    }
}

/* Two codes of one GUID: a coding would mean either. The same user told twice is one. */
static void complain_of_guid(const resolver *resolving, raw_kind kind, size_t one,
                             size_t two)
{
    const raw_thing *first = raw_at(resolving->raw, kind, one);
    const raw_thing *second = raw_at(resolving->raw, kind, two);
    if (kind == RAW_USER && strcmp(first->name, second->name) == 0)
        return;
    lyh_diags_error(resolving->diags, "refi-guid-twice", lyh_place_file(resolving->name),
                    "the GUID %s stands for two things of the kind %s, '%s' and '%s'; what "
                    "refers to it cannot be told apart: export the project anew",
                    second->guid, what(kind), first->name, second->name);
}

static void know(resolver *resolving, raw_kind kind)
{
    bool is_strict = kind <= RAW_SOURCE;
    resolving->known[kind] = g_hash_table_new(g_str_hash, g_str_equal);
    for (size_t i = 0; i < count_of(resolving, kind); i++) {
        const raw_thing *thing = raw_at(resolving->raw, kind, i);
        size_t before =
            GPOINTER_TO_SIZE(g_hash_table_lookup(resolving->known[kind], thing->guid));
        if (before && *thing->guid && is_strict)
            complain_of_guid(resolving, kind, before - 1, i);
        if (!before && *thing->guid)
            g_hash_table_insert(resolving->known[kind], (char *)thing->guid,
                                GSIZE_TO_POINTER(i + 1));
    }
}

static size_t find(const resolver *resolving, raw_kind kind, const char *guid)
{
    size_t found =
        *guid ? GPOINTER_TO_SIZE(g_hash_table_lookup(resolving->known[kind], guid)) : 0;
    return found ? found - 1 : LYH_NONE;
}

static const char *text_of(const GString *text)
{
    return text ? text->str : "";
}

/* "#369" is short for "#336699". */
static char *colour_of(const char *colour)
{
    if (strlen(colour) != 4)
        return g_strdup(colour);
    return g_strdup_printf("#%c%c%c%c%c%c", colour[1], colour[1], colour[2], colour[2],
                           colour[3], colour[3]);
}

/* ---- kind by kind ---- */

static void add_codes(resolver *resolving)
{
    for (size_t i = 0; i < count_of(resolving, RAW_CODE); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_CODE, i);
        g_autofree char *colour = colour_of(raw->colour);
        lyh_refi_add_code(resolving->project,
                          (lyh_refi_code){
                              .guid = raw->guid,
                              .name = raw->name,
                              .description = text_of(raw->description),
                              .colour = colour,
                              .parent = raw->around == RAW_CODE ? raw->owner : LYH_NONE,
                              .is_codable = raw->is_codable,
                          });
    }
}

static void add_named(resolver *resolving)
{
    for (size_t i = 0; i < count_of(resolving, RAW_USER); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_USER, i);
        lyh_refi_add_user(resolving->project,
                          (lyh_refi_user){ .guid = raw->guid, .name = raw->name });
    }
    for (size_t i = 0; i < count_of(resolving, RAW_VARIABLE); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_VARIABLE, i);
        lyh_refi_add_variable(resolving->project,
                              (lyh_refi_variable){ .guid = raw->guid, .name = raw->name });
    }
    for (size_t i = 0; i < count_of(resolving, RAW_CASE); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_CASE, i);
        lyh_refi_add_case(resolving->project,
                          (lyh_refi_case){ .guid = raw->guid, .name = raw->name });
    }
    for (size_t i = 0; i < count_of(resolving, RAW_SET); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_SET, i);
        lyh_refi_add_set(resolving->project,
                         (lyh_refi_set){ .guid = raw->guid,
                                         .name = raw->name,
                                         .description = text_of(raw->description) });
    }
}

static long position_of(const resolver *resolving, const char *sync_point)
{
    size_t found =
        GPOINTER_TO_SIZE(g_hash_table_lookup(resolving->raw->sync_points, sync_point));
    return found ? (long)(found - 1) : -1;
}

/* One without sync points is about the recording: it keeps its number, at a place that is none. */
static void add_selections(resolver *resolving)
{
    for (size_t i = 0; i < count_of(resolving, RAW_SELECTION); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_SELECTION, i);
        bool is_synced = *raw->from || *raw->to;
        lyh_refi_add_selection(
            resolving->project,
            (lyh_refi_selection){
                .guid = raw->guid,
                .name = raw->name,
                .description = text_of(raw->description),
                .source = raw->owner,
                .user = find(resolving, RAW_USER, raw->user),
                .start = is_synced ? position_of(resolving, raw->from) : raw->start,
                .end = is_synced ? position_of(resolving, raw->to) : raw->end,
            });
    }
}

static void add_codings(resolver *resolving)
{
    for (size_t i = 0; i < count_of(resolving, RAW_CODING); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_CODING, i);
        bool is_selection = raw->around == RAW_SELECTION;
        const raw_thing *selection =
            is_selection ? raw_at(resolving->raw, RAW_SELECTION, raw->owner) : NULL;
        lyh_refi_coding coding = {
            .guid = raw->guid,
            .source = selection ? selection->owner : raw->owner,
            .selection = is_selection ? raw->owner : LYH_NONE,
            .code = find(resolving, RAW_CODE, raw->target),
            .user = find(resolving, RAW_USER,
                         *raw->user || !selection ? raw->user : selection->user),
        };
        size_t index = LYH_NONE;
        if (coding.code != LYH_NONE)
            index = lyh_refi_add_coding(resolving->project, coding);
        else
            lyh_refi_count_left(resolving->project, LYH_REFI_STRAY);
        g_array_append_val(resolving->codings, index);
    }
}

static void add_values(resolver *resolving)
{
    for (size_t i = 0; i < count_of(resolving, RAW_VALUE); i++) {
        const raw_thing *raw = raw_at(resolving->raw, RAW_VALUE, i);
        size_t variable = find(resolving, RAW_VARIABLE, raw->target);
        if (variable == LYH_NONE) {
            lyh_refi_count_left(resolving->project, LYH_REFI_STRAY);
            continue;
        }
        lyh_refi_add_value(
            resolving->project,
            (lyh_refi_value){ .variable = variable,
                              .of_case = raw->around == RAW_CASE ? raw->owner : LYH_NONE,
                              .of_source =
                                  raw->around == RAW_SOURCE ? raw->owner : LYH_NONE,
                              .text = text_of(raw->description) });
    }
}

/* ---- who refers to whom ---- */

static void add_note(resolver *resolving, size_t index, const raw_thing *from)
{
    const raw_thing *raw = raw_at(resolving->raw, RAW_NOTE, index);
    lyh_refi_note note = {
        .guid = raw->guid,
        .name = raw->name,
        .text = text_of(raw->content ? raw->content : raw->description),
        .user = find(resolving, RAW_USER, raw->user),
        .code = LYH_NONE,
        .source = LYH_NONE,
        .coding = LYH_NONE,
    };
    if (from && from->around == RAW_CODE)
        note.code = from->owner;
    else if (from && from->around == RAW_SOURCE)
        note.source = from->owner;
    else if (from && from->around == RAW_SELECTION)
        note.source = raw_at(resolving->raw, RAW_SELECTION, from->owner)->owner;
    else if (from && from->around == RAW_CODING)
        note.coding = g_array_index(resolving->codings, size_t, from->owner);
    lyh_refi_add_note(resolving->project, note);
}

/* A set's member, or what a case holds: @target is of the kind wanted, or nothing is. */
static void add_relation(resolver *resolving, const raw_thing *raw, size_t target)
{
    size_t source = raw->wanted == RAW_SOURCE ? target : LYH_NONE;
    if (raw->around == RAW_CASE)
        lyh_refi_add_holding(resolving->project,
                             (lyh_refi_holding){ .of_case = raw->owner,
                                                 .source = source,
                                                 .selection = raw->wanted == RAW_SELECTION
                                                                  ? target
                                                                  : LYH_NONE });
    else
        lyh_refi_add_member(
            resolving->project,
            (lyh_refi_member){ .of_set = raw->owner,
                               .code = raw->wanted == RAW_CODE ? target : LYH_NONE,
                               .source = source });
}

/* A set or a case may well hold a picture: that is no loss of its own. */
static void add_reference(resolver *resolving, const raw_thing *raw)
{
    size_t target = find(resolving, raw->wanted, raw->target);
    bool is_media = find(resolving, RAW_MEDIA, raw->target) != LYH_NONE;
    if (target == LYH_NONE) {
        if (!is_media && raw->around < RAW_KINDS)
            lyh_refi_count_left(resolving->project, LYH_REFI_STRAY);
    } else if (raw->wanted == RAW_NOTE) {
        g_hash_table_add(resolving->about, (char *)raw->target);
        add_note(resolving, target, raw);
    } else {
        add_relation(resolving, raw, target);
    }
}

static void add_relations(resolver *resolving)
{
    for (size_t i = 0; i < count_of(resolving, RAW_REFERENCE); i++)
        add_reference(resolving, raw_at(resolving->raw, RAW_REFERENCE, i));
    for (size_t i = 0; i < count_of(resolving, RAW_NOTE); i++)
        if (!g_hash_table_contains(resolving->about,
                                   raw_at(resolving->raw, RAW_NOTE, i)->guid))
            add_note(resolving, i, NULL);
}

static void count_left(const resolver *resolving)
{
    const raw_project *raw = resolving->raw;
    const size_t counts[] = {
        [LYH_REFI_MEDIA] = raw->things[RAW_MEDIA]->len,
        [LYH_REFI_MEDIA_PART] = raw->parts,
        [LYH_REFI_LINK] = raw->links,
        [LYH_REFI_GRAPH] = raw->graphs,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(counts); i++)
        for (size_t k = 0; k < counts[i]; k++)
            lyh_refi_count_left(resolving->project, (lyh_refi_leftover)i);
}

/* ---- all of it ---- */

static void fill(resolver *resolving, const lyh_refi_source *texts)
{
    add_codes(resolving);
    add_named(resolving);
    for (size_t i = 0; i < count_of(resolving, RAW_SOURCE); i++) {
        lyh_refi_source source = texts[i];
        source.guid = raw_at(resolving->raw, RAW_SOURCE, i)->guid;
        source.name = raw_at(resolving->raw, RAW_SOURCE, i)->name;
        lyh_refi_add_source(resolving->project, source);
    }
    add_selections(resolving);
    add_codings(resolving);
    add_values(resolving);
    add_relations(resolving);
    count_left(resolving);
}

lyh_refi *raw_resolve(raw_project *raw, const char *name, lyh_diags *diags,
                      const lyh_refi_source *texts)
{
    size_t errors = lyh_diags_error_count(diags);
    resolver resolving = {
        .raw = raw,
        .name = name,
        .diags = diags,
        .project = lyh_refi_new(raw->name, raw->origin, text_of(raw->description), ""),
        .codings = g_array_new(FALSE, FALSE, sizeof(size_t)),
        .about = g_hash_table_new(g_str_hash, g_str_equal),
    };
    if (raw->is_codebook)
        lyh_refi_set_is_codebook(resolving.project);
    for (size_t i = 0; i < RAW_KINDS; i++)
        know(&resolving, (raw_kind)i);
    fill(&resolving, texts);
    for (size_t i = 0; i < RAW_KINDS; i++)
        g_hash_table_unref(resolving.known[i]);
    g_array_unref(resolving.codings);
    g_hash_table_unref(resolving.about);
    if (lyh_diags_error_count(diags) == errors)
        return resolving.project;
    lyh_refi_free(resolving.project);
    return NULL;
}
