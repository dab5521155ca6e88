//! How far a long build is: on a terminal a bar with the time that is left, elsewhere a line for each tenth.

use crate::cli::output;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Fewer pages are drawn before anybody has read how many there are.
const FEW: usize = 1_000;
/// So many lines tell of a build where no bar can.
const LINES: usize = 10;

pub struct Progress {
    all: usize,
    done: AtomicUsize,
    bar: Option<ProgressBar>,
}

impl Progress {
    pub fn of(all: usize) -> Progress {
        let bar = (all >= FEW && std::io::stderr().is_terminal()).then(|| bar(all));
        Progress { all, done: AtomicUsize::new(0), bar }
    }

    /// One more page is drawn, by whichever thread.
    pub fn advance(&self) {
        let done = self.done.fetch_add(1, Ordering::Relaxed) + 1;
        match &self.bar {
            Some(bar) => bar.inc(1),
            None if self.all >= FEW && is_a_tenth(done, self.all) => {
                output::error_line(format_args!("{done} of {} pages are drawn", self.all));
            }
            None => {}
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.iter().for_each(ProgressBar::finish_and_clear);
    }
}

fn bar(all: usize) -> ProgressBar {
    let bar = ProgressBar::new(all as u64);
    let shown = ProgressStyle::with_template("{pos} of {len} pages {wide_bar} {eta} left");
    // The template is fixed; one that could not be read would leave the usual bar.
    if let Ok(shown) = shown {
        bar.set_style(shown);
    }
    bar
}

/// Whether a number is the first in its tenth of all.
fn is_a_tenth(done: usize, all: usize) -> bool {
    done * LINES / all > (done - 1) * LINES / all
}
