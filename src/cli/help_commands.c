/*
 * What each command is for, in short paragraphs, and how it is used. Help and man pages say it.
 */
#include <glib.h>
#include <string.h>

#include <lyhord/base/catalog.h>

#include "help.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_command pages[] = {
    { "agree",
      {
        N_("Compares what two or more coders have coded, each by themselves, and says how "
           "far they agree: "
           "per cent, Cohen's κ and Krippendorff's α, with an interval. "
           "It counts by sentence unless --unit says another unit, and units that nobody "
           "coded count too."),
        N_("Begin with --disagreements: "
           "the list is what coders talk about when they decide together."),
      },
      {
        { "lyhord agree studie", N_("how far the coders of the study agree") },
        { "lyhord agree studie --disagreements", N_("every place where they differ") },
        { "lyhord agree studie --min-alpha 0.67", N_("exit with 1 when a code lies below 0.67") },
      } },
    { "anonymize",
      {
        N_("Works in three steps. "
           "First it lists what may point at somebody, with a proposal for each, in a file. "
           "Then you go through the file: "
           "change the replacement, or write that it may stay. "
           "Last, --apply shows what changes and writes new transcripts into a new folder."),
        N_("The originals are never touched. "
           "A Word file stays a Word file, and its author and other hidden data are taken "
           "away. "
           "No key is kept: "
           "nobody can go back from the replacement to the name."),
      },
      {
        { "lyhord anonymize studie -o forslag.csv", N_("the proposals, to go through") },
        { "lyhord anonymize studie --apply forslag.csv --to nya", N_("make the replacements, into the folder nya") },
      } },
    { "chart",
      {
        N_("Draws one figure of what the study counted, with the same numbers and the same "
           "care for small groups as the tables. "
           "The figure says what it counts, of how many, and who coded. "
           "Without a kind it lists the kinds there are."),
      },
      {
        { "lyhord chart", N_("which figures there are") },
        { "lyhord chart stapel studie -o teman.svg", N_("a bar for each theme") },
      } },
    { "check",
      {
        N_("Reads everything the study has, and tells all that is wrong or weak in one go: "
           "file, line, what is wrong and what would be right. "
           "It also looks for what may point at somebody: "
           "personal numbers, telephones, addresses, names, places."),
        N_("It ends with 65 when something is wrong, 1 when there are only warnings, and 0 "
           "when all is well. "
           "It changes nothing."),
      },
      {
        { "lyhord check studie", N_("the whole study") },
        { "lyhord check --codebook studie/codebook.csv", N_("only the codebook") },
      } },
    { "code",
      {
        N_("Looks for the codebook's rules in what respondents say, and writes each hit as "
           "a suggestion: "
           "where, which code, good or bad, said or denied, and which rule. "
           "A suggestion is no result. "
           "It counts only when a person has read it and accepted it."),
      },
      {
        { "lyhord code studie -o forslag.csv", N_("suggestions to go through in a spreadsheet") },
        { "lyhord code studie --wide -o brett.csv", N_("with question, statement and attributes beside each") },
      } },
    { "codebook",
      {
        N_("These commands help while the codebook is made: "
           "check finds what is wrong or weak in it, diff tells what a change does to what "
           "is coded, expand proposes words, merge joins codes and keeps the trace, and "
           "stats tells what each rule finds."),
      },
      {
        { "lyhord codebook stats studie", N_("what each rule finds") },
      } },
    { "codebook check",
      {
        N_("Tells what is wrong in a codebook, and what is weak: "
           "codes without a definition, rules that cannot match, rules that match the same."),
      },
      {
        { "lyhord codebook check studie/codebook.csv", N_("one codebook") },
      } },
    { "codebook diff",
      {
        N_("Tells code by code what is new, gone or changed between two codebooks. "
           "With a study it also tells which sentences get or lose a suggestion, and which "
           "codings lose their code."),
      },
      {
        { "lyhord codebook diff studie/codebook.csv codebook-ny.csv studie", N_("what a new codebook changes in the study") },
      } },
    { "codebook expand",
      {
        N_("Proposes words for the codes: "
           "such as stand in what people have coded and seldom elsewhere, such as resemble "
           "the words there are, and their synonyms. "
           "Each comes with how often, and with whom. "
           "You choose; nothing is written into the codebook."),
      },
      {
        { "lyhord codebook expand studie --limit 5", N_("five words of each kind") },
      } },
    { "codebook merge",
      {
        N_("Makes several codes one, in the codebook and in what everybody has coded. "
           "It shows first what it will do, and asks. "
           "Who decided it, and why, is written into decisions.csv."),
      },
      {
        { "lyhord codebook merge studie kontaktvägar ombud --into tillgänglighet --yes", N_("two codes become one") },
      } },
    { "codebook stats",
      {
        N_("Tells for each rule how many hits it has, with how many persons, how many of "
           "them people accepted or rejected, and which of its words find nothing."),
      },
      {
        { "lyhord codebook stats studie --indicators", N_("word by word") },
      } },
    { "evaluate",
      {
        N_("Measures how good the suggestions are, against what people coded: "
           "precision, recall and F1 for each code. "
           "Keep part of what people coded for this alone, and look at it only when the "
           "rules are done. "
           "With --ud it measures words, sentences and lemmas against a treebank."),
      },
      {
        { "lyhord evaluate studie/codings/mira.csv studie", N_("the rules against one coder") },
      } },
    { "explain",
      {
        N_("Lists what stands behind a number in a table: "
           "which statements, by whom, and where. "
           "It is for you who work in the study, never for handing over. "
           "explain manifest tells whether the files of a report are as they were written."),
      },
      {
        { "lyhord explain studie tally bemötande.minus", N_("who said that bemötande falls short") },
        { "lyhord explain studie tally bemötande@kontor=Norr", N_("the same for a group") },
      } },
    { "export",
      {
        N_("Takes codes and codings out. "
           "csv and sav are the codings, for spreadsheets and statistics. "
           "qdc is the codebook and qdpx the whole project, for NVivo, MAXQDA, ATLAS.ti, "
           "QualCoder and others (REFI-QDA). "
           "A qdpx holds the interviews themselves, so it asks first."),
      },
      {
        { "lyhord export studie --format csv -o kodningar.csv", N_("every coding, a row each") },
        { "lyhord export studie --format qdc -o kodbok.qdc", N_("the codebook for other programs") },
        { "lyhord export studie --codings", N_("the copies in codings/, as study.db is") },
      } },
    { "help",
      {
        N_("Explains a command, a topic, or the code that stands under a message."),
      },
      {
        { "lyhord help tally", N_("a command") },
        { "lyhord help rules", N_("a topic") },
        { "lyhord help code-twice", N_("a message") },
      } },
    { "import",
      {
        N_("Takes in what others have made: "
           "codings as CSV, another coder's study.db, a codebook (qdc) or a project (qdpx) "
           "from another program. "
           "It shows all it will do first, and asks. "
           "Nothing that is there is overwritten: "
           "what differs is laid beside, as a proposal."),
        N_("Codings are found again by their words. "
           "Where the text is another, they are refused, by name."),
      },
      {
        { "lyhord import --into studie kodningar.csv --yes", N_("codings that somebody sent") },
      } },
    { "init",
      {
        N_("Makes a folder with what a study needs: "
           "a codebook, a list of respondents, an interview guide, an information letter "
           "and a consent form to edit. "
           "It asks whether the study is research, who commissioned it, and when the "
           "material is to be destroyed."),
      },
      {
        { "lyhord init min-studie --yes", N_("a new study") },
        { "lyhord init var-enkat --template enkat --yes", N_("a survey") },
      } },
    { "kwic",
      {
        N_("Shows every place where a rule matches, in the middle of the line, with the "
           "words before and after. "
           "Try rules here before they go into the codebook. "
           "lyhord help rules tells how they are written."),
      },
      {
        { "lyhord kwic \"ringa tillbaka\" studie", N_("in every form: ringer, ringde") },
        { "lyhord kwic \"vänta* | dröj*\" studie", N_("one or the other") },
      } },
    { "merge",
      {
        N_("Puts the parts together that lyhord tally --shard wrote on several machines. "
           "The result is the same as if one machine had counted everything. "
           "Parts that are missing, doubled or from another codebook are refused. "
           "docs/scale.md tells how."),
      },
      {
      } },
    { "purge",
      {
        N_("Destroys transcripts, codings and the store of a study when the day in "
           "lyhord.ini has come. "
           "It lists first what goes and what stays, and asks. "
           "The report and the tables stay. "
           "It cannot be undone."),
      },
      {
        { "lyhord purge studie", N_("when the day has not come, it says so") },
      } },
    { "report",
      {
        N_("Writes the report as PDF, web page and Word file, with tables and figures, into "
           "a new folder. "
           "Before it writes, it checks that nothing points at anybody, that no small group "
           "can be worked out, and that every number in the text is its table's. "
           "If something is wrong it says what, and writes nothing."),
        N_("Your own words go into report/*.md in the study, and come along each time. "
           "With --draft the report is for yourselves."),
      },
      {
        { "lyhord report studie --draft -o utkast", N_("a draft, for yourselves") },
        { "lyhord report studie --form lattlast --draft -o lattlast", N_("easy to read") },
      } },
    { "status",
      {
        N_("Tells what the study has, what is missing, and what to do next. "
           "Begin here when you come back."),
      },
      {
        { "lyhord status studie", N_("where we are") },
      } },
    { "suggest",
      {
        N_("Learns from what people have accepted and rejected, and lists the sentences "
           "that are most worth reading next for each code, with the words that made it "
           "think so. "
           "It decides nothing."),
      },
      {
        { "lyhord suggest studie --limit 5", N_("five sentences a code") },
      } },
    { "survey",
      {
        N_("Counts the answers to closed questions: "
           "how many, of how many, and in per cent where there are enough answers for it. "
           "Several who did not answer are said, not hidden. "
           "Free text is coded as interviews are. "
           "With --check-text it reads your own text, and tells which figures in it the "
           "tables do not bear."),
      },
      {
        { "lyhord survey enkat", N_("every question") },
        { "lyhord survey enkat --by enhet", N_("by group") },
      } },
    { "tally",
      {
        N_("Counts persons, not hits: "
           "how many of those asked took up each code as good, as bad, or neither. "
           "It counts what people have coded; suggestions only with --suggested. "
           "Small groups are merged or hidden, so that nobody can be worked out; lyhord "
           "help disclosure tells how."),
        N_("--table shows other tables: "
           "statements' weight, questions, what goes together, each person."),
        N_("What somebody asks, wishes or tells of others is not counted as theirs. "
           "Other programs count every place that a word stands in: --unit hits --states "
           "any does that, to compare with them."),
      },
      {
        { "lyhord tally studie", N_("the whole study") },
        { "lyhord tally studie --by kontor --shape wide", N_("a column a group") },
        { "lyhord tally studie -o tabell.xlsx", N_("as a workbook") },
      } },
    { "tokens",
      {
        N_("Lists how Lyhörd reads a text: "
           "its words and sentences, and if you ask the base form, the parts of compounds, "
           "and whether something is said, denied or wished. "
           "Look here when a rule does not find what you thought."),
      },
      {
        { "lyhord tokens --lemma --state studie/transcripts/R02.txt", N_("one transcript, word by word") },
      } },
    { "turns",
      {
        N_("Shows who speaks when, as it was read: "
           "which speakers there are, how sure it is, and what it could not tell. "
           "With --save it proposes transcripts.csv, which you can correct."),
      },
      {
        { "lyhord turns studie --speakers", N_("the speakers of each interview") },
        { "lyhord turns studie --save --yes", N_("propose who is who") },
      } },
    { "undo",
      {
        N_("Takes back the last lyhord import, lyhord codebook merge or lyhord anonymize "
           "--apply in a study. "
           "It lists first which files become as they were and which go, and asks. "
           "Given again, it takes back the one before; ten are kept."),
        N_("If a file was changed since, nothing is taken back, and the file is named. "
           "What people decided in the workbench stays. "
           "The folder undo in the study holds what files said before: "
           "when somebody withdraws, or the study is purged, all of it goes."),
      },
      {
        { "lyhord undo studie", N_("what would be taken back") },
      } },
    { "withdraw",
      {
        N_("Takes a person out who no longer wants to take part: "
           "transcript, codings, quotes and history, in every copy the study has. "
           "It shows first what goes, and which reports it changes, and asks. "
           "It cannot be undone."),
      },
      {
        { "lyhord withdraw R03 studie", N_("show what would go") },
      } },
    { "workbench",
      {
        N_("Opens the study in your browser, on your own computer. "
           "Nothing leaves it. "
           "There you read and code a turn at a time, mark quotes, and compare with another "
           "coder. "
           "What you do is saved at once. "
           "docs/workbench.md shows it in pictures."),
      },
      {
        { "lyhord workbench studie --coder Kim", N_("as Kim") },
      } },
};
/* clang-format on */

const help_command *help_command_find(const char *name)
{
    for (size_t i = 0; i < G_N_ELEMENTS(pages); i++)
        if (strcmp(pages[i].name, name) == 0)
            return &pages[i];
    return NULL;
}
