// Making elements. Text is always set as text, never read as HTML.

const SVG = "http://www.w3.org/2000/svg";

function set(made, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
  else if (name === "text") made.textContent = value;
  else made.setAttribute(name, value === true ? "" : value);
}

// element("p", {class: "small", text: "…"}, child, …); null children are left out.
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) set(made, key, value);
  made.append(...children.flat(3).filter((child) => child || child === ""));
  return made;
}

// A button: `key` is shown on it and is what a keyboard presses (aria-keyshortcuts); `about` is
// said after its text, where sight tells what it belongs to.
export function button(text, onclick, { key, icon, about, ...more } = {}) {
  const shown = key === undefined ? null : element("kbd", { text: key, "aria-hidden": "true" });
  const label = element("span", { text });
  return element("button",
    { type: "button", onclick, "aria-keyshortcuts": key, "data-keep": text, ...more },
    icon ?? null, label, about && element("span", { class: "hidden", text: `: ${about}` }), shown);
}

export function svg(paths, properties = {}) {
  const made = document.createElementNS(SVG, "svg");
  const all = { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true", focusable: "false" };
  for (const [key, value] of Object.entries({ ...all, ...properties })) made.setAttribute(key, value);
  for (const d of paths) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", d);
    made.append(path);
  }
  return made;
}

// Put new content into @place; what had the focus has it afterwards when it is still there.
export function fillPlace(place, ...children) {
  const active = place.contains(document.activeElement) ? document.activeElement : null;
  const kept = active?.dataset.keep;
  const top = window.scrollY;
  place.replaceChildren(...children.flat(3).filter((child) => child));
  if (active === null) return;
  const again = kept && place.querySelector(`[data-keep="${CSS.escape(kept)}"]`);
  (again ?? place.closest("[tabindex]") ?? place).focus({ preventScroll: true });
  window.scrollTo(0, top);
}

// What a screen reader says, without moving anything.
let saying;
export function announce(text) {
  const place = document.getElementById("said");
  clearTimeout(saying);
  place.textContent = "";
  saying = setTimeout(() => (place.textContent = text), 60);
}

// A table with a caption; @rows hold texts or elements, @columns headings; first column is a head.
export function table(caption, columns, rows, { wide } = {}) {
  const cell = (value, index) => index === 0
    ? element("th", { scope: "row" }, value) : element("td", {}, value);
  const made = element("table", {},
    element("caption", { text: caption }),
    element("thead", {}, element("tr", {},
      columns.map((column) => element("th", { scope: "col", text: column })))),
    element("tbody", {}, rows.map((row) => element("tr", {}, row.map(cell)))));
  const region = { class: "region", role: "region", tabindex: "0", "aria-label": caption };
  return wide ? element("div", region, made) : made;
}

// How far something has come, in @place: drawn once, then brought up to date. The whole text is the bar's name.
export function drawProgress(place, { id, text, done, all, note }) {
  let bar = place.querySelector(`#${id}`);
  if (!bar) {
    bar = element("progress", { id, max: String(all) });
    fillPlace(place, element("p", {}, element("label", { for: id })), bar, note && element("p", { class: "small", text: note }));
  }
  place.querySelector(`label[for="${id}"]`).textContent = text;
  bar.value = done;
}

export function dialog(title, ...content) {
  const made = element("dialog", { "aria-labelledby": "dialog-title" });
  const id = "dialog-title";
  made.append(element("h2", { id, text: title }), ...content.flat(2));
  made.addEventListener("close", () => made.remove());
  document.body.append(made);
  made.showModal();
  return made;
}
