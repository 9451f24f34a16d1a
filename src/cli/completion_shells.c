/*
 * The scripts themselves. What they hold of ours are names of commands and options (letters and dashes),
 * words of the tables above, and summaries: those alone can hold any character, and are quoted.
 */
#include <string.h>

#include "completion.h"

static const completion_command *command_at(const completion_list *list, guint index)
{
    return g_ptr_array_index(list->commands, index);
}

static const completion_option *option_at(const completion_command *command, guint index)
{
    return &g_array_index(command->options, completion_option, index);
}

/* "codebook diff" is a word behind codebook, and no command. */
static bool is_word(const completion_command *command)
{
    return strchr(command->name, ' ') != NULL;
}

static void append_command_names(const completion_list *list, GString *script)
{
    for (guint i = 0; i < list->commands->len; i++)
        if (!is_word(command_at(list, i)))
            g_string_append_printf(script, "%s ", command_at(list, i)->name);
    g_string_append(script, "--help --version");
}

/* ---- bash: what stands behind an option, else the command's first words, else options, else files ---- */

static void write_bash_values(const completion_command *command, GString *script)
{
    for (guint i = 0; i < command->options->len; i++) {
        const completion_option *option = option_at(command, i);
        if (!option->takes_value)
            continue;
        g_string_append_printf(script, "        '%s --%s'", command->name, option->name);
        if (option->letter)
            g_string_append_printf(script, "|'%s -%c'", command->name, option->letter);
        g_string_append_printf(script, ") words='%s'; takes_value=1 ;;\n",
                               option->words ? option->words : "");
    }
}

static void write_bash_options(const completion_command *command, GString *script)
{
    g_string_append_printf(script,
                           "        '%s')\n            first='%s'\n            options='",
                           command->name, command->words ? command->words : "");
    for (guint i = 0; i < command->options->len; i++) {
        const completion_option *option = option_at(command, i);
        g_string_append_printf(script, "%s--%s", i ? " " : "", option->name);
        if (option->letter)
            g_string_append_printf(script, " -%c", option->letter);
    }
    g_string_append(script, "' ;;\n");
}

void completion_write_bash(const completion_list *list, GString *script)
{
    g_string_append(
        script,
        "_lyhord() {\n"
        "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}\n"
        "    local command=${COMP_WORDS[1]} at=2 words= first= options= takes_value=0\n"
        "    # bash makes three words of --format=csv\n"
        "    [ \"$before\" = = ] && before=${COMP_WORDS[COMP_CWORD-2]}\n"
        "    [ \"$word\" = = ] && word=\n"
        "    COMPREPLY=()\n"
        "    if [ \"$COMP_CWORD\" -le 1 ]; then\n"
        "        COMPREPLY=($(compgen -W '");
    append_command_names(list, script);
    g_string_append(script, "' -- \"$word\"))\n        return\n    fi\n"
                            "    case \"$command ${COMP_WORDS[2]}\" in\n");
    for (guint i = 0; i < list->commands->len; i++)
        if (is_word(command_at(list, i)))
            g_string_append_printf(
                script,
                "        '%s') [ \"$COMP_CWORD\" -gt 2 ] && { command='%s'; at=3; } ;;\n",
                command_at(list, i)->name, command_at(list, i)->name);
    g_string_append(script, "    esac\n    case \"$command $before\" in\n");
    for (guint i = 0; i < list->commands->len; i++)
        write_bash_values(command_at(list, i), script);
    g_string_append(script, "    esac\n    case \"$command\" in\n");
    for (guint i = 0; i < list->commands->len; i++)
        write_bash_options(command_at(list, i), script);
    g_string_append(
        script,
        "    esac\n"
        "    [ $takes_value = 1 ] || case \"$word\" in\n"
        "        -*) words=$options ;;\n"
        "        *) [ \"$COMP_CWORD\" -eq \"$at\" ] && words=$first ;;\n"
        "    esac\n"
        "    [ -z \"$words\" ] || COMPREPLY=($(compgen -W \"$words\" -- \"$word\"))\n"
        "}\n"
        "complete -o bashdefault -o default -F _lyhord lyhord\n");
}

/* ---- fish: a line an option; files where nothing else is said ---- */

static void append_fish_quoted(GString *script, const char *text)
{
    g_string_append_c(script, '\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\')
            g_string_append_c(script, '\\');
        g_string_append_c(script, *text);
    }
    g_string_append_c(script, '\'');
}

static void write_fish_command(const completion_command *command, GString *script)
{
    if (!is_word(command)) {
        g_string_append_printf(script, "complete -c lyhord -n __lyhord_begins -f -a %s -d ",
                               command->name);
        append_fish_quoted(script, command->summary);
        g_string_append_c(script, '\n');
    }
    if (command->words)
        g_string_append_printf(script,
                               "complete -c lyhord -n '__lyhord_just %s' -f -a '%s'\n",
                               command->name, command->words);
    for (guint i = 0; i < command->options->len; i++) {
        const completion_option *option = option_at(command, i);
        g_string_append_printf(script, "complete -c lyhord -n '__lyhord_in %s' -l %s",
                               command->name, option->name);
        if (option->letter)
            g_string_append_printf(script, " -s %c", option->letter);
        if (option->takes_value)
            g_string_append(script, option->words ? " -x" : " -r");
        if (option->words)
            g_string_append_printf(script, " -a '%s'", option->words);
        g_string_append(script, " -d ");
        append_fish_quoted(script, option->summary);
        g_string_append_c(script, '\n');
    }
}

void completion_write_fish(const completion_list *list, GString *script)
{
    g_string_append(
        script,
        "function __lyhord_begins\n"
        "    test (count (commandline -opc)) -eq 1\n"
        "end\n"
        "function __lyhord_just\n"
        "    set -l said (commandline -opc)\n"
        "    test \"$said[2..-1]\" = \"$argv\"\n"
        "end\n"
        "function __lyhord_in\n"
        "    set -l said (commandline -opc)\n"
        "    set -l last (math (count $argv) + 1)\n"
        "    test (count $said) -ge $last; and test \"$said[2..$last]\" = \"$argv\"\n"
        "end\n"
        "complete -c lyhord -n __lyhord_begins -l help -s h\n"
        "complete -c lyhord -n __lyhord_begins -l version\n");
    for (guint i = 0; i < list->commands->len; i++)
        write_fish_command(command_at(list, i), script);
}

/* ---- zsh: _arguments for each command ---- */

/* Within '…': and [ ] : have a meaning of their own to _arguments and _describe. */
static void append_zsh_text(GString *script, const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            g_string_append(script, "'\\'");
        else if (strchr("[]:\\", *text))
            g_string_append_c(script, '\\');
        g_string_append_c(script, *text);
    }
}

/* What comes behind ":" for an option's value. */
static void append_zsh_value(const completion_option *option, GString *script)
{
    if (!option->takes_value)
        return;
    if (option->words)
        g_string_append_printf(script, ":%s:(%s)", option->name, option->words);
    else
        g_string_append_printf(script, ":%s:_files", option->name);
}

static void write_zsh_option(const completion_option *option, GString *script)
{
    g_string_append(script, " \\\n                ");
    if (option->letter)
        g_string_append_printf(script, "'(-%c --%s)'{-%c%s,--%s%s}'[", option->letter,
                               option->name, option->letter, option->takes_value ? "+" : "",
                               option->name, option->takes_value ? "=" : "");
    else
        g_string_append_printf(script, "'--%s%s[", option->name,
                               option->takes_value ? "=" : "");
    append_zsh_text(script, option->summary);
    g_string_append_c(script, ']');
    append_zsh_value(option, script);
    g_string_append_c(script, '\'');
}

static void write_zsh_command(const completion_command *command, GString *script)
{
    g_string_append_printf(script, "        '%s')\n            _arguments -s -S",
                           command->name);
    for (guint i = 0; i < command->options->len; i++)
        write_zsh_option(option_at(command, i), script);
    if (command->words)
        g_string_append_printf(script, " \\\n                '1: :(%s)'", command->words);
    g_string_append(script, " \\\n                '*: :_files' ;;\n");
}

void completion_write_zsh(const completion_list *list, GString *script)
{
    g_string_append(script, "#compdef lyhord\n"
                            "_lyhord() {\n"
                            "    local -a all=(\n");
    for (guint i = 0; i < list->commands->len; i++) {
        if (is_word(command_at(list, i)))
            continue;
        g_string_append_printf(script, "        '%s:", command_at(list, i)->name);
        append_zsh_text(script, command_at(list, i)->summary);
        g_string_append(script, "'\n");
    }
    g_string_append(script, "    )\n"
                            "    if (( CURRENT == 2 )); then\n"
                            "        _describe command all\n"
                            "        compadd -- --help --version\n"
                            "        return\n"
                            "    fi\n"
                            "    local command=$words[2] taken=1\n"
                            "    if (( CURRENT > 3 )); then\n"
                            "        case \"$words[2] $words[3]\" in\n");
    for (guint i = 0; i < list->commands->len; i++)
        if (is_word(command_at(list, i)))
            g_string_append_printf(script, "            '%s') command='%s'; taken=2 ;;\n",
                                   command_at(list, i)->name, command_at(list, i)->name);
    g_string_append(script, "        esac\n    fi\n"
                            "    # the command's own words are its arguments from here on\n"
                            "    shift $taken words\n"
                            "    (( CURRENT -= taken ))\n"
                            "    case \"$command\" in\n");
    for (guint i = 0; i < list->commands->len; i++)
        write_zsh_command(command_at(list, i), script);
    g_string_append(script, "    esac\n}\ncompdef _lyhord lyhord\n");
}
