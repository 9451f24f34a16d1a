// Writing a note, in a window of its own.

import { button, dialog, element } from "./dom.js";
import { fill, t } from "./words.js";

// The text, or null when nothing was to be kept.
export function editNote(about, text) {
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
