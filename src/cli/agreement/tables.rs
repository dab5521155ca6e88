//! Agreement as plain tables: one line a variable, then its coincidences and the formula's parts.

use crate::cli::coded::{kind, stance};
use crate::corpus::{Stance, Voice};
use crate::draft::coders::{Agreement, Alpha, Undefined, Value, Variable};

/// Values beyond which a square table is no longer read; then only the cells that are not empty are listed.
const SQUARE: usize = 10;

/// A head, then one line a variable: name, units, alpha or why there is none.
pub fn summary(agreements: &[Agreement]) -> Vec<String> {
    let head = ["variable", "n"].map(str::to_owned).to_vec();
    let rows = agreements.iter().map(|agreement| {
        vec![name(&agreement.variable).to_owned(), agreement.coincidences.units().to_string()]
    });
    let figures = agreements.iter().map(|agreement| match agreement.coincidences.alpha() {
        Ok(alpha) => format!("{:>6}", three(alpha.value())),
        Err(reason) => format!("     – {}", why(reason, agreement)),
    });
    let lines = aligned(std::iter::once(head).chain(rows).collect()).into_iter();
    lines
        .zip(std::iter::once(" alpha".to_owned()).chain(figures))
        .map(|(line, figure)| format!("{line}  {figure}"))
        .collect()
}

/// The table of coincidences and the parts of the formula.
pub fn details(agreement: &Agreement) -> Vec<String> {
    let all = &agreement.coincidences;
    let mut lines = vec![format!(
        "{}: {} units, n = {} pairable values",
        name(&agreement.variable),
        all.units(),
        all.pairable()
    )];
    let values: Vec<(&Value, u64)> = all.totals().collect();
    lines.extend(if values.len() <= SQUARE { square(agreement, &values) } else { cells(agreement, &values) });
    match all.alpha() {
        Ok(alpha) => lines.extend(formula(alpha)),
        Err(reason) => lines.push(format!("no alpha: {}", why(reason, agreement))),
    }
    lines
}

fn square(agreement: &Agreement, values: &[(&Value, u64)]) -> Vec<String> {
    let mut head = vec![String::new()];
    head.extend((1..=values.len()).map(|number| format!("({number})")));
    head.push("total".to_owned());
    let rows = values.iter().enumerate().map(|(at, (value, total))| {
        let mut row = vec![format!("({}) {}", at + 1, word(value))];
        row.extend(values.iter().map(|(other, _)| decimal(agreement.coincidences.observed(value, other))));
        row.push(total.to_string());
        row
    });
    aligned(std::iter::once(head).chain(rows).collect())
}

fn cells(agreement: &Agreement, values: &[(&Value, u64)]) -> Vec<String> {
    let mut lines = Vec::new();
    for (at, (value, total)) in values.iter().enumerate() {
        lines.push(format!("{}: total {total}", word(value)));
        for (other, _) in values.iter().skip(at) {
            let observed = agreement.coincidences.observed(value, other);
            if observed > 0.0 {
                lines.push(format!("  with {}: {}", word(other), decimal(observed)));
            }
        }
    }
    lines
}

fn formula(alpha: Alpha) -> [String; 3] {
    let (observed, expected) = (alpha.observed_disagreement(), alpha.expected_disagreement());
    [
        format!("observed disagreement = {} / {} = {observed:.3}", decimal(alpha.unlike_pairs), alpha.values),
        format!(
            "expected disagreement = {} / ({} · {}) = {expected:.3}",
            alpha.unlike_by_chance,
            alpha.values,
            alpha.values.saturating_sub(1)
        ),
        format!("alpha = 1 − observed / expected = {}", three(alpha.value())),
    ]
}

fn why(reason: Undefined, agreement: &Agreement) -> String {
    match (reason, &agreement.variable) {
        (Undefined::NothingPairable, Variable::Issue(_)) => {
            "no statement that two coders saw has a position on it".to_owned()
        }
        (Undefined::NothingPairable, _) => "no statement was marked by two coders".to_owned(),
        (Undefined::OneValue, _) => {
            let only = agreement.coincidences.totals().next().map(|(value, _)| word(value));
            format!("only one value was ever used, {}, so that nothing can differ", only.unwrap_or_default())
        }
    }
}

pub fn name(variable: &Variable) -> &str {
    match variable {
        Variable::Kind => "kind",
        Variable::Speaker => "speaker",
        Variable::Issue(issue) => issue.as_str(),
    }
}

/// A value in the words of the file format.
pub fn word(value: &Value) -> String {
    match value {
        Value::Kind(value) => kind(*value).to_owned(),
        Value::Speaker(ids) => ids.iter().map(|id| speaker(id)).collect::<Vec<_>>().join("+"),
        Value::Stances(stances) => stances.iter().map(|s: &Stance| stance(*s)).collect::<Vec<_>>().join("+"),
        Value::NoPosition => "no position".to_owned(),
    }
}

/// The id as the file format writes it.
pub fn speaker(id: &str) -> &str {
    match id {
        Voice::TEXT => "@document",
        Voice::UNNAMED => "null",
        id => id,
    }
}

/// Three decimals; what rounds to nothing has no sign.
fn three(number: f64) -> String {
    let written = format!("{number:.3}");
    if written == "-0.000" { "0.000".to_owned() } else { written }
}

/// As many digits as it needs, at most two.
fn decimal(number: f64) -> String {
    let written = format!("{number:.2}");
    written.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Columns as wide as what stands in them: the first from the left, the others, numbers, to the right.
fn aligned(rows: Vec<Vec<String>>) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).enumerate().map(|(column, (cell, width))| match column {
            0 => format!("{cell:<width$}"),
            _ => format!("{cell:>width$}"),
        });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
