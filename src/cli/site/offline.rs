//! What a reader's browser can keep: the list of files that make the whole site readable without a network, and
//! the site's worker, which knows the app's files, the site's folders and the sum over all of that. Statements'
//! small pages and former addresses are left out: without a network the worker leads from them into the text.

use super::Source;
use super::bundle::App;
use super::template::fill;
use serde_json::json;
use sha2::{Digest, Sha256};

/// The files that can be kept, in the order in which they are named.
#[derive(Default)]
pub struct Offline(Vec<Kept>);

struct Kept {
    /// Below the site's root; pages by their folders.
    path: String,
    bytes: usize,
    sum: [u8; 32],
}

impl Offline {
    pub fn add(&mut self, path: &str, bytes: &[u8]) {
        self.0.push(Kept { path: path.to_owned(), bytes: bytes.len(), sum: Sha256::digest(bytes).into() });
    }

    /// Adds what another thread has written.
    pub fn extend(&mut self, other: Offline) {
        self.0.extend(other.0);
    }

    fn bytes(&self) -> usize {
        self.0.iter().map(|kept| kept.bytes).sum()
    }

    /// The file that "keep everything" reads.
    pub fn list(&self) -> String {
        let files: Vec<&str> = self.0.iter().map(|kept| kept.path.as_str()).collect();
        json!({ "bytes": self.bytes(), "files": files }).to_string()
    }

    /// The worker's script, another one whenever anything that can be kept has changed.
    pub fn worker(&self, app: &App, sources: &[Source]) -> String {
        let names = sources.iter().map(Source::corpus);
        let names = names.flat_map(|corpus| std::iter::once(&corpus.id).chain(&corpus.former_ids));
        let folders: Vec<&str> =
            ["assets", "code", "corpus"].into_iter().chain(names.map(|id| id.as_str())).collect();
        let assets: Vec<&str> = app.assets.iter().map(|(name, _)| name.as_str()).collect();
        let mut sum = Sha256::new();
        for kept in &self.0 {
            sum.update(&kept.path);
            sum.update(kept.sum);
        }
        let version: String = sum.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
        let site = json!({ "version": version, "bytes": self.bytes(), "assets": assets, "folders": folders });
        fill(&app.worker, &[("site", &site.to_string())])
    }
}
