// Looks at pages in Chromium and prints what it saw as JSON; tests/tests/report.rs judges.
//
// node check.mjs MODULES CHROMIUM PDF PAGE
// MODULES is the folder that holds node_modules; the page is printed to PDF.

import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [modules, executablePath, pdf, file] = process.argv.slice(2);
const require = createRequire(join(modules, "package.json"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const address = pathToFileURL(file).href;
const contexts = {
  desktop: { viewport: { width: 1100, height: 900 } },
  phone: { viewport: { width: 375, height: 800 } },
  narrow: { viewport: { width: 320, height: 640 } },
  dark: { viewport: { width: 1100, height: 900 }, colorScheme: "dark" },
  forced: { viewport: { width: 1100, height: 900 }, forcedColors: "active" },
};

/** A page that keeps what it asked for and what it complained of. */
async function open(browser, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const seen = { requests: [], console: [], dialogs: 0 };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => seen.console.push(message.text()));
  page.on("pageerror", (error) => seen.console.push(String(error)));
  page.on("dialog", (dialog) => { seen.dialogs += 1; return dialog.dismiss(); });
  await page.goto(address);
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

async function look(browser, options) {
  const { context, page, seen } = await open(browser, options);
  // Before axe-core is there: it is no part of the page.
  const found = { ...seen, requests: [...seen.requests], console: [...seen.console] };
  found.title = await page.title();
  await page.evaluate(openAll);
  found.overflow = await page.evaluate(overflow);
  found.smallest = await page.evaluate(smallest);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"] }));
  found.violations = violations.map(({ id, nodes }) => `${id}: ${nodes.length} × ${nodes[0].html.slice(0, 160)}`);
  await context.close();
  return found;
}

/** The text of the page where no script runs. */
async function withoutScript(browser) {
  const { context, page } = await open(browser, { javaScriptEnabled: false });
  const text = await page.locator("main").innerText();
  await context.close();
  return text.length;
}

/** What the first link to data saves. */
async function data(browser) {
  const { context, page } = await open(browser, { acceptDownloads: true });
  const link = page.locator("a[download]").first();
  if ((await link.count()) === 0) return null;
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  const text = readFileSync(await download.path(), "utf8");
  await context.close();
  return { name: download.suggestedFilename(), schema: JSON.parse(text).schema };
}

async function print(browser) {
  const { context, page } = await open(browser, {});
  await page.pdf({ path: pdf, format: "A4", tagged: true });
  await context.close();
}

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
try {
  const seen = { contexts: {} };
  for (const [name, options] of Object.entries(contexts)) {
    seen.contexts[name] = await look(browser, options);
  }
  seen.withoutScript = await withoutScript(browser);
  seen.data = await data(browser);
  await print(browser);
  console.log(JSON.stringify(seen));
} finally {
  await browser.close();
}
