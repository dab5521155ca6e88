// Before the first paint: the reader's theme, text size and language, and which screen the address asks for; and words
// instead of silence when a file of this page cannot be had. The packer puts this into the html and its hash into the
// policy.
import { readAddress } from "./address.js";
import { loadAgain } from "./again.js";

const root = document.documentElement;
const { pathname, search, hash } = location;
const up = root.dataset.root;
// Some hosts serve a folder without the slash at its end; then nothing below it would be found. A path that begins with
// two slashes alone would lead to another host.
if (up !== undefined && !/(\/|\.html?)$/.test(pathname)) location.replace(location.origin + pathname + "/" + search + hash);
delete root.dataset.static;
const own = root.dataset.screen;
const { screen, statement, isEmbedded, language } = readAddress(search + hash, own);
root.dataset.view = screen;
if (isEmbedded) root.dataset.embed = "";
// The page's messages in another language come with the program; until then none are shown, so that none change.
const direction = {{languages}}[language];
if (direction) Object.assign(root, { lang: language, dir: direction }).dataset.words = language;
// The program that this view needs is asked for before anything else.
const needsFull = screen !== "read" || statement || isEmbedded || own;
root.dataset.program = needsFull ? "full" : "initial";
const program = root.dataset[`${root.dataset.program}Program`];
if (program) {
  // loader.js takes it from here, and tells of what goes wrong.
  window.standpoint = fetch(up + program);
  window.standpoint.catch(() => {});
}
// The initial style stands in a template at the page's end. A screen that the html does not begin with is not painted
// without the style of all tiers.
const isOther = screen !== "read" || isEmbedded;
const sheets = [];
const addSheet = (name) => {
  const link = document.createElement("link");
  const [file, integrity] = root.dataset[name].split(" ");
  Object.assign(link, { rel: "stylesheet", integrity, href: up + file });
  if (isOther) link.setAttribute("blocking", "render");
  document.head.append(link);
  sheets.push(link);
};
if (isOther && program) ["initialStyle", "fullStyle"].forEach(addSheet);
// Inside another page a statement stands alone from the first, whether a program comes or not.
if (isEmbedded && program) {
  if (statement && screen === "read") root.dataset.quotation = "";
  addEventListener("DOMContentLoaded", () => document.head.append(document.getElementById("embed-files").content));
}
// What the first words can do without is asked for once they are painted, and the text below them is drawn then. A
// page that nobody sees is not painted.
const addInitialFiles = () => {
  delete root.dataset.firstPaint;
  if (needsFull && !isOther && program) addSheet("fullStyle");
  for (const id of isOther ? ["initial-files"] : ["initial-files", "initial-style"]) {
    document.head.append(document.getElementById(id)?.content ?? "");
  }
};
if (!document.hidden) root.dataset.firstPaint = "";
addEventListener("DOMContentLoaded", () =>
  document.hidden ? addInitialFiles() : requestAnimationFrame(() => setTimeout(addInitialFiles)),
);
const folder = new URL(up || ".", location).pathname;
try {
  for (const name of ["theme", "size"]) {
    const value = localStorage.getItem(`${folder}standpoint:${name}`);
    if (value) root.setAttribute(`data-${name}`, value);
  }
} catch {}
// A page that is being left loses what was on its way, and must not come back for that.
addEventListener("beforeunload", () => (root.dataset.leaving = ""));
addEventListener("pageshow", () => delete root.dataset.leaving);
// What loader.js asks for, it also tells of; this is for loader.js itself, and for the sheets above. Old html may ask for files that a newer site
// no longer has: then loading it once more is enough.
addEventListener("error", async ({ target }) => {
  const file = target.src ?? target.href;
  const isScript = target.tagName === "SCRIPT";
  if (!(isScript || sheets.includes(target)) || "leaving" in root.dataset) return;
  if (isScript) root.dataset.static = "";
  if ("quotation" in root.dataset) {
    // In a sandbox WebKit admits no file of the site: then the paragraph stands alone.
    const part = /embed-/.test(file) && document.getElementById(`s=${statement}`)?.closest("article > *");
    if (part) document.body.replaceChildren(part);
    return parent.postMessage({ type: "standpoint:height", height: document.body.scrollHeight }, "*");
  }
  try {
    const tried = `${folder}standpoint:reloaded`;
    if (isScript && !sessionStorage.getItem(tried)) {
      sessionStorage.setItem(tried, "1");
      return await loadAgain(file);
    }
  } catch {}
  // A program that begins leaves this word alone.
  if (!isScript) root.dataset.missing = "";
  say(`A part of this page could not be loaded: ${file}. Load the page again; if that does not help, the site may be incomplete. The text is complete.`, file);
}, true);
// What never comes makes no error; but a style that is waited for holds up the painting, and in Firefox all other files.
setTimeout(() => {
  const late = sheets.filter(({ sheet }) => !sheet);
  if (late.length) root.dataset.missing = "";
  late.forEach((link) => link.remove());
  if (late.length || window.standpoint) say("A part of this page is late. The text is complete.", ...late.map(({ href }) => href));
}, 8000);
function say(text, ...files) {
  if (document.readyState === "loading") return addEventListener("DOMContentLoaded", () => say(text, ...files));
  const progress = document.getElementById("progress");
  progress.textContent = `${text} `;
  const button = progress.appendChild(document.createElement("button"));
  button.textContent = "Load the page again";
  button.onclick = () => loadAgain(...files).catch(() => say("It still cannot be had.", ...files));
}
