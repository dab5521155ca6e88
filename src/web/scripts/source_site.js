// The parts of the page as files of a site, fetched at the same time.
import { Failure, Loader, MIXED, Refused, dataBlock, download, element, latin1Bytes, root } from "./loader.js";

const here = new URL("..", import.meta.url);
// The program moves the page's address, and with it what a relative link means: each is resolved once, at the start.
const links = Object.fromEntries(["corpus", "tables", "part"].map((name) => [name, document.querySelector(`link[data-${name}]`)?.href]));
const cameTo = location.href;
const AGAIN = "Check the connection, then load the page again.";

// The answer to a request, or the reason why there is none.
async function ask(address, what, advice, signal, asked = fetch(address, { signal })) {
  const response = await asked.catch((error) => {
    const disk = location.protocol === "file:";
    throw new Failure(
      `${what} could not be fetched from ${address} (${error.message}).`,
      disk
        ? "A browser does not let a page read other files from a disk. Put the folder on a web server, or run “standpoint serve” on it."
        : AGAIN,
    );
  });
  if (response.ok && response.body) return response;
  throw new Failure(`${what} is not there: ${address} answered ${response.status} ${response.statusText}.`, advice);
}

// The bytes of an answer as they come, counted; `cut` is called when they stop too early.
function counted(response, cut) {
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(to) {
      try {
        const { done, value } = await reader.read();
        if (done) return to.close();
        download.bytes += value.length;
        to.enqueue(value);
      } catch (error) {
        cut(error);
        to.error(error);
      }
    },
  });
}

// What `use` makes of the bytes at an address, while they still arrive.
async function load(address, what, advice, use, signal, asked) {
  const response = await ask(address, what, advice, signal, asked);
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
const bytes = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());
const compile = (stream) =>
  WebAssembly.compileStreaming ? WebAssembly.compileStreaming(new Response(stream, WASM)) : bytes(stream).then(WebAssembly.compile);
const beside = (name) => new URL(`./${name}`, import.meta.url).href;
const imported = (address) =>
  import(address).then(
    (module) => module.default,
    (error) => {
      throw new Failure(`A part of this page could not be loaded from ${address} (${error.message}).`, MIXED);
    },
  );

// Programs that were asked for; one that failed may be asked for again. The head script has asked for the first.
const programs = {};
let asked = window.standpoint;
delete window.standpoint;
const FILES = {
  initial: { script: "{{initial_js}}", wasm: "{{initial_wasm}}" },
  full: { script: "{{full_js}}", wasm: "{{full_wasm}}" },
};
const CATALOGS = {{catalogs}};

new Loader({
  folder: here.pathname,
  file: links.corpus,
  program: (tier) => {
    const { script, wasm } = FILES[tier];
    const loaded = () => load(beside(wasm), "The program of this page", MIXED, compile, undefined, asked);
    programs[tier] ??= Promise.all([imported(beside(script)), loaded()]);
    programs[tier].catch(() => delete programs[tier]);
    asked = undefined;
    return programs[tier];
  },
  // What the full program draws has its own sheet.
  style: () =>
    new Promise((come) => {
      const sheet = element("link", "", document.head);
      for (const event of ["load", "error"]) sheet.addEventListener(event, come);
      Object.assign(sheet, { rel: "stylesheet", href: new URL(root.dataset.fullStyle, here).href });
    }),
  catalog: (language, tier) => load(beside(CATALOGS[language][tier]), "The page in this language", AGAIN, bytes),
  // A small corpus stands in the page; a large one comes as its index and the one document that is read.
  corpus: async () => {
    if (!links.tables) return { tables: latin1Bytes(dataBlock("tables")), isUnchanged: true };
    const ask = (address) => address && load(address, "The corpus", MIXED, bytes);
    const [tables, shard] = await Promise.all([ask(links.tables), ask(links.part)]);
    return { tables, shard, isUnchanged: true };
  },
  shard: async (path, signal) => {
    const loaded = await load(new URL(path, here).href, "The corpus", AGAIN, bytes, signal);
    return path === root.dataset.corpus ? { tables: loaded, shard: undefined } : { shard: loaded };
  },
  deferred: async () => {
    const run = await imported(beside("{{deferred_js}}"));
    const checksum = document.getElementById("app").dataset.sum;
    return run({ here, links, cameTo, load, bytes, compile, imported, beside, checksum, Refused, MIXED });
  },
}).start();
