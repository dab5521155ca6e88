//! Binds a linked program to the script that starts it.

use super::alike::alike;
use super::{Outcome, script};
use std::fs;
use std::path::Path;
use wasm_encoder::{EntityType, ExportKind, ExportSection, ImportSection, Module, RawSection};
use wasmparser::{ExportSectionReader, ExternalKind, ImportSectionReader, Parser, Payload, TypeRef};

/// A compiled program as the script that starts it and the wasm it starts; `export` names what the script gives of it.
pub fn bound(linked: &[u8], glue: &Path, export: &str) -> Outcome<(String, Vec<u8>)> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen
        .input_bytes("page", linked.to_vec())
        .out_name("page")
        .web(true)?
        .typescript(false)
        .remove_name_section(true);
    bindgen.remove_producers_section(true).generate(glue)?;
    let script = script::without_comments(&fs::read_to_string(glue.join("page.js"))?);
    let program = fs::read(glue.join("page_bg.wasm"))?;
    fs::remove_dir_all(glue)?;
    let (script, program) = short_names(&script, &program)?;
    Ok((fresh_each_time(&script, export)?, alike(&program)?))
}

/// Gives what the program imports and exports names of a letter or two instead of some forty characters, half of them
/// a hash that no compression shortens. In the script an import is a line that begins with its name, and an export is
/// asked of `wasm`.
fn short_names(script: &str, program: &[u8]) -> Outcome<(String, Vec<u8>)> {
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

fn short_imports(imports: ImportSectionReader, script: &mut String) -> Outcome<ImportSection> {
    let mut section = ImportSection::new();
    for (at, import) in imports.into_imports().enumerate() {
        let import = import?;
        let TypeRef::Func(kind) = import.ty else {
            return Err("the program imports something else than functions".into());
        };
        if import.module != "./page_bg.js" {
            let from = import.module;
            return Err(format!("the program imports from {from}, which this packer does not know").into());
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

fn short_exports(exports: ExportSectionReader, script: &mut String) -> Outcome<ExportSection> {
    let mut section = ExportSection::new();
    for (at, export) in exports.into_iter().enumerate() {
        let export = export?;
        let kind = match export.kind {
            ExternalKind::Func => ExportKind::Func,
            ExternalKind::Memory => ExportKind::Memory,
            ExternalKind::Table => ExportKind::Table,
            ExternalKind::Global => ExportKind::Global,
            _ => {
                return Err(
                    format!("the program exports {}, which is of no kind known here", export.name).into()
                );
            }
        };
        let (long, short) = (format!("wasm.{}", export.name), format!("${at:x}"));
        let mut pieces = script.split(&long);
        let mut renamed = pieces.next().unwrap_or_default().to_owned();
        for piece in pieces {
            // Another name may begin like this one.
            let ends = !piece.starts_with(|next: char| next.is_ascii_alphanumeric() || "_$".contains(next));
            renamed.push_str(&if ends { format!("wasm.{short}") } else { long.clone() });
            renamed.push_str(piece);
        }
        *script = renamed;
        section.export(&short, kind, export.index);
    }
    Ok(section)
}

/// Bindgen's module as one function that gives a fresh program at each call: the module itself would give the
/// same one again, even after it died. `init` takes a compiled program; how bindgen would fetch one is left out.
fn fresh_each_time(module: &str, export: &str) -> Outcome<String> {
    let ending = "export { initSync, __wbg_init as default };";
    let Some(body) = module.trim_end().strip_suffix(ending) else {
        return Err("bindgen's script ends otherwise than this packer knows".into());
    };
    let (imports, begin) = ("function __wbg_get_imports()", "function __wbg_finalize_init(instance,");
    if !body.contains(imports) || !body.contains(begin) {
        return Err("bindgen's script begins otherwise than this packer knows".into());
    }
    let body = body.replace("\nexport function ", "\nfunction ").replacen("export function ", "function ", 1);
    if body.lines().any(|line| line.starts_with("export ") || line.starts_with("import ")) {
        return Err("bindgen's script exports or imports what this packer does not know".into());
    }
    Ok(format!(
        "() => {{\n{body}return {{\n\
         init: async (program) => __wbg_finalize_init(await WebAssembly.instantiate(program, __wbg_get_imports())),\n\
         {export} }};\n}}"
    ))
}
