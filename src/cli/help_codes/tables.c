/* Tables, figures, and what may stand in them. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
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
    { "base-small",
      N_("Fewer persons than the limit (five, or what decisions.csv says) have spoken. "
         "A number about so few tells what each of them said, so no report and no figure "
         "is made. "
         "See lyhord help numbers.") },
    { "cell-lapsed",
      N_("A row in decisions.csv that begins with cell let a figure be shown. "
         "Then codes were joined, so the figure is another one, of other persons, and is "
         "hidden again. "
         "Look at it anew, and write accepted as its value if it may be shown. "
         "See lyhord help disclosure.") },
    { "cell-reason",
      N_("A row in decisions.csv that begins with cell lets a figure be shown that is "
         "hidden because nobody or everybody in a merged group said it. "
         "Without a reason it changes nothing. "
         "Write in the column reason why it may be shown. "
         "See lyhord help disclosure.") },
    { "cell-shown",
      N_("A row in decisions.csv that begins with cell accepts a figure that is shown "
         "anyway, so it changes nothing. "
         "Take the row away: if the figure is hidden one day, somebody should decide "
         "about it then. "
         "See lyhord help disclosure.") },
    { "cell-stays",
      N_("A row in decisions.csv that begins with cell accepts a figure that stays "
         "hidden all the same. "
         "What can be accepted is that nobody, or everybody, in a merged group said it. "
         "This figure is hidden for another reason: it would tell of a group that "
         "nobody has accepted. "
         "Take the row away, or accept the none or all that is meant. "
         "See lyhord help disclosure.") },
    { "cell-unknown",
      N_("A row in decisions.csv that begins with cell names a code or a group that no "
         "table has, so it changes nothing. "
         "Its target is the code, then .plus, .minus, .neutral or .wish, or nothing for "
         "all together, then @ and the group exactly as the table prints it: "
         "waiting.minus@Others (A-town, B-town). "
         "See lyhord help disclosure.") },
    { "cell-value",
      N_("A row in decisions.csv that begins with cell lets a figure be shown when its "
         "value is accepted. "
         "This row says something else, so it changes nothing. "
         "Write accepted, or take the row away. "
         "See lyhord help disclosure.") },
    { "chart-empty",
      N_("There is nothing to draw. "
         "Every figure of interviews needs codes that somebody took up. "
         "Personprickar shows 40 persons at most, prick four groups, matris as many as "
         "have room, samforekomst at least two themes that enough persons took up. "
         "Likert needs a survey with a question of type scale that has two to five "
         "steps and was answered by enough persons. "
         "Try another kind of figure; lyhord chart lists them.") },
    { "guide-missing",
      N_("A table of questions needs the questions. "
         "Write guide.csv in the study's folder, a row a question: fråga;avsnitt;text;tema, "
         "where tema names the codes that the question asks about, with | between them. "
         "Or name a file with --guide.") },
    { "guide-question-unknown",
      N_("The column intervjufråga (guide) of questions.csv says which question of the "
         "interviews is about the same as one of the survey, so that the two stand side "
         "by side in the report question by question. "
         "It holds a number that no row of guide.csv has. "
         "Write the number as guide.csv has it in its first column, or leave the cell "
         "empty; until then the question stands in the chapter on the survey.") },
    { "guide-too-long",
      N_("guide.csv has more than a thousand questions, so it is hardly an interview guide. "
         "Nothing is tied to it. "
         "Keep the questions that were to be asked, one a row.") },
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
         "Add a column sägs to guide.csv, with words that they say instead, several with | "
         "between them: a sentence that has all words of one of them puts that question. "
         "Or write the number of the guide before each question in the transcripts, as 3. "
         "or Fråga 3. lyhord turns shows which turns are tied.") },
    { "split-refused",
      N_("Fewer than two groups large enough to show can be made of this attribute. "
         "In a small group it can be seen who said what. "
         "Show everyone together, or choose an attribute with fewer and larger groups.") },
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
    { "typology",
      N_("A typology crosses two sets of codes. "
         "Declare it in lyhord.ini under [typology]: rows = and columns = name codes of the "
         "codebook, with | between them. "
         "The text of a cell is written ROW + COLUMN = TEXT; without one the cell has the "
         "name of the code that is below both. "
         "See lyhord help tables.") },
};
/* clang-format on */

const help_room help_codes_tables = { pages, G_N_ELEMENTS(pages) };
