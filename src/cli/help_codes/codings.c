/* Codings, transcripts and who speaks in them. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
    { "aside-open",
      N_("A '(' begins what looks like a stage direction, such as (skratt), but no ')' "
         "follows in the paragraph. "
         "The words after it are read as speech and can be coded. "
         "Write ')' where the remark ends, if it is one.") },
    { "aside-unclosed",
      N_("Words in [square brackets] are the editor's and are never coded. "
         "Here a '[' opens and is never closed, so the rest of the paragraph is left out. "
         "Write ']' where the editor's words end.") },
    { "coding-moved",
      N_("The transcript has changed since it was coded, so the places no longer fit. "
         "The codings were found again by their quotes and are counted. "
         "Look through the rows that the message names.") },
    { "coding-nowhere",
      N_("A coding must say which words it is about. "
         "Write them under quote, as they stand in the transcript. start and end alone do "
         "as well.") },
    { "coding-number",
      N_("A cell should hold a whole number and does not. turn counts from 1; start and "
         "end are characters from the beginning of the document, from 0. "
         "Write a number, or leave the cell empty and fill in quote.") },
    { "coding-outside",
      N_("The coded words do not lie within one turn of a respondent. "
         "What interviewers say is not coded, and a coding never runs over two turns. "
         "Split it, or see in transcripts.csv whether the speaker has the right role.") },
    { "coding-span",
      N_("start and end do not belong together: one is missing, or the end comes before "
         "the start. "
         "Correct them, or empty both and write the words under quote.") },
    { "coding-unanchored",
      N_("The transcript has changed since it was coded, and the row has no quote to find "
         "the words by. "
         "Lyhörd never guesses where they went. "
         "Code the passage again.") },
    { "coding-word",
      N_("A cell takes only certain words, and this is not one of them. "
         "The message lists them. "
         "Mind the spelling: they are the same in Swedish and English.") },
    { "codings-edited",
      N_("Once a study has a study.db, that is what counts, and codings/ holds copies "
         "of it for people to look at. "
         "They are written when the workbench is closed, and by lyhord export "
         "--codings. "
         "This file is not as it was written: somebody has changed it, or has put it "
         "there. "
         "It is never written over, and nothing in it is counted. "
         "If there are new rows in it, take them in: lyhord import --into STUDY "
         "codings/NAME.csv. "
         "Then move the file away, and a new one is written. "
         "To keep it beside the study, move it out of codings/.") },
    { "codings-missing",
      N_("lyhord.ini names a set of codings that is not in codings/. "
         "The message lists the files there are. "
         "Correct the name after codings = under [study], or bring the file back.") },
    { "codings-orphaned",
      N_("A code that people have coded with has been taken out of the codebook or renamed "
         "in it. "
         "Their codings still name the old code, and every command that reads them will "
         "stop there. "
         "Give the old codebook back and use lyhord codebook merge instead: it joins codes, "
         "or with --new gives one another name, and takes codings, guide and decisions.csv "
         "along. "
         "The list says in which file, and how many were accepted, made by hand or rejected.") },
    { "codings-several",
      N_("There are several files in codings/ and nothing says which one to count. "
         "Two coders' files are never added together: the same passage would count twice. "
         "Write codings = NAME under [study] in lyhord.ini, or keep what you decided "
         "together in codings/gemensam.csv.") },
    { "codings-there",
      N_("A file with this name lies in codings/ already. "
         "It may hold what people have accepted, rejected or coded, so new suggestions are "
         "never written over it. "
         "Write them under another name, or move the old file away.") },
    { "codings-undecided",
      N_("What is counted is what the coders have decided together (the set gemensam), "
         "and of some interviews they have decided nothing yet. "
         "What was coded in those is not counted, and the persons in them stand as if "
         "they had said nothing about it. "
         "Go through them together in the workbench, or write codings = NAME under "
         "[study] in lyhord.ini to count one coder's own.") },
    { "document-empty",
      N_("A coding does not say which transcript it belongs to. "
         "Write the transcript's file name without folder and ending, as R01 for "
         "transcripts/R01.docx.") },
    { "document-missing",
      N_("A document is named that is not among the transcripts. "
         "A document is called as its file, without folder and ending. "
         "Correct the name, or bring the transcript back. "
         "If a person has withdrawn, take the rows out.") },
    { "document-twice",
      N_("Two files have the same name but for the ending, as R01.docx and R01.txt. "
         "It may be one interview twice, which would then be counted twice. "
         "Take one away, or rename it.") },
    { "duplicate",
      N_("The same passage stands twice in the material: twelve words or more in a row, or "
         "nearly all of two turns. "
         "Often an interview was saved twice, or a passage was pasted into another file. "
         "It is counted once; the earlier one counts, in the order in which the files are "
         "read. "
         "If two persons really said the same, keep both: write a row in decisions.csv with "
         "kind duplicate, the target that check names, the value kept, who decided and why.") },
    { "id-empty",
      N_("A row of respondents.csv has no id. "
         "The id ties a person to their transcripts, so that each person is counted once. "
         "Give each respondent an id of their own, as R01. "
         "Never use a name.") },
    { "id-twice",
      N_("Two rows of respondents.csv have the same id. "
         "Two persons would then be counted as one. "
         "Give one of them another id, or take the row out if it is the same person.") },
    { "id-unfit",
      N_("The id holds signs that a file name cannot have. "
         "Ids are also names of files. "
         "Use letters, digits and hyphens, as A-07.") },
    { "mark-inside",
      N_("A mark that begins lines of this transcript also stands in the middle of a "
         "line. "
         "What comes after it is counted as the words of whoever spoke before. "
         "Put each mark at the beginning of a line of its own.") },
    { "narratives-found",
      N_("The file has numbered narratives, such as 'Berättelse 3', or numbered paragraphs "
         "below a heading such as 'Dåliga möten'. "
         "Each is read as the words of one person, with the file's name and the number as "
         "id. "
         "The foreword, headings, laws and slogans between them are not counted. "
         "Look at them with lyhord turns; transcripts.csv can say otherwise.") },
    { "no-marks",
      N_("No line begins with a speaker mark such as 'I:' or 'R:', so all of the text is "
         "taken for a respondent's words. "
         "If the interviewer's questions are among them, they are counted as well. "
         "Write a mark before each turn.") },
    { "nothing-accepted",
      N_("A report counts what people have decided: codings that are accepted or manual. "
         "There are none. "
         "Code the transcripts first. "
         "To look at the machine's suggestions meanwhile, add --suggested; every table is "
         "then marked as not reviewed.") },
    { "original-there",
      N_("The new transcripts would stand in the folder where the originals lie. "
         "Originals are never written over: if a replacement turns out wrong, they are what "
         "you go back to. "
         "Name another folder with --to.") },
    { "quote-missing",
      N_("The quote of a coding is not among the respondents' words in the transcript. "
         "It may be misspelt, shortened, or said by the interviewer. "
         "Copy it from the transcript, letter by letter.") },
    { "quote-several",
      N_("The quote is found in several places of the transcript, so it is not clear which "
         "one is meant. "
         "Write the number of the turn under turn, or take more words into the quote. "
         "lyhord turns shows the numbers.") },
    { "respondent-absent",
      N_("A person in respondents.csv has no words in any transcript. "
         "Counts such as 7 of 12 do not include them in the 12. "
         "If they were interviewed, a transcript or its row in transcripts.csv is missing.") },
    { "respondent-contradiction",
      N_("Two signs say different things about whose words these are: transcripts.csv, a "
         "closing (Respondent …) or the file's name. "
         "Lyhörd does not choose between them. "
         "Correct the one that is wrong.") },
    { "respondent-missing",
      N_("Nothing says who was interviewed in this transcript, so its words cannot be "
         "counted for anyone. "
         "When the file is called as the person's id, the id has no row in respondents.csv "
         "yet: add it. "
         "Else add a row to transcripts.csv with the file and the id. lyhord turns --save "
         "proposes that file.") },
    { "respondent-none",
      N_("Every turn of the document is an interviewer's or a listener's, so nothing in "
         "it is counted. "
         "Perhaps the respondent's mark stands in the middle of a line, or is missing. "
         "lyhord turns shows what was found; a role can be changed in transcripts.csv.") },
    { "respondent-unknown",
      N_("A transcript names a respondent who has no row in respondents.csv. "
         "Add a row with this id and its groups, or correct the id.") },
    { "respondents-columns",
      N_("The heading of respondents.csv is one single column, so the columns are not "
         "separated by ;. "
         "Then everything in a row would be read as the id. "
         "Save the file as CSV with ; between the columns.") },
    { "scheme",
      N_("Under [groups], scheme tells how the respondents' codes are made: parts one "
         "behind the other, with a name and what they may be, such as stad:A|B|C roll:H|B "
         "nr. "
         "A part without alternatives is a number. "
         "Every part needs a name of its own, and no alternative may be empty or stand "
         "twice.") },
    { "scheme-contradiction",
      N_("Two respondents have the same letter in their codes and different words for it in "
         "respondents.csv, as when A is A-stad for one and B-stad for the other. "
         "One of them is probably in the wrong group. "
         "The table is what counts: correct the word, or the code.") },
    { "speaker-guessed",
      N_("No list says who the speakers are. "
         "One of them asks most of the questions and is taken for the interviewer, whose "
         "words are not counted. "
         "See that it is right; transcripts.csv can say otherwise.") },
    { "speaker-once",
      N_("A word with a colon stands first on a line, but so seldom that it is read as "
         "speech. "
         "If it is a speaker's mark, name it in transcripts.csv. "
         "Otherwise you need do nothing.") },
    { "speaker-unknown",
      N_("A speaker mark is used, but nothing says who it is. "
         "Those turns are not counted for anyone. "
         "Write the mark in transcripts.csv under intervjuare, respondentmärke or "
         "medlyssnare.") },
    { "text-outside-turns",
      N_("Text stands before the first speaker mark, or after a closing such as "
         "(Respondent R01). "
         "It is nobody's turn and is not counted. "
         "That is right for a title. "
         "If it is speech, write a speaker mark before it.") },
    { "transcripts-file",
      N_("A row of transcripts.csv does not say which transcript it is about, or names one "
         "that is not in transcripts/. "
         "Write the file's name under fil, with or without ending.") },
    { "transcripts-mark",
      N_("transcripts.csv says who speaks under a mark, but in that transcript no turn "
         "begins with it. "
         "The row has no effect, and the words may be counted for somebody else or for "
         "nobody. "
         "Correct the mark; lyhord turns shows those there are.") },
    { "transcripts-none",
      N_("There is nothing to look in: the study has no transcripts yet. "
         "Put them into transcripts/, or name files.") },
    { "transcripts-roles",
      N_("The same speaker mark stands in two columns of transcripts.csv, as both "
         "interviewer and respondent. "
         "Then it is not clear whose words count. "
         "Keep it in one of the columns.") },
    { "transcripts-there",
      N_("transcripts.csv is there already. "
         "It may hold what you have decided about the speakers, so it is never written "
         "over. "
         "Edit it, or move it away and run lyhord turns --save again.") },
    { "transcripts-whose",
      N_("Two persons are given for one transcript or one mark, and it is not clear whose "
         "words are whose. "
         "In an interview with two persons, write each one's mark under respondentmärke, "
         "one row a person.") },
};
/* clang-format on */

const help_room help_codes_codings = { pages, G_N_ELEMENTS(pages) };
