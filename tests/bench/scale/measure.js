// Times one task after the other at one size, ours beside the peers. Each gives the milliseconds of its turns.
import { crossfiltered, FACETS, flexSearched, miniSearched, rowsOf } from './peers.js';

// The clock of a browser is coarse: what is shorter is done so often that it takes this long.
const LONG_ENOUGH = 4;

const timed = (work) => {
  let turns = 0;
  const start = performance.now();
  let now;
  do {
    work();
    turns += 1;
    now = performance.now();
  } while (now - start < LONG_ENOUGH);
  return (now - start) / turns;
};

// The most frequent values of each facet, one in the middle and the rarest.
const choicesOf = (rows) =>
  FACETS.flatMap((facet) => {
    const counts = new Map();
    for (const row of rows) for (const value of row[facet]) counts.set(value, (counts.get(value) ?? 0) + 1);
    const values = [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a));
    const picked = new Set([0, 1, 2, Math.floor(values.length / 2), values.length - 1].map((at) => values[at]));
    return [...picked].filter((value) => value && !value.startsWith('~')).map((value) => [facet, value]);
  });

// Two words of some statements, typed letter by letter.
const typedOf = (rows) => {
  const every = Math.max(1, Math.floor(rows.length / 20));
  return rows
    .filter((row, at) => at % every === 0 && row.words)
    .map((row) => row.words.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean).slice(1, 3).join(' '))
    .filter((words) => words.length > 3)
    .map((words) => [...words].map((_, at) => words.slice(0, at + 1)).filter((typed) => !typed.endsWith(' ')));
};

// A press that chooses a value and one that takes it back, each half of the time.
const toggles = (choices, choose) =>
  choices.map(([facet, value]) => timed(() => { choose(facet, value); choose(facet, null); }) / 2);

const keystrokes = (queries, search) =>
  queries.flatMap((letters) => letters.map((typed) => {
    const start = performance.now();
    search(typed);
    return performance.now() - start;
  }));

const once = (work) => {
  const start = performance.now();
  const made = work();
  return [made, [performance.now() - start]];
};

// The times of every task at a size, under its name and who did it.
window.measure = async (size) => {
  const [json, tables] = await Promise.all([
    fetch(`${size}.json`).then((file) => file.json()),
    fetch(`${size}.tables`).then((file) => file.arrayBuffer()),
  ]);
  const rows = rowsOf(json);
  const [choices, queries] = [choicesOf(rows), typedOf(rows)];
  const times = {};
  const note = (task, who, turns) => { (times[task] ??= {})[who] = turns; };
  const bytes = new Uint8Array(tables);

  const [ours, read] = once(() => new program.Reader(bytes));
  note('the corpus is read', 'Standpoint', read);
  const choose = (facet, value) => ours.view(value === null ? '' : `${facet}=${encodeURIComponent(value)}`);
  const [theirs, made] = once(() => crossfiltered(rows));
  note('the corpus is read', 'crossfilter2', made);
  for (const [facet, value] of choices) {
    const expected = rows.filter((row) => row[facet].includes(value)).length;
    const [left, right] = [choose(facet, value), theirs(facet, value)];
    theirs(facet, null);
    // What the peers are given of groups, issues and stances is simpler; the others are the same.
    if (right !== expected || (['actor', 'via', 'kind', 'act'].includes(facet) && left !== expected)) {
      throw Error(`${facet}=${value} leaves ${left} and ${right} of ${expected}`);
    }
  }
  note('a value is chosen, all counts', 'Standpoint', toggles(choices, choose));
  note('a value is chosen, all counts', 'crossfilter2', toggles(choices, theirs));

  const search = (typed) => ours.view(`q=${encodeURIComponent(typed)}`);
  const [, first] = once(() => search('zz'));
  note('the first search', 'Standpoint', first);
  note('a letter is typed', 'Standpoint', keystrokes(queries, search));
  ours.view('');
  for (const [who, index] of [['MiniSearch', miniSearched], ['FlexSearch', flexSearched]]) {
    const [searched, built] = once(() => index(rows));
    note('the first search', who, built);
    note('a letter is typed', who, keystrokes(queries, searched));
  }

  const compare = () => {
    ours.view('view=compare');
    ours.view('');
  };
  ours.view('view=compare');
  if (ours.cells() === 0) throw Error('the comparison is empty');
  ours.view('');
  note('the whole comparison', 'Standpoint', [1, 2, 3].map(() => timed(compare)));
  return times;
};
