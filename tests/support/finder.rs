//! What a browser does with a text directive, as the URL Fragment Text Directives draft says it, on plain
//! paragraphs. Letters of scripts without spaces have no word boundary between them here: a browser knows more
//! of them than we may count on.

use standpoint::query::fold;

/// The paragraphs as they are searched, each on a line.
pub fn searched(paragraphs: &[&str]) -> Vec<char> {
    let folded: Vec<String> = paragraphs.iter().map(|p| fold(p).trim().to_owned()).collect();
    folded.join("\n").chars().collect()
}

/// Where the words of `prefix-,start,end,-suffix` are found first.
pub fn find(text: &[char], directive: &str) -> Option<(usize, usize)> {
    let mut terms: Vec<&str> = directive.split(',').collect();
    let prefix = terms.first()?.strip_suffix('-').map(decoded);
    if prefix.is_some() {
        terms.remove(0);
    }
    let suffix = terms.last()?.strip_prefix('-').map(decoded);
    if suffix.is_some() {
        terms.pop();
    }
    let (start, end) = match terms.as_slice() {
        [start] => (decoded(start), None),
        [start, end] => (decoded(start), Some(decoded(end))),
        _ => return None,
    };
    (0..text.len()).find_map(|at| {
        let first = match &prefix {
            Some(prefix) => skip(text, bounded(text, at)?.then_some(at + here(text, at, prefix)?)?),
            None => bounded(text, at)?.then_some(at)?,
        };
        let until = first + here(text, first, &start)?;
        let after = |until: usize| match &suffix {
            Some(suffix) => {
                let at = skip(text, until);
                here(text, at, suffix).is_some_and(|length| bounded(text, at + length) == Some(true))
            }
            None => bounded(text, until) == Some(true),
        };
        let Some(end) = &end else { return after(until).then_some((first, until)) };
        bounded(text, until)?.then_some(())?;
        let last = (until..text.len()).find(|at| {
            bounded(text, *at) == Some(true) && here(text, *at, end).is_some_and(|length| after(at + length))
        })?;
        Some((first, last + end.len()))
    })
}

fn here(text: &[char], at: usize, words: &[char]) -> Option<usize> {
    (!words.is_empty() && text.get(at..)?.starts_with(words)).then_some(words.len())
}

fn skip(text: &[char], at: usize) -> usize {
    (at..text.len()).find(|at| !text[*at].is_whitespace()).unwrap_or(text.len())
}

/// Whether a word may begin or end here.
fn bounded(text: &[char], at: usize) -> Option<bool> {
    let char = |at: Option<usize>| at.and_then(|at| text.get(at)).copied().unwrap_or(' ');
    let (before, after) = (char(at.checked_sub(1)), char(Some(at)));
    let joint = |c: char| matches!(c, '\'' | '.');
    let inside = before.is_alphanumeric() && after.is_alphanumeric()
        || before.is_alphanumeric() && joint(after) && char(Some(at + 1)).is_alphanumeric()
        || joint(before) && after.is_alphanumeric() && char(at.checked_sub(2)).is_alphanumeric();
    (at <= text.len()).then_some(!inside)
}

/// A term as it is compared.
fn decoded(term: &str) -> Vec<char> {
    let mut bytes = Vec::new();
    let mut rest = term.as_bytes();
    while let [first, tail @ ..] = rest {
        let coded = tail.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        match coded.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    fold(&String::from_utf8(bytes).unwrap()).chars().collect()
}
