/**
 * Text in, findings out: what in a text points at a person.
 *
 * One scan for check, anonymize, report, export and the workbench. A finding is a place, a
 * class, why, and how sure; never a promise that nothing else is there. Swedish law and
 * practice give the classes (docs/architecture.md §7).
 */
#ifndef LYHORD_PRIVACY_FINDINGS_H
#define LYHORD_PRIVACY_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/corpus/scheme.h>
#include <lyhord/language/lexicon.h>

/** Classes of findings. From LYH_FINDING_AGE on they are flags: often the finding of a study itself. */
typedef enum lyh_finding_kind {
    LYH_FINDING_PERSONNUMMER,      /* date and check digit right (Luhn; SKV 704) */
    LYH_FINDING_SAMORDNINGSNUMMER, /* the same with 60 added to the day (SKV 707) */
    LYH_FINDING_LIKE_PERSONNUMMER, /* the shape and a possible date, but the check digit is wrong */
    LYH_FINDING_ORGANISATION_NUMBER,
    LYH_FINDING_CASE_NUMBER, /* ärendenummer, diarienummer, målnummer */
    LYH_FINDING_ACCOUNT,     /* bankgiro, plusgiro, clearing and account, IBAN, card */
    LYH_FINDING_PHONE,
    LYH_FINDING_EMAIL,
    LYH_FINDING_URL,
    LYH_FINDING_HANDLE, /* @user */
    LYH_FINDING_ADDRESS,
    LYH_FINDING_POSTAL_CODE,
    LYH_FINDING_PROPERTY, /* fastighetsbeteckning */
    LYH_FINDING_NAME,
    LYH_FINDING_MUNICIPALITY, /* one of the 290 */
    LYH_FINDING_REGION,       /* one of the 21 */
    LYH_FINDING_PLACE,        /* stadsdel, town, lake, mall, transport card */
    LYH_FINDING_WORKPLACE,    /* an employer, unit or school with its name */
    LYH_FINDING_DATE,         /* an exact day */
    LYH_FINDING_SUM,          /* an exact sum of money */
    LYH_FINDING_ID,           /* a code like a respondent's, outside the scheme */
    LYH_FINDING_GENDER,       /* hon or han where hen is the rule */
    LYH_FINDING_AGE,
    LYH_FINDING_TITLE, /* a title or part that few have */
    LYH_FINDING_DIAGNOSIS,
    LYH_FINDING_CRIME,
    LYH_FINDING_DOUBT /* nothing else has taken it, and who hides names with care would look at it */
} lyh_finding_kind;

#define LYH_FINDING_KINDS ((size_t)LYH_FINDING_DOUBT + 1)

typedef enum lyh_confidence { LYH_CONFIDENCE_LOW, LYH_CONFIDENCE_HIGH } lyh_confidence;

typedef struct lyh_finding {
    size_t start, end; /* bytes */
    lyh_finding_kind kind;
    lyh_confidence confidence;
    const char *why; /* msgid: what makes it a finding; static */
} lyh_finding;

/** "personnummer", "phone number": msgid of what messages call a kind. */
const char *lyh_finding_name(lyh_finding_kind kind);

/** "personnummer", "telefon", "kommun": the fixed word of files (decisions.csv, proposals). */
const char *lyh_finding_word(lyh_finding_kind kind);
/** The kind that @word names; false when none does. */
bool lyh_finding_kind_of(const char *word, lyh_finding_kind *kind);

/** Is it only said, and stops no export: a diagnosis, a crime? */
bool lyh_finding_is_flag(lyh_finding_kind kind);
/** Is it an age that a year of birth tells, "född 64"? Its figures are no age then. */
bool lyh_finding_is_year_of_birth(const lyh_finding *finding);

/**
 * What a person writes in decisions.csv to accept it wherever it stands: "kommun Uppsala", the
 * kind's word and the text as found, white space as one space, compared case-folded. free().
 */
char *lyh_finding_target(const lyh_finding *finding, const char *text);

/** May people accept it at all? A personnummer never leaves. */
bool lyh_finding_may_be_accepted(lyh_finding_kind kind);

/** What the study itself says about names and codes. All lent. */
typedef struct lyh_scan_options {
    const char *const *names; /* the study's own list: names, places, workplaces */
    size_t name_count;
    /* of respondents' ids, or NULL: codes are looked at only when it or an id is known */
    const lyh_scheme *scheme;
    const char *const *ids; /* of respondents, which are codes the study gave */
    size_t id_count;
    /* tells a name from a word where any word has its capital; or NULL. Asked of few words only */
    lyh_lexicon *lexicon;
    /* raw text with lines of one length: a long one may end inside a sentence. A document's text has
     * one paragraph a line, and does not ask for it */
    bool is_wrapped;
} lyh_scan_options;

typedef struct lyh_scanner lyh_scanner;

/** Keeps what it needs of @options but the lexicon, which it borrows. Free with lyh_scanner_free(). */
lyh_scanner *lyh_scanner_new(const lyh_scan_options *options);
/** NULL is fine. */
void lyh_scanner_free(lyh_scanner *scanner);

/**
 * All findings but doubts in @size bytes of UTF-8, in order, none inside another; @count of them. Typed
 * placeholders in square brackets (`[ort]`, `[handläggare 1]`) are none. free(); NULL when none.
 */
lyh_finding *lyh_scanner_find(const lyh_scanner *scanner, const char *text, size_t size,
                              size_t *count);
/** The same and, where nothing surer is found, what is worth a look: LYH_FINDING_DOUBT. Asks the dictionary of every
 * word that it has not seen. */
lyh_finding *lyh_scanner_find_and_doubt(const lyh_scanner *scanner, const char *text,
                                        size_t size, size_t *count);

/** What the lists behind the scan hold and lack, one msgid a row; NULL-ended, static. */
const char *const *lyh_scanner_limits(void);

#endif
