// The peer's answers: what a statement counts as, what a filter leaves, what a cell of the comparison may say.
import { blocksOf, list } from './text.js';

export const KINDS = { direct: 'word for word', mixed: 'part quoted', indirect: 'in paraphrase', scare: 'scare quotes' };
// Glyph, word on a policy, word on a claim where it differs.
export const STANCES = {
  supports: ['▲', 'supports', 'says so'],
  'supports-if': ['△', 'supports, if', 'says so, if'],
  opposes: ['▼', 'opposes', 'denies it'],
  'opposes-if': ['▽', 'opposes, if', 'denies it, if'],
  neutral: ['○', 'takes no side'],
  open: ['◇', 'open'],
  unclear: ['?', 'unclear'],
  none: ['…', 'takes no position'],
};
export const UNFILTERED = { q: '', who: [], issue: [], stance: [], kind: [] };
export const wordOf = (token, issue) => (issue.type == 'claim' && STANCES[token][2]) || STANCES[token][1];
const unique = (things) => [...new Set(things)];

/** As people type it: case, accents and curly quotes make no difference. */
const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  .replace(/[‘’]/g, "'").replace(/[“”„]/g, '"').replace(/\s+/g, ' ');

/** Adds to the corpus, once, what every press would otherwise look up again. */
export function prepare(corpus) {
  const byId = (things) => Object.fromEntries(things.map((thing) => [thing.id, thing]));
  for (const key of ['actors', 'issues', 'documents', 'statements']) corpus[key] ??= [];
  const { statements } = corpus;
  const actor = (corpus.actor = byId(corpus.actors));
  corpus.issue = byId(corpus.issues);
  const names = (ids) => ids.map((id) => actor[id].name).join(' and ');
  for (const s of statements) {
    const unnamed = s.speaker == null ? '~none' : s.speaker == '@document' && '~document';
    s.speakers = unnamed ? [] : list(s.speaker);
    s.by = { '~none': 'No named speaker', '~document': 'The writer' }[unnamed] ?? names(s.speakers);
    if (s.speakers[1]) s.by += ', jointly';
    s.body = names(list(s.on_behalf_of));
    s.who = unique([...list(unnamed || s.speakers), ...list(s.on_behalf_of)]);
    // The line break keeps a search from matching across two spans.
    s.folded = s.spans.map((span) => fold(span.exact)).join('\n');
    s.positions = list(s.positions).map((p) => {
      const ifs = list(p.condition).map((c) => c.label ?? `“${c.exact}”`);
      const token = ifs[0] && STANCES[p.stance + '-if'] ? p.stance + '-if' : p.stance;
      const holders = list(p.holder);
      return { ...p, s, token, ifs, holders, own: !holders[0], of: names(holders) };
    });
    // A statement without positions counts as one that takes none, on no issue.
    s.facts = s.positions[0] ? s.positions : [{ token: 'none', own: true }];
    s.issues = unique(s.positions.map((p) => p.issue));
    s.stances = unique(s.facts.filter((p) => p.own).map((p) => p.token));
  }
  for (const doc of corpus.documents) doc.blocks = blocksOf(doc, statements.filter((s) => s.document == doc.id));
  corpus.known = answer(statements, UNFILTERED).counts;
  const speaking = corpus.actors.map((a) => a.id).filter((id) => corpus.known.who[id]);
  const held = statements.flatMap((s) => s.positions.flatMap((p) => p.holders));
  corpus.speakers = grouped(actor, speaking);
  corpus.rows = grouped(actor, unique([...speaking, ...held]));
  return corpus;
}

/** Actors under the state or organisation they belong to, both by name. */
function grouped(actor, ids) {
  const groups = {};
  const top = (id) => (actor[id].part_of ? top(actor[id].part_of) : id);
  const byName = (a, b) => actor[a].name.localeCompare(actor[b].name);
  for (const id of ids.sort(byName)) {
    (groups[top(list(actor[id].roles).find((role) => role.of)?.of ?? id)] ??= []).push(id);
  }
  return Object.entries(groups).sort(([a], [b]) => byName(a, b));
}

const any = (chosen, values) => !chosen[0] || values.some((v) => chosen.includes(v));
/** Issue and stance hold of one and the same own position; what is said of others has no stance here. */
const stands = (s, issue, stance) =>
  s.facts.some((p) => any(issue, [p.issue]) && (!stance[0] || (p.own && stance.includes(p.token))));

/** The statements that a filter leaves, and how many each value would: a facet's counts ignore its own choice. */
export function answer(statements, { q, who, issue, stance, kind }) {
  const needle = fold(q).trim();
  const lit = new Set();
  const evidence = new Set();
  const counts = { who: {}, issue: {}, stance: {}, kind: {} };
  const bump = (facet, values) => values.forEach((v) => (counts[facet][v] = (counts[facet][v] ?? 0) + 1));
  for (const s of statements) {
    if (!s.folded.includes(needle)) continue;
    const [whoFits, kindFits, positionFits] = [any(who, s.who), any(kind, [s.kind]), stands(s, issue, stance)];
    if (kindFits) evidence.add(s);
    if (whoFits && kindFits && positionFits) lit.add(s);
    if (kindFits && positionFits) bump('who', s.who);
    if (whoFits && positionFits) bump('kind', [s.kind]);
    if (!whoFits || !kindFits) continue;
    bump('issue', s.issues.filter((v) => stands(s, [v], stance)));
    bump('stance', s.stances.filter((v) => stands(s, issue, [v])));
  }
  return { lit, evidence, counts };
}

/** One actor on one issue, as far as the filter leaves evidence; null where there never was any. */
export function cellOf(corpus, actor, issue, evidence) {
  const all = corpus.statements.flatMap((s) =>
    s.positions.filter((p) => p.issue == issue.id && (p.own ? s.who : p.holders).includes(actor)));
  if (!all[0]) return null;
  const left = all.filter((p) => evidence.has(p.s));
  const statements = new Set(left.map((p) => p.s));
  if (!left[0]) return { statements, word: `filtered out (${unique(all.map((p) => p.s)).length})` };

  const own = left.filter((p) => p.own);
  const taken = own.filter((p) => p.stance != 'none');
  const sayers = unique(left.filter((p) => !p.own).map((p) => (p.s.speaker == '@document' ? 'the article' : p.s.by)));
  const through = own.filter((p) => !p.s.speakers.includes(actor)).map((p) => `through ${p.s.by}`);
  const notes = unique([...own.flatMap((p) => p.ifs), ...through]);
  if (sayers[0]) notes.unshift(`${taken[0] ? '☞ said of it ' : ''}by ${sayers.join(', ')}`);
  const cell = (tone, glyph, word) => ({ tone, glyph, word, notes, own, statements });
  const stance = (token, rest = '') => cell(token + (rest && '-if'), STANCES[token][0], wordOf(token, issue) + rest);

  const ways = new Set(taken.map((p) => p.stance));
  const unclear = ways.delete('unclear');
  const disagree = own.some((p) => own.some((o) => o.s == p.s && o.coder != p.coder && o.token != p.token));
  if (disagree || (unclear && ways.size < 2)) return stance('unclear');
  if (ways.size > 1) return cell('both', '◆', 'both ways');
  if (!taken[0]) return sayers[0] ? cell('said', '☞', 'said of it') : cell('none', '…', 'speaks of it, takes no position');
  const tokens = unique(taken.map((p) => p.token));
  return tokens[1] ? stance(taken[0].stance, ', in places with a condition') : stance(tokens[0]);
}
