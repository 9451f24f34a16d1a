/**
 * One reader under fuzzed bytes: what libFuzzer calls, and what the replay of the corpus calls.
 */
#ifndef LYHORD_TESTS_FUZZ_TARGET_H
#define LYHORD_TESTS_FUZZ_TARGET_H

#include <stddef.h>
#include <stdint.h>

typedef struct fuzz_target {
    const char *name; /* also the corpus's folder */
    void (*run)(const uint8_t *data, size_t size);
} fuzz_target;

/** The target called @name, or NULL. */
const fuzz_target *fuzz_target_find(const char *name);

#endif
