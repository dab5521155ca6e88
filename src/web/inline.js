// Before the first paint: the reader's theme and text size; and words instead of a blank page when a file
// of this page cannot be had. The packer puts this into the html and its hash into the policy.
(() => {
  const root = document.documentElement;
  try {
    const folder = location.pathname.replace(/\/[^/]*$/, "");
    for (const name of ["theme", "size"]) {
      const value = localStorage.getItem(`${folder}/standpoint:${name}`);
      if (value) root.setAttribute(`data-${name}`, value);
    }
  } catch {}
  // What boot.js asks for itself, it also tells of itself; this is for boot.js.
  addEventListener("error", ({ target }) => {
    if (target.tagName !== "SCRIPT") return;
    const place = document.querySelector("#app .boot");
    if (place) place.textContent = `A part of this page could not be loaded: ${target.src}. Load the page again; if that does not help, the site may be incomplete.`;
  }, true);
})();
