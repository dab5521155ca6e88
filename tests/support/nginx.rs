//! The site on a real web server, at the root of a port and below a path: nginx with a configuration of its own, on
//! ports that the system chose, ended with the test.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running nginx. Dropping it ends it.
pub struct Nginx {
    process: Child,
    port: u16,
}

/// Where the site stands below a path.
const BELOW: &str = "people/ada/reader/";

impl Nginx {
    pub fn serve(site: &Path) -> Nginx {
        let site = site.canonicalize().expect("the site is there");
        let port = TcpListener::bind(("127.0.0.1", 0))
            .and_then(|free| free.local_addr())
            .expect("a free port")
            .port();
        let folder = PathBuf::from(format!("target/nginx-{port}"));
        std::fs::create_dir_all(&folder).expect("a folder for nginx");
        let folder = folder.canonicalize().expect("the folder is there");
        let config = folder.join("nginx.conf");
        std::fs::write(&config, configuration(&folder, &site, port)).expect("nginx is configured");
        let process = Command::new("nginx")
            .args(["-e", "stderr", "-p"])
            .arg(&folder)
            .arg("-c")
            .arg(&config)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("nginx starts; `make browsers` installs it");
        let served = Nginx { process, port };
        let deadline = Instant::now() + Duration::from_secs(10);
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            assert!(Instant::now() < deadline, "nginx does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        served
    }

    /// The site's addresses: at the root, and below a path.
    pub fn addresses(&self) -> [String; 2] {
        let root = format!("http://127.0.0.1:{}/", self.port);
        [root.clone(), format!("{root}{BELOW}")]
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// No more than any host does: types, a page for what is not there, folders.
fn configuration(folder: &Path, site: &Path, port: u16) -> String {
    let (folder, site) = (folder.display(), site.display());
    format!(
        "daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log stderr;\n\
         events {{ worker_connections 64; }}\n\
         http {{\n\
         types {{ text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm; image/png png; }}\n\
         default_type application/octet-stream; access_log off;\n\
         client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};\n\
         server {{ listen 127.0.0.1:{port}; absolute_redirect off; root {site}; error_page 404 /404.html;\n\
         location /{BELOW} {{ alias {site}/; error_page 404 /{BELOW}404.html; }} }} }}\n"
    )
}
