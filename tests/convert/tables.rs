//! Tables of statements: what is read of them, what is said of what does not fit, and that the way back is the way there.

use proptest::prelude::*;
use serde_json::json;
use standpoint::convert::csv::{Imported, export, import};
use standpoint::corpus::{Corpus, LabelledSpan, Speaker, Statement, raw};

/// Two texts of a town.
fn base() -> raw::Corpus {
    let file = json!({"standpoint": 1, "id": "town", "title": "Town", "language": "en",
        "actors": [{"id": "ann", "name": "Ann Ash", "kind": "person"}, {"id": "b1", "name": "Bo", "kind": "person"}, {"id": "b2", "name": "Bo", "kind": "person"}],
        "issues": [{"id": "tram", "label": "The tram", "proposition": "It should be built."}],
        "documents": [
            {"id": "report", "title": "Report", "date": "2024-05-06", "text": "😀 “We shall build it,” Ann said, “and soon.” If it rains, no. We shall see; yes, yes."},
            {"id": "2024-05-07-note", "title": "Note", "date": "2024-05-07", "text": "Line one\nline two."}]});
    raw::Corpus::read(file.to_string().as_bytes()).unwrap()
}

/// The statements of an import, each in a line.
fn rows(done: &Imported) -> Vec<String> {
    let file = done.file.to_json();
    let read = Corpus::read(file.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}\n{file}"));
    assert!(read.orphans.is_empty(), "{file}");
    read.corpus.statements.iter().map(|(_, statement)| row(&read.corpus, statement)).collect()
}

fn row(corpus: &Corpus, statement: &Statement) -> String {
    let actors = |speaker: &Speaker| match speaker {
        Speaker::Unnamed => "?".to_owned(),
        Speaker::Document => "@".to_owned(),
        Speaker::Actors(actors) => {
            actors.iter().map(|a| corpus.actors[*a].id.as_str()).collect::<Vec<_>>().join("+")
        }
    };
    let named = |list: &[standpoint::corpus::ActorIx]| {
        if list.is_empty() { String::new() } else { actors(&Speaker::Actors(list.to_vec())) }
    };
    let places = |list: &[LabelledSpan]| {
        list.iter().map(|w| format!("{}-{}", w.span.start(), w.span.end())).collect::<Vec<_>>()
    };
    let spans: Vec<String> = statement
        .spans
        .iter()
        .map(|w| format!("{}-{}{}", w.span.start(), w.span.end(), if w.quoted { "“" } else { "" }))
        .collect();
    let positions: Vec<String> = statement
        .positions
        .iter()
        .map(|p| {
            let coder = p.coder.map(|coder| corpus.coders[coder].id.to_string());
            format!(
                "{} {:?} {} {:?} {:?} {} {:?} {coder:?} {:?}",
                corpus.issues[p.issue].id,
                p.stance,
                named(&p.holders),
                places(&p.conditions),
                places(&p.terms),
                p.hedged,
                p.rationale,
                p.confidence
            )
        })
        .collect();
    format!(
        "{} {} {spans:?} {:?} {} via {:?} for {} {:?} {:?} to {} {positions:?}",
        statement.id,
        corpus.documents[statement.document].id,
        statement.kind,
        actors(&statement.speaker),
        statement.via.iter().map(|relay| actors(&relay.by)).collect::<Vec<_>>(),
        named(statement.on_behalf_of.as_slice()),
        statement.act,
        statement.date.map(|date| date.to_string()),
        named(&statement.addressees)
    )
}

const HEADER: &str = "document,words,kind,speaker";

/// What is said of a table, as `line column sentence`, and how many statements it gives.
fn told(table: &str) -> (usize, Vec<String>) {
    let done = import(table.as_bytes(), base()).unwrap_or_else(|refusal| panic!("{table}\n{refusal}"));
    rows(&done);
    let told = done.misfits.iter().map(|misfit| format!("{} {} {}", misfit.line, misfit.column, misfit.said));
    (done.file.statements.len(), told.collect())
}

#[test]
fn tables_are_read_however_a_spreadsheet_saves_them() {
    let wanted =
        rows(&import(format!("{HEADER}\nreport,and soon.,direct,ann\n").as_bytes(), base()).unwrap());
    assert_eq!(wanted, ["s1 report [\"34-43“\"] Direct ann via [] for  None None to  []"]);
    let utf16 = |text: &str| {
        [0xff, 0xfe].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect::<Vec<u8>>()
    };
    for table in [
        b"document;words;kind;speaker\r\nreport;and soon.;direct;ann\r\n".to_vec(),
        b"document\twords\tkind\tspeaker\nreport\tand soon.\tdirect\tann".to_vec(),
        b"\xef\xbb\xbfDocument,WORDS,Kind, speaker \nreport,and soon.,Direct, ann \n".to_vec(),
        b"sep=;\r\ndocument;words;kind;speaker\r\nreport;and soon.;direct;ann\r\n".to_vec(),
        b"\"sep=;\"\ndocument;words;kind;speaker;;\nreport;and soon.;direct;ann;;\n;;;;;\n\n".to_vec(),
        b"\"document\",\"words\",\"kind\",\"speaker\"\n\"report\",\"and soon.\",\"direct\",\"ann\"\n"
            .to_vec(),
        b"words,speaker,colour,kind,document\nand soon.,Ann Ash,red,direct,Report\n".to_vec(),
        b"document,words,kind,speaker\nreport.txt,and soon.,direct,ann\n".to_vec(),
        utf16("document;words;kind;speaker\nreport;and soon.;direct;ann\n"),
    ] {
        let done = import(&table, base()).unwrap_or_else(|refusal| panic!("{refusal}"));
        assert_eq!(
            (rows(&done), done.misfits),
            (wanted.clone(), vec![]),
            "{}",
            String::from_utf8_lossy(&table)
        );
        assert_eq!(done.notes.join(" ").contains("colour"), table.starts_with(b"words"), "{:?}", done.notes);
    }
    let quoted = "document,words,kind,speaker\r\nnote,\"Line one\r\nline two.\",indirect,\"\"\r\n";
    let done = import(quoted.replace("note,", "2024-05-07-note,").as_bytes(), base()).unwrap();
    assert_eq!(rows(&done)[0].split(" via").next(), Some("s1 2024-05-07-note [\"0-18\"] Indirect ?"));
    let done = import(b"document,words,kind,speaker\nreport,and soon.,direct,J\xfcrg\n", base()).unwrap();
    assert!(done.notes[0].contains("Windows-1252"), "{:?}", done.notes);
    assert_eq!(
        done.file.actors.last().map(|actor| (actor.id.0.as_str(), actor.name.as_str())),
        Some(("juerg", "Jürg"))
    );
}

#[test]
fn a_table_that_cannot_be_read_is_refused_with_what_is_wrong_and_its_first_rows() {
    let corpus = base().to_json();
    for (table, said, shown) in [
        (
            "a|b|c\n1|2|3\n4|5|6\n7|8|9",
            "no column is known by its name",
            Some("1: a|b|c\n2: 1|2|3\n3: 4|5|6"),
        ),
        (
            "document;words;kind\nreport;and soon.;direct",
            "this column is missing: speaker (the table was read with semicolons",
            Some("2: report | and soon. | direct"),
        ),
        (
            "document,words\nr,w",
            "these columns are missing: kind, speaker (the table was read with commas",
            Some("1: document | words"),
        ),
        (
            "document,words,kind,speaker,issue\n",
            "this column is missing: stance",
            Some("1: document | words | kind | speaker | issue"),
        ),
        ("document,words,kind,speaker,words\n", "two columns are called words", Some("1: document")),
        ("", "the table is empty", None),
        (corpus.as_str(), "this is no table but a corpus file (JSON)", None),
        ("[1, 2]", "this is no table but JSON", None),
        (
            "PK\u{3}\u{4}xlsx",
            "the table is a compressed file, as of Word, Excel or LibreOffice; save it as text (a table as CSV)",
            None,
        ),
    ] {
        let refusal = import(table.as_bytes(), base()).unwrap_err();
        assert!(refusal.said.contains(said), "{table}: {refusal}");
        assert!(shown.is_none_or(|shown| refusal.to_string().contains(shown)), "{table}: {refusal}");
        assert_eq!(refusal.rows.is_empty(), shown.is_none(), "{table}: {refusal}");
    }
    assert!(
        import(b"document,words\n\xff\x81,", base())
            .unwrap_err()
            .said
            .contains("neither UTF-8 nor Windows-1252")
    );
}

#[test]
fn what_does_not_fit_is_told_with_line_and_column_and_the_rest_is_kept() {
    let columns = "document,words,kind,speaker,via,on_behalf_of,act,date,addressees,issue,stance,holder,condition,hedged,coder,confidence,id,start,end,quoted,speaker_kind,proposition";
    let good = "report,and soon.,direct,ann";
    for (row, count, said) in [
        (good.to_owned(), 1, None),
        (
            "elsewhere,and soon.,direct,ann".to_owned(),
            0,
            Some("2 document there is no text “elsewhere” (there are report, 2024-05-07-note)"),
        ),
        (
            "report,and later.,direct,ann".to_owned(),
            0,
            Some("2 words these words are not in the text: “and later.”"),
        ),
        (
            "report,We shall,direct,ann".to_owned(),
            0,
            Some(
                "2 words these words stand in several places: 3-11 in “…😀 “[We shall] build it,” Ann said…”, 62-70 in",
            ),
        ),
        ("report,yes,direct,ann".to_owned(), 0, Some("2 words these words stand in several places")),
        ("report,,direct,ann".to_owned(), 0, Some("2 words this cell is empty")),
        (
            "report,and soon.,spoken,ann".to_owned(),
            0,
            Some("2 kind the kind is one of direct, indirect, mixed, scare"),
        ),
        (
            "report,and soon.,direct,Bo".to_owned(),
            0,
            Some("2 speaker several actors are called “Bo”; write the id of one: b1, b2"),
        ),
        (format!("{good},,,shouts"), 1, Some("2 act “shouts” is none of asserts, asks,")),
        (format!("{good},,,,06.05.2024"), 1, Some("2 date “06.05.2024” is no date like 2024-05-31")),
        (format!("{good},,ann;b1"), 1, Some("2 on_behalf_of one speaks for one body")),
        (format!("{good},Bo"), 1, Some("2 via several actors are called")),
        (format!("{good},,,,,,tram,for"), 1, Some("2 stance a stance is one of supports, opposes")),
        (format!("{good},,,,,,,supports"), 1, Some("2 issue a stance is on an issue")),
        (format!("{good},,,,,,tram,supports,Bo"), 1, Some("2 holder several actors are called")),
        (
            format!("{good},,,,,,tram,supports,,yes"),
            1,
            Some("2 condition these words stand in several places"),
        ),
        (format!("{good},,,,,,tram,supports,,,maybe"), 1, Some("2 hedged hedged is yes or no")),
        (
            format!("{good},,,,,,tram,supports,,,,,certain"),
            1,
            Some("2 confidence “certain” is none of high, medium, low"),
        ),
        (
            format!("{good},,,,,,,,,,,,,Not an id"),
            1,
            Some("2 id “Not an id” cannot be an id here; the statement is called not-an-id"),
        ),
        (format!("{good},,,,,,,,,,,,,,33"), 1, Some("2 start start and end have to be as many numbers each")),
        (
            "report,and soon.,mixed,ann".to_owned(),
            0,
            Some("2 quoted of mixed words the column quoted says yes or no"),
        ),
        (
            format!("{good},,,,,,,,,,,,,,,,,human"),
            1,
            Some("2 speaker_kind the kind of a speaker is one of person"),
        ),
        (format!("{good},,,,,,,,,,,,,,,,,,,more"), 1, Some("2 words this row has more cells than the first")),
    ] {
        let (statements, told) = told(&format!("{columns}\n{row}\n"));
        assert_eq!(statements, count, "{row}: {told:#?}");
        let said = said.map(|said| said.replace("3-11", "3–11").replace("62-70", "62–70"));
        assert_eq!(told.len(), usize::from(said.is_some()), "{row}: {told:#?}");
        assert!(said.is_none_or(|said| told[0].starts_with(&said)), "{row}: {told:#?}");
    }
}

#[test]
fn rows_with_the_same_cells_or_the_same_id_are_one_statement() {
    let columns = "id,document,words,kind,speaker,issue,stance,coder,condition";
    let row = "report,We shall build it,direct,ann";
    for (rows_of, statements, positions, said) in [
        (format!(",{row},tram,supports,x,\n,{row},cost,opposes,x,"), 1, 2, ""),
        (format!(",{row},tram,supports,x,\n,{row},tram,opposes,y,"), 1, 2, ""),
        (format!(",{row},tram,supports,x,\n,{row},tram,opposes,x,\"If it rains\""), 1, 2, ""),
        (
            format!(",{row},tram,supports,x,\n,{row},tram,opposes,x,"),
            1,
            1,
            "line 2 has a position of this statement on the same issue",
        ),
        (format!("q,{row},tram,supports,x,\nq,,,,,cost,opposes,x,"), 1, 2, ""),
        (
            format!("q,{row},tram,supports,x,\nq,report,and soon.,direct,ann,cost,opposes,x,"),
            1,
            1,
            "this is another words than in line 2",
        ),
        (format!("q,{row},tram,supports,x,\nr,{row},cost,opposes,x,"), 2, 2, ""),
        (format!(",{row},,,,\n,{row},,,,"), 1, 0, ""),
    ] {
        let table = format!("{columns}\n{rows_of}\n");
        let done = import(table.as_bytes(), base()).unwrap();
        let found: usize = done.file.statements.iter().map(|statement| statement.positions.len()).sum();
        assert_eq!(
            (done.file.statements.len(), found),
            (statements, positions),
            "{table}{:#?}",
            done.misfits
        );
        assert_eq!(done.misfits.len(), usize::from(!said.is_empty()), "{table}{:#?}", done.misfits);
        assert!(said.is_empty() || done.misfits[0].said.starts_with(said), "{:#?}", done.misfits);
        rows(&done);
    }
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    for (table, line) in [
        ("document,words,kind,speaker\nreport,x,direct,\n", 2),
        ("document,words,kind,speaker\r\nreport,x,direct,\r\n", 2),
        ("document,words,kind,speaker\rreport,x,direct,\r", 2),
        ("sep=,\r\ndocument,words,kind,speaker\r\nreport,x,direct,\r\n", 3),
        ("document,words,kind,speaker\r\n\r\n\r\nreport,x,direct,\r\n", 4),
        ("document,words,kind,speaker\r\nreport,and soon.,direct,\"a\r\nb\"\r\nreport,x,direct,\r\n", 4),
        ("document,words,kind,speaker\nreport,and soon.,direct,\n,,,\nreport,x,direct,\n", 4),
    ] {
        let done = import(table.as_bytes(), base()).unwrap();
        assert_eq!(done.misfits.iter().map(|misfit| misfit.line).collect::<Vec<_>>(), [line], "{table}");
    }
}

#[test]
fn whoever_is_new_is_made_and_what_the_table_does_not_say_of_them_is_told() {
    let table = "document,words,kind,speaker,speaker_kind,via,issue,proposition,stance,coder\n\
                 report,and soon.,direct,Łódź Council; Cy,organisation; person,Harbour Radio; @unnamed,Rails,The town should have rails.,supports,Dr. X\n\
                 report,\"If it rains, no.\",indirect,cy,,,The price,,opposes,Dr. X\n";
    let done = import(table.as_bytes(), base()).unwrap();
    assert_eq!(done.misfits, []);
    let actors: Vec<_> =
        done.file.actors.iter().skip(3).map(|a| format!("{} {} {}", a.id.0, a.name, a.kind.word())).collect();
    assert_eq!(
        actors,
        ["lodz-council Łódź Council organisation", "cy Cy person", "harbour-radio Harbour Radio person"]
    );
    let issues: Vec<_> = done
        .file
        .issues
        .iter()
        .skip(1)
        .map(|i| format!("{} {} {}", i.id.0, i.label, i.proposition))
        .collect();
    assert_eq!(issues, ["rails Rails The town should have rails.", "the-price The price The price"]);
    assert_eq!(done.file.coders[0].id.0, "dr-x");
    assert_eq!(
        done.notes,
        [
            "these new actors were taken for persons, where no speaker_kind says otherwise: Harbour Radio",
            "these new issues have their label for a proposition; write one sentence for each: The price"
        ]
    );
    assert!(
        rows(&done)[0].contains("Direct lodz-council+cy via [\"harbour-radio\", \"?\"]"),
        "{:#?}",
        rows(&done)
    );
}

#[test]
fn offsets_are_read_in_the_one_unit_in_which_all_words_agree() {
    let columns = "document,words,kind,speaker,start,end";
    let at = |starts: &str, ends: &str| format!("{columns}\nreport,We shall,direct,ann,{starts},{ends}\n");
    for (table, wanted, unit) in [
        (at("62", "70"), Ok("62-70"), "code points"),
        (at("63", "71"), Ok("62-70"), "UTF-16 units"),
        (at("73", "81"), Ok("62-70"), "bytes of UTF-8"),
        (
            at("0", "8"),
            Err(
                "in no unit do all start and end agree with the words: of 1 rows 0 as code points, 0 as UTF-16 units",
            ),
            "",
        ),
        (at("61", "999"), Err("in no unit"), ""),
        (at("1", "4"), Err("in no unit"), ""),
        (
            format!("{}report,and soon.,direct,ann,35,44\n", at("62", "70")),
            Err("of 2 rows 1 as code points, 1 as UTF-16 units, 0 as bytes"),
            "",
        ),
        (
            format!("{columns}\nreport,We shall […] yes,mixed,ann,62 76,70 79\n")
                .replace("end\n", "end,quoted\n")
                .replace("70 79\n", "70 79,yes […] no\n"),
            Ok("62-70“\", \"76-79"),
            "code points",
        ),
    ] {
        match (import(table.as_bytes(), base()), wanted) {
            (Ok(done), Ok(place)) => {
                assert!(rows(&done)[0].contains(place), "{table}{:?}", rows(&done));
                assert!(done.notes[0].contains(&format!("read as {unit},")), "{:?}", done.notes);
                assert_eq!(done.misfits, []);
            }
            (Err(refusal), Err(said)) => {
                assert!(
                    refusal.said.contains(said) && refusal.rows[0].contains("We shall")
                        || refusal.rows[0].contains("and soon"),
                    "{refusal}"
                );
                assert!(refusal.said.contains(said), "{refusal}");
            }
            (done, _) => panic!("{table}{:?}", done.map(|done| rows(&done))),
        }
    }
    // “aa” at 1 as code points and as UTF-16 is another place.
    let text = json!({"standpoint": 1, "id": "t", "title": "T", "language": "en",
        "documents": [{"id": "d", "title": "D", "date": "2024", "text": "😀aaa"}]});
    let base = raw::Corpus::read(text.to_string().as_bytes()).unwrap();
    let refusal = import(format!("{columns}\nd,aa,direct,,2,4\n").as_bytes(), base.clone()).unwrap_err();
    assert!(
        refusal.said.contains("agree with the words as code points and as UTF-16 units, at different places"),
        "{refusal}"
    );
    for (unit, place) in [("Code points", "2-4"), ("utf-16 units", "1-3")] {
        let table = format!("{columns},unit\nd,aa,direct,,2,4,{unit}\n");
        let done = import(table.as_bytes(), base.clone()).unwrap_or_else(|refusal| panic!("{refusal}"));
        assert!(rows(&done)[0].contains(place), "{unit}: {:?}", rows(&done));
    }
    for (units, said) in [
        ("bytes of UTF-8", "in no unit do all"),
        ("inches", "the column unit names one unit"),
        ("code points\nd,aa,scare,,2,4,UTF-16 units", "names one unit for all rows"),
    ] {
        let refusal = import(format!("{columns},unit\nd,aa,direct,,2,4,{units}\n").as_bytes(), base.clone())
            .unwrap_err();
        assert!(refusal.said.contains(said), "{units}: {refusal}");
    }
}

/// A corpus comes back from its table as it was, with who and what is known beside, or with its texts alone.
fn round(file: &str) {
    let corpus = Corpus::read(file.as_bytes()).unwrap_or_else(|refusal| panic!("{refusal:?}\n{file}")).corpus;
    let table = export(&corpus).unwrap();
    // What stands inside another brings the relays of that, which the table says has no column.
    let is_own = |row: &(usize, &Statement)| row.1.parent.is_none();
    let own: Vec<usize> =
        corpus.statements.iter().map(|(_, s)| s).enumerate().filter(is_own).map(|(at, _)| at).collect();
    let of = |all: Vec<String>| own.iter().map(|at| all[*at].clone()).collect::<Vec<_>>();
    let wanted = of(corpus.statements.iter().map(|(_, statement)| row(&corpus, statement)).collect());
    let base = raw::Corpus::read(file.as_bytes()).unwrap();
    let mut texts = raw::Corpus {
        documents: base.documents.clone(),
        actors: vec![],
        issues: vec![],
        coders: vec![],
        ..base.clone()
    };
    texts.statements.clear();
    for base in [base, texts] {
        let done = import(&table.bytes, base).unwrap_or_else(|refusal| panic!("{refusal}"));
        assert_eq!(done.misfits, [], "{}", String::from_utf8_lossy(&table.bytes));
        assert_eq!(of(rows(&done)), wanted);
    }
}

#[test]
fn the_corpora_that_are_there_come_back_from_their_tables() {
    for file in [
        "tests/cases/hetch-hetchy.json",
        "tests/cases/every-key.json",
        "tests/cases/tram.json",
        "corpus/nato-2021.json",
        "corpus/tram-town.json",
    ] {
        round(&std::fs::read_to_string(file).unwrap());
    }
    let corpus = Corpus::read(&std::fs::read("tests/cases/hetch-hetchy.json").unwrap()).unwrap().corpus;
    let left_out = export(&corpus).unwrap().left_out;
    assert!(left_out.contains(&"labels of conditions and terms: 4".to_owned()), "{left_out:#?}");
}

/// Texts with what spreadsheets and other units stumble over, and statements in them.
fn files() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "a",
        "b b",
        "😀",
        "“yes”",
        ";",
        ",",
        "\n",
        "\n\n",
        " […] ",
        "\"",
        "é",
        "=1+1",
        "e\u{301}",
        "東",
    ]);
    let text =
        prop::collection::vec(piece, 8..60).prop_map(|pieces| format!("{}⟨one⟩ ⟨two⟩", pieces.concat()));
    let statement = (
        any::<[prop::sample::Index; 4]>(),
        0..4usize,
        0..5usize,
        prop::collection::vec((0..2usize, 0..6usize, 0..4usize), 0..3),
    );
    (prop::collection::vec(text, 1..3), prop::collection::vec(statement, 0..8)).prop_map(|(texts, drafts)| {
        let documents: Vec<_> = texts.iter().enumerate().map(|(at, text)| json!({"id": format!("d{at}"), "title": "T", "date": "2024", "text": text})).collect();
        let mut statements = Vec::new();
        for (number, (places, kind, speaker, positions)) in drafts.into_iter().enumerate() {
            let at = number % texts.len();
            let letters: Vec<char> = texts[at].chars().collect();
            let mut cuts: Vec<usize> = places.iter().map(|place| place.index(letters.len() + 1)).collect();
            cuts.sort_unstable();
            let kind = ["direct", "indirect", "mixed", "scare"][kind];
            let mut spans: Vec<_> = cuts.chunks(2).filter(|cut| cut[0] < cut[1]).map(|cut| json!({"exact": letters[cut[0]..cut[1]].iter().collect::<String>(), "start": cut[0], "end": cut[1]})).collect();
            if spans.is_empty() || kind == "mixed" && spans.len() < 2 {
                continue;
            }
            if kind == "mixed" {
                spans[0]["quoted"] = json!(true);
                spans[1]["quoted"] = json!(false);
            }
            let positions: Vec<_> = positions.iter().enumerate().map(|(nth, (issue, stance, more))| {
                let stance = ["supports", "opposes", "neutral", "open", "unclear", "none"][*stance];
                let mut position = json!({"issue": (["tram", "cost"][*issue]), "stance": stance, "coder": format!("c{nth}")});
                match more {
                    0 => position["condition"] = json!({"exact": "⟨one⟩"}),
                    1 => position["terms"] = json!([{"exact": "⟨one⟩"}, {"exact": "⟨two⟩"}]),
                    2 => position["holder"] = json!("hera"),
                    _ => (position["hedged"], position["rationale"]) = (json!(true), json!("since; “so”,\nit is")),
                }
                position
            }).collect();
            let speaker = [json!(null), json!("@document"), json!("ann"), json!(["ann", "bo"]), json!("bo")][speaker].clone();
            statements.push(json!({"id": format!("s{number}"), "document": format!("d{at}"), "kind": kind, "speaker": speaker,
                "spans": spans, "positions": positions, "via": [{"actor": "press"}, {}], "addressees": ["hera"]}));
        }
        json!({"standpoint": 1, "id": "c", "title": "C", "language": "en",
            "coders": (["c0", "c1", "c2"].map(|id| json!({"id": id, "name": id}))),
            "actors": (["ann", "bo", "hera", "press"].map(|id| json!({"id": id, "name": format!("The {id}"), "kind": "person"}))),
            "issues": (["tram", "cost"].map(|id| json!({"id": id, "label": id, "proposition": format!("It is {id}.")}))),
            "documents": documents, "statements": statements})
        .to_string()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_corpus_comes_back_from_its_table(file in files()) {
        round(&file);
    }

    #[test]
    fn no_bytes_are_too_odd_to_be_answered(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let table = [b"document,words,kind,speaker,start,end\nreport,".to_vec(), bytes.clone()].concat();
        for bytes in [bytes, table] {
            match import(&bytes, base()) {
                Ok(done) => drop(rows(&done)),
                Err(refusal) => prop_assert!(!refusal.said.is_empty()),
            }
        }
    }
}
