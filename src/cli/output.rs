//! Lines on standard output and standard error. Whoever reads them may stop reading, as `head` does: then the command
//! ends without a word.

use std::fmt::Display;
use std::io::{ErrorKind, Write};

/// What a shell says of a program whose reader has gone.
const READER_GONE: i32 = 141;

pub fn line(text: impl Display) {
    let mut out = std::io::stdout().lock();
    let written = writeln!(out, "{text}").and_then(|()| out.flush());
    let Err(problem) = written else { return };
    if problem.kind() == ErrorKind::BrokenPipe {
        std::process::exit(READER_GONE);
    }
    error_line(format_args!("standpoint: standard output cannot be written: {problem}"));
    std::process::exit(1);
}

/// Where nobody can be told, nobody is.
pub fn error_line(text: impl Display) {
    let _ = writeln!(std::io::stderr(), "{text}");
}
