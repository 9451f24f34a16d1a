#include "cell.h"

#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

#include "view.h"

/* "{{av:tid.minus}}" is what people copy from their text. */
static char *without_braces(const char *name)
{
    char *cleaned = lyh_id_clean(name);
    char *kept = g_strdup(cleaned);
    free(cleaned);
    size_t size = strlen(kept);
    if (size < 4 || !g_str_has_prefix(kept, "{{") || !g_str_has_suffix(kept, "}}"))
        return kept;
    char *inside = g_strstrip(g_strndup(kept + 2, size - 4));
    g_free(kept);
    static const char *const measures[] = { "n:", "av:", "ord:" };
    for (size_t i = 0; i < G_N_ELEMENTS(measures); i++)
        if (g_str_has_prefix(inside, measures[i]))
            return memmove(inside, inside + strlen(measures[i]),
                           strlen(inside) - strlen(measures[i]) + 1);
    return inside;
}

/* What may stand behind the code: nothing, or the beginning of one of the two other parts. */
static bool ends_code(const char *rest)
{
    return *rest == '\0' || *rest == '.' || *rest == '@';
}

/* The code at the beginning of @name, called by its name or else by its label. */
static size_t code_called(const lyh_codebook *codebook, const char *name, bool by_label,
                          const char **rest)
{
    size_t found = LYH_NONE, longest = 0;
    for (size_t i = 0; i < lyh_codebook_count(codebook); i++) {
        const lyh_code *code = lyh_codebook_code(codebook, i);
        const char *called = by_label ? code->label : code->name;
        size_t size = strlen(called);
        if (size == 0 || size < longest || strncmp(name, called, size) != 0 ||
            !ends_code(name + size))
            continue;
        found = size == longest ? LYH_NONE : i; /* two of one label: neither is meant */
        longest = size;
        *rest = name + size;
    }
    return found;
}

/* The same; @rest is what follows it. LYH_NONE: no code begins it. */
static size_t code_at(const lyh_codebook *codebook, const char *name, const char **rest)
{
    size_t found = code_called(codebook, name, false, rest);
    return found == LYH_NONE ? code_called(codebook, name, true, rest) : found;
}

/* ".plus" and the like; LYH_MEASURE_COUNT for none of these. */
static lyh_measure measure_called(const char *name)
{
    static const char *const names[LYH_MEASURE_COUNT] = {
        [LYH_MEASURE_ANY] = "any",     [LYH_MEASURE_PLUS] = "plus",
        [LYH_MEASURE_MINUS] = "minus", [LYH_MEASURE_NEUTRAL] = "neutral",
        [LYH_MEASURE_WISH] = "wish",
    };
    lyh_measure measure = LYH_MEASURE_ANY;
    while (measure < LYH_MEASURE_COUNT && strcmp(names[measure], name) != 0 &&
           strcmp(lyh_measure_name(measure), name) != 0)
        measure++;
    return measure;
}

/* A measure at the beginning of @rest, which is moved behind it. */
static bool take_measure(lyh_cli *cli, lyh_place place, const char **rest,
                         lyh_measure *measure)
{
    *measure = LYH_MEASURE_ANY;
    if (**rest != '.')
        return true;
    size_t size = strcspn(*rest + 1, "@");
    g_autofree char *wanted = g_strndup(*rest + 1, size);
    *rest += size + 1;
    *measure = measure_called(wanted);
    if (*measure < LYH_MEASURE_COUNT)
        return true;
    lyh_diags_error(cli->diags, "cell-unknown", place,
                    "'.%s' is no measure; write .plus, .minus, .neutral or .wish behind "
                    "the code, or nothing for everyone who took it up",
                    wanted);
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
}

/* "@kontor=Norr" at the beginning of @rest, which is moved behind it: up to the next @ or the end. */
static bool take_group(lyh_cli *cli, lyh_study *study, lyh_place place, const char **rest,
                       size_t *attribute, char **value)
{
    if (**rest == '\0')
        return true;
    const char *sign = strchr(*rest, '=');
    if (!sign) {
        lyh_diags_error(cli->diags, "cell-unknown", place,
                        "'%s' names no group; write @ATTRIBUTE=VALUE", *rest);
        return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
    }
    g_autofree char *name = g_strstrip(g_strndup(*rest + 1, (size_t)(sign - *rest) - 1));
    size_t size = strcspn(sign + 1, "@");
    *attribute = view_attribute(cli, study, name);
    *value = g_strstrip(g_strndup(sign + 1, size));
    *rest = sign + 1 + size;
    return *attribute != LYH_NONE;
}

static bool take_groups(cli_cell *cell, lyh_cli *cli, lyh_study *study, lyh_place place,
                        const char *rest)
{
    if (!take_group(cli, study, place, &rest, &cell->attribute, &cell->value) ||
        !take_group(cli, study, place, &rest, &cell->second, &cell->second_value))
        return false;
    if (*rest == '\0' && (cell->second == LYH_NONE || cell->second != cell->attribute))
        return true;
    lyh_diags_error(cli->diags, "cell-unknown", place,
                    "a group is of one attribute, or of two different ones: "
                    "@ATTRIBUTE=VALUE@ATTRIBUTE=VALUE");
    return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
}

bool cli_cell_read(cli_cell *cell, lyh_cli *cli, lyh_study *study, lyh_place place,
                   const char *name)
{
    *cell = (cli_cell){ .attribute = LYH_NONE, .second = LYH_NONE };
    const char *rest = NULL;
    if (lyh_text_invalid(name, strlen(name)) < strlen(name)) {
        lyh_diags_error(cli->diags, "encoding", place,
                        "the name of the number is not UTF-8");
        return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
    }
    g_autofree char *plain = without_braces(name);
    cell->code = code_at(lyh_study_codebook(study), plain, &rest);
    if (cell->code == LYH_NONE) {
        g_autofree char *code = g_strndup(plain, strcspn(plain, ".@"));
        lyh_diags_error(cli->diags, "code-unknown", place,
                        "the codebook has no code '%s'; lyhord tally lists those there are",
                        code);
        return lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, "");
    }
    return take_measure(cli, place, &rest, &cell->measure) &&
           take_groups(cell, cli, study, place, rest);
}

bool cli_cell_find(cli_cell *cell, const lyh_study *study, const char *name)
{
    const char *rest = NULL;
    *cell = (cli_cell){ .attribute = LYH_NONE, .second = LYH_NONE };
    cell->code = code_at(lyh_study_codebook(study), name, &rest);
    if (cell->code != LYH_NONE && *rest == '.')
        cell->measure = measure_called(rest + 1);
    return cell->code != LYH_NONE && cell->measure < LYH_MEASURE_COUNT && *rest != '@';
}

void cli_cell_clear(cli_cell *cell)
{
    g_free(cell->value);
    g_free(cell->second_value);
}
