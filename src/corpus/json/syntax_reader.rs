//! Where a file stops being JSON, and what a person would change there. serde_json decides whether a file is JSON; this
//! reads it again, only to explain.

use super::syntax::{OpenDelimiter, SyntaxError};

/// Where reading stopped, why, and what stood around it.
pub struct Broken {
    pub at: usize,
    /// `None` where the file ended.
    pub syntax: Option<SyntaxError>,
    pub open: Option<OpenDelimiter>,
    /// JSON path, as `statements[6].spans`.
    pub path: String,
    /// The list in which the row stands, and the row's id, where it came before.
    pub row: Option<(String, String)>,
}

/// The first place at which a file is no JSON; `None` where nothing was found.
pub fn explain(file: &str) -> Option<Broken> {
    let mut reader = Reader { file, at: 0, open: Vec::new(), text: None, comma: None };
    let syntax = match reader.read() {
        Ok(()) => return None,
        Err(Stop::Invalid(syntax)) => Some(syntax),
        Err(Stop::End) => None,
    };
    let line = |at: usize| file.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1;
    let open = match (&syntax, &reader.text, reader.open.last()) {
        (None, Some((start, end)), _) if *end == *start => {
            Some(OpenDelimiter { delimiter: '"', line: line(*start) })
        }
        (.., Some(level)) => Some(OpenDelimiter { delimiter: level.delimiter(), line: line(level.at) }),
        _ => None,
    };
    Some(Broken { at: reader.at, syntax, open, path: reader.path(), row: reader.row() })
}

/// Why reading stopped.
enum Stop {
    Invalid(SyntaxError),
    End,
}

type Step<T> = Result<T, Stop>;

/// A list or object that is not closed yet.
struct Level {
    at: usize,
    is_list: bool,
    /// The last key, with its marks; its beginning is its end where there is none.
    key: (usize, usize),
    /// How many values came before.
    index: usize,
    /// The value of `id`, with its marks.
    id: Option<(usize, usize)>,
}

impl Level {
    fn delimiter(&self) -> char {
        if self.is_list { '[' } else { '{' }
    }
}

struct Reader<'a> {
    file: &'a str,
    at: usize,
    open: Vec<Level>,
    /// Where the last text begins and ends, marks included, as long as nothing but a comma came behind it. One that is
    /// not closed ends where it begins.
    text: Option<(usize, usize)>,
    /// The comma after which something is expected.
    comma: Option<usize>,
}

impl Reader<'_> {
    fn read(&mut self) -> Step<()> {
        loop {
            self.before_value()?;
            while self.after_value()? {}
            if self.open.is_empty() {
                return Ok(());
            }
        }
    }

    /// Passes brackets, keys and colons up to the end of a value.
    fn before_value(&mut self) -> Step<()> {
        loop {
            if self.open.last().is_some_and(|level| !level.is_list) {
                if self.peek()? == '}' {
                    return self.close_empty();
                }
                self.key()?;
            } else if !self.open.is_empty() && self.peek()? == ']' {
                return self.close_empty();
            }
            match self.peek()? {
                mark @ ('{' | '[') => {
                    self.text = None;
                    self.comma = None;
                    self.open.push(Level {
                        at: self.at,
                        is_list: mark == '[',
                        key: (0, 0),
                        index: 0,
                        id: None,
                    });
                    self.at += 1;
                }
                _ => return self.scalar(),
            }
        }
    }

    /// A bracket that closes where a value or key could stand: right if nothing stands before it.
    fn close_empty(&mut self) -> Step<()> {
        if let Some(comma) = self.comma {
            self.at = comma;
            if let Some(level) = self.open.last_mut() {
                level.index = level.index.saturating_sub(1);
            }
            return Err(Stop::Invalid(SyntaxError::CommaBeforeBracket));
        }
        self.open.pop();
        self.at += 1;
        self.text = None;
        Ok(())
    }

    fn key(&mut self) -> Step<()> {
        let c = self.peek()?;
        let at = self.at;
        if c != '"' {
            let syntax = match c {
                ',' => SyntaxError::CommaTooMany,
                _ if self.goes_on(false) => SyntaxError::UnescapedQuote,
                ']' => self.mismatch(c),
                '/' | '#' => SyntaxError::Comment,
                _ if c.is_whitespace() || c.is_control() => SyntaxError::Unexpected(c),
                _ => SyntaxError::UnquotedKey,
            };
            let is_before = matches!(syntax, SyntaxError::CommaTooMany | SyntaxError::UnescapedQuote);
            if let Some(level) = self.open.last_mut().filter(|_| !is_before) {
                level.key = (0, 0);
            }
            return Err(Stop::Invalid(syntax));
        }
        let text = self.string()?;
        if let Some(level) = self.open.last_mut() {
            level.key = text;
        }
        self.comma = None;
        match self.peek()? {
            ':' => self.at += 1,
            ',' | '}' => return Err(Stop::Invalid(SyntaxError::ValueMissing)),
            _ => {
                self.at = at;
                return Err(Stop::Invalid(SyntaxError::ColonMissing));
            }
        }
        self.text = None;
        Ok(())
    }

    fn scalar(&mut self) -> Step<()> {
        let c = self.peek()?;
        let is_first = self.open.is_empty();
        let is_listed = self.open.last().is_some_and(|level| level.is_list);
        let syntax = match c {
            '"' => {
                let text = self.string()?;
                let is_id = self.open.last().is_some_and(|level| self.raw(level.key) == "id");
                if let Some(level) = self.open.last_mut().filter(|_| is_id) {
                    level.id = Some(text);
                }
                self.comma = None;
                return Ok(());
            }
            _ if c.is_alphanumeric() || "+-._".contains(c) => return self.token(),
            ',' if is_listed => SyntaxError::CommaTooMany,
            ',' | '}' | ']' if !is_listed && !is_first => SyntaxError::ValueMissing,
            ']' | '}' if is_first => SyntaxError::BracketTooMany,
            ']' | '}' => self.mismatch(c),
            '/' | '#' => SyntaxError::Comment,
            _ if is_first => SyntaxError::NotAnObject,
            '\'' | '’' | '‘' | '“' | '”' | '„' | '«' | '»' | '`' => SyntaxError::UnquotedString,
            _ => SyntaxError::Unexpected(c),
        };
        Err(Stop::Invalid(syntax))
    }

    /// A number or a word.
    fn token(&mut self) -> Step<()> {
        let rest = self.file.get(self.at..).unwrap_or_default();
        let end = rest.find(|c: char| !c.is_alphanumeric() && !"+-._".contains(c)).unwrap_or(rest.len());
        let token = rest.get(..end).unwrap_or_default();
        let is_number = token.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
        if !(is_number && is_json_number(token) || matches!(token, "true" | "false" | "null")) {
            // What may still become right is cut off.
            if end == rest.len() && begins_well(token) {
                self.at = self.file.len();
                return Err(Stop::End);
            }
            let shown: String = token.chars().take(20).collect();
            return Err(Stop::Invalid(match is_number {
                _ if self.goes_on(true) => SyntaxError::UnescapedQuote,
                _ if self.open.is_empty() => SyntaxError::NotAnObject,
                true => SyntaxError::InvalidNumber(shown),
                false => SyntaxError::UnknownLiteral(shown),
            }));
        }
        self.at += end;
        (self.text, self.comma) = (None, None);
        Ok(())
    }

    /// Passes a comma or a closing bracket; whether the list or object around has ended with it.
    fn after_value(&mut self) -> Step<bool> {
        if self.open.is_empty() {
            self.space();
            let rest = self.file.get(self.at..).unwrap_or_default();
            return match rest.chars().next() {
                None => Ok(false),
                Some(']' | '}') => Err(Stop::Invalid(SyntaxError::BracketTooMany)),
                Some('/' | '#') => Err(Stop::Invalid(SyntaxError::Comment)),
                Some(_) => Err(Stop::Invalid(SyntaxError::TrailingContent)),
            };
        }
        let is_list = self.open.last().is_some_and(|level| level.is_list);
        match self.peek()? {
            ',' => {
                if let Some(level) = self.open.last_mut() {
                    level.index += 1;
                }
                self.comma = Some(self.at);
                self.at += 1;
                Ok(false)
            }
            ']' if is_list => self.closed(),
            '}' if !is_list => self.closed(),
            c @ (']' | '}') => Err(Stop::Invalid(self.mismatch(c))),
            c => {
                let syntax = self.between(c, is_list);
                if let Some(level) = self.open.last_mut().filter(|_| syntax == SyntaxError::CommaMissing) {
                    // What comes next has nothing to do with the value before.
                    (level.key, level.index) = ((0, 0), level.index + 1);
                }
                Err(Stop::Invalid(syntax))
            }
        }
    }

    fn closed(&mut self) -> Step<bool> {
        self.open.pop();
        self.at += 1;
        self.text = None;
        Ok(true)
    }

    /// Why neither a comma nor a bracket follows a value.
    fn between(&mut self, c: char, is_list: bool) -> SyntaxError {
        let is_text = self.text.is_some_and(|(start, end)| start < end);
        let is_close = self.text.is_some_and(|(_, end)| end == self.at);
        let rest = self.file.get(self.at..).unwrap_or_default();
        let is_literal = ["true", "false", "null"].iter().any(|word| rest.starts_with(word));
        match c {
            ':' if is_text && is_list => SyntaxError::KeyInArray,
            '/' | '#' if !is_close => SyntaxError::Comment,
            ';' if rest.lines().next().is_some_and(|line| line.trim_end().len() == 1) => {
                SyntaxError::Unexpected(c)
            }
            _ if is_text && (is_close || c.is_alphabetic() && !is_literal) => {
                self.at = self.text.map_or(self.at, |(_, end)| end.saturating_sub(1));
                SyntaxError::UnescapedQuote
            }
            '"' | '{' | '[' | '-' | '0'..='9' => SyntaxError::CommaMissing,
            _ if is_literal => SyntaxError::CommaMissing,
            _ => SyntaxError::Unexpected(c),
        }
    }

    /// Whether words behind a text and a comma are still that text, which then ended too early: `"No", she said`.
    fn goes_on(&mut self, is_value: bool) -> bool {
        let Some((_, end)) = self.text.filter(|(start, end)| start < end) else { return false };
        let Some(comma) = self.comma.filter(|comma| *comma == end) else { return false };
        let between = self.file.get(comma..self.at).unwrap_or_default();
        let rest = self.file.get(self.at..).unwrap_or_default();
        let word = rest.trim_start_matches(|c: char| c.is_alphanumeric() || "_-'’".contains(c));
        let stops = if is_value { &[',', ']', '\n'][..] } else { &[':', '\n'][..] };
        let is_word = word.len() < rest.len() && !word.trim_start_matches([' ', '\t']).starts_with(stops);
        if between.contains('\n') || !is_word {
            return false;
        }
        self.at = end.saturating_sub(1);
        true
    }

    /// A text in its marks: where it begins and ends.
    fn string(&mut self) -> Step<(usize, usize)> {
        let start = self.at;
        self.text = Some((start, start));
        self.at += 1;
        loop {
            let rest = self.file.get(self.at..).unwrap_or_default();
            let Some(stop) = rest.find(|c: char| c == '"' || c == '\\' || c < ' ') else {
                self.at = self.file.len();
                return Err(Stop::End);
            };
            self.at += stop;
            match rest.get(stop..).unwrap_or_default().chars().next() {
                Some('"') => {
                    self.at += 1;
                    self.text = Some((start, self.at));
                    return Ok((start, self.at));
                }
                Some('\\') => self.escape()?,
                Some(c) => return Err(Stop::Invalid(self.control(c))),
                None => return Err(Stop::End),
            }
        }
    }

    fn escape(&mut self) -> Step<()> {
        let rest = self.file.get(self.at + 1..).unwrap_or_default();
        let Some(c) = rest.chars().next() else {
            self.at = self.file.len();
            return Err(Stop::End);
        };
        if c == 'u' {
            let digits = rest.get(1..).unwrap_or_default();
            let known = digits.bytes().take(4).take_while(u8::is_ascii_hexdigit).count();
            if known < 4 && known == digits.len() {
                self.at = self.file.len();
                return Err(Stop::End);
            }
            if known < 4 {
                return Err(Stop::Invalid(SyntaxError::InvalidUnicodeEscape));
            }
            self.at += 6;
            return Ok(());
        }
        if !"\"\\/bfnrt".contains(c) {
            let shown = if c.is_control() { ' ' } else { c };
            return Err(Stop::Invalid(SyntaxError::InvalidEscape(format!("\\{shown}"))));
        }
        self.at += 2;
        Ok(())
    }

    fn control(&self, c: char) -> SyntaxError {
        if c != '\n' && c != '\r' {
            return SyntaxError::ControlCharacter(c);
        }
        let rest = self.file.get(self.at..).unwrap_or_default();
        let next = rest.strip_prefix('\r').unwrap_or(rest);
        let next = next.strip_prefix('\n').unwrap_or(next).trim_start_matches([' ', '\t']);
        if next.starts_with(['"', '}', ']']) {
            SyntaxError::UnclosedString
        } else {
            SyntaxError::LineBreakInString
        }
    }

    fn mismatch(&self, found: char) -> SyntaxError {
        let Some(level) = self.open.last() else { return SyntaxError::BracketTooMany };
        let before = self.file.bytes().take(level.at);
        let line = before.filter(|byte| *byte == b'\n').count() + 1;
        SyntaxError::Mismatch { found, open: OpenDelimiter { delimiter: level.delimiter(), line } }
    }

    fn space(&mut self) {
        let rest = self.file.get(self.at..).unwrap_or_default();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Step<char> {
        self.space();
        self.file.get(self.at..).and_then(|rest| rest.chars().next()).ok_or(Stop::End)
    }

    /// What stands between the marks of a key or id.
    fn raw(&self, (start, end): (usize, usize)) -> &str {
        self.file.get(start + 1..end.saturating_sub(1)).unwrap_or_default()
    }

    fn path(&self) -> String {
        let mut path = String::new();
        for level in &self.open {
            let key = self.raw(level.key);
            match level.is_list {
                true => path.push_str(&format!("[{}]", level.index)),
                false if key.is_empty() || path.is_empty() => path.push_str(key),
                false => path.push_str(&format!(".{key}")),
            }
        }
        path
    }

    fn row(&self) -> Option<(String, String)> {
        let [root, list, row, ..] = self.open.as_slice() else { return None };
        (list.is_list && !root.is_list)
            .then(|| self.raw(root.key).to_owned())
            .zip(Some(self.raw(row.id?).to_owned()))
    }
}

fn is_json_number(token: &str) -> bool {
    let unsigned = token.strip_prefix('-').unwrap_or(token);
    let (number, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((number, exponent)) => (number, Some(exponent.strip_prefix(['+', '-']).unwrap_or(exponent))),
        None => (unsigned, None),
    };
    let (whole, fraction) = match number.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (number, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(digits)
}

/// Whether a token at the end of a file may be the beginning of a right one.
fn begins_well(token: &str) -> bool {
    ["true", "false", "null"].iter().any(|word| word.starts_with(token))
        || is_json_number(&format!("{token}0"))
}
