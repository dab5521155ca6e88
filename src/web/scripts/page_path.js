// The path of a page below its corpus as the keys that say the same behind `#`, for pages that are not there:
// `statements`, `actors/ACTOR`, `issues/ISSUE`, `DOCUMENT/STATEMENT`. The path is `route::page_path`'s.
export const keysOfPath = ([first, second]) => {
  const lists = { statements: "view=statements", actors: `view=actor&of=${second}`, issues: `view=issue&of=${second}` };
  return first in lists ? [lists[first]] : [first && `doc=${first}`, second && `s=${second}`].filter(Boolean);
};
