//! Markdown becomes paragraphs: its headings are headings, and what only says how words look (emphasis, links, comments,
//! bullets, fences) is taken out. Quotations, lists and tables keep their words. It knows what people write, not every
//! corner of the standard.

use super::paragraph::Paragraph;

#[derive(Debug, Default)]
pub struct Read {
    pub paragraphs: Vec<Paragraph>,
    /// Footnotes that were left out.
    footnotes: usize,
    pictures: usize,
    has_front_matter: bool,
}

impl Read {
    pub fn notes(&self) -> Vec<String> {
        let many =
            |count: usize, what: &str| format!("had {count} {what}{}", if count == 1 { "" } else { "s" });
        let mut notes = Vec::new();
        if self.has_front_matter {
            notes.push("had keys and values in front of its text, which were left out".to_owned());
        }
        for (count, what) in [(self.footnotes, "footnote"), (self.pictures, "picture")] {
            if count > 0 {
                let left_out = if count == 1 { "which was left out" } else { "which were left out" };
                notes.push(format!("{}, {left_out}", many(count, what)));
            }
        }
        notes
    }
}

pub fn read(text: &str) -> Read {
    let mut read = Read::default();
    let text = without_comments(text);
    let text = match front_matter(&text) {
        Some(rest) => {
            read.has_front_matter = true;
            rest
        }
        None => &text,
    };
    let mut blocks = Blocks { read, lines: Vec::new(), is_in_fence: false };
    for line in text.lines() {
        blocks.line(line);
    }
    blocks.end(if blocks.is_in_fence { Block::Code } else { Block::Prose });
    blocks.read
}

struct Blocks {
    read: Read,
    /// The lines of the paragraph that is being read; a line break stands where they do not flow on.
    lines: Vec<String>,
    is_in_fence: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Block {
    Prose,
    Heading,
    /// Words that stand as they are written.
    Code,
}

impl Blocks {
    fn line(&mut self, line: &str) {
        if is_fence(line) {
            self.end(if self.is_in_fence { Block::Code } else { Block::Prose });
            self.is_in_fence = !self.is_in_fence;
            return;
        }
        if self.is_in_fence {
            return if line.trim().is_empty() {
                self.end(Block::Code)
            } else {
                self.lines.push(format!("{line}\n"))
            };
        }
        let line = without_quote_marks(line);
        let trimmed = line.trim();
        if trimmed.is_empty() {
            return self.end(Block::Prose);
        }
        if let Some(heading) = heading(trimmed) {
            self.end(Block::Prose);
            self.lines.push(heading.to_owned());
            return self.end(Block::Heading);
        }
        if !self.lines.is_empty() && is_underline(trimmed) {
            return self.end(Block::Heading);
        }
        if is_rule(trimmed) {
            return self.end(Block::Prose);
        }
        if trimmed.strip_prefix("[^").is_some_and(|rest| rest.contains("]:")) {
            self.read.footnotes += 1;
            return self.end(Block::Prose);
        }
        if is_definition(trimmed) || is_row_of_dashes(trimmed) {
            return;
        }
        if let Some(row) = table_row(trimmed) {
            return self.lines.push(format!("{row}\n"));
        }
        let (item, is_item) = without_bullet(line);
        if is_item && let Some(before) = self.lines.last_mut().filter(|before| !before.ends_with('\n')) {
            before.push('\n');
        }
        let breaks = line.ends_with("  ") || line.ends_with('\\');
        let words = item.trim().trim_end_matches('\\');
        self.lines.push(if breaks { format!("{words}\n") } else { words.to_owned() });
    }

    /// Ends the paragraph. Its lines flow together, but for those that end in a break.
    fn end(&mut self, block: Block) {
        let mut words = String::new();
        for line in self.lines.drain(..) {
            if !words.is_empty() && !words.ends_with('\n') {
                words.push(' ');
            }
            words.push_str(&line);
        }
        if block != Block::Code {
            words = inline(&words, NESTED, &mut self.read).trim().to_owned();
        }
        self.read.paragraphs.extend(Paragraph::new(&words, block == Block::Heading));
    }
}

fn without_comments(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("<!--") {
        kept.push_str(before);
        match after.split_once("-->") {
            Some((_, after)) => rest = after,
            // One that never ends is none.
            None => {
                kept.push_str("<!--");
                rest = after;
            }
        }
    }
    kept.push_str(rest);
    kept
}

/// What stands behind the keys and values between two lines of hyphens at the beginning.
fn front_matter(text: &str) -> Option<&str> {
    let inside = text.trim_start_matches('\n').strip_prefix("---\n")?;
    let (keys, rest) = inside.split_once("\n---\n")?;
    keys.lines().all(|line| line.contains(':') || line.starts_with([' ', '-', '#'])).then_some(rest)
}

fn is_fence(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

fn without_quote_marks(line: &str) -> &str {
    let mut rest = line;
    while let Some(inner) = rest.trim_start().strip_prefix('>') {
        rest = inner.strip_prefix(' ').unwrap_or(inner);
    }
    rest
}

fn heading(line: &str) -> Option<&str> {
    let words = line.trim_start_matches('#');
    let level = line.len() - words.len();
    if !(1..=6).contains(&level) || !words.starts_with([' ', '\t']) {
        return None;
    }
    let words = words.trim();
    let without_end = words.trim_end_matches('#');
    Some(if without_end.ends_with(' ') || without_end.is_empty() { without_end.trim() } else { words })
}

/// The line below a heading.
fn is_underline(line: &str) -> bool {
    line.chars().all(|c| c == '=') || line.len() > 1 && line.chars().all(|c| c == '-')
}

fn is_rule(line: &str) -> bool {
    let marks: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    marks.len() > 2 && ['-', '*', '_'].iter().any(|mark| marks.chars().all(|c| c == *mark))
}

/// The address of a link that stands elsewhere: `[name]: https://…`.
fn is_definition(line: &str) -> bool {
    line.strip_prefix('[').and_then(|rest| rest.split_once("]:")).is_some_and(|(name, address)| {
        !name.contains(']') && !address.trim().is_empty() && !address.trim().contains(' ')
    })
}

fn is_row_of_dashes(line: &str) -> bool {
    line.contains('|') && line.contains('-') && line.chars().all(|c| "|-: ".contains(c))
}

fn table_row(line: &str) -> Option<String> {
    let inside = line.strip_prefix('|')?.strip_suffix('|')?;
    Some(inside.split('|').map(str::trim).collect::<Vec<_>>().join("\t"))
}

/// A line without its bullet, and whether it begins an item of a list; numbers are words and stay.
fn without_bullet(line: &str) -> (&str, bool) {
    let trimmed = line.trim_start();
    if let Some(item) = ["- ", "* ", "+ "].iter().find_map(|bullet| trimmed.strip_prefix(bullet)) {
        let item = ["[ ] ", "[x] ", "[X] "].iter().find_map(|tick| item.strip_prefix(tick)).unwrap_or(item);
        return (item, true);
    }
    let number = trimmed.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = trimmed.len() - number.len();
    (line, (1..=9).contains(&digits) && (number.starts_with(". ") || number.starts_with(") ")))
}

/// How deep links may stand in links; none need to.
const NESTED: usize = 4;
/// How many letters the words of a link may have.
const LONG: usize = 2_000;
/// Among how many marks the other end of emphasis is looked for.
const FAR: usize = 64;

/// Words without what is said of their looks.
fn inline(text: &str, nested: usize, read: &mut Read) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let passed = match c {
            '\\' => after.chars().next().filter(char::is_ascii_punctuation).map(|letter| {
                out.push(letter);
                letter.len_utf8()
            }),
            '!' => after.strip_prefix('[').and_then(link).map(|(_, length)| {
                read.pictures += 1;
                length + 1
            }),
            '[' if after.starts_with('^') => after.find(']').map(|end| end + 1),
            '[' if nested > 0 => link(after).map(|(words, length)| {
                out.push_str(&inline(words, nested - 1, read));
                length
            }),
            '<' => tag(after).map(|(put, length)| {
                out.push_str(put);
                length
            }),
            '&' => entity(after).map(|(letter, length)| {
                out.push(letter);
                length
            }),
            '`' => Some(0),
            '*' | '_' | '~' if is_emphasis(c, out.chars().next_back(), after, &mut open) => {
                Some(after.len() - after.trim_start_matches(c).len())
            }
            _ => None,
        };
        if passed.is_none() {
            out.push(c);
        }
        rest = after.get(passed.unwrap_or(0)..).unwrap_or_default();
    }
    out
}

/// The words of a link and how many bytes it takes, from behind its bracket: `words](address)`, `words][name]`.
fn link(after: &str) -> Option<(&str, usize)> {
    let (mut depth, mut end) = (0, None);
    for (at, c) in after.char_indices().take(LONG) {
        match c {
            '[' => depth += 1,
            ']' if depth == 0 => {
                end = Some(at);
                break;
            }
            ']' => depth -= 1,
            _ => {}
        }
    }
    let end = end?;
    let (words, rest) = (after.get(..end)?, after.get(end + 1..)?);
    let (open, close) = if rest.starts_with('(') { ('(', ')') } else { ('[', ']') };
    let inside = rest.strip_prefix(open)?;
    let mut depth = 0;
    let closing = inside.char_indices().find(|(_, c)| {
        depth += i32::from(*c == open) - i32::from(*c == close);
        depth < 0
    });
    let (address, _) = closing?;
    Some((words, words.len() + address + 3))
}

/// What stands for a tag of html, or for an address in angle brackets, and how many bytes it takes.
fn tag(after: &str) -> Option<(&str, usize)> {
    let (inside, _) = after.split_once('>')?;
    let length = inside.len() + 1;
    let is_address = inside.starts_with("http://") || inside.starts_with("https://");
    if is_address || inside.contains('@') && !inside.contains(char::is_whitespace) {
        return Some((inside, length));
    }
    let name = inside.trim_start_matches('/');
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic()) && !inside.contains('<');
    let is_break = name.get(..2).is_some_and(|name| name.eq_ignore_ascii_case("br"));
    is_tag.then_some((if is_break { "\n" } else { "" }, length))
}

/// The letter that a name between `&` and `;` stands for, and how many bytes it takes.
fn entity(after: &str) -> Option<(char, usize)> {
    let (name, _) = after.split_once(';').filter(|(name, _)| name.len() < 10)?;
    let written = name.len();
    let letter = match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{a0}',
        name => {
            let number = name.strip_prefix('#')?;
            let hex = number.strip_prefix(['x', 'X']).map(|digits| u32::from_str_radix(digits, 16).ok());
            char::from_u32(hex.unwrap_or_else(|| number.parse().ok())?)?
        }
    };
    Some((letter, written + 1))
}

/// Whether a mark says how words look: it begins or ends a stretch of them, and the other end is there. An underscore
/// inside a word is a letter, and a single wave a sign for about.
fn is_emphasis(mark: char, before: Option<char>, after: &str, open: &mut Vec<char>) -> bool {
    let rest = after.trim_start_matches(mark);
    let next = rest.chars().next();
    let is_gap = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    if mark == '~' && rest.len() == after.len() || mark == '_' && is_letter(before) && is_letter(next) {
        return false;
    }
    if let Some(at) = open.iter().rposition(|open| *open == mark).filter(|_| !is_gap(before)) {
        open.truncate(at);
        return true;
    }
    let mut others = rest.match_indices(mark).take(FAR);
    let has_end =
        others.any(|(at, _)| rest.get(..at).is_some_and(|inside| !is_gap(inside.chars().next_back())));
    if has_end && !is_gap(next) {
        open.push(mark);
        return true;
    }
    false
}
