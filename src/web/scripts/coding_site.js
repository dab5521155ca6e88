// The coding page of a site, with its program as files beside it.
import { runCoding } from "./coding.js";

const beside = (name) => new URL(`./${name}`, import.meta.url).href;
const CODING = [{{coding_js}}, {{coding_wasm}}];
const CONVERTER = [{{converter_js}}, {{converter_wasm}}];
const CATALOGS = {{catalogs}};

async function bytes(name, integrity) {
  const response = await fetch(beside(name), { integrity });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.arrayBuffer();
}

// A program: the script that starts it, and its wasm, each held against its integrity.
async function program([[script, integrity], [wasm, wasmIntegrity]]) {
  const href = beside(script);
  document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", integrity, href }));
  const [glue, module] = await Promise.all([import(href), bytes(wasm, wasmIntegrity)]);
  return [glue.default, await WebAssembly.compile(module)];
}

runCoding({
  // The root of the site, to which the reader's settings belong.
  folder: new URL("..", import.meta.url).pathname,
  files: CODING.map(([name]) => beside(name)),
  program: () => program(CODING),
  converter: () => program(CONVERTER),
  catalog: async (language) => (CATALOGS[language] ? new Uint8Array(await bytes(...CATALOGS[language])) : new Uint8Array()),
  read: () => location.assign("read/"),
});
