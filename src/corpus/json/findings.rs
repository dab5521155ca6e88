//! What is found in a file while it is checked: the first so much, in the order of the file, and how much there is beyond.
//! A file that is wrong throughout takes no more memory for it than one that is wrong in places.

use super::limits;
use super::problem::{LocatedProblem, Problem};
use super::tree::{JsonPath, JsonPathBuf, JsonTree, LineIndex};
use std::cell::OnceCell;

/// Something with its byte in the file and with its path.
pub struct Finding<T> {
    pub at: usize,
    pub path: JsonPathBuf,
    pub found: T,
}

pub struct Findings<T> {
    /// At most twice as many as are listed, the first of the file among them.
    kept: Vec<Finding<T>>,
    /// The byte from which on nothing is kept any more.
    end: usize,
    count: usize,
}

impl<T> Default for Findings<T> {
    fn default() -> Self {
        Findings { kept: Vec::new(), end: usize::MAX, count: 0 }
    }
}

impl<T> Findings<T> {
    pub fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub fn add(&mut self, finding: Finding<T>) {
        self.count += 1;
        if finding.at < self.end {
            self.kept.push(finding);
        }
        if self.kept.len() >= 2 * limits::LISTED {
            self.cut();
        }
    }

    pub fn map<U>(self, to: impl Fn(T) -> U) -> Findings<U> {
        let kept = self.kept.into_iter().map(|finding| Finding {
            at: finding.at,
            path: finding.path,
            found: to(finding.found),
        });
        Findings { kept: kept.collect(), end: self.end, count: self.count }
    }

    pub fn extend(&mut self, others: Findings<T>) {
        let beyond = others.count - others.kept.len();
        others.kept.into_iter().for_each(|finding| self.add(finding));
        self.count += beyond;
    }

    /// The first in the order of the file, of several at one place in the order in which they were found, and how many
    /// there are beyond.
    pub fn first(mut self) -> (Vec<Finding<T>>, usize) {
        self.cut();
        let more = self.count - self.kept.len();
        (self.kept, more)
    }

    fn cut(&mut self) {
        self.kept.sort_by_key(|finding| finding.at);
        self.kept.truncate(limits::LISTED);
        if self.kept.len() == limits::LISTED {
            self.end = self.kept.last().map_or(usize::MAX, |last| last.at);
        }
    }
}

/// Where in a file something stands: it is read a second time only where there is something to report.
pub struct Places<'a> {
    file: &'a str,
    tree: OnceCell<Option<JsonTree<'a>>>,
}

impl<'a> Places<'a> {
    pub fn of(file: &'a str) -> Places<'a> {
        Places { file, tree: OnceCell::new() }
    }

    /// Of a file that has been read already.
    pub fn read(file: &'a str, tree: JsonTree<'a>) -> Places<'a> {
        Places { file, tree: OnceCell::from(Some(tree)) }
    }

    /// Something with its place; in a file that is too deep to be read again this is the beginning.
    pub fn finding<T>(&self, path: &JsonPath, found: T) -> Finding<T> {
        let steps = path.steps();
        let (at, path) = self.tree().map_or_else(|| (0, steps.clone()), |tree| tree.find(&steps));
        Finding { at, path, found }
    }

    pub fn row(&self, path: &JsonPathBuf) -> String {
        self.tree().map(|tree| tree.row(path)).unwrap_or_default()
    }

    pub fn lines(&self) -> LineIndex {
        LineIndex::of(self.file.as_bytes())
    }

    pub fn located(&self, lines: &LineIndex, finding: Finding<Problem>) -> LocatedProblem {
        let (line, column) = lines.line_column(finding.at);
        let path = finding.path;
        LocatedProblem { row: self.row(&path), path: path.written(), line, column, problem: finding.found }
    }

    fn tree(&self) -> Option<&JsonTree<'a>> {
        self.tree.get_or_init(|| JsonTree::read(self.file)).as_ref()
    }
}
