#include <string.h>

#include "reading.h"

static reading read_sample(const char *folder, const char *name, const char *extension)
{
    g_autofree char *file =
        g_strconcat("data-samples/", folder, "/", name, extension, NULL);
    g_autofree char *path = project_file(file);
    reading it = { .diags = lyh_diags_new(NULL) };
    it.document = lyh_ingest_read(path, NULL, it.diags, NULL);
    g_assert_nonnull(it.document);
    return it;
}

/* R01 to R12 as their makers laid them out: marks, and what is to be told. */
static const struct sample {
    const char *name;
    const char *extension;
    const char *speakers;
    const char *told;
} samples[] = {
    { "R01", ".docx", "I interviewer, B respondent", "" },
    { "R02", ".txt", "I interviewer, R respondent", "" },
    { "R03", ".docx", "Intervjuare interviewer, Informant respondent",
      "docx-deletions docx-comments docx-insertions" },
    { "R04", ".txt", "I interviewer, B respondent", "" },
    { "R05", ".docx", "I interviewer, IP respondent", "" },
    { "R06", ".txt", "Intervjuare interviewer, Respondent respondent", "" },
    { "R07", ".docx", "Maja interviewer, Roland respondent", "speaker-guessed" },
    { "R08", ".txt", "R respondent, I interviewer", "" },
    { "R09", ".docx", "I interviewer, B respondent", "" },
    { "R10", ".txt", "Fråga interviewer, Svar respondent", "" },
    { "R11", ".docx", "I interviewer, B respondent", "docx-heads" },
    { "R12", ".txt", "I interviewer, R respondent, ML listener", "" },
};

static char *speakers_of(const lyh_document *document)
{
    g_autoptr(GString) shown = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++)
        g_string_append_printf(shown, "%s%s %s", i > 0 ? ", " : "",
                               lyh_document_speaker(document, i)->mark,
                               lyh_role_name(lyh_document_speaker(document, i)->role));
    return g_string_free(g_steal_pointer(&shown), FALSE);
}

static void every_sample_interview_has_its_speakers(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
        g_auto(reading) it = read_sample("brukarrevision/transcripts", samples[i].name,
                                         samples[i].extension);
        g_autofree char *speakers = speakers_of(it.document);
        g_autofree char *told = codes_of(&it);
        g_assert_cmpstr(speakers, ==, samples[i].speakers);
        g_assert_cmpstr(told, ==, samples[i].told);
    }
}

static void every_docx_reads_as_its_plain_source(void)
{
    for (size_t i = 0; i < G_N_ELEMENTS(samples); i++) {
        if (strcmp(samples[i].extension, ".docx") != 0)
            continue;
        g_auto(reading) docx =
            read_sample("brukarrevision/transcripts", samples[i].name, ".docx");
        g_auto(reading) source =
            read_sample("sources/brukarrevision", samples[i].name, ".txt");
        g_autofree char *read = turns_of(&docx);
        g_autofree char *expected = turns_of(&source);
        g_assert_cmpstr(read, ==, expected);
        g_assert_cmpstr(lyh_document_text(docx.document), ==,
                        lyh_document_text(source.document));
    }
}

#define TEST(sentence) g_test_add_func("/ingest/sample/" #sentence, sentence)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    TEST(every_sample_interview_has_its_speakers);
    TEST(every_docx_reads_as_its_plain_source);
    return g_test_run();
}
