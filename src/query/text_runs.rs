//! A document's text with its overlapping statements, as blocks of flat ordered runs: every code
//! point stands in exactly one run, and a run knows all its owners, outermost first.

use crate::corpus::{Corpus, DocumentIx, PartRole, Span, StatementIx};

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
    /// Whether a search found it.
    pub hit: bool,
    pub dateline: bool,
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

/// The blocks of a document, in reading order. `hits` are ordered and do not overlap.
pub fn text_blocks(corpus: &Corpus, document: DocumentIx, hits: &[Span]) -> Vec<Block> {
    let pieces = Pieces::of(corpus, document);
    let doc = &corpus.documents[document];
    let mut edges: Vec<u32> = pieces.all.iter().flat_map(|p| [p.span.start(), p.span.end()]).collect();
    edges.extend(
        hits.iter().chain(doc.structure.iter().map(|part| &part.span)).flat_map(|s| [s.start(), s.end()]),
    );
    edges.sort();
    edges.dedup();

    let mut sweep = Sweep { pieces: &pieces.all, next: 0, active: Vec::new() };
    outline(corpus, document)
        .into_iter()
        .map(|(role, span)| {
            let mut runs = Vec::new();
            let from = edges.partition_point(|edge| *edge <= span.start());
            let inner = edges.iter().copied().skip(from).take_while(|edge| *edge < span.end());
            let mut start = span.start();
            for end in inner.chain([span.end()]) {
                let Some(piece) = doc.text.span(start, end) else { continue };
                runs.push(TextRun {
                    span: piece,
                    owners: sweep.owners(piece),
                    hit: covers(hits.iter(), piece),
                    dateline: covers(
                        doc.structure.iter().filter(|p| p.role == PartRole::Dateline).map(|p| &p.span),
                        piece,
                    ),
                });
                start = end;
            }
            Block { role, runs }
        })
        .collect()
}

/// How many of the hits lie in no statement's words.
pub fn hits_outside(corpus: &Corpus, document: DocumentIx, hits: &[Span]) -> usize {
    let pieces = Pieces::of(corpus, document);
    hits.iter().filter(|hit| !pieces.all.iter().any(|piece| piece.span.contains(**hit))).count()
}

/// Whether what stands between two stretches of words is only space and quotation marks.
pub fn is_mere_punctuation(between: &str) -> bool {
    between.chars().all(|c| c.is_whitespace() || "“”\"‘’'«»„".contains(c))
}

fn covers<'a>(mut spans: impl Iterator<Item = &'a Span>, piece: Span) -> bool {
    spans.any(|span| span.contains(piece))
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
        for (ix, statement) in corpus.statements.iter().filter(|(_, s)| s.document == document) {
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

/// Paragraphs, cut where a heading, pull quote or attribution begins and ends; white space around
/// them is dropped. A dateline stays inside its paragraph.
fn outline(corpus: &Corpus, document: DocumentIx) -> Vec<(Option<PartRole>, Span)> {
    let doc = &corpus.documents[document];
    let parts = || doc.structure.iter().filter(|part| part.role != PartRole::Dateline);
    let mut blocks = Vec::new();
    let mut paragraph = Paragraph::default();
    for (point, c) in doc.text.as_str().chars().enumerate() {
        let point = point as u32;
        let role = parts().find(|p| p.span.start() <= point && point < p.span.end()).map(|p| p.role);
        if paragraph.breaks_before(c, role, parts().any(|p| p.span.start() == point)) {
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

    fn take(&mut self, doc: &crate::corpus::Document) -> Option<(Option<PartRole>, Span)> {
        let done = std::mem::take(self);
        done.start.and_then(|start| doc.text.span(start, done.end)).map(|span| (done.role, span))
    }
}
