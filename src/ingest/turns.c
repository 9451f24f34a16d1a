#include "turns.h"

/* The turn that is being read. */
struct open_turn {
    bool is_open;
    lyh_turn turn;
};

struct stray {
    size_t count;
    size_t start, end; /* the first */
};

static const struct paragraph *paragraph_at(const paragraph_list *paragraphs, size_t index)
{
    return &g_array_index(paragraphs->items, struct paragraph, index);
}

/* Speakers of the document stand in the order of the marks, so that indexes are the same. */
static void add_speakers(lyh_document *document, const mark_list *marks)
{
    for (size_t i = 0; i < marks->items->len; i++)
        lyh_document_add_speaker(document, marks_at(marks, i)->label,
                                 marks_at(marks, i)->role);
}

static void end_turn(lyh_document *document, struct open_turn *open)
{
    if (open->is_open)
        lyh_document_add_turn(document, open->turn);
    open->is_open = false;
}

static void begin_turn(lyh_document *document, struct open_turn *open, size_t speaker,
                       size_t start)
{
    end_turn(document, open);
    open->is_open = true;
    open->turn = (lyh_turn){ .start = start,
                             .end = start,
                             .speaker = speaker,
                             .role = lyh_document_speaker(document, speaker)->role,
                             .respondent = LYH_NONE,
                             .question = LYH_NONE };
}

/* The speech of a paragraph: neither its mark nor its closing nor white space beside them. */
static void speech_of(const lyh_document *document, const struct paragraph *paragraph,
                      size_t *start, size_t *end)
{
    const char *text = lyh_document_text(document);
    *start = paragraph->speech;
    *end = paragraph->closing;
    while (*start < *end && text[*start] == ' ')
        ++*start;
    while (*end > *start && text[*end - 1] == ' ')
        --*end;
}

static void read_paragraph(lyh_document *document, const struct paragraph *paragraph,
                           struct open_turn *open, bool has_marks, struct stray *stray)
{
    size_t start, end;
    speech_of(document, paragraph, &start, &end);
    if (paragraph->mark != LYH_NONE)
        begin_turn(document, open, paragraph->mark, start);
    else if (!has_marks && !open->is_open && start < end)
        begin_turn(document, open,
                   lyh_document_add_speaker(document, "", LYH_ROLE_RESPONDENT), start);

    if (start < end && open->is_open) {
        open->turn.end = end;
    } else if (start < end && stray->count++ == 0) {
        stray->start = start;
        stray->end = end;
    }
    if (paragraph->closing < paragraph->end)
        end_turn(document, open);
}

void turns_add(lyh_document *document, const paragraph_list *paragraphs,
               const mark_list *marks, const lyh_source *source, lyh_diags *diags)
{
    bool has_marks = marks->items->len > 0;
    struct open_turn open = { .is_open = false };
    struct stray stray = { .count = 0 };
    add_speakers(document, marks);
    for (size_t i = 0; i < paragraphs->items->len; i++)
        read_paragraph(document, paragraph_at(paragraphs, i), &open, has_marks, &stray);
    end_turn(document, &open);

    if (!has_marks && lyh_document_turn_count(document) > 0)
        lyh_diags_warning(
            diags, "no-marks", lyh_place_file(lyh_document_path(document)),
            "no line begins with a speaker mark such as 'I:'; all of it is taken "
            "for a respondent's words");
    if (stray.count > 0)
        lyh_diags_warning(
            diags, "text-outside-turns",
            lyh_document_place(document, source, stray.start, stray.end),
            "text before the first speaker mark, or after a closing, is nobody's "
            "turn and not counted (paragraphs: %zu; this is the first)",
            stray.count);
}
