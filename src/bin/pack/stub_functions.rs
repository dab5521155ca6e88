//! Takes out of a linked program what it never comes to, and all data that nothing refers to without that.

use super::Result;
use std::ops::Range;
use wasmparser::{
    DefinedDataSymbol, ExternalKind, ImportSectionReader, KnownCustom, Linking, Parser, Payload,
    RelocationType, SymbolFlags, SymbolInfo, TypeRef,
};

/// Functions that are never heard of, each by a piece of its symbol and its end. Two put words together for a panic,
/// and the page is built to stop at one without a word; for yew's name of a node that it did not expect, the lower
/// case of all of Unicode stood in the program, a twentieth of the first load. The third makes html from text, which
/// this page never does: without it, it cannot.
const STUBS: &[(&str, &str)] = &[
    ("3yew", "feat_hydration13node_type_str"),
    ("24console_error_panic_hook", "_24console_error_panic_hook4hook"),
    ("4vraw4VRaw", "12Reconcilable6attach"),
];

/// The program without them; it was linked with `--emit-relocs`, which says what refers to what.
pub fn stub(program: &[u8]) -> Result<Vec<u8>> {
    let linked = Linked::read(program)?;
    if linked.stubs.len() != STUBS.len() {
        return Err(
            "a program lacks a function that pack/stub_functions.rs takes out, or has it twice".into()
        );
    }
    let mut stubbed = program.to_vec();
    for function in &linked.stubs {
        let body = linked.bodies.get(*function).cloned().unwrap_or_default();
        // No locals, `unreachable`, and nothing more up to the end.
        if let Some([locals, first, rest @ .., _]) = stubbed.get_mut(body) {
            (*locals, *first) = (0, 0);
            rest.fill(1);
        }
    }
    let kept = linked.kept();
    let mut is_kept = vec![false; program.len()];
    for range in &kept {
        is_kept.get_mut(range.clone()).into_iter().for_each(|bytes| bytes.fill(true));
    }
    let places = linked.symbols.iter().filter_map(Symbol::data).flatten();
    for place in places.filter(|place| is_kept.get(*place) == Some(&false)) {
        stubbed.get_mut(place).into_iter().for_each(|byte| *byte = 0);
    }
    Ok(stubbed)
}

/// How many functions are imported; the program's own are counted from there on.
pub fn functions(imports: ImportSectionReader) -> Result<u32> {
    imports
        .into_imports()
        .try_fold(0, |all, import| Ok(all + u32::from(matches!(import?.ty, TypeRef::Func(_)))))
}

/// A function by its place among the bodies, or where data stands in the file.
enum Symbol {
    Function(usize),
    Data(Range<usize>),
    Other,
}

impl Symbol {
    fn data(&self) -> Option<Range<usize>> {
        match self {
            Symbol::Data(range) => Some(range.clone()),
            _ => None,
        }
    }
}

/// What a linked program says of itself; places are those in the file.
#[derive(Default)]
struct Linked {
    bodies: Vec<Range<usize>>,
    symbols: Vec<Symbol>,
    stubs: Vec<usize>,
    /// Where a symbol is referred to, and which, in the order of places.
    references: Vec<(usize, usize)>,
    /// The functions that are called from outside.
    entries: Vec<usize>,
}

impl Linked {
    fn read(program: &[u8]) -> Result<Linked> {
        let (mut linked, mut sections, mut segments) = (Linked::default(), Vec::new(), Vec::new());
        // Functions are counted from the imported ones on, which have no body.
        let (mut imported, mut called) = (0, Vec::new());
        for payload in Parser::new(0).parse_all(program) {
            let payload = payload?;
            sections.extend(payload.as_section().map(|(_, range)| range.start));
            match payload {
                Payload::ImportSection(imports) => imported = functions(imports)?,
                Payload::ExportSection(exports) => {
                    for export in exports {
                        let export = export?;
                        called.extend((export.kind == ExternalKind::Func).then_some(export.index));
                    }
                }
                Payload::StartSection { func, .. } => called.push(func),
                Payload::CodeSectionEntry(body) => linked.bodies.push(body.range()),
                Payload::DataSection(data) => {
                    for segment in data {
                        let segment = segment?;
                        segments.push(segment.range.end - segment.data.len());
                    }
                }
                Payload::CustomSection(custom) => match custom.as_known() {
                    KnownCustom::Linking(linking) => {
                        for part in linking.subsections() {
                            if let Linking::SymbolTable(symbols) = part? {
                                for symbol in symbols {
                                    linked.learn(&symbol?, imported, &segments);
                                }
                            }
                        }
                    }
                    KnownCustom::Reloc(places) => {
                        let start = sections.get(places.section_index() as usize).copied();
                        let start = start.ok_or("a reference into no section")?;
                        for place in places.entries() {
                            let place = place?;
                            if place.ty != RelocationType::TypeIndexLeb {
                                linked.references.push((start + place.offset as usize, place.index as usize));
                            }
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        let own = |function: u32| function.checked_sub(imported).map(|at| at as usize);
        linked.entries = called.into_iter().filter_map(own).collect();
        linked.references.sort_unstable();
        Ok(linked)
    }

    fn learn(&mut self, symbol: &SymbolInfo, imported: u32, segments: &[usize]) {
        let known = match symbol {
            SymbolInfo::Func { index, name, .. } => match index.checked_sub(imported) {
                Some(at) => {
                    let is_named = |(piece, end): &(&str, &str)| {
                        name.is_some_and(|name| name.contains(piece) && name.ends_with(end))
                    };
                    self.stubs.extend(STUBS.iter().any(is_named).then_some(at as usize));
                    Symbol::Function(at as usize)
                }
                None => Symbol::Other,
            },
            SymbolInfo::Data { flags, symbol: Some(at), .. } if !flags.contains(SymbolFlags::ABSOLUTE) => {
                let DefinedDataSymbol { index, offset, size } = *at;
                segments.get(index as usize).map_or(Symbol::Other, |segment| {
                    let start = segment + offset as usize;
                    Symbol::Data(start..start + size as usize)
                })
            }
            _ => Symbol::Other,
        };
        self.symbols.push(known);
    }

    /// The data that is referred to from what is called, however indirectly.
    fn kept(&self) -> Vec<Range<usize>> {
        let (mut kept, mut reached) = (Vec::new(), vec![false; self.symbols.len()]);
        let mut ranges: Vec<Range<usize>> =
            self.entries.iter().filter_map(|function| self.bodies.get(*function).cloned()).collect();
        while let Some(range) = ranges.pop() {
            let from = self.references.partition_point(|(place, _)| *place < range.start);
            let within = self.references.iter().skip(from).take_while(|(place, _)| *place < range.end);
            for (_, symbol) in within {
                if reached.get_mut(*symbol).is_none_or(|reached| std::mem::replace(reached, true)) {
                    continue;
                }
                match self.symbols.get(*symbol) {
                    Some(Symbol::Function(at)) if !self.stubs.contains(at) => {
                        ranges.extend(self.bodies.get(*at).cloned());
                    }
                    Some(Symbol::Data(data)) => {
                        kept.push(data.clone());
                        ranges.push(data.clone());
                    }
                    _ => {}
                }
            }
        }
        kept
    }
}
