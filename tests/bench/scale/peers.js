// The same questions to other libraries, for index.html: facets with the counts of all of them, and search as one types.
import crossfilter from 'crossfilter2';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';

const voices = (who) => [who].flat().map((one) => (one === '@document' ? '~document' : (one ?? '~none')));

// What each statement of a corpus has of each facet, and its words.
export const rowsOf = (corpus) => {
  const groups = new Map(corpus.actors.map((actor) => [actor.id, (actor.roles ?? []).map((role) => role.of)]));
  return corpus.statements.map((statement, id) => ({
    id,
    actor: [...new Set([...voices(statement.speaker), ...(statement.on_behalf_of ? [statement.on_behalf_of] : [])])],
    group: [...new Set(voices(statement.speaker).flatMap((actor) => groups.get(actor) ?? []))],
    via: [...new Set((statement.via ?? []).flatMap((relay) => voices(relay.actor)))],
    issue: [...new Set((statement.positions ?? []).map((position) => position.issue))],
    stance: [...new Set((statement.positions ?? []).map((position) => position.stance))],
    kind: [statement.kind],
    act: [statement.act ?? '~none'],
    words: (statement.spans ?? []).map((span) => span.exact).join(' '),
  }));
};

export const FACETS = ['actor', 'group', 'via', 'issue', 'stance', 'kind', 'act'];

// Gives a function that chooses one value of a facet, or none, and reads the counts of all.
export const crossfiltered = (rows) => {
  const filter = crossfilter(rows);
  const facets = Object.fromEntries(FACETS.map((name) => {
    const dimension = filter.dimension((row) => row[name], true);
    return [name, { dimension, group: dimension.group() }];
  }));
  const all = filter.groupAll();
  return (facet, value) => {
    if (value === null) facets[facet].dimension.filterAll();
    else facets[facet].dimension.filterExact(value);
    for (const name of FACETS) facets[name].group.all();
    return all.value();
  };
};

export const miniSearched = (rows) => {
  const index = new MiniSearch({ fields: ['words'] });
  index.addAll(rows);
  return (typed) => index.search(typed, { prefix: true, combineWith: 'AND' }).length;
};

export const flexSearched = (rows) => {
  const index = new FlexSearch.Index({ tokenize: 'forward' });
  for (const row of rows) index.add(row.id, row.words);
  return (typed) => index.search(typed, { limit: rows.length }).length;
};
