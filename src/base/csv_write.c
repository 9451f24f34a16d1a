#include <lyhord/base/csv_write.h>

#include <string.h>

#include "csv_private.h"

const char *lyh_csv_beginning(lyh_csv_style style)
{
    return style == LYH_CSV_PACKAGE ? "\xEF\xBB\xBF" : "";
}

const char *lyh_csv_separator(lyh_csv_style style)
{
    return style == LYH_CSV_C ? "," : ";";
}

const char *lyh_csv_line_end(lyh_csv_style style)
{
    return style == LYH_CSV_SWEDISH ? "\n" : "\r\n";
}

static bool is_a_sign_alone(const char *text)
{
    return strcmp(text, "+") == 0 || strcmp(text, "-") == 0 || strcmp(text, "\u2212") == 0;
}

bool lyh_csv_is_formula_sign(char c)
{
    return c != '\0' && strchr("=+-@\t\r", c) != NULL;
}

bool lyh_csv_write_text(lyh_output *output, const char *text)
{
    /* Words that themselves begin with what looks like a guard get one more, to be taken away again. */
    bool looks_like_formula = lyh_csv_is_formula_sign(text[strspn(text, "'")]);
    const char *guard = looks_like_formula && !is_a_sign_alone(text) ? "'" : "";
    if (!strpbrk(text, ";,\t\"\r\n"))
        return lyh_output_text(output, guard) && lyh_output_text(output, text);

    lyh_output_text(output, "\"");
    lyh_output_text(output, guard);
    for (const char *rest = text; *rest;) {
        size_t plain = strcspn(rest, "\"");
        lyh_output_write(output, rest, plain);
        rest += plain;
        if (*rest == '"') {
            lyh_output_text(output, "\"\"");
            rest++;
        }
    }
    return lyh_output_text(output, "\"");
}
