#include <lyhord/store/refi.h>

#include <string.h>

#include <glib.h>

/* The project that is shown is the first member: what is lent as one is the other. */
typedef struct project {
    lyh_refi shown;
    GStringChunk *strings;
    GPtrArray *texts; /* of sources: too long for the chunk */
    GArray *users, *codes, *variables, *cases, *values, *sources, *selections, *codings;
    GArray *holdings, *notes, *sets, *members;
} project;

static project *inside(lyh_refi *shown)
{
    return (project *)(void *)shown;
}

static const char *kept(lyh_refi *shown, const char *text)
{
    return text && *text ? g_string_chunk_insert(inside(shown)->strings, text) : "";
}

static GArray *array_of(size_t size)
{
    return g_array_new(FALSE, FALSE, (guint)size);
}

lyh_refi *lyh_refi_new(const char *name, const char *origin, const char *description,
                       const char *date)
{
    project *new = g_new0(project, 1);
    new->strings = g_string_chunk_new(4096);
    new->texts = g_ptr_array_new_with_free_func(g_free);
    new->users = array_of(sizeof(lyh_refi_user));
    new->codes = array_of(sizeof(lyh_refi_code));
    new->variables = array_of(sizeof(lyh_refi_variable));
    new->cases = array_of(sizeof(lyh_refi_case));
    new->values = array_of(sizeof(lyh_refi_value));
    new->sources = array_of(sizeof(lyh_refi_source));
    new->selections = array_of(sizeof(lyh_refi_selection));
    new->codings = array_of(sizeof(lyh_refi_coding));
    new->holdings = array_of(sizeof(lyh_refi_holding));
    new->notes = array_of(sizeof(lyh_refi_note));
    new->sets = array_of(sizeof(lyh_refi_set));
    new->members = array_of(sizeof(lyh_refi_member));
    new->shown.name = kept(&new->shown, name);
    new->shown.origin = kept(&new->shown, origin);
    new->shown.description = kept(&new->shown, description);
    new->shown.date = kept(&new->shown, date);
    return &new->shown;
}

void lyh_refi_free(lyh_refi *shown)
{
    if (!shown)
        return;
    project *old = inside(shown);
    GArray *const arrays[] = {
        old->users,    old->codes,   old->variables,  old->cases,
        old->values,   old->sources, old->selections, old->codings,
        old->holdings, old->notes,   old->sets,       old->members,
    };
    for (size_t i = 0; i < G_N_ELEMENTS(arrays); i++)
        g_array_unref(arrays[i]);
    g_ptr_array_unref(old->texts);
    g_string_chunk_free(old->strings);
    g_free(old);
}

/* The GUID it came with, or one of what the thing is, so that the same thing has the same. */
G_GNUC_PRINTF(3, 4)
static const char *guid_of(lyh_refi *shown, const char *given, const char *format, ...)
{
    if (given && *given)
        return kept(shown, given);
    char guid[LYH_REFI_GUID_SIZE];
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *thing = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_autofree char *name = g_strconcat(shown->name, "\n", thing, NULL);
    lyh_refi_guid(name, guid);
    return kept(shown, guid);
}

/* Arrays move as they grow: what is shown of them is set anew. */
#define ADDED(array, type, list, count, value)                                             \
    (g_array_append_val(inside(shown)->array, value),                                      \
     shown->list = (const type *)(const void *)inside(shown)->array->data, shown->count++)

size_t lyh_refi_add_user(lyh_refi *shown, lyh_refi_user user)
{
    user.name = kept(shown, user.name);
    user.guid = guid_of(shown, user.guid, "user\n%s", user.name);
    return ADDED(users, lyh_refi_user, users, user_count, user);
}

size_t lyh_refi_add_code(lyh_refi *shown, lyh_refi_code code)
{
    code.name = kept(shown, code.name);
    code.description = kept(shown, code.description);
    code.colour = kept(shown, code.colour);
    code.guid = guid_of(shown, code.guid, "code\n%s", code.name);
    return ADDED(codes, lyh_refi_code, codes, code_count, code);
}

size_t lyh_refi_add_variable(lyh_refi *shown, lyh_refi_variable variable)
{
    variable.name = kept(shown, variable.name);
    variable.guid = guid_of(shown, variable.guid, "variable\n%s", variable.name);
    return ADDED(variables, lyh_refi_variable, variables, variable_count, variable);
}

size_t lyh_refi_add_case(lyh_refi *shown, lyh_refi_case one)
{
    one.name = kept(shown, one.name);
    one.guid = guid_of(shown, one.guid, "case\n%s", one.name);
    return ADDED(cases, lyh_refi_case, cases, case_count, one);
}

size_t lyh_refi_add_source(lyh_refi *shown, lyh_refi_source source)
{
    char *text = g_strndup(source.text ? source.text : "", source.size);
    g_ptr_array_add(inside(shown)->texts, text);
    source.text = text;
    source.name = kept(shown, source.name);
    source.guid = guid_of(shown, source.guid, "source\n%s", source.name);
    return ADDED(sources, lyh_refi_source, sources, source_count, source);
}

static const char *guid_in(const lyh_refi *shown, size_t source)
{
    return source < shown->source_count ? shown->sources[source].guid : "";
}

/* Two selections may be alike (two coders, two codes): their number parts them. */
size_t lyh_refi_add_selection(lyh_refi *shown, lyh_refi_selection selection)
{
    selection.name = kept(shown, selection.name);
    selection.description = kept(shown, selection.description);
    selection.guid = guid_of(shown, selection.guid, "selection\n%s\n%ld\n%ld\n%zu",
                             guid_in(shown, selection.source), selection.start,
                             selection.end, shown->selection_count);
    return ADDED(selections, lyh_refi_selection, selections, selection_count, selection);
}

size_t lyh_refi_add_coding(lyh_refi *shown, lyh_refi_coding coding)
{
    coding.guid =
        guid_of(shown, coding.guid, "coding\n%s\n%zu\n%zu", guid_in(shown, coding.source),
                coding.selection, shown->coding_count);
    return ADDED(codings, lyh_refi_coding, codings, coding_count, coding);
}

size_t lyh_refi_add_note(lyh_refi *shown, lyh_refi_note note)
{
    note.name = kept(shown, note.name);
    note.text = kept(shown, note.text);
    note.guid = guid_of(shown, note.guid, "note\n%s\n%zu", note.name, shown->note_count);
    return ADDED(notes, lyh_refi_note, notes, note_count, note);
}

size_t lyh_refi_add_set(lyh_refi *shown, lyh_refi_set set)
{
    set.name = kept(shown, set.name);
    set.description = kept(shown, set.description);
    set.guid = guid_of(shown, set.guid, "set\n%s\n%zu", set.name, shown->set_count);
    return ADDED(sets, lyh_refi_set, sets, set_count, set);
}

void lyh_refi_add_value(lyh_refi *shown, lyh_refi_value value)
{
    value.text = kept(shown, value.text);
    ADDED(values, lyh_refi_value, values, value_count, value);
}

void lyh_refi_add_holding(lyh_refi *shown, lyh_refi_holding holding)
{
    ADDED(holdings, lyh_refi_holding, holdings, holding_count, holding);
}

void lyh_refi_add_member(lyh_refi *shown, lyh_refi_member member)
{
    ADDED(members, lyh_refi_member, members, member_count, member);
}

void lyh_refi_count_left(lyh_refi *shown, lyh_refi_leftover what)
{
    shown->left_over[what]++;
}

void lyh_refi_set_is_codebook(lyh_refi *shown)
{
    shown->is_codebook = true;
}
