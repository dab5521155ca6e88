//! Puts functions beside those that they are like: compression remembers best what it has just seen, and a program is
//! a fiftieth smaller on its way.

use super::Outcome;
use super::lean::functions;
use std::collections::HashMap;
use std::convert::Infallible;
use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload};

/// Bytes that functions have in common, at this length and in fewer functions than that, say that they are alike.
const PIECE: usize = 4;
const COMMON: usize = 200;

/// The same program with its functions in another order.
pub fn alike(program: &[u8]) -> Outcome<Vec<u8>> {
    let (mut imported, mut bodies) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(imports) => imported = functions(imports)?,
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let order = beside(&bodies);
    let mut places = vec![0; order.len()];
    for (place, function) in (imported..).zip(&order) {
        places.get_mut(*function).into_iter().for_each(|at| *at = place);
    }
    let mut module = Module::new();
    Moved { imported, order, places }.parse_core_module(&mut module, Parser::new(0), program)?;
    Ok(module.finish())
}

/// An order of functions: after each the one that has most in common with it, for its length, of those that are left.
fn beside(bodies: &[&[u8]]) -> Vec<usize> {
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (function, body) in bodies.iter().enumerate() {
        for piece in body.windows(PIECE) {
            let holders = holders.entry(piece).or_default();
            if holders.last() != Some(&function) {
                holders.push(function);
            }
        }
    }
    holders.retain(|_, holders| (2..COMMON).contains(&holders.len()));
    let mut pieces: Vec<Vec<&[usize]>> = vec![Vec::new(); bodies.len()];
    for holders in holders.values() {
        for function in holders {
            pieces.get_mut(*function).into_iter().for_each(|pieces| pieces.push(holders));
        }
    }
    let (mut order, mut left, mut next) = (Vec::new(), vec![true; bodies.len()], Some(0));
    while let Some(function) = next {
        order.push(function);
        left.get_mut(function).into_iter().for_each(|left| *left = false);
        let mut shared = vec![0_usize; bodies.len()];
        for other in pieces.get(function).into_iter().flatten().copied().flatten() {
            shared.get_mut(*other).into_iter().for_each(|shared| *shared += 1);
        }
        let rest = left.iter().zip(shared.iter().zip(bodies)).enumerate().filter(|(_, (left, _))| **left);
        // In thousandths; a short function has little in common with anything.
        let likeness = |shared: usize, body: &[u8]| shared * 1000 / (body.len() + 20);
        next = rest
            .map(|(other, (_, (shared, body)))| (likeness(*shared, body), std::cmp::Reverse(other)))
            .max()
            .map(|(_, other)| other.0);
    }
    order
}

struct Moved {
    imported: u32,
    order: Vec<usize>,
    /// The new index of each function that is not imported.
    places: Vec<u32>,
}

impl Reencode for Moved {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error> {
        let own = function.checked_sub(self.imported);
        let place = own.and_then(|own| self.places.get(own as usize));
        Ok(place.copied().unwrap_or(function))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error> {
        let kinds: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for kind in self.order.iter().filter_map(|function| kinds.get(*function)) {
            functions.function(*kind);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for function in self.order.clone() {
            bodies
                .get(function)
                .into_iter()
                .try_for_each(|body| self.parse_function_body(code, body.clone()))?;
        }
        Ok(())
    }
}
