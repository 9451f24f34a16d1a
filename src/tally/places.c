#include "places.h"

#include <lyhord/base/csv.h>

/* Of fewer turns than the parts that an interview is shown in, the text is measured instead. */
#define FEW_TURNS 10

/* What one person has said in the document. */
typedef struct spoken {
    size_t turns, bytes;
} spoken;

struct places {
    const lyh_document *document;
    size_t nobodys;
    GHashTable *persons; /* size_t, inside the value: spoken in all */
    spoken *before;      /* by turn: its person's turns and bytes before it */
};

static size_t person_of(const places *all, size_t turn)
{
    size_t person = lyh_document_turn(all->document, turn)->respondent;
    return person == LYH_NONE ? all->nobodys : person;
}

static spoken *spoken_of(const places *all, size_t turn)
{
    return g_hash_table_lookup(all->persons, GSIZE_TO_POINTER(person_of(all, turn)));
}

places *places_new(const lyh_document *document, size_t nobodys)
{
    places *all = g_new0(places, 1);
    size_t count = lyh_document_turn_count(document);
    all->document = document;
    all->nobodys = nobodys;
    all->persons = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    all->before = g_new0(spoken, count + 1);
    for (size_t i = 0; i < count; i++) {
        const lyh_turn *turn = lyh_document_turn(document, i);
        spoken *sum = spoken_of(all, i);
        if (!sum) {
            sum = g_new0(spoken, 1);
            g_hash_table_insert(all->persons, GSIZE_TO_POINTER(person_of(all, i)), sum);
        }
        all->before[i] = *sum;
        sum->turns++;
        sum->bytes += turn->end - turn->start;
    }
    return all;
}

void places_free(places *all)
{
    g_hash_table_unref(all->persons);
    g_free(all->before);
    g_free(all);
}

unsigned places_at(const places *all, size_t turn, size_t start)
{
    const spoken *sum = spoken_of(all, turn);
    const spoken *before = &all->before[turn];
    const lyh_turn *said = lyh_document_turn(all->document, turn);
    if (sum->turns >= FEW_TURNS)
        return (unsigned)(before->turns * 1000 / sum->turns);
    size_t inside = CLAMP(start, said->start, said->end) - said->start;
    return sum->bytes > 0 ? (unsigned)MIN(999, (before->bytes + inside) * 1000 / sum->bytes)
                          : 0;
}
