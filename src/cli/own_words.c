#include "own_words.h"

#include <string.h>

#include <cmark.h>

#include "../base/listing.h"
#include "placeholders.h"

#define FOLDER "report"
#define ENDING ".md"
#define THEME "tema-"
#define QUESTION "fraga-"
#define LETTER "informationsbrev"

struct cli_own_words {
    GHashTable *chapters; /* "metod" -> cmark_node, owned */
};

static const char *const chapters[] = {
    "bortfall",         "diskussion",     "fragor", "generaliserbarhet",
    "informationsbrev", "lattlast",       "metod",  "onskemal",
    "resultat",         "sammanfattning", "uppdrag"
};

static void free_node(void *node)
{
    cmark_node_free(node);
}

/* ---- reading ---- */

typedef struct chapter_reader {
    const report_material *material;
    cli_own_words *words;
    bool is_wrong;
} chapter_reader;

static bool has_question(const lyh_study *study, const char *number)
{
    for (size_t i = 0; i < lyh_study_question_count(study); i++)
        if (strcmp(lyh_study_question(study, i), number) == 0)
            return *number != '\0';
    return false;
}

static bool is_chapter(const report_material *material, const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(chapters); i++)
        if (strcmp(chapters[i], name) == 0)
            return true;
    if (g_str_has_prefix(name, QUESTION))
        return has_question(material->study, name + strlen(QUESTION));
    const lyh_codebook *codebook = lyh_study_codebook(material->study);
    return codebook && g_str_has_prefix(name, THEME) &&
           lyh_codebook_find(codebook, name + strlen(THEME)) != LYH_NONE;
}

static void say_unread(const chapter_reader *reader, const char *path, int line,
                       const char *what)
{
    lyh_cli *cli = reader->material->cli;
    lyh_diags_warning(cli->diags, "own-text-unread",
                      lyh_place_line(path, (size_t)MAX(line, 1), 1),
                      "%s are no part of a report and are left out; write it in words",
                      lyh_tr(cli->messages, what));
}

/* Everything that own_words_add() passes over. */
static void look_for_unread(const chapter_reader *reader, const char *path,
                            cmark_node *document)
{
    cmark_iter *walk = cmark_iter_new(document);
    for (cmark_event_type event; (event = cmark_iter_next(walk)) != CMARK_EVENT_DONE;) {
        cmark_node *node = cmark_iter_get_node(walk);
        int line = cmark_node_get_start_line(node);
        if (event != CMARK_EVENT_ENTER)
            continue;
        switch (cmark_node_get_type(node)) {
        case CMARK_NODE_IMAGE:
            say_unread(reader, path, line, N_("pictures"));
            break;
        case CMARK_NODE_CODE_BLOCK:
            say_unread(reader, path, line,
                       N_("blocks of code (lines that begin with four "
                          "spaces, too)"));
            break;
        case CMARK_NODE_HTML_BLOCK:
        case CMARK_NODE_HTML_INLINE:
            say_unread(reader, path, line, N_("HTML tags"));
            break;
        default:
            break;
        }
    }
    cmark_iter_free(walk);
}

static void read_chapter(chapter_reader *reader, const char *folder, const char *file)
{
    lyh_cli *cli = reader->material->cli;
    g_autofree char *path = g_build_filename(folder, file, NULL);
    lyh_source *source = lyh_source_read(path, LYH_SOURCE_TABLE, cli->diags, &cli->error);
    if (!source) {
        reader->is_wrong = true;
        return;
    }
    size_t errors = lyh_diags_error_count(cli->diags);
    g_autofree char *text = placeholders_fill(reader->material, source);
    reader->is_wrong |= lyh_diags_error_count(cli->diags) > errors;
    cmark_node *document = cmark_parse_document(text, strlen(text), CMARK_OPT_DEFAULT);
    look_for_unread(reader, path, document);
    g_hash_table_insert(reader->words->chapters,
                        g_strndup(file, strlen(file) - strlen(ENDING)), document);
    lyh_source_free(source);
}

static bool is_empty(const char *path)
{
    g_autofree char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) && !*text;
}

static void say_unknown(const chapter_reader *reader, const char *folder, const char *file)
{
    g_autofree char *path = g_build_filename(folder, file, NULL);
    if (is_empty(path)) /* where a theme's text was moved from */
        return;
    g_autofree char *known = NULL;
    for (size_t i = 0; i < G_N_ELEMENTS(chapters); i++) {
        char *more = g_strconcat(known ? known : "", chapters[i], ENDING " ", NULL);
        g_free(known);
        known = more;
    }
    lyh_diags_warning(
        reader->material->cli->diags, "own-text-unknown", lyh_place_file(path),
        "no chapter of a report has this name, so the text is not in it; there "
        "are: %stema-CODE.md fraga-NUMBER.md",
        known);
}

/* The letter as `init` makes it says in brackets who is to be called: until somebody fills that in, it is nobody's. */
static bool is_filled_in(const char *path)
{
    g_autofree char *text = NULL;
    return g_file_get_contents(path, &text, NULL, NULL) &&
           !strstr(text, "[namn och telefon");
}

static void read_letter_of_study(chapter_reader *reader, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, LETTER ENDING, NULL);
    if (!g_hash_table_contains(reader->words->chapters, LETTER) && is_filled_in(path))
        read_chapter(reader, folder, LETTER ENDING);
}

cli_own_words *own_words_read(const report_material *material, const char *folder)
{
    lyh_cli *cli = material->cli;
    g_autofree char *path = g_build_filename(folder, FOLDER, NULL);
    g_autoptr(GPtrArray) files = listing_ending(path, ENDING);
    g_autoptr(cli_own_words) words = g_new0(cli_own_words, 1);
    words->chapters = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_node);
    chapter_reader reader = { material, words, false };
    for (guint i = 0; i < files->len; i++) {
        const char *file = g_ptr_array_index(files, i);
        g_autofree char *name = g_strndup(file, strlen(file) - strlen(ENDING));
        if (is_chapter(material, name))
            read_chapter(&reader, path, file);
        else
            say_unknown(&reader, path, file);
    }
    read_letter_of_study(&reader, folder);
    if (!reader.is_wrong)
        return g_steal_pointer(&words);
    if (cli->error.kind == LYH_ERROR_NONE)
        lyh_error_set(&cli->error, LYH_ERROR_DATA, 0, path);
    return NULL;
}

void own_words_free(cli_own_words *words)
{
    if (!words)
        return;
    g_hash_table_unref(words->chapters);
    g_free(words);
}

/* ---- what is printed of it ---- */

static void add_words(cmark_node *node, GString *text, GPtrArray *addresses);

/* The words of @node and of those after it; addresses of links are gathered. */
static void add_words_from(cmark_node *node, GString *text, GPtrArray *addresses)
{
    for (; node; node = cmark_node_next(node))
        add_words(node, text, addresses);
}

static void add_words(cmark_node *node, GString *text, GPtrArray *addresses)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        g_string_append(text, cmark_node_get_literal(node));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        g_string_append_c(text, ' ');
        break;
    case CMARK_NODE_LINK:
        add_words_from(cmark_node_first_child(node), text, addresses);
        g_ptr_array_add(addresses, (void *)cmark_node_get_url(node));
        break;
    case CMARK_NODE_EMPH:
    case CMARK_NODE_STRONG:
        add_words_from(cmark_node_first_child(node), text, addresses);
        break;
    default:
        break;
    }
}

/* The words of a paragraph, a heading or the like, without addresses. g_free(). */
static char *words_of(cmark_node *node)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) addresses = g_ptr_array_new();
    add_words_from(cmark_node_first_child(node), text, addresses);
    return g_string_free(g_steal_pointer(&text), FALSE);
}

static void add_addresses(const GPtrArray *addresses, lyh_report *report)
{
    for (guint i = 0; i < addresses->len; i++)
        lyh_report_footnote(report, g_ptr_array_index(addresses, i));
}

static void add_paragraph(cmark_node *node, lyh_report *report)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) addresses = g_ptr_array_new();
    add_words_from(cmark_node_first_child(node), text, addresses);
    if (text->len == 0)
        return;
    lyh_report_paragraph(report, text->str);
    add_addresses(addresses, report);
}

static bool is_strong(cmark_node *node)
{
    return node && cmark_node_get_type(node) == CMARK_NODE_STRONG;
}

/* A number leads an item in, or strong words at its beginning. */
static void add_item(cmark_node *paragraph, const char *number, lyh_report *report)
{
    cmark_node *first = cmark_node_first_child(paragraph);
    bool has_lead = !number && is_strong(first);
    g_autofree char *lead = has_lead ? words_of(first) : g_strdup(number);
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(GPtrArray) addresses = g_ptr_array_new();
    add_words_from(has_lead ? cmark_node_next(first) : first, text, addresses);
    lyh_report_item(report, lead, g_strstrip(text->str));
    add_addresses(addresses, report);
}

/* Lists within lists are read out flat. */
static void add_list(cmark_node *list, lyh_report *report)
{
    bool is_numbered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    int number = cmark_node_get_list_start(list);
    for (cmark_node *item = cmark_node_first_child(list); item;
         item = cmark_node_next(item), number++) {
        g_autofree char *lead = is_numbered ? g_strdup_printf("%d.", number) : NULL;
        for (cmark_node *inside = cmark_node_first_child(item); inside;
             inside = cmark_node_next(inside)) {
            if (cmark_node_get_type(inside) == CMARK_NODE_LIST)
                add_list(inside, report);
            else if (cmark_node_get_type(inside) == CMARK_NODE_PARAGRAPH)
                add_item(inside, lead, report);
        }
    }
}

/* A last paragraph that begins with a dash says who speaks. */
static void add_quote(cmark_node *quote, lyh_report *report)
{
    for (cmark_node *node = cmark_node_first_child(quote); node;
         node = cmark_node_next(node)) {
        cmark_node *next = cmark_node_next(node);
        g_autofree char *text = words_of(node);
        g_autofree char *after = next ? words_of(next) : NULL;
        bool is_labelled = after && g_str_has_prefix(after, "— ");
        lyh_report_quote(report, text, is_labelled ? after + strlen("— ") : NULL);
        if (is_labelled)
            node = next;
    }
}

/* No level is passed over: @level is that of the heading above. */
static void add_heading(cmark_node *node, unsigned *level, lyh_report *report)
{
    g_autofree char *text = words_of(node);
    unsigned wanted = (unsigned)cmark_node_get_heading_level(node) + 1;
    *level = MIN(MIN(wanted, *level + 1), 3);
    lyh_report_heading(report, *level, text);
}

static void add_block(cmark_node *node, unsigned *level, lyh_report *report)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        add_heading(node, level, report);
        break;
    case CMARK_NODE_PARAGRAPH:
        add_paragraph(node, report);
        break;
    case CMARK_NODE_LIST:
        add_list(node, report);
        break;
    case CMARK_NODE_BLOCK_QUOTE:
        add_quote(node, report);
        break;
    default:
        break;
    }
}

static void add_chapter(const cli_own_words *words, const char *chapter, unsigned level,
                        lyh_report *report)
{
    cmark_node *document = words ? g_hash_table_lookup(words->chapters, chapter) : NULL;
    lyh_report_typed(report, true);
    for (cmark_node *node = document ? cmark_node_first_child(document) : NULL; node;
         node = cmark_node_next(node))
        add_block(node, &level, report);
    lyh_report_typed(report, false);
}

bool own_words_has(const cli_own_words *words, const char *chapter)
{
    return words && g_hash_table_contains(words->chapters, chapter);
}

void own_words_add(const cli_own_words *words, const char *chapter, lyh_report *report)
{
    add_chapter(words, chapter, 1, report);
}

void own_words_add_theme(const cli_own_words *words, const lyh_code *theme,
                         lyh_report *report)
{
    g_autofree char *chapter = g_strconcat(THEME, theme->name, NULL);
    add_chapter(words, chapter, theme->parent == LYH_NONE ? 2 : 3, report);
}

static char *chapter_of_question(const lyh_study *study, size_t question)
{
    return g_strconcat(QUESTION, lyh_study_question(study, question), NULL);
}

bool own_words_has_question(const cli_own_words *words, const lyh_study *study,
                            size_t question)
{
    g_autofree char *chapter = chapter_of_question(study, question);
    return own_words_has(words, chapter);
}

void own_words_add_question(const cli_own_words *words, const lyh_study *study,
                            size_t question, lyh_report *report)
{
    g_autofree char *chapter = chapter_of_question(study, question);
    add_chapter(words, chapter, 2, report);
}
