// Codings in files: what there is, and one button that takes them in.

import { ask } from "./api.js";
import { announce, button, element } from "./dom.js";
import { sign } from "./icons.js";
import { listen } from "./keys.js";
import { fill, t } from "./words.js";

function drawSet({ name, together, codings, left }) {
  const who = together ? t("Decided together") : name;
  return element("li", {},
    element("strong", { text: who }), " ", fill(t("{count} codings"), { count: codings }),
    left > 0 && element("span", { class: "small", text: " " + fill(t("({count} that nobody has answered stay in the file)"), { count: left }) }));
}

export async function show({ study, again }) {
  listen([]);
  const wrong = element("p", { class: "wrong", role: "alert" });
  const waiting = element("p", { role: "status" });
  const take = async () => {
    waiting.textContent = t("All interviews are read. It can take a minute.");
    try {
      await ask("/api/take-in", {});
      announce(t("Taken in."));
      await again();
    } catch (error) {
      waiting.textContent = "";
      wrong.textContent = error.message;
    }
  };
  return [
    element("h1", { text: t("There are codings in files") }),
    element("p", { class: "lead", text: t("Somebody has coded before, in the study’s folder codings. They are taken in here, so that you can go on with them.") }),
    element("ul", {}, study.take_in.map(drawSet)),
    element("p", { text: t("From then on what you decide here counts. The files become copies, which the workbench writes anew when it is closed. A file that you have changed by hand is left as it is.") }),
    wrong, waiting,
    element("p", {}, button(t("Take them in"), take, { class: "main large", icon: sign("check"), id: "take-in" })),
  ];
}
