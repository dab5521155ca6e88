//! A view held against a corpus: what is filled in, which old ids lead on, and what is said of those that
//! lead nowhere.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
#[path = "support/town.rs"]
mod town;

use serde_json::json;
use standpoint::corpus::Corpus;
use standpoint::route::*;
use town::town_json;

/// The town with a former id for one of each, and a second document that holds the second statement.
fn corpus() -> Corpus {
    let mut file = town_json(&["s1 ada direct tram=supports", "s2 bo direct cost=opposes"]);
    file["former_ids"] = json!(["village"]);
    for table in ["actors", "issues", "documents", "statements"] {
        file[table][0]["former_ids"] = json!([format!("old-{table}")]);
    }
    let mut second = file["documents"][0].clone();
    second["id"] = json!("d2");
    second["former_ids"] = json!([]);
    file["documents"].as_array_mut().unwrap().push(second);
    file["statements"][1]["document"] = json!("d2");
    Corpus::read(file.to_string().as_bytes()).unwrap().corpus
}

#[test]
fn a_view_takes_the_words_of_its_corpus() {
    let corpus = corpus();
    let sum = |at| corpus.statements[corpus.statements.key(at).unwrap()].wording_checksum.clone().unwrap();
    let value = |facet, value: &str| Notice::UnknownValue { facet, value: value.to_owned() };
    let id = str::to_owned;
    for (asked, resolved, notices) in [
        ("", "c=town&view=documents", vec![]),
        ("view=read", "c=town&view=documents", vec![]),
        ("view=documents&sort=title", "c=town&view=documents&sort=title", vec![]),
        ("view=statements&actor=ada", "c=town&view=statements&actor=ada", vec![]),
        ("view=actor&of=old-actors", "c=town&view=actor&of=ada", vec![]),
        ("view=issue&of=old-issues", "c=town&view=issue&of=tram", vec![]),
        ("view=actor&of=zed", "c=town&view=documents", vec![Notice::UnknownActor(id("zed"))]),
        ("view=issue&of=zed", "c=town&view=documents", vec![Notice::UnknownIssue(id("zed"))]),
        ("coder=zed&doc=d1", "c=town&doc=d1&coder=zed", vec![Notice::UnknownCoder(id("zed"))]),
        ("c=village&doc=old-documents", "c=town&doc=d1", vec![]),
        ("doc=d2", "c=town&doc=d2", vec![]),
        ("doc=d9", "c=town&doc=d1", vec![Notice::UnknownDocument(id("d9"))]),
        ("c=city", "c=town&view=documents", vec![Notice::OtherCorpus(id("city"))]),
        (
            "c=https%3A%2F%2Fx.org%2Fc.json",
            "c=town&view=documents",
            vec![Notice::ExternalCorpus(id("https://x.org/c.json"))],
        ),
        ("s=s2", "c=town&doc=d2&s=s2~SUM1", vec![]),
        ("doc=d1&s=s2~SUM1", "c=town&doc=d2&s=s2~SUM1", vec![]),
        ("s=old-statements", "c=town&doc=d1&s=s1~SUM0", vec![]),
        ("s=s2~000000", "c=town&doc=d2&s=s2~000000", vec![Notice::WordingChanged]),
        ("s=s9&doc=d2", "c=town&doc=d2&s=s9", vec![Notice::UnknownStatement(id("s9"))]),
        ("doc=d1&actor=old-actors,bo,~none", "c=town&doc=d1&actor=ada,bo,~none", vec![]),
        ("doc=d1&actor=old-actors,ada", "c=town&doc=d1&actor=ada", vec![]),
        (
            "doc=old-documents&group=old-actors&via=-old-actors&issue=-old-issues,cost&coder=x",
            "c=town&doc=d1&group=ada&via=-ada&issue=-tram,cost&coder=x",
            vec![],
        ),
        ("doc=d2&s=old-statements~SUM0", "c=town&doc=d1&s=s1~SUM0", vec![]),
        (
            "doc=d1&actor=ada,-old-actors",
            "c=town&doc=d1&actor=-ada",
            vec![Notice::Contradiction { facet: Facet::Speaker, value: id("ada") }],
        ),
        (
            "doc=d1&actor=zed&group=-~none&issue=old-issues",
            "c=town&doc=d1&actor=zed&group=-~none&issue=tram",
            vec![value(Facet::Speaker, "zed"), value(Facet::Group, "~none")],
        ),
        (
            "doc=d1&via=~document&stance=open&kind=scare",
            "c=town&doc=d1&via=~document&stance=open&kind=scare",
            vec![],
        ),
        ("pair=bo~old-actors", "c=town&pair=bo~ada", vec![]),
        ("pair=old-actors~bo", "c=town&pair=ada~bo", vec![]),
        ("row=old-actors", "c=town&view=compare&row=ada", vec![]),
        ("pair=bo~zed", "c=town&pair=bo~zed", vec![Notice::UnknownActor(id("zed"))]),
        ("col=old-issues", "c=town&view=compare&col=tram", vec![]),
        ("row=zed", "c=town&view=compare&row=zed", vec![Notice::UnknownActor(id("zed"))]),
        ("cell=old-actors~cost", "c=town&view=compare&cell=ada~cost", vec![]),
        ("cell=bo~old-issues", "c=town&view=compare&cell=bo~tram", vec![]),
        ("cell=old-actors~old-issues", "c=town&view=compare&cell=ada~tram", vec![]),
        (
            "c=village&doc=old-documents&row=old-actors&cell=old-actors~old-issues",
            "c=town&view=compare&cell=ada~tram&row=ada",
            vec![],
        ),
        ("cell=ada~zed", "c=town&view=compare", vec![Notice::UnknownIssue(id("zed"))]),
        (
            "cell=zed~zed",
            "c=town&view=compare",
            vec![Notice::UnknownActor(id("zed")), Notice::UnknownIssue(id("zed"))],
        ),
    ] {
        let with_sums = |text: &str| text.replace("SUM0", &sum(0)).replace("SUM1", &sum(1));
        let fragment = with_sums(asked);
        let (route, _) = Route::parse(&Address { fragment: &fragment, query: "" }, &str::to_owned);
        let (route, told) = route.resolve(&corpus);
        assert_eq!(route.to_fragment(), with_sums(resolved), "{asked}");
        assert_eq!(told, notices, "{asked}");
        assert_eq!(route.clone().resolve(&corpus).0, route, "{asked}");
    }
}

#[test]
fn a_page_at_an_old_path_shows_what_stands_there_today() {
    let corpus = corpus();
    for (path, fragment, resolved) in [
        ("village/", "", "c=town&view=documents"),
        ("village/old-documents/", "", "c=town&doc=d1"),
        ("village/old-documents/", "view=compare&col=old-issues", "c=town&view=compare&col=tram"),
        ("village/old-documents/", "in=doc", "c=town&doc=d1&view=compare&in=doc"),
        ("village/compare/", "sort=listed", "c=town&view=compare&sort=listed"),
        ("village/actors/", "", "c=town&view=actors"),
        ("village/issues/", "view=issues&sort=statements", "c=town&view=issues&sort=statements"),
        ("village/d2/", "s=old-statements", "c=town&doc=d1&s=s1~SUM"),
        ("village/actors/old-actors/", "", "c=town&view=actor&of=ada"),
        ("village/issues/old-issues/", "coder=y", "c=town&view=issue&of=tram&coder=y"),
        ("village/statements/", "actor=old-actors", "c=town&view=statements&actor=ada"),
    ] {
        let (route, _) = Route::parse(&Address { fragment, query: "" }, &str::to_owned);
        let (route, told) = route.at(&PagePath::parse(path)).resolve(&corpus);
        let sum = corpus.statements[corpus.statements.key(0).unwrap()].wording_checksum.as_deref().unwrap();
        assert_eq!((route.to_fragment(), told), (resolved.replace("SUM", sum), vec![]), "{path}#{fragment}");
    }
}
