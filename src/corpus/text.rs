//! A document's words exactly as they were published, and places in them. Offsets are Unicode code
//! points everywhere outside this file; bytes are an affair of this file alone.

use super::search::Places;
use unicode_segmentation::GraphemeCursor;

/// A text that knows where its code points begin.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    words: String,
    /// Byte offset of every `STRIDE`th code point, so that a place is found without walking it all.
    marks: Vec<u32>,
    length: u32,
}

/// Half-open range of code points, inside its text and not empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    start: u32,
    end: u32,
}

const STRIDE: usize = 64;

impl Text {
    pub fn new(words: String) -> Text {
        let mut marks = Vec::with_capacity(words.len() / STRIDE + 1);
        let mut length = 0;
        for (at, _) in words.char_indices() {
            if (length as usize).is_multiple_of(STRIDE) {
                marks.push(at as u32);
            }
            length += 1;
        }
        Text { words, marks, length }
    }

    pub fn as_str(&self) -> &str {
        &self.words
    }

    /// Length in code points.
    pub fn len(&self) -> u32 {
        self.length
    }

    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// The span from code point `start` to `end`, or `None` when it is empty or out of range.
    pub fn span(&self, start: u32, end: u32) -> Option<Span> {
        (start < end && end <= self.length).then_some(Span { start, end })
    }

    /// The smallest span of whole characters, as a person sees them, that holds the code points from `start` to `end`;
    /// `None` when there are none.
    pub fn whole_characters(&self, start: u32, end: u32) -> Option<Span> {
        let span = self.span(start, end)?;
        let (mut from, mut to) = (self.byte_at(span.start), self.byte_at(span.end));
        let mut cursor = GraphemeCursor::new(from, self.words.len(), true);
        if !cursor.is_boundary(&self.words, 0).unwrap_or(true) {
            from = cursor.prev_boundary(&self.words, 0).ok().flatten().unwrap_or(0);
        }
        cursor.set_cursor(to);
        if !cursor.is_boundary(&self.words, 0).unwrap_or(true) {
            to = cursor.next_boundary(&self.words, 0).ok().flatten().unwrap_or(self.words.len());
        }
        self.span(self.point_at(from), self.point_at(to))
    }

    /// The words at `span`; empty when the span is of another, shorter text.
    pub fn get(&self, span: Span) -> &str {
        let bytes = self.byte_at(span.start)..self.byte_at(span.end);
        self.words.get(bytes).unwrap_or_default()
    }

    /// The text before and after a span.
    pub fn around(&self, span: Span) -> (&str, &str) {
        let before = self.words.get(..self.byte_at(span.start)).unwrap_or_default();
        (before, self.words.get(self.byte_at(span.end)..).unwrap_or_default())
    }

    /// Every place where `words` occur, overlapping ones included, in reading order.
    pub fn find<'a>(&'a self, words: &'a str) -> impl Iterator<Item = Span> + 'a {
        let width = words.chars().count() as u32;
        Places::of(words, &self.words).filter_map(move |at| {
            let start = self.point_at(at);
            self.span(start, start + width)
        })
    }

    /// The span of words that begin at a byte.
    pub(super) fn span_at(&self, byte: usize, words: &str) -> Option<Span> {
        let start = self.point_at(byte);
        self.span(start, start + words.chars().count() as u32)
    }

    /// Byte offset of code point `point`; the end of the text when there is no such point.
    fn byte_at(&self, point: u32) -> usize {
        let Some(mark) = self.marks.get(point as usize / STRIDE) else { return self.words.len() };
        let rest = self.words.get(*mark as usize..).unwrap_or_default();
        rest.char_indices()
            .nth(point as usize % STRIDE)
            .map_or(self.words.len(), |(at, _)| *mark as usize + at)
    }

    fn point_at(&self, byte: usize) -> u32 {
        let row = self.marks.partition_point(|mark| *mark as usize <= byte).saturating_sub(1);
        let mark = self.marks.get(row).map_or(0, |mark| *mark as usize);
        let between = self.words.get(mark..byte).unwrap_or_default();
        (row * STRIDE + between.chars().count()) as u32
    }
}

impl Span {
    /// A span of a corpus that was checked before.
    pub(super) fn kept(start: u32, length: u32) -> Span {
        Span { start, end: start.saturating_add(length) }
    }

    pub fn start(self) -> u32 {
        self.start
    }

    pub fn end(self) -> u32 {
        self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether it lies in one of several in reading order, those that touch counting as one.
    pub fn lies_in(self, spans: impl IntoIterator<Item = Span>) -> bool {
        let mut reached = self.start;
        for span in spans {
            if span.start <= reached && reached < span.end {
                reached = span.end;
            }
        }
        reached >= self.end
    }
}
