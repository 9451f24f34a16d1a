/* Files and what they are written in. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
    { "bad-encoding",
      N_("The file holds bytes that are no letters in any encoding Lyhörd is sure of. "
         "Guessing would put wrong letters into the interview. "
         "Open the file where it was made and save it as UTF-8.") },
    { "bidi-control",
      N_("An invisible character turns the direction of writing, so the text on the screen "
         "may differ from the text that is read. "
         "It often comes along from a web page. "
         "Delete it, or write the line again.") },
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
    { "file-too-large",
      N_("No transcript is this large; a whole day of talk is less than a hundredth of it. "
         "Perhaps the wrong file got this name. "
         "If it is a transcript, split it into several files.") },
    { "folder-used",
      N_("New transcripts are written to a folder of their own, so that nothing that is "
         "there can be lost. "
         "This one holds something. "
         "Name a folder that does not exist yet, or an empty one.") },
    { "format-name",
      N_("The ending of the file's name does not fit what is in it. "
         "The content decides, so the file is read. "
         "Rename it, so that other programs are not misled.") },
    { "homoglyph",
      N_("A word mixes Latin letters with Greek or Cyrillic ones that look the same. "
         "No rule will find that word. "
         "Write it again with an ordinary keyboard.") },
    { "invisible-character",
      N_("The text holds a character that cannot be seen, such as a soft hyphen. "
         "Inside a word it can hide the word from a rule, and a count becomes too low. "
         "Delete it, or save the text anew from the original.") },
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
    { "lost-letters",
      N_("The sign � stands where another program lost a letter, often å, ä or ö. "
         "Words with it are not found by rules. "
         "Take the text from the original and save it as UTF-8.") },
    { "mojibake",
      N_("Letters have turned into others, as 'Ã¤' for 'ä'. "
         "The text was once read in the wrong encoding. "
         "Rules will not find those words. "
         "Take the text from the original and save it as UTF-8.") },
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
    { "nul-byte",
      N_("The file holds a NUL character, which no text has. "
         "It is another kind of file, or damaged. "
         "Open it in the program that made it and save it as text in UTF-8.") },
    { "removal-stopped",
      N_("A file could not be taken away, so it and those after it are still there. "
         "decisions.csv already says what was to happen. "
         "See what hinders it, such as the right to write in the folder, and give the same "
         "command again: it takes the rest.") },
    { "too-large",
      N_("The file is larger than any file of a study should be, and is not read. "
         "Perhaps the wrong file got this name. "
         "If it is right, split it.") },
};
/* clang-format on */

const help_room help_codes_files = { pages, G_N_ELEMENTS(pages) };
