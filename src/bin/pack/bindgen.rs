//! Binds a linked program to the script that starts it.

use super::{Build, Result, scripts};
use std::fs;
use std::path::Path;

/// A program of the page as it is bound to its script: the script that starts it, and its wasm.
pub struct Program {
    pub script: String,
    pub wasm: Vec<u8>,
}

/// The programs of these names, each bound on a thread of its own: reading one takes seconds.
pub fn bind_all<const N: usize>(
    programs: &Path,
    names: [&str; N],
    build: Build,
) -> [std::result::Result<Program, String>; N] {
    std::thread::scope(|threads| {
        let bound = |name| bind(programs, name, build).map_err(|problem| format!("{name}: {problem}"));
        let started = names.map(|name| threads.spawn(move || bound(name)));
        started.map(|thread| thread.join().unwrap_or_else(|_| Err("a program could not be bound".to_owned())))
    })
}

/// The program of this name in a folder of linked ones, with the script that starts it: a function that gives a fresh
/// program at each call, since a program that died must not be given again.
fn bind(programs: &Path, name: &str, build: Build) -> Result<Program> {
    let linked = fs::read(programs.join(format!("{name}.wasm")))?;
    // These have none of the functions that are stubbed.
    #[cfg(feature = "dist")]
    let linked = match build {
        Build::Small if !matches!(name, "validator" | "converter") => super::stub_functions::stub(&linked)?,
        _ => linked,
    };
    let glue = programs.join(format!("{name}-glue"));
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_bytes("page", linked).out_name("page").no_modules(true)?;
    bindgen.no_modules_global("program")?;
    bindgen.typescript(false).remove_name_section(true).remove_producers_section(true).generate(&glue)?;
    let script = scripts::without_comments(&fs::read_to_string(glue.join("page.js"))?);
    let wasm = fs::read(glue.join("page_bg.wasm"))?;
    fs::remove_dir_all(&glue)?;
    let (script, wasm) = match build {
        Build::Plain => (script, wasm),
        #[cfg(feature = "dist")]
        Build::Small => short_names::shorten(&script, &wasm)?,
    };
    Ok(Program { script: format!("() => {{\n{script}\nreturn program;\n}}"), wasm })
}

#[cfg(feature = "dist")]
mod short_names {
    use super::Result;
    use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
    use wasmparser::{ExportSectionReader, ExternalKind, ImportSectionReader, Parser, Payload, TypeRef};

    /// Gives what the program imports and exports names of a letter or two instead of some forty characters, half of
    /// them a hash that no compression shortens. In the script an import is a line that begins with its name, and an
    /// export is asked of `wasm`.
    pub fn shorten(script: &str, program: &[u8]) -> Result<(String, Vec<u8>)> {
        let (mut script, mut short) = (script.to_owned(), Module::new());
        for payload in Parser::new(0).parse_all(program) {
            match payload? {
                Payload::ImportSection(imports) => {
                    short.section(&short_imports(imports, &mut script)?);
                }
                Payload::ExportSection(exports) => {
                    short.section(&short_exports(exports, &mut script)?);
                }
                // For tools, not for browsers.
                Payload::CustomSection(_) => {}
                other => {
                    if let Some((id, range)) = other.as_section() {
                        let data = program.get(range).unwrap_or_default();
                        short.section(&RawSection { id, data });
                    }
                }
            }
        }
        Ok((script.replacen("\"./page_bg.js\": import0", "\"_\": import0", 1), short.finish()))
    }

    fn short_imports(imports: ImportSectionReader, script: &mut String) -> Result<ImportSection> {
        let mut section = ImportSection::new();
        for (at, import) in imports.into_imports().enumerate() {
            let import = import?;
            let TypeRef::Func(kind) = import.ty else {
                return Err("the program imports something else than functions".into());
            };
            if import.module != "./page_bg.js" {
                let from = import.module;
                return Err(
                    format!("the program imports from {from}, which this packer does not know").into()
                );
            }
            let (long, short) = (format!("\n{}:", import.name), format!("_{at:x}"));
            if !script.contains(&long) {
                return Err(format!("bindgen's script has no import {}", import.name).into());
            }
            *script = script.replacen(&long, &format!("\n{short}:"), 1);
            section.import("_", &short, EntityType::Function(kind));
        }
        Ok(section)
    }

    fn short_exports(exports: ExportSectionReader, script: &mut String) -> Result<ExportSection> {
        let mut section = ExportSection::new();
        for (at, export) in exports.into_iter().enumerate() {
            let export = export?;
            let kind = match export.kind {
                ExternalKind::Func => ExportKind::Func,
                ExternalKind::Memory => ExportKind::Memory,
                ExternalKind::Table => ExportKind::Table,
                ExternalKind::Global => ExportKind::Global,
                _ => {
                    return Err(format!(
                        "the program exports {}, which is of no kind known here",
                        export.name
                    )
                    .into());
                }
            };
            let (long, short) = (format!("wasm.{}", export.name), format!("${at:x}"));
            let mut pieces = script.split(&long);
            let mut renamed = pieces.next().unwrap_or_default().to_owned();
            for piece in pieces {
                // Another name may begin like this one.
                let ends =
                    !piece.starts_with(|next: char| next.is_ascii_alphanumeric() || "_$".contains(next));
                renamed.push_str(&if ends { format!("wasm.{short}") } else { long.clone() });
                renamed.push_str(piece);
            }
            *script = renamed;
            section.export(&short, kind, export.index);
        }
        Ok(section)
    }
}
