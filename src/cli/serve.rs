//! `standpoint serve`: a folder on a loopback port, for trying a site and for working on one. With `--watch`
//! it runs a command when files change and tells open pages to load again.

use super::output;
use super::watch::Watch;
use crate::route::decode;
use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderValue, Request, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::sse::{Event, Sse};
use axum::response::{IntoResponse, Response};
use axum::{Router, routing::get};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::mpsc;
use std::time::{Duration, Instant};
use tokio::net::TcpListener;
use tokio::sync::broadcast;
use tokio_stream::{Stream, StreamExt, wrappers::BroadcastStream};
use tower_http::services::{ServeDir, ServeFile};

/// Says to a page that it is work in progress: no worker of it is wanted, which would keep it for later.
const MARK: &str = "<meta name=\"standpoint:serve\">";
/// Loads the page again when the server says so; it comes from the server, so the page's policy allows it.
const RELOADS: &str = "<script src=\"/~reload.js\" defer></script>";
const RELOAD: &str = "new EventSource('/~reload').onmessage = () => location.reload();";
/// The names of this machine for itself.
const OWN_NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];
const USUAL: u16 = 8080;
const BUILT: &str = "Built; open pages load again.";
const NOT_BUILT: &str = "Not built; the page before stays. See above.";
/// Editors write a file in several steps: this long nothing more may happen.
const QUIET: Duration = Duration::from_millis(150);

pub fn serve(dir: &Path, port: Option<u16>, watch: Vec<PathBuf>, run: Option<String>) -> Result<(), String> {
    if !dir.is_dir() {
        return Err(format!("{} is no folder", dir.display()));
    }
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(|e| e.to_string())?;
    runtime.block_on(async {
        let reload = (!watch.is_empty()).then(|| broadcast::channel(16).0);
        let listener = listen(port).await?;
        let address = listener.local_addr().map_err(|e| e.to_string())?;
        if let Some(reload) = reload.clone() {
            let watch = Watch::new(watch)?;
            std::thread::spawn(move || rebuild(watch, run, reload));
        }
        output::line(format!("Serving {} at http://{address}/ (stop with Ctrl+C)", dir.display()));
        axum::serve(listener, router(dir, reload)).await.map_err(|e| e.to_string())
    })
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
async fn listen(port: Option<u16>) -> Result<TcpListener, String> {
    let refused = |port: u16| move |problem: std::io::Error| format!("port {port} cannot be used: {problem}");
    match port {
        Some(port) => TcpListener::bind(("127.0.0.1", port)).await.map_err(refused(port)),
        None => match TcpListener::bind(("127.0.0.1", USUAL)).await {
            Ok(listener) => Ok(listener),
            Err(_) => TcpListener::bind(("127.0.0.1", 0)).await.map_err(refused(0)),
        },
    }
}

/// The files of a folder as a site, and with `reload` what makes its pages load again.
pub fn router(dir: &Path, reload: Option<broadcast::Sender<()>>) -> Router {
    let missing = dir.join("404.html");
    let files = ServeDir::new(dir).not_found_service(ServeFile::new(missing));
    let dir = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
    let served = match reload {
        None => {
            Router::new().fallback_service(files).layer(from_fn(|request, next| inject(request, next, "")))
        }
        Some(reload) => Router::new()
            .fallback_service(files)
            .layer(from_fn(|request, next| inject(request, next, RELOADS)))
            .route("/~reload", get(events))
            .route("/~reload.js", get(|| async { ([(header::CONTENT_TYPE, "text/javascript")], RELOAD) }))
            .with_state(reload),
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
async fn fresh(request: Request<Body>, next: Next) -> Response {
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
    let page = String::from_utf8_lossy(&bytes).replacen("</head>", &format!("{MARK}{also}</head>"), 1);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(page))
}

async fn events(
    State(reload): State<broadcast::Sender<()>>,
) -> Sse<impl Stream<Item = Result<Event, std::convert::Infallible>>> {
    Sse::new(BroadcastStream::new(reload.subscribe()).map(|_| Ok(Event::default().data("reload"))))
}

/// Looks for changes all the time, runs the command on each, one at a time, and tells the pages when it succeeded.
fn rebuild(mut watch: Watch, command: Option<String>, reload: broadcast::Sender<()>) {
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
            let mut good = true;
            let meanwhile = watch.run(|| good = command.as_deref().is_none_or(succeeds));
            for path in &meanwhile.own {
                output::line(format!("{} seems to be written by the command itself.", path.display()));
            }
            if command.is_some() {
                output::line(if good { BUILT } else { NOT_BUILT });
            }
            if good {
                // Nobody may be looking; then nobody is told.
                let _ = reload.send(());
            }
            calls = meanwhile.calls;
        }
    }
}

fn succeeds(command: &str) -> bool {
    output::line(format!("Something changed: {command}"));
    let done = Command::new("sh").args(["-c", command]).status();
    done.is_ok_and(|status| status.success())
}
