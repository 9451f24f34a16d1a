// Themes put on a text that has changed since: where they are now, or that they are lost.

import { decide } from "./api.js";
import { Interview } from "./answers.js";
import { announce, button, element, fillPlace } from "./dom.js";
import { afterUndo, tellError, tellUndo } from "./head.js";
import { sign, themeIcon } from "./icons.js";
import { listen } from "./keys.js";
import { Selection } from "./selection.js";
import { fill, polarityText, t } from "./words.js";

class Moved {
  constructor(study, interview) {
    this.labels = new Map(study.codes.map((code) => [code.name, code.label]));
    this.interview = interview;
    this.place = element("div", { class: "moved" });
    this.placing = null; // the theme that gets a new place, and where one looks for it
  }

  begin(each) {
    const { answers } = this.interview;
    const near = answers.findIndex(({ turn }) => turn.turn >= (each.turn ?? 0));
    this.placing = { id: each.id, at: Math.max(near, 0) };
    this.draw();
    document.getElementById("new-place")?.focus({ preventScroll: true });
  }

  look(step) {
    const last = this.interview.answers.length - 1;
    this.placing.at = Math.max(0, Math.min(this.placing.at + step, last));
    this.draw();
  }

  // The answers, one at a time, and the words one chooses there: what is chosen is the new place.
  drawPlacing(each, theme) {
    const { answers } = this.interview;
    const answer = answers[this.placing.at];
    if (!answer) return null;
    const words = element("p", { class: "on", role: "status" });
    const tell = () => (words.textContent = selection.isEmpty ? t("the whole answer") : `”${selection.text}”`);
    const selection = new Selection(answer.turn, tell);
    const put = () => {
      this.placing = null;
      const { start, end } = selection.span;
      return this.say({ kind: "recode", id: each.id, document: this.interview.name, start, end }, fill(t("{theme} has a new place."), { theme }));
    };
    const drawn = selection.draw(() => "");
    tell();
    return element("section", { class: "placing", "aria-labelledby": "new-place" },
      element("h2", { id: "new-place", tabindex: "-1", text: fill(t("Answer {number} of {all}"), { number: this.placing.at + 1, all: answers.length }) }),
      answer.question && element("p", { class: "question", text: answer.question }),
      drawn, element("p", { class: "hint small", text: t("Press the first word, then the last. Or put a theme on the whole answer.") }),
      element("p", {}, element("strong", { text: t("The theme is put on:") })), words,
      element("div", { class: "row" },
        button(t("Back"), () => this.look(-1), { icon: sign("back"), "data-keep": "look back" }),
        button(t("Next answer"), () => this.look(1), { icon: sign("next"), "data-keep": "look on" }),
        button(t("Put it here"), put, { class: "main", icon: sign("check"), about: theme, "data-keep": "put here" }),
        button(t("Let it be"), () => { this.placing = null; this.draw(); })));
  }

  async reload() {
    this.interview = await Interview.open(this.interview.name);
    this.draw();
  }

  async say(event, told) {
    try {
      tellUndo(await decide(event));
      announce(told);
      await this.reload();
    } catch (error) {
      tellError(error);
    }
  }

  drawOne(each) {
    const isFound = each.how !== "lost" && each.start !== undefined;
    const theme = this.labels.get(each.code) ?? each.code ?? "";
    const turn = this.interview.answers.find((answer) => answer.turn.start <= each.start && each.start < answer.turn.end)?.turn;
    const keep = () => this.say({ kind: "recode", id: each.id, document: this.interview.name, start: each.start, end: each.end,
      code: each.code, polarity: each.polarity, state: each.state }, t("Kept."));
    const drop = () => this.say({ kind: "uncode", id: each.id }, fill(t("Taken away: {theme}"), { theme }));
    return element("li", { class: "coding" },
      element("p", {}, themeIcon(each.code ?? ""), element("strong", { text: theme }), " ",
        element("span", { class: "pole", text: polarityText(each) }),
        each.together && element("span", { class: "small", text: t("Decided together") })),
      element("p", { class: "reason", text: `”${each.words}”` }),
      element("p", { text: isFound ? t("The words stand at another place now:") : t("The words are not in the text any more.") }),
      isFound && turn && element("blockquote", { text: turn.text }),
      element("div", { class: "row" },
        isFound && button(t("It is right"), keep, { icon: sign("check"), about: theme, "data-keep": `right ${each.id}` }),
        button(t("Put it somewhere else"), () => this.begin(each), { icon: sign("pen"), about: theme, "data-keep": `place ${each.id}` }),
        button(t("Take away"), drop, { icon: sign("cross"), about: theme, "data-keep": `drop ${each.id}` })),
      this.placing?.id === each.id && this.drawPlacing(each, theme));
  }

  draw() {
    const { moved, name } = this.interview;
    fillPlace(this.place,
      moved.length === 0 ? element("p", { class: "lead", text: t("All your themes have their place.") })
        : element("ul", {}, moved.map((each) => this.drawOne(each))),
      element("p", {}, element("a", { class: "button main", href: `#/code/${encodeURIComponent(name)}`, text: fill(t("Go on with {name}"), { name }) })));
  }
}

export async function show({ study, rest: [name] }) {
  listen([]);
  const moved = new Moved(study, await Interview.open(name));
  moved.draw();
  afterUndo(() => moved.reload());
  return [
    element("h1", { text: fill(t("The text of {name} has changed"), { name }) }),
    element("p", { class: "lead", text: t("Some of your themes are not where they were. Nothing has been changed without you.") }),
    moved.place,
  ];
}
