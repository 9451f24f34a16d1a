/**
 * What the pages ask for and say: a path, a method, and the function that answers.
 *
 * Questions (GET) change nothing. Changes (POST) have a JSON object as body and are in study.db
 * before they are answered. Every answer is a JSON object; a refused one is `{"error": {"code",
 * "message"}}` with the message in the person's language.
 */
#ifndef LYHORD_WORKBENCH_ROUTES_H
#define LYHORD_WORKBENCH_ROUTES_H

#include <jansson.h>

#include <lyhord/base/csv_edit.h>

#include "bench.h"

typedef struct route_call route_call;
struct route_call {
    const char *path;
    json_t *body; /* of a change, an object; else NULL */
    /** The decoded argument @name of the address, or NULL. Lent. */
    const char *(*argument)(const route_call *call, const char *name);
};

/** What is answered: a status and an object, which the caller frees by json_decref(). */
typedef struct route_reply {
    unsigned status;
    json_t *json;
} route_reply;

/** What answers a path. */
typedef route_reply (*route_taker)(workbench *bench, const route_call *call);

/** Answer @call by @method ("GET", "POST"): 404 where no such path is, 405 by another method. */
route_reply route_answer(workbench *bench, const char *method, const route_call *call);

/** A refusal: @code is a word for programs, @message an English msgid for people. */
route_reply route_refuse(const workbench *bench, unsigned status, const char *code,
                         const char *message);
/** Who decides something, or looks at their own, says who they are first. */
route_reply route_refuse_nobody(const workbench *bench);
route_reply route_fine(json_t *json);
/** What the journal refused, or could not do: the first of the diagnostics, or what @error means. */
route_reply route_refuse_journal(const workbench *bench, const lyh_error *error);

/**
 * What @take answers while nobody else reads and changes a file of the study (lyhord/study/lock.h); "busy" when
 * somebody does for too long.
 */
route_reply route_alone(workbench *bench, const route_call *call, route_taker take);

/**
 * Write the file @path of the study as @edit has it, whole or not at all, and read the study anew. When it
 * cannot be read so, the file is as it was, and the refusal says what is wrong.
 */
route_reply route_keep_edit(workbench *bench, const char *path, const lyh_csv_edit *edit);

/** A string of the call's body, or NULL when it is missing or none. Lent. */
const char *route_text(const route_call *call, const char *key);

/** "undo" and "redo" of @json: is there anything for the coder to take back, to do again? */
void route_put_undo(workbench *bench, json_t *json);
/** Where something is, in code points from 0, end exclusive: "start" and "end" of @json. */
void route_put_place(json_t *json, size_t start, size_t end);
/** A coding as pages see it. */
json_t *route_coding(const lyh_stored_coding *coding);

/**
 * The turn that a note on an interview begins with, as the page writes it: "[12] …". @rest is what stands
 * behind it. LYH_NONE: it names none, and @rest is all of @text.
 */
size_t route_noted_turn(const char *text, const char **rest);

/** Who speaks in @document, as pages see it. */
json_t *route_speakers(const lyh_document *document);

/* The answers, by what they show or change. Each in the source of its name. */
route_reply show_words(workbench *bench, const route_call *call);
route_reply show_study(workbench *bench, const route_call *call);
route_reply show_codebook(workbench *bench, const route_call *call);
route_reply show_codebook_effect(workbench *bench, const route_call *call);
route_reply show_codings(workbench *bench, const route_call *call);
route_reply show_statements(workbench *bench, const route_call *call);
route_reply show_summary(workbench *bench, const route_call *call);
route_reply show_finds(workbench *bench, const route_call *call);
route_reply show_groups(workbench *bench, const route_call *call);
route_reply show_kwic(workbench *bench, const route_call *call);
route_reply show_speakers(workbench *bench, const route_call *call);
route_reply take_file(workbench *bench, const route_call *call);
route_reply take_speakers(workbench *bench, const route_call *call);
route_reply take_find(workbench *bench, const route_call *call);
route_reply take_new_texts(workbench *bench, const route_call *call);
route_reply take_group(workbench *bench, const route_call *call);
route_reply show_matrix(workbench *bench, const route_call *call);
route_reply show_agreement(workbench *bench, const route_call *call);
route_reply show_pairs(workbench *bench, const route_call *call);
route_reply show_document(workbench *bench, const route_call *call);
route_reply take_sign_of_life(workbench *bench, const route_call *call);
route_reply take_leave(workbench *bench, const route_call *call);
/* While codings in files wait to be taken in, this alone stands for the study. */
route_reply show_codings_in_files(workbench *bench, const route_call *call);
route_reply take_codings(workbench *bench, const route_call *call);
route_reply take_events(workbench *bench, const route_call *call);
route_reply take_undo(workbench *bench, const route_call *call);
route_reply take_redo(workbench *bench, const route_call *call);
route_reply take_codebook(workbench *bench, const route_call *call);
route_reply take_codebook_back(workbench *bench, const route_call *call);
route_reply take_codebook_question(workbench *bench, const route_call *call);
route_reply take_coder(workbench *bench, const route_call *call);

#endif
