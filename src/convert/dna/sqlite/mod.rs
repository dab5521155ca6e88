//! A reader of SQLite 3 databases in plain Rust, so that the page and the command line read them alike. It reads whole
//! tables from the bytes of a file: no queries, no indexes, nothing written, no second file beside it.

mod bytes;
mod create_table;
mod fault;
mod pages;
mod record;
mod tree;

pub use fault::Fault;
pub use pages::is_database;
pub use record::Value;

use create_table::Columns;
use pages::Pages;
use record::{Broken, values};

/// Rows of one table that are read: more than any project has, and few enough for a browser.
const ROWS: usize = 4_000_000;
/// What SQLite calls the table of its tables.
const SCHEMA: &str = "sqlite_schema";

/// A database whose tables can be read, each once.
pub struct Database<'f> {
    pages: Pages<'f>,
    tables: Vec<Table>,
}

struct Table {
    name: String,
    root: u32,
    /// `None` where it is kept in a way that is not read here.
    columns: Option<Columns>,
}

impl<'f> Database<'f> {
    pub fn open(file: &'f [u8]) -> Result<Database<'f>, Fault> {
        let mut pages = Pages::open(file)?;
        // Kind, name, table, root page and sentence, in this order, on the first page.
        let found = read(&mut pages, SCHEMA, 1, &[0, 1, 3, 4], None, |[kind, name, root, sentence]| {
            let (Value::Text("table"), Value::Text(name)) = (kind, name) else { return None };
            let root = if let Value::Integer(root) = root { u32::try_from(root).ok() } else { None };
            let columns = if let Value::Text(sentence) = sentence { Columns::of(sentence) } else { None };
            Some(Table { name: name.to_owned(), root: root.unwrap_or(0), columns })
        })?;
        Ok(Database { pages, tables: found.into_iter().flatten().collect() })
    }

    /// Whether recent changes may stand in a file beside it, the write-ahead log.
    pub fn has_log(&self) -> bool {
        self.pages.has_log
    }

    pub fn has_table(&self, table: &str) -> bool {
        self.table(table).is_some()
    }

    pub fn has_column(&self, table: &str, column: &str) -> bool {
        self.table(table)
            .and_then(|table| table.columns.as_ref())
            .is_some_and(|columns| columns.position(column).is_some())
    }

    /// What `row` makes of some columns of every row of a table, in the order of the rows' numbers.
    pub fn rows<T, const N: usize>(
        &mut self,
        table: &str,
        columns: [&str; N],
        row: impl FnMut([Value<'_>; N]) -> T,
    ) -> Result<Vec<T>, Fault> {
        let found = self.table(table).ok_or_else(|| Fault::NoTable(table.to_owned()))?;
        let known = found.columns.as_ref().ok_or_else(|| Fault::UnusualTable(table.to_owned()))?;
        let mut wanted = [0; N];
        for (place, column) in wanted.iter_mut().zip(columns) {
            let missing = || Fault::NoColumn { table: table.to_owned(), column: column.to_owned() };
            *place = known.position(column).ok_or_else(missing)?;
        }
        let (root, row_number) = (found.root, known.row_number);
        read(&mut self.pages, table, root, &wanted, row_number, row)
    }

    fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|table| table.name.eq_ignore_ascii_case(name))
    }
}

fn read<T, const N: usize>(
    pages: &mut Pages,
    table: &str,
    root: u32,
    wanted: &[usize; N],
    row_number: Option<usize>,
    mut row: impl FnMut([Value<'_>; N]) -> T,
) -> Result<Vec<T>, Fault> {
    let mut rows = Vec::new();
    for leaf in pages.leaves(root)? {
        pages.cells(&leaf, |cell| {
            if rows.len() == ROWS {
                return Err(Fault::TooManyRows { table: table.to_owned(), limit: ROWS });
            }
            let mut found = values(&cell.record, wanted).map_err(|broken| {
                let (table, row) = (table.to_owned(), cell.row);
                match broken {
                    Broken::Record => Fault::BadRow { table, row },
                    Broken::Utf8 => Fault::NotUtf8 { table, row },
                }
            })?;
            for (place, value) in wanted.iter().zip(&mut found) {
                if Some(*place) == row_number {
                    *value = Value::Integer(cell.row);
                }
            }
            rows.push(row(found));
            Ok(())
        })?;
    }
    Ok(rows)
}
