#include "persons.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <lyhord/base/text.h>

typedef struct name_person {
    const char *role; /* static */
    size_t number;    /* from 1, among those of the role; 0 until it is known */
} name_person;

/* A spelling that was met, folded. */
typedef struct name_form {
    char *text;
    const char *role; /* a word before it told, or NULL */
    size_t person;    /* index of the form that stands for the person */
    bool is_genitive;
} name_form;

struct name_persons {
    const lyh_study_scan *scan;
    GArray *forms;     /* name_form, in the order of meeting */
    GHashTable *known; /* text -> index into forms */
    GArray
        *persons; /* name_person, beside forms: used where a form stands for its person */
    bool is_settled;
};

/* Roles that tell a reader who is meant without telling whom; the longer of two first. */
static const char *const roles[] = {
    "arbetskonsulent",
    "arbetsterapeut",
    "assistent",
    "barnmorska",
    "behandlare",
    "boendestödjare",
    "bror",
    "chef",
    "coach",
    "dotter",
    "enhetschef",
    "faster",
    "farbror",
    "farfar",
    "farmor",
    "flickvän",
    "fru",
    "granne",
    "handläggare",
    "husläkare",
    "jobbcoach",
    "jurist",
    "kompis",
    "kontaktperson",
    "kurator",
    "kusin",
    "lärare",
    "läkare",
    "mamma",
    "man",
    "moder",
    "mor",
    "morbror",
    "morfar",
    "mormor",
    "moster",
    "pappa",
    "pojkvän",
    "psykolog",
    "rektor",
    "sambo",
    "sjuksköterska",
    "skötare",
    "socionom",
    "socialsekreterare",
    "son",
    "styvpappa",
    "syster",
    "tolk",
    "undersköterska",
    "vän",
    "väninna",
    "överläkare",
};

/* Names that end in s and would be another's genitive without it. */
static const char *const not_genitive[] = {
    "agnes", "alexis",   "andreas", "doris",  "elias", "hans",    "iris",
    "jens",  "johannes", "jonas",   "klas",   "lars",  "linus",   "louis",
    "lukas", "magnus",   "marcus",  "markus", "mats",  "mattias", "niklas",
    "nils",  "rasmus",   "thomas",  "tobias", "tomas", NULL
};

static void clear_form(void *data)
{
    g_free(((name_form *)data)->text);
}

name_persons *name_persons_new(const lyh_study_scan *scan)
{
    name_persons *persons = g_new0(name_persons, 1);
    persons->scan = scan;
    persons->forms = g_array_new(FALSE, FALSE, sizeof(name_form));
    g_array_set_clear_func(persons->forms, clear_form);
    persons->known = g_hash_table_new(g_str_hash, g_str_equal);
    persons->persons = g_array_new(FALSE, TRUE, sizeof(name_person));
    return persons;
}

void name_persons_free(name_persons *persons)
{
    if (!persons)
        return;
    g_hash_table_unref(persons->known);
    g_array_unref(persons->forms);
    g_array_unref(persons->persons);
    g_free(persons);
}

static name_form *form_at(const name_persons *persons, size_t index)
{
    return &g_array_index(persons->forms, name_form, index);
}

/* "handläggaren" and "handläggarens" are "handläggare": an ending of a letter or two. */
static bool is_form_of(const char *word, const char *role)
{
    static const char *const endings[] = { "", "n", "en", "ns", "ens", "s", NULL };
    size_t size = strlen(role);
    return strncmp(word, role, size) == 0 && g_strv_contains(endings, word + size);
}

static const char *role_before(const char *text, size_t start)
{
    size_t end = start;
    while (end > 0 && text[end - 1] == ' ')
        end--;
    const char *from = text + end;
    while (from > text && end < start) {
        const char *before = g_utf8_prev_char(from);
        if (!lyh_char_is_word(g_utf8_get_char(before)))
            break;
        from = before;
    }
    g_autofree char *word = lyh_text_fold(from, (size_t)(text + end - from), NULL);
    for (size_t i = 0; *word && i < G_N_ELEMENTS(roles); i++)
        if (is_form_of(word, roles[i]))
            return roles[i];
    return NULL;
}

void name_persons_see(name_persons *persons, const char *text, size_t start, size_t end)
{
    g_assert(!persons->is_settled);
    const char *role = role_before(text, start);
    char *folded = lyh_text_fold(text + start, end - start, NULL);
    gpointer index;
    if (g_hash_table_lookup_extended(persons->known, folded, NULL, &index)) {
        name_form *form = form_at(persons, GPOINTER_TO_SIZE(index));
        form->role = form->role ? form->role : role;
        free(folded);
        return;
    }
    const name_form form = { folded, role, persons->forms->len, false };
    g_hash_table_insert(persons->known, folded, GSIZE_TO_POINTER(form.person));
    g_array_append_val(persons->forms, form);
}

/* The name that @form is the genitive of, or NULL; g_free(). */
static char *stem_of(const name_persons *persons, const name_form *form)
{
    size_t size = strlen(form->text);
    if (size < 3 || form->text[size - 1] != 's')
        return NULL;
    g_autofree char *stem = g_strndup(form->text, size - 1);
    bool is_stem = g_hash_table_contains(persons->known, stem) ||
                   (!g_strv_contains(not_genitive, form->text) &&
                    lyh_study_scan_takes(persons->scan, "Hen heter ", stem,
                                         LYH_FINDING_NAME, LYH_CONFIDENCE_LOW));
    return is_stem ? g_steal_pointer(&stem) : NULL;
}

/* Every word of the full names -> index of the only form that has it, or LYH_NONE of several. */
static GHashTable *words_of_full_names(const name_persons *persons)
{
    GHashTable *full = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < persons->forms->len; i++) {
        const name_form *form = form_at(persons, i);
        if (!strchr(form->text, ' ') || form->is_genitive)
            continue;
        g_auto(GStrv) words = g_strsplit(form->text, " ", -1);
        for (char **word = words; *word; word++) {
            bool is_first = !g_hash_table_contains(full, *word);
            g_hash_table_insert(full, g_strdup(*word),
                                GSIZE_TO_POINTER(is_first ? i : LYH_NONE));
        }
    }
    return full;
}

/* Genitives go to their names first, so that the rest are names in themselves. */
static void settle_genitives(name_persons *persons)
{
    for (guint i = 0; i < persons->forms->len; i++) {
        g_autofree char *stem = stem_of(persons, form_at(persons, i));
        if (!stem)
            continue;
        gpointer index;
        form_at(persons, i)->is_genitive = true;
        if (g_hash_table_lookup_extended(persons->known, stem, NULL, &index)) {
            form_at(persons, i)->person = GPOINTER_TO_SIZE(index);
            continue;
        }
        /* The name itself never stands there: the genitive stands for it under its stem. */
        char *text = g_strdup(stem);
        g_hash_table_insert(persons->known, text, GSIZE_TO_POINTER(persons->forms->len));
        const name_form form = { text, form_at(persons, i)->role, persons->forms->len,
                                 false };
        form_at(persons, i)->person = form.person;
        g_array_append_val(persons->forms, form);
    }
}

static void settle_short_names(name_persons *persons)
{
    g_autoptr(GHashTable) full = words_of_full_names(persons);
    for (guint i = 0; i < persons->forms->len; i++) {
        name_form *form = form_at(persons, i);
        gpointer whole;
        if (!form->is_genitive && !strchr(form->text, ' ') &&
            g_hash_table_lookup_extended(full, form->text, NULL, &whole) &&
            GPOINTER_TO_SIZE(whole) != LYH_NONE)
            form->person = GPOINTER_TO_SIZE(whole);
    }
}

static size_t person_of(const name_persons *persons, size_t index)
{
    const name_form *form = form_at(persons, index);
    return form->is_genitive ? form_at(persons, form->person)->person : form->person;
}

static void settle(name_persons *persons)
{
    settle_genitives(persons);
    settle_short_names(persons);
    g_array_set_size(persons->persons, persons->forms->len);
    for (guint i = 0; i < persons->forms->len; i++) {
        name_person *person =
            &g_array_index(persons->persons, name_person, person_of(persons, i));
        person->role = person->role ? person->role : form_at(persons, i)->role;
    }
    g_autoptr(GHashTable) last = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < persons->forms->len; i++) {
        name_person *person =
            &g_array_index(persons->persons, name_person, person_of(persons, i));
        if (person->number > 0)
            continue;
        person->role = person->role ? person->role : "person";
        person->number = GPOINTER_TO_SIZE(g_hash_table_lookup(last, person->role)) + 1;
        g_hash_table_insert(last, (char *)person->role, GSIZE_TO_POINTER(person->number));
    }
    persons->is_settled = true;
}

char *name_persons_placeholder(name_persons *persons, const char *text, size_t size)
{
    if (!persons->is_settled)
        settle(persons);
    g_autofree char *folded = lyh_text_fold(text, size, NULL);
    gpointer index;
    bool is_seen = g_hash_table_lookup_extended(persons->known, folded, NULL, &index);
    g_assert(is_seen);
    const name_person *person = &g_array_index(persons->persons, name_person,
                                               person_of(persons, GPOINTER_TO_SIZE(index)));
    return g_strdup_printf("[%s %zu]%s", person->role, person->number,
                           form_at(persons, GPOINTER_TO_SIZE(index))->is_genitive ? "s"
                                                                                  : "");
}
