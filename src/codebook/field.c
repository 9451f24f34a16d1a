#include <lyhord/codebook/field.h>

#include "codebook_private.h"

G_STATIC_ASSERT((int)LYH_FIELD_COUNT == (int)COLUMN_COUNT &&
                (int)LYH_FIELD_EXAMPLE == (int)COLUMN_EXAMPLE &&
                (int)LYH_FIELD_PATTERNS == (int)COLUMN_PATTERNS);

static const struct {
    const char *name, *heading;
} fields[LYH_FIELD_COUNT] = {
    [LYH_FIELD_CODE] = { "code", "kod" },
    [LYH_FIELD_PARENT] = { "parent", "överordnad" },
    [LYH_FIELD_LABEL] = { "label", "namn" },
    [LYH_FIELD_COLOUR] = { "colour", "färg" },
    [LYH_FIELD_DEFINITION] = { "definition", "definition" },
    [LYH_FIELD_WHEN] = { "when", "när" },
    [LYH_FIELD_WHEN_NOT] = { "when_not", "inte_när" },
    [LYH_FIELD_EXAMPLE] = { "example", "exempel" },
    [LYH_FIELD_RULES] = { "rules", "regler" },
    [LYH_FIELD_RULES_PLUS] = { "rules_plus", "regler_plus" },
    [LYH_FIELD_RULES_MINUS] = { "rules_minus", "regler_minus" },
    [LYH_FIELD_EXCEPTIONS] = { "exceptions", "undantag" },
    [LYH_FIELD_PATTERNS] = { "pattern", "mönster" },
};

const char *lyh_field_name(lyh_field field)
{
    return fields[field].name;
}

const char *lyh_field_heading(lyh_field field)
{
    return fields[field].heading;
}

const lyh_csv *lyh_codebook_csv(const lyh_codebook *book)
{
    return book->csv;
}

size_t lyh_codebook_column(const lyh_codebook *book, lyh_field field)
{
    return book->columns[field];
}

const char *lyh_codebook_cell(const lyh_codebook *book, size_t code, lyh_field field)
{
    return lyh_csv_cell(book->csv, lyh_codebook_code(book, code)->row,
                        book->columns[field]);
}

lyh_place lyh_codebook_cell_place(const lyh_codebook *book, size_t code, lyh_field field)
{
    size_t column = book->columns[field];
    return lyh_csv_place(book->csv, lyh_codebook_code(book, code)->row,
                         column == LYH_NONE ? book->columns[COLUMN_CODE] : column);
}

lyh_field lyh_codebook_rule_field(const lyh_codebook *book, size_t code, size_t index)
{
    size_t column = lyh_rule_where(lyh_codebook_rule(book, code, index))->column;
    for (lyh_field field = LYH_FIELD_RULES; field < LYH_FIELD_PATTERNS; field++)
        if (book->columns[field] == column)
            return field;
    return LYH_FIELD_PATTERNS;
}
