#include <lyhord/coding/examples.h>

#include <string.h>

#include <glib.h>

#include <lyhord/codebook/field.h>
#include <lyhord/language/tokens.h>

#include "../../corpus/autoptr.h"
#include "../../language/autoptr.h"
#include "../autoptr.h"

/* The example as one turn of one respondent. */
static lyh_document *document_of(const char *example)
{
    size_t size = strlen(example);
    lyh_document *document = lyh_document_new("exempel", "exempel", example, size);
    size_t speaker = lyh_document_add_speaker(document, "", LYH_ROLE_RESPONDENT);
    lyh_document_add_turn(document, (lyh_turn){ .end = size,
                                                .speaker = speaker,
                                                .role = LYH_ROLE_RESPONDENT,
                                                .respondent = LYH_NONE,
                                                .question = LYH_NONE });
    return document;
}

static bool has_rules(const lyh_codebook *book, size_t code)
{
    for (size_t i = 0; i < lyh_codebook_rule_count(book, code); i++)
        if (lyh_codebook_rule_column(book, code, i) != LYH_RULES_EXCEPT)
            return true;
    return false;
}

/* Which codes have a rule of their own or below them: the parents of those that have one. */
static bool *codes_with_rules(const lyh_codebook *book)
{
    size_t count = lyh_codebook_count(book);
    bool *with = g_new0(bool, count + 1);
    g_autoptr(GArray) ahead = g_array_new(FALSE, FALSE, sizeof(size_t));
    for (size_t code = 0; code < count; code++) {
        if (has_rules(book, code))
            g_array_append_val(ahead, code);
        while (ahead->len > 0) {
            size_t here = g_array_index(ahead, size_t, ahead->len - 1), above;
            g_array_set_size(ahead, ahead->len - 1);
            if (with[here])
                continue;
            with[here] = true;
            const size_t *parents = lyh_codebook_parents(book, here, &above);
            g_array_append_vals(ahead, parents, (guint)above);
        }
    }
    return with;
}

static bool is_found(const lyh_codebook *book, size_t code, const lyh_codings *codings)
{
    for (size_t i = 0; i < lyh_codings_count(codings); i++)
        if (lyh_codebook_is_within(book, lyh_codings_at(codings, i)->code, code))
            return true;
    return false;
}

bool lyh_examples_check(const lyh_codebook *book, lyh_matcher *matcher,
                        lyh_vocabulary *vocabulary, lyh_diags *diags)
{
    g_autofree bool *with = codes_with_rules(book);
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    for (size_t code = 0; code < lyh_codebook_count(book); code++) {
        const lyh_code *here = lyh_codebook_code(book, code);
        if (!with[code] || *here->example == '\0')
            continue;
        g_autoptr(lyh_document) document = document_of(here->example);
        lyh_tokens_read(tokens, document, vocabulary);
        lyh_codings_clear(codings);
        if (!lyh_matcher_run(matcher, document, tokens, codings, diags))
            return false;
        if (!is_found(book, code, codings))
            lyh_diags_warning(diags, "example-unmatched",
                              lyh_codebook_cell_place(book, code, LYH_FIELD_EXAMPLE),
                              "no rule of '%s' finds its own example; write a rule for its "
                              "words, or an example of what is found",
                              here->name);
    }
    return true;
}
