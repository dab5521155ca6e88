//! What a press on a filter costs, in Chromium, beside the least that any page would pay: the same number of
//! class changes on the same marks. `make bench` prints both medians and their ratio, from one run.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[allow(dead_code)]
#[path = "../support"]
mod support {
    pub mod driver;
    pub mod host;
    pub mod page;
    pub mod run;
}

use std::path::Path;
use std::process::ExitCode;
use support::driver::Browser;
use support::host;
use support::page::Page;
use support::run::{Scenario, in_all, run};

/// Most that a press may cost, in milliseconds of script, style and layout.
const GOAL: f64 = 8.0;

const BENCHES: &[Scenario] = &[in_all("a press on a filter", press).only_in(&[Browser::Chromium])];

fn main() -> ExitCode {
    let site = Path::new("target/site");
    if !site.join("index.html").exists() {
        eprintln!("target/site is not built; run `make bench`");
        return ExitCode::FAILURE;
    }
    run(BENCHES, &format!("http://{}/", host::serve(site)))
}

fn press(page: &Page) {
    page.open("");
    page.says("34 statements by 10 speakers");
    // Yew renders in a microtask: after one turn of the queue the page is what it will be; reading a height
    // forces style and layout. Writes to the address wait for their own turn and are paid for elsewhere.
    let found = page.script_later(
        "const boxes = [...document.querySelectorAll('.rooms > .facets input[type=checkbox]')];
         const marks = [...document.querySelectorAll('.article .line')];
         const settle = async () => { await new Promise((done) => setTimeout(done, 0)); return document.documentElement.offsetHeight };
         const timed = async (work) => {
           const times = [];
           for (let turn = 0; turn < 60; turn += 1) {
             document.documentElement.offsetHeight;
             const start = performance.now();
             work(turn);
             await Promise.resolve();
             await Promise.resolve();
             document.documentElement.offsetHeight;
             times.push(performance.now() - start);
             await settle();
           }
           times.sort((a, b) => a - b);
           return [times[30], times[57]];
         };
         const ours = await timed((turn) => boxes[Math.floor(turn / 2) % boxes.length].click());
         const bare = await timed(() => marks.forEach((mark) => mark.classList.toggle('is-out')));
         return [...ours, ...bare]",
    );
    let times: Vec<f64> = serde_json::from_value(found).expect("four times");
    let [median, worst, bare, bare_worst] = times[..] else { panic!("four times: {times:?}") };
    println!("press on a filter: median {median:.1} ms, 95th {worst:.1} ms (goal {GOAL} ms)");
    println!(
        "class changes only: median {bare:.1} ms, 95th {bare_worst:.1} ms; ratio {:.1}",
        median / bare.max(0.1)
    );
    assert!(median <= GOAL, "a press costs {median:.1} ms");
}
