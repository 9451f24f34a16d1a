// Coding: one answer at a time. What somebody sees here is a question, an answer, and themes.

import { decide } from "./api.js";
import { Interview } from "./answers.js";
import { drawCodings, drawSuggestions } from "./cards.js";
import { announce, button, element, fillPlace } from "./dom.js";
import { afterUndo, tellError, tellUndo } from "./head.js";
import { sign } from "./icons.js";
import { listen } from "./keys.js";
import { sayDontKnow, writeNote } from "./notes.js";
import { readerButton, stopReading } from "./reading.js";
import { Selection } from "./selection.js";
import { Themes } from "./themes.js";
import { fill, polarityText, t } from "./words.js";

class Coding {
  constructor(study, interview, again) {
    Object.assign(this, { study, interview, again });
    this.labels = new Map(study.codes.map((code) => [code.name, code.label]));
    this.places = Object.fromEntries(
      ["where", "text", "suggested", "coded", "themes", "steps"].map((name) =>
        [name, element("section", { class: name })]));
    this.themes = new Themes(study.codes, {
      onchoose: (code, polarity) => this.put(code, polarity),
      onchange: () => this.drawThemes(),
      nextKeys: () => this.listenToKeys(),
    });
    this.at = interview.start;
  }

  get answer() {
    return this.interview.answers[this.at];
  }

  get turn() {
    return this.answer.turn;
  }

  label(code) {
    return this.labels.get(code) ?? code;
  }

  themesAt(piece) {
    const here = this.interview.codingsIn(this.turn)
      .filter((coding) => coding.start < piece.end && coding.end > piece.start);
    return here.map((coding) => `${this.label(coding.code)} ${polarityText(coding)}`);
  }

  // Show the answer @index; the place is kept, so that the person comes back to it.
  go(index, isQuiet) {
    if (index < 0 || index >= this.interview.answers.length) return this.end();
    stopReading();
    this.at = index;
    this.themes.reset();
    this.selection = new Selection(this.turn, () => this.drawThemes(), (piece) => this.themesAt(piece));
    this.draw();
    this.decide({ kind: "place", document: this.interview.name, turn: this.turn.turn }, isQuiet);
    if (isQuiet) return;
    document.getElementById("answer-title").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  end() {
    if (this.at === 0) return announce(t("This is the first answer."));
    document.getElementById("done")?.focus();
    announce(t("This was the last answer. Press Done when you are done with the interview."));
  }

  // Send @event; what it changes is shown by the caller at once. A refusal shows all anew.
  async decide(event) {
    try {
      const told = await decide(event);
      tellUndo(told);
      return told;
    } catch (error) {
      await this.reload();
      tellError(error);
      return null;
    }
  }

  async reload(where) {
    const isElsewhere = where?.document && where.document !== this.interview.name;
    if (isElsewhere) {
      location.hash = `#/code/${encodeURIComponent(where.document)}`;
      return;
    }
    this.interview = await Interview.open(this.interview.name);
    const index = this.interview.answers.findIndex(({ turn }) => turn.turn === where?.turn);
    if (index >= 0 && index !== this.at) return this.go(index, true);
    this.draw();
  }

  // A new coding: shown at once, with its id when it is kept.
  async put(code, polarity) {
    const { start, end } = this.selection.span;
    const coding = { id: null, turn: this.turn.turn, start, end, code, status: "manual", mark: "",
      polarity: polarity === "?" ? "0" : polarity, state: polarity === "?" ? "unclear" : "stated",
      words: this.selection.text };
    this.interview.codings.push(coding);
    announce(fill(t("{theme}, {polarity}. Put on: {words}"),
      { theme: this.label(code), polarity: polarityText(coding), words: coding.words }));
    this.selection.choose(null, null, true);
    this.draw();
    document.querySelector(`[data-keep="theme ${CSS.escape(code)}"]`)?.focus({ preventScroll: true });
    const { words, id, status, mark, turn, ...sent } = coding;
    const told = await this.decide({ kind: "code", document: this.interview.name, ...sent });
    if (!told) return;
    coding.id = told.ids[0];
    this.drawCoded();
  }

  async answerSuggestion(suggestion, kind) {
    const { start, end, code, rule } = suggestion;
    const isUnsure = kind === "unsure";
    const polarity = suggestion.polarity;
    this.interview.suggestions = this.interview.suggestions.filter((each) => each !== suggestion);
    const coding = { ...suggestion, id: null, status: "accepted", mark: "",
      state: isUnsure ? "unclear" : suggestion.state };
    if (kind !== "reject") this.interview.codings.push(coding);
    const said = { accept: t("Yes: {theme}"), reject: t("No: {theme}"), unsure: t("Don’t know: {theme}") };
    announce(fill(said[kind], { theme: this.label(code) }));
    this.draw();
    const event = { kind: kind === "reject" ? "reject" : "accept", document: this.interview.name,
      start, end, code, polarity, rule };
    const told = await this.decide(isUnsure ? { ...event, state: "unclear" } : event);
    if (told && kind !== "reject") coding.id = told.ids[0];
    if (told) this.drawCoded();
  }

  async change(coding, event, changed) {
    if (!coding.id) return;
    Object.assign(coding, changed);
    this.draw();
    await this.decide({ id: coding.id, ...event });
  }

  async remove(coding) {
    if (!coding.id) return;
    this.interview.codings = this.interview.codings.filter((each) => each !== coding);
    announce(fill(t("Taken away: {theme}"), { theme: this.label(coding.code) }));
    this.draw();
    await this.decide({ kind: "uncode", id: coding.id });
  }

  mark(coding, mark) {
    const next = coding.mark === mark ? "" : mark;
    const said = { "": t("No mark"), quote: t("Marked as a quote"), proposal: t("Marked as a proposal") };
    announce(said[next]);
    return this.change(coding, { kind: "mark", mark: next }, { mark: next });
  }

  async done() {
    const isDone = !this.interview.isDone;
    const told = await this.decide({ kind: "done", document: this.interview.name, done: isDone });
    if (told) location.hash = "#/";
  }

  draw() {
    this.drawWhere();
    this.drawText();
    this.drawSuggested();
    this.drawCoded();
    this.drawThemes();
    this.drawSteps();
    this.listenToKeys();
  }

  drawWhere() {
    const { answers } = this.interview;
    const values = { number: this.at + 1, all: answers.length };
    fillPlace(this.places.where,
      element("h2", { id: "answer-title", tabindex: "-1", "data-keep": "answer-title",
        text: fill(t("Answer {number} of {all}"), values) }),
      element("progress", { max: answers.length, value: this.at + 1, "aria-label": t("How far you have come") }));
  }

  drawText() {
    const codings = this.interview.codingsIn(this.turn);
    const suggestions = this.interview.suggestionsIn(this.turn);
    const covers = (list, piece) => list.some((each) => each.start < piece.end && each.end > piece.start);
    const isWhole = (each) => each.start <= this.turn.start && each.end >= this.turn.end;
    const parts = codings.filter((each) => !isWhole(each));
    const markOf = (piece) =>
      `${covers(parts, piece) ? "coded" : ""} ${covers(suggestions, piece) ? "suggested" : ""}`.trim();
    fillPlace(this.places.text,
      this.answer.question && element("p", { class: "question" },
        element("span", { class: "hidden", text: t("Question:") + " " }), this.answer.question),
      this.selection.draw(markOf),
      element("p", { class: "hint small", id: "hint",
        text: t("Press the first word, then the last. Or put a theme on the whole answer.") }),
      readerButton(() => this.selection));
  }

  drawSuggested() {
    fillPlace(this.places.suggested, ...drawSuggestions(this));
  }

  drawCoded() {
    fillPlace(this.places.coded, ...drawCodings(this));
  }

  drawThemes() {
    const { isEmpty } = this.selection;
    const words = this.selection.text;
    const short = words.length > 90 ? `${words.slice(0, 60)} … ${words.slice(-25)}` : words;
    fillPlace(this.places.themes,
      element("p", { class: "on" }, element("strong", { text: t("The theme is put on:") + " " }),
        isEmpty ? t("the whole answer") : `”${short}”`,
        isEmpty ? null : button(t("The whole answer instead"), () => this.selection.clear(), { class: "quiet" })),
      ...this.themes.draw());
  }

  drawSteps() {
    const isUnsure = this.interview.noteOf(this.turn)?.text === "?";
    fillPlace(this.places.steps,
      button(t("Back"), () => this.go(this.at - 1), { icon: sign("back"), key: "PageUp", "data-keep": "back" }),
      button(t("Don’t know"), () => sayDontKnow(this), { key: "V", "aria-pressed": String(isUnsure) }),
      button(t("Note"), () => writeNote(this), { icon: sign("pen"), key: "A" }),
      button(t("Next answer"), () => this.go(this.at + 1), { icon: sign("next"), key: "PageDown", class: "main" }),
      element("span", { class: "apart" }),
      element("a", { class: "button", href: "#/", text: t("Pause") }),
      button(this.interview.isDone ? t("Not done yet") : t("Done"), () => this.done(), { id: "done", icon: sign("check") }));
  }

  last() {
    return this.interview.codingsIn(this.turn).at(-1);
  }

  listenToKeys() {
    const first = () => this.interview.suggestionsIn(this.turn)[0];
    const answer = (kind) => () => first() && this.answerSuggestion(first(), kind);
    const onLast = (action) => () =>
      this.last() ? action(this.last()) : announce(t("There is no theme here yet."));
    listen([
      { key: "PageDown", shown: "Page Down", text: t("next answer"), action: () => this.go(this.at + 1) },
      { key: "PageUp", shown: "Page Up", text: t("the answer before"), action: () => this.go(this.at - 1) },
      { key: "s", text: t("choose words: arrow keys, with Shift for more; up and down go by sentence"),
        action: () => this.selection.place.focus() },
      ...this.themes.keys(),
      { key: "j", text: t("yes to the suggestion"), action: answer("accept") },
      { key: "n", text: t("no to the suggestion"), action: answer("reject") },
      { key: "i", text: t("don’t know about the suggestion"), action: answer("unsure") },
      { key: "v", text: t("don’t know what the answer is about"), action: () => sayDontKnow(this) },
      { key: "a", text: t("write a note"), action: () => writeNote(this) },
      { key: "c", text: t("mark the latest theme as a quote"), action: onLast((coding) => this.mark(coding, "quote")) },
      { key: "f", text: t("mark the latest theme as a proposal"), action: onLast((coding) => this.mark(coding, "proposal")) },
      { key: "l", text: t("read aloud"), action: () => document.getElementById("read")?.click() },
    ]);
  }
}

export async function show({ study, rest, again }) {
  const interview = await Interview.open(rest[0]);
  if (study.place?.document === interview.name) interview.place ??= study.place;
  // who follows a place sees its answer; from there on, the one they went to
  if (rest[1]) {
    interview.place = { turn: Number(rest[1]) - 1 };
    history.replaceState(null, "", `#/code/${encodeURIComponent(interview.name)}`);
  }
  const listed = study.documents.find((each) => each.name === interview.name);
  interview.isDone = Boolean(listed?.done?.[study.coder]);
  if (!study.coder) {
    location.hash = "#/";
    return [];
  }
  if (interview.answers.length === 0)
    return [element("h1", { text: interview.name }),
      element("p", { class: "lead", text: t("Nobody answers here yet. Say first who speaks.") }),
      element("p", {}, element("a", { class: "button main", href: `#/speakers/${encodeURIComponent(interview.name)}`, text: t("Who speaks") }))];
  const coding = new Coding(study, interview, again);
  const { where, text, suggested, coded, themes, steps } = coding.places;
  themes.setAttribute("aria-label", t("Themes"));
  coding.go(coding.at, true);
  afterUndo((told) => coding.reload(told));
  return [
    element("h1", { text: interview.name }),
    element("div", { class: "desk" },
      element("div", { class: "left" }, coding.warning(), where, text, coded, suggested),
      element("div", { class: "right" }, themes)),
    steps,
  ];
}

// Said once an interview, before its first answer: people may have been through the same.
Coding.prototype.warning = function warning() {
  const shown = this.interview.moved.length > 0 ? element("p", { class: "warning" },
    fill(t("The text has changed. {count} of your themes were moved or are lost."), { count: this.interview.moved.length }), " ",
    element("a", { href: `#/moved/${encodeURIComponent(this.interview.name)}`, text: t("Look at them") })) : null;
  if (this.at > 0) return shown;
  return [shown, element("p", { class: "warning", text:
    t("The interview can be about hard things. Take a break when you need one. All is kept.") })];
};
