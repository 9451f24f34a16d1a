// Names, places, numbers that were found, one at a time: replace, keep, or don't know.

import { ask, askFor } from "./api.js";
import { announce, button, element, fillPlace } from "./dom.js";
import { sign } from "./icons.js";
import { listen } from "./keys.js";
import { fill, t } from "./words.js";

class Finds {
  constructor(name, finds) {
    Object.assign(this, { name, finds });
    this.place = element("div", { class: "find" });
    this.at = Math.max(finds.findIndex((find) => !find.decision), 0);
  }

  async decide(decision) {
    const find = this.finds[this.at];
    const replacement = document.getElementById("replacement")?.value.trim();
    try {
      await ask("/api/find", { id: find.id, document: this.name, decision, ...(decision === "replace" && replacement ? { replacement } : {}) });
    } catch (error) {
      this.wrong.textContent = error.message;
      return;
    }
    find.decision = decision;
    announce({ replace: t("Will be replaced."), keep: t("Is kept."), unsure: t("Don’t know. Somebody else can look.") }[decision]);
    this.go(this.at + 1);
  }

  go(at) {
    this.at = Math.max(0, at);
    this.draw();
    document.getElementById("find-title")?.focus({ preventScroll: true });
  }

  drawEnd() {
    const unsure = this.finds.filter((find) => find.decision === "unsure").length;
    return [
      element("h2", { id: "find-title", tabindex: "-1", text: t("That was all that was found") }),
      element("p", { text: t("No more known signs of persons were found. Read the interview yourself too: a computer does not see everything.") }),
      unsure > 0 && element("p", { text: fill(t("You did not know about {count}. Ask somebody."), { count: unsure }) }),
      element("p", { class: "links" },
        this.finds.length > 0 && button(t("Back"), () => this.go(this.finds.length - 1), { icon: sign("back") }),
        element("a", { class: "button main", href: "#/groups", text: t("Next: groups") })),
    ].filter(Boolean);
  }

  drawFind(find) {
    const choose = (decision, text, key) => button(text, () => this.decide(decision), {
      key, "aria-pressed": String(find.decision === decision), class: "large" });
    this.wrong = element("p", { class: "wrong", role: "alert" });
    return [
      element("h2", { id: "find-title", tabindex: "-1", text: fill(t("Find {number} of {all}"), { number: this.at + 1, all: this.finds.length }) }),
      element("p", { class: "whole context" }, find.before ?? "", element("mark", { text: find.words }), find.after ?? ""),
      element("p", { class: "reason", text: fill(t("because: {words}"), { words: find.why ?? find.class }) }),
      element("label", { for: "replacement", text: t("Put this instead") }),
      element("input", { id: "replacement", value: find.proposed ?? "", autocomplete: "off", spellcheck: "false", translate: "no" }),
      this.wrong,
      element("div", { class: "row" },
        choose("replace", t("Replace"), "B"), choose("keep", t("Keep"), "H"), choose("unsure", t("Don’t know"), "V")),
      element("div", { class: "row" },
        button(t("Back"), () => this.go(this.at - 1), { icon: sign("back"), key: "PageUp" }),
        button(t("Next find"), () => this.go(this.at + 1), { icon: sign("next"), key: "PageDown" })),
    ];
  }

  draw() {
    const find = this.finds[this.at];
    fillPlace(this.place, ...(find ? this.drawFind(find) : this.drawEnd()));
    listen(find ? [
      { key: "b", text: t("replace"), action: () => this.decide("replace") },
      { key: "h", text: t("keep"), action: () => this.decide("keep") },
      { key: "v", text: t("don’t know"), action: () => this.decide("unsure") },
      { key: "PageDown", shown: "Page Down", text: t("next find"), action: () => this.go(this.at + 1) },
      { key: "PageUp", shown: "Page Up", text: t("the find before"), action: () => this.go(this.at - 1) },
    ] : []);
  }
}

export async function show({ rest: [name] }) {
  const told = await askFor("/api/finds", { name });
  const finds = new Finds(name, told.finds);
  if (!told.finds.some((find) => !find.decision)) finds.at = told.finds.length;
  finds.draw();
  return [
    element("h1", { text: fill(t("Names in {name}"), { name }) }),
    element("p", { class: "lead", text: t("What stands here could show who somebody is. The file itself is not changed.") }),
    finds.place,
  ];
}
