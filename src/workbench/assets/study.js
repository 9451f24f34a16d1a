// The first page: who are you, how far have you come, and one clear next step.

import { ask } from "./api.js";
import { button, element } from "./dom.js";
import { sign } from "./icons.js";
import { listen } from "./keys.js";
import { fill, t } from "./words.js";

const COUNTING = 1500;

const to = (view, name) => `#/${view}${name ? "/" + encodeURIComponent(name) : ""}`;

// step → [what to do, why, where]
function stepOf({ step, document: name }) {
  const interview = { name };
  return {
    files: [t("Add interviews"), t("There is no interview yet."), to("files")],
    speakers: [fill(t("Say who speaks in {name}"), interview), t("It takes a minute."), to("speakers", name)],
    finds: name ? [fill(t("Look at names in {name}"), interview), t("Names and places must not stand in the material."), to("finds", name)]
      : [t("Write the new interviews"), t("All names have an answer."), to("finds")],
    groups: [t("Say which groups people belong to"), t("So that groups can be compared."), to("groups")],
    code: [fill(t("Go on with {name}"), interview), t("You come back to where you were."), to("code", name)],
    compare: [fill(t("Compare {name}"), interview), t("Both of you are done with it."), to("compare", name)],
    wait: [t("See the summary"), t("You are done. The other one is not done yet."), to("summary")],
    summary: [t("See the summary"), t("All interviews are done."), to("summary")],
  }[step] ?? [t("Add interviews"), "", to("files")];
}

// What is next for this coder, where the workbench has not said.
function nextOf({ documents, coder, place, coders }) {
  const isDone = (each, name) => Boolean(each.done?.[name]);
  const open = documents.filter((each) => !isDone(each, coder));
  const both = documents.find((each) => isDone(each, coder) && coders.some((name) => name !== coder && isDone(each, name)));
  if (documents.length === 0) return { step: "files" };
  if (open.length > 0) return { step: "code", document: (open.find(({ name }) => name === place?.document) ?? open[0]).name };
  return both ? { step: "compare", document: both.name } : { step: "wait" };
}

function whoAreYou(study, again) {
  const input = element("input", {
    id: "who", name: "who", required: true, maxlength: "60", autocomplete: "off",
    spellcheck: "false", "aria-describedby": "who-help who-wrong",
  });
  const wrong = element("p", { id: "who-wrong", class: "wrong", role: "alert" });
  const take = async (name) => {
    try {
      await ask("/api/coder", { name });
      again();
    } catch (error) {
      wrong.textContent = error.message;
      input.focus();
    }
  };
  const onsubmit = (event) => {
    event.preventDefault();
    take(input.value.trim());
  };
  return [
    element("h1", { text: t("Who are you?") }),
    element("p", { class: "lead", id: "who-help",
      text: t("Your name is put on what you decide, so that two people can compare. A first name is enough.") }),
    study.coders.length > 0 && element("div", { class: "choices" },
      study.coders.map((name) => button(name, () => take(name), { class: "large" }))),
    element("form", { onsubmit },
      element("label", { for: "who", text: study.coders.length > 0 ? t("Or another name") : t("Your name") }),
      input, wrong, element("button", { class: "main", text: t("Begin") })),
  ].filter(Boolean);
}

function states() {
  return { new: t("not begun"), begun: t("begun"), done: t("done") };
}

// How far somebody has come, once the workbench has counted the answers.
const answered = ({ answered: done, answers }) =>
  answers === undefined ? "" : fill(t("{answered} of {answers} answers coded"), { answered: done, answers });

// The workbench counts while nobody asks: what it knows later is written into the page as it stands.
async function watchCounting() {
  const { documents, counting } = await ask("/api/study");
  const places = document.querySelectorAll(".answered");
  const texts = new Map(documents.map((each) => [each.name, answered(each)]));
  for (const place of places)
    if (place.textContent !== texts.get(place.dataset.name)) place.textContent = texts.get(place.dataset.name) ?? "";
  if (counting && places.length > 0) setTimeout(() => watchCounting().catch(() => {}), COUNTING);
}

function drawInterview(each, study) {
  const done = Object.keys(each.done ?? {}).filter((name) => each.done[name]);
  const others = study.coders.filter((name) => name !== study.coder && done.includes(name));
  const isDone = done.includes(study.coder);
  const state = each.state ?? (each.coded > 0 ? "begun" : "new");
  return element("li", { class: `card ${isDone ? "done" : state}` },
    element("h3", {}, element("a", { href: to("code", each.name), text: each.name })),
    element("p", { class: "state" }, isDone ? sign("check") : null,
      element("span", { text: states()[isDone ? "done" : state] })),
    element("p", { class: "small answered", "data-name": each.name, text: answered(each) }),
    others.length > 0 && element("p", { class: "small", text: fill(t("{name} is done"), { name: others.join(", ") }) }) || null,
    element("p", { class: "links" },
      isDone && others.length > 0 ? element("a", { href: to("compare", each.name), "aria-label": fill(t("Compare {name}"), each), text: t("Compare") }) : null,
      element("a", { href: to("speakers", each.name), "aria-label": fill(t("Who speaks in {name}"), each), text: t("Who speaks") }),
      element("a", { href: to("finds", each.name), "aria-label": fill(t("Names in {name}"), each), text: t("Names") }),
      element("a", { href: to("paper", each.name), "aria-label": fill(t("{name} on paper"), each), text: t("On paper") })));
}

export async function show({ study, again }) {
  listen([]);
  if (!study.coder) return whoAreYou(study, again);
  const [what, why, where] = stepOf(study.next ?? nextOf(study));
  if (study.counting) setTimeout(() => watchCounting().catch(() => {}), COUNTING / 3);
  const done = study.documents.filter((each) => each.done?.[study.coder]).length;
  return [
    element("h1", { text: study.title }),
    element("p", { class: "lead", text: fill(t("You are {name}. You are done with {done} of {all} interviews."),
      { name: study.coder, done, all: study.documents.length }) }),
    element("section", { class: "next", "aria-labelledby": "next" },
      element("h2", { id: "next", text: t("Next") }),
      element("p", {}, element("a", { class: "button main large", href: where },
        element("span", { text: what }), sign("next"))),
      why && element("p", { class: "small", text: why }) || null),
    element("section", { "aria-labelledby": "interviews" },
      element("h2", { id: "interviews", text: t("Interviews") }),
      element("ul", { class: "cards" }, study.documents.map((each) => drawInterview(each, study))),
      element("p", { class: "links" },
        element("a", { class: "button", href: to("files"), text: t("Add interviews") }),
        element("a", { class: "button", href: to("finds"), text: t("Names and places") }),
        element("a", { class: "button", href: to("groups"), text: t("Groups") }))),
  ];
}
