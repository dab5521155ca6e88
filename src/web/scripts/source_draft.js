// The reader of a draft: its tables are where the coding page has put them, in this browser; everything else is fetched.
import { checkedCatalog, checkedProgram } from "./checked.js";
import { keepFocusAndKeys } from "./focus.js";
import { Failure, Loader } from "./loader.js";

const FULL = [{{full_js}}, {{full_wasm}}];
const CATALOGS = {{catalogs}};
const AGAIN = "Check the connection, then load the page again.";

// What fails is told as by the reader of a site.
const told = (work) =>
  work.catch(({ message, address }) => {
    throw new Failure(message, AGAIN, ...(address ? [address] : []));
  });

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
  catalog: (language) => told(checkedCatalog(CATALOGS, language)),
  focus: async () => keepFocusAndKeys,
  program: () => told(checkedProgram(FULL)),
  corpus: async () => ({ tables: await tables(), isUnchanged: true }),
}).start();
