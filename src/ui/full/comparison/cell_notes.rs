//! The small lines of a cell: how coders differ, what a stance depends on, how the words came to count, what others
//! say, and what has been taken back.

use super::cell_labels;
use crate::corpus::quotation;
use crate::corpus::{Confidence, Corpus, IssueIx, Speaker, StatementIx, Voice};
use crate::query::{Cell, CellState, Condition, Provenance, Reading, Standing};
use crate::ui::i18n::{number, tr, tr_format, tr_plural};
use crate::ui::labels;

/// All lines, in the order in which they stand.
pub fn notes(corpus: &Corpus, issue: IssueIx, cell: &Cell) -> Vec<String> {
    let mut notes: Vec<String> =
        cell.readings.iter().map(|reading| self::reading(corpus, issue, *reading)).collect();
    notes.extend(cell.conditions(corpus).iter().filter_map(|c| condition(corpus, issue, c)));
    notes.extend(cell.provenance(corpus).iter().map(|line| provenance(corpus, line)));
    let unclear = cell.unclear_beside(corpus);
    if unclear > 0 {
        notes.push(tr_plural(unclear, "{n} unclear", "{n} unclear"));
    }
    if cell.is_doubtful(corpus) {
        notes.push(tr_format!("certainty: {level}", level = labels::confidence(Confidence::Low)));
    }
    notes.extend(others_say(corpus, issue, cell));
    notes.extend(cell.retracted(corpus).into_iter().filter_map(|ix| retraction(corpus, ix)));
    let mut seen: Vec<String> = Vec::with_capacity(notes.len());
    notes.into_iter().for_each(|note| {
        if !seen.contains(&note) {
            seen.push(note);
        }
    });
    seen
}

/// The number beside a state: the statements that carry it, and of how many on the issue where there are more.
pub fn count(corpus: &Corpus, cell: &Cell) -> String {
    let (count, total) = (cell.count(corpus), cell.total(corpus));
    if total > count {
        tr_format!("{n} of {all}", n = number(count), all = number(total))
    } else {
        number(count)
    }
}

/// The same with the word.
pub fn counted(corpus: &Corpus, cell: &Cell) -> String {
    let (count, total) = (cell.count(corpus), cell.total(corpus));
    let statements = labels::statements(total.max(count));
    if total > count {
        tr_format!("{matching} of {statements}", matching = number(count), statements = statements)
    } else {
        statements
    }
}

fn reading(corpus: &Corpus, issue: IssueIx, (coder, standing): Reading) -> String {
    let name = coder.map_or(tr("coder not named"), |coder| corpus.coders[coder].name.as_str());
    let word = match standing {
        Some(Standing::OthersSay(stances)) => {
            let said = |stance| cell_labels::said_of(stance, corpus.issues[issue].kind);
            let all = stances.iter().map(said).map(|sign| format!("{} {}", sign.glyph, sign.word));
            tr_format!("☞ others say: {said}", said = all.collect::<Vec<_>>().join(tr(", ")))
        }
        Some(standing) => {
            let sign = cell_labels::standing(standing, corpus.issues[issue].kind);
            format!("{} {}", sign.glyph, sign.word)
        }
        None => tr("no position of its own").to_owned(),
    };
    tr_format!("{coder}: {reading}", coder = name, reading = word)
}

/// The condition with the sign of the stance that depends on it, in the coder's short form or the source's words; none
/// where these words are in a shard that is not loaded.
fn condition(corpus: &Corpus, issue: IssueIx, condition: &Condition) -> Option<String> {
    let sign = labels::stance(condition.token, corpus.issues[issue].kind);
    let statement = &corpus.statements[condition.statement];
    let source = || labels::source_words(corpus, statement, condition.words.span);
    let words = condition.words.label.clone().unwrap_or_else(source);
    if words.is_empty() {
        return None;
    }
    // Words of the source may stand in marks.
    let says_if = labels::says_if(words.trim_start_matches(quotation::is_double));
    let words = if says_if { words } else { tr_format!("if: {condition}", condition = words) };
    Some(format!("{} {words}", sign.glyph))
}

/// How words came to count: "through Ida Berg, Secretary General", "as told by Cllr Rook".
pub fn provenance(corpus: &Corpus, line: &Provenance) -> String {
    match line {
        Provenance::Jointly(others) => {
            tr_format!(
                "jointly with {names}",
                names = labels::enumeration(&labels::actor_names(corpus, others))
            )
        }
        Provenance::Through(speakers) => {
            let who = |(voice, office): &(Voice, Option<String>)| match office {
                Some(office) => {
                    tr_format!("{name}, {role}", name = labels::voice_inside(corpus, *voice), role = office)
                }
                None => labels::voice_inside(corpus, *voice),
            };
            tr_format!("through {who}", who = speakers.iter().map(who).collect::<Vec<_>>().join("; "))
        }
        Provenance::For { body, office: Some(office) } => {
            tr_format!("as {role} of {body}", role = office, body = corpus.actors[*body].name)
        }
        Provenance::For { body, office: None } => tr_format!("for {body}", body = corpus.actors[*body].name),
        Provenance::ToldBy(teller) => tr_format!("as told by {names}", names = labels::by(corpus, teller)),
        Provenance::In(document) => tr_format!("in: {title}", title = corpus.documents[*document].title),
    }
}

/// What others say, each direction with by whom. Beside a state of its own it is marked.
fn others_say(corpus: &Corpus, issue: IssueIx, cell: &Cell) -> Vec<String> {
    let is_state = matches!(cell.state, CellState::Stands(Standing::OthersSay(_)));
    let all = cell.others_say(corpus);
    let is_alone = is_state && all.len() == 1;
    let said = all.into_iter().map(|(token, statements)| {
        let sign = cell_labels::said_of(token.stance(), corpus.issues[issue].kind);
        let mut by: Vec<String> = Vec::new();
        for speaker in statements.iter().map(|ix| labels::by(corpus, &corpus.statements[*ix].speaker)) {
            if !by.contains(&speaker) {
                by.push(speaker);
            }
        }
        let said = tr_format!("{stance} ({names})", stance = sign.word, names = labels::enumeration(&by));
        let mut said = format!("{} {said}", sign.glyph);
        // Alone it says what the number beside the state says.
        if statements.len() > 1 && !is_alone {
            said = format!("{said} · {}", number(statements.len()));
        }
        if is_state { said } else { tr_format!("☞ others say: {said}", said = said) }
    });
    said.collect()
}

/// What became of a statement later, and when: "withdrawn 1 March 2025".
pub fn retraction(corpus: &Corpus, statement: StatementIx) -> Option<String> {
    corpus.retraction(statement).map(|about| labels::retraction(corpus, about))
}

/// Who says it of somebody else, as a line of its own.
pub fn says(corpus: &Corpus, speaker: &Speaker) -> String {
    tr_format!("said by {names}", names = labels::by(corpus, speaker))
}
