//! That a page's address says what its path and its fragment say together: both forms of an address open the same
//! view, and a link leads from any page to any other.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use proptest::prelude::*;
use standpoint::route::{Address, Facet, PagePath, Route};

fn read(address: &str) -> Route {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    Route::parse(&Address { fragment, query: "" }, &|text: &str| text.to_owned()).0.at(&PagePath::parse(path))
}

fn whole(fragment: &str) -> Route {
    read(&format!("#{fragment}"))
}

#[test]
fn a_page_and_a_fragment_open_the_same_view() {
    for (page, fragment) in [
        ("", ""),
        ("nato/", "c=nato"),
        ("nato", "c=nato"),
        ("nato/d1/", "c=nato&doc=d1"),
        ("nato/d1/index.html", "c=nato&doc=d1"),
        ("nato/d1/#s=s1", "c=nato&doc=d1&s=s1"),
        ("nato/d1/#view=compare&actor=a", "c=nato&doc=d1&view=compare&actor=a"),
        // What the fragment says wins, and another corpus has nothing to do with the path's document.
        ("nato/d1/#doc=d2", "c=nato&doc=d2"),
        ("nato/d1/#c=town", "c=town"),
        ("nato/d1/#c=nato", "c=nato&doc=d1"),
        ("n%61to/d%2E1/", "c=nato&doc=d.1"),
        ("nato/statements/", "c=nato&view=statements"),
        ("nato/compare/", "c=nato&view=compare"),
        ("nato/compare/index.html#cell=a~i", "c=nato&view=compare&cell=a~i"),
        ("nato/compare/#doc=d1&in=doc", "c=nato&doc=d1&view=compare&in=doc"),
        ("nato/actors/", "c=nato&view=actors"),
        ("nato/issues/#view=issues&sort=statements", "c=nato&view=issues&sort=statements"),
        ("nato/statements/#view=statements&sort=date&q=w", "c=nato&view=statements&q=w&sort=date"),
        ("nato/actors/ada/", "c=nato&view=actor&of=ada"),
        ("nato/issues/tram/index.html#kind=direct", "c=nato&view=issue&of=tram&kind=direct"),
        ("nato/#view=documents&sort=title", "c=nato&view=documents&sort=title"),
        ("nato/statements/#doc=d2", "c=nato&doc=d2"),
        ("nato/statements/#s=s1", "c=nato&s=s1"),
        ("nato/actors/ada/#view=compare", "c=nato&view=compare"),
        ("nato/d1/#view=statements", "c=nato&view=statements"),
    ] {
        assert_eq!(read(page), whole(fragment), "{page}");
    }
}

#[test]
fn a_link_leads_from_any_page_to_any_other() {
    for (from, to, href) in [
        ("", "c=nato&doc=d1", "nato/d1/"),
        ("", "c=nato&doc=d1&s=s1", "nato/d1/#s=s1"),
        ("nato/", "c=nato&doc=d1", "../nato/d1/"),
        ("nato/d1/", "c=nato&doc=d1", "#"),
        ("nato/d1/", "c=nato&doc=d1&actor=a", "#actor=a"),
        ("nato/d1/", "c=nato&doc=d2&actor=a", "../../nato/d2/#actor=a"),
        ("nato/d1/", "c=town&doc=d2", "../../town/d2/"),
        ("nato/d1/", "c=nato&view=documents", "../../nato/"),
        ("nato/d1/", "c=nato&view=documents&all=1", "../../nato/#view=documents&all=1"),
        ("nato/d1/", "c=nato&view=compare", "../../nato/compare/"),
        ("nato/d1/", "c=nato&view=compare&by=flat", "../../nato/compare/#by=flat"),
        ("nato/compare/", "c=nato&view=compare&cell=a~i", "#cell=a~i"),
        ("nato/compare/", "c=nato&pair=a~b", "#pair=a~b"),
        ("nato/d1/", "c=nato&doc=d1&view=compare&in=doc", "#view=compare&in=doc"),
        ("nato/actors/ada/", "c=nato&view=actors", "../../../nato/actors/"),
        ("nato/actors/", "c=nato&view=actors&sort=statements", "#view=actors&sort=statements"),
        ("nato/d1/", "c=nato&view=statements&lang=uk", "../../nato/statements/#lang=uk"),
        ("nato/statements/", "c=nato&view=statements&sort=date", "#view=statements&sort=date"),
        ("nato/statements/", "c=nato&view=actor&of=ada", "../../nato/actors/ada/"),
        ("nato/actors/ada/", "c=nato&view=issue&of=tram&q=w", "../../../nato/issues/tram/#q=w"),
    ] {
        assert_eq!(whole(to).href_from(&PagePath::parse(from)), href, "{from} to {to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn what_a_page_address_says_is_the_view(
        corpus in "[a-z0-9][a-z0-9._-]{0,8}", document in proptest::option::of("[a-z0-9][a-z0-9._-]{0,8}"), q in ".{0,12}",
        actor in "[a-z][a-z0-9-]{0,8}", compares: bool,
    ) {
        let mut route = whole(if compares { "view=compare&by=flat" } else { "s=s1~abc123" });
        route.corpus = Some(corpus);
        route.document = document.filter(|id| id != "index.html");
        prop_assume!(route.corpus.as_deref() != Some("index.html"));
        route.filter.q = q;
        prop_assert!(route.filter.choice_mut(Facet::Speaker).include(&actor));
        let again = read(&route.address());
        prop_assert_eq!(again.address(), route.address());
        prop_assert_eq!(again.to_fragment(), whole(&route.to_fragment()).to_fragment());
    }
}
