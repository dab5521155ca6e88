//! What bears on one voice and one issue: every position that was coded, how it came to count for the voice, and
//! whether it counts as a stance of its own.

use crate::corpus::{
    ActorIx, Confidence, Corpus, DocumentIx, IssueIx, Position, Speaker, Stance, Statement, StatementIx,
    Voice,
};

/// How a position came to count for a voice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attribution {
    Own,
    /// One of several speakers of a joint statement.
    Jointly,
    /// Said by somebody who speaks for the body.
    Through,
    /// Somebody else's account of where the actor stands.
    OthersSay,
}

/// A position that a cell rests on, by its statement and its place in the statement's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Evidence {
    pub statement: StatementIx,
    pub position: usize,
    pub attribution: Attribution,
}

/// What evidence weighs, in the order in which it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EvidenceKind {
    /// The voice's own, and it takes a position.
    WithStance,
    /// The voice's own: a question, a refusal, a mention, or words that the coder could not tell.
    WithoutStance,
    OthersSay,
    /// Taken back, put right or disowned: it counts for nothing.
    Retracted,
}

impl Evidence {
    pub fn position(self, corpus: &Corpus) -> Option<&Position> {
        corpus.statements[self.statement].positions.get(self.position)
    }

    pub fn kind(self, corpus: &Corpus) -> EvidenceKind {
        if corpus.retraction(self.statement).is_some() {
            return EvidenceKind::Retracted;
        }
        if self.attribution == Attribution::OthersSay {
            return EvidenceKind::OthersSay;
        }
        match self.position(corpus).map(|position| position.stance) {
            Some(Stance::Supports | Stance::Opposes | Stance::Neutral | Stance::Open) => {
                EvidenceKind::WithStance
            }
            Some(Stance::Unclear | Stance::None) | None => EvidenceKind::WithoutStance,
        }
    }

    /// Whether the coder is hardly sure of who speaks or of how it is read.
    pub fn is_doubtful(self, corpus: &Corpus) -> bool {
        let of_reading = self.position(corpus).and_then(|position| position.confidence);
        [corpus.statements[self.statement].confidence, of_reading].contains(&Some(Confidence::Low))
    }
}

/// The positions that bear on one voice and one issue, whether a filter shows them or not.
pub fn evidence_of(corpus: &Corpus, voice: Voice, issue: IssueIx) -> impl Iterator<Item = Evidence> + '_ {
    corpus.statements.iter().flat_map(move |(ix, statement)| {
        let positions = statement.positions.iter().enumerate().filter(move |(_, p)| p.issue == issue);
        positions.filter_map(move |(at, position)| {
            let attribution = attribution(statement, position, voice)?;
            Some(Evidence { statement: ix, position: at, attribution })
        })
    })
}

/// How a position of a statement counts for a voice, if it does.
pub fn attribution(statement: &Statement, position: &Position, voice: Voice) -> Option<Attribution> {
    if !position.is_own() {
        let is_held = voice.actor().is_some_and(|actor| position.holders.contains(&actor));
        return is_held.then_some(Attribution::OthersSay);
    }
    if statement.speaker.voices().any(|speaker| speaker == voice) {
        let jointly = statement.speaker.actors().len() > 1;
        return Some(if jointly { Attribution::Jointly } else { Attribution::Own });
    }
    (statement.on_behalf_of.is_some() && statement.on_behalf_of == voice.actor())
        .then_some(Attribution::Through)
}

/// Whom a position concerns, each once.
pub fn concerned(statement: &Statement, position: &Position) -> Vec<Voice> {
    let mut voices: Vec<Voice> = if position.is_own() {
        statement.speaker.voices().chain(statement.on_behalf_of.map(Voice::Actor)).collect()
    } else {
        position.holders.iter().copied().map(Voice::Actor).collect()
    };
    voices.sort();
    voices.dedup();
    voices
}

/// What a reader has to know of how words came to count for a voice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Provenance {
    /// Said together with others.
    Jointly(Vec<ActorIx>),
    /// Said for the body by these, each with the office that they held there.
    Through(Vec<(Voice, Option<String>)>),
    /// Said in an office of another body, or for it.
    For { body: ActorIx, office: Option<String> },
    /// Reported by another speaker, inside whose words it stands.
    ToldBy(Speaker),
    /// Written in this text, one of several.
    In(DocumentIx),
}

/// How a piece of a voice's own evidence came to count for it; nothing where the voice simply says it.
pub fn provenance(corpus: &Corpus, voice: Voice, evidence: Evidence) -> Vec<Provenance> {
    let statement = &corpus.statements[evidence.statement];
    let date = corpus.said(statement).date();
    let mut all = Vec::new();
    match evidence.attribution {
        Attribution::OthersSay => return all,
        Attribution::Own => {}
        Attribution::Jointly => {
            let others = statement.speaker.actors().iter().copied();
            all.push(Provenance::Jointly(others.filter(|actor| Voice::Actor(*actor) != voice).collect()));
        }
        Attribution::Through => all.extend(voice.actor().map(|body| through(corpus, statement, body))),
    }
    if let (Voice::Actor(actor), Some(body)) = (voice, statement.on_behalf_of)
        && actor != body
        && evidence.attribution != Attribution::Through
    {
        let roles = corpus.roles_on(actor, date);
        // Whoever speaks for the body that the caption names is marked by the caption.
        let is_caption = roles.first().is_some_and(|role| role.of == Some(body));
        let holds_office = corpus.office_in(actor, body, date);
        let speaks_for_it = holds_office.is_some() || evidence.attribution == Attribution::Own;
        if !is_caption && speaks_for_it {
            all.push(Provenance::For { body, office: holds_office.map(|role| role.title.clone()) });
        }
    }
    all.extend(teller(corpus, statement, voice).map(Provenance::ToldBy));
    if voice.actor().is_none() && corpus.documents.len() > 1 {
        all.push(Provenance::In(statement.document));
    }
    all
}

/// Who of a statement's speakers speaks for a body: those who hold an office of it, where some do.
fn through(corpus: &Corpus, statement: &Statement, body: ActorIx) -> Provenance {
    let date = corpus.said(statement).date();
    let speakers = || statement.speaker.voices();
    let is_of_body =
        |voice: &Voice| voice.actor().is_some_and(|actor| corpus.groups_on(actor, date).contains(&body));
    let mut all: Vec<Voice> = speakers().filter(is_of_body).collect();
    if all.is_empty() {
        all = speakers().collect();
    }
    let office = |voice: Voice| corpus.office_in(voice.actor()?, body, date).map(|role| role.title.clone());
    Provenance::Through(all.into_iter().map(|voice| (voice, office(voice))).collect())
}

/// Who passes a statement on without a word of their own; speakers inside whose words it stands are none of them.
pub fn mere_relays<'a>(corpus: &'a Corpus, statement: &'a Statement) -> impl Iterator<Item = &'a Speaker> {
    let outer: Vec<&Speaker> = outer(corpus, statement).map(|outer| &outer.speaker).collect();
    statement.via.iter().map(|relay| &relay.by).filter(move |by| !outer.contains(by))
}

/// The speakers inside whose words a statement stands, the nearest first. The text tells all of it, and is none.
pub fn tellers<'a>(corpus: &'a Corpus, statement: &'a Statement) -> impl Iterator<Item = &'a Speaker> {
    outer(corpus, statement).map(|outer| &outer.speaker).filter(|speaker| **speaker != Speaker::Document)
}

/// The statements that a statement stands inside, the nearest first.
fn outer<'a>(corpus: &'a Corpus, statement: &'a Statement) -> impl Iterator<Item = &'a Statement> {
    let parent = |statement: &Statement| statement.parent.map(|ix| &corpus.statements[ix]);
    std::iter::successors(parent(statement), move |outer| parent(outer)).take(corpus.statements.len())
}

/// The nearest of these who is not the voice itself.
fn teller(corpus: &Corpus, statement: &Statement, voice: Voice) -> Option<Speaker> {
    let mut others = tellers(corpus, statement);
    others.find(|speaker| !speaker.voices().any(|teller| teller == voice)).cloned()
}
