/* Rules. */
#include "room.h"

/* A literal a sentence, so that a changed sentence is a changed line. */
/* clang-format off */
static const help_page pages[] = {
    { "dictionary-missing",
      N_("The Swedish dictionary is not installed. "
         "Lemmas are then cut-off stems, and a plain word in a rule finds fewer of its "
         "forms. "
         "Counts can differ from those of another computer. "
         "Install the package hunspell-sv.") },
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
};
/* clang-format on */

const help_room help_codes_rules = { pages, G_N_ELEMENTS(pages) };
