//! A page in a real browser, in the words of somebody who uses it. Everything waits until it is true or its
//! time is over, and a failure says what was waited for.

use super::driver::Browser;
use super::troubles::{NOTICES, take_refused};
use axum::http::Method;
use serde_json::{Value, json};
use std::cell::{Cell, RefCell};
use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::error::{WebDriverError, WebDriverResult};
use thirtyfour::{Key, SessionId, WebDriver, WebElement};
use tokio::runtime::Runtime;

/// How long anything on a page may take: so long, and so many answers of the browser, which take their time on a machine
/// that has other things to do.
const PATIENCE: (Duration, usize) = (Duration::from_secs(10), 250);
/// The page of the article that most scenarios read.
pub const TEXT: &str = "nato-2021/2021-12-17/";
const PAUSE: Duration = Duration::from_millis(25);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
    Contrast,
}

/// What is left of the patience with one thing.
struct Patience {
    deadline: Instant,
    answers: usize,
}

impl Patience {
    fn new() -> Patience {
        Patience { deadline: Instant::now() + PATIENCE.0, answers: PATIENCE.1 }
    }

    /// Waits a moment before the browser is asked once more; `false` when nothing more is to be expected.
    fn pause(&mut self) -> bool {
        self.answers = self.answers.saturating_sub(1);
        std::thread::sleep(PAUSE);
        self.answers > 0 || Instant::now() < self.deadline
    }
}

pub struct Page<'a> {
    pub browser: Browser,
    driver: &'a WebDriver,
    runtime: &'a Runtime,
    /// Where the site stands, with a slash at the end.
    site: String,
    emulated: Cell<bool>,
    /// Whether what a script of the page waits for ever comes.
    runs_scripts: Cell<bool>,
    troubles: RefCell<Vec<String>>,
    /// Words of troubles that may come.
    allowed: RefCell<Vec<String>>,
    /// Words of troubles that have to come.
    expected: RefCell<Vec<String>>,
}

/// Something on a page, found by what it is and what it is called.
pub struct Part<'a> {
    page: &'a Page<'a>,
    element: WebElement,
    /// What it was looked for by.
    known: Option<(String, String)>,
}

impl<'a> Page<'a> {
    pub fn new(browser: Browser, driver: &'a WebDriver, runtime: &'a Runtime, site: String) -> Page<'a> {
        let (emulated, troubles, allowed, expected) = Default::default();
        let runs_scripts = Cell::new(true);
        Page { browser, driver, runtime, site, emulated, runs_scripts, troubles, allowed, expected }
    }

    /// Opens the article that most scenarios read, at any place where the site stands: "", "#s=3",
    /// "a/folder/below/#s=3"; another page of the site by its path: "tram-town/statements/".
    #[track_caller]
    pub fn open(&self, path: &str) {
        let (place, rest) = path.split_at(path.find(['#', '?']).unwrap_or(path.len()));
        let depth = match place.split('/').next() {
            Some("~fault") => 3,
            Some("~corpus" | "~first") => 2,
            Some("a") => 3,
            _ => 0,
        };
        let text =
            if place.matches('/').count() == depth && (place.is_empty() || depth > 0) { TEXT } else { "" };
        self.visit(&format!("{}{place}{text}{rest}", self.site));
        self.wait_until_begun();
    }

    /// Opens the start of the site.
    #[track_caller]
    pub fn open_start(&self, rest: &str) {
        self.visit(&format!("{}{rest}", self.site));
    }

    /// The whole address of a path below the site.
    pub fn address_of(&self, path: &str) -> String {
        format!("{}{path}", self.site)
    }

    /// Whether the page's program has begun.
    #[track_caller]
    pub fn has_begun(&self) -> bool {
        self.script("return 'ready' in (document.documentElement?.dataset ?? {})", &[]) == true
    }

    /// Opens an address where this script runs before the page's own.
    #[track_caller]
    pub fn with_script_first(&self, script: &str, path: &str) {
        let coded: String = script.bytes().map(|byte| format!("{byte:02x}")).collect();
        self.open(&format!("~first/{coded}/{path}"));
    }

    /// Waits until the page's program has begun, or has said why it does not. What stands on the page before that
    /// is the prerendered page, which answers to nothing. Between two pages a document has no element at all.
    #[track_caller]
    fn wait_until_begun(&self) {
        self.wait_for("the page has begun", || {
            self.script(
                "const html = document.documentElement, app = document.getElementById('app');
                 return !!html && (!app || 'ready' in html.dataset || 'static' in html.dataset)",
                &[],
            ) == true
        });
    }

    /// Opens an address of another site, whole.
    #[track_caller]
    pub fn visit(&self, address: &str) {
        self.gather_troubles();
        self.go(self.driver.goto(address));
    }

    /// A new tab in the place of this one, with nothing that was set for this one.
    #[track_caller]
    pub fn tab(&self) {
        self.gather_troubles();
        self.go(async {
            let fresh = self.driver.new_tab().await?;
            self.driver.close_window().await?;
            self.driver.switch_to_window(fresh).await
        });
    }

    /// Does something in a second tab, which stays open until the first is left; it is opened if it is not there yet.
    #[track_caller]
    pub fn in_another_tab(&self, address: &str, work: impl FnOnce()) {
        let windows = self.go(self.driver.windows());
        let own = self.go(self.driver.window());
        let other = windows.into_iter().find(|window| *window != own);
        let other = other.unwrap_or_else(|| {
            let fresh = self.go(self.driver.new_tab());
            self.go(self.driver.switch_to_window(fresh.clone()));
            self.go(self.driver.goto(address));
            fresh
        });
        self.go(self.driver.switch_to_window(other));
        work();
        self.go(self.driver.switch_to_window(own));
    }

    /// Leaves the site and forgets what it stored.
    #[track_caller]
    pub fn forget(&self) {
        self.open("~empty");
        // Where the pointer rested, the next page would take it for a reader who points at something.
        self.go(self.driver.action_chain().move_to(0, 0).perform());
        self.script_later(
            "localStorage.clear(); sessionStorage.clear();
             const [workers, boxes] = await Promise.all([navigator.serviceWorker?.getRegistrations() ?? [], caches.keys()]);
             const drafts = new Promise((done) => Object.assign(indexedDB.deleteDatabase('standpoint'), { onsuccess: done, onerror: done, onblocked: done }));
             await Promise.all([drafts, ...workers.map((w) => w.unregister()), ...boxes.map((name) => caches.delete(name))]);",
        );
        // What the scenario before left behind is not this one's.
        take_refused(self.browser);
        self.troubles.borrow_mut().clear();
    }

    #[track_caller]
    pub fn reload(&self) {
        self.go(self.driver.refresh());
        self.wait_until_begun();
    }

    /// Loads the page again as a reader does; the driver of Firefox would pass by a worker.
    #[track_caller]
    pub fn load_again(&self) {
        self.script("window.__before = true; setTimeout(() => location.reload())", &[]);
        self.wait_for("the page is loaded again", || {
            let done = "return !window.__before && document.readyState === 'complete'";
            let answer = self.runtime.block_on(self.driver.execute(done, vec![]));
            answer.is_ok_and(|answer| *answer.json() == true)
        });
    }

    #[track_caller]
    pub fn back(&self) {
        self.go(self.driver.back());
    }

    #[track_caller]
    pub fn forward(&self) {
        self.go(self.driver.forward());
    }

    /// The address in the bar.
    #[track_caller]
    pub fn address(&self) -> String {
        self.go(self.driver.current_url()).to_string()
    }

    #[track_caller]
    pub fn title(&self) -> String {
        self.go(self.driver.title())
    }

    /// All words that can be seen; none while the browser is between two pages.
    #[track_caller]
    pub fn text(&self) -> String {
        let said = self.runtime.block_on(async {
            let answer = self.driver.execute("return document.body?.innerText", vec![]).await?;
            WebDriverResult::Ok(answer.json().as_str().unwrap_or_default().to_owned())
        });
        said.unwrap_or_default()
    }

    /// Waits until the page says this.
    #[track_caller]
    pub fn says(&self, words: &str) {
        self.allows(words);
        self.wait_for(&format!("the page says “{words}”"), || self.text().contains(words));
    }

    /// Waits until the page no longer says this.
    #[track_caller]
    pub fn says_no_more(&self, words: &str) {
        self.wait_for(&format!("the page no longer says “{words}”"), || !self.text().contains(words));
    }

    /// Waits for the part with this role and name, by the browser's own reading of both: `("button",
    /// "Copy link")`. A name that ends with … may go on.
    #[track_caller]
    pub fn role(&'a self, role: &str, name: &str) -> Part<'a> {
        let mut found = self.roles(role, name);
        let mut patience = Patience::new();
        while found.is_empty() {
            if !patience.pause() {
                let others: Vec<_> = self.roles(role, "").iter().filter_map(Part::label).collect();
                panic!(
                    "waited in vain: there is a {role} named “{name}”; each {role} on the page: {others:?}"
                );
            }
            found = self.roles(role, name);
        }
        Part { known: Some((role.to_owned(), name.to_owned())), ..found.swap_remove(0) }
    }

    /// All parts with this role and name that stand on the page now; any name where `name` is empty.
    #[track_caller]
    pub fn roles(&'a self, role: &str, name: &str) -> Vec<Part<'a>> {
        let (start, open) = name.strip_suffix('…').map_or((name, false), |start| (start, true));
        let fits = |label: &str| {
            if open { label.starts_with(start) } else { name.is_empty() || label == name }
        };
        // Between two pages, and while the page redraws what was found, the browser has no answer: nothing is there.
        let candidates = self.runtime.block_on(async {
            self.driver.execute(CANDIDATES, vec![json!(role), json!(start)]).await?.elements()
        });
        let candidates = candidates.unwrap_or_default();
        let parts = candidates.into_iter().map(|element| Part { page: self, element, known: None });
        parts.filter(|part| part.label().is_some_and(|label| fits(&label))).collect()
    }

    /// The first element that matches a selector, for what has neither role nor name.
    #[track_caller]
    pub fn element(&'a self, selector: &str) -> Part<'a> {
        let mut found = None;
        self.wait_for(&format!("there is “{selector}”"), || {
            // What is drawn anew while it is looked for is looked for once more.
            let looked = self.runtime.block_on(self.driver.find_all(thirtyfour::By::Css(selector)));
            let is_stale = looked.as_ref().is_err_and(|problem| problem.to_string().contains("stale"));
            let elements = if is_stale { Vec::new() } else { self.go(async { looked }) };
            found = elements.into_iter().next().map(|element| Part { page: self, element, known: None });
            found.is_some()
        });
        found.expect("it was waited for")
    }

    #[track_caller]
    pub fn has(&self, role: &str, name: &str) -> bool {
        !self.roles(role, name).is_empty()
    }

    /// Waits until something holds; `what` is a sentence that completes "waited for".
    #[track_caller]
    pub fn wait_for(&self, what: &str, mut holds: impl FnMut() -> bool) {
        let mut patience = Patience::new();
        while !holds() {
            assert!(patience.pause(), "waited in vain: {what}");
        }
    }

    /// The same for what is looked at afterwards: goes on when it was in vain.
    pub fn wait_or_go_on(&self, mut holds: impl FnMut() -> bool) {
        let mut patience = Patience::new();
        while !holds() && patience.pause() {}
    }

    /// Presses keys one after the other: `"j"`, `"Escape"`, `"Shift+Tab"`.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        for stroke in keys.split(' ') {
            let parts: Vec<char> = stroke.split('+').map(key).collect();
            let down = parts.iter().fold(self.driver.action_chain(), |chain, key| chain.key_down(*key));
            let up = parts.iter().rev().fold(down, |chain, key| chain.key_up(*key));
            self.go(up.perform());
        }
    }

    /// Draws the mouse from the beginning of an element's first line over so many pixels, and lets go.
    #[track_caller]
    pub fn drag_over(&self, selector: &str, pixels: i64) {
        let place = self.script(
            "const part = document.querySelector(arguments[0]);
             part.scrollIntoView({ block: 'center' });
             const [{ x, y, width, height }] = part.getClientRects();
             return [x + (width ? 12 : 0), y + Math.min(height / 2, 14)]",
            &[json!(selector)],
        );
        let at = |axis: usize| place.get(axis).and_then(Value::as_f64).unwrap_or(0.0) as i64;
        let (x, y) = (at(0), at(1));
        let start = self.driver.action_chain().move_to(x, y).click_and_hold();
        self.go(start.move_to(x + pixels / 2, y).move_to(x + pixels, y).release().perform());
    }

    /// Chooses a value of a list, as its row would.
    #[track_caller]
    pub fn choose(&self, name: &str, value: &str) {
        self.role("combobox", name);
        let choose = "const list = document.querySelector(`select[aria-label=\"${arguments[0]}\"]`);
            list.value = arguments[1];
            list.dispatchEvent(new Event('change', { bubbles: true }));";
        self.script(choose, &[json!(name), json!(value)]);
        self.wait_for(&format!("{value} stands in the address"), || self.address().contains(value));
    }

    /// Name of what has the focus.
    #[track_caller]
    pub fn focused(&'a self) -> String {
        let element =
            self.go(async { self.driver.execute("return document.activeElement", vec![]).await?.element() });
        Part { page: self, element, known: None }.label().unwrap_or_default()
    }

    /// Makes the page this wide inside; its height stays enough to read.
    #[track_caller]
    pub fn resize(&self, width: u32) {
        assert!(width >= self.browser.narrowest(), "{} makes no window of {width} px", self.browser.name());
        let mut outer = width;
        self.wait_for(&format!("the page is {width} px wide"), || {
            self.go(self.driver.set_window_rect(0, 0, outer, 900));
            let inner = self.script("return innerWidth", &[]).as_u64().unwrap_or(0) as u32;
            outer = (outer + width).saturating_sub(inner);
            inner == width
        });
    }

    /// A window on a screen of this size, zoomed by so many percent; `false` where the browser makes none so narrow.
    #[track_caller]
    pub fn zoom(&self, (width, height): (u32, u32), percent: u32) -> bool {
        let (width, height) = (width * 100 / percent, height * 100 / percent);
        if width < self.browser.narrowest() {
            return false;
        }
        if self.browser == Browser::Chromium {
            self.emulated.set(true);
            let size = json!({"width": width, "height": height, "deviceScaleFactor": 0, "mobile": false});
            self.chromium("Emulation.setDeviceMetricsOverride", size);
            return true;
        }
        let mut outer = (width, height);
        self.wait_for(&format!("the page is {width} × {height} px"), || {
            self.go(self.driver.set_window_rect(0, 0, outer.0, outer.1));
            let inner = self.script("return [innerWidth, innerHeight]", &[]);
            let [inner_width, inner_height] = [0, 1].map(|at| inner[at].as_u64().unwrap_or(0) as u32);
            outer.0 = (outer.0 + width).saturating_sub(inner_width);
            outer.1 = (outer.1 + height).saturating_sub(inner_height);
            (inner_width, inner_height) == (width, height)
        });
        true
    }

    /// What the reader's system prefers in Chromium; elsewhere the page's own switch, which does the same.
    #[track_caller]
    pub fn set_theme(&self, theme: Theme) {
        let (scheme, contrast, name) = match theme {
            Theme::Light => ("light", "no-preference", "light"),
            Theme::Dark => ("dark", "no-preference", "dark"),
            Theme::Contrast => ("light", "more", "contrast"),
        };
        if self.browser == Browser::Chromium {
            self.emulated.set(true);
            self.emulate(json!([
                {"name": "prefers-color-scheme", "value": scheme},
                {"name": "prefers-contrast", "value": contrast},
            ]));
        } else {
            self.script("document.documentElement.setAttribute('data-theme', arguments[0])", &[json!(name)]);
        }
    }

    /// Shows the page as paper would; Chromium only.
    #[track_caller]
    pub fn as_paper(&self) {
        self.emulated.set(true);
        self.chromium("Emulation.setEmulatedMedia", json!({"media": "print"}));
    }

    #[track_caller]
    fn emulate(&self, features: Value) {
        self.chromium("Emulation.setEmulatedMedia", json!({"media": "", "features": features}));
    }

    /// A command of Chromium's own, and what it answers.
    #[track_caller]
    pub fn chromium(&self, command: &str, params: Value) -> Value {
        if command == "Emulation.setScriptExecutionDisabled" {
            self.runs_scripts.set(params["value"] != true);
        }
        let body = Some(json!({"cmd": command, "params": params}));
        let path = "goog/cdp/execute".into();
        self.go(async { self.driver.cmd(Raw { method: Method::POST, path, body }).await?.value() })
    }

    /// Ends what a scenario changed about its browser.
    pub fn restore(&self) {
        if self.emulated.take() {
            self.emulate(json!([]));
            self.chromium("Emulation.clearDeviceMetricsOverride", json!({}));
        }
        self.resize(1280);
    }

    /// Names a trouble by words of it: the scenario fails when it does not come.
    pub fn expects(&self, words: &str) {
        self.expected.borrow_mut().push(words.to_owned());
    }

    /// Names a trouble that may come or not.
    pub fn allows(&self, words: &str) {
        self.allowed.borrow_mut().push(words.to_owned());
    }

    /// All that went wrong since the scenario began.
    pub fn troubles(&self) -> Vec<String> {
        self.gather_troubles();
        self.troubles.borrow().clone()
    }

    /// What went wrong and was not named, by [`Page::expects`], [`Page::allows`] or by waiting for the page to say it;
    /// and what was expected and did not come.
    pub fn unnamed_troubles(&self) -> Vec<String> {
        let troubles = self.troubles();
        let (allowed, expected) = (self.allowed.borrow(), self.expected.borrow());
        let is_named =
            |trouble: &String| allowed.iter().chain(expected.iter()).any(|words| trouble.contains(words));
        let unnamed = troubles.iter().filter(|trouble| !is_named(trouble)).cloned();
        let has_come = |words: &String| troubles.iter().any(|trouble| trouble.contains(words));
        let missing = expected.iter().filter(|words| !has_come(words));
        let missing = missing.map(|words| format!("expected, and did not come: {words}"));
        let mut all: Vec<String> = unnamed.chain(missing).collect();
        all.sort();
        all.dedup();
        all
    }

    /// Takes what the page noted, before another takes its place. A page without the watching script is looked at now.
    fn gather_troubles(&self) {
        let noted = self.script(
            "const noted = window.__troubles?.splice(0) ?? [...document.querySelectorAll(arguments[0])]
               .map((part) => part.textContent.trim()).filter((text) => text && !/^On its way…/.test(text))
               .map((text) => `shown: ${text}`);
             try {
               noted.push(...JSON.parse(sessionStorage.getItem('~troubles') ?? '[]'));
               sessionStorage.removeItem('~troubles');
             } catch {}
             return noted",
            &[json!(NOTICES)],
        );
        let noted: Vec<String> = serde_json::from_value(noted).expect("a list of sentences");
        let noted = noted.into_iter().chain(take_refused(self.browser)).chain(self.logged());
        self.troubles.borrow_mut().extend(noted);
    }

    /// The errors in Chromium's own log. A page from a host has a script that watches for requests that failed, for what
    /// scripts tell the console, and for what its policy refuses.
    fn logged(&self) -> Vec<String> {
        if self.browser != Browser::Chromium {
            return Vec::new();
        }
        let is_from_disk = self.address().starts_with("file:");
        let (method, path, body) = (Method::POST, "se/log".into(), Some(json!({"type": "browser"})));
        let log = self.go(async { self.driver.cmd(Raw { method, path, body }).await?.value::<Vec<Value>>() });
        let own = log.iter().filter_map(|entry| {
            let text = entry.get("message")?.as_str()?;
            let is_watched = ["network", "console-api", "javascript"].iter().any(|by| entry["source"] == *by)
                || text.ends_with("The action has been blocked.");
            let is_own = if is_from_disk { text.starts_with("file:") } else { !is_watched };
            is_own.then(|| format!("logged: {text}"))
        });
        own.collect()
    }

    /// Does something inside the first frame of the page.
    #[track_caller]
    pub fn inside_frame(&self, work: impl FnOnce()) {
        self.go(self.driver.enter_frame(0));
        work();
        self.go(self.driver.enter_default_frame());
    }

    /// What axe-core has to say against the page as it stands, each as one line; rules of WCAG 2.2 AA and
    /// axe's own good practice.
    #[track_caller]
    fn axe(&self) -> Vec<String> {
        let axe = std::fs::read_to_string("target/tools/axe.min.js")
            .expect("axe-core; `make browsers` installs it");
        if self.script("return typeof axe", &[]) != "object" {
            self.script(&format!("{axe}; window.axe = axe;"), &[]);
        }
        let found = self.script_later(
            // Every view is a link of this page, and axe takes such links for skip links; the one that is one is
            // pressed in a scenario of its own.
            "const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: { 'skip-link': { enabled: false } } });
             return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${rule.help}: ${node.target.join(' ')} ${node.html}`))",
        );
        serde_json::from_value(found).expect("a list of sentences")
    }

    /// Holds the page in each theme against axe-core.
    #[track_caller]
    pub fn is_accessible_in_every_theme(&self, mut seen: impl FnMut(Theme)) {
        for theme in [Theme::Light, Theme::Dark, Theme::Contrast] {
            self.set_theme(theme);
            self.is_accessible();
            seen(theme);
        }
    }

    #[track_caller]
    pub fn is_accessible(&self) {
        // A colour on its way to another has the contrast of neither: it counts what was seen while nothing moved. What
        // begins to move with what was just set is told of at the next frame.
        const WATCHED: &str = "
            if (window.watchedMoves === undefined) addEventListener('transitionrun', () => (watchedMoves += 1), true);
            window.watchedMoves ??= 0;
            for (const _ of [1, 2]) await new Promise((on) => requestAnimationFrame(on));
            return document.getAnimations().some((one) => one.playState === 'running') ? -1 : watchedMoves";
        let moves = || self.script_later(WATCHED).as_i64();
        let mut violations = Vec::new();
        self.wait_for("axe looks while nothing moves", || {
            let before = moves();
            if before.is_none_or(|moves| moves < 0) {
                return false;
            }
            violations = self.axe();
            moves() == before
        });
        assert!(violations.is_empty(), "axe-core found:\n{}", violations.join("\n"));
    }

    /// Whether nothing reaches beyond the window's width.
    #[track_caller]
    pub fn fits_its_width(&self) -> bool {
        self.script("return document.documentElement.scrollWidth <= innerWidth", &[]) == true
    }

    /// Saves what can be seen as target/shots/BROWSER-NAME.png.
    #[track_caller]
    pub fn screenshot(&self, name: &str) {
        self.try_screenshot(name).expect("a screenshot");
    }

    pub fn try_screenshot(&self, name: &str) -> Result<String, String> {
        let name: String = name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let file = format!("target/shots/{}-{name}.png", self.browser.name());
        std::fs::create_dir_all("target/shots").map_err(|problem| problem.to_string())?;
        let taken = self.runtime.block_on(self.driver.screenshot(Path::new(&file)));
        taken.map(|()| file).map_err(|problem| problem.to_string())
    }

    /// Runs a script in the page and returns what it returns.
    #[track_caller]
    pub fn script(&self, script: &str, arguments: &[Value]) -> Value {
        let mut patience = Patience::new();
        loop {
            let answer = self.runtime.block_on(self.driver.execute(script, arguments.to_vec()));
            match answer {
                // WebKit: the page was just being left, which a press had asked for; the next one is meant.
                Err(problem) if left(&problem) && patience.pause() => {}
                answer => return self.go(async { Ok(answer?.json().clone()) }),
            }
        }
    }

    /// The same for a script that awaits.
    #[track_caller]
    pub fn script_later(&self, script: &str) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {script} }})().then((value) => done([value ?? null, null]), (error) => done([null, String(error)]));"
        );
        let answer = self.go(async { Ok(self.driver.execute_async(script, vec![]).await?.json().clone()) });
        assert_eq!(answer.get(1), Some(&Value::Null), "the script failed");
        answer.get(0).cloned().unwrap_or_default()
    }

    #[track_caller]
    fn go<T>(&self, work: impl Future<Output = WebDriverResult<T>>) -> T {
        match self.runtime.block_on(work) {
            Ok(value) => value,
            Err(problem) => panic!("the browser answered: {problem}"),
        }
    }
}

impl Part<'_> {
    /// Presses it where a reader would. What was drawn anew meanwhile is looked for once more: a reader presses what
    /// stands there.
    #[track_caller]
    pub fn click(&self) {
        self.act(async |part| part.try_click().await);
    }

    #[track_caller]
    fn act(&self, attempt: impl AsyncFn(&Part) -> WebDriverResult<()>) {
        let first = self.page.runtime.block_on(attempt(self));
        match (&first, &self.known) {
            (Err(problem), Some((role, name))) if problem.to_string().contains("stale") => {
                let again = self.page.role(role, name);
                self.page.go(attempt(&again));
            }
            _ => self.page.go(async { first }),
        }
    }

    /// Waits while it moves, scrolls until nothing lies over it, and presses it.
    async fn try_click(&self) -> WebDriverResult<()> {
        let element = self.element.to_json()?;
        // Before its first frame, what begins to move stands still. A page that nobody sees has none; what comes of one
        // that is left meanwhile, the next question tells.
        if self.page.runs_scripts.get() {
            let frames = "const [done] = arguments;
                setTimeout(done, 1000);
                requestAnimationFrame(() => requestAnimationFrame(done));";
            let _ = self.page.driver.execute_async(frames, vec![]).await;
        }
        let place = "const [part] = arguments, { x, y } = part.getBoundingClientRect();
            const moves = document.getAnimations()
              .some((one) => one.playState === 'running' && one.effect?.target?.contains(part));
            return moves ? null : `${x} ${y}`";
        let mut patience = Patience::new();
        let mut before = Value::Null;
        loop {
            let answer = self.page.driver.execute(place, vec![element.clone()]).await?;
            let now = answer.json().clone();
            if (now == before && !now.is_null()) || !patience.pause() {
                break;
            }
            before = now;
        }
        self.page
            .driver
            .execute(
                "const [part] = arguments, box = part.getBoundingClientRect();
                 const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                 if (!hit || !(part.contains(hit) || hit.contains(part))) part.scrollIntoView({ block: 'center' })",
                vec![element],
            )
            .await?;
        self.element.click().await
    }

    #[track_caller]
    pub fn text(&self) -> String {
        self.page.go(self.element.text())
    }

    #[track_caller]
    pub fn attribute(&self, name: &str) -> Option<String> {
        self.page.go(self.element.attr(name))
    }

    #[track_caller]
    pub fn is_checked(&self) -> bool {
        self.page.go(self.element.is_selected())
    }

    #[track_caller]
    pub fn is_enabled(&self) -> bool {
        self.page.go(self.element.is_enabled())
    }

    /// Puts these words in the place of what the field holds, key by key.
    #[track_caller]
    pub fn type_into(&self, words: &str) {
        self.act(async |part| {
            part.element.clear().await?;
            part.element.send_keys(words).await
        });
    }

    #[track_caller]
    pub fn focus(&self) {
        self.act(async |part| part.element.focus().await);
    }

    /// Its accessible name; `None` when it has left the page meanwhile.
    fn label(&self) -> Option<String> {
        let path = format!("element/{}/computedlabel", self.element.element_id());
        let answer =
            self.page.runtime.block_on(self.page.driver.cmd(Raw { method: Method::GET, path, body: None }));
        let label: String = answer.ok()?.value().ok()?;
        Some(label.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Elements that have the role and are not hidden, those first whose words look like the name.
const CANDIDATES: &str = r#"
const [role, name] = arguments;
const native = {
  alert: "", article: "article", banner: "body > header", button: "button, summary, input[type=button], input[type=submit]",
  cell: "td", checkbox: "input[type=checkbox]", columnheader: "th[scope=col], thead th", combobox: "select",
  complementary: "aside", dialog: "dialog[open]", group: "fieldset, details", heading: "h1, h2, h3, h4, h5, h6",
  link: "a[href]", list: "ul, ol", listitem: "li", main: "main", navigation: "nav", option: "option",
  radio: "input[type=radio]", region: "section", row: "tr", rowheader: "th[scope=row]", search: "search",
  searchbox: "input[type=search]", status: "output", table: "table", textbox: "textarea, input:not([type]), input[type=text]",
};
const found = [...document.querySelectorAll([native[role], `[role=${role}]`].filter(Boolean).join(", "))];
const shown = found.filter((e) => (e.getAttribute("role") ?? role) === role && !e.closest("[inert], [aria-hidden=true]")
  && e.checkVisibility({ visibilityProperty: true }));
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const words = (e) => plain(e.getAttribute("aria-label") || [...(e.labels ?? [])].map((l) => l.textContent).join(" ") || e.textContent);
const looks = (e) => (words(e) === name ? 0 : words(e).startsWith(name) ? 1 : words(e).includes(name) ? 2 : 3);
return shown.map((e, at) => [looks(e), at, e]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , e]) => e);
"#;

fn key(name: &str) -> char {
    let key = match name {
        "Enter" => Key::Enter,
        "Escape" => Key::Escape,
        "Tab" => Key::Tab,
        "Space" => Key::Space,
        "Shift" => Key::Shift,
        "Control" => Key::Control,
        "Alt" => Key::Alt,
        "Up" => Key::Up,
        "Down" => Key::Down,
        "Left" => Key::Left,
        "Right" => Key::Right,
        "Home" => Key::Home,
        "End" => Key::End,
        "PageUp" => Key::PageUp,
        "PageDown" => Key::PageDown,
        "Backspace" => Key::Backspace,
        "Delete" => Key::Delete,
        "F2" => Key::F2,
        "Plus" => return '+',
        one if one.chars().count() == 1 => return one.chars().next().unwrap_or_default(),
        other => panic!("no key is called {other}"),
    };
    key.value()
}

/// A command that the driver's library has no word for.
#[derive(Debug)]
struct Raw {
    method: Method,
    path: String,
    body: Option<Value>,
}

impl FormatRequestData for Raw {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let request = RequestData::new(self.method.clone(), format!("session/{session}/{}", self.path));
        match &self.body {
            Some(body) => request.add_body(body.clone()),
            None => request,
        }
    }
}

/// Whether a script got no answer since its page went away meanwhile.
fn left(problem: &WebDriverError) -> bool {
    let said = problem.to_string();
    ["before the unload event", "Could not parse script result"].iter().any(|known| said.contains(known))
}
