// A Chromium that playwright-core drives, told what to do by browser.py: a line of JSON a step on standard
// input, {"page": number, "step": name, …}; a line of JSON an answer, {"value"} or {"error"}. It ends, and
// Chromium with it, when its input does.
//
// https://playwright.dev/docs/api/class-page says what the library's methods do.

import readline from "node:readline";

import { chromium } from "playwright-core";

const program = process.argv[2];
let browser = null;
const pages = new Map();

async function launch() {
  const launched = await chromium.launch({ executablePath: program, args: ["--disable-gpu"] });
  launched.once("disconnected", () => {
    browser = null;
    pages.clear();
  });
  return launched;
}

// A page of its own: nothing is kept from one to the next.
async function begin(_, { page: number }) {
  browser ??= await launch();
  const context = await browser.newContext({ viewport: { width: 1100, height: 900 } });
  const page = await context.newPage();
  const told = { page, context, requested: [] };
  page.on("request", (request) => told.requested.push(request.url()));
  pages.set(number, told);
}

async function visit(told, { address }) {
  told.requested.length = 0;
  await told.page.goto(address, { waitUntil: "load" });
  return told.requested.slice();
}

async function look({ page }, { width, height, media, dark, forced, contrast, calm }) {
  await page.setViewportSize({ width, height });
  await page.emulateMedia({
    media: media || null,
    colorScheme: dark ? "dark" : "light",
    forcedColors: forced ? "active" : "none",
    contrast: contrast ? "more" : "no-preference",
    reducedMotion: calm ? "reduce" : "no-preference",
  });
}

// Milliseconds that Chromium has worked on the page, by what it did.
async function work(told) {
  if (!told.session) {
    told.session = await told.context.newCDPSession(told.page);
    await told.session.send("Performance.enable");
  }
  const { metrics } = await told.session.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, 1000 * value]));
}

// As if its power were cut: every page of it is gone.
async function kill() {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const gone = new Promise((done) => browser.once("disconnected", done));
  process.kill(processInfo.find(({ type }) => type === "browser").id, "SIGKILL");
  await gone;
}

async function end({ context }, { page: number }) {
  await context.close();
  pages.delete(number);
}

const steps = {
  begin, visit, look, work, kill, end,
  reload: ({ page }) => page.reload(),
  run: ({ page }, { script }) => page.evaluate(script),
  first: ({ page }, { script }) => page.addInitScript(script),
  press: ({ page }, { key }) => page.keyboard.press(key),
  write: ({ page }, { text }) => page.keyboard.insertText(text),
  click: ({ page }, { x, y }) => page.mouse.click(x, y),
  wheel: async ({ page }, { x, y, down }) => (await page.mouse.move(x, y), page.mouse.wheel(0, down)),
  choose: ({ page }, { selector, files }) => page.setInputFiles(selector, files),
  picture: ({ page }, { path, whole }) => page.screenshot({ path, fullPage: whole, caret: "initial" }),
  paper: ({ page }, { path }) => page.pdf({ path, preferCSSPageSize: true, printBackground: true }),
};

const telling = new Set(["visit", "run", "work"]);

async function answer(asked) {
  try {
    const told = pages.get(asked.page);
    if (!told && asked.step !== "begin") throw new Error("there is no such page: it was ended, or Chromium was killed");
    const value = await steps[asked.step](told, asked);
    return { value: telling.has(asked.step) ? value ?? null : null };
  } catch (error) {
    return { error: error.message };
  }
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
}
await browser?.close();
