/* Surveys and answers by the million. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
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
    { "background-unknown",
      N_("survey --by names a column of the survey that is no question, a question with one "
         "alternative (by its name), or an attribute in respondents.csv. "
         "The message lists the columns there are.") },
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
    { "pooling-form",
      N_("A pooling in questions.csv is written name = alternative + alternative, one a "
         "line or with | between: instämmer = Instämmer helt + Instämmer delvis. "
         "Its name and rule are printed with its number.") },
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
    { "sav-damaged",
      N_("The file begins as a data file of SPSS (.sav) and cannot be read as one: it is "
         "damaged, cut off, locked, or of a kind that is not known. "
         "Open it in SPSS or PSPP and save it anew, or as CSV.") },
    { "sav-large",
      N_("The data file holds more cells than are read (20 million), or more text than 64 "
         "MiB. "
         "Save the variables that the survey needs.") },
    { "sent-few",
      N_("More persons answered than [survey] sent or --sent says were asked, so one of the "
         "numbers is wrong, and no response rate is printed.") },
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
    { "values-alike",
      N_("Two values of an attribute differ only in case or spaces, as 'Centrum' and "
         "'centrum'. "
         "They count as two groups, and both become smaller than they are. "
         "Write them alike.") },
};
/* clang-format on */

const help_room help_codes_survey = { pages, G_N_ELEMENTS(pages) };
