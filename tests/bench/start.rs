//! How long a first visit waits, on a slow phone on a slow network: until the first paragraph can be read, and
//! until the first filter works. The page measures itself, from the moment it was asked for, by the same
//! script for every contestant.

use crate::contestant::{BARE, Contestant, OURS, PREACT};
use crate::support::page::Page;
use crate::{median, verdict};
use serde::Deserialize;
use serde_json::json;

/// Counted loads of each contestant, in turns; one more before them warms the browser up.
const LOADS: usize = 15;

/// Slow 4G, as Chromium's own tools have it.
const ROUND_TRIP: f64 = 562.0;
const BYTES_A_SECOND: f64 = 1_440_000.0 / 8.0;
const SLOWER_PROCESSOR: f64 = 4.0;

/// One load, in milliseconds.
#[derive(Deserialize)]
struct Load {
    readable: f64,
    /// The first frame in which a press is heard, and the end of the one that showed what it did.
    ready: Option<f64>,
    works: Option<f64>,
    arrivals: Vec<Arrival>,
}

#[derive(Deserialize)]
struct Arrival {
    name: String,
    bytes: u64,
    asked: f64,
    there: f64,
}

pub fn start(page: &Page) {
    let contestants = [&BARE, &OURS, &PREACT];
    let mut loads = [const { Vec::new() }; 3];
    for turn in 0..=LOADS {
        for (contestant, loads) in contestants.iter().zip(&mut loads) {
            let load = load(page, contestant);
            if turn > 0 {
                loads.push(load);
            }
        }
    }
    page.tab();
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    println!(
        "A first visit on slow 4G ({ROUND_TRIP} ms round trip, {} Mbit/s), processor {SLOWER_PROCESSOR} times slower",
        BYTES_A_SECOND * 8.0 / 1e6
    );
    let version = page.chromium("Browser.getVersion", json!({}));
    let version = version["product"].as_str().expect("a version");
    println!("Medians of {LOADS} loads each (least to most); {version}, {cores} cores");
    println!("{:<16} {:>28} {:>28}", "", "first paragraph readable", "first filter works");
    for (contestant, loads) in contestants.iter().zip(&loads) {
        let readable = spread(loads.iter().map(|load| load.readable).collect());
        let works = contestant.filters.as_ref().map(|_| spread(works(loads)));
        println!("{:<16} {readable:>28} {:>28}", contestant.name, works.unwrap_or_default());
    }
    compare(&loads);
    for (contestant, loads) in contestants.iter().zip(&loads) {
        itemise(contestant, loads);
    }
}

fn compare([bare, ours, preact]: &[Vec<Load>; 3]) {
    let readable = |loads: &[Load]| median(loads.iter().map(|load| load.readable));
    let filters = median(works(ours)) / median(works(preact));
    for (what, ratio, goal) in [
        ("text readable, beside the bare page", readable(ours) / readable(bare), 1.1),
        ("text readable, beside the Preact reader", readable(ours) / readable(preact), 0.5),
        ("filters working, beside the Preact reader", filters, 1.3),
    ] {
        println!("{what:<42} {ratio:>5.2}×   goal {goal:.1}×: {}", verdict(ratio <= goal));
    }
}

/// What came when.
fn itemise(contestant: &Contestant, loads: &[Load]) {
    println!("\n{}: what arrives, and when", contestant.name);
    for Arrival { name, bytes, .. } in &loads[0].arrivals {
        let all = loads.iter().flat_map(|load| &load.arrivals).filter(|arrival| arrival.name == *name);
        let asked = median(all.clone().map(|arrival| arrival.asked));
        let there = median(all.map(|arrival| arrival.there));
        println!("  {name:<32} {bytes:>7} bytes, asked for at {asked:>4.0} ms, there at {there:>4.0} ms");
    }
    let ready: Vec<f64> = loads.iter().filter_map(|load| load.ready).collect();
    if !ready.is_empty() {
        println!("  a press is heard at {:.0} ms", median(ready));
    }
}

fn works(loads: &[Load]) -> Vec<f64> {
    loads.iter().map(|load| load.works.expect("it has filters")).collect()
}

fn spread(times: Vec<f64>) -> String {
    let least = times.iter().copied().fold(f64::INFINITY, f64::min);
    let most = times.iter().copied().fold(0.0, f64::max);
    format!("{:.0} ms ({least:.0} to {most:.0})", median(times))
}

/// One load by somebody who was never there: a tab of its own, nothing cached, nothing stored.
fn load(page: &Page, contestant: &Contestant) -> Load {
    let address = contestant.address();
    page.tab();
    page.chromium("Network.enable", json!({}));
    page.chromium("Network.clearBrowserCache", json!({}));
    page.chromium("Network.setCacheDisabled", json!({"cacheDisabled": true}));
    page.chromium("Storage.clearDataForOrigin", json!({"origin": address, "storageTypes": "all"}));
    page.chromium(
        "Network.emulateNetworkConditions",
        json!({
            "offline": false, "latency": ROUND_TRIP,
            "downloadThroughput": BYTES_A_SECOND, "uploadThroughput": BYTES_A_SECOND,
        }),
    );
    page.chromium("Emulation.setCPUThrottlingRate", json!({"rate": SLOWER_PROCESSOR}));
    let parts = json!({
        "paragraph": contestant.paragraph,
        "filters": contestant.filters.as_ref().map(|filters| {
            json!({"ready": filters.ready, "boxes": filters.boxes, "status": filters.status})
        }),
    });
    page.chromium(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({"source": WATCH.replace("$parts", &parts.to_string())}),
    );
    page.visit(&address);
    serde_json::from_value(page.script_later("return await measured")).expect("a load's times")
}

// The paragraph is given a name as soon as it stands in the page, so that the browser itself says when its
// words were painted. The filter is pressed once, in the frame after the first one that shows it and would
// hear it: nobody presses what has not been painted.
const WATCH: &str = "
    (({ paragraph, filters }) => {
      const readable = new Promise((done) => {
        new PerformanceObserver((list) => done(list.getEntries()[0].renderTime)).observe({ type: 'element' });
        const standing = new MutationObserver(() => {
          const first = document.querySelector(paragraph);
          if (!first) return;
          first.setAttribute('elementtiming', 'first');
          standing.disconnect();
        });
        standing.observe(document, { childList: true, subtree: true });
      });
      const frame = () => new Promise(requestAnimationFrame);
      const painted = () => new Promise((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = done;
        port2.postMessage('');
      });
      const filter = async () => {
        while (!document.querySelector(filters.ready)) await frame();
        const ready = performance.now();
        await frame();
        const said = () => document.querySelector(filters.status).textContent;
        const before = said();
        document.querySelector(filters.boxes).click();
        do await frame(); while (said() === before);
        await painted();
        return { ready, works: performance.now() };
      };
      const arrivals = () => {
        const all = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
        return all.filter(({ name }) => name.startsWith('http')).map(({ name, encodedBodySize, startTime, responseEnd }) => (
          { name: new URL(name).pathname, bytes: encodedBodySize, asked: startTime, there: responseEnd }));
      };
      window.measured = Promise.all([readable, filters && filter()]).then(
        ([readable, filter]) => ({ readable, ...filter, arrivals: arrivals() }));
    })($parts)
";
