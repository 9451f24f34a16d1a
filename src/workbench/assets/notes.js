// Notes of the coding view, written in a window of their own; "don't know" is one of an answer.

import { announce, button, dialog, element } from "./dom.js";
import { fill, t } from "./words.js";

// What was written, or null when nothing was to be kept.
function editNote(about, text) {
  return new Promise((answer) => {
    const area = element("textarea", { id: "note", rows: "5", maxlength: "4000",
      spellcheck: "false", autocomplete: "off", autocapitalize: "off", translate: "no" });
    area.value = text;
    let kept = null;
    const keep = () => {
      kept = area.value.trim();
      made.close();
    };
    const made = dialog(fill(t("Note about {what}"), { what: about }),
      element("label", { for: "note", text: t("Write what you think. Write no names.") }), area,
      element("div", { class: "row" },
        button(t("Keep the note"), keep, { class: "main" }),
        button(t("Let it be"), () => made.close())));
    made.addEventListener("close", () => answer(kept));
    area.focus();
  });
}

async function keep(view, on, text) {
  if (await view.decide({ kind: "memo", on, text })) await view.reload();
}

const ofAnswer = (view, old) => (old?.id ? { memo: old.id } : { document: view.interview.name });

// On @coding, or on the answer when it is missing.
export async function writeNote(view, coding) {
  const { turn, interview } = view;
  const old = coding ? interview.memoOf(coding) : interview.noteOf(turn);
  const text = await editNote(coding ? view.label(coding.code) : t("this answer"),
    old?.text === "?" ? "" : old?.text ?? "");
  if (text === null) return;
  if (!coding) return keep(view, ofAnswer(view, old), `[${turn.turn}] ${text}`);
  await keep(view, old?.id ? { memo: old.id } : { coding: coding.id }, text);
}

// A second time takes it back. What was written before is replaced: it can be taken back too.
export async function sayDontKnow(view) {
  const { turn, interview } = view;
  const old = interview.noteOf(turn);
  const isOn = old?.text === "?";
  announce(isOn ? t("Not marked any more.") : t("Don’t know. That is an answer too."));
  await keep(view, ofAnswer(view, old), `[${turn.turn}]${isOn ? "" : " ?"}`);
}
