// Changing a theme: first what the change would do, then the change, and the way back.

import { ask, askFor } from "./api.js";
import { announce, button, drawProgress, element, fillPlace, table } from "./dom.js";
import { sign, themeIcon } from "./icons.js";
import { listen } from "./keys.js";
import { links } from "./research.js";
import { fill, number, t } from "./words.js";

// What somebody has written and not yet kept, by theme: it is there again when they come back.
const drafts = new Map();

const labels = () => ({
  name: t("Code"), label: t("Name"), parent: t("Under"), colour: t("Colour"), definition: t("Definition"),
  when: t("When"), when_not: t("When not"), example: t("Example"), rules: t("Rules"),
  rules_plus: t("Rules, good"), rules_minus: t("Rules, bad"), exceptions: t("Exceptions"), pattern: t("Patterns"),
});

const MEANING = { label: 1, parent: 1, definition: 2, when: 2, when_not: 2, example: 2, colour: 1 };
const RULES = { rules: 4, rules_plus: 4, rules_minus: 4, exceptions: 3, pattern: 2 };

const change = (name) => `#/codebook/change/${encodeURIComponent(name)}`;

// ---- what it would do ----

// The words that differ, marked; what is the same before and behind them is not.
function marked(one, other) {
  const a = one.split(/(\s+)/u);
  const b = other.split(/(\s+)/u);
  let first = 0;
  while (first < a.length && first < b.length && a[first] === b[first]) first += 1;
  let last = 0;
  while (last < a.length - first && last < b.length - first && a.at(-1 - last) === b.at(-1 - last)) last += 1;
  const end = a.length - last;
  const middle = a.slice(first, end).join("");
  return element("div", { class: "cell" }, a.slice(0, first).join(""), middle && element("mark", { text: middle }), a.slice(end).join(""));
}

// Side by side where there is room, one below the other where there is not: no word is broken.
function drawDifference(difference) {
  const side = (heading, text, other) => element("div", { class: "side" },
    element("p", { class: "small", text: heading }), text ? marked(text, other) : element("div", { class: "cell", text: t("nothing") }));
  return difference.map(({ field, before, after }) => [
    element("h3", { text: labels()[field] ?? field }),
    element("div", { class: "sides" }, side(t("Before"), before, after), side(t("After"), after, before)),
  ]);
}

function drawEffect(effect) {
  if (effect.length === 0) return element("p", { text: t("This changes no suggestion.") });
  const both = ([before, after]) => before === after ? number(after) : `${number(before)} → ${number(after)}`;
  return table(t("What it does to the computer’s suggestions"),
    [t("Theme"), t("New"), t("Gone"), t("Otherwise"), t("Suggestions"), t("Persons")],
    effect.map((sum) => [sum.label, number(sum.new), number(sum.lost), number(sum.changed), both(sum.suggestions), both(sum.persons)]), { wide: true });
}

// How long a screen reader has for saying how far the count has come.
const SAID_EVERY = 4000;

// Said aloud now and then; written each time, where nothing says it.
function drawCount(place, { done, all }) {
  const text = fill(t("Counting … {done} of {all} interviews"), { done: number(done), all: number(all) });
  drawProgress(place, { id: "counting", text, done, all, note: t("You can change the codebook before all is counted.") });
  return text;
}

function drawWarnings(warnings) {
  if (warnings.length === 0) return null;
  return element("div", { class: "warning" }, element("p", { text: t("Worth a look:") }),
    element("ul", {}, warnings.map((text) => element("li", { text }))));
}

// ---- the form ----

class Edit {
  constructor({ code, codes, fields, version, isNew }) {
    Object.assign(this, { code, codes, version, isNew });
    this.key = isNew ? "" : code.name;
    this.draft = drafts.get(this.key) ?? {};
    this.fields = new Map();
    this.has = (name) => fields.includes(name);
    this.wrong = element("p", { class: "wrong", role: "alert" });
    this.shown = element("section", { class: "shown", "aria-live": "polite", "aria-label": t("What it does") });
  }

  // A field with its label, and room for what is wrong with it.
  draw(name, rows) {
    if (!this.has(name)) return null;
    const id = `field-${name}`;
    const shared = { id, autocomplete: "off", spellcheck: "false", "aria-describedby": `${id}-wrong`, oninput: () => this.note(name) };
    const input = name === "parent" ? this.drawParents(shared)
      : rows > 1 ? element("textarea", { ...shared, rows: String(rows) }) : element("input", shared);
    input.value = this.draft[name] ?? this.code[name] ?? "";
    this.fields.set(name, input);
    return element("div", { class: "field" }, element("label", { for: id, text: labels()[name] }), input,
      element("p", { id: `${id}-wrong`, class: "wrong" }));
  }

  drawParents(shared) {
    const now = this.draft.parent ?? this.code.parent ?? "";
    const names = [...new Set([...this.codes.map((each) => each.name), now])].filter((name) => name && name !== this.code.name);
    const label = (name) => this.codes.find((each) => each.name === name)?.label || name;
    return element("select", { ...shared, onchange: shared.oninput }, element("option", { value: "", text: t("No theme above") }),
      names.map((name) => element("option", { value: name, text: label(name) })));
  }

  note(name) {
    this.draft[name] = this.fields.get(name).value;
    drafts.set(this.key, this.draft);
    fillPlace(this.shown);
    this.fields.get(name).removeAttribute("aria-invalid");
    document.getElementById(`field-${name}-wrong`).textContent = "";
  }

  get body() {
    const written = [...this.fields].map(([name, { value }]) => [name, value]);
    const changed = written.filter(([name, value]) => value !== (this.code[name] ?? ""));
    return { version: this.version, new: this.isNew, code: { ...Object.fromEntries(changed), name: this.isNew ? this.fields.get("name").value : this.code.name } };
  }

  // What the workbench refuses stands at the field it is about, and the keyboard is there.
  async trying(action) {
    this.wrong.textContent = "";
    try {
      await action();
    } catch (error) {
      const field = this.fields.get(error.field);
      const place = field ? document.getElementById(`field-${error.field}-wrong`) : this.wrong;
      place.textContent = error.message;
      field?.setAttribute("aria-invalid", "true");
      field?.closest("details")?.setAttribute("open", "");
      field?.focus();
      if (field) announce(error.message);
    }
  }

  look() {
    return this.trying(async () => {
      const { body } = this;
      const { difference, warnings, ...told } = await ask("/api/codebook", body);
      if (difference.length === 0) return fillPlace(this.shown, element("p", { text: t("You have changed nothing.") }));
      this.effect = element("div", { "aria-live": "off" });
      fillPlace(this.shown, element("h2", { id: "what", tabindex: "-1", text: t("What it does") }),
        drawDifference(difference), this.effect, drawWarnings(warnings),
        element("p", { class: "small", text: t("What people have coded stays as it is.") }),
        button(t("Change the codebook"), () => this.make(body), { class: "main", icon: sign("check") }));
      document.getElementById("what").focus();
      return this.follow(told, this.effect);
    });
  }

  // The numbers come when all interviews are counted, some at a time. The person need not wait for them.
  async follow(told, place) {
    this.isCounted = false;
    for (let said = 0; told.counting;) {
      const text = drawCount(place, told.counting);
      if (Date.now() - said > SAID_EVERY) {
        announce(text);
        said = Date.now();
      }
      try {
        told = await askFor("/api/codebook-effect", { question: told.question });
      } catch (error) {
        if (!place.isConnected || this.isMaking) return;
        place.replaceChildren();
        throw error;
      }
      if (!place.isConnected) return;
      if (!told.counting) announce(t("All interviews are counted."));
    }
    this.isCounted = true;
    place.replaceChildren(drawEffect(told.effect));
  }

  make(body) {
    return this.trying(async () => {
      this.isMaking = true;
      try {
        await ask("/api/codebook-apply", body);
      } catch (error) {
        this.isMaking = false;
        if (!this.isCounted) this.effect.replaceChildren();
        throw error;
      }
      drafts.delete(this.key);
      location.hash = "#/codebook";
      announce(this.isCounted ? t("The codebook is changed.") : t("The codebook is changed. What it does was not counted to the end."));
    });
  }

  throwAway() {
    drafts.delete(this.key);
    location.hash = "#/codebook";
  }

  drawAll() {
    const isKept = Object.keys(this.draft).length > 0;
    const rows = (all) => Object.entries(all).map(([name, count]) => this.draw(name, count));
    return [
      isKept ? element("p", { class: "warning", text: t("What you wrote earlier is still here. It is not kept in the codebook yet.") }) : null,
      element("form", { class: "edit", onsubmit: (event) => (event.preventDefault(), this.look()) },
        this.isNew && this.draw("name", 1),
        element("fieldset", {}, element("legend", { text: t("What the theme is about") }), rows(MEANING)),
        element("fieldset", {}, element("legend", { text: t("What the computer looks for") }),
          element("p", { class: "small", text: t("One rule a line. A word finds all its forms. ring* finds words that begin so. A | B finds either.") }), rows(RULES)),
        this.wrong,
        element("div", { class: "row" },
          element("button", { class: "main", text: t("Show what it changes") }),
          button(t("Leave it as it was"), () => this.throwAway()))),
      this.shown,
    ];
  }
}

function showEdit(told, name, isNew) {
  const code = isNew ? {} : told.codes.find((each) => each.name === name);
  if (!code) return [element("h1", { text: t("There is no such theme") }), links("codebook")];
  const edit = new Edit({ ...told, code, isNew });
  return [
    element("h1", { text: isNew ? t("A new theme") : fill(t("Change {theme}"), { theme: code.label || code.name }) }), links("codebook"),
    ...edit.drawAll(),
  ];
}

// ---- the list ----

function showList({ codes, version, undo }, again) {
  const wrong = element("p", { class: "wrong", role: "alert" });
  const back = async () => {
    try {
      await ask("/api/codebook-undo", { version });
      await again();
      announce(t("The change of the codebook is taken back."));
    } catch (error) {
      wrong.textContent = error.message;
    }
  };
  const name = (code) => element("span", { class: `depth-${Math.min(code.depth, 3)}` }, themeIcon(code.name), code.label || code.name);
  const link = (code) => element("a", { class: "button", href: change(code.name), "aria-label": fill(t("Change {theme}"), { theme: code.label || code.name }), text: t("Change") });
  return [
    element("h1", { text: t("Codebook") }), links("codebook"),
    element("p", { class: "links" },
      element("a", { class: "button", href: "#/codebook/new", text: t("A new theme") }),
      undo && button(t("Take back the last change of the codebook"), back, { icon: sign("undo") })),
    wrong,
    table(t("Themes"), [t("Theme"), t("Definition"), t("Change")], codes.map((code) => [name(code), code.definition ?? "", link(code)]), { wide: true }),
    element("p", { class: "small", text: t("To give a theme another code, or to make two themes one: lyhord codebook merge. It takes along what people have coded.") }),
  ];
}

export async function show({ rest: [what, name], again }) {
  listen([]);
  const told = await ask("/api/codebook");
  if (what === "new") return showEdit(told, "", true);
  return what === "change" ? showEdit(told, name, false) : showList(told, again);
}
