// What stands below an answer: suggestions to say yes or no to, and the themes somebody put.

import { button, element } from "./dom.js";
import { sign, themeIcon } from "./icons.js";
import { writeNote } from "./notes.js";
import { fill, polarityText, stateWord, t } from "./words.js";

const quoted = (words) => `”${words}”`;

function reasonOf({ words, cue, state }) {
  const because = fill(t("because: {words}"), { words: quoted(words) });
  const turned = cue && !words.includes(cue) ? fill(t(" and {words}"), { words: quoted(cue) }) : "";
  const what = stateWord(state);
  return because + turned + (what ? ` (${what})` : "");
}

function drawSuggestion(view, suggestion, index) {
  const theme = view.label(suggestion.code);
  const isFirst = index === 0;
  const say = (kind, text, icon, key) => button(text, () => view.answerSuggestion(suggestion, kind), {
    icon: icon && sign(icon), key: isFirst ? key : undefined,
    about: theme,
    "data-keep": `${kind} ${index}`,
  });
  return element("li", { class: "suggestion" },
    element("p", {}, themeIcon(suggestion.code), element("strong", { text: theme }), " ",
      element("span", { class: "pole", text: polarityText({ polarity: suggestion.polarity }) })),
    element("p", { class: "reason", text: reasonOf(suggestion) }),
    element("div", { class: "row" },
      say("accept", t("Yes"), "check", "J"), say("reject", t("No"), "cross", "N"),
      say("unsure", t("Don’t know"), null, "I")));
}

export function drawSuggestions(view) {
  const suggestions = view.interview.suggestionsIn(view.turn);
  if (suggestions.length === 0) return [];
  return [
    element("h3", { text: t("Suggestions of the computer. Do they fit?") }),
    element("ul", {}, suggestions.map((each, index) => drawSuggestion(view, each, index))),
  ];
}

function drawCoding(view, coding, index) {
  const theme = view.label(coding.code);
  const isWhole = coding.start <= view.turn.start && coding.end >= view.turn.end;
  const memo = view.interview.memoOf(coding);
  const act = (text, action, { icon, pressed } = {}) => button(text, action, {
    icon: icon && sign(icon), disabled: !coding.id, "data-keep": `${text} ${index}`,
    about: theme,
    "aria-pressed": pressed === undefined ? undefined : String(pressed),
  });
  return element("li", { class: "coding" },
    element("p", {}, themeIcon(coding.code), element("strong", { text: theme }), " ",
      element("span", { class: "pole", text: polarityText(coding) }),
      coding.id ? null : element("span", { class: "small", text: t("Keeping …") })),
    element("p", { class: "reason", text: isWhole ? t("the whole answer") : quoted(coding.words) }),
    memo && element("p", { class: "memo", text: memo.text }),
    element("div", { class: "row" },
      act(t("Quote"), () => view.mark(coding, "quote"), { icon: "quote", pressed: coding.mark === "quote" }),
      act(t("Proposal"), () => view.mark(coding, "proposal"), { icon: "idea", pressed: coding.mark === "proposal" }),
      act(t("Note"), () => writeNote(view, coding), { icon: "pen" }),
      act(t("Take away"), () => view.remove(coding), { icon: "cross" })));
}

export function drawCodings(view) {
  const codings = view.interview.codingsIn(view.turn);
  const note = view.interview.noteOf(view.turn);
  const said = note?.text === "?" ? t("You said: don’t know.") : note?.text;
  return [
    codings.length > 0 && element("h3", { text: t("Your themes here") }),
    said && element("p", { class: "memo", text: said }),
    codings.length > 0 && element("ul", {}, codings.map((each, index) => drawCoding(view, each, index))),
  ].filter(Boolean);
}
