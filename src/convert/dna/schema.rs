//! The tables of a DNA file as lists, alike for version 3 and version 2. Version 3 keeps each name once and points to
//! it, version 2 writes it into every statement. Nothing is judged here but what a table must have to be read.

use super::STATEMENT;
use super::refusal::Refusal;
use super::sqlite::{Database, Value};
use crate::corpus::limits;
use std::collections::{BTreeMap, HashMap};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Version {
    Two,
    Three,
}

/// A project by the numbers of its rows.
pub struct Project {
    pub version: Version,
    pub coders: BTreeMap<i64, String>,
    pub documents: BTreeMap<i64, Document>,
    pub types: BTreeMap<i64, String>,
    pub variables: BTreeMap<i64, Variable>,
    /// Persons, organizations, concepts and whatever else has a short name.
    pub entities: BTreeMap<i64, Entity>,
    pub statements: BTreeMap<i64, Statement>,
    /// By statement and variable.
    pub values: BTreeMap<(i64, i64), Datum>,
    /// How many attributes of entities, and links between statements, there are.
    pub attributes: usize,
    pub links: usize,
}

pub struct Document {
    pub title: String,
    pub text: String,
    pub author: String,
    pub source: String,
    /// Seconds since 1970 in version 3, milliseconds in version 2.
    pub moment: Option<i64>,
    pub has_section: bool,
    pub has_notes: bool,
    pub has_type: bool,
}

pub struct Variable {
    pub name: String,
    pub of_type: i64,
}

pub struct Entity {
    pub variable: i64,
    pub name: String,
}

/// Offsets are UTF-16 units, half-open.
pub struct Statement {
    pub of_type: i64,
    pub document: i64,
    pub start: i64,
    pub stop: i64,
    pub coder: i64,
}

/// What a statement holds for a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Datum {
    Entity(i64),
    Flag(bool),
    Number(i64),
    /// A long text, and whether there is any.
    Long(bool),
}

impl Project {
    pub fn read(db: &mut Database) -> Result<Project, Refusal> {
        let version = version(db)?;
        let coders = by_number(db, "CODERS", ["ID", "Name"], |[id, name]| (id, text(name)))?;
        let columns = ["ID", "Title", "Text", "Author", "Source", "Date", "Section", "Notes", "Type"];
        let documents =
            by_number(db, "DOCUMENTS", columns, |[id, title, words, author, source, date, rest @ ..]| {
                let [has_section, has_notes, has_type] = rest.map(|field| !text(field).trim().is_empty());
                let document = Document {
                    title: text(title),
                    text: text(words),
                    author: text(author),
                    source: text(source),
                    moment: whole(date),
                    has_section,
                    has_notes,
                    has_type,
                };
                (id, document)
            })?;
        let types = by_number(db, "STATEMENTTYPES", ["ID", "Label"], |[id, label]| (id, text(label)))?;
        let columns = ["ID", "Variable", "StatementTypeId"];
        let variables = by_number(db, "VARIABLES", columns, |[id, name, of_type]| {
            (id, Variable { name: text(name), of_type: number(of_type) })
        })?;
        let columns = ["ID", "StatementTypeId", "DocumentId", "Start", "Stop", "Coder"];
        let statements =
            by_number(db, "STATEMENTS", columns, |[id, of_type, document, start, stop, coder]| {
                let [of_type, document, start, stop, coder] =
                    [of_type, document, start, stop, coder].map(number);
                (id, Statement { of_type, document, start, stop, coder })
            })?;
        for (what, rows, limit) in [
            ("coders", coders.len(), limits::ROWS),
            ("documents", documents.len(), limits::ROWS),
            ("statements", statements.len(), limits::STATEMENTS),
        ] {
            if rows > limit {
                return Err(Refusal::TooMany { what, limit });
            }
        }
        let (entities, values) = values(db, version)?;
        let (attributes, links) = (attributes(db)?, links(db)?);
        let project = Project {
            version,
            coders,
            documents,
            types,
            variables,
            entities,
            statements,
            values,
            attributes,
            links,
        };
        Ok(project)
    }

    /// The number of the type of statement that is read.
    pub fn statement_type(&self) -> Result<i64, Refusal> {
        let found = self.types.iter().find(|(_, label)| label.trim().eq_ignore_ascii_case(STATEMENT));
        let labels = || self.types.values().cloned().collect();
        found.map(|(id, _)| *id).ok_or_else(|| Refusal::NoStatementType(labels()))
    }
}

fn version(db: &Database) -> Result<Version, Refusal> {
    const TABLES: [&str; 9] = [
        "DOCUMENTS",
        "STATEMENTS",
        "STATEMENTTYPES",
        "VARIABLES",
        "CODERS",
        "DATASHORTTEXT",
        "DATABOOLEAN",
        "DATAINTEGER",
        "DATALONGTEXT",
    ];
    if let Some(table) = TABLES.into_iter().find(|table| !db.has_table(table)) {
        return Err(Refusal::NotDna(table));
    }
    if !db.has_column("DATASHORTTEXT", "VariableId") {
        return Err(Refusal::Unreleased);
    }
    match (db.has_column("DATASHORTTEXT", "Entity"), db.has_column("DATASHORTTEXT", "Value")) {
        (true, _) => Ok(Version::Three),
        (false, true) => Ok(Version::Two),
        (false, false) => Err(Refusal::Unreleased),
    }
}

type Values = BTreeMap<(i64, i64), Datum>;

/// The names that short texts are, and what every statement holds.
fn values(db: &mut Database, version: Version) -> Result<(BTreeMap<i64, Entity>, Values), Refusal> {
    let mut all = Values::new();
    let mut entities = BTreeMap::new();
    match version {
        Version::Three => {
            entities = by_number(db, "ENTITIES", ["ID", "VariableId", "Value"], |[id, variable, name]| {
                (id, Entity { variable: number(variable), name: text(name) })
            })?;
            add(db, &mut all, "DATASHORTTEXT", "Entity", |_, entity| Some(Datum::Entity(number(entity))))?;
        }
        Version::Two => {
            let mut known: HashMap<(i64, String), i64> = HashMap::new();
            let mut is_pointer = false;
            add(db, &mut all, "DATASHORTTEXT", "Value", |variable, name| {
                is_pointer |= matches!(name, Value::Integer(_));
                let next = i64::try_from(known.len()).unwrap_or(i64::MAX);
                Some(Datum::Entity(*known.entry((variable, text(name))).or_insert(next)))
            })?;
            // Between the versions names were kept apart already, in another table.
            if is_pointer {
                return Err(Refusal::Unreleased);
            }
            let named = |((variable, name), id)| (id, Entity { variable, name });
            entities.extend(known.into_iter().map(named));
        }
    }
    add(db, &mut all, "DATABOOLEAN", "Value", |_, value| Some(Datum::Flag(whole(value)? != 0)))?;
    add(db, &mut all, "DATAINTEGER", "Value", |_, value| Some(Datum::Number(whole(value)?)))?;
    add(db, &mut all, "DATALONGTEXT", "Value", |_, value| Some(Datum::Long(!text(value).trim().is_empty())))?;
    Ok((entities, all))
}

/// Adds the values of a table; a value that is none is as if it were not there.
fn add(
    db: &mut Database,
    all: &mut Values,
    table: &'static str,
    column: &str,
    mut datum: impl FnMut(i64, Value<'_>) -> Option<Datum>,
) -> Result<(), Refusal> {
    let rows = db.rows(table, ["StatementId", "VariableId", column], |[statement, variable, value]| {
        let variable = number(variable);
        datum(variable, value).map(|datum| ((number(statement), variable), datum))
    })?;
    for (place, datum) in rows.into_iter().flatten() {
        if all.insert(place, datum).is_some() {
            return Err(Refusal::BadNumber { table, row: Some(place.0) });
        }
    }
    Ok(())
}

/// The attributes of entities that hold something.
fn attributes(db: &mut Database) -> Result<usize, Refusal> {
    let is_there = |value: &Value| !text(*value).trim().is_empty();
    let mut count = 0;
    if db.has_column("ATTRIBUTEVALUES", "AttributeValue") {
        db.rows("ATTRIBUTEVALUES", ["AttributeValue"], |values| {
            count += values.iter().filter(|v| is_there(v)).count()
        })?;
    }
    let columns = ["Type", "Alias", "Notes"];
    if columns.iter().all(|column| db.has_column("ATTRIBUTES", column)) {
        db.rows("ATTRIBUTES", columns, |values| count += values.iter().filter(|v| is_there(v)).count())?;
    }
    Ok(count)
}

fn links(db: &mut Database) -> Result<usize, Refusal> {
    if !db.has_column("STATEMENTLINKS", "ID") {
        return Ok(0);
    }
    Ok(db.rows("STATEMENTLINKS", ["ID"], |_| ())?.len())
}

/// The rows of a table by their numbers, which stand in the first column.
fn by_number<T, const N: usize>(
    db: &mut Database,
    table: &'static str,
    columns: [&str; N],
    mut row: impl for<'v> FnMut([Value<'v>; N]) -> (Value<'v>, T),
) -> Result<BTreeMap<i64, T>, Refusal> {
    let rows = db.rows(table, columns, |values| {
        let (id, row) = row(values);
        (whole(id), row)
    })?;
    let mut all = BTreeMap::new();
    for (id, row) in rows {
        let id = id.ok_or(Refusal::BadNumber { table, row: None })?;
        if all.insert(id, row).is_some() {
            return Err(Refusal::BadNumber { table, row: Some(id) });
        }
    }
    Ok(all)
}

fn text(value: Value) -> String {
    match value {
        Value::Text(text) => text.to_owned(),
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Null | Value::Blob(_) => String::new(),
    }
}

fn whole(value: Value) -> Option<i64> {
    match value {
        Value::Integer(number) => Some(number),
        Value::Text(digits) => digits.trim().parse().ok(),
        Value::Null | Value::Real(_) | Value::Blob(_) => None,
    }
}

/// A number that points to a row or a place; where there is none it points to nothing.
fn number(value: Value) -> i64 {
    whole(value).unwrap_or(-1)
}
