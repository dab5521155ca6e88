//! The page's own words: short, plain, and the same everywhere. Nothing here is the source's.

use super::i18n::{interpolate, plain_number, tr, tr_format, tr_noop, tr_plural};
use crate::corpus::{
    About, Act, ActorIx, Confidence, Corpus, IssueKind, Kind, PartialDate, Relation, SaidAt, Span, Speaker,
    Statement, StatementIx, Voice,
};
use crate::query::StanceToken;

/// A stance as a glyph and a word; never the one without the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sign {
    pub glyph: &'static str,
    pub word: &'static str,
    /// Names the colour and pattern in the style sheet.
    pub tone: &'static str,
}

pub const fn sign(glyph: &'static str, word: &'static str, tone: &'static str) -> Sign {
    Sign { glyph, word, tone }
}

/// A stance on an issue: a policy is supported or opposed, a claim made or denied.
pub fn stance(token: StanceToken, kind: IssueKind) -> Sign {
    let claim = kind == IssueKind::Claim;
    match token {
        StanceToken::Supports if claim => sign("▲", tr("says so"), "supports"),
        StanceToken::Supports => sign("▲", tr("supports"), "supports"),
        StanceToken::SupportsIf if claim => sign("△", tr("says so, if"), "supports-if"),
        StanceToken::SupportsIf => sign("△", tr("supports, if"), "supports-if"),
        StanceToken::Opposes if claim => sign("▼", tr("denies it"), "opposes"),
        StanceToken::Opposes => sign("▼", tr("opposes"), "opposes"),
        StanceToken::OpposesIf if claim => sign("▽", tr("denies it, if"), "opposes-if"),
        StanceToken::OpposesIf => sign("▽", tr("opposes, if"), "opposes-if"),
        StanceToken::Neutral => sign("○", tr("takes no side"), "neutral"),
        StanceToken::Open => sign("◇", tr("open"), "open"),
        StanceToken::Unclear => sign("?", tr("unclear"), "unclear"),
        StanceToken::None => sign("…", tr("no position in these words"), "none"),
    }
}

/// A stance before the name of its issue, which must not read as what follows an "if".
pub fn stance_on(token: StanceToken, kind: IssueKind) -> Sign {
    match token {
        StanceToken::SupportsIf | StanceToken::OpposesIf => stance_choice(token),
        _ => stance(token, kind),
    }
}

/// A stance and the condition it comes with. A short form that begins with its own "if" is joined to the stance; any
/// other comes behind a colon: "supports higher fares" would be another stance.
pub fn stance_given(token: StanceToken, kind: IssueKind, condition: &str) -> String {
    let bare = match token {
        StanceToken::SupportsIf => StanceToken::Supports,
        StanceToken::OpposesIf => StanceToken::Opposes,
        other => other,
    };
    if says_if(condition) {
        tr_format!("{stance} {condition}", stance = stance(bare, kind).word, condition = condition)
    } else {
        tr_format!("{stance}: {condition}", stance = stance(token, kind).word, condition = condition)
    }
}

/// Whether a condition begins with a word that says so, in a language of the page.
pub fn says_if(condition: &str) -> bool {
    const WORDS: &str = " if unless until once before as when where given wenn falls si якщо если إذا ";
    let first = condition.split(' ').next().unwrap_or_default();
    !first.is_empty() && WORDS.split(' ').any(|word| word.eq_ignore_ascii_case(first))
}

/// A stance where it may be of a policy or of a claim.
pub fn stance_choice(token: StanceToken) -> Sign {
    let word = match token {
        StanceToken::Supports => tr("supports, says so"),
        StanceToken::SupportsIf => tr("supports, with a condition"),
        StanceToken::Opposes => tr("opposes, denies it"),
        StanceToken::OpposesIf => tr("opposes, with a condition"),
        StanceToken::None => tr("no position"),
        _ => stance(token, IssueKind::Policy).word,
    };
    Sign { word, ..stance(token, IssueKind::Policy) }
}

/// The same where it stands alone: in a chip, in a sentence.
pub fn stance_chip(token: StanceToken) -> &'static str {
    match token {
        StanceToken::Supports => tr("supports or says so"),
        StanceToken::SupportsIf => tr("supports or says so, with a condition"),
        StanceToken::Opposes => tr("opposes or denies it"),
        StanceToken::OpposesIf => tr("opposes or denies it, with a condition"),
        StanceToken::None => tr("no position"),
        _ => stance(token, IssueKind::Policy).word,
    }
}

/// How the words are given, as the facet and the card say it.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => tr("word for word"),
        Kind::Mixed => tr("part quoted"),
        Kind::Indirect => tr("in paraphrase"),
        Kind::Scare => tr("scare quotes"),
    }
}

/// How a statement is given: what a writer says in their own voice is no paraphrase of anybody.
pub fn given(statement: &Statement) -> &'static str {
    match (&statement.speaker, statement.kind) {
        (Speaker::Document, Kind::Indirect) if statement.via.is_empty() => tr("in the text’s own words"),
        (_, kind) => self::kind(kind),
    }
}

/// The style of a kind's underline.
pub fn underline_class(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "is-direct",
        Kind::Mixed => "is-mixed",
        Kind::Indirect => "is-indirect",
        Kind::Scare => "is-scare",
    }
}

/// What the speaker did, for the last step of a relay chain.
pub fn act(act: Option<Act>) -> &'static str {
    match act {
        // No verb is put into the text's mouth.
        None => "",
        Some(Act::Asserts) => tr("stated"),
        Some(Act::Asks) => tr("asked"),
        Some(Act::Demands) => tr("demanded"),
        Some(Act::Promises) => tr("promised"),
        Some(Act::Warns) => tr("warned"),
        Some(Act::Predicts) => tr("predicted"),
        Some(Act::Proposes) => tr("proposed"),
        Some(Act::Denies) => tr("denied"),
        Some(Act::Refuses) => tr("refused"),
        Some(Act::DeclinesToComment) => tr("declined to comment"),
    }
}

/// What words do, as the facet says it.
pub fn act_choice(act: Act) -> &'static str {
    match act {
        Act::Asserts => tr("states"),
        Act::Asks => tr("asks"),
        Act::Demands => tr("demands"),
        Act::Promises => tr("promises"),
        Act::Warns => tr("warns"),
        Act::Predicts => tr("predicts"),
        Act::Proposes => tr("proposes"),
        Act::Denies => tr("denies"),
        Act::Refuses => tr("refuses"),
        Act::DeclinesToComment => tr("declines to comment"),
    }
}

pub fn confidence(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::High => tr("high"),
        Confidence::Medium => tr("medium"),
        Confidence::Low => tr("low"),
    }
}

/// A whole form each: in some languages a month changes beside a day.
const DAYS: [&str; 12] = [
    tr_noop("{day} January {year}"),
    tr_noop("{day} February {year}"),
    tr_noop("{day} March {year}"),
    tr_noop("{day} April {year}"),
    tr_noop("{day} May {year}"),
    tr_noop("{day} June {year}"),
    tr_noop("{day} July {year}"),
    tr_noop("{day} August {year}"),
    tr_noop("{day} September {year}"),
    tr_noop("{day} October {year}"),
    tr_noop("{day} November {year}"),
    tr_noop("{day} December {year}"),
];
const MONTHS: [&str; 12] = [
    tr_noop("January {year}"),
    tr_noop("February {year}"),
    tr_noop("March {year}"),
    tr_noop("April {year}"),
    tr_noop("May {year}"),
    tr_noop("June {year}"),
    tr_noop("July {year}"),
    tr_noop("August {year}"),
    tr_noop("September {year}"),
    tr_noop("October {year}"),
    tr_noop("November {year}"),
    tr_noop("December {year}"),
];

/// "16 December 2021", "December 2021" or "2021".
pub fn date(date: PartialDate) -> String {
    let day = match date.day() {
        // Some languages count the first day by another word than the others.
        Some(1) => tr("1").to_owned(),
        day => plain_number(day.map_or(0, usize::from)),
    };
    // An early year has its four digits, as it is written in a file: "44" would be taken for another.
    let year = match usize::from(date.year()) {
        early @ ..1000 => [plain_number(0).repeat(4 - early.to_string().len()), plain_number(early)].concat(),
        year => plain_number(year),
    };
    let forms = if date.day().is_some() { &DAYS } else { &MONTHS };
    let form = date.month().and_then(|month| forms.get(usize::from(month).checked_sub(1)?).copied());
    match form {
        Some(form) => interpolate(tr(form), &[("day", &day), ("year", &year)]),
        None => year,
    }
}

pub fn when_said(said: SaidAt) -> String {
    match said {
        SaidAt::On(day) => date(day),
        SaidAt::By(day) => tr_format!("{day} or earlier", day = date(day)),
    }
}

/// Who spoke, in one line: "A and B, jointly", or why there is no name.
pub fn speaker(corpus: &Corpus, speaker: &Speaker) -> String {
    match speaker {
        Speaker::Document => voice(corpus, Voice::Text),
        Speaker::Unnamed => voice(corpus, Voice::Unnamed),
        Speaker::Actors(actors) => {
            let names = enumeration(&actor_names(corpus, actors));
            if actors.len() > 1 { tr_format!("{names}, jointly", names = names) } else { names }
        }
    }
}

/// Who is heard, where the name stands alone.
pub fn voice(corpus: &Corpus, voice: Voice) -> String {
    match voice {
        Voice::Actor(actor) => corpus.actors[actor].name.clone(),
        Voice::Text => tr("The text").to_owned(),
        Voice::Unnamed => tr("Not named").to_owned(),
    }
}

/// The same inside a sentence.
pub fn voice_inside(corpus: &Corpus, voice: Voice) -> String {
    match voice {
        Voice::Actor(actor) => corpus.actors[actor].name.clone(),
        Voice::Text => tr("the text").to_owned(),
        Voice::Unnamed => tr("someone not named").to_owned(),
    }
}

/// By whom, inside a sentence: "A and B", "the text", "someone not named".
pub fn by(corpus: &Corpus, speaker: &Speaker) -> String {
    enumeration(&speaker.voices().map(|voice| voice_inside(corpus, voice)).collect::<Vec<_>>())
}

/// Words of a source, in the quotation marks of the page's language.
pub fn quoted(words: &str) -> String {
    tr_format!("“{words}”", words = words)
}

/// Words of a statement as they may stand in a line of the page: in marks only where they are quoted.
pub fn source_words(corpus: &Corpus, statement: &Statement, span: Span) -> String {
    let words = corpus.documents[statement.document].text.get(span);
    let is_quoted = statement.spans.iter().any(|piece| piece.quoted && piece.span.contains(span));
    if is_quoted { quoted(words) } else { words.to_owned() }
}

/// What became of a statement, and when: "withdrawn 1 March 2025".
pub fn retraction(corpus: &Corpus, about: About) -> String {
    let day = when_said(corpus.said(&corpus.statements[about.statement]));
    match about.relation {
        Relation::Corrects => tr_format!("corrected {day}", day = day),
        Relation::Disowns => tr_format!("disowned {day}", day = day),
        Relation::Withdraws | Relation::Repeats => tr_format!("withdrawn {day}", day = day),
    }
}

/// What a statement does to an earlier one.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Withdraws => tr("Withdraws an earlier statement"),
        Relation::Corrects => tr("Corrects an earlier statement"),
        Relation::Disowns => tr("Disowns an earlier statement"),
        Relation::Repeats => tr("Repeats another statement, counted once"),
    }
}

/// The role a speaker had when it was said: "President of Ukraine".
pub fn role(corpus: &Corpus, actor: ActorIx, date: PartialDate) -> Option<String> {
    let roles: Vec<String> = corpus
        .roles_on(actor, date)
        .into_iter()
        .map(|role| match role.of {
            Some(of) => tr_format!("{title} of {body}", title = role.title, body = corpus.actors[of].name),
            None => role.title.clone(),
        })
        .collect();
    (!roles.is_empty()).then(|| roles.join(tr(", ")))
}

pub fn actor_names(corpus: &Corpus, actors: &[ActorIx]) -> Vec<String> {
    actors.iter().map(|actor| corpus.actors[*actor].name.clone()).collect()
}

/// "A", "A and B", "A, B and C".
pub fn enumeration(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => tr_format!("{all} and {last}", all = first.join(tr(", ")), last = last),
    }
}

pub fn statements(n: usize) -> String {
    tr_plural(n, "{n} statement", "{n} statements")
}

/// The number of a statement among its document's, from 1.
pub fn number(corpus: &Corpus, statement: StatementIx) -> usize {
    let document = corpus.statements[statement].document;
    corpus.statements_in(document).binary_search(&statement).unwrap_or_default() + 1
}

/// A statement in one breath: who, how, and where they stand.
pub fn summary(corpus: &Corpus, statement: &Statement) -> String {
    let mut parts = vec![speaker(corpus, &statement.speaker), given(statement).to_owned()];
    for position in &statement.positions {
        let issue = &corpus.issues[position.issue];
        let word = stance_on(StanceToken::of(position), issue.kind).word;
        parts.push(if position.is_own() {
            tr_format!("{stance}: {issue}", stance = word, issue = issue.label)
        } else {
            let names = enumeration(&actor_names(corpus, &position.holders));
            tr_format!(
                "says of {names}: {stance}: {issue}",
                names = names,
                stance = word,
                issue = issue.label
            )
        });
    }
    parts.join(tr(", "))
}
