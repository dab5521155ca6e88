//! What a step did, in a few words, for the list of steps.

use crate::corpus::raw::IdText;
use crate::draft::{Edit, NewRow, StatementField};
use crate::ui::i18n::{tr, tr_format, tr_plural};

pub fn described(edit: &Edit) -> String {
    match edit {
        Edit::SetCorpus(_) => tr("the corpus’ own data").to_owned(),
        Edit::Add { row, .. } => match row {
            NewRow::Coder(coder) => tr_format!("new coder: {name}", name = coder.name),
            NewRow::Actor(actor) => tr_format!("new actor: {name}", name = actor.name),
            NewRow::Issue(issue) => tr_format!("new issue: {name}", name = issue.label),
            NewRow::Document(document) => tr_format!("new text: {name}", name = document.title),
            NewRow::Statement(statement) => {
                let words = statement.spans.first().map(|words| words.exact.as_str()).unwrap_or_default();
                tr_format!("statement: “{words}”", words = super::work::beginning(words))
            }
        },
        Edit::Remove(row) => tr_format!("removed: {name}", name = row.id.0),
        Edit::Move { row, .. } => tr_format!("moved: {name}", name = row.id.0),
        Edit::Rename { row, to, .. } => tr_format!("id {old} is {new} now", old = row.id.0, new = to.0),
        Edit::SetCoder { coder, .. } => tr_format!("coder {name}", name = coder.0),
        Edit::SetActor { actor, .. } => tr_format!("actor {name}", name = actor.0),
        Edit::SetIssue { issue, .. } => tr_format!("issue {name}", name = issue.0),
        Edit::SetDocument { document, .. } => tr_format!("data of the text {name}", name = document.0),
        Edit::CorrectText { document, .. } => tr_format!("corrected text of {name}", name = document.0),
        Edit::MergeActors { from, into } | Edit::MergeIssues { from, into } => {
            tr_format!("{from} merged into {into}", from = from.0, into = into.0)
        }
        Edit::SplitActor { from, .. } | Edit::SplitIssue { from, .. } => {
            tr_format!("{from} split", from = from.0)
        }
        Edit::SetStatements { statements, to } => {
            tr_format!("{field} of {which}", field = field(to), which = which(statements))
        }
        Edit::AddSpan { statement, .. } => tr_format!("more words of {name}", name = statement.0),
        Edit::SetSpan { statement, .. } => tr_format!("edge of the words of {name}", name = statement.0),
        Edit::RemoveSpan { statement, .. } => tr_format!("words taken from {name}", name = statement.0),
        Edit::AddPosition { statement, position } => {
            tr_format!("position of {name} on {issue}", name = statement.0, issue = position.issue.0)
        }
        Edit::SetPosition { statement, position, .. } => {
            tr_format!("changed position of {name} on {issue}", name = statement.0, issue = position.issue.0)
        }
        Edit::RemovePosition { statement, .. } => {
            tr_format!("position taken from {name}", name = statement.0)
        }
        Edit::Many(edits) if edits.len() > 1 && edits.iter().all(|edit| matches!(edit, Edit::Remove(_))) => {
            tr_plural(edits.len(), "{n} row removed", "{n} rows removed")
        }
        Edit::Many(edits) => {
            // The last one is what the others were done for.
            edits.last().map(described).unwrap_or_default()
        }
    }
}

fn which(statements: &[IdText]) -> String {
    match statements {
        [only] => only.0.clone(),
        several => tr_plural(several.len(), "{n} statement", "{n} statements"),
    }
}

fn field(to: &StatementField) -> &'static str {
    match to {
        StatementField::Kind(_) => tr("kind"),
        StatementField::Act(_) => tr("what the words do"),
        StatementField::Speaker(_) => tr("speaker"),
        StatementField::OnBehalfOf(_) => tr("spoken for"),
        StatementField::Via(_) => tr("passed on by"),
        StatementField::Addressees(_) => tr("said to"),
        StatementField::Occasion(_) => tr("occasion"),
        StatementField::Cue(_) => tr("reporting clause"),
        StatementField::Date(_) => tr("date"),
        StatementField::Parent(_) => tr("what it stands inside"),
        StatementField::About(_) => tr("what it does to an earlier statement"),
        StatementField::Confidence(_) => tr("certainty"),
        StatementField::Note(_) => tr("note"),
    }
}
