//! Whatever SQLite wrote, our reader reads as SQLite does: any values, page sizes, deletions, growth and vacuum.

use crate::database;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};
use rusqlite::{Connection, params_from_iter};
use standpoint::convert::dna::sqlite::{Database, Value};

#[derive(Debug, Clone, PartialEq)]
enum Stored {
    Null,
    Integer(i64),
    Real(u64),
    Text(String),
    Blob(Vec<u8>),
}

impl ToSql for Stored {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Stored::Null => ValueRef::Null,
            Stored::Integer(number) => ValueRef::Integer(*number),
            Stored::Real(bits) => ValueRef::Real(f64::from_bits(*bits)),
            Stored::Text(text) => ValueRef::Text(text.as_bytes()),
            Stored::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl From<Value<'_>> for Stored {
    fn from(value: Value<'_>) -> Stored {
        match value {
            Value::Null => Stored::Null,
            Value::Integer(number) => Stored::Integer(number),
            Value::Real(number) => Stored::Real(number.to_bits()),
            Value::Text(text) => Stored::Text(text.to_owned()),
            Value::Blob(bytes) => Stored::Blob(bytes.to_vec()),
        }
    }
}

impl From<ValueRef<'_>> for Stored {
    fn from(value: ValueRef<'_>) -> Stored {
        match value {
            ValueRef::Null => Stored::Null,
            ValueRef::Integer(number) => Stored::Integer(number),
            ValueRef::Real(number) => Stored::Real(number.to_bits()),
            ValueRef::Text(text) => Stored::Text(String::from_utf8(text.to_vec()).unwrap()),
            ValueRef::Blob(bytes) => Stored::Blob(bytes.to_vec()),
        }
    }
}

fn integers() -> impl Strategy<Value = i64> {
    prop_oneof![
        select(&[0, 1, 2, -1, 127, 128, -128, -129, 32_767, -32_769, 8_388_607, -8_388_609][..]),
        select(&[i64::MIN, i64::MAX, 1 << 31, -(1 << 31) - 1, (1 << 47) - 1, -(1 << 47) - 1][..]),
        any::<i64>(),
        -300..300_i64,
    ]
}

/// Words of some length, so that many do not fit on a page.
fn texts() -> impl Strategy<Value = String> {
    let piece = select(&["", "a", "straße ", "вежа", "😀", "e\u{301}", "塔", "\u{10ffff}", "\"';--"][..]);
    let times = prop_oneof![6 => 0..4_usize, 2 => 4..200_usize, 1 => 200..30_000_usize];
    (piece, times).prop_map(|(piece, times)| piece.repeat(times))
}

fn stored() -> impl Strategy<Value = Stored> {
    prop_oneof![
        Just(Stored::Null),
        integers().prop_map(Stored::Integer),
        // SQLite has no number that is none; it stores nothing instead.
        any::<f64>()
            .prop_filter("a number", |n| !n.is_nan())
            .prop_map(|number| Stored::Real(number.to_bits())),
        texts().prop_map(Stored::Text),
        vec(any::<u8>(), 0..40).prop_map(Stored::Blob),
        (any::<u8>(), 0..90_000_usize).prop_map(|(byte, length)| Stored::Blob(vec![byte; length])),
    ]
}

const COLUMNS: [&str; 4] = ["a", "id", "b", "c d"];

#[derive(Debug, Clone)]
struct Made {
    page_size: u32,
    auto_vacuum: u8,
    /// Whether the column `id` is the row's number.
    is_numbered: bool,
    rows: Vec<(i64, [Stored; 3])>,
    deleted: Vec<usize>,
    added: Vec<(i64, [Stored; 3])>,
    vacuum: bool,
}

fn made() -> impl Strategy<Value = Made> {
    let row = || (integers(), [stored(), stored(), stored()]);
    (
        select(&[512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536][..]),
        0..3_u8,
        any::<bool>(),
        vec(row(), 0..40),
        vec(any::<prop::sample::Index>(), 0..30),
        vec(row(), 0..10),
        any::<bool>(),
    )
        .prop_map(|(page_size, auto_vacuum, is_numbered, rows, deleted, added, vacuum)| {
            let deleted = deleted.iter().map(|at| at.index(rows.len().max(1))).collect();
            Made { page_size, auto_vacuum, is_numbered, rows, deleted, added, vacuum }
        })
}

/// Fills a database, and gives back what SQLite says is in it.
fn fill(db: &Connection, made: &Made) -> Vec<(i64, [Stored; 4])> {
    let (page_size, auto_vacuum) = (made.page_size, made.auto_vacuum);
    db.execute_batch(&format!("PRAGMA page_size = {page_size}; PRAGMA auto_vacuum = {auto_vacuum}")).unwrap();
    let id = if made.is_numbered { "INTEGER NOT NULL PRIMARY KEY" } else { "" };
    // Columns without a type keep values as they are given.
    db.execute_batch(&format!(
        "CREATE TABLE before(x); CREATE TABLE 'the table'(a, id {id}, b CHECK (b IS NOT 'no'), \"c d\");
         CREATE INDEX found ON 'the table'(a); CREATE TABLE behind(y); INSERT INTO behind VALUES ('y')"
    ))
    .unwrap();
    db.execute_batch("BEGIN").unwrap();
    let add = |(id, values): &(i64, [Stored; 3])| {
        let [a, b, c] = values;
        let id = Stored::Integer(*id);
        let row = params_from_iter([a, &id, b, c]);
        db.execute("INSERT OR REPLACE INTO 'the table' VALUES (?, ?, ?, ?)", row).unwrap();
    };
    made.rows.iter().for_each(add);
    for (id, _) in made.deleted.iter().filter_map(|at| made.rows.get(*at)) {
        db.execute("DELETE FROM 'the table' WHERE id = ?", [id]).unwrap();
    }
    made.added.iter().for_each(add);
    db.execute_batch("COMMIT").unwrap();
    if made.vacuum {
        db.execute_batch("VACUUM").unwrap();
    }
    let mut rows = db.prepare("SELECT rowid, a, id, b, \"c d\" FROM 'the table' ORDER BY rowid").unwrap();
    let read = |row: &rusqlite::Row| {
        let value = |at| Stored::from(row.get_ref(at).unwrap());
        Ok((row.get(0)?, [value(1), value(2), value(3), value(4)]))
    };
    rows.query_map([], read).unwrap().map(Result::unwrap).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn what_sqlite_wrote_is_read_as_sqlite_reads_it(made in made()) {
        let mut written = Vec::new();
        let file = database("any.db", |db| written = fill(db, &made));
        let written: Vec<[Stored; 4]> = written.into_iter().map(|(_, row)| row).collect();
        let mut db = Database::open(&file).unwrap();
        let read = db.rows("THE TABLE", COLUMNS, |row| row.map(Stored::from)).unwrap();
        prop_assert_eq!(&read, &written);
        prop_assert_eq!(db.rows("behind", ["y"], |[y]| Stored::from(y)).unwrap(), [Stored::Text("y".to_owned())]);
        // Some columns alone, in another order.
        let mut again = Database::open(&file).unwrap();
        let some = again.rows("the table", ["C D", "A"], |row| row.map(Stored::from)).unwrap();
        let wanted: Vec<[Stored; 2]> = written.iter().map(|[a, _, _, c]| [c.clone(), a.clone()]).collect();
        prop_assert_eq!(some, wanted);
    }
}

#[test]
fn a_large_table_on_small_pages_is_read_whole() {
    let rows = 40_000;
    let file = database("large.db", |db| {
        db.execute_batch("PRAGMA page_size = 512; CREATE TABLE t(id INTEGER PRIMARY KEY, words TEXT); BEGIN")
            .unwrap();
        for id in 0..rows {
            db.execute("INSERT INTO t VALUES (?, ?)", (id, format!("row {id}"))).unwrap();
        }
        db.execute_batch("COMMIT; DELETE FROM t WHERE id % 7 = 0").unwrap();
    });
    let mut db = Database::open(&file).unwrap();
    let read = db.rows("t", ["id", "words"], |row| row.map(Stored::from)).unwrap();
    let wanted = (0..rows).filter(|id| id % 7 != 0);
    assert!(read.into_iter().eq(wanted.map(|id| [Stored::Integer(id), Stored::Text(format!("row {id}"))])));
}

#[test]
fn texts_at_the_edge_of_a_page_are_whole() {
    for page_size in [512, 4096] {
        let edges = (0..90).map(|more| page_size - 60 + more);
        let lengths: Vec<usize> = edges.chain([page_size * 2 - 50, page_size * 9 + 1, 1_000_000]).collect();
        let file = database("edges.db", |db| {
            db.execute_batch(&format!("PRAGMA page_size = {page_size}; CREATE TABLE t(words)")).unwrap();
            for length in &lengths {
                db.execute("INSERT INTO t VALUES (?)", ["x".repeat(*length)]).unwrap();
            }
        });
        let mut db = Database::open(&file).unwrap();
        let read = db.rows("t", ["words"], |[words]| match words {
            Value::Text(words) => words.len(),
            _ => 0,
        });
        assert_eq!(read.unwrap(), lengths, "{page_size}");
    }
}

#[test]
fn a_column_that_came_after_its_rows_is_empty_in_these() {
    let file = database("altered.db", |db| {
        db.execute_batch(
            "CREATE TABLE t(a); INSERT INTO t VALUES (1); ALTER TABLE t ADD COLUMN b; INSERT INTO t VALUES (2, 3);
             ALTER TABLE t RENAME COLUMN a TO \"first one\"",
        )
        .unwrap();
    });
    let mut db = Database::open(&file).unwrap();
    let read = db.rows("t", ["first one", "b"], |row| row.map(Stored::from)).unwrap();
    let number = Stored::Integer;
    assert_eq!(read, [[number(1), Stored::Null], [number(2), number(3)]]);
}

#[test]
fn a_database_without_tables_has_none() {
    let file = database("bare.db", |db| {
        db.execute_batch("PRAGMA user_version = 3").unwrap();
    });
    assert!(!Database::open(&file).unwrap().has_table("t"));
}
