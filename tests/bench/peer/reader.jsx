// The whole screen of a plain reader, as one component that owns the filter: facets, the marked article, a
// comparison, a list. It is what Standpoint is measured against, so it is written as well as we can; it keeps no
// links, no history and no settings.
import { Component, Fragment, h, render } from 'preact';
import { KINDS, STANCES, UNFILTERED, answer, cellOf, prepare, wordOf } from './model.js';
import { isQuoted } from './text.js';

const Sign = ({ token, word }) => <span class={token}><i aria-hidden="true">{STANCES[token][0]}</i> {word}</span>;

class Reader extends Component {
  state = { ...UNFILTERED, view: 'read', open: null, cell: null };

  toggle(facet, value) {
    this.setState(({ [facet]: chosen }) => ({
      [facet]: chosen.includes(value) ? chosen.filter((v) => v != value) : [...chosen, value],
    }));
  }

  row(facet, value, label) {
    const count = this.found.counts[facet][value] ?? 0;
    return (
      <label key={value} class={count ? '' : 'empty'}>
        <input type="checkbox" checked={this.state[facet].includes(value)} onChange={() => this.toggle(facet, value)} />
        <span>{label}</span><b>{count}</b>
      </label>
    );
  }

  facets({ actor, known, issues, speakers }) {
    const voices = { '~document': 'The writer’s own voice', '~none': 'No named speaker' };
    return (
      <aside aria-label="Filters">
        <fieldset>
          <legend>Who speaks</legend>
          {speakers.map(([head, members]) => <Fragment key={head}>
            <small>{actor[head].name}</small>
            {members.map((id) => this.row('who', id, actor[id].name))}
          </Fragment>)}
          {Object.keys(voices).map((v) => known.who[v] && this.row('who', v, voices[v]))}
        </fieldset>
        <fieldset><legend>On what</legend>{issues.map((i) => this.row('issue', i.id, i.label))}</fieldset>
        <fieldset>
          <legend>Stance</legend>
          {Object.entries(STANCES).map(([token, [, policy, claim]]) => known.stance[token] &&
            this.row('stance', token, <Sign token={token} word={claim ? `${policy} · ${claim}` : policy} />))}
        </fieldset>
        <fieldset>
          <legend>How quoted</legend>
          {Object.keys(KINDS).map((kind) => this.row('kind', kind, <span class={'line ' + kind}>{KINDS[kind]}</span>))}
        </fieldset>
      </aside>
    );
  }

  run({ words, owners, role }) {
    if (!owners[0]) return role == 'dateline' ? <span class="dateline">{words}</span> : words;
    // The link is the innermost statement that begins here; others that begin here get one in front of it.
    const firsts = owners.filter((o) => o.first).map((o) => o.s);
    const linked = firsts.pop();
    const link = (s, inner) => (
      <a id={'t-' + s.id} href={'#' + s.id} aria-label={`${s.by}, ${KINDS[s.kind]}: ${words}`}
        onClick={() => this.setState({ open: s })}>{inner}</a>
    );
    let inner = words;
    [...owners].reverse().forEach(({ s, quoted }, depth) => {
      const state = (this.found.lit.has(s) ? '' : ' out') + (this.state.open == s ? ' open' : '') + (quoted ? ' quoted' : '');
      inner = <span class={`line ${s.kind}${state}${depth ? ' outer' : ''}`}>{inner}</span>;
    });
    if (linked) return <>{firsts.map((s) => link(s, '▸'))}{link(linked, inner)}</>;
    const { s } = owners.at(-1);
    return <span class="run" onClick={() => (location.hash = s.id, this.setState({ open: s }))}>{inner}</span>;
  }

  article(doc, filtered) {
    return (
      <article key={doc.id} lang={doc.language} class={filtered ? 'filtered' : ''}>
        <h2>{doc.title}</h2>
        {doc.blocks.map(({ role, runs }) => {
          const inner = runs.map((run) => this.run(run));
          if (role == 'heading') return <h3>{inner}</h3>;
          if (role == 'pullquote') return <blockquote><p>{inner}</p></blockquote>;
          return <p class={role}>{inner}</p>;
        })}
      </article>
    );
  }

  matrix(corpus, { who, issue, stance }) {
    const issues = corpus.issues.filter((i) => !issue[0] || issue.includes(i.id));
    const groups = corpus.rows
      .map(([head, ids]) => [head, ids.filter((id) => !who[0] || who.includes(id))]).filter(([, ids]) => ids[0]);
    return <>
      <div class="scroll" tabIndex="0" role="region" aria-label="Comparison of stances">
        <table>
          <thead><tr><th scope="col">Speaker</th>{issues.map((i) => <th scope="col">{i.label}<small>{i.proposition}</small></th>)}</tr></thead>
          {groups.map(([head, ids]) => (
            <tbody key={head}>
              <tr><th scope="rowgroup" colSpan={issues.length + 1}><small>{corpus.actor[head].name}</small></th></tr>
              {ids.map((id) => <tr key={id}>
                <th scope="row">{corpus.actor[id].name}</th>
                {issues.map((i) => <td key={i.id}>{this.cell(corpus, id, i, stance)}</td>)}
              </tr>)}
            </tbody>
          ))}
        </table>
      </div>
      <p class="soft">Empty: not quoted on this here, which says nothing about where the speaker stands. The number counts
        statements, not firmness. ☞ said of it by others. A cell with the stance you chose has a ring.</p>
    </>;
  }

  cell(corpus, id, issue, stance) {
    const cell = cellOf(corpus, id, issue, this.found.evidence);
    if (!cell) return <span class="unseen">not quoted on this</span>;
    if (!cell.own) return <span class="soft">{cell.word}</span>;
    const ringed = cell.own.some((p) => stance.includes(p.token)) ? ' ringed' : '';
    return (
      <button class={'cell ' + cell.tone + ringed} onClick={() => this.setState({ cell: { id, issue }, open: null })}>
        <i aria-hidden="true">{cell.glyph}</i> {cell.word} <b>{cell.statements.size}</b>
        {cell.notes.map((note) => <small>{note}</small>)}
      </button>
    );
  }

  render({ corpus }, state) {
    const { lit, evidence } = (this.found = answer(corpus.statements, state));
    const filtered = Object.keys(UNFILTERED).some((key) => state[key].length);
    const { view, cell } = state;
    const chosen = view == 'compare' && cell && cellOf(corpus, cell.id, cell.issue, evidence)?.statements;
    const listed = chosen || lit;
    const tab = (name, label) => (
      <button aria-pressed={view == name} onClick={() => this.setState({ view: name, cell: null })}>{label}</button>
    );
    return <>
      <header>
        <h1>{corpus.title}</h1>
        <nav>{tab('read', 'Read')}{tab('compare', 'Compare')}</nav>
        <input type="search" placeholder="Search what was said" aria-label="Search what was said"
          value={state.q} onInput={(e) => this.setState({ q: e.target.value })} />
      </header>
      {this.facets(corpus)}
      <main>
        <div class="bar">
          <p class="status" role="status"><b>{lit.size}</b> of {corpus.statements.length} statements</p>
          {filtered && <button onClick={() => this.setState(UNFILTERED)}>Clear</button>}
        </div>
        {view == 'read' ? corpus.documents.map((doc) => this.article(doc, filtered)) : this.matrix(corpus, state)}
      </main>
      <section aria-label="Statements">
        {chosen && <h2>{corpus.actor[cell.id].name} <span class="soft">on</span> {cell.issue.label}</h2>}
        <ol>{corpus.statements.map((s) => (
          <li key={s.id} id={s.id} class={(listed.has(s) ? '' : 'out') + (state.open == s ? ' open' : '')}>
            {s.note}
            <a href={'#t-' + s.id} onClick={() => this.setState({ open: s, view: 'read' })}>read in the text</a>
          </li>
        ))}</ol>
      </section>
    </>;
  }
}

/** The part of a statement in the list that no filter changes: made once, so that preact passes over it. */
function note(s, { issue }) {
  return <>
    <b>{s.by}</b>{s.body && ` for ${s.body}`} <span class="soft">{KINDS[s.kind]}</span>
    {s.positions.map((p) => (
      <div>
        {p.of && `says of ${p.of}: `}<Sign token={p.token} word={wordOf(p.token, issue[p.issue])} /> {issue[p.issue].label}
        {p.ifs.map((words) => <small>{words}</small>)}
      </div>
    ))}
    {!s.positions[0] && <div class="soft">takes no position</div>}
    <q>{s.spans.map((span) => (isQuoted(s, span) ? `“${span.exact}”` : span.exact)).join(' […] ')}</q>
  </>;
}

fetch('corpus.json')
  .then((response) => (response.ok ? response.json() : Promise.reject(Error(response.status))))
  .then((raw) => {
    const corpus = prepare(raw);
    for (const s of corpus.statements) s.note = note(s, corpus);
    render(<Reader corpus={corpus} />, document.body);
  })
  .catch((problem) => (document.body.textContent = `This corpus could not be shown (${problem.message}).`));
