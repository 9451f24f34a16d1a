// Adding interviews, and saying who speaks in them.

import { ask, askFor } from "./api.js";
import { announce, button, element, fillPlace } from "./dom.js";
import { sign } from "./icons.js";
import { listen } from "./keys.js";
import { fill, roleWord, t } from "./words.js";

const KINDS = ".docx,.odt,.txt,.md,.pdf,.srt,.vtt,.csv";
const ROLES = ["respondent", "interviewer", "listener", "other", "editor"];

function base64Of(file) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.slice(reader.result.indexOf(",") + 1));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(file);
  });
}

function whoSpeaks(told, place, done) {
  const roles = Object.fromEntries(told.speakers.map(({ mark, role }) => [mark, role]));
  const choose = (speaker, role, index) => element("label", { class: "choice" },
    element("input", { type: "radio", name: `speaker-${index}`, value: role, checked: speaker.role === role,
      onchange: () => (roles[speaker.mark] = role) }),
    element("span", { text: roleWord(role) }));
  const drawn = (speaker, index) => element("fieldset", {},
    element("legend", { text: fill(t("{mark} speaks {turns} times"), speaker) }),
    element("p", { class: "reason", text: `”${speaker.first}”` }),
    element("div", { class: "choices" }, ROLES.map((role) => choose(speaker, role, index))));
  const wrong = element("p", { class: "wrong", role: "alert" });
  const keep = async () => {
    try {
      await ask("/api/speakers", { document: told.document, roles });
      announce(t("Kept."));
      done();
    } catch (error) {
      wrong.textContent = error.message;
    }
  };
  fillPlace(place,
    element("h2", { text: fill(t("I found {count} speakers in {name}. Is it right?"), { count: told.speakers.length, name: told.document }) }),
    (told.problems ?? []).length > 0 && element("ul", { class: "warning" },
      told.problems.map((problem) => element("li", { text: problem.message ?? problem }))),
    told.speakers.map(drawn), wrong,
    element("p", {}, button(t("Yes, it is right"), keep, { class: "main large", icon: sign("check") })));
}

function drawDrop(take) {
  const input = element("input", { type: "file", id: "choose", multiple: true, accept: KINDS, onchange: () => take([...input.files]) });
  const over = (event) => {
    event.preventDefault();
    drop.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") take([...event.dataTransfer.files]);
  };
  const drop = element("div", { class: "drop", ondragover: over, ondragleave: over, ondrop: over },
    sign("file"), element("label", { for: "choose", text: t("Choose files, or drop them here") }), input,
    element("p", { class: "small", text: t("Word, OpenDocument, PDF, text or subtitles. The files stay on this computer, and they are never written over.") }));
  return drop;
}

async function add(files, place, again) {
  const added = [];
  const list = element("ul", { "aria-live": "polite" });
  fillPlace(place, element("h2", { text: t("Files") }), list);
  for (const file of files) {
    const line = element("li", { text: fill(t("{name}: is read …"), { name: file.name }) });
    list.append(line);
    try {
      const told = await ask("/api/files", { name: file.name, base64: await base64Of(file) });
      line.textContent = fill(t("{name}: added"), { name: file.name });
      added.push(told);
    } catch (error) {
      line.textContent = `${file.name}: ${error.message}`;
      line.className = "wrong";
    }
  }
  const next = (index) => {
    if (index >= added.length) return again();
    const asked = element("div");
    place.append(asked);
    whoSpeaks(added[index], asked, () => {
      asked.remove();
      next(index + 1);
    });
  };
  const names = () => (location.hash = `#/finds/${encodeURIComponent(added[0].document)}`);
  if (added.length === 0) return;
  next(0);
  again = names;
}

export async function show({ name, rest: [document_] }) {
  listen([]);
  const place = element("div", { class: "place" });
  if (name === "speakers") {
    const told = await askFor("/api/speakers", { name: document_ });
    whoSpeaks(told, place, () => (location.hash = `#/finds/${encodeURIComponent(document_)}`));
    return [element("h1", { text: fill(t("Who speaks in {name}"), { name: document_ }) }), place];
  }
  return [
    element("h1", { text: t("Add interviews") }),
    drawDrop((files) => add(files, place, () => (location.hash = "#/"))), place,
    element("p", {}, element("a", { class: "button", href: "#/", text: t("To the interviews") })),
  ];
}
