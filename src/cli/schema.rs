//! `standpoint schema`: the JSON Schema, from the same description that reads the file.

use std::io::Write;

pub fn print() -> Result<(), String> {
    let schema =
        serde_json::to_string_pretty(&crate::corpus::schema()).map_err(|problem| problem.to_string())?;
    writeln!(std::io::stdout(), "{schema}").map_err(|problem| problem.to_string())
}
