//! Which words stand in quotation marks: pairs of marks by language, and the quotations of a text, outermost only.
//! Offsets are code points. Apostrophes and inches are no marks. A quotation that its paragraph leaves open runs on
//! where the next one repeats the mark, and else ends with its paragraph.

use std::ops::Range;

/// A mark that begins quotations, those that end them, and the languages that write it so.
struct Pair {
    open: char,
    close: &'static str,
    languages: &'static str,
}

const fn pair(open: char, close: &'static str, languages: &'static str) -> Pair {
    Pair { open, close, languages }
}

/// Closing marks include those that are often typed instead.
const PAIRS: &[Pair] = &[
    pair('"', "\"”", "*"),
    pair('\'', "'’", "*"),
    pair('“', "”\"", "en zh ar fa he hi bn ko pt tr vi th id ms nl es it fr ca uk ru pl cs de el"),
    pair('‘', "’'", "en zh ar hi bn ko pt tr vi th id ms nl es it fr ca el"),
    pair('„', "“”\"", "de pl cs sk hu ro bg mk sr hr bs sl lt lv et is sq ka ru uk be nl he hy"),
    pair('‚', "‘’'", "de cs sk pl hr bs sr sl mk bg is lt nl"),
    pair('«', "»", "fr ru uk be it es pt ca el no nb nn ar fa hy ka az kk lv ro sq tr pl hu de rm eu gl"),
    pair('‹', "›", "fr it de rm fa"),
    pair('»', "«", "de da hr bs sr sl hu cs sk pl bg"),
    pair('›', "‹", "de da hr sl cs sk"),
    pair('»', "»", "sv fi"),
    pair('”', "”", "sv fi hr"),
    pair('「', "」", "ja zh ko"),
    pair('『', "』", "ja zh ko"),
    pair('〝', "〟", "ja zh"),
    pair('＂', "＂", "ja zh ko"),
];

/// One quotation: a part for each paragraph that it runs through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    pub parts: Vec<Part>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// Without marks, and without space at the ends.
    pub words: Range<usize>,
    /// With its marks.
    pub whole: Range<usize>,
}

/// The paragraphs of a text: between blank lines, or its lines if it has no blank ones.
pub fn paragraphs(text: &[char]) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for (at, _) in text.iter().enumerate().filter(|(_, c)| **c == '\n') {
        lines.push(start..at);
        start = at + 1;
    }
    lines.push(start..text.len());
    let is_blank = |line: &Range<usize>| trimmed(text, line.clone()).is_empty();
    let last = lines.iter().rposition(|line| !is_blank(line)).unwrap_or(0);
    let first = lines.iter().position(|line| !is_blank(line)).unwrap_or(0);
    let has_blank = lines.iter().take(last).skip(first).any(is_blank);
    let mut paragraphs: Vec<Range<usize>> = Vec::new();
    let mut is_open = false;
    for line in lines {
        let blank = is_blank(&line);
        match paragraphs.last_mut() {
            Some(paragraph) if is_open && has_blank && !blank => paragraph.end = line.end,
            _ if !blank => paragraphs.push(line),
            _ => {}
        }
        is_open = !blank;
    }
    paragraphs
}

/// Every outermost quotation, in reading order.
pub fn quotations(text: &[char], language: &str) -> Vec<Quotation> {
    let scanner = Scanner { text, language };
    let mut all: Vec<Quotation> = Vec::new();
    let mut left_open: Option<&Pair> = None;
    for paragraph in paragraphs(text) {
        let mut at = paragraph.start;
        if let Some(pair) = left_open.take() {
            let start = trimmed(text, paragraph.clone()).start;
            let repeats = scanner.char_at(start).is_some_and(|c| c == pair.open || pair.close.contains(c));
            if repeats {
                let (part, is_closed) = scanner.part(start, paragraph.end, pair);
                at = part.whole.end;
                left_open = (!is_closed).then_some(pair);
                all.last_mut().into_iter().for_each(|running| running.parts.push(part.clone()));
            }
        }
        while let Some((start, pair)) = scanner.next_opening(at..paragraph.end) {
            let (part, is_closed) = scanner.part(start, paragraph.end, pair);
            if !is_closed && is_single(pair.open) {
                at = start + 1;
                continue;
            }
            at = part.whole.end;
            left_open = (!is_closed).then_some(pair);
            if !part.words.is_empty() {
                all.push(Quotation { parts: vec![part] });
            }
        }
    }
    all
}

struct Scanner<'a> {
    text: &'a [char],
    language: &'a str,
}

impl Scanner<'_> {
    fn next_opening(&self, range: Range<usize>) -> Option<(usize, &'static Pair)> {
        range.into_iter().find_map(|at| Some((at, self.opening(at)?)))
    }

    /// The words from a mark on, to its end or that of the paragraph.
    fn part(&self, start: usize, paragraph_end: usize, pair: &Pair) -> (Part, bool) {
        let close = self.close(start + 1, paragraph_end, pair);
        let end = close.unwrap_or(paragraph_end);
        let whole = start..close.map_or(end, |close| close + 1);
        (Part { words: trimmed(self.text, start + 1..end), whole }, close.is_some())
    }

    /// Where the quotation ends whose mark stands before `from`.
    fn close(&self, from: usize, end: usize, outer: &Pair) -> Option<usize> {
        let mut open = vec![outer.close];
        let mut at = from;
        while at < end {
            let c = self.char_at(at)?;
            let level = open.iter().rposition(|close| close.contains(c)).filter(|_| self.can_close(at, c));
            match level {
                Some(0) => {
                    let later = self.is_doubtful(at, c).then(|| self.close(at + 1, end, outer)).flatten();
                    let is_new = |later: &usize| {
                        (at + 1..*later)
                            .any(|at| self.char_at(at) == Some(outer.open) && self.opening(at).is_some())
                    };
                    return Some(later.filter(|later| !is_new(later)).unwrap_or(at));
                }
                Some(level) => open.truncate(level),
                None => open.extend(self.opening(at).map(|pair| pair.close)),
            }
            at += 1;
        }
        None
    }

    /// The pair that begins at a place: one of the language's own, else one whose mark ends nothing in that language.
    fn opening(&self, at: usize) -> Option<&'static Pair> {
        let c = self.char_at(at)?;
        let mut fitting = PAIRS.iter().filter(|pair| pair.open == c).peekable();
        fitting.peek()?;
        let is_own = |pair: &&Pair| pair.languages.split(' ').any(|tag| tag == "*" || tag == self.language);
        let ends = PAIRS.iter().filter(is_own).any(|pair| pair.close.contains(c));
        let first = fitting.clone().next().filter(|_| !ends);
        fitting.find(is_own).or(first).filter(|_| self.can_open(at, c))
    }

    fn can_open(&self, at: usize, c: char) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.char_at(at)).unwrap_or(' ');
        let after = self.char_at(at + 1).unwrap_or(' ');
        match c {
            '「' | '『' | '〝' => true,
            '"' | '\'' | '‘' | '＂' => {
                let is_year = is_single(c) && after.is_ascii_digit();
                !before.is_alphanumeric() && !after.is_whitespace() && !is_year
            }
            '«' | '‹' => !is_cased(before),
            _ => !is_cased(before) && !before.is_ascii_digit() && !after.is_whitespace(),
        }
    }

    fn can_close(&self, at: usize, c: char) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.char_at(at)).unwrap_or(' ');
        let after = self.char_at(at + 1).unwrap_or(' ');
        let is_apostrophe = "'’".contains(c) && (after.is_alphanumeric() || before.is_whitespace());
        let looks_open = before.is_whitespace() && after.is_alphanumeric();
        !(is_apostrophe || looks_open && self.opening(at).is_some())
    }

    /// Whether a closing mark may be the apostrophe of a plural, or inches: a word follows and no stop stands before.
    fn is_doubtful(&self, at: usize, c: char) -> bool {
        let before = at.checked_sub(1).and_then(|at| self.char_at(at)).unwrap_or(' ');
        let goes_on =
            self.char_at(at + 1) == Some(' ') && self.char_at(at + 2).is_some_and(char::is_alphabetic);
        goes_on && ("'’".contains(c) && before == 's' || c == '"' && before.is_ascii_digit())
    }

    fn char_at(&self, at: usize) -> Option<char> {
        self.text.get(at).copied()
    }
}

fn is_single(c: char) -> bool {
    "'‘‚‹›".contains(c)
}

fn is_cased(c: char) -> bool {
    c.is_uppercase() || c.is_lowercase()
}

fn trimmed(text: &[char], range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or_default();
    let start = words.iter().take_while(|c| c.is_whitespace()).count();
    let end = words.iter().rev().take_while(|c| c.is_whitespace()).count();
    range.start + start..(range.end - end.min(words.len())).max(range.start + start)
}
