//! The page's words in other languages, as translators write them (gettext's PO) and as a page loads them.

use super::extract_messages::said;
use polib::catalog::Catalog as PoCatalog;
use polib::message::Message;
use standpoint::route::Language;
use standpoint::ui::i18n::{Catalog, message_key};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Where a language's words stand.
pub fn file(language: Language) -> PathBuf {
    PathBuf::from(format!("src/ui/i18n/locales/{}.po", language.tag()))
}

/// Each message with its forms: one, or one for each kind of number.
pub fn read(language: Language) -> Result<Vec<(String, Vec<String>)>, String> {
    let file = file(language);
    let catalog = polib::po_file::parse(&file).map_err(|problem| format!("{}: {problem}", file.display()))?;
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

/// Where only the full program says something, or a page without a program.
const NOT_INITIAL: [&str; 3] = ["src/ui/full/", "src/ui/standalone/", "src/web/full.rs"];

/// The messages of the initial program alone.
pub fn of_initial(language: Language) -> Result<Vec<u8>, String> {
    let is_initial = |place: &String| !NOT_INITIAL.iter().any(|path| place.starts_with(path));
    let said = said();
    let mut messages = read(language)?;
    messages.retain(|(english, _)| {
        said.iter().any(|said| said.english == *english && said.places.iter().any(is_initial))
    });
    Ok(Catalog::write(language, &messages))
}

/// All words as a page loads them; no two messages may have one key.
pub fn of_full(language: Language) -> Result<Vec<u8>, String> {
    let messages = read(language)?;
    let mut keys: BTreeMap<u32, &str> = BTreeMap::new();
    for (english, _) in &messages {
        if let Some(other) = keys.insert(message_key(english), english) {
            return Err(format!("“{english}” and “{other}” have one key; word one of them otherwise"));
        }
    }
    Ok(Catalog::write(language, &messages))
}

/// The files where a message is said, each once: lines would change with every edit.
fn files(places: &[String]) -> String {
    let mut files: Vec<&str> = places.iter().filter_map(|place| place.split(':').next()).collect();
    files.dedup();
    files.join(" ")
}

/// Brings a language's file up to the page's words: what is new waits for its translation, what nobody says any more
/// is gone. How many wait.
pub fn update(language: Language) -> Result<usize, String> {
    let path = file(language);
    let old = polib::po_file::parse(&path).map_err(|problem| format!("{}: {problem}", path.display()))?;
    let count = old.metadata.plural_rules.nplurals;
    let mut fresh = PoCatalog::new(old.metadata.clone());
    let mut missing = 0;
    for said in said() {
        let known = old.find_message(None, &said.english, said.many.as_deref());
        let mut message =
            if said.many.is_some() { Message::build_plural() } else { Message::build_singular() };
        message.with_msgid(said.english.clone()).with_source(files(&said.places));
        match (&said.many, known) {
            (Some(many), known) => {
                let forms = known.and_then(|known| known.msgstr_plural().ok().cloned());
                missing += usize::from(forms.is_none());
                message.with_msgid_plural(many.clone());
                message.with_msgstr_plural(forms.unwrap_or_else(|| vec![String::new(); count]));
            }
            (None, known) => {
                let words = known.and_then(|known| known.msgstr().ok()).unwrap_or_default();
                missing += usize::from(words.is_empty());
                message.with_msgstr(words.to_owned());
            }
        }
        fresh.append_or_update(message.done());
    }
    polib::po_file::write_to_file(&fresh, &path)
        .map_err(|problem| format!("{}: {problem}", path.display()))?;
    Ok(missing)
}

/// The languages that have a file.
pub fn languages() -> impl Iterator<Item = (Language, &'static str)> {
    let others = Language::ALL.into_iter().filter(|(language, ..)| *language != Language::English);
    others.map(|(language, tag, _)| (language, tag))
}
