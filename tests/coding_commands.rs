//! `standpoint agreement` and `standpoint suggest` as somebody at a prompt sees them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/coding.rs"]
#[allow(dead_code)]
mod coding;
#[path = "support/command.rs"]
#[allow(dead_code)]
mod command;

use coding::{ACTORS, Coder, ISSUES};
use command::{folder, out, standpoint};
use std::fs;
use std::path::Path;

const TEXT: &str =
    "“We shall build it,” said Ada. “Never,” said Bo.\n\n“If it pays, yes,” said Ada, and the town agreed.";

/// A file of one coder in a folder, and its name.
fn file(folder: &Path, name: &str, rows: &[&str]) -> String {
    let path = folder.join(name);
    let coder = Coder { actors: ACTORS, issues: ISSUES, texts: &[("report", TEXT)] };
    fs::write(&path, coder.json(rows).to_string()).unwrap();
    path.to_str().unwrap().to_owned()
}

fn error(done: &std::process::Output) -> String {
    String::from_utf8(done.stderr.clone()).unwrap()
}

#[test]
fn two_files_give_a_table_and_on_request_its_parts_and_every_difference() {
    let folder = folder("agreement-two");
    let a = file(
        &folder,
        "a.json",
        &[
            "s1 report 1-19 direct ada tram=supports",
            "s2 report 32-38 direct bo tram=opposes",
            "s3 report 51-67 direct ada tram=supports?51-61",
        ],
    );
    let b = file(
        &folder,
        "b.json",
        &[
            "t1 report 1-19 direct ada tram=supports",
            "t2 report 32-38 scare - tram=opposes",
            "t3 report 51-67 direct ada tram=supports",
            "t4 report 83-98 indirect town",
        ],
    );
    let done = standpoint(&["agreement", &a, &b]);
    assert!(done.status.success(), "{}", error(&done));
    assert_eq!(
        out(&done),
        format!(
            "1 text that both coders saw: 3 statements of both, 0 only in {a}, 1 only in {b}\n\
             \n\
             variable  n   alpha\n\
             kind      3   0.000\n\
             speaker   3   0.444\n\
             tram      3   1.000\n\
             toll      0       – no statement that two coders saw has a position on it\n\
             \n\
             4 differences; --details lists them\n"
        )
    );
    let details = out(&standpoint(&["agreement", &a, &b, "--details"]));
    let kind = "kind: 3 units, n = 6 pairable values\n\
                \x20           (1)  (2)  total\n\
                (1) direct    4    1      5\n\
                (2) scare     1    0      1\n\
                observed disagreement = 2 / 6 = 0.333\n\
                expected disagreement = 10 / (6 · 5) = 0.333\n\
                alpha = 1 − observed / expected = 0.000\n";
    assert!(details.contains(kind), "{details}");
    let differences = format!(
        "differences, {a} | {b}\n\
         report:1:33: s2 | t2: kind: direct | scare\n\
         report:1:33: s2 | t2: speaker: bo | null\n\
         report:3:2: s3 | t3: tram, condition: “If it pays” | –\n\
         report:3:34: – | t4: the town agreed\n"
    );
    assert!(details.ends_with(&differences), "{details}");
}

#[test]
fn the_coders_of_one_file_are_compared_by_issue() {
    let folder = folder("agreement-one");
    let one = file(
        &folder,
        "one.json",
        &[
            "s1 report 1-19 direct ada tram=supports/x tram=supports/y",
            "s2 report 32-38 direct bo tram=opposes/x toll=none/y",
            "s3 report 51-67 direct ada tram=supports/x",
        ],
    );
    let done = standpoint(&["agreement", &one, "--details"]);
    assert!(done.status.success(), "{}", error(&done));
    let lines = out(&done);
    assert!(lines.starts_with("2 statements with positions by two coders or more\n"), "{lines}");
    assert!(lines.contains("\ntram      2   0.400\ntoll      1   0.000\n"), "{lines}");
    assert!(
        lines.ends_with(
            "differences\n\
             report:1:33: s2: tram: x opposes | y no position\n\
             report:1:33: s2: toll: x no position | y none\n"
        ),
        "{lines}"
    );
}

#[test]
fn what_cannot_be_compared_ends_with_1_and_a_sentence_that_says_why() {
    let folder = folder("agreement-errors");
    let a = file(&folder, "a.json", &["s1 report 1-19 direct ada tram=supports"]);
    let other = folder.join("other.json");
    let coder =
        Coder { actors: ACTORS, issues: ISSUES, texts: &[("report", "“We shall build it!” said Ada.")] };
    fs::write(&other, coder.json(&["s1 report 1-19 direct ada"]).to_string()).unwrap();
    let other = other.to_str().unwrap().to_owned();
    let broken = folder.join("broken.json");
    fs::write(&broken, "{").unwrap();
    let broken = broken.to_str().unwrap().to_owned();
    for (args, on_error, on_out) in [
        (
            &["agreement", &a][..],
            format!(
                "standpoint: {a} has no statement with positions by two coders; write who coded as \"coder\" in each \
                 position, or give a second file of the same texts\n"
            ),
            String::new(),
        ),
        (
            &["agreement", &a, &other],
            format!(
                "standpoint: {a} and {other} have no text in common, but different texts under the id report; give two \
                 files that hold the same text, letter by letter\n"
            ),
            String::new(),
        ),
        (&["agreement", &a, &broken], String::new(), format!("{broken}:1:2: ")),
    ] {
        let done = standpoint(args);
        assert_eq!(done.status.code(), Some(1), "{args:?}");
        assert_eq!(error(&done), on_error, "{args:?}");
        assert!(
            out(&done).starts_with(&on_out) && out(&done).is_empty() == on_out.is_empty(),
            "{}",
            out(&done)
        );
    }
    let missing = standpoint(&["agreement", &a, "no-such-file.json"]);
    assert_eq!(missing.status.code(), Some(1));
    assert!(error(&missing).contains("no-such-file.json cannot be read"), "{}", error(&missing));
}

#[test]
fn both_bundled_corpora_agree_with_themselves() {
    for corpus in ["corpus/nato-2021.json", "corpus/tram-town.json"] {
        let done = standpoint(&["agreement", corpus, corpus]);
        assert!(done.status.success(), "{}", error(&done));
        let lines = out(&done);
        assert!(lines.ends_with("\n0 differences\n"), "{lines}");
        assert!(
            lines.lines().any(|line| line.starts_with("speaker ") && line.ends_with(" 1.000")),
            "{lines}"
        );
    }
}

#[test]
fn suggestions_are_a_line_each_with_place_kind_speaker_and_words() {
    let folder = folder("suggest");
    let path = folder.join("news.txt");
    let name = path.to_str().unwrap();
    fs::write(
        &path,
        "\u{feff}😀 “We go,” said Ann Ames, “and stay.”\n\nShe paid for it.\r\n\
         “It was dear,” she said. The “new” hall is old.\n",
    )
    .unwrap();
    let done = standpoint(&["suggest", name]);
    assert!(done.status.success(), "{}", error(&done));
    assert_eq!(
        out(&done),
        "1:4: direct, Ann Ames: We go, […] and stay.\n\
         4:2: direct, Ann Ames?: It was dear,\n\
         4:31: scare, nobody named: new\n"
    );
    fs::write(&path, "Anna Weber und Bo Lind kamen. „Wir gehen“, sagte sie. „Nie“, rief Bo Lind.").unwrap();
    assert_eq!(
        out(&standpoint(&["suggest", name, "--language", "de"])),
        "1:32: direct, Bo Lind? Anna Weber?: Wir gehen\n1:56: direct, Bo Lind: Nie\n"
    );
    fs::write(&path, "Nobody speaks.").unwrap();
    let silent = standpoint(&["suggest", name]);
    assert!(silent.status.success() && out(&silent).is_empty());
}

#[test]
fn a_text_that_is_none_ends_with_1_and_a_sentence() {
    let folder = folder("suggest-errors");
    let path = folder.join("latin.txt");
    fs::write(&path, b"caf\xe9").unwrap();
    let name = path.to_str().unwrap();
    for (args, wanted) in [
        (&["suggest", "no-such-file.txt"][..], "standpoint: no-such-file.txt cannot be read: "),
        (
            &["suggest", name],
            &format!("standpoint: {name} is no UTF-8 from its byte 4 on; save it as plain text in UTF-8"),
        ),
        (
            &["suggest", name, "--language", "german"],
            "standpoint: “german” is no language tag; write one like en, uk or pt-BR",
        ),
    ] {
        let done = standpoint(args);
        assert_eq!((done.status.code(), out(&done).as_str()), (Some(1), ""), "{args:?}");
        assert!(error(&done).starts_with(wanted), "{}", error(&done));
    }
}
