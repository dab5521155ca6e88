//! The beginning of a corpus file: documents, and empty lists for whoever codes them. It holds nothing that the texts do
//! not say.

use super::new_id::NewIds;
use super::source::title_of;
use crate::corpus::raw;

/// A language that nobody has named yet.
const UNDETERMINED: &str = "und";

/// A corpus of documents, called by the name of its file (without the ending), or as its only document is.
pub fn corpus(stem: &str, documents: Vec<raw::Document>, language: Option<&str>) -> raw::Corpus {
    let title = match documents.as_slice() {
        [only] => only.title.clone(),
        _ => title_of(stem),
    };
    raw::Corpus {
        format: 1,
        id: raw::IdText(NewIds::default().id_of(stem, "corpus")),
        title,
        language: language.unwrap_or(UNDETERMINED).to_owned(),
        documents,
        ..raw::Corpus::default()
    }
}

/// The file's text with its empty lists and method in their places, which [`raw::Corpus::to_json`] leaves out.
pub fn to_json(file: &raw::Corpus) -> String {
    let mut json = file.to_json();
    // A key of the file itself stands at the beginning of a line behind two spaces, as no other does.
    if let Some(at) = json.find("\n  \"documents\": [") {
        json.insert_str(at, "\n  \"method\": \"\",\n  \"coders\": [],\n  \"actors\": [],\n  \"issues\": [],");
    }
    if let Some(body) = json.strip_suffix("\n}\n") {
        json = format!("{body},\n  \"statements\": []\n}}\n");
    }
    json
}
