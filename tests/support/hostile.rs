//! Words that try to be more than words: ours, and three public lists when they stand beside the project.

use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;

/// One of each kind that has broken some program.
const OURS: &[&str] = &[
    // Markup and scripts.
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "</title></style></textarea><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "<!-- the mayor --> ]]> <![CDATA[ the tram ]]>",
    "&lt;b&gt;a tram&lt;/b&gt; &amp;amp; &#x41; &nosuch;",
    "\" autofocus onfocus=\"alert(1)",
    "<q cite='//example.org'>we shall build it</q>",
    // Templates, formats, shells, queries, paths.
    "{{title}} ${title} <%= title %> #{title} %s %n {0}",
    "$(reboot) `reboot` ; reboot # && reboot",
    "' OR 1=1; DROP TABLE statements; --",
    "../../../../etc/hostname",
    "C:\\town\\new\\tram.txt",
    "=HYPERLINK(\"http://example.org\";\"tram\")",
    "@article{tram, title = {{A \\emph{line} of 100\\% }}}",
    // What other notations take for something else.
    "null",
    "undefined",
    "NaN",
    "-0",
    "1e999",
    "0x2A",
    "007",
    "true",
    "[]",
    "{\"exact\": \"a tram\"}",
    "\\u0022\\n\\\\",
    "%00%0A%22%E2%80%9C%",
    "a+b&c=d#e?f=g;h",
    "#:~:text=We%20shall-,build,-it",
    // Spaces, breaks and marks that are not seen.
    " ",
    "\t",
    " a tram ",
    "one\ntwo\r\nthree\rfour\u{85}five\u{2028}six\u{2029}seven",
    "a\u{a0}tram\u{202f}line\u{3000}here\u{2009}now",
    "\u{feff}tram\u{200b}line\u{2060}\u{ad}s",
    "bell\u{7} and delete\u{7f} and \u{1}\u{9f}",
    // Directions.
    "\u{202e}abc\u{202c}",
    "\u{2066}line\u{2069} \u{200f}2\u{200e} \u{61c}",
    "قال رئيس البلدية إن الخط سيُبنى 2031",
    "ראש העיר אמרה: “הקו ייבנה”",
    // Letters of several code points, several bytes, several cases.
    "e\u{301} \u{e9} \u{1e9b}\u{323} \u{212b} \u{c5} A\u{30a}",
    "Z\u{351}\u{36b}\u{343}\u{32a}a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}lgo",
    "ﬁne İstanbul ıstanbul straße STRASSE ǆ ΌΣΟΣ",
    "市长说：「我们会建造它。」",
    "👩‍👩‍👧‍👦 👍🏽 🇳🇴🇳 🏴󠁧󠁢󠁳󠁣󠁴󠁿 ☃︎",
    "\u{fdd0}\u{ffff}\u{10ffff}\u{e000}\u{fffd}",
    "′‘’“”„«»‹›\"'`´",
    "the the the the the the the the the the the the the the the the the the the the the the the the the the",
];

/// Ours first, then the public lists.
pub fn words() -> Vec<String> {
    let mut all: Vec<String> = OURS.iter().map(|words| (*words).to_owned()).collect();
    for (file, key) in
        [("blns/blns.json", ""), ("dompurify/expect.json", "payload"), ("trojan-source/lines.json", "text")]
    {
        let list = shared(file).and_then(|path| std::fs::read_to_string(path).ok());
        let list = list.and_then(|text| serde_json::from_str(&text).ok());
        let Some(Value::Array(rows)) = list else {
            say(&format!(
                "{file} of the public lists is not there; {} words of our own were tried",
                OURS.len()
            ));
            continue;
        };
        let texts =
            rows.iter().filter_map(|row| if key.is_empty() { row.as_str() } else { row[key].as_str() });
        let before = all.len();
        all.extend(texts.map(str::to_owned));
        say(&format!("{} words of {file} besides our own", all.len() - before));
    }
    all
}

/// Public data beside the project, where it is there.
pub fn shared(path: &str) -> Option<PathBuf> {
    let folder = std::env::var("STANDPOINT_SHARED")
        .unwrap_or_else(|_| concat!(env!("CARGO_MANIFEST_DIR"), "/../shared").to_owned());
    Some(PathBuf::from(folder).join("data").join(path)).filter(|path| path.exists())
}

/// Shown by a test that passes, too: what the print macros write is captured then.
#[allow(clippy::explicit_write)]
pub fn say(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}
