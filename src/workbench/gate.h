/**
 * Who may talk to the workbench, decided from a request's head alone.
 *
 * The page holds interviews, and every web page in the same browser can send requests to
 * loopback. So: the Host must be ours to the letter (a name that resolves to 127.0.0.1 is not:
 * DNS rebinding); whatever shows or changes anything needs the token, which only the opened
 * address held; a change must come from our own page (Origin, Sec-Fetch-Site) and be JSON, which
 * no form can send (cross-site request forgery). OWASP ASVS 4.0.3, 4.2.2, 13.2.3; W3C Fetch
 * Metadata.
 */
#ifndef LYHORD_WORKBENCH_GATE_H
#define LYHORD_WORKBENCH_GATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** 128 bits in hexadecimal digits, and the NUL. */
#define GATE_TOKEN_SIZE 33
/** A change is a few decisions; a dropped transcript is the largest thing that comes. */
#define GATE_MOST_BODY ((size_t)16 << 20)
#define GATE_MOST_PATH 512

typedef struct gatekeeper {
    uint16_t port;
    char token[GATE_TOKEN_SIZE];
} gatekeeper;

/** A request's head. What it lacks is NULL; @length is LYH_NONE where none is said. */
typedef struct gate_request {
    const char *method, *path;
    const char *host, *origin, *fetch_site, *cookie, *content_type;
    size_t length;
} gate_request;

/** Fill @token from 16 random bytes. */
void gate_set_token(gatekeeper *gate, const uint8_t bytes[16]);

/** Is @token ours? Takes the same time wherever it differs. */
bool gate_knows_token(const gatekeeper *gate, const char *token);

/**
 * 200 when the request may go on, else the HTTP status it is refused with: 400 path, 403 host,
 * token or origin, 405 method, 411 no length, 413 too large, 415 no JSON.
 */
unsigned gate_judge(const gatekeeper *gate, const gate_request *request);

#endif
