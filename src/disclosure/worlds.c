#include "worlds.h"

#include <string.h>

#include "quest.h"

typedef struct world {
    unsigned char *breaks;  /* by layer and code: lines of which a part has another count */
    unsigned char *differs; /* by target and code: lines of which it has another count */
} world;

void worlds_free_one(void *data)
{
    world *found = data;
    g_free(found->breaks);
    g_free(found->differs);
    g_free(found);
}

/* Who says what: in each cell those who can keep their own profile do. */
static size_t *profiles_found(const quest *sought)
{
    size_t persons = sought->family->release->persons;
    size_t count = sought->cells.sizes->len * sought->width;
    g_autofree size_t *left = g_new(size_t, count + 1);
    size_t *given = g_new(size_t, persons + 1);
    for (size_t i = 0; i < count; i++)
        left[i] = programme_value(sought->sums, (int)i + 1);
    for (size_t person = 0; person < persons; person++) {
        size_t own = sought->profiles.of[person];
        size_t place = sought->cells.of[person] * sought->width + own;
        given[person] = left[place] > 0 ? own : LYH_NONE;
        left[place] -= left[place] > 0;
    }
    for (size_t person = 0; person < persons; person++) {
        size_t first = sought->cells.of[person] * sought->width, i = 0;
        if (given[person] != LYH_NONE)
            continue;
        while (i + 1 < sought->width && left[first + i] == 0)
            i++;
        g_assert(left[first + i] > 0);
        given[person] = i;
        left[first + i]--;
    }
    return given;
}

/* By how much each part's, or group's, count of a line changes: lines where it does. */
static unsigned char changed_lines(const quest *sought, const size_t *given, size_t index,
                                   const size_t *part_of, const bool *in, int *change,
                                   size_t parts)
{
    const family_code *code = family_code_at(sought->family, index);
    unsigned char of_class = sought->lines & JUDGING ? NOT_WISHES : BIT(LYH_LINE_WISH);
    memset(change, 0, parts * LYH_LINE_COUNT * sizeof *change);
    for (size_t person = 0; person < sought->family->release->persons; person++) {
        size_t part = part_of ? part_of[person] : in[person] ? 0 : NO_PART;
        if (part == NO_PART)
            continue;
        unsigned char was = family_with_any(code->lines[person]) & of_class;
        unsigned char is =
            family_with_any(profiles_at(&sought->profiles, given[person])[index]);
        for (lyh_line line = 0; was != is && line < LYH_LINE_COUNT; line++)
            change[part * LYH_LINE_COUNT + line] +=
                ((is & BIT(line)) != 0) - ((was & BIT(line)) != 0);
    }
    unsigned char lines = 0;
    for (size_t i = 0; i < parts * LYH_LINE_COUNT; i++)
        if (change[i] != 0)
            lines |= BIT(i % LYH_LINE_COUNT);
    return lines;
}

static void remember(const quest *sought)
{
    code_family *family = sought->family;
    const lyh_release *release = family->release;
    size_t codes = family->codes->len;
    g_autofree size_t *given = profiles_found(sought);
    world *found = g_new0(world, 1);
    found->breaks = g_new0(unsigned char, release->layers->len *codes + 1);
    found->differs = g_new0(unsigned char, release->targets->len *codes + 1);
    for (size_t index = 0; index < codes; index++) {
        for (guint i = 0; i < release->layers->len; i++) {
            const release_layer *layer = release->layers->pdata[i];
            g_autofree int *change = g_new(int, layer->count *LYH_LINE_COUNT + 1);
            found->breaks[i * codes + index] =
                changed_lines(sought, given, index, layer->of, NULL, change, layer->count);
        }
        for (guint i = 0; i < release->targets->len; i++) {
            const release_target *target = release->targets->pdata[i];
            int change[LYH_LINE_COUNT];
            found->differs[i * codes + index] =
                changed_lines(sought, given, index, NULL, target->in, change, 1);
        }
    }
    g_ptr_array_add(family->worlds, found);
}

static bool holds(const code_family *family, const world *known)
{
    size_t codes = family->codes->len;
    for (guint i = 0; i < family->release->layers->len; i++) {
        const release_layer *layer = family->release->layers->pdata[i];
        for (size_t index = 0; index < codes; index++)
            if (known->breaks[i * codes + index] & family_shows(family, layer, index))
                return false;
    }
    return true;
}

bool worlds_know(const code_family *family, const release_target *target, size_t index,
                 lyh_line line)
{
    size_t place = target->number * family->codes->len + index;
    for (guint i = family->worlds->len; i > 0; i--) {
        const world *known = family->worlds->pdata[i - 1];
        if ((known->differs[place] & BIT(line)) && holds(family, known))
            return true;
    }
    return false;
}

/* The quest that was made last is kept: of one group and code much is asked, one row more or less shown. */
static quest *quest_for(code_family *family, const release_target *target, size_t index,
                        unsigned char lines)
{
    quest *last = family->quest;
    if (last && last->target == target && last->index == index && last->lines == lines &&
        last->now == family->now)
        return last;
    quest_free(last);
    family->quest = quest_new(family, target, index, lines);
    return family->quest;
}

static bool seek_one_way(quest *sought, lyh_line line, int sign, size_t said)
{
    if (quest_has_proof(sought, line, sign) || !family_may_try(sought->family))
        return false;
    bool is_found = quest_ask(sought, line, sign, said) == LYH_DERIVABLE_NO;
    if (is_found)
        remember(sought);
    return is_found;
}

bool worlds_seek(code_family *family, const release_target *target, size_t index,
                 lyh_line line)
{
    quest *sought = quest_for(family, target, index,
                              line == LYH_LINE_WISH ? BIT(LYH_LINE_WISH) : JUDGING);
    if (!sought->sums)
        return false;
    size_t said = 0;
    for (guint i = 0; i < target->persons->len; i++)
        said += family_said(family, index, g_array_index(target->persons, size_t, i), line);
    if (seek_one_way(sought, line, 1, said) || seek_one_way(sought, line, -1, said))
        return true;
    quest_blame(sought, line);
    return false;
}
