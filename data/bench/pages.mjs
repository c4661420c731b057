// Pages in a real browser: see pages.py, which calls this. Prints one JSON object a page.
//   node pages.mjs FOLDER_WITH_NODE_MODULES CHROMIUM FOLDER_OF_PAGES
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [home, chromium, folder] = process.argv.slice(2).map((path) => resolve(path));
const require = createRequire(join(home, "package.json"));
const modules = join(home, "node_modules");
const playwright = require("playwright-core");
const lighthouse = (await import(pathToFileURL(join(modules, "lighthouse/core/index.js")))).default;
const { launch } = await import(pathToFileURL(join(modules, "chrome-launcher/dist/index.js")));

const server = createServer((request, response) => {
  const name = request.url.slice(1).split("?")[0];
  const file = join(folder, name);
  // The address bar's icon is the site's business, not the page's.
  if (name === "favicon.ico") return response.writeHead(204).end();
  if (!/^[\w.-]+\.html$/.test(name) || !existsSync(file)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(readFileSync(file));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const origin = `http://localhost:${server.address().port}`;

function errorsOf(file) {
  const jar = join(modules, "vnu-jar/build/dist/vnu.jar");
  const found = execFileSync("java", ["-jar", jar, "--format", "json", "--exit-zero-always", "--stdout", file]);
  return JSON.parse(found).messages.filter((one) => one.type === "error").map((one) => one.message);
}

async function look(browser, name, width) {
  const page = await browser.newPage({ viewport: { width, height: 800 }, reducedMotion: "reduce" });
  const trouble = [];
  page.on("console", (message) => message.type() === "error" && trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => trouble.push(`script: ${error.message}`));
  page.on("dialog", (dialog) => (trouble.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => request.url().startsWith(origin) || trouble.push(`request: ${request.url()}`));
  await page.goto(`${origin}/${name}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 0) trouble.push(`${wide} px too wide at ${width}`);
  const links = await page.$$eval('a[href^="#"]:not(.evitement)', (all) => all.map((link) => link.getAttribute("href")));
  for (const link of links) {
    await page.click(`a[href="${link}"]`);
    const [top, left] = await page.evaluate((id) => {
      const place = document.getElementById(id)?.getBoundingClientRect();
      const root = document.documentElement;
      return [place ? place.top : -1, root.scrollHeight - innerHeight - scrollY];
    }, link.slice(1));
    // At the top of the window, or as high as the end of the page lets it come.
    if (top < 0 || (top > 40 && left > 2)) trouble.push(`${link} does not land`);
    await page.evaluate(() => scrollTo(0, 0));
  }
  await page.close();
  return { links: links.length, trouble };
}

const browser = await playwright.chromium.launch({ executablePath: chromium, args: ["--no-sandbox"] });
const chrome = await launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox"] });
for (const name of readdirSync(folder).filter((file) => file.endsWith(".html")).sort()) {
  const seen = [await look(browser, name, 390), await look(browser, name, 1280)];
  const row = { name, errors: errorsOf(join(folder, name)), links: seen[0].links, trouble: seen.flatMap((one) => one.trouble) };
  if (!name.includes(".notebook.")) {
    const options = { port: chrome.port, onlyCategories: ["seo", "accessibility", "best-practices"] };
    const { lhr } = await lighthouse(`${origin}/${name}`, options);
    row.scores = Object.fromEntries(Object.values(lhr.categories).map((one) => [one.id, Math.round(one.score * 100)]));
  }
  console.log(JSON.stringify(row));
}
await browser.close();
chrome.kill();
server.close();
