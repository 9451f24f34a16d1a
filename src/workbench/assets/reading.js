// Reading aloud, by a voice of this computer alone: others send the words over the network.

import { button, element } from "./dom.js";
import { sign } from "./icons.js";
import { language, t } from "./words.js";

const speech = globalThis.speechSynthesis;

function localVoice() {
  const voices = (speech?.getVoices() ?? []).filter((voice) => voice.localService === true);
  return voices.find((voice) => voice.lang.toLowerCase().startsWith("sv"));
}

export function stopReading() {
  speech?.cancel();
  document.querySelectorAll(".spoken").forEach((word) => word.classList.remove("spoken"));
}

// Voices tell where they are in UTF-16 units; the pieces of the answer are counted in the same.
function show(selection, at) {
  let from = 0;
  for (const piece of selection.pieces) {
    const made = selection.elements.get(piece);
    made.classList.toggle("spoken", piece.isWord && at >= from && at < from + piece.text.length);
    from += piece.text.length;
  }
}

function read(selection) {
  stopReading();
  const said = new SpeechSynthesisUtterance(selection.pieces.map((piece) => piece.text).join(""));
  said.voice = localVoice();
  said.lang = said.voice.lang;
  said.rate = 0.9;
  said.onboundary = (event) => show(selection, event.charIndex);
  said.onend = stopReading;
  speech.speak(said);
}

// Browsers learn of their voices late.
let lookAgain = () => {};
speech?.addEventListener?.("voiceschanged", () => lookAgain());

export function readerButton(selection) {
  const why = element("span", { class: "small", id: "read-why" });
  const made = button(t("Read aloud"), () => {
    if (made.getAttribute("aria-disabled") === "true") return;
    if (speech.speaking) stopReading();
    else read(selection());
  }, { id: "read", icon: sign("speak"), key: "L", "aria-describedby": "read-why" });
  const look = () => {
    const isOff = !localVoice();
    made.setAttribute("aria-disabled", String(isOff));
    why.textContent = isOff
      ? t("Off: this computer has no Swedish voice of its own.")
      : "";
  };
  look();
  lookAgain = look;
  return element("p", { class: "reader", lang: language() }, made, why);
}
