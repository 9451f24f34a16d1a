#include <lyhord/base/json_write.h>

#include <stddef.h>

static void write_escaped(lyh_output *output, char c)
{
    if (c == '"' || c == '\\')
        lyh_output_printf(output, "\\%c", c);
    else if (c == '\n')
        lyh_output_text(output, "\\n");
    else
        lyh_output_printf(output, "\\u%04x", (unsigned char)c);
}

bool lyh_json_write_text(lyh_output *output, const char *text)
{
    lyh_output_text(output, "\"");
    while (*text) {
        size_t plain = 0;
        while ((unsigned char)text[plain] >= 0x20 && text[plain] != '"' &&
               text[plain] != '\\')
            plain++;
        lyh_output_write(output, text, plain);
        text += plain;
        if (*text)
            write_escaped(output, *text++);
    }
    return lyh_output_text(output, "\"");
}
