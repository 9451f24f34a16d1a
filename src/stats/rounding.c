#include <lyhord/stats/rounding.h>

#include <glib.h>

/* Wide enough for any count times any scale: a product never wraps before it is divided. */
__extension__ typedef __int128 wide;

int64_t lyh_ratio(int64_t part, int64_t whole, int64_t scale, unsigned decimals)
{
    g_assert(whole > 0);
    wide numerator = (wide)part * scale;
    for (unsigned i = 0; i < decimals; i++)
        numerator *= 10;

    wide size = numerator < 0 ? -numerator : numerator;
    wide rounded = (2 * size + whole) / (2 * (wide)whole);
    g_assert(rounded <= INT64_MAX);
    return (int64_t)(numerator < 0 ? -rounded : rounded);
}
