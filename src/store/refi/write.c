#include <lyhord/store/refi_write.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/archive_write.h>
#include <lyhord/base/text.h>

#define PROJECT_SPACE "urn:QDA-XML:project:1.0"
#define CODEBOOK_SPACE "urn:QDA-XML:codebook:1.0"

typedef struct writer {
    const lyh_refi *project;
    GString *xml;
    GPtrArray *children;     /* GArray of size_t: codes by parent, the roots last */
    GPtrArray *of_source;    /* GArray of size_t: selections by source */
    GPtrArray *of_selection; /* GArray of size_t: codings by selection */
} writer;

/* ---- text and tags ---- */

/* What XML 1.0 cannot hold at all (2.2): such a character becomes U+FFFD, as it would be a broken file. */
static bool is_allowed(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

/* Line ends and tabs as references: a parser makes spaces of them in attributes, and LF of CR. */
static void add_text(GString *xml, const char *text, bool is_attribute)
{
    size_t size = strlen(text), length;
    for (size_t i = 0; i < size; i += length) {
        uint32_t c = lyh_text_char(text + i, size - i, &length);
        if (c == '&')
            g_string_append(xml, "&amp;");
        else if (c == '<')
            g_string_append(xml, "&lt;");
        else if (c == '>')
            g_string_append(xml, "&gt;");
        else if (c == '"' && is_attribute)
            g_string_append(xml, "&quot;");
        else if (c == '\r' || (is_attribute && (c == '\n' || c == '\t')))
            g_string_append_printf(xml, "&#%u;", c);
        else if (is_allowed(c))
            g_string_append_len(xml, text + i, (gssize)length);
        else
            g_string_append(xml, "\xef\xbf\xbd");
    }
}

static void add_attribute(GString *xml, const char *name, const char *value)
{
    if (*value == '\0')
        return;
    g_string_append_printf(xml, " %s=\"", name);
    add_text(xml, value, true);
    g_string_append_c(xml, '"');
}

static void add_element(GString *xml, const char *name, const char *text)
{
    if (*text == '\0')
        return;
    g_string_append_printf(xml, "<%s>", name);
    add_text(xml, text, false);
    g_string_append_printf(xml, "</%s>\n", name);
}

static void add_reference(GString *xml, const char *name, const char *guid)
{
    g_string_append_printf(xml, "<%s targetGUID=\"%s\"/>\n", name, guid);
}

/* Begun, and with its GUID and name; the caller closes the tag. */
static void begin(GString *xml, const char *name, const char *guid, const char *label)
{
    g_string_append_printf(xml, "<%s guid=\"%s\"", name, guid);
    add_attribute(xml, "name", label);
}

static void add_user(const writer *writing, size_t user)
{
    if (user != LYH_NONE)
        add_attribute(writing->xml, "creatingUser", writing->project->users[user].guid);
}

/* ---- who belongs to whom ---- */

static void unref_array(gpointer array)
{
    g_array_unref(array);
}

static GPtrArray *lists_of(size_t count)
{
    GPtrArray *lists = g_ptr_array_new_with_free_func(unref_array);
    for (size_t i = 0; i < count; i++)
        g_ptr_array_add(lists, g_array_new(FALSE, FALSE, sizeof(size_t)));
    return lists;
}

static void put(GPtrArray *lists, size_t list, size_t value)
{
    g_array_append_val((GArray *)lists->pdata[list], value);
}

static void group(writer *writing)
{
    const lyh_refi *project = writing->project;
    writing->children = lists_of(project->code_count + 1);
    writing->of_source = lists_of(project->source_count);
    writing->of_selection = lists_of(project->selection_count);
    for (size_t i = 0; i < project->code_count; i++) {
        size_t parent = project->codes[i].parent;
        put(writing->children, parent == LYH_NONE ? project->code_count : parent, i);
    }
    for (size_t i = 0; i < project->selection_count; i++)
        put(writing->of_source, project->selections[i].source, i);
    for (size_t i = 0; i < project->coding_count; i++)
        if (project->codings[i].selection != LYH_NONE)
            put(writing->of_selection, project->codings[i].selection, i);
}

static writer begin_writing(const lyh_refi *project)
{
    writer writing = { .project = project, .xml = g_string_new(NULL) };
    g_string_append(writing.xml, "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    group(&writing);
    return writing;
}

static void end_writing(writer *writing)
{
    g_ptr_array_unref(writing->children);
    g_ptr_array_unref(writing->of_source);
    g_ptr_array_unref(writing->of_selection);
    g_string_free(writing->xml, TRUE);
}

/* ---- notes ---- */

typedef enum note_target {
    TARGET_PROJECT,
    TARGET_CODE,
    TARGET_SOURCE,
    TARGET_CODING
} note_target;

static bool is_about(const lyh_refi_note *note, note_target target, size_t index)
{
    switch (target) {
    case TARGET_PROJECT:
        return note->code == LYH_NONE && note->source == LYH_NONE &&
               note->coding == LYH_NONE;
    case TARGET_CODE:
        return note->code == index;
    case TARGET_SOURCE:
        return note->source == index;
    case TARGET_CODING:
        return note->coding == index;
    }
    return false;
}

static void add_note_references(const writer *writing, note_target target, size_t index)
{
    for (size_t i = 0; i < writing->project->note_count; i++)
        if (is_about(&writing->project->notes[i], target, index))
            add_reference(writing->xml, "NoteRef", writing->project->notes[i].guid);
}

static void add_notes(const writer *writing)
{
    if (writing->project->note_count == 0)
        return;
    g_string_append(writing->xml, "<Notes>\n");
    for (size_t i = 0; i < writing->project->note_count; i++) {
        const lyh_refi_note *note = &writing->project->notes[i];
        begin(writing->xml, "Note", note->guid, note->name);
        add_user(writing, note->user);
        g_string_append(writing->xml, ">\n");
        add_element(writing->xml, "PlainTextContent", note->text);
        g_string_append(writing->xml, "</Note>\n");
    }
    g_string_append(writing->xml, "</Notes>\n");
}

/* ---- users, codes, variables, cases ---- */

static void add_users(const writer *writing)
{
    const lyh_refi *project = writing->project;
    if (project->user_count == 0)
        return;
    g_string_append(writing->xml, "<Users>\n");
    for (size_t i = 0; i < project->user_count; i++) {
        begin(writing->xml, "User", project->users[i].guid, project->users[i].name);
        g_string_append(writing->xml, "/>\n");
    }
    g_string_append(writing->xml, "</Users>\n");
}

/* A codebook of ours is at most LYH_CODE_DEPTH_MAX deep. */
static void add_codes_below(const writer *writing, size_t parent, bool with_notes)
{
    const GArray *children = writing->children->pdata[parent];
    for (guint i = 0; i < children->len; i++) {
        size_t index = g_array_index(children, size_t, i);
        const lyh_refi_code *code = &writing->project->codes[index];
        begin(writing->xml, "Code", code->guid, code->name);
        add_attribute(writing->xml, "isCodable", code->is_codable ? "true" : "false");
        add_attribute(writing->xml, "color", code->colour);
        g_string_append(writing->xml, ">\n");
        add_element(writing->xml, "Description", code->description);
        if (with_notes)
            add_note_references(writing, TARGET_CODE, index);
        add_codes_below(writing, index, with_notes);
        g_string_append(writing->xml, "</Code>\n");
    }
}

static void add_codes(const writer *writing, bool with_notes)
{
    g_string_append(writing->xml, "<Codes>\n");
    add_codes_below(writing, writing->project->code_count, with_notes);
    g_string_append(writing->xml, "</Codes>\n");
}

static void add_codebook(const writer *writing)
{
    if (writing->project->code_count == 0)
        return;
    g_string_append(writing->xml, "<CodeBook>\n");
    add_codes(writing, true);
    g_string_append(writing->xml, "</CodeBook>\n");
}

static void add_variables(const writer *writing)
{
    const lyh_refi *project = writing->project;
    if (project->variable_count == 0)
        return;
    g_string_append(writing->xml, "<Variables>\n");
    for (size_t i = 0; i < project->variable_count; i++) {
        begin(writing->xml, "Variable", project->variables[i].guid,
              project->variables[i].name);
        g_string_append(writing->xml, " typeOfVariable=\"Text\"/>\n");
    }
    g_string_append(writing->xml, "</Variables>\n");
}

static void add_value(const writer *writing, const lyh_refi_value *value)
{
    g_string_append(writing->xml, "<VariableValue>\n");
    add_reference(writing->xml, "VariableRef",
                  writing->project->variables[value->variable].guid);
    add_element(writing->xml, "TextValue", value->text);
    g_string_append(writing->xml, "</VariableValue>\n");
}

static void add_case(const writer *writing, size_t index)
{
    const lyh_refi *project = writing->project;
    begin(writing->xml, "Case", project->cases[index].guid, project->cases[index].name);
    g_string_append(writing->xml, ">\n");
    for (size_t i = 0; i < project->value_count; i++)
        if (project->values[i].of_case == index)
            add_value(writing, &project->values[i]);
    for (size_t i = 0; i < project->holding_count; i++)
        if (project->holdings[i].of_case == index &&
            project->holdings[i].source != LYH_NONE)
            add_reference(writing->xml, "SourceRef",
                          project->sources[project->holdings[i].source].guid);
    for (size_t i = 0; i < project->holding_count; i++)
        if (project->holdings[i].of_case == index &&
            project->holdings[i].selection != LYH_NONE)
            add_reference(writing->xml, "SelectionRef",
                          project->selections[project->holdings[i].selection].guid);
    g_string_append(writing->xml, "</Case>\n");
}

static void add_cases(const writer *writing)
{
    if (writing->project->case_count == 0)
        return;
    g_string_append(writing->xml, "<Cases>\n");
    for (size_t i = 0; i < writing->project->case_count; i++)
        add_case(writing, i);
    g_string_append(writing->xml, "</Cases>\n");
}

/* ---- sources ---- */

static void add_coding(const writer *writing, size_t index)
{
    const lyh_refi_coding *coding = &writing->project->codings[index];
    g_string_append_printf(writing->xml, "<Coding guid=\"%s\"", coding->guid);
    add_user(writing, coding->user);
    g_string_append(writing->xml, ">\n");
    add_reference(writing->xml, "CodeRef", writing->project->codes[coding->code].guid);
    add_note_references(writing, TARGET_CODING, index);
    g_string_append(writing->xml, "</Coding>\n");
}

static void add_selection(const writer *writing, size_t index)
{
    const lyh_refi_selection *selection = &writing->project->selections[index];
    const GArray *codings = writing->of_selection->pdata[index];
    begin(writing->xml, "PlainTextSelection", selection->guid, selection->name);
    g_string_append_printf(writing->xml, " startPosition=\"%ld\" endPosition=\"%ld\"",
                           selection->start, selection->end);
    add_user(writing, selection->user);
    g_string_append(writing->xml, ">\n");
    add_element(writing->xml, "Description", selection->description);
    for (guint i = 0; i < codings->len; i++)
        add_coding(writing, g_array_index(codings, size_t, i));
    g_string_append(writing->xml, "</PlainTextSelection>\n");
}

static void add_source(const writer *writing, size_t index)
{
    const lyh_refi *project = writing->project;
    const lyh_refi_source *source = &project->sources[index];
    const GArray *selections = writing->of_source->pdata[index];
    begin(writing->xml, "TextSource", source->guid, source->name);
    g_string_append_printf(writing->xml, " plainTextPath=\"internal://%s.txt\">\n",
                           source->guid);
    for (guint i = 0; i < selections->len; i++)
        add_selection(writing, g_array_index(selections, size_t, i));
    for (size_t i = 0; i < project->coding_count; i++)
        if (project->codings[i].source == index &&
            project->codings[i].selection == LYH_NONE)
            add_coding(writing, i);
    add_note_references(writing, TARGET_SOURCE, index);
    for (size_t i = 0; i < project->value_count; i++)
        if (project->values[i].of_source == index)
            add_value(writing, &project->values[i]);
    g_string_append(writing->xml, "</TextSource>\n");
}

static void add_sources(const writer *writing)
{
    if (writing->project->source_count == 0)
        return;
    g_string_append(writing->xml, "<Sources>\n");
    for (size_t i = 0; i < writing->project->source_count; i++)
        add_source(writing, i);
    g_string_append(writing->xml, "</Sources>\n");
}

/* ---- sets ---- */

/* In a codebook a member is told by its guid, in a project by its targetGUID; sources only in a project. */
static void add_members(const writer *writing, size_t set, const char *attribute)
{
    const lyh_refi *project = writing->project;
    for (size_t i = 0; i < project->member_count; i++)
        if (project->members[i].of_set == set && project->members[i].code != LYH_NONE)
            g_string_append_printf(writing->xml, "<MemberCode %s=\"%s\"/>\n", attribute,
                                   project->codes[project->members[i].code].guid);
    for (size_t i = 0; i < project->member_count; i++)
        if (project->members[i].of_set == set && project->members[i].source != LYH_NONE)
            add_reference(writing->xml, "MemberSource",
                          project->sources[project->members[i].source].guid);
}

static bool has_source(const lyh_refi *project, size_t set)
{
    for (size_t i = 0; i < project->member_count; i++)
        if (project->members[i].of_set == set && project->members[i].source != LYH_NONE)
            return true;
    return false;
}

static void add_sets(const writer *writing, bool is_codebook)
{
    const lyh_refi *project = writing->project;
    bool has_begun = false;
    for (size_t i = 0; i < project->set_count; i++) {
        if (is_codebook && has_source(project, i))
            continue;
        if (!has_begun)
            g_string_append(writing->xml, "<Sets>\n");
        has_begun = true;
        begin(writing->xml, "Set", project->sets[i].guid, project->sets[i].name);
        g_string_append(writing->xml, ">\n");
        add_element(writing->xml, "Description", project->sets[i].description);
        add_members(writing, i, is_codebook ? "guid" : "targetGUID");
        g_string_append(writing->xml, "</Set>\n");
    }
    if (has_begun)
        g_string_append(writing->xml, "</Sets>\n");
}

/* ---- the two files ---- */

bool lyh_refi_write_codebook(const lyh_refi *project, lyh_output *output)
{
    if (project->code_count == 0)
        return false;
    writer writing = begin_writing(project);
    g_string_append(writing.xml, "<CodeBook xmlns=\"" CODEBOOK_SPACE "\"");
    add_attribute(writing.xml, "origin", project->origin);
    g_string_append(writing.xml, ">\n");
    add_codes(&writing, false);
    add_sets(&writing, true);
    g_string_append(writing.xml, "</CodeBook>\n");
    bool is_fine = lyh_output_write(output, writing.xml->str, writing.xml->len);
    end_writing(&writing);
    return is_fine;
}

static void add_project(const writer *writing)
{
    const lyh_refi *project = writing->project;
    g_string_append(writing->xml, "<Project xmlns=\"" PROJECT_SPACE "\"");
    g_string_append(writing->xml, " name=\"");
    add_text(writing->xml, project->name, true);
    g_string_append_c(writing->xml, '"');
    add_attribute(writing->xml, "origin", project->origin);
    if (*project->date) {
        g_autofree char *time = g_strconcat(project->date, "T00:00:00Z", NULL);
        add_attribute(writing->xml, "creationDateTime", time);
    }
    g_string_append(writing->xml, ">\n");
    add_users(writing);
    add_codebook(writing);
    add_variables(writing);
    add_cases(writing);
    add_sources(writing);
    add_notes(writing);
    add_sets(writing, false);
    add_element(writing->xml, "Description", project->description);
    add_note_references(writing, TARGET_PROJECT, LYH_NONE);
    g_string_append(writing->xml, "</Project>\n");
}

bool lyh_refi_write_project(const lyh_refi *project, lyh_output *output)
{
    writer writing = begin_writing(project);
    add_project(&writing);
    g_autoptr(GArray) members = g_array_new(FALSE, FALSE, sizeof(lyh_member));
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    lyh_member whole = { "project.qde", writing.xml->str, writing.xml->len };
    g_array_append_val(members, whole);
    for (size_t i = 0; i < project->source_count; i++) {
        const lyh_refi_source *source = &project->sources[i];
        char *name = g_strdup_printf("sources/%s.txt", source->guid);
        lyh_member member = { name, source->text, source->size };
        g_ptr_array_add(names, name);
        g_array_append_val(members, member);
    }
    bool is_fine = lyh_archive_write((const lyh_member *)(const void *)members->data,
                                     members->len, output);
    end_writing(&writing);
    return is_fine;
}
