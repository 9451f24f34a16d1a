#include <lyhord/privacy/findings.h>

#include <string.h>

#include <glib.h>

#include <lyhord/base/catalog.h>
#include <lyhord/base/text.h>

static const struct kind {
    const char *name; /* msgid */
    const char *word;
} kinds[] = {
    [LYH_FINDING_PERSONNUMMER] = { N_("personnummer"), "personnummer" },
    [LYH_FINDING_SAMORDNINGSNUMMER] = { N_("samordningsnummer"), "samordningsnummer" },
    [LYH_FINDING_LIKE_PERSONNUMMER] = { N_("like a personnummer"), "liknar-personnummer" },
    [LYH_FINDING_ORGANISATION_NUMBER] = { N_("organisation number"),
                                          "organisationsnummer" },
    [LYH_FINDING_CASE_NUMBER] = { N_("case number"), "ärendenummer" },
    [LYH_FINDING_ACCOUNT] = { N_("account"), "konto" },
    [LYH_FINDING_PHONE] = { N_("phone number"), "telefon" },
    [LYH_FINDING_EMAIL] = { N_("e-mail address"), "e-post" },
    [LYH_FINDING_URL] = { N_("web address"), "webbadress" },
    [LYH_FINDING_HANDLE] = { N_("user name"), "användarnamn" },
    [LYH_FINDING_ADDRESS] = { N_("street address"), "adress" },
    [LYH_FINDING_POSTAL_CODE] = { N_("postal code"), "postnummer" },
    [LYH_FINDING_PROPERTY] = { N_("property name"), "fastighet" },
    [LYH_FINDING_NAME] = { N_("name of a person"), "namn" },
    [LYH_FINDING_MUNICIPALITY] = { N_("municipality"), "kommun" },
    [LYH_FINDING_REGION] = { N_("region"), "region" },
    [LYH_FINDING_PLACE] = { N_("place"), "plats" },
    [LYH_FINDING_WORKPLACE] = { N_("workplace"), "arbetsplats" },
    [LYH_FINDING_DATE] = { N_("exact date"), "datum" },
    [LYH_FINDING_SUM] = { N_("exact sum"), "belopp" },
    [LYH_FINDING_ID] = { N_("code outside the scheme"), "kod" },
    [LYH_FINDING_GENDER] = { N_("gender"), "kön" },
    [LYH_FINDING_AGE] = { N_("age"), "ålder" },
    [LYH_FINDING_TITLE] = { N_("rare title"), "titel" },
    [LYH_FINDING_DIAGNOSIS] = { N_("diagnosis"), "diagnos" },
    [LYH_FINDING_CRIME] = { N_("crime"), "brott" },
    [LYH_FINDING_DOUBT] = { N_("worth a look"), "tveksamt" },
};
G_STATIC_ASSERT(G_N_ELEMENTS(kinds) == LYH_FINDING_KINDS);

const char *lyh_finding_name(lyh_finding_kind kind)
{
    g_assert((size_t)kind < G_N_ELEMENTS(kinds));
    return kinds[kind].name;
}

const char *lyh_finding_word(lyh_finding_kind kind)
{
    g_assert((size_t)kind < G_N_ELEMENTS(kinds));
    return kinds[kind].word;
}

bool lyh_finding_kind_of(const char *word, lyh_finding_kind *kind)
{
    for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (strcmp(kinds[i].word, word) != 0)
            continue;
        *kind = (lyh_finding_kind)i;
        return true;
    }
    return false;
}

bool lyh_finding_is_flag(lyh_finding_kind kind)
{
    return kind >= LYH_FINDING_AGE;
}

bool lyh_finding_may_be_accepted(lyh_finding_kind kind)
{
    return kind != LYH_FINDING_PERSONNUMMER && kind != LYH_FINDING_SAMORDNINGSNUMMER;
}

char *lyh_finding_target(const lyh_finding *finding, const char *text)
{
    GString *target = g_string_new(lyh_finding_word(finding->kind));
    bool is_apart = true;
    for (size_t i = finding->start; i < finding->end; i++) {
        bool is_space = g_ascii_isspace(text[i]);
        if (is_apart && !is_space)
            g_string_append_c(target, ' ');
        if (!is_space)
            g_string_append_c(target, text[i]);
        is_apart = is_space;
    }
    return g_string_free(target, FALSE);
}
