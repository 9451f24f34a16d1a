/* Codebooks, and the words of a study. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
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
    { "code-used",
      N_("A change of the codebook is to be taken back, and a theme would go with it "
         "that somebody has coded with since. "
         "Their codings would be left without a theme. "
         "Take those codings away first, or join the theme with another: lyhord "
         "codebook merge STUDY THEME --into OTHER takes the codings along. "
         "Nothing has been changed.") },
    { "codebook-cell",
      N_("What is to stand in a cell of the codebook is longer than spreadsheets take. "
         "Shorten it; a long list of rules can be written as patterns, or be spread "
         "over themes below. "
         "Nothing has been changed.") },
    { "codebook-column",
      N_("A theme is to be changed in a place that the codebook has no column for. "
         "Columns are added in a spreadsheet: write the heading (for example när or "
         "regler_minus) behind the others in the first row, save as CSV, and try again. "
         "Nothing has been changed.") },
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
    { "colour-form",
      N_("The cell under färg is no colour and is left out; figures use another. "
         "Write # and six signs, as #1b6e5a.") },
    { "colours-alike",
      N_("Two codes have colours that can hardly be told apart, so a reader of a figure "
         "takes the one for the other. "
         "How alike they are is measured as eyes see it (CIE 1976, a difference under 5). "
         "Choose a colour further away; dark and light differ best, also in print and for "
         "those who see colours otherwise.") },
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
    { "stats-codebook",
      N_("codebook stats was given a codebook where a study or transcripts belong. "
         "Counted as a transcript, its rules would be words that somebody said, and "
         "every rule would find itself. "
         "Name the codebook with --codebook FILE, and behind it the study or the "
         "transcripts that it is to be tried on; without --codebook a study's own "
         "codebook.csv is taken.") },
    { "thesaurus-missing",
      N_("Synonyms come from a Swedish thesaurus, Debian's package mythes-sv, and it is not "
         "installed or cannot be read. "
         "Everything else works without it. "
         "If the files lie elsewhere, LYHORD_THESAURUS can name them, without ending.") },
    { "treebank",
      N_("A treebank is a text file in CoNLL-U: a comment # text = with the sentence, then "
         "a line a word with ten fields, tabs between them, and an empty line after the "
         "sentence. "
         "Words are numbered from 1 and stand in the text in that order. "
         "Correct the line that is named; universaldependencies.org describes the format.") },
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
};
/* clang-format on */

const help_room help_codes_codebook = { pages, G_N_ELEMENTS(pages) };
