#include <lyhord/store/refi_text.h>

#include <stdlib.h>
#include <string.h>

#include <glib.h>

#include <lyhord/base/text.h>

/* From here on the two run in step until the next. */
typedef struct step {
    size_t before, after;
} step;

struct lyh_refi_text {
    GString *bytes;
    GArray *steps; /* step */
};

/* The line end at @text, in bytes: CRLF, CR or LF; 0 for none. */
static size_t line_end(const char *text, size_t size)
{
    if (size >= 2 && text[0] == '\r' && text[1] == '\n')
        return 2;
    return size > 0 && (*text == '\r' || *text == '\n');
}

/* Only where lengths part is there something to remember. */
static void add(lyh_refi_text *text, size_t before, size_t size, const char *new,
                size_t new_size)
{
    if (size != new_size || (new_size > 0 && size > 1)) {
        step here = { before, text->bytes->len };
        g_array_append_val(text->steps, here);
    }
    g_string_append_len(text->bytes, new, (gssize)new_size);
    if (size != new_size) {
        step next = { before + size, text->bytes->len };
        g_array_append_val(text->steps, next);
    }
}

static void add_segment(lyh_refi_text *text, const char *source, size_t before, size_t size)
{
    size_t new_size;
    if (lyh_text_is_nfc_at_sight(source + before, size)) {
        g_string_append_len(text->bytes, source + before, (gssize)size);
        return;
    }
    char *normal = lyh_text_nfc(source + before, size, &new_size);
    add(text, before, size, normal, new_size);
    free(normal);
}

lyh_refi_text *lyh_refi_text_new(const lyh_refi_source *source)
{
    lyh_refi_text *text = g_new0(lyh_refi_text, 1);
    text->bytes = g_string_sized_new(source->size + 1);
    text->steps = g_array_new(FALSE, FALSE, sizeof(step));
    step first = { 0, 0 };
    g_array_append_val(text->steps, first);
    for (size_t i = 0; i < source->size;) {
        size_t end = line_end(source->text + i, source->size - i);
        if (end > 0) {
            add(text, i, end, "\n", 1);
            i += end;
        } else {
            size_t size = lyh_text_segment(source->text + i, source->size - i);
            add_segment(text, source->text, i, size);
            i += size;
        }
    }
    return text;
}

void lyh_refi_text_free(lyh_refi_text *text)
{
    if (!text)
        return;
    g_string_free(text->bytes, TRUE);
    g_array_unref(text->steps);
    g_free(text);
}

const char *lyh_refi_text_bytes(const lyh_refi_text *text, size_t *size)
{
    if (size)
        *size = text->bytes->len;
    return text->bytes->str;
}

size_t lyh_refi_text_at(const lyh_refi_text *text, size_t offset)
{
    size_t low = 0, high = text->steps->len;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (g_array_index(text->steps, step, middle).before <= offset)
            low = middle;
        else
            high = middle;
    }
    step here = g_array_index(text->steps, step, low);
    size_t at = here.after + (offset - here.before);
    if (low + 1 < text->steps->len)
        at = MIN(at, g_array_index(text->steps, step, low + 1).after);
    return MIN(at, text->bytes->len);
}
