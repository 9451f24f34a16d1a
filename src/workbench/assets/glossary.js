// Words that a revision uses, and the themes with what they mean.

import { element } from "./dom.js";
import { themeIcon } from "./icons.js";
import { listen } from "./keys.js";
import { t } from "./words.js";

const words = () => [
  [t("Theme"), t("What an answer is about, in one word. Also called a code.")],
  [t("To code"), t("To put a theme on words in an answer.")],
  [t("Good, bad, neither"), t("How the person tells of it. Not what you think of the person.")],
  [t("Suggestion"), t("A computer found words that often belong to a theme. It does not understand them. You decide.")],
  [t("Quote"), t("Words that can stand in the report. Nobody may be known by them.")],
  [t("Proposal"), t("Something that somebody wants to be done.")],
  [t("Note"), t("Your own thoughts. They are not printed in the report.")],
  [t("Done"), t("You are done with the interview. When both are, you can compare.")],
  [t("To agree"), t("You two talk and decide what stands. Both of your own themes are kept too.")],
  [t("Read aloud"), t("Only a voice that this computer has itself reads. Other voices would send the words over the network.")],
  [t("Krippendorff’s alpha"), t("A number for how alike two people think, beyond chance. 1 is just alike.")],
];

function drawTheme(code) {
  const part = (heading, text) => text && [element("dt", { text: heading }), element("dd", { text })];
  return element("section", { class: "card", "aria-label": code.label },
    element("h3", {}, themeIcon(code.name), " ", code.label),
    element("p", { text: code.definition ?? "" }),
    element("dl", {}, part(t("When"), code.when), part(t("When not"), code.when_not), part(t("Example"), code.example)));
}

export async function show({ study }) {
  listen([]);
  return [
    element("h1", { text: t("Words") }),
    element("section", { "aria-labelledby": "words" }, element("h2", { id: "words", text: t("Words we use") }),
      element("dl", { class: "words" }, words().map(([word, meaning]) =>
        [element("dt", { text: word }), element("dd", { text: meaning })]))),
    element("section", { "aria-labelledby": "all-themes" }, element("h2", { id: "all-themes", text: t("Themes") }),
      element("div", { class: "cards" }, study.codes.map(drawTheme))),
  ];
}
