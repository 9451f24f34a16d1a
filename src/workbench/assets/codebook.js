// Changing a theme: first what the change would do, then the change.

import { ask } from "./api.js";
import { announce, button, element, fillPlace, table } from "./dom.js";
import { listen } from "./keys.js";
import { links } from "./research.js";
import { fill, t } from "./words.js";

const fields = () => [
  ["label", t("Name"), 1], ["definition", t("Definition"), 2], ["when", t("When"), 2], ["when_not", t("When not"), 2],
  ["example", t("Example"), 2], ["rules", t("Rules"), 4], ["rules_plus", t("Rules, good"), 4],
  ["rules_minus", t("Rules, bad"), 4], ["except", t("Exceptions"), 3],
];

function drawDifference(difference) {
  if (difference.length === 0) return element("p", { text: t("This changes no suggestion.") });
  return table(t("What the change does"), [t("What"), t("Theme"), t("Before"), t("After")],
    difference.map((row) => [row.what, row.code ?? "", row.before ?? "", row.after ?? ""]), { wide: true });
}

function edit(code, place, again) {
  const areas = fields().map(([name, heading, rows]) => {
    const area = element("textarea", { id: `field-${name}`, rows: String(rows), spellcheck: "false", autocomplete: "off" });
    area.value = code[name] ?? "";
    return [name, element("div", {}, element("label", { for: `field-${name}`, text: heading }), area), area];
  });
  const wrong = element("p", { class: "wrong", role: "alert" });
  const shown = element("div", { "aria-live": "polite" });
  const changed = () => {
    const all = areas.filter(([name, , area]) => area.value !== (code[name] ?? ""));
    return { code: { name: code.name, ...Object.fromEntries(all.map(([name, , area]) => [name, area.value])) } };
  };
  const trying = (action) => async () => {
    wrong.textContent = "";
    try {
      await action();
    } catch (error) {
      wrong.textContent = error.message;
    }
  };
  const look = trying(async () => {
    const body = changed();
    const { difference } = await ask("/api/codebook", body);
    fillPlace(shown, drawDifference(difference),
      button(t("Change the codebook"), trying(async () => {
        await ask("/api/codebook-apply", body);
        announce(t("Kept."));
        again();
      }), { class: "main" }));
  });
  fillPlace(place, element("h2", { id: "edit-title", tabindex: "-1", text: fill(t("Change {theme}"), { theme: code.label }) }),
    areas.map(([, drawn]) => drawn), wrong, button(t("Show what it changes"), look), shown);
  document.getElementById("edit-title").focus();
}

export async function show({ again }) {
  listen([]);
  const { codes } = await ask("/api/codebook");
  const place = element("section", { class: "edit", "aria-label": t("Change") });
  return [
    element("h1", { text: t("Codebook") }), links("codebook"),
    table(t("Themes"), [t("Theme"), t("Definition"), t("Change")], codes.map((code) => [code.label, code.definition ?? "",
      button(t("Change"), () => edit(code, place, again), { "aria-label": fill(t("Change {theme}"), { theme: code.label }), "data-keep": `change ${code.name}` })]), { wide: true }),
    place,
  ];
}
