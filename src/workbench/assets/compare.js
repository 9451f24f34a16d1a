// Two people side by side: where they think alike, where not, and what they agree on.

import { askFor, decide } from "./api.js";
import { Interview } from "./answers.js";
import { announce, button, element, fillPlace } from "./dom.js";
import { afterUndo, tellError, tellUndo } from "./head.js";
import { sign, themeIcon } from "./icons.js";
import { listen } from "./keys.js";
import { piecesOf } from "./selection.js";
import { fill, polarityText, t } from "./words.js";

const kinds = () => ({
  "only a": t("One has a theme here"), "only b": t("One has a theme here"),
  polarity: t("The same theme, another judgement"), code: t("Different themes"), same: t("You think alike"),
});

class Compare {
  constructor(study, name, interview, told) {
    Object.assign(this, { study, name, interview, coders: told.coders, pairs: told.pairs });
    this.labels = new Map(study.codes.map((code) => [code.name, code.label]));
    this.place = element("div", { class: "pairs" });
    this.at = Math.max(this.open.findIndex((pair) => !pair.agreed), 0);
  }

  get open() {
    return this.pairs.filter((pair) => pair.kind !== "same");
  }

  get alike() {
    return this.pairs.filter((pair) => pair.kind === "same" && !pair.agreed);
  }

  label(code) {
    return this.labels.get(code) ?? code;
  }

  async reload() {
    const told = await askFor("/api/pairs", { name: this.name });
    this.pairs = told.pairs ?? [];
    this.at = Math.min(this.at, Math.max(this.open.length - 1, 0));
    this.draw();
  }

  agreementOf(pair, chosen) {
    const sides = [pair.a, pair.b].filter(Boolean);
    const event = { kind: "agreed", document: this.name, originals: sides.map(({ id }) => id), coders: this.coders };
    const { start, end } = chosen ?? sides[0];
    if (!chosen) return { ...event, start, end, code: sides[0].code, polarity: sides[0].polarity, none: true };
    return { ...event, start, end, code: chosen.code, polarity: chosen.polarity };
  }

  // @chosen: what stands from now on; null: nothing does.
  async agree(pair, chosen) {
    try {
      tellUndo(await decide(this.agreementOf(pair, chosen)));
    } catch (error) {
      return tellError(error);
    }
    announce(chosen ? fill(t("Agreed: {theme}, {polarity}"),
      { theme: this.label(chosen.code), polarity: polarityText(chosen) }) : t("Agreed: no theme here"));
    const before = this.at;
    await this.reload();
    this.go(Math.min(before + 1, this.open.length - 1));
  }

  async agreeOnAlike() {
    try {
      tellUndo(await decide(...this.alike.map((pair) => this.agreementOf(pair, pair.a))));
    } catch (error) {
      return tellError(error);
    }
    announce(t("Taken along."));
    await this.reload();
  }

  go(at) {
    this.at = Math.max(0, Math.min(at, this.open.length - 1));
    this.draw();
    document.getElementById("pair-title")?.focus({ preventScroll: true });
  }

  drawSide(name, side, notes = []) {
    return element("section", { class: "side", "aria-label": name },
      element("h3", { text: name }),
      side ? [
        element("p", {}, themeIcon(side.code), element("strong", { text: this.label(side.code) }), " ",
          element("span", { class: "pole", text: polarityText(side) })),
        element("p", { class: "reason", text: `”${side.words}”` }),
      ] : element("p", { text: t("no theme here") }),
      notes.map((text) => element("p", { class: "memo", translate: "no", text: text === "?" ? t("Don’t know what the answer is about.") : text })));
  }

  drawChoices(pair) {
    const seen = new Set();
    const sides = [pair.a, pair.b].filter((side) => {
      const name = side && `${side.code} ${side.polarity} ${side.start} ${side.end}`;
      return side && !seen.has(name) && seen.add(name);
    });
    const stands = (side) => pair.agreed && !pair.agreed.none &&
      pair.agreed.code === side.code && pair.agreed.polarity === side.polarity;
    const choose = (side, index) => button(`${this.label(side.code)} ${polarityText(side)}`,
      () => this.agree(pair, side), { key: String(index + 1), icon: themeIcon(side.code), "aria-pressed": String(Boolean(stands(side))) });
    return element("div", { class: "row agree", role: "group", "aria-labelledby": "agree-title" },
      sides.map(choose),
      button(t("No theme here"), () => this.agree(pair, null), { key: "0", "aria-pressed": String(Boolean(pair.agreed?.none)) }));
  }

  // The answer, with the words that somebody chose marked; a whole answer is not.
  drawWords(turn, sides) {
    const parts = sides.filter((side) => side.start > turn.start || side.end < turn.end);
    const isChosen = (piece) => parts.some((side) => side.start <= piece.start && side.end >= piece.end);
    return element("p", { class: "whole" }, piecesOf(turn).map((piece) =>
      isChosen(piece) ? element("mark", { text: piece.text }) : piece.text));
  }

  drawPair(pair) {
    const answer = this.interview.answers.find(({ turn }) => turn.turn === pair.turn);
    const values = { number: this.at + 1, all: this.open.length };
    return [
      element("h2", { id: "pair-title", tabindex: "-1", text: fill(t("Place {number} of {all}: {what}"), { ...values, what: kinds()[pair.kind] }) }),
      answer && element("blockquote", { class: "text" },
        answer.question && element("p", { class: "question", text: answer.question }),
        this.drawWords(answer.turn, [pair.a, pair.b].filter(Boolean))),
      element("div", { class: "sides" }, this.drawSide(this.coders[0], pair.a, pair.notes?.[0]), this.drawSide(this.coders[1], pair.b, pair.notes?.[1])),
      element("h3", { id: "agree-title", text: pair.agreed ? t("You agreed on this. You can change it.") : t("Talk about it. What do you agree on?") }),
      this.drawChoices(pair),
      element("div", { class: "row" },
        button(t("Back"), () => this.go(this.at - 1), { key: "PageUp", icon: sign("back") }),
        button(t("Next place"), () => this.go(this.at + 1), { key: "PageDown", icon: sign("next") })),
    ].filter(Boolean);
  }

  draw() {
    const left = this.open.filter((pair) => !pair.agreed).length;
    const pair = this.open[this.at];
    fillPlace(this.place,
      element("p", { class: "lead", text: left > 0
        ? fill(t("You think differently in {count} places that you have not talked about."), { count: left })
        : t("You have agreed on every place.") }),
      this.alike.length > 0 && element("p", {}, button(
        fill(t("Take along what you think alike about ({count})"), { count: this.alike.length }),
        () => this.agreeOnAlike(), { icon: sign("check"), "data-keep": "alike" })),
      ...(pair ? this.drawPair(pair) : []),
      element("p", {}, element("a", { class: left === 0 ? "button main" : "button", href: "#/summary", text: t("See the summary") })));
    this.listen(pair);
  }

  listen(pair) {
    const choices = () => document.querySelectorAll(".agree button");
    listen([
      { key: "1", text: t("agree on the first"), action: () => choices()[0]?.click() },
      { key: "2", text: t("agree on the second"), action: () => choices().length > 2 && choices()[1].click() },
      { key: "0", text: t("agree that no theme is here"), action: () => pair && this.agree(pair, null) },
      { key: "PageDown", shown: "Page Down", text: t("next place"), action: () => this.go(this.at + 1) },
      { key: "PageUp", shown: "Page Up", text: t("the place before"), action: () => this.go(this.at - 1) },
    ]);
  }
}

export async function show({ study, rest: [name] }) {
  listen([]);
  const told = await askFor("/api/pairs", { name });
  const title = element("h1", { text: fill(t("Compare {name}"), { name }) });
  if (!told.pairs) {
    const why = told.waiting?.includes(study.coder) ? t("Press Done for this interview first. Until then each sees only their own.")
      : told.waiting?.length > 0
      ? fill(t("{names} must press Done first. Until then each sees only their own."), { names: told.waiting.join(", ") })
      : t("Two people must be done with the interview first. Let the other one code it too.");
    return [title, element("p", { class: "lead", text: why }),
      element("p", {}, element("a", { class: "button main", href: "#/", text: t("To the interviews") }))];
  }
  const compare = new Compare(study, name, await Interview.open(name), told);
  compare.draw();
  afterUndo(() => compare.reload());
  return [title, compare.place];
}
