#include <lyhord/ingest/transcripts.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv_write.h>

/* The marks of a document that have @role, as a cell holds them; of respondents only those who
 * speak as @respondent, unless it is LYH_NONE. */
static char *marks_with(const lyh_document *document, lyh_role role, size_t respondent)
{
    g_autoptr(GString) cell = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        bool speaks = respondent == LYH_NONE;
        for (size_t j = 0; j < lyh_document_turn_count(document) && !speaks; j++) {
            const lyh_turn *turn = lyh_document_turn(document, j);
            speaks = turn->speaker == i && turn->respondent == respondent;
        }
        if (speaker->role == role && speaks && speaker->mark[0] != '\0')
            g_string_append_printf(cell, "%s%s", cell->len > 0 ? "|" : "", speaker->mark);
    }
    return g_string_free(g_steal_pointer(&cell), FALSE);
}

/* The persons of a document; LYH_NONE alone when nobody is known. */
static GArray *persons_in(const lyh_document *document)
{
    GArray *persons = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        size_t person = lyh_document_turn(document, i)->respondent;
        bool is_known = person == LYH_NONE;
        for (unsigned j = 0; j < persons->len && !is_known; j++)
            is_known = g_array_index(persons, size_t, j) == person;
        if (!is_known)
            g_array_append_val(persons, person);
    }
    return persons;
}

/* Does a mark belong to two persons, so that only closings in the text tell them apart? */
static bool shares_a_mark(const lyh_document *document)
{
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *one = lyh_document_turn(document, i);
        for (size_t j = 0; j < i && one->respondent != LYH_NONE; j++) {
            const lyh_turn *other = lyh_document_turn(document, j);
            if (other->speaker == one->speaker && other->respondent != LYH_NONE &&
                other->respondent != one->respondent)
                return true;
        }
    }
    return false;
}

static const char *file_name(const lyh_document *document)
{
    const char *slash = strrchr(lyh_document_path(document), '/');
    return slash ? slash + 1 : lyh_document_path(document);
}

static char *note_of(const lyh_document *document)
{
    g_autofree char *unknown = marks_with(document, LYH_ROLE_UNKNOWN, LYH_NONE);
    return unknown[0] == '\0' ? g_strdup("")
                              : g_strdup_printf("okända märken: %s", unknown);
}

static void write_row(lyh_output *output, const lyh_document *document, const char *id,
                      const char *respondent_marks)
{
    g_autofree char *interviewers = marks_with(document, LYH_ROLE_INTERVIEWER, LYH_NONE);
    g_autofree char *listeners = marks_with(document, LYH_ROLE_LISTENER, LYH_NONE);
    g_autofree char *note = note_of(document);
    const char *cells[] = { file_name(document), id,        interviewers,
                            respondent_marks,    listeners, note };
    for (size_t i = 0; i < G_N_ELEMENTS(cells); i++) {
        if (i > 0)
            lyh_output_text(output, lyh_csv_separator(LYH_CSV_SWEDISH));
        lyh_csv_write_text(output, cells[i], LYH_CSV_SWEDISH);
    }
    lyh_output_text(output, lyh_csv_line_end(LYH_CSV_SWEDISH));
}

static void write_document(lyh_output *output, const lyh_document *document,
                           const lyh_respondents *respondents)
{
    g_autoptr(GArray) persons = persons_in(document);
    if (persons->len == 0 || !respondents || shares_a_mark(document)) {
        g_autofree char *marks = marks_with(document, LYH_ROLE_RESPONDENT, LYH_NONE);
        write_row(output, document, "", marks);
        return;
    }
    for (unsigned i = 0; i < persons->len; i++) {
        size_t person = g_array_index(persons, size_t, i);
        g_autofree char *marks = marks_with(document, LYH_ROLE_RESPONDENT, person);
        write_row(output, document, lyh_respondents_id(respondents, person), marks);
    }
}

bool lyh_transcripts_write(lyh_output *output, const lyh_document *const *documents,
                           size_t count, const lyh_respondents *respondents)
{
    lyh_output_text(output, lyh_csv_beginning(LYH_CSV_SWEDISH));
    lyh_output_text(output, "fil;respondent;intervjuare;respondentmärke;medlyssnare;anm");
    for (size_t i = 0; i < count; i++) {
        if (i == 0)
            lyh_output_text(output, lyh_csv_line_end(LYH_CSV_SWEDISH));
        write_document(output, documents[i], respondents);
    }
    return count > 0 || lyh_output_text(output, lyh_csv_line_end(LYH_CSV_SWEDISH));
}
