//! A document's text with its overlapping statements, as blocks of flat ordered runs: every code
//! point stands in exactly one run, and a run knows all its owners, outermost first.

use super::search::Hit;
use crate::corpus::{Corpus, Document, DocumentIx, PartRole, Span, StatementIx};
use std::iter::{Enumerate, Peekable};

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// What the block is; `None` for running prose.
    pub role: Option<PartRole>,
    pub runs: Vec<TextRun>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextRun {
    pub span: Span,
    /// Outermost first; empty for the writer's unmarked prose.
    pub owners: Vec<RunStatement>,
    /// The place that a search found here.
    pub hit: Option<RunHit>,
    pub dateline: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunHit {
    /// Its number among all places of the document, from 0.
    pub number: usize,
    /// Whether it begins here.
    pub first: bool,
    /// Whether it is a whole word.
    pub is_whole: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RunStatement {
    pub statement: StatementIx,
    /// Whether these words are the speaker's own.
    pub quoted: bool,
    /// Whether the statement begins here.
    pub first: bool,
    /// Whether the statement ends here.
    pub last: bool,
}

/// The blocks of a document, in reading order. `hits` are ordered and do not overlap. Everything is passed once, side by
/// side: a text costs what it is long, not its places times its runs.
pub fn text_blocks(corpus: &Corpus, document: DocumentIx, hits: impl IntoIterator<Item = Hit>) -> Vec<Block> {
    let pieces = Pieces::of(corpus, document);
    let doc = &corpus.documents[document];
    let parts = doc.structure.iter().map(|part| part.span);
    let mut edges: Vec<u32> =
        pieces.all.iter().map(|p| p.span).chain(parts).flat_map(|s| [s.start(), s.end()]).collect();
    edges.sort();
    edges.dedup();

    let mut edges = edges.into_iter().peekable();
    let mut sweep = Sweep { pieces: &pieces.all, next: 0, active: Vec::new() };
    let mut hits = HitSweep(hits.into_iter().enumerate().peekable());
    let datelines = doc.structure.iter().filter(|part| part.role == PartRole::Dateline);
    let mut datelines = datelines.map(|part| part.span).peekable();
    let mut blocks = Vec::new();
    for (role, span) in outline(doc) {
        let mut runs = Vec::new();
        let mut start = span.start();
        while start < span.end() {
            while edges.next_if(|edge| *edge <= start).is_some() {}
            while datelines.next_if(|dateline| dateline.end() <= start).is_some() {}
            let inner = edges.peek().copied().into_iter().chain(hits.edge_after(start));
            let end = inner.fold(span.end(), u32::min);
            let Some(piece) = doc.text.span(start, end) else { break };
            runs.push(TextRun {
                span: piece,
                owners: sweep.owners(piece),
                hit: hits.at(start),
                dateline: datelines.peek().is_some_and(|dateline| dateline.contains(piece)),
            });
            start = end;
        }
        blocks.push(Block { role, runs });
    }
    blocks
}

/// How many of the hits, which are ordered, lie in no statement's words.
pub fn hits_outside(corpus: &Corpus, document: DocumentIx, hits: &[Hit]) -> usize {
    let pieces = Pieces::of(corpus, document);
    let mut pieces = pieces.all.iter().peekable();
    let mut reached = 0;
    let is_outside = |hit: &&Hit| {
        while let Some(piece) = pieces.next_if(|piece| piece.span.start() <= hit.span.start()) {
            reached = reached.max(piece.span.end());
        }
        reached < hit.span.end()
    };
    hits.iter().filter(is_outside).count()
}

/// Whether what stands between two stretches of words is only space and quotation marks.
pub fn is_mere_punctuation(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || "“”\"‘’'«»„".contains(c))
}

/// One span of one statement.
struct Piece {
    span: Span,
    owner: RunStatement,
    /// Outer statements have smaller ranks.
    rank: (usize, std::cmp::Reverse<u32>, StatementIx),
}

struct Pieces {
    all: Vec<Piece>,
}

impl Pieces {
    fn of(corpus: &Corpus, document: DocumentIx) -> Pieces {
        let mut all = Vec::new();
        for &ix in corpus.statements_in(document) {
            let statement = &corpus.statements[ix];
            let depth = std::iter::successors(statement.parent, |p| corpus.statements[*p].parent)
                .take(corpus.statements.len())
                .count();
            let length: u32 = statement.spans.iter().map(|w| w.span.end() - w.span.start()).sum();
            let count = statement.spans.len();
            all.extend(statement.spans.iter().enumerate().map(|(i, words)| Piece {
                span: words.span,
                owner: RunStatement {
                    statement: ix,
                    quoted: words.quoted,
                    first: i == 0,
                    last: i + 1 == count,
                },
                rank: (depth, std::cmp::Reverse(length), ix),
            }));
        }
        all.sort_by_key(|piece: &Piece| (piece.span.start(), piece.rank));
        Pieces { all }
    }
}

/// Walks the pieces beside the runs, which come in the same order.
struct Sweep<'a> {
    pieces: &'a [Piece],
    next: usize,
    active: Vec<&'a Piece>,
}

impl Sweep<'_> {
    fn owners(&mut self, run: Span) -> Vec<RunStatement> {
        while let Some(piece) = self.pieces.get(self.next).filter(|p| p.span.start() <= run.start()) {
            self.active.push(piece);
            self.next += 1;
        }
        self.active.retain(|piece| piece.span.end() > run.start());
        self.active.sort_by_key(|piece| piece.rank);
        self.active
            .iter()
            .map(|piece| RunStatement {
                first: piece.owner.first && piece.span.start() == run.start(),
                last: piece.owner.last && piece.span.end() == run.end(),
                ..piece.owner
            })
            .collect()
    }
}

/// Walks the hits beside the runs.
struct HitSweep<H: Iterator>(Peekable<Enumerate<H>>);

impl<H: Iterator<Item = Hit>> HitSweep<H> {
    /// Where the next hit begins, or the one at hand ends.
    fn edge_after(&mut self, start: u32) -> Option<u32> {
        while self.0.next_if(|(_, hit)| hit.span.end() <= start).is_some() {}
        let span = self.0.peek()?.1.span;
        Some(if span.start() > start { span.start() } else { span.end() })
    }

    /// The hit in which a run that begins here lies.
    fn at(&mut self, start: u32) -> Option<RunHit> {
        let (number, hit) = self.0.peek().filter(|(_, hit)| hit.span.start() <= start)?;
        Some(RunHit { number: *number, first: hit.span.start() == start, is_whole: hit.is_whole })
    }
}

/// Paragraphs, cut where a heading, pull quote or attribution begins and ends; white space around
/// them is dropped. A dateline stays inside its paragraph.
fn outline(doc: &Document) -> Vec<(Option<PartRole>, Span)> {
    // In the order of the text, and none shares letters with another.
    let mut parts = doc.structure.iter().filter(|part| part.role != PartRole::Dateline).peekable();
    let mut blocks = Vec::new();
    let mut paragraph = Paragraph::default();
    for (point, c) in doc.text.as_str().chars().enumerate() {
        let point = point as u32;
        while parts.next_if(|part| part.span.end() <= point).is_some() {}
        let part = parts.peek().filter(|part| part.span.start() <= point);
        let role = part.map(|part| part.role);
        if paragraph.breaks_before(c, role, part.is_some_and(|part| part.span.start() == point)) {
            blocks.extend(paragraph.take(doc));
        }
        paragraph.read(point, c, role);
    }
    blocks.extend(paragraph.take(doc));
    blocks
}

#[derive(Default)]
struct Paragraph {
    role: Option<PartRole>,
    start: Option<u32>,
    end: u32,
    newlines: u32,
}

impl Paragraph {
    fn breaks_before(&self, c: char, role: Option<PartRole>, part_begins: bool) -> bool {
        self.start.is_some() && !c.is_whitespace() && (self.newlines > 1 || role != self.role || part_begins)
    }

    fn read(&mut self, point: u32, c: char, role: Option<PartRole>) {
        if c == '\n' {
            self.newlines += 1;
        }
        if !c.is_whitespace() {
            if self.start.is_none() {
                self.start = Some(point);
                self.role = role;
            }
            self.newlines = 0;
            self.end = point + 1;
        }
    }

    fn take(&mut self, doc: &Document) -> Option<(Option<PartRole>, Span)> {
        let done = std::mem::take(self);
        done.start.and_then(|start| doc.text.span(start, done.end)).map(|span| (done.role, span))
    }
}
