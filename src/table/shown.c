#include <lyhord/table/writers.h>

#include <string.h>

#include <glib.h>

#include "numbers.h"

static const number_style *style_for(const lyh_catalog *catalog)
{
    static const number_style english = { LYH_MINUS, ".", LYH_NARROW_SPACE };
    static const number_style swedish = { LYH_MINUS, ",", LYH_NARROW_SPACE };
    return strcmp(lyh_catalog_language(catalog), "sv") == 0 ? &swedish : &english;
}

static char *number_shown(int64_t number, unsigned decimals, const lyh_catalog *catalog)
{
    GString *text = g_string_new(NULL);
    number_append(text, number, decimals, style_for(catalog));
    return g_string_free(text, FALSE);
}

static char *percent_shown(const lyh_cell *cell, const lyh_catalog *catalog)
{
    bool is_swedish = strcmp(lyh_catalog_language(catalog), "sv") == 0;
    g_autofree char *number = number_shown(cell->number, cell->decimals, catalog);
    return g_strconcat(number, is_swedish ? LYH_NO_BREAK_SPACE "%" : "%", NULL);
}

static char *of_shown(const lyh_cell *cell, const lyh_catalog *catalog)
{
    g_autofree char *number = number_shown(cell->number, 0, catalog);
    g_autofree char *base = number_shown(cell->base, 0, catalog);
    /* a count of persons out of a base: "7 of 12" */
    return g_strdup_printf(lyh_tr(catalog, "%s of %s"), number, base);
}

char *lyh_cell_shown(const lyh_cell *cell, const lyh_catalog *catalog)
{
    switch (cell->kind) {
    case LYH_CELL_EMPTY:
        return g_strdup("");
    case LYH_CELL_TEXT:
        return g_strdup(cell->word ? cell->word : cell->text);
    case LYH_CELL_COUNT:
        return number_shown(cell->number, 0, catalog);
    case LYH_CELL_DECIMAL:
        return number_shown(cell->number, cell->decimals, catalog);
    case LYH_CELL_OF:
        return of_shown(cell, catalog);
    case LYH_CELL_PERCENT:
        return percent_shown(cell, catalog);
    case LYH_CELL_HIDDEN:
        return g_strdup("..");
    case LYH_CELL_NOT_ASKED:
        return g_strdup("–");
    }
    g_assert_not_reached();
}
