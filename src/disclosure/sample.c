#include <lyhord/disclosure/sample.h>

#include <math.h>
#include <string.h>

#include <glib.h>

#include <lyhord/disclosure/grouping.h>

lyh_sample_kind lyh_sample_kind_of(const char *name)
{
    static const char *const names[] = {
        [LYH_SAMPLE_VOLUNTEERS] = "volunteers",
        [LYH_SAMPLE_PURPOSIVE] = "purposive",
        [LYH_SAMPLE_CENSUS] = "census",
        [LYH_SAMPLE_RANDOM] = "random",
    };
    for (size_t i = 0; i < G_N_ELEMENTS(names); i++)
        if (strcmp(names[i], name) == 0)
            return (lyh_sample_kind)i;
    return LYH_SAMPLE_VOLUNTEERS;
}

static bool bears_tests(size_t base)
{
    return lyh_print_level_of(base, LYH_THRESHOLD) == LYH_PRINT_TESTS;
}

/* Persons of the population that a group of @base stands for, never fewer than it has itself. */
static uint64_t population_of(const lyh_sample *sample, size_t base)
{
    if (sample->population == 0 || base == sample->persons)
        return sample->population;
    double share = (double)base / (double)sample->persons;
    return MAX(base, (uint64_t)llround(share * (double)sample->population));
}

static bool is_larger_than_its_population(const lyh_sample *sample)
{
    return sample->population > 0 && sample->population < sample->persons;
}

lyh_interval lyh_sample_interval(const lyh_sample *sample, size_t having, size_t base)
{
    g_assert(base <= sample->persons);
    if (sample->kind != LYH_SAMPLE_RANDOM || !bears_tests(base) ||
        is_larger_than_its_population(sample))
        return (lyh_interval){ NAN, NAN };
    return lyh_wilson(having, base, population_of(sample, base));
}

static void refuse_sample(lyh_sample_kind kind, lyh_diags *diags)
{
    const lyh_place nowhere = lyh_place_none();
    if (kind == LYH_SAMPLE_CENSUS)
        lyh_diags_error(diags, "tests-refused", nowhere,
                        "no test is made: everybody was asked, so a difference between the "
                        "groups is the difference there is; tests need [study] sample = "
                        "random and at least 50 persons in each group");
    else if (kind == LYH_SAMPLE_PURPOSIVE)
        lyh_diags_error(
            diags, "tests-refused", nowhere,
            "no test is made: persons chosen for what they could tell stand for "
            "nobody else; tests need [study] sample = random and at least 50 "
            "persons in each group");
    else
        lyh_diags_error(
            diags, "tests-refused", nowhere,
            "no test is made: those who came forward themselves, or of whom it "
            "is not said how they were chosen, stand for nobody else; tests need "
            "[study] sample = random and at least 50 persons in each group");
}

static bool has_enough(const size_t *sizes, size_t count, lyh_diags *diags)
{
    size_t smallest = 0;
    for (size_t i = 0; i < count; i++)
        smallest = i == 0 ? sizes[i] : MIN(smallest, sizes[i]);
    if (count > 1 && bears_tests(smallest))
        return true;
    if (count < 2)
        lyh_diags_error(diags, "tests-refused", lyh_place_none(),
                        "no test is made: there are no two groups to compare; say by "
                        "which attribute with --by");
    else
        lyh_diags_error(diags, "tests-refused", lyh_place_none(),
                        "no test is made: the smallest group has %zu persons, and tests "
                        "need at least 50 in each group (and [study] sample = random)",
                        smallest);
    return false;
}

static bool fits_its_population(const lyh_sample *sample, lyh_diags *diags)
{
    if (!is_larger_than_its_population(sample))
        return true;
    lyh_diags_error(
        diags, "tests-refused", lyh_place_none(),
        "no test is made: [study] population is %zu, fewer than the %zu persons "
        "in the base; write how many they were drawn from",
        (size_t)sample->population, (size_t)sample->persons);
    return false;
}

bool lyh_sample_lets_compare(const lyh_sample *sample, const size_t *sizes, size_t count,
                             lyh_diags *diags, lyh_error *error)
{
    if (sample->kind != LYH_SAMPLE_RANDOM)
        refuse_sample(sample->kind, diags);
    else if (has_enough(sizes, count, diags) && fits_its_population(sample, diags))
        return true;
    return lyh_error_set(error, LYH_ERROR_NOT_ALLOWED, 0, "");
}
