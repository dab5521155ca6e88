// Fetches the program and the corpus at the same time, says how far it is when that takes a while, and puts
// one plain card on the page when anything fails. All text goes in as text.

const app = document.getElementById("app");
const link = (name) => document.querySelector(`link[data-${name}]`).href;
const corpus = link("corpus");
const SLOW = 500;

class Failure extends Error {
  constructor(what, advice) {
    super(what);
    this.advice = advice;
  }
}

const bytes = { read: 0, total: 0 };
let opened = false;
const slow = setTimeout(progress, SLOW);

function progress() {
  const line = app.querySelector(".boot");
  if (opened || !line) return;
  const kilo = (n) => `${Math.round(n / 1000)} kB`;
  line.textContent = bytes.read ? `Opening… ${kilo(bytes.read)} read` : "Opening…";
  setTimeout(progress, 200);
}

async function load(address, what) {
  let response;
  try {
    response = await fetch(address);
  } catch (error) {
    const disk = location.protocol === "file:";
    throw new Failure(
      `${what} could not be fetched from ${address} (${error.message}).`,
      disk
        ? "A browser does not let a page read other files from a disk. Put the folder on a web server, or run “standpoint serve” on it."
        : "Check the connection, then load the page again.",
    );
  }
  if (!response.ok) {
    throw new Failure(
      `${what} is not there: ${address} answered ${response.status} ${response.statusText}.`,
      "If this is your site, check that the file was uploaded under this name. Otherwise load the page again later.",
    );
  }
  const parts = [];
  let length = 0;
  try {
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      length += value.length;
      bytes.read += value.length;
    }
  } catch (error) {
    throw new Failure(`${what} broke off after ${length} bytes: ${address} (${error.message}).`, "Load the page again.");
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

async function program() {
  if (typeof WebAssembly !== "object") {
    throw new Failure(
      "This browser has no WebAssembly, which the reader is made of.",
      "Switch it on (iOS: leave Lockdown Mode for this site) or use another browser.",
    );
  }
  const [page, wasm] = await Promise.all([
    import("./{{page}}").catch((error) => {
      throw new Failure(`A part of this page could not be loaded (${error.message}).`, "Load the page again; if that does not help, the site may be incomplete.");
    }),
    load(link("wasm"), "The program of this page"),
  ]);
  try {
    await page.default({ module_or_path: wasm });
  } catch (error) {
    throw new Failure(
      `The program of this page does not start: ${error.message}.`,
      "Its files may be of two versions, or cut off. Load the page again without the cache (Ctrl or ⌘ + Shift + R).",
    );
  }
  return page;
}

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  if (parent) parent.append(made);
  return made;
}

function card(title, lines) {
  const main = element("main");
  main.className = "failure";
  main.setAttribute("role", "alert");
  element("h1", title, main);
  for (const line of lines) element("p", line, main);
  element("p", `The link of this view: ${location.href}`, main);
  const again = element("button", "Start again", main);
  again.type = "button";
  again.addEventListener("click", () => location.reload());
  return main;
}

// An unwound program would go on taking presses: the page is replaced by a dead copy of itself.
let dead = false;
function freeze(reason) {
  if (dead) return;
  dead = true;
  const still = app.cloneNode(true);
  still.inert = true;
  app.replaceWith(still);
  document.body.prepend(card("This page has stopped", [
    "Something went wrong in the program; what you see below no longer reacts. Nothing you chose is lost: it stands in the link.",
    `What it said: ${reason}`,
  ]));
  scrollTo(0, 0);
}
addEventListener("standpoint:panic", (event) => freeze(String(event.detail).split("\n")[0]));
addEventListener("error", (event) => {
  if (event.error instanceof WebAssembly.RuntimeError) freeze(event.error.message);
});

try {
  const [page, file] = await Promise.all([program(), load(corpus, "The corpus")]);
  opened = true;
  page.start(file, corpus);
} catch (error) {
  opened = true;
  if (!dead) {
    const known = error instanceof Failure;
    const lines = known ? [error.message, error.advice] : [`What it said: ${error.message}`, "Load the page again."];
    app.replaceChildren(card("This page could not be opened", lines));
  }
} finally {
  clearTimeout(slow);
}
