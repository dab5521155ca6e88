//! The languages that the page's own words come in, and which way a language is written.

macro_rules! languages {
    ($($(#[$default:meta])? $name:ident $tag:literal $own_name:literal $plural_form:ident)*) => {
        /// A language of the page's own words; the source's words keep their own.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
        pub enum Language {
            $($(#[$default])? $name,)*
        }

        impl Language {
            /// Every language with its tag (BCP 47) and its own name.
            pub const ALL: [(Language, &'static str, &'static str); [$($tag),*].len()] =
                [$((Language::$name, $tag, $own_name)),*];

            /// Which of its forms a language has for a number, as CLDR numbers them and as the head of its file says.
            pub fn plural_form(self, n: usize) -> usize {
                match self {
                    $(Language::$name => $plural_form(n),)*
                }
            }
        }
    };
}

// One row a language, with the rule that counts its plural forms. All but English have a file in `ui/i18n/locales`.
languages! {
    #[default]
    English "en" "English" not_one
    German "de" "Deutsch" not_one
    French "fr" "Français" above_one
    Ukrainian "uk" "Українська" slavic
    Russian "ru" "Русский" slavic
    Arabic "ar" "العربية" arabic
}

fn not_one(n: usize) -> usize {
    usize::from(n != 1)
}

fn above_one(n: usize) -> usize {
    usize::from(n > 1)
}

fn slavic(n: usize) -> usize {
    match (n % 10, n % 100) {
        (_, 11..=14) => 2,
        (1, _) => 0,
        (2..=4, _) => 1,
        _ => 2,
    }
}

fn arabic(n: usize) -> usize {
    match (n, n % 100) {
        (0..=2, _) => n,
        (_, 3..=10) => 3,
        (_, 11..=99) => 4,
        _ => 5,
    }
}

impl Language {
    pub fn of(tag: &str) -> Option<Language> {
        Self::ALL.into_iter().find(|(_, known, _)| *known == tag).map(|(language, ..)| language)
    }

    pub fn tag(self) -> &'static str {
        Self::ALL.into_iter().find(|(known, ..)| *known == self).map_or("", |(_, tag, _)| tag)
    }
}

/// Which way words in a language (BCP 47) are written, as html says it: by its script where the tag names one, else
/// by the language.
pub fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is = |list: &[&str], part: &str| list.iter().any(|known| known.eq_ignore_ascii_case(part));
    let right_to_left =
        match parts.find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic())) {
            Some(script) => is(&["Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"], script),
            None => is(
                &[
                    "ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "ps", "sd", "syr", "ug",
                    "ur", "yi",
                ],
                language,
            ),
        };
    if right_to_left { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_written_the_way_its_script_is() {
        for (tag, way) in [
            ("en", "ltr"),
            ("ar", "rtl"),
            ("AR-EG", "rtl"),
            ("he", "rtl"),
            ("uz-Arab", "rtl"),
            ("ks-Deva-IN", "ltr"),
            ("ja", "ltr"),
            ("", "ltr"),
        ] {
            assert_eq!(direction(tag), way, "{tag}");
        }
    }
}
