/*
 * Lays out the word lists as a table in C, on standard output: a program of the build alone. A scan that began by
 * reading forty thousand lines would begin late, and there is one in most commands.
 */
#include <stdio.h>

#include "lists_read.h"

static void write_slots(const entries *table)
{
    printf("static const entry slots[%zu] = {\n", table->mask + 1);
    for (size_t i = 0; i <= table->mask; i++) {
        const entry *at = &table->slots[i];
        if (at->classes)
            printf("[%zu]={0x%llxu,%u,%uu,%uu},\n", i, (unsigned long long)at->classes,
                   (unsigned)at->size, at->hash, at->at);
    }
    puts("};");
}

static void write_bytes(const char *name, const unsigned char *bytes, size_t size)
{
    enum { IN_A_ROW = 32 };
    printf("static const unsigned char %s[] = {", name);
    for (size_t i = 0; i < size; i++)
        printf("%s%u,", i % IN_A_ROW == 0 ? "\n" : "", bytes[i]);
    puts("0};");
}

int main(void)
{
    entries table;
    entries_init(&table);
    lists_read(&table);
    puts("#include \"privacy/entries.h\"");
    write_slots(&table);
    write_bytes("keys", (const unsigned char *)table.keys->str, table.keys->len);
    write_bytes("sieve", table.sieve, ENTRIES_SIEVE);
    printf("const entries_view lyh_fixed_entries = { slots, %zu, (const char *)keys, sieve "
           "};\n",
           table.mask);
    entries_clear(&table);
    return fflush(stdout) == 0 ? 0 : 1;
}
