// The parts of the page as data blocks of one html file: nothing is fetched.

const part = (id) => document.getElementById(id).textContent;
const decoded = (id) => Uint8Array.from(atob(part(id)), (letter) => letter.charCodeAt(0));

begin({
  folder: location.pathname.replace(/[^/]*$/, ""),
  source: "",
  alone: "whole",
  words: async (tag) => decoded(`words-${tag}`),
  program: async () => [glue, await WebAssembly.compile(decoded("program"))],
  corpus: async () => ({ tables: decoded("tables"), same: true }),
});
