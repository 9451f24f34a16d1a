/* A study and its settings. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
    { "changed-meanwhile",
      N_("A command read the study and planned what it would write. Before it wrote, "
         "somebody else did: the workbench in another window, or another person. "
         "Nothing was changed, so that nothing of theirs is lost. "
         "Give the command again: it plans from what is there.") },
    { "coder-unknown",
      N_("You asked for one coder's codings with --coder, and the study has no set of "
         "that name. "
         "A set is called as its file in codings/ is, without .csv, or as the coder in "
         "the workbench; what coders decided together is gemensam. lyhord export "
         "--format csv without --coder lists them all in the column coder.") },
    { "export-left",
      N_("REFI-QDA, the format that programs for qualitative analysis exchange, has no "
         "place for everything a study holds. "
         "What stays behind is named here with its number, and stays in your study. "
         "What has a place only as text (polarity, state, time, cue, status and mark of "
         "a coding) stands in the description of its selection, and comes back from "
         "there when Lyhörd reads the file.") },
    { "finds-place",
      N_("The new interviews are put in the place of the old ones in one step, so that "
         "a study never stands with half of them. "
         "That works only where the study and the file that says who is who lie on the "
         "same disk, and where all interviews lie right in transcripts/. "
         "Start the workbench with --key and a place on the study's disk, outside the "
         "study, or write the new interviews to a folder of your own with lyhord "
         "anonymize --apply.") },
    { "half-changed",
      N_("A command changes several files, and the disk failed between two of them. "
         "The first could not be put back as they were either, so the study is changed "
         "in part. "
         "Make room on the disk, or see why it cannot be written. "
         "Then give the same command again: it begins where it was stopped.") },
    { "import-column",
      N_("Rows are put behind those your file of codings has, and it has no column for "
         "something the new rows say. "
         "Add the column's name to the heading of the file, with empty cells below it, "
         "and import again.") },
    { "import-document",
      N_("The codings are of a transcript that your study does not have. "
         "Ask for the transcript too, put it in transcripts/, and import again. "
         "If it has another name in your study, give both the same name.") },
    { "import-left",
      N_("Something in the file does not come into the study, or not as it was; the "
         "number says how many. "
         "Nothing of it is lost in the file itself. "
         "Codings are only of respondents' words here: what is left out as a question, "
         "a heading or an editor's text comes in when transcripts.csv says who speaks "
         "and you import again.") },
    { "import-store",
      N_("Another person's study.db joins the study.db of yours, and yours has none. "
         "Open your study once with lyhord workbench; or let the other export the "
         "codings as CSV (lyhord export --format csv) and import that file.") },
    { "import-text",
      N_("A coding holds the SHA-256 of the text it was made in, and this one is of "
         "another text than your transcript of that name. "
         "Words may have been changed in one of them. "
         "Decide which text is right, give both the same file, and let the codings be "
         "found again there by their quotes (lyhord check tells how that went) before "
         "they are exported.") },
    { "import-undo",
      N_("An import into study.db is taken back in one step: all that came in stops "
         "counting, and nothing that you decided yourselves is touched. "
         "It is refused when it is taken back already, or when you have since decided "
         "something about what came in: a note on another's coding, or what you agreed "
         "on. "
         "Take those decisions back in the workbench first (Undo), then the import. "
         "An import made by an older Lyhörd cannot be taken back, for it did not keep "
         "what came in.") },
    { "import-withdrawn",
      N_("decisions.csv says that this person has withdrawn, and the file was made "
         "before that: it would bring their words back. "
         "Have them taken out in the program that made it, and export anew. "
         "The file itself should be destroyed too.") },
    { "join-document",
      N_("The other journal has codings of an interview that this study has no "
         "transcript of. "
         "Nothing is taken over. "
         "Put the transcript in transcripts/, when it belongs here; when somebody has "
         "withdrawn, take the person out on the other computer too, with lyhord "
         "withdraw, and import again.") },
    { "join-event",
      N_("The other journal holds an event that is not as Lyhörd writes them: its id is "
         "that of another one here, it is about what is not there, or it takes back "
         "what another person did. "
         "Nothing is taken over. "
         "Ask for a new copy of the other study.db; if it is the same, show it to "
         "somebody who knows what happened to it.") },
    { "join-text",
      N_("The other journal's codings count characters in another text of the interview "
         "than the one in this study: somebody has changed the transcript on one of the "
         "computers. "
         "Nothing is taken over, for the codings would stand at other words. "
         "Put the same transcript on both computers, go through the list of moved "
         "codings there, and import again.") },
    { "join-withdrawn",
      N_("Somebody has withdrawn from this study, and the other journal still holds "
         "words of the person. "
         "Nothing is taken over. "
         "Run lyhord withdraw with the same id on the other computer, and import again.") },
    { "journal-event",
      N_("What was to be written in study.db is not written, and nothing of what came "
         "with it: something is missing in it, or it is about what another person did. "
         "Each person changes and takes back their own decisions; what was decided "
         "together, each who decided. "
         "When this comes from the workbench, load the page again: somebody may have "
         "changed the same thing meanwhile.") },
    { "link-left",
      N_("A file of the study is a link to a file somewhere else. "
         "The link is taken away; the file it points to is not in the study and may belong "
         "to somebody else. "
         "Look where it lies, and destroy it there if it is yours.") },
    { "material-in-reports",
      N_("A study's folder reports/ is for what is handed over, and this file holds "
         "what people said, word for word. "
         "Write it somewhere else with -o, where only those who may read the "
         "transcripts can read it.") },
    { "quotes-unmarked",
      N_("The report has no quotes, because nobody has marked any: in codings/ the "
         "column mark says quote where a passage may be printed. "
         "Write report --draft: it proposes quotes, marked as chosen by the program. "
         "Read each in the transcript, write quote in the column mark at those that may "
         "stand, and make the report again. "
         "A report that is handed over never has a quote that nobody has marked.") },
    { "refi-ambiguous",
      N_("Programs count positions in a text in different ways: characters or units of "
         "UTF-16, a line end as one or two, the last character or the one after it. "
         "Lyhörd tries each and looks where the quotes stand. "
         "Here two ways fit equally well and give different places, so a guess could "
         "put codings a few letters off. "
         "Open the project where it was made, look at one coding, and give the way with "
         "--positions; or export the project with the words of each selection.") },
    { "refi-assumed",
      N_("No selection of the project carries the words it marks, so nothing shows how "
         "its positions are counted. "
         "They are read as the standard says: characters, the end after the last one. "
         "Look at some codings beside the program that made them. "
         "If they are shifted, undo the import by removing what it made, and import "
         "with --positions.") },
    { "refi-astray",
      N_("Selections carry their words, and these stand in the texts, but not at the "
         "positions, however they are counted. "
         "The texts were changed after they were coded, or the program counts in a way "
         "Lyhörd does not know. "
         "Nothing is imported, since every place would be wrong. "
         "Export the project anew from a program that has the texts as they are.") },
    { "refi-external",
      N_("A project may point at texts outside its file, and such a path could lead "
         "anywhere on this computer. "
         "It is read only from a folder that you name with --allow-external, and no "
         "link leads out of that. "
         "Best is to export the project with its sources inside.") },
    { "refi-guid-twice",
      N_("Everything in a project has a GUID by which others refer to it, and here two "
         "things of one kind have the same. "
         "Codings could mean either of them. "
         "Export the project anew; if it is the same again, the program that makes it "
         "has a mistake.") },
    { "refi-namespace",
      N_("The XML does not say, by its namespace, that it is REFI-QDA. "
         "It looks like it and is read; look through what is to come in before you say "
         "yes.") },
    { "refi-position",
      N_("A selection says where it begins and ends by two whole numbers, and one of "
         "them is missing, negative or no number. "
         "Export the project anew.") },
    { "refi-project",
      N_("A .qdpx file is an archive with one project inside, a file that ends in .qde. "
         "This one has none, or several. "
         "Choose the file that the program exported as REFI-QDA project.") },
    { "refi-root",
      N_("The file is XML, but neither a project (.qdpx, .qde) nor a codebook (.qdc) of "
         "REFI-QDA. "
         "Export again, and choose REFI-QDA.") },
    { "refi-source-missing",
      N_("The project speaks of a text that is not in the file, so its codings have "
         "nothing to stand in. "
         "Export it anew with its sources. "
         "Pictures and recordings need not be there; texts must.") },
    { "refi-text-differs",
      N_("Your study has a transcript of this name with other words. "
         "If they are different interviews, rename one. "
         "If they are the same interview, one of them was edited: codings of one do not "
         "fit the other, and somebody must decide which text holds.") },
    { "setting-twice",
      N_("The same section, or the same setting in a section, stands twice in "
         "lyhord.ini. "
         "Sections of one name are read as one, and of a setting that stands twice the "
         "last line holds. "
         "Put the settings of a section together under one heading, and keep one line "
         "of each.") },
    { "setting-unknown",
      N_("lyhord.ini has a setting that Lyhörd does not know, so it has no effect. "
         "Most often it is misspelt or stands under the wrong heading. lyhord help study "
         "lists the settings.") },
    { "setting-value",
      N_("A setting in lyhord.ini has a value that means nothing there. sample tells how "
         "people were chosen: volunteers, purposive, random or census. "
         "It decides what the report may say about others than those interviewed.") },
    { "settings-unreadable",
      N_("lyhord.ini cannot be read. "
         "It should have headings in square brackets and lines with a name, = and a value, "
         "such as title = Vår brukarrevision. "
         "Lines that begin with # are for people.") },
    { "store-damaged",
      N_("Some of study.db is not as it was written: a disk that failed, a copy that "
         "broke off, or another program that changed it. "
         "Nothing is read from it and nothing is written to it, so that no more is "
         "lost. "
         "Bring back a copy, or give the newest study.db.bak file beside it the name "
         "study.db; keep the damaged file, somebody may be able to save more of it. "
         "When it is a study.db.bak file that is damaged, take that away yourself: it "
         "may hold the words of somebody who withdraws.") },
    { "store-empty",
      N_("study.db holds what people have decided, and this one is empty: a copy that "
         "broke off, or a file somebody made. "
         "Nothing is read from it and nothing is written to it, for a new journal in "
         "its place would hide that the old one is gone. "
         "Bring back a copy, or a study.db.bak file beside it under the name study.db. "
         "Take the empty file away only when nobody has coded anything yet.") },
    { "store-foreign",
      N_("A file called study.db lies in the study, but another program made it. "
         "It is not touched. "
         "Give it another name, and Lyhörd makes its own when the workbench is opened.") },
    { "store-newer",
      N_("A newer Lyhörd has written study.db, and this one does not know all that may "
         "stand in it. "
         "Nothing is read, so that nothing is counted wrong. "
         "Install the newer version on this computer too.") },
    { "store-older",
      N_("An older Lyhörd has written study.db, and it has to be brought up to date "
         "before it is read. "
         "That changes the file, so it is not done by a command that only reads. "
         "Open the study once with lyhord workbench: it first keeps a copy beside it, "
         "study.db.bak, and looks that the copy can be opened.") },
    { "study-format",
      N_("The study was made with a newer Lyhörd, which keeps its files in another way. "
         "Reading it with this one could give wrong numbers. "
         "Install the newer version.") },
    { "study-missing",
      N_("A study is a folder with the file lyhord.ini in it, and none was found. "
         "Go to the study's folder, write its name after the command, or begin a new "
         "study: lyhord init min-revision.") },
    { "theme-text-moved",
      N_("You write about a theme in report/tema-CODE.md. "
         "The code has become another, so the text stands in the file of the new code "
         "now, behind what was there. "
         "The old file is left empty; lyhord undo puts everything back. "
         "Read the joined text: it may say things twice, or of a theme that is wider "
         "now. "
         "Then take the empty file away.") },
    { "undo-changed",
      N_("A file that the command wrote is neither as the command left it nor as it was "
         "before: somebody has worked on it since. "
         "Taking the command back would lose that work, so nothing is taken back. "
         "If the change does not matter, put the file back as it was, or keep a copy of "
         "it somewhere else, and give lyhord undo again.") },
    { "undo-coded",
      N_("An import brought a transcript, and somebody has coded in it since. "
         "If the import is taken back, the text goes, and the codings would be of "
         "nothing. "
         "Take the codings out first, in the workbench or in codings/, if the import "
         "really is to go.") },
    { "undo-damaged",
      N_("The folder undo in the study holds what files said before a command changed "
         "them. "
         "Something there cannot be read, or is not what was put there. "
         "The study itself is untouched. lyhord undo takes nothing back then; you can "
         "delete the folder undo when you need nothing of it.") },
    { "undo-used",
      N_("Codes were joined, and people have coded with the new code in study.db since. "
         "If the codes became several again, nobody could tell which of them was meant. "
         "Take those decisions back in the workbench first, or let the codes stay "
         "joined.") },
    { "workbench-codings",
      N_("The study has codings in files in codings/ and no study.db yet. "
         "The workbench takes all of them in before it begins, and something is wrong "
         "with one of the files: each mistake is told above this message, with its file "
         "and line. "
         "Nothing has been taken in, and nothing has been changed. "
         "Put the files right in a spreadsheet, and open the workbench again. "
         "A file that is not to be taken in can be moved out of codings/.") },
};
/* clang-format on */

const help_room help_codes_study = { pages, G_N_ELEMENTS(pages) };
