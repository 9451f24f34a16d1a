// Themes put on a text that has changed since: where they are now, or that they are lost.

import { decide } from "./api.js";
import { Interview } from "./answers.js";
import { announce, button, element, fillPlace } from "./dom.js";
import { afterUndo, tellError, tellUndo } from "./head.js";
import { sign, themeIcon } from "./icons.js";
import { listen } from "./keys.js";
import { fill, polarityText, t } from "./words.js";

class Moved {
  constructor(study, interview) {
    this.labels = new Map(study.codes.map((code) => [code.name, code.label]));
    this.interview = interview;
    this.place = element("div", { class: "moved" });
  }

  async reload() {
    this.interview = await Interview.open(this.interview.name);
    this.draw();
  }

  async say(event, told) {
    try {
      tellUndo(await decide(event));
      announce(told);
      await this.reload();
    } catch (error) {
      tellError(error);
    }
  }

  drawOne(each) {
    const isFound = each.how !== "lost" && each.start !== undefined;
    const theme = this.labels.get(each.code) ?? each.code ?? "";
    const turn = this.interview.answers.find((answer) => answer.turn.start <= each.start && each.start < answer.turn.end)?.turn;
    const keep = () => this.say({ kind: "recode", id: each.id, document: this.interview.name, start: each.start, end: each.end,
      code: each.code, polarity: each.polarity, state: each.state }, t("Kept."));
    const drop = () => this.say({ kind: "uncode", id: each.id }, fill(t("Taken away: {theme}"), { theme }));
    return element("li", { class: "coding" },
      element("p", {}, themeIcon(each.code ?? ""), element("strong", { text: theme }), " ",
        element("span", { class: "pole", text: polarityText(each) })),
      element("p", { class: "reason", text: `”${each.words}”` }),
      element("p", { text: isFound ? t("The words stand at another place now:") : t("The words are not in the text any more.") }),
      isFound && turn && element("blockquote", { text: turn.text }),
      element("div", { class: "row" },
        isFound && button(t("It is right"), keep, { icon: sign("check"), about: theme, "data-keep": `right ${each.id}` }),
        button(t("Take away"), drop, { icon: sign("cross"), about: theme, "data-keep": `drop ${each.id}` })));
  }

  draw() {
    const { moved, name } = this.interview;
    fillPlace(this.place,
      moved.length === 0 ? element("p", { class: "lead", text: t("All your themes have their place.") })
        : element("ul", {}, moved.map((each) => this.drawOne(each))),
      element("p", {}, element("a", { class: "button main", href: `#/code/${encodeURIComponent(name)}`, text: fill(t("Go on with {name}"), { name }) })));
  }
}

export async function show({ study, rest: [name] }) {
  listen([]);
  const moved = new Moved(study, await Interview.open(name));
  moved.draw();
  afterUndo(() => moved.reload());
  return [
    element("h1", { text: fill(t("The text of {name} has changed"), { name }) }),
    element("p", { class: "lead", text: t("Some of your themes are not where they were. Nothing has been changed without you.") }),
    moved.place,
  ];
}
