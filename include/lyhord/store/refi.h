/**
 * A project of qualitative analysis as REFI-QDA 1.5 tells it (2019; urn:QDA-XML:project:1.0): what goes
 * between programs.
 *
 * Users, codes, variables, cases, sources of plain text, selections in them, codings of selections,
 * notes and sets; pictures, sound, film, links and graphs are only counted. Things refer to each
 * other by index; LYH_NONE is none. Strings are lent by the project.
 */
#ifndef LYHORD_STORE_REFI_H
#define LYHORD_STORE_REFI_H

#include <stdbool.h>
#include <stddef.h>

#include <lyhord/base/csv.h>

/** A GUID of 36 lower-case characters, without braces, and its end. */
#define LYH_REFI_GUID_SIZE 37

typedef struct lyh_refi_user {
    const char *guid, *name;
} lyh_refi_user;

typedef struct lyh_refi_code {
    const char *guid, *name;
    const char *description, *colour; /* "" when it has none; "#RRGGBB" */
    size_t parent;                    /* a code before it, or LYH_NONE */
    bool is_codable;                  /* false: a folder of codes */
} lyh_refi_code;

typedef struct lyh_refi_variable {
    const char *guid, *name;
} lyh_refi_variable;

/** A person who was interviewed, for us; for others whatever sources are grouped by. */
typedef struct lyh_refi_case {
    const char *guid, *name;
} lyh_refi_case;

/** What a variable says of a case, or of a source: one of the two is LYH_NONE. */
typedef struct lyh_refi_value {
    size_t variable, of_case, of_source;
    const char *text;
} lyh_refi_value;

typedef struct lyh_refi_source {
    const char *guid, *name;
    const char *text; /* UTF-8 with the line ends it came with, no BOM; zero-terminated */
    size_t size;
    bool has_bom; /* it began with one */
    /* it stood in the XML, where a parser makes every line end LF: what was counted is not seen */
    bool is_inline;
} lyh_refi_source;

/** Positions as the file has them: what they count is for lyh_refi_positions to find out. */
typedef struct lyh_refi_selection {
    const char *guid;
    const char *name,
        *description; /* "" when it has none: a title, or the words selected */
    size_t source, user;
    long start, end;
} lyh_refi_selection;

typedef struct lyh_refi_coding {
    const char *guid;
    size_t source;
    size_t selection; /* LYH_NONE: the whole source */
    size_t code, user;
} lyh_refi_coding;

/** A case holds a source, or a selection: the other is LYH_NONE. */
typedef struct lyh_refi_holding {
    size_t of_case, source, selection;
} lyh_refi_holding;

/** A memo; of all the project when it is about no code, source or coding. */
typedef struct lyh_refi_note {
    const char *guid, *name, *text;
    size_t user, code, source, coding;
} lyh_refi_note;

typedef struct lyh_refi_set {
    const char *guid, *name, *description;
} lyh_refi_set;

/** A code or a source in a set: the other is LYH_NONE. */
typedef struct lyh_refi_member {
    size_t of_set, code, source;
} lyh_refi_member;

/** What a file may hold that has no place here. */
typedef enum lyh_refi_leftover {
    LYH_REFI_MEDIA,      /* pictures, sound and film */
    LYH_REFI_MEDIA_PART, /* selections in those, and in pages of PDF */
    LYH_REFI_LINK,
    LYH_REFI_GRAPH,
    LYH_REFI_STRAY, /* codings, values and members that refer to what the file does not hold */
    LYH_REFI_LEFTOVER_COUNT
} lyh_refi_leftover;

/** Read only: the functions below add to it. */
typedef struct lyh_refi {
    const char *name, *origin;      /* "" when unknown; the program that wrote it */
    const char *description, *date; /* "" or "2026-05-01" */
    bool is_codebook;               /* read from a codebook: only codes and sets */
    const lyh_refi_user *users;
    size_t user_count;
    const lyh_refi_code *codes;
    size_t code_count;
    const lyh_refi_variable *variables;
    size_t variable_count;
    const lyh_refi_case *cases;
    size_t case_count;
    const lyh_refi_value *values;
    size_t value_count;
    const lyh_refi_source *sources;
    size_t source_count;
    const lyh_refi_selection *selections;
    size_t selection_count;
    const lyh_refi_coding *codings;
    size_t coding_count;
    const lyh_refi_holding *holdings;
    size_t holding_count;
    const lyh_refi_note *notes;
    size_t note_count;
    const lyh_refi_set *sets;
    size_t set_count;
    const lyh_refi_member *members;
    size_t member_count;
    size_t left_over[LYH_REFI_LEFTOVER_COUNT];
} lyh_refi;

/** Strings are copied, NULL as "". Free with lyh_refi_free(). */
lyh_refi *lyh_refi_new(const char *name, const char *origin, const char *description,
                       const char *date);
/** NULL is fine. */
void lyh_refi_free(lyh_refi *project);

/**
 * Add one; the index of it. Strings are copied, NULL as "". A GUID that is NULL or "" is made: the same
 * every time for a project of this name, what it is, its name and what it belongs to (UUID version 5).
 */
size_t lyh_refi_add_user(lyh_refi *project, lyh_refi_user user);
size_t lyh_refi_add_code(lyh_refi *project, lyh_refi_code code);
size_t lyh_refi_add_variable(lyh_refi *project, lyh_refi_variable variable);
size_t lyh_refi_add_case(lyh_refi *project, lyh_refi_case one);
size_t lyh_refi_add_source(lyh_refi *project, lyh_refi_source source);
size_t lyh_refi_add_selection(lyh_refi *project, lyh_refi_selection selection);
size_t lyh_refi_add_coding(lyh_refi *project, lyh_refi_coding coding);
size_t lyh_refi_add_note(lyh_refi *project, lyh_refi_note note);
size_t lyh_refi_add_set(lyh_refi *project, lyh_refi_set set);
void lyh_refi_add_value(lyh_refi *project, lyh_refi_value value);
void lyh_refi_add_holding(lyh_refi *project, lyh_refi_holding holding);
void lyh_refi_add_member(lyh_refi *project, lyh_refi_member member);
void lyh_refi_count_left(lyh_refi *project, lyh_refi_leftover what);
/** The codebook alone was read. */
void lyh_refi_set_is_codebook(lyh_refi *project);

/**
 * UUID version 5 (RFC 4122, 4.3: SHA-1 of a namespace and a name) in Lyhörd's own namespace, which is
 * that of URLs (RFC 4122, appendix C) with "urn:lyhord:refi".
 */
void lyh_refi_guid(const char *name, char guid[LYH_REFI_GUID_SIZE]);

#endif
