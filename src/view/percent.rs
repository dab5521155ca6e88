//! Percent-coding as links meet it: strict on writing, forgiving on reading.

/// Writes a value so that no browser, chat or mail program changes it.
pub fn encode(value: &str, out: &mut String) {
    for byte in value.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte as char),
            _ => push_byte(byte, out),
        }
    }
}

/// Characters that programs eat from, or add to, the end of a link.
pub const TRAILING: [char; 18] =
    ['.', ',', ';', ':', '!', '?', '\'', '"', ')', ']', '}', '>', '*', '_', '~', '…', '”', '’'];

/// Encodes the last character where a program might take it for punctuation.
pub fn seal(link: &mut String) {
    if let Some(last @ ('.' | '_' | '~')) = link.chars().next_back() {
        link.pop();
        push_byte(last as u8, link);
    }
}

fn push_byte(byte: u8, out: &mut String) {
    const DIGITS: [char; 16] =
        ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F'];
    out.push('%');
    out.extend(DIGITS.get(usize::from(byte >> 4)));
    out.extend(DIGITS.get(usize::from(byte & 15)));
}

/// Decodes once; what is no percent-code stands as it is, what is no UTF-8 becomes U+FFFD.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let code = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        match code {
            Some(byte) => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            None => {
                bytes.push(*first);
                rest = after;
            }
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|broken| String::from_utf8_lossy(broken.as_bytes()).into_owned())
}

/// Decodes a value once, `+` being a space.
pub fn decode_words(text: &str) -> String {
    decode(&text.replace('+', " "))
}

/// Decodes until nothing changes, for values that never hold a percent sign of their own.
pub fn decode_all(text: &str) -> String {
    let mut value = decode_words(text);
    while !is_stable(&value) {
        value = decode(&value);
    }
    value
}

/// Whether decoding leaves the value as it is.
pub fn is_stable(value: &str) -> bool {
    !value.contains('%') || decode(value) == value
}

fn hex(digit: u8) -> Option<u8> {
    (digit as char).to_digit(16).map(|digit| digit as u8)
}
