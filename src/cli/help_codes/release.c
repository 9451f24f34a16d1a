/* What is let out, and what lies beside it. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
    { "chapter-missing",
      N_("Some chapters only people can write: what the assignment was, and what the "
         "results mean. "
         "They stand in the study's folder report/, a file a chapter, and are kept "
         "however often the report is made. "
         "The report can be handed on without them; whoever reads it will miss them.") },
    { "explain-hidden",
      N_("The tables do not print this number: the base or the group has too few persons, "
         "or the number would say something about each of them. "
         "Those who work in the study may see what it is made of, because they may read the "
         "transcripts. "
         "Nobody else may be told.") },
    { "explain-material",
      N_("lyhord explain shows what people said, with their ids. "
         "It is a part of the material, as the transcripts are, and never of a report. "
         "If you write it to a file, destroy the file when you have looked: lyhord withdraw "
         "and lyhord purge do not know of it.") },
    { "explain-reports",
      N_("The folder reports/ of a study is for what is handed over. "
         "What lyhord explain shows is people's own words with their ids, so it is not "
         "written there. "
         "Look at it on the screen, or choose another place inside the study.") },
    { "manifest-unreadable",
      N_("lyhord explain manifest wants the file manifest.json that lies beside a report. "
         "This file is another, or has been changed so that it cannot be read. "
         "A new report writes a new one.") },
    { "number-differs",
      N_("In your own text of the report a number such as \"7 av 12\" stands in a "
         "sentence that names a theme, and no table of the report prints that number of "
         "the theme. "
         "Perhaps codings have changed since it was typed, or the number is of "
         "something else than the theme. "
         "Write {{av:CODE}} instead, which is always right; or put the number into a "
         "sentence of its own that says what it is of.") },
    { "number-hidden",
      N_("In your own text of the report a number is asked for that the report does not "
         "show: a group that is too small, one that is merged with others, or a split "
         "that the report is not made by. "
         "Groups are called as in the report's tables, such as \"Övriga (Söder, "
         "Väst)\". "
         "What is hidden there cannot be told in the text either.") },
    { "number-typed",
      N_("A number such as \"9 av 12\" stands in your own text as somebody typed it. "
         "When codings change, or somebody withdraws, it stays, and then the text and "
         "the tables say different things. "
         "Write {{av:CODE}} instead, with the name of the code: then the number is "
         "filled in each time the report is made.") },
    { "number-unknown",
      N_("What stands between {{ and }} in your own text is a number that the report "
         "fills in. {{n:CODE}} is how many persons, {{av:CODE}} how many of how many, "
         "{{ord:CODE}} the same in words. "
         "Behind the code can stand .plus, .minus, .neutral or .wish, and "
         "@ATTRIBUTE=GROUP.") },
    { "own-text-unknown",
      N_("Files in the study's folder report/ are your own text in the report, a file a "
         "chapter. "
         "This file has a name that no chapter has, so its text is not in the report. "
         "docs/reports.md lists the names; a theme's text is called tema- and the name "
         "of its code.") },
    { "own-text-unread",
      N_("Your own text in a report is headings, paragraphs, lists and quotes. "
         "Pictures, blocks of code and HTML are left out, because every format of the "
         "report must say the same, and so that nothing is in it that nobody has looked "
         "at.") },
    { "package-edited",
      N_("A new report replaces the old one in its folder. "
         "Here a file is not as Lyhörd wrote it: somebody has filled in a checklist, or "
         "worked on with a table. "
         "Nothing was replaced. "
         "Move the file to a place of your own, or let the new report have another folder.") },
    { "package-foreign",
      N_("A report folder holds a file that Lyhörd did not make, perhaps one that somebody has "
         "worked on. A new report takes the place of the whole folder, so it is never put "
         "there. Choose a new folder with -o, or move the file away.") },
    { "package-no-swap",
      N_("A new report takes the place of an older one in one step, so that there is "
         "never half a report. "
         "Some file systems, mostly on a network, cannot do that, and then nothing is "
         "replaced. "
         "Choose a new folder with -o, or a folder on a disk of this computer.") },
    { "partial-damaged",
      N_("lyhord merge reads what lyhord tally --shard wrote, and checks every number "
         "against the others. "
         "This file is something else, was cut or was changed by hand. "
         "Nothing is printed from it; count that part again.") },
    { "partial-format",
      N_("A partial result carries the number of its format. "
         "This one was written by another version of lyhord, whose numbers may mean other "
         "things. "
         "Use the same version for every part and for merge.") },
    { "partial-material",
      N_("A partial result holds no words of anybody. "
         "Of a CSV file of answers it holds no ids either, but it tells what groups of any "
         "size said, and a group may be one person; of transcripts it tells who took up "
         "what, by their ids. "
         "The rules on small groups are applied when the parts are merged, never before. "
         "Keep it where the answers or transcripts are kept, move it as you would move "
         "them, and remove it when it has been merged. "
         "It is never written into the reports/ of a study.") },
    { "partial-missing",
      N_("Every part has to be there for the numbers to be those of the whole. "
         "The message says which are not. "
         "With --allow-missing the others are printed, and the table says which parts are "
         "not in it.") },
    { "partial-stranger",
      N_("Partial results are added up only when they are parts of one whole: the same "
         "version of lyhord, the same codebook, the same files and list of "
         "respondents, the same Swedish dictionary, the same options and number of parts. "
         "The message says what differs from the first file that was named, or from the "
         "study as it is.") },
    { "partial-twice",
      N_("The same part was given twice, perhaps under two names. "
         "Its persons would count twice, so nothing is printed; leave one of the two files "
         "out.") },
    { "release-difference",
      N_("Two tables of nearly the same persons tell of those in whom they differ: what the "
         "second says less the first is what one person said. "
         "Lyhörd writes into decisions.csv whom each report was of, and refuses one whose "
         "persons differ by fewer than the threshold (one to four). "
         "Who has withdrawn is no difference. "
         "For yourselves, report --draft makes a report that says on every page that it is "
         "not to be handed on. "
         "If it must go out, somebody accepts it with a reason, in the row that the message "
         "shows.") },
    { "release-finding",
      N_("A figure of a report says in its title what it shows, such as \"De flesta (9 "
         "av 12) tog upp väntan\". "
         "This figure has only the name of its table, so that readers would have to "
         "find out for themselves. "
         "The program makes findings itself; when it could not make one, nothing is "
         "written, and we want to know of it.") },
    { "release-flag",
      N_("The report or figure tells of something that often is the finding itself: an age, "
         "a title, a diagnosis, a crime. "
         "It stops nothing. "
         "Read each place and think of who could recognise the person.") },
    { "release-material",
      N_("Tables with a column or a row a person or a document are the material in another "
         "form. "
         "They are for you who work with the study, and are not let out with --release.") },
    { "release-number",
      N_("Before a report is written, the program reads it once more: each number in "
         "its own sentences, figures and descriptions must be one that the tables print "
         "of the theme that is named there, and words such as \"de flesta\" must be "
         "those of the number behind them. "
         "This number is not, so the text and the tables would say different things, "
         "and nothing is written. "
         "It is a mistake of ours unless the words stand in your codebook, guide or "
         "settings; tell us which block it was.") },
    { "release-stopped",
      N_("What was to be written holds what looks like personal data, so nothing of it was "
         "written. "
         "A report is read by many and cannot be called back. "
         "Replace the words where they come from, take the quote out, or accept the finding "
         "by name in decisions.csv with a reason; --show-text shows the name. "
         "A personnummer is never accepted. "
         "What lyhord.ini says about the study, such as its municipality, may stand in the "
         "report.") },
    { "release-unsure",
      N_("Before groups are shown, Lyhörd works out what a reader could reckon of small "
         "groups from all tables together. "
         "Where there are too many groups or codes for that, it hides the rows in question "
         "rather than guess. "
         "Fewer splits, or larger groups, let more be shown.") },
    { "release-unwritten",
      N_("Every report that may be handed on has a row in decisions.csv, so that the next "
         "one can be held against it. "
         "If the row cannot be written nothing is let out. "
         "Make the study's folder writable, or use report --draft, which writes no row.") },
    { "released",
      N_("This has been let out of the study: its name, its day, the groups it shows, and "
         "how many persons it is of. "
         "Their ids stand in decisions.csv; withdraw takes an id out of every row, and "
         "purge all of them.") },
    { "report-not-counted",
      N_("No line begins with a speaker mark, and the text does not read as one person's "
         "own words: it hardly ever says 'jag', or it has chapters, references or "
         "paragraphs of law. "
         "A report or a law counted as somebody's words would be worse than a letter that "
         "somebody must claim, so none of it is counted. "
         "If a respondent wrote it, give the file a row in transcripts.csv with their id "
         "under respondent and nothing under respondentmärke.") },
};
/* clang-format on */

const help_room help_codes_release = { pages, G_N_ELEMENTS(pages) };
