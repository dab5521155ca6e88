// Fetches the program and the corpus at the same time, says how far it is when that takes a while, and puts
// one plain card on the page when anything fails. All text goes in as text; nothing is left on `window` but
// the listeners that freeze a page whose program died.

const app = document.getElementById("app");
const link = (name) => document.querySelector(`link[data-${name}]`).href;
const glue = new URL("./{{page}}", import.meta.url).href;
const SLOW = 500;

class Failure extends Error {
  constructor(what, advice) {
    super(what);
    this.advice = advice;
  }
}

const AGAIN = "Check the connection, then load the page again.";
const MIXED = "Its files may be of two versions, or incomplete. Load the page again without the cache (Ctrl or ⌘ + Shift + R).";

let read = 0;
let slow = setTimeout(tell, SLOW);

function tell() {
  const line = app.querySelector(".boot");
  if (line) line.textContent = `Opening… ${Math.round(read / 1000)} kB read`;
  slow = setTimeout(tell, 250);
}

// The answer to a request, or the reason why there is none.
async function ask(address, what) {
  const response = await fetch(address).catch((error) => {
    const disk = location.protocol === "file:";
    throw new Failure(
      `${what} could not be fetched from ${address} (${error.message}).`,
      disk
        ? "A browser does not let a page read other files from a disk. Put the folder on a web server, or run “standpoint serve” on it."
        : AGAIN,
    );
  });
  if (response.ok && response.body) return response;
  throw new Failure(
    `${what} is not there: ${address} answered ${response.status} ${response.statusText}.`,
    "If this is your site, check that the file was uploaded under this name. Otherwise load the page again later.",
  );
}

// The bytes of an answer as they come, counted; `cut` is called when they stop too early.
function counted(response, cut) {
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(to) {
      try {
        const { done, value } = await reader.read();
        if (done) return to.close();
        read += value.length;
        to.enqueue(value);
      } catch (error) {
        cut(error);
        to.error(error);
      }
    },
  });
}

// What `use` makes of the bytes at an address, while they still arrive.
async function load(address, what, use) {
  const response = await ask(address, what);
  let broken;
  const stream = counted(response, (error) => (broken = error));
  try {
    return await use(stream);
  } catch (error) {
    if (broken) throw new Failure(`${what} broke off on its way from ${address} (${broken.message}).`, AGAIN);
    throw new Failure(`${what} at ${address} cannot be used: ${error.message}.`, MIXED);
  }
}

// Named as wasm whatever the server calls it, so that a wrong MIME type does no harm.
const WASM = { headers: { "content-type": "application/wasm" } };

async function program() {
  if (typeof WebAssembly !== "object") {
    throw new Failure(
      "This browser has no WebAssembly, which the reader is made of.",
      "Switch it on (iOS: leave Lockdown Mode for this site) or use another browser.",
    );
  }
  const [page, module] = await Promise.all([
    import(glue).catch((error) => {
      throw new Failure(`A part of this page could not be loaded from ${glue} (${error.message}).`, MIXED);
    }),
    load(link("wasm"), "The program of this page", (stream) =>
      WebAssembly.compileStreaming ? WebAssembly.compileStreaming(new Response(stream, WASM)) : bytes(stream).then(WebAssembly.compile),
    ),
  ]);
  try {
    await page.default({ module_or_path: module });
  } catch (error) {
    throw new Failure(`The program of this page does not start: ${error.message}.`, MIXED);
  }
  return page;
}

const bytes = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());

function element(name, text, parent) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  parent?.append(made);
  return made;
}

function card(title, lines) {
  const main = element("main");
  main.className = "failure";
  const said = element("div", "", main);
  said.setAttribute("role", "alert");
  element("h1", title, said);
  for (const line of lines) element("p", line, said);
  element("p", `The link of this view: ${location.href}`, main);
  const again = element("button", "Start again", main);
  again.type = "button";
  again.addEventListener("click", () => location.reload());
  return main;
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
  const stop = (event) => event.stopImmediatePropagation();
  for (const name of ["keydown", "keyup", "resize"]) addEventListener(name, stop, true);
  for (const name of ["popstate", "hashchange"]) addEventListener(name, (event) => (stop(event), location.reload()), true);
  document.body.prepend(
    card("This page has stopped", [
      "Something went wrong in the program; what you see below no longer reacts. Nothing you chose is lost: it stands in the link.",
      `What it said: ${reason}`,
    ]),
  );
  scrollTo(0, 0);
}
addEventListener("standpoint:panic", (event) => freeze(String(event.detail)));
// A trap without a panic: memory that ran out, a stack that did.
const died = (error) => {
  if (/^(RuntimeError|RangeError|InternalError)$/.test(error?.name)) freeze(error.message);
};
addEventListener("error", (event) => died(event.error));
addEventListener("unhandledrejection", (event) => died(event.reason));

try {
  const [page, corpus] = await Promise.all([program(), load(link("corpus"), "The corpus", bytes)]);
  clearTimeout(slow);
  const problems = page.start(corpus, link("corpus"));
  if (problems.length) app.replaceChildren(card("This corpus cannot be opened", problems));
} catch (error) {
  clearTimeout(slow);
  const lines = error instanceof Failure ? [error.message, error.advice] : [`What it said: ${error.message}`, "Load the page again."];
  if (!dead) app.replaceChildren(card("This page could not be opened", lines));
}
