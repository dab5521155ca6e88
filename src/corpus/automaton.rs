//! How often each of many words occurs in one text, and where first, in the time of all of them and the text together.
//! It is the automaton of Aho and Corasick, which reads the text once. The places themselves are not listed, as there
//! may be many more of them than letters.

use super::search::Occurrences;

/// The words that are read at once have together at most this part of the text's bytes: an automaton takes some forty
/// bytes for each of theirs, so that it is a few times as large as the text. The text is read about once for each such
/// part of the words.
const PART: usize = 8;

/// But at least so many bytes of words are read at once.
const AT_ONCE: usize = 1 << 16;

/// What is known of each of the words, in their order.
pub fn occurrences(words: &[&str], text: &str) -> Vec<Occurrences> {
    let room = (text.len() / PART).max(AT_ONCE);
    let mut found = Vec::with_capacity(words.len());
    let mut rest = words;
    while let [first, others @ ..] = rest {
        let mut length = first.len();
        let more = others.iter().take_while(|word| {
            length = length.saturating_add(word.len());
            length <= room
        });
        let (now, later) = rest.split_at(1 + more.count());
        match now {
            // The quick search for one is quicker.
            [word] => found.push(Occurrences::of(word, text)),
            _ => found.extend(Automaton::of(now).read(text)),
        }
        rest = later;
    }
    found
}

/// The beginning of some words: the letters on the way from the root.
#[derive(Default)]
struct Node {
    byte: u8,
    /// The first beginning that is longer by one byte, and the next of those that are as long as this one; 0 is none.
    child: u32,
    sibling: u32,
    /// The longest shorter beginning that stands at the end of this one.
    shorter: u32,
    /// How often the text was read as far as this and no longer one, and where first.
    times: usize,
    end: Option<u32>,
}

struct Automaton {
    nodes: Vec<Node>,
    /// The children of the root, by their bytes.
    roots: Vec<u32>,
    /// The nodes at which words end.
    ends: Vec<(u32, usize)>,
}

impl Automaton {
    fn of(words: &[&str]) -> Automaton {
        let mut made = Automaton {
            nodes: vec![Node::default()],
            roots: vec![0; 256],
            ends: Vec::with_capacity(words.len()),
        };
        for word in words {
            let end = word
                .bytes()
                .fold(0, |node, byte| made.child(node, byte).unwrap_or_else(|| made.grow(node, byte)));
            made.ends.push((end, word.len()));
        }
        made
    }

    fn grow(&mut self, parent: u32, byte: u8) -> u32 {
        let new = self.nodes.len() as u32;
        let mut node = Node { byte, ..Node::default() };
        if parent == 0 {
            if let Some(root) = self.roots.get_mut(usize::from(byte)) {
                *root = new;
            }
        } else if let Some(parent) = self.nodes.get_mut(parent as usize) {
            node.sibling = parent.child;
            parent.child = new;
        }
        self.nodes.push(node);
        new
    }

    fn child(&self, node: u32, byte: u8) -> Option<u32> {
        if node == 0 {
            return self.roots.get(usize::from(byte)).copied().filter(|child| *child != 0);
        }
        self.children(node).find(|(_, found)| *found == byte).map(|(child, _)| child)
    }

    /// The children of a node that is not the root, with their bytes.
    fn children(&self, node: u32) -> impl Iterator<Item = (u32, u8)> {
        let mut at = self.nodes.get(node as usize).map_or(0, |node| node.child);
        std::iter::from_fn(move || {
            let node = self.nodes.get(at as usize).filter(|_| at != 0)?;
            Some((std::mem::replace(&mut at, node.sibling), node.byte))
        })
    }

    /// The longest beginning that stands before the next byte, when this one stood before that.
    fn step(&self, mut node: u32, byte: u8) -> u32 {
        loop {
            match self.child(node, byte) {
                Some(next) => return next,
                None if node == 0 => return 0,
                None => node = self.nodes.get(node as usize).map_or(0, |node| node.shorter),
            }
        }
    }

    /// Nodes from short beginnings to long ones; each learns its longest shorter one.
    fn link(&mut self) -> Vec<u32> {
        let mut order: Vec<u32> = self.roots.iter().copied().filter(|root| *root != 0).collect();
        let mut at = 0;
        while let Some(parent) = order.get(at).copied() {
            at += 1;
            let above = self.nodes.get(parent as usize).map_or(0, |node| node.shorter);
            let children: Vec<(u32, u8)> = self.children(parent).collect();
            for (child, byte) in children {
                let shorter = self.step(above, byte);
                if let Some(child) = self.nodes.get_mut(child as usize) {
                    child.shorter = shorter;
                }
                order.push(child);
            }
        }
        order
    }

    fn read(mut self, text: &str) -> Vec<Occurrences> {
        let order = self.link();
        let mut node = 0;
        for (at, byte) in text.bytes().enumerate() {
            node = self.step(node, byte);
            if let Some(node) = self.nodes.get_mut(node as usize) {
                node.times += 1;
                node.end = node.end.or(Some(at as u32 + 1));
            }
        }
        // What ends with a longer beginning ends with its shorter ones, too.
        for node in order.into_iter().rev() {
            let Some(node) = self.nodes.get(node as usize) else { continue };
            let (times, end, shorter) = (node.times, node.end, node.shorter);
            if let Some(shorter) = self.nodes.get_mut(shorter as usize) {
                shorter.times += times;
                shorter.end = shorter.end.into_iter().chain(end).min();
            }
        }
        let known = |(end, length): &(u32, usize)| {
            let node = self.nodes.get(*end as usize).filter(|_| *end != 0);
            let first = node.and_then(|node| (node.end? as usize).checked_sub(*length));
            Occurrences { times: node.map_or(0, |node| node.times), first }
        };
        self.ends.iter().map(known).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// By comparing at each letter.
    fn naive(words: &str, text: &str) -> Vec<usize> {
        let places = text.char_indices().map(|(at, _)| at);
        places
            .filter(|at| !words.is_empty() && text.get(*at..).is_some_and(|rest| rest.starts_with(words)))
            .collect()
    }

    proptest! {
        #[test]
        fn words_are_found_as_by_comparing_at_each_letter(
            text in "[ab]{0,40}|[aé]{0,30}|[é€ä]{0,20}",
            words in prop::collection::vec("[ab]{0,6}|[aé]{0,4}|[é€ä]{0,3}", 0..12),
        ) {
            let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
            let all = occurrences(&borrowed, &text);
            for (words, found) in borrowed.iter().zip(all) {
                let places = naive(words, &text);
                prop_assert_eq!(&crate::corpus::search::Places::of(words, &text).collect::<Vec<_>>(), &places);
                prop_assert_eq!(found, Occurrences { times: places.len(), first: places.first().copied() });
            }
        }
    }

    #[test]
    fn more_words_than_are_read_at_once_are_found_as_well() {
        let text = "ab".repeat(AT_ONCE / 8);
        let words: Vec<String> = (1..400).map(|length| text.chars().take(length * 3).collect()).collect();
        let borrowed: Vec<&str> = words.iter().map(String::as_str).collect();
        assert!(borrowed.iter().map(|word| word.len()).sum::<usize>() > 2 * AT_ONCE);
        for (words, found) in borrowed.iter().zip(occurrences(&borrowed, &text)) {
            assert_eq!(found, Occurrences { times: (text.len() - words.len()) / 2 + 1, first: Some(0) });
        }
    }
}
