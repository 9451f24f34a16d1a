// The top of every page: where one can go, whether all is kept, undo and redo.

import { ask } from "./api.js";
import { announce, button, element, fillPlace } from "./dom.js";
import { sign } from "./icons.js";
import { showKeys } from "./keys.js";
import { showSettings } from "./settings.js";
import { fill, t } from "./words.js";

const saved = element("p", { class: "saved", id: "saved", role: "status" });
const undo = button("", () => takeBack("undo"), { id: "undo", icon: sign("undo"), "data-keep": "undo" });
const redo = button("", () => takeBack("redo"), { id: "redo", icon: sign("redo"), "data-keep": "redo" });
let afterwards = () => {};
let own = null;

const whats = () => ({
  code: t("a theme"), recode: t("a change"), uncode: t("a theme that was taken away"),
  accept: t("a yes to a suggestion"), reject: t("a no to a suggestion"), memo: t("a note"),
  mark: t("a mark"), done: t("that you are done"), agreed: t("what you agreed on"),
  merge: t("themes made one"),
});

// The view says what to show again when something was taken back: @show(where).
export function afterUndo(show) {
  afterwards = show;
  own = null;
}

// A view whose choices are no events takes them back itself: @by.undo().
export function ownUndo(by, isThere) {
  own = by;
  tellUndo({ undo: isThere });
}

export function tellUndo({ undo: back, redo: forth } = {}) {
  undo.setAttribute("aria-disabled", String(!back));
  redo.setAttribute("aria-disabled", String(!forth));
}

async function takeBack(which) {
  const isOff = (which === "undo" ? undo : redo).getAttribute("aria-disabled") === "true";
  if (isOff) return announce(t("There is nothing to take back."));
  if (own) return own[which]?.();
  try {
    const told = await ask(`/api/${which}`, {});
    const what = whats()[told.what] ?? told.what ?? "";
    announce(fill(which === "undo" ? t("Taken back: {what}") : t("Done again: {what}"), { what }));
    tellUndo(told);
    await afterwards(told);
  } catch (error) {
    tellError(error);
  }
}

export function tellError(error) {
  saved.className = "saved lost";
  saved.textContent = error.message;
}

// @count decisions are not kept yet; @isLost: nobody answers.
export function tellSaved(count, isLost) {
  saved.className = isLost ? "saved lost" : "saved";
  if (isLost && count > 0)
    saved.textContent = fill(t("The workbench does not answer. {count} of your choices wait to be kept. Do not close this page."), { count });
  else if (isLost)
    saved.textContent = t("The workbench does not answer. All is kept. Start it again with lyhord workbench.");
  else saved.textContent = count > 0 ? t("Keeping …") : t("All is kept");
}

function link(to, text, isHere) {
  return element("a", { href: `#/${to}`, "aria-current": isHere ? "page" : null, text });
}

const RESEARCH = ["research", "codings", "kwic", "matrix", "codebook"];

export function drawHead(study, name) {
  undo.querySelector("span").textContent = t("Undo");
  redo.querySelector("span").textContent = t("Redo");
  if (!own) tellUndo(study);
  if (!saved.textContent) tellSaved(0, false);
  fillPlace(document.getElementById("head"),
    element("nav", { "aria-label": t("The workbench") },
      link("", t("Interviews"), name === ""),
      link("summary", t("Summary"), name === "summary"),
      link("research", t("For researchers"), RESEARCH.includes(name)),
      link("glossary", t("Words"), name === "glossary")),
    element("div", { class: "tools" }, saved, undo, redo,
      button(t("Look"), showSettings, { icon: sign("look") }),
      button(t("Keys"), showKeys, { key: "?" })));
}
