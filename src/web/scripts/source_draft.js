// The reader of a draft: its tables are where the coding page has put them, in this browser; everything else is fetched.
import { keepFocusAndKeys } from "./focus.js";
import { Failure, Loader } from "./loader.js";

const beside = (name) => new URL(`./${name}`, import.meta.url).href;
const [script, scriptIntegrity] = {{full_js}};
const [wasm, wasmIntegrity] = {{full_wasm}};
const CATALOGS = {{catalogs}};
const AGAIN = "Check the connection, then load the page again.";

async function bytes(name, integrity) {
  const response = await fetch(beside(name), { integrity }).catch(({ message }) => {
    throw new Failure(`${beside(name)} could not be fetched (${message}).`, AGAIN, beside(name));
  });
  if (!response.ok) throw new Failure(`${beside(name)} answered ${response.status}.`, AGAIN, beside(name));
  return response.arrayBuffer();
}

const asked = (request) => new Promise((come, fail) => Object.assign(request, { onsuccess: () => come(request.result), onerror: () => fail(request.error) }));

async function tables() {
  const none = () => new Failure("There is no draft to read in this browser.", "Open the coding page, and press Read there.");
  try {
    const database = await asked(indexedDB.open("standpoint"));
    const found = await asked(database.transaction("reading").objectStore("reading").get("tables"));
    database.close();
    if (found) return found;
  } catch {}
  throw none();
}

// Nothing is prerendered here.
class DraftLoader extends Loader {
  render() {
    super.render(true);
  }
}

new DraftLoader({
  folder: location.pathname,
  file: "",
  tier: "full",
  catalog: async (language) => (CATALOGS[language] ? new Uint8Array(await bytes(...CATALOGS[language])) : new Uint8Array()),
  focus: async () => keepFocusAndKeys,
  program: async () => {
    const link = Object.assign(document.createElement("link"), { rel: "modulepreload", integrity: scriptIntegrity, href: beside(script) });
    document.head.append(link);
    const [glue, program] = await Promise.all([import(beside(script)), bytes(wasm, wasmIntegrity)]);
    return [glue.default, await WebAssembly.compile(program)];
  },
  corpus: async () => ({ tables: await tables(), isUnchanged: true }),
}).start();
