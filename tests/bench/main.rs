//! What is measured, in Chromium, beside the peers of `tests/bench/peer`: `make bench` builds everything and
//! prints medians and ratios of one run. It fails where a measure could not be taken, never for being slow.
//! Runs that were kept stand in README.md.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod contestant;
mod press;
mod scale;
mod start;

#[allow(dead_code)]
#[path = "../support"]
mod support {
    pub mod driver;
    pub mod host;
    pub mod page;
    pub mod run;
    pub mod site;
    pub mod troubles;
}

use contestant::{BARE, OURS, PREACT};
use std::path::Path;
use std::process::ExitCode;
use support::driver::Browser;
use support::run::{Scenario, in_all, run};
use support::{host, site};

const CHROMIUM: &[Browser] = &[Browser::Chromium];

const BENCHES: &[Scenario] = &[
    in_all("a press on a filter", press::press).only_in(CHROMIUM),
    in_all("the start on a slow network", start::start).only_in(CHROMIUM),
    in_all("the scale of a corpus", scale::scale).only_in(CHROMIUM),
];

fn main() -> ExitCode {
    if let Some(missing) = [&OURS, &PREACT, &BARE].into_iter().find(|contestant| !contestant.is_built()) {
        eprintln!("{} is not built; run `make bench`", missing.name);
        return ExitCode::FAILURE;
    }
    run(BENCHES, &format!("http://{}/", host::serve(Path::new(site::SITE))))
}

/// The one in the middle.
fn median(times: impl IntoIterator<Item = f64>) -> f64 {
    percentile(times, 50)
}

fn percentile(times: impl IntoIterator<Item = f64>, percent: usize) -> f64 {
    let mut times: Vec<f64> = times.into_iter().collect();
    times.sort_by(f64::total_cmp);
    times[(times.len() - 1) * percent / 100]
}

fn verdict(met: bool) -> &'static str {
    if met { "met" } else { "not met" }
}
