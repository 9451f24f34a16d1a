#include <string.h>

#include <lyhord/base/text.h>
#include <lyhord/store/anchor.h>
#include <lyhord/store/beginning.h>
#include <lyhord/store/imports.h>
#include <lyhord/store/pairs.h>

#include "import.h"

lyh_event_id import_id(void)
{
    unsigned char bytes[16];
    cli_random(bytes, sizeof bytes);
    return lyh_event_id_random(bytes);
}

void import_fill_event(lyh_event *event, const char *at)
{
    event->id = import_id();
    event->at = at;
}

static const char *keep(void *strings, const char *text)
{
    return g_string_chunk_insert_const(strings, text);
}

static lyh_text_place place_of(import_plan *plan, const lyh_document *document,
                               const lyh_coding *coding)
{
    const lyh_respondents *people = lyh_study_respondents(plan->study);
    return lyh_text_place_kept(document, lyh_document_character(document, coding->start),
                               lyh_document_character(document, coding->end),
                               coding->respondent == LYH_NONE
                                   ? ""
                                   : lyh_respondents_id(people, coding->respondent),
                               keep, plan->strings);
}

/* What was accepted of a rule is so again; everything else a person coded by hand. */
static lyh_event event_of(import_plan *plan, const import_batch *batch,
                          const lyh_coding *coding, const char *at)
{
    const import_text *text = plan->texts->pdata[batch->text];
    bool is_accepted = coding->status == LYH_ACCEPTED && *coding->rule;
    bool is_rejected = coding->status == LYH_REJECTED && *coding->rule;
    lyh_event event = {
        .who = batch->coder,
        .kind = is_accepted   ? LYH_EVENT_ACCEPT
                : is_rejected ? LYH_EVENT_REJECT
                              : LYH_EVENT_CODE,
        .place = place_of(plan, text->document, coding),
        .code = lyh_codebook_code(plan->codebook, coding->code)->name,
        .polarity = coding->polarity,
        .state = coding->state,
        .time = coding->time,
        .cue = g_string_chunk_insert_len(
            plan->strings, lyh_document_text(text->document) + coding->cue_start,
            (gssize)(coding->cue_end - coding->cue_start)),
        .mark = coding->mark,
        .rule = coding->rule,
    };
    import_fill_event(&event, at);
    return event;
}

/* A no to no rule says nothing; but of those who decide together, that nothing is coded there. */
static size_t gather(import_plan *plan, const import_batch *batch, GArray *events,
                     const char *at)
{
    bool is_together = strcmp(batch->coder, LYH_TOGETHER) == 0;
    guint before = events->len;
    lyh_codings_sort(batch->codings);
    for (size_t i = 0; i < lyh_codings_count(batch->codings); i++) {
        const lyh_coding *coding = lyh_codings_at(batch->codings, i);
        lyh_event event = event_of(plan, batch, coding, at);
        bool is_no = coding->status == LYH_REJECTED;
        if (is_no && *coding->rule == '\0' && !is_together)
            continue;
        if (is_together)
            event.kind = LYH_EVENT_AGREED;
        event.is_on = is_together && !is_no;
        g_array_append_val(events, event);
    }
    return events->len - before;
}

/* ---- what was decided together ---- */

/* Its coder's name is lent to what was decided. */
static lyh_event event_of_stored(const import_plan *plan, const lyh_stored_coding *coding)
{
    return (lyh_event){ .id = coding->id,
                        .at = coding->at,
                        .who = g_string_chunk_insert_const(plan->strings, coding->coder),
                        .kind = LYH_EVENT_CODE,
                        .place = coding->place,
                        .code = coding->code,
                        .polarity = coding->polarity,
                        .state = coding->state };
}

/* The coders' own: those in study.db, and those that come in now. */
static GArray *codings_of(const import_plan *plan, const lyh_stored_codings *stored)
{
    GArray *codings = g_array_new(FALSE, FALSE, sizeof(lyh_event));
    for (size_t i = 0; stored && i < lyh_stored_codings_count(stored); i++) {
        const lyh_stored_coding *each = lyh_stored_codings_at(stored, i);
        const lyh_event event = event_of_stored(plan, each);
        if (each->status != LYH_REJECTED && strcmp(each->coder, LYH_TOGETHER) != 0)
            g_array_append_val(codings, event);
    }
    for (guint i = 0; i < plan->events->len; i++) {
        const lyh_event event = g_array_index(plan->events, lyh_event, i);
        if (event.kind == LYH_EVENT_CODE || event.kind == LYH_EVENT_ACCEPT)
            g_array_append_val(codings, event);
    }
    return codings;
}

/* What they decided here stands: a file tells neither when it was decided nor that it is newer. */
static bool is_new(import_plan *plan, lyh_journal *journal, const lyh_event *event)
{
    lyh_event_id decided;
    if (event->original_count == 0)
        return true;
    return lyh_journal_decided(journal, event->originals, event->original_count, &decided,
                               &plan->cli->error) &&
           lyh_event_id_is_none(decided);
}

static void tell_document(import_plan *plan, const char *document, size_t count,
                          const char *how)
{
    g_autofree char *name = g_strdup_printf("%s: %s", LYH_TOGETHER, document);
    if (count > 0)
        import_tell(plan, N_("codings"), name, count, how);
}

/* Those of the document that the one at @first is about, which stand in a row; the first after them. */
static guint add_decided_of(import_plan *plan, lyh_journal *journal, const GArray *decided,
                            guint first)
{
    const lyh_event *events = (const lyh_event *)(const void *)decided->data;
    const char *document = events[first].place.document;
    size_t added = 0, standing = 0;
    guint i = first;
    for (; i < decided->len && strcmp(events[i].place.document, document) == 0; i++) {
        bool is_to_come = is_new(plan, journal, &events[i]);
        added += is_to_come;
        standing += !is_to_come;
        if (is_to_come)
            g_array_append_val(plan->events, events[i]);
    }
    tell_document(plan, document, added, N_("into study.db"));
    tell_document(plan, document, standing, N_("decided here already, which stands"));
    return i;
}

/* A file does not say whose codings a decision was about: those that it fits. */
static void add_decided(import_plan *plan, lyh_journal *journal, GArray *decided)
{
    g_autoptr(lyh_stored_codings) stored =
        decided->len > 0 ? lyh_journal_codings(journal, NULL, NULL, &plan->cli->error)
                         : NULL;
    if (!stored)
        return;
    g_autoptr(GArray) codings = codings_of(plan, stored);
    lyh_together_find((const lyh_event *)(const void *)codings->data, codings->len,
                      (lyh_event *)(void *)decided->data, decided->len, &plan->decided);
    for (guint i = 0; i < decided->len;)
        i = add_decided_of(plan, journal, decided, i);
}

/* ---- memos ---- */

static lyh_event event_of_note(import_plan *plan, const lyh_refi *project,
                               const lyh_refi_note *note)
{
    lyh_event event = {
        .who = note->user == LYH_NONE || !*project->users[note->user].name
                   ? "import"
                   : project->users[note->user].name,
        .kind = LYH_EVENT_MEMO,
        .about = LYH_MEMO_STUDY,
        .text = note->text,
    };
    size_t source =
        note->coding == LYH_NONE ? note->source : project->codings[note->coding].source;
    if (note->code != LYH_NONE) {
        event.about = LYH_MEMO_CODE;
        event.code = plan->code_names->pdata[note->code];
    } else if (source != LYH_NONE) {
        const import_text *text = plan->texts->pdata[source];
        event.about = LYH_MEMO_DOCUMENT;
        event.place.document = lyh_document_name(text->document);
    }
    return event;
}

/* What makes two memos one: who wrote what about what. */
static char *key_of_memo(lyh_memo_about about, const char *document, const char *code,
                         const char *who, const char *text)
{
    const char *what = about == LYH_MEMO_CODE       ? code
                       : about == LYH_MEMO_DOCUMENT ? document
                                                    : "";
    return g_strdup_printf("%d\n%s\n%s\n%s", (int)about, what, who, text);
}

/* As our own export tells it: REFI-QDA's notes are about a text or the project, not about a coding. */
static lyh_memo_about about_of(const lyh_stored_memo *memo)
{
    if (memo->about != LYH_MEMO_CODING)
        return memo->about;
    return *memo->document ? LYH_MEMO_DOCUMENT : LYH_MEMO_STUDY;
}

static GHashTable *memos_there(lyh_journal *journal, lyh_error *error)
{
    g_autoptr(lyh_stored_memos) memos = lyh_journal_memos(journal, error);
    GHashTable *there = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (size_t i = 0; memos && i < lyh_stored_memos_count(memos); i++) {
        const lyh_stored_memo *memo = lyh_stored_memos_at(memos, i);
        g_hash_table_add(there, key_of_memo(about_of(memo), memo->document, memo->code,
                                            memo->who, memo->text));
    }
    return there;
}

static void add_memos(import_plan *plan, lyh_journal *journal, const char *at)
{
    const lyh_refi *project = plan->project;
    g_autoptr(GHashTable) there = memos_there(journal, &plan->cli->error);
    size_t count = 0;
    for (size_t i = 0; i < project->note_count; i++) {
        const lyh_refi_note *note = &project->notes[i];
        lyh_event event = event_of_note(plan, project, note);
        if (*note->text == '\0' ||
            !g_hash_table_add(there, key_of_memo(event.about, event.place.document,
                                                 event.code, event.who, event.text)))
            continue;
        import_fill_event(&event, at);
        g_array_append_val(plan->events, event);
        count++;
    }
    if (count > 0)
        import_tell(plan, N_("memos"), "study.db", count, N_("into study.db"));
}

/* ---- all of it ---- */

static void gather_all(import_plan *plan, GArray *decided, const char *at)
{
    for (guint i = 0; i < plan->batches->len; i++) {
        const import_batch *batch = &g_array_index(plan->batches, import_batch, i);
        const import_text *text = plan->texts->pdata[batch->text];
        bool is_together = strcmp(batch->coder, LYH_TOGETHER) == 0;
        size_t count = gather(plan, batch, is_together ? decided : plan->events, at);
        g_autofree char *name =
            g_strdup_printf("%s: %s", batch->coder, lyh_document_name(text->document));
        if (count > 0 && !is_together)
            import_tell(plan, N_("codings"), name, count, N_("into study.db"));
    }
}

bool import_plan_events(import_plan *plan)
{
    g_autofree char *now = cli_now();
    const char *at = g_string_chunk_insert(plan->strings, now);
    g_autoptr(GArray) decided = g_array_new(FALSE, FALSE, sizeof(lyh_event));
    g_autoptr(lyh_journal) journal =
        exchange_journal(plan->cli, plan->folder, LYH_JOURNAL_READ);
    if (!journal)
        return false;
    gather_all(plan, decided, at);
    add_decided(plan, journal, decided);
    if (plan->project)
        add_memos(plan, journal, at);
    return plan->cli->error.kind == LYH_ERROR_NONE;
}

/* So that all of it can be taken back in one step. */
static void add_import(import_plan *plan, lyh_event_id id, lyh_event_id *ids)
{
    g_autofree char *name = g_path_get_basename(plan->name);
    lyh_event joined = { .who = LYH_IMPORTER,
                         .kind = LYH_EVENT_JOINED,
                         .text = g_string_chunk_insert(plan->strings, name),
                         .originals = ids,
                         .original_count = plan->events->len };
    for (guint i = 0; i < plan->events->len; i++)
        ids[i] = g_array_index(plan->events, lyh_event, i).id;
    joined.id = id;
    joined.at = g_array_index(plan->events, lyh_event, 0).at;
    g_array_append_val(plan->events, joined);
}

bool import_append_events(import_plan *plan, lyh_event_id id)
{
    if (plan->events->len == 0)
        return true;
    g_autofree lyh_event_id *ids = g_new(lyh_event_id, plan->events->len);
    add_import(plan, id, ids);
    g_autoptr(lyh_journal) journal =
        exchange_journal(plan->cli, plan->folder, LYH_JOURNAL_WRITE);
    return journal &&
           lyh_journal_append(journal, (const lyh_event *)(const void *)plan->events->data,
                              plan->events->len, plan->cli->diags, &plan->cli->error);
}
