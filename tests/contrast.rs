//! Every pair of colours that occurs on the page, measured in each theme. WCAG 2.2: text 4.5:1, edges and
//! glyphs 3:1; in the theme of more contrast 7:1 and 4.5:1.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::HashMap;

const GROUNDS: [&str; 2] = ["paper", "raised"];
/// What is read, and on which grounds it stands.
const TEXT: [(&str, &[&str]); 9] = [
    ("ink", &["paper", "raised", "tint", "tint-strong", "chip", "warn"]),
    ("ink", &["fill-supports", "fill-opposes", "hatch-supports", "hatch-opposes"]),
    ("soft", &["paper", "raised"]),
    ("soft", &["warn", "tint"]),
    ("soft", &["fill-supports", "fill-opposes"]),
    ("supports", &["paper", "raised", "tint"]),
    ("opposes", &["paper", "raised", "tint"]),
    ("paper", &["ink"]),
    ("paper", &["soft"]),
];
/// What only has to be seen.
const EDGES: [(&str, &[&str]); 7] = [
    ("edge", &["paper", "raised", "tint", "tint-strong", "chip"]),
    ("edge", &["fill-supports", "fill-opposes"]),
    ("edge-out", &["paper", "tint"]),
    ("control", &["paper", "raised", "warn"]),
    ("focus", &["paper", "raised", "tint", "tint-strong", "fill-supports", "fill-opposes"]),
    ("supports", &["fill-supports", "hatch-supports"]),
    ("opposes", &["fill-opposes", "hatch-opposes"]),
];

#[test]
fn every_pair_that_occurs_has_enough_contrast() {
    let mut poor = Vec::new();
    for (theme, tokens) in themes() {
        let more = theme.starts_with("more");
        for (pairs, wanted) in [
            (TEXT.as_slice(), if more { 7.0 } else { 4.5 }),
            (EDGES.as_slice(), if more { 4.5 } else { 3.0 }),
        ] {
            for (front, backs) in pairs {
                for back in *backs {
                    let found = contrast(tokens[*front], tokens[*back]);
                    if found < wanted {
                        poor.push(format!("{theme}: {front} on {back} is {found:.2}, wanted {wanted}"));
                    }
                }
            }
        }
    }
    assert!(poor.is_empty(), "{}", poor.join("\n"));
}

#[test]
fn the_tokens_of_more_contrast_are_the_same_by_system_and_by_switch() {
    let css = sheet();
    let switch = block(&css, ":root[data-theme=\"contrast\"]");
    let system = block(css.split("prefers-contrast: more").nth(1).unwrap(), ":root");
    assert_eq!(colours(switch), colours(system));
    assert!(GROUNDS.iter().all(|ground| colours(switch).contains_key(*ground)));
}

#[test]
fn the_measure_is_the_one_of_the_guidelines() {
    assert!((contrast([0, 0, 0], [255, 255, 255]) - 21.0).abs() < 1e-9);
    assert!((contrast([0x76, 0x76, 0x76], [255, 255, 255]) - 4.54).abs() < 0.01);
}

type Colour = [u8; 3];

fn themes() -> Vec<(String, HashMap<String, Colour>)> {
    let css = sheet();
    let plain = colours(block(&css, ":root"));
    let mut more = plain.clone();
    more.extend(colours(block(&css, ":root[data-theme=\"contrast\"]")));
    let pick = |tokens: &HashMap<String, [Colour; 2]>, at: usize| {
        tokens.iter().map(|(name, pair)| (name.clone(), pair[at])).collect()
    };
    vec![
        ("light".to_owned(), pick(&plain, 0)),
        ("dark".to_owned(), pick(&plain, 1)),
        ("more, light".to_owned(), pick(&more, 0)),
        ("more, dark".to_owned(), pick(&more, 1)),
    ]
}

fn sheet() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/styles/tokens.css")).unwrap()
}

fn block<'a>(css: &'a str, selector: &str) -> &'a str {
    let start = css.find(&format!("{selector} {{")).unwrap();
    css[start..].split('}').next().unwrap()
}

fn colours(block: &str) -> HashMap<String, [Colour; 2]> {
    let tokens = block.lines().filter_map(|line| line.trim().strip_prefix("--")?.split_once(": light-dark("));
    tokens
        .map(|(name, pair)| {
            let mut both = pair.trim_end_matches(");").split(", ").map(colour);
            (name.to_owned(), [both.next().unwrap(), both.next().unwrap()])
        })
        .collect()
}

fn colour(hex: &str) -> Colour {
    let at = |i: usize| u8::from_str_radix(&hex[i..i + 2], 16).unwrap();
    [at(1), at(3), at(5)]
}

fn contrast(a: Colour, b: Colour) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(colour: Colour) -> f64 {
    let [r, g, b] = colour.map(|c| {
        let c = f64::from(c) / 255.0;
        if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
    });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}
