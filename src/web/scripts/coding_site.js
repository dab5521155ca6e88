// The coding page of a site, with its program as files beside it.
import { beside, checkedCatalog, checkedProgram } from "./checked.js";
import { runCoding } from "./coding.js";

const CODING = [{{coding_js}}, {{coding_wasm}}];
const CONVERTER = [{{converter_js}}, {{converter_wasm}}];
const CATALOGS = {{catalogs}};

runCoding({
  // The root of the site, to which the reader's settings belong.
  folder: new URL("..", import.meta.url).pathname,
  files: CODING.map(([name]) => beside(name)),
  program: () => checkedProgram(CODING),
  converter: () => checkedProgram(CONVERTER),
  catalog: (language) => checkedCatalog(CATALOGS, language),
  read: () => location.assign("read/"),
});
