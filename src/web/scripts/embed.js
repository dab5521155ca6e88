// Inside another page: its height is told, and the statement that is asked for stands alone until the program comes, or
// for good where a sandbox lets none in. Its words are taken from the text that the page holds.
import { readAddress } from "./address.js";
import { tellHeight } from "./frame_height.js";

const root = document.documentElement;
const { statement } = readAddress(location.search + location.hash);

function begin() {
  tellHeight();
  if (!("quotation" in root.dataset)) return;
  const first = document.getElementById(`s=${statement}`);
  const shown = first && quotation(first);
  if (shown) document.body.prepend(shown);
  const end = () => {
    delete root.dataset.quotation;
    shown?.remove();
  };
  if (!shown) end();
  else if ("ready" in root.dataset) end();
  else addEventListener("standpoint:ready", end, { once: true });
}

function quotation(first) {
  const article = first.closest("article");
  const note = document.querySelector(`.end-notes a[href="#${first.id}"]`)?.parentElement;
  const ends = article.querySelectorAll(`.is-last[data-number="${note?.value}"]`);
  const range = document.createRange();
  range.setStartBefore(first);
  range.setEndAfter(ends[ends.length - 1] ?? first);
  const main = document.createElement("main");
  main.className = "embed embed-statement";
  const quote = main.appendChild(document.createElement("blockquote"));
  Object.assign(quote, { className: "evidence-words", lang: article.lang, dir: article.dir });
  quote.append(range.cloneContents());
  for (const part of quote.querySelectorAll("*")) {
    for (const name of ["id", "href", "aria-label", "data-of", "data-number"]) part.removeAttribute(name);
  }
  leaveOutGaps(quote);
  // What is said of it is in English here.
  if (note && !("words" in root.dataset)) main.appendChild(document.createElement("p")).textContent = note.textContent;
  const foot = main.appendChild(document.createElement("p"));
  foot.className = "embed-foot";
  const link = foot.appendChild(document.createElement("a"));
  const href = location.href.replace(/([?#&])embed=1(&|$)/i, "$1");
  Object.assign(link, { href, target: "_blank", rel: "noopener", textContent: document.title });
  return main;
}

// What stands between two stretches of a statement and belongs to none.
function leaveOutGaps(quote) {
  const walk = document.createTreeWalker(quote, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const { currentNode: text } = walk;
    if (!text.parentElement.closest(".run") && /[^\s“”"‘’'«»„]/.test(text.data)) text.data = " […] ";
  }
}

begin();
