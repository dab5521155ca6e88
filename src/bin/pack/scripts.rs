//! The page's own scripts: modules of `src/web/scripts` joined into one, and made small for distribution.

use super::{Build, Result};
use std::fs;
use std::path::Path;

const FOLDER: &str = "src/web/scripts";

/// A script with all that it imports, the imported first, and `places` in double braces filled. Only our own modules
/// are imported, each on one line and by the names that they export; names are unique among all of them.
pub fn bundle(entry: &str, places: &[(&str, &str)]) -> Result<String> {
    let (mut bundled, mut done) = (String::new(), Vec::new());
    add(entry, true, &mut bundled, &mut done)?;
    Ok(places.iter().fold(bundled, |text, (place, name)| text.replace(&format!("{{{{{place}}}}}"), name)))
}

fn add(name: &str, is_entry: bool, bundled: &mut String, done: &mut Vec<String>) -> Result<()> {
    if done.iter().any(|known| known == name) {
        return Ok(());
    }
    done.push(name.to_owned());
    let file = Path::new(FOLDER).join(name);
    let source = fs::read_to_string(&file).map_err(|problem| format!("{}: {problem}", file.display()))?;
    let mut own = String::new();
    for line in source.lines() {
        if let Some(import) = line.strip_prefix("import ") {
            let imported = import.rsplit_once(" from \"./").and_then(|(_, path)| path.strip_suffix("\";"));
            add(
                imported.ok_or_else(|| format!("{name} imports in a way that is not known: {line}"))?,
                false,
                bundled,
                done,
            )?;
            continue;
        }
        // Who imports it names it.
        if !is_entry && line.starts_with("export default ") {
            continue;
        }
        own.push_str(if is_entry { line } else { line.strip_prefix("export ").unwrap_or(line) });
        own.push('\n');
    }
    bundled.push_str(&own);
    Ok(())
}

impl Build {
    /// A script that is a module.
    pub fn module(self, script: &str) -> Result<String> {
        self.small(script, true)
    }

    /// A script that is no module, as one function, so that its names are its own.
    pub fn function(self, script: &str) -> Result<String> {
        self.small(&format!("(() => {{\n{script}\n}})();"), false)
    }

    fn small(self, script: &str, _is_module: bool) -> Result<String> {
        match self {
            Build::Plain => Ok(without_comments(script)),
            #[cfg(feature = "dist")]
            Build::Small => minify::small(script, _is_module),
        }
    }
}

/// Script lines without those that are comments alone, and without indentation. Neither our scripts nor bindgen's have
/// a string that runs over lines.
pub fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(feature = "dist")]
mod minify {
    use super::Result;
    use oxc::allocator::Allocator;
    use oxc::codegen::{Codegen, CodegenOptions};
    use oxc::minifier::{Minifier, MinifierOptions};
    use oxc::parser::Parser;
    use oxc::semantic::SemanticBuilder;
    use oxc::span::SourceType;

    /// Names of a letter or two, and nothing that only people read.
    pub fn small(script: &str, is_module: bool) -> Result<String> {
        let kind = if is_module { SourceType::mjs() } else { SourceType::script() };
        check(script, kind)?;
        let allocator = Allocator::default();
        let mut program = Parser::new(&allocator, script, kind).parse().program;
        let names = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program).scoping;
        let options = CodegenOptions::minify();
        Ok(Codegen::new().with_options(options).with_scoping(names).build(&program).code)
    }

    /// Refuses what a browser would refuse: a script that cannot be parsed, or two things of one name.
    fn check(script: &str, kind: SourceType) -> Result<()> {
        let allocator = Allocator::default();
        let read = Parser::new(&allocator, script, kind).parse();
        let meant = SemanticBuilder::new().with_check_syntax_error(true).build(&read.program);
        match read.diagnostics.iter().chain(&meant.diagnostics).next() {
            Some(problem) => Err(format!("a script cannot be read: {problem:?}").into()),
            None => Ok(()),
        }
    }
}
