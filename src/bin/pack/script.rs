//! Scripts made small.

use super::Outcome;
use oxc::allocator::Allocator;
use oxc::codegen::{Codegen, CodegenOptions};
use oxc::minifier::{Minifier, MinifierOptions};
use oxc::parser::Parser;
use oxc::semantic::SemanticBuilder;
use oxc::span::SourceType;

/// A module with names of a letter or two, and nothing that only people read.
pub fn module(script: &str) -> Outcome<String> {
    minified(script, SourceType::mjs())
}

/// The same for a script that is no module; its names are its own where it is one function.
pub fn classic(script: &str) -> Outcome<String> {
    minified(script, SourceType::script())
}

fn minified(script: &str, kind: SourceType) -> Outcome<String> {
    check(script, kind)?;
    let allocator = Allocator::default();
    let mut program = Parser::new(&allocator, script, kind).parse().program;
    let names = Minifier::new(MinifierOptions::default()).minify(&allocator, &mut program).scoping;
    let options = CodegenOptions::minify();
    Ok(Codegen::new().with_options(options).with_scoping(names).build(&program).code)
}

/// What a browser would refuse, the packer refuses: no words of a program, or two things of one name.
fn check(script: &str, kind: SourceType) -> Outcome<()> {
    let allocator = Allocator::default();
    let read = Parser::new(&allocator, script, kind).parse();
    let meant = SemanticBuilder::new().with_check_syntax_error(true).build(&read.program);
    match read.diagnostics.iter().chain(&meant.diagnostics).next() {
        Some(problem) => Err(format!("a script cannot be read: {problem:?}").into()),
        None => Ok(()),
    }
}

/// Script lines without those that are comments alone, for a script that is not whole yet. Neither ours nor bindgen's
/// have a string that runs over lines, so a line's indentation is nobody's.
pub fn without_comments(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}
