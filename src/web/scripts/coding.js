// The coding page: starts its program, and does for it what only scripts can do well: files, the clipboard, other tabs.
// Where the program is, coding_site.js says (beside the page), or coding_file.js (inside it).
import { readAddress } from "./address.js";
import { loadAgain } from "./again.js";

const root = document.documentElement;
const progress = document.getElementById("progress");

// Says what went wrong above the page, as text.
function tell(text, ...files) {
  progress.textContent = `${text} `;
  const button = progress.appendChild(document.createElement("button"));
  button.textContent = "Load the page again";
  button.onclick = () => loadAgain(...files).catch(() => tell("It still cannot be had.", ...files));
}

// What a person chose to write to, by the key of a draft: where a browser lets a page write a file, it is written in place.
const handles = new Map();
let openedHandle;

async function chooseFiles(program) {
  if (window.showOpenFilePicker) {
    const chosen = await showOpenFilePicker({ multiple: true }).catch(() => []);
    for (const handle of chosen) {
      openedHandle = chosen.length === 1 ? handle : undefined;
      await receive(program, await handle.getFile());
    }
    return;
  }
  const field = Object.assign(document.createElement("input"), { type: "file", multiple: true });
  field.addEventListener("change", () => receiveAll(program, field.files));
  field.click();
}

async function receive(program, file) {
  // As much as a corpus file may have, and a little for what is wrong with it.
  const bytes = new Uint8Array(await file.slice(0, 64e6).arrayBuffer());
  const isTable = /\.(csv|tsv)$/i.test(file.name);
  if (isTable || /\.dna$/i.test(file.name) || startsWith(bytes, "SQLite format 3")) return convert(program, file.name, bytes, isTable);
  program.receive_file(file.name, bytes);
}

const startsWith = (bytes, mark) => [...mark].every((letter, at) => letter.charCodeAt(0) === bytes[at]);

// A table or a project, of which another program makes a corpus file.
async function convert(program, name, bytes, isTable) {
  const texts = isTable ? program.texts_for_table(name) : "";
  if (texts === undefined) return;
  try {
    const [glue, module] = await source.converter();
    const converter = glue();
    await converter({ module_or_path: module });
    const [made, ...notes] = isTable
      ? converter.import_table(bytes, new TextEncoder().encode(texts))
      : converter.import_project(bytes, name.replace(/\.[^.]*$/, ""), navigator.language.split("-")[0]);
    program.receive_converted(new TextEncoder().encode(made), notes.map((note) => `${name}: ${note}`));
  } catch (problem) {
    program.tell([`${name}: ${problem.message ?? problem}`]);
  }
}

// One after the other: texts before the table that quotes them.
async function receiveAll(program, files) {
  openedHandle = undefined;
  const isTable = ({ name }) => /\.(csv|tsv)$/i.test(name);
  for (const file of [...files].sort((a, b) => isTable(a) - isTable(b))) await receive(program, file);
}

// What a word processor or a web page puts on the clipboard, as paragraphs with blank lines between.
let policy;
function paragraphs(html) {
  // The document that it becomes is never shown, and runs nothing.
  policy ??= window.trustedTypes?.createPolicy("standpoint", { createHTML: (text) => text });
  const page = new DOMParser().parseFromString(policy?.createHTML(html) ?? html, "text/html");
  page.querySelectorAll("script, style, template").forEach((part) => part.remove());
  const BLOCKS = "p, li, h1, h2, h3, h4, h5, h6, blockquote, pre, td, th, figcaption, div, section, article";
  for (const line of page.querySelectorAll("br")) line.replaceWith("\n");
  const blocks = [...page.body.querySelectorAll(BLOCKS)].filter((block) => !block.querySelector(BLOCKS));
  const words = (block) => block.textContent.replace(/[ \t\r\n]+/g, " ").trim();
  return blocks.map(words).filter(Boolean).join("\n\n");
}

function listen(program) {
  const isField = (target) => target.closest?.("input, textarea, select");
  addEventListener("paste", (event) => {
    const { clipboardData } = event;
    if (clipboardData.files.length) {
      event.preventDefault();
      return receiveAll(program, clipboardData.files);
    }
    const html = clipboardData.getData("text/html");
    const text = (html && paragraphs(html)) || clipboardData.getData("text/plain");
    const field = event.target.closest?.("textarea[data-text]");
    // Into a field it goes as paragraphs; elsewhere it is a text of its own.
    if (field && html) {
      event.preventDefault();
      field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    } else if (!isField(event.target) && text.trim()) {
      event.preventDefault();
      program.receive_text(text);
    }
  });
  addEventListener("dragover", (event) => event.preventDefault());
  addEventListener("drop", (event) => {
    event.preventDefault();
    const { files } = event.dataTransfer;
    if (files.length) return receiveAll(program, files);
    const text = event.dataTransfer.getData("text/plain");
    if (text.trim() && !isField(event.target)) program.receive_text(text);
  });
  // What a key or an input method would write into the text is not written: its caret only moves.
  const isText = (target) => target.id === "text";
  addEventListener("beforeinput", (event) => isText(event.target) && event.preventDefault(), true);
  addEventListener("compositionend", ({ target }) => isText(target) && program.redraw(), true);
  addEventListener("beforeunload", (event) => {
    root.dataset.leaving = "";
    if (program.has_unkept()) event.preventDefault();
  });
}

// What the program asks of the page.
const host = (getProgram) => {
  // Of the draft that this tab writes, or waits to write.
  let heldKey, release;
  const tabs = window.BroadcastChannel && new BroadcastChannel("standpoint:drafts");
  if (tabs) tabs.onmessage = ({ data: { key, entry, number } }) => getProgram().follow(key, entry, number);
  return {
    choose_files: () => chooseFiles(getProgram()),
    // Which file a draft was opened from.
    opened: (key) => {
      if (openedHandle) handles.set(key, openedHandle);
      openedHandle = undefined;
    },
    // Whether it could be written in place.
    write: async (key, text) => {
      const handle = handles.get(key);
      if (!handle?.createWritable) return false;
      try {
        const to = await handle.createWritable();
        await to.write(text);
        await to.close();
        return true;
      } catch {
        return false;
      }
    },
    tell_tabs: (key, entry, number) => tabs?.postMessage({ key, entry, number }),
    // One tab writes a draft; another waits until that one is closed or goes to another draft.
    lock: (key) => {
      if (key === heldKey) return undefined;
      release?.();
      heldKey = key;
      if (!navigator.locks) return getProgram().set_writer(key, true);
      const hold = () =>
        new Promise((done) => {
          if (heldKey !== key) return done();
          release = done;
          getProgram().set_writer(key, true);
        });
      // A page that is left loses its requests, which is nothing to tell.
      const request = (how, then) => navigator.locks.request(`standpoint:${key}`, how, then).catch(() => {});
      return request({ ifAvailable: true }, (lock) => {
        if (lock) return hold();
        getProgram().set_writer(key, false);
        request({}, hold);
        return undefined;
      });
    },
    persist: () => navigator.storage?.persist?.(),
    caret_at: (x, y) => {
      const position = document.caretPositionFromPoint?.(x, y);
      if (position) return [position.offsetNode, position.offset];
      const range = document.caretRangeFromPoint?.(x, y);
      return range ? [range.startContainer, range.startOffset] : [];
    },
    // True where the tables are to be kept for a page of their own.
    keeps_for_reading: () => !source.opens_tables,
    read: (tables, title) => source.read(tables, title),
  };
};

let source;

// `from` has functions: `program` and `converter` give their glue and module, `catalog` the messages of a language, `read` opens the reader.
export async function runCoding(from) {
  source = from;
  const { language } = readAddress(location.search + location.hash);
  try {
    const [[glue, module], catalog] = await Promise.all([from.program(), from.catalog(language).catch(() => new Uint8Array())]);
    const program = glue();
    await program({ module_or_path: module });
    const stopped = ({ message }) => tell(`This page has stopped (${message}). What you did is kept.`);
    addEventListener("error", ({ error }) => error?.name === "RuntimeError" && stopped(error));
    addEventListener("unhandledrejection", ({ reason }) => reason?.name === "RuntimeError" && stopped(reason));
    // Another language has other words, which come with the page.
    const isOther = () => readAddress(location.hash).language !== language;
    addEventListener("hashchange", () => (isOther() ? location.reload() : program.address_changed()));
    listen(program);
    progress.textContent = "";
    program.start(host(() => program), from.folder, catalog);
    root.dataset.ready = "";
  } catch (error) {
    tell(`The coding page could not be opened: ${error.message}.`, ...(from.files ?? []));
  }
}
