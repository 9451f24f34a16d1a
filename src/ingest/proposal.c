#include <lyhord/ingest/transcripts.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv_write.h>

/* For every speaker, whether any of their turns is @respondent's (LYH_NONE: anybody's). */
static GArray *who_speaks_as(const lyh_document *document, size_t respondent)
{
    GArray *speaks = g_array_new(FALSE, TRUE, sizeof(bool));
    g_array_set_size(speaks, (guint)lyh_document_speaker_count(document));
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (respondent == LYH_NONE || turn->respondent == respondent)
            g_array_index(speaks, bool, turn->speaker) = true;
    }
    return speaks;
}

/* Text without a mark, headings and questions that stand alone have no mark to write in a cell. */
static bool is_written(const lyh_speaker *speaker)
{
    return speaker->mark[0] != '\0' && strcmp(speaker->mark, "#") != 0 &&
           strcmp(speaker->mark, "*") != 0;
}

/* The marks of a document that have @role, as a cell holds them; only those who speak as
 * @respondent, unless it is LYH_NONE. */
static char *marks_with(const lyh_document *document, lyh_role role, size_t respondent)
{
    g_autoptr(GArray) speaks = who_speaks_as(document, respondent);
    g_autoptr(GString) cell = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        if (speaker->role == role && g_array_index(speaks, bool, i) && is_written(speaker))
            g_string_append_printf(cell, "%s%s", cell->len > 0 ? "|" : "", speaker->mark);
    }
    return g_string_free(g_steal_pointer(&cell), FALSE);
}

/* The persons of a document; LYH_NONE among them when a turn of somebody's is nobody's. */
static GArray *persons_in(const lyh_document *document)
{
    GArray *persons = g_array_new(FALSE, FALSE, sizeof(size_t));
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (turn->role == LYH_ROLE_RESPONDENT &&
            g_hash_table_add(seen, GSIZE_TO_POINTER(turn->respondent)))
            g_array_append_val(persons, turn->respondent);
    }
    return persons;
}

/* Does a mark belong to two persons, so that only closings in the text tell them apart? */
static bool shares_a_mark(const lyh_document *document)
{
    g_autoptr(GHashTable) owners = g_hash_table_new(NULL, NULL);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        void *speaker = GSIZE_TO_POINTER(turn->speaker);
        void *person = GSIZE_TO_POINTER(turn->respondent);
        void *owner;
        if (turn->role != LYH_ROLE_RESPONDENT || turn->respondent == LYH_NONE)
            continue;
        if (!g_hash_table_lookup_extended(owners, speaker, NULL, &owner))
            g_hash_table_insert(owners, speaker, person);
        else if (owner != person)
            return true;
    }
    return false;
}

static const char *file_name(const lyh_document *document)
{
    const char *slash = strrchr(lyh_document_path(document), '/');
    return slash ? slash + 1 : lyh_document_path(document);
}

/* Marks whose role is a guess, each with what was guessed. */
static char *guessed_marks(const lyh_document *document)
{
    g_autoptr(GString) guessed = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        bool is_respondent = speaker->role == LYH_ROLE_RESPONDENT;
        if (speaker->certainty == LYH_CERTAINTY_GUESSED && is_written(speaker))
            g_string_append_printf(guessed, "%s%s (%s)", guessed->len > 0 ? ", " : "",
                                   speaker->mark,
                                   is_respondent ? "respondent" : "intervjuare");
    }
    return g_string_free(g_steal_pointer(&guessed), FALSE);
}

/* Is there text without a mark that was taken for @role's, and nobody decided that? */
static bool has_unmarked(const lyh_document *document, lyh_role role)
{
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        if (speaker->mark[0] == '\0' && speaker->role == role &&
            speaker->certainty != LYH_CERTAINTY_DECIDED)
            return true;
    }
    return false;
}

/* A long list of narratives is told by its number, not one by one. */
#define MOST_NAMED 200

static char *note_of(const lyh_document *document)
{
    g_autofree char *unknown = marks_with(document, LYH_ROLE_UNKNOWN, LYH_NONE);
    g_autofree char *guessed = guessed_marks(document);
    g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func(g_free);
    if (unknown[0] != '\0')
        g_ptr_array_add(notes, g_strdup_printf("okända märken: %s", unknown));
    if (strlen(guessed) > MOST_NAMED)
        g_ptr_array_add(notes, g_strdup("rollerna är gissade"));
    else if (guessed[0] != '\0')
        g_ptr_array_add(notes, g_strdup_printf("gissat: %s", guessed));
    if (has_unmarked(document, LYH_ROLE_RESPONDENT))
        g_ptr_array_add(notes, g_strdup("gissat: text utan märke är respondentens"));
    if (has_unmarked(document, LYH_ROLE_EDITOR))
        g_ptr_array_add(notes, g_strdup("text utan märke räknas inte"));
    g_ptr_array_add(notes, NULL);
    return g_strjoinv("; ", (char **)notes->pdata);
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
        lyh_csv_write_text(output, cells[i]);
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
        const char *id = person == LYH_NONE ? "" : lyh_respondents_id(respondents, person);
        g_autofree char *marks = marks_with(document, LYH_ROLE_RESPONDENT, person);
        write_row(output, document, id, marks);
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
