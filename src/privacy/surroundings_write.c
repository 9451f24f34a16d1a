/*
 * Lays out the weights of surroundings.h as a table in C, on standard output: a program of the build alone, called with the
 * common words and the weights.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "surroundings.h"

enum { SLOTS = 1u << 14 }; /* more than twice as many as there are rows */

static void put(surrounding_row *rows, const char *cue, size_t size, int weight)
{
    uint32_t hash = surroundings_hash(cue, size);
    uint32_t at = hash & (SLOTS - 1);
    while (rows[at].hash && rows[at].hash != hash)
        at = (at + 1) & (SLOTS - 1);
    rows[at] = (surrounding_row){ hash, weight };
}

static void put_line(surrounding_row *rows, const char *line)
{
    const char *stop = strrchr(line, ';');
    if (stop) {
        put(rows, line, (size_t)(stop - line), atoi(stop + 1));
        return;
    }
    g_autofree char *cue = g_strdup_printf("=%s", line);
    put(rows, cue, strlen(cue), 0);
}

int main(int argc, char **argv)
{
    surrounding_row *rows = g_new0(surrounding_row, SLOTS);
    for (int i = 1; i < argc; i++) {
        char *text = NULL;
        if (!g_file_get_contents(argv[i], &text, NULL, NULL))
            return 1;
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (char **line = lines; *line; line++)
            if (**line && **line != '#')
                put_line(rows, *line);
        g_free(text);
    }
    printf("#include \"privacy/surroundings.h\"\n"
           "const uint32_t lyh_surrounding_mask = %u;\n"
           "const surrounding_row lyh_surrounding_rows[%u] = {\n",
           SLOTS - 1, SLOTS);
    for (size_t i = 0; i < SLOTS; i++)
        if (rows[i].hash)
            printf("[%zu]={%uu,%d},\n", i, rows[i].hash, rows[i].weight);
    puts("};");
    g_free(rows);
    return fflush(stdout) == 0 ? 0 : 1;
}
