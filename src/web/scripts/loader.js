// Starts the program on the page that stands there already, says how far it is when that takes a while, and puts one
// plain card above the text when anything fails. All text goes in as text; nothing is left on `window` but listeners.
// Where the files are, source_site.js says (beside the page), or source_file.js (inside it).
import { readAddress } from "./address.js";
import { loadAgain } from "./again.js";

export const root = document.documentElement;
let app = document.getElementById("app");
const progress = document.getElementById("progress");
// In milliseconds: how long something takes before its progress is told.
const SLOW = 500;
// In milliseconds: after how long without any more bytes the page can be asked for again.
const LATE = 8000;
// In milliseconds: how long notices wait for the corpus' file to be looked at.
const PATIENCE = 3000;

// `files` are the addresses of what could not be had.
export class Failure extends Error {
  constructor(what, advice, ...files) {
    super(what);
    Object.assign(this, { advice, files });
  }
}

// A corpus file with problems; the lines say which.
export class Refused extends Error {
  constructor(lines) {
    super();
    this.lines = lines;
  }
}

export const MIXED = "The site was updated meanwhile, or is incomplete: load the page again.";
const BROKEN = "What this page was made from is of another version than its program, or broken.";

const wait = (milliseconds) => new Promise((on) => setTimeout(on, milliseconds));
// What the program announces.
const nextEvent = (name) => new Promise((on) => addEventListener(`standpoint:${name}`, on, { once: true }));

export function element(name, text, parent) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  parent?.append(made);
  return made;
}

// Data that stands in the page, a letter for each byte.
export const dataBlock = (id) => document.getElementById(id).textContent;
export const latin1Bytes = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

// What head.js found missing stands there until it is mended.
const isTaken = () => "missing" in root.dataset;

// What is on its way: the bytes that came so far; where it can be stopped, how, and what to do when it is late.
export const download = { bytes: 0 };
let slow, late, progressLine;
expectProgress();

function showProgress() {
  if (isTaken()) return;
  const line = `On its way… ${Math.round(download.bytes / 1000)} kB read `;
  if (progressLine?.parentNode === progress) progressLine.data = line;
  else {
    progressLine = new Text(line);
    progress.replaceChildren(progressLine);
    if (download.abort) addProgressButton("Stop", () => download.abort?.abort());
  }
  slow = setTimeout(showProgress, 250);
}

function expectProgress() {
  clearProgress();
  slow = setTimeout(showProgress, SLOW);
  expectBytes();
}

// Called whenever some came.
export function expectBytes() {
  if (!slow) return;
  clearTimeout(late);
  late = setTimeout(() => {
    // In English rather than not at all.
    delete root.dataset.words;
    if (download.abort) download.onLate();
    else addProgressButton("Load the page again", retry());
  }, LATE);
}

function clearProgress() {
  clearTimeout(slow);
  clearTimeout(late);
  slow = undefined;
  if (!isTaken()) progress.textContent = "";
}

// A page that is being left loses what was on its way, which is nothing to tell.
function showMessage(text, label, onClick) {
  clearProgress();
  if ("leaving" in root.dataset) return;
  progress.textContent = `${text} `;
  if (label) addProgressButton(label, onClick);
}

// What a button does that brings these files, and the page with them.
const retry = (files = []) => () => {
  showMessage("Asking for it once more…");
  loadAgain(...files).catch(() => showMessage("It still cannot be had.", "Load the page again", retry(files)));
};
const showFault = (text, files) => showMessage(text, "Load the page again", retry(files));

function addProgressButton(label, onClick) {
  const button = element("button", label, progress);
  button.type = "button";
  button.addEventListener("click", onClick);
}

// Parts of the prerendered page that the program does not adopt, by selector: the failure card puts them back.
const detachedParts = {};

function detach(selector) {
  detachedParts[selector] ??= app.querySelector(selector);
  detachedParts[selector]?.remove();
}

// A card above the prerendered text, which stays.
function showFailure(title, lines, below, files) {
  clearProgress();
  for (const [selector, part] of Object.entries(detachedParts)) {
    if (!app.querySelector(selector)) app.querySelector("main")?.append(part);
  }
  root.dataset.static = "";
  const card = element(app.inert ? "main" : "section");
  card.className = "failure";
  card.setAttribute("aria-label", title);
  const alert = element("div", "", card);
  alert.setAttribute("role", "alert");
  element("h1", title, alert);
  for (const line of lines) element("p", line, alert);
  element("p", `The link of this view: ${location.href}`, card);
  const again = element("button", "Start again", card);
  again.type = "button";
  again.addEventListener("click", retry(files));
  element("p", below, card);
  document.body.prepend(card);
  scrollTo(0, 0);
}

// Old html beside a newer program, or the other way round: loading the page once more is enough, and only once.
async function reloadOnce(folder, files) {
  try {
    const tried = `${folder}standpoint:reloaded`;
    if (sessionStorage.getItem(tried)) return false;
    sessionStorage.setItem(tried, "1");
    await loadAgain(...files);
    return true;
  } catch {
    return false;
  }
}

// Puts text into a search field as if a reader had typed it.
function typeIntoSearch(text, field = app.querySelector("input[type=search]")) {
  if (!field) return;
  field.value = text;
  field.setSelectionRange(text.length, text.length);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// What is pressed and typed before the program is there, it does as soon as it comes.
const earlyClicks = [];
const earlyKeys = [];
let earlySearch;

// A row of the filters is known by its choice, another button by itself. What opens a popover needs no program.
function rememberClick({ target }) {
  const field = target.closest("[data-choice] :is(input, button)");
  const selector = `[data-choice="${field?.closest("[data-choice]").dataset.choice}"] ${field?.localName}`;
  const button = target.closest("#app button:not([popovertarget])");
  if (field) earlyClicks.push(() => app.querySelector(selector)?.click());
  else if (button) earlyClicks.push(() => button.click());
}

const pressKey = (key, target = window) =>
  target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));

function rememberKey({ key, target, ctrlKey, metaKey, altKey }) {
  const isTyped = ctrlKey || metaKey || altKey || target.matches?.("input, select, textarea");
  if (key.trim().length === 1 && !isTyped) earlyKeys.push(key);
}

function replayEarlyClicks() {
  removeEventListener("click", rememberClick);
  earlyClicks.forEach((click) => click());
  if (earlySearch) typeIntoSearch(earlySearch);
}

// The program listens to keys a moment after it listens to clicks.
function replayEarlyKeys() {
  removeEventListener("keydown", rememberKey);
  earlyKeys.forEach((key) => pressKey(key));
}

// Words of a statement are selected as words: the press that selects some opens nothing.
let selected = "";
addEventListener("mousedown", () => (selected = String(getSelection())), true);
addEventListener(
  "click",
  (event) => {
    const words = String(getSelection());
    if (!event.detail || !words || words === selected || !event.target.closest("[data-of]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);

// A link that the program does not follow leads on from the address of the view, some of which may still wait.
addEventListener("click", ({ target, defaultPrevented }) => {
  if (!defaultPrevented && target.closest("a[href]")) dispatchEvent(new Event("standpoint:leaving"));
});

// From the page to an element, by its place among its parent's children at each level.
function childPath(element) {
  const steps = [];
  for (let at = element; at && at !== app; at = at.parentElement) {
    steps.unshift([...(at.parentElement?.children ?? [])].indexOf(at));
  }
  return app.contains(element) ? steps : undefined;
}

// Where the focus was last within the page. What had it may leave by the press that it was for: then whatever stands in
// its place has it, or the nearest that can.
let lastFocus = {};
addEventListener("focusin", ({ target }) => (lastFocus = { element: target, path: childPath(target) }));
const FOCUSABLE = "a[href], button:enabled, input:enabled, select, [tabindex]";

function focusInPlaceOf(path) {
  const trail = [app];
  for (const step of path) {
    const { children } = trail[0];
    const next = children[Math.min(step, children.length - 1)];
    if (!next) break;
    trail.unshift(next);
  }
  for (const near of trail) {
    const found = [near, ...near.querySelectorAll(FOCUSABLE)].find((one) => one.matches(FOCUSABLE) && one.checkVisibility());
    if (found) return found.focus({ preventScroll: true });
  }
}

new MutationObserver(() => {
  const { element, path } = lastFocus;
  if (!path || element.isConnected || document.activeElement !== document.body) return;
  lastFocus = {};
  focusInPlaceOf(path);
}).observe(document.body, { childList: true, subtree: true });

// What others (a translator, an extension, a reader's own script) take out of the page, split or rewrite, the program would
// go on changing where nobody sees it: it draws the page anew then. What changes while it draws is its own doing: a
// drawing ends before any other code runs. Translators that were at work earlier have left elements that no page has had
// for decades.
let isStarting = true;
let isDrawing = false;
const isText = ({ nodeType }) => nodeType === Node.TEXT_NODE;
const isForeign = ({ type, target, removedNodes, addedNodes }) =>
  (type === "characterData" || removedNodes.length || [...addedNodes].some(isText)) && app.contains(target);
const look = (records) => {
  if (!isStarting && !isDrawing && records.some(isForeign)) root.dataset.foreign = "";
  isDrawing = false;
};
const changes = new MutationObserver(look);
const lookNow = () => look(changes.takeRecords());
changes.observe(document.body, { subtree: true, childList: true, characterData: true });
addEventListener("standpoint:drawing", () => {
  lookNow();
  if (app.querySelector("font")) root.dataset.foreign = "";
  isDrawing = true;
  queueMicrotask(lookNow);
});
addEventListener("standpoint:ready", () => {
  lookNow();
  isStarting = false;
  root.dataset.ready = "";
});
addEventListener("standpoint:stopped", () => (isStarting = true));

// The keys that are down: what a browser does with one (WebKit puts its letter in later) has an end when it comes up.
const keysDown = new Set();
// With others held, a key may come up unheard.
const isAlone = (event) => event.isTrusted && !event.ctrlKey && !event.metaKey && !event.altKey;
addEventListener("keydown", (event) => isAlone(event) && keysDown.add(event.code), true);
addEventListener("keyup", ({ code }) => keysDown.delete(code), true);
addEventListener("blur", () => keysDown.clear());

// The program is built to stop at a panic without a word, which browsers tell as one of these errors.
// Of a script that others put into the page it may be one of the latter two, too.
const isTrap = (error) =>
  error?.name === "RuntimeError" || (/^(RangeError|InternalError)$/.test(error?.name) && /wasm/.test(error.stack));

const nothing = new Uint8Array();

// `source` has the site's `folder`, the address of the corpus' file as `file`, and functions that load: `program` by its
// tier, `corpus`, `shard` by its path, `catalog` by language and tier, `focus` for what keeps it; on a site also `style`
// (of the full tier) and `deferred`. `tier` names the only program that there is.
export class Loader {
  // In this order: "starting", "hydrating", "running"; where the program stopped while hydrating, "retrying" and
  // "retried" come between. "frozen" is the end.
  state = "starting";
  // Each drawing waits for the one before.
  drawing = Promise.resolve();
  // Where the html came from.
  path = location.pathname;

  constructor(source) {
    this.source = source;
    // From a disk, WebKit tells nothing but that there was an error.
    const trapped = ({ error, message }) => {
      if (isTrap(error)) this.onTrap(error.message);
      else if (!error && message === "Script error." && location.protocol === "file:") this.onTrap(message);
    };
    addEventListener("error", trapped);
    addEventListener("unhandledrejection", ({ reason }) => isTrap(reason) && this.onTrap(reason.message));
    addEventListener("click", rememberClick);
    addEventListener("keydown", rememberKey);
    addEventListener("standpoint:load-full", ({ detail }) => this.loadFull(detail));
    addEventListener("standpoint:load-shard", ({ detail }) => this.loadShard(detail));
    addEventListener("standpoint:load-catalog", ({ detail }) => this.changeLanguage(detail));
  }

  async start() {
    app.querySelector(".facets")?.append(document.getElementById("filters").content);
    const { statement } = readAddress(location.hash);
    document.getElementById(`s=${statement}`)?.scrollIntoView({ block: "center" });
    try {
      if (typeof WebAssembly !== "object") {
        throw new Failure(
          "This browser has no WebAssembly, which filters, cards and links are made of.",
          "Switch it on (iOS: leave Lockdown Mode for this site) or use another browser.",
        );
      }
      this.tier = this.source.tier ?? root.dataset.program;
      const program = this.source.program(this.tier);
      const catalog = this.loadCatalog(root.dataset.words);
      [, this.corpus, this.catalog] = await Promise.all([program, this.source.corpus(), catalog]);
      this.state = "hydrating";
      await this.startProgram();
    } catch (error) {
      this.fail(error);
    }
  }

  async startProgram() {
    // The initial program does not compare, and what is for paper comes later: the text alone is adopted.
    detach(".end-notes");
    if (this.tier === "initial") detach(".screen-compare");
    this.program = await this.instantiate(this.tier);
    earlySearch ||= app.querySelector("input[type=search]")?.value;
    nextEvent("interactive").then(replayEarlyClicks);
    const ready = nextEvent("ready");
    const started = this.state;
    this.render(started === "retried");
    await ready;
    // Where a program stopped, the next one goes on from here.
    if (this.state !== started) return;
    this.state = "running";
    replayEarlyKeys();
    await wait(SLOW);
    if (this.state === "running") await this.runDeferred();
  }

  // What can wait until the page is complete.
  async runDeferred() {
    try {
      sessionStorage.removeItem(`${this.source.folder}standpoint:reloaded`);
    } catch {}
    // What a link asks for in vain is said once the corpus is known to be no newer one, or when that takes too long.
    const showNotices = () => (root.dataset.checked = "");
    setTimeout(showNotices, PATIENCE);
    const corpus = await this.source.deferred?.().catch((error) => {
      if (!(error instanceof Failure)) throw error;
      showFault(`${error.message} You see it as it was when this page was made.`, error.files);
    });
    if (corpus) await this.rerender({ corpus });
    if (corpus?.isRebuilt) showFault("This site was built anew since this page was made.");
    showNotices();
  }

  // A fresh program of a tier, which has not begun.
  async instantiate(tier) {
    const [glue, module] = await this.source.program(tier);
    const program = glue();
    await program({ module_or_path: module }).catch((error) => {
      throw new Failure(`The program of this page does not start: ${error.message}.`, MIXED);
    });
    this.tier = tier;
    return program;
  }

  // Lets the program begin; on a new place where it does not hydrate, so that what was drawn before hears nothing more.
  render(skipHydration) {
    const { tables, shard, isUnchanged } = this.corpus;
    const { file, folder } = this.source;
    if (skipHydration) {
      const fresh = app.cloneNode(false);
      app.replaceWith(fresh);
      app = fresh;
    } else {
      // Texts that others have split would be taken for several.
      app.normalize();
    }
    if (!this.program.start(tables, shard ?? nothing, file, folder, isUnchanged, skipHydration, this.catalog)) {
      throw new Failure(BROKEN, MIXED);
    }
    clearProgress();
  }

  // Draws the page anew, by another program or from another corpus, with the focus where it was.
  rerender(change) {
    const drawn = this.drawing.then(async () => {
      // A press that has begun, of the mouse or of a key, is heard where it began.
      const keepFocusAndKeys = await this.source.focus();
      while (app.matches(":active")) await wait(0);
      for (let patience = 50; keysDown.size && patience; patience -= 1) await wait(20);
      await keepFocusAndKeys({ childPath, focusInPlaceOf, pressKey, typeIntoSearch }, async () => {
        // What the reader asked for last, the program still puts into the address, from which the next one goes on.
        const stopped = nextEvent("stopped");
        this.program.stop();
        await stopped;
        Object.assign(this, change);
        const ready = nextEvent("ready");
        this.render(true);
        await ready;
      });
    });
    this.drawing = drawn.catch(() => {});
    return drawn;
  }

  // The full program shows what the initial one lacks: the view stands in the address. Then it opens a dialog, if one is
  // named.
  async loadFull(dialog) {
    this.loadingFull ??= (async () => {
      expectProgress();
      const parts = [this.source.catalog(root.lang, "full"), this.source.program("full"), this.source.style?.()];
      [this.catalog] = await Promise.all(parts);
      await this.rerender({ program: await this.instantiate("full") });
    })();
    try {
      await this.loadingFull;
      // The browser opens the settings by itself.
      if (dialog === "settings") document.getElementById("settings").showPopover();
      else if (dialog) this.program.open_dialog(dialog);
    } catch (error) {
      this.loadingFull = undefined;
      if (await this.openOwnPage()) return;
      showFault(`${error.message} ${error.advice ?? ""}`, error.files);
    }
  }

  // Where the address has led to another page, that page stands there complete, and is gone to if it can be had.
  async openOwnPage() {
    if (location.pathname === this.path) return false;
    const response = await fetch(location.href, { cache: "no-cache" }).catch(() => undefined);
    if (response?.ok) location.reload();
    return response?.ok;
  }

  // A part of a large corpus that a view needs. It can be stopped, and asked for again.
  async loadShard(path, cache) {
    download.abort?.abort();
    clearProgress();
    const own = (download.abort = new AbortController());
    expectProgress();
    Object.assign(download, { bytes: 0, onLate: () => this.openOwnPage() });
    try {
      const change = await this.source.shard(path, own.signal, cache);
      if (own.signal.aborted) return;
      const corpus = { ...this.corpus, ...change };
      if (!this.program.update_corpus(corpus.tables, corpus.shard ?? nothing)) throw new Failure(BROKEN, MIXED);
      this.corpus = corpus;
      download.abort = undefined;
      clearProgress();
    } catch (error) {
      if (download.abort !== own) return;
      download.abort = undefined;
      if (!own.signal.aborted && (await this.openOwnPage())) return;
      const reason = own.signal.aborted ? "Stopped. This view needs more of the corpus." : error.message;
      showMessage(reason, "Load it", () => this.loadShard(path, "reload"));
    }
  }

  // The page's messages in a language, or none, which is English: a page without them says so and is complete.
  async loadCatalog(language) {
    try {
      return await this.source.catalog(language, this.tier);
    } catch (error) {
      setTimeout(() => showFault(`${error.message} ${error.advice} Until then it is English.`, error.files));
      return nothing;
    }
  }

  async changeLanguage(language) {
    expectProgress();
    this.catalog = await this.loadCatalog(language);
    clearProgress();
    this.program.set_language(this.catalog);
  }

  // Somebody (a translator, an extension) may have changed the prerendered page, and a program that meets what it does
  // not know stops before it is ready: then the page is drawn anew, once.
  onTrap(reason) {
    if ("ready" in root.dataset) return this.freeze(reason);
    if (this.state === "retrying") return;
    if (this.state !== "hydrating") return this.freeze(reason);
    this.state = "retrying";
    setTimeout(() => {
      this.state = "retried";
      this.startProgram().catch((error) => this.fail(error));
    });
  }

  // A program that died would go on taking presses, half finished inside: the page is replaced by an inert copy of
  // itself, keys no longer reach it, and Back starts anew at the view before.
  freeze(reason) {
    if (this.state === "frozen") return;
    this.state = "frozen";
    console.error(reason);
    this.source.style?.();
    const copy = app.cloneNode(true);
    copy.inert = true;
    app.replaceWith(copy);
    app = copy;
    const stop = (event) => event.stopImmediatePropagation();
    for (const name of ["keydown", "keyup", "resize"]) addEventListener(name, stop, true);
    for (const name of ["popstate", "hashchange"]) addEventListener(name, (event) => (stop(event), location.reload()), true);
    showFailure("This page has stopped", [
      "Something went wrong in the program; what you see below no longer reacts. Nothing you chose is lost: it stands in the link.",
      `What it said: ${reason}`,
    ], "");
  }

  // Says why the program does not begin.
  async fail(error) {
    if (this.state === "frozen" || this.state === "retrying" || "leaving" in root.dataset) return;
    const isKnown = error instanceof Failure || error instanceof Refused;
    if (this.state === "hydrating" && !isKnown) return this.onTrap(error.message);
    this.source.style?.();
    if (error instanceof Refused) {
      app.inert = true;
      return showFailure("This corpus cannot be opened", error.lines, "Below is the text as it was when this site was made; it no longer reacts.");
    }
    if (error.advice === MIXED && (await reloadOnce(this.source.folder, error.files))) return;
    const lines = error instanceof Failure ? [error.message, error.advice] : [`What it said: ${error.message}`, "Load the page again."];
    const below = "The text below is complete; filters, cards and other views are missing.";
    showFailure("This page could not be opened", lines, below, error.files);
  }
}
