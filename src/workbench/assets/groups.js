// Which groups people belong to: a table to fill in.

import { ask } from "./api.js";
import { announce, element } from "./dom.js";
import { listen } from "./keys.js";
import { fill, t } from "./words.js";

export async function show() {
  listen([]);
  const { attributes, respondents, notes } = await ask("/api/groups");
  const wrong = element("p", { class: "wrong", role: "alert" });
  const cell = (person, attribute) => {
    const id = `group-${respondents.indexOf(person)}-${attributes.indexOf(attribute)}`;
    const input = element("input", { id, value: person.values[attribute] ?? "", list: `known-${attributes.indexOf(attribute)}`,
      autocomplete: "off", spellcheck: "false", "aria-label": fill(t("{attribute} of {person}"), { attribute, person: person.id }) });
    input.addEventListener("change", async () => {
      try {
        await ask("/api/group", { respondent: person.id, attribute, value: input.value.trim() });
        wrong.textContent = "";
        announce(t("Kept."));
      } catch (error) {
        wrong.textContent = error.message;
      }
    });
    return element("td", {}, input);
  };
  const known = (attribute, index) => element("datalist", { id: `known-${index}` },
    [...new Set(respondents.map(({ values }) => values[attribute]).filter(Boolean))].map((value) => element("option", { value })));
  const region = { class: "region", role: "region", tabindex: "0", "aria-label": t("Groups") };
  return [
    element("h1", { text: t("Groups") }),
    element("p", { class: "lead", text: t("Write which group each person belongs to. Small groups are never shown by themselves.") }),
    (notes ?? []).length > 0 && element("ul", { class: "warning" }, notes.map((note) => element("li", { text: note }))),
    wrong,
    attributes.length === 0
      ? element("p", { text: t("There are no groups in this study. Add columns to respondents.csv to have some.") })
      : element("div", region, element("table", {},
        element("caption", { text: t("Persons and their groups") }),
        element("thead", {}, element("tr", {}, [t("Person"), ...attributes].map((text) => element("th", { scope: "col", text })))),
        element("tbody", {}, respondents.map((person) => element("tr", {},
          element("th", { scope: "row", text: person.id }), attributes.map((attribute) => cell(person, attribute))))))),
    attributes.map(known),
    element("p", {}, element("a", { class: "button main", href: "#/", text: t("To the interviews") })),
  ];
}
