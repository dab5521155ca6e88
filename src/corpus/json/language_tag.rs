//! Language tags as BCP 47 writes them, and what somebody may have meant who wrote another word: the name of a language,
//! its code in another list, the code of a country where it is spoken. It knows common ones and no registry.

/// A tag, and in lower case what is written for it by mistake.
const MISTAKEN: &[(&str, &str)] = &[
    ("ar", "arabic ara"),
    ("cs", "czech čeština cze ces cz"),
    ("da", "danish dansk dan dk"),
    ("de", "german deutsch ger deu"),
    ("el", "greek ελληνικά gre ell gr"),
    ("en", "english eng"),
    ("es", "spanish español espanol spa"),
    ("et", "estonian eesti est"),
    ("fa", "persian farsi per fas"),
    ("fi", "finnish suomi fin"),
    ("fr", "french français francais fre fra"),
    ("he", "hebrew heb"),
    ("hi", "hindi hin"),
    ("hu", "hungarian magyar hun"),
    ("it", "italian italiano ita"),
    ("ja", "japanese jpn jp"),
    ("ko", "korean kor"),
    ("la", "latin lat"),
    ("lt", "lithuanian lit"),
    ("lv", "latvian lav"),
    ("nl", "dutch nederlands dut nld"),
    ("no", "norwegian norsk nor"),
    ("pl", "polish polski pol"),
    ("pt", "portuguese português portugues por"),
    ("ro", "romanian română rum ron"),
    ("ru", "russian русский rus"),
    ("sk", "slovak slovenčina slo slk"),
    ("sr", "serbian srpski srp"),
    ("sv", "swedish svenska swe"),
    ("tr", "turkish türkçe tur"),
    ("uk", "ukrainian українська ukr ua"),
    ("zh", "chinese chi zho cn"),
];

/// Roughly BCP 47: two or three letters, then letters and digits in parts of up to eight. What is not even that is refused.
pub fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_language =
        |part: &str| (2..=3).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphabetic());
    let is_part =
        |part: &str| (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    parts.next().is_some_and(is_language) && parts.all(is_part)
}

/// The tag that stands for what is written, if this is a usual mistake.
pub fn meant(written: &str) -> Option<&'static str> {
    let word = written.trim().split(['-', '_']).next().unwrap_or_default().to_lowercase();
    let is_written = |words: &str| !word.is_empty() && words.split(' ').any(|known| known == word);
    MISTAKEN.iter().find(|(_, words)| is_written(words)).map(|(tag, _)| *tag)
}

/// Whether a tag has all of the shape of RFC 5646: language, script, region, variants, extensions, private use, in this order.
#[cfg(not(target_arch = "wasm32"))]
pub fn is_well_formed(tag: &str) -> bool {
    let mut parts = tag.split('-').peekable();
    let is_letters = |part: &str, from: usize, to: usize| {
        (from..=to).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphabetic())
    };
    let is_letters_or_digits = |part: &str, from: usize, to: usize| {
        (from..=to).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
    };
    let is_digit = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
    if !parts.next().is_some_and(|language| is_letters(language, 2, 3)) {
        return false;
    }
    // Up to three of an older form, as in zh-yue.
    for _ in 0..3 {
        parts.next_if(|part| is_letters(part, 3, 3));
    }
    parts.next_if(|script| is_letters(script, 4, 4));
    parts.next_if(|region| is_letters(region, 2, 2) || region.len() == 3 && region.parse::<u16>().is_ok());
    let is_variant =
        |part: &&str| is_letters_or_digits(part, 5, 8) || is_digit(part) && is_letters_or_digits(part, 4, 4);
    while parts.next_if(is_variant).is_some() {}
    while let Some(single) = parts.next_if(|part| is_letters_or_digits(part, 1, 1)) {
        let least = if single.eq_ignore_ascii_case("x") { 1 } else { 2 };
        let mut is_empty = true;
        while parts.next_if(|part| is_letters_or_digits(part, least, 8)).is_some() {
            is_empty = false;
        }
        if is_empty {
            return false;
        }
    }
    parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_the_shape_of_the_standard_and_words_do_not() {
        for (tag, is_tag) in [
            ("en", true),
            ("pt-BR", true),
            ("zh-Hant-TW", true),
            ("zh-yue", true),
            ("es-419", true),
            ("sl-nedis", true),
            ("de-CH-1996", true),
            ("en-a-bb-x-1", true),
            ("DE-latn", true),
            ("en-x", false),
            ("en-u", false),
            ("de-1", false),
            ("de-CH-Latn", false),
            ("de-DE-AT", false),
            ("english", false),
            ("e", false),
            ("en_GB", false),
            ("en-", false),
            ("", false),
        ] {
            assert_eq!(is_well_formed(tag), is_tag, "{tag}");
        }
    }

    #[test]
    fn what_is_written_by_mistake_leads_to_the_tag_that_was_meant() {
        for (written, tag) in [
            ("English", Some("en")),
            ("german", Some("de")),
            ("eng", Some("en")),
            ("eng-GB", Some("en")),
            ("ger_AT", Some("de")),
            ("ua", Some("uk")),
            ("jp", Some("ja")),
            ("uk", None),
            ("en", None),
            ("Klingon", None),
            ("", None),
        ] {
            assert_eq!(meant(written), tag, "{written}");
        }
        for (tag, words) in MISTAKEN {
            assert!(is_well_formed(tag) && meant(tag).is_none(), "{tag}");
            assert!(words.split(' ').all(|word| meant(word) == Some(tag)), "{words}");
        }
    }
}
