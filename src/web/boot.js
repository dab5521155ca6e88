// Starts the program on the page that stands there already, says how far it is when that takes a while, and
// puts one plain card above the text when anything fails. All text goes in as text; nothing is left on `window`
// but the listeners that freeze a page whose program died. What follows this file says where the parts are:
// beside the page (from-site.js) or inside it (from-file.js).

const root = document.documentElement;
let app = document.getElementById("app");
const progress = document.getElementById("progress");
const SLOW = 500;
const PATIENCE = 3000;
// The place of text size, theme and language among the panels of the program.
const MANNERS = 5;

class Failure extends Error {
  constructor(what, advice) {
    super(what);
    this.advice = advice;
  }
}

class Refused extends Error {
  constructor(lines) {
    super();
    this.lines = lines;
  }
}

const MIXED = "Its files may be of two versions, or incomplete. Load the page again without the cache (Ctrl or ⌘ + Shift + R).";

const OTHER = "What this page was made from is of another version than its program, or broken.";

let read = 0;
let slow = setTimeout(tell, SLOW);

// What is under way and can be stopped.
let stoppable;

function tell() {
  const said = `On its way… ${Math.round(read / 1000)} kB read`;
  if (progress.firstElementChild) progress.firstChild.data = said;
  else {
    progress.textContent = said;
    if (stoppable) press("Stop", () => stoppable?.abort());
  }
  slow = setTimeout(tell, 250);
}

function told() {
  clearTimeout(slow);
  progress.textContent = "";
}

// A button beside what is said of the progress.
function press(label, pressed) {
  const button = element("button", label, progress);
  button.type = "button";
  button.addEventListener("click", pressed);
}

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  parent?.append(made);
  return made;
}

// What stood on the still page and is not taken over, by where it is found; and how to fetch the style of that.
const taken = {};
let style;

// A card above the still text, which stays.
function fail(title, lines, below) {
  told();
  for (const [place, element] of Object.entries(taken)) if (!app.querySelector(place)) app.querySelector("main")?.append(element);
  style?.();
  root.dataset.still = "";
  const part = element(app.inert ? "main" : "section");
  part.className = "failure";
  part.setAttribute("aria-label", title);
  const said = element("div", "", part);
  said.setAttribute("role", "alert");
  element("h1", title, said);
  for (const line of lines) element("p", line, said);
  element("p", `The link of this view: ${location.href}`, part);
  const again = element("button", "Start again", part);
  again.type = "button";
  again.addEventListener("click", () => location.reload());
  element("p", below, part);
  document.body.prepend(part);
  scrollTo(0, 0);
}

// Old html beside a newer program, or the other way round: loading the page once more is enough, and only once.
function reloads(folder) {
  try {
    const tried = `${folder}standpoint:reloaded`;
    if (sessionStorage.getItem(tried)) return false;
    sessionStorage.setItem(tried, "1");
  } catch {
    return false;
  }
  location.reload();
  return true;
}

// A program that died would go on taking presses, half finished inside: the page is replaced by a dead copy
// of itself, keys no longer reach it, and Back starts anew at the view before.
let dead = false;
function freeze(reason) {
  if (dead) return;
  dead = true;
  console.error(reason);
  const still = app.cloneNode(true);
  still.inert = true;
  app.replaceWith(still);
  app = still;
  const stop = (event) => event.stopImmediatePropagation();
  for (const name of ["keydown", "keyup", "resize"]) addEventListener(name, stop, true);
  for (const name of ["popstate", "hashchange"]) addEventListener(name, (event) => (stop(event), location.reload()), true);
  fail("This page has stopped", [
    "Something went wrong in the program; what you see below no longer reacts. Nothing you chose is lost: it stands in the link.",
    `What it said: ${reason}`,
  ], "");
}

// How to draw the page anew, while the still page is being taken over: somebody (a translator, an extension) may
// have changed it, and the program that meets what it does not know dies before it has begun.
let redo;
function died(reason) {
  if (!redo || "ready" in root.dataset) return freeze(reason);
  if (redo === "begun") return;
  const draw = redo;
  redo = "begun";
  setTimeout(draw);
}
// How a program's death is heard: it was built to stop at once, without a word. From a disk WebKit tells nothing but
// that there was an error.
const trapped = (error) => {
  if (/^(RuntimeError|RangeError|InternalError)$/.test(error?.name)) died(error.message);
};
addEventListener("error", ({ error, message }) => trapped(error ?? (message === "Script error." && { name: "RuntimeError", message })));
addEventListener("unhandledrejection", (event) => trapped(event.reason));

// Data that stands in the page, a letter for each byte.
const block = (id) => document.getElementById(id).textContent;
const lettered = (text) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

// What the program announces.
const heard = (name) => new Promise((on) => addEventListener(`standpoint:${name}`, on, { once: true }));
const ready = heard("begun");

// What is pressed and typed before the program is there, it does as soon as it comes.
const early = [];
let typed;
function pressEarly({ target }) {
  const field = target.closest("[data-choice] :is(input, button)");
  const part = `[data-choice="${field?.closest("[data-choice]").dataset.choice}"] ${field?.localName}`;
  if (field) early.push(() => app.querySelector(part)?.click());
}
addEventListener("click", pressEarly);
function replay() {
  removeEventListener("click", pressEarly);
  early.forEach((again) => again());
  if (typed) type(typed);
}

// As if a reader had typed this.
function type(words) {
  const field = app.querySelector("input[type=search]");
  if (!field) return;
  field.value = words;
  field.setSelectionRange(words.length, words.length);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

// Whoever frames this page is told how high it is.
if ("embed" in root.dataset && parent !== window) {
  const tellHeight = () => parent.postMessage({ type: "standpoint:height", height: Math.ceil(document.body.scrollHeight) }, "*");
  new ResizeObserver(tellHeight).observe(document.body);
}

// `parts` gives a program by its name, where there is more than the one that is `alone`: its glue, a function that
// makes it anew, and its compiled module. And it gives the tables of the corpus, with whether they are those that the
// page was made from.
async function begin(parts) {
  const { folder } = parts;
  style = parts.style;
  app.querySelector(".facets")?.append(document.getElementById("filters").content);
  const asked = location.hash.match(/[#&?]s=([a-z0-9._-]+)/)?.[1];
  document.getElementById(`s=${asked}`)?.scrollIntoView({ block: "center" });
  let [page, corpus, running, words] = [];
  async function begun(anew) {
    // The first program does not compare, and what is for paper comes later: what is taken over is the text alone.
    for (const place of [".end-notes", ...(running === "reading" ? [".screen-compare"] : [])]) {
      taken[place] ??= app.querySelector(place);
      taken[place]?.remove();
    }
    page = await make(running);
    typed ||= app.querySelector("input[type=search]")?.value;
    heard("live").then(replay);
    draw(anew);
    // What nobody waits for comes after what somebody may; presses come first.
    await ready;
    // Of a program that died meanwhile, the next one does it.
    if (!anew && !redo) return;
    await new Promise((on) => setTimeout(on, SLOW));
    try {
      sessionStorage.removeItem(`${folder}standpoint:reloaded`);
    } catch {}
    // What a link asks for in vain is said once the corpus is known to be no newer one, or when that takes too long.
    const showNotices = () => (root.dataset.checked = "");
    setTimeout(showNotices, PATIENCE);
    const other = await parts.after?.().catch((error) => {
      if (!(error instanceof Failure)) throw error;
      progress.textContent = `${error.message} You see it as it was when this page was made.`;
    });
    if (other) await drawAnew(undefined, other);
    showNotices();
  }

  async function make(name) {
    const [glue, module] = await parts.program(name);
    const made = glue();
    await made.init(module).catch((error) => {
      throw new Failure(`The program of this page does not start: ${error.message}.`, MIXED);
    });
    running = name;
    return made;
  }

  const none = new Uint8Array();

  function draw(anew) {
    const { tables, part, same } = corpus;
    // A new place: what was drawn on the old one must hear nothing more.
    if (anew) {
      const fresh = app.cloneNode(false);
      app.replaceWith(fresh);
      app = fresh;
    }
    if (!page.start(tables, part ?? none, parts.source, folder, same, anew, words)) {
      throw new Failure(OTHER, MIXED);
    }
    told();
  }

  // The whole program opens what the first one lacks: the view stands in the address, and the focus comes back to
  // where it was, for both draw the same page.
  let growing;
  addEventListener("standpoint:more", async ({ detail: panel }) => {
    growing ??= (async () => {
      slow = setTimeout(tell, SLOW);
      [words] = await Promise.all([spoken(root.lang, "whole"), parts.program("whole"), style?.()]);
      await drawAnew(await make("whole"));
    })();
    try {
      await growing;
      // The last one is the browser's own to open.
      if (panel === MANNERS) document.getElementById("manners").showPopover();
      else if (panel !== null) page.show(panel);
    } catch (error) {
      growing = undefined;
      told();
      progress.textContent = `${error.message} ${error.advice ?? ""}`;
    }
  });

  // Draws the page anew, by this program and from this corpus, with the focus where it was. One drawing at a time; a
  // press that has begun is heard where it began; keys that are pressed meanwhile wait.
  let drawn = Promise.resolve();
  function drawAnew(...by) {
    const mine = drawn.then(() => redraw(...by));
    drawn = mine.catch(() => {});
    return mine;
  }
  async function redraw(made, other) {
    while (app.matches(":active")) await new Promise((on) => setTimeout(on));
    const pressed = [];
    const hold = (event) => {
      if ((event.key.length > 1 && event.key !== "Escape") || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      pressed.push(event.key);
    };
    const focus = way(document.activeElement);
    const types = document.activeElement?.type === "search";
    addEventListener("keydown", hold, true);
    try {
      // What the reader asked for last, the program still puts into the address, from which the next one goes on.
      const left = heard("left");
      page.stop();
      await left;
      page = made ?? page;
      corpus = other ?? corpus;
      const begun = heard("begun");
      draw(true);
      await begun;
    } finally {
      removeEventListener("keydown", hold, true);
    }
    const field = focus?.reduce((at, step) => at?.children[step], app);
    field?.focus({ preventScroll: true });
    if (!types) return pressed.forEach((key) => dispatchEvent(new KeyboardEvent("keydown", { key, cancelable: true })));
    if (field) type(field.value + pressed.join(""));
  }

  // A part of a large corpus that a view needs. It can be stopped, and asked for again.
  addEventListener("standpoint:part", async ({ detail: path }) => {
    stoppable?.abort();
    told();
    const own = (stoppable = new AbortController());
    slow = setTimeout(tell, SLOW);
    read = 0;
    try {
      const change = await parts.part(path, own.signal);
      if (own.signal.aborted) return;
      const more = { ...corpus, ...change };
      if (!page.learn(more.tables, more.part ?? none)) throw new Failure(OTHER, MIXED);
      corpus = more;
      stoppable = undefined;
      told();
    } catch (error) {
      if (stoppable !== own) return;
      told();
      stoppable = undefined;
      const stopped = own.signal.aborted;
      progress.textContent = stopped ? "Stopped. This view needs more of the corpus. " : `${error.message} `;
      press("Load it", () => dispatchEvent(new CustomEvent("standpoint:part", { detail: path })));
    }
  });

  // The page's own words in a language, or none, which is English: a page without them says so and is complete.
  async function spoken(tag, program) {
    if (!tag || tag === "en") return new Uint8Array();
    try {
      return await parts.words(tag, program);
    } catch (error) {
      setTimeout(() => (progress.textContent = `${error.message} ${error.advice ?? ""} Until then it is English.`));
      return new Uint8Array();
    }
  }
  addEventListener("standpoint:words", async ({ detail: tag }) => {
    words = await spoken(tag, running);
    page.speak(words);
  });

  // From the page to an element, child by child.
  function way(element) {
    const steps = [];
    for (let at = element; at && at !== app; at = at.parentElement) steps.unshift([...(at.parentElement?.children ?? [])].indexOf(at));
    return app.contains(element) ? steps : undefined;
  }

  function gaveUp(error) {
    if (dead || redo === "begun" || "left" in root.dataset) return;
    if (error instanceof Refused) {
      app.inert = true;
      return fail("This corpus cannot be opened", error.lines, "Below is the text as it was when this site was made; it no longer reacts.");
    }
    if (error.advice === MIXED && reloads(folder)) return;
    const lines = error instanceof Failure ? [error.message, error.advice] : [`What it said: ${error.message}`, "Load the page again."];
    fail("This page could not be opened", lines, "The text below is complete; filters, cards and other views are missing.");
  }

  try {
    if (typeof WebAssembly !== "object") {
      throw new Failure(
        "This browser has no WebAssembly, which filters, cards and links are made of.",
        "Switch it on (iOS: leave Lockdown Mode for this site) or use another browser.",
      );
    }
    running = parts.alone ?? root.dataset.program;
    const program = parts.program(running);
    [, corpus, words] = await Promise.all([program, parts.corpus(), spoken(root.dataset.words, running)]);
    redo = () => {
      redo = undefined;
      begun(true).catch(gaveUp);
    };
    await begun(false);
  } catch (error) {
    gaveUp(error);
  }
}
