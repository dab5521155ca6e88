//! The file as pages of one size. Each page is handed out once: so no circle of pages is walked, and all the work that
//! a file can make is bounded by its size.

use super::bytes::{long, short};
use super::fault::Fault;

const MAGIC: &[u8] = b"SQLite format 3\0";
const HEADER: usize = 100;

pub struct Pages<'f> {
    file: &'f [u8],
    size: usize,
    /// Bytes at the end of each page that are not SQLite's.
    reserved: usize,
    taken: Vec<bool>,
    /// Whether recent changes may stand in a file beside it.
    pub has_log: bool,
}

/// One page, without what is reserved at its end.
pub struct Page<'f> {
    pub number: u32,
    pub bytes: &'f [u8],
    /// Where its own header begins: the first page has the file's in front.
    pub start: usize,
}

/// Whether a file begins as a database does.
pub fn is_database(file: &[u8]) -> bool {
    file.starts_with(MAGIC)
}

impl<'f> Pages<'f> {
    pub fn open(file: &'f [u8]) -> Result<Pages<'f>, Fault> {
        if file.is_empty() {
            return Err(Fault::Empty);
        }
        if !is_database(file) {
            return Err(Fault::NoHeader);
        }
        let header: &[u8; HEADER] =
            file.first_chunk().ok_or(Fault::Truncated { has: file.len(), wanted: HEADER })?;
        let size = match short(header, 16) {
            Some(1) => 65_536,
            Some(size) if size >= 512 && size.is_power_of_two() => size,
            _ => return Err(Fault::BadHeader("size of pages")),
        };
        let Some(&[write_version, read_version, reserved, most, least, leaf]) =
            header.get(18..).and_then(<[u8]>::first_chunk)
        else {
            return Err(Fault::BadHeader("version"));
        };
        if !matches!((write_version, read_version), (1 | 2, 1 | 2)) {
            return Err(Fault::BadHeader("version"));
        }
        let reserved = usize::from(reserved);
        if size - reserved < 480 || (most, least, leaf) != (64, 32, 32) {
            return Err(Fault::BadHeader("measure of its pages"));
        }
        match long(header, 56) {
            // No table was made yet where there is none.
            Some(0 | 1) => {}
            Some(2 | 3) => return Err(Fault::Encoding("UTF-16")),
            _ => return Err(Fault::BadHeader("encoding of texts")),
        }
        // The count of pages counts only where the same program wrote it that wrote last.
        let counted = long(header, 28).filter(|_| long(header, 24) == long(header, 92)).unwrap_or(0);
        let counted = usize::try_from(counted).unwrap_or(usize::MAX);
        let wanted =
            if counted > 0 { counted.saturating_mul(size) } else { file.len().next_multiple_of(size) };
        if file.len() < wanted {
            return Err(Fault::Truncated { has: file.len(), wanted });
        }
        let taken = vec![false; wanted / size];
        Ok(Pages { file, size, reserved, taken, has_log: write_version == 2 })
    }

    /// The page of this number, from 1; a second time it is a fault.
    pub fn take(&mut self, number: u32) -> Result<Page<'f>, Fault> {
        let pages = u32::try_from(self.taken.len()).unwrap_or(u32::MAX);
        let missing = Fault::NoPage { page: number, pages };
        let Some(at) = usize::try_from(number).ok().and_then(|number| number.checked_sub(1)) else {
            return Err(missing);
        };
        let Some(taken) = self.taken.get_mut(at) else { return Err(missing) };
        if std::mem::replace(taken, true) {
            return Err(Fault::PageTwice(number));
        }
        let from = at * self.size;
        let bytes = self.file.get(from..from + self.usable()).ok_or(missing)?;
        Ok(Page { number, bytes, start: if at == 0 { HEADER } else { 0 } })
    }

    /// How many pages there are.
    pub fn count(&self) -> usize {
        self.taken.len()
    }

    /// Bytes of a page that are SQLite's.
    pub fn usable(&self) -> usize {
        self.size - self.reserved
    }
}
