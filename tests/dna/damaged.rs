//! Damaged files: an error or some rows, never a panic, and never more work than the file is long.

use crate::database;
use crate::project::{Project, THREE, TWO, town};
use proptest::collection::vec;
use proptest::prelude::*;
use standpoint::convert::dna::import;
use standpoint::convert::dna::sqlite::Database;
use std::sync::LazyLock;

/// A small database with every kind of page that a table can have.
static MIXED: LazyLock<Vec<u8>> = LazyLock::new(|| {
    database("mixed.db", |db| {
        db.execute_batch("PRAGMA page_size = 512; CREATE TABLE t(id INTEGER PRIMARY KEY, a, b)").unwrap();
        for id in 0..120 {
            let long = "wide ".repeat(if id % 20 == 0 { 700 } else { 3 });
            db.execute("INSERT INTO t VALUES (?, ?, ?)", (id * 3, long, 1.5)).unwrap();
        }
        db.execute_batch("DELETE FROM t WHERE id % 9 = 0").unwrap();
    })
});

static PROJECTS: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| {
    [("damaged-3.dna", THREE), ("damaged-2.dna", TWO)]
        .map(|(name, version)| Project::new(version, town()).write(name))
});

#[derive(Debug, Clone)]
struct Damage {
    bytes: Vec<(prop::sample::Index, u8)>,
    cut: Option<prop::sample::Index>,
    /// One page over another.
    copied: Option<(prop::sample::Index, prop::sample::Index)>,
}

fn damage() -> impl Strategy<Value = Damage> {
    let at = any::<prop::sample::Index>;
    (
        vec((at(), any::<u8>()), 0..12),
        prop::option::weighted(0.2, at()),
        prop::option::weighted(0.3, (at(), at())),
    )
        .prop_map(|(bytes, cut, copied)| Damage { bytes, cut, copied })
}

impl Damage {
    fn of(&self, file: &[u8], page: usize) -> Vec<u8> {
        let mut file = file.to_vec();
        let pages = file.len() / page;
        if let Some((from, to)) = &self.copied {
            let (from, to) = (from.index(pages) * page, to.index(pages) * page);
            file.copy_within(from..from + page, to);
        }
        for (at, byte) in &self.bytes {
            let at = at.index(file.len());
            file[at] = *byte;
        }
        if let Some(cut) = &self.cut {
            file.truncate(cut.index(file.len()));
        }
        file
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_table_is_an_error_or_some_rows(damage in damage()) {
        let file = damage.of(&MIXED, 512);
        if let Ok(mut db) = Database::open(&file)
            && let Ok(lengths) = db.rows("t", ["id", "a", "b"], |row| format!("{row:?}").len())
        {
            // Bytes that are no text are written with four letters each.
            prop_assert!(lengths.iter().sum::<usize>() <= file.len() * 8);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, ..ProptestConfig::default() })]

    #[test]
    fn a_damaged_project_is_refused_with_a_sentence_or_is_a_sound_corpus(damage in damage(), version in 0..2_usize) {
        let file = damage.of(&PROJECTS[version], 4096);
        match import(&file, "Town", None) {
            Ok(done) => {
                let json = done.file.to_json();
                let read = standpoint::corpus::Corpus::read(json.as_bytes());
                let problems = read.map(|reading| reading.orphans.len()).map_err(|refused| refused.problems);
                prop_assert_eq!(problems, Ok(0));
                prop_assert!(done.notes.iter().all(|note| !note.to_string().is_empty()));
            }
            Err(refusal) => prop_assert!(refusal.to_string().len() > 20, "{:?}", refusal),
        }
    }
}

#[test]
fn every_cut_of_a_project_is_refused() {
    for file in PROJECTS.iter() {
        for length in (0..file.len()).step_by(97).chain(file.len() - 3..file.len()) {
            let refused =
                import(&file[..length], "Town", None).map(|_| ()).map_err(|refusal| refusal.to_string());
            assert!(refused.is_err(), "{length} of {} bytes", file.len());
        }
    }
}
