#include "markup.h"

#include <string.h>

#include <lyhord/base/text.h>

static const char *entity_of(uint32_t c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

static bool is_outside_xml(uint32_t c)
{
    return (c < 0x20 && c != '\t' && c != '\n') || c == 0x7F || c == 0xFFFE || c == 0xFFFF;
}

void lyh_markup_text(lyh_output *output, const char *text)
{
    size_t size = strlen(text);
    for (size_t at = 0, length; at < size; at += length) {
        uint32_t c = lyh_text_char(text + at, size - at, &length);
        const char *entity = is_outside_xml(c) ? "\uFFFD" : entity_of(c);
        if (entity)
            lyh_output_text(output, entity);
        else
            lyh_output_write(output, text + at, length);
    }
}

void lyh_markup_attribute(lyh_output *output, const char *name, const char *text)
{
    lyh_output_printf(output, " %s=\"", name);
    lyh_markup_text(output, text);
    lyh_output_text(output, "\"");
}
