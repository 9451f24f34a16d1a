#include "reading.h"

#include <string.h>

reading read_named(const char *path, const char *bytes, size_t size,
                   const lyh_ingest_options *options)
{
    reading it = { .diags = lyh_diags_new(NULL) };
    lyh_bytes lent = { .data = (char *)bytes, .size = size };
    it.document = lyh_ingest_bytes(path, &lent, options, it.diags);
    return it;
}

reading read_text(const char *text)
{
    return read_named("prov.txt", text, strlen(text), NULL);
}

void reading_clear(reading *it)
{
    lyh_document_free(it->document);
    lyh_diags_free(it->diags);
}

char *turns_of(const reading *it)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_turn_count(it->document); i++) {
        const lyh_turn *turn = lyh_document_turn(it->document, i);
        g_string_append_printf(shown, "%s%s %s: %.*s", i > 0 ? "\n" : "",
                               lyh_document_speaker(it->document, turn->speaker)->mark,
                               lyh_role_name(turn->role), (int)(turn->end - turn->start),
                               lyh_document_text(it->document) + turn->start);
    }
    return g_string_free(g_steal_pointer(&shown), FALSE);
}

char *codes_of(const reading *it)
{
    g_autoptr(GString) codes = g_string_new(NULL);
    for (size_t i = 0; i < lyh_diags_count(it->diags); i++)
        g_string_append_printf(codes, "%s%s", i > 0 ? " " : "",
                               lyh_diags_at(it->diags, i)->code);
    return g_string_free(g_steal_pointer(&codes), FALSE);
}

char *asides_of(const reading *it)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_aside_count(it->document); i++) {
        const lyh_aside *aside = lyh_document_aside(it->document, i);
        g_string_append_printf(shown, "%s%.*s", i > 0 ? "|" : "",
                               (int)(aside->end - aside->start),
                               lyh_document_text(it->document) + aside->start);
    }
    return g_string_free(g_steal_pointer(&shown), FALSE);
}

void assert_turns(const char *text, const char *expected)
{
    g_auto(reading) it = read_text(text);
    g_assert_nonnull(it.document);
    g_autofree char *turns = turns_of(&it);
    g_assert_cmpstr(turns, ==, expected);
}

void assert_codes(const char *text, const char *expected)
{
    g_auto(reading) it = read_text(text);
    g_autofree char *codes = codes_of(&it);
    g_assert_cmpstr(codes, ==, expected);
}

lyh_transcripts *transcripts_from(const char *csv, lyh_diags *diags)
{
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("transcripts.csv", LYH_SOURCE_TABLE, csv, strlen(csv), diags);
    return lyh_transcripts_read(source, diags);
}

lyh_respondents *respondents_from(const char *csv, lyh_diags *diags)
{
    g_autoptr(lyh_source) source =
        lyh_source_from_bytes("respondents.csv", LYH_SOURCE_TABLE, csv, strlen(csv), diags);
    return lyh_respondents_read(source, NULL, diags);
}

char *material(const char *path)
{
    const char *folder = g_getenv("LYHORD_MATERIAL");
    if (folder)
        return g_build_filename(folder, path, NULL);
    g_test_skip("LYHORD_MATERIAL does not say where the material is");
    return NULL;
}

char *project_file(const char *path)
{
    return g_build_filename(PROJECT_ROOT, path, NULL);
}
