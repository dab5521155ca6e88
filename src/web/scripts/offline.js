// Reading without a network: the site's worker (sw.js) is registered and told what was opened, so that one visit is
// enough. Not where `standpoint serve` shows work in progress, nor inside somebody else's page. Whatever fails here fails
// silently: the page works without.

const root = document.documentElement;
const progress = document.getElementById("progress");
const workers = navigator.serviceWorker;

export function readOffline(loader) {
  if (!workers || "embed" in root.dataset || document.querySelector("meta[name='standpoint:serve']")) return;
  // Not beside the corpus' file.
  setTimeout(() => register(loader).catch(() => {}), 500);
}

// The page's one policy admits this one address.
function admitted(worker) {
  const rules = {
    createScriptURL(address) {
      if (address === worker) return address;
      throw new TypeError(`${address} is not this site's worker`);
    },
  };
  return globalThis.trustedTypes?.createPolicy("standpoint", rules).createScriptURL(worker) ?? worker;
}

function send(worker, message, heard) {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => heard(data);
  worker.postMessage(message, [port2]);
}

async function register({ here, links, cameTo }) {
  const registration = await workers.register(admitted(new URL("sw.js", here).href), { updateViaCache: "none" });
  // A browser looks for a new worker in its own time; a new deploy is wanted now.
  if (registration.active) registration.update().catch(() => {});
  let greeted;
  const greet = (worker) => {
    if (!worker || worker === greeted) return;
    greeted = worker;
    // The program may have given the page another address than the one it was opened by.
    const opened = { pages: [cameTo, location.href], corpus: links.corpus };
    send(worker, opened, ({ bytes }) => (root.dataset.keeps = sized(bytes)));
  };
  greet((await workers.ready).active);
  workers.addEventListener("controllerchange", () => greet(workers.controller));
}

function sized(bytes) {
  if (bytes < 1e6) return `${Math.ceil(bytes / 1e3)} kB`;
  return `${(bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0)} MB`;
}

// The press on "Keep everything".
addEventListener("standpoint:save-offline", async () => {
  const { active } = await workers.ready;
  send(active, {}, ({ done, of, failed }) => {
    if (failed) progress.textContent = `Not everything could be kept: ${failed}. What was kept so far stays.`;
    else if (done < of) progress.textContent = `Keeping everything: ${done} of ${of} files…`;
    else progress.textContent = "Everything is kept: this site now opens without a network.";
    if (failed || done === of) setTimeout(() => (progress.textContent = ""), 10000);
  });
});
