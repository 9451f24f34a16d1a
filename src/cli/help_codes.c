/*
 * One page for every diagnostic: what it means, why it matters, what to do.
 */
#include <glib.h>

#include <lyhord/base/catalog.h>

#include "help.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
const help_page help_codes[] = {
    { "agree-below",
      N_("You asked with --min-alpha that α reach a limit, and for the codes named it does "
         "not. "
         "Look at where the coders differ with --disagreements, sharpen the definitions and "
         "when to use the code, and code anew. "
         "Krippendorff (2004) holds 0.8 as good and 0.667 as the least from which careful "
         "conclusions can be drawn.") },
    { "agree-coder",
      N_("Agreement is between persons who have coded each for themselves, so it must be "
         "clear whose each coding is. "
         "A file is a coder and is called as the file; a file whose column coder names "
         "several persons holds the codings of each. "
         "Name two files at least, give files of the same name different names, and fill in "
         "the column coder where one file holds several.") },
    { "agree-documents",
      N_("The list of documents and the codings do not fit each other. "
         "The list has a row for each document that was read, also where nobody coded "
         "anything: document;file;coders. "
         "The document is called as its transcript, file is where the transcript lies "
         "(needed for sentences and turns when no study is open), and coders, separated by "
         "|, is who has read it; empty means everyone. "
         "Without a list only documents that somebody has coded are known, and agreement "
         "about the rest is lost.") },
    { "agree-place",
      N_("Whether two coders mean the same passage can only be told when both places are "
         "known in the same text. "
         "Sentences and turns are found in the transcripts. "
         "Statements can do without them when every row has start and end, counted in one "
         "and the same text. "
         "Open the study, or name the transcripts in the column file of --documents.") },
    { "agree-silent",
      N_("A coder has coded nothing in documents where others have. "
         "It may be that there was nothing to code, and then it is a disagreement and is "
         "counted as one. "
         "It may also be that the document was not read, or that suggestions were not gone "
         "through yet. "
         "Say who has read what in the column coders of the list given with --documents: "
         "who has not read a document is left out of it.") },
    { "agree-undefined",
      N_("A figure that is – has no value, and neither 0 nor 1 would be true. κ and α "
         "compare agreement with what chance would give; where nobody, or everybody, has "
         "put the code on every unit, chance gives all of it and nothing is left to "
         "compare. "
         "With more than two coders κ is the mean over all pairs, so every pair must have "
         "one. "
         "An interval takes at least two documents, and a code that is found in several of "
         "them: else many of the samples drawn would hold no variation.") },
    { "agree-units",
      N_("This tells what the figures of agreement are counted over. "
         "Over all units, coders also agree where neither has coded, and for a rare code "
         "percent alike is then high whatever they do; κ and α take that into account. "
         "With --coded-only, and always for statements, only units with some coding count. "
         "The figures of the two cannot be compared, so say which it was wherever you print "
         "them. "
         "The interval draws whole documents, because what is said in one document hangs "
         "together; the seed is fixed, so the same codings give the same interval. "
         "With fewer than some twenty documents it comes out rather too narrow.") },
    { "agree-unmeasured",
      N_("The report says how far the coders agree when codings/ holds the own files of two "
         "coders. "
         "Here something in those files could not be used, such as a quote that is not "
         "found in its transcript any more. "
         "The report is made all the same, without that sentence. lyhord agree names each "
         "place.") },
    { "alternative-twice",
      N_("Two alternatives of a question in questions.csv are the same but for case or "
         "space, or have the same code, so an answer could be either. "
         "Take one out, or write them so that they differ.") },
    { "alternative-unknown",
      N_("A pooling or the column vet_ej in questions.csv names something that is no "
         "alternative of the question. "
         "Write the alternative as it stands in the column alternativ.") },
    { "alternatives-missing",
      N_("A question of type single, multiple or scale needs its alternatives, with | "
         "between: "
         "Ja|Nej|Vet ej. "
         "A scale may be written 1-10. "
         "At most 128.") },
    { "alternatives-unused",
      N_("A question of type number or text has no alternatives, so what stands in the "
         "column alternativ is not read. "
         "Is the type right?") },
    { "answer-id",
      N_("Each row of a survey is a person with an id of their own. "
         "An empty id, or the same twice, would make answers nobody's, or one person two. "
         "Mend the ids; or take the column out, and the rows are numbered.") },
    { "answer-number",
      N_("A question of type number takes digits, perhaps with a decimal comma or point and "
         "at most three decimals. "
         "Words such as \"about ten\" are no numbers: decide on one, or leave the cell "
         "empty.") },
    { "answer-spelling",
      N_("Answers that differ from an alternative in capitals or spaces alone are counted "
         "as that alternative, and said so that you can see that it is right.") },
    { "answer-tick",
      N_("Where each alternative has a column of its own, its cells are ticked (1, x, ja, "
         "true, or the alternative's text) or not (0, nej, false, or nothing). "
         "Anything else could mean either.") },
    { "answer-unknown",
      N_("A cell of the survey holds what is no alternative of its question. "
         "The nearest is named when there is one. "
         "Mend the cell, or add the alternative in questions.csv; what means no answer is "
         "named in its column ej_svar. "
         "What people wrote is shown with --show-text only.") },
    { "answer-unticked",
      N_("Where each alternative has a column of its own, somebody who ticked none cannot "
         "be told from somebody who did not answer. "
         "They are counted as no answer. "
         "Add an alternative \"Inget av detta\" if that was one.") },
    { "answers-contradiction",
      N_("A person is in one group of an attribute. "
         "In a CSV with an answer a row, the same id stands with two values of an attribute "
         "that --by asked for, so nobody can say in which group the person is to be "
         "counted. "
         "The message names the later row; correct the one that is wrong, or give persons "
         "who share an id an id each.") },
    { "answers-none",
      N_("The file of answers has a heading and no rows. "
         "Put the answers below it, a row a person.") },
    { "answers-unnamed",
      N_("A CSV with an answer a row has no column that says who answers (respondent, id). "
         "Each row is then counted as a person of its own. "
         "If somebody answers several questions, they are counted several times, and the "
         "number of persons is too large: add the column.") },
    { "archive-damaged",
      N_("A .docx or .odt file is a zip archive, and this one is broken or is something else. "
         "It was perhaps not copied to the end. "
         "Open it in the program that made it, save it again, or fetch a new copy.") },
    { "archive-encrypted",
      N_("The file has a password, or is saved in an old Word format that looks the same "
         "from outside. "
         "Lyhörd asks for no passwords. "
         "Open the file in Word, take the password away, and save it as .docx.") },
    { "archive-member-twice",
      N_("A part of the file is there twice, so two programs could read two different "
         "texts. "
         "Ordinary word processors never write that. "
         "Open the file, save it under a new name, and compare the text with the original.") },
    { "archive-method",
      N_("A part of the file is packed in a way that Word does not use. "
         "It cannot be read. "
         "Open the file in a word processor and save it again as .docx.") },
    { "archive-missing",
      N_("A part that every document of this kind has is not in the file. "
         "The file is damaged or something else than its name says. "
         "Open it in a word processor and save it again, or fetch a new copy.") },
    { "archive-outside",
      N_("A part of the file has a name that points to a place outside the file. "
         "It can be a trick to overwrite other files. "
         "The part is left alone and the rest is read. "
         "Ask whoever sent the file how it was made.") },
    { "archive-too-large",
      N_("When it is unpacked, the file grows far beyond what a transcript holds. "
         "Files made to fill a computer look like this. "
         "Nothing of it is read. "
         "If it is a real document, take the pictures out, or save its text as .txt.") },
    { "aside-open",
      N_("A '(' begins what looks like a stage direction, such as (skratt), but no ')' "
         "follows in the paragraph. "
         "The words after it are read as speech and can be coded. "
         "Write ')' where the remark ends, if it is one.") },
    { "aside-unclosed",
      N_("Words in [square brackets] are the editor's and are never coded. "
         "Here a '[' opens and is never closed, so the rest of the paragraph is left out. "
         "Write ']' where the editor's words end.") },
    { "attribute-empty",
      N_("A respondent has no value for an attribute, so they belong to no group when you "
         "compare by it. "
         "Write the value. "
         "If nobody knows it, write (okänd); then these persons become a group of their "
         "own.") },
    { "attribute-unknown",
      N_("You asked for groups by an attribute that is no column in respondents.csv. "
         "The message lists the columns there are. "
         "Choose one of them, or add a column and fill it in for each person.") },
    { "background-unknown",
      N_("survey --by names a column of the survey that is no question, a question with one "
         "alternative (by its name), or an attribute in respondents.csv. "
         "The message lists the columns there are.") },
    { "bad-encoding",
      N_("The file holds bytes that are no letters in any encoding Lyhörd is sure of. "
         "Guessing would put wrong letters into the interview. "
         "Open the file where it was made and save it as UTF-8.") },
    { "base-small",
      N_("Fewer persons than the limit (five, or what decisions.csv says) have spoken. "
         "A number about so few tells what each of them said, so no report and no figure "
         "is made. "
         "See lyhord help numbers.") },
    { "bidi-control",
      N_("An invisible character turns the direction of writing, so the text on the screen "
         "may differ from the text that is read. "
         "It often comes along from a web page. "
         "Delete it, or write the line again.") },
    { "cell-unknown",
      N_("The number you asked about is written as CODE, as CODE.plus, .minus, .neutral or "
         ".wish, and with @ATTRIBUTE=VALUE behind it for a group: väntan.minus@kontor=Norr. "
         "A group is called as in the table, or by its value in respondents.csv. "
         "The message says what was not understood.") },
    { "chart-empty",
      N_("There is nothing to draw. "
         "Either nobody took up any of the codes, or there are more persons than the "
         "figure can show as dots. "
         "Try another kind of figure; lyhord chart lists them.") },
    { "claim-differs",
      N_("A figure in your text is near one in the survey's table, and not it. "
         "Percentages are rounded half up of the counts, with as many decimals as you "
         "write; \"131 av 180\" names those who answered the question. "
         "Write the figure that the message gives, or say what else it is.") },
    { "claim-part",
      N_("A figure in your text is one alternative alone (instämmer delvis), where "
         "questions.csv pools it with others (instämmer = helt + delvis). "
         "A reader takes it for the whole. "
         "Name the alternative in the sentence, or write the pooled figure, the same way "
         "for every question.") },
    { "claim-strange",
      N_("A figure in your text seems to be of a question, but nothing in its table is "
         "within five percentage points of it. "
         "It may be from elsewhere: say from where; or of another question: name it (fråga "
         "3).") },
    { "claim-untied",
      N_("A figure in your text could not be tied to a question: the sentence names none, "
         "and shares no word with one question more than with others. "
         "Nothing was compared. "
         "Name the question (fråga 3) if it is of one.") },
    { "code-case",
      N_("Two codes differ only in upper and lower case. "
         "They count as two codes, but people will take them for one. "
         "Give one of them another name.") },
    { "code-empty",
      N_("A row has no code, so nobody can know what it is about. "
         "Write the code in its column, or take the row out.") },
    { "code-formula",
      N_("The code begins with a sign such as = or +. "
         "A spreadsheet takes that for a formula and may change it. "
         "Begin the code with a letter.") },
    { "code-name",
      N_("The code cannot be used as a name. "
         "It is too long, or holds a line end, a tab, a control character or '|'. "
         "Make the code short and put the longer text under namn or definition.") },
    { "code-order",
      N_("Tables and the report show codes in the order of the codebook, and a code below "
         "another is best found below it. "
         "Move its row under the row of the code above it. "
         "Nothing that is counted changes.") },
    { "code-twice",
      N_("Two rows of the codebook define the same code. "
         "It is not clear which definition and which rules hold. "
         "Make one row of them, or give one another name.") },
    { "code-undefined",
      N_("A code lacks its definition, when to use it, when not to use it, or an example. "
         "Two coders can then mean different things by the same code, and the numbers mean "
         "little (MacQueen et al. 1998). "
         "Fill in the columns the message names.") },
    { "code-unknown",
      N_("A code is used that the codebook does not have. "
         "It may be misspelt, or be renamed since. "
         "Correct it, or give it a row in codebook.csv.") },
    { "codebook-empty",
      N_("The codebook has a heading row but no codes, so there is nothing to count. "
         "Write one row for each code. lyhord help codebook tells what the columns are "
         "for.") },
    { "codebook-expand",
      N_("Words are proposed from sentences that people have coded, from the sentence "
         "before and the one after, and from a thesaurus. "
         "They are put in order by how much commoner they are there than in everything else "
         "that respondents say (log-likelihood, Dunning 1993). "
         "It is no test, and a word is no indicator because it stands high: look at the "
         "example, try it with lyhord kwic, and write it into the codebook yourself if it "
         "says what the code means. "
         "Words of one person only are never proposed, because they tell of that person and "
         "not of the theme.") },
    { "codebook-missing",
      N_("This command needs a codebook and there is none. "
         "Put codebook.csv in the study's folder, or name a file with --codebook. "
         "A new study made with lyhord init has one to begin with.") },
    { "codebook-stats",
      N_("What the rules of a codebook find is for those who make it: which rules find "
         "nothing, which lose all they find to a longer or earlier rule of the same code or "
         "to an exception, which meet other codes, and what people said of their "
         "suggestions. "
         "A rule without a match in these interviews is untried and not wrong. "
         "None of these figures is a result of the study; results are counted by lyhord "
         "tally from what people have accepted.") },
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
    { "colour-form",
      N_("The cell under färg is no colour and is left out; figures use another. "
         "Write # and six signs, as #1b6e5a.") },
    { "colours-alike",
      N_("Two codes have colours that can hardly be told apart, so a reader of a figure "
         "takes the one for the other. "
         "How alike they are is measured as eyes see it (CIE 1976, a difference under 5). "
         "Choose a colour further away; dark and light differ best, also in print and for "
         "those who see colours otherwise.") },
    { "control-character",
      N_("The text holds a character that steers machines and cannot be seen. "
         "Nobody said it, but it can split a word so that no rule finds it. "
         "Delete it, or save the text anew from the original.") },
    { "csv-column",
      N_("A column that must be there is missing, two headings mean the same column, or a "
         "column is unknown and not used. "
         "Look for a misspelt heading. "
         "Headings may be in Swedish or English.") },
    { "csv-documents",
      N_("A table given as a transcript is one transcript. "
         "Its column of documents names several, and no column says whose words they are. "
         "Put each transcript into a file of its own, or add a column 'respondent' with the "
         "id of the person who speaks.") },
    { "csv-empty",
      N_("The file has no rows at all, not even a heading. "
         "The first line should name the columns, with ; between them. lyhord help files "
         "tells which file has which columns.") },
    { "csv-heading",
      N_("Two columns have the same heading, or a column has cells but no heading. "
         "It is not clear what the cells mean. "
         "Give each column one heading of its own.") },
    { "csv-quote",
      N_("The quotes of a cell do not match. "
         "A cell with ; a line end or a quote in it stands in quotes, and each quote "
         "inside is written twice. "
         "The easiest is to open the file in a spreadsheet, correct the cell there, and "
         "save it as CSV.") },
    { "csv-row-length",
      N_("A row has more or fewer cells than the heading, so its cells may stand under the "
         "wrong headings. "
         "Often a cell holds a ; and lacks quotes round it. "
         "Put quotes round that cell, or add the cells that are missing.") },
    { "csv-separator",
      N_("Columns should be separated by ;. "
         "Commas and tabs are read too, but it is said, since a comma may also be a "
         "decimal comma. "
         "When the heading does not show what separates the columns, the file is not read. "
         "Save it with ; between the columns.") },
    { "csv-speaker",
      N_("In a table of turns or answers every speaker is a mark: "
         "I, R, IP3, AH1. "
         "A cell without one where somebody answers, or one too long for a mark, cannot be "
         "counted as anybody's words.") },
    { "csv-time",
      N_("A cell of the column of times could not be read. "
         "Times are written 00:12:31, 12:31 or 00:12:31,5. "
         "The words of the row are read all the same.") },
    { "csv-too-long",
      N_("A row of a large table is longer than a megabyte. "
         "Most often a quote before it was never closed, so that the rest of the file "
         "became one cell; look at the row that the message names and at the ones before it.") },
    { "csv-too-wide",
      N_("The table has more columns than any of the study's files should have. "
         "It may be another file, or the separator may be wrong. "
         "Check that the right file has this name.") },
    { "csv-unread",
      N_("The table has a column that is no part of what was said. "
         "It is left out of the transcript; attributes of persons belong in respondents.csv.") },
    { "decision-kind",
      N_("Each row of decisions.csv says what kind of decision it is, and the message "
         "lists the kinds. "
         "A row of an unknown kind is kept but changes nothing. "
         "Correct the spelling if you meant one of those.") },
    { "dictionary-missing",
      N_("The Swedish dictionary is not installed. "
         "Lemmas are then cut-off stems, and a plain word in a rule finds fewer of its "
         "forms. "
         "Counts can differ from those of another computer. "
         "Install the package hunspell-sv.") },
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
    { "docx-chunks",
      N_("The Word file has other files placed inside it. "
         "Their text is left out. "
         "If it belongs to the interview, open the file in Word, copy the text into the "
         "document, and save.") },
    { "docx-comments",
      N_("The Word file has comments. "
         "They are left out of the text but are still in the file, often with names. "
         "Remove them in Word before anybody else gets the file.") },
    { "docx-deletions",
      N_("Word tracked changes, so text that was deleted is still in the file. "
         "It is left out here, but everybody who gets the file can read it: a removed name "
         "is not removed. "
         "Accept all changes in Word and save.") },
    { "docx-external",
      N_("The Word file points to something outside it, such as a picture on the web. "
         "Lyhörd never fetches anything. "
         "Nothing of the text is lost by that.") },
    { "docx-fields",
      N_("Some of the text in the Word file is made by codes, such as a page number or a "
         "link. "
         "The codes are left out; what they show is read as text.") },
    { "docx-footnotes",
      N_("Footnotes and endnotes are left out, since nobody said them. "
         "If speech stands in a note, move it into the text and write who says it.") },
    { "docx-heads",
      N_("Page headers and footers are left out. "
         "They often hold a name, a date or a case number and are still in the file. "
         "Look at them in Word, and empty them before anybody else gets the file.") },
    { "docx-hidden",
      N_("Some text in the Word file is marked as hidden and is left out. "
         "It is still in the file. "
         "Show hidden text in Word, then delete it, or take the mark away if it belongs to "
         "the interview.") },
    { "docx-insertions",
      N_("Word tracked changes. "
         "Text that was added is read as part of the interview. "
         "Accept all changes in Word if that is right.") },
    { "docx-macros",
      N_("The Word file holds macros, small programs. "
         "Lyhörd never runs them and they change nothing here. "
         "A transcript needs none, so save it as .docx without macros.") },
    { "docx-moves",
      N_("Word tracked changes, and text was moved. "
         "It is read once, where it went. "
         "Accept all changes in Word if that is right.") },
    { "docx-part",
      N_("A part of the Word document is missing, so the text cannot be read. "
         "The file is damaged. "
         "Open it in Word and save it again, or fetch a new copy.") },
    { "docx-question-tables",
      N_("The interview stands in a table with questions on one side and answers on the "
         "other. "
         "It is read as if 'Fråga:' and 'Svar:' had been typed before them. "
         "Run lyhord turns and see that each turn has the right speaker.") },
    { "docx-speaker-tables",
      N_("The interview stands in a table: who speaks in one column, what is said in "
         "another, perhaps a time in a third. "
         "It is read as if the mark and a colon had been typed before the speech; a first "
         "row that only names the columns is left out. "
         "Run lyhord turns and see that each turn has the right speaker.") },
    { "docx-tables",
      N_("The interview stands in a table. "
         "It is read cell by cell, one row after the other. "
         "Run lyhord turns and see that each turn has the right speaker.") },
    { "duplicate",
      N_("The same passage stands twice in the material: twelve words or more in a row, or "
         "nearly all of two turns. "
         "Often an interview was saved twice, or a passage was pasted into another file. "
         "It is counted once; the earlier one counts, in the order in which the files are "
         "read. "
         "If two persons really said the same, keep both: write a row in decisions.csv with "
         "kind duplicate, the target that check names, the value kept, who decided and why.") },
    { "empty",
      N_("The document holds no text. "
         "Perhaps the text is a picture, or stands in a text box, a note or a page header. "
         "See that the right file has this name.") },
    { "empty-file",
      N_("The file has no content. "
         "It counts as an interview without words, so its person said nothing. "
         "Take it away, or put the text in.") },
    { "encoding",
      N_("The text is not UTF-8. "
         "UTF-16 and Windows-1252 are read anyway, but a letter such as å may turn out "
         "wrong. "
         "Save the file as UTF-8 and the message goes away.") },
    { "evaluate-base",
      N_("Under every evaluation stands what it was measured on, and how sure it is. f1_low "
         "and f1_high hold the middle 95 per cent of the F1 of a thousand samples: in each, as "
         "many groups are drawn as there are, some twice and some not at all, with "
         "everything in them. "
         "A group is a document, or in a gold file the records of one person, one interview "
         "or one passage printed twice, because what is said there hangs together. "
         "The seed is fixed, so the same files give the same interval. "
         "A wide interval says that the gold is too small to tell two codebooks apart; with "
         "fewer than twenty groups it comes out too narrow even so. "
         "A whole interview is a large unit in which most codes stand somewhere: --unit "
         "turn asks more of the suggestions.") },
    { "example-unmatched",
      N_("The example of a code is what its coders have in mind, and none of the code's "
         "rules finds it, nor any of a code below it. "
         "Either words are missing among the rules, or the example is of something that no "
         "rule can find; then write another example, or leave it and know that people must "
         "find such places themselves.") },
    { "expand-undecided",
      N_("lyhord codebook expand learns words from codings that people have made or "
         "accepted, and for these codes there are none. "
         "Code a few interviews in codings/NAME.csv, or go through the suggestions that "
         "lyhord code -o codings/NAME.csv writes and change suggested to accepted or "
         "rejected. "
         "For a code without codings only synonyms of its own indicators can be proposed.") },
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
    { "file-too-large",
      N_("No transcript is this large; a whole day of talk is less than a hundredth of it. "
         "Perhaps the wrong file got this name. "
         "If it is a transcript, split it into several files.") },
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
    { "folder-used",
      N_("New transcripts are written to a folder of their own, so that nothing that is "
         "there can be lost. "
         "This one holds something. "
         "Name a folder that does not exist yet, or an empty one.") },
    { "footnotes",
      N_("The text file has footnotes below a line of spaces, as pages saved as text have. "
         "They are left out, since nobody said them, and the sentence above goes on on the "
         "next page. "
         "If speech stands in a note, move it into the text and write who says it.") },
    { "format-name",
      N_("The ending of the file's name does not fit what is in it. "
         "The content decides, so the file is read. "
         "Rename it, so that other programs are not misled.") },
    { "gold-empty",
      N_("There is nothing to measure against. "
         "A gold file holds one record on each line; a file of codings must have codings "
         "that a person made (manual) or accepted. "
         "Measured against suggestions alone, suggestions would only be compared with "
         "themselves.") },
    { "gold-half",
      N_("--only odd and --only even take half of a gold file, by the last digit of each "
         "id, so that a codebook can be improved on one half and measured on the other, "
         "which nobody looked at. "
         "An id without a digit belongs to neither half.") },
    { "gold-json",
      N_("A gold file holds one JSON object on each line, and this line is none. "
         "The place is where reading had to stop: a missing comma, quotation mark or "
         "bracket stands there or before it. "
         "Words are in \"double quotes\", a quote inside them is written \\\", and nothing "
         "stands behind the last bracket.") },
    { "gold-key",
      N_("A record of a gold file needs an id (a text of its own), what was said (text, or "
         "turns as a list of {\"speaker\", \"text\"}) and labels (a list of {\"theme\", "
         "\"polarity\"}, [] when it has none of the themes). "
         "One of these is missing, empty or of another kind. "
         "Other keys are welcome and not read.") },
    { "gold-line",
      N_("A record is a passage of an interview, at most a whole one, and stands on one "
         "line. "
         "A line of more than a mebibyte is not read: most often line ends were lost, or "
         "the file is something else.") },
    { "gold-polarity",
      N_("Each label of a record says how the theme is told of: + for what the person is "
         "content with, - for what the person is not, 0 for a wish, a principle or a mere "
         "mention. "
         "Write one of them in quotes. "
         "Two labels of one theme are written where both are meant.") },
    { "gold-speaker",
      N_("Rules are matched in what respondents say. "
         "In a record with turns, respondents are whoever the record names as its "
         "respondent and the marks that mean one (B, IP, Informant …). "
         "Where there is none, all whose mark does not say that they ask or listen are "
         "taken for respondents; where nobody is left, the record's text is read. "
         "Write the marks, or the respondent, if that is wrong.") },
    { "gold-theme",
      N_("The gold knows a theme that the codebook in use has no code for, so suggestions "
         "can neither find nor miss it. "
         "It is said once and counted nowhere. "
         "If it is another spelling of a code, change it in the gold; if it is a code that "
         "is missing, the figures tell of less than the gold knows.") },
    { "gold-twice",
      N_("Two records have the same id, so nobody could tell which one a miss or a false "
         "alarm is about, and one passage might be counted twice. "
         "Give each record an id of its own, or take the copy out.") },
    { "gold-unread",
      N_("Suggestions in a transcript that nobody has read are neither right nor wrong. "
         "A transcript counts as read when the file of codings has at least one row about "
         "it that a person made, accepted or rejected. "
         "The others are left out of the figures.") },
    { "guide-missing",
      N_("A table of questions needs the questions. "
         "Write guide.csv in the study's folder, a row a question: fråga;avsnitt;text;tema, "
         "where tema names the codes that the question asks about, with | between them. "
         "Or name a file with --guide.") },
    { "guide-too-long",
      N_("guide.csv has more than a thousand questions, so it is hardly an interview guide. "
         "Nothing is tied to it. "
         "Keep the questions that were to be asked, one a row.") },
    { "homoglyph",
      N_("A word mixes Latin letters with Greek or Cyrillic ones that look the same. "
         "No rule will find that word. "
         "Write it again with an ordinary keyboard.") },
    { "hyphens-unsure",
      N_("Some words were divided at the end of a line, and neither the rest of the text "
         "nor the way they are written shows whether the hyphen belongs to them. "
         "They were put together without it, which is nearly always right. "
         "With the dictionary (hunspell-sv) installed it is decided word by word.") },
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
    { "ids-alike",
      N_("Two ids differ only in upper and lower case and count as two persons. "
         "If they are the same person, that person is counted twice. "
         "Write the id in one way everywhere.") },
    { "invisible-character",
      N_("The text holds a character that cannot be seen, such as a soft hyphen. "
         "Inside a word it can hide the word from a rule, and a count becomes too low. "
         "Delete it, or save the text anew from the original.") },
    { "key-inside",
      N_("The proposal of anonymize holds the names and what they are replaced by. "
         "Whoever has both it and the study can undo the work, so it is never written into "
         "a study's folder, not by way of a link either. "
         "Write it to another place, one that only you can open.") },
    { "line-ends",
      N_("The lines of the file end in different ways, or in an old one. "
         "It does no harm in itself, but may show that text from several files was pasted "
         "together. "
         "See that nothing is missing.") },
    { "line-numbers",
      N_("A program set a number before every line, to be cited by. "
         "The numbers are no speech and are left out of the text, of the counts and of "
         "quotes.") },
    { "line-separator",
      N_("The text holds an unusual sign for a new line. "
         "Here it does not end a line, so two turns may have become one. "
         "Replace it with an ordinary line end.") },
    { "link-left",
      N_("A file of the study is a link to a file somewhere else. "
         "The link is taken away; the file it points to is not in the study and may belong "
         "to somebody else. "
         "Look where it lies, and destroy it there if it is yours.") },
    { "lost-letters",
      N_("The sign � stands where another program lost a letter, often å, ä or ö. "
         "Words with it are not found by rules. "
         "Take the text from the original and save it as UTF-8.") },
    { "manifest-unreadable",
      N_("lyhord explain manifest wants the file manifest.json that lies beside a report. "
         "This file is another, or has been changed so that it cannot be read. "
         "A new report writes a new one.") },
    { "mark-inside",
      N_("A mark that begins lines of this transcript also stands in the middle of a "
         "line. "
         "What comes after it is counted as the words of whoever spoke before. "
         "Put each mark at the beginning of a line of its own.") },
    { "md-comments",
      N_("A Markdown file holds comments, <!-- such as this -->. "
         "They are no part of the transcript and never counted, but they are still in the "
         "file.") },
    { "md-front-matter",
      N_("A Markdown file begins with lines about itself, between two lines of ---: a "
         "title, a date, an author. "
         "They are nobody's words and left out. "
         "See that they name nobody.") },
    { "md-images",
      N_("A Markdown file shows images. "
         "They are no words and left out, and so are their descriptions.") },
    { "merge-exceptions",
      N_("When codes are joined, their exceptions (undantag) are joined too. "
         "An exception takes away hits of all rules of its code, so one that was written "
         "for one of the codes now also takes away what only the rules of another found. "
         "lyhord codebook diff OLD NEW STUDY lists the places that are lost. "
         "Where it takes too much, move the condition into the rule itself: lukt & !mat.") },
    { "merge-nothing",
      N_("The codes that are named are all the code that --into names, so there is nothing "
         "to join. "
         "Name the codes that are to go first, and the one that stays after --into. "
         "To give a code another name, write it after --into and add --new.") },
    { "merge-output",
      N_("The codebook of a study would be written over by itself, and codings that people "
         "have made would go on naming codes that are no more. "
         "Name the study and leave -o out: then codings, guide and decisions.csv are "
         "changed together with the codebook. "
         "To try first, write to another file.") },
    { "merge-reference",
      N_("A rule of one of the codes refers to another of them (@code). "
         "Joined, the code would refer to itself, and that is no rule. "
         "Where the reference is one of several alternatives (a | @code) it is left out, "
         "because the rules it stands for are there anyway; here it is part of something "
         "else. "
         "Write the rule without it, and give the command again.") },
    { "merge-result",
      N_("Joined, the codes would make a codebook that cannot be used: codes above "
         "themselves, rules that refer back to themselves by way of another code, or a name "
         "that another code has. "
         "Nothing is written. "
         "Take away the parent or the reference that closes the ring, or choose another "
         "name, and give the command again.") },
    { "merge-same",
      N_("A coder had put several of the joined codes on just the same words, with the same "
         "polarity and state. "
         "They now say the same thing, and one of them stays: one that was accepted or made "
         "by hand before one nobody has decided about, and that before a rejected one, "
         "because a no to one of the codes is no answer to both. "
         "If any of them was marked as a quote, the one that stays is. "
         "Codings with different polarity all stay.") },
    { "merge-store",
      N_("A study.db holds the journal of what people have decided, and codings name their "
         "codes there too. "
         "This version cannot change it, so nothing is changed anywhere.") },
    { "mojibake",
      N_("Letters have turned into others, as 'Ã¤' for 'ä'. "
         "The text was once read in the wrong encoding. "
         "Rules will not find those words. "
         "Take the text from the original and save it as UTF-8.") },
    { "names-inside",
      N_("[privacy] names points to a list of names within the study's folder. "
         "The list says who the study is about. "
         "Anybody who gets the folder gets it too. "
         "Move it to another place and change the path in lyhord.ini.") },
    { "names-unreadable",
      N_("lyhord.ini says where the study's own list of names lies, and it cannot be read "
         "there. "
         "Without it names that only you know would pass unseen, so nothing is done. "
         "Check the path, or take the line away if there is no list.") },
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
    { "noncharacter",
      N_("The text holds a code that is no character at all. "
         "Another program has probably damaged it. "
         "Take the text from the original.") },
    { "not-a-transcript",
      N_("The file is of a kind that is not read as a transcript. "
         "Transcripts are .docx, .odt, .pdf, .txt, .md, .srt, .vtt or .csv. "
         "Open it in the program that made it and save it as one of these, without a "
         "password.") },
    { "not-text",
      N_("The file should be text but is of another kind, and the message says which. "
         "Perhaps its ending is wrong. "
         "Give it the right ending, or save it as text.") },
    { "nothing-accepted",
      N_("A report counts what people have decided: codings that are accepted or manual. "
         "There are none. "
         "Code the transcripts first. "
         "To look at the machine's suggestions meanwhile, add --suggested; every table is "
         "then marked as not reviewed.") },
    { "nul-byte",
      N_("The file holds a NUL character, which no text has. "
         "It is another kind of file, or damaged. "
         "Open it in the program that made it and save it as text in UTF-8.") },
    { "odt-comments",
      N_("The OpenDocument file has comments. "
         "They are left out of the text but are still in the file, often with names. "
         "Remove them before anybody else gets the file.") },
    { "odt-deletions",
      N_("Changes were tracked, so text that was deleted is still in the file. "
         "It is left out here, but everybody who gets the file can read it: a removed name "
         "is not removed. "
         "Accept all changes and save.") },
    { "odt-external",
      N_("The OpenDocument file points to something outside it, such as a picture on the "
         "web. "
         "Lyhörd never fetches anything. "
         "Nothing of the text is lost by that.") },
    { "odt-footnotes",
      N_("Footnotes and endnotes are left out, since nobody said them. "
         "If speech stands in a note, move it into the text and write who says it.") },
    { "odt-heads",
      N_("Page headers and footers are left out. "
         "They often hold a name, a date or a case number and are still in the file. "
         "Look at them, and empty them before anybody else gets the file.") },
    { "odt-hidden",
      N_("Some text in the OpenDocument file is hidden and is left out. "
         "It is still in the file. "
         "Show hidden text, then delete it, or take the mark away if it belongs to the "
         "interview.") },
    { "odt-insertions",
      N_("Changes were tracked. "
         "Text that was added is read as part of the interview. "
         "Accept all changes if that is right.") },
    { "odt-macros",
      N_("The OpenDocument file holds macros, small programs. "
         "Lyhörd never runs them and they change nothing here. "
         "A transcript needs none, so save it without macros.") },
    { "odt-question-tables",
      N_("The interview stands in a table with questions on one side and answers on the "
         "other. "
         "It is read as if 'Fråga:' and 'Svar:' had been typed before them. "
         "Run lyhord turns and see that each turn has the right speaker.") },
    { "odt-spaces",
      N_("The OpenDocument file says that a number of spaces stands in the text, and the "
         "number is negative, enormous or no number at all. "
         "One space is read. "
         "Another program has probably damaged the file; open it, look at the place, and "
         "save it again.") },
    { "odt-speaker-tables",
      N_("The interview stands in a table: who speaks in one column, what is said in "
         "another, perhaps a time in a third. "
         "It is read as if the mark and a colon had been typed before the speech; a first "
         "row that only names the columns is left out. "
         "Run lyhord turns and see that each turn has the right speaker.") },
    { "odt-tables",
      N_("The file has tables that are no interview. "
         "They are read cell by cell, one row after the other. "
         "Run lyhord turns and see that each turn has the right speaker.") },
    { "original-there",
      N_("The new transcripts would stand in the folder where the originals lie. "
         "Originals are never written over: if a replacement turns out wrong, they are what "
         "you go back to. "
         "Name another folder with --to.") },
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
    { "page-furniture",
      N_("Lines that the pages have and nobody said are left out: page numbers, and heads "
         "and feet that come again on page after page. "
         "What a speaker says goes on across them. "
         "If a line of somebody's speech is missing in lyhord turns --text, write the "
         "speaker's mark before it.") },
    { "parent-deep",
      N_("A code has too many codes above it, one over the other. "
         "Nobody can read so many levels. "
         "Two or three levels are enough for most studies.") },
    { "parent-missing",
      N_("The column överordnad names a code that has no row of its own. "
         "Give that code a row, or correct the spelling.") },
    { "parent-ring",
      N_("Codes stand above themselves, in a ring; the message prints it. "
         "A person who took up one of them could not be summed upwards. "
         "Take one of the parents in the ring away.") },
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
      N_("A partial result holds no ids and no words of anybody, but it tells what groups "
         "of any size said, and a group may be one person. "
         "The rules on small groups are applied when the parts are merged, never before. "
         "Keep it where the answers are kept, move it as you would move them, and remove it "
         "when it has been merged.") },
    { "partial-missing",
      N_("Every part of the persons has to be there for the numbers to be those of all "
         "answers. "
         "The message says which are not. "
         "With --allow-missing the others are printed, and the table says which parts are "
         "not in it.") },
    { "partial-stranger",
      N_("Partial results are added up only when they are parts of one whole: the same "
         "version of lyhord, the same codebook, the same files of answers and list of "
         "respondents, the same Swedish dictionary, the same options and number of parts. "
         "The message says what differs from the first file that was named.") },
    { "partial-twice",
      N_("The same part was given twice, perhaps under two names. "
         "Its persons would count twice, so nothing is printed; leave one of the two files "
         "out.") },
    { "pdf-annotations",
      N_("The pdf has comments, notes or highlighted words. "
         "They are left out of the text but are still in the file, often with names. "
         "Remove them before anybody else gets the file.") },
    { "pdf-attachments",
      N_("Other files lie inside the pdf. "
         "They are left out and were not looked into: they can hold names. "
         "Take them out before anybody else gets the file, and read them as transcripts of "
         "their own if they are.") },
    { "pdf-damaged",
      N_("The pdf is broken or was not copied to the end. "
         "Nothing of it is read, so that no words are lost unseen. "
         "Fetch a new copy, print it to pdf again, or save its text as .txt from the "
         "program that shows it.") },
    { "pdf-fields",
      N_("The pdf is a form. "
         "What people have written into its fields is left out. "
         "If the answers are the transcript, print the form to a new pdf, or type the "
         "answers into a .csv with one row each.") },
    { "pdf-line-numbers",
      N_("A column of rising numbers stands beside the text. "
         "It counts the lines and is left out.") },
    { "pdf-locked",
      N_("The pdf has a password. "
         "Lyhörd asks for no passwords. "
         "Open the file, take the password away, and save it again.") },
    { "pdf-pictures",
      N_("Some pages are pictures, perhaps scanned, and hold no text. "
         "What stands on them is not read and not counted. "
         "Let a program for text recognition (OCR) read the file first, or type those pages.") },
    { "pdf-too-large",
      N_("The pdf is far larger than any transcript. "
         "Nothing of it is read. "
         "If it holds many interviews, make one file of each.") },
    { "pdf-without-text",
      N_("The pdf shows pages but holds no words, as when paper was scanned. "
         "Let a program for text recognition (OCR) read it first and check what came out, "
         "or type it.") },
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
    { "personal-metadata",
      N_("Word processors write who made the file, who changed it last and where they work "
         "into its properties. "
         "Everybody who gets the file gets that too. lyhord anonymize --apply writes new "
         "files without it, or clear the properties in the program that made the file.") },
    { "pooling-form",
      N_("A pooling in questions.csv is written name = alternative + alternative, one a "
         "line or with | between: instämmer = Instämmer helt + Instämmer delvis. "
         "Its name and rule are printed with its number.") },
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
    { "question-columns",
      N_("Two columns of the survey could be the answers to the same question. "
         "A column is called as the question's name (3, F3, Fråga 3) or its text. "
         "Take one out, or give it another heading.") },
    { "question-missing",
      N_("A question of questions.csv has no column in the survey, or an alternative has "
         "none where others of its question have. "
         "A column is called as the question's name (3, F3, Fråga 3) or its text; of a "
         "question with several answers perhaps 3: "
         "Alternativ.") },
    { "question-name",
      N_("Each question in questions.csv has a short name in the column fråga, such as 3 or "
         "F7: tables and columns are called so.") },
    { "question-text",
      N_("Each question in questions.csv has its text, as it was put: a table without it "
         "says nothing.") },
    { "question-twice",
      N_("Two questions in questions.csv have the same name. "
         "Give one of them another.") },
    { "question-type",
      N_("The type of a question is single (en), multiple (flera), scale (skala), number "
         "(tal) or text.") },
    { "question-unknown",
      N_("survey --question names a question as questions.csv does in its column fråga.") },
    { "questions-found",
      N_("Some questions stand by themselves: numbered, or in bold or italics. "
         "They are taken for the interviewer's, whose words are not counted, and the text "
         "after each for the respondent's answer. "
         "See with lyhord turns that it is right, or write a mark such as 'I:' and 'R:' "
         "before each turn.") },
    { "questions-none",
      N_("questions.csv has a heading and no questions. "
         "Write one a row: fråga;text;typ;alternativ.") },
    { "questions-untied",
      N_("Most answers could not be tied to a question of guide.csv, because interviewers "
         "put questions in their own words. "
         "A table of questions then tells little: what stands in the other answers is "
         "counted under no question. "
         "Write the number of the guide before each question in the transcripts, as 3. or "
         "Fråga 3. lyhord turns shows which turns are tied.") },
    { "quote-missing",
      N_("The quote of a coding is not among the respondents' words in the transcript. "
         "It may be misspelt, shortened, or said by the interviewer. "
         "Copy it from the transcript, letter by letter.") },
    { "quote-several",
      N_("The quote is found in several places of the transcript, so it is not clear which "
         "one is meant. "
         "Write the number of the turn under turn, or take more words into the quote. "
         "lyhord turns shows the numbers.") },
    { "rare-combination",
      N_("One person alone has this combination of attributes. "
         "Each attribute says little, but together they say who it is. "
         "Never print them together, also not at a quote. "
         "If nobody needs one of the attributes, take its column out.") },
    { "reference-deep",
      N_("A rule may refer to another code with @, and that code's rules to a third, up to "
         "64 times over. "
         "This chain is longer. "
         "Write the words you look for into the rule itself, or let it refer straight to "
         "the last code.") },
    { "reference-missing",
      N_("A rule refers with @ to a code that the codebook does not have. "
         "Correct the name, or take the reference out.") },
    { "reference-ring",
      N_("Rules refer with @ to one another in a ring, so none of them can ever be "
         "decided. "
         "The message prints the ring. "
         "Take one of the references away.") },
    { "regex-empty",
      N_("The pattern can match without any letters at all, so it would match everywhere. "
         "Often a * should be a +. "
         "Make at least one part of it required.") },
    { "regex-invalid",
      N_("The pattern is no regular expression that can be read. "
         "The caret shows where reading stopped. "
         "Often a parenthesis is not closed, or a sign such as ? or + should have a \\ "
         "before it.") },
    { "regex-limit",
      N_("The pattern took too long or tried too many ways, and was stopped. "
         "Then nothing is written, since a count might have come out too low. "
         "Avoid a repetition inside a repetition, as in (a+)+. "
         "Several simple rules are better than one clever pattern.") },
    { "regex-long",
      N_("The pattern is longer than anybody can check by reading it. "
         "Split it into several lines in the column mönster: each line is a pattern of its "
         "own.") },
    { "regex-verb",
      N_("The pattern begins with or holds a command that changes how it is matched. "
         "Such commands could lift the limits that keep a search short. "
         "Write \\( if you mean the parenthesis itself.") },
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
    { "release-flag",
      N_("The report or figure tells of something that often is the finding itself: an age, "
         "a title, a diagnosis, a crime. "
         "It stops nothing. "
         "Read each place and think of who could recognise the person.") },
    { "release-material",
      N_("Tables with a column or a row a person or a document are the material in another "
         "form. "
         "They are for you who work with the study, and are not let out with --release.") },
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
    { "removal-stopped",
      N_("A file could not be taken away, so it and those after it are still there. "
         "decisions.csv already says what was to happen. "
         "See what hinders it, such as the right to write in the folder, and give the same "
         "command again: it takes the rest.") },
    { "report-not-counted",
      N_("No line begins with a speaker mark, and the text does not read as one person's "
         "own words: it hardly ever says 'jag', or it has chapters, references or "
         "paragraphs of law. "
         "A report or a law counted as somebody's words would be worse than a letter that "
         "somebody must claim, so none of it is counted. "
         "If a respondent wrote it, give the file a row in transcripts.csv with their id "
         "under respondent and nothing under respondentmärke.") },
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
    { "rule-deep",
      N_("The rule has too many parentheses inside one another. "
         "Nobody can check such a rule. "
         "Write several rules, one a line: a hit of any of them counts.") },
    { "rule-empty",
      N_("The rule has no words, so there is nothing to look for. "
         "Write a word, such as lyssnar. "
         "Quotes of the shell round the rule are needed when it holds spaces: lyhord kwic "
         "'ringer tillbaka'.") },
    { "rule-excepted",
      N_("The same words stand as a rule of the code and as its exception. "
         "An exception takes away every hit it overlaps, so the rule never suggests "
         "anything. "
         "Take away one of them, or make the exception longer: the words that show that the "
         "code is not meant.") },
    { "rule-number",
      N_("After ~ comes how far apart the words may stand, from 1 (neighbours) to 30 words, "
         "right after the sign: ~5. "
         "Write the number right after the sign.") },
    { "rule-operand",
      N_("Some parts look at the whole sentence and cannot stand in a row of words: '&', a "
         "reference with @ and a /pattern/. "
         "Let such a part stand alone, or on a line of its own.") },
    { "rule-quotes",
      N_("The word holds a sign that has a meaning of its own in rules, as the / in "
         "och/eller. "
         "Write the word in straight quotes: \"och/eller\". "
         "Typographic quotes, which word processors put in, do not work.") },
    { "rule-repeated",
      N_("The same words stand twice in one code. "
         "Of two rules that find the same, the earlier one wins, in the order regler, "
         "regler_plus, regler_minus, mönster and from top to bottom; the later one never "
         "decides. "
         "That matters most when they stand in different columns: words both in regler and "
         "in regler_plus never suggest a plus. "
         "Take away the one that is not meant.") },
    { "rule-shared",
      N_("The same words suggest two codes. "
         "That can be meant, since one sentence may be about both; but often the codes are "
         "not told apart, and two coders will not agree about them. "
         "Look at the places with lyhord kwic. "
         "Let när and inte_när say which code it is, keep the words in one of them, or join "
         "the codes with lyhord codebook merge.") },
    { "rule-syntax",
      N_("The rule cannot be read. "
         "The caret shows where, and the message says what is missing or too much. lyhord "
         "help rules shows each kind of rule with an example.") },
    { "rule-too-many",
      N_("Alternatives in parentheses are multiplied with one another, and this rule "
         "becomes too many phrases. "
         "Write several rules, one a line.") },
    { "rule-wide",
      N_("A word with * or ? and hardly any letters finds nearly everything that is said. "
         "Write more of the word, or the word itself: its inflected forms are found without "
         "*.") },
    { "sav-damaged",
      N_("The file begins as a data file of SPSS (.sav) and cannot be read as one: it is "
         "damaged, cut off, locked, or of a kind that is not known. "
         "Open it in SPSS or PSPP and save it anew, or as CSV.") },
    { "sav-large",
      N_("The data file holds more cells than are read (20 million), or more text than 64 "
         "MiB. "
         "Save the variables that the survey needs.") },
    { "scan-limits",
      N_("No scan finds everything. "
         "The message says what its lists hold and what they lack. "
         "A person who knows the place and the people must read the text before anybody "
         "else gets it.") },
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
    { "sent-few",
      N_("More persons answered than [survey] sent or --sent says were asked, so one of the "
         "numbers is wrong, and no response rate is printed.") },
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
    { "split-refused",
      N_("Fewer than two groups large enough to show can be made of this attribute. "
         "In a small group it can be seen who said what. "
         "Show everyone together, or choose an attribute with fewer and larger groups.") },
    { "study-format",
      N_("The study was made with a newer Lyhörd, which keeps its files in another way. "
         "Reading it with this one could give wrong numbers. "
         "Install the newer version.") },
    { "study-missing",
      N_("A study is a folder with the file lyhord.ini in it, and none was found. "
         "Go to the study's folder, write its name after the command, or begin a new "
         "study: lyhord init min-revision.") },
    { "subtitle-notes",
      N_("A WebVTT file holds notes (blocks that begin with NOTE). "
         "They are no part of the transcript and never counted, but they are still in the "
         "file.") },
    { "subtitle-outside",
      N_("A subtitle file has text before its first cue, where players show none. "
         "It is nobody's words and left out. "
         "If it belongs to the interview, put it under a line of times.") },
    { "subtitle-times",
      N_("The line above a cue should say when it is shown, 00:00:01,000 --> 00:00:04,000, "
         "and cannot be read. "
         "The words are kept; their times are not known.") },
    { "suggest-chance",
      N_("What was learned of the code was tried on documents that had been left out, and "
         "it did no better there than chance, or not surely so. "
         "Then nothing is suggested, for people would read for nothing. "
         "More decisions often help, rejected ones most of all. "
         "Where they do not, the code may be about what is meant rather than about which "
         "words are said: read for yourselves. lyhord suggest --measure shows the figures.") },
    { "suggest-few",
      N_("lyhord suggest learns what sentences are like that people gave a code. "
         "It does so only when there is enough to learn from: 20 sentences with the code "
         "and 20 that were read without getting it, of at least 5 persons in 3 documents on "
         "each side. "
         "With less, what it learns is how those few talk. "
         "Sentences without it are those where somebody rejected the code, or gave other "
         "codes and not this one. "
         "Go on coding, and go through what lyhord code suggests.") },
    { "suggest-score",
      N_("The score is between 0 and 1 and says how much a sentence, by its words alone, is "
         "like the sentences that people gave the code. "
         "It orders what to read next. "
         "It is not the chance that the sentence is about the code: the model has learned "
         "from sentences that somebody chose to code, and the rest are others. "
         "The words beside it, with + and -, are what weighed most. "
         "Nothing of this is counted, not with tally --suggested either, until a person has "
         "accepted it. lyhord suggest --codings -o codings/modell.csv writes the sentences "
         "as codings to go through.") },
    { "survey-alone",
      N_("tally counts what was said in interviews, and this study has none: it has a "
         "survey. lyhord survey counts its answers, and in persons what was written in "
         "people's own words; lyhord report writes both.") },
    { "survey-missing",
      N_("survey wants answers: survey.csv, survey.xlsx or survey.sav in the study's folder "
         "with at least one row, and questions.csv beside it; or --survey FILE --questions "
         "FILE. lyhord init --template enkat begins one.") },
    { "survey-questions",
      N_("The study has a file of answers and no questions.csv, so what its columns are is "
         "not known. "
         "Write a row a question: fråga;text;typ;alternativ.") },
    { "survey-sent",
      N_("sent under [survey] in lyhord.ini is how many persons were asked to take part, in "
         "digits. "
         "It gives the response rate.") },
    { "survey-twice",
      N_("The study's folder has two of survey.csv, survey.xlsx and survey.sav. "
         "Keep the one that is to be counted.") },
    { "table-large",
      N_("The table would have more rows and columns than anybody reads, and pairs grow "
         "with the square of the codes. "
         "Use a codebook with fewer codes, or merge some: lyhord codebook merge.") },
    { "table-material",
      N_("In this table a column is a transcript or a person. "
         "It is a part of the material, as the transcripts are: for those who work in the "
         "study, never for a report. "
         "So it is not written into reports/. "
         "If you write it to a file, destroy the file when you have looked: lyhord withdraw "
         "and lyhord purge do not know of it.") },
    { "tests-refused",
      N_("A test says how easily a difference could have come about by the drawing of the "
         "sample. "
         "It means something only when persons were drawn at random ([study] sample = "
         "random) and every group has at least 50 of them. "
         "Volunteers and persons chosen on purpose stand for nobody else, and when "
         "everybody was asked there is nothing to guess. "
         "The numbers of persons can be compared as they are. "
         "See lyhord help numbers.") },
    { "text-outside-turns",
      N_("Text stands before the first speaker mark, or after a closing such as "
         "(Respondent R01). "
         "It is nobody's turn and is not counted. "
         "That is right for a title. "
         "If it is speech, write a speaker mark before it.") },
    { "thesaurus-missing",
      N_("Synonyms come from a Swedish thesaurus, Debian's package mythes-sv, and it is not "
         "installed or cannot be read. "
         "Everything else works without it. "
         "If the files lie elsewhere, LYHORD_THESAURUS can name them, without ending.") },
    { "threshold-number",
      N_("The threshold is how many persons a group must have to be shown. "
         "It is a whole number and never less than 2, since a group of one is a person. "
         "Write another value in decisions.csv.") },
    { "threshold-reason",
      N_("Groups of fewer than five are not shown, so that nobody can be pointed out. "
         "Whoever lowers the threshold must say why. "
         "Write the reason in the row of decisions.csv, or take the row out.") },
    { "too-large",
      N_("The file is larger than any file of a study should be, and is not read. "
         "Perhaps the wrong file got this name. "
         "If it is right, split it.") },
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
    { "treebank",
      N_("A treebank is a text file in CoNLL-U: a comment # text = with the sentence, then "
         "a line a word with ten fields, tabs between them, and an empty line after the "
         "sentence. "
         "Words are numbered from 1 and stand in the text in that order. "
         "Correct the line that is named; universaldependencies.org describes the format.") },
    { "typology",
      N_("A typology crosses two sets of codes. "
         "Declare it in lyhord.ini under [typology]: rows = and columns = name codes of the "
         "codebook, with | between them. "
         "The text of a cell is written ROW + COLUMN = TEXT; without one the cell has the "
         "name of the code that is below both. "
         "See lyhord help tables.") },
    { "values-alike",
      N_("Two values of an attribute differ only in case or spaces, as 'Centrum' and "
         "'centrum'. "
         "They count as two groups, and both become smaller than they are. "
         "Write them alike.") },
    { "variants-empty",
      N_("variants.csv says which word is meant by a spelling of your study, and here one "
         "of the two is missing. "
         "An empty cell could mean every word or none, so nothing is guessed. "
         "Write the spelling under 'skrivs' and the word it stands for under 'betyder', or "
         "take the row out.") },
    { "variants-itself",
      N_("The row says that a spelling stands for itself, which it does without a row. "
         "If the spelling keeps its own meaning and has another as well, write both with | "
         "between, such as 'ja|jag'. "
         "Otherwise take the row out.") },
    { "variants-ring",
      N_("Rows of variants.csv lead from a spelling over others back to itself, so nobody "
         "can tell which word is meant. "
         "The message shows the way round. "
         "Decide which spelling is the ordinary one, let the others stand for that, and "
         "take its own row out.") },
    { "variants-twice",
      N_("The same spelling has two rows in variants.csv; capital letters make no "
         "difference. "
         "Two rows can say different things, and the order of rows should never decide. "
         "Put everything the spelling stands for in one cell with | between, the likeliest "
         "first, and take the other row out.") },
    { "variants-words",
      N_("A row of variants.csv is about one word that stands for another word; several "
         "words in a row cannot be exchanged for one, because hits are counted and quoted "
         "word by word. "
         "Write one word in each cell. "
         "Expressions of several words belong in a rule of the codebook.") },
    { "withdraw-format",
      N_("Several persons speak in this file, and it is of a kind that cannot be written "
         "anew as it is. "
         "Save it as .txt or .docx in transcripts/ in place of the old one and try again, "
         "or take the whole file away.") },
    { "withdraw-nobody",
      N_("Nobody in the study has the id you gave, so nothing is changed. "
         "Ids are written as in respondents.csv, capital letters and all. "
         "Look there, or run lyhord turns to see which ids the transcripts have.") },
    { "withdraw-store",
      N_("study.db keeps a journal of what coders did, with the words they coded. "
         "This version cannot take one person out of it, and what cannot be done whole is "
         "not begun. "
         "Nothing is changed.") },
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
    { "workbook-cells",
      N_("A cell of the first sheet says that it stands where no cell can stand, behind one "
         "that came before it, or the sheet has more cells than are read, the empty ones "
         "between counted. "
         "The file was made by a program that does not follow the standard, or is damaged. "
         "Open it in a spreadsheet program, and save it as CSV.") },
    { "workbook-sheets",
      N_("Only the first sheet that can be seen is read. "
         "As an error: there is none, or the file does not say where it lies. "
         "As a note: there are other sheets, which are left alone; if the answers stand on "
         "one of them, move it first.") },
    { "xml-damaged",
      N_("The inside of a .docx file is XML, and here it breaks off or is wrongly built. "
         "The file is damaged. "
         "Open it in Word and save it again, or fetch a new copy.") },
    { "xml-doctype",
      N_("The document declares a DOCTYPE, which can make it draw in other files or grow "
         "without end. "
         "Word never writes one. "
         "It is not read. "
         "Open it in a word processor and save it as .docx.") },
    { "xml-too-deep",
      N_("Parts of the document lie inside one another deeper than any word processor "
         "writes. "
         "A file made to crash a program looks like this. "
         "Open it in a word processor and save it again.") },
};
/* clang-format on */

const size_t help_code_count = G_N_ELEMENTS(help_codes);
