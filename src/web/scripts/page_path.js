// The path of a page below its corpus as the keys that say the same behind `#`, for pages that are not there:
// `compare`, `statements`, `actors`, `actors/ACTOR`, `issues`, `issues/ISSUE`, `DOCUMENT/STATEMENT`. The path is
// `route::page_path`'s.
export const keysOfPath = ([first, second]) => {
  const one = (word) => (second ? `view=${word}&of=${second}` : `view=${word}s`);
  const lists = { compare: "view=compare", statements: "view=statements", actors: one("actor"), issues: one("issue") };
  return first in lists ? [lists[first]] : [first && `doc=${first}`, second && `s=${second}`].filter(Boolean);
};
