// The page: it asks the workbench for JSON and shows it. No library, no network but the workbench.

let words = {};
const t = (text) => words[text] ?? text;

async function ask(path, body) {
  const options = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(path, options);
  const json = await answer.json();
  if (!answer.ok) throw new Error(json.error.message);
  return json;
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function enter() {
  const token = location.hash.slice(1);
  if (!token) return;
  history.replaceState(null, "", location.pathname);
  await ask("/enter", { token });
}

async function show() {
  await enter();
  const said = await ask("/api/words");
  words = said.words;
  document.documentElement.lang = said.language;
  const study = await ask("/api/study");
  const page = document.getElementById("page");
  page.replaceChildren(
    element("h1", { textContent: study.title }),
    element("h2", { textContent: t("Interviews") }),
    element("ul", {}, ...study.documents.map((each) => element("li", { textContent: each.name }))),
  );
}

const page = crypto.randomUUID();
setInterval(() => ask("/api/alive", { page }).catch(() => {}), 20000);
addEventListener("pagehide", () => {
  const said = new Blob([JSON.stringify({ page })], { type: "application/json" });
  navigator.sendBeacon("/api/leave", said);
});
show().then(() => ask("/api/alive", { page }), (error) => {
  document.getElementById("page").textContent = error.message;
});
