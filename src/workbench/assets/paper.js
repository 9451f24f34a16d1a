// An interview on paper: wide lines, numbered answers, room to write themes beside them.

import { Interview } from "./answers.js";
import { button, element } from "./dom.js";
import { listen } from "./keys.js";
import { fill, t } from "./words.js";

export async function show({ study, rest: [name] }) {
  listen([]);
  const interview = await Interview.open(name);
  const tops = study.codes.filter((code) => !code.parent);
  return [
    element("h1", { text: name }),
    element("p", { class: "links" },
      button(t("Print"), () => window.print(), { class: "main" }),
      element("a", { class: "button", href: "#/", text: t("To the interviews") })),
    element("section", { class: "legend", "aria-labelledby": "legend" },
      element("h2", { id: "legend", text: t("Themes") }),
      element("ul", {}, tops.map((code) => element("li", {},
        element("strong", { text: code.label }), " ", code.definition ?? ""))),
      element("p", { text: t("Mark words. Write the theme beside them, and +, − or ○.") })),
    element("section", { "aria-labelledby": "answers" },
      element("h2", { id: "answers", text: t("Answers") }),
      interview.answers.map(({ turn, question }, index) => element("div", { class: "sheet" },
        element("h3", { text: fill(t("Answer {number}"), { number: index + 1 }) }),
        question && element("p", { class: "question", text: question }),
        element("p", { class: "whole", text: turn.text })))),
  ];
}
