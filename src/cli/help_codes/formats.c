/* Word, OpenDocument, PDF and the other formats of transcripts. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
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
    { "footnotes",
      N_("The text file has footnotes below a line of spaces, as pages saved as text have. "
         "They are left out, since nobody said them, and the sentence above goes on on the "
         "next page. "
         "If speech stands in a note, move it into the text and write who says it.") },
    { "hyphens-unsure",
      N_("Some words were divided at the end of a line, and neither the rest of the text "
         "nor the way they are written shows whether the hyphen belongs to them. "
         "They were put together without it, which is nearly always right. "
         "With the dictionary (hunspell-sv) installed it is decided word by word.") },
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
    { "page-furniture",
      N_("Lines that the pages have and nobody said are left out: page numbers, and heads "
         "and feet that come again on page after page. "
         "What a speaker says goes on across them. "
         "If a line of somebody's speech is missing in lyhord turns --text, write the "
         "speaker's mark before it.") },
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

const help_room help_codes_formats = { pages, G_N_ELEMENTS(pages) };
