//! `standpoint serve`: a folder on a loopback port, for trying a site and for working on one. With `--watch`
//! it runs a command when files change and tells open pages to load again. With `--corpus` the folder is a site that it
//! makes itself of corpora under work (`corpora.rs`).

mod corpora;
mod problems_page;
mod watch;

use super::{check, output};
use crate::route::decode;
use axum::body::Body;
use axum::extract::{RawQuery, State};
use axum::http::{HeaderValue, Request, StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use clap::Args;
use corpora::{Corpora, Folder};
use problems_page::Trouble;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::watch::Sender;
use tokio_stream::{Stream, StreamExt, wrappers::WatchStream};
use tower_http::services::{ServeDir, ServeFile};
use watch::Watch;

#[derive(Args)]
pub struct Wanted {
    /// The folder to serve.
    #[arg(required_unless_present = "corpus", conflicts_with = "corpus")]
    dir: Option<PathBuf>,
    /// Corpus files under work: their site is made, and made anew with every save.
    #[arg(long, num_args = 1..)]
    corpus: Vec<PathBuf>,
    /// A packed app in a folder, instead of the one that this program carries.
    #[arg(long)]
    app: Option<PathBuf>,
    /// Port; the next free one is taken when it is in use.
    #[arg(long)]
    port: Option<u16>,
    /// Rebuild and reload when something below this path changes.
    #[arg(long, num_args = 1.., conflicts_with = "corpus")]
    watch: Vec<PathBuf>,
    /// The command that rebuilds.
    #[arg(long, requires = "watch")]
    run: Option<String>,
}

/// Says to a page that it is work in progress: no worker of it is wanted, which would keep it for later.
const MARK: &str = "<meta name=\"standpoint:serve\">";
/// Loads the page again when the server says so; it comes from the server, so the page's policy allows it.
/// The query names what the page shows, so that it hears of what was built before it asked.
const RELOAD: &str = "new EventSource('/~reload' + new URL(document.currentScript.src).search).onmessage = () => location.reload();";
/// The names of this machine for itself.
const OWN_NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];
const USUAL: u16 = 8080;
const BUILT: &str = "Built; open pages load again.";
const NOT_BUILT: &str = "Not built; the page before stays. See above.";
/// Editors write a file in several steps: this long nothing more may happen.
const QUIET: Duration = Duration::from_millis(150);

/// What pages under work show, as open ones hear it.
#[derive(Clone, Default)]
pub struct Shown {
    /// How many times something else was to be shown.
    number: u64,
    /// What stands in the place of every page: the problems that keep the site from being made.
    instead: Option<Arc<str>>,
}

/// What pages under work are answered from.
#[derive(Clone)]
struct UnderWork {
    shown: Sender<Shown>,
    /// Where the pages of corpora are drawn; `None` where all that is served stands there already.
    folder: Option<Folder>,
}

pub fn serve(wanted: Wanted) -> Result<(), String> {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    runtime.block_on(async {
        if !wanted.corpus.is_empty() {
            return serve_corpora(wanted).await;
        }
        if wanted.app.is_some() {
            return Err("--app is for a site that is made here; name its files with --corpus".to_owned());
        }
        let dir = wanted.dir.unwrap_or_default();
        if !dir.is_dir() {
            return Err(format!("{} is no folder", dir.display()));
        }
        let shown = (!wanted.watch.is_empty()).then(|| Sender::new(Shown::default()));
        let (listener, address) = listen(wanted.port).await?;
        if let Some(shown) = shown.clone() {
            let watch = Watch::new(wanted.watch)?;
            let run = wanted.run;
            std::thread::spawn(move || follow(watch, |watch| run_command(watch, run.as_deref(), &shown)));
        }
        output::line(format!("Serving {} at http://{address}/ (stop with Ctrl+C)", dir.display()));
        axum::serve(listener, router(&dir, shown.map(|shown| UnderWork { shown, folder: None })))
            .await
            .map_err(|e| e.to_string())
    })
}

/// Serves the site of corpora until somebody stops it; the folder that it is made in goes with it.
async fn serve_corpora(wanted: Wanted) -> Result<(), String> {
    let (corpora, folder) = Corpora::open(wanted.corpus, wanted.app)?;
    let watch = Watch::new(corpora.files.clone())?;
    let (listener, address) = listen(wanted.port).await?;
    let names: Vec<String> = corpora.files.iter().map(|file| check::shown(file)).collect();
    output::line(format!("Serving {} at http://{address}/ (stop with Ctrl+C)", names.join(", ")));
    let shown = Sender::new(Shown::default());
    let work = UnderWork { shown: shown.clone(), folder: Some(folder.clone()) };
    let served = axum::serve(listener, router(&corpora.site, Some(work)));
    let (built, first) = tokio::sync::oneshot::channel();
    std::thread::spawn(move || {
        corpora.build(&shown);
        // Where nobody waits any more, this program ends.
        let _ = built.send(());
        // Nothing here writes these files: what changes meanwhile was saved by somebody.
        follow(watch, |watch| {
            corpora.build(&shown);
            watch.has_changed()
        });
    });
    let served = async {
        // Whoever asks before the site is there waits for it.
        let _ = first.await;
        served.await
    };
    let ended = tokio::select! {
        ended = served => ended.map_err(|problem| problem.to_string()),
        stopped = stopped() => stopped,
    };
    folder.remove();
    ended
}

/// Waits until somebody wants this program to end.
async fn stopped() -> Result<(), String> {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        let wait = |kind| signal(kind).map_err(|problem| problem.to_string());
        let mut ends = wait(SignalKind::terminate())?;
        let mut hangs_up = wait(SignalKind::hangup())?;
        tokio::select! {
            pressed = tokio::signal::ctrl_c() => pressed.map_err(|problem| problem.to_string()),
            _ = ends.recv() => Ok(()),
            _ = hangs_up.recv() => Ok(()),
        }
    }
    #[cfg(not(unix))]
    tokio::signal::ctrl_c().await.map_err(|problem| problem.to_string())
}

/// Serves a folder from another thread, on a port the system chooses, until the process ends.
pub fn spawn(dir: &Path) -> Result<SocketAddr, String> {
    let (send, receive) = mpsc::channel();
    let dir = dir.to_owned();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
        runtime.block_on(async {
            let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
            let _ = send.send(listener.local_addr());
            axum::serve(listener, router(&dir, None)).await
        })
    });
    let address = receive.recv().map_err(|_| "the server did not start".to_owned())?;
    address.map_err(|problem| problem.to_string())
}

/// A port that was asked for, or none; otherwise the usual one, or any.
async fn listen(port: Option<u16>) -> Result<(TcpListener, SocketAddr), String> {
    let refused = |port: u16| move |problem: std::io::Error| format!("port {port} cannot be used: {problem}");
    let listener = match port {
        Some(port) => TcpListener::bind(("127.0.0.1", port)).await.map_err(refused(port)),
        None => match TcpListener::bind(("127.0.0.1", USUAL)).await {
            Ok(listener) => Ok(listener),
            Err(_) => TcpListener::bind(("127.0.0.1", 0)).await.map_err(refused(0)),
        },
    }?;
    let address = listener.local_addr().map_err(|problem| problem.to_string())?;
    Ok((listener, address))
}

/// The files of a folder as a site; its pages load again where it is under work.
fn router(dir: &Path, work: Option<UnderWork>) -> Router {
    let missing = dir.join("404.html");
    let files = ServeDir::new(dir).not_found_service(ServeFile::new(missing));
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    let served = match work {
        None => {
            Router::new().fallback_service(files).layer(from_fn(|request, next| inject(request, next, "")))
        }
        Some(work) => Router::new()
            .fallback_service(files)
            .layer(from_fn_with_state(work.clone(), under_work))
            .route("/~reload", get(events))
            .route("/~reload.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD) }))
            .with_state(work.shown),
    };
    served.layer(from_fn(fresh)).layer(from_fn(move |request, next| guard(dir.clone(), request, next)))
}

/// Refuses requests that a page of another host sends here under a name of its own, paths that would lead to another
/// host, and files that stand outside the folder.
async fn guard(dir: PathBuf, request: Request<Body>, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit()));
    if !OWN_NAMES.contains(&name.map_or(host, |(name, _)| name)) {
        let said = "This server answers to 127.0.0.1 and localhost only.\n";
        return (StatusCode::MISDIRECTED_REQUEST, said).into_response();
    }
    let path = request.uri().path();
    let file = dir.join(decode(path).trim_start_matches('/'));
    let is_outside = file.canonicalize().is_ok_and(|file| !file.starts_with(&dir));
    if is_outside || path.starts_with("//") || path.contains('\\') {
        return (StatusCode::NOT_FOUND, "There is no such file.\n").into_response();
    }
    next.run(request).await
}

/// A page under work is never taken from a cache, and text is always UTF-8.
async fn fresh(mut request: Request<Body>, next: Next) -> Response {
    // HTTP tells times in whole seconds, in which a page may have changed twice.
    request.headers_mut().remove(header::IF_MODIFIED_SINCE);
    let mut response = next.run(request).await;
    for kind in ["text/html", "text/javascript", "text/css"] {
        if response.headers().get(header::CONTENT_TYPE).is_some_and(|given| given == kind)
            && let Ok(kind) = HeaderValue::from_str(&format!("{kind}; charset=utf-8"))
        {
            response.headers_mut().insert(header::CONTENT_TYPE, kind);
        }
    }
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

/// Pages load again when something else is to be shown than what they show; what is to be shown may stand in the place of
/// every page. What waits for being asked for is written first.
async fn under_work(State(work): State<UnderWork>, request: Request<Body>, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let (written, Shown { number, instead }) = match work.folder {
        Some(folder) => {
            let (asked, shown) = (path.clone(), work.shown.clone());
            let written = tokio::task::spawn_blocking(move || folder.write(&asked, &shown)).await;
            written.unwrap_or_else(|problem| (Err(problem.to_string()), work.shown.borrow().clone()))
        }
        None => (Ok(()), work.shown.borrow().clone()),
    };
    let reloads = format!("<script src=\"/~reload.js?{number}\" defer></script>");
    let answer = |status: StatusCode, page: &str| {
        (status, [(header::CONTENT_TYPE, "text/html")], with_mark(page, &reloads)).into_response()
    };
    match (instead.filter(|_| is_page(&path)), written) {
        (Some(page), _) => answer(StatusCode::SERVICE_UNAVAILABLE, &page),
        (None, Err(problem)) => {
            let trouble = [Trouble::Page(problem)];
            let page = problems_page::page(&trouble);
            // A terminal may let its lines wait, which nobody else has to.
            std::thread::spawn(move || problems_page::lines(&trouble).iter().for_each(output::line));
            answer(StatusCode::INTERNAL_SERVER_ERROR, &page)
        }
        (None, Ok(())) => inject(request, next, &reloads).await,
    }
}

fn is_page(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.ends_with(".html") || !name.contains('.')
}

/// Adds the mark, and what else is wanted, to html.
async fn inject(request: Request<Body>, next: Next, also: &str) -> Response {
    let response = next.run(request).await;
    let is_html = response
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_html {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = axum::body::to_bytes(body, usize::MAX).await else {
        return (StatusCode::INTERNAL_SERVER_ERROR, "the page could not be read").into_response();
    };
    let page = with_mark(&String::from_utf8_lossy(&bytes), also);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

fn with_mark(page: &str, also: &str) -> String {
    page.replacen("</head>", &format!("{MARK}{also}</head>"), 1)
}

/// Says to a page that shows what was to be shown at `number` that something else is, now or later.
async fn events(
    State(shown): State<Sender<Shown>>,
    RawQuery(number): RawQuery,
) -> Sse<impl Stream<Item = Result<Event, std::convert::Infallible>>> {
    let is_other = move |shown: &Shown| number.as_deref() != Some(shown.number.to_string().as_str());
    let all = WatchStream::new(shown.subscribe()).filter(is_other);
    Sse::new(all.map(|_| Ok(Event::default().data("reload"))))
}

/// Looks for changes all the time, and builds on each, one at a time; `build` says whether it has to be done once more.
fn follow(mut watch: Watch, mut build: impl FnMut(&mut Watch) -> bool) {
    loop {
        // A large folder takes longer to look through, and is looked through less often.
        let begun = Instant::now();
        let mut calls = watch.has_changed();
        std::thread::sleep(QUIET.max(begun.elapsed() * 10));
        while calls {
            // Editors write a file in several steps: it is whole when a look finds nothing more.
            if watch.has_changed() {
                std::thread::sleep(QUIET);
                continue;
            }
            calls = build(&mut watch);
        }
    }
}

/// Runs the command, and tells the pages when it succeeded.
fn run_command(watch: &mut Watch, command: Option<&str>, shown: &Sender<Shown>) -> bool {
    let mut is_good = true;
    let meanwhile = watch.run(|| is_good = command.is_none_or(succeeds));
    for path in &meanwhile.own {
        output::line(format!("{} seems to be written by the command itself.", path.display()));
    }
    if command.is_some() {
        output::line(if is_good { BUILT } else { NOT_BUILT });
    }
    if is_good {
        shown.send_modify(|shown| shown.number += 1);
    }
    meanwhile.calls
}

fn succeeds(command: &str) -> bool {
    output::line(format!("Something changed: {command}"));
    let done = Command::new("sh").args(["-c", command]).status();
    done.is_ok_and(|status| status.success())
}
