/**
 * One plan for all the tables of a release: which groups there are, and what of them may be shown.
 *
 * A *split* parts the persons by one attribute or, nested, by a pair of them: first into the groups
 * of the first attribute, then each of these into groups by the second. Groups are merged, and
 * splits refused, as lyh_grouping does it. A *hidden group* is any value of an attribute in the
 * release, and any two values of a pair in it, that fewer persons than the threshold have. Of every code
 * and line (any, +, -, 0, wish) the plan hides groups' figures until no hidden group's count is
 * the only one possible (lyhord/disclosure/derivable.h), over all splits, lines and codes above and
 * below together. What everyone's figures alone tell is told: it is the finding.
 *
 * Splits have a time: what an earlier one has shown is out, and is never hidden again; the later one
 * hides instead. docs/architecture.md §6 has the rules.
 */
#ifndef LYHORD_DISCLOSURE_RELEASE_H
#define LYHORD_DISCLOSURE_RELEASE_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/catalog.h>
#include <lyhord/disclosure/derivable.h>
#include <lyhord/disclosure/grouping.h>

/** An attribute of the persons; all lent while the plan is made. */
typedef struct lyh_release_attribute {
    const char *const *names; /* of its values, in the order of respondents.csv */
    size_t count;
    const size_t *of; /* by person: index of their value */
} lyh_release_attribute;

/** What was said; all lent while the plan is made. Bit 1 << line of a byte: the person said it. */
typedef struct lyh_release_said {
    size_t codes;
    /** The codes right above @code; @count of them. */
    const size_t *(*parents)(const void *user, size_t code, size_t *count);
    /** Set @lines[person] for every person: bits of PLUS, MINUS, NEUTRAL and WISH. */
    void (*fill)(const void *user, size_t code, unsigned char *lines);
    /** Hits of @code that are of no code below it; (size_t)-1 when nobody can tell. */
    size_t (*own)(const void *user, size_t code, lyh_line line);
    /** Has somebody accepted, with a reason, that @group (as printed) says none or all? NULL: nobody. */
    bool (*accepts)(const void *user, const char *group, size_t code, lyh_line line);
    const void *user;
} lyh_release_said;

/** What is shown together. */
typedef struct lyh_release_split {
    size_t first;
    size_t second; /* nested within the first, or (size_t)-1 */
    size_t time;   /* 0 is the earliest; splits come in the order of their times */
} lyh_release_split;

typedef struct lyh_release lyh_release;

/**
 * Plan the release of @splits of @persons persons. With @weights (NULL: 1 each) each stands for so
 * many, all alike in their attributes. @said may be NULL: then it is only known which
 * groups there are, and nothing is hidden. Borrows nothing. Free with lyh_release_free().
 */
lyh_release *lyh_release_new(size_t persons, const size_t *weights,
                             const lyh_release_attribute *attributes,
                             const lyh_release_split *splits, size_t split_count,
                             const lyh_release_said *said, size_t threshold,
                             const lyh_catalog *catalog);
/**
 * The plan @made once more, of the same persons by the same splits, its groups named in the language
 * of @catalog: what is hidden is not worked out again. Free with lyh_release_free().
 */
lyh_release *lyh_release_again(const lyh_release *made, size_t persons,
                               const size_t *weights,
                               const lyh_release_attribute *attributes,
                               const lyh_release_split *splits, size_t split_count,
                               const lyh_catalog *catalog);
/** NULL is fine. */
void lyh_release_free(lyh_release *release);

/** The split may not be shown: fewer than two groups are left. It has no parts then. */
bool lyh_release_is_refused(const lyh_release *release, size_t split);

/** The plan of groups of a split by one attribute; NULL of a pair, and when it is refused. Lent. */
const lyh_grouping *lyh_release_grouping(const lyh_release *release, size_t split);

/**
 * Parts of @split, in the order of print: the groups of its only attribute; of a pair each group of
 * the first followed by its groups of the second, when there are at least two.
 */
size_t lyh_release_parts(const lyh_release *release, size_t split);
/** Names of a part: by the first attribute; by the second "" where it is all of the first. Lent. */
const char *lyh_release_name(const lyh_release *release, size_t split, size_t part);
const char *lyh_release_second_name(const lyh_release *release, size_t split, size_t part);
/** Both: "brukare, Övriga (A-stad, B-stad)". Lent. */
const char *lyh_release_full_name(const lyh_release *release, size_t split, size_t part);
size_t lyh_release_size(const lyh_release *release, size_t split, size_t part);
bool lyh_release_is_merged(const lyh_release *release, size_t split, size_t part);
/** The part that @part is a group of, or (size_t)-1. */
size_t lyh_release_within(const lyh_release *release, size_t split, size_t part);
/** The smallest part that @person is in; (size_t)-1 when the split is refused. */
size_t lyh_release_part_of(const lyh_release *release, size_t split, size_t person);

/** Is the number of persons of @part who said @line of @code hidden? */
bool lyh_release_hides(const lyh_release *release, size_t split, size_t part, size_t code,
                       lyh_line line);
/** Are the part's statements, hits and words hidden, which would tell of persons? So when the persons are. */
bool lyh_release_hides_words(const lyh_release *release, size_t split, size_t part,
                             size_t code, lyh_line line);

/** Did something have to be hidden because it was too large to be worked out? */
bool lyh_release_is_unsure(const lyh_release *release);

#endif
