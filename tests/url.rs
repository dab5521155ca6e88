//! That an address is the view: what every key and every mangled form of a link reads as, that writing and
//! reading are each other's inverse, what each action does to the history, and that links once given out
//! still open the same view.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "support/hostile.rs"]
mod hostile;

use proptest::prelude::*;
use standpoint::corpus::PartialDate;
use standpoint::route::*;
use unicode_normalization::UnicodeNormalization;

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

fn read(fragment: &str) -> (Route, Vec<Notice>) {
    Route::parse(&Address { fragment, query: "" }, &nfc)
}

fn route(fragment: &str) -> Route {
    read(fragment).0
}

/// That an address is written as `canonical`, and that this form stays and reads as the same view.
fn check(fragment: &str, canonical: &str) {
    let found = route(fragment);
    assert_eq!(found.to_fragment(), canonical, "{fragment}");
    assert_eq!(route(canonical), found, "{fragment}");
}

#[test]
fn every_key_is_read_and_written_in_its_canonical_form() {
    for (fragment, canonical) in [
        ("", ""),
        ("c=nato", "c=nato"),
        ("doc=d1&c=nato", "c=nato&doc=d1"),
        ("s=s1", "s=s1"),
        ("s=s1~a1b2c3", "s=s1~a1b2c3"),
        ("s=s1~", "s=s1"),
        ("s=s1%20~", "s=s1"),
        ("view=read", ""),
        ("view=compare", "view=compare"),
        ("pair=b~a", "pair=b~a"),
        ("pair=b~a&view=compare&actor=x", "pair=b~a&actor=x"),
        ("cell=a~i", "view=compare&cell=a~i"),
        ("col=i&view=compare", "view=compare&col=i"),
        ("row=a", "view=compare&row=a"),
        ("pair=a~b&cell=a~i", "pair=a~b&cell=a~i"),
        ("actor=b,a,b,-c", "actor=-c,a,b"),
        ("actor=~none,~document,-~none", "actor=-~none,~document"),
        (
            "group=nato&via=press&issue=x&stance=supports-if,supports&kind=scare",
            "group=nato&via=press&issue=x&stance=supports,supports-if&kind=scare",
        ),
        ("from=2021&to=2021-12-17", "from=2021&to=2021-12-17"),
        ("q=no%20more", "q=no%20more"),
        ("q=NATO", "q=NATO"),
        ("in=doc", "view=compare&in=doc"),
        ("view=actors&sort=name", "view=actors"),
        ("sort=listed&view=issues&all=0", "view=issues&sort=listed"),
        ("by=group&view=compare", "view=compare"),
        ("by=flat&sort=statements", "view=compare&by=flat&sort=statements"),
        ("sort=name&view=compare", "view=compare"),
        ("sort=listed", "view=compare&sort=listed"),
        ("view=documents", "view=documents"),
        ("view=documents&sort=newest&all=1&actor=a", "view=documents&actor=a&sort=newest&all=1"),
        ("view=documents&sort=date&all=0", "view=documents"),
        ("view=statements&sort=issue", "view=statements&sort=issue"),
        ("view=statements&sort=reading", "view=statements"),
        ("of=a&view=actor", "view=actor&of=a"),
        ("view=issue&of=i&c=nato", "c=nato&view=issue&of=i"),
        ("coder=ed&kind=direct", "kind=direct&coder=ed"),
        ("lang=en", ""),
        ("lang=uk&q=w", "q=w&lang=uk"),
        ("embed=1", "embed=1"),
        ("embed=0", ""),
        ("v=1", ""),
        ("zeta=1&alpha=2&doc=d", "doc=d&alpha=2&zeta=1"),
    ] {
        check(fragment, canonical);
    }
}

#[test]
fn a_link_is_read_whatever_became_of_it_on_the_way() {
    for (fragment, canonical) in [
        // What stands before and behind the state.
        ("#actor=a", "actor=a"),
        ("#?actor=a", "actor=a"),
        ("#/actor=a", "actor=a"),
        ("actor=a&", "actor=a"),
        ("&&actor=a&&kind=direct", "actor=a&kind=direct"),
        ("actor=a.", "actor=a"),
        ("actor=a).", "actor=a"),
        ("actor=a**", "actor=a"),
        ("actor=a…", "actor=a"),
        ("actor=a%E2%80%A6", "actor=a"),
        ("actor=a%22", "actor=a"),
        ("actor=a%3E", "actor=a"),
        ("actor=a:~:text=said%20so", "actor=a"),
        (":~:text=said%20so", ""),
        ("q=a%2E", "q=a%2E"),
        ("q=why%3F", "q=why%3F"),
        ("q=why?", "q=why"),
        // Spaces, commas, coding.
        ("q=no+more", "q=no%20more"),
        ("q=1%2B1", "q=1%2B1"),
        ("q=100%", "q=100%25"),
        ("q=%zz%", "q=%25zz%25"),
        ("q=%2541", "q=%2541"),
        ("q=%ff", "q=%EF%BF%BD"),
        ("q=a&amp;actor=b", "actor=b&q=a"),
        ("q=a=b", "q=a%3Db"),
        ("q=:~%3A", "q=%3A~%3A"),
        ("q=%3A~%3Atext", "q=%3A~%3Atext"),
        ("q=é", "q=%C3%A9"),
        ("q=e%CC%81", "q=%C3%A9"),
        ("actor=a%2Cb", "actor=a,b"),
        ("actor=a%252Cb", "actor=a,b"),
        ("actor=a,+b,%20-c", "actor=-c,a,b"),
        ("actor=,,-,a,", "actor=a"),
        ("actor=--a", "actor=-a"),
        ("actor=%2Da", "actor=-a"),
        ("actor=%7Enone", "actor=~none"),
        ("actor=%257Enone", "actor=~none"),
        ("s=s1%7Eabc123", "s=s1~abc123"),
        ("actor%3Da%26kind%3Ddirect", "actor=a&kind=direct"),
        ("actor%253Da", "actor=a"),
        ("q%3Da%252E", "q=a%2E"),
        // What chats, mailers and sentences in any script put behind a link, or into it.
        ("s=s12」", "s=s12"),
        ("s=s12،", "s=s12"),
        ("s=s12؟&kind=direct।", "s=s12&kind=direct"),
        ("s=s12%E2%80%8B", "s=s12"),
        ("s=s%C2%AD12", "s=s12"),
        ("actor=a%E2%80%8Bda,bo%EF%BC%89", "actor=ada,bo"),
        ("actor=é", "actor=%C3%A9"),
        // Order, repetition, case of keys.
        ("kind=direct&actor=b&actor=a", "actor=a,b&kind=direct"),
        ("doc=a&doc=b", "doc=b"),
        ("q=a&q=b", "q=b"),
        ("Actor=a&KIND=direct&VIEW=Compare", "view=compare&actor=a&kind=direct"),
        ("%61ctor=a", "actor=a"),
        // The last character is one that no program drops.
        ("doc=a-", "doc=a%2D"),
        ("doc=a%5F", "doc=a%5F"),
        ("doc=a%2e&q=b", "doc=a.&q=b"),
        ("top", "top="),
        ("=a", "=a"),
        ("=", ""),
    ] {
        check(fragment, canonical);
    }
}

#[test]
fn the_query_is_read_for_our_own_keys_and_the_fragment_wins() {
    for (fragment, query, canonical) in [
        ("", "?actor=a&fbclid=xyz", "actor=a"),
        ("actor=b", "actor=a&kind=direct", "actor=b&kind=direct"),
        ("doc=b", "?doc=a", "doc=b"),
        ("", "?utm_source=x", ""),
        ("x=1", "?y=1", "x=1"),
        ("", "?q=a+b.", "q=a%20b"),
    ] {
        let (found, notices) = Route::parse(&Address { fragment, query }, &nfc);
        assert_eq!(found.to_fragment(), canonical, "{fragment} {query}");
        assert_eq!(notices.len(), usize::from(fragment.starts_with('x')), "{notices:?}");
    }
    for (key, ours) in
        [("actor", true), ("Actor", true), ("%61ctor", true), ("v", true), ("fbclid", false), ("", false)]
    {
        assert_eq!(is_known_key(key), ours, "{key}");
    }
}

#[test]
fn whatever_cannot_be_read_is_named_once() {
    let long = format!("view={}", "x".repeat(1_000));
    let word = |key, value: &str| Notice::UnknownWord { key, value: value.to_owned() };
    let malformed = |key, value: &str| Notice::Malformed { key, value: value.to_owned() };
    let value = |facet, value: &str| Notice::UnknownValue { facet, value: value.to_owned() };
    for (fragment, canonical, notices) in [
        ("actor=a&s=b&q=c", "s=b&actor=a&q=c", vec![]),
        ("colour=red&colour=red", "colour=red&colour=red", vec![Notice::UnknownKey("colour".to_owned())]),
        ("view=map", "", vec![word("view", "map")]),
        ("by=date", "", vec![word("by", "date")]),
        ("sort=size&in=corpus", "", vec![word("sort", "size"), word("in", "corpus")]),
        ("lang=tlh", "", vec![word("lang", "tlh")]),
        ("sort=title", "", vec![Notice::NotHere("sort")]),
        ("view=documents&sort=listed", "view=documents", vec![word("sort", "listed")]),
        ("view=statements&in=doc", "view=statements", vec![Notice::ComparisonOnly("in")]),
        ("view=statements&all=1", "view=statements", vec![Notice::NotHere("all")]),
        ("of=a", "", vec![Notice::NotHere("of")]),
        ("view=actor", "", vec![Notice::Nameless]),
        ("view=documents&doc=d", "view=documents", vec![Notice::NotHere("doc")]),
        ("view=statements&doc=d&s=s1", "doc=d&s=s1", vec![Notice::OpensText]),
        ("embed=yes", "", vec![word("embed", "yes")]),
        ("v=2", "", vec![Notice::Newer("2".to_owned())]),
        ("v=x", "", vec![word("v", "x")]),
        ("from=2021-13&to=yesterday", "", vec![malformed("from", "2021-13"), malformed("to", "yesterday")]),
        ("from=2022&to=2021", "from=2022&to=2021", vec![Notice::EmptyDateRange]),
        ("pair=a", "", vec![malformed("pair", "a")]),
        ("s=%0A~abc123", "", vec![malformed("s", "~abc123")]),
        ("cell=a~&q=b", "q=b", vec![malformed("cell", "a~")]),
        ("stance=for,open", "stance=for,open", vec![value(Facet::Stance, "for")]),
        ("kind=-loud", "kind=-loud", vec![value(Facet::Kind, "loud")]),
        ("act=sings", "act=sings", vec![value(Facet::Act, "sings")]),
        (
            "actor=a,-a",
            "actor=-a",
            vec![Notice::Contradiction { facet: Facet::Speaker, value: "a".to_owned() }],
        ),
        ("col=i&row=a", "view=compare&col=i", vec![Notice::SeveralFocuses { kept: "col" }]),
        ("row=a&pair=a~b", "pair=a~b", vec![Notice::SeveralFocuses { kept: "pair" }]),
        ("view=read&pair=a~b", "", vec![Notice::ComparisonOnly("pair")]),
        (long.as_str(), "", vec![word("view", long.trim_start_matches("view="))]),
        ("view=read&by=flat&in=doc", "", vec![Notice::ComparisonOnly("by"), Notice::ComparisonOnly("in")]),
    ] {
        let (found, told) = read(fragment);
        assert_eq!(found.to_fragment(), canonical, "{fragment}");
        assert_eq!(told, notices, "{fragment}");
    }
}

#[test]
fn too_much_is_cut_at_a_whole_value_and_said() {
    let many: Vec<String> = (0..600).map(|n| format!("a{n}")).collect();
    for (fragment, left, notice) in [
        (format!("actor={}", many.join(",")), 500, Notice::TooMany),
        (format!("actor=a&q={}&kind=scare", "x".repeat(MAX_READ)), 2, Notice::TooLong),
        (format!("actor={}", format!("{},", "é".repeat(300)).repeat(20)), 1, Notice::TooLong),
        (format!("actor=a&kind=scare&q={}", "é".repeat(40_000)), 2, Notice::TooLong),
    ] {
        let (found, told) = read(&fragment);
        assert_eq!(values(&found), left);
        assert!(told.contains(&notice), "{told:?}");
        check(&fragment, &found.to_fragment());
    }
}

#[test]
fn any_hostile_words_in_any_key_become_canonical_at_once() {
    for words in hostile::words() {
        let coded: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
        for key in [
            "c", "doc", "s", "view", "pair", "cell", "col", "row", "actor", "group", "via", "issue",
            "stance", "kind", "from", "to", "q", "in", "by", "sort", "lang", "embed", "v", "x", &coded,
        ] {
            let written = route(&format!("{key}={coded}")).to_fragment();
            assert_eq!(route(&written).to_fragment(), written, "{key}={words}");
        }
    }
}

#[test]
fn links_once_given_out_open_the_same_view() {
    let links = include_str!("cases/links.txt");
    let rows: Vec<&str> = links.lines().filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
    assert!(rows.len() >= 40, "links are never taken out");
    for row in rows {
        let (link, canonical) = row.split_once(" => ").unwrap_or((row, row));
        match link.trim().strip_prefix('/') {
            Some(page) => {
                let (path, fragment) = page.split_once('#').unwrap_or((page, ""));
                assert_eq!(
                    route(fragment).at(&PagePath::parse(path)).to_fragment(),
                    canonical.trim(),
                    "{link}"
                );
            }
            None => check(link.trim(), canonical.trim()),
        }
    }
}

#[test]
fn each_action_leads_to_one_view_and_one_step_of_history() {
    use Action::*;
    use standpoint::route::History::{Push, Replace, Typing};
    use standpoint::route::Typed::{From, To, Words};
    const SAME: History = Replace;
    let opened = |id: &str| StatementRef { id: id.to_owned(), sum: Some("abc123".to_owned()) };
    let s = str::to_owned;
    let day = PartialDate::parse;
    let applied = |fragment: &str, at: usize| route(fragment).filter.choices().nth(at).unwrap();
    for (before, action, how, after) in [
        ("", Read, SAME, ""),
        ("x=1", Read, SAME, "x=1"),
        ("view=compare&x=1", Read, Push, ""),
        ("s=s1", Compare, Push, "view=compare"),
        ("pair=a~b", Compare, SAME, "pair=a~b"),
        ("actor=a&x=1", Open(opened("s1")), Push, "s=s1~abc123&actor=a"),
        ("s=s1~abc123", Open(opened("s1")), SAME, "s=s1~abc123"),
        ("s=s1", Open(opened("s2")), Push, "s=s2~abc123"),
        ("", Step(opened("s1")), Push, "s=s1~abc123"),
        ("s=s1", Step(opened("s2")), Replace, "s=s2~abc123"),
        ("s=s1&doc=d", Close, Push, "doc=d"),
        ("", Close, SAME, ""),
        ("cell=a~i&doc=d", ReadInText(opened("s1")), Push, "doc=d&s=s1~abc123"),
        ("doc=d&s=s1", Document(s("e")), Push, "doc=e"),
        ("doc=d&s=s1", Document(s("d")), SAME, "doc=d&s=s1"),
        ("", ToggleInclude(Facet::Speaker, s("a")), Push, "actor=a"),
        ("actor=a,b", ToggleInclude(Facet::Speaker, s("a")), Push, "actor=b"),
        ("actor=-a", ToggleInclude(Facet::Speaker, s("a")), Push, "actor=a"),
        ("actor=a", ToggleExclude(Facet::Speaker, s("a")), Push, "actor=-a"),
        ("actor=-a", ToggleExclude(Facet::Speaker, s("a")), Push, ""),
        ("actor=a", ToggleInclude(Facet::Speaker, s("a,b")), SAME, "actor=a"),
        ("actor=a,-b", Only(Facet::Speaker, s("c")), Push, "actor=c"),
        ("actor=a&kind=scare", Clear(Facet::Speaker), Push, "kind=scare"),
        ("actor=a,-b&q=w", ClearOne(applied("actor=a,-b", 1)), Push, "actor=a&q=w"),
        ("from=2021&to=2022&q=w", ClearOne(applied("from=2021&to=2022&q=w", 0)), Push, "to=2022&q=w"),
        ("from=2021&to=2022&q=w", ClearOne(applied("from=2021&to=2022&q=w", 1)), Push, "from=2021&q=w"),
        ("from=2021&to=2022&q=w", ClearOne(applied("from=2021&to=2022&q=w", 2)), Push, "from=2021&to=2022"),
        ("actor=a", ClearOne(applied("actor=b", 0)), SAME, "actor=a"),
        ("doc=d&actor=a&q=w&from=2021", ClearAll, Push, "doc=d"),
        ("", Range(day("2021"), None), Typing(From), "from=2021"),
        ("from=2021", Range(None, day("2022-01")), Typing(From), "to=2022-01"),
        ("from=2021", Range(day("2021"), day("2022-01")), Typing(To), "from=2021&to=2022-01"),
        ("", Search(s("n")), Typing(Words), "q=n"),
        ("q=n", Search(s("na")), Typing(Words), "q=na"),
        ("q=n", Search(s("")), Typing(Words), ""),
        ("q=n", Search(s("n")), SAME, "q=n"),
        ("", OpenCell(s("a"), s("i")), Push, "view=compare&cell=a~i"),
        ("cell=a~i", CloseCell, Push, "view=compare"),
        ("", CloseCell, SAME, ""),
        ("actor=a", Pair(s("b"), s("c")), Push, "pair=b~c&actor=a"),
        ("pair=b~c&cell=b~i", All, Push, "view=compare"),
        ("view=compare", Column(s("i")), Push, "view=compare&col=i"),
        ("col=i", Row(s("a")), Push, "view=compare&row=a"),
        (
            "view=compare",
            Action::GroupRows(standpoint::route::RowGrouping::Flat),
            Push,
            "view=compare&by=flat",
        ),
        ("view=compare", Sort(RowSort::Listed), Push, "view=compare&sort=listed"),
        ("in=doc", Here(None), Push, "view=compare"),
        ("doc=d&s=s1&actor=a", Documents, Push, "view=documents&actor=a"),
        ("view=documents&all=1", Shelve(DocumentSort::Title), Push, "view=documents&sort=title&all=1"),
        ("view=documents&sort=title", AllDocuments(true), Push, "view=documents&sort=title&all=1"),
        ("view=documents", Document(s("d")), Push, "doc=d"),
        ("doc=d&q=w", Statements, Push, "view=statements&q=w"),
        ("view=statements", List(StatementSort::Date), Push, "view=statements&sort=date"),
        ("view=statements", Open(opened("s1")), Push, "s=s1~abc123"),
        (
            "doc=d&q=w&kind=direct",
            ListOnly(Facet::Speaker, s("a")),
            Push,
            "view=statements&actor=a&kind=direct&q=w",
        ),
        ("doc=d&s=s1&actor=b&lang=de", Home, Push, "lang=de"),
        (
            "view=documents&actor=b&kind=direct",
            ReadOnly(s("d"), Facet::Speaker, s("a")),
            Push,
            "doc=d&actor=a&kind=direct",
        ),
        ("doc=d&kind=direct", Actors(RowSort::Name), Push, "view=actors&kind=direct"),
        ("view=actors", Actors(RowSort::Statements), Push, "view=actors&sort=statements"),
        ("view=actors&sort=statements", Issues(RowSort::Listed), Push, "view=issues&sort=listed"),
        ("view=compare", Here(Some(s("d"))), Push, "doc=d&view=compare&in=doc"),
        ("doc=d&s=s1", Action::Actor(s("a")), Push, "view=actor&of=a"),
        ("view=actor&of=a&kind=direct", Action::Issue(s("i")), Push, "view=issue&of=i&kind=direct"),
        ("view=issue&of=i", Compare, Push, "view=compare"),
        ("", Coder(Some(s("ed"))), Push, "coder=ed"),
        ("coder=ed", Coder(None), Push, ""),
        ("coder=ed&q=w", ClearOne(applied("coder=ed&q=w", 0)), Push, "q=w"),
        ("doc=d", Speak(Language::Arabic), Push, "doc=d&lang=ar"),
        ("lang=ar", Speak(Language::English), Push, ""),
    ] {
        let start = route(before);
        let (next, history) = start.apply(&action);
        assert_eq!((next.to_fragment(), history), (after.to_owned(), how), "{before} {action:?}");
        assert_eq!(next == start, before == after, "{before} {action:?}");
        assert_eq!(route(&start.to_fragment()), start, "Back from {action:?} restores {before}");
    }
}

#[test]
fn chips_show_what_is_asked_in_the_order_of_the_address() {
    let shown = |applied| match applied {
        ActiveFilter::Value { value, excluded: false, .. } => value,
        ActiveFilter::Value { value, .. } => format!("not {value}"),
        ActiveFilter::Coder(coder) => format!("by {coder}"),
        ActiveFilter::From(date) => format!("from {date}"),
        ActiveFilter::To(date) => format!("to {date}"),
        ActiveFilter::Words(words) => format!("“{words}”"),
    };
    let asked = route("q= w &to=2022&from=2021&kind=-scare&coder=ed&actor=b,a,-c");
    let chips: Vec<String> = asked.filter.choices().map(shown).collect();
    assert_eq!(chips, ["a", "b", "not c", "not scare", "by ed", "from 2021", "to 2022", "“w”"]);
    assert_eq!(route("q=%20").filter.choices().count(), 0);
}

#[test]
fn a_link_that_names_almost_all_can_leave_out_the_rest() {
    let known = |facet| match facet {
        Facet::Speaker => ["ada", "bo", "cy", "di", "ed"].map(str::to_owned).to_vec(),
        Facet::Issue => ["tram", "cost"].map(str::to_owned).to_vec(),
        _ => Vec::new(),
    };
    for (asked, offered) in [
        ("actor=ada,bo,cy,di,~none,~document&kind=direct", Some("actor=-ed&kind=direct")),
        ("actor=ada", None),
        ("actor=ada,bo,cy,di,unknown,~none,~document", None),
        ("actor=ada,bo,cy,di,~none,~document&group=town", None),
        ("actor=ada,bo,cy,di,ed,~none,~document", None),
        ("actor=-ada", None),
        ("issue=tram", None),
        ("kind=direct,mixed,indirect", None),
    ] {
        assert_eq!(route(asked).complement(known).map(|v| v.to_fragment()).as_deref(), offered, "{asked}");
    }
}

fn values(route: &Route) -> usize {
    Facet::ALL.into_iter().map(|facet| route.filter.choice(facet).len()).sum::<usize>() + route.unknown.len()
}

/// Text that chats, browsers and people mangle.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-z0-9._-]{1,6}",
        1 => any::<String>(),
        1 => "\\PC{0,8}",
        3 => prop::sample::select(vec![
            "%", "%41", "%2", "%25", "%252C", "%FF", "&", "&amp;", "#", "=", "+", " ", ":~:", ":~:text=", ",", "-", "~",
            "~none", "?", ".", "…", "“", "”", ")", "*", "_", "💬", "👩‍💻", "שלום", "مرحبا", "e\u{301}", "\u{338}", "\u{202e}",
            "\u{0}", "\n", "\u{a0}", "\u{212a}", "\u{37e}", "İ", "ß",
        ]).prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| nfc(&pieces.concat()))
}

/// What a list, or a key for one id, can hold.
fn value() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[a-z0-9][a-z0-9._-]{0,8}",
        1 => nasty().prop_filter("a value", |v| FacetSelection::default().include(v)),
    ]
}

fn plain() -> impl Strategy<Value = String> {
    value().prop_filter("no ~ inside", |v| !v.contains('~'))
}

fn choice() -> impl Strategy<Value = FacetSelection> {
    prop::collection::vec((value(), any::<bool>()), 0..4).prop_map(|all| {
        let mut choice = FacetSelection::default();
        for (value, excluded) in all {
            assert!(if excluded { choice.exclude(&value) } else { choice.include(&value) });
        }
        choice
    })
}

fn date() -> impl Strategy<Value = Option<PartialDate>> {
    (0u16..=9999, 0u8..=12, 0u8..=31).prop_map(|(year, month, day)| {
        let text = match (month, day) {
            (0, _) => format!("{year:04}"),
            (_, 0) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
        PartialDate::parse(&text)
    })
}

fn screen() -> impl Strategy<Value = Screen> {
    let focus = prop_oneof![
        Just(Focus::All),
        (plain(), value()).prop_map(|(a, b)| Focus::Pair(a, b)),
        value().prop_map(Focus::Column),
        value().prop_map(Focus::Row),
    ];
    let by = prop::sample::select(RowGrouping::ALL.map(|(by, _)| by).to_vec());
    let sort = prop::sample::select(RowSort::ALL.map(|(sort, _)| sort).to_vec());
    let compare = (focus, prop::option::of((plain(), value())), any::<bool>(), by, sort);
    let compare =
        compare.prop_map(|(focus, cell, here, by, sort)| Compare { focus, open: None, cell, here, by, sort });
    let shelf = prop::sample::select(DocumentSort::ALL.map(|(sort, _)| sort).to_vec());
    let library =
        (shelf, any::<bool>()).prop_map(|(sort, all)| Screen::Documents(DocumentsQuery { sort, all }));
    let listing = prop::sample::select(StatementSort::ALL.map(|(sort, _)| sort).to_vec());
    prop_oneof![
        Just(Screen::TEXT),
        compare.prop_map(Screen::Compare),
        library,
        listing.prop_map(Screen::Statements),
        value().prop_map(Screen::Actor),
        value().prop_map(Screen::Issue),
    ]
}

fn filter() -> impl Strategy<Value = Filter> {
    let words = prop_oneof![Just(String::new()), nasty()];
    let coder = prop::option::of(value());
    let choices = prop::collection::vec(choice(), Facet::ALL.len());
    (choices, coder, (date(), date()), words).prop_map(|(choices, coder, (from, to), q)| {
        let choices = PerFacet::of(|facet| choices[facet as usize].clone());
        Filter { choices, coder, from, to, q }
    })
}

fn unknown() -> impl Strategy<Value = Vec<(String, String)>> {
    let pair = (nasty(), nasty()).prop_filter("unknown", |(key, value)| {
        !is_known_key(&key.replace('%', "%25").replace('+', "%2B"))
            && (key.as_str(), value.as_str()) != ("", "")
    });
    prop::collection::vec(pair, 0..3).prop_map(|mut pairs| {
        pairs.sort_by(|(a, _), (b, _)| a.cmp(b));
        pairs
    })
}

fn views() -> impl Strategy<Value = Route> {
    let opened = (plain(), prop::option::of(prop_oneof!["[0-9a-f]{6}", value()]));
    let opened = prop::option::of(opened.prop_map(|(id, sum)| StatementRef { id, sum }));
    let ids = (prop::option::of(value()), prop::option::of(value()));
    let language = prop::sample::select(Language::ALL.map(|(language, ..)| language).to_vec());
    let manner = (any::<bool>(), language);
    (ids, opened, screen(), filter(), manner, unknown()).prop_map(
        |((corpus, document), open, screen, filter, (embed, language), unknown)| {
            // What is about all documents names none.
            let of_document = screen.is_of_document();
            let screen = match screen {
                Screen::Read { .. } => Screen::Read { open },
                Screen::Compare(asked) => Screen::Compare(Compare { open, ..asked }),
                other => other,
            };
            Route {
                corpus,
                document: document.filter(|_| of_document),
                screen,
                filter,
                language,
                embed,
                unknown,
            }
        },
    )
}

/// Whole addresses as they might arrive.
fn addresses() -> impl Strategy<Value = String> {
    let key = prop::sample::select(vec![
        "c", "doc", "s", "view", "pair", "cell", "col", "row", "actor", "group", "via", "issue", "stance",
        "kind", "coder", "of", "all", "from", "to", "q", "in", "by", "sort", "lang", "embed", "v", "ACTOR",
        "%61ctor", "amp;q", "x", "",
    ]);
    let word = prop::sample::select(vec![
        "compare",
        "read",
        "documents",
        "statements",
        "actor",
        "issue",
        "date",
        "title",
        "uk",
        "a~b",
        "a",
        "-a",
        "a,-b",
        "2021",
        "2021-02-30",
        "doc",
        "flat",
        "listed",
        "1",
        "2",
        "a%2Cb",
        "a%252Cb",
        "%C3%A9",
        "%c3",
        "a.",
        "a…",
        "=",
        "%3D",
        "%253D",
        "%26",
        ":~:text=x",
    ]);
    let pair = (key, prop_oneof![word.prop_map(str::to_owned), nasty()])
        .prop_map(|(key, value)| format!("{key}={value}"));
    let joint = prop::sample::select(vec!["&", "&amp;", "%26", "&&", ""]);
    let piece = prop_oneof![4 => pair, 1 => nasty()];
    prop::collection::vec((piece, joint), 0..6)
        .prop_map(|all| all.into_iter().map(|(piece, joint)| format!("{piece}{joint}")).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn what_is_written_reads_as_the_same_view(route in views()) {
        let written = route.to_fragment();
        let (again, _) = read(&written);
        prop_assert_eq!(&again, &route, "{}", written);
        prop_assert_eq!(again.to_fragment(), written);
    }

    #[test]
    fn a_canonical_address_holds_nothing_that_a_program_would_change(route in views()) {
        let written = route.to_fragment();
        prop_assert!(written.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._~%=&,".contains(&b)), "{}", written);
        prop_assert!(!written.ends_with(|c: char| ".,;:!?'\")]}>*_~-".contains(c)), "{}", written);
    }

    #[test]
    fn any_address_becomes_canonical_at_once(address in prop_oneof![addresses(), nasty(), any::<String>()], query in addresses()) {
        let (found, _) = Route::parse(&Address { fragment: &address, query: &query }, &nfc);
        let written = found.to_fragment();
        prop_assert_eq!(read(&written).0.to_fragment(), &*written);
        prop_assert_eq!(read(&written).0, found, "{}", written);
    }

    #[test]
    fn a_coded_address_opens_the_same_view(route in views()) {
        let written = route.to_fragment();
        let coded: String = written.bytes().map(|b| format!("%{b:02x}")).collect();
        prop_assert_eq!(read(&coded).0, route, "{}", written);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(32) })]

    #[test]
    fn no_more_is_read_than_may_be(address in prop::collection::vec(addresses(), 0..400)) {
        let (found, _) = read(&address.join("&"));
        prop_assert!(values(&found) <= MAX_VALUES);
        let written = found.to_fragment();
        prop_assert!(written.len() < MAX_READ + 300, "{}", written.len());
        prop_assert_eq!(read(&written).0, found);
    }
}
