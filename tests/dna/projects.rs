//! Projects become corpus files: alike from both versions, each word at its place, each name once.

use crate::hostile;
use crate::project::{DAY, Document, Project, Rows, SAID, Said, THREE, TWO, document, town};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use standpoint::convert::dna::{Imported, import};
use standpoint::corpus::raw::{self, Speaker};
use standpoint::corpus::{Corpus, Key, RESERVED};

/// What is made of a project, which is a corpus without any problem.
pub fn imported(project: &Project, name: &str) -> (Imported, Corpus) {
    let done = import(&project.write(name), "Town", Some("en")).unwrap();
    let read = Corpus::read(done.file.to_json().as_bytes());
    let reading = read.unwrap_or_else(|refused| panic!("{:#?}", refused.problems));
    assert!(reading.orphans.is_empty(), "{:#?}", reading.orphans);
    (done, reading.corpus)
}

/// A statement on one line.
fn line(statement: &raw::Statement) -> String {
    let speaker = match &statement.speaker {
        Speaker::Unnamed => "nobody".to_owned(),
        Speaker::Document => "the document".to_owned(),
        Speaker::Actors(ids) => ids.join(" and "),
    };
    let position = statement.positions.first().map(|position| {
        let coder = position.coder.as_ref().map_or("nobody", |coder| coder.0.as_str());
        format!("{} {} by {coder}", position.stance.word(), position.issue.0)
    });
    let [words] = statement.spans.as_slice() else { panic!("{} spans", statement.spans.len()) };
    let place = words.start.zip(words.end).map_or(String::new(), |(start, end)| format!(" at {start}–{end}"));
    format!(
        "{} in {}, {} “{}”{place}, {speaker}: {}",
        statement.id.0,
        statement.document.0,
        statement.kind.word(),
        words.exact,
        position.as_deref().unwrap_or("nothing"),
    )
}

#[test]
fn both_versions_make_the_same_corpus() {
    let make = |version, name| imported(&Project::new(version, town()), name);
    let ((mut two, _), (three, _)) = (make(TWO, "same-2.dna"), make(THREE, "same-3.dna"));
    let lines: Vec<String> = three.file.statements.iter().map(line).collect();
    assert_eq!(
        lines,
        [
            "s1 in tram-debate, indirect “the tram was needed”, ada-byron: supports the-tram-is-built by admin",
            "s2 in tram-debate, indirect “called the tram a waste”, zdar: opposes the-tram-is-built by lee",
            "s3 in tram-debate, indirect “The Guild said no more.”, guild: nothing",
            "s4 in tram-debate, indirect “the tram” at 48–56, nobody: unclear i1 by admin",
            "s5 in a-letter, indirect “wants the tram”, council: supports the-tram-is-built by admin",
        ]
    );
    let actors: Vec<String> = three
        .file
        .actors
        .iter()
        .map(|actor| {
            let roles =
                actor.roles.iter().map(|role| format!(", {} of {}", role.title, role.of.as_ref().unwrap().0));
            format!("{} {} ({}){}", actor.kind.word(), actor.name, actor.id.0, roles.collect::<String>())
        })
        .collect();
    assert_eq!(
        actors,
        [
            "person Ada Byron (ada-byron), representative of guild",
            "person Žďár (zdar)",
            "organisation Guild (guild)",
            "organisation Council (council)",
        ]
    );
    let documents: Vec<[&str; 5]> = three
        .file
        .documents
        .iter()
        .map(|own| [&own.id.0, &own.title, &own.date.0, &own.author, &own.publisher].map(String::as_str))
        .collect();
    assert_eq!(
        documents,
        [
            ["tram-debate", "Tram debate", "2008-05-01", "Kim Roe", "The Town Paper"],
            ["a-letter", "A letter", "2008-05-02", "", ""],
        ]
    );
    assert_eq!(three.file.documents[0].text, town().documents[0].text);
    let labels: Vec<[&str; 2]> =
        three.file.issues.iter().map(|issue| [issue.label.as_str(), issue.proposition.as_str()]).collect();
    assert_eq!(labels, [["The tram is built"; 2], ["Тиша"; 2]]);
    assert!(three.file.method.contains("version 3"), "{}", three.file.method);
    assert!(!three.file.to_json().contains("secret"));
    assert!(two.file.method.contains("version 2"), "{}", two.file.method);
    two.file.method.clone_from(&three.file.method);
    assert_eq!(two.file, three.file);
    assert_eq!(two.notes, three.notes);
}

#[test]
fn the_corpus_is_called_as_the_file_or_as_an_import() {
    let file = Project::new(THREE, town()).write("called.dna");
    for (title, id, called, language) in [
        ("Climate 2010", "climate-2010", "Climate 2010", None),
        ("Клімат", "import", "Клімат", Some("uk")),
        ("corpus", "import", "corpus", Some("de")),
        (" \n", "import", "Import", None),
    ] {
        let corpus = import(&file, title, language).unwrap().file;
        assert_eq!((corpus.id.0.as_str(), corpus.title.as_str()), (id, called));
        assert_eq!(corpus.language, language.unwrap_or("und"));
    }
}

#[test]
fn a_name_with_spaces_around_it_is_the_same_name_and_a_person_is_no_organization() {
    let named =
        |person, organization| Said { words: "tram", person, organization, concept: " Tram ", ..SAID };
    let said = vec![named("Ada", "Guild"), named(" Ada ", "Guild "), named("Guild", "Ada")];
    let rows = Rows { documents: vec![document("D", "A tram.", 0)], said };
    let (done, _) = imported(&Project::new(THREE, rows), "names.dna");
    let actors: Vec<&str> = done.file.actors.iter().map(|actor| actor.id.0.as_str()).collect();
    assert_eq!(actors, ["ada", "guild", "guild-2", "ada-2"]);
    assert_eq!(done.file.issues.len(), 1);
}

#[test]
fn ids_are_none_that_a_site_or_a_system_keeps() {
    let titles = RESERVED.iter().chain(&[
        "",
        "...",
        "con",
        "nul",
        "Statements",
        "statements",
        "Ünïcode",
        "уряд",
        "уряд",
    ]);
    let documents: Vec<Document> = titles.map(|title| document(title, "A tram.", 0)).collect();
    let (done, corpus) = imported(&Project::new(THREE, Rows { documents, said: Vec::new() }), "reserved.dna");
    assert_eq!(corpus.documents.len(), RESERVED.len() + 9);
    let ids: Vec<&str> = done.file.documents.iter().map(|document| document.id.0.as_str()).collect();
    assert_eq!(ids[..2], ["actors-2", "compare-2"]);
    assert_eq!(
        ids[RESERVED.len()..],
        ["d1", "d2", "con-2", "nul-2", "statements-3", "statements-4", "unicode", "d3", "d4"]
    );
}

#[test]
fn words_that_try_to_be_more_stay_words() {
    let words = hostile::words();
    let documents =
        words.iter().map(|words| Document { author: words, source: words, ..document(words, "A tram.", 0) });
    let documents: Vec<Document> = documents.collect();
    let said = (1..).zip(&words).map(|(at, name)| Said {
        document: at,
        words: "tram",
        person: name,
        organization: name,
        concept: name,
        ..SAID
    });
    let rows = Rows { said: said.collect(), documents };
    let (done, corpus) = imported(&Project::new(TWO, rows), "hostile.dna");
    assert_eq!((corpus.statements.len(), corpus.documents.len()), (words.len(), words.len()));
    for (document, title) in done.file.documents.iter().zip(&words) {
        let plain = title.trim();
        if !plain.is_empty() && !plain.contains(char::is_control) && plain.len() < 4000 {
            assert_eq!((document.title.as_str(), document.author.as_str()), (plain, plain));
        }
    }
}

fn texts() -> impl Strategy<Value = String> {
    vec(select(&["a", " ", "tram", "😀", "e\u{301}", "塔", "👩\u{200d}👧", "\n\n", "й", "tram "][..]), 1..40)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn every_statement_has_the_words_that_stand_at_its_offsets(
        text in texts(),
        places in vec((any::<prop::sample::Index>(), any::<prop::sample::Index>()), 1..12),
        version in TWO..=THREE,
    ) {
        let letters: Vec<char> = text.chars().collect();
        let units = |to: usize| letters[..to].iter().map(|letter| letter.len_utf16()).sum::<usize>();
        let spans: Vec<(usize, usize)> = places
            .iter()
            .map(|(start, length)| {
                let start = start.index(letters.len());
                (start, start + 1 + length.index(letters.len() - start))
            })
            .collect();
        let rows = (1..).zip(&spans).map(|(id, (start, end))| {
            format!("INSERT INTO STATEMENTS VALUES ({id}, 1, 1, {}, {}, 1);", units(*start), units(*end))
        });
        let rows: String = rows.collect();
        let documents = vec![document("D", &text, 20 * DAY)];
        let project = Project::new(version, Rows { documents, said: Vec::new() }).and(&rows);
        let (_, corpus) = imported(&project, "places.dna");
        prop_assert_eq!(corpus.statements.len(), spans.len());
        for (_, statement) in corpus.statements.iter() {
            let number: usize = statement.id.as_str()[1..].parse().unwrap();
            let span = statement.spans[0].span;
            prop_assert_eq!((span.start() as usize, span.end() as usize), spans[number - 1]);
            prop_assert_eq!(statement.document.position(), 0);
        }
    }
}
