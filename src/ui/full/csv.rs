//! Tables for a spreadsheet: RFC 4180, a header row, and no cell that a spreadsheet would run as a formula, whichever
//! separator it takes: an apostrophe stands before what would begin one.

use super::comparison::cell_labels;
use super::comparison::cell_notes;
use crate::corpus::{Corpus, Speaker, Statement, StatementIx};
use crate::query::{Comparison, StanceToken, kind_token};
use crate::ui::context::{Command, Context};
use crate::ui::html::html;
use crate::ui::i18n::with_english;
use crate::ui::labels;
use yew::prelude::*;

/// A button that saves a table, which is made when it is pressed.
pub fn button(context: &Context, kind: &str, label: impl Into<Html>, table: fn(&Context) -> String) -> Html {
    let name = [context.corpus().id.as_str(), "-", kind, ".csv"].concat();
    let context = context.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        let text = with_english(|| table(&context));
        context.command.emit(Command::Download { name: name.clone(), mime: "text/csv", text });
    });
    html! { <button type="button" {onclick}>{ label.into() }</button> }
}

/// The comparison as the page shows it: a row a speaker, a column an issue.
pub fn comparison(corpus: &Corpus, found: &Comparison) -> String {
    let mut out = MARK.to_owned();
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
    let mut out = MARK.to_owned();
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
            let holders: Vec<&str> = position.holders.iter().map(|a| corpus.actors[*a].id.as_str()).collect();
            let own = [
                issue.id.to_string(),
                issue.label.clone(),
                StanceToken::of(position).as_str().to_owned(),
                holders.join(" "),
                labels(&position.conditions),
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
        labels::act(statement.act).to_owned(),
        ids(&statement.speaker),
        labels::speaker(corpus, &statement.speaker),
        statement.on_behalf_of.map_or(String::new(), |a| corpus.actors[a].id.to_string()),
        via.join(" > "),
        statement.date.map_or(String::new(), |d| d.to_string()),
        words.join(" […] "),
    ]
}

/// Without it a spreadsheet may take the file for one in an older encoding.
const MARK: &str = "\u{feff}";

fn line(out: &mut String, fields: impl Iterator<Item = String>) {
    for (i, field) in fields.enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push_str(&quoted(&field));
    }
    out.push_str("\r\n");
}

/// A field in marks. A spreadsheet that splits at another sign takes a part of it for a cell: no part begins a formula,
/// and white space and marks before it are no hindrance to one.
fn quoted(field: &str) -> String {
    let mut out = String::from("\"");
    let mut begins = true;
    for c in field.chars() {
        if begins && "=+-@＝＋－＠".contains(c) {
            out.push('\'');
        }
        begins = match c {
            ',' | ';' | '\t' | '\n' | '\r' => true,
            _ => begins && (c.is_whitespace() || c == '"'),
        };
        if c == '"' {
            out.push(c);
        }
        out.push(c);
    }
    out.push('"');
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    /// How a spreadsheet reads a line of a file: cells between separators, marks around a cell taken away.
    fn cells(line: &str, separator: char) -> Vec<String> {
        let (mut cells, mut cell, mut is_inside, mut is_start) = (Vec::new(), String::new(), false, true);
        let mut letters = line.chars().peekable();
        while let Some(c) = letters.next() {
            match c {
                '"' if is_inside && letters.peek() == Some(&'"') => {
                    cell.push('"');
                    letters.next();
                }
                '"' if is_inside => is_inside = false,
                '"' if is_start => is_inside = true,
                c if c == separator && !is_inside => {
                    cells.push(std::mem::take(&mut cell));
                    is_start = true;
                    continue;
                }
                c => cell.push(c),
            }
            is_start = false;
        }
        cells.push(cell);
        cells
    }

    #[test]
    fn a_field_is_always_quoted_and_never_runs_as_a_formula() {
        for (field, written) in [
            ("plain", "\"plain\""),
            ("a,b", "\"a,b\""),
            ("she said \"no\"", "\"she said \"\"no\"\"\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "\"'=1+1\""),
            (" =1+1", "\" '=1+1\""),
            ("＝1+1", "\"'＝1+1\""),
            ("@SUM(A1),2", "\"'@SUM(A1),2\""),
            ("Bald;=1+2;morgen", "\"Bald;'=1+2;morgen\""),
            ("tab\t\"=1+2\"", "\"tab\t\"\"'=1+2\"\"\""),
            ("a–b, c-d and 1+2=3", "\"a–b, c-d and 1+2=3\""),
            ("", "\"\""),
        ] {
            assert_eq!(quoted(field), written);
        }
    }

    /// Of the corpus in which words try it, whatever a spreadsheet takes for a separator.
    #[test]
    fn no_cell_begins_a_formula_whatever_separates_cells() {
        let file = include_bytes!("../../../tests/cases/sheet.json");
        let corpus = Corpus::read(file).unwrap().corpus;
        let all: Vec<StatementIx> = corpus.statements.iter().map(|(ix, _)| ix).collect();
        let table = statements(&corpus, &all);
        assert!(table.starts_with("\u{feff}\"corpus\",\"document\""), "{table}");
        assert!(table.contains("Bürgermeisterin Müller-Łódź"), "{table}");
        let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
        assert_eq!(lines.len(), 1 + all.len(), "{table}");
        for (line, separator) in lines.iter().flat_map(|line| [',', ';', '\t'].map(|sign| (line, sign))) {
            for cell in cells(line, separator) {
                let begins = cell.trim_start().trim_start_matches('"').trim_start();
                assert!(
                    !begins.starts_with(['=', '+', '-', '@', '＝']),
                    "“{cell}” of {line} at {separator:?}"
                );
            }
        }
        assert!(cells(lines[1], ',').iter().any(|cell| cell.starts_with("Wir bauen; '=1+2")), "{table}");
    }
}
