#include <lyhord/corpus/document.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/csv.h>
#include <lyhord/base/text.h>

/* How far apart the remembered character counts stand: small enough that a look-up reads one
 * page of memory, large enough that the counts weigh nothing beside the text. */
#define CHECKPOINT_BYTES 1024

/* Room that there is with the first turn: for turns of so many bytes, and how many it is at most. */
#define SHORT_TURN 128
#define FIRST_TURNS ((size_t)1024)

struct lyh_document {
    char *name;
    char *path;
    char *text;
    size_t size;
    char *hash;
    GArray *
        checkpoints; /* size_t: characters before byte index * CHECKPOINT_BYTES; NULL until somebody asks */
    lyh_turn *turns;
    size_t turn_count, turn_room;
    GArray *speakers;
    GHashTable *by_mark; /* folded mark -> index + 1 into speakers */
    GArray *asides;
    GArray *quotations;
    GArray *repeats;
    GArray *origins;
    bool marks_are_ids;
};

const char *lyh_role_name(lyh_role role)
{
    static const char *const names[] = {
        [LYH_ROLE_UNKNOWN] = "unknown",   [LYH_ROLE_INTERVIEWER] = "interviewer",
        [LYH_ROLE_LISTENER] = "listener", [LYH_ROLE_RESPONDENT] = "respondent",
        [LYH_ROLE_OTHER] = "other",       [LYH_ROLE_EDITOR] = "editor",
    };
    g_assert((size_t)role < G_N_ELEMENTS(names));
    return names[role];
}

const char *lyh_certainty_name(lyh_certainty certainty)
{
    static const char *const names[] = {
        [LYH_CERTAINTY_DECIDED] = "decided",
        [LYH_CERTAINTY_STATED] = "stated",
        [LYH_CERTAINTY_GUESSED] = "guessed",
        [LYH_CERTAINTY_UNKNOWN] = "unknown",
    };
    g_assert((size_t)certainty < G_N_ELEMENTS(names));
    return names[certainty];
}

static GArray *checkpoints_of(const char *text, size_t size)
{
    GArray *checkpoints = g_array_sized_new(FALSE, FALSE, sizeof(size_t),
                                            (guint)(size / CHECKPOINT_BYTES) + 1);
    size_t characters = 0;
    for (size_t start = 0; start < size; start += CHECKPOINT_BYTES) {
        g_array_append_val(checkpoints, characters);
        characters += lyh_text_length(text + start, MIN(CHECKPOINT_BYTES, size - start));
    }
    return checkpoints;
}

/* Characters before checkpoint @index. */
static size_t checkpoint(const lyh_document *document, size_t index)
{
    if (!document->checkpoints) {
        /* They are a function of the text, as its hash is; most documents are only counted. */
        lyh_document *late = (lyh_document *)document;
        late->checkpoints = checkpoints_of(document->text, document->size);
    }
    return g_array_index(document->checkpoints, size_t, index);
}

/* One for each CHECKPOINT_BYTES that a text which is not empty has begun. */
static size_t checkpoint_count(const lyh_document *document)
{
    return (document->size - 1) / CHECKPOINT_BYTES + 1;
}

static void clear_speaker(void *speaker)
{
    g_free((char *)((lyh_speaker *)speaker)->mark);
}

lyh_document *lyh_document_new(const char *name, const char *path, const char *text,
                               size_t size)
{
    char *copy = g_malloc(size + 1);
    memcpy(copy, text, size);
    copy[size] = '\0';
    return lyh_document_take(name, path, copy, size);
}

lyh_document *lyh_document_take(const char *name, const char *path, char *text, size_t size)
{
    lyh_document *document = g_new0(lyh_document, 1);
    document->name = g_strdup(name);
    document->path = g_strdup(path);
    document->text = text;
    document->size = size;
    document->speakers = g_array_new(FALSE, FALSE, sizeof(lyh_speaker));
    g_array_set_clear_func(document->speakers, clear_speaker);
    document->by_mark = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    document->asides = g_array_new(FALSE, FALSE, sizeof(lyh_aside));
    document->quotations = g_array_new(FALSE, FALSE, sizeof(lyh_quotation));
    document->repeats = g_array_new(FALSE, FALSE, sizeof(lyh_repeat));
    document->origins = g_array_new(FALSE, FALSE, sizeof(lyh_origin_step));
    return document;
}

void lyh_document_free(lyh_document *document)
{
    if (!document)
        return;
    g_array_unref(document->origins);
    g_array_unref(document->repeats);
    g_array_unref(document->quotations);
    g_array_unref(document->asides);
    g_hash_table_unref(document->by_mark);
    g_array_unref(document->speakers);
    g_free(document->turns);
    g_clear_pointer(&document->checkpoints, g_array_unref);
    g_free(document->hash);
    g_free(document->text);
    g_free(document->path);
    g_free(document->name);
    g_free(document);
}

const char *lyh_document_name(const lyh_document *document)
{
    return document->name;
}

const char *lyh_document_path(const lyh_document *document)
{
    return document->path;
}

const char *lyh_document_text(const lyh_document *document)
{
    return document->text;
}

size_t lyh_document_size(const lyh_document *document)
{
    return document->size;
}

const char *lyh_document_hash(const lyh_document *document)
{
    if (!document->hash) {
        /* The hash is a function of the text, which never changes: computing it late is no change. */
        lyh_document *late = (lyh_document *)document;
        late->hash = g_compute_checksum_for_data(
            G_CHECKSUM_SHA256, (const unsigned char *)document->text, document->size);
    }
    return document->hash;
}

size_t lyh_document_character(const lyh_document *document, size_t offset)
{
    offset = MIN(offset, document->size);
    if (document->size == 0)
        return 0;
    size_t point = MIN(offset / CHECKPOINT_BYTES, checkpoint_count(document) - 1);
    size_t start = point * CHECKPOINT_BYTES;
    return checkpoint(document, point) +
           lyh_text_length(document->text + start, offset - start);
}

/* The last checkpoint that stands at or before character @index. */
static size_t checkpoint_before(const lyh_document *document, size_t index)
{
    size_t low = 0;
    size_t high = checkpoint_count(document);
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (checkpoint(document, middle) <= index)
            low = middle;
        else
            high = middle;
    }
    return low;
}

size_t lyh_document_byte(const lyh_document *document, size_t index)
{
    if (document->size == 0)
        return 0;
    size_t point = checkpoint_before(document, index);
    size_t characters = checkpoint(document, point);
    size_t start = point * CHECKPOINT_BYTES;
    return start + lyh_text_offset(document->text + start, document->size - start,
                                   index - characters);
}

size_t lyh_document_add_speaker(lyh_document *document, const char *mark, lyh_role role)
{
    g_autofree char *folded = lyh_text_fold(mark, strlen(mark), NULL);
    size_t known = GPOINTER_TO_SIZE(g_hash_table_lookup(document->by_mark, folded));
    if (known > 0)
        return known - 1;

    lyh_speaker speaker = { .mark = g_strdup(mark),
                            .role = role,
                            .certainty = LYH_CERTAINTY_UNKNOWN };
    g_array_append_val(document->speakers, speaker);
    g_hash_table_insert(document->by_mark, g_steal_pointer(&folded),
                        GSIZE_TO_POINTER(document->speakers->len));
    return document->speakers->len - 1;
}

/* A turn of the document is one more of its speaker's. */
static void count_turn(lyh_document *document, const lyh_turn *turn)
{
    g_assert(turn->start <= turn->end && turn->end <= document->size);
    g_assert(turn->speaker < document->speakers->len);
    g_array_index(document->speakers, lyh_speaker, turn->speaker).turns++;
}

void lyh_document_take_turns(lyh_document *document, lyh_turn *turns, size_t count)
{
    g_assert(!document->turns);
    document->turns = turns;
    document->turn_count = document->turn_room = count;
    for (size_t i = 0; i < count; i++)
        count_turn(document, &turns[i]);
}

void lyh_document_add_turn(lyh_document *document, lyh_turn turn)
{
    count_turn(document, &turn);
    if (document->turn_count == document->turn_room) {
        size_t first = MIN(document->size / SHORT_TURN + 1, FIRST_TURNS);
        document->turn_room = MAX(2 * document->turn_room, first);
        document->turns = g_renew(lyh_turn, document->turns, document->turn_room);
    }
    document->turns[document->turn_count++] = turn;
}

void lyh_document_add_aside(lyh_document *document, lyh_aside aside)
{
    g_assert(aside.start <= aside.end && aside.end <= document->size);
    g_array_append_val(document->asides, aside);
}

void lyh_document_add_quotation(lyh_document *document, lyh_quotation quotation)
{
    g_assert(quotation.start <= quotation.end && quotation.end <= document->size);
    g_array_append_val(document->quotations, quotation);
}

void lyh_document_add_repeat(lyh_document *document, lyh_repeat repeat)
{
    g_assert(repeat.start <= repeat.end && repeat.end <= document->size);
    g_array_append_val(document->repeats, repeat);
}

void lyh_document_add_origin(lyh_document *document, lyh_origin_step step)
{
    g_array_append_val(document->origins, step);
}

size_t lyh_document_speaker_count(const lyh_document *document)
{
    return document->speakers->len;
}

const lyh_speaker *lyh_document_speaker(const lyh_document *document, size_t index)
{
    g_assert(index < document->speakers->len);
    return &g_array_index(document->speakers, lyh_speaker, index);
}

size_t lyh_document_turn_count(const lyh_document *document)
{
    return document->turn_count;
}

const lyh_turn *lyh_document_turn(const lyh_document *document, size_t index)
{
    g_assert(index < document->turn_count);
    return &document->turns[index];
}

size_t lyh_document_aside_count(const lyh_document *document)
{
    return document->asides->len;
}

const lyh_aside *lyh_document_aside(const lyh_document *document, size_t index)
{
    g_assert(index < document->asides->len);
    return &g_array_index(document->asides, lyh_aside, index);
}

size_t lyh_document_quotation_count(const lyh_document *document)
{
    return document->quotations->len;
}

const lyh_quotation *lyh_document_quotation(const lyh_document *document, size_t index)
{
    g_assert(index < document->quotations->len);
    return &g_array_index(document->quotations, lyh_quotation, index);
}

size_t lyh_document_repeat_count(const lyh_document *document)
{
    return document->repeats->len;
}

const lyh_repeat *lyh_document_repeat(const lyh_document *document, size_t index)
{
    g_assert(index < document->repeats->len);
    return &g_array_index(document->repeats, lyh_repeat, index);
}

void lyh_document_set_marks_are_ids(lyh_document *document)
{
    document->marks_are_ids = true;
}

bool lyh_document_marks_are_ids(const lyh_document *document)
{
    return document->marks_are_ids;
}

void lyh_document_set_certainty(lyh_document *document, size_t speaker,
                                lyh_certainty certainty)
{
    g_assert(speaker < document->speakers->len);
    g_array_index(document->speakers, lyh_speaker, speaker).certainty = certainty;
}

void lyh_document_set_role(lyh_document *document, size_t speaker, lyh_role role)
{
    g_assert(speaker < document->speakers->len);
    g_array_index(document->speakers, lyh_speaker, speaker).role = role;
    for (size_t i = 0; i < document->turn_count; i++)
        if (document->turns[i].speaker == speaker)
            document->turns[i].role = role;
}

void lyh_document_set_respondent(lyh_document *document, size_t turn, size_t respondent)
{
    g_assert(turn < document->turn_count);
    document->turns[turn].respondent = respondent;
}

void lyh_document_set_question(lyh_document *document, size_t turn, size_t question)
{
    g_assert(turn < document->turn_count);
    document->turns[turn].question = question;
}

size_t lyh_document_turn_at(const lyh_document *document, size_t offset)
{
    size_t low = 0;
    size_t high = document->turn_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (document->turns[middle].end <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == document->turn_count || offset < document->turns[low].start)
        return LYH_NONE;
    return low;
}

void lyh_document_around(const lyh_document *document, size_t start, size_t end,
                         size_t characters, size_t *left, size_t *right)
{
    size_t turn = lyh_document_turn_at(document, start);
    g_assert(turn != LYH_NONE);
    size_t first = lyh_document_character(document, start);
    size_t last = lyh_document_character(document, end);
    size_t before =
        lyh_document_byte(document, first > characters ? first - characters : 0);
    size_t after = lyh_document_byte(document, last + characters);
    *left = MAX(before, lyh_document_turn(document, turn)->start);
    *right = MIN(after, lyh_document_turn(document, turn)->end);
}

/* The last step at or before @offset, or NULL. */
static const lyh_origin_step *step_before(const lyh_document *document, size_t offset)
{
    size_t low = 0;
    size_t high = document->origins->len;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (g_array_index(document->origins, lyh_origin_step, middle).start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? NULL : &g_array_index(document->origins, lyh_origin_step, low - 1);
}

lyh_origin lyh_document_origin(const lyh_document *document, size_t offset)
{
    offset = MIN(offset, document->size);
    const lyh_origin_step *step = step_before(document, offset);
    if (!step)
        return (lyh_origin){ .byte = offset };

    lyh_origin origin = step->origin;
    if (origin.paragraph == 0)
        origin.byte += offset - step->start;
    else
        origin.character +=
            lyh_text_length(document->text + step->start, offset - step->start);
    return origin;
}

lyh_place lyh_document_place(const lyh_document *document, const lyh_source *source,
                             size_t start, size_t end)
{
    lyh_origin first = lyh_document_origin(document, start);
    if (first.paragraph > 0)
        return lyh_place_page(document->path, first.page, first.paragraph, first.character);
    if (!source)
        return lyh_place_file(document->path);

    /* The last byte, not the one after it: that one may stand on another line of the file. */
    size_t last =
        end > start ? lyh_document_origin(document, end - 1).byte + 1 : first.byte;
    return lyh_place_text(source, first.byte, MAX(last, first.byte));
}
