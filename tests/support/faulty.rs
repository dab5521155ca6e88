//! A host on which one kind of file goes wrong in one way, until a scenario mends it. Each browser has its own fault.

use super::driver::Browser;
use super::host::{file, whole};
use super::troubles::{browser_of, noting_refused, user_agent, watching_script};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, mpsc};
use std::time::Duration;

/// What a host, or the way to it, makes of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Another status, with a line of text.
    Status(u16),
    /// The site's page for wrong addresses, as a page that is there.
    SoftMissing,
    /// A page on which one has to sign in, as captive portals put in the place of everything.
    LoginPage,
    /// The same page behind a redirect.
    LoginRedirect,
    /// A redirect to itself.
    Loop,
    /// Success, and no bytes.
    Empty,
    NoContent,
    /// The connection breaks after half of the bytes, or after none.
    CutOff,
    Reset,
    /// No answer ever comes.
    Late,
    /// The answer stops in its middle, for ever.
    Stalled,
    /// A part of the bytes, as if that were all: half, all but the last one, all but the first one.
    Half,
    WithoutEnd,
    WithoutBeginning,
    /// One bit in the middle is another.
    Flipped,
    /// As many bytes, of no meaning.
    Noise,
    Twice,
    /// A line that somebody put in front.
    Injected,
    /// Line ends as old upload programs write them.
    LineEnds,
    /// Another file of its kind under its name, as when two builds are mixed.
    OtherFile,
    /// The right bytes under a type that says nothing.
    WrongType,
}

pub const FAULTS: [Fault; 24] = [
    Fault::Status(404),
    Fault::Status(410),
    Fault::Status(403),
    Fault::Status(500),
    Fault::Status(503),
    Fault::SoftMissing,
    Fault::LoginPage,
    Fault::LoginRedirect,
    Fault::Loop,
    Fault::Empty,
    Fault::NoContent,
    Fault::CutOff,
    Fault::Reset,
    Fault::Late,
    Fault::Stalled,
    Fault::Half,
    Fault::WithoutEnd,
    Fault::WithoutBeginning,
    Fault::Flipped,
    Fault::Noise,
    Fault::Twice,
    Fault::Injected,
    Fault::LineEnds,
    Fault::OtherFile,
];

/// The fault of each browser: what it hits, with a star for any letters, and how.
static FAULTY: Mutex<[Option<(String, Fault)>; 3]> = Mutex::new([None, None, None]);

/// From now on this browser gets the files that `hit` names in this way.
pub fn break_file(browser: Browser, hit: &str, fault: Fault) {
    FAULTY.lock().expect("the faults")[browser as usize] = Some((hit.to_owned(), fault));
}

/// From now on this browser gets every file as it is.
pub fn mend(browser: Browser) {
    FAULTY.lock().expect("the faults")[browser as usize] = None;
}

/// Serves a site from another thread, until the process ends.
pub fn serve(site: &Path) -> SocketAddr {
    let (send, receive) = mpsc::channel();
    let site = site.to_owned();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
            send.send(listener.local_addr().expect("an address")).expect("somebody waits");
            let router = Router::new().fallback(move |address: Uri, headers: HeaderMap| {
                answer(site.clone(), address, browser_of(user_agent(&headers)))
            });
            let router = router.layer(axum::middleware::from_fn(noting_refused));
            axum::serve(listener, router).await.expect("the site is served");
        });
    });
    receive.recv().expect("the site is served")
}

async fn answer(site: PathBuf, address: Uri, browser: Browser) -> Response {
    let path = whole(address.path().trim_start_matches('/'));
    match path.as_str() {
        "~empty" => return page(b"<!doctype html><title>Empty</title>".to_vec()),
        "~login" => return login(),
        "~watch.js" => {
            let script = format!("{QUICK}\n{}", watching_script());
            return ([(header::CONTENT_TYPE, "text/javascript")], script).into_response();
        }
        _ => {}
    }
    let faulty = FAULTY.lock().expect("the faults")[browser as usize].clone();
    let fault = faulty.filter(|(hit, _)| is_hit(&path, hit)).map(|(_, fault)| fault);
    let sound = file(&site, &path, None, "<meta name=\"standpoint:serve\">", None);
    match fault {
        Some(fault) if sound.status().is_success() => broken(&site, &path, fault, sound).await,
        _ => sound,
    }
}

/// Whether the parts of a pattern follow each other in a path.
fn is_hit(path: &str, pattern: &str) -> bool {
    let mut rest = Some(path);
    for part in pattern.split('*') {
        rest = rest.and_then(|rest| rest.split_once(part)).map(|(_, behind)| behind);
    }
    rest.is_some()
}

/// A page on this host waits a tenth of the seconds that a reader would.
const QUICK: &str = "const wait = setTimeout; \
    window.setTimeout = (work, time, ...rest) => wait(work, time >= 3000 ? time / 10 : time, ...rest);";

async fn broken(site: &Path, path: &str, fault: Fault, sound: Response) -> Response {
    let kind = sound.headers().get(header::CONTENT_TYPE).cloned();
    let bytes = axum::body::to_bytes(sound.into_body(), usize::MAX).await.unwrap_or_default();
    let middle = bytes.len() / 2;
    let changed = match fault {
        Fault::Status(status) => {
            let status = StatusCode::from_u16(status).expect("a status");
            return (status, "It is not here.").into_response();
        }
        Fault::SoftMissing => return page(std::fs::read(site.join("404.html")).unwrap_or_default()),
        Fault::LoginPage => return login(),
        Fault::LoginRedirect => return (StatusCode::FOUND, [(header::LOCATION, "/~login")]).into_response(),
        Fault::Loop => return (StatusCode::FOUND, [(header::LOCATION, format!("/{path}"))]).into_response(),
        Fault::NoContent => return StatusCode::NO_CONTENT.into_response(),
        Fault::Late => std::future::pending().await,
        Fault::Empty => Bytes::new(),
        Fault::Half => bytes.slice(..middle),
        Fault::WithoutEnd => bytes.slice(..bytes.len().saturating_sub(1)),
        Fault::WithoutBeginning => bytes.slice(bytes.len().min(1)..),
        Fault::Flipped => flipped(&bytes),
        Fault::Noise => (0..bytes.len()).map(|at| (at * 167 % 251) as u8).collect(),
        Fault::Twice => [&bytes[..], &bytes[..]].concat().into(),
        Fault::Injected => [b"<!-- seen by a proxy -->\n", &bytes[..]].concat().into(),
        Fault::LineEnds => with_line_ends(&bytes),
        Fault::OtherFile => other_file(site, path).unwrap_or_default().into(),
        Fault::CutOff | Fault::Reset | Fault::Stalled => {
            let kind = kind.map(|kind| (header::CONTENT_TYPE, kind));
            let length = (header::CONTENT_LENGTH, bytes.len().into());
            let headers: HeaderMap = kind.into_iter().chain([length]).collect();
            let sent = if fault == Fault::Reset { bytes.slice(..0) } else { bytes.slice(..middle) };
            return (headers, partly(sent, fault != Fault::Stalled)).into_response();
        }
        Fault::WrongType => return ([(header::CONTENT_TYPE, "text/plain")], bytes).into_response(),
    };
    let kind = kind.map(|kind| (header::CONTENT_TYPE, kind));
    let headers: HeaderMap =
        kind.into_iter().chain([(header::CACHE_CONTROL, "no-store".parse().expect("a value"))]).collect();
    (headers, changed).into_response()
}

fn page(html: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "text/html; charset=utf-8")], html).into_response()
}

fn login() -> Response {
    page(b"<!doctype html><title>Guest network</title><h1>Sign in to go on</h1>".to_vec())
}

fn flipped(bytes: &[u8]) -> Bytes {
    let middle = bytes.len() / 2;
    bytes.iter().enumerate().map(|(at, byte)| if at == middle { byte ^ 1 } else { *byte }).collect()
}

fn with_line_ends(bytes: &[u8]) -> Bytes {
    bytes.split(|byte| *byte == b'\n').collect::<Vec<_>>().join(&b"\r\n"[..]).into()
}

/// The first other file with the same ending in the same folder.
fn other_file(site: &Path, path: &str) -> Option<Vec<u8>> {
    let own = site.join(path);
    let mut others: Vec<PathBuf> =
        std::fs::read_dir(own.parent()?).ok()?.flatten().map(|entry| entry.path()).collect();
    others.retain(|other| *other != own && other.extension() == own.extension());
    others.sort();
    std::fs::read(others.first()?).ok()
}

/// Some of the bytes; then the connection breaks, or nothing comes any more.
fn partly(bytes: Bytes, breaks: bool) -> Body {
    let (send, receive) = tokio::sync::mpsc::channel::<std::io::Result<Bytes>>(2);
    tokio::spawn(async move {
        let _ = send.send(Ok(bytes)).await;
        if breaks {
            // What breaks off before anything of it has left is no answer, and some browsers ask again.
            tokio::time::sleep(Duration::from_millis(100)).await;
            let _ = send.send(Err(std::io::Error::other("cut off"))).await;
        } else {
            send.closed().await;
        }
    });
    Body::from_stream(tokio_stream::wrappers::ReceiverStream::new(receive))
}
