//! The page's words in other languages, as translators write them (gettext's PO) and as a page loads them.

use super::extract_messages::extract_messages;
use polib::catalog::Catalog as PoCatalog;
use polib::message::Message;
use standpoint::route::Language;
use standpoint::ui::i18n::{Catalog, message_key};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The PO file of a language.
pub fn po_path(language: Language) -> PathBuf {
    PathBuf::from(format!("src/ui/i18n/locales/{}.po", language.tag()))
}

/// Each translated message with its forms: one, or one for each plural category.
pub fn read_translations(language: Language) -> Result<Vec<(String, Vec<String>)>, String> {
    let path = po_path(language);
    let catalog = polib::po_file::parse(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    let messages = catalog.messages().filter(|message| message.is_translated() && !message.is_fuzzy());
    messages
        .map(|message| {
            let forms = match message.msgstr_plural() {
                Ok(forms) => forms.clone(),
                Err(_) => vec![message.msgstr().map_err(|problem| problem.to_string())?.to_owned()],
            };
            Ok((message.msgid().to_owned(), forms))
        })
        .collect()
}

/// Sources whose messages the initial program never shows.
const NON_INITIAL_SOURCES: [&str; 3] = ["src/ui/full/", "src/ui/standalone/", "src/web/full.rs"];

/// Sources whose messages only the coding program shows.
const CODING_SOURCES: [&str; 2] = ["src/ui/coding/", "src/web/coding/"];

/// Sources beside those whose messages the coding program shows, too.
const SHARED_SOURCES: [&str; 3] = ["src/ui/labels.rs", "src/ui/source_text.rs", "src/ui/i18n/"];

fn stands_in(reference: &str, sources: &[&str]) -> bool {
    sources.iter().any(|path| reference.starts_with(path))
}

/// The translations of a language that stand in one source at least of which that is true.
fn messages_of(
    language: Language,
    is_wanted: impl Fn(&String) -> bool,
) -> Result<Vec<(String, Vec<String>)>, String> {
    let extracted = extract_messages();
    let mut messages = read_translations(language)?;
    messages.retain(|(english, _)| {
        extracted
            .iter()
            .any(|message| message.english == *english && message.references.iter().any(&is_wanted))
    });
    Ok(messages)
}

/// The encoded messages of the initial program alone.
pub fn initial_catalog(language: Language) -> Result<Vec<u8>, String> {
    let is_initial = |reference: &String| {
        !stands_in(reference, &NON_INITIAL_SOURCES) && !stands_in(reference, &CODING_SOURCES)
    };
    Ok(Catalog::write(language, &messages_of(language, is_initial)?))
}

/// The encoded messages of the coding program.
pub fn coding_catalog(language: Language) -> Result<Vec<u8>, String> {
    let is_own =
        |reference: &String| stands_in(reference, &CODING_SOURCES) || stands_in(reference, &SHARED_SOURCES);
    Ok(Catalog::write(language, &messages_of(language, is_own)?))
}

/// All messages of the reader, encoded as a page loads them. Two messages whose keys (hashes) are the same are an error.
pub fn full_catalog(language: Language) -> Result<Vec<u8>, String> {
    let messages = read_translations(language)?;
    let mut keys: BTreeMap<u32, &str> = BTreeMap::new();
    for (english, _) in &messages {
        if let Some(other) = keys.insert(message_key(english), english) {
            return Err(format!(
                "“{english}” and “{other}” have the same key (a hash); word one of them otherwise"
            ));
        }
    }
    let is_of_reader = |reference: &String| !stands_in(reference, &CODING_SOURCES);
    Ok(Catalog::write(language, &messages_of(language, is_of_reader)?))
}

/// The source files of sorted references, each once. Line numbers are left out: they would change with every edit.
fn source_files(references: &[String]) -> String {
    let mut files: Vec<&str> =
        references.iter().filter_map(|reference| reference.split(':').next()).collect();
    files.dedup();
    files.join(" ")
}

/// Merges the extracted messages into a language's PO file: new ones are added untranslated, unused ones removed.
/// Returns the number of untranslated messages.
pub fn update(language: Language) -> Result<usize, String> {
    let path = po_path(language);
    let old = polib::po_file::parse(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    let count = old.metadata.plural_rules.nplurals;
    let mut updated = PoCatalog::new(old.metadata.clone());
    let mut untranslated = 0;
    for extracted in extract_messages() {
        let known = old.find_message(None, &extracted.english, extracted.plural.as_deref());
        let mut message =
            if extracted.plural.is_some() { Message::build_plural() } else { Message::build_singular() };
        message.with_msgid(extracted.english.clone()).with_source(source_files(&extracted.references));
        match (&extracted.plural, known) {
            (Some(plural), known) => {
                let forms = known.and_then(|known| known.msgstr_plural().ok().cloned());
                untranslated += usize::from(forms.is_none());
                message.with_msgid_plural(plural.clone());
                message.with_msgstr_plural(forms.unwrap_or_else(|| vec![String::new(); count]));
            }
            (None, known) => {
                let words = known.and_then(|known| known.msgstr().ok()).unwrap_or_default();
                untranslated += usize::from(words.is_empty());
                message.with_msgstr(words.to_owned());
            }
        }
        updated.append_or_update(message.done());
    }
    polib::po_file::write_to_file(&updated, &path)
        .map_err(|problem| format!("{}: {problem}", path.display()))?;
    Ok(untranslated)
}

/// All languages but English, which needs no file.
pub fn translated_languages() -> impl Iterator<Item = (Language, &'static str)> {
    let others = Language::ALL.into_iter().filter(|(language, ..)| *language != Language::English);
    others.map(|(language, tag, _)| (language, tag))
}
