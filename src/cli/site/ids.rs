//! That no two corpora of a site answer to one name, former names included.

use super::Source;
use std::collections::BTreeMap;

pub fn check(sources: &[Source]) -> Result<(), String> {
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    for source in sources {
        let corpus = source.corpus();
        let own = corpus.id.as_str();
        for name in std::iter::once(own).chain(corpus.former_ids.iter().map(|id| id.as_str())) {
            if let Some(other) = taken.insert(name, own) {
                return Err(format!(
                    "two corpora answer to “{name}” ({other} and {own}); an id or former id must be one corpus’ alone"
                ));
            }
        }
    }
    Ok(())
}
