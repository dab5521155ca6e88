//! The site on a real web server, at the root of a port and below a path: nginx with a configuration of its own, on
//! ports that the system chose, ended with the test. Its pages begin with the watching script, too, and what it refused
//! is noted when it ends.

use super::troubles::{note_refused, watching_script};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// A running nginx. Dropping it ends it.
pub struct Nginx {
    process: Child,
    port: u16,
    folder: PathBuf,
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
        std::fs::write(folder.join("watch.js"), watching_script()).expect("a script is written");
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
        let served = Nginx { process, port, folder };
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
        let refused = std::fs::read_to_string(self.folder.join("refused.log")).unwrap_or_default();
        for line in refused.lines() {
            let (status, rest) = line.split_once(' ').unwrap_or_default();
            let (path, agent) = rest.split_once(' ').unwrap_or_default();
            note_refused(agent, status.parse().unwrap_or_default(), path);
        }
    }
}

/// No more than any host does: types, a page for what is not there, folders. Beside it, what the tests watch by.
fn configuration(folder: &Path, site: &Path, port: u16) -> String {
    let (folder, site) = (folder.display(), site.display());
    format!(
        "daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log stderr;\n\
         events {{ worker_connections 64; }}\n\
         http {{\n\
         types {{ text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm; image/png png; }}\n\
         default_type application/octet-stream;\n\
         map $status $is_refused {{ ~^[45] 1; default 0; }}\n\
         log_format refused '$status $request_uri $http_user_agent';\n\
         access_log {folder}/refused.log refused if=$is_refused;\n\
         client_body_temp_path {folder}; proxy_temp_path {folder}; fastcgi_temp_path {folder}; uwsgi_temp_path {folder}; scgi_temp_path {folder};\n\
         server {{ listen 127.0.0.1:{port}; absolute_redirect off; root {site}; error_page 404 /404.html;\n\
         sub_filter '<script' '<script src=\"/~watch.js\"></script><script'; sub_filter_once on;\n\
         location = /~watch.js {{ alias {folder}/watch.js; }}\n\
         location /{BELOW} {{ alias {site}/; error_page 404 /{BELOW}404.html; }} }} }}\n"
    )
}
