// The other way to look: the tree of codes with counts, and where the other tables are.

import { ask } from "./api.js";
import { element, table } from "./dom.js";
import { themeIcon } from "./icons.js";
import { listen } from "./keys.js";
import { number, t } from "./words.js";

export function links(here) {
  const all = [
    ["research", t("Codes")], ["codings", t("Codings")], ["kwic", t("Search")],
    ["matrix", t("Themes by persons")], ["codebook", t("Codebook")],
  ];
  return element("nav", { class: "tabs", "aria-label": t("For researchers") }, all.map(([to, text]) =>
    element("a", { href: `#/${to}`, text, "aria-current": to === here ? "page" : null })));
}

// A theme above others has few codings of its own: the report's numbers of it are larger, and that is no mistake.
export const ownNote = () => element("p", { class: "small", text: t("Each theme’s own codings are counted here. The report counts those of the themes below it too.") });

// Where something was said, as `lyhord kwic` counts turns: from 1. It leads to that very answer; of an interview as
// a whole there is none.
export function placeLink({ document: name, turn }, more) {
  const at = Number.isInteger(turn) ? [turn + 1] : [];
  return element("a", { href: `#/code/${[encodeURIComponent(name), ...at].join("/")}`, text: [name, ...at].join(":"), ...more });
}

export async function show({ study }) {
  listen([]);
  const { rows } = await ask("/api/matrix");
  const persons = new Map(rows.map((row) => [row.code, row.cells.filter((cell) => cell > 0).length]));
  const statements = new Map(rows.map((row) => [row.code, row.cells.reduce((sum, cell) => sum + cell, 0)]));
  const name = (code) => element("span", { class: `depth-${Math.min(code.depth, 3)}` }, themeIcon(code.name),
    element("a", { href: `#/codings/${encodeURIComponent(code.name)}`, text: code.label }));
  return [
    element("h1", { text: t("For researchers") }), links("research"), ownNote(),
    table(t("Codes, with how many have talked about them"), [t("Code"), t("Persons"), t("Statements"), t("Definition")],
      study.codes.map((code) => [name(code), number(persons.get(code.name) ?? 0), number(statements.get(code.name) ?? 0), code.definition ?? ""]),
      { wide: true }),
  ];
}
