/**
 * Whom a statement is about: the service that is asked about, another authority, or the speaker.
 *
 * "Arbetsförmedlingen svarar aldrig" and "jag är alltid tydlig" praise or blame somebody, but not
 * the service. Names are asked about once per type. A study names its service and the others; without
 * others the built-in list stands (data/objects.txt, a reason a line), but for those that the study
 * says of itself: a study of psychiatry is about psychiatry.
 */
#ifndef LYHORD_LANGUAGE_OBJECTS_H
#define LYHORD_LANGUAGE_OBJECTS_H

#include <stdbool.h>
#include <stdint.h>

#include <lyhord/language/vocabulary.h>

/** Names of a kind; what comes behind is not read. */
#define LYH_OBJECTS_NAMES_MAX 500

/** What a study says; NULL and "" say nothing. Names and values have `|` between them. */
typedef struct lyh_objects_options {
    /* names of the service and of others, definite or not, any case; every inflected form is
       meant, `name+` all words that begin so, `+name` compounds that end in it */
    const char *service, *others;
    const char *staff; /* values of attributes that respondents who are the service have */
    const char *own;   /* text about the study, its title: who is named there is no other */
} lyh_objects_options;

typedef struct lyh_objects lyh_objects;

/** Borrows @vocabulary. One thread's, as the vocabulary is. Free with lyh_objects_free(). */
lyh_objects *lyh_objects_new(lyh_vocabulary *vocabulary,
                             const lyh_objects_options *options);
/** NULL is fine. */
void lyh_objects_free(lyh_objects *objects);

/** Does @value, of any attribute of a respondent, say that this person is the service's own? */
bool lyh_objects_is_staff(const lyh_objects *objects, const char *value);

#endif
