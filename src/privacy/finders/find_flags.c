#include "finders.h"

#include <string.h>

#include <lyhord/base/catalog.h>

#define ENDING(text) text, sizeof text - 1

/* Endings that make a word one of a class, whatever stands before: förlossningsdepression. */
static const struct {
    const char *text;
    size_t size;
    lyh_finding_kind kind;
} endings[] = {
    { ENDING("brott"), LYH_FINDING_CRIME },
    { ENDING("brottet"), LYH_FINDING_CRIME },
    { ENDING("misshandel"), LYH_FINDING_CRIME },
    { ENDING("misshandeln"), LYH_FINDING_CRIME },
    { ENDING("stöld"), LYH_FINDING_CRIME },
    { ENDING("stölder"), LYH_FINDING_CRIME },
    { ENDING("rån"), LYH_FINDING_CRIME },
    { ENDING("bedrägeri"), LYH_FINDING_CRIME },
    { ENDING("innehav"), LYH_FINDING_CRIME },
    { ENDING("våldtäkt"), LYH_FINDING_CRIME },
    { ENDING("sjukdom"), LYH_FINDING_DIAGNOSIS },
    { ENDING("sjukdomen"), LYH_FINDING_DIAGNOSIS },
    { ENDING("syndrom"), LYH_FINDING_DIAGNOSIS },
    { ENDING("störning"), LYH_FINDING_DIAGNOSIS },
    { ENDING("depression"), LYH_FINDING_DIAGNOSIS },
    { ENDING("cancer"), LYH_FINDING_DIAGNOSIS },
    { ENDING("skada"), LYH_FINDING_DIAGNOSIS },
    { ENDING("psykos"), LYH_FINDING_DIAGNOSIS },
    { ENDING("fobi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("beroende"), LYH_FINDING_DIAGNOSIS },
    { ENDING("infarkt"), LYH_FINDING_DIAGNOSIS },
    { ENDING("tumör"), LYH_FINDING_DIAGNOSIS },
    { ENDING("sjukdomar"), LYH_FINDING_DIAGNOSIS },
    { ENDING("reumatism"), LYH_FINDING_DIAGNOSIS },
    { ENDING("artrit"), LYH_FINDING_DIAGNOSIS },
    { ENDING("skadan"), LYH_FINDING_DIAGNOSIS },
    { ENDING("syndromet"), LYH_FINDING_DIAGNOSIS },
    { ENDING("störningen"), LYH_FINDING_DIAGNOSIS },
    { ENDING("cancern"), LYH_FINDING_DIAGNOSIS },
    { ENDING("demens"), LYH_FINDING_DIAGNOSIS },
    { ENDING("dystrofi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("skleros"), LYH_FINDING_DIAGNOSIS },
    { ENDING("svikt"), LYH_FINDING_DIAGNOSIS },
    { ENDING("allergi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("missbruk"), LYH_FINDING_DIAGNOSIS },
    { ENDING("förskingring"), LYH_FINDING_CRIME },
    { ENDING("förfalskning"), LYH_FINDING_CRIME },
    { ENDING("fylleri"), LYH_FINDING_CRIME },
    { ENDING("häleri"), LYH_FINDING_CRIME },
    { ENDING("smuggling"), LYH_FINDING_CRIME },
    { ENDING("inbrott"), LYH_FINDING_CRIME },
    { ENDING("brottslighet"), LYH_FINDING_CRIME },
    { ENDING("mord"), LYH_FINDING_CRIME },
    { ENDING("stölden"), LYH_FINDING_CRIME },
    { ENDING("rånet"), LYH_FINDING_CRIME },
    { ENDING("chef"), LYH_FINDING_TITLE },
    { ENDING("chefer"), LYH_FINDING_TITLE },
    { ENDING("präst"), LYH_FINDING_TITLE },
    { ENDING("prästen"), LYH_FINDING_TITLE },
    { ENDING("prost"), LYH_FINDING_TITLE },
    { ENDING("kamrer"), LYH_FINDING_TITLE },
    { ENDING("psykiater"), LYH_FINDING_TITLE },
    { ENDING("kirurg"), LYH_FINDING_TITLE },
    { ENDING("intendent"), LYH_FINDING_TITLE },
    { ENDING("inspektör"), LYH_FINDING_TITLE },
    { ENDING("åklagare"), LYH_FINDING_TITLE },
    { ENDING("domare"), LYH_FINDING_TITLE },
    { ENDING("kommissarie"), LYH_FINDING_TITLE },
    { ENDING("lektor"), LYH_FINDING_TITLE },
    { ENDING("arkitekt"), LYH_FINDING_TITLE },
    { ENDING("direktör"), LYH_FINDING_TITLE },
    { ENDING("direktören"), LYH_FINDING_TITLE },
    { ENDING("mästare"), LYH_FINDING_TITLE },
    { ENDING("mästaren"), LYH_FINDING_TITLE },
    { ENDING("överläkare"), LYH_FINDING_TITLE },
    { ENDING("ordförande"), LYH_FINDING_TITLE },
    { ENDING("ordföranden"), LYH_FINDING_TITLE },
    { ENDING("föreståndare"), LYH_FINDING_TITLE },
    { ENDING("föreståndaren"), LYH_FINDING_TITLE },
    { ENDING("chefen"), LYH_FINDING_TITLE },
    { ENDING("ombudsman"), LYH_FINDING_TITLE },
    { ENDING("artist"), LYH_FINDING_TITLE },
    { ENDING("artisten"), LYH_FINDING_TITLE },
    { ENDING("konsulent"), LYH_FINDING_TITLE },
    { ENDING("konsulenten"), LYH_FINDING_TITLE },
    { ENDING("strateg"), LYH_FINDING_TITLE },
    { ENDING("ingenjör"), LYH_FINDING_TITLE },
    { ENDING("konstnär"), LYH_FINDING_TITLE },
    { ENDING("redaktör"), LYH_FINDING_TITLE },
    { ENDING("redaktören"), LYH_FINDING_TITLE },
    { ENDING("professor"), LYH_FINDING_TITLE },
    { ENDING("kapten"), LYH_FINDING_TITLE },
    { ENDING("forskare"), LYH_FINDING_TITLE },
    { ENDING("sångare"), LYH_FINDING_TITLE },
    { ENDING("antikvarie"), LYH_FINDING_TITLE },
    { ENDING("sansvarig"), LYH_FINDING_TITLE },
    { ENDING("sansvarige"), LYH_FINDING_TITLE },
    { ENDING("atrofi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("anemi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("leukemi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("plegi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("lepsi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("dysplasi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("ataxi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("afasi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("algi"), LYH_FINDING_DIAGNOSIS },
    { ENDING("migrän"), LYH_FINDING_DIAGNOSIS },
    { ENDING("neuros"), LYH_FINDING_DIAGNOSIS },
    { ENDING("neuropati"), LYH_FINDING_DIAGNOSIS },
    { ENDING("fibros"), LYH_FINDING_DIAGNOSIS },
    { ENDING("artros"), LYH_FINDING_DIAGNOSIS },
    { ENDING("förlamning"), LYH_FINDING_DIAGNOSIS },
    { ENDING("inflammation"), LYH_FINDING_DIAGNOSIS },
    { ENDING("infektion"), LYH_FINDING_DIAGNOSIS },
    { ENDING("sjuka"), LYH_FINDING_DIAGNOSIS },
    { ENDING("sjukan"), LYH_FINDING_DIAGNOSIS },
    { ENDING("förträngning"), LYH_FINDING_DIAGNOSIS },
    { ENDING("blödning"), LYH_FINDING_DIAGNOSIS },
    { ENDING("missbildning"), LYH_FINDING_DIAGNOSIS },
    { ENDING("prolaps"), LYH_FINDING_DIAGNOSIS },
    { ENDING("fraktur"), LYH_FINDING_DIAGNOSIS },
    { ENDING("ödem"), LYH_FINDING_DIAGNOSIS },
    { ENDING("stenos"), LYH_FINDING_DIAGNOSIS },
    { ENDING("pares"), LYH_FINDING_DIAGNOSIS },
    { ENDING("opati"), LYH_FINDING_DIAGNOSIS },
    { ENDING("förgiftning"), LYH_FINDING_DIAGNOSIS },
    { ENDING("eksem"), LYH_FINDING_DIAGNOSIS },
    { ENDING("astma"), LYH_FINDING_DIAGNOSIS },
    { ENDING("intolerans"), LYH_FINDING_DIAGNOSIS },
    { ENDING("förkalkning"), LYH_FINDING_DIAGNOSIS },
    { ENDING("transplanterad"), LYH_FINDING_DIAGNOSIS },
    { ENDING("opererad"), LYH_FINDING_DIAGNOSIS },
    { ENDING("diagnos"), LYH_FINDING_DIAGNOSIS },
    { ENDING("flimmer"), LYH_FINDING_DIAGNOSIS },
    { ENDING("lymfom"), LYH_FINDING_DIAGNOSIS },
    { ENDING("melanom"), LYH_FINDING_DIAGNOSIS },
    { ENDING("sarkom"), LYH_FINDING_DIAGNOSIS },
    { ENDING("embolism"), LYH_FINDING_DIAGNOSIS },
    { ENDING("emboli"), LYH_FINDING_DIAGNOSIS },
    { ENDING("ångest"), LYH_FINDING_DIAGNOSIS },
    { ENDING("trombos"), LYH_FINDING_DIAGNOSIS },
    { ENDING("hepatit"), LYH_FINDING_DIAGNOSIS },
    { ENDING("kardit"), LYH_FINDING_DIAGNOSIS },
    { ENDING("nefrit"), LYH_FINDING_DIAGNOSIS },
    { ENDING("cystit"), LYH_FINDING_DIAGNOSIS },
    { ENDING("dermatit"), LYH_FINDING_DIAGNOSIS },
    { ENDING("gastrit"), LYH_FINDING_DIAGNOSIS },
    { ENDING("bråck"), LYH_FINDING_DIAGNOSIS },
    { ENDING("handikapp"), LYH_FINDING_DIAGNOSIS },
    { ENDING("autism"), LYH_FINDING_DIAGNOSIS },
    { ENDING("alkoholism"), LYH_FINDING_DIAGNOSIS },
    { ENDING("alkoholist"), LYH_FINDING_DIAGNOSIS },
    { ENDING("skadad"), LYH_FINDING_DIAGNOSIS },
    { ENDING("tränare"), LYH_FINDING_TITLE },
    { ENDING("ledare"), LYH_FINDING_TITLE },
    { ENDING("förman"), LYH_FINDING_TITLE },
    { ENDING("kassör"), LYH_FINDING_TITLE },
    { ENDING("ledamot"), LYH_FINDING_TITLE },
    { ENDING("kantor"), LYH_FINDING_TITLE },
    { ENDING("rektor"), LYH_FINDING_TITLE },
    { ENDING("veterinär"), LYH_FINDING_TITLE },
    { ENDING("pilot"), LYH_FINDING_TITLE },
};

/* As it stands, definite, whose, many. */
static const char *const forms[] = { "", "n", "en", "et", "s", "ns", "ens", "na" };

/* How words begin that tell who is the only one, or what somebody has: enda, siste, yngst; bröt. */
static const char *const beginnings[] = {
    "end", "End", "den", "Den", "ann", "val", "inv", "sit", "sat", "sut", "med", "sis",
    "Sis", "för", "För", "äld", "Äld", "yng", "Yng", "brö", "bru", "bry", "kro", "amp",
    "ope", "stu", "soc", "dål", "spe", "sta", "gru", "bil", "bäs", "stö", "sna", "sva"
};

enum {
    BEGINNINGS = 1u << 13,
    BITS = 1u << 16,
    LONGEST_ENDING = 32,
    WHOLE = G_N_ELEMENTS(endings) * G_N_ELEMENTS(forms)
};

/* An ending in one of its forms. */
typedef struct whole_ending {
    size_t at; /* of its last three bytes */
    char text[LONGEST_ENDING];
    size_t size;
    lyh_finding_kind kind;
} whole_ending;

/* The last three bytes of a word, in as many bits. */
static size_t last_three(const char *end)
{
    const unsigned char *last = (const unsigned char *)end - 3;
    return (last[0] * 67u ^ last[1] * 509u ^ last[2] * 4099u) % BITS;
}

/* The first three, in fewer. */
static size_t first_three(const char *text)
{
    const unsigned char *first = (const unsigned char *)text;
    return (first[0] * 67u ^ first[1] * 509u ^ first[2] * 31u) % BEGINNINGS;
}

static int by_last_bytes(const void *a, const void *b)
{
    const whole_ending *first = (const whole_ending *)a;
    const whole_ending *second = (const whole_ending *)b;
    return first->at < second->at ? -1 : first->at > second->at;
}

/* Every ending in every form, those with the same last bytes together; and where those begin in
 * the list, by the bytes: most words are done with them. */
typedef struct all_endings {
    whole_ending list[WHOLE];
    uint16_t first[BITS]; /* 1 and more; 0 for none */
    bool begins[BEGINNINGS];
} all_endings;

static const all_endings *every_ending(void)
{
    static all_endings all;
    static gsize is_made;
    if (g_once_init_enter(&is_made)) {
        size_t count = 0;
        for (size_t k = 0; k < G_N_ELEMENTS(endings); k++)
            for (size_t form = 0; form < G_N_ELEMENTS(forms); form++) {
                whole_ending *one = &all.list[count++];
                one->kind = endings[k].kind;
                one->size = endings[k].size + strlen(forms[form]);
                g_assert(one->size <= LONGEST_ENDING);
                memcpy(one->text, endings[k].text, endings[k].size);
                memcpy(one->text + endings[k].size, forms[form], strlen(forms[form]));
                one->at = last_three(one->text + one->size);
            }
        qsort(all.list, count, sizeof all.list[0], by_last_bytes);
        for (size_t k = 0; k < G_N_ELEMENTS(beginnings); k++)
            all.begins[first_three(beginnings[k])] = true;
        for (size_t k = count; k > 0; k--)
            all.first[all.list[k - 1].at] = (uint16_t)k;
        g_once_init_leave(&is_made, 1);
    }
    return &all;
}

/* Do two letters begin a word that calls, signs or heads a circle? */
static bool may_call(const char *text)
{
    switch (text[0]) {
    case 'k':
        return text[1] == 'a';
    case 'h':
        return text[1] == 'e';
    case 's':
        return text[1] == 'i' || text[1] == 'm' || text[1] == 'e';
    case 'p':
        return text[1] == 's';
    case 'a':
        return text[1] == 'l';
    case 'n':
        return text[1] == 'i';
    case 'o':
    case 'g':
        return text[1] == 'r';
    default:
        return false;
    }
}

/* May a word that begins so be one find_singled_out() or find_ailment() knows? */
static bool may_begin(const char *text, size_t size, const all_endings *all)
{
    if (size < 3)
        return size == 2 && text[0] == 'a' && text[1] == 'v';
    return all->begins[first_three(text)];
}

/* hemifrån is no robbery (rån), and most places have a handledare. */
static bool is_common_ending(const words *list, size_t i)
{
    static const char *const common[] = { "från",          "handledare",     "handledaren",
                                          "samtalsledare", "samtalsledaren", "arbetsledare",
                                          "arbetsledaren", "intervjuledare", "mötesledare",
                                          "projektledare", "handledares" };
    return word_is_any(list, i, common + 1, G_N_ELEMENTS(common) - 1) ||
           word_ends_in(list, i, common[0]);
}

static void find_by_ending(const words *list, size_t i, const all_endings *all,
                           GArray *findings)
{
    const word *at = &list->items[i];
    const char *end = list->text + at->end;
    size_t last = last_three(end), first = all->first[last];
    if (first == 0 || is_common_ending(list, i))
        return;
    for (size_t k = first - 1; k < WHOLE && all->list[k].at == last; k++) {
        size_t size = all->list[k].size;
        if (word_size(list, i) < size + 3 ||
            memcmp(end - size, all->list[k].text, size) != 0)
            continue;
        add_finding(findings, at->start, at->end, all->list[k].kind, LYH_CONFIDENCE_LOW,
                    N_("the ending of such a word"));
        return;
    }
}

/* "medicinskt ansvarig sjuksköterska": what one person in a municipality is. */
static void find_responsible(const words *list, size_t i, GArray *findings)
{
    if (i == 0 || list->items[i].gap != GAP_SPACE || !word_ends_in(list, i - 1, "skt") ||
        word_size(list, i - 1) < 7 ||
        !(word_is(list, i, "ansvarig") || word_is(list, i, "ansvarige") ||
          word_ends_in(list, i, "sansvarig") || word_ends_in(list, i, "sansvarige")))
        return;
    size_t last = i + (i + 1 < list->count && list->items[i + 1].gap == GAP_SPACE &&
                       (list->items[i + 1].classes & CUE_STAFF));
    add_finding(findings, list->items[i - 1].start, list->items[last].end,
                LYH_FINDING_TITLE, LYH_CONFIDENCE_LOW, N_("the ending of such a word"));
}

/* "hon har autism och nåt som heter PDA", "blind sen födseln, ROP": letters no list explains, where a
 * diagnosis is spoken of. */
static void find_letters_of_diagnosis(const words *list, size_t i, GArray *findings)
{
    enum { NEAR = 7, LONGEST = 5 };
    static const char *const before[] = { "har",  "heter", "fick",  "diagnosen",
                                          "fått", "och",   "kallas" };
    const word *at = &list->items[i];
    if (at->classes || at->has_digit || word_size(list, i) < 2 ||
        word_size(list, i) > LONGEST || i == 0 || at->gap > GAP_COMMA ||
        !(at->gap == GAP_COMMA || word_is_any(list, i - 1, before, G_N_ELEMENTS(before))) ||
        (at->gap == GAP_COMMA && i + 1 < list->count && list->items[i + 1].gap < GAP_COMMA))
        return;
    static const char *const ill[] = { "diagnos", "diagnosen", "diagnoser",
                                       "blind",   "döv",       "sjuk",
                                       "sjukdom", "utredning", "ovanligt" };
    for (size_t k = 1; k <= NEAR && k <= i; k++)
        if (list->items[i - k].classes & WORD_DIAGNOSIS ||
            word_is_any(list, i - k, ill, G_N_ELEMENTS(ill))) {
            add_finding(findings, at->start, at->end, LYH_FINDING_DIAGNOSIS,
                        LYH_CONFIDENCE_LOW, N_("letters where a diagnosis is spoken of"));
            return;
        }
}

void find_flags(const words *list, GArray *findings)
{
    static const struct {
        word_classes class;
        lyh_finding_kind kind;
        const char *why;
    } rows[] = {
        { WORD_CRIME, LYH_FINDING_CRIME, N_("on the list of crimes and sentences") },
        { WORD_DIAGNOSIS, LYH_FINDING_DIAGNOSIS, N_("on the list of diagnoses") },
        { WORD_TITLE, LYH_FINDING_TITLE, N_("on the list of titles that few have") },
    };
    enum { SHORTEST = 5, LONGEST = 24 };
    const all_endings *all = every_ending();
    for (size_t i = 0; i < list->count; i++) {
        const word *at = &list->items[i];
        bool is_listed = (at->classes & (WORD_CRIME | WORD_DIAGNOSIS | WORD_TITLE)) != 0;
        size_t size = at->end - at->start;
        if (!is_listed && !at->is_number && size >= 6)
            find_by_ending(list, i, all, findings);
        if (may_begin(list->text + at->start, size, all)) {
            find_singled_out(list, i, findings);
            find_ailment(list, i, findings);
        }
        if (at->is_capital) {
            if (at->classes & WORD_SMALL)
                find_counted_name(list, i, findings);
            if (at->is_upper)
                find_letters_of_diagnosis(list, i, findings);
        } else if (size >= SHORTEST && size <= LONGEST && !at->is_number) {
            if (!at->classes && size > SHORTEST)
                find_trade(list, i, findings);
            if (list->text[at->end - 1] == 'g' || list->text[at->end - 1] == 'e')
                find_responsible(list, i, findings);
            if (may_call(list->text + at->start))
                find_circle_at(list, i, findings);
        }
        for (size_t k = 0; is_listed && k < G_N_ELEMENTS(rows); k++)
            if (at->classes & rows[k].class)
                add_finding(findings, at->start, list->items[i + at->span - 1u].end,
                            rows[k].kind, LYH_CONFIDENCE_HIGH, rows[k].why);
    }
}
