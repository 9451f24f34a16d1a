// Talking to the workbench: questions, and decisions that are sent until they are kept.

export class Refused extends Error {
  constructor(status, error) {
    super(error.message);
    this.status = status;
    this.code = error.code;
    this.field = error.field;
  }
}

export async function ask(path, body) {
  const options = body && {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  };
  const answer = await fetch(path, options);
  const json = await answer.json();
  if (!answer.ok) throw new Refused(answer.status, json.error);
  return json;
}

export const askFor = (path, values) => ask(`${path}?${new URLSearchParams(values)}`);

// Decisions wait here, in the order they were made, until the workbench has them. They are kept
// in memory alone: what people write must not lie in the browser's own files.
const waiting = [];
let isSending = false;
let watcher = () => {};
let retryIn = 500;

// @watch(count, isLost) is told how many decisions wait, and whether nobody answers.
export function watchDecisions(watch) {
  watcher = watch;
}

export const unsaved = () => waiting.length;

// Send events; the answer comes when they are in the study. A refusal is thrown, a workbench
// that does not answer is asked again, by the same name, so that nothing is done twice.
export function decide(...events) {
  return new Promise((kept, refused) => {
    waiting.push({ body: { try: crypto.randomUUID(), events }, kept, refused });
    watcher(waiting.length, false);
    if (!isSending) sendAll();
  });
}

async function sendAll() {
  isSending = true;
  while (waiting.length > 0) {
    const first = waiting[0];
    try {
      const answer = await ask("/api/events", first.body);
      waiting.shift();
      retryIn = 500;
      first.kept(answer);
      watcher(waiting.length, false);
    } catch (error) {
      if (error instanceof Refused && error.status !== 503) {
        waiting.shift();
        first.refused(error);
        watcher(waiting.length, false);
        continue;
      }
      watcher(waiting.length, true);
      await new Promise((done) => setTimeout(done, retryIn));
      retryIn = Math.min(retryIn * 2, 8000);
    }
  }
  isSending = false;
}

addEventListener("beforeunload", (event) => {
  if (waiting.length > 0) event.preventDefault();
});

// The page says that it lives, and that it goes: the workbench stops with its last page.
const page = crypto.randomUUID();

export function sayAlive(lost) {
  const alive = () => ask("/api/alive", { page }).then(() => lost(false), () => lost(true));
  setInterval(alive, 20000);
  addEventListener("pagehide", () => {
    const said = new Blob([JSON.stringify({ page })], { type: "application/json" });
    navigator.sendBeacon("/api/leave", said);
  });
  addEventListener("pageshow", (event) => event.persisted && alive());
  return alive();
}
