//! Stand-in while the reader is being written.
use super::*;
#[derive(Debug, Clone, PartialEq)]
pub struct Problem(pub String);
impl std::fmt::Display for Problem { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&self.0) } }
#[derive(Debug, Clone, PartialEq)]
pub struct Located { pub path: String, pub line: usize, pub column: usize, pub problem: Problem }
#[derive(Debug, Clone, PartialEq)]
pub struct Fault { pub statement: String, pub document: String, pub words: String, pub at: Located }
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal { pub problems: Vec<Located> }
#[derive(Debug, Clone, PartialEq)]
pub struct Reading { pub corpus: Corpus, pub faults: Vec<Fault>, pub stated: usize }
impl Corpus {
    pub fn read(_: &[u8]) -> Result<Reading, Refusal> { Err(Refusal { problems: vec![] }) }
    pub fn statement_by_id(&self, _: &str) -> Option<StatementIx> { None }
    pub fn actor_by_id(&self, _: &str) -> Option<ActorIx> { None }
    pub fn issue_by_id(&self, _: &str) -> Option<IssueIx> { None }
    pub fn document_by_id(&self, _: &str) -> Option<DocumentIx> { None }
    pub fn wording(&self, _: &Statement) -> String { String::new() }
}
pub fn schema() -> serde_json::Value { serde_json::Value::Null }
