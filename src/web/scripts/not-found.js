// The page for what is not there: it looks for the site in every folder above, and leads on to what the address names.
import { keysOfPath } from "./page_path.js";

const decode = (part) => {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
};

// Chats and mailers write the mark before a view as if it were a letter of the path.
const [path, ...views] = location.pathname.split(/%23/i);
const { search, hash } = location;
if (views.length) location.replace(`${location.origin}${path}${search}#${[...views, hash.slice(1)].filter(Boolean).join("&")}`);

async function findSite() {
  const parts = location.pathname.split("/").filter(Boolean);
  for (let up = parts.length; up >= 0; up -= 1) {
    const root = "/" + parts.slice(0, up).map((part) => part + "/").join("");
    const answer = await fetch(root + "corpus/index.json").catch(() => undefined);
    if (!answer?.ok) continue;
    const corpora = await answer.json().catch(() => undefined);
    if (!Array.isArray(corpora)) continue;
    const link = document.getElementById("on");
    const [name, ...rest] = parts.slice(up).map(decode);
    const found = corpora.find(({ id, former_ids }) => id === name || former_ids?.includes(name));
    if (!found) return void (link.href = root);
    const keys = keysOfPath(rest.filter((part) => part !== "index.html").map(encodeURIComponent));
    const asked = [location.hash.slice(1), ...keys].filter(Boolean);
    link.href = `${root}${found.id}/#${asked.join("&")}`;
    link.textContent = "Open it in the reader";
    return location.replace(link.href);
  }
}

if (!views.length) findSite();
