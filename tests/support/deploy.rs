//! A site on a host of its own that a scenario stops, starts again and gives other files: what a reader meets when
//! the network goes, or when somebody puts up a new version while a page is open.

use super::host::{file, own_pages, whole};
use super::site;
use super::troubles::noting_refused;
use axum::Router;
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;
use sha2::{Digest, Sha256};
use standpoint::corpus::checksum;
use std::cell::RefCell;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use tokio::sync::oneshot;

/// Where the site stands on its host.
const FOLDER: &str = "reader/";

/// What is put up; each names the folder with its files.
pub struct Versions {
    pub a: PathBuf,
    /// Another corpus title, and every asset under another name.
    pub b: PathBuf,
    /// B's pages, without any of its assets.
    pub cut_off: PathBuf,
    /// B with the worker of A, as it is while B is put up and its worker comes last.
    pub worker_last: PathBuf,
}

pub struct Deploy {
    address: SocketAddr,
    files: Arc<Mutex<Files>>,
    running: RefCell<Option<Running>>,
}

struct Files {
    site: PathBuf,
    mark: &'static str,
    /// Nothing is answered.
    dawdles: bool,
    pages_asked: usize,
}

struct Running {
    stop: oneshot::Sender<()>,
    thread: std::thread::JoinHandle<()>,
}

impl Deploy {
    pub fn of(site: &Path) -> Deploy {
        let files = Files { site: site.to_owned(), mark: "", dawdles: false, pages_asked: 0 };
        let files = Arc::new(Mutex::new(files));
        let (address, running) = start(SocketAddr::from(([127, 0, 0, 1], 0)), &files);
        Deploy { address, files, running: RefCell::new(Some(running)) }
    }

    /// The same, looking as `standpoint serve` makes a site look.
    pub fn served(site: &Path) -> Deploy {
        let deploy = Deploy::of(site);
        deploy.files.lock().expect("the files").mark = "<meta name=\"standpoint:serve\">";
        deploy
    }

    pub fn address(&self, path: &str) -> String {
        format!("http://{}/{FOLDER}{path}", self.address)
    }

    /// A path of the host outside the site.
    pub fn beside(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// Puts other files in the place of the site.
    pub fn put(&self, site: &Path) {
        self.files.lock().expect("the files").site = site.to_owned();
    }

    /// From now on takes every question and answers none.
    pub fn dawdle(&self) {
        self.files.lock().expect("the files").dawdles = true;
    }

    /// How many pages were asked for.
    pub fn pages_asked(&self) -> usize {
        self.files.lock().expect("the files").pages_asked
    }

    /// Ends the server with all its connections.
    pub fn stop(&self) {
        if let Some(Running { stop, thread }) = self.running.take() {
            let _ = stop.send(());
            thread.join().expect("the server ends");
        }
    }

    /// Starts it again at the same address.
    pub fn start(&self) {
        self.running.replace(Some(start(self.address, &self.files).1));
    }
}

impl Drop for Deploy {
    fn drop(&mut self) {
        self.stop();
    }
}

fn start(address: SocketAddr, files: &Arc<Mutex<Files>>) -> (SocketAddr, Running) {
    let (ready, started) = mpsc::channel();
    let (stop, stopped) = oneshot::channel();
    let files = files.clone();
    let thread = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(address).await.expect("a port");
            ready.send(listener.local_addr().expect("an address")).expect("somebody waits");
            let served = axum::serve(listener, router(files));
            tokio::select! {
                served = served.into_future() => served.expect("the site is served"),
                _ = stopped => {}
            }
        });
    });
    (started.recv().expect("the server starts"), Running { stop, thread })
}

fn router(files: Arc<Mutex<Files>>) -> Router {
    let router = own_pages().fallback(move |address: Uri| {
        let files = files.clone();
        async move {
            if files.lock().expect("the files").dawdles {
                std::future::pending::<()>().await;
            }
            answer(&mut files.lock().expect("the files"), &address)
        }
    });
    router.layer(axum::middleware::from_fn(noting_refused))
}

/// Below the site's folder the site; beside it, any address has a page of somebody else's.
fn answer(files: &mut Files, address: &Uri) -> Response {
    let Some(path) = address.path().trim_start_matches('/').strip_prefix(FOLDER) else {
        return (StatusCode::OK, axum::response::Html("<!doctype html><title>Beside</title><p>Beside"))
            .into_response();
    };
    let path = whole(path);
    if path.ends_with(".html") {
        files.pages_asked += 1;
    }
    if path.starts_with("beside/") {
        return axum::response::Html("<!doctype html><title>Below</title><p>Somebody else’s").into_response();
    }
    file(&files.site, &path, None, files.mark, None)
}

/// The versions, made once by the command line from the packed app.
pub fn versions() -> &'static Versions {
    static MADE: OnceLock<Versions> = OnceLock::new();
    MADE.get_or_init(|| {
        let folder = Path::new("target/deploys");
        let _ = std::fs::remove_dir_all(folder);
        std::fs::create_dir_all(folder).expect("a folder for deploys");
        let corpus = std::fs::read_to_string("corpus/nato-2021.json").expect("the corpus");
        let second = json!({"standpoint": 1, "id": "second", "title": "The second corpus", "language": "en",
            "documents": [
                {"id": "one", "title": "The first text", "date": "2024", "text": "One two three."},
                {"id": "two", "title": "The other text", "date": "2024", "text": "Four five six."},
            ],
            "statements": [{"id": "s1", "document": "one", "spans": [{"exact": "One two"}], "kind": "direct", "speaker": null}]});
        std::fs::write(folder.join("second.json"), second.to_string()).expect("a corpus is written");
        std::fs::write(folder.join("a.json"), &corpus).expect("a corpus is written");
        let other = corpus.replacen("Ukraine, NATO and Russia, December 2021", "The corpus of deploy B", 1);
        std::fs::write(folder.join("b.json"), other).expect("a corpus is written");
        rename_assets(Path::new(site::APP), &folder.join("app-b"));
        build(Path::new(site::APP), &folder.join("a.json"), &folder.join("a"));
        build(&folder.join("app-b"), &folder.join("b.json"), &folder.join("b"));
        build(&folder.join("app-b"), &folder.join("b.json"), &folder.join("cut-off"));
        std::fs::remove_dir_all(folder.join("cut-off/assets")).expect("assets are taken away");
        build(&folder.join("app-b"), &folder.join("b.json"), &folder.join("worker-last"));
        std::fs::copy(folder.join("a/sw.js"), folder.join("worker-last/sw.js")).expect("A's worker");
        let [a, b, cut_off, worker_last] = ["a", "b", "cut-off", "worker-last"].map(|name| folder.join(name));
        Versions { a, b, cut_off, worker_last }
    })
}

fn build(app: &Path, corpus: &Path, out: &Path) {
    site::build(app, &[corpus, Path::new("target/deploys/second.json")], out);
}

/// The packed app as if every file in it were another one: each name has a mark before its sum, and whatever names such a
/// file holds the new names, with its own sum and integrity.
fn rename_assets(from: &Path, to: &Path) {
    let list = |folder: &Path| -> Vec<PathBuf> {
        let found = std::fs::read_dir(folder).expect("a packed app");
        found.map(|entry| entry.expect("an entry").path()).filter(|path| path.is_file()).collect()
    };
    let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut assets = list(&from.join("assets"));
    // What names others comes behind them.
    let level =
        |path: &PathBuf| ["deferred-", "loader-"].iter().position(|stem| name(path).starts_with(stem));
    assets.sort_by_key(level);
    std::fs::create_dir_all(to.join("assets")).expect("a folder");
    let mut changed: Vec<(String, String)> = Vec::new();
    let follow = |bytes: Vec<u8>, changed: &[(String, String)]| match String::from_utf8(bytes) {
        Ok(text) => changed.iter().fold(text, |text, (old, new)| text.replace(old, new)).into_bytes(),
        Err(binary) => binary.into_bytes(),
    };
    let integrity = |bytes: &[u8]| STANDARD.encode(Sha256::digest(bytes));
    for path in &assets {
        let bytes = std::fs::read(path).expect("a file of the app");
        let fresh = follow(bytes.clone(), &changed);
        let (old, ending) = (name(path), path.extension().unwrap_or_default().to_string_lossy().into_owned());
        let stem = old.rsplit_once('-').map_or("", |(stem, _)| stem);
        let new = format!("{stem}-b-{:08x}.{ending}", checksum(&fresh));
        std::fs::write(to.join("assets").join(&new), &fresh).expect("a file is written");
        changed.extend([(old, new), (integrity(&bytes), integrity(&fresh))]);
    }
    for path in list(from) {
        let bytes = follow(std::fs::read(&path).expect("a file of the app"), &changed);
        std::fs::write(to.join(name(&path)), bytes).expect("a file is written");
    }
}
