//! A table as a tree of pages: its leaves in order, the cells of each, and what did not fit on a page and stands on a
//! chain of others.

use super::bytes::{long, short, varint};
use super::fault::Fault;
use super::pages::{Page, Pages};
use std::borrow::Cow;

const INNER: u8 = 5;
const LEAF: u8 = 13;

/// A row as it is stored.
pub struct Cell<'f> {
    pub row: i64,
    pub record: Cow<'f, [u8]>,
}

impl<'f> Pages<'f> {
    /// The leaves of the tree whose top is a page, in the order of their rows.
    pub fn leaves(&mut self, root: u32) -> Result<Vec<Page<'f>>, Fault> {
        let (mut leaves, mut waiting) = (Vec::new(), vec![root]);
        while let Some(number) = waiting.pop() {
            let page = self.take(number)?;
            match page.bytes.get(page.start) {
                Some(&LEAF) => leaves.push(page),
                Some(&INNER) => {
                    let children = page.children().ok_or(Fault::BadPage(number))?;
                    waiting.extend(children.into_iter().rev());
                    // More pages than there are cannot wait without one of them twice.
                    if waiting.len() > self.count() {
                        return Err(Fault::BadPage(number));
                    }
                }
                _ => return Err(Fault::BadPage(number)),
            }
        }
        Ok(leaves)
    }

    /// Calls `each` with the rows of a leaf, in order.
    pub fn cells(
        &mut self,
        leaf: &Page<'f>,
        mut each: impl FnMut(Cell<'f>) -> Result<(), Fault>,
    ) -> Result<(), Fault> {
        let bad = || Fault::BadPage(leaf.number);
        // Cells lie side by side, so that together they are no longer than their page.
        let mut room = leaf.bytes.len();
        for at in leaf.pointers(8).ok_or_else(bad)? {
            let cell = LeafCell::read(leaf.bytes, at, self.usable()).ok_or_else(bad)?;
            room = room.checked_sub(cell.length).ok_or_else(bad)?;
            let record = match cell.rest {
                None => Cow::Borrowed(cell.local),
                Some((page, length)) => Cow::Owned(self.joined(cell.local, page, length)?),
            };
            each(Cell { row: cell.row, record })?;
        }
        Ok(())
    }

    /// What stands on a leaf, and as many bytes more from a chain of pages.
    fn joined(&mut self, local: &[u8], mut next: u32, mut missing: usize) -> Result<Vec<u8>, Fault> {
        let mut all = local.to_vec();
        while missing > 0 {
            let page = self.take(next)?;
            let bad = || Fault::BadPage(page.number);
            next = long(page.bytes, 0).ok_or_else(bad)?;
            let part = page.bytes.get(4..).ok_or_else(bad)?;
            let part = part.get(..missing).unwrap_or(part);
            all.extend_from_slice(part);
            missing -= part.len();
        }
        Ok(all)
    }
}

impl Page<'_> {
    /// Where the page's cells begin; behind the page's own header, which has so many bytes, stand their offsets.
    fn pointers(&self, header: usize) -> Option<impl Iterator<Item = usize>> {
        let count = short(self.bytes, self.start + 3)?;
        let from = self.start + header;
        let list = self.bytes.get(from..from + 2 * count)?;
        Some(list.as_chunks::<2>().0.iter().map(|pair| usize::from(u16::from_be_bytes(*pair))))
    }

    /// The pages below, in the order of their rows; the last stands in the header.
    fn children(&self) -> Option<Vec<u32>> {
        let children: Option<Vec<u32>> = self.pointers(12)?.map(|at| long(self.bytes, at)).collect();
        let mut children = children?;
        children.push(long(self.bytes, self.start + 8)?);
        Some(children)
    }
}

struct LeafCell<'f> {
    row: i64,
    local: &'f [u8],
    /// The first page of what is not here, and its length.
    rest: Option<(u32, usize)>,
    /// Bytes that the cell has on its page.
    length: usize,
}

impl<'f> LeafCell<'f> {
    fn read(page: &'f [u8], at: usize, usable: usize) -> Option<LeafCell<'f>> {
        let (length, behind) = varint(page, at)?;
        let (row, from) = varint(page, behind)?;
        let length = usize::try_from(length).ok()?;
        let here = local_length(length, usable);
        let to = from.checked_add(here)?;
        let local = page.get(from..to)?;
        let rest = if here < length { Some((long(page, to)?, length - here)) } else { None };
        let end = if rest.is_some() { to + 4 } else { to };
        Some(LeafCell { row: row.cast_signed(), local, rest, length: end - at })
    }
}

/// How much of a record stands on its leaf: all that fits, else so much that the chain's pages are full.
fn local_length(length: usize, usable: usize) -> usize {
    let most = usable - 35;
    if length <= most {
        return length;
    }
    let least = (usable - 12) * 32 / 255 - 23;
    let filling = least + (length - least) % (usable - 4);
    if filling <= most { filling } else { least }
}
