/* What of the journal is about the person. */
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/store/forget.h>

#include "codings.h"
#include "survey.h"
#include "withdraw_private.h"

/* Words in a row that are nobody else's, in a note that somebody wrote. */
#define WORDS_THAT_TELL 5

/* @text folded, its words with one space between. */
static char *words_of(const char *text)
{
    g_autofree char *folded = lyh_text_fold(text, strlen(text), NULL);
    g_autoptr(GString) words = g_string_new(NULL);
    size_t size = strlen(folded), at = 0;
    while (at < size) {
        size_t length;
        if (lyh_char_is_space(lyh_text_char(folded + at, size - at, &length))) {
            at += lyh_text_leading_space(folded + at, size - at);
            g_string_append_c(words, ' ');
            continue;
        }
        g_string_append_len(words, folded + at, (gssize)length);
        at += length;
    }
    return g_strdup(g_strstrip(words->str));
}

static bool is_in_spans(const withdrawn_document *document, size_t at)
{
    for (guint i = 0; i + 1 < document->spans->len; i += 2)
        if (at >= g_array_index(document->spans, size_t, i) &&
            at < g_array_index(document->spans, size_t, i + 1))
            return true;
    return false;
}

/* As rows of codings are told apart (withdraw_rows.c): by words, else by turn, else by place. */
static bool is_theirs(const withdrawn_document *document, const lyh_text_place *place)
{
    g_autofree char *quote = lyh_text_fold(place->quote, strlen(place->quote), NULL);
    bool is_in_words = *quote && strstr(document->words, quote);
    bool is_in_rest = *quote && document->rest && strstr(document->rest, quote);
    if (is_in_words != is_in_rest)
        return is_in_words;
    if (place->turn < document->turn_count)
        return document->turns[place->turn];
    return is_in_spans(document, place->start) || is_in_words;
}

/* Do @words, a few of them in a row, stand in what the person said? */
static bool says(const lyh_withdrawal *withdrawal, const char *words)
{
    if (strlen(words) < WITHDRAW_LEAST_QUOTE)
        return false;
    if (study_survey_says(withdrawal->study, withdrawal->id, words))
        return true;
    for (guint i = 0; i < withdrawal->order->len; i++) {
        const withdrawn_document *document = withdrawal->order->pdata[i];
        g_autofree char *said = words_of(document->words);
        if (strstr(said, words))
            return true;
    }
    return false;
}

/* A note may quote; which of its words are the person's is for nobody to guess: the note goes. */
static bool quotes(const lyh_withdrawal *withdrawal, const char *text)
{
    g_autofree char *clean = words_of(text);
    g_auto(GStrv) words = g_strsplit(clean, " ", -1);
    guint count = g_strv_length(words);
    if (count <= WORDS_THAT_TELL)
        return says(withdrawal, clean);
    for (guint i = 0; i + WORDS_THAT_TELL <= count; i++) {
        char *end = words[i + WORDS_THAT_TELL];
        words[i + WORDS_THAT_TELL] = NULL;
        g_autofree char *few = g_strjoinv(" ", words + i);
        words[i + WORDS_THAT_TELL] = end;
        if (says(withdrawal, few))
            return true;
    }
    return false;
}

static lyh_forget_verdict judge_place(const lyh_withdrawal *withdrawal,
                                      const lyh_text_place *place)
{
    const withdrawn_document *document =
        g_hash_table_lookup(withdrawal->documents, place->document);
    bool is_somebody_else =
        *place->respondent && strcmp(place->respondent, withdrawal->id) != 0;
    if (*place->respondent && !is_somebody_else)
        return LYH_FORGET_EVENT;
    if (!document) {
        g_autofree char *quote = words_of(place->quote);
        return strcmp(place->document, withdrawal->id) == 0 ||
                       (!is_somebody_else && says(withdrawal, quote))
                   ? LYH_FORGET_EVENT
                   : LYH_FORGET_KEEP;
    }
    if (document->spans->len == 0)
        return LYH_FORGET_KEEP;
    if (document->is_whole || (!is_somebody_else && is_theirs(document, place)))
        return LYH_FORGET_EVENT;
    return LYH_FORGET_CONTEXT;
}

static lyh_forget_verdict judge(void *user, const lyh_event *event)
{
    const lyh_withdrawal *withdrawal = user;
    if (*event->text && quotes(withdrawal, event->text))
        return LYH_FORGET_EVENT;
    if (!*event->place.document)
        return LYH_FORGET_KEEP;
    if (event->kind != LYH_EVENT_MEMO && event->kind != LYH_EVENT_DONE)
        return judge_place(withdrawal, &event->place);
    const withdrawn_document *document =
        g_hash_table_lookup(withdrawal->documents, event->place.document);
    bool is_whole =
        document ? document->is_whole : strcmp(event->place.document, withdrawal->id) == 0;
    return is_whole ? LYH_FORGET_EVENT : LYH_FORGET_KEEP;
}

static bool forget(void *user, lyh_diags *diags, lyh_error *error)
{
    lyh_withdrawal *withdrawal = user;
    const lyh_forget forgetting = { judge, withdrawal };
    g_autofree char *path = codings_store(withdrawal->study->options.folder);
    g_autofree char *at = g_strconcat(withdrawal->day, "T00:00:00Z", NULL);
    return !path || lyh_forget_make(path, &forgetting, at, diags, error);
}

bool withdrawal_plan_store(lyh_withdrawal *withdrawal, lyh_diags *diags, lyh_error *error)
{
    const lyh_forget forgetting = { judge, withdrawal };
    g_autofree char *path = codings_store(withdrawal->study->options.folder);
    size_t events, going;
    if (!path)
        return true;
    if (!lyh_forget_count(path, &forgetting, &events, &going, diags, error))
        return false;
    withdrawal->events = going;
    if (going > 0)
        withdrawal_tell(withdrawal, N_("rows of"), "study.db", lyh_cell_count(events),
                        lyh_cell_count(events - going));
    /* also where nothing goes: a backup may hold what the store does not, any more */
    changes_call(withdrawal->changes, path, forget, withdrawal);
    return true;
}
