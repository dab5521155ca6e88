//! Many short lists in one vector, by number.

#[derive(Debug)]
pub(super) struct Lists<T> {
    ends: Vec<u32>,
    values: Vec<T>,
}

impl<T> Lists<T> {
    pub fn new() -> Self {
        Lists { ends: Vec::new(), values: Vec::new() }
    }

    /// Appends a list.
    pub fn push(&mut self, row: impl Iterator<Item = T>) {
        self.values.extend(row);
        self.ends.push(self.values.len() as u32);
    }

    /// Empty where there is no such list.
    pub fn row(&self, at: usize) -> &[T] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| *end as usize);
        let end = self.ends.get(at).map_or(start, |end| *end as usize);
        self.values.get(start..end).unwrap_or(&[])
    }
}

impl Lists<u32> {
    /// For each number below `limit` the lists in which it stands.
    pub fn turned(&self, limit: usize) -> Lists<u32> {
        let mut ends = vec![0; limit];
        for value in &self.values {
            if let Some(end) = ends.get_mut(*value as usize) {
                *end += 1;
            }
        }
        let mut before = 0;
        for end in &mut ends {
            // The place of its first, which moves on to the end as its list is filled.
            (*end, before) = (before, before + *end);
        }
        let mut values = vec![0; before as usize];
        for at in 0..self.ends.len() {
            for value in self.row(at) {
                let Some(next) = ends.get_mut(*value as usize) else { continue };
                if let Some(place) = values.get_mut(*next as usize) {
                    *place = at as u32;
                }
                *next += 1;
            }
        }
        Lists { ends, values }
    }
}
