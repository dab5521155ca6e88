// The coding page of a site, with its program as files beside it.
import { runCoding } from "./coding.js";

const beside = (name) => new URL(`./${name}`, import.meta.url).href;
const [script, scriptIntegrity] = {{coding_js}};
const [wasm, wasmIntegrity] = {{coding_wasm}};
const CATALOGS = {{catalogs}};

async function bytes(name, integrity) {
  const response = await fetch(beside(name), { integrity });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.arrayBuffer();
}

runCoding({
  // The root of the site, to which the reader's settings belong.
  folder: new URL("..", import.meta.url).pathname,
  files: [beside(script), beside(wasm)],
  program: async () => {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", integrity: scriptIntegrity, href: beside(script) });
    document.head.append(link);
    const [glue, program] = await Promise.all([import(beside(script)), bytes(wasm, wasmIntegrity)]);
    return [glue.default, await WebAssembly.compile(program)];
  },
  catalog: async (language) => (CATALOGS[language] ? new Uint8Array(await bytes(...CATALOGS[language])) : new Uint8Array()),
  read: () => location.assign("read/"),
});
