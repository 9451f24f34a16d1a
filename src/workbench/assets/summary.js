// One page: how far, what people talk about, how alike the two think, what they marked.

import { ask } from "./api.js";
import { button, drawProgress, element, table } from "./dom.js";
import { listen } from "./keys.js";
import { fill, number, t } from "./words.js";

// What few persons said is not shown; it says so.
const shown = (value) => (value === null || value === undefined ? ".." : number(value));

function drawThemes(themes) {
  const said = (themes ?? []).filter((each) => each.persons !== 0);
  if (said.length === 0) return element("p", { text: t("There is nothing to count yet.") });
  if (said.every((each) => each.persons === null))
    return element("p", { text: t("There are too few persons to show numbers of them.") });
  const rows = said.map((each) => [each.label ?? each.code, shown(each.persons), shown(each.plus), shown(each.minus), shown(each.neutral)]);
  return [
    table(fill(t("Persons who talk about each theme, of {base}"), { base: shown(said[0].base) }),
      [t("Theme"), t("Persons"), "+ " + t("good"), "− " + t("bad"), "○ " + t("neither")], rows, { wide: true }),
    element("p", { class: "small", text: t("Two dots: too few persons to show. One person can say both good and bad.") }),
  ];
}

// Themes that nobody used are alike and tell nothing.
function drawAgreement(rows, labels) {
  const used = rows.filter((row) => row.alpha !== null);
  if (used.length === 0) return element("p", { text: t("Two people must have coded the same interview first.") });
  const interval = (row) => (row.low === null ? "" : ` (${number(row.low, 2)} – ${number(row.high, 2)})`);
  return [
    table(fill(t("How alike you judged {units} sentences"), { units: number(used[0].units) }),
      [t("Theme"), t("Alike, per cent"), t("Krippendorff’s alpha")],
      used.map((row) => [labels.get(row.code) ?? row.code, number(row.percent, 1), number(row.alpha, 2) + interval(row)]), { wide: true }),
    element("p", { class: "small", text: t("From 0.8 it is good. Under 0.667: talk more about what the theme means.") }),
  ];
}

function drawWords(list, nothing) {
  if (!list?.length) return element("p", { text: nothing });
  return element("ul", { class: "quotes" }, list.map((each) => element("li", {},
    element("blockquote", { text: `”${each.words}”` }),
    element("p", { class: "small", text: each.label ?? each.code }))));
}

// Of many interviews it is reckoned some at a time: the rest of the page need not wait for it.
async function followAgreement(place, labels) {
  try {
    let told = await ask("/api/agreement");
    while (told.counting && place.isConnected) {
      const { done, all } = told.counting;
      const text = fill(t("Counting … {done} of {all} interviews"), { done: number(done), all: number(all) });
      drawProgress(place, { id: "counting", text, done, all });
      told = await ask("/api/agreement");
    }
    if (!told.counting) place.replaceChildren(...[drawAgreement(told.rows, labels)].flat());
  } catch (error) {
    place.replaceChildren(element("p", { role: "alert", text: error.message }));
  }
}

export async function show({ study }) {
  listen([]);
  const said = await ask("/api/summary");
  const labels = new Map(study.codes.map((code) => [code.name, code.label]));
  const alike = element("div");
  setTimeout(followAgreement, 0, alike, labels);
  const section = (id, title, content) => element("section", { "aria-labelledby": id },
    element("h2", { id, text: title }), content);
  return [
    element("h1", { text: said.title }),
    element("p", { class: "lead", text: fill(t("{done} of {interviews} interviews are done. {persons} persons answer in them."), said) }),
    section("themes", t("What people talk about"), drawThemes(said.themes)),
    section("alike", t("How alike you think"), alike),
    section("quotes", t("Quotes you marked"), drawWords(said.quotes, t("No quote is marked yet."))),
    section("proposals", t("Proposals you marked"), drawWords(said.proposals, t("No proposal is marked yet."))),
    element("p", { class: "links" },
      button(t("Print"), () => window.print()),
      element("a", { class: "button", href: "#/", text: t("To the interviews") })),
  ];
}
