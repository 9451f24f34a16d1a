#include "ua.h"

#include <stdlib.h>
#include <string.h>

#include "../chart/typesetter.h"
#include "ua_tree.h"

/* ---- the plan ---- */

lyh_plan *lyh_plan_new(void)
{
    lyh_plan *plan = g_new0(lyh_plan, 1);
    plan->elements = g_array_new(FALSE, TRUE, sizeof(lyh_element));
    plan->texts = g_string_chunk_new(4096);
    return plan;
}

void lyh_plan_free(lyh_plan *plan)
{
    if (!plan)
        return;
    g_array_unref(plan->elements);
    g_string_chunk_free(plan->texts);
    g_free(plan);
}

lyh_element *lyh_plan_open(lyh_plan *plan, const char *tag, size_t page)
{
    lyh_element element = { .tag = tag, .depth = plan->depth++, .page = page };
    g_array_append_val(plan->elements, element);
    return &g_array_index(plan->elements, lyh_element, plan->elements->len - 1);
}

void lyh_plan_close(lyh_plan *plan)
{
    g_assert(plan->depth > 0);
    plan->depth--;
}

const char *lyh_plan_keep(lyh_plan *plan, const char *text)
{
    return g_string_chunk_insert(plan->texts, text);
}

/* ---- artifacts ---- */

typedef struct renaming {
    const GArray *furniture; /* lyh_furniture of each Private of the page */
    guint next;
} renaming;

static gboolean rename_private(const GMatchInfo *match, GString *text, void *user)
{
    static const char *const properties[] = {
        [LYH_FURNITURE_NONE] = "/Type /Layout",
        [LYH_FURNITURE_PAGE] = "/Type /Pagination",
        [LYH_FURNITURE_HEADER] = "/Type /Pagination /Subtype /Header",
        [LYH_FURNITURE_FOOTER] = "/Type /Pagination /Subtype /Footer",
    };
    renaming *r = user;
    (void)match;
    g_assert(r->next < r->furniture->len);
    lyh_furniture furniture = g_array_index(r->furniture, lyh_furniture, r->next++);
    g_string_append_printf(text, "/Artifact << %s >> BDC", properties[furniture]);
    return FALSE;
}

/* What was drawn as Private; between operators cairo writes glyphs as numbers, never such a name. */
static char *with_artifacts(const char *content, size_t size, const GArray *furniture)
{
    static const char pattern[] = "^/Private << /MCID [0-9]+ >> BDC$";
    renaming r = { furniture, 0 };
    g_autoptr(GRegex) regex =
        g_regex_new(pattern, G_REGEX_MULTILINE | G_REGEX_RAW | G_REGEX_OPTIMIZE, 0, NULL);
    char *renamed =
        g_regex_replace_eval(regex, content, (gssize)size, 0, 0, rename_private, &r, NULL);
    g_assert(renamed && r.next == furniture->len);
    return renamed;
}

static void make_artifacts(const lyh_ua *ua, int page, const GArray *furniture)
{
    unsigned char *content;
    size_t size;
    qpdf_oh stream =
        qpdf_oh_get_key(ua->qpdf, qpdf_get_page_n(ua->qpdf, (size_t)page), "/Contents");
    QPDF_ERROR_CODE code = qpdf_oh_get_stream_data(ua->qpdf, stream, qpdf_dl_generalized,
                                                   NULL, &content, &size);
    g_assert(!(code & QPDF_ERRORS));
    g_autofree char *renamed = with_artifacts((char *)content, size, furniture);
    qpdf_oh none = qpdf_oh_new_null(ua->qpdf);
    qpdf_oh_replace_stream_data(ua->qpdf, stream, (unsigned char *)renamed, strlen(renamed),
                                none, none);
    free(content);
}

/* ---- pages and fonts ---- */

/* PDF/UA-1 7.21.3.2: glyphs of an embedded TrueType font are called by their numbers. */
static void map_glyphs(const lyh_ua *ua, qpdf_oh font)
{
    qpdf_oh within = qpdf_oh_get_key(ua->qpdf, font, "/DescendantFonts");
    if (!qpdf_oh_is_array(ua->qpdf, within))
        return;
    qpdf_oh glyphs = qpdf_oh_get_array_item(ua->qpdf, within, 0);
    qpdf_oh kind = qpdf_oh_get_key(ua->qpdf, glyphs, "/Subtype");
    if (qpdf_oh_is_name_and_equals(ua->qpdf, kind, "/CIDFontType2"))
        qpdf_oh_replace_key(ua->qpdf, glyphs, "/CIDToGIDMap",
                            qpdf_oh_new_name(ua->qpdf, "/Identity"));
}

static void complete_fonts(const lyh_ua *ua, qpdf_oh page)
{
    qpdf_oh resources = qpdf_oh_get_key(ua->qpdf, page, "/Resources");
    qpdf_oh fonts = qpdf_oh_get_key_if_dict(ua->qpdf, resources, "/Font");
    if (!qpdf_oh_is_dictionary(ua->qpdf, fonts))
        return;
    g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
    qpdf_oh_begin_dict_key_iter(ua->qpdf, fonts);
    while (qpdf_oh_dict_more_keys(ua->qpdf))
        g_ptr_array_add(keys, g_strdup(qpdf_oh_dict_next_key(ua->qpdf)));
    for (guint i = 0; i < keys->len; i++)
        map_glyphs(ua, qpdf_oh_get_key(ua->qpdf, fonts, g_ptr_array_index(keys, i)));
}

static void complete_page(const lyh_ua *ua, int index)
{
    qpdf_oh page = qpdf_get_page_n(ua->qpdf, (size_t)index);
    qpdf_oh_replace_key(ua->qpdf, page, "/Tabs", qpdf_oh_new_name(ua->qpdf, "/S"));
    complete_fonts(ua, page);
    make_artifacts(ua, index, g_ptr_array_index(ua->furniture, index));
}

/* ---- the document ---- */

static char *metadata_of(const lyh_report_info *info)
{
    g_autofree char *settable = lyh_typesetter_settable(info->title);
    g_autofree char *title = g_markup_escape_text(settable, -1);
    return g_strdup_printf(
        "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
        "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
        "<pdfuaid:part>1</pdfuaid:part>\n"
        "<dc:title><rdf:Alt><rdf:li "
        "xml:lang=\"x-default\">%s</rdf:li></rdf:Alt></dc:title>\n"
        "<dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>\n"
        "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n",
        title, lyh_catalog_language(info->catalog));
}

static void add_metadata(const lyh_ua *ua, qpdf_oh root, const lyh_report_info *info)
{
    g_autofree char *text = metadata_of(info);
    qpdf_oh none = qpdf_oh_new_null(ua->qpdf);
    qpdf_oh stream = qpdf_oh_new_stream(ua->qpdf);
    qpdf_oh dict = qpdf_oh_get_dict(ua->qpdf, stream);
    qpdf_oh_replace_stream_data(ua->qpdf, stream, (unsigned char *)text, strlen(text), none,
                                none);
    qpdf_oh_replace_key(ua->qpdf, dict, "/Type", qpdf_oh_new_name(ua->qpdf, "/Metadata"));
    qpdf_oh_replace_key(ua->qpdf, dict, "/Subtype", qpdf_oh_new_name(ua->qpdf, "/XML"));
    qpdf_oh_replace_key(ua->qpdf, root, "/Metadata", stream);
}

static gboolean append_id(void *id, void *element, void *user)
{
    const struct {
        const lyh_ua *ua;
        qpdf_oh names;
    } *to = user;
    qpdf_oh_append_item(to->ua->qpdf, to->names, qpdf_oh_new_string(to->ua->qpdf, id));
    qpdf_oh_append_item(to->ua->qpdf, to->names, GPOINTER_TO_UINT(element));
    return FALSE;
}

static void add_ids(const lyh_ua *ua, qpdf_oh root)
{
    if (g_tree_nnodes(ua->ids) == 0)
        return;
    struct {
        const lyh_ua *ua;
        qpdf_oh names;
    } to = { ua, qpdf_oh_new_array(ua->qpdf) };
    g_tree_foreach(ua->ids, append_id, &to);
    qpdf_oh tree = qpdf_oh_new_dictionary(ua->qpdf);
    qpdf_oh_replace_key(ua->qpdf, tree, "/Names", to.names);
    qpdf_oh_replace_key(ua->qpdf, qpdf_oh_get_key(ua->qpdf, root, "/StructTreeRoot"),
                        "/IDTree", tree);
}

/* cairo counts those one sees at first as if they were hidden. */
static void complete_outline(const lyh_ua *ua, qpdf_oh root)
{
    qpdf_oh outline = qpdf_oh_get_key(ua->qpdf, root, "/Outlines");
    g_assert(qpdf_oh_is_dictionary(ua->qpdf, outline)); /* of the title at least */
    int count = qpdf_oh_get_int_value_as_int(ua->qpdf,
                                             qpdf_oh_get_key(ua->qpdf, outline, "/Count"));
    qpdf_oh_replace_key(ua->qpdf, outline, "/Count",
                        qpdf_oh_new_integer(ua->qpdf, ABS(count)));
    qpdf_oh_replace_key(ua->qpdf, root, "/PageMode",
                        qpdf_oh_new_name(ua->qpdf, "/UseOutlines"));
}

static void complete_document(const lyh_ua *ua, const lyh_report_info *info)
{
    qpdf_oh root = qpdf_get_root(ua->qpdf);
    qpdf_oh viewer = qpdf_oh_new_dictionary(ua->qpdf);
    qpdf_oh_replace_key(ua->qpdf, viewer, "/DisplayDocTitle",
                        qpdf_oh_new_bool(ua->qpdf, QPDF_TRUE));
    qpdf_oh_replace_key(ua->qpdf, root, "/ViewerPreferences", viewer);
    qpdf_oh_replace_key(ua->qpdf, root, "/Lang",
                        qpdf_oh_new_string(ua->qpdf, lyh_catalog_language(info->catalog)));
    complete_outline(ua, root);
    add_metadata(ua, root, info);
    add_ids(ua, root);
}

static GHashTable *parents_of(qpdf_data qpdf)
{
    GHashTable *parents = g_hash_table_new(g_direct_hash, g_direct_equal);
    qpdf_oh root = qpdf_oh_get_key(qpdf, qpdf_get_root(qpdf), "/StructTreeRoot");
    qpdf_oh pairs =
        qpdf_oh_get_key(qpdf, qpdf_oh_get_key(qpdf, root, "/ParentTree"), "/Nums");
    for (int i = 0; i + 1 < qpdf_oh_get_array_n_items(qpdf, pairs); i += 2) {
        int key =
            qpdf_oh_get_int_value_as_int(qpdf, qpdf_oh_get_array_item(qpdf, pairs, i));
        qpdf_oh slots = qpdf_oh_get_array_item(qpdf, pairs, i + 1);
        g_hash_table_insert(parents, GINT_TO_POINTER(key), GUINT_TO_POINTER(slots));
    }
    return parents;
}

static void unref_array(void *array)
{
    g_array_unref(array);
}

static int compare_ids(const void *one, const void *other, void *user)
{
    (void)user;
    return strcmp(one, other);
}

static void ua_init(lyh_ua *ua, qpdf_data qpdf, const lyh_plan *plan, double height)
{
    *ua = (lyh_ua){ .qpdf = qpdf, .plan = plan, .height = height };
    ua->parents = parents_of(qpdf);
    ua->ids = g_tree_new_full(compare_ids, NULL, NULL, NULL);
    ua->furniture = g_ptr_array_new_with_free_func(unref_array);
    for (int i = 0; i < qpdf_get_num_pages(qpdf); i++)
        g_ptr_array_add(ua->furniture, g_array_new(FALSE, FALSE, sizeof(lyh_furniture)));
}

static void ua_clear(lyh_ua *ua)
{
    g_hash_table_unref(ua->parents);
    g_tree_unref(ua->ids);
    g_ptr_array_unref(ua->furniture);
    qpdf_cleanup(&ua->qpdf);
}

static qpdf_data opened(const GByteArray *pdf)
{
    qpdf_data qpdf = qpdf_init();
    qpdf_silence_errors(qpdf);
    qpdf_set_suppress_warnings(qpdf, QPDF_TRUE);
    qpdf_set_attempt_recovery(qpdf, QPDF_FALSE);
    QPDF_ERROR_CODE code =
        qpdf_read_memory(qpdf, "report", (const char *)pdf->data, pdf->len, NULL);
    g_assert(code == QPDF_SUCCESS); /* we have just written it */
    return qpdf;
}

static GByteArray *written(qpdf_data qpdf)
{
    GByteArray *bytes = g_byte_array_new();
    qpdf_init_write_memory(qpdf);
    qpdf_force_pdf_version(qpdf, "1.7");
    qpdf_set_deterministic_ID(qpdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(qpdf, qpdf_o_generate);
    qpdf_set_compress_streams(qpdf, QPDF_TRUE);
    QPDF_ERROR_CODE code = qpdf_write(qpdf);
    g_assert(code == QPDF_SUCCESS);
    g_byte_array_append(bytes, qpdf_get_buffer(qpdf), (guint)qpdf_get_buffer_length(qpdf));
    return bytes;
}

GByteArray *lyh_ua_finish(const GByteArray *pdf, const lyh_plan *plan,
                          const lyh_report_info *info, double height)
{
    lyh_ua ua;
    g_assert(plan->depth == 0);
    ua_init(&ua, opened(pdf), plan, height);
    lyh_ua_walk(&ua);
    for (int i = 0; i < qpdf_get_num_pages(ua.qpdf); i++)
        complete_page(&ua, i);
    complete_document(&ua, info);
    GByteArray *bytes = written(ua.qpdf);
    ua_clear(&ua);
    return bytes;
}
