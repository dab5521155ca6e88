//! Bytes become letters: UTF-8, UTF-16 with its mark, and Windows-1252, in which older programs save. Nothing is
//! replaced by a question mark: what is none of these is refused.

use std::fmt;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    Utf8,
    Utf16,
    Windows1252,
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Encoding::Utf8 => "UTF-8",
            Encoding::Utf16 => "UTF-16",
            Encoding::Windows1252 => "Windows-1252",
        })
    }
}

/// What Windows-1252 has from 0x80 to 0x9f; elsewhere a byte is the code point of its letter.
const FROM_80: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// The letters of a file, and how they were written; or why it is no text, as the end of a sentence about it.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), String> {
    if let Some(format) = other_format(bytes) {
        return Err(format!("is {format}"));
    }
    match bytes {
        [0xef, 0xbb, 0xbf, rest @ ..] => {
            let text = std::str::from_utf8(rest).map_err(|broken| {
                format!(
                    "is marked as UTF-8 and is none from byte {} on; save it anew",
                    broken.valid_up_to() + 4
                )
            })?;
            Ok((text.to_owned(), Encoding::Utf8))
        }
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if bytes.contains(&0) => {
            Err("holds zero bytes, as no text does; save it as plain text in UTF-8".to_owned())
        }
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => Ok((text.to_owned(), Encoding::Utf8)),
            Err(_) => windows_1252(bytes),
        },
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<(String, Encoding), String> {
    let pairs = bytes.chunks(2).map(|pair| match pair {
        [a, b] => Some(unit([*a, *b])),
        _ => None,
    });
    let units: Option<Vec<u16>> = pairs.collect();
    let text = units.and_then(|units| String::from_utf16(&units).ok());
    let text = text.ok_or("is marked as UTF-16 and is broken; save it anew, best as UTF-8")?;
    Ok((text, Encoding::Utf16))
}

fn windows_1252(bytes: &[u8]) -> Result<(String, Encoding), String> {
    let letter = |byte: &u8| match byte {
        0x80..=0x9f => FROM_80.get(usize::from(byte - 0x80)).copied().flatten(),
        0..=8 | 0x0e..=0x1f | 0x7f => None,
        byte => Some(char::from(*byte)),
    };
    let text: Option<String> = bytes.iter().map(letter).collect();
    let text = text.ok_or("is neither UTF-8 nor Windows-1252; save it as plain text in UTF-8")?;
    Ok((text, Encoding::Windows1252))
}

/// What a file is that is no text, by its first bytes, with what to do.
fn other_format(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => {
            Some("a compressed file, as of Word, Excel or LibreOffice; save it as text (a table as CSV)")
        }
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Some(
            "a file of older Word or Excel, or one with a password; save it without one as .docx (a table as CSV)",
        ),
        [b'%', b'P', b'D', b'F', ..] => Some("a PDF; copy its text into a text file"),
        [b'{', b'\\', b'r', b't', b'f', ..] => Some("RTF; save it as .docx or as plain text"),
        [0x1f, 0x8b, ..] => Some("compressed (gzip); unpack it first"),
        _ => None,
    }
}

/// With `\n` at the end of each line, whatever stood there.
pub fn with_line_feeds(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}
