// The page: it asks the workbench for JSON and shows it. No library, no network but the workbench.

import { ask, sayAlive, unsaved, watchDecisions } from "./api.js";
import { announce, element, fillPlace } from "./dom.js";
import { afterUndo, drawHead, tellSaved } from "./head.js";
import { pressKey } from "./keys.js";
import { applySettings } from "./settings.js";
import { fill, learnWords, t } from "./words.js";

// Views by the first word of the address after #; each is loaded when it is first looked at.
const views = {
  "": () => import("./study.js"),
  code: () => import("./coding.js"),
  codebook: () => import("./codebook.js"),
  codings: () => import("./codings.js"),
  compare: () => import("./compare.js"),
  files: () => import("./files.js"),
  finds: () => import("./finds.js"),
  glossary: () => import("./glossary.js"),
  groups: () => import("./groups.js"),
  kwic: () => import("./kwic.js"),
  matrix: () => import("./matrix.js"),
  moved: () => import("./moved.js"),
  paper: () => import("./paper.js"),
  research: () => import("./research.js"),
  speakers: () => import("./files.js"),
  summary: () => import("./summary.js"),
};

async function enter() {
  const token = location.hash.slice(1);
  if (!/^[0-9a-f]{32}$/.test(token)) return;
  history.replaceState(null, "", location.pathname);
  await ask("/enter", { token });
}

function failed(error) {
  return [
    element("h1", { text: t("This cannot be shown"), tabindex: "-1" }),
    element("p", { text: error.message }),
    element("p", {}, element("a", { href: "#/", class: "button", text: t("To the interviews") })),
  ];
}

let latest = 0;

async function show() {
  const mine = ++latest;
  const [, name = "", ...rest] = location.hash.slice(1).split("/").map(decodeURIComponent);
  const page = document.getElementById("page");
  page.setAttribute("aria-busy", "true");
  afterUndo(show);
  let content;
  try {
    const study = await ask("/api/study");
    const view = await (study.take_in ? import("./takein.js") : (views[name] ?? views[""])());
    content = await view.show({ study, name, rest, page, again: show, isHere: () => mine === latest });
    if (mine !== latest) return;
    drawHead(study, name);
  } catch (error) {
    content = failed(error);
  }
  if (mine !== latest) return;
  page.className = name || "study";
  page.replaceChildren(...content.flat(3).filter(Boolean));
  page.removeAttribute("aria-busy");
  const heading = page.querySelector("h1");
  document.title = `${heading?.textContent ?? ""} – Lyhörd`;
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  window.scrollTo(0, 0);
}

async function start() {
  applySettings();
  await enter();
  learnWords(await ask("/api/words"));
  const skip = document.getElementById("skip");
  skip.textContent = t("To the content");
  skip.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("#page h1")?.focus();
  });
  addEventListener("hashchange", show);
  document.addEventListener("keydown", pressKey);
  watchDecisions(tellSaved);
  await show();
  await sayAlive((isLost) => tellSaved(unsaved(), isLost));
}

start().catch((error) => {
  const page = document.getElementById("page");
  fillPlace(page, element("h1", { text: "Lyhörd" }), element("p", { text: error.message }));
  announce(fill("{message}", error));
});
