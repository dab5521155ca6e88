//! Tables for a spreadsheet: RFC 4180, a header row, and no cell that a spreadsheet would run as a
//! formula (such a cell begins with an apostrophe).

use super::comparison::cell_labels;
use super::comparison::cell_notes;
use crate::corpus::{Corpus, Speaker, Statement, StatementIx};
use crate::query::{Comparison, StanceToken, kind_token};
use crate::ui::labels;

/// The comparison as the page shows it: a row a speaker, a column an issue.
pub fn table(corpus: &Corpus, found: &Comparison) -> String {
    let mut out = String::new();
    let heads = found.columns.iter().map(|c| {
        let issue = &corpus.issues[c.issue];
        format!("{}: {}", issue.label, issue.proposition)
    });
    line(&mut out, ["Group".to_owned(), "Speaker".to_owned()].into_iter().chain(heads));
    for group in &found.groups {
        let head = group.head.map_or(String::new(), |head| corpus.actors[head].name.clone());
        for row in &group.rows {
            let cells = found.columns.iter().zip(&row.cells).map(|(column, c)| {
                let word = cell_labels::state(c.state, corpus.issues[column.issue].kind).word;
                if !c.is_filled() {
                    return word;
                }
                let notes = cell_notes::notes(corpus, column.issue, c);
                let notes = if notes.is_empty() { String::new() } else { format!(": {}", notes.join("; ")) };
                format!("{word} ({}){notes}", cell_notes::count(corpus, c))
            });
            line(&mut out, [head.clone(), labels::voice(corpus, row.voice)].into_iter().chain(cells));
        }
    }
    out
}

/// The statements of a view: a row for each statement and position. Offsets are code points.
pub fn statements(corpus: &Corpus, shown: &[StatementIx]) -> String {
    let mut out = String::new();
    let heads = [
        "corpus",
        "document",
        "document_date",
        "statement",
        "start",
        "end",
        "kind",
        "act",
        "speaker_ids",
        "speakers",
        "on_behalf_of",
        "via",
        "date",
        "words",
        "issue_id",
        "issue",
        "stance",
        "holder_ids",
        "condition",
        "terms",
        "hedged",
        "coder",
        "rationale",
    ];
    line(&mut out, heads.into_iter().map(str::to_owned));
    for ix in shown {
        let statement = &corpus.statements[*ix];
        let fixed = statement_fields(corpus, statement);
        if statement.positions.is_empty() {
            line(&mut out, fixed.iter().cloned().chain(std::iter::repeat_n(String::new(), 9)));
        }
        for position in &statement.positions {
            let issue = &corpus.issues[position.issue];
            let labels = |all: &[crate::corpus::LabelledSpan]| {
                all.iter()
                    .map(|l| corpus.documents[statement.document].text.get(l.span))
                    .collect::<Vec<_>>()
                    .join("; ")
            };
            let holders: Vec<&str> = position.holder.iter().map(|a| corpus.actors[*a].id.as_str()).collect();
            let own = [
                issue.id.to_string(),
                issue.label.clone(),
                StanceToken::of(position).as_str().to_owned(),
                holders.join(" "),
                labels(&position.condition),
                labels(&position.terms),
                if position.hedged { "yes" } else { "no" }.to_owned(),
                position.coder.map_or(String::new(), |c| corpus.coders[c].id.to_string()),
                position.rationale.clone().unwrap_or_default(),
            ];
            line(&mut out, fixed.iter().cloned().chain(own));
        }
    }
    out
}

fn statement_fields(corpus: &Corpus, statement: &Statement) -> Vec<String> {
    let document = &corpus.documents[statement.document];
    let ids = |speaker: &Speaker| match speaker {
        Speaker::Actors(actors) => {
            actors.iter().map(|a| corpus.actors[*a].id.as_str()).collect::<Vec<_>>().join(" ")
        }
        Speaker::Document => "@document".to_owned(),
        Speaker::Unnamed => String::new(),
    };
    let via: Vec<String> = statement.via.iter().map(|relay| ids(&relay.by)).collect();
    let words: Vec<&str> = corpus.words(statement).collect();
    vec![
        corpus.id.to_string(),
        document.id.to_string(),
        document.date.to_string(),
        statement.id.to_string(),
        statement.start().to_string(),
        statement.spans.last().map_or(0, |w| w.span.end()).to_string(),
        kind_token(statement.kind).to_owned(),
        statement.act.map_or(String::new(), |act| labels::act(Some(act)).to_owned()),
        ids(&statement.speaker),
        labels::speaker(corpus, &statement.speaker),
        statement.on_behalf_of.map_or(String::new(), |a| corpus.actors[a].id.to_string()),
        via.join(" > "),
        statement.date.map_or(String::new(), |d| d.to_string()),
        words.join(" […] "),
    ]
}

fn line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(&quoted(&field));
    }
    out.push_str("\r\n");
}

fn quoted(field: &str) -> String {
    let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let field = if formula { format!("'{field}") } else { field.to_owned() };
    if field.contains([',', '"', '\n', '\r']) || field != field.trim() {
        format!("\"{}\"", field.replace('"', "\"\""))
    } else {
        field
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_quoted_when_it_must_and_never_runs_as_a_formula() {
        for (field, written) in [
            ("plain", "plain"),
            ("a,b", "\"a,b\""),
            ("she said \"no\"", "\"she said \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("@SUM(A1),2", "\"'@SUM(A1),2\""),
            ("", ""),
        ] {
            assert_eq!(quoted(field), written);
        }
    }
}
