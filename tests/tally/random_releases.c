/*
 * Small studies drawn at random, and the tables that would be released of them: what the attacker in
 * test_attacker.py reads.
 *
 * usage: random_releases SEED STUDIES [open|apart|NUMBER…]
 * `open` prints the groups' persons without any protection, and `apart` protects each split as
 * if it were the only one: the attacker must find what they give away. With numbers all studies are
 * drawn, and these told of: the first is 0.
 *
 * A study is told in lines: STUDY n; CELL value,value…;persons for each set of attributes that
 * somebody has; CODE name;parent; then for each split TABLE time attributes, and the long
 * table as the command writes it.
 */
#include <stdio.h>

#include <lyhord/table/writers.h>

#include "../../src/tally/autoptr.h"
#include "counted.h"

#define MOST_ATTRIBUTES 3
#define CODES 5

typedef struct drawn_study {
    GRand *random;
    size_t persons, attributes;
    size_t values[MOST_ATTRIBUTES];
    GString *list; /* respondents.csv */
    lyh_release_split splits[4];
    size_t split_count;
} drawn_study;

/* Uneven: of four values the first is as common as the three others together. */
static size_t draw_value(const drawn_study *study, size_t attribute)
{
    size_t value = 0;
    while (value + 1 < study->values[attribute] && g_rand_boolean(study->random))
        value++;
    return value;
}

static void draw_people(drawn_study *study)
{
    study->persons = (size_t)g_rand_int_range(study->random, 6, 41);
    study->attributes = (size_t)g_rand_int_range(study->random, 1, MOST_ATTRIBUTES + 1);
    g_string_assign(study->list, "id");
    for (size_t i = 0; i < study->attributes; i++) {
        study->values[i] = (size_t)g_rand_int_range(study->random, 2, 5);
        g_string_append_printf(study->list, ";a%zu", i);
    }
    g_string_append(study->list, "\n");
    for (size_t person = 0; person < study->persons; person++) {
        g_string_append_printf(study->list, "P%zu", person);
        for (size_t i = 0; i < study->attributes; i++)
            g_string_append_printf(study->list, ";%c%zu", (int)('p' + i),
                                   draw_value(study, i));
        g_string_append(study->list, "\n");
    }
}

/* Each attribute, and with two of them often a pair; sometimes the last comes a year later. */
static void draw_splits(drawn_study *study)
{
    study->split_count = 0;
    for (size_t i = 0; i < study->attributes; i++)
        if (i == 0 || g_rand_int_range(study->random, 0, 4) > 0)
            study->splits[study->split_count++] = (lyh_release_split){ i, LYH_NONE, 0 };
    if (study->attributes > 1 && g_rand_int_range(study->random, 0, 3) > 0)
        study->splits[study->split_count++] = (lyh_release_split){ 0, 1, 0 };
    if (study->split_count > 1 && g_rand_int_range(study->random, 0, 3) == 0)
        study->splits[study->split_count - 1].time = 1;
}

/* Which codes people speak of, how often, and whether one thinks well of it. */
static void speak(counted_study *counted, const drawn_study *study, size_t person)
{
    static const lyh_polarity polarities[] = { LYH_PLUS, LYH_MINUS, LYH_NEUTRAL };
    coded_words said[16];
    size_t count = 0;
    for (size_t code = 0; code < CODES; code++)
        for (size_t i = 0; i < G_N_ELEMENTS(polarities); i++)
            if (g_rand_int_range(study->random, 0, (gint32)(3 + code + 2 * i)) == 0)
                said[count++] =
                    (coded_words){ "Det", code, polarities[i], LYH_STATED, LYH_ACCEPTED };
    if (g_rand_int_range(study->random, 0, 3) == 0)
        said[count++] =
            (coded_words){ "Det", BEMOTANDE, LYH_NEUTRAL, LYH_WISH, LYH_ACCEPTED };
    say(counted, person, "B: Det är som vanligt.\n", said, count);
}

static void print_cells(const counted_study *counted, const drawn_study *study)
{
    g_autoptr(GHashTable) cells =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GPtrArray) order = g_ptr_array_new_with_free_func(g_free);
    for (size_t person = 0; person < study->persons; person++) {
        GString *cell = g_string_new(NULL);
        for (size_t i = 0; i < study->attributes; i++)
            g_string_append_printf(cell, "%s%s", i ? "," : "",
                                   lyh_respondents_value(counted->people, person, i));
        char *name = g_string_free(cell, FALSE);
        size_t had = GPOINTER_TO_SIZE(g_hash_table_lookup(cells, name));
        g_hash_table_replace(cells, name, GSIZE_TO_POINTER(had + 1));
        if (had == 0)
            g_ptr_array_add(order, g_strdup(name));
    }
    for (guint i = 0; i < order->len; i++)
        printf("CELL %s;%zu\n", (char *)order->pdata[i],
               GPOINTER_TO_SIZE(g_hash_table_lookup(cells, order->pdata[i])));
}

static void print_codes(const counted_study *counted)
{
    for (size_t code = 0; code < lyh_codebook_count(counted->book); code++) {
        size_t count;
        const size_t *parents = lyh_codebook_parents(counted->book, code, &count);
        printf("CODE %s;", lyh_codebook_code(counted->book, code)->name);
        for (size_t i = 0; i < count; i++)
            printf("%s%s", i ? "," : "",
                   lyh_codebook_code(counted->book, parents[i])->name);
        printf("\n");
    }
}

/* The same rows without protection: counted here, from who said what. */
static void print_open(const counted_study *counted, const drawn_study *study,
                       const lyh_tally_view *view)
{
    const lyh_release *release = lyh_tally_plan_release(view->plan);
    bool is_pair = study->splits[view->split].second != LYH_NONE;
    printf("code;polarity;a%s;persons;base;hits\n", is_pair ? ";b" : "");
    for (size_t code = 0; code < CODES; code++)
        for (lyh_measure measure = 0; measure < LYH_MEASURE_COUNT; measure++)
            for (size_t part = 0; part <= lyh_release_parts(release, view->split); part++) {
                size_t persons = 0;
                for (size_t i = 0; i < study->persons; i++) {
                    size_t in = lyh_release_part_of(release, view->split, i);
                    bool is_in = part == 0;
                    for (; in != LYH_NONE;
                         in = lyh_release_within(release, view->split, in))
                        is_in |= in + 1 == part;
                    persons += is_in && lyh_tally_said(counted->tally, i, code, measure);
                }
                printf("%s;%s;", lyh_codebook_code(counted->book, code)->name,
                       lyh_measure_name(measure));
                const char *second =
                    part == 0 ? ""
                              : lyh_release_second_name(release, view->split, part - 1);
                printf("\"%s\"%s%s%s;%zu;;..\n",
                       part == 0 ? "Everyone"
                                 : lyh_release_name(release, view->split, part - 1),
                       is_pair ? ";\"" : "",
                       !is_pair  ? ""
                       : *second ? second
                                 : "Everyone",
                       is_pair ? "\"" : "", persons);
            }
}

static void print_table(const counted_study *counted, const drawn_study *study,
                        size_t index, const lyh_tally_view *view, bool is_open)
{
    const lyh_release_split *split = &study->splits[index];
    printf("TABLE %zu a%zu", split->time, split->first);
    if (split->second != LYH_NONE)
        printf(" a%zu", split->second);
    printf("\n");
    if (is_open) {
        print_open(counted, study, view);
        return;
    }
    size_t size;
    g_autoptr(lyh_table) table = lyh_tally_long(counted->tally, view);
    lyh_output *output = lyh_output_to_memory();
    lyh_table_write_csv(table, LYH_CSV_SWEDISH, output);
    char *csv = lyh_output_take(output, &size);
    fwrite(csv, 1, size, stdout);
    free(csv);
}

static void print_study(const counted_study *counted, const drawn_study *study,
                        bool is_open, bool is_apart)
{
    print_cells(counted, study);
    print_codes(counted);
    g_autoptr(lyh_tally_plan) all = lyh_tally_plan_new(
        counted->tally, study->splits, study->split_count, LYH_THRESHOLD, NULL, NULL, NULL);
    for (size_t i = 0; i < study->split_count; i++) {
        g_autoptr(lyh_tally_plan) alone =
            is_apart ? lyh_tally_plan_new(counted->tally, &study->splits[i], 1,
                                          LYH_THRESHOLD, NULL, NULL, NULL)
                     : NULL;
        const lyh_tally_view view =
            lyh_tally_view_of(alone ? alone : all, alone ? 0 : i, LYH_THRESHOLD, NULL);
        if (!lyh_release_is_refused(lyh_tally_plan_release(all), i))
            print_table(counted, study, i, &view, is_open);
    }
}

static bool is_wanted(char **numbers, int count, unsigned long number)
{
    for (int i = 0; i < count; i++)
        if (strtoul(numbers[i], NULL, 10) == number)
            return true;
    return count == 0;
}

int main(int argc, char **argv)
{
    g_return_val_if_fail(argc > 2, 64);
    const char *how = argc > 3 ? argv[3] : "";
    bool is_open = strcmp(how, "open") == 0, is_apart = strcmp(how, "apart") == 0;
    int numbers = is_open || is_apart ? 0 : argc - 3;
    drawn_study study = {
        .random = g_rand_new_with_seed((guint32)strtoul(argv[1], NULL, 10)),
        .list = g_string_new(NULL),
    };
    unsigned long studies = strtoul(argv[2], NULL, 10);
    for (unsigned long i = 0; i < studies; i++) {
        draw_people(&study);
        draw_splits(&study);
        g_auto(counted_study) counted =
            study_new(study.list->str, (lyh_tally_options){ 0 });
        for (size_t person = 0; person < study.persons; person++)
            speak(&counted, &study, person);
        if (!is_wanted(argv + 3, numbers, i))
            continue;
        printf("STUDY %lu\n", i);
        print_study(&counted, &study, is_open, is_apart);
    }
    printf("END\n");
    g_rand_free(study.random);
    g_string_free(study.list, TRUE);
    return 0;
}
