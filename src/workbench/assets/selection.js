// The words of one answer: choosing some by mouse, touch or keyboard, a word at a time.
//
// Places are code points of the document's text, as everywhere in a study; a script's strings are
// UTF-16, so they are counted here and nowhere else.

import { announce, element } from "./dom.js";
import { fill, t } from "./words.js";

const points = (text) => Array.from(text).length;

// [{text, start, end, isWord}] of @turn, in the document's code points.
export function piecesOf(turn) {
  const pieces = [];
  let at = turn.start;
  for (const [text] of turn.text.matchAll(/\s+|[\p{L}\p{N}]+(?:[-'’:][\p{L}\p{N}]+)*|[^\s]/gu)) {
    const end = at + points(text);
    pieces.push({ text, start: at, end, isWord: /[\p{L}\p{N}]/u.test(text) });
    at = end;
  }
  return pieces;
}

// The words from @start to @end of @turn.
export function wordsAt(turn, start, end) {
  return Array.from(turn.text).slice(start - turn.start, end - turn.start).join("");
}

export class Selection {
  // @themesAt(piece) names the themes on it, for those who hear the words and do not see them.
  constructor(turn, onchange, themesAt = () => []) {
    this.turn = turn;
    this.themesAt = themesAt;
    this.onchange = onchange;
    this.pieces = piecesOf(turn);
    this.words = this.pieces.filter((piece) => piece.isWord);
    this.anchor = this.focus = null;
  }

  get isEmpty() {
    return this.anchor === null;
  }

  // What a theme is put on: the chosen words, or the whole answer.
  get span() {
    if (this.isEmpty) return { start: this.turn.start, end: this.turn.end };
    const [first, last] = [this.anchor, this.focus].sort((a, b) => a - b);
    return { start: this.words[first].start, end: this.words[last].end };
  }

  get text() {
    const { start, end } = this.span;
    return wordsAt(this.turn, start, end);
  }

  choose(anchor, focus, isSilent) {
    this.anchor = anchor;
    this.focus = focus;
    this.show();
    if (!isSilent) this.tell();
    this.onchange();
  }

  clear() {
    this.choose(null, null, true);
    announce(t("Nothing chosen. A theme is put on the whole answer."));
  }

  tell() {
    if (this.isEmpty) return;
    const themes = this.themesAt(this.words[this.focus]).join(", ");
    announce(fill(t("Chosen: {words}"), { words: this.text }) +
      (themes ? ". " + fill(t("Theme here: {themes}"), { themes }) : ""));
  }

  // One element a piece; what is chosen has a class.
  draw(markOf) {
    this.elements = new Map();
    const drawn = this.pieces.map((piece) => {
      if (!piece.isWord && !/\S/u.test(piece.text)) return this.drawSpace(piece, markOf);
      const made = element("span", { class: `piece ${markOf(piece)}`.trim(), text: piece.text });
      if (piece.isWord) made.dataset.word = this.words.indexOf(piece);
      this.elements.set(piece, made);
      return made;
    });
    this.place = element("div", {
      class: "answer", role: "application", tabindex: "0", "data-keep": "answer",
      "aria-label": t("The answer. Arrow keys choose words."), "aria-describedby": "answer-text",
      "aria-keyshortcuts": "S",
      onkeydown: (event) => this.key(event),
      onpointerdown: (event) => this.press(event),
      onpointermove: (event) => this.drag(event),
      onpointerup: () => (this.isDragging = false),
    }, element("p", { id: "answer-text" }, drawn));
    this.show();
    return this.place;
  }

  drawSpace(piece, markOf) {
    const made = element("span", { class: markOf(piece), text: piece.text });
    this.elements.set(piece, made);
    return made;
  }

  show() {
    if (!this.elements) return;
    const { start, end } = this.span;
    for (const [piece, made] of this.elements) {
      const isIn = !this.isEmpty && piece.start >= start && piece.end <= end;
      made.classList.toggle("chosen", isIn);
      made.classList.toggle("cursor", !this.isEmpty && piece === this.words[this.focus]);
    }
  }

  // A press on a word chooses it; the next press goes on to there. So no dragging is needed.
  press(event) {
    const word = event.target.dataset?.word;
    if (word === undefined || event.button > 0) return;
    event.preventDefault();
    this.place.focus({ preventScroll: true });
    const index = Number(word);
    const isSecond = !this.isEmpty && (event.shiftKey || this.anchor === this.focus);
    if (isSecond && index === this.focus) return this.clear();
    this.isDragging = event.pointerType === "mouse";
    this.choose(isSecond ? this.anchor : index, index);
  }

  drag(event) {
    const word = event.target.dataset?.word;
    if (!this.isDragging || word === undefined || Number(word) === this.focus) return;
    this.choose(this.anchor, Number(word));
  }

  key(event) {
    if (event.altKey || (event.ctrlKey && event.key !== "a")) return;
    const last = this.words.length - 1;
    const from = this.focus ?? -1;
    const moves = {
      ArrowRight: Math.min(from + 1, last), ArrowLeft: Math.max(from - 1, 0), Home: 0, End: last,
      ArrowDown: this.sentence(from, 1), ArrowUp: this.sentence(from, -1),
    };
    if (event.key === "Escape" && !this.isEmpty) this.clear();
    else if (event.ctrlKey) this.choose(0, last);
    else if (event.key in moves && last >= 0) this.move(moves[event.key], event.shiftKey);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  move(to, isLonger) {
    this.choose(isLonger && !this.isEmpty ? this.anchor : to, to);
    this.elements.get(this.words[to]).scrollIntoView({ block: "nearest" });
  }

  // The first word of the next sentence, or of this one and then the one before.
  sentence(from, step) {
    const starts = this.words.map((_, index) => index).filter((index) => this.isSentenceStart(index));
    const further = starts.filter((index) => (step > 0 ? index > from : index < from));
    if (further.length === 0) return step > 0 ? this.words.length - 1 : 0;
    return step > 0 ? further[0] : further.at(-1);
  }

  isSentenceStart(index) {
    const at = this.pieces.indexOf(this.words[index]);
    const before = this.pieces.slice(0, at).reverse().find((piece) => /\S/u.test(piece.text));
    return !before || /[.!?…]/u.test(before.text);
  }
}
