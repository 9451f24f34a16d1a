#include <string.h>

#include <lyhord/ingest/excerpt.h>

#include "gold.h"

/* The codes that the gold's themes are, and how often a theme is none. */
typedef struct theme_map {
    size_t *codes;  /* by theme; LYH_NONE: no code of the codebook */
    size_t *labels; /* by theme */
    size_t *first;  /* by theme: the first record that has it */
} theme_map;

static void theme_map_clear(theme_map *map)
{
    g_free(map->codes);
    g_free(map->labels);
    g_free(map->first);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(theme_map, theme_map_clear)

static theme_map map_themes(const gold_work *work, const lyh_gold *gold)
{
    size_t themes = lyh_gold_theme_count(gold);
    theme_map map = { g_new(size_t, themes), g_new0(size_t, themes),
                      g_new0(size_t, themes) };
    for (size_t i = 0; i < themes; i++) {
        map.codes[i] = lyh_codebook_find(work->codebook, lyh_gold_theme(gold, i));
        if (map.codes[i] != LYH_NONE)
            lyh_evaluation_use(work->evaluation, map.codes[i]);
    }
    for (size_t i = 0; i < lyh_gold_count(gold); i++) {
        const lyh_gold_record *record = lyh_gold_at(gold, i);
        for (size_t j = 0; j < record->label_count; j++)
            if (map.labels[record->labels[j].theme]++ == 0)
                map.first[record->labels[j].theme] = i;
    }
    return map;
}

/* Once each, and in no count: of what the codebook does not have it can miss nothing. */
static void tell_of_strangers(const gold_work *work, const lyh_gold *gold,
                              const theme_map *map)
{
    for (size_t i = 0; i < lyh_gold_theme_count(gold); i++)
        if (map->codes[i] == LYH_NONE)
            lyh_diags_warning(
                work->cli->diags, "gold-theme", lyh_gold_place(gold, map->first[i]),
                "the theme '%s' is no code of the codebook, and what the gold "
                "says of it is not measured (labels: %zu)",
                lyh_gold_theme(gold, i), map->labels[i]);
}

static bool has_respondent(const lyh_document *document)
{
    for (size_t i = 0; i < lyh_document_turn_count(document); i++)
        if (lyh_document_turn(document, i)->role == LYH_ROLE_RESPONDENT)
            return true;
    return false;
}

static lyh_document *document_of_turns(const gold_work *work, const lyh_gold_record *record)
{
    g_autofree lyh_said *said = g_new(lyh_said, record->turn_count + 1);
    for (size_t i = 0; i < record->turn_count; i++)
        said[i] = (lyh_said){ record->turns[i].speaker, record->turns[i].text };
    return lyh_ingest_excerpt(record->id, work->path, record->line, said,
                              record->turn_count, record->respondent, work->cli->diags);
}

/* What the respondent says in its turns; where there are none, its text is a respondent's words. */
static lyh_document *document_of(const gold_work *work, const lyh_gold_record *record)
{
    g_autoptr(lyh_document) turns =
        record->turn_count > 0 ? document_of_turns(work, record) : NULL;
    if (turns && (has_respondent(turns) || *record->text == '\0'))
        return g_steal_pointer(&turns);
    const lyh_said whole = { "", record->text };
    return lyh_ingest_excerpt(record->id, work->path, record->line, &whole, 1, "",
                              work->cli->diags);
}

static bool is_guessed(const lyh_document *document)
{
    for (size_t i = 0; i < lyh_document_speaker_count(document); i++) {
        const lyh_speaker *speaker = lyh_document_speaker(document, i);
        if (*speaker->mark != '\0' && speaker->certainty == LYH_CERTAINTY_GUESSED)
            return true;
    }
    return false;
}

/* The respondent's turns, joined: what a miss was missed in. g_free(). */
static char *words_of(const lyh_document *document)
{
    GString *words = g_string_new(NULL);
    for (size_t i = 0; i < lyh_document_turn_count(document); i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        if (turn->role != LYH_ROLE_RESPONDENT)
            continue;
        g_string_append(words, words->len > 0 ? " " : "");
        g_string_append_len(words, lyh_document_text(document) + turn->start,
                            (gssize)(turn->end - turn->start));
    }
    return g_string_free(words, FALSE);
}

/* What is needed again for every record. */
typedef struct record_walk {
    gold_work *work;
    const theme_map *map;
    lyh_matcher *matcher;
    lyh_tokens *tokens;
    lyh_codings *codings;
    GArray *labels; /* lyh_label */
    size_t guessed, silent;
} record_walk;

static void take_labels(const record_walk *walk, const lyh_gold_record *record)
{
    g_array_set_size(walk->labels, 0);
    for (size_t i = 0; i < record->label_count; i++) {
        const lyh_gold_label *said = &record->labels[i];
        lyh_label label = { walk->map->codes[said->theme], said->polarity };
        if (label.code != LYH_NONE)
            g_array_append_val(walk->labels, label);
    }
}

static void measure_record(record_walk *walk, const lyh_gold_record *record)
{
    gold_work *work = walk->work;
    g_autoptr(lyh_document) document = document_of(work, record);
    g_autofree char *said = words_of(document);
    walk->guessed += is_guessed(document);
    walk->silent += *said == '\0';
    lyh_tokens_read(walk->tokens, document, lyh_study_vocabulary(work->study));
    lyh_codings_clear(walk->codings);
    if (!lyh_matcher_run(walk->matcher, document, walk->tokens, walk->codings,
                         work->cli->diags))
        return;
    take_labels(walk, record);
    work->measured++;
    work->name = record->id;
    work->said = said;
    work->document = document;
    lyh_evaluation_add_record(work->evaluation, record->cluster,
                              (const lyh_label *)(void *)walk->labels->data,
                              walk->labels->len, walk->codings, gold_row_write, work);
}

static void tell_of_speakers(const record_walk *walk)
{
    lyh_place place = lyh_place_file(walk->work->path);
    if (walk->guessed > 0)
        lyh_diags_note(walk->work->cli->diags, "gold-speaker", place,
                       "no mark says who answers, and all who do not ask are taken for "
                       "respondents (records: %zu)",
                       walk->guessed);
    if (walk->silent > 0)
        lyh_diags_warning(walk->work->cli->diags, "gold-speaker", place,
                          "nobody who answers says a word, so nothing can be found there "
                          "(records: %zu)",
                          walk->silent);
}

static void walk_records(record_walk *walk, const lyh_gold *gold)
{
    for (size_t i = 0; i < lyh_gold_count(gold); i++)
        if (gold_takes(walk->work, lyh_gold_at(gold, i)->id, lyh_gold_place(gold, i)))
            measure_record(walk, lyh_gold_at(gold, i));
    tell_of_speakers(walk);
}

bool gold_measure_records(gold_work *work, const lyh_gold *gold)
{
    lyh_diags *diags = work->cli->diags;
    const lyh_matcher_options options = { .clock = cli_clock,
                                          .objects = lyh_study_objects(work->study) };
    g_auto(theme_map) map = map_themes(work, gold);
    g_autoptr(lyh_matcher) matcher =
        lyh_matcher_new(work->codebook, lyh_study_vocabulary(work->study),
                        lyh_study_lexicon(work->study), &options, diags);
    g_autoptr(lyh_tokens) tokens = lyh_tokens_new();
    g_autoptr(lyh_codings) codings = lyh_codings_new();
    g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(lyh_label));
    record_walk walk = { .work = work,
                         .map = &map,
                         .matcher = matcher,
                         .tokens = tokens,
                         .codings = codings,
                         .labels = labels };
    tell_of_strangers(work, gold, &map);
    if (matcher)
        walk_records(&walk, gold);
    return lyh_diags_error_count(diags) == 0;
}
