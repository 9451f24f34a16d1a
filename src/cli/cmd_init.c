#include "cli.h"

#include <lyhord/base/text.h>
#include <lyhord/study/template.h>

#include <string.h>

typedef struct init_answers {
    char *template, *commissioner, *purge, *research;
} init_answers;

static void init_answers_clear(init_answers *answers)
{
    g_free(answers->template);
    g_free(answers->commissioner);
    g_free(answers->purge);
    g_free(answers->research);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(init_answers, init_answers_clear)

static bool is_template(const char *name)
{
    for (size_t i = 0; i < lyh_template_count(); i++)
        if (strcmp(lyh_template_name(i), name) == 0)
            return true;
    return false;
}

static int say_templates(const lyh_cli *cli, const char *asked)
{
    g_autoptr(GString) names = g_string_new(NULL);
    for (size_t i = 0; i < lyh_template_count(); i++)
        g_string_append_printf(names, "%s%s", i ? ", " : "", lyh_template_name(i));
    return cli_usage(cli, "there is no template '%s'; there is: %s", asked, names->str);
}

/* What stands in lyhord.ini for what people say, or NULL when it is no answer. */
static const char *research_of(const char *answer)
{
    static const struct {
        const char *said, *written;
    } answers[] = {
        { "ja", "ja" },
        { "j", "ja" },
        { "yes", "ja" },
        { "y", "ja" },
        { "nej", "nej" },
        { "n", "nej" },
        { "no", "nej" },
        { "", "vet inte" },
        { "vet-inte", "vet inte" },
        { "vet inte", "vet inte" },
        { "unknown", "vet inte" },
    };
    for (size_t i = 0; i < G_N_ELEMENTS(answers); i++)
        if (strcmp(answers[i].said, answer) == 0)
            return answers[i].written;
    return NULL;
}

static bool is_one_line(const char *text)
{
    return lyh_text_invalid(text, strlen(text)) == strlen(text) && !strpbrk(text, "\r\n");
}

/* The options that were given, each looked at before anything is made. */
static int check_answers(const lyh_cli *cli, const init_answers *answers)
{
    if (answers->template && !is_template(answers->template))
        return say_templates(cli, answers->template);
    if (answers->research && !research_of(answers->research))
        return cli_usage(cli, "research is '%s'; it is one of ja, nej, vet-inte",
                         answers->research);
    if (answers->purge && *answers->purge && !lyh_template_takes_day(answers->purge))
        return cli_usage(cli, "'%s' is no day; write it as 2027-12-31", answers->purge);
    if (answers->commissioner && !is_one_line(answers->commissioner))
        return cli_usage(cli, "the commissioner is one line of text");
    return EXIT_FINE;
}

static void ask_research(const lyh_cli *cli, init_answers *answers)
{
    while (!answers->research || !research_of(answers->research)) {
        g_free(answers->research);
        answers->research = cli_ask(cli, N_("Is this research? (ja, nej, vet inte)"));
    }
}

static void ask_purge(const lyh_cli *cli, init_answers *answers)
{
    while (!answers->purge ||
           (*answers->purge && !lyh_template_takes_day(answers->purge))) {
        g_free(answers->purge);
        answers->purge = cli_ask(
            cli,
            N_("When is the material to be destroyed? (2027-12-31; Enter: not decided)"));
    }
}

/* Only what no option has said; whoever just presses Enter does not know yet, and that is an answer. */
static void ask(const lyh_cli *cli, init_answers *answers)
{
    if (!cli_may_ask(cli))
        return;
    if (!answers->commissioner)
        answers->commissioner =
            cli_ask(cli, N_("Who commissioned it? (Enter: not decided)"));
    ask_research(cli, answers);
    ask_purge(cli, answers);
}

static void say_what_is_open(const lyh_cli *cli, const lyh_template_answers *written)
{
    if (strcmp(written->research, "vet inte") == 0)
        cli_say(cli,
                "whether this is research is not decided: research on health, or on other "
                "things that hurt when they come out, has to be approved by the ethical "
                "review authority before the first interview; ask a university or an FoU "
                "unit before you begin, and write the answer in lyhord.ini");
    if (!written->purge || !*written->purge)
        cli_say(cli, "no day is set for destroying the material; decide one and write it "
                     "as purge = in lyhord.ini, and in the letter to the participants");
}

static void make_study(lyh_cli *cli, const char *folder, const init_answers *answers)
{
    const lyh_template_answers written = {
        .commissioner = answers->commissioner,
        .purge = answers->purge,
        .research = research_of(answers->research ? answers->research : ""),
    };
    const char *template = answers->template ? answers->template : "brukarrevision";
    if (!lyh_template_make(template, folder, &written, &cli->error) || cli->is_quiet)
        return;
    cli_say(cli, "the study is in %s", folder);
    say_what_is_open(cli, &written);
    cli_say(cli, "next: fill in lyhord.ini and respondents.csv, put the transcripts into "
                 "transcripts/, then run lyhord check");
}

int cmd_init(lyh_cli *cli, int argc, char **argv)
{
    g_auto(init_answers) answers = { 0 };
    const GOptionEntry own[] = {
        { "commissioner", 0, 0, G_OPTION_ARG_FILENAME, &answers.commissioner,
          N_("who commissioned the study"), N_("TEXT") },
        { "purge-date", 0, 0, G_OPTION_ARG_FILENAME, &answers.purge,
          N_("the day when the material is to be destroyed"), N_("YYYY-MM-DD") },
        { "research", 0, 0, G_OPTION_ARG_FILENAME, &answers.research,
          N_("is this research: ja, nej or vet-inte"), N_("ANSWER") },
        { "template", 't', 0, G_OPTION_ARG_FILENAME, &answers.template,
          N_("what to begin with: brukarrevision"), N_("NAME") },
        G_OPTION_ENTRY_NULL
    };
    int exit;
    if (!cli_parse(cli, argc, argv, "FOLDER", N_("Begin a new study from a template"), own,
                   &exit))
        return exit;
    if (!cli->arguments[0] || !*cli->arguments[0] || cli->arguments[1])
        return cli_usage(cli, "init wants one folder, such as: lyhord init min-revision");
    exit = check_answers(cli, &answers);
    if (exit != EXIT_FINE)
        return exit;
    ask(cli, &answers);
    exit = check_answers(cli, &answers);
    if (exit != EXIT_FINE)
        return exit;
    make_study(cli, cli->arguments[0], &answers);
    return cli_finish(cli);
}
