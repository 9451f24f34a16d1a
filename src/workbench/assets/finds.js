// Names, places, numbers that were found, one at a time: replace, keep, or don't know.

import { ask, askFor } from "./api.js";
import { announce, button, drawProgress, element, fillPlace } from "./dom.js";
import { ownUndo } from "./head.js";
import { sign } from "./icons.js";
import { listen } from "./keys.js";
import { fill, t } from "./words.js";

const to = (name) => `#/finds${name ? "/" + encodeURIComponent(name) : ""}`;

// All interviews are looked at before one is shown: a name that one tells is a name in the others. Null when the person
// has gone elsewhere.
async function looked(values, isHere, tell = () => {}) {
  for (;;) {
    const told = await askFor("/api/finds", values);
    if (!isHere()) return null;
    if (!told.looking) return told;
    tell(told.looking);
  }
}

function showLooking({ done, all }) {
  const page = document.getElementById("page");
  if (!page.querySelector("#looking"))
    page.replaceChildren(element("h1", { text: t("Looks for names and places …") }), element("div", { class: "looking" }));
  drawProgress(page.querySelector(".looking"),
    { id: "looking", text: t("All interviews are looked at once. It can take a while."), done, all });
}

const reasons = () => [
  t("It points at nobody: it is an ordinary word."), t("So many have it that it points at nobody."),
  t("It is about the service itself, and known to all."),
];

// What is sure comes first; words that are only worth a look are gone through last, by those who want to.
const inOrder = (finds) => [...finds.filter(({ doubt }) => !doubt), ...finds.filter(({ doubt }) => doubt)];
const isOpen = ({ decision }) => !decision;

class Finds {
  constructor({ document: name, finds, study }) {
    Object.assign(this, { name, study, finds: inOrder(finds), done: [], reasons: new Map(), isAsking: false, isLooking: false });
    this.place = element("div", { class: "find" });
    this.at = this.nextOpen(0);
    ownUndo({ undo: () => this.takeBack() }, false);
  }

  // The first without an answer from place @at on, then from the start; behind the last when all have one. Words worth
  // a look wait until somebody wants to see them.
  nextOpen(at) {
    const isAsked = (find) => isOpen(find) && (this.isLooking || !find.doubt);
    const later = this.finds.findIndex((find, index) => index >= at && isAsked(find));
    const any = this.finds.findIndex(isAsked);
    return later >= 0 ? later : any >= 0 ? any : this.finds.length;
  }

  // Finds of the same step as @find that have no answer.
  left({ doubt }) {
    return this.finds.filter((find) => isOpen(find) && !find.doubt === !doubt).length;
  }

  doubts() {
    return this.finds.filter((find) => isOpen(find) && find.doubt).length;
  }

  // What the workbench made of it; null when it refused, and then the person reads why. That the finds could not be asked
  // for again undoes no decision.
  async send(said) {
    let told = null;
    try {
      told = await ask("/api/find", said);
      this.study = told.study;
      const fresh = await looked({ name: this.name }, () => this.place.isConnected);
      if (fresh) this.finds = inOrder(fresh.finds);
    } catch (error) {
      this.wrong.textContent = error.message;
    }
    return told;
  }

  async decide(decision, reason) {
    const find = this.finds[this.at];
    const replacement = this.input?.value.trim() ?? "";
    if (decision === "replace" && replacement === "") {
      this.wrong.textContent = t("Write what is to stand there instead.");
      return this.input.focus();
    }
    const all = find.alike > 1 && decision !== "keep" && (this.all?.checked ?? false);
    const told = await this.send({ id: find.id, document: this.name, decision, all,
      ...(decision === "replace" ? { replacement } : {}), ...(reason ? { reason } : {}) });
    if (!told) return undefined;
    this.done.push({ find, ids: told.changed.map(({ id }) => id).concat(find.id) });
    if (reason) this.reasons.set(find.words, reason);
    if (!this.place.isConnected) return undefined;
    ownUndo({ undo: () => this.takeBack() }, true);
    const places = new Set(told.changed.map(({ id }) => id)).size;
    const said = { replace: t("Will be replaced."), keep: t("Is kept."), unsure: t("Don’t know. Somebody else can look.") }[decision];
    announce(places > 1 ? `${said} ${fill(t("{count} places."), { count: places })}` : said);
    return this.go(this.nextOpen(this.at + 1));
  }

  async takeBack() {
    const last = this.done.at(-1);
    if (!last) return announce(t("There is nothing to take back."));
    const { find } = last;
    const reason = find.decision === "keep" ? this.reasons.get(find.words) : undefined;
    const isBack = await this.send({ ids: [...new Set(last.ids)], decision: "open" });
    if (!isBack || !this.place.isConnected) return undefined;
    this.done.pop();
    ownUndo({ undo: () => this.takeBack() }, this.done.length > 0);
    if (find.decision === "replace" || find.decision === "unsure" || reason)
      await this.send({ id: find.id, document: this.name, decision: find.decision,
        ...(find.replacement ? { replacement: find.replacement } : {}), ...(reason ? { reason } : {}) });
    this.goBack(find);
    if (find.decision !== "keep" || reason) return announce(t("Taken back."));
    this.askWhy(); // it was kept before this page was opened, for a reason that the page does not know
    return announce(t("Taken back. Say again why it may stay."));
  }

  // To place @at; who goes from find to find passes the words worth a look by, until they want to see them.
  go(at) {
    const last = this.finds.filter(({ doubt }) => !doubt).length - 1;
    const isPassed = !this.isLooking && this.finds[at]?.doubt;
    const to = !isPassed ? at : at < this.at ? last : this.finds.length;
    this.at = Math.max(0, Math.min(to, this.finds.length));
    this.isAsking = false;
    this.draw();
    document.getElementById("find-title")?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }

  // ---- one find ----

  answered(find) {
    return {
      replace: fill(t("Is replaced by {words}"), { words: find.replacement ?? "" }),
      keep: t("Is kept"), unsure: t("Don’t know"),
    }[find.decision] ?? t("No answer yet");
  }

  drawWords(find) {
    return [
      element("p", { class: "whole context" }, find.before ?? "", element("mark", { text: find.words }), find.after ?? ""),
      element("p", { class: "reason", text: fill(t("because: {words}"), { words: find.why ?? find.class }) }),
      find.decision && element("p", { class: "answered" }, sign("check"), element("span", { text: this.answered(find) })),
    ];
  }

  drawReplacing(find) {
    const result = element("p", { class: "context result", id: "result" });
    const show = () => fillPlace(result, element("span", { class: "small", text: t("It becomes:") + " " }),
      element("span", { text: find.before ?? "" }), element("strong", { text: this.input.value || "…" }), element("span", { text: find.after ?? "" }));
    this.input = element("input", { id: "replacement", value: find.replacement ?? find.proposed ?? "", maxlength: "100",
      autocomplete: "off", spellcheck: "false", translate: "no", oninput: show });
    this.all = element("input", { type: "checkbox", id: "all", checked: !find.decision && !find.doubt });
    show();
    return [
      element("label", { for: "replacement", text: t("Put this instead") }), this.input, result,
      find.alike > 1 && element("label", { class: "choice", for: "all" }, this.all,
        element("span", { text: fill(t("The same in all {count} places, also in other interviews"), { count: find.alike }) })),
    ];
  }

  drawFind(find) {
    const choose = (decision, text, key, action = () => this.decide(decision)) => button(text, action, {
      key, "aria-pressed": String(find.decision === decision), class: "large" });
    const before = this.finds.filter(({ doubt }) => !doubt).length;
    const place = find.doubt ? { number: this.at + 1 - before, all: this.finds.length - before } : { number: this.at + 1, all: before };
    return [
      element("h2", { id: "find-title", tabindex: "-1" },
        fill(find.doubt ? t("Word {number} of {all}") : t("Find {number} of {all}"), place) + ": ", element("span", { text: find.name ?? find.class })),
      element("p", { class: "small", text: fill(t("{count} left here"), { count: this.left(find) }) }),
      this.drawWords(find), this.drawReplacing(find), this.wrong,
      element("div", { class: "row" },
        choose("replace", t("Replace"), "B"),
        find.may_keep === false ? null : choose("keep", t("Keep"), "H", () => this.askWhy()),
        choose("unsure", t("Don’t know"), "V")),
      find.may_keep === false && element("p", { class: "small", text: t("A personal number can never stay.") }),
      element("div", { class: "row" },
        button(t("Back"), () => this.go(this.at - 1), { icon: sign("back"), key: "PageUp" }),
        button(t("Next find"), () => this.go(this.at + 1), { icon: sign("next"), key: "PageDown" }),
        find.doubt && button(t("Skip the rest"), () => this.skip(), { icon: sign("next") })),
    ];
  }

  // ---- words worth a look ----

  // To a find that had an answer, of either step.
  goBack({ id, doubt }) {
    this.isLooking ||= Boolean(doubt);
    return this.go(this.finds.findIndex((find) => find.id === id));
  }

  look() {
    this.isLooking = true;
    return this.go(this.nextOpen(0));
  }

  skip() {
    this.isLooking = false;
    return this.go(this.finds.length);
  }

  // The last step, which nobody has to take.
  drawDoubts() {
    const count = this.doubts();
    return count > 0 && element("section", { class: "doubts" },
      element("h3", { text: t("Words to look at") }),
      element("p", { text: fill(t("There are {count} more words that the computer is not sure of. Most of them are ordinary words. You may skip them."), { count }) }),
      element("p", {}, button(t("Look at the words"), () => this.look(), { icon: sign("next"), class: "large" })));
  }

  // ---- why it may stay ----

  askWhy() {
    if (this.finds[this.at]?.may_keep === false) return;
    this.isAsking = true;
    this.draw();
    document.getElementById("find-title")?.focus({ preventScroll: true });
  }

  drawWhy(find) {
    const own = element("input", { id: "why", maxlength: "300", autocomplete: "off", spellcheck: "false", translate: "no" });
    const keepOwn = (event) => {
      event.preventDefault();
      if (own.value.trim()) return this.decide("keep", own.value.trim());
      this.wrong.textContent = t("Say why it may stand there.");
      return own.focus();
    };
    return [
      element("h2", { id: "find-title", tabindex: "-1", text: fill(t("Why may “{words}” stay?"), find) }),
      element("p", { class: "whole context" }, find.before ?? "", element("mark", { text: find.words }), find.after ?? ""),
      element("p", { text: t("It then stays in every interview, and may stand in the report too. The reason is kept with your name.") }),
      element("div", { class: "reasons" }, reasons().map((reason, index) =>
        button(reason, () => this.decide("keep", reason), { key: String(index + 1), class: "large" }))),
      element("form", { onsubmit: keepOwn },
        element("label", { for: "why", text: t("Another reason") }), own, this.wrong,
        element("div", { class: "row" }, element("button", { text: t("Keep for this reason") }),
          button(t("Back"), () => this.go(this.at), { icon: sign("back"), key: "Esc" }))),
    ];
  }

  // ---- all have an answer ----

  drawList() {
    const change = (find) => button(t("Change"), () => this.goBack(find), { about: find.words });
    const shown = this.finds.filter((find) => !find.doubt || !isOpen(find));
    return shown.length > 0 && element("details", {}, element("summary", { text: fill(t("See all {count}, and change"), { count: shown.length }) }),
      element("ul", { class: "answers" }, shown.map((find) => element("li", {},
        element("span", {}, element("mark", { text: find.words }), " ", element("span", { text: this.answered(find) })), change(find)))));
  }

  drawEnd() {
    const unsure = this.finds.filter((find) => find.decision === "unsure").length;
    const isAll = this.study.left === 0;
    return [
      element("h2", { id: "find-title", tabindex: "-1", text: this.finds.every(({ doubt }) => doubt) ? t("Nothing was found here") : t("That was all that was found") }),
      element("p", { text: t("Read the interview yourself too: a computer does not see everything.") }),
      this.drawDoubts(),
      unsure > 0 && element("p", { text: fill(t("You did not know about {count}. Ask somebody."), { count: unsure }) }),
      element("p", { class: "links" },
        isAll && this.study.replaced > 0
          ? element("a", { class: "button main", href: to(), text: t("Next: write the new interviews") })
          : isAll ? element("a", { class: "button main", href: "#/groups", text: t("Next: groups") })
            : element("a", { class: "button main", href: to(), text: t("Next interview") }),
        element("a", { class: "button", href: "#/", text: t("To the interviews") })),
      this.drawList(),
    ];
  }

  draw() {
    const find = this.finds[this.at];
    this.wrong = element("p", { class: "wrong", role: "alert" });
    this.input = this.all = null;
    const drawn = !find ? this.drawEnd() : this.isAsking ? this.drawWhy(find) : this.drawFind(find);
    fillPlace(this.place, ...drawn);
    listen(this.keys(find));
  }

  keys(find) {
    const back = { key: "PageUp", shown: "Page Up", text: t("the find before"), action: () => this.go(this.at - 1) };
    if (!find) return this.finds.length > 0 ? [back] : [];
    if (this.isAsking)
      return [...reasons().map((reason, index) => ({ key: String(index + 1), text: reason, action: () => this.decide("keep", reason) })),
        { key: "Escape", action: () => this.go(this.at) }];
    return [
      { key: "b", text: t("replace"), action: () => this.decide("replace") },
      { key: "h", text: t("keep"), action: () => this.askWhy() },
      { key: "v", text: t("don’t know"), action: () => this.decide("unsure") },
      { key: "PageDown", shown: "Page Down", text: t("next find"), action: () => this.go(this.at + 1) }, back,
    ];
  }
}

// ---- all interviews, and what comes of it ----

function drawWriting(told, place) {
  const wrong = element("p", { class: "wrong", role: "alert" });
  const write = async () => {
    wrong.textContent = "";
    try {
      const { kept, replaced } = await ask("/api/new-texts", {});
      fillPlace(place, element("h2", { id: "written", tabindex: "-1", text: t("The new interviews are written") }),
        element("p", { text: fill(t("Places that got other words: {count}."), { count: replaced }) }),
        element("p", {}, t("The old ones, and the file that says who is who, are now in:"), " ", element("code", { text: kept })),
        element("p", { text: t("Keep that folder locked away, or destroy it. Look at themes that were put before: the page says where words have moved.") }),
        element("p", {}, element("a", { class: "button main", href: "#/groups", text: t("Next: groups") })));
      document.getElementById("written").focus();
    } catch (error) {
      wrong.textContent = error.message;
    }
  };
  fillPlace(place, element("h2", { text: t("Write the new interviews") }),
    element("ul", {},
      element("li", { text: fill(t("Places that get other words: {count}."), { count: told.replaced }) }),
      told.unsure > 0 && element("li", { text: fill(t("Places that stay as they are, because you did not know: {count}."), { count: told.unsure }) }),
      element("li", { text: t("The old interviews are not changed. They are moved to a folder of their own, outside the study.") }),
      element("li", { text: t("What you coded before remembers the words around it, names too. Look for names first, and code then.") })),
    wrong, element("p", {}, button(t("Write the new interviews"), write, { class: "main large", icon: sign("pen") })));
}

function drawAll(told) {
  const place = element("section", { class: "place", "aria-live": "polite" });
  if (told.left === 0 && told.replaced > 0) drawWriting(told, place);
  const state = ({ left, unsure, replaced, kept }) => left > 0 ? fill(t("{count} left"), { count: left })
    : unsure > 0 ? fill(t("{count} you did not know"), { count: unsure })
      : replaced + kept > 0 ? t("done") : t("nothing was found");
  const first = told.documents.find(({ left }) => left > 0);
  return [
    element("h1", { text: t("Names and places") }),
    element("p", { class: "lead", text: t("What could show who somebody is must not stand in the material.") }),
    first && element("p", {}, element("a", { class: "button main large", href: to(first.name) },
      element("span", { text: fill(t("Go on with {name}"), first) }), sign("next"))),
    place,
    element("h2", { text: t("Interviews") }),
    element("ul", { class: "answers" }, told.documents.map((each) => element("li", {},
      element("a", { href: to(each.name), "aria-label": fill(t("Names in {name}"), each), text: each.name }), element("span", { text: state(each) })))),
    told.key ? element("p", { class: "small" }, t("What is to stand instead is kept outside the study, in:"), " ", element("code", { text: told.key }))
      : element("p", { class: "warning", text: t("Here nothing can be replaced: start the workbench with --key and a file outside the study.") }),
  ];
}

export async function show({ rest: [name], isHere }) {
  if (!name) listen([]);
  const told = await looked(name ? { name } : {}, isHere, showLooking);
  if (!told) return [];
  if (!name) return drawAll(told);
  const finds = new Finds(told);
  finds.draw();
  return [
    element("h1", { text: fill(t("Names in {name}"), { name }) }),
    element("p", { class: "lead", text: t("What stands here could show who somebody is. The file itself is not changed.") }),
    finds.place,
  ];
}
