// The start of a site with several corpora. The words are those of the language that the address asks for; a link that
// names a corpus leads on to it; and what is on offer follows `corpus/index.json`, which a host may have edited: a
// corpus that is missing or broken is shown as broken, and the others work.
import { checksum } from "./checksum.js";

const main = () => document.querySelector("main");
const asked = new URLSearchParams(`${location.search.slice(1)}&${location.hash.slice(1)}`);
const own = document.querySelector(`template[data-lang="${CSS.escape(asked.get("lang") ?? "")}"]`);
if (own) {
  main().replaceWith(own.content.cloneNode(true));
  Object.assign(document.documentElement, { lang: own.dataset.lang, dir: main().dir });
}
addEventListener("hashchange", () => location.reload());

const INDEX = "corpus/index.json";

// The rows of the index, if there is a network; or what is wrong with it.
async function readIndex() {
  const answer = await ask(INDEX, { cache: "no-cache" });
  if (!answer) return undefined;
  if (!answer.ok) throw new Error(`${INDEX} answered ${answer.status}.`);
  const rows = await answer.json().catch(() => undefined);
  if (rows === undefined) throw new Error(`${INDEX} is not JSON.`);
  if (!Array.isArray(rows)) throw new Error("it is no list.");
  const wrong = rows.findIndex((row) => typeof row?.id !== "string");
  if (wrong >= 0) throw new Error(`its entry ${wrong + 1} has no id.`);
  return rows;
}

function follow(rows) {
  if (!rows) return;
  const named = asked.get("c");
  const found = rows.find(({ id, former_ids }) => named && (id === named || former_ids?.includes(named)));
  if (found) {
    const rest = location.hash.slice(1) || location.search.slice(1);
    return location.replace(`${found.id}/#${rest.split("&").filter((pair) => !/^c=/i.test(pair)).join("&")}`);
  }
  const list = document.querySelector(".offered");
  const shown = new Map([...list.children].map((row) => [row.dataset.corpus, row]));
  const offered = rows.map((row) => [row, shown.get(row.id) ?? fresh(row)]);
  list.replaceChildren(...offered.map(([, row]) => row));
  for (const [{ title, summary }, row] of offered) {
    if (typeof title === "string") say(row.querySelector("a"), title);
    if (typeof summary === "string") say(row.querySelector(".offer-summary"), summary);
  }
  for (const [entry, row] of offered) check(entry).catch((problem) => broken(row, problem.message));
}

const say = (element, words) => element.textContent !== words && (element.textContent = words);

function fresh({ id, title }) {
  const row = document.getElementById("offered").content.firstElementChild.cloneNode(true);
  row.dataset.corpus = id;
  Object.assign(row.querySelector("a"), { href: `${encodeURIComponent(id)}/`, textContent: title ?? id });
  return row;
}

function broken(row, reason) {
  const line = document.getElementById("broken").content.firstElementChild.cloneNode(true);
  line.append(reason);
  row.classList.add("is-broken");
  row.querySelector("a").removeAttribute("href");
  row.append(line);
}

// Above this many bytes a file is asked about and not read.
const LARGE = 2e6;

// Without a network nothing can be said against a corpus: this browser may keep it.
const ask = (address, how) => fetch(address, how).catch(() => undefined);

async function check({ id, file, sum, bytes }) {
  if (typeof file !== "string") throw new Error("the index names no file for it.");
  const page = await ask(`${encodeURIComponent(id)}/`, { method: "HEAD" });
  if (page && !page.ok) throw new Error("it has no page on this site; build the site again with its file.");
  const answer = await ask(file, { cache: "no-cache", method: bytes > LARGE ? "HEAD" : "GET" });
  if (!answer) return;
  if (!answer.ok) throw new Error(`${file} answered ${answer.status}.`);
  if (bytes > LARGE) return;
  const read = new Uint8Array(await answer.arrayBuffer());
  if (sum === checksum(read)) return;
  // Somebody put another file in its place: the reader's own validator says whether it can be opened.
  const [name] = {{validator_js}};
  const { default: glue } = await import(`./assets/${name}`);
  const validator = glue();
  const program = await fetch("assets/{{validator_wasm}}");
  await validator({ module_or_path: await WebAssembly.compile(await program.arrayBuffer()) });
  try {
    validator.validate(read, file);
  } catch (lines) {
    throw Array.isArray(lines) ? new Error(lines[1] ?? lines[0]) : lines;
  }
}

readIndex().then(follow, ({ message }) => {
  const line = document.getElementById("broken-index").content.firstElementChild.cloneNode(true);
  line.append(message);
  document.querySelector(".offered").before(line);
});
