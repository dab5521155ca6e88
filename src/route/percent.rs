//! Percent-coding as our addresses use it. Only letters, digits and `- . _ ~` ever stand raw, because
//! browsers, chats and mail programs rewrite, cut or append almost everything else. Reading never fails:
//! a broken sequence stands for itself, bytes that are no UTF-8 become U+FFFD.

/// Appends `text`, percent-coded.
pub fn encode(text: &str, out: &mut String) {
    for byte in text.bytes() {
        if is_plain(byte) { out.push(char::from(byte)) } else { push_coded(byte, out) }
    }
}

/// The length of `text` when it is percent-coded.
pub fn escaped_len(text: &str) -> usize {
    text.bytes().map(|byte| if is_plain(byte) { 1 } else { 3 }).sum()
}

/// Codes a last character that a program which finds links in running text might leave out.
pub fn protect_end(out: &mut String) {
    let last = out.bytes().last().filter(|byte| is_plain(*byte) && !byte.is_ascii_alphanumeric());
    if let Some(byte) = last {
        out.pop();
        push_coded(byte, out);
    }
}

/// Decodes once.
pub fn decode(text: &str) -> String {
    let mut rest = text.as_bytes();
    let mut out = Vec::with_capacity(rest.len());
    while let Some((first, tail)) = rest.split_first() {
        (rest, out) = match (first, tail) {
            (b'%', [high, low, after @ ..]) if coded(*high, *low).is_some() => {
                out.extend(coded(*high, *low));
                (after, out)
            }
            _ => {
                out.push(*first);
                (tail, out)
            }
        };
    }
    lossy(out)
}

/// Decodes until nothing coded is left, in one walk. For values that never hold a `%` of their own.
pub fn decode_repeatedly(text: &str) -> String {
    let mut out = Vec::with_capacity(text.len());
    for byte in text.bytes() {
        out.push(byte);
        while let [.., b'%', high, low] = out.as_slice() {
            let Some(byte) = coded(*high, *low) else { break };
            out.truncate(out.len() - 3);
            out.push(byte);
        }
    }
    lossy(out)
}

/// An id or a token without the white space around it and the closing marks that a text put behind it.
pub fn trimmed(text: &str) -> &str {
    text.trim_start().trim_end_matches(|c: char| c.is_whitespace() || CLOSING.contains(c))
}

/// Marks that no id and no token ends in: those by which a sentence, a bracket or a quotation ends, in many scripts.
const CLOSING: &str = ",;:!?'\")]}>*`…’”“»›。、，．！？；：）］｝｡､」』】〉》〕・।॥؟،؛۔։՝།၊။።፣។៕᠃꓿";

/// Whether a character has neither shape nor width: chats and mailers put them into links.
pub fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// Whether an address can hold `text` as one value of a list and give it back.
pub fn is_value(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.contains(',')
        && trimmed(text) == text
        && !text.contains(is_unseen)
        && decode_repeatedly(text) == text
}

/// Whether a byte may stand raw inside a key or a value.
fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

fn push_coded(byte: u8, out: &mut String) {
    out.push('%');
    for digit in [byte >> 4, byte & 15] {
        out.extend(char::from_digit(u32::from(digit), 16).map(|digit| digit.to_ascii_uppercase()));
    }
}

fn coded(high: u8, low: u8) -> Option<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

fn lossy(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned())
}
