#include <string.h>

#include <lyhord/codebook/field.h>
#include <lyhord/coding/words.h>

#include "exchange.h"

bool exchange_is_ours(const lyh_refi *project)
{
    return g_str_has_prefix(project->origin, "Lyhörd");
}

/* ---- codes ---- */

/* Fields that a description holds, each on lines that begin with the column's heading. */
static const lyh_field told[] = { LYH_FIELD_LABEL, LYH_FIELD_WHEN, LYH_FIELD_WHEN_NOT,
                                  LYH_FIELD_EXAMPLE, LYH_FIELD_PARENT };

static void add_line(GString *text, const char *heading, const char *value)
{
    if (*value == '\0')
        return;
    g_autoptr(GString) one = g_string_new(value);
    /* a line of the cell stays one of the description, set in so that it is no heading */
    g_string_replace(one, "\n", "\n  ", 0);
    g_string_append_printf(text, "%s%s: %s", text->len ? "\n" : "", heading, one->str);
}

/* All parents where there are several: the first is told by the nesting too. */
static char *parents_of(const lyh_codebook *codebook, size_t code)
{
    size_t count;
    const size_t *parents = lyh_codebook_parents(codebook, code, &count);
    GString *names = g_string_new(NULL);
    for (size_t i = 0; i < count && count > 1; i++)
        g_string_append_printf(names, "%s%s", i ? " | " : "",
                               lyh_codebook_code(codebook, parents[i])->name);
    return g_string_free(names, FALSE);
}

char *exchange_describe_code(const lyh_codebook *codebook, size_t code)
{
    const lyh_code *one = lyh_codebook_code(codebook, code);
    g_autofree char *parents = parents_of(codebook, code);
    const char *const values[] = { strcmp(one->label, one->name) == 0 ? "" : one->label,
                                   one->when, one->when_not, one->example, parents };
    GString *text = g_string_new(one->definition);
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++)
        add_line(text, lyh_field_heading(told[i]), values[i]);
    return g_string_free(text, FALSE);
}

/* The field whose heading begins @line, and what stands behind it; LYH_FIELD_COUNT: none. */
static lyh_field field_of(const char *line, const char **rest)
{
    for (size_t i = 0; i < G_N_ELEMENTS(told); i++) {
        const char *heading = lyh_field_heading(told[i]);
        size_t size = strlen(heading);
        if (strncmp(line, heading, size) == 0 && strncmp(line + size, ": ", 2) == 0) {
            *rest = line + size + 2;
            return told[i];
        }
    }
    *rest = line;
    return LYH_FIELD_COUNT;
}

char *exchange_code_says(const char *description, lyh_field field)
{
    GString *said = g_string_new(NULL);
    lyh_field now = LYH_FIELD_DEFINITION;
    bool is_first = true;
    g_auto(GStrv) lines = g_strsplit(description, "\n", -1);
    for (char **line = lines; *line; line++) {
        const char *rest;
        lyh_field begun = field_of(*line, &rest);
        if (begun != LYH_FIELD_COUNT) {
            now = begun;
            is_first = true;
        } else if (now != LYH_FIELD_DEFINITION && g_str_has_prefix(rest, "  ")) {
            rest += 2;
        }
        if (now == field)
            g_string_append_printf(said, "%s%s", is_first ? "" : "\n", rest);
        is_first = false;
    }
    return g_string_free(said, FALSE);
}

/* ---- codings ---- */

static void add_word(GString *text, const char *key, const char *value, const char *usual)
{
    if (strcmp(value, usual) != 0)
        g_string_append_printf(text, "%s%s: %s", text->len ? "\n" : "", key, value);
}

char *exchange_describe_coding(const lyh_coding *coding, const lyh_document *document,
                               const char *set)
{
    GString *text = g_string_new(NULL);
    g_autofree char *cue = g_strndup(lyh_document_text(document) + coding->cue_start,
                                     coding->cue_end - coding->cue_start);
    g_strdelimit(cue, "\n", ' ');
    add_word(text, "polarity", lyh_polarity_name(coding->polarity), "");
    add_word(text, "state", lyh_state_name(coding->state), lyh_state_name(LYH_STATED));
    add_word(text, "time", lyh_time_name(coding->time), "");
    add_word(text, "cue", cue, "");
    add_word(text, "status", lyh_status_name(coding->status), lyh_status_name(LYH_MANUAL));
    add_word(text, "rule", coding->rule, "");
    add_word(text, "mark", lyh_mark_name(coding->mark), "");
    if (*coding->coder)
        add_word(text, "coder", coding->coder, set);
    return g_string_free(text, FALSE);
}

/* A word that is none leaves @usual. */
static unsigned find_word(const lyh_words *words, const char *text, unsigned usual)
{
    unsigned value = lyh_words_find(words, text);
    return value < words->count ? value : usual;
}

/* What somebody has brought here is no suggestion any more. */
static void read_status(const char *text, lyh_coding *coding)
{
    lyh_status status = (lyh_status)find_word(&lyh_status_words, text, coding->status);
    coding->status = status == LYH_SUGGESTED ? coding->status : status;
}

static void read_word(const char *key, const char *text, lyh_coding *coding)
{
    if (strcmp(key, "polarity") == 0)
        coding->polarity =
            (lyh_polarity)find_word(&lyh_polarity_words, text, coding->polarity);
    else if (strcmp(key, "state") == 0)
        coding->state = (lyh_state)find_word(&lyh_state_words, text, coding->state);
    else if (strcmp(key, "time") == 0)
        coding->time = (lyh_time)find_word(&lyh_time_words, text, coding->time);
    else if (strcmp(key, "mark") == 0)
        coding->mark = (lyh_mark)find_word(&lyh_mark_words, text, coding->mark);
    else if (strcmp(key, "status") == 0)
        read_status(text, coding);
}

void exchange_read_coding(const char *description, lyh_coding *coding, char **cue,
                          char **rule)
{
    g_auto(GStrv) lines = g_strsplit(description, "\n", -1);
    for (char **line = lines; *line; line++) {
        char *value = strstr(*line, ": ");
        if (!value)
            continue;
        *value = '\0';
        value += 2;
        read_word(*line, value, coding);
        if (strcmp(*line, "cue") == 0 && !*cue)
            *cue = g_strdup(value);
        if (strcmp(*line, "rule") == 0 && !*rule)
            *rule = g_strdup(value);
    }
}
