/** What the files of undo share. */
#ifndef LYHORD_STUDY_UNDO_PRIVATE_H
#define LYHORD_STUDY_UNDO_PRIVATE_H

#include <glib.h>

#include <lyhord/store/journal.h>
#include <lyhord/study/undo.h>

#include "changes.h"

struct lyh_undo_step {
    char *folder;
    struct undo_record *record;
};

/** The folder in a study that holds the steps: NUMBER.ini, and old bytes under their SHA-256. */
#define UNDO_FOLDER "undo"

/** How a file stands now, compared with before and after the command. */
typedef enum undo_stand { UNDO_AS_BEFORE, UNDO_AS_AFTER, UNDO_CHANGED } undo_stand;

typedef struct undo_file {
    char *path;          /* from the study's folder on */
    char *before;        /* SHA-256, or NULL: it was not there */
    char *after;         /* SHA-256 */
    bool is_folder_made; /* the command made the folder it lies in, too */
    undo_stand stand;    /* when planned */
} undo_file;

/** An event that the command wrote, and how it stands in the journal. */
typedef struct undo_event {
    lyh_event_id id;
    lyh_event_kind kind;
    char *who;
    char *into; /* of a MERGE */
    uint64_t number;
    bool stands; /* it is there, and not taken back */
} undo_event;

/** A step as it was kept. */
typedef struct undo_record {
    unsigned number;
    char *command, *at;
    GArray *files;  /* undo_file */
    GArray *events; /* undo_event */
} undo_record;

/** Numbers (unsigned) of the steps in @folder, smallest first. g_array_unref(). */
GArray *undo_numbers(const char *folder);
/** The path of step @number. g_free(). */
char *undo_record_path(const char *folder, unsigned number);
/** The path of the bytes with that sum. g_free(). */
char *undo_copy_path(const char *folder, const char *sha256);
/** Where a file of a step lies. g_free(). */
char *undo_file_path(const char *folder, const undo_file *file);

/** NULL: @diags says what is wrong with it, or @error. Free with undo_record_free(). */
undo_record *undo_record_read(const char *folder, unsigned number, lyh_diags *diags,
                              lyh_error *error);
undo_record *undo_record_new(const char *command, const char *at);
/** NULL is fine. */
void undo_record_free(undo_record *record);
/** Write it under its number. */
bool undo_record_write(const undo_record *record, const char *folder, lyh_error *error);

/** Remove old bytes that no step in @folder needs. */
void undo_tidy(const char *folder);

/** Plan the removal of all steps of @folder, and return how many files go: what they hold is of before. */
size_t undo_plan_removal(study_changes *changes, const char *folder);

/** Fill in how the events of @record stand. False: @error. */
bool undo_events_look(undo_record *record, lyh_journal *journal, lyh_error *error);
/** May they be taken back? Else @diags and LYH_ERROR_DATA. */
bool undo_events_may_go(const undo_record *record, lyh_journal *journal, lyh_diags *diags,
                        lyh_error *error);
/** Take back those that stand. */
bool undo_events_take_back(const undo_record *record, lyh_journal *journal,
                           const unsigned char random[16], const char *at, lyh_diags *diags,
                           lyh_error *error);

/** Has somebody coded in a transcript that would go? Told in @diags; false: @error. */
bool undo_is_uncoded(const undo_record *record, const char *folder, lyh_journal *journal,
                     lyh_diags *diags, lyh_error *error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(undo_record, undo_record_free)

#endif
