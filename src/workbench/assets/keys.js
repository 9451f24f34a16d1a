// Keys: what a view listens to, and the map of them on "?".

import { button, dialog, element } from "./dom.js";
import { settings } from "./settings.js";
import { t } from "./words.js";

let keys = new Map();
let titles = [];

// [{key, text, action}] of the view now shown; keys are single characters or names of keys.
export function listen(list) {
  keys = new Map(list.map(({ key, action }) => [key.toLowerCase(), action]));
  titles = list.filter(({ text }) => text);
}

const isWriting = (target) => target.matches?.("input:not([type=checkbox]), textarea, select, [contenteditable]");

export function pressKey(event) {
  if (document.querySelector("dialog[open]") || isWriting(event.target)) return;
  const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key);
  if (isUndo) {
    const isRedo = event.shiftKey || event.key.toLowerCase() === "y";
    event.preventDefault();
    document.getElementById(isRedo ? "redo" : "undo")?.click();
    return;
  }
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  // Who talks to a computer, or hits keys by accident, can turn single keys off (WCAG 2.1.4).
  if (settings.keys === "off" && event.key.length === 1) return;
  if (event.key === "?") showKeys();
  const action = keys.get(event.key.toLowerCase());
  if (!action) return;
  event.preventDefault();
  action();
}

export function showKeys() {
  const general = [
    ["Tab", t("to the next button")], ["Ctrl Z", t("take back")], ["Ctrl Y", t("do it again")],
    ["?", t("show these keys")], ["Esc", t("close, or choose nothing")],
  ];
  const rows = [...titles.map(({ key, shown, text }) => [shown ?? key.toUpperCase(), text]), ...general];
  const list = element("dl", { class: "keys" }, rows.map(([key, text]) => element("div", {},
    element("dt", {}, element("kbd", { text: key })), element("dd", { text }))));
  const isOff = settings.keys === "off";
  const made = dialog(t("Keys"), list,
    isOff ? element("p", { text: t("Keys of one letter are turned off under Look.") }) : null ?? [],
    button(t("Close"), () => made.close(), { class: "main" }));
}
