// Presses, types and goes back and forth at random, as often as it is asked to, and lets a translator come and go. What
// would leave the corpus, or open what is not the page's, is not pressed. Ends when the page has come to rest.
async (count, seed, translate) => {
  let state = seed;
  const below = (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % limit;
  };
  const one = (list) => list[below(list.length)];
  const drawn = () => new Promise((on) => setTimeout(on, 4));
  window.print = () => {};
  // Back never leads out of the page. Going there takes its time, in which more is put into the history: some is left.
  window.__pushed ??= (() => {
    const push = history.pushState.bind(history);
    history.pushState = (...entry) => (push(...entry), (window.__pushed += 1));
    return 0;
  })();
  const { navigation } = window;
  if (navigation) sessionStorage.first ??= navigation.currentEntry.index;
  const behind = () => (navigation ? navigation.currentEntry.index - sessionStorage.first : window.__pushed);
  const LEFT = 4;
  const corpus = location.pathname.split("/")[1];
  const isOurs = (link) =>
    link.origin === location.origin && link.pathname.split("/")[1] === corpus && !link.target && !/\.(md|json)$/.test(link.pathname) && !/^(\.\.\/)+(#.*)?$/.test(link.getAttribute("href"));
  const seen = (part) => part.checkVisibility() && !part.closest("[inert]");
  const untranslate = () => {
    window.__mo?.disconnect();
    window.__mo = undefined;
    for (const font of [...document.querySelectorAll("font")]) {
      if (!font.parentElement?.closest("font")) font.replaceWith(font.textContent.replace(/^«|»$/g, ""));
    }
    document.body.normalize();
  };
  // A reader's own scripts split texts, too.
  const split = () => {
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    for (const text of texts) if (text.length > 3 && below(20) === 0) text.splitText(2);
  };
  const actions = {
    press() {
      const parts = [...document.querySelectorAll("#app :is(a[href], button, input[type=checkbox], summary)")].filter(seen);
      // A link that the program does not follow is followed at once, before what is pressed here is in the address.
      const part = one(parts.filter((part) => !part.href || (isOurs(part) && !part.closest("dialog"))));
      // What keeps the whole site, or saves files, is not what is tried here.
      if (part && !/offline|CSV|everything/i.test(part.textContent)) part.click();
    },
    key: () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: one([..."jknpcsf?", "Escape"]), bubbles: true })),
    type() {
      const field = document.querySelector("input[type=search]");
      if (!field) return;
      field.value = one(["", "nato", "the", "security guarantees", "xyz", "\"talks\""]);
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    back() {
      if (below(2) || !(behind() > LEFT)) return;
      window.__pushed -= 1;
      history.back();
    },
    choose() {
      const list = one([...document.querySelectorAll("#app select")].filter(seen));
      if (!list?.options.length) return;
      list.value = one([...list.options]).value;
      list.dispatchEvent(new Event("change", { bubbles: true }));
    },
    change() {
      if (!translate || below(8)) return;
      if (below(4) === 0) split();
      else if (window.__mo) untranslate();
      else translate();
    },
  };
  const often = ["press", "press", "press", "press", "press", "key", "key", "type", "choose", "back", "change"];
  for (let done = 0; done < count; done += 1) {
    actions[one(often)]();
    await drawn();
  }
  if (translate) untranslate();
  document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape", bubbles: true }));
  return state;
}
