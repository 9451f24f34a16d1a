#include <lyhord/ingest/excerpt.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "asides.h"
#include "label.h"
#include "quotations.h"

/* A text in the document: its turn. */
typedef struct speech {
    size_t start, end;
    const char *speaker;
} speech;

typedef struct excerpt {
    GString *text;
    GArray *paragraphs; /* struct paragraph: the lines of every speech */
    GArray *speeches;   /* speech */
} excerpt;

static void excerpt_clear(excerpt *made)
{
    g_string_free(made->text, TRUE);
    g_array_unref(made->paragraphs);
    g_array_unref(made->speeches);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(excerpt, excerpt_clear)

static void add_paragraphs(excerpt *made, size_t start, size_t end)
{
    const char *text = made->text->str;
    for (size_t from = start; from < end;) {
        size_t to = from + lyh_text_until(text + from, end - from, "\n");
        struct paragraph paragraph = { .start = from, .end = to };
        g_array_append_val(made->paragraphs, paragraph);
        from = to + 1;
    }
}

static void add_speech(excerpt *made, const lyh_said *said)
{
    GString *text = made->text;
    size_t size = lyh_text_trimmed_size(said->text, strlen(said->text));
    size_t space = lyh_text_leading_space(said->text, size);
    if (size <= space)
        return;
    speech added = { .start = text->len, .speaker = said->speaker };
    g_string_append_len(text, said->text + space, (gssize)(size - space));
    added.end = text->len;
    g_string_append_c(text, '\n');
    g_array_append_val(made->speeches, added);
    add_paragraphs(made, added.start, added.end);
}

/* What the mark itself says; UNKNOWN for a name, and for nothing. */
static lyh_role role_of_mark(const char *mark)
{
    struct label label;
    g_autofree char *marked = g_strconcat(mark, ": ", NULL);
    bool is_label = label_at(marked, strlen(marked), &label) && label.start == 0 &&
                    label.size == strlen(mark);
    return is_label ? label.role : LYH_ROLE_UNKNOWN;
}

static lyh_role role_of(const char *mark, const char *respondent)
{
    bool is_named = *mark != '\0' && strcmp(mark, respondent) == 0;
    return is_named ? LYH_ROLE_RESPONDENT : role_of_mark(mark);
}

static bool has_respondent(const excerpt *made, const char *respondent)
{
    for (guint i = 0; i < made->speeches->len; i++) {
        const char *mark = g_array_index(made->speeches, speech, i).speaker;
        if (role_of(mark, respondent) == LYH_ROLE_RESPONDENT)
            return true;
    }
    return false;
}

static void add_turn(lyh_document *document, const speech *said, lyh_role role,
                     lyh_certainty certainty)
{
    lyh_turn turn = {
        .start = said->start,
        .end = said->end,
        .speaker = lyh_document_add_speaker(document, said->speaker, role),
        .role = role,
        .respondent = LYH_NONE,
        .question = LYH_NONE,
    };
    lyh_document_set_certainty(document, turn.speaker, certainty);
    lyh_document_add_turn(document, turn);
}

static void add_turns(lyh_document *document, const excerpt *made, const char *respondent)
{
    bool is_known = has_respondent(made, respondent);
    for (guint i = 0; i < made->speeches->len; i++) {
        const speech *said = &g_array_index(made->speeches, speech, i);
        lyh_role role = role_of(said->speaker, respondent);
        if (role != LYH_ROLE_UNKNOWN)
            add_turn(document, said, role, LYH_CERTAINTY_STATED);
        else if (is_known)
            add_turn(document, said, role, LYH_CERTAINTY_UNKNOWN);
        else
            add_turn(document, said, LYH_ROLE_RESPONDENT, LYH_CERTAINTY_GUESSED);
    }
}

lyh_document *lyh_ingest_excerpt(const char *name, const char *path, size_t line,
                                 const lyh_said *said, size_t count, const char *respondent,
                                 lyh_diags *diags)
{
    g_auto(excerpt) made = {
        .text = g_string_new(NULL),
        .paragraphs = g_array_new(FALSE, FALSE, sizeof(struct paragraph)),
        .speeches = g_array_new(FALSE, FALSE, sizeof(speech)),
    };
    for (size_t i = 0; i < count; i++)
        add_speech(&made, &said[i]);

    lyh_document *document = lyh_document_new(name, path, made.text->str, made.text->len);
    const lyh_origin_step whole = { .origin = { .paragraph = line, .character = 1 } };
    lyh_document_add_origin(document, whole);
    add_turns(document, &made, respondent);
    const paragraph_list paragraphs = paragraphs_lent(made.paragraphs);
    g_autoptr(text_signs) signs = signs_new(made.text->str, made.text->len);
    asides_add(document, &paragraphs, signs, NULL, diags);
    quotations_add(document, signs);
    return document;
}
