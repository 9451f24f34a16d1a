#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "import.h"

/* Bytes of white space before the first word, and what is left of a text without both ends' white space. */
static char *hash_of(const char *text, size_t size, size_t *lead)
{
    *lead = lyh_text_leading_space(text, size);
    size_t end = MAX(lyh_text_trimmed_size(text, size), *lead);
    return g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text + *lead,
                                       end - *lead);
}

static import_text *add(import_plan *plan)
{
    import_text *text = g_new0(import_text, 1);
    g_ptr_array_add(plan->texts, text);
    return text;
}

static size_t last(const import_plan *plan)
{
    return plan->texts->len - 1;
}

size_t import_add_text(import_plan *plan, size_t index)
{
    import_text *text = add(plan);
    text->document =
        lyh_study_document(plan->study, index, plan->cli->diags, &plan->cli->error);
    if (!text->document)
        return LYH_NONE;
    text->tokens = exchange_tokens(plan->study, text->document);
    return last(plan);
}

/* ---- which there are ---- */

/* The study's transcripts by the hash of their words, and by name: index + 1. */
typedef struct known_texts {
    GHashTable *by_hash, *by_name;
} known_texts;

static bool know(import_plan *plan, known_texts *known)
{
    bool is_fine = true;
    for (size_t i = 0; i < lyh_study_file_count(plan->study); i++) {
        size_t lead;
        g_autoptr(lyh_document) document =
            lyh_study_document(plan->study, i, plan->cli->diags, &plan->cli->error);
        is_fine &= document != NULL;
        if (!document)
            continue;
        g_hash_table_insert(
            known->by_hash,
            hash_of(lyh_document_text(document), lyh_document_size(document), &lead),
            GSIZE_TO_POINTER(i + 1));
        g_hash_table_insert(known->by_name, g_strdup(lyh_document_name(document)),
                            GSIZE_TO_POINTER(i + 1));
    }
    return is_fine;
}

/* ---- a new one ---- */

/* A source's name as that of a file: no folder, no ending of a text, nothing a system would trip over. */
static char *file_name(const lyh_refi_source *source)
{
    char *clean = lyh_id_clean(*source->name ? source->name : source->guid);
    g_autofree char *name = g_strdup(clean);
    free(clean);
    for (char *c = name; *c; c++)
        if (strchr("/\\:", *c) || g_ascii_iscntrl(*c))
            *c = '-';
    char *dot = strrchr(name, '.');
    if (dot && dot > name && (lyh_ingest_takes(name) || strcmp(dot, ".rtf") == 0))
        *dot = '\0';
    name[lyh_text_offset(name, strlen(name), 80)] = '\0';
    size_t hidden = strspn(name, ".~ ");
    g_autofree char *seen = g_strstrip(g_strdup(name + hidden));
    return g_strdup(*seen ? seen : "text");
}

static bool complain_of_other(const import_plan *plan, const char *name)
{
    lyh_diags_error(plan->cli->diags, "refi-text-differs", lyh_place_file(plan->name),
                    "the study has a transcript '%s' with another text, and codings of one "
                    "do not fit the other; rename the one in the study, or import the text "
                    "it was coded in",
                    name);
    return false;
}

/* Two sources may be called alike in the file: the later has a number. */
static char *free_name(const known_texts *known, const char *name)
{
    char *tried = g_strdup(name);
    for (unsigned i = 2;
         GPOINTER_TO_SIZE(g_hash_table_lookup(known->by_name, tried)) == SIZE_MAX; i++) {
        g_free(tried);
        tried = g_strdup_printf("%s-%u", name, i);
    }
    return tried;
}

/* What a transcript of this text is once it lies in transcripts/. */
static lyh_document *read_as_file(import_plan *plan, const char *path, const char *bytes,
                                  size_t size, lyh_diags *diags)
{
    const lyh_bytes held = { (char *)bytes, size };
    const lyh_ingest_options options = { .lexicon = lyh_study_lexicon(plan->study) };
    return lyh_ingest_bytes(path, &held, &options, diags);
}

static bool add_new(import_plan *plan, const lyh_refi_source *source, const char *bytes,
                    size_t size, known_texts *known)
{
    g_autofree char *wanted = file_name(source);
    g_autofree char *name = free_name(known, wanted);
    if (g_hash_table_contains(known->by_name, name))
        return complain_of_other(plan, name);
    g_hash_table_insert(known->by_name, g_strdup(name), GSIZE_TO_POINTER(SIZE_MAX));
    g_autofree char *path = g_strconcat("transcripts/", name, ".txt", NULL);
    import_text *text = g_ptr_array_index(plan->texts, last(plan));
    text->document = text->through =
        read_as_file(plan, path, bytes, size, plan->cli->diags);
    if (!text->document)
        return false;
    text->is_new = true;
    import_write_later(plan, path, g_memdup2(bytes, size + 1), size);
    import_tell(plan, N_("transcript"), name, lyh_text_length(bytes, size), N_("new"));
    return true;
}

/* ---- all of them ---- */

static size_t index_of(const known_texts *known, const char *text, size_t size)
{
    size_t lead;
    g_autofree char *hash = hash_of(text, size, &lead);
    return GPOINTER_TO_SIZE(g_hash_table_lookup(known->by_hash, hash));
}

static bool add_known(import_plan *plan, size_t index, lyh_refi_text *made,
                      lyh_document *through)
{
    size_t size;
    const char *bytes = lyh_refi_text_bytes(made, &size);
    size_t added = import_add_text(plan, index);
    import_text *text = g_ptr_array_index(plan->texts, last(plan));
    text->source = made;
    text->through = through;
    if (added == LYH_NONE)
        return false;
    const char *own = lyh_document_text(text->document);
    text->lead = lyh_text_leading_space(bytes, size);
    text->own_lead = lyh_text_leading_space(own, lyh_document_size(text->document));
    import_tell(plan, N_("transcript"), lyh_document_name(text->document),
                lyh_text_length(bytes, size), N_("the study has it"));
    return true;
}

/* The text as it is in the study, or as a transcript of these words becomes when it is read. */
static bool take_source(import_plan *plan, const lyh_refi_source *source,
                        known_texts *known)
{
    size_t size;
    lyh_refi_text *made = lyh_refi_text_new(source);
    const char *bytes = lyh_refi_text_bytes(made, &size);
    size_t index = index_of(known, bytes, size);
    if (index > 0)
        return add_known(plan, index - 1, made, NULL);
    g_autoptr(lyh_diags) unheard = lyh_diags_new(NULL);
    g_autofree char *wanted = file_name(source);
    g_autofree char *path = g_strconcat(wanted, ".txt", NULL);
    g_autoptr(lyh_document) read = read_as_file(plan, path, bytes, size, unheard);
    if (read)
        index = index_of(known, lyh_document_text(read), lyh_document_size(read));
    if (index > 0)
        return add_known(plan, index - 1, made, g_steal_pointer(&read));
    add(plan)->source = made;
    return add_new(plan, source, bytes, size, known);
}

bool import_texts(import_plan *plan, const lyh_refi *project)
{
    known_texts known = {
        .by_hash = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
        .by_name = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL),
    };
    bool is_fine = know(plan, &known);
    for (size_t i = 0; i < project->source_count; i++)
        is_fine &= take_source(plan, &project->sources[i], &known);
    g_hash_table_unref(known.by_hash);
    g_hash_table_unref(known.by_name);
    return is_fine;
}
