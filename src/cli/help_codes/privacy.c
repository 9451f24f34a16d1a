/* What may tell who somebody is, and how people leave a study. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
    { "finding-never",
      N_("A row in decisions.csv accepts a personnummer or samordningsnummer. "
         "No reason makes it right that such a number leaves the study, so the row has no "
         "effect. "
         "Replace the number in the transcript.") },
    { "finding-reason",
      N_("A row in decisions.csv accepts a finding but does not say why. "
         "Somebody who reads the study later must see that it was thought through, so the "
         "row has no effect until the reason is there. "
         "Write it in the column reason.") },
    { "finding-unknown",
      N_("A row in decisions.csv of the kind finding does not begin with a class that the "
         "scan knows. "
         "Its target is the class and the words as they were found, such as kommun Uppsala. "
         "Run lyhord check --show-text and write the class and the words as they stand "
         "there.") },
    { "ids-alike",
      N_("Two ids differ only in upper and lower case and count as two persons. "
         "If they are the same person, that person is counted twice. "
         "Write the id in one way everywhere.") },
    { "ids-in-both",
      N_("Somebody's id stands both among those who were interviewed and in the survey. "
         "Lyhörd takes them for the same person: `withdraw` takes interview and answers "
         "away, and respondents.csv says of both what it says. "
         "Tables count the two apart, and each has its own rows in the ledger. "
         "If the survey numbers its rows and the numbers happen to be ids of interviews "
         "too, give the survey ids of its own, such as E001.") },
    { "key-inside",
      N_("The proposal of anonymize holds the names and what they are replaced by. "
         "Whoever has both it and the study can undo the work, so it is never written into "
         "a study's folder, not by way of a link either. "
         "Write it to another place, one that only you can open.") },
    { "key-left",
      N_("A key, or the texts as they were, lies outside the study, and the command does "
         "not take it away. "
         "It may hold names and words of people who have withdrawn, or who were replaced. "
         "Whoever keeps it has to destroy it, or what is theirs in it; copies and backups "
         "too.") },
    { "personal-data",
      N_("The text holds something that can point at a person: a name, a number, a place, a "
         "workplace, an exact day. "
         "The message says what it looks like, how sure that is and why, but not the words: "
         "--show-text shows them. "
         "Replace it in the transcript (lyhord anonymize proposes how), or, if it points at "
         "nobody, accept it in decisions.csv: kind finding, target the class and the words, "
         "and a reason. "
         "The scan knows its lists only: read the text yourself too.") },
    { "personal-flag",
      N_("Something is told here that often is the very thing people want to say: an age, a "
         "title, a diagnosis, a crime. "
         "It stops nothing. "
         "Together with other things it can point somebody out, so read the place and think "
         "of who could recognise the person.") },
    { "personal-id",
      N_("An id in the survey looks like a name, a personnummer or something else that "
         "says who it is. anonymize replaces what stands in people's own answers, and "
         "leaves ids alone: codings, respondents.csv and decisions.csv name persons by "
         "them. "
         "Write new ids (R01, R02 …) in the survey's file, and the same ones wherever "
         "else these persons are named. "
         "Keep the list of which is which outside the study, and destroy it when you no "
         "longer need it.") },
    { "personal-metadata",
      N_("Word processors write who made the file, who changed it last and where they work "
         "into its properties. "
         "Everybody who gets the file gets that too. lyhord anonymize --apply writes new "
         "files without it, or clear the properties in the program that made the file.") },
    { "proposal-answer",
      N_("The proposal has a row about answers to a survey that lies in the question or "
         "in an id. "
         "Only the answers themselves are written anew: questions stand in "
         "questions.csv, and ids in a column of their own. "
         "Take the row out, or leave its replacement empty.") },
    { "proposal-document",
      N_("A row of the proposal is about a document that is not among the transcripts. "
         "A document is called as its file, without folder and ending. "
         "Name the same study or files as when it was proposed, or mend the row.") },
    { "proposal-number",
      N_("The columns start and end say where in the document's text the words stand, in "
         "characters from 0. "
         "A spreadsheet may have changed the numbers. "
         "Write them as they were proposed, or propose anew.") },
    { "proposal-overlap",
      N_("Two rows of the proposal replace the same characters, and only one of them can. "
         "Leave the replacement of one of them empty, or take the row out.") },
    { "proposal-text",
      N_("Each row quotes the words that are to be replaced, and they must stand exactly "
         "where the row says. "
         "Here they do not: the transcript has changed since, or the row was altered. "
         "Nothing is replaced by guess. "
         "Propose anew, or mend the row.") },
    { "proposal-there",
      N_("The proposal would be written over a file that is there. "
         "You may have worked through it already, and that work would be lost. "
         "Give another name, or move the file away.") },
    { "purge-due",
      N_("The day that lyhord.ini gives for destroying the material has passed, and the "
         "transcripts are still there. "
         "The participants were told that day. "
         "Run lyhord purge, or write a new day if you have told them of it.") },
    { "purge-early",
      N_("The material is kept until the day that lyhord.ini gives. "
         "Before it nothing is destroyed, also with --yes: it cannot be had back. "
         "If the day is wrong, change purge = in lyhord.ini.") },
    { "purge-link",
      N_("transcripts/ or codings/ is a link to a folder somewhere else, which others may "
         "use too. "
         "It is not emptied from here. "
         "Go to the folder, destroy what is the study's, and take the link away.") },
    { "purge-no-day",
      N_("lyhord.ini does not say when the material is to be destroyed, so it is never "
         "destroyed by mistake. "
         "Decide the day, tell the participants, and write it as purge = 2027-12-31 under "
         "[study].") },
    { "purge-unknown",
      N_("purge takes the files that every study has. "
         "This one is somebody's own: an anonymised copy, a note, a list, or what a "
         "broken-off command left. "
         "Look into it, and destroy it yourself if it holds what people said or who they are.") },
    { "rare-combination",
      N_("One person alone has this combination of attributes. "
         "Each attribute says little, but together they say who it is. "
         "Never print them together, also not at a quote. "
         "If nobody needs one of the attributes, take its column out.") },
    { "rewrite-differs",
      N_("A new file was to be made with some words replaced. "
         "Before it is given away it is read again, and it did not read as it should, so it "
         "was not written. "
         "The original is untouched. "
         "Open it in a word processor, save it as .txt, and try with that.") },
    { "rewrite-encoding",
      N_("The words that were put in need signs that the old encoding of the file lacks. "
         "The new file is written as UTF-8, which has them all. "
         "Nothing needs to be done.") },
    { "rewrite-joined",
      N_("Words were replaced as asked, and none is missing. "
         "But a paragraph that now begins in lower case is read as going on from the one "
         "before. "
         "Look at the paragraphs that changed, and begin the replacement with a capital if "
         "that matters.") },
    { "scan-limits",
      N_("No scan finds everything. "
         "The message says what its lists hold and what they lack. "
         "A person who knows the place and the people must read the text before anybody "
         "else gets it.") },
    { "threshold-number",
      N_("The threshold is how many persons a group must have to be shown. "
         "It is a whole number and never less than 2, since a group of one is a person. "
         "Write another value in decisions.csv.") },
    { "threshold-reason",
      N_("Groups of fewer than five are not shown, so that nobody can be pointed out. "
         "Whoever lowers the threshold must say why. "
         "Write the reason in the row of decisions.csv, or take the row out.") },
    { "withdraw-format",
      N_("Several persons speak in this file, and it is of a kind that cannot be written "
         "anew as it is. "
         "Save it as .txt or .docx in transcripts/ in place of the old one and try again, "
         "or take the whole file away.") },
    { "withdraw-nobody",
      N_("Nobody in the study has the id you gave, so nothing is changed. "
         "Ids are written as in respondents.csv, capital letters and all. "
         "Look there, or run lyhord turns to see which ids the transcripts have.") },
    { "withdraw-own-text",
      N_("Your own text in the report (the study's folder report/), or an example in "
         "codebook.csv or guide.csv, holds words that only the person who withdraws has "
         "said. "
         "The program takes a person's words out of the material, but never writes in "
         "your text. "
         "Take the quote out, or write what it said in words that are yours, and make "
         "the report anew.") },
    { "withdraw-replaces",
      N_("No row can be taken out of a workbook or a file of SPSS and all else be left "
         "as it was. "
         "So the file is replaced by survey.csv, which holds the answers of everybody "
         "else as they are read; other sheets, labels and looks do not come along, and "
         "the old file goes. "
         "Copies that lie somewhere else are yours to destroy.") },
    { "withdraw-survey",
      N_("A person's answers are taken out of survey.csv by their id. "
         "Of a workbook or data file no row can be taken out, and where there is no column "
         "of ids the rows are numbered, so that the next person would get this one's "
         "number. "
         "Nothing was changed: save the survey as survey.csv with a column id, then "
         "withdraw.") },
    { "withdrawn-already",
      N_("decisions.csv says that this person has withdrawn, and nothing of them is left in "
         "the study's files. "
         "If new material of theirs has come, put it in respondents.csv first, or better: "
         "do not put it in at all.") },
    { "worth-a-look",
      N_("Words in the transcripts that no rule takes for a name, a place or a day, and that "
         "somebody who hides names with care would look at: a word the dictionary does not "
         "know, a capital inside a sentence, a day without its month, a number that nothing "
         "explains. Most of them point at nobody. They stop nothing. "
         "check says how many there are; check --doubts lists each word once a file, with "
         "--show-text the words too; the page of the workbench shows them one at a time, "
         "when all that is surer has an answer. "
         "Replace what points at somebody. A word that may stay is accepted in "
         "decisions.csv, as finding;tveksamt WORD;accepted;who;reason;date.") },
};
/* clang-format on */

const help_room help_codes_privacy = { pages, G_N_ELEMENTS(pages) };
