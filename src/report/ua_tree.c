#include "ua_tree.h"

#include <string.h>

static qpdf_oh number(const lyh_ua *ua, double value)
{
    return qpdf_oh_new_real_from_double(ua->qpdf, value, 2);
}

static void set_text(const lyh_ua *ua, qpdf_oh dict, const char *key, const char *text)
{
    qpdf_oh_replace_key(ua->qpdf, dict, key, qpdf_oh_new_unicode_string(ua->qpdf, text));
}

static void set_name(const lyh_ua *ua, qpdf_oh dict, const char *key, const char *name)
{
    qpdf_oh_replace_key(ua->qpdf, dict, key, qpdf_oh_new_name(ua->qpdf, name));
}

/* ---- what an element holds ---- */

static int kid_count(const lyh_ua *ua, qpdf_oh element)
{
    qpdf_oh kids = qpdf_oh_get_key(ua->qpdf, element, "/K");
    if (qpdf_oh_is_array(ua->qpdf, kids))
        return qpdf_oh_get_array_n_items(ua->qpdf, kids);
    return qpdf_oh_is_null(ua->qpdf, kids) ? 0 : 1;
}

static qpdf_oh kid_at(const lyh_ua *ua, qpdf_oh element, int index)
{
    qpdf_oh kids = qpdf_oh_get_key(ua->qpdf, element, "/K");
    return qpdf_oh_is_array(ua->qpdf, kids) ? qpdf_oh_get_array_item(ua->qpdf, kids, index)
                                            : kids;
}

static bool is_element(const lyh_ua *ua, qpdf_oh kid)
{
    return qpdf_oh_is_dictionary(ua->qpdf, kid) && qpdf_oh_has_key(ua->qpdf, kid, "/S");
}

/* The ParentTree's slots for the marked content of @page, an array with one a MCID. */
static qpdf_oh slots_of(const lyh_ua *ua, qpdf_oh page)
{
    int key = qpdf_oh_get_int_value_as_int(
        ua->qpdf, qpdf_oh_get_key(ua->qpdf, page, "/StructParents"));
    return GPOINTER_TO_UINT(g_hash_table_lookup(ua->parents, GINT_TO_POINTER(key)));
}

/* ---- what each kind of element gets ---- */

static qpdf_oh attributes(const lyh_ua *ua, qpdf_oh element, const char *owner)
{
    qpdf_oh attributes = qpdf_oh_new_dictionary(ua->qpdf);
    set_name(ua, attributes, "/O", owner);
    qpdf_oh_replace_key(ua->qpdf, element, "/A", attributes);
    return attributes;
}

static void describe_figure(const lyh_ua *ua, qpdf_oh element, const lyh_element *planned)
{
    g_assert(planned->words && *planned->words);
    qpdf_oh layout = attributes(ua, element, "/Layout");
    qpdf_oh box = qpdf_oh_new_array(ua->qpdf);
    double corners[] = { planned->box[0], ua->height - planned->box[3], planned->box[2],
                         ua->height - planned->box[1] };
    for (size_t i = 0; i < G_N_ELEMENTS(corners); i++)
        qpdf_oh_append_item(ua->qpdf, box, number(ua, corners[i]));
    qpdf_oh_replace_key(ua->qpdf, layout, "/BBox", box);
    set_name(ua, layout, "/Placement", "/Block");
    set_text(ua, element, "/Alt", planned->words);
}

static void scope_header(const lyh_ua *ua, qpdf_oh element, const lyh_element *planned)
{
    g_assert(planned->scope);
    qpdf_oh table = attributes(ua, element, "/Table");
    g_autofree char *name = g_strconcat("/", planned->scope, NULL);
    set_name(ua, table, "/Scope", name);
}

static void name_headers(const lyh_ua *ua, qpdf_oh element, const lyh_element *planned)
{
    if (!planned->headers)
        return;
    qpdf_oh headers = qpdf_oh_new_array(ua->qpdf);
    g_auto(GStrv) ids = g_strsplit(planned->headers, " ", -1);
    for (char **id = ids; *id; id++)
        qpdf_oh_append_item(ua->qpdf, headers, qpdf_oh_new_string(ua->qpdf, *id));
    qpdf_oh_replace_key(ua->qpdf, attributes(ua, element, "/Table"), "/Headers", headers);
}

/* cairo forgets where a link leads when that page comes later. */
static void lead_link(const lyh_ua *ua, qpdf_oh annotation, const lyh_element *planned)
{
    qpdf_oh target = qpdf_oh_new_array(ua->qpdf);
    qpdf_oh_append_item(ua->qpdf, target, qpdf_get_page_n(ua->qpdf, planned->target_page));
    qpdf_oh_append_item(ua->qpdf, target, qpdf_oh_new_name(ua->qpdf, "/XYZ"));
    qpdf_oh_append_item(ua->qpdf, target, qpdf_oh_new_integer(ua->qpdf, 0));
    qpdf_oh_append_item(ua->qpdf, target, number(ua, ua->height - planned->target_y));
    qpdf_oh_append_item(ua->qpdf, target, qpdf_oh_new_null(ua->qpdf));
    qpdf_oh_replace_key(ua->qpdf, annotation, "/Dest", target);
    qpdf_oh_replace_key(ua->qpdf, annotation, "/F", qpdf_oh_new_integer(ua->qpdf, 4));
    set_text(ua, annotation, "/Contents", planned->words);
}

static void describe_link(const lyh_ua *ua, qpdf_oh element, const lyh_element *planned)
{
    size_t annotations = 0;
    g_assert(planned->words);
    for (int i = 0; i < kid_count(ua, element); i++) {
        qpdf_oh kid = kid_at(ua, element, i);
        if (!qpdf_oh_is_dictionary_of_type(ua->qpdf, kid, "/OBJR", ""))
            continue;
        lead_link(ua, qpdf_oh_get_key(ua->qpdf, kid, "/Obj"), planned);
        annotations++;
    }
    g_assert(annotations == 1);
}

static void name_element(const lyh_ua *ua, qpdf_oh element, const char *id)
{
    g_assert(!g_tree_lookup(ua->ids, id));
    g_tree_insert(ua->ids, (void *)id, GUINT_TO_POINTER(element));
    qpdf_oh_replace_key(ua->qpdf, element, "/ID", qpdf_oh_new_string(ua->qpdf, id));
}

static void complete(const lyh_ua *ua, qpdf_oh element, const lyh_element *planned)
{
    if (strcmp(planned->tag, "Figure") == 0)
        describe_figure(ua, element, planned);
    else if (strcmp(planned->tag, "Link") == 0)
        describe_link(ua, element, planned);
    else if (strcmp(planned->tag, "L") == 0)
        set_name(ua, attributes(ua, element, "/List"), "/ListNumbering", "/Disc");
    else if (strcmp(planned->tag, "TH") == 0)
        scope_header(ua, element, planned);
    else if (strcmp(planned->tag, "TD") == 0)
        name_headers(ua, element, planned);
    if (planned->id)
        name_element(ua, element, planned->id);
    if (planned->language)
        set_text(ua, element, "/Lang", planned->language);
}

/* ---- what leaves the tree ---- */

/* A Private is no element: its content becomes an artifact, and nobody's. */
static void disown(const lyh_ua *ua, qpdf_oh element, const lyh_element *planned)
{
    qpdf_oh page = qpdf_oh_get_key(ua->qpdf, element, "/Pg");
    g_assert(kid_count(ua, element) == 1);
    int mcid = qpdf_oh_get_int_value_as_int(ua->qpdf, kid_at(ua, element, 0));
    qpdf_oh_set_array_item(ua->qpdf, slots_of(ua, page), mcid, qpdf_oh_new_null(ua->qpdf));

    GArray *of_page = g_ptr_array_index(ua->furniture, planned->page);
    g_array_append_val(of_page, planned->furniture);
}

static qpdf_oh marked_content(const lyh_ua *ua, qpdf_oh page, int mcid)
{
    qpdf_oh content = qpdf_oh_new_dictionary(ua->qpdf);
    set_name(ua, content, "/Type", "/MCR");
    qpdf_oh_replace_key(ua->qpdf, content, "/Pg", page);
    qpdf_oh_replace_key(ua->qpdf, content, "/MCID", qpdf_oh_new_integer(ua->qpdf, mcid));
    return content;
}

static void append_kid(const lyh_ua *ua, qpdf_oh element, qpdf_oh kid)
{
    qpdf_oh kids = qpdf_oh_get_key(ua->qpdf, element, "/K");
    if (!qpdf_oh_is_array(ua->qpdf, kids)) {
        kids = qpdf_oh_wrap_in_array(ua->qpdf, kids);
        qpdf_oh_replace_key(ua->qpdf, element, "/K", kids);
    }
    qpdf_oh_append_item(ua->qpdf, kids, kid);
}

/* The content of @from, on whatever page, is @to's. */
static void take_over(const lyh_ua *ua, qpdf_oh to, qpdf_oh from)
{
    qpdf_oh page = qpdf_oh_get_key(ua->qpdf, from, "/Pg");
    for (int i = 0; i < kid_count(ua, from); i++) {
        int mcid = qpdf_oh_get_int_value_as_int(ua->qpdf, kid_at(ua, from, i));
        append_kid(ua, to, marked_content(ua, page, mcid));
        qpdf_oh_set_array_item(ua->qpdf, slots_of(ua, page), mcid, to);
    }
}

static void join_rows(const lyh_ua *ua, qpdf_oh to, qpdf_oh from)
{
    g_assert(kid_count(ua, to) == kid_count(ua, from));
    for (int i = 0; i < kid_count(ua, from); i++)
        take_over(ua, kid_at(ua, to, i), kid_at(ua, from, i));
}

/* Does @element stay in the tree? */
static bool stays(lyh_ua *ua, qpdf_oh element, const lyh_element *planned)
{
    if (strcmp(planned->tag, "Private") == 0) {
        disown(ua, element, planned);
        return false;
    }
    if (strcmp(planned->tag, "TR") != 0)
        return true;
    if (planned->goes_on) {
        join_rows(ua, ua->row, element);
        return false;
    }
    ua->row = element;
    return true;
}

/* ---- the walk ---- */

static const lyh_element *next_planned(lyh_ua *ua, qpdf_oh element, guint depth)
{
    g_assert(ua->next < ua->plan->elements->len);
    const lyh_element *planned =
        &g_array_index(ua->plan->elements, lyh_element, ua->next++);
    const char *tag = qpdf_oh_get_name(ua->qpdf, qpdf_oh_get_key(ua->qpdf, element, "/S"));
    g_assert(planned->depth == depth && strcmp(planned->tag, tag + 1) == 0);
    return planned;
}

static void walk_kids(lyh_ua *ua, qpdf_oh element, guint depth);

static bool walk_element(lyh_ua *ua, qpdf_oh element, guint depth)
{
    const lyh_element *planned = next_planned(ua, element, depth);
    if (!planned->goes_on)
        complete(ua, element, planned);
    walk_kids(ua, element, depth + 1);
    return stays(ua, element, planned);
}

static void walk_kids(lyh_ua *ua, qpdf_oh element, guint depth)
{
    qpdf_oh kept = qpdf_oh_new_array(ua->qpdf);
    int count = kid_count(ua, element);
    int kept_count = 0;
    for (int i = 0; i < count; i++) {
        qpdf_oh kid = kid_at(ua, element, i);
        if (is_element(ua, kid) && !walk_element(ua, kid, depth))
            continue;
        qpdf_oh_append_item(ua->qpdf, kept, kid);
        kept_count++;
    }
    if (kept_count < count)
        qpdf_oh_replace_key(ua->qpdf, element, "/K", kept);
}

void lyh_ua_walk(lyh_ua *ua)
{
    qpdf_oh root = qpdf_oh_get_key(ua->qpdf, qpdf_get_root(ua->qpdf), "/StructTreeRoot");
    walk_kids(ua, root, 0);
    g_assert(ua->next == ua->plan->elements->len);
}
