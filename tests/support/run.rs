//! Runs every scenario in every browser: the browsers side by side, the scenarios of one browser one after
//! the other in one session, unless a scenario wants a session of its own or the one before it failed.

use super::driver::{Browser, Driver};
use super::page::Page;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::sync::Mutex;
use std::time::{Duration, Instant};
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Runtime;

pub struct Scenario {
    pub name: &'static str,
    pub run: fn(&Page),
    /// A browser with nothing in it: no storage, no history.
    pub fresh: bool,
    /// The driver waits for no page to be loaded; some never are.
    pub unloaded: bool,
    pub browsers: &'static [Browser],
}

/// A row: what holds, and how it is seen, in every browser.
pub const fn in_all(name: &'static str, run: fn(&Page)) -> Scenario {
    Scenario { name, run, fresh: false, unloaded: false, browsers: &Browser::ALL }
}

impl Scenario {
    pub const fn fresh(self) -> Scenario {
        Scenario { fresh: true, ..self }
    }

    pub const fn unloaded(self) -> Scenario {
        Scenario { fresh: true, unloaded: true, ..self }
    }

    pub const fn only_in(self, browsers: &'static [Browser]) -> Scenario {
        Scenario { browsers, ..self }
    }

    /// Every word that was asked for is a browser's name or stands in the scenario's.
    fn is_wanted(&self, browser: Browser, words: &[String]) -> bool {
        let line = format!("{} {}", browser.name(), self.name).to_lowercase();
        self.browsers.contains(&browser) && words.iter().all(|word| line.contains(&word.to_lowercase()))
    }
}

thread_local! {
    /// What the last panic of this thread said, and where.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// How WebKit says that a program has gone beyond its memory.
const ENGINE_FAULT: &str = "Out of bounds memory access";
/// More rows than that, its engine fails in no run.
const MOST_AGAIN: u32 = 3;

/// What each failed scenario said.
static FAILURES: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Runs what the words of the command line leave; `site` is the address with a slash at its end.
pub fn run(scenarios: &[Scenario], site: &str) -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    std::panic::set_hook(Box::new(|panic| PANIC.set(panic.to_string())));
    let results: Vec<(usize, usize)> = std::thread::scope(|threads| {
        let running: Vec<_> = Browser::ALL
            .into_iter()
            .map(|browser| {
                let wanted: Vec<&Scenario> =
                    scenarios.iter().filter(|s| s.is_wanted(browser, &words)).collect();
                let count = wanted.len();
                (
                    browser,
                    count,
                    threads.spawn(move || if count == 0 { (0, 0) } else { run_in(browser, &wanted, site) }),
                )
            })
            .collect();
        running
            .into_iter()
            .map(|(browser, count, thread)| {
                thread.join().unwrap_or_else(|panic| {
                    let said = panic.downcast_ref::<String>().cloned().unwrap_or_default();
                    println!("{} could not be driven: {said}", browser.name());
                    (0, count)
                })
            })
            .collect()
    });
    let (passed, failed) = results.iter().fold((0, 0), |(p, f), (passed, failed)| (p + passed, f + failed));
    println!("\n{passed} passed, {failed} failed");
    // Of a long log, the end is what everybody reads.
    let failures = FAILURES.lock().map(|failures| failures.clone()).unwrap_or_default();
    failures.iter().for_each(|failure| println!("{failure}"));
    if failed == 0 && passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run_in(browser: Browser, scenarios: &[&Scenario], site: &str) -> (usize, usize) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    let mut driver = Driver::start(browser);
    let (mut session, mut used): (Option<WebDriver>, bool) = (None, false);
    let (mut passed, mut failed, mut again) = (0, 0, 0);
    let mut waiting = scenarios.iter().map(|scenario| (*scenario, true)).collect::<VecDeque<_>>();
    while let Some((scenario, is_first)) = waiting.pop_front() {
        let begins = scenario.fresh || session.is_none();
        if begins {
            end(&runtime, session.take());
            // WebKit's driver has been seen to hang at its second session: each gets a driver of its own.
            if !driver.lives() || used && browser == Browser::WebKit {
                driver = Driver::start(browser);
            }
            used = true;
            session = Some(start(&runtime, browser, &mut driver, scenario.unloaded));
        }
        let Some(open) = session.as_ref() else {
            continue;
        };
        let page = Page::new(browser, open, &runtime, site.to_owned());
        let begun = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(|| {
            if begins {
                page.restore()
            } else {
                page.forget()
            }
            (scenario.run)(&page);
            let unnamed = page.unnamed_troubles();
            assert!(
                unnamed.is_empty(),
                "troubles that the scenario did not name:\n  {}",
                unnamed.join("\n  ")
            );
        }));
        let (good, seconds) = (result.is_ok(), begun.elapsed().as_secs_f32());
        if !good && is_first && browser == Browser::WebKit && again < MOST_AGAIN && is_engine_fault(&page) {
            again += 1;
            println!("webkit: {}: {ENGINE_FAULT}, a fault of the engine; once more", scenario.name);
            waiting.push_front((scenario, false));
            end(&runtime, session.take());
            continue;
        }
        let after =
            catch_unwind(AssertUnwindSafe(|| if good { page.restore() } else { failure(&page, scenario) }));
        let how = if good { "ok" } else { "FAILED" };
        println!("test {}: {} ... {how} ({seconds:.1} s)", browser.name(), scenario.name);
        if good {
            passed += 1
        } else {
            failed += 1
        }
        // What a failed scenario left behind is nobody's start.
        if !good || after.is_err() || scenario.fresh {
            end(&runtime, session.take());
        }
    }
    end(&runtime, session);
    if again > 0 {
        println!("{}: {again} rows were run again for a fault of the engine", browser.name());
    }
    (passed, failed)
}

/// Whether a scenario failed by what WebKit alone does, with the same bytes once in some ten thousand calls of the same
/// function: it refuses a sound access to memory. What is ours, the other browsers see, too.
fn is_engine_fault(page: &Page) -> bool {
    let is_named = |words: &String| words.contains(ENGINE_FAULT);
    let said = PANIC.take();
    let troubles = catch_unwind(AssertUnwindSafe(|| page.troubles())).unwrap_or_default();
    let is_engine_fault = is_named(&said) || troubles.iter().any(is_named);
    PANIC.set(said);
    is_engine_fault
}

fn failure(page: &Page, scenario: &Scenario) {
    let said = PANIC.take();
    let shot = page.try_screenshot(&format!("failed {}", scenario.name)).unwrap_or_else(|problem| problem);
    let told = format!("--- {}: {}\n{said}", page.browser.name(), scenario.name);
    println!("{told}\nscreenshot: {shot}");
    if let Ok(mut failures) = FAILURES.lock() {
        failures.push(told);
    }
    let troubles = page.troubles();
    if !troubles.is_empty() {
        println!("all troubles, named or not:\n  {}", some_of(&troubles));
    }
}

/// The first of them, one a line.
fn some_of(troubles: &[String]) -> String {
    troubles.iter().take(20).map(String::as_str).collect::<Vec<_>>().join("\n  ")
}

/// A session, from this driver or, when that does not give one in time, from a fresh one.
fn start(runtime: &Runtime, browser: Browser, driver: &mut Driver, unloaded: bool) -> WebDriver {
    try_start(runtime, browser, driver, unloaded).unwrap_or_else(|problem| {
        println!("{} gave no session ({problem}); once more with a new driver", browser.name());
        *driver = Driver::start(browser);
        try_start(runtime, browser, driver, unloaded)
            .unwrap_or_else(|problem| panic!("no session in {}: {problem}", browser.name()))
    })
}

fn try_start(
    runtime: &Runtime,
    browser: Browser,
    driver: &Driver,
    unloaded: bool,
) -> Result<WebDriver, String> {
    let serde_json::Value::Object(mut capabilities) = browser.capabilities() else {
        panic!("capabilities are an object")
    };
    if unloaded {
        capabilities.insert("pageLoadStrategy".to_owned(), "none".into());
    }
    let started = async {
        let session = WebDriver::new(driver.address.as_str(), Capabilities::from(capabilities)).await?;
        session.set_script_timeout(Duration::from_secs(120)).await?;
        Ok::<_, thirtyfour::error::WebDriverError>(session)
    };
    runtime.block_on(async {
        match tokio::time::timeout(Duration::from_secs(120), started).await {
            Ok(session) => session.map_err(|problem| problem.to_string()),
            Err(_) => Err("it does not answer".to_owned()),
        }
    })
}

fn end(runtime: &Runtime, session: Option<WebDriver>) {
    if let Some(session) = session {
        // A browser that is gone cannot say goodbye; its driver ends it.
        let _ = runtime.block_on(session.quit());
    }
}
