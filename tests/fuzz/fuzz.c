#include <glib.h>

#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Which target it is, the build says. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const fuzz_target *target;
    if (!target)
        target = fuzz_target_find(FUZZ_TARGET);
    g_assert(target);
    target->run(data, size);
    return 0;
}
