// Words in their context, by a rule as the codebook has them.

import { askFor } from "./api.js";
import { element, fillPlace } from "./dom.js";
import { listen } from "./keys.js";
import { links, placeLink } from "./research.js";
import { fill, number, t } from "./words.js";

function drawLines({ lines, all }) {
  const region = { class: "region", role: "region", tabindex: "0", "aria-label": t("Found") };
  const row = (line) => element("tr", {},
    element("th", { scope: "row" }, placeLink(line)),
    element("td", { class: "before", text: line.before }), element("td", {}, element("mark", { text: line.hit })),
    element("td", { text: line.after }));
  const found = lines.length < all ? t("{count} places. The first {shown} are shown.") : t("{count} places");
  return [
    element("p", { role: "status", text: fill(found, { count: number(all), shown: number(lines.length) }) }),
    element("div", region, element("table", { class: "kwic" },
      element("caption", { text: t("Found") }),
      element("thead", {}, element("tr", {}, [t("Place"), t("Before"), t("Found words"), t("After")].map((text) => element("th", { scope: "col", text })))),
      element("tbody", {}, lines.map(row)))),
  ];
}

export async function show() {
  listen([]);
  const place = element("div");
  const wrong = element("p", { class: "wrong", role: "alert", id: "rule-wrong" });
  const input = element("input", { id: "rule", required: true, spellcheck: "false", autocomplete: "off", autocapitalize: "off", "aria-describedby": "rule-help rule-wrong" });
  const onsubmit = async (event) => {
    event.preventDefault();
    wrong.textContent = "";
    try {
      fillPlace(place, ...drawLines(await askFor("/api/kwic", { rule: input.value })));
    } catch (error) {
      fillPlace(place);
      wrong.textContent = error.message;
    }
  };
  return [
    element("h1", { text: t("Search") }), links("kwic"),
    element("form", { onsubmit, role: "search" },
      element("label", { for: "rule", text: t("Word or rule") }), input,
      element("p", { class: "small", id: "rule-help", text: t("A word finds all its forms. ring* finds words that begin so. A | B finds either.") }),
      wrong, element("button", { class: "main", text: t("Search") })),
    place,
  ];
}
