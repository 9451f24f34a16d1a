// Themes by persons; a number opens into the statements behind it.

import { ask, askFor } from "./api.js";
import { button, dialog, element } from "./dom.js";
import { themeIcon } from "./icons.js";
import { listen } from "./keys.js";
import { links, ownNote, placeLink } from "./research.js";
import { fill, number, polarityText, t } from "./words.js";

async function open(row, person) {
  const { rows } = await askFor("/api/statements", { code: row.code, person });
  const made = dialog(fill(t("{theme}, {person}"), { theme: row.label, person }),
    element("ul", { class: "quotes" }, rows.map((each) => element("li", {},
      element("blockquote", { text: `”${each.words}”` }),
      element("p", { class: "small" }, polarityText(each), ", ", each.coder, ", ",
        placeLink(each, { onclick: () => made.close() }))))),
    button(t("Close"), () => made.close(), { class: "main" }));
}

function drawCell(row, person, count) {
  if (!count) return element("td", { class: "number none", text: "0" });
  const label = fill(t("{count} statements: {theme}, {person}"), { count, theme: row.label, person });
  return element("td", { class: "number" },
    button(number(count), () => open(row, person), { "aria-label": label, "data-keep": `${row.code} ${person}`, class: "count" }));
}

export async function show() {
  listen([]);
  const { persons, rows } = await ask("/api/matrix");
  const region = { class: "region", role: "region", tabindex: "0", "aria-label": t("Themes by persons") };
  return [
    element("h1", { text: t("Themes by persons") }), links("matrix"),
    element("p", { class: "small", text: t("Numbers of statements. This table shows single persons: it must not leave the group.") }), ownNote(),
    element("div", region, element("table", { class: "matrix" },
      element("caption", { text: t("Themes by persons") }),
      element("thead", {}, element("tr", {}, [t("Theme"), ...persons].map((text) => element("th", { scope: "col", text })))),
      element("tbody", {}, rows.map((row) => element("tr", {},
        element("th", { scope: "row", class: `depth-${Math.min(row.depth, 3)}` }, themeIcon(row.code), " ", row.label),
        persons.map((person, index) => drawCell(row, person, row.cells[index]))))))),
  ];
}
