//! What goes wrong while a scenario runs, whether it looks there or not: notices that a page shows, errors that it
//! logs, requests that fail. A page notes its own (watch.js), the hosts of the tests note what they refuse, and a
//! scenario fails when there is a trouble that it did not name.

use super::driver::Browser;
use axum::extract::Request;
use axum::http::{HeaderMap, header};
use axum::middleware::Next;
use axum::response::Response;
use std::sync::Mutex;

/// The parts of a page that say that something is wrong.
pub const NOTICES: &str = "#progress, .failure [role=alert], .notices li, .banner summary, .offer-broken";

/// The script that every page under test begins with.
pub fn watching_script() -> String {
    include_str!("watch.js").replace("{{notices}}", NOTICES)
}

static REFUSED: Mutex<Vec<(Browser, String)>> = Mutex::new(Vec::new());

/// The browser with this user agent.
pub fn browser_of(user_agent: &str) -> Browser {
    match user_agent {
        agent if agent.contains("Firefox/") => Browser::Firefox,
        agent if agent.contains("Chrome/") => Browser::Chromium,
        _ => Browser::WebKit,
    }
}

/// The user agent that a request names.
pub fn user_agent(headers: &HeaderMap) -> &str {
    headers.get(header::USER_AGENT).and_then(|agent| agent.to_str().ok()).unwrap_or_default()
}

/// Notes an answer that is no success; each browser runs one scenario at a time.
pub fn note_refused(user_agent: &str, status: u16, path: &str) {
    // Browsers ask for it by themselves.
    if status >= 400 && path != "/favicon.ico" {
        let refused = (browser_of(user_agent), format!("answered {status}: {path}"));
        REFUSED.lock().expect("the list").push(refused);
    }
}

/// What this browser was refused since this was last asked.
pub fn take_refused(browser: Browser) -> Vec<String> {
    let mut all = REFUSED.lock().expect("the list");
    let (own, others) = std::mem::take(&mut *all).into_iter().partition(|(refused, _)| *refused == browser);
    *all = others;
    let own: Vec<(Browser, String)> = own;
    own.into_iter().map(|(_, text)| text).collect()
}

/// Lets a host of the tests note what it refuses.
pub async fn noting_refused(request: Request, next: Next) -> Response {
    let (agent, path) = (user_agent(request.headers()).to_owned(), request.uri().path().to_owned());
    let response = next.run(request).await;
    note_refused(&agent, response.status().as_u16(), &path);
    response
}
