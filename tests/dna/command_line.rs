//! `standpoint import` as somebody at a prompt sees it.

use crate::command::{folder, out, standpoint};
use crate::project::{Project, THREE, town};
use std::fs;

fn refused(args: &[&str]) -> String {
    let done = standpoint(args);
    assert_eq!(done.status.code(), Some(1), "{args:?}");
    String::from_utf8(done.stderr).unwrap()
}

#[test]
fn a_project_becomes_a_corpus_file_with_a_report() {
    let folder = folder("dna-import");
    let (file, made) = (folder.join("Town trams.dna"), folder.join("town.json"));
    fs::write(&file, Project::new(THREE, town()).write("command.dna")).unwrap();
    let (file, made) = (file.to_str().unwrap(), made.to_str().unwrap());
    let done = standpoint(&["import", file, "--out", made, "--language", "en"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let told = out(&done);
    assert_eq!(told.lines().count(), 8, "{told}");
    assert!(told.lines().take(7).all(|line| line.starts_with(&format!("{file}: "))), "{told}");
    assert!(told.ends_with(&format!("{made}: 5 statements, 4 actors, 2 issues, 2 documents\n")), "{told}");
    assert_eq!(
        out(&standpoint(&["check", made])),
        format!("{made} has no problems: 5 statements, 4 speakers, 2 issues, 2 documents\n")
    );
    let text = fs::read_to_string(made).unwrap();
    assert!(
        text.contains("\"id\": \"town-trams\",\n  \"title\": \"Town trams\",\n  \"language\": \"en\""),
        "{text}"
    );
    // What is there is not written over.
    assert!(refused(&["import", file, "--out", made]).contains("town.json cannot be written: "));
    assert_eq!(fs::read_to_string(made).unwrap(), text);
}

#[test]
fn nothing_is_written_of_a_file_that_is_not_read() {
    let folder = folder("dna-refused");
    let (file, made) = (folder.join("a.dna"), folder.join("a.json"));
    let (name, made_name) = (file.to_str().unwrap(), made.to_str().unwrap());
    let import = |more: &[&str]| refused(&[&["import", name, "--out", made_name], more].concat());
    assert!(import(&[]).contains("a.dna cannot be read: "));
    fs::write(&file, "some words").unwrap();
    assert!(import(&[]).contains("a.dna is no project of DNA"));
    let project = Project::new(THREE, town()).write("refused.dna");
    fs::write(&file, &project[..project.len() / 2]).unwrap();
    assert!(import(&[]).contains("a.dna is cut off: it has "));
    fs::write(&file, &project).unwrap();
    assert!(import(&["--language", "English, British"]).contains("a.json is not written"));
    for ending in ["-wal", "-journal"] {
        let beside = folder.join(format!("a.dna{ending}"));
        fs::write(&beside, "changes").unwrap();
        assert!(import(&[]).contains(&format!("a.dna is not all: changes stand in a.dna{ending} beside it")));
        // An empty one holds nothing.
        fs::write(&beside, "").unwrap();
    }
    assert!(!made.exists());
    assert!(standpoint(&["import", name, "--out", made_name]).status.success());
}
