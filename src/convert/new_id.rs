//! Ids made from names: plain letters in their place, none twice, and none that a site or a system keeps for itself.

use crate::corpus::is_usable_id;
use std::collections::HashSet;

/// Letters, and what stands for each in an id. Of other scripts nothing stands there.
const LETTERS: &[(&str, &str)] = &[
    ("àáâãåāăąǎаάα", "a"),
    ("бβ", "b"),
    ("çćĉċčц", "c"),
    ("ďđðдδ", "d"),
    ("èéêëēĕėęěеэєέεηή", "e"),
    ("фφ", "f"),
    ("ĝğġģгґγ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįıиіίιϊ", "i"),
    ("ĵйј", "j"),
    ("ķкκ", "k"),
    ("ĺļľŀłлλ", "l"),
    ("мμ", "m"),
    ("ñńņňŋнν", "n"),
    ("òóôõøōŏőоόοωώ", "o"),
    ("пπ", "p"),
    ("ŕŗřрρ", "r"),
    ("śŝşšșсσς", "s"),
    ("ţťŧțтτ", "t"),
    ("ùúûũūŭůűųу", "u"),
    ("в", "v"),
    ("ŵ", "w"),
    ("ξ", "x"),
    ("ýÿŷыύυϋ", "y"),
    ("źżžзζ", "z"),
    ("ä", "ae"),
    ("æ", "ae"),
    ("ö", "oe"),
    ("œ", "oe"),
    ("ü", "ue"),
    ("ß", "ss"),
    ("þθ", "th"),
    ("ж", "zh"),
    ("х", "kh"),
    ("χ", "ch"),
    ("ч", "ch"),
    ("ш", "sh"),
    ("щ", "shch"),
    ("ю", "yu"),
    ("я", "ya"),
    ("ё", "yo"),
    ("ї", "yi"),
    ("ψ", "ps"),
];

/// How long an id made from a name is at most.
const LENGTH: usize = 48;

/// The ids that are taken, and new ones beside them.
#[derive(Debug, Clone, Default)]
pub struct NewIds {
    taken: HashSet<String>,
}

impl NewIds {
    pub fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    pub fn is_free(&self, id: &str) -> bool {
        !self.taken.contains(id)
    }

    /// An id for what is called `name`, or for one of `kind` where its letters make none; it is taken from now on.
    pub fn id_of(&mut self, name: &str, kind: &str) -> String {
        let plain = plain(name);
        let stem = if plain.is_empty() { kind } else { plain.as_str() };
        let ids = std::iter::once(stem.to_owned()).chain((2..).map(|number| format!("{stem}-{number}")));
        let mut free = ids.filter(|id| is_usable_id(id) && !self.taken.contains(id));
        let id = free.next().unwrap_or_default();
        self.take(&id);
        id
    }
}

/// A name in the letters of ids, its words joined by hyphens.
pub fn plain(name: &str) -> String {
    let mut id = String::new();
    for c in name.chars().flat_map(char::to_lowercase) {
        let letters = LETTERS.iter().find(|(letters, _)| letters.contains(c)).map(|(_, plain)| *plain);
        match letters {
            Some(letters) => id.push_str(letters),
            None if c.is_ascii_alphanumeric() => id.push(c),
            // Marks above letters, and apostrophes within words, part nothing.
            None if c.is_alphabetic() || ('\u{300}'..'\u{370}').contains(&c) || "'’ʼ".contains(c) => {}
            None if !id.is_empty() && !id.ends_with('-') => id.push('-'),
            None => {}
        }
    }
    let cut = id.char_indices().nth(LENGTH).map_or(id.len(), |(at, _)| at);
    id.get(..cut).unwrap_or_default().trim_matches('-').to_owned()
}
