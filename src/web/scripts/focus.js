// What a reader was doing goes on when another program draws the page anew. Fetched when that is about to happen; loader.js
// lends it what it has itself.

// Keeps the keys that are pressed while `work` draws the page, and the focus; then gives both to the new page.
export async function keepFocusAndKeys({ childPath, focusInPlaceOf, pressKey, typeIntoSearch }, work) {
  const keys = [];
  const left = document.activeElement;
  const path = childPath(left);
  const isSearch = path && left.type === "search";
  const hold = (event) => {
    const { key } = event;
    const isHeld = key.length === 1 || key === "Escape" || key === "Enter" || (isSearch && key === "Backspace");
    if (!isHeld || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    keys.push(key);
  };
  addEventListener("keydown", hold, true);
  try {
    await work();
  } finally {
    removeEventListener("keydown", hold, true);
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
