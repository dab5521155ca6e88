(async () => {
  const decoded = (part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  };
  const parts = location.pathname.split("/").filter(Boolean);
  for (let up = parts.length; up >= 0; up -= 1) {
    const root = "/" + parts.slice(0, up).map((part) => part + "/").join("");
    const answer = await fetch(root + "corpus/index.json").catch(() => undefined);
    if (!answer?.ok) continue;
    const corpora = await answer.json().catch(() => undefined);
    if (!Array.isArray(corpora)) continue;
    const on = document.getElementById("on");
    const [name, ...rest] = parts.slice(up).map(decoded);
    const found = corpora.find(({ id, former_ids }) => id === name || former_ids?.includes(name));
    if (!found) return void (on.href = root);
    const [first, second] = rest.filter((part) => part !== "index.html").map(encodeURIComponent);
    const lists = { statements: "view=statements", actors: `view=actor&of=${second}`, issues: `view=issue&of=${second}` };
    const named = first in lists ? [lists[first]] : [first && `doc=${first}`, second && `s=${second}`];
    const asked = [location.hash.slice(1), ...named].filter(Boolean);
    on.href = `${root}${found.id}/#${asked.join("&")}`;
    on.textContent = "Open it in the reader";
    return location.replace(on.href);
  }
})();
