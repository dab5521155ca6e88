//! What the queries of the page cost as a corpus grows, beside libraries that answer the same: every task at every size,
//! all of them in one page of one browser.

use crate::support::host;
use crate::support::page::Page;
use crate::{median, percentile, verdict};
use standpoint::corpus::{Corpus, Snapshot};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

/// Made by `make bench`: the queries as a program, the peers, and what is put beside them here.
const FOLDER: &str = "target/peer/scale";
/// The program as cargo links it.
const LINKED: &str = "target/wasm32-unknown-unknown/page/examples/queries.wasm";

/// Numbers of statements.
const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

struct Goal {
    task: &'static str,
    /// Most that its median may take at the largest size, in milliseconds.
    most: f64,
    /// The peers that it is held against, and the share of their time that it may take.
    peers: &'static [(&'static str, f64)],
}

const GOALS: [Goal; 3] = [
    Goal { task: "a value is chosen, all counts", most: 1.0, peers: &[("crossfilter2", 0.1)] },
    Goal { task: "a letter is typed", most: 10.0, peers: &[("MiniSearch", 0.5), ("FlexSearch", 0.5)] },
    Goal { task: "the whole comparison", most: 200.0, peers: &[] },
];

/// Task, then who did it, then the times of its turns.
type Times = BTreeMap<String, BTreeMap<String, Vec<f64>>>;

pub fn scale(page: &Page) {
    bind_program();
    for size in SIZES {
        write_corpus(size);
    }
    let address = format!("http://{}/", host::serve(Path::new(FOLDER)));
    let measured = SIZES.map(|size| {
        page.visit(&address);
        page.element("html[data-ready]");
        let times: Times = serde_json::from_value(page.script_later(&format!("return measure({size})")))
            .expect("times of every task");
        times
    });
    print(&measured);
}

/// Puts the program beside the script that starts it.
fn bind_program() {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(LINKED).out_name("program").typescript(false);
    bindgen.no_modules(true).expect("a script").no_modules_global("program").expect("its name");
    bindgen.generate(FOLDER).expect("the program is bound");
}

fn write_corpus(size: usize) {
    let made = Command::new("target/debug/standpoint")
        .args(["synth", "--statements", &size.to_string()])
        .output()
        .expect("`standpoint synth` runs");
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let reading = Corpus::read(&made.stdout).unwrap_or_else(|_| panic!("the corpus of {size} has problems"));
    let folder = Path::new(FOLDER);
    fs::write(folder.join(format!("{size}.tables")), Snapshot::from(reading).to_bytes()).expect("written");
    fs::write(folder.join(format!("{size}.json")), made.stdout).expect("written");
}

fn print(measured: &[Times; SIZES.len()]) {
    let [.., largest] = measured;
    println!("Queries in the page: medians (95th of a hundred), milliseconds, and how the median grows");
    let heads: String = SIZES.iter().map(|size| format!("{size:>22}")).collect();
    println!("{:<32} {:<14}{heads} {:>8}", "", "", "growth");
    for (task, contestants) in largest {
        for who in contestants.keys() {
            let turns = |times: &Times| times[task][who].clone();
            let cells: String = measured
                .iter()
                .map(|times| {
                    let (middle, worst) = (median(turns(times)), percentile(turns(times), 95));
                    format!("{:>22}", format!("{middle:.3} ({worst:.3})"))
                })
                .collect();
            let medians = measured.iter().map(|times| median(turns(times)));
            let growth = exponent(&medians.collect::<Vec<_>>());
            println!(
                "{task:<32} {who:<14}{cells} {:>8}",
                growth.map_or("-".to_owned(), |growth| format!("{growth:.2}"))
            );
        }
    }
    let [.., size] = SIZES;
    for Goal { task, most, peers } in GOALS {
        let ours = median(largest[task]["Standpoint"].clone());
        println!("{task}, {size} statements: {ours:.3} ms, goal {most} ms: {}", verdict(ours <= most));
        for (who, share) in peers {
            let ratio = ours / median(largest[task][*who].clone()).max(0.001);
            println!("  beside {who}: {ratio:.2}, goal {share}: {}", verdict(ratio <= *share));
        }
    }
    println!();
}

/// The slope of a line through the logarithms of sizes and times: 1 where twice the work takes twice as long. None where
/// a time is shorter than the browser's clock tells.
fn exponent(medians: &[f64]) -> Option<f64> {
    if medians.iter().any(|time| *time <= 0.0) {
        return None;
    }
    let points: Vec<(f64, f64)> =
        SIZES.iter().zip(medians).map(|(size, time)| ((*size as f64).ln(), time.ln())).collect();
    let middle = |of: fn(&(f64, f64)) -> f64| points.iter().map(of).sum::<f64>() / points.len() as f64;
    let (x, y) = (middle(|point| point.0), middle(|point| point.1));
    let slope: f64 = points.iter().map(|point| (point.0 - x) * (point.1 - y)).sum();
    Some(slope / points.iter().map(|point| (point.0 - x).powi(2)).sum::<f64>())
}
