/* Which figures of a release go, so that no hidden group's count can be worked out. */
#include <string.h>

#include "family.h"
#include "hiding.h"
#include "worlds.h"

/* What is to be made safe. */
typedef struct secret {
    code_family *family;
    const release_target *target;
    size_t index;
    lyh_line line;
} secret;

static unsigned char class_of(lyh_line line)
{
    return line == LYH_LINE_WISH ? BIT(LYH_LINE_WISH) : NOT_WISHES;
}

static release_layer *layer_at(const code_family *family, guint index)
{
    return family->release->layers->pdata[index];
}

static bool is_new(const code_family *family, const release_layer *layer)
{
    return layer->time == family->now;
}

static bool is_accepted(const code_family *family, const release_layer *layer, size_t part,
                        size_t index, lyh_line line)
{
    const lyh_release_said *said = family->said;
    return said->accepts && said->accepts(said->user, layer->names[part],
                                          family_code_at(family, index)->code, line);
}

/*
 * Hits of any are those of +, - and 0 together, and those of a code are its own and its children's:
 * of such a sum no row may be missing, or it is told by the others.
 */
static void hide_words_beside(code_family *family, release_layer *layer)
{
    unsigned char lines = 0;
    for (guint i = 0; i < family->codes->len; i++)
        lines |= layer->hidden[family_code_at(family, i)->code];
    if (lines & NOT_WISHES)
        lines |= BIT(LYH_LINE_ANY);
    for (guint i = 0; i < family->codes->len; i++)
        layer->hidden_words[family_code_at(family, i)->code] |= lines;
}

/* None or all of a merged group tells of each group in it; of everyone it is the finding, and told. */
static bool tells_all(const code_family *family, const release_layer *layer, size_t index,
                      lyh_line line)
{
    size_t total = family_code_at(family, index)->totals[line];
    if (total == 0 || total == family->release->persons)
        return false;
    for (size_t part = 0; part < layer->count; part++) {
        if (!layer->is_merged[part])
            continue;
        size_t count = family_count(family, layer, part, index, line);
        if ((count == 0 || count == layer->sizes[part]) &&
            !is_accepted(family, layer, part, index, line))
            return true;
    }
    return false;
}

static void hide_none_and_all(code_family *family)
{
    for (guint i = 0; i < family->release->layers->len; i++) {
        release_layer *layer = layer_at(family, i);
        if (!is_new(family, layer))
            continue;
        for (guint index = 0; index < family->codes->len; index++)
            for (lyh_line line = 0; line < LYH_LINE_COUNT; line++)
                if (tells_all(family, layer, index, line))
                    layer->hidden[family_code_at(family, index)->code] |= BIT(line);
        hide_words_beside(family, layer);
    }
}

static bool is_below_or_same(const code_family *family, size_t child, size_t parent)
{
    if (child == parent)
        return true;
    const GArray *parents = family_code_at(family, child)->parents;
    for (guint i = 0; i < parents->len; i++)
        if (is_below_or_same(family, g_array_index(parents, size_t, i), parent))
            return true;
    return false;
}

/* None of a code is none of those below it, and none of any is none of +, - and 0; all goes upwards. */
static bool follows(const code_family *family, size_t index, lyh_line line, size_t from,
                    lyh_line from_line, bool is_all)
{
    bool is_judging = BIT(is_all ? from_line : line) & JUDGING;
    lyh_line any = is_all ? line : from_line;
    bool line_follows = line == from_line || (any == LYH_LINE_ANY && is_judging);
    return line_follows && (is_all ? is_below_or_same(family, from, index)
                                   : is_below_or_same(family, index, from));
}

/* Somebody has accepted a figure from which this count follows. */
static bool is_given_away(const secret *kept)
{
    const code_family *family = kept->family;
    size_t person = g_array_index(kept->target->persons, size_t, 0);
    for (guint i = 0; family->said->accepts && i < family->release->layers->len; i++) {
        const release_layer *layer = layer_at(family, i);
        size_t part = layer->of[person];
        if (part == NO_PART || layer->time > family->now)
            continue;
        for (guint from = 0; from < family->codes->len; from++)
            for (lyh_line line = 0; line < LYH_LINE_COUNT; line++) {
                if (!is_accepted(family, layer, part, from, line))
                    continue;
                size_t count = family_count(family, layer, part, from, line);
                if ((count == 0 || count == layer->sizes[part]) &&
                    follows(family, kept->index, kept->line, from, line, count > 0))
                    return true;
            }
    }
    return false;
}

/* Words that an earlier release has shown of the family's lines are no numbers of persons, and not worked out. */
static bool shows_words(const code_family *family, unsigned char lines)
{
    for (guint i = 0; i < family->release->layers->len; i++)
        for (guint index = 0; index < family->codes->len; index++)
            if (family_shows_words(family, layer_at(family, i), index) & lines)
                return true;
    return false;
}

/* Is everybody in @target in one part of @layer? Which, or NO_PART. */
static size_t part_around(const release_layer *layer, const release_target *target)
{
    size_t part = layer->of[g_array_index(target->persons, size_t, 0)];
    for (guint i = 1; i < target->persons->len; i++)
        if (layer->of[g_array_index(target->persons, size_t, i)] != part)
            return NO_PART;
    return part;
}

/* Are the others of @part of @whole just some parts of @layer? Then they can be subtracted. */
static bool is_rest(const code_family *family, const release_target *target,
                    const release_layer *whole, size_t part, const release_layer *layer)
{
    g_autofree size_t *inside = g_new0(size_t, layer->count);
    for (size_t i = 0; i < family->release->persons; i++) {
        bool is_other = (!whole || whole->of[i] == part) && !target->in[i];
        if (is_other && layer->of[i] == NO_PART)
            return false;
        if (is_other)
            inside[layer->of[i]]++;
    }
    for (size_t i = 0; i < layer->count; i++)
        if (inside[i] > 0 && inside[i] < layer->sizes[i])
            return false;
    return true;
}

/* What a reader sees at once: none or all of a group around it, or a subtraction. No need to ask further. */
static bool is_plain(const secret *kept)
{
    code_family *family = kept->family;
    for (guint i = 0; i <= family->release->layers->len; i++) {
        const release_layer *whole = i > 0 ? layer_at(family, i - 1) : NULL;
        size_t part = whole ? part_around(whole, kept->target) : 0;
        if (part == NO_PART ||
            (whole && !(family_shows(family, whole, kept->index) & BIT(kept->line))))
            continue;
        size_t count =
            whole ? family_count(family, whole, part, kept->index, kept->line) : 1;
        if (whole && (count == 0 || count == whole->sizes[part])) {
            family_blame(family, whole, kept->index, BIT(kept->line));
            return true;
        }
        for (guint k = 0; k < family->release->layers->len; k++) {
            const release_layer *layer = layer_at(family, k);
            if ((family_shows(family, layer, kept->index) & BIT(kept->line)) &&
                is_rest(family, kept->target, whole, part, layer)) {
                family_blame(family, layer, kept->index, BIT(kept->line));
                if (whole)
                    family_blame(family, whole, kept->index, BIT(kept->line));
                return true;
            }
        }
    }
    return false;
}

/*
 * Another way to fill the cells is enough. What is cheap is tried first: two persons who could exchange
 * lines, then one code while the others stand; only then all codes of the family together.
 */
static bool is_safe(const void *user)
{
    const secret *kept = user;
    family_blame_nothing(kept->family);
    if (is_plain(kept))
        return false;
    if (family_has_witness(kept->family, kept->target, kept->index, kept->line))
        return true;
    if (shows_words(kept->family, class_of(kept->line)))
        return false;
    return worlds_know(kept->family, kept->target, kept->index, kept->line) ||
           family_is_open(kept->family, kept->target, kept->index, kept->line) ||
           worlds_seek(kept->family, kept->target, kept->index, kept->line);
}

static bool may_help(const void *user, const hidable *row)
{
    const secret *kept = user;
    size_t index = family_index_of(kept->family, row->code);
    return family_is_blamed(kept->family, row->layer, index, row->lines);
}

/*
 * With all rows hidden that may be: is the count known all the same, from what is out already? Then all may as well be
 * shown only when anybody can see it: who reckons less, or knows less, would be helped by what is new.
 */
static lyh_derivable is_out(const secret *kept)
{
    if (is_plain(kept))
        return LYH_DERIVABLE_YES;
    if (is_safe(kept))
        return LYH_DERIVABLE_NO;
    return shows_words(kept->family, class_of(kept->line))
               ? LYH_DERIVABLE_UNSURE
               : family_derivable(kept->family, kept->target, kept->index, kept->line);
}

/* Hidden words of the family, layer by layer; g_free(). */
static unsigned char *copy_words(const code_family *family)
{
    guint codes = family->codes->len, layers = family->release->layers->len;
    unsigned char *words = g_new0(unsigned char, codes *layers + 1);
    for (guint i = 0; i < layers; i++)
        for (guint index = 0; index < codes; index++)
            words[i * codes + index] =
                layer_at(family, i)->hidden_words[family_code_at(family, index)->code];
    return words;
}

static void set_words(code_family *family, const unsigned char *words)
{
    guint codes = family->codes->len;
    for (guint i = 0; i < family->release->layers->len; i++)
        for (guint index = 0; index < codes; index++)
            layer_at(family, i)->hidden_words[family_code_at(family, index)->code] =
                words[i * codes + index];
}

static void drop_words_of(const secret *kept, release_layer *layer)
{
    for (guint index = 0; index < kept->family->codes->len; index++)
        layer->hidden_words[family_code_at(kept->family, index)->code] |=
            class_of(kept->line);
}

/* All words first, to see whether that helps; if so, newest first and only as many as must. */
static bool drop_words(const secret *kept, const unsigned char *before)
{
    code_family *family = kept->family;
    guint layers = family->release->layers->len;
    for (guint i = 0; i < layers; i++)
        if (is_new(family, layer_at(family, i)))
            drop_words_of(kept, layer_at(family, i));
    if (!family_has_witness(family, kept->target, kept->index, kept->line))
        return is_safe(kept);
    set_words(family, before);
    for (guint i = layers; i > 0; i--) {
        if (!is_new(family, layer_at(family, i - 1)))
            continue;
        drop_words_of(kept, layer_at(family, i - 1));
        if (family_has_witness(family, kept->target, kept->index, kept->line))
            break;
    }
    return true;
}

static void add_rows(const secret *kept, size_t index, unsigned char lines, GArray *rows)
{
    code_family *family = kept->family;
    size_t code = family_code_at(family, index)->code;
    for (lyh_line line = 0; line < LYH_LINE_COUNT; line++)
        for (guint i = family->release->layers->len; i > 0; i--) {
            hidable row = { layer_at(family, i - 1), code, BIT(line) };
            if ((lines & BIT(line)) && is_new(family, row.layer) &&
                (family_shows(family, row.layer, index) & BIT(line)))
                g_array_append_val(rows, row);
        }
}

/* Rows that may go, in the order of what is lost: the secret's own (@alone of them), in the newest layer first, and
 * other lines of its code, of which one may be enough; then other codes. */
static GArray *rows_to_hide(const secret *kept, guint *alone)
{
    GArray *rows = g_array_new(FALSE, FALSE, sizeof(hidable));
    unsigned char others = class_of(kept->line) & (unsigned char)~BIT(kept->line);
    add_rows(kept, kept->index, BIT(kept->line), rows);
    add_rows(kept, kept->index, others, rows);
    *alone = rows->len;
    for (guint i = 0; i < kept->family->codes->len; i++)
        if (i != kept->index)
            add_rows(kept, i, BIT(kept->line), rows);
    for (guint i = 0; i < kept->family->codes->len; i++)
        if (i != kept->index)
            add_rows(kept, i, others, rows);
    return rows;
}

static void hide_words_of_hidden(code_family *family)
{
    for (guint i = 0; i < family->release->layers->len; i++)
        if (is_new(family, layer_at(family, i)))
            hide_words_beside(family, layer_at(family, i));
}

static void keep(const secret *kept)
{
    code_family *family = kept->family;
    size_t total = family_code_at(family, kept->index)->totals[kept->line];
    if (total == 0 || total == family->release->persons || is_given_away(kept) ||
        family_has_witness(family, kept->target, kept->index, kept->line))
        return;
    g_autofree unsigned char *before = copy_words(family);
    if (drop_words(kept, before))
        return;

    g_autofree unsigned char *without = copy_words(family);
    guint alone;
    g_autoptr(GArray) rows = rows_to_hide(kept, &alone);
    g_autofree unsigned char *blame = family_take_blame(family);
    hiding_set(rows, rows->len);
    lyh_derivable at_best = is_out(kept);
    family_set_blame(family, blame);
    bool stays = at_best == LYH_DERIVABLE_UNSURE ||
                 (at_best == LYH_DERIVABLE_YES && !is_plain(kept));
    if (!stays)
        hiding_set(rows, 0);
    family->release->is_unsure |= at_best == LYH_DERIVABLE_UNSURE;
    if (at_best == LYH_DERIVABLE_NO && rows->len > 0)
        hiding_least(rows, alone, is_safe, may_help, kept);
    /* Words that had to go while the rows were shown may be shown after all. */
    set_words(family, before);
    hide_words_of_hidden(family);
    if (at_best != LYH_DERIVABLE_YES &&
        !family_has_witness(family, kept->target, kept->index, kept->line)) {
        set_words(family, without);
        hide_words_of_hidden(family);
    }
}

static void protect_family(code_family *family)
{
    hide_none_and_all(family);
    for (guint i = 0; i < family->release->targets->len; i++) {
        const release_target *target = family->release->targets->pdata[i];
        for (guint index = 0; target->time <= family->now && index < family->codes->len;
             index++)
            for (lyh_line line = 0; line < LYH_LINE_COUNT; line++)
                keep(&(secret){ family, target, index, line });
    }
}

/* Hidden groups, times persons, times codes: what is larger is not looked into, and no group is shown. */
#define MOST_LOOKED_INTO 2e7

static bool is_too_large(const lyh_release *release)
{
    return (double)release->targets->len * (double)release->persons *
               (double)release->codes >
           MOST_LOOKED_INTO;
}

static void hide_everything(lyh_release *release)
{
    for (guint i = 0; i < release->layers->len; i++) {
        release_layer *layer = release->layers->pdata[i];
        memset(layer->hidden, ALL_LINES, release->codes);
        memset(layer->hidden_words, ALL_LINES, release->codes);
    }
    release->is_unsure = true;
}

void release_protect(lyh_release *release, const lyh_release_said *said)
{
    if (is_too_large(release)) {
        hide_everything(release);
        return;
    }
    size_t families, last = 0;
    g_autofree size_t *numbers = family_numbers(said, &families);
    for (guint i = 0; i < release->layers->len; i++) {
        const release_layer *layer = release->layers->pdata[i];
        last = MAX(last, layer->time);
    }
    for (size_t number = 0; number < families && release->layers->len > 0; number++) {
        g_autoptr(code_family) family = code_family_new(release, said, numbers, number);
        for (size_t now = 0; now <= last; now++) {
            code_family_begin(family, now);
            protect_family(family);
        }
    }
}
