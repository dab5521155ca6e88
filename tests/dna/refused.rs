//! Files that are not read, each with a sentence that says why and what to do; among them some made to take all time.

use crate::project::{Project, THREE, TWO, town};
use crate::{database, place};
use standpoint::convert::dna::{Refusal, import, is_dna, sqlite::Fault};

fn check(file: &[u8], said: &str) {
    let refused = import(file, "Town", None).map(|done| done.notes).unwrap_err().to_string();
    assert!(refused.contains(said), "“{refused}” does not say “{said}”");
}

#[test]
fn files_of_another_kind_are_named() {
    check(b"", "has no bytes");
    check(b"PK\x03\x04 and more", "another kind of file, or encrypted");
    check(&[0x5a; 8192], "another kind of file, or encrypted");
    check(b"SQLite format 3\0", "is cut off: it has 16 bytes");
    let one = b"\xef\xbb\xbf<?xml version=\"1.0\"?>\n<discourse>\n</discourse>";
    check(one, "is an XML file of DNA 1");
    for (file, is) in
        [(&one[..], true), (b"SQLite format 3\0...", true), (b"<svg/>", false), (b"{}", false), (b"", false)]
    {
        assert_eq!(is_dna(file), is);
    }
    let utf16 = database("utf16.dna", |db| {
        db.execute_batch("PRAGMA encoding = 'UTF-16le'; CREATE TABLE t(a)").unwrap();
    });
    check(&utf16, "texts in UTF-16, and only UTF-8 is read");
    let other = database("other.dna", |db| db.execute_batch("CREATE TABLE t(a)").unwrap());
    check(&other, "none of DNA: it has no table DOCUMENTS");
}

#[test]
fn projects_that_are_kept_otherwise_are_named() {
    let town = |version| Project::new(version, town());
    for (project, said) in [
        (town(THREE).and("DROP TABLE DATAINTEGER"), "none of DNA: it has no table DATAINTEGER"),
        (town(THREE).and("UPDATE STATEMENTTYPES SET Label = 'Claim' WHERE ID = 1"), "only of “Claim”, “Annotation”"),
        (town(THREE).and("DELETE FROM STATEMENTTYPES"), "only of none"),
        (town(THREE).and("ALTER TABLE DATASHORTTEXT RENAME COLUMN VariableId TO RoleVariableLinkId"), "no released version"),
        (
            town(THREE).and("DROP TABLE DATASHORTTEXT; CREATE TABLE DATASHORTTEXT(StatementId, VariableId, Value INTEGER);
                             INSERT INTO DATASHORTTEXT VALUES (1, 1, 1)"),
            "no released version",
        ),
        (town(THREE).and("DROP TABLE ENTITIES"), "has no table ENTITIES"),
        (town(TWO).and("ALTER TABLE DOCUMENTS RENAME COLUMN Author TO Writer"), "no column Author in its table DOCUMENTS"),
        (
            town(THREE).and("DROP TABLE CODERS; CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT) WITHOUT ROWID"),
            "keeps its table CODERS in a way that is not read",
        ),
        (
            town(THREE).and("DROP TABLE CODERS; CREATE TABLE CODERS(ID, Name); INSERT INTO CODERS VALUES (1, 'A'), (1, 'B')"),
            "two rows of its table CODERS have the number 1",
        ),
        (
            town(THREE).and("DROP TABLE CODERS; CREATE TABLE CODERS(ID, Name); INSERT INTO CODERS VALUES (NULL, 'A')"),
            "a row of its table CODERS has no number",
        ),
        (
            town(TWO).and("INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (1, 4, 1)"),
            "two rows of its table DATAINTEGER have the number 1",
        ),
        (
            town(THREE).and("UPDATE DOCUMENTS SET Title = CAST(X'41ff42' AS TEXT) WHERE ID = 2"),
            "a text that is no UTF-8 in row 2 of its table DOCUMENTS",
        ),
    ] {
        check(&project.write("otherwise.dna"), said);
    }
}

/// A project whose list of tables says something else.
fn relisted(change: &str) -> Vec<u8> {
    let project = Project::new(THREE, town())
        .and(&format!("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET {change}"));
    project.write("relisted.dna")
}

#[test]
fn lists_of_tables_that_lead_astray_are_refused() {
    check(
        &relisted(
            "rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'CODERS') WHERE name = 'STATEMENTS'",
        ),
        "two places of it lead to its page",
    );
    check(&relisted("rootpage = 1 WHERE name = 'CODERS'"), "two places of it lead to its page 1");
    check(&relisted("rootpage = 0 WHERE name = 'CODERS'"), "names a page 0");
    check(&relisted("rootpage = -4 WHERE name = 'CODERS'"), "names a page 0");
    check(
        &relisted("rootpage = 4294967295 WHERE name = 'CODERS'"),
        "names a page 4294967295 and has pages 1 to",
    );
    check(&relisted("rootpage = 4294967298 WHERE name = 'CODERS'"), "names a page 0");
    check(&relisted("rootpage = 'x' WHERE name = 'CODERS'"), "names a page 0");
    check(
        &relisted(
            "rootpage = (SELECT rootpage FROM sqlite_schema WHERE type = 'index') WHERE name = 'CODERS'",
        ),
        "is damaged in its page",
    );
    check(&relisted("sql = 'CREATE TABLE CODERS(' WHERE name = 'CODERS'"), "keeps its table CODERS in a way");
    check(&relisted("sql = NULL WHERE name = 'CODERS'"), "keeps its table CODERS in a way");
    check(&relisted("type = 'view' WHERE name = 'CODERS'"), "it has no table CODERS");
}

const PAGE: usize = 4096;

/// The page of a project on which words stand, from 0, and where on it.
fn find(file: &[u8], words: &str) -> (usize, usize) {
    let at = file.windows(words.len()).position(|bytes| bytes == words.as_bytes()).unwrap();
    (at / PAGE, at % PAGE)
}

/// A page that leads to one page as often as it can.
fn inner(child: u32) -> Vec<u8> {
    let cells = (PAGE - 12 - 5) / 2;
    let at = PAGE - 5;
    let mut page = vec![5, 0, 0];
    page.extend(u16::try_from(cells).unwrap().to_be_bytes());
    page.extend([0, 0, 0]);
    page.extend(child.to_be_bytes());
    page.extend(u16::try_from(at).unwrap().to_be_bytes().repeat(cells));
    page.resize(at, 0);
    page.extend(child.to_be_bytes());
    page.push(1);
    page
}

#[test]
fn pages_that_lead_round_end_at_once() {
    let long = format!(
        "UPDATE DOCUMENTS SET Text = 'Letter of the council. ' || '{}' WHERE ID = 2",
        "word ".repeat(4000)
    );
    let file = Project::new(THREE, town()).and(&long).write("round.dna");
    let (page, _) = find(&file, "Tram debate");
    let number = u32::try_from(page + 1).unwrap();
    for child in [number, 0, 9_999_999] {
        let mut bad = file.clone();
        bad.splice(page * PAGE..(page + 1) * PAGE, inner(child));
        check(&bad, &format!("is damaged in its page {number}"));
        // Of so many pages that as many may wait, the first is missing or comes again.
        bad.resize(PAGE * PAGE, 0);
        bad[28..32].copy_from_slice(&u32::try_from(PAGE).unwrap().to_be_bytes());
        let said =
            if child == number { "two places of it lead to its page" } else { "is damaged: it names a page" };
        check(&bad, &format!("{said} {child}"));
    }
    // A page that goes on a long text and leads to itself: it begins with a small number, and holds nothing else.
    let is_of_chain = |page: &usize| {
        let words = &file[page * PAGE + 4..(page + 1) * PAGE];
        file[page * PAGE] == 0
            && words.split(|byte| *byte == b' ').filter(|word| word == b"word").count() > 700
    };
    let chain: Vec<usize> = (0..file.len() / PAGE).filter(is_of_chain).collect();
    let goes_on = |page: &&usize| file[*page * PAGE..*page * PAGE + 4] != [0; 4];
    let page = *chain.iter().find(goes_on).unwrap();
    let number = u32::try_from(page + 1).unwrap();
    let mut bad = file.clone();
    bad[page * PAGE..page * PAGE + 4].copy_from_slice(&number.to_be_bytes());
    check(&bad, &format!("two places of it lead to its page {number}"));
}

#[test]
fn cells_that_lie_over_each_other_are_no_page() {
    let file = Project::new(THREE, town()).write("cells.dna");
    let (page, _) = find(&file, "Tram debate");
    // All that the page can list is one cell with a text of some hundred letters.
    let mut bad = file.clone();
    let cells = u16::from_be_bytes([bad[page * PAGE + 3], bad[page * PAGE + 4]]);
    assert_eq!(cells, 2);
    bad[page * PAGE + 3..page * PAGE + 5].copy_from_slice(&1000_u16.to_be_bytes());
    let first = [bad[page * PAGE + 8], bad[page * PAGE + 9]];
    bad[page * PAGE + 8..page * PAGE + 2008].copy_from_slice(&first.repeat(1000));
    check(&bad, &format!("is damaged in its page {}", page + 1));
}

#[test]
fn headers_that_cannot_be_are_refused() {
    let file = Project::new(THREE, town()).write("header.dna");
    for (at, bytes, said) in [
        (16, &[0, 0][..], "wrong size of pages"),
        (16, &[0x0c, 0], "wrong size of pages"),
        (18, &[3], "wrong version"),
        (20, &[0xff], "is damaged"),
        (21, &[65], "wrong measure"),
        (28, &[0x7f, 0xff, 0xff, 0xff], "is cut off"),
        (56, &[0, 0, 0, 2], "UTF-16"),
        (56, &[0, 0, 0, 9], "wrong encoding"),
    ] {
        let mut bad = file.clone();
        bad[at..at + bytes.len()].copy_from_slice(bytes);
        check(&bad, said);
    }
    check(&file[..file.len() - 1], "is cut off");
    let mut logged = file.clone();
    logged[18..20].copy_from_slice(&[2, 2]);
    let notes = import(&logged, "Town", None).unwrap().notes;
    assert!(notes.last().unwrap().to_string().contains("-wal"), "{notes:?}");
}

#[test]
fn a_database_whose_changes_stand_beside_it_is_not_all() {
    let file = place("log.dna");
    let db = rusqlite::Connection::open(&file).unwrap();
    db.execute_batch("PRAGMA journal_mode = WAL; PRAGMA wal_autocheckpoint = 0").unwrap();
    Project::new(THREE, town()).fill(&db);
    // The file alone has none of the tables yet.
    let bytes = std::fs::read(&file).unwrap();
    assert_eq!(import(&bytes, "Town", None).unwrap_err(), Refusal::NotDna("DOCUMENTS"));
    assert!(std::fs::metadata(place_beside(&file)).unwrap().len() > 0);
    db.close().unwrap();
    assert!(import(&std::fs::read(&file).unwrap(), "Town", None).is_ok());
    assert_eq!(import(&[], "Town", None).unwrap_err(), Refusal::Database(Fault::Empty));
}

fn place_beside(file: &std::path::Path) -> std::path::PathBuf {
    let mut beside = file.as_os_str().to_owned();
    beside.push("-wal");
    beside.into()
}
