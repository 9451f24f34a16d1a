// One page: how far, what people talk about, how alike the two think, what they marked.

import { ask } from "./api.js";
import { button, element, table } from "./dom.js";
import { listen } from "./keys.js";
import { fill, number, t } from "./words.js";

// What few persons said is not shown; it says so.
const shown = (value) => (value === null || value === undefined ? ".." : number(value));

function drawThemes(themes) {
  if (!themes?.length) return element("p", { text: t("There is nothing to count yet.") });
  const rows = themes.map((each) => [each.label ?? each.code, shown(each.persons), shown(each.plus), shown(each.minus), shown(each.neutral)]);
  const base = themes[0].base;
  return [
    table(fill(t("Persons who talk about each theme, of {base}"), { base: shown(base) }),
      [t("Theme"), t("Persons"), "＋ " + t("good"), "− " + t("bad"), "○ " + t("neither")], rows, { wide: true }),
    element("p", { class: "small", text: t("Two dots: too few persons to show. One person can say both good and bad.") }),
  ];
}

function drawAgreement(row) {
  if (!row) return element("p", { text: t("Two people must have coded the same interview first.") });
  const values = { percent: number(row.percent, 1), alpha: number(row.alpha, 2), low: number(row.low, 2), high: number(row.high, 2), units: number(row.units) };
  return [
    element("p", { text: fill(t("You judged alike in {percent} per cent of {units} judgements."), values) }),
    element("p", { class: "small", text: row.alpha === null || row.alpha === undefined ? ""
      : fill(t("Krippendorff’s alpha {alpha}, between {low} and {high}. From 0.8 it is good, under 0.667 talk more about what the themes mean."), values) }),
  ];
}

function drawWords(list, nothing) {
  if (!list?.length) return element("p", { text: nothing });
  return element("ul", { class: "quotes" }, list.map((each) => element("li", {},
    element("blockquote", { text: `”${each.words}”` }),
    element("p", { class: "small", text: each.label ?? each.code }))));
}

export async function show() {
  listen([]);
  const said = await ask("/api/summary");
  const section = (id, title, content) => element("section", { "aria-labelledby": id },
    element("h2", { id, text: title }), content);
  return [
    element("h1", { text: said.title }),
    element("p", { class: "lead", text: fill(t("{done} of {interviews} interviews are done. {persons} persons answer in them."), said) }),
    section("themes", t("What people talk about"), drawThemes(said.themes)),
    section("alike", t("How alike you think"), drawAgreement(said.agreement)),
    section("quotes", t("Quotes you marked"), drawWords(said.quotes, t("No quote is marked yet."))),
    section("proposals", t("Proposals you marked"), drawWords(said.proposals, t("No proposal is marked yet."))),
    element("p", { class: "links" },
      button(t("Print"), () => window.print()),
      element("a", { class: "button", href: "#/", text: t("To the interviews") })),
  ];
}
