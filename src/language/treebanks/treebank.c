#include "treebank_private.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "../autoptr.h"

enum { FIELDS = 10, ID = 0, FORM = 1, LEMMA = 2, UPOS = 3, MISC = 9 };

typedef struct field {
    const char *text;
    size_t size;
} field;

/* The sentence that is being read. */
typedef struct reading {
    lyh_treebank *bank;
    const lyh_source *source;
    lyh_diags *diags;
    size_t line, start, end; /* the line at hand, from 1, and its bytes */
    bank_sentence sentence;
    size_t words;     /* ids counted so far */
    size_t range_end; /* words up to this one belong to a range */
    size_t at;        /* where in the sentence's text the next form is looked for */
    bool is_lost;     /* something was wrong: the rest of the sentence is not placed */
} reading;

static lyh_place place_here(const reading *read)
{
    return lyh_place_text(read->source, read->start, read->end);
}

static bool is_field(field cell, const char *text)
{
    return cell.size == strlen(text) && memcmp(cell.text, text, cell.size) == 0;
}

/* True when the line has ten fields. */
static bool split(const char *line, size_t size, field fields[FIELDS])
{
    size_t count = 0;
    for (const char *end = line + size; count < FIELDS; count++) {
        const char *tab = memchr(line, '\t', (size_t)(end - line));
        const char *stop = tab ? tab : end;
        fields[count] = (field){ line, (size_t)(stop - line) };
        line = tab ? tab + 1 : end;
        if (!tab)
            return count == FIELDS - 1;
    }
    return false;
}

/* "# text = …": what stands behind the sign, or NULL. */
static const char *comment_value(const reading *read, const char *name, size_t *size)
{
    const char *line = lyh_source_text(read->source) + read->start;
    size_t length = read->end - read->start;
    size_t prefix = strlen(name);
    if (length < prefix || memcmp(line, name, prefix) != 0)
        return NULL;
    *size = length - prefix;
    return line + prefix;
}

static void read_comment(reading *read)
{
    size_t size;
    const char *text = comment_value(read, "# text = ", &size);
    if (text) {
        read->sentence.text =
            g_string_chunk_insert_len(read->bank->strings, text, (gssize)size);
        read->sentence.size = size;
    } else if (comment_value(read, "# newpar", &size) ||
               comment_value(read, "# newdoc", &size)) {
        read->sentence.is_paragraph = true;
    }
}

/* Is the id the next word's, a range that begins with it, or an empty node's? */
static bool is_next_id(const reading *read, field id, bool *is_range, size_t *range_end)
{
    char digits[32];
    if (id.size == 0 || id.size >= sizeof digits)
        return false;
    memcpy(digits, id.text, id.size);
    digits[id.size] = '\0';

    char *rest;
    size_t number = strtoul(digits, &rest, 10);
    *is_range = *rest == '-';
    if (*is_range) {
        *range_end = strtoul(rest + 1, &rest, 10);
        return number == read->words + 1 && *range_end > number && !*rest;
    }
    return number == read->words + 1 && !*rest && g_ascii_isdigit(digits[0]);
}

static bool is_empty_node(field id)
{
    return id.size > 0 && g_ascii_isdigit(id.text[0]) && memchr(id.text, '.', id.size);
}

/* Find @form in the sentence's text, with nothing but white space before it. */
static bool place_form(reading *read, field form, bank_token *token)
{
    const char *text = read->sentence.text;
    size_t size = read->sentence.size;
    size_t at = read->at + lyh_text_leading_space(text + read->at, size - read->at);
    if (size - at < form.size || memcmp(text + at, form.text, form.size) != 0)
        return false;
    token->start = at;
    token->end = read->at = at + form.size;
    return true;
}

static bool is_content_word(field upos)
{
    static const char *const content[] = { "ADJ", "ADV", "NOUN", "PROPN", "VERB" };
    for (size_t i = 0; i < G_N_ELEMENTS(content); i++)
        if (is_field(upos, content[i]))
            return true;
    return false;
}

static bool has_no_space_after(field misc)
{
    g_autofree char *text = g_strndup(misc.text, misc.size);
    return strstr(text, "SpaceAfter=No") != NULL;
}

static void add_token(reading *read, const field fields[FIELDS], bool is_range)
{
    bank_token token = { .is_content = !is_range && is_content_word(fields[UPOS]) };
    if (read->is_lost)
        return;
    if (!read->sentence.text || !place_form(read, fields[FORM], &token)) {
        read->is_lost = true;
        lyh_diags_error(read->diags, "treebank", place_here(read),
                        read->sentence.text
                            ? "the form '%.*s' does not follow in the sentence's # text"
                            : "the sentence of '%.*s' has no line # text = before it",
                        (int)MIN(fields[FORM].size, 60), fields[FORM].text);
        return;
    }
    if (!is_range)
        token.lemma = g_string_chunk_insert_len(read->bank->strings, fields[LEMMA].text,
                                                (gssize)fields[LEMMA].size);
    g_array_append_val(read->bank->tokens, token);
    read->sentence.is_glued = has_no_space_after(fields[MISC]);
}

static void read_row(reading *read)
{
    field fields[FIELDS];
    bool is_range;
    size_t range_end = 0;
    const char *line = lyh_source_text(read->source) + read->start;

    if (!split(line, read->end - read->start, fields)) {
        lyh_diags_error(read->diags, "treebank", place_here(read),
                        "a row has ten fields with a tab between; this one has more or "
                        "fewer");
        return;
    }
    if (is_empty_node(fields[ID]))
        return;
    if (!is_next_id(read, fields[ID], &is_range, &range_end) || fields[FORM].size == 0) {
        lyh_diags_error(read->diags, "treebank", place_here(read),
                        "the row should be word %zu of its sentence, with a form",
                        read->words + 1);
        read->is_lost = true;
        read->words++;
        return;
    }
    /* what a range is made of stands in the text as one word */
    if (is_range || read->words >= read->range_end)
        add_token(read, fields, is_range);
    read->words += !is_range;
    if (is_range)
        read->range_end = range_end;
}

static void end_sentence(reading *read)
{
    read->sentence.count = read->bank->tokens->len - read->sentence.first;
    if (read->sentence.count > 0)
        g_array_append_val(read->bank->sentences, read->sentence);
    read->sentence = (bank_sentence){ .first = read->bank->tokens->len };
    read->words = read->range_end = read->at = 0;
    read->is_lost = false;
}

static void read_line(reading *read)
{
    if (read->start == read->end && read->words > 0)
        end_sentence(read);
    else if (read->start < read->end && lyh_source_text(read->source)[read->start] == '#')
        read_comment(read);
    else if (read->start < read->end)
        read_row(read);
}

lyh_treebank *lyh_treebank_read(const lyh_source *source, lyh_diags *diags)
{
    g_autoptr(lyh_treebank) bank = g_new0(lyh_treebank, 1);
    size_t errors = lyh_diags_error_count(diags);
    size_t lines = lyh_source_line(source, lyh_source_size(source));
    reading read = { .bank = bank, .source = source, .diags = diags };
    bank->strings = g_string_chunk_new(64 * 1024);
    bank->tokens = g_array_new(FALSE, FALSE, sizeof(bank_token));
    bank->sentences = g_array_new(FALSE, FALSE, sizeof(bank_sentence));

    for (read.line = 1; read.line <= lines; read.line++) {
        lyh_source_line_span(source, read.line, &read.start, &read.end);
        read_line(&read);
    }
    end_sentence(&read);
    if (lyh_diags_error_count(diags) == errors && bank->sentences->len == 0)
        lyh_diags_error(diags, "treebank", lyh_place_file(lyh_source_name(source)),
                        "there are no sentences in the file; it should be CoNLL-U, a word "
                        "a line");
    return lyh_diags_error_count(diags) == errors ? g_steal_pointer(&bank) : NULL;
}

void lyh_treebank_free(lyh_treebank *treebank)
{
    if (!treebank)
        return;
    g_array_unref(treebank->sentences);
    g_array_unref(treebank->tokens);
    g_string_chunk_free(treebank->strings);
    g_free(treebank);
}
