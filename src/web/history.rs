//! The address bar. Writes are at most three a second (Safari throws past 100 in 30 s); what comes
//! faster waits in a queue, and Back undoes one choice even while something waits.

use super::window;
use crate::view::History;
use std::collections::VecDeque;
use wasm_bindgen::JsValue;

/// Writes in a second, and the length of that second in milliseconds.
const WRITES: usize = 3;
const SECOND: f64 = 1000.0;
/// How many fragments are remembered to tell Back from an edited address.
const KEPT: usize = 20;

#[derive(Default)]
pub struct Addresses {
    /// The fragment that the browser shows, as far as we know.
    written: String,
    waiting: VecDeque<(History, String)>,
    /// When the latest writes happened.
    times: VecDeque<f64>,
    /// The last change was a key of a search.
    typing: bool,
    /// Fragments that Back may come to, the latest last.
    before: VecDeque<String>,
}

impl Addresses {
    /// The fragment and the query that the browser shows now, without `#` and `?`.
    pub fn shown() -> (String, String) {
        let location = web_sys::window().map(|window| window.location());
        let part = |part: Option<Result<String, JsValue>>| part.and_then(Result::ok).unwrap_or_default();
        let fragment = part(location.as_ref().map(|l| l.hash()));
        let query = part(location.as_ref().map(|l| l.search()));
        (fragment.trim_start_matches('#').to_owned(), query.trim_start_matches('?').to_owned())
    }

    /// Whether the browser shows what was written last: then nobody moved.
    pub fn is_shown(&self, fragment: &str) -> bool {
        self.written == fragment
    }

    /// The browser came to `fragment` by itself: Back, Forward, or an edited address. Where choices
    /// still waited, Back undoes the last of them only: its fragment is returned to be shown instead.
    pub fn moved(&mut self, fragment: &str) -> Option<String> {
        self.typing = false;
        let is_back = self.before.back().is_some_and(|before| before == fragment);
        self.before.retain(|before| before != fragment);
        if !is_back || !self.waiting.iter().any(|(how, _)| *how == History::Push) {
            self.waiting.clear();
            self.written = fragment.to_owned();
            return None;
        }
        let mut kept: Vec<String> = vec![std::mem::take(&mut self.written)];
        kept.extend(self.waiting.drain(..).map(|(_, fragment)| fragment));
        kept.pop();
        let last = kept.last().cloned();
        self.written = fragment.to_owned();
        self.waiting.extend(kept.into_iter().map(|fragment| (History::Push, fragment)));
        last
    }

    /// Asks for a write; a later one that replaces takes the place of one that waits.
    pub fn ask(&mut self, how: History, fragment: String) {
        let typing = how == History::Typing;
        let how = match how {
            History::Typing if self.typing => History::Replace,
            History::Typing => History::Push,
            other => other,
        };
        self.typing = typing;
        match (how, self.waiting.back_mut()) {
            (History::Replace, Some((_, waiting))) => *waiting = fragment,
            _ => self.waiting.push_back((how, fragment)),
        }
    }

    /// Writes what may be written now; in how many milliseconds to call again, if anything waits.
    pub fn write(&mut self) -> Option<u32> {
        loop {
            let now = window::now();
            while self.times.front().is_some_and(|then| now - then >= SECOND) {
                self.times.pop_front();
            }
            let (how, fragment) = self.waiting.front()?;
            if self.times.len() >= WRITES {
                let wait = self.times.front().map_or(0.0, |then| then + SECOND - now);
                return Some(wait.max(1.0).ceil() as u32);
            }
            self.times.push_back(now);
            if put(*how, fragment).is_err() {
                return Some(SECOND as u32);
            }
            if let Some((how, fragment)) = self.waiting.pop_front() {
                let before = std::mem::replace(&mut self.written, fragment);
                if how == History::Push {
                    self.before.push_back(before);
                    if self.before.len() > KEPT {
                        self.before.pop_front();
                    }
                }
            }
        }
    }
}

fn put(how: History, fragment: &str) -> Result<(), JsValue> {
    let history = web_sys::window().ok_or(JsValue::NULL)?.history()?;
    let address = format!("{}{}#{fragment}", path(), foreign_query());
    match how {
        History::Push => history.push_state_with_url(&JsValue::NULL, "", Some(&address)),
        History::Replace | History::Typing => {
            history.replace_state_with_url(&JsValue::NULL, "", Some(&address))
        }
    }
}

/// The path of this page.
pub fn path() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// What stands after `?` and is not ours; our own keys moved behind `#`.
fn foreign_query() -> String {
    let (_, query) = Addresses::shown();
    let foreign: Vec<&str> = query
        .split('&')
        .filter(|pair| {
            !pair.is_empty() && !crate::view::is_known_key(pair.split('=').next().unwrap_or_default())
        })
        .collect();
    if foreign.is_empty() { String::new() } else { format!("?{}", foreign.join("&")) }
}
