// Runs before any script of a page under test and notes what goes wrong there: notices that the page shows, errors that
// it logs or throws, what its policy refuses, what does not load, and requests to other hosts. The notes outlive the
// page, since a scenario may leave it before they are gathered.
(() => {
  const KEY = "~troubles";
  window.__troubles = [];
  const note = (text) => {
    try {
      const noted = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
      sessionStorage.setItem(KEY, JSON.stringify([...noted, String(text)]));
    } catch {
      window.__troubles.push(String(text));
    }
  };

  addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI, sample }) =>
    note(`policy refused ${violatedDirective}: ${blockedURI} ${sample}`),
  );
  // A preload is a hint: Chromium drops one now and then, and the page asks again.
  // What a page that is left still waited for, is no trouble; WebKit calls it one.
  let isLeft = false;
  addEventListener("beforeunload", () => (isLeft = true));
  const failed = ({ target, message, error }) => {
    if (isLeft) return;
    if (target.rel !== "preload") note(message || error || `not loaded: ${target.src || target.href}`);
  };
  addEventListener("error", failed, true);
  addEventListener("unhandledrejection", ({ reason }) => note(`unhandled: ${reason}`));
  const log = console.error;
  console.error = (...parts) => {
    note(`logged: ${parts.join(" ")}`);
    log(...parts);
  };

  const isFar = (name) => /^(https?|wss?):/.test(name) && new URL(name).origin !== location.origin;
  new PerformanceObserver((entries) => {
    for (const { name } of entries.getEntries()) if (isFar(name)) note(`asked another host: ${name}`);
  }).observe({ type: "resource", buffered: true });

  // Each notice once, as long as it stands. How far something is, is no notice.
  let standing = [];
  const look = () => {
    const parts = [...document.querySelectorAll("{{notices}}")].filter((part) => part.checkVisibility());
    const shown = parts.map((part) => part.textContent.trim());
    const notices = shown.filter((text) => text && !/^(On its way… \d+ kB read|Asking for it once more…)/.test(text));
    for (const text of notices) if (!standing.includes(text)) note(`shown: ${text}`);
    standing = notices;
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
})();
