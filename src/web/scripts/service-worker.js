// The site's worker: a page that was opened once opens without a network. It keeps one box of files, named by the
// site's path, since hosts share one origin among many sites. What stands in it obeys one law: a page is kept only
// together with everything that it names, so a kept page always works, whichever deploys came and broke off
// meanwhile. `standpoint build` says below what the site is made of; any change of it makes this another worker.
import { NO_BYTES, addToChecksum, hexadecimal } from "./checksum.js";
import { keysOfPath } from "./page_path.js";

const { version, bytes, assets, folders } = {{site}};

// How long the network may take, in milliseconds, while what is kept could answer; not at all, once it has failed to
// and until it answers again.
const PATIENCE = 4000;
let patience = PATIENCE;
const NEWEST = { cache: "no-cache" };
const root = new URL("./", location.href);
const address = (path) => root.href + path;
const box = () => caches.open(`${root.pathname}standpoint:kept`);
const match = async (path) => (await box()).match(address(path), { ignoreVary: true });
const put = async (path, response) => (await box()).put(address(path), response);
// Which version the box was brought up to last.
const MARK = "sw.js";

// The path below the site's root, as the box names it; nothing where the address belongs to somebody else: other
// sites may stand in folders beside ours.
function below(link) {
  const { origin, pathname } = new URL(link, root);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return undefined;
  const path = pathname.slice(root.pathname.length).replace(/(^|\/)index\.html$/, "$1");
  return path === "" || folders.includes(path.split("/")[0]) ? path : undefined;
}

const isAsset = (path) => path.startsWith("assets/");
const isPage = (path) => path !== MARK && !/^(assets|corpus)\/|\.md$/.test(path);
const isHtml = (response) => (response.headers.get("content-type") ?? "").startsWith("text/html");

// Everything kept, as paths.
async function all() {
  const requests = await (await box()).keys();
  return requests.map(({ url }) => url.slice(root.href.length));
}

// Some hosts answer with a page, or with half of a file, and no word of failure: kept under a name that says what is in
// it, that would be wrong for ever.
async function isSound(response, path) {
  if (!response.ok || response.redirected || isHtml(response)) return false;
  const bytes = new Uint8Array(await response.clone().arrayBuffer());
  return path.match(/-(\w+)\.\w+$/)?.[1] === hexadecimal(addToChecksum(NO_BYTES, bytes));
}

// Brings files that are named by their content, where they are not here yet.
const bring = (paths) =>
  Promise.all(
    paths.map(async (path) => {
      if (await match(path)) return;
      const response = await fetch(address(path));
      if (!(await isSound(response, path))) throw new Error(`${address(path)} answered ${response.status}, or other bytes`);
      await put(path, response);
    }),
  );

// The files that a page's head names, and what its scripts name, which lies beside them, and so on. The scripts are here
// then.
async function parts(html, path) {
  const [head] = html.split("</head>", 1);
  const links = [...head.matchAll(/ (?:href|src)="([^"]+)"/g)].map(([, link]) => below(new URL(link, address(path))));
  // A large corpus comes in parts, and its file is not fetched for one of them.
  const isLarge = /<html[^>]* data-corpus="/.test(head);
  const named = new Set(links.filter((link) => link && !isPage(link) && !(isLarge && link.startsWith("corpus/"))));
  for (const script of named) {
    if (!script.endsWith(".js")) continue;
    await bring([script]);
    const text = await (await match(script)).text();
    for (const [, name] of text.matchAll(/["'`](?:\.\/)?([\w.-]+-[0-9a-f]{8,}\.\w+)["'`]/g)) named.add(`assets/${name}`);
  }
  return [...named];
}

// Keeps an answer, a page with all that it names; says whether it could be kept.
async function keep(path, response) {
  if (!response.ok || response.redirected || isHtml(response) !== isPage(path)) return false;
  const copy = response.clone();
  if (isPage(path)) {
    const named = await parts(await response.text(), path);
    await bring(named.filter(isAsset));
    for (const corpus of named.filter((name) => !isAsset(name))) {
      if (!(await match(corpus))) await keepNewest(corpus);
    }
  }
  await put(path, copy);
  return true;
}

async function keepNewest(path) {
  const response = await fetch(address(path), NEWEST);
  if (!(await keep(path, response))) throw new Error(`${address(path)} answered ${response.status}`);
}

// A file named by its content: the kept one is the right one.
async function asset(event, path) {
  const kept = await match(path);
  if (kept) return kept;
  const response = await fetch(event.request);
  const copy = response.clone();
  event.waitUntil(isSound(copy, path).then((sound) => sound && put(path, copy)).catch(() => {}));
  return response;
}

// Everything else can change under its name: the newest, and the kept one when the network fails or dawdles. A
// newer corpus is kept only when a program has read it (keepOpened), so that what is kept fits together.
async function newest(event, path) {
  const kept = await match(path);
  const coming = fetch(event.request, NEWEST);
  if (isPage(path)) event.waitUntil(coming.then((response) => keep(path, response.clone())).catch(() => {}));
  const answer = coming.then(
    (response) => {
      patience = PATIENCE;
      return kept && response.status >= 500 ? kept : response;
    },
    () => kept ?? away(event.request, path),
  );
  if (!kept) return answer;
  return new Promise((resolve) => {
    const late = setTimeout(() => {
      patience = 0;
      resolve(kept);
    }, patience);
    answer.then((response) => {
      clearTimeout(late);
      resolve(response);
    });
  });
}

// The kept pages with a text, by title; of one text's pages the one with the fullest address.
async function opened() {
  const pages = (await all()).filter((path) => isPage(path) && path.split("/").length <= 3);
  const titles = new Map();
  for (const path of pages.sort((a, b) => a.length - b.length)) {
    const html = await (await match(path)).text();
    titles.set(html.match(/<title>([^<]*)/)?.[1] ?? path, path);
  }
  return [...titles].map(([title, path]) => ({ title, path }));
}

// No network, and the page was not kept. Any kept page of its corpus can show it, since the corpus is there.
async function away(request, path) {
  if (request.mode !== "navigate") return Response.error();
  const { search } = new URL(request.url);
  if (await match(`${path}/`)) return Response.redirect(address(`${path}/`) + search);
  const pages = await opened();
  const [corpus, ...rest] = path.split("/");
  const near = pages.find((page) => corpus && page.path.startsWith(`${corpus}/`));
  if (near) {
    // Behind `?`, so that what stands behind `#` stays.
    const asked = [search.slice(1), ...keysOfPath(rest)].filter(Boolean).join("&");
    return Response.redirect(`${address(near.path)}?${asked}`);
  }
  const style = assets.find((name) => name.endsWith(".css"));
  const links = pages.map((page) => `<li><a href="${address(page.path)}">${page.title}</a></li>`);
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>This page was not opened before</title>
<link rel="stylesheet" href="${address(`assets/${style}`)}">
</head>
<body>
<main class="small"><h1>This page was not opened before</h1>
<p>There is no network now, and what this browser keeps does not hold this page. It opens when the network is back.</p>
${links.length ? `<p>These pages open without a network:</p>\n<ul>${links.join("")}</ul>` : ""}</main>
</body>
</html>
`;
  return new Response(html, {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
    },
  });
}

async function install() {
  const isFirst = (await all()).length === 0;
  await bring(assets.map((name) => `assets/${name}`));
  if (isFirst) await put(MARK, new Response(version));
  await skipWaiting();
}

// A program has begun: its pages, if there was no worker yet when they came, and the corpus that it could read; then
// what a new deploy left to do.
async function keepOpened({ pages, corpus }, port) {
  const read = below(corpus);
  const isOlder = read !== undefined && (await match(read));
  for (const path of pages.map(below)) {
    if (path !== undefined && !(await match(path))) await keepNewest(path);
  }
  port.postMessage({ bytes });
  if (isOlder) await keepNewest(read);
  await refresh();
}

// Brings everything kept up to this version, and lets go of files that no kept page names. Where it breaks off, the
// next visit goes on. Not while the worker is being activated: pages would have to wait for it.
async function refresh() {
  const mark = await match(MARK);
  if ((await mark?.text()) === version) return;
  const old = await all();
  // Pages first: where one cannot be brought up to date, its corpus stays as it fits.
  for (const path of [...old.filter(isPage), ...old.filter((path) => path.startsWith("corpus/"))]) {
    const response = await fetch(address(path), NEWEST);
    if (response.status === 404 || response.status === 410) await (await box()).delete(address(path));
    else await keep(path, response);
  }
  const named = new Set(assets.map((name) => `assets/${name}`));
  const kept = await all();
  for (const path of kept.filter(isPage)) {
    for (const part of await parts(await (await match(path)).text(), path)) named.add(part);
  }
  for (const path of kept.filter((path) => isAsset(path) && !named.has(path))) await (await box()).delete(address(path));
  await put(MARK, new Response(version));
}

async function keepEverything(port) {
  try {
    const list = await fetch(address("offline.json"), NEWEST);
    if (!list.ok) throw new Error(`${list.url} answered ${list.status}`);
    const { files } = await list.json();
    for (const [done, path] of files.entries()) {
      port.postMessage({ done, of: files.length });
      await (isAsset(path) ? bring([path]) : keepNewest(path));
    }
    port.postMessage({ done: files.length, of: files.length });
  } catch (error) {
    port.postMessage({ failed: error.message });
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const path = event.request.method === "GET" ? below(event.request.url) : undefined;
  if (path === undefined) return;
  event.respondWith(isAsset(path) ? asset(event, path) : newest(event, path));
});
addEventListener("message", (event) => {
  const [port] = event.ports;
  if (port) event.waitUntil(event.data.pages ? keepOpened(event.data, port) : keepEverything(port));
});
