// What a reader was doing goes on when another program draws the page anew. Fetched when that is about to happen; loader.js
// lends it what it has itself.

// Keeps the keys that are pressed while `work` draws the page, and the focus; then gives both to the new page.
export async function keepFocusAndKeys({ childPath, focusInPlaceOf, pressKey, typeIntoSearch }, work) {
  const keys = [];
  const left = document.activeElement;
  let path = childPath(left);
  const isSearch = path && left.type === "search";
  // Whoever goes on by Tab meanwhile, on the old page or the new one, is not led back; but to a field that still lacks a
  // letter.
  let isTabbing = false;
  const follow = ({ target }) => isTabbing && !isSearch && (path = childPath(target) ?? path);
  const hold = (event) => {
    const { key } = event;
    isTabbing ||= key === "Tab";
    const isHeld = key.length === 1 || key === "Escape" || key === "Enter" || (isSearch && key === "Backspace");
    if (!isHeld || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keys.push(key);
  };
  addEventListener("keydown", hold, true);
  addEventListener("focusin", follow);
  try {
    await work();
  } finally {
    removeEventListener("keydown", hold, true);
    removeEventListener("focusin", follow);
  }
  if (path) focusInPlaceOf(path);
  const focused = document.activeElement === document.body ? undefined : document.activeElement;
  const field = isSearch ? focused : undefined;
  // The field that was left also has the letter that came as the program stopped listening.
  if (field && field.value !== left.value) typeIntoSearch(left.value, field);
  // Each key does what it would have done in the element that has the focus.
  for (const key of keys) {
    if (field && key === "Escape" && field.value) typeIntoSearch("", field);
    else if (field && key === "Backspace") typeIntoSearch(field.value.slice(0, -1), field);
    else if (field && key.length === 1) typeIntoSearch(field.value + key, field);
    else if (focused?.matches({ " ": "button, summary, input", Enter: "a, button, summary" }[key] ?? "none")) focused.click();
    else pressKey(key, focused);
  }
}

export default keepFocusAndKeys;
