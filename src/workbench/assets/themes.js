// Themes as buttons, at most seven in fixed places, and then how it was: good, bad or neither.

import { announce, button, element } from "./dom.js";
import { themeIcon } from "./icons.js";
import { fill, polaritySign, t } from "./words.js";

const MOST = 7;

export class Themes {
  constructor(codes, { onchoose, onchange, nextKeys }) {
    Object.assign(this, { codes, onchoose, onchange, nextKeys });
    this.tops = codes.filter((code) => !code.parent);
    this.page = 0;
    this.chosen = null;
  }

  reset() {
    this.chosen = null;
    this.page = 0;
  }

  // Seven when there are no more; else six and a button for the others.
  get shown() {
    if (this.tops.length <= MOST) return this.tops;
    const each = MOST - 1;
    return this.tops.slice(this.page * each, this.page * each + each);
  }

  get pages() {
    return this.tops.length <= MOST ? 1 : Math.ceil(this.tops.length / (MOST - 1));
  }

  below(code) {
    return this.codes.filter((each) => each.parent === code.name);
  }

  // The top theme whose sub-themes are shown beside it.
  get family() {
    if (!this.chosen) return null;
    const parent = this.codes.find((code) => code.name === this.chosen.parent);
    return parent ?? this.chosen;
  }

  choose(code) {
    const isNew = this.chosen === null;
    this.chosen = code;
    this.onchange();
    this.nextKeys();
    announce(fill(t("{theme}. How is it? Good, bad, neither or don’t know."), { theme: code.label }));
    if (isNew) document.querySelector('[data-keep="polarity +"]')?.focus({ preventScroll: true });
  }

  cancel() {
    const { family } = this;
    this.chosen = null;
    this.onchange();
    this.nextKeys();
    document.querySelector(`[data-keep="theme ${CSS.escape(family.name)}"]`)?.focus({ preventScroll: true });
  }

  put(polarity) {
    const code = this.chosen;
    this.chosen = null;
    this.onchoose(code.name, polarity);
  }

  more() {
    this.page = (this.page + 1) % this.pages;
    this.onchange();
    this.nextKeys();
  }

  drawTheme(code, key) {
    const made = button(code.label, () => this.choose(code), {
      key: String(key), icon: themeIcon(code.name), class: "theme", "data-keep": `theme ${code.name}`,
    });
    if (code.colour) made.style.setProperty("--theme", code.colour);
    const definition = element("span", { class: "about", text: code.definition ?? "" });
    made.querySelector("span").after(element("span", { class: "hidden", text: ": " }), definition);
    return element("li", {}, made);
  }

  draw() {
    return this.chosen ? this.drawPolarity() : this.drawThemes();
  }

  drawThemes() {
    const more = this.pages > 1 ? element("li", {},
      button(fill(t("More themes ({page} of {pages})"), { page: this.page + 1, pages: this.pages }),
        () => this.more(), { key: "7", class: "theme more", "data-keep": "more themes" })) : null;
    return [
      element("h2", { text: t("What is it about?") }),
      element("ul", { class: "themes" },
        this.shown.map((code, index) => this.drawTheme(code, index + 1)), more),
    ];
  }

  drawPolarity() {
    const { family } = this;
    const choose = (polarity, word, key) => element("li", {},
      button(word, () => this.put(polarity), {
        key, class: "polarity", "data-keep": `polarity ${polarity}`,
        icon: element("span", { class: "sign", "aria-hidden": "true", text: polaritySign(polarity) }),
      }));
    const below = [family, ...this.below(family)];
    const narrow = (code, index) => element("li", {}, button(
      code === family ? t("The whole theme") : code.label, () => this.choose(code), {
        class: "narrow", "data-keep": `narrow ${code.name}`, "aria-pressed": String(code === this.chosen),
        title: code.definition, key: String(index + 1),
      }));
    return [
      element("h2", {}, themeIcon(family.name), element("span", { text: this.chosen.label })),
      element("p", { class: "about", text: this.chosen.definition ?? "" }),
      element("h3", { text: t("How is it?") }),
      element("ul", { class: "polarities" },
        choose("+", t("good"), "+"), choose("-", t("bad"), "-"),
        choose("0", t("neither"), "0"), choose("?", t("don’t know"), "I")),
      below.length > 1 ? [element("h3", { text: t("More exactly, if you want") }),
        element("ul", { class: "narrows" }, below.map(narrow))] : [],
      button(t("Another theme"), () => this.cancel(), { class: "quiet", key: "Escape" }),
    ].flat();
  }

  keys() {
    const count = { text: t("a theme, by its place"), shown: "1 – 7" };
    if (this.chosen) {
      const below = [this.family, ...this.below(this.family)];
      return [
        ...below.map((code, index) => ({ key: String(index + 1), action: () => this.choose(code) })).slice(0, 9),
        ...["+", "-", "0"].map((sign) => ({ key: sign, action: () => this.put(sign) })),
        { key: "i", action: () => this.put("?") },
        { key: "Escape", action: () => this.cancel() },
      ];
    }
    const themes = this.shown.map((code, index) => ({ key: String(index + 1), action: () => this.choose(code) }));
    if (this.pages > 1) themes.push({ key: "7", action: () => this.more() });
    if (themes.length > 0) Object.assign(themes[0], count);
    return [...themes, { key: "none", shown: "+ − 0 I", text: t("good, bad, neither, don’t know, after a theme"), action: () => {} }];
  }
}
