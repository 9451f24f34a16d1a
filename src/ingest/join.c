#include <lyhord/ingest/join.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

#include "closing.h"
#include "narratives.h"

/* Whose turn it is, after each source that may say so; NULL where it says nothing. */
struct evidence {
    const char *decided; /* transcripts.csv */
    const char *closing; /* (Respondent XX) */
    const char *named;   /* the file's name, or the mark where each mark is a person */
};

struct work {
    const lyh_join *join;
    lyh_document *document;
    lyh_diags *diags;
    GPtrArray *closings; /* struct closing, in the order of the text, as turns are */
    unsigned next;       /* the first closing after the turn at hand */
    char *named;         /* the id in the file's name, or NULL */
    char **marked;       /* of each speaker, the id that its mark gives; NULL: none does */
    GHashTable *told;    /* messages already given, so that each is given once */
    bool is_fine;
    /* Whose the turn before was, and what said so: most are one person's. */
    bool is_of_one; /* nothing tells one turn from another */
    bool has_last;
    struct evidence last_evidence;
    size_t last;
};

struct closing {
    size_t offset;
    char *id;
};

static void free_closing(void *data)
{
    struct closing *closing = data;
    g_free(closing->id);
    g_free(closing);
}

/* Closings stand at the end of paragraphs; a document text has one paragraph a line. */
static GPtrArray *closings_in(const lyh_document *document)
{
    GPtrArray *closings = g_ptr_array_new_with_free_func(free_closing);
    const char *text = lyh_document_text(document);
    for (size_t i = 0; i < lyh_document_aside_count(document); i++) {
        const lyh_aside *aside = lyh_document_aside(document, i);
        size_t size = aside->end - aside->start;
        size_t id, id_size;
        bool ends_line = text[aside->end] == '\0' || text[aside->end] == '\n';
        if (aside->kind != LYH_ASIDE_STAGE || !ends_line ||
            closing_at(text + aside->start, size, &id, &id_size) != 0)
            continue;
        g_autofree char *raw = g_strndup(text + aside->start + id, id_size);
        struct closing *closing = g_new0(struct closing, 1);
        closing->offset = aside->start;
        closing->id = lyh_id_clean(raw);
        g_ptr_array_add(closings, closing);
    }
    return closings;
}

/* Does nothing say of a turn what it does not say of all? */
static bool says_the_same_of_all(const struct work *work)
{
    return !work->join->transcripts && work->closings->len == 0 && !work->marked;
}

/* The id of the first closing after byte @offset, which never goes back. */
static const char *closing_after(struct work *work, size_t offset)
{
    for (; work->next < work->closings->len; work->next++) {
        const struct closing *closing = g_ptr_array_index(work->closings, work->next);
        if (closing->offset >= offset)
            return closing->id;
    }
    return NULL;
}

static bool is_word_at(const char *text, size_t size, size_t offset)
{
    size_t length;
    return offset < size &&
           lyh_char_is_word(lyh_text_char(text + offset, size - offset, &length));
}

/* @id in @name with no letter or digit on either side. */
static bool holds_as_word(const char *name, const char *id)
{
    size_t size = strlen(name);
    for (const char *hit = strstr(name, id); hit; hit = strstr(hit + 1, id)) {
        size_t start = (size_t)(hit - name);
        size_t before = start == 0 ? 0 : (size_t)(g_utf8_prev_char(hit) - name);
        if ((start == 0 || !is_word_at(name, size, before)) &&
            !is_word_at(name, size, start + strlen(id)))
            return true;
    }
    return false;
}

/* The one respondent whose id is the name or stands in it; two would say nothing. */
static const char *declared_in_name(const lyh_respondents *respondents, const char *name)
{
    const char *found = NULL;
    if (lyh_respondents_find(respondents, name) != LYH_NONE)
        return name;
    for (size_t i = 0; i < lyh_respondents_count(respondents); i++) {
        const char *id = lyh_respondents_id(respondents, i);
        if (!holds_as_word(name, id))
            continue;
        if (found)
            return NULL;
        found = id;
    }
    return found;
}

/* The one word of the name that fits the scheme. */
static char *fitting_word_in_name(const lyh_scheme *scheme, const char *name)
{
    g_autofree char *found = NULL;
    size_t size = strlen(name);
    for (size_t start = 0; start < size;) {
        size_t end = start;
        while (is_word_at(name, size, end))
            end += (size_t)g_utf8_skip[(unsigned char)name[end]];
        if (end > start && lyh_scheme_fits(scheme, name + start, end - start)) {
            if (found)
                return NULL;
            found = g_strndup(name + start, end - start);
        }
        start = end > start ? end : start + (size_t)g_utf8_skip[(unsigned char)name[start]];
    }
    return g_steal_pointer(&found);
}

/* Where nobody is declared, only a scheme can find an id inside a name. */
static char *id_in_name(const lyh_join *join, const char *name)
{
    if (!join->is_open)
        return g_strdup(declared_in_name(join->respondents, name));
    return join->scheme ? fitting_word_in_name(join->scheme, name) : NULL;
}

/* "IP1", "Deltagare 3", "Berättelse 12": such marks tell persons apart, "B" and "IP" may be two
 * transcribers' words for one. */
static bool is_numbered(const lyh_speaker *speaker)
{
    size_t size = strlen(speaker->mark);
    return speaker->role == LYH_ROLE_RESPONDENT && size > 0 &&
           g_ascii_isdigit(speaker->mark[size - 1]) && speaker->mark[0] != '\xE2';
}

/* "fokus-IP1"; of a narrative the number alone: "vitbok-3". */
static char *id_of_mark(const lyh_document *document, const char *mark)
{
    const char *number = narrative_number(mark);
    return g_strdup_printf("%s-%s", lyh_document_name(document), number ? number : mark);
}

/* The respondent whose id is the mark, its number, or the document's name with one of them. */
static char *declared_of_mark(const lyh_respondents *respondents,
                              const lyh_document *document, const char *mark)
{
    const char *number = narrative_number(mark);
    g_autofree char *with_mark =
        g_strdup_printf("%s-%s", lyh_document_name(document), mark);
    g_autofree char *with_number = id_of_mark(document, mark);
    const char *const ids[] = { mark, with_mark, with_number, number ? number : mark };
    for (size_t i = 0; i < G_N_ELEMENTS(ids); i++)
        if (lyh_respondents_find(respondents, ids[i]) != LYH_NONE)
            return g_strdup(ids[i]);
    return NULL;
}

/* One is left alone when the others of a group were taken out: its id holds the document's name. */
static bool is_left_of_a_group(const lyh_join *join, const lyh_document *document)
{
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        g_autofree char *id =
            is_numbered(speaker) ? id_of_mark(document, speaker->mark) : NULL;
        if (id && !join->is_open && lyh_respondents_find(join->respondents, id) != LYH_NONE)
            return true;
    }
    return false;
}

/* Each respondent's mark is an id: "Anna" and "Bo" are two. Of those in no list it is said who they are. */
static char **ids_given(const lyh_join *join, const lyh_document *document)
{
    size_t count = lyh_document_speaker_count(document);
    char **ids = g_new0(char *, count);
    for (size_t i = 0; i < count; i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        if (speaker->role != LYH_ROLE_RESPONDENT)
            continue;
        if (!join->is_open)
            ids[i] = declared_of_mark(join->respondents, document, speaker->mark);
        if (!ids[i])
            ids[i] = g_strdup(speaker->mark);
    }
    return ids;
}

/*
 * Where two marks or more are numbered, or the format says that marks are ids, each is a person of its
 * own. NULL: they are not.
 */
static char **ids_of_marks(const lyh_join *join, const lyh_document *document)
{
    if (lyh_document_marks_are_ids(document))
        return ids_given(join, document);
    size_t count = lyh_document_speaker_count(document);
    size_t numbered = 0;
    for (size_t i = 0; i < count; i++)
        numbered += is_numbered(lyh_document_speaker(document, i));
    if (numbered < 2 && !is_left_of_a_group(join, document))
        return NULL;
    char **ids = g_new0(char *, count);
    for (size_t i = 0; i < count; i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        if (is_numbered(speaker))
            ids[i] = join->is_open
                         ? id_of_mark(document, speaker->mark)
                         : declared_of_mark(join->respondents, document, speaker->mark);
    }
    return ids;
}

static void free_ids(char **ids, size_t count)
{
    for (size_t i = 0; ids && i < count; i++)
        g_free(ids[i]);
    g_free(ids);
}

static struct evidence evidence_for(struct work *work, size_t index)
{
    const lyh_turn *turn = lyh_document_turn(work->document, index);
    struct evidence evidence = { .closing = closing_after(work, turn->end),
                                 .named = work->named };
    if (work->join->transcripts) {
        const char *mark = lyh_document_speaker(work->document, turn->speaker)->mark;
        evidence.decided = lyh_transcripts_respondent(
            work->join->transcripts, lyh_document_name(work->document), mark);
        if (evidence.decided[0] == '\0')
            evidence.decided = NULL;
    }
    /* A name such as A1 in the file's name is the group's then, and contradicts nobody. */
    if (work->marked)
        evidence.named =
            evidence.decided || evidence.closing ? NULL : work->marked[turn->speaker];
    return evidence;
}

/* True the first time @what is to be told. */
static bool is_news(struct work *work, const char *what, const char *one, const char *other)
{
    work->is_fine = false;
    return g_hash_table_add(work->told, g_strdup_printf("%s\n%s\n%s", what, one, other));
}

static lyh_place place_of(const struct work *work, size_t turn)
{
    const lyh_turn *it = lyh_document_turn(work->document, turn);
    return lyh_document_place(work->document, NULL, it->start, it->end);
}

static void compare(struct work *work, size_t turn, const char *one, const char *other)
{
    if (!one || !other || strcmp(one, other) == 0 ||
        !is_news(work, "contradiction", one, other))
        return;
    lyh_diags_error(
        work->diags, "respondent-contradiction", place_of(work, turn),
        "one sign says respondent '%s', another '%s' (transcripts.csv, a closing "
        "(Respondent …) and the file's name must agree)",
        one, other);
}

static size_t declared(struct work *work, size_t turn, const char *id)
{
    size_t respondent = lyh_respondents_find(work->join->respondents, id);
    if (respondent != LYH_NONE)
        return respondent;
    if (work->join->is_open)
        return lyh_respondents_add(work->join->respondents, id);
    if (is_news(work, "undeclared", id, ""))
        lyh_diags_error(work->diags, "respondent-unknown", place_of(work, turn),
                        "respondent '%s' has no row in respondents.csv; add one", id);
    return LYH_NONE;
}

static size_t without_sign(struct work *work)
{
    const char *name = lyh_document_name(work->document);
    if (work->join->is_open)
        return lyh_respondents_add(work->join->respondents, name);
    if (is_news(work, "nobody", "", ""))
        lyh_diags_error(
            work->diags, "respondent-missing",
            lyh_place_file(lyh_document_path(work->document)),
            "nothing says who the respondent of '%s' is; give respondents.csv a row with "
            "that id, or transcripts.csv a row with theirs",
            name);
    return LYH_NONE;
}

static size_t respondent_of(struct work *work, size_t turn, const struct evidence *evidence)
{
    compare(work, turn, evidence->decided, evidence->closing);
    compare(work, turn, evidence->decided, evidence->named);
    compare(work, turn, evidence->closing, evidence->named);

    const char *id = evidence->decided   ? evidence->decided
                     : evidence->closing ? evidence->closing
                                         : evidence->named;
    return id ? declared(work, turn, id) : without_sign(work);
}

/* Ids of one document are lent by the same place: those of one person are one pointer. */
static bool is_as_before(const struct work *work, const struct evidence *evidence)
{
    const struct evidence *last = &work->last_evidence;
    return work->has_last && evidence->decided == last->decided &&
           evidence->closing == last->closing && evidence->named == last->named;
}

static void join_turn(struct work *work, size_t turn)
{
    if (!work->has_last || !work->is_of_one) {
        struct evidence evidence = evidence_for(work, turn);
        if (!is_as_before(work, &evidence))
            work->last = respondent_of(work, turn, &evidence);
        work->has_last = true;
        work->last_evidence = evidence;
    }
    lyh_document_set_respondent(work->document, turn, work->last);
}

bool lyh_join_document(const lyh_join *join, lyh_document *document, lyh_diags *diags)
{
    g_autoptr(GPtrArray) closings = closings_in(document);
    g_autoptr(GHashTable) told =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *named = id_in_name(join, lyh_document_name(document));
    struct work work = { .join = join,
                         .document = document,
                         .diags = diags,
                         .closings = closings,
                         .named = named,
                         .marked = ids_of_marks(join, document),
                         .told = told,
                         .is_fine = true };
    work.is_of_one = says_the_same_of_all(&work);
    size_t turns = lyh_document_turn_count(document);
    for (size_t i = 0; i < turns; i++)
        if (lyh_document_turn(document, i)->role == LYH_ROLE_RESPONDENT)
            join_turn(&work, i);
    free_ids(work.marked, lyh_document_speaker_count(document));
    return work.is_fine;
}
