// What can wait until the page is complete and presses had their turn: whether the corpus' file is still the one that
// the page was made from, and reading without a network. loader.js lends it what it has itself.
import { readOffline } from "./offline.js";

const FILE = "If this is your site, check that the file was uploaded under this name. Otherwise load the page again later.";

// The corpus that was put in the place of the page's own, if there is one. The file of a large corpus is not fetched for
// that.
export default async (loader) => {
  readOffline(loader);
  if (document.documentElement.dataset.corpus) return undefined;
  const fetchCorpus = () => loader.load(loader.links.corpus, "The corpus", FILE, loader.bytes);
  // A worker that is replaced breaks off what it hands on: one more request tells that from a network that fails.
  const file = await fetchCorpus().catch((error) => (error.advice === FILE ? Promise.reject(error) : fetchCorpus()));
  const sum = loader.checksum(file);
  if (sum === loader.sum) return undefined;
  const tables = await validated(file, loader);
  // The index names the sum where the site was built anew, and the page is of an earlier build; not where somebody edited
  // the file.
  const index = await fetch(new URL("corpus/index.json", loader.here), { cache: "no-cache" }).catch(() => undefined);
  return { tables, isUnchanged: false, isRebuilt: (await index?.text())?.includes(`"${sum}"`) };
};

// It is read and checked here, by a program that is only fetched now.
async function validated(file, { imported, beside, load, links, compile, Refused, MIXED }) {
  const [glue, module] = await Promise.all([
    imported(...{{validator_js}}),
    load(beside("{{validator_wasm}}"), "The program that checks a corpus", MIXED, compile),
  ]);
  const validator = glue();
  await validator({ module_or_path: module });
  try {
    return validator.validate(file, links.corpus);
  } catch (lines) {
    throw Array.isArray(lines) ? new Refused(lines) : lines;
  }
}
