// Before the first paint: the reader's theme, text size and language, and which screen the address asks
// for; and words instead of silence when a file of this page cannot be had. The packer puts this into the html
// and its hash into the policy.
(() => {
  const root = document.documentElement;
  const { pathname, search, hash } = location;
  const up = root.dataset.root;
  // Some hosts serve a folder without the slash at its end; then nothing below it would be found.
  if (up !== undefined && !/(\/|\.html?)$/.test(pathname)) location.replace(pathname + "/" + search + hash);
  delete root.dataset.still;
  const asked = search + hash;
  const has = (pattern) => asked && new RegExp(`[?#&](${pattern})`, "i").test(asked);
  const lists = has("view=(documents|statements|actor|issue)") || ("lists" in root.dataset && !has("view=|s=|doc="));
  const compares = has("view=compare|(pair|cell|col|row)=") && !has("view=read");
  root.dataset.view = lists ? "list" : compares ? "compare" : "read";
  if (has("embed=1")) root.dataset.embed = "";
  // The page's own words in another language come with the program; until then none are shown, so that none change.
  const language = asked.match(/[?#&]lang=(de|fr|uk|ru|ar)\b/)?.[1];
  if (language) Object.assign(root, { lang: language, dir: language === "ar" ? "rtl" : "ltr" }).dataset.words = language;
  // The program that this view needs is asked for before anything else.
  const isWhole = lists || compares || has("s=") || "embed" in root.dataset || "lists" in root.dataset;
  root.dataset.program = isWhole ? "whole" : "reading";
  const program = root.dataset[root.dataset.program];
  if (program) {
    // boot.js takes it from here, and tells of what goes wrong.
    window.standpoint = fetch(up + program);
    window.standpoint.catch(() => {});
  }
  // The rest of the style, which only what comes later needs: of what the first program draws, it stands at the page's
  // end. What is about more than a text is not painted without it.
  const isMore = lists || compares;
  const sheet = (name) => {
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: up + root.dataset[name] });
    if (isMore) link.setAttribute("blocking", "render");
    document.head.append(link);
  };
  if (isMore && program) ["later", "more"].forEach(sheet);
  // What the first words can do without is asked for once they are painted, and the text below them is drawn then. A
  // page that nobody sees is not painted.
  const soon = () => {
    delete root.dataset.first;
    if (isWhole && !isMore && program) sheet("more");
    for (const id of isMore ? ["soon"] : ["soon", "later"]) document.head.append(document.getElementById(id)?.content ?? "");
  };
  if (!document.hidden) root.dataset.first = "";
  addEventListener("DOMContentLoaded", () => (document.hidden ? soon() : requestAnimationFrame(() => setTimeout(soon))));
  const folder = new URL(up || ".", location).pathname;
  try {
    for (const name of ["theme", "size"]) {
      const value = localStorage.getItem(`${folder}standpoint:${name}`);
      if (value) root.setAttribute(`data-${name}`, value);
    }
  } catch {}
  // A page that is being left loses what was on its way, and must not come back for that.
  addEventListener("beforeunload", () => (root.dataset.left = ""));
  // What boot.js asks for itself, it also tells of itself; this is for boot.js. Old html may ask for files that
  // a newer site no longer has: then loading it once more is enough.
  addEventListener("error", ({ target }) => {
    if (target.tagName !== "SCRIPT" || "left" in root.dataset) return;
    root.dataset.still = "";
    try {
      const tried = `${folder}standpoint:reloaded`;
      if (!sessionStorage.getItem(tried)) {
        sessionStorage.setItem(tried, "1");
        return location.reload();
      }
    } catch {}
    const say = () => {
      document.getElementById("progress").textContent = `A part of this page could not be loaded: ${target.src}. Load the page again; if that does not help, the site may be incomplete. The text is complete.`;
    };
    if (document.readyState === "loading") addEventListener("DOMContentLoaded", say);
    else say();
  }, true);
})();
