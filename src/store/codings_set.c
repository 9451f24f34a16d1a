#include <lyhord/store/codings_set.h>

#include <glib.h>

#include <lyhord/coding/codings_csv.h>

typedef struct set_writer {
    lyh_output *output;
    lyh_csv_style style;
} set_writer;

static void write_text(const set_writer *writing, const char *text)
{
    lyh_csv_write_text(writing->output, text);
    lyh_output_text(writing->output, lyh_csv_separator(writing->style));
}

static void write_number(const set_writer *writing, size_t number)
{
    lyh_output_printf(writing->output, "%zu%s", number, lyh_csv_separator(writing->style));
}

static void write_place(const set_writer *writing, const lyh_text_place *place)
{
    write_text(writing, place->document);
    write_text(writing, place->respondent);
    if (place->turn == LYH_NONE)
        write_text(writing, "");
    else
        write_number(writing, place->turn + 1);
    write_number(writing, place->start);
    write_number(writing, place->end);
}

/* In the order of lyh_codings_write_heading(). */
static void write_row(const set_writer *writing, const lyh_stored_coding *coding)
{
    write_place(writing, &coding->place);
    write_text(writing, coding->code);
    write_text(writing, lyh_polarity_name(coding->polarity));
    write_text(writing, lyh_state_name(coding->state));
    write_text(writing, lyh_time_name(coding->time));
    write_text(writing, coding->cue);
    write_text(writing, lyh_status_name(coding->status));
    write_text(writing, coding->coder);
    write_text(writing, coding->rule);
    write_text(writing, coding->place.quote);
    write_text(writing, lyh_mark_name(coding->mark));
    lyh_output_text(writing->output, coding->place.text_sha256);
    lyh_output_text(writing->output, lyh_csv_line_end(writing->style));
}

bool lyh_codings_set_write(lyh_journal *journal, const char *coder, lyh_output *output,
                           lyh_csv_style style, lyh_error *error)
{
    const set_writer writing = { output, style };
    lyh_stored_codings *codings = lyh_journal_codings(journal, coder, NULL, error);
    if (!codings)
        return false;
    lyh_codings_write_heading(output, style);
    for (size_t i = 0; i < lyh_stored_codings_count(codings); i++)
        write_row(&writing, lyh_stored_codings_at(codings, i));
    lyh_stored_codings_free(codings);
    return true;
}
