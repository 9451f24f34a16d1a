#include "figures.h"

#include <lyhord/stats/wording.h>

#include "joints.h"

lyh_display *figure_of(const lyh_cli *cli, lyh_study *study, const char *kind,
                       const lyh_table *table, const char *finding)
{
    return figure_of_width(cli, study, kind, table, finding, 0);
}

lyh_display *figure_of_width(const lyh_cli *cli, lyh_study *study, const char *kind,
                             const lyh_table *table, const char *finding, double width)
{
    const lyh_chart_options options = {
        .finding = finding,
        .catalog = cli->catalog,
        .width = width,
        .joint = joint_in_word,
        .joint_user = study,
    };
    return lyh_chart_new(lyh_chart_kind_find(kind), table, &options);
}

char *share_of(const lyh_cli *cli, size_t count, size_t base)
{
    const char *words = lyh_share_in_words(cli->catalog, count, base);
    g_autofree char *number =
        g_strdup_printf(lyh_tr(cli->catalog, "%zu of %zu"), count, base);
    char *share = words ? g_strdup_printf("%s (%s)", words, number) : g_strdup(number);
    share[0] = g_ascii_toupper(share[0]); /* the words of the scale all begin with a to z */
    return share;
}

char *label_inside(const char *label)
{
    const char *rest = g_utf8_next_char(label);
    bool is_spelled = *rest && g_unichar_isupper(g_utf8_get_char(rest));
    char first[6];
    int size = g_unichar_to_utf8(g_unichar_tolower(g_utf8_get_char(label)), first);
    return is_spelled ? g_strdup(label) : g_strdup_printf("%.*s%s", size, first, rest);
}

char *finding_of(const lyh_cli *cli, const lyh_code *code, lyh_measure measure,
                 size_t count, size_t base)
{
    const lyh_catalog *catalog = cli->catalog;
    g_autofree char *name = label_inside(code->label);
    g_autofree char *share = share_of(cli, count, base);

    switch (measure) {
    case LYH_MEASURE_PLUS:
        return g_strdup_printf(lyh_tr(catalog, "%1$s described %2$s as working well"),
                               share, name);
    case LYH_MEASURE_MINUS:
        return g_strdup_printf(lyh_tr(catalog, "%1$s described shortcomings in %2$s"),
                               share, name);
    case LYH_MEASURE_WISH:
        return g_strdup_printf(lyh_tr(catalog, "%1$s wished for something about %2$s"),
                               share, name);
    case LYH_MEASURE_NEUTRAL:
        return g_strdup_printf(lyh_tr(catalog, "%1$s spoke of %2$s without judging"), share,
                               name);
    default:
        return g_strdup_printf(lyh_tr(catalog, "%1$s took up %2$s"), share, name);
    }
}
