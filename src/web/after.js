// What nobody waits for, as a script of its own that comes when the program has begun and presses had their turn: whether
// the corpus' file is still the one that the page was made from; and reading without a network (offline.js, which
// follows). boot.js lends it what it has itself.

const root = document.documentElement;
const progress = document.getElementById("progress");
const FILE = "If this is your site, check that the file was uploaded under this name. Otherwise load the page again later.";

// The corpus that was put in the place of the page's own, if there is one. The file of a large corpus is not fetched for
// that.
export default async (boot) => {
  readOffline(boot);
  if (root.dataset.corpus) return undefined;
  const file = await boot.load(boot.links.corpus, "The corpus", FILE, boot.bytes);
  return sum(file) === boot.sum ? undefined : { tables: await checked(file, boot), same: false };
};

// The same sum as the builder's.
function sum(bytes) {
  let sum = 0x811c9dc5;
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
  return `${bytes.length}-${(sum >>> 0).toString(16).padStart(8, "0")}`;
}

// It is read and checked here, by a program that is only fetched now.
async function checked(file, { imported, beside, load, links, compile, Refused, MIXED }) {
  const [glue, module] = await Promise.all([
    imported(beside("{{checker_js}}")),
    load(beside("{{checker_wasm}}"), "The program that checks a corpus", MIXED, compile),
  ]);
  const checker = glue();
  await checker.init(module);
  try {
    return checker.check(file, links.corpus);
  } catch (lines) {
    throw Array.isArray(lines) ? new Refused(lines) : lines;
  }
}
