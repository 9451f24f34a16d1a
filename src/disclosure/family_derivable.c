/* What the numbers that are shown of a family say of a hidden group, worked out. */
#include <string.h>

#include "cells.h"
#include "family.h"

static bool shows_any(const code_family *family, const release_layer *layer,
                      unsigned char lines)
{
    for (guint i = 0; i < family->codes->len; i++)
        if (family_shows(family, layer, i) & lines)
            return true;
    return false;
}

/* What is asked of the programme: one target, of the wishes or of all else. */
typedef struct question {
    const code_family *family;
    const release_target *target;
    unsigned char lines;
    GPtrArray *layers; /* release_layer: those that show anything of it */
} question;

static GPtrArray *layers_shown(const code_family *family, unsigned char lines)
{
    GPtrArray *shown = g_ptr_array_new();
    for (guint i = 0; i < family->release->layers->len; i++)
        if (shows_any(family, family->release->layers->pdata[i], lines))
            g_ptr_array_add(shown, family->release->layers->pdata[i]);
    return shown;
}

/* @more tells persons apart by what they are taken to have said of other codes. */
static cells cells_of(const question *asked,
                      void (*more)(const question *, size_t index, size_t person,
                                   GString *),
                      size_t index)
{
    size_t persons = asked->family->release->persons;
    cells some = cells_new(persons);
    g_autoptr(GString) key = g_string_new(NULL);
    for (size_t person = 0; person < persons; person++) {
        g_string_printf(key, "%d", asked->target->in[person]);
        for (guint i = 0; i < asked->layers->len; i++) {
            const release_layer *layer = asked->layers->pdata[i];
            g_string_append_printf(key, " %zx", layer->of[person] + 1);
        }
        if (more)
            more(asked, index, person, key);
        cells_add(&some, person, key->str);
    }
    return some;
}

static void print_sums(const question *asked, const cells *some, lyh_unknowns *unknowns,
                       size_t index, size_t as)
{
    const code_family *family = asked->family;
    const family_code *code = family_code_at(family, index);
    guint count = some->sizes->len;
    g_autofree bool *in = g_new(bool, count);
    for (lyh_line line = 0; line < LYH_LINE_COUNT; line++) {
        if (!(asked->lines & BIT(line)))
            continue;
        memset(in, true, count);
        lyh_unknowns_print(unknowns, as, line, in, code->totals[line]);
        for (guint k = 0; k < asked->layers->len; k++) {
            const release_layer *layer = asked->layers->pdata[k];
            if (!(family_shows(family, layer, index) & BIT(line)))
                continue;
            for (size_t part = 0; part < layer->count; part++) {
                for (guint cell = 0; cell < count; cell++)
                    in[cell] = layer->of[g_array_index(some->first, size_t, cell)] == part;
                lyh_unknowns_print(unknowns, as, line, in,
                                   family_count(family, layer, part, index, line));
            }
        }
    }
    lyh_unknowns_both(unknowns, as, code->both);
}

static lyh_derivable ask(const question *asked, const cells *some, lyh_unknowns *unknowns,
                         size_t index, size_t as, lyh_line line)
{
    size_t said = 0;
    g_autofree bool *in = g_new(bool, some->sizes->len);
    for (guint cell = 0; cell < some->sizes->len; cell++)
        in[cell] = asked->target->in[g_array_index(some->first, size_t, cell)];
    for (guint i = 0; i < asked->target->persons->len; i++)
        said += family_said(asked->family, index,
                            g_array_index(asked->target->persons, size_t, i), line);
    return lyh_unknowns_ask(unknowns, as, line, in, said);
}

/* Lines that @person said of any of @codes. */
static unsigned char said_of_any(const code_family *family, const GArray *codes,
                                 size_t person)
{
    unsigned char lines = 0;
    for (guint i = 0; i < codes->len; i++)
        lines |= family_code_at(family, g_array_index(codes, size_t, i))->lines[person];
    return lines;
}

/* Lines of @parent that stand by what the person said of another code below it than @index. */
static unsigned char said_beside(const code_family *family, size_t parent, size_t index,
                                 size_t person)
{
    unsigned char lines = 0;
    const GArray *children = family_code_at(family, parent)->children;
    for (guint i = 0; i < children->len; i++) {
        size_t child = g_array_index(children, size_t, i);
        if (child != index)
            lines |= family_code_at(family, child)->lines[person];
    }
    return lines;
}

/* The lines of a code whose own hits somebody can reckon with. */
static unsigned char counted_own(const family_code *code)
{
    unsigned char lines = 0;
    for (lyh_line line = 0; line < LYH_LINE_COUNT; line++)
        if (code->own[line] != LYH_NONE)
            lines |= BIT(line);
    return lines;
}

/* What the person must have said, and may have, of the code when all they said of others stands. */
static void bounds_of(const question *asked, size_t index, size_t person,
                      unsigned char *must, unsigned char *may)
{
    const code_family *family = asked->family;
    const family_code *code = family_code_at(family, index);
    *must = said_of_any(family, code->children, person);
    *may = ALL_LINES;
    for (guint i = 0; i < code->parents->len; i++) {
        size_t above = g_array_index(code->parents, size_t, i);
        const family_code *parent = family_code_at(family, above);
        unsigned char beside = said_beside(family, above, index, person);
        *may &= parent->lines[person];
        *must |= parent->lines[person] & (unsigned char)~beside & counted_own(parent) &
                 code->lines[person];
    }
}

static void tell_bounds(const question *asked, size_t index, size_t person, GString *key)
{
    unsigned char must, may;
    bounds_of(asked, index, person, &must, &may);
    unsigned char below =
        said_of_any(asked->family, family_code_at(asked->family, index)->children, person);
    g_string_append_printf(key, " %x %x %x", must & asked->lines, may & asked->lines,
                           below & asked->lines);
}

/* At most as many may say the code without one below it as it has hits of its own. */
static void limit_own(const question *asked, const cells *some, lyh_unknowns *unknowns,
                      size_t index)
{
    const family_code *code = family_code_at(asked->family, index);
    g_autofree bool *in = g_new(bool, some->sizes->len);
    for (lyh_line line = 0; line < LYH_LINE_COUNT && code->children->len > 0; line++) {
        if (!(asked->lines & BIT(line)) || code->own[line] == LYH_NONE)
            continue;
        for (guint cell = 0; cell < some->sizes->len; cell++) {
            size_t person = g_array_index(some->first, size_t, cell);
            in[cell] = !(said_of_any(asked->family, code->children, person) & BIT(line));
        }
        lyh_unknowns_most(unknowns, 0, line, in, code->own[line]);
    }
}

/* All that was said of other codes stands: a way that is found so is one, and it is found fast. */
static lyh_derivable ask_alone(const question *asked, size_t index, lyh_line line)
{
    g_auto(cells) some = cells_of(asked, tell_bounds, index);
    lyh_unknowns *unknowns = lyh_unknowns_new((const size_t *)(void *)some.sizes->data,
                                              some.sizes->len, 1, line == LYH_LINE_WISH);
    for (guint cell = 0; cell < some.sizes->len; cell++) {
        unsigned char must, may;
        bounds_of(asked, index, g_array_index(some.first, size_t, cell), &must, &may);
        lyh_unknowns_bound(unknowns, cell, 0, must, may);
    }
    print_sums(asked, &some, unknowns, index, 0);
    limit_own(asked, &some, unknowns, index);
    lyh_derivable answer = ask(asked, &some, unknowns, index, 0, line);
    lyh_unknowns_free(unknowns);
    return answer;
}

static lyh_derivable ask_all(const question *asked, size_t index, lyh_line line)
{
    const code_family *family = asked->family;
    g_auto(cells) some = cells_of(asked, NULL, index);
    lyh_unknowns *unknowns =
        lyh_unknowns_new((const size_t *)(void *)some.sizes->data, some.sizes->len,
                         family->codes->len, line == LYH_LINE_WISH);
    for (guint i = 0; i < family->codes->len; i++) {
        const family_code *code = family_code_at(family, i);
        for (guint k = 0; k < code->parents->len; k++)
            lyh_unknowns_below(unknowns, i, g_array_index(code->parents, size_t, k));
    }
    for (guint i = 0; i < family->codes->len; i++) {
        const family_code *code = family_code_at(family, i);
        print_sums(asked, &some, unknowns, i, i);
        for (lyh_line of = 0; of < LYH_LINE_COUNT && code->children->len > 0; of++)
            if ((asked->lines & BIT(of)) && code->own[of] != LYH_NONE)
                lyh_unknowns_own(unknowns, i, of, code->own[of]);
    }
    lyh_derivable answer = ask(asked, &some, unknowns, index, index, line);
    lyh_unknowns_free(unknowns);
    return answer;
}

static question question_of(const code_family *family, const release_target *target,
                            lyh_line line)
{
    unsigned char lines = line == LYH_LINE_WISH ? BIT(LYH_LINE_WISH) : NOT_WISHES;
    return (question){ family, target, lines, layers_shown(family, lines) };
}

bool family_is_open(const code_family *family, const release_target *target, size_t index,
                    lyh_line line)
{
    const question asked = question_of(family, target, line);
    lyh_derivable answer = ask_alone(&asked, index, line);
    g_ptr_array_unref(asked.layers);
    return answer == LYH_DERIVABLE_NO;
}

lyh_derivable family_derivable(const code_family *family, const release_target *target,
                               size_t index, lyh_line line)
{
    const question asked = question_of(family, target, line);
    lyh_derivable answer = ask_all(&asked, index, line);
    g_ptr_array_unref(asked.layers);
    return answer;
}
