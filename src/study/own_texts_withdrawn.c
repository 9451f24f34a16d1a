/* A person's words in what others write: the report's own texts, examples in the codebook, the guide. */
#include "own_texts.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

/* So many words in a row are somebody's, and not the language's. */
#define RUN 6

/* " så fick jag vänta ": words folded, a space around each, no signs. */
static char *words_alone(const char *text)
{
    GString *words = g_string_new(" ");
    char *folded = lyh_text_fold(text, strlen(text), NULL);
    for (const char *p = folded; *p; p = g_utf8_next_char(p)) {
        gunichar sign = g_utf8_get_char(p);
        if (lyh_char_is_word(sign))
            g_string_append_unichar(words, sign);
        else if (words->str[words->len - 1] != ' ')
            g_string_append_c(words, ' ');
    }
    if (words->str[words->len - 1] != ' ')
        g_string_append_c(words, ' ');
    free(folded);
    return g_string_free(words, FALSE);
}

/* What they said, and what others did, as words. */
static void said_by(const lyh_withdrawal *withdrawal, char **theirs, char **others)
{
    g_autoptr(GString) own = g_string_new(NULL), rest = g_string_new(NULL);
    for (guint i = 0; i < withdrawal->order->len; i++) {
        const withdrawn_document *document = withdrawal->order->pdata[i];
        g_string_append_printf(own, "%s\n", document->words ? document->words : "");
        g_string_append_printf(rest, "%s\n", document->rest ? document->rest : "");
    }
    *theirs = words_alone(own->str);
    *others = words_alone(rest->str);
}

/* A text's words, as words_alone() has them, and for each where it begins there and its line. */
typedef struct lined_words {
    GString *words;
    GArray *starts; /* size_t */
    GArray *lines;  /* size_t, from 1 */
} lined_words;

static void lined_words_clear(lined_words *lined)
{
    g_string_free(lined->words, TRUE);
    g_array_unref(lined->starts);
    g_array_unref(lined->lines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(lined_words, lined_words_clear)

static void add_line(lined_words *lined, const char *words, size_t line)
{
    for (const char *word = words + 1, *end; (end = strchr(word, ' ')); word = end + 1) {
        if (end == word)
            continue;
        size_t start = lined->words->len - 1;
        g_array_append_val(lined->starts, start);
        g_array_append_val(lined->lines, line);
        g_string_append_len(lined->words, word, end - word + 1);
    }
}

static void read_lines(lined_words *lined, const lyh_source *source)
{
    *lined = (lined_words){ g_string_new(" "), g_array_new(FALSE, FALSE, sizeof(size_t)),
                            g_array_new(FALSE, FALSE, sizeof(size_t)) };
    size_t lines = lyh_source_line(source, lyh_source_size(source));
    for (size_t i = 1; i <= lines; i++) {
        size_t start, end;
        lyh_source_line_span(source, i, &start, &end);
        g_autofree char *line = g_strndup(lyh_source_text(source) + start, end - start);
        g_autofree char *words = words_alone(line);
        add_line(lined, words, i);
    }
}

/* Do the RUN words from @first on stand in @theirs and not in @others? */
static bool is_theirs(const lined_words *lined, guint first, const char *theirs,
                      const char *others)
{
    size_t start = g_array_index(lined->starts, size_t, first);
    size_t end = first + RUN < lined->starts->len
                     ? g_array_index(lined->starts, size_t, first + RUN) + 1
                     : lined->words->len;
    g_autofree char *run = g_strndup(lined->words->str + start, end - start);
    return strstr(theirs, run) && !strstr(others, run);
}

static void warn(const char *path, size_t line, bool is_report, lyh_diags *diags)
{
    if (is_report)
        lyh_diags_warning(diags, "withdraw-own-text", lyh_place_line(path, line, 1),
                          "this line of your own text holds words of the person who "
                          "withdraws; the program does not change it, so take them out "
                          "yourself");
    else
        lyh_diags_warning(
            diags, "withdraw-own-text", lyh_place_line(path, line, 1),
            "this line holds words of the person who withdraws, as an example "
            "perhaps; the program does not change it, so write it anew in "
            "words that are yours");
}

/* A quote may go over the end of a line: words are looked at in a row, whatever line they stand on. */
static void look_in_text(const char *path, bool is_report, const char *theirs,
                         const char *others, lyh_diags *diags)
{
    lyh_error unread = { 0 };
    g_autoptr(lyh_diags) unsaid = lyh_diags_new(NULL);
    lyh_source *source = lyh_source_read(path, LYH_SOURCE_TABLE, unsaid, &unread);
    size_t told = 0;
    if (!source)
        return;
    g_auto(lined_words) lined;
    read_lines(&lined, source);
    for (guint i = 0; i + RUN <= lined.starts->len; i++) {
        if (!is_theirs(&lined, i, theirs, others))
            continue;
        size_t first = g_array_index(lined.lines, size_t, i);
        size_t last = g_array_index(lined.lines, size_t, i + RUN - 1);
        for (size_t line = MAX(first, told + 1); line <= last; line++)
            warn(path, line, is_report, diags);
        told = MAX(told, last);
    }
    lyh_source_free(source);
}

/* Files of the coders' own in which the person's words may stand, beside the report's. */
static const char *const coders_files[] = { "codebook.csv", "guide.csv" };

void own_texts_tell_withdrawn(const lyh_withdrawal *withdrawal, lyh_diags *diags)
{
    g_autoptr(GPtrArray) paths = own_texts_of(withdrawal->study);
    g_autofree char *theirs = NULL, *others = NULL;
    said_by(withdrawal, &theirs, &others);
    for (guint i = 0; i < paths->len; i++)
        look_in_text(g_ptr_array_index(paths, i), true, theirs, others, diags);
    for (size_t i = 0; i < G_N_ELEMENTS(coders_files); i++) {
        g_autofree char *path = study_path(withdrawal->study, coders_files[i]);
        if (path)
            look_in_text(path, false, theirs, others, diags);
    }
}
