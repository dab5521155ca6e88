//! The address bar. Writes are at most three a second (Safari throws past 100 in 30 s); what comes
//! faster waits in a queue, and Back undoes one choice even while something waits.

use super::browser;
use crate::route::{History, Route, Typed};
use wasm_bindgen::JsValue;

/// Writes in a second, and the length of that second in milliseconds.
const WRITES: usize = 3;
const SECOND: f64 = 1000.0;
/// Refused writes in a row, a second each, until another way is taken.
const PATIENCE: usize = 3;
/// How many addresses are remembered to tell Back from an edited address.
const KEPT: usize = 20;

#[derive(Default)]
pub struct HistoryQueue {
    /// Path of the site's root, with slashes around it; `None` where every address is this page's own and
    /// only what follows `#` changes.
    root: Option<String>,
    /// The address that the browser shows, as far as we know.
    written: String,
    waiting: Vec<(History, String)>,
    /// When the latest writes happened.
    times: Vec<f64>,
    /// What the last change was a key of.
    typing: Option<Typed>,
    /// Addresses that Back may come to, the latest last.
    before: Vec<String>,
    /// Writes in a row that the browser refused.
    refused: usize,
}

impl HistoryQueue {
    pub fn of(root: Option<String>) -> HistoryQueue {
        let written = Location::now(root.as_deref()).address();
        HistoryQueue { root, written, ..HistoryQueue::default() }
    }

    pub fn root(&self) -> Option<&str> {
        self.root.as_deref()
    }

    /// What the browser shows now.
    pub fn shown(&self) -> Location {
        Location::now(self.root())
    }

    /// The address of a view here.
    pub fn of_view(&self, route: &Route) -> String {
        if self.root.is_some() { route.address() } else { format!("#{}", route.to_fragment()) }
    }

    /// Whether the browser shows what was written last: then nobody moved.
    pub fn is_shown(&self, address: &str) -> bool {
        self.written == address
    }

    /// The browser came to `address` by itself: Back, Forward, or an edited address. Where choices
    /// still waited, Back undoes the last of them only: its address is returned to be shown instead.
    pub fn moved(&mut self, address: &str) -> Option<String> {
        self.typing = None;
        let is_back = self.before.last().is_some_and(|before| before == address);
        self.before.retain(|before| before != address);
        if !is_back || !self.waiting.iter().any(|(how, _)| *how == History::Push) {
            self.waiting.clear();
            self.written = address.to_owned();
            return None;
        }
        let mut kept: Vec<String> = vec![std::mem::take(&mut self.written)];
        kept.extend(self.waiting.drain(..).map(|(_, address)| address));
        kept.pop();
        let last = kept.last().cloned();
        self.written = address.to_owned();
        self.waiting.extend(kept.into_iter().map(|address| (History::Push, address)));
        last
    }

    /// Asks for a write; a later one that replaces takes the place of one that waits.
    pub fn push(&mut self, how: History, address: String) {
        let (how, typing) = match how {
            History::Typing(typed) if self.typing == Some(typed) => (History::Replace, Some(typed)),
            History::Typing(typed) => (History::Push, Some(typed)),
            other => (other, None),
        };
        self.typing = typing;
        match (how, self.waiting.last_mut()) {
            (History::Replace, Some((_, waiting))) => *waiting = address,
            _ => self.waiting.push((how, address)),
        }
    }

    /// Writes all that waits, since the browser goes on from here.
    pub fn write_all(&mut self) {
        for (how, address) in self.waiting.drain(..) {
            if write_entry(self.root.as_deref(), how, &address).is_ok() {
                self.written = address;
            }
        }
    }

    /// Writes what may be written now; in how many milliseconds to call again, if anything waits.
    pub fn write(&mut self) -> Option<u32> {
        loop {
            let now = browser::now();
            self.times.retain(|then| now - then < SECOND);
            let (how, address) = self.waiting.first()?;
            if self.times.len() >= WRITES {
                let wait = self.times.first().map_or(0.0, |then| then + SECOND - now);
                return Some(wait.max(1.0).ceil() as u32);
            }
            self.times.push(now);
            if write_entry(self.root.as_deref(), *how, address).is_err() {
                self.refused += 1;
                if self.refused < PATIENCE {
                    return Some(SECOND as u32);
                }
                // It goes there like a reader who follows a link: on this page nothing is loaded for that.
                let location = web_sys::window().map(|window| window.location());
                let _ =
                    location.map(|location| location.assign(&full_address(self.root.as_deref(), address)));
            } else {
                self.refused = 0;
            }
            let (how, address) = self.waiting.remove(0);
            let before = std::mem::replace(&mut self.written, address);
            if how == History::Push {
                self.before.push(before);
                if self.before.len() > KEPT {
                    self.before.remove(0);
                }
            }
        }
    }
}

/// Where the browser is.
pub struct Location {
    /// The path below the site's root; empty where the page is its own root.
    pub path: String,
    /// Without `#` and `?`.
    pub fragment: String,
    pub query: String,
}

impl Location {
    /// What the browser shows now, on a site whose root has this path.
    pub fn now(root: Option<&str>) -> Location {
        let location = web_sys::window().map(|window| window.location());
        let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
        let path = part(location.as_ref().map(|l| l.pathname()));
        let below = root.and_then(|root| path.strip_prefix(root)).unwrap_or_default();
        Location {
            path: below.to_owned(),
            fragment: part(location.as_ref().map(|l| l.hash())).trim_start_matches('#').to_owned(),
            query: part(location.as_ref().map(|l| l.search())).trim_start_matches('?').to_owned(),
        }
    }

    /// One of our own addresses, as [`Route::address`](crate::route::Route::address) writes them.
    pub fn read(address: &str) -> Location {
        let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
        Location { path: path.to_owned(), fragment: fragment.to_owned(), query: String::new() }
    }

    /// As one of our own addresses.
    pub fn address(&self) -> String {
        if self.fragment.is_empty() { self.path.clone() } else { format!("{}#{}", self.path, self.fragment) }
    }
}

/// One of our own addresses with the path before it, and the parameters of others that the page came with.
fn full_address(root: Option<&str>, address: &str) -> String {
    let (path, fragment) = address.split_once('#').unwrap_or((address, ""));
    let path = root.map_or_else(here, |root| format!("{root}{path}"));
    let mark = if fragment.is_empty() { "" } else { "#" };
    // A path that begins with two slashes alone would name another host.
    let origin = if path.starts_with("//") { origin() } else { String::new() };
    format!("{origin}{path}{}{mark}{fragment}", foreign_query())
}

fn write_entry(root: Option<&str>, how: History, address: &str) -> Result<(), JsValue> {
    let history = web_sys::window().ok_or(JsValue::NULL)?.history()?;
    let address = full_address(root, address);
    match how {
        History::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        History::Replace | History::Typing(_) => {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
    }
}

fn origin() -> String {
    web_sys::window().and_then(|window| window.location().origin().ok()).unwrap_or_default()
}

/// The path of this page.
fn here() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// What stands after `?` and is not ours; our own keys moved behind `#`.
fn foreign_query() -> String {
    let query = Location::now(None).query;
    let foreign: Vec<&str> = query
        .split('&')
        .filter(|pair| {
            !pair.is_empty() && !crate::route::is_known_key(pair.split('=').next().unwrap_or_default())
        })
        .collect();
    if foreign.is_empty() { String::new() } else { format!("?{}", foreign.join("&")) }
}
