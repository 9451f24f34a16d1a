// The page's words: English in the scripts, shown in the language the workbench speaks.

let words = {};

export function learnWords(said) {
  words = said.words;
  document.documentElement.lang = said.language;
}

// Called with plain text only: tools/embed_page.py and tools/update-po look for it.
export const t = (text) => words[text] ?? text;

// "{count} of {all}" with what stands for each name.
export const fill = (text, values) =>
  text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

export const language = () => document.documentElement.lang;

export function number(value, digits = 0) {
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return value === null || value === undefined ? "–" : value.toLocaleString(language(), format);
}

export function polarityWord(polarity) {
  return { "+": t("good"), "-": t("bad"), 0: t("neither") }[polarity] ?? "";
}

export const polaritySign = (polarity) => ({ "+": "+", "-": "−", 0: "○" })[polarity] ?? "?";

// A coding's polarity as symbol and word; one that somebody was unsure of says so.
export function polarityText(coding) {
  if (coding.state === "unclear") return "? " + t("don’t know");
  return `${polaritySign(coding.polarity)} ${polarityWord(coding.polarity)}`;
}

export function stateWord(state) {
  return {
    quoted: t("somebody else’s words"),
    wish: t("a wish"),
    unclear: t("unclear"),
    other: t("about somebody else"),
  }[state];
}

export function roleWord(role) {
  return {
    interviewer: t("asks questions"),
    listener: t("sits in and listens"),
    respondent: t("answers"),
    other: t("somebody else"),
    editor: t("a note of the writer"),
    unknown: t("nobody knows yet"),
  }[role] ?? role;
}
