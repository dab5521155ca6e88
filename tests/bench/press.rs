//! What a press on a filter costs, until the page is laid out again: here, in the Preact reader, and as the
//! least that any page would pay, the same number of class changes on the same marks.

use crate::contestant::{Contestant, OURS, PREACT};
use crate::support::page::Page;
use crate::{median, percentile, verdict};
use serde_json::{Value, json};

/// Most that a press may cost, in milliseconds of script, style and layout.
const GOAL: f64 = 8.0;

/// Turns of each contestant, one after the other; each opens its page anew.
const ROUNDS: usize = 3;

pub fn press(page: &Page) {
    let [mut ours, mut bare, mut preact] = [const { Vec::new() }; 3];
    for _ in 0..ROUNDS {
        let [pressed, classes] = times(page, &OURS);
        ours.extend(pressed);
        bare.extend(classes);
        let [pressed, _] = times(page, &PREACT);
        preact.extend(pressed);
    }
    println!("A press on a filter, script, style and layout: {} presses each", ours.len());
    println!("{:<20} {:>9} {:>9} {:>22}", "", "median", "95th", "Standpoint beside it");
    let whole = median(ours.iter().copied());
    for (name, times) in [(OURS.name, ours), (PREACT.name, preact), ("class changes only", bare)] {
        let (median, worst) = (median(times.iter().copied()), percentile(times, 95));
        println!("{name:<20} {median:>6.1} ms {worst:>6.1} ms {:>21.2}×", whole / median.max(0.1));
    }
    println!("Goal: {GOAL} ms at most: {}\n", verdict(whole <= GOAL));
}

/// Presses, then class changes only, in milliseconds.
fn times(page: &Page, contestant: &Contestant) -> [Vec<f64>; 2] {
    let filters = contestant.filters.as_ref().expect("it has filters");
    page.visit(&contestant.address());
    page.element(filters.ready);
    let [boxes, status, marks] = [filters.boxes, filters.status, filters.marks].map(|part| json!(part));
    let found =
        page.script_later(&PRESSES.replace("$parts", &Value::from(vec![boxes, status, marks]).to_string()));
    serde_json::from_value(found).expect("two lists of times")
}

// Both draw in a microtask: after two of them the page is what it will be, which is checked, and reading a
// height forces style and layout. Writes to the address wait for their own turn and are paid for elsewhere.
const PRESSES: &str = "
    const [boxes, [status], marks] = $parts.map((part) => [...document.querySelectorAll(part)]);
    const settled = () => new Promise((done) => setTimeout(done, 0));
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
        await settled();
        document.documentElement.offsetHeight;
      }
      return times;
    };
    // Twice each: on and off again.
    const box = (turn) => boxes[Math.floor(turn / 2) % boxes.length];
    box(0).click();
    await Promise.resolve();
    await Promise.resolve();
    const drawn = status.textContent;
    await settled();
    if (status.textContent !== drawn) throw Error('a press is drawn later than it is timed');
    box(0).click();
    await settled();
    if (status.textContent === drawn) throw Error('a press changes nothing');
    const pressed = await timed((turn) => box(turn).click());
    const classes = await timed(() => marks.forEach((mark) => mark.classList.toggle('is-out')));
    return [pressed, classes];
";
