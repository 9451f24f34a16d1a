#include <string.h>

#include "cues_private.h"

lyh_cues *lyh_cues_new(lyh_vocabulary *vocabulary)
{
    lyh_cues *cues = g_new0(lyh_cues, 1);
    cues->vocabulary = vocabulary;
    cues->roles = g_array_new(FALSE, TRUE, sizeof(uint32_t));
    cues->forms = g_array_new(FALSE, FALSE, sizeof(uint8_t));
    cues->begun = g_array_new(FALSE, TRUE, sizeof(type_links));
    cues->types = g_array_new(FALSE, FALSE, sizeof(uint32_t));
    cues->elements = g_array_new(FALSE, FALSE, sizeof(element));
    cues->patterns = g_array_new(FALSE, FALSE, sizeof(pattern));
    cues->links = g_array_new(FALSE, TRUE, sizeof(hanger));
    g_array_set_size(cues->links, 1);

    *cues_role(cues, lyh_vocabulary_intern(vocabulary, ",", 1)) = LYH_ROLE_COMMA;
    cues_read(cues, vocabulary);
    cues_role(cues, cues->roles->len);
    return cues;
}

void lyh_cues_free(lyh_cues *cues)
{
    if (!cues)
        return;
    g_array_unref(cues->roles);
    g_array_unref(cues->forms);
    g_array_unref(cues->begun);
    g_array_unref(cues->types);
    g_array_unref(cues->elements);
    g_array_unref(cues->patterns);
    g_array_unref(cues->links);
    g_free(cues);
}

uint32_t lyh_cues_roles(const lyh_cues *cues, uint32_t type)
{
    return type < cues->roles->len ? g_array_index(cues->roles, uint32_t, type) : 0;
}

uint32_t lyh_cues_begin_alone(const lyh_cues *cues, lyh_cue_layer layer, uint32_t first)
{
    return first < cues->begun->len
               ? g_array_index(cues->begun, type_links, first).of[layer].first
               : 0;
}

static bool ends_in(const char *word, size_t size, const char *ending)
{
    size_t length = strlen(ending);
    return size >= length && memcmp(word + size - length, ending, length) == 0;
}

static uint8_t forms_of(const lyh_cues *cues, uint32_t type)
{
    size_t size;
    const char *word = lyh_vocabulary_spelling(cues->vocabulary, type, &size);
    unsigned forms = 0;
    if (size > 1 && word[size - 1] == '-')
        forms |= LYH_FORM_BROKEN;
    if (ends_in(word, size, "ade") || ends_in(word, size, "ades"))
        forms |= LYH_FORM_PAST;
    if (ends_in(word, size, "r") || ends_in(word, size, "de") || ends_in(word, size, "te"))
        forms |= LYH_FORM_VERB;
    if (ends_in(word, size, "en") || ends_in(word, size, "et") || ends_in(word, size, "na"))
        forms |= LYH_FORM_DEFINITE;
    for (lyh_cue_layer layer = 0; layer <= LYH_LAYER_TIME; layer++)
        if (lyh_cues_begin_alone(cues, layer, type) != 0)
            forms |= (unsigned)LYH_FORM_BEGINS << layer;
    return (uint8_t)forms;
}

lyh_cue_words lyh_cues_known(lyh_cues *cues)
{
    uint32_t count = lyh_vocabulary_count(cues->vocabulary);
    for (uint32_t type = cues->forms->len; type < count; type++) {
        uint8_t forms = forms_of(cues, type);
        g_array_append_val(cues->forms, forms);
    }
    return (lyh_cue_words){ &g_array_index(cues->roles, uint32_t, 0), cues->roles->len - 1,
                            &g_array_index(cues->forms, uint8_t, 0) };
}

/* A cue on its way through the words: where each of its elements began. */
typedef struct attempt {
    const lyh_cues *cues;
    const pattern *pattern;
    const uint32_t *types;
    size_t count;
    uint16_t
        starts[LONGEST_CUE + 1]; /* small: made anew for each word that may begin a cue */
} attempt;

static bool takes(const attempt *trying, const element *part, size_t word)
{
    if (part->roles)
        return lyh_cues_roles(trying->cues, trying->types[word]) & part->roles;
    const uint32_t *types = &g_array_index(trying->cues->types, uint32_t, part->first);
    for (uint32_t i = 0; i < part->count; i++)
        if (types[i] == trying->types[word])
            return true;
    return false;
}

/* Do the elements from @at on take the words from @word on? The longest way is tried first. */
static bool goes_on(attempt *trying, uint32_t at, size_t word)
{
    trying->starts[at] = (uint16_t)word;
    if (at == trying->pattern->count)
        return true;
    const element *part =
        &g_array_index(trying->cues->elements, element, trying->pattern->first + at);
    if (part->count == 0 && part->roles == 0) {
        for (size_t width = 0; width <= WIDEST_GAP && word + width < trying->count; width++)
            if (goes_on(trying, at + 1, word + width))
                return true;
        return false;
    }
    if (word < trying->count && takes(trying, part, word) &&
        goes_on(trying, at + 1, word + 1))
        return true;
    return part->is_optional && goes_on(trying, at + 1, word);
}

/* First what any of its cues may have second, then one cue after the other. */
uint32_t lyh_cues_begin(const lyh_cues *cues, lyh_cue_layer layer, uint32_t first,
                        uint32_t second, uint32_t second_roles)
{
    if (first >= cues->begun->len)
        return 0;
    const type_link *links = &g_array_index(cues->begun, type_links, first).of[layer];
    uint64_t signature = cues_signature(second);
    if (!(links->second & signature) && !(links->second_roles & second_roles))
        return 0;
    uint32_t link = links->first;
    const hanger *here = &g_array_index(cues->links, hanger, link);
    for (;; here++, link++) {
        if (here->second & signature || here->second_roles & second_roles)
            return link;
        if (here->next == 0)
            return 0;
    }
}

/* What is looked at of a pattern before any word is compared: can it be in the words at all? */
typedef struct glance {
    size_t count;
    uint64_t second; /* the signature of the second word, or all when there is none */
    uint32_t second_roles;
} glance;

static glance glance_at(const lyh_cues *cues, const uint32_t *types, size_t count)
{
    if (count < 2)
        return (glance){ count, UINT64_MAX, UINT32_MAX };
    return (glance){ count, cues_signature(types[1]), lyh_cues_roles(cues, types[1]) };
}

static bool may_be_in(const hanger *here, const glance *words)
{
    return here->least <= words->count &&
           (here->second & words->second || here->second_roles & words->second_roles);
}

lyh_cue_match lyh_cues_match_from(const lyh_cues *cues, uint32_t begin,
                                  const uint32_t *types, size_t count)
{
    lyh_cue_match best = { .kind = LYH_CUE_NONE };
    if (begin == 0)
        return best;
    attempt trying; /* its list of starts is filled as it goes */
    trying.cues = cues;
    trying.types = types;
    trying.count = count;
    trying.starts[0] = 0; /* what is hung up at a type begins with it */
    const glance words = glance_at(cues, types, count);
    const hanger *here = &g_array_index(cues->links, hanger, begin);
    do {
        if (!may_be_in(here, &words))
            continue;
        const pattern *tried = &g_array_index(cues->patterns, pattern, here->pattern);
        trying.pattern = tried;
        /* A tie goes to the one that stands first in the file, which comes last here. */
        if (!goes_on(&trying, 1, 1) || trying.starts[tried->count] < best.length)
            continue;
        best = (lyh_cue_match){ tried->kind, trying.starts[tried->count],
                                trying.starts[tried->cue], trying.starts[tried->cue_end] };
    } while (here++->next != 0);
    return best;
}

lyh_cue_match lyh_cues_match(const lyh_cues *cues, lyh_cue_layer layer,
                             const uint32_t *types, size_t count)
{
    if (count == 0)
        return (lyh_cue_match){ .kind = LYH_CUE_NONE };
    uint32_t begin = count == 1 ? lyh_cues_begin_alone(cues, layer, types[0])
                                : lyh_cues_begin(cues, layer, types[0], types[1],
                                                 lyh_cues_roles(cues, types[1]));
    return lyh_cues_match_from(cues, begin, types, count);
}
