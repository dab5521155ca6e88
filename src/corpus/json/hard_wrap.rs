//! Texts whose lines end where a page was full, told from verse, minutes and tables.

/// In letters: what a line of a page holds at least, and how much less a line may have for its last word.
const LINE: usize = 45;
const RAGGED: usize = 20;

/// Whether most line breaks inside a text's paragraphs come where a line was full, and in the middle of a sentence.
pub fn is_hard_wrapped(text: &str) -> bool {
    let paragraphs = text.split("\n\n").map(|paragraph| paragraph.trim().lines().collect::<Vec<_>>());
    let broken: Vec<Vec<&str>> = paragraphs.filter(|lines| lines.len() > 1).collect();
    let Some(longest) = broken.iter().flatten().map(|line| line.chars().count()).max() else { return false };
    let breaks = broken.iter().flat_map(|lines| lines.iter().zip(lines.iter().skip(1)));
    let is_full = |line: &str| line.chars().count() + RAGGED >= longest;
    let goes_on = |next: &str| next.chars().next().is_some_and(char::is_lowercase);
    let (mut all, mut wrapped) = (0, 0);
    for (line, next) in breaks {
        let ends = line.trim_end().ends_with(['.', '!', '?', ':', '…', '”', '»', '"']);
        all += 1;
        wrapped += usize::from(is_full(line) && (goes_on(next) || !ends));
    }
    longest >= LINE && all >= 2 && wrapped * 3 >= all * 2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_a_page_are_told_from_verse_minutes_and_tables() {
        let wrapped = "The council met on Monday evening in the old hall, where it\nheard the mayor, two engineers and a woman from the market\nwho asked what would become of her stall when the trams come.";
        for (text, is_wrapped) in [
            (wrapped.to_owned(), true),
            (format!("A title\n\n{wrapped}\n\nOne line.\n\n{wrapped}"), true),
            (wrapped.replace('\n', " "), false),
            ("The river runs below,\n    the bridge runs above,\nand he who pays the toll\n    may keep his glove.".to_owned(), false),
            ("CHAIR: Order.\nMAYOR: We shall build it, and whoever says otherwise has not read the plan.\nCLERK: At what price?\nMAYOR: At any price.".to_owned(), false),
            ("Item\tCost\nSteel\t4,000\nPaint\t   12".to_owned(), false),
            ("Shall I compare thee to a summer’s day?\nThou art more lovely and more temperate:\nRough winds do shake the darling buds of May,\nAnd summer’s lease hath all too short a date.".to_owned(), false),
            (String::new(), false),
        ] {
            assert_eq!(is_hard_wrapped(&text), is_wrapped, "{text}");
        }
    }
}
