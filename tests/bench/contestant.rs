//! Who is measured side by side: which folder each one is, how its parts are found, and the host that serves
//! it as good hosts do: compressed with brotli beforehand, under the proper types, without a word added.

use axum::Router;
use axum::body::Bytes;
use axum::http::{StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use axum::serve::ListenerExt;
use std::collections::HashMap;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::{Arc, OnceLock, mpsc};

pub struct Contestant {
    pub name: &'static str,
    folder: &'static str,
    /// Its first paragraph is the first of these.
    pub paragraph: &'static str,
    pub filters: Option<Filters>,
    served: OnceLock<SocketAddr>,
}

/// How its filters are found, as selectors.
pub struct Filters {
    /// Is there as soon as a press is heard.
    pub ready: &'static str,
    pub boxes: &'static str,
    /// The line that says how many statements are left.
    pub status: &'static str,
    /// What a press lights or dims in the text.
    pub marks: &'static str,
}

pub static OURS: Contestant = Contestant {
    name: "Standpoint",
    folder: "target/bench-site",
    paragraph: ".article p",
    filters: Some(Filters {
        ready: "html[data-ready]",
        boxes: ".rooms > .facets input[type=checkbox]",
        status: ".status",
        marks: ".article .line",
    }),
    served: OnceLock::new(),
};

pub static PREACT: Contestant = Contestant {
    name: "Preact reader",
    folder: "target/peer/preact",
    paragraph: "article p",
    filters: Some(Filters {
        ready: "aside input[type=checkbox]",
        boxes: "aside input[type=checkbox]",
        status: ".status",
        marks: "article .line",
    }),
    served: OnceLock::new(),
};

pub static BARE: Contestant = Contestant {
    name: "bare page",
    folder: "target/peer/bare",
    paragraph: "article p",
    filters: None,
    served: OnceLock::new(),
};

impl Contestant {
    pub fn is_built(&self) -> bool {
        Path::new(self.folder).join("index.html").exists()
    }

    /// Where it stands; served from the first question on, until the process ends.
    pub fn address(&self) -> String {
        format!("http://{}/", self.served.get_or_init(|| serve(Path::new(self.folder))))
    }
}

/// A file as it goes over the wire.
struct Packed {
    kind: &'static str,
    bytes: Bytes,
}

type Shelf = HashMap<String, Packed>;

fn serve(folder: &Path) -> SocketAddr {
    let mut shelf = Shelf::new();
    pack(folder, folder, &mut shelf);
    let shelf = Arc::new(shelf);
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let listener = tokio::net::TcpListener::bind(("127.0.0.1", 0)).await.expect("a free port");
            send.send(listener.local_addr().expect("an address")).expect("somebody waits");
            let router = Router::new().fallback(async move |address: Uri| answer(&shelf, address.path()));
            // What the system holds back to send it in fuller packets would count as ours.
            let listener = listener.tap_io(|stream| stream.set_nodelay(true).expect("packets go at once"));
            axum::serve(listener, router).await.expect("the folder is served");
        });
    });
    receive.recv().expect("the folder is served")
}

fn answer(shelf: &Shelf, path: &str) -> Response {
    let path = if path == "/" { "/index.html" } else { path };
    match shelf.get(path) {
        Some(file) => {
            let headers = [
                (header::CONTENT_TYPE, file.kind),
                (header::CONTENT_ENCODING, "br"),
                (header::CACHE_CONTROL, "max-age=600"),
            ];
            (headers, file.bytes.clone()).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Every file that the first page may ask for; the site's other pages are left out.
fn pack(root: &Path, folder: &Path, shelf: &mut Shelf) {
    for entry in std::fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let path = entry.path();
        if path.is_dir() {
            pack(root, &path, shelf);
            continue;
        }
        let kind = match path.extension().and_then(|ending| ending.to_str()) {
            Some("html") if folder == root => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("json") => "application/json",
            Some("wasm") => "application/wasm",
            Some("tables") => "application/octet-stream",
            _ => continue,
        };
        let name = path.strip_prefix(root).expect("below the root").display();
        let bytes = std::fs::read(&path).expect("the file can be read");
        shelf.insert(format!("/{name}"), Packed { kind, bytes: squeezed(&bytes).into() });
    }
}

/// Brotli at its best.
fn squeezed(bytes: &[u8]) -> Vec<u8> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, 11, 22);
    writer.write_all(bytes).expect("memory takes everything");
    writer.into_inner()
}
