//! Word's files: a zip with `word/document.xml`, of which the paragraphs become paragraphs, and those with a style or level
//! of headings headings. What was deleted while changes were tracked is left out, footnotes are left out and counted.
//! Tables give one paragraph a paragraph; pictures, fields and comments give none.

use super::paragraph::Paragraph;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashMap;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;

#[derive(Debug, Default)]
pub struct Read {
    pub paragraphs: Vec<Paragraph>,
    footnotes: usize,
    /// Whether changes were tracked, and some words were deleted.
    has_deletions: bool,
}

/// Bytes of a part of the file; more than any text that a corpus may hold.
const LARGEST: u64 = 128 << 20;
const BROKEN: &str = "is a broken Word file; open it and save it anew";

impl Read {
    pub fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        match self.footnotes {
            0 => {}
            1 => notes.push("had 1 footnote, which was left out".to_owned()),
            count => notes.push(format!("had {count} footnotes, which were left out")),
        }
        if self.has_deletions {
            notes.push(
                "tracked its changes: what they delete was left out, what they insert stays".to_owned(),
            );
        }
        notes
    }
}

/// The text of a file; or why there is none, as the end of a sentence about it.
pub fn read(bytes: &[u8]) -> Result<Read, String> {
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        let said = "is a file of an older Word, or one with a password; save it as .docx without one";
        return Err(said.to_owned());
    }
    let mut archive =
        ZipArchive::new(Cursor::new(bytes)).map_err(|_| "is no Word file (.docx)".to_owned())?;
    let document = part(&mut archive, "word/document.xml")?;
    let document = document.ok_or("is no Word file: it has no word/document.xml")?;
    let headings = match part(&mut archive, "word/styles.xml")? {
        Some(styles) => heading_styles(&styles).ok_or(BROKEN)?,
        None => HashMap::new(),
    };
    let mut body = Body { headings, ..Body::default() };
    body.read(&document).ok_or(BROKEN)?;
    Ok(body.read)
}

fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, String> {
    if archive.index_for_name(name).is_none() {
        return Ok(None);
    }
    let file = archive.by_name(name).map_err(|problem| format!("cannot be unpacked: {problem}"))?;
    let mut bytes = Vec::new();
    let read = file.take(LARGEST + 1).read_to_end(&mut bytes);
    read.map_err(|problem| format!("cannot be unpacked: {problem}"))?;
    if bytes.len() as u64 > LARGEST {
        return Err("is too large; split it".to_owned());
    }
    let text = String::from_utf8(bytes).map_err(|_| BROKEN.to_owned())?;
    Ok(Some(text.trim_start_matches('\u{feff}').to_owned()))
}

/// For each style whether it is one of headings, by its name, its level, or the style that it is based on.
fn heading_styles(xml: &str) -> Option<HashMap<String, bool>> {
    let mut reader = Reader::from_str(xml);
    let mut based_on: HashMap<String, String> = HashMap::new();
    let mut own: HashMap<String, bool> = HashMap::new();
    let mut style = String::new();
    loop {
        match reader.read_event().ok()? {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) => match tag.local_name().as_ref() {
                "style" => style = attribute(&tag, "w:styleId").unwrap_or_default(),
                "name" => {
                    let name = attribute(&tag, "w:val").unwrap_or_default().to_lowercase();
                    let is_heading = name.starts_with("heading ") || name == "title" || name == "subtitle";
                    *own.entry(style.clone()).or_default() |= is_heading;
                }
                "outlineLvl" => {
                    *own.entry(style.clone()).or_default() |= is_heading_level(&tag);
                }
                "basedOn" => {
                    based_on.insert(style.clone(), attribute(&tag, "w:val").unwrap_or_default());
                }
                _ => {}
            },
            _ => {}
        }
    }
    let is_heading = |style: &String| {
        // A chain of styles is no longer than there are styles, even if it leads round.
        let chain = std::iter::successors(Some(style), |style| based_on.get(*style)).take(own.len());
        chain.into_iter().any(|style| own.get(style).copied().unwrap_or(false))
    };
    Some(own.keys().map(|style| (style.clone(), is_heading(style))).collect())
}

/// Levels from 0 to 8; 9 stands for the body of a text.
fn is_heading_level(tag: &BytesStart) -> bool {
    attribute(tag, "w:val").and_then(|level| level.parse::<u8>().ok()).is_some_and(|level| level < 9)
}

fn attribute(tag: &BytesStart, name: &str) -> Option<String> {
    let attribute = tag.try_get_attribute(name).ok()??;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

/// The body of a document while it is read.
#[derive(Default)]
struct Body {
    headings: HashMap<String, bool>,
    read: Read,
    /// Paragraphs that are open: a text box stands inside another paragraph.
    open: Vec<Draft>,
    /// Elements that are open whose words are not of the text.
    hidden: usize,
    /// Whether the words of an element are being read.
    is_in_text: bool,
    /// The mark of the last paragraph was deleted: the next one goes on with it.
    joined: Option<Draft>,
}

#[derive(Default)]
struct Draft {
    words: String,
    is_heading: bool,
    is_joined: bool,
    /// Whether its properties are being read.
    is_in_properties: bool,
}

impl Body {
    fn read(&mut self, xml: &str) -> Option<()> {
        let mut reader = Reader::from_str(xml);
        loop {
            match reader.read_event().ok()? {
                Event::Eof => break,
                Event::Start(tag) if is_hidden(tag.local_name().as_ref()) => {
                    self.read.has_deletions |= is_deletion(tag.local_name().as_ref());
                    self.hidden += 1;
                }
                Event::End(tag) if is_hidden(tag.local_name().as_ref()) => {
                    self.hidden = self.hidden.saturating_sub(1);
                }
                _ if self.hidden > 0 => {}
                Event::Start(tag) => self.start(&tag),
                Event::Empty(tag) => {
                    self.start(&tag);
                    self.end(tag.local_name().as_ref());
                }
                Event::End(tag) => self.end(tag.local_name().as_ref()),
                Event::Text(text) if self.is_in_text => self.push(&text.xml_content(XmlVersion::Implicit1_0)),
                Event::CData(text) if self.is_in_text => {
                    self.push(&text.xml_content(XmlVersion::Implicit1_0))
                }
                Event::GeneralRef(name) if self.is_in_text => self.push(&resolved(&name)?),
                _ => {}
            }
        }
        self.read.paragraphs.extend(self.joined.take().and_then(Draft::finished));
        self.open.is_empty().then_some(())
    }

    fn start(&mut self, tag: &BytesStart) {
        match tag.local_name().as_ref() {
            "p" => {
                let before = if self.open.is_empty() { self.joined.take() } else { None };
                self.open.push(Draft { is_joined: false, ..before.unwrap_or_default() });
            }
            "t" => self.is_in_text = true,
            // Tab stops are called as tabs are.
            "tab" if !self.is_in_properties() => self.push("\t"),
            "br" if attribute(tag, "w:type").is_none_or(|kind| kind == "textWrapping") => self.push("\n"),
            "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("\u{2011}"),
            "footnoteReference" | "endnoteReference" => self.read.footnotes += 1,
            name => {
                let style = attribute(tag, "w:val").filter(|_| name == "pStyle");
                let is_heading =
                    style.is_some_and(|style| self.headings.get(&style).copied().unwrap_or(false));
                let Some(draft) = self.open.last_mut() else { return };
                draft.is_in_properties |= name == "pPr";
                draft.is_heading |= is_heading || name == "outlineLvl" && is_heading_level(tag);
            }
        }
    }

    fn end(&mut self, name: &str) {
        match name {
            "p" => {
                let Some(draft) = self.open.pop() else { return };
                if draft.is_joined {
                    self.joined = Some(draft);
                } else {
                    self.read.paragraphs.extend(draft.finished());
                }
            }
            "t" => self.is_in_text = false,
            "pPr" => {
                if let Some(draft) = self.open.last_mut() {
                    draft.is_in_properties = false;
                }
            }
            // An element without words that deletes is the deletion of a paragraph's mark.
            "del" | "moveFrom" => {
                if let Some(draft) = self.open.last_mut().filter(|draft| draft.is_in_properties) {
                    draft.is_joined = true;
                    self.read.has_deletions = true;
                }
            }
            _ => {}
        }
    }

    fn is_in_properties(&self) -> bool {
        self.open.last().is_some_and(|draft| draft.is_in_properties)
    }

    fn push(&mut self, words: &str) {
        if let Some(draft) = self.open.last_mut() {
            draft.words.push_str(words);
        }
    }
}

impl Draft {
    fn finished(self) -> Option<Paragraph> {
        Paragraph::new(&self.words, self.is_heading)
    }
}

/// Deleted words, looks that were changed, and what stands twice for older programs.
fn is_hidden(element: &str) -> bool {
    is_deletion(element) || matches!(element, "pPrChange" | "rPrChange" | "Fallback")
}

fn is_deletion(element: &str) -> bool {
    matches!(element, "del" | "moveFrom")
}

/// The letter of `&amp;` or `&#8212;`; `None` where nobody knows it.
fn resolved(name: &BytesRef) -> Option<String> {
    if let Some(letter) = name.resolve_char_ref().ok()? {
        return Some(letter.to_string());
    }
    resolve_predefined_entity(name).map(str::to_owned)
}
