//! What coders wrote, as lines of the command line call it: the file format's own words, and places in a text.

use crate::corpus::{Kind, Span, Stance, Text};

pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Direct => "direct",
        Kind::Mixed => "mixed",
        Kind::Indirect => "indirect",
        Kind::Scare => "scare",
    }
}

pub fn stance(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports",
        Stance::Opposes => "opposes",
        Stance::Neutral => "neutral",
        Stance::Open => "open",
        Stance::Unclear => "unclear",
        Stance::None => "none",
    }
}

/// Line and column where words begin, both from 1; a column is a code point.
pub fn place(text: &Text, span: Span) -> String {
    let (before, _) = text.around(span);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    format!("{line}:{column}")
}
