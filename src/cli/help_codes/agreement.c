/* What coders agree on, and what is measured against them. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
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
};
/* clang-format on */

const help_room help_codes_agreement = { pages, G_N_ELEMENTS(pages) };
