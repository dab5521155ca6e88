//! Quotation marks at the ends of quoted words. An author selects words with their marks or without; whoever sets marks
//! around them has to know, or they stand twice.

/// How quoted words are to be put in marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks<'a> {
    /// These words, in marks: what was selected without its own.
    Around(&'a str),
    /// What was selected stands in marks already, and is more than one quotation or ends behind its marks.
    Standing(&'a str),
}

/// What of `words` is to be put in marks. A mark at one end alone is taken away with its partner outside, unless it
/// belongs to words inside: “Never” is what he said.
pub fn marks(words: &str) -> Marks<'_> {
    let inner = words.strip_prefix(is_double).map(|rest| (rest, true)).unwrap_or((words, false));
    let (rest, begins) = inner;
    let ended = rest.trim_end_matches([',', '.', ';', ':', '!', '?', '…']);
    let is_measure = ended.strip_suffix('"').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
    let without_end = ended.strip_suffix(is_double).filter(|_| begins || !is_measure);
    let inside = without_end.unwrap_or(rest).chars().filter(|c| is_double(*c)).count();
    match (begins, without_end) {
        (false, None) => Marks::Around(words),
        (true, Some(bare)) if inside == 0 && ended.len() == rest.len() => Marks::Around(bare),
        (true, Some(_)) => Marks::Standing(words),
        // The partner stands inside.
        _ if inside % 2 == 1 => Marks::Around(words),
        (true, None) => Marks::Around(rest),
        (false, Some(bare)) if ended.len() == rest.len() => Marks::Around(bare),
        (false, Some(_)) => Marks::Around(words),
    }
}

/// Marks of the first level, in any language.
pub fn is_double(c: char) -> bool {
    "\"“”„‟«»".contains(c)
}

#[cfg(test)]
mod tests {
    use super::Marks::{Around, Standing};
    use super::*;

    #[test]
    fn marks_are_known_where_they_stand() {
        for (words, known) in [
            ("We go,", Around("We go,")),
            ("“We go,”", Around("We go,")),
            ("\"We go,\"", Around("We go,")),
            ("„Wir gehen“", Around("Wir gehen")),
            ("»Wir gehen«", Around("Wir gehen")),
            ("« Nous allons »", Around(" Nous allons ")),
            ("“We go", Around("We go")),
            ("We go,”", Around("We go,")),
            ("“We go”,", Standing("“We go”,")),
            ("“We go,” she said, “and stay.”", Standing("“We go,” she said, “and stay.”")),
            ("“Never” is what he said", Around("“Never” is what he said")),
            ("He said “never”", Around("He said “never”")),
            ("a pipe of 5\"", Around("a pipe of 5\"")),
            ("‘Never’", Around("‘Never’")),
            ("the dogs’", Around("the dogs’")),
            ("“", Around("")),
            ("””", Around("")),
            ("", Around("")),
        ] {
            assert_eq!(marks(words), known, "{words}");
        }
    }
}
