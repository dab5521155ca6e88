//! The commands of whoever makes a corpus in an editor: check, new, import, export.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
#[path = "support/command.rs"]
mod command;

use command::{folder, out, standpoint};
use std::fs;
use std::path::Path;
use std::process::Output;

fn err(done: &Output) -> String {
    String::from_utf8(done.stderr.clone()).unwrap()
}

fn path(file: &Path) -> &str {
    file.to_str().unwrap()
}

/// A sound file with an actor whom nothing names.
const WARNED: &str = r#"{"standpoint": 1, "id": "a", "title": "A", "language": "en",
"actors": [{"id": "silent", "name": "Silent", "kind": "person"}],
"documents": [{"id": "d", "title": "D", "date": "2024", "text": "One two."}]}"#;
const UNUSED: &str = "warning: actor silent: no statement, role or other actor names this actor; name it where it belongs, \
                      take it out, or say in its \"note\" why it stands here";

#[test]
fn several_files_are_checked_in_their_order_and_one_with_problems_fails_them() {
    let folder = folder("check-several");
    let (warned, broken) = (folder.join("warned.json"), folder.join("broken.json"));
    fs::write(&warned, WARNED).unwrap();
    fs::write(&broken, WARNED.replace("\"2024\"", "\"May\"")).unwrap();
    let good = "tests/cases/tram.json has no problems: 1 statement, 1 speaker, 1 issue, 1 document\n";
    let (warned, broken) = (path(&warned), path(&broken));
    let warned_lines = format!(
        "{warned}:2:12: {UNUSED}\n{warned} has no problems: 0 statements, 0 speakers, 0 issues, 1 document\n"
    );
    let broken_lines = format!(
        "{broken}:2:12: {UNUSED}\n{broken}:3:49: document d, date: “May” is no date: write YYYY, YYYY-MM or YYYY-MM-DD\n"
    );
    for (args, is_good, lines) in [
        (vec!["check", "tests/cases/tram.json", warned], true, format!("{good}{warned_lines}")),
        (vec!["check", broken, "tests/cases/tram.json"], false, format!("{broken_lines}{good}")),
        (vec!["check", "no-such.json", "tests/cases/tram.json"], false, good.to_owned()),
        (vec!["check", "--strict", "tests/cases/tram.json"], true, good.to_owned()),
        (vec!["check", warned, "--strict"], false, warned_lines.clone()),
    ] {
        let done = standpoint(&args);
        assert_eq!((out(&done), done.status.success()), (lines, is_good), "{args:?}");
    }
    let strict = err(&standpoint(&["check", "--strict", warned]));
    assert_eq!(strict, "standpoint: 1 warning; with --strict a warning is a problem\n");
    assert!(err(&standpoint(&["check", "no-such.json"])).contains("no-such.json cannot be read"));
    assert!(!standpoint(&["check"]).status.success(), "at least one file is named");
}

#[test]
fn of_very_many_problems_and_warnings_the_rest_is_counted() {
    let folder = folder("check-many");
    let actor = |at: usize, name: &str| format!(r#"{{"id": "a{at}", "name": "{name}", "kind": "person"}}"#);
    for (name, count, told) in [
        ("", 1001, "… and 1 more problem\n"),
        ("", 1200, "… and 200 more problems\n"),
        ("A", 1001, "… and 1 more warning\n"),
        ("A", 1200, "… and 200 more warnings\n"),
    ] {
        let file = folder.join("many.json");
        let actors: Vec<String> = (0..count).map(|at| actor(at, name)).collect();
        let actors = format!("\"actors\": [{}]", actors.join(",\n"));
        // Those that have problems are not warned of as well.
        let note = if name.is_empty() { ", \"note\": \"x\", \"kind\"" } else { ", \"kind\"" };
        let actors = actors.replace(", \"kind\"", note);
        let head = "\"standpoint\": 1, \"id\": \"c\", \"title\": \"C\", \"language\": \"en\"";
        fs::write(&file, format!("{{{head}, {actors}}}")).unwrap();
        let printed = out(&standpoint(&["check", path(&file)]));
        assert!(printed.contains(&format!("{}: {told}", path(&file))), "{told}");
        assert_eq!(printed.lines().count(), 1001 + usize::from(!name.is_empty()), "{told}");
        let strict = err(&standpoint(&["check", "--strict", path(&file)]));
        let warned = format!("standpoint: {count} warnings; with --strict a warning is a problem\n");
        assert_eq!(strict, if name.is_empty() { String::new() } else { warned });
    }
}

#[test]
fn a_corpus_begins_with_texts_and_says_what_to_do_next() {
    let folder = folder("new");
    let texts = folder.join("texts");
    fs::create_dir(&texts).unwrap();
    fs::write(texts.join("2024-05-06 Courier.txt"), "One.\r\n\r\nTwo.").unwrap();
    fs::write(texts.join("note.md"), "# A *note*\n\nOf 2024-05-07.").unwrap();
    fs::write(texts.join("picture.png"), [0u8; 9]).unwrap();
    let file = folder.join("the-town.json");
    let name = path(&file);
    let done = standpoint(&["new", path(&texts), "--out", name, "--language", "en"]);
    assert!(done.status.success(), "{}", err(&done));
    assert_eq!(
        out(&done),
        format!(
            "{name}: 2 documents\n\
             1. Write actors, issues and statements into it (`standpoint schema` lists all keys).\n\
             2. `standpoint check {name}` says what is wrong, where, and what to write instead.\n\
             3. `standpoint serve --corpus {name}` shows it, and anew with every save.\n"
        )
    );
    assert_eq!(
        out(&standpoint(&["check", name, "--strict"])),
        format!("{name} has no problems: 0 statements, 0 speakers, 0 issues, 2 documents\n")
    );
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!((&json["id"], &json["title"]), (&"the-town".into(), &"The town".into()));
    assert_eq!(
        (&json["documents"][0]["date"], &json["documents"][0]["text"]),
        (&"2024-05-06".into(), &"One.\n\nTwo.".into())
    );
    assert_eq!(json["documents"][1]["structure"][0]["exact"], "A note");
    assert_eq!(
        (&json["actors"], &json["statements"], &json["method"]),
        (&serde_json::json!([]), &serde_json::json!([]), &"".into())
    );
    assert!(json.get("$schema").is_none());

    fs::write(&file, "years of work").unwrap();
    let again = standpoint(&["new", path(&texts), "--out", name, "--schema"]);
    assert!(
        !again.status.success() && err(&again).contains("is there already; choose another name for --out")
    );
    assert_eq!(fs::read_to_string(&file).unwrap(), "years of work");
    assert!(!folder.join("the-town.schema.json").exists(), "nothing is written beside it, either");

    let other = folder.join("other.json");
    let done = standpoint(&["new", path(&texts), "--out", path(&other), "--schema"]);
    assert!(out(&done).contains("1. Write its language, actors, issues"), "{}", out(&done));
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&other).unwrap()).unwrap();
    assert_eq!((&json["$schema"], &json["language"]), (&"./other.schema.json".into(), &"und".into()));
    let schema = fs::read_to_string(folder.join("other.schema.json")).unwrap();
    assert_eq!(schema + "\n", out(&standpoint(&["schema"])));
}

#[test]
fn texts_that_do_not_do_are_told_one_by_one_and_nothing_is_written() {
    let folder = folder("new-refused");
    let file = |name: &str, bytes: &[u8]| {
        fs::write(folder.join(name), bytes).unwrap();
        path(&folder.join(name)).to_owned()
    };
    let (undated, also, pdf, empty) =
        (file("a.txt", b"Words"), file("b.txt", b"W"), file("c.txt", b"%PDF-"), file("d.txt", b""));
    let latin = file("2024-01-01.txt", b"Gr\xfc\xdfe");
    fs::create_dir(folder.join("none")).unwrap();
    let (none, to) = (folder.join("none"), folder.join("out.json"));
    for (args, said) in [
        (
            vec![undated.as_str(), &also],
            vec![format!("this was published: {undated}, {also}; give it with --date, as --date 2024-05-31")],
        ),
        (vec![&undated, "--date", "5 May"], vec!["--date 5 May: write YYYY".to_owned()]),
        (
            vec![&pdf, &empty, &undated],
            vec![
                format!("{pdf} is a PDF; copy"),
                format!("{empty} holds no words"),
                format!("published: {undated}"),
            ],
        ),
        (vec![path(&none)], vec!["holds no text (.txt, .md or .docx)".to_owned()]),
        (vec!["no-such.txt"], vec!["no-such.txt cannot be read".to_owned()]),
        (
            vec![&latin, "--language", "English"],
            vec!["nothing was written".to_owned(), "“English” is no language tag; write \"en\"".to_owned()],
        ),
    ] {
        let done = standpoint(&[&["new"], args.as_slice(), &["--out", path(&to)]].concat());
        let told = err(&done);
        assert!(!done.status.success() && said.iter().all(|said| told.contains(said)), "{args:?}: {told}");
        assert!(!to.exists(), "{args:?}");
    }
    let done = standpoint(&["new", &latin, &undated, "--date", "2024", "--out", path(&to)]);
    let read_as =
        format!("{latin} is no UTF-8 and was read as Windows-1252; look whether its letters are right\n");
    assert!(done.status.success() && out(&done).starts_with(&read_as), "{}{}", out(&done), err(&done));
}

#[test]
fn a_corpus_comes_back_from_the_table_that_is_made_of_it() {
    let folder = folder("export");
    let (table, back) = (folder.join("table.csv"), folder.join("back.json"));
    let case = "tests/cases/hetch-hetchy.json";
    let done = standpoint(&["export", "csv", case, "--out", path(&table)]);
    assert!(done.status.success() && out(&done).is_empty(), "{}", err(&done));
    assert!(
        err(&done).contains(
            "not in the file: reporting clauses (cue): 7\ntests/cases/hetch-hetchy.json: not in the file: labels of conditions and terms: 4"
        ),
        "{}",
        err(&done)
    );
    let bytes = fs::read(&table).unwrap();
    assert!(bytes.starts_with("\u{feff}id,document,words,start,end,unit,quoted,kind,speaker,".as_bytes()));
    assert_eq!(standpoint(&["export", "csv", case]).stdout, bytes, "on standard output the same");
    let done = standpoint(&["import", path(&table), "--texts", case, "--out", path(&back)]);
    assert!(done.status.success(), "{}{}", out(&done), err(&done));
    assert!(
        out(&done).contains(&format!("{case}: its 27 statements stay there; those of the table are written")),
        "{}",
        out(&done)
    );
    assert!(
        out(&done).ends_with(&format!("{}: 27 statements, 18 actors, 4 issues, 3 documents\n", path(&back))),
        "{}",
        out(&done)
    );
    let checked = out(&standpoint(&["check", path(&back)]));
    assert!(
        checked.contains("has no problems: 27 statements, 13 speakers, 4 issues, 3 documents"),
        "{checked}"
    );
    let again = standpoint(&["export", "csv", path(&back)]);
    assert_eq!(again.stdout, bytes, "the table of what came back is the same");
    assert!(!standpoint(&["export", "csv", "Cargo.toml"]).status.success());
    assert!(err(&standpoint(&["export", "csv", case, "--out", path(&table)])).contains("is there already"));
}

#[test]
fn a_table_and_its_texts_become_a_file_and_what_did_not_fit_is_told() {
    let folder = folder("import");
    let (texts, table) = (folder.join("texts"), folder.join("table.csv"));
    fs::create_dir(&texts).unwrap();
    fs::write(texts.join("2024-05-06 Courier.txt"), "“We shall build it,” the mayor said. Never, never.")
        .unwrap();
    let rows = "Document;Words;Kind;Speaker;Issue;Stance;Colour\r\n\
                Courier;We shall build it,;direct;The mayor;Tram;supports;red\r\n\
                Courier;never;indirect;;;;\r\n\
                Courier;ever;indirect;;;;\r\n";
    fs::write(&table, rows).unwrap();
    let import = |to: &Path, texts: &Path| {
        standpoint(&["import", path(&table), "--texts", path(texts), "--language", "en", "--out", path(to)])
    };
    let to = folder.join("town.json");
    let done = import(&to, &texts);
    assert_eq!(done.status.code(), Some(1), "something did not fit");
    let (name, told) = (path(&table), out(&done));
    for said in [
        format!("{name}:4: words: these words stand in several places: "),
        format!("{name}: columns that were left out, since nothing here is called so: Colour\n"),
        format!(
            "{name}: these new actors were taken for persons, where no speaker_kind says otherwise: The mayor\n"
        ),
        format!(
            "{name}: these new issues have their label for a proposition; write one sentence for each: Tram\n"
        ),
        format!(
            "{}: 2 statements, 1 actor, 1 issue, 1 document; 1 thing did not fit, see above\n",
            path(&to)
        ),
    ] {
        assert!(told.contains(&said), "{said}\n{told}");
    }
    let json: serde_json::Value = serde_json::from_str(&fs::read_to_string(&to).unwrap()).unwrap();
    assert_eq!(json["statements"][0]["speaker"], "the-mayor");
    assert_eq!(
        json["statements"][0]["positions"][0],
        serde_json::json!({"issue": "tram", "stance": "supports"})
    );
    assert!(out(&standpoint(&["check", path(&to)])).contains("has no problems: 2 statements"));
    assert!(err(&import(&to, &texts)).contains("is there already"), "nothing is overwritten");
    for (bytes, said) in [
        ("a,b\nc,d\n", "no column is known by its name"),
        ("{\"standpoint\": 1}", "this is no table but JSON"),
    ] {
        fs::write(&table, bytes).unwrap();
        let done = import(&folder.join("other.json"), &texts);
        assert!(!done.status.success() && err(&done).contains(said), "{}", err(&done));
        assert!(!folder.join("other.json").exists());
    }
}
