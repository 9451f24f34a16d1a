/* Persons who could have said each other's words: no table that is shown would be another. */
#include "family.h"

/* So many persons at most are tried beside each of a hidden group. */
#define MOST_TRIED 400

/* Lines of each code, and words of all, that are shown by layers which part the two persons. */
typedef struct parted {
    unsigned char *lines; /* by code of the family */
    unsigned char words;  /* of any code of the family */
} parted;

static void find_parted(const code_family *family, size_t one, size_t other, parted *what)
{
    what->words = 0;
    for (guint i = 0; i < family->codes->len; i++)
        what->lines[i] = 0;
    for (guint k = 0; k < family->release->layers->len; k++) {
        const release_layer *layer = family->release->layers->pdata[k];
        if (layer->time > family->now || layer->of[one] == layer->of[other])
            continue;
        for (guint i = 0; i < family->codes->len; i++) {
            what->lines[i] |= family_shows(family, layer, i);
            what->words |= family_shows_words(family, layer, i);
        }
    }
}

static unsigned char exchanged(unsigned char mine, unsigned char theirs,
                               unsigned char lines)
{
    return (mine & (unsigned char)~lines) | (theirs & lines);
}

static bool is_both(unsigned char lines)
{
    return (lines & BIT(LYH_LINE_PLUS)) && (lines & BIT(LYH_LINE_MINUS));
}

static bool is_any(unsigned char lines)
{
    return family_with_any(lines) & BIT(LYH_LINE_ANY);
}

/*
 * May @one and @other have each other's @lines of the code with index @index? Not when some of the lines only are
 * exchanged and fewer or more of the two would have said any, or both good and bad: everyone's figures tell that.
 */
static bool may_exchange(const code_family *family, size_t index, size_t one, size_t other,
                         unsigned char lines, unsigned char shown)
{
    const family_code *code = family_code_at(family, index);
    unsigned char a = code->lines[one], b = code->lines[other];
    unsigned char new_a = exchanged(a, b, lines), new_b = exchanged(b, a, lines);
    unsigned char changes = family_with_any(a) ^ family_with_any(new_a);
    changes |= family_with_any(b) ^ family_with_any(new_b);
    return !(changes & shown) && is_any(a) + is_any(b) == is_any(new_a) + is_any(new_b) &&
           is_both(a) + is_both(b) == is_both(new_a) + is_both(new_b);
}

static bool may_all_exchange(const code_family *family, size_t one, size_t other,
                             unsigned char lines, const parted *what)
{
    unsigned char of_words = lines & JUDGING ? lines | BIT(LYH_LINE_ANY) : lines;
    if (what->words & of_words)
        return false;
    for (guint i = 0; i < family->codes->len; i++)
        if (!may_exchange(family, i, one, other, lines, what->lines[i]))
            return false;
    return true;
}

static bool would_change(const code_family *family, size_t index, size_t one, size_t other,
                         unsigned char lines, lyh_line line)
{
    const family_code *code = family_code_at(family, index);
    unsigned char mine = code->lines[one];
    unsigned char new_mine = exchanged(mine, code->lines[other], lines);
    return (family_with_any(mine) ^ family_with_any(new_mine)) & BIT(line);
}

/* All lines together first: between persons that nothing parts that is always possible. */
static bool is_witness(const code_family *family, size_t index, size_t one, size_t other,
                       lyh_line line, parted *what)
{
    const unsigned char all = line == LYH_LINE_WISH ? BIT(LYH_LINE_WISH) : JUDGING;
    if (family->kin[one] == family->kin[other])
        return would_change(family, index, one, other, all, line);
    find_parted(family, one, other, what);
    for (unsigned char lines = all; lines > 0; lines = (lines - 1) & all)
        if (would_change(family, index, one, other, lines, line) &&
            may_all_exchange(family, one, other, lines, what))
            return true;
    return false;
}

bool family_has_witness(const code_family *family, const release_target *target,
                        size_t index, lyh_line line)
{
    g_autofree unsigned char *lines = g_new0(unsigned char, family->codes->len);
    parted what = { lines, 0 };
    for (guint i = 0; i < target->persons->len; i++) {
        size_t one = g_array_index(target->persons, size_t, i);
        const GArray *kin = family->with_kin->pdata[family->kin[one]];
        for (guint k = 0; k < kin->len; k++) {
            size_t other = g_array_index(kin, size_t, k);
            if (!target->in[other] && is_witness(family, index, one, other, line, &what))
                return true;
        }
    }
    for (guint i = 0; i < target->persons->len; i++) {
        size_t one = g_array_index(target->persons, size_t, i), tried = 0;
        for (size_t other = 0; other < family->release->persons && tried < MOST_TRIED;
             other++) {
            if (target->in[other] || family->kin[one] == family->kin[other])
                continue;
            tried++;
            if (is_witness(family, index, one, other, line, &what))
                return true;
        }
    }
    return false;
}
