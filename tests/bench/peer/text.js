// A document's text as blocks of flat runs, for the peer's reader and for the bare page.

export const list = (x) => [].concat(x ?? []);

/** Whether words are the speaker's own: a span may say it, else the kind does. */
export const isQuoted = ({ kind }, span) => span.quoted ?? (kind == 'direct' || kind == 'scare');

/** Where an anchor's words stand, in UTF-16 units; the file counts code points. */
function place(text, { exact, start, prefix = '', suffix = '' }) {
  const found = text.indexOf(prefix + exact + suffix);
  const from = start == null ? found + prefix.length : [...text].slice(0, start).join('').length;
  if (found < 0 || !text.startsWith(exact, from)) throw Error(`not in the text: ${exact}`);
  return [from, from + exact.length];
}

/** Every character stands in one run; a run knows all its owners, outermost first. */
export function blocksOf({ text, structure }, statements = []) {
  const parts = list(structure).map((part) => ({ role: part.role, at: place(text, part) }));
  // A child's words lie inside its parent's, so the longer statement is the outer one.
  const length = (s) => s.spans.reduce((sum, span) => sum + span.exact.length, 0);
  const pieces = [...statements].sort((a, b) => length(b) - length(a)).flatMap((s) =>
    s.spans.map((span, i) => ({ s, at: place(text, span), first: !i, quoted: isQuoted(s, span) })));

  const sorted = (numbers) => [...new Set(numbers)].sort((a, b) => a - b);
  const edges = sorted([...parts, ...pieces].flatMap(({ at }) => at));
  const gaps = [...text.matchAll(/\n\s*\n/g)].map((gap) => gap.index);
  const cuts = sorted([0, text.length, ...gaps, ...parts.flatMap(({ role, at }) => (role == 'dateline' ? [] : at))]);
  const within = (start, end) => ({ at }) => at[0] <= start && end <= at[1];
  return cuts.slice(1).flatMap((cut, i) => {
    const raw = text.slice(cuts[i], cut);
    if (!raw.trim()) return [];
    let start = cut - raw.trimStart().length;
    const stop = cuts[i] + raw.trimEnd().length;
    const runs = [...edges.filter((e) => e > start && e < stop), stop].map((end) => {
      const owners = pieces.filter(within(start, end)).map((p) => ({ ...p, first: p.first && p.at[0] == start }));
      const run = { words: text.slice(start, end), owners, role: parts.find(within(start, end))?.role };
      start = end;
      return run;
    });
    return [{ role: runs.every((r) => r.role == runs[0].role) ? runs[0].role : null, runs }];
  });
}
