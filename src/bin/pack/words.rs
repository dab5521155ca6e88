//! The page's words in other languages, as translators write them (gettext's PO) and as a page loads them.

use standpoint::ui::tongue::{Messages, key};
use standpoint::view::Language;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Where a language's words stand.
pub fn file(language: Language) -> PathBuf {
    PathBuf::from(format!("src/ui/words/{}.po", language.tag()))
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

/// The same as a page loads it; no two messages may have one key.
pub fn packed(language: Language) -> Result<Vec<u8>, String> {
    let messages = read(language)?;
    let mut keys: BTreeMap<u32, &str> = BTreeMap::new();
    for (english, _) in &messages {
        if let Some(other) = keys.insert(key(english), english) {
            return Err(format!("“{english}” and “{other}” have one key; word one of them otherwise"));
        }
    }
    Ok(Messages::write(language, &messages))
}

/// The languages that have a file.
pub fn languages() -> impl Iterator<Item = (Language, &'static str)> {
    let others = Language::ALL.into_iter().filter(|(language, ..)| *language != Language::English);
    others.map(|(language, tag, _)| (language, tag))
}
