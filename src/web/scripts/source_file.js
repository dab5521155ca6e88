// The parts of the page as data blocks of one html file: nothing is fetched. The packer puts `glue`, the function that
// makes a program, before this script.
import { keepFocusAndKeys } from "./focus.js";
import { tellHeight } from "./frame_height.js";
import { Loader, dataBlock, latin1Bytes } from "./loader.js";

const base64Block = (id) => latin1Bytes(atob(dataBlock(id)));

// A file that the coding page makes has nothing prerendered.
class FileLoader extends Loader {
  render(skipsHydration) {
    super.render(skipsHydration || !document.getElementById("app").firstElementChild);
  }
}

tellHeight();
new FileLoader({
  folder: location.pathname.replace(/[^/]*$/, ""),
  file: "",
  tier: "full",
  catalog: async (language) => (document.getElementById(`words-${language}`) ? base64Block(`words-${language}`) : new Uint8Array()),
  focus: async () => keepFocusAndKeys,
  program: async () => [glue, await WebAssembly.compile(base64Block("program"))],
  corpus: async () => ({ tables: latin1Bytes(dataBlock("tables")), isUnchanged: true }),
}).start();
