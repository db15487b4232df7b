// Looks at pages in Chromium and prints what it saw as JSON, one object a page;
// tests/tests/report.rs judges.
//
// node check.mjs MODULES CHROMIUM PAGE...
// MODULES is the folder that holds node_modules; each page is printed to a PDF beside it.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, executablePath, ...files] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const contexts = {
  desktop: { viewport: { width: 1100, height: 900 } },
  phone: { viewport: { width: 375, height: 800 } },
  narrow: { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 1100, height: 900 }, colorScheme: "dark" },
  forced: { viewport: { width: 1100, height: 900 }, forcedColors: "active" },
};

/** A page that keeps what it asked for and what it complained of. */
async function open(browser, address, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const seen = { requests: [], console: [], dialogs: 0 };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => seen.console.push(message.text()));
  page.on("pageerror", (error) => seen.console.push(String(error)));
  page.on("dialog", (dialog) => { seen.dialogs += 1; return dialog.dismiss(); });
  await page.goto(address);
  // A live page is looked at while it is paused.
  const pause = page.locator("#pause");
  if (await pause.count()) await pause.check();
  return { context, page, seen };
}

/** What is wider than the window, by selector; what scrolls by itself is not. */
function overflow() {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return [];
  const isWide = (one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".scroll");
  const found = [...document.querySelectorAll("body *")].filter(isWide);
  return [`${wide} px`, ...found.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
}

/** How small the smallest text is, in pixels as shown. */
function smallest() {
  const sizes = [...document.querySelectorAll("body *")]
    .filter((one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()))
    .map((one) => parseFloat(getComputedStyle(one).fontSize));
  return Math.min(...sizes);
}

const openAll = () => document.querySelectorAll("details").forEach((one) => { one.open = true; });

async function look(browser, address, options) {
  const { context, page, seen } = await open(browser, address, options);
  await page.evaluate(openAll);
  const found = { title: await page.title() };
  found.overflow = await page.evaluate(overflow);
  found.smallest = await page.evaluate(smallest);
  // Before axe-core is there: it is no part of the page.
  Object.assign(found, seen, { requests: [...seen.requests], console: [...seen.console] });
  await page.evaluate(axe);
  // Colours depend on the scheme and not on the width, and take most of the time.
  const rules = { "color-contrast": { enabled: options.viewport.width > 1000 } };
  const asked = { resultTypes: ["violations"], rules };
  const { violations } = await page.evaluate((asked) => axe.run(document, asked), asked);
  found.violations = violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  await context.close();
  return found;
}

/** The text of the page where no script runs. */
async function withoutScript(browser, address) {
  const { context, page } = await open(browser, address, { javaScriptEnabled: false });
  const text = await page.locator("main").innerText();
  await context.close();
  return text.length;
}

/** What the first link to data saves. */
async function data(browser, address) {
  const { context, page } = await open(browser, address, { acceptDownloads: true });
  const link = page.locator("a[download]").first();
  if ((await link.count()) === 0) return null;
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const text = readFileSync(await download.path(), "utf8");
  await context.close();
  return { name: download.suggestedFilename(), schema: JSON.parse(text).schema };
}

async function print(browser, address, path) {
  const { context, page } = await open(browser, address, {});
  await page.pdf({ path, format: "A4", tagged: true });
  await context.close();
}

/** How often a live page asked for itself in four seconds; null for any other. */
async function reloads(browser, address) {
  const { context, page, seen } = await open(browser, address, {});
  const pause = page.locator("#pause");
  if (!(await pause.count())) return null;
  await pause.uncheck();
  await page.waitForTimeout(4000);
  await context.close();
  return seen.requests.length - 1;
}

async function all(browser, file) {
  const address = pathToFileURL(file).href;
  const seen = { contexts: {} };
  for (const [name, options] of Object.entries(contexts)) {
    seen.contexts[name] = await look(browser, address, options);
  }
  seen.withoutScript = await withoutScript(browser, address);
  seen.data = await data(browser, address);
  seen.reloads = await reloads(browser, address);
  await print(browser, address, file.replace(/\.html$/, ".pdf"));
  return seen;
}

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  for (const file of files) console.log(JSON.stringify(await all(browser, file)));
} finally {
  await browser.close();
}
