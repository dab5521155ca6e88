//! Where a statement's words stand in the original: the text directive that a link carries, held against what
//! browsers do with one.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/finder.rs"]
mod finder;

use proptest::prelude::*;
use serde_json::{Value, json};
use standpoint::corpus::{Corpus, Key, StatementIx, WebAddress};
use standpoint::query::{fold, text_blocks, text_fragment};
use std::io::Write;
use std::path::PathBuf;

/// A corpus of one text, in which `[` and `]` stand around each span of its one statement, and `{` and `}`
/// around headings.
fn corpus(marked: &str) -> Corpus {
    let (mut text, mut spans, mut headings) = (String::new(), Vec::<Value>::new(), Vec::<Value>::new());
    let (mut point, mut from) = (0, 0);
    for c in marked.chars() {
        match c {
            '[' | '{' => from = point,
            ']' | '}' => {
                let exact: String = text.chars().skip(from).collect();
                let place = json!({"exact": exact, "start": from, "end": point});
                if c == ']' {
                    spans.push(place);
                } else {
                    headings.push(json!({"role": "heading", "exact": exact, "start": from, "end": point}));
                }
            }
            _ => {
                text.push(c);
                point += 1;
            }
        }
    }
    let file = json!({
        "standpoint": 1, "id": "c", "title": "C", "language": "en",
        "actors": [{"id": "a", "name": "A", "kind": "person"}], "issues": [],
        "documents": [{"id": "d", "title": "D", "date": "2024", "text": text, "structure": headings}],
        "statements": [{"id": "s", "document": "d", "spans": spans, "kind": "direct", "speaker": "a"}]
    });
    let reading = Corpus::read(file.to_string().as_bytes()).unwrap_or_else(|r| {
        panic!("{marked}: {:?}", r.problems.iter().map(|p| &p.problem).collect::<Vec<_>>())
    });
    assert!(reading.orphans.is_empty(), "{marked}: {:?}", reading.orphans);
    reading.corpus
}

fn of(corpus: &Corpus, statement: StatementIx) -> String {
    let statement = &corpus.statements[statement];
    text_fragment(
        &corpus.documents[statement.document].text,
        &text_blocks(corpus, statement.document, []),
        statement,
    )
}

fn named(marked: &str) -> String {
    of(&corpus(marked), StatementIx::at(0))
}

/// Percent-coded, as a row would rather not spell it.
fn coded(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '-' => out.push_str("%2D"),
            c => standpoint::route::encode(&c.to_string(), &mut out),
        }
    }
    out
}

#[test]
fn a_statement_is_named_with_three_words_on_either_side() {
    for (marked, name) in [
        (
            "One two three four [five six] seven eight nine ten.",
            "two%20three%20four-,five%20six,-seven%20eight%20nine",
        ),
        ("[Five six] seven.", "Five%20six,-seven"),
        ("Four [five six].", "Four-,five%20six"),
        ("[All of it.]", "All%20of%20it"),
        // Words alone are named; what stands at their edges goes with the context.
        (
            "He said: “[We will go,]” and left.",
            "He%20said%3A%20%E2%80%9C-,We%20will%20go,-%2C%E2%80%9D%20and%20left",
        ),
        ("One  two\tthree\nfour [five\n six]\u{a0}seven.", "two%20three%20four-,five%20six,-seven"),
        ("a-b, c & [d-e, f & g] (h).", "a%2Db%2C%20c%20%26-,d%2De%2C%20f%20%26%20g,-%28h"),
        // A cut word is named whole, with what joins inside it.
        ("He does[n’t wa]nt it.", "He-,doesn%E2%80%99t%20want,-it"),
        ("About 40,[000 of 3].5 million.", "About-,40%2C000%20of%203.5,-million"),
        ("In un[happ]y times.", "In-,unhappy,-times"),
        // Context and words stay in their paragraph.
        ("One.\n\nTwo [three].\n\nFour.", "Two-,three"),
        ("{Head} [three].\n\nFour.", "three"),
        // Marks on letters belong to them.
        ("Le cafe\u{301} [e\u{301}te\u{301}] fini.", "Le%20caf%C3%A9-,%C3%A9t%C3%A9,-fini"),
    ] {
        let marked = unicode_normalization::UnicodeNormalization::nfc(marked).collect::<String>();
        assert_eq!(named(&marked), format!("text={name}"), "{marked}");
    }
    assert_eq!(named("Well [?!] so."), "");
}

#[test]
fn every_script_is_named_in_its_own_words() {
    for (marked, prefix, words, suffix) in [
        (
            "Міністр сказав: «[Ми не віддамо]» і пішов далі геть.",
            "Міністр сказав: «",
            "Ми не віддамо",
            "» і пішов далі",
        ),
        ("قال الوزير: «[لن نقبَل بِذلك]» ثم غادر.", "قال الوزير: «", "لن نقبَل بِذلك", "» ثم غادر"),
        ("او [می‌خواهم] گفت.", "او", "می‌خواهم", "گفت"),
        // No spaces: each character is a word, and the context goes on to where a word surely ends.
        ("大臣は昨日、記者団に「[反対である]」と述べた。", "記者団に「", "反対である", "」と述べた"),
        ("大臣は[反対]である。", "大臣は", "反対", "である"),
        ("รัฐมนตรีกล่าว ว่า [ไม่เห็นด้วย] กับ แผน", "รัฐมนตรีกล่าว ว่า", "ไม่เห็นด้วย", "กับ"),
        ("मंत्री ने [हिन्दी] में कहा।", "मंत्री ने", "हिन्दी", "में कहा"),
    ] {
        let expected = format!("text={}-,{},-{}", coded(prefix), coded(words), coded(suffix));
        assert_eq!(named(marked), expected, "{marked}");
    }
}

#[test]
fn each_span_of_a_split_quotation_has_a_name() {
    for (marked, name) in [
        (
            "“[We go],” he said, “[they stay].”",
            "text=We%20go,-%2C%E2%80%9D%20he%20said%2C%20%E2%80%9Cthey&text=go%2C%E2%80%9D%20he%20said%2C%20%E2%80%9C-,they%20stay",
        ),
        ("A [b]  [c] d.", "text=A-,b,-c%20d&text=A%20b-,c,-d"),
        // A word that two spans share is named once.
        ("It is un[hap][py me]n say.", "text=It%20is-,unhappy,-men%20say&text=It%20is%20unhappy-,men,-say"),
        ("It is un[hap][py] so.", "text=It%20is-,unhappy,-so"),
    ] {
        assert_eq!(named(marked), name, "{marked}");
    }
}

#[test]
fn context_grows_until_the_words_are_found_once() {
    for (marked, name) in [
        ("A b c [go] d e f. X A b c go d e f. Z", "A%20b%20c-,go,-d%20e%20f.%20X"),
        // Case and accents tell nothing apart.
        ("Q a b c élan d e f g. P a b c [Elan] d e f h.", "P%20a%20b%20c-,Elan,-d%20e%20f%20h"),
        // Where nothing helps, the three words stay.
        (
            "One two three four [go] a b c d.\n\nOne two three four go a b c d.",
            "two%20three%20four-,go,-a%20b%20c",
        ),
    ] {
        assert_eq!(named(marked), format!("text={name}"), "{marked}");
    }
}

#[test]
fn long_words_and_those_of_several_paragraphs_are_named_by_their_ends() {
    let many = |from: usize, to: usize| (from..to).map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
    for (marked, name) in [
        (
            format!("Lead [{}] tail.", many(100, 200)),
            "Lead-,w100%20w101%20w102,w197%20w198%20w199,-tail".to_owned(),
        ),
        (
            "Lead [one two three four.\n\nFive.\n\nSix seven eight nine] tail.".to_owned(),
            "Lead-,one%20two%20three,seven%20eight%20nine,-tail".to_owned(),
        ),
        ("[One two.\n\nThree]".to_owned(), "One%20two,Three".to_owned()),
        // The same beginning stands elsewhere; the same end stands within.
        (
            format!(
                "One two three four.\n\n[One two three five. {} seven eight six seven eight.]",
                many(100, 200).replace("w150", "six seven eight")
            ),
            "One%20two%20three%20five,eight%20six%20seven%20eight".to_owned(),
        ),
        // Three hundred characters are not long.
        (format!("[{}]", "a".repeat(300)), "a".repeat(300)),
        // A word too long to have ends.
        (format!("[{}]", "a".repeat(400)), "a".repeat(400)),
    ] {
        assert_eq!(named(&marked), format!("text={name}"), "{marked}");
    }
}

#[test]
fn an_address_carries_one_directive_behind_its_fragment() {
    for (url, directive, address) in [
        ("https://example.org/a", "text=b", "https://example.org/a#:~:text=b"),
        ("https://example.org/a?x=1#part", "text=b", "https://example.org/a?x=1#part:~:text=b"),
        ("https://example.org/a#", "text=b", "https://example.org/a#:~:text=b"),
        ("https://example.org/a#part:~:text=old", "text=b", "https://example.org/a#part:~:text=b"),
        ("https://example.org/a", "", "https://example.org/a"),
        // What no address may hold is not carried.
        ("https://example.org/a#part", "text=b c", "https://example.org/a#part"),
    ] {
        assert_eq!(WebAddress::new(url).unwrap().to_text(directive).as_str(), address);
    }
}

/// What browsers would find for each part of the directive, and the words it is meant for.
fn pointed(corpus: &Corpus, statement: StatementIx) -> Vec<(Option<String>, String)> {
    let coded = &corpus.statements[statement];
    let text = &corpus.documents[coded.document].text;
    let paragraphs = text_blocks(corpus, coded.document, []);
    let paragraphs: Vec<&str> = paragraphs
        .iter()
        .map(|b| text.get(text.span(b.runs[0].span.start(), b.runs.last().unwrap().span.end()).unwrap()))
        .collect();
    let searched = finder::searched(&paragraphs);
    let named = of(corpus, statement);
    let parts = named.split('&').filter_map(|part| part.strip_prefix("text="));
    parts
        .zip(corpus.words(coded))
        .map(|(part, words)| {
            let found =
                finder::find(&searched, part).map(|(start, end)| searched[start..end].iter().collect());
            (found, fold(words).trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        })
        .collect()
}

#[test]
fn every_bundled_statement_would_be_found() {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/nato-2021.json")).unwrap();
    let corpus = Corpus::read(&bytes).unwrap().corpus;
    for (ix, statement) in corpus.statements.iter() {
        let pointed = pointed(&corpus, ix);
        assert_eq!(pointed.len(), statement.spans.len(), "{}", statement.id);
        for (found, words) in pointed {
            assert_eq!(found.as_deref(), Some(words.as_str()), "{}: {}", statement.id, of(&corpus, ix));
        }
    }
}

/// What is wrong with the directive of a statement that goes from one code point of a text to another, if anything is.
fn misses(text: &[char], mut a: usize, mut b: usize) -> Option<String> {
    while a < b && !text[a].is_alphanumeric() {
        a += 1
    }
    while a < b && text[b - 1].is_whitespace() {
        b -= 1
    }
    if a == b {
        return None;
    }
    let part = |from: usize, to: usize| text[from..to].iter().collect::<String>();
    let said = part(a, b);
    let corpus = corpus(&format!("{}[{said}]{}", part(0, a), part(b, text.len())));
    pointed(&corpus, StatementIx::at(0)).into_iter().find_map(|(found, words)| {
        let named = of(&corpus, StatementIx::at(0));
        let Some(found) = found else { return Some(format!("[{said}] is not found by {named}")) };
        // No name reaches across a paragraph: where the first or the last one stands elsewhere as well, it may be that
        // one that is found.
        let page = fold(&text.iter().collect::<String>());
        let twice =
            |part: &str| page.matches(fold(part).trim_matches(|c: char| !c.is_alphanumeric())).count() > 1;
        let ends = said.split_once("\n\n").zip(said.rsplit_once("\n\n"));
        let alike = ends.is_some_and(|((first, _), (_, last))| twice(first) || twice(last));
        let (found, words) = (found.replace('\n', " "), words.replace('\n', " "));
        (!found.contains(&words) && !alike).then(|| format!("[{said}] is found by {named} as {found}"))
    })
}

#[test]
fn a_statement_may_begin_within_a_word_and_end_with_a_word_that_stands_twice() {
    let text: Vec<char> = "yesno 3.5。yesyesyesyesyes\n\n3.5\n\n3.5".chars().collect();
    for (a, b) in [(13, 32), (10, 32), (25, 34), (27, 33)] {
        assert_eq!(misses(&text, a, b), None);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever stands around it, a browser finds the words, or the same ones elsewhere.
    #[test]
    fn what_is_named_is_found(
        pieces in prop::collection::vec(prop::sample::select(vec![
            "yes", "no ", "Kyïv ", "don’t", "3.5", "東京", "で", "。", "“", ",” ", "-", " ", "\n", "\n\n", "'", "&", "นี้", "ßa ",
        ]), 1..40),
        at in any::<(prop::sample::Index, prop::sample::Index)>(),
    ) {
        let text: Vec<char> = pieces.concat().chars().collect();
        let (a, b) = (at.0.index(text.len()), at.1.index(text.len()));
        prop_assert_eq!(misses(&text, a.min(b), a.max(b) + 1), None, "{:?}", pieces);
    }
}

/// The finder itself, held against the rows of web-platform-tests that need no markup.
#[test]
fn the_finder_does_as_browsers_do() {
    let shared = std::env::var("STANDPOINT_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").to_owned());
    let folder = PathBuf::from(shared).join("data/wpt-text-fragment");
    if !folder.exists() {
        // The print macros are captured when a test passes.
        #[allow(clippy::explicit_write)]
        writeln!(std::io::stderr(), "skipped: {} is not there", folder.display()).unwrap();
        return;
    }
    let text = std::fs::read_to_string(folder.join("find-range-text.txt")).unwrap();
    let paragraphs: Vec<&str> = text.lines().filter(|line| !line.starts_with("---")).collect();
    let searched = finder::searched(&paragraphs);
    let rows = std::fs::read_to_string(folder.join("find-range.tsv")).unwrap();
    let mut count = 0;
    for row in rows.lines() {
        let [directive, found, about] = row.split('\t').collect::<Vec<_>>()[..] else { continue };
        // These turn on markup that plain paragraphs do not have.
        if ["block boundary", "node", "invisible", "Generated", "image"]
            .iter()
            .any(|word| about.contains(word))
        {
            continue;
        }
        assert_eq!(finder::find(&searched, directive).is_some(), found == "1", "{directive}: {about}");
        count += 1;
    }
    assert!(count > 30, "{count} rows");
}
