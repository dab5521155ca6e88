// The parts of the page as data blocks of one html file: nothing is fetched.

const decoded = (id) => lettered(atob(block(id)));

begin({
  folder: location.pathname.replace(/[^/]*$/, ""),
  source: "",
  alone: "whole",
  words: async (tag) => decoded(`words-${tag}`),
  program: async () => [glue, await WebAssembly.compile(decoded("program"))],
  corpus: async () => ({ tables: lettered(block("tables")), same: true }),
});
