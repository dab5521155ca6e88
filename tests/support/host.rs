//! The site under test on a port of its own: at the root, under a path, and with one fault at a time. Every
//! page gets a script that notes what goes wrong (watch.js), before anything else runs, and the mark of
//! `standpoint serve`, so that no worker stands between a page and its faults; deploy.rs leaves it out.

use super::driver::Browser;
use super::troubles::{browser_of, noting_refused, user_agent, watching_script};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, mpsc};
use std::time::Duration;
use tokio::sync::Notify;

/// What goes wrong on the way of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is not there.
    Missing,
    /// The file is called something else than it is.
    WrongType,
    /// The connection breaks after half of the bytes.
    CutOff,
    /// The same, but only when a browser asks for the first time.
    CutOffOnce,
    /// The second half comes when the scenario lets it: see [`hold`] and [`release`].
    Slow,
    /// Something else stands at its address.
    Replaced,
    /// Somebody has taken the comments out of it.
    Minified,
}

const FAULTS: [(&str, Fault); 7] = [
    ("minified", Fault::Minified),
    ("missing", Fault::Missing),
    ("wrong-type", Fault::WrongType),
    ("cut-off", Fault::CutOff),
    ("cut-off-once", Fault::CutOffOnce),
    ("slow", Fault::Slow),
    ("replaced", Fault::Replaced),
];

/// The path of the site where `fault` hits the files that `file` names: `.wasm`, `corpus/`, `page*.js`.
pub fn with_fault(fault: Fault, file: &str) -> String {
    let name = FAULTS.iter().find(|(_, known)| *known == fault).map_or("", |(name, _)| name);
    format!("~fault/{name}/{}/", file.replace('/', "+"))
}

/// Where the site reads another corpus than its own: this text, under a name for it.
pub fn with_corpus(name: &str, text: &str) -> String {
    let folder = Path::new(OTHER_CORPORA);
    std::fs::create_dir_all(folder).expect("a folder for corpora");
    // Three browsers ask for the same one: written whole, then put in place.
    let fresh = folder.join(format!("{name}.{:?}", std::thread::current().id()));
    std::fs::write(&fresh, text).expect("the corpus is written");
    std::fs::rename(&fresh, folder.join(name)).expect("the corpus is put in place");
    format!("~corpus/{name}/")
}

const OTHER_CORPORA: &str = "target/other-corpora";

/// Where the site stands on a host that serves a folder without the slash at its end, and sends nobody on.
pub const PLAIN: &str = "~plain/";

/// Where the site stands under a path.
pub const SUBFOLDER: &str = "a/folder/below/";

/// Serves a site from another thread, until the process ends.
pub fn serve(site: &Path) -> SocketAddr {
    let (send, receive) = mpsc::channel();
    let site = site.to_owned();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
            send.send(listener.local_addr().expect("an address")).expect("somebody waits");
            axum::serve(listener, router(site)).await.expect("the site is served");
        });
    });
    receive.recv().expect("the site is served")
}

fn router(site: PathBuf) -> Router {
    let router = own_pages().fallback(move |address: Uri, headers: HeaderMap| {
        answer(site.clone(), address, browser_of(user_agent(&headers)))
    });
    router.layer(axum::middleware::from_fn(noting_refused))
}

/// What a host of tests has besides a site.
pub fn own_pages() -> Router {
    Router::new()
        .route("/~empty", get(|| async { Html("<!doctype html><title>Empty</title>") }))
        .route("/~address.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], ADDRESS) }))
        .route(
            "/~watch.js",
            get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], watching_script()) }),
        )
}

async fn answer(site: PathBuf, address: Uri, browser: Browser) -> Response {
    // A host that answers everything with one page.
    if address.path().starts_with("//") {
        return file(&site, "nato-2021/2021-12-17/index.html", None, "", None);
    }
    let path = address.path().trim_start_matches('/');
    let asked = Asked::of(site, path);
    // A folder without its slash is sent on to it, as hosts do.
    if asked.folder().is_dir() && !path.is_empty() && !path.ends_with('/') {
        let query = address.query().map(|query| format!("?{query}")).unwrap_or_default();
        return (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, format!("/{path}/{query}"))])
            .into_response();
    }
    let first =
        path.strip_prefix("~first/").and_then(|rest| rest.split_once('/')).map(|(coded, _)| decoded(coded));
    let fault = asked.fault.map(|fault| (fault, browser));
    file(&asked.site, &asked.path, fault, "<meta name=\"standpoint:serve\">", first.as_deref())
}

/// Which file of which site an address asks for, and what goes wrong on its way.
struct Asked {
    site: PathBuf,
    path: String,
    fault: Option<Fault>,
}

impl Asked {
    fn of(site: PathBuf, path: &str) -> Asked {
        if let Some((fault, rest)) = path.strip_prefix("~fault/").and_then(|rest| rest.split_once('/')) {
            let fault = FAULTS.iter().find(|(name, _)| *name == fault).map(|(_, fault)| *fault);
            let (hit, rest) = rest.split_once('/').unwrap_or((rest, ""));
            let path = whole(rest);
            let hit = hit.replace('+', "/").split('*').all(|part| path.contains(part));
            return Asked { site, path, fault: fault.filter(|_| hit) };
        }
        if let Some((name, rest)) = path.strip_prefix("~corpus/").and_then(|rest| rest.split_once('/')) {
            if rest.starts_with("corpus/") && rest != "corpus/index.json" {
                return Asked { site: OTHER_CORPORA.into(), path: name.to_owned(), fault: None };
            }
            return Asked { site, path: whole(rest), fault: None };
        }
        if let Some((_, path)) = path.strip_prefix("~first/").and_then(|rest| rest.split_once('/')) {
            return Asked { site, path: whole(path), fault: None };
        }
        if let Some(path) = path.strip_prefix(PLAIN) {
            let folder = site.join(path).is_dir() && !path.is_empty() && !path.ends_with('/');
            let path = if folder { format!("{path}/index.html") } else { whole(path) };
            return Asked { site, path, fault: None };
        }
        Asked { site, path: whole(path.strip_prefix(SUBFOLDER).unwrap_or(path)), fault: None }
    }

    fn folder(&self) -> PathBuf {
        self.site.join(&self.path)
    }
}

/// The path of the file that a host answers with.
pub fn whole(path: &str) -> String {
    if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
}

/// A file of a site; html with `mark` in its head, and with a script that runs before all others.
pub fn file(
    site: &Path,
    path: &str,
    fault: Option<(Fault, Browser)>,
    mark: &str,
    first: Option<&str>,
) -> Response {
    let Ok(mut bytes) = std::fs::read(site.join(path)) else {
        let page = std::fs::read(site.join("404.html")).unwrap_or_default();
        return (StatusCode::NOT_FOUND, Html(page)).into_response();
    };
    let kind = match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    if kind.starts_with("text/html") {
        // After the policy, before any other script: nothing is missed.
        let page = String::from_utf8_lossy(&bytes).replacen(
            "<script",
            "<script src=\"/~watch.js\"></script>\n<script",
            1,
        );
        // Somebody else's script has no policy to obey.
        let page = match first {
            Some(script) => page.replacen(
                "<meta http-equiv=\"Content-Security-Policy\"",
                &format!("<script>{}</script><meta name=\"was-policy\"", script),
                1,
            ),
            None => page,
        };
        bytes = page.replacen("</head>", &format!("{mark}</head>"), 1).into_bytes();
    }
    let headers = |kind: &'static str| [(header::CONTENT_TYPE, kind), (header::CACHE_CONTROL, "no-store")];
    match fault {
        Some((Fault::CutOffOnce, browser)) if !is_first(browser) => (headers(kind), bytes).into_response(),
        None => (headers(kind), bytes).into_response(),
        Some((Fault::Missing, _)) => missing(path),
        Some((Fault::WrongType, _)) => (headers("text/plain"), bytes).into_response(),
        Some((Fault::Replaced, _)) => {
            (headers("text/html"), "<p>Not what you asked for.</p>").into_response()
        }
        Some((Fault::CutOff | Fault::CutOffOnce, browser)) => (
            [(header::CONTENT_LENGTH, bytes.len().to_string())],
            headers(kind),
            halves(bytes, browser, false),
        )
            .into_response(),
        Some((Fault::Minified, _)) => (headers(kind), without_comments(bytes)).into_response(),
        Some((Fault::Slow, browser)) => (headers(kind), halves(bytes, browser, true)).into_response(),
    }
}

fn without_comments(html: Vec<u8>) -> Vec<u8> {
    let mut rest = String::from_utf8_lossy(&html).into_owned();
    while let Some((before, after)) = rest.split_once("<!--") {
        rest = [before, after.split_once("-->").map_or("", |(_, after)| after)].concat();
    }
    rest.into_bytes()
}

/// Whether this browser was not yet cut off.
fn is_first(browser: Browser) -> bool {
    static CUT_OFF: Mutex<Vec<Browser>> = Mutex::new(Vec::new());
    let mut cut_off = CUT_OFF.lock().expect("the list");
    let is_first = !cut_off.contains(&browser);
    cut_off.push(browser);
    is_first
}

/// What stands in an address as hexadecimal digits.
fn decoded(coded: &str) -> String {
    let bytes = coded.as_bytes().chunks(2).filter_map(|pair| std::str::from_utf8(pair).ok());
    let bytes: Vec<u8> = bytes.filter_map(|pair| u8::from_str_radix(pair, 16).ok()).collect();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn missing(path: &str) -> Response {
    (StatusCode::NOT_FOUND, format!("there is no {path}")).into_response()
}

/// The browsers for which the second halves of slow files are held back, and who waits for them.
static HELD: Mutex<Vec<Browser>> = Mutex::new(Vec::new());
static RELEASED: Notify = Notify::const_new();

/// From now on, slow files break off in the middle for this browser.
pub fn hold(browser: Browser) {
    HELD.lock().expect("the list").push(browser);
}

/// The second halves may come.
pub fn release(browser: Browser) {
    HELD.lock().expect("the list").retain(|held| *held != browser);
    RELEASED.notify_waiters();
}

async fn released(browser: Browser) {
    loop {
        let next = RELEASED.notified();
        if !HELD.lock().expect("the list").contains(&browser) {
            return;
        }
        next.await;
    }
}

/// The first half of a file and, when the scenario lets it, the other half or a broken connection.
fn halves(bytes: Vec<u8>, browser: Browser, is_whole: bool) -> Body {
    let bytes = Bytes::from(bytes);
    let (send, receive) = tokio::sync::mpsc::channel::<std::io::Result<Bytes>>(2);
    tokio::spawn(async move {
        let middle = bytes.len() / 2;
        let _ = send.send(Ok(bytes.slice(..middle))).await;
        released(browser).await;
        if !is_whole {
            // What breaks off before anything of it has left is no answer, and some browsers ask again.
            tokio::time::sleep(Duration::from_millis(500)).await;
        }
        let rest = if is_whole { Ok(bytes.slice(middle..)) } else { Err(std::io::Error::other("cut off")) };
        let _ = send.send(rest).await;
    });
    Body::from_stream(tokio_stream::wrappers::ReceiverStream::new(receive))
}

/// What the page's scripts know of an address.
const ADDRESS: &str = include_str!("../../src/web/scripts/address.js");
