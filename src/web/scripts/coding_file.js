// The coding page as one html file that opens from a disk: its program, the words of other languages and the reader stand
// inside as data blocks. The packer puts `glue`
// and `converterGlue`, the functions that make its programs, before this script.
import { runCoding } from "./coding.js";

const block = (id) => document.getElementById(id)?.textContent;
const bytes = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));

// One letter a byte, as the builder writes tables into html: what html would change stands 256 further on.
const latin1 = (data) => {
  const letter = (byte) => String.fromCharCode(byte === 0 || byte === 13 || byte === 60 ? byte + 256 : byte);
  return Array.from(data, letter).join("");
};

// The reader is a page of its own, made of its shell and the tables of the draft.
function openReader(tables, title) {
  const shell = new TextDecoder().decode(bytes(block("reader")));
  const escaped = title.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const inside = `<script type="text/plain" id="tables">${latin1(tables)}</` + "script>";
  const places = { lang: "en", title: escaped, inside };
  const html = shell.replace(/{{(\w+)}}/g, (_, place) => places[place] ?? "");
  open(URL.createObjectURL(new Blob([html], { type: "text/html" })));
}

runCoding({
  folder: location.pathname.replace(/[^/]*$/, ""),
  program: async () => [glue, await WebAssembly.compile(bytes(block("program")))],
  converter: async () => [converterGlue, await WebAssembly.compile(bytes(block("converter")))],
  catalog: async (language) => bytes(block(`words-${language}`) ?? ""),
  opens_tables: true,
  read: openReader,
});
