//! What is told of an import: whatever did not fit, whatever had to be supposed, and how often.

use crate::project::{DAY, Project, Rows, THREE, TWO, document, town};
use crate::projects::imported;

/// What is told of the town's project.
const PLAIN: &[&str] = &[
    "DNA keeps no words of a statement: its offsets are read as UTF-16, which matters for 4 statements; the first \
     passages are “the tram was needed”, “called the tram a waste”, “The Guild said no more.”",
    "5 statements set as “indirect”, because DNA does not say whose words they are; change those that are quoted",
    "2 statements read as “supports”; DNA ticks the box of agreement by itself, so some may only be untouched",
    "1 statement with a concept and no agreement: the stance is “unclear”",
    "1 statement without a concept, and so without a position",
    "1 statement with neither person nor organization, as the words of nobody named",
    "1 person with a new role, “representative”, of the organization that stands beside them; \
     DNA says neither which office it was nor when",
];

/// What is told of the town's project when it has been changed, and was not told before, be it in another number; and
/// how many statements there are.
fn check(version: i64, change: &str, told: &[&str], statements: usize) {
    let (done, corpus) = imported(&Project::new(version, town()).and(change), "notes.dna");
    let notes: Vec<String> = done.notes.iter().map(ToString::to_string).collect();
    let sort = |note: &str| match note.split_once("DNA keeps no words") {
        Some(_) => "units".to_owned(),
        None => note.trim_start_matches(char::is_numeric).replace("statements", "statement"),
    };
    let plain: Vec<String> = PLAIN.iter().map(|note| sort(note)).collect();
    let besides: Vec<&str> =
        notes.iter().map(String::as_str).filter(|note| !plain.contains(&sort(note))).collect();
    assert_eq!(besides, told, "{change}");
    assert_eq!(corpus.statements.len(), statements, "{change}");
}

#[test]
fn a_plain_project_is_told_of_too() {
    for version in [TWO, THREE] {
        let (done, _) = imported(&Project::new(version, town()), "plain.dna");
        assert_eq!(done.notes.iter().map(ToString::to_string).collect::<Vec<_>>(), PLAIN);
    }
}

#[test]
fn what_has_no_place_is_counted() {
    check(
        THREE,
        "INSERT INTO STATEMENTS VALUES (90, 2, 1, 0, 4, 1);
         INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (90, 5, 'not of ours')",
        &["1 statement of the type “Annotation” left out; only “DNA Statement” is read"],
        5,
    );
    check(
        THREE,
        "INSERT INTO VARIABLES VALUES (6, 'tone', 'integer', 1), (7, 'remark', 'long text', 1), (8, 'place', 'short text', 1);
         INSERT INTO ENTITIES(ID, VariableId, Value) VALUES (800, 8, 'Hall'), (801, 8, '');
         INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (1, 6, 0), (2, 6, -3);
         INSERT INTO DATALONGTEXT(StatementId, VariableId, Value) VALUES (1, 7, 'loud'), (2, 7, ' ');
         INSERT INTO DATASHORTTEXT(StatementId, VariableId, Entity) VALUES (1, 8, 800), (2, 8, 801)",
        &[
            "1 value of the variable “place” left out",
            "1 value of the variable “remark” left out",
            "2 values of the variable “tone” left out",
        ],
        5,
    );
    check(
        THREE,
        "UPDATE DOCUMENTS SET Section = 'front', Type = 'report'; UPDATE DOCUMENTS SET Notes = 'read twice' WHERE ID = 2",
        &["2 documents: section left out", "1 document: notes left out", "2 documents: type left out"],
        5,
    );
    check(
        THREE,
        "INSERT INTO ATTRIBUTEVALUES VALUES (1, 1, 1, 'engineer'), (2, 1, 2, ''); INSERT INTO STATEMENTLINKS VALUES (1, 1, 2);
         INSERT INTO ENTITIES(ID, VariableId, Value) VALUES (900, 1, 'Nobody Much'), (901, 3, 'A'), (902, 3, 'B')",
        &[
            "1 person that no statement names left out",
            "2 concepts that no statement names left out",
            "1 attribute of persons, organizations and concepts left out",
            "1 link between statements left out",
        ],
        5,
    );
}

#[test]
fn documents_and_statements_that_cannot_be_there_are_counted_with_their_reason() {
    check(
        THREE,
        "UPDATE DOCUMENTS SET Text = '' WHERE ID = 2",
        &["1 document (2) with 1 statement left out: there is no text"],
        4,
    );
    check(
        THREE,
        "UPDATE DOCUMENTS SET Date = 300000000000 WHERE ID = 1",
        &["1 document (1) with 4 statements left out: there is no date within the years 1 to 9999"],
        1,
    );
    check(
        TWO,
        "UPDATE DOCUMENTS SET Date = NULL WHERE ID = 2",
        &["1 document (2) with 1 statement left out: there is no date within the years 1 to 9999"],
        4,
    );
    check(
        THREE,
        "INSERT INTO STATEMENTS VALUES (10, 1, 1, 6, 9, 1), (11, 1, 1, 5, 6, 1), (12, 1, 1, 9, 9, 1), (13, 1, 1, 9, 8, 1),
            (14, 1, 1, 0, 100000, 1), (15, 1, 1, 0, 5000000000, 1), (16, 1, 77, 0, 4, 1)",
        &[
            "1 statement (16) left out: there is no such document in the file",
            "2 statements (12, 13) left out: it ends where it begins, or before",
            "2 statements (14, 15) left out: it goes on behind the end of its text",
            "2 statements (10, 11) left out: it begins or ends inside a letter",
        ],
        5,
    );
    let many: Vec<String> = (10..20).map(|id| format!("({id}, 1, 3, 0, 4, 1)")).collect();
    check(
        THREE,
        &format!("INSERT INTO STATEMENTS VALUES {}", many.join(", ")),
        &["10 statements (10, 11, 12, 13, 14, …) left out: there is no such document in the file"],
        5,
    );
}

#[test]
fn what_had_to_be_supposed_is_told() {
    let number = "DELETE FROM DATABOOLEAN WHERE StatementId = 2;
         INSERT INTO DATAINTEGER(StatementId, VariableId, Value) VALUES (2, 4, -2)";
    let told =
        "1 statement with a number as agreement: the stance is “unclear”, and the number its rationale";
    check(THREE, number, &[told], 5);
    let (done, _) = imported(&Project::new(THREE, town()).and(number), "number.dna");
    assert_eq!(done.file.statements[1].positions[0].rationale, "agreement: -2");
    check(
        TWO,
        "INSERT INTO STATEMENTS VALUES (9, 1, 1, 0, 4, 1); INSERT INTO DATASHORTTEXT(StatementId, VariableId, Value)
         VALUES (9, 1, 'Ada Byron'), (9, 2, 'Council'), (9, 3, 'The tram is built')",
        &["1 person beside several organizations, counting for each of them at all times; give these roles their dates"],
        6,
    );
    check(
        THREE,
        "UPDATE DOCUMENTS SET Title = '', Date = Date + 3600 WHERE ID = 2; UPDATE DOCUMENTS SET Author = 'Kim' || char(10) || 'Roe'
         WHERE ID = 1; UPDATE ENTITIES SET Value = 'Ada' || char(9) || 'Byron' WHERE Value = 'Ada Byron';
         UPDATE DOCUMENTS SET Text = Text || char(13, 10) || 'End.'",
        &[
            "1 document: time of day left out",
            "1 document without a title, called by a number",
            "2 documents with line ends of Windows; look whether the passages fit",
            "2 names set on one line or cut to be short enough",
        ],
        5,
    );
}

#[test]
fn an_agreement_of_nobody_s_own_project_reads_as_nothing() {
    let (done, _) =
        imported(&Project::new(THREE, town()).and("DELETE FROM VARIABLES WHERE ID = 4"), "none.dna");
    let stances: Vec<&str> =
        done.file.statements.iter().flat_map(|own| &own.positions).map(|own| own.stance.word()).collect();
    assert_eq!(stances, ["unclear"; 4]);
}

#[test]
fn dates_of_version_2_are_days_of_the_clock_that_wrote_them() {
    let hour = 3600;
    for (dates, days, told) in [
        ([100 * DAY, 200 * DAY], ["1970-04-11", "1970-07-20"], None),
        (
            [100 * DAY - hour, 200 * DAY - 2 * hour],
            ["1970-04-11", "1970-07-20"],
            Some(
                "2 documents with a date that is midnight somewhere: the nearest day is taken; compare one with its text",
            ),
        ),
        (
            [100 * DAY - hour, 200 * DAY + 5 * hour],
            ["1970-04-10", "1970-07-20"],
            Some(
                "2 documents with a date in an unknown time zone, read as UTC: it may be a day early or late",
            ),
        ),
    ] {
        let documents = dates.map(|date| document("D", "A tram.", date)).to_vec();
        let (done, _) = imported(&Project::new(TWO, Rows { documents, said: Vec::new() }), "dates.dna");
        let read: Vec<&str> = done.file.documents.iter().map(|document| document.date.0.as_str()).collect();
        assert_eq!(read, days);
        assert_eq!(done.notes.first().map(ToString::to_string).as_deref(), told, "{dates:?}");
    }
}

#[test]
fn many_statements_on_a_long_text_take_no_long_time() {
    // 3000 statements would read some six gigabytes, were each searched for in all of its text.
    let text = "tram, ".repeat(350_000);
    let rows: Vec<String> =
        (1..3000).map(|id| format!("({id}, 1, 1, {}, {}, 1)", id * 600, id * 600 + id)).collect();
    let documents = vec![document("D", &text, 0)];
    let project = Project::new(THREE, Rows { documents, said: Vec::new() });
    let (_, corpus) =
        imported(&project.and(&format!("INSERT INTO STATEMENTS VALUES {}", rows.join(", "))), "long.dna");
    assert_eq!(corpus.statements.len(), 2999);
}
