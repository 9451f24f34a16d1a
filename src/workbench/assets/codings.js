// A table of codings with filters; long ones are fetched a part at a time.

import { askFor } from "./api.js";
import { button, element, fillPlace, table } from "./dom.js";
import { listen } from "./keys.js";
import { links, placeLink } from "./research.js";
import { fill, number, polarityText, t } from "./words.js";

const filters = { code: "", coder: "", document: "", polarity: "" };

function drawFilter(name, heading, values, look) {
  const select = element("select", { id: `filter-${name}`, onchange: () => {
    filters[name] = select.value;
    look(0);
  } }, element("option", { value: "", text: t("show all") }),
  values.map(([value, text]) => element("option", { value, text, selected: filters[name] === value })));
  return element("div", {}, element("label", { for: `filter-${name}`, text: heading }), select);
}

function drawRows(rows, labels) {
  return rows.map((row) => [
    placeLink(row),
    labels.get(row.code) ?? row.code, polarityText(row), `”${row.words}”`, row.coder,
    { quote: t("Quote"), proposal: t("Proposal") }[row.mark] ?? "",
    row.at?.slice(0, 10) ?? "",
  ]);
}

export async function show({ study, rest: [code] }) {
  listen([]);
  if (code) filters.code = code;
  const labels = new Map(study.codes.map((each) => [each.name, each.label]));
  const place = element("div", { "aria-live": "off" });
  const look = async (from) => {
    const wanted = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
    const { rows, all } = await askFor("/api/codings", { ...wanted, from });
    fillPlace(place,
      element("p", { role: "status", text: fill(t("{count} codings"), { count: number(all) }) }),
      table(t("Codings"), [t("Place"), t("Theme"), t("How"), t("Words"), t("Coder"), t("Mark"), t("Date")], drawRows(rows, labels), { wide: true }),
      element("div", { class: "row" },
        from > 0 && button(t("Back"), () => look(Math.max(from - 500, 0))),
        from + rows.length < all && button(t("More"), () => look(from + rows.length))));
  };
  await look(0);
  return [
    element("h1", { text: t("Codings") }), links("codings"),
    element("div", { class: "filters" },
      drawFilter("code", t("Theme"), study.codes.map((each) => [each.name, each.label]), look),
      drawFilter("polarity", t("How"), [["+", t("good")], ["-", t("bad")], ["0", t("neither")]], look),
      drawFilter("coder", t("Coder"), study.coders.map((name) => [name, name]), look),
      drawFilter("document", t("Interview"), study.documents.map(({ name }) => [name, name]), look)),
    place,
  ];
}
