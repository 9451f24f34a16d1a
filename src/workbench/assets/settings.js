// How the page looks, by each person's choice. Settings only are kept in the browser, never text.

import { button, dialog, element } from "./dom.js";
import { t } from "./words.js";

const KEPT = "lyhord.look";
const defaults = {
  size: "normal", spacing: "normal", line: "60", colours: "auto", letters: "system", keys: "on",
};

export const settings = { ...defaults };

// The workbench has another port each time, which is another place to localStorage; a cookie is
// kept for all ports of this computer, so it carries the settings from one day to the next.
function read() {
  try {
    const cookie = document.cookie.match(/(?:^|; )lyhord-look=([^;]*)/)?.[1];
    return JSON.parse(localStorage.getItem(KEPT) ?? decodeURIComponent(cookie ?? "{}"));
  } catch {
    return {};
  }
}

function keep() {
  const text = JSON.stringify(settings);
  try {
    localStorage.setItem(KEPT, text);
    const cookie = encodeURIComponent(text);
    document.cookie = `lyhord-look=${cookie}; Path=/; SameSite=Strict; Max-Age=31536000`;
  } catch {
    // A browser that keeps nothing shows the defaults next time.
  }
}

export function applySettings() {
  const kept = read();
  for (const name of Object.keys(defaults))
    if (typeof kept[name] === "string") settings[name] = kept[name];
  dress();
}

function dress() {
  for (const [name, value] of Object.entries(settings)) document.documentElement.dataset[name] = value;
}

// [setting, heading, [[value, word]…]]
const choices = () => [
  ["size", t("Size of the text"),
    [["small", t("smaller")], ["normal", t("normal")], ["large", t("larger")], ["huge", t("largest")]]],
  ["spacing", t("Space between letters and lines"),
    [["normal", t("normal")], ["wide", t("more")], ["wider", t("most")]]],
  ["line", t("Length of lines"), [["60", t("normal")], ["45", t("short")], ["35", t("very short")]]],
  ["colours", t("Colours"),
    [["auto", t("as the computer")], ["light", t("light")], ["dark", t("dark")],
      ["cream", t("cream")], ["contrast", t("high contrast")]]],
  ["letters", t("Letters"), [["system", t("plain")], ["wide", t("wide")], ["serif", t("as in a book")]]],
  ["keys", t("Keys of one letter"), [["on", t("on")], ["off", t("off")]]],
];

function drawChoice([name, heading, values]) {
  const radio = ([value, word]) => element("label", { class: "choice" },
    element("input", {
      type: "radio", name, value, checked: settings[name] === value,
      onchange: () => {
        settings[name] = value;
        dress();
        keep();
      },
    }), element("span", { text: word }));
  return element("fieldset", {}, element("legend", { text: heading }),
    element("div", { class: "choices" }, values.map(radio)));
}

export function showSettings() {
  const made = dialog(t("Look"), choices().map(drawChoice),
    element("p", { class: "small", text: t("The look is kept in this browser. Nothing else is.") }),
    button(t("Close"), () => made.close(), { class: "main" }));
}
