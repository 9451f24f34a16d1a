// An interview as it is worked through: one answer at a time, and what was asked before it.

import { askFor } from "./api.js";

// [{turn, question}] of what respondents said; a question is what others said since the last.
function answersOf(turns) {
  const answers = [];
  let question = [];
  for (const turn of turns) {
    if (turn.role !== "respondent") {
      question.push(turn);
    } else {
      answers.push({ turn, question: question.map((each) => each.text).join(" ") });
      question = [];
    }
  }
  return answers;
}

const NOTE = /^\[(\d+)\] ?/u;

export class Interview {
  static async open(name) {
    return new Interview(await askFor("/api/document", { name }));
  }

  constructor(said) {
    Object.assign(this, { codings: [], suggestions: [], moved: [], memos: [], place: null }, said);
    this.moved = this.moved.filter((coding) => coding.status !== "rejected");
    this.answers = answersOf(this.turns);
  }

  // Where the coder was, as an index of answers: the first when nowhere, the last when behind all of them.
  get start() {
    const at = this.answers.findIndex(({ turn }) => turn.turn >= (this.place?.turn ?? -1));
    return at < 0 ? Math.max(this.answers.length - 1, 0) : at;
  }

  codingsIn(turn) {
    const isHere = (coding) => coding.status !== "rejected" &&
      coding.start < turn.end && coding.end > turn.start;
    return this.codings.filter(isHere);
  }

  suggestionsIn(turn) {
    return this.suggestions.filter((each) => each.start < turn.end && each.end > turn.start);
  }

  // A memo about an answer begins with its turn's number; "?" alone says "don't know".
  noteOf(turn) {
    const note = this.memos.findLast((memo) => Number(memo.text.match(NOTE)?.[1]) === turn.turn);
    return note && { id: note.id, text: note.text.replace(NOTE, "") };
  }

  memoOf(coding) {
    return this.memos.findLast((memo) => memo.coding === coding.id && coding.id)
      ?? (coding.memo ? { text: coding.memo } : undefined);
  }

  isAnswered(turn) {
    return this.codingsIn(turn).length > 0 || this.noteOf(turn)?.text === "?";
  }
}
