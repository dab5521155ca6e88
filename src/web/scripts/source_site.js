// The parts of the page as files of a site, fetched at the same time.
import { NO_BYTES, addToChecksum, checksum, hexadecimal } from "./checksum.js";
import { Failure, Loader, MIXED, Refused, dataBlock, download, element, expectBytes, latin1Bytes, root } from "./loader.js";

const here = new URL("..", import.meta.url);
// The program moves the page's address, and with it what a relative link means: each is resolved once, at the start.
const links = Object.fromEntries(["corpus", "tables", "part"].map((name) => [name, document.querySelector(`link[data-${name}]`)?.href]));
const cameTo = location.href;
const AGAIN = "Check the connection, then load the page again.";

// The answer to a request, or the reason why there is none.
async function ask(address, what, advice, asked = fetch(address)) {
  const response = await asked.catch((error) => {
    const disk = location.protocol === "file:";
    throw new Failure(
      `${what} could not be fetched from ${address} (${error.message}).`,
      disk
        ? "A browser does not let a page read other files from a disk. Put the folder on a web server, or run “standpoint serve” on it."
        : AGAIN,
      address,
    );
  });
  if (response.ok && response.body) return response;
  throw new Failure(`${what} is not there: ${address} answered ${response.status} ${response.statusText}.`, advice, address);
}

// The bytes of an answer as they come; `seen` gets their number and sum up to now, and why they stop too early.
function counted(response, seen) {
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(to) {
      try {
        const { done, value } = await reader.read();
        if (done) return to.close();
        seen.sum = addToChecksum(seen.sum, value);
        download.bytes += value.length;
        expectBytes();
        to.enqueue(value);
      } catch (error) {
        seen.broken = error;
        to.error(error);
      }
    },
  });
}

// What `use` makes of the bytes at an address, while they still arrive. The name of an asset ends with their sum.
async function load(address, what, advice, use, asked) {
  const response = await ask(address, what, advice, asked);
  const seen = { sum: NO_BYTES };
  try {
    const used = await use(counted(response, seen));
    const [, sum] = address.match(/assets\/.*-(\w+)\.\w+$/) ?? [];
    if (sum && sum !== hexadecimal(seen.sum)) throw new Error("it is not what it should be");
    return used;
  } catch ({ message }) {
    const { broken } = seen;
    if (broken) throw new Failure(`${what} broke off on its way from ${address} (${broken.message}).`, AGAIN, address);
    throw new Failure(`${what} at ${address} cannot be used: ${message}.`, MIXED, address);
  }
}

// Named as wasm whatever the server calls it, so that a wrong MIME type does no harm.
const WASM = { headers: { "content-type": "application/wasm" } };
const bytes = async (stream) => new Uint8Array(await new Response(stream).arrayBuffer());
const compile = (stream) =>
  WebAssembly.compileStreaming ? WebAssembly.compileStreaming(new Response(stream, WASM)) : bytes(stream).then(WebAssembly.compile);
const beside = (name) => new URL(`./${name}`, import.meta.url).href;
// A script, which the browser holds against its integrity.
const imported = async (name, integrity) => {
  const href = beside(name);
  if (integrity) document.head.append(Object.assign(element("link"), { rel: "modulepreload", integrity, href }));
  try {
    return (await import(href)).default;
  } catch (error) {
    throw new Failure(`A part of this page could not be loaded from ${href} (${error.message}).`, MIXED, href);
  }
};

// Programs that were asked for; one that failed may be asked for again. The head script has asked for the first.
const programs = {};
let asked = window.standpoint;
delete window.standpoint;
const FILES = {
  initial: { script: {{initial_js}}, wasm: "{{initial_wasm}}" },
  full: { script: {{full_js}}, wasm: "{{full_wasm}}" },
};
const CATALOGS = {{catalogs}};

new Loader({
  folder: here.pathname,
  file: links.corpus,
  program: (tier) => {
    const { script, wasm } = FILES[tier];
    const loaded = () => load(beside(wasm), "The program of this page", MIXED, compile, asked);
    programs[tier] ??= Promise.all([imported(...script), loaded()]);
    programs[tier].catch(() => delete programs[tier]);
    asked = undefined;
    return programs[tier];
  },
  // What the full program draws has its own sheet.
  style: () =>
    new Promise((come, fail) => {
      const sheet = element("link", "", document.head);
      const [name, integrity] = root.dataset.fullStyle.split(" ");
      const { href } = new URL(name, here);
      sheet.addEventListener("load", come);
      sheet.addEventListener("error", () => fail(new Failure(`The style of this view could not be loaded from ${href}.`, MIXED, href)));
      Object.assign(sheet, { rel: "stylesheet", integrity, href });
    }),
  catalog: async (language, tier) => {
    const name = CATALOGS[language]?.[tier];
    return name ? load(beside(name), "The page in this language", AGAIN, bytes) : new Uint8Array();
  },
  // A small corpus stands in the page; a large one comes as its index and the one document that is read.
  corpus: async () => {
    if (!links.tables) return { tables: latin1Bytes(dataBlock("tables")), isUnchanged: true };
    const ask = (address) => address && load(address, "The corpus", MIXED, bytes);
    const [tables, shard] = await Promise.all([ask(links.tables), ask(links.part)]);
    return { tables, shard, isUnchanged: true };
  },
  shard: async (path, signal, cache) => {
    const { href } = new URL(path, here);
    const loaded = await load(href, "The corpus", AGAIN, bytes, fetch(href, { signal, cache }));
    return path === root.dataset.corpus ? { tables: loaded, shard: undefined } : { shard: loaded };
  },
  focus: () => imported(...{{focus_js}}),
  deferred: async () => {
    const run = await imported(...{{deferred_js}});
    const { sum } = document.getElementById("app").dataset;
    return run({ here, links, cameTo, load, bytes, compile, imported, beside, sum, checksum, Refused, MIXED });
  },
}).start();
