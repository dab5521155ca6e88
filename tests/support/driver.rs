//! The three browsers and the programs that drive them: started on ports that the system chooses, waited
//! for, and ended with everything they started.

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

impl Browser {
    pub const ALL: [Browser; 3] = [Browser::Chromium, Browser::Firefox, Browser::WebKit];

    pub fn name(self) -> &'static str {
        match self {
            Browser::Chromium => "chromium",
            Browser::Firefox => "firefox",
            Browser::WebKit => "webkit",
        }
    }

    /// Width of the narrowest window that this browser makes.
    pub fn narrowest(self) -> u32 {
        if self == Browser::Chromium { 320 } else { 500 }
    }

    /// What a new session asks its driver for.
    pub fn capabilities(self) -> Value {
        match self {
            Browser::Chromium => json!({
                "browserName": "chrome",
                "goog:loggingPrefs": {"browser": "SEVERE"},
                "goog:chromeOptions": {"args": [
                    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update",
                    "--disable-sync", "--window-size=1280,900",
                ]},
            }),
            Browser::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": {"args": ["-headless"], "prefs": {
                    "app.update.auto": false, "network.captive-portal-service.enabled": false,
                    "network.connectivity-service.enabled": false, "browser.region.network.url": "",
                }},
            }),
            Browser::WebKit => json!({
                "browserName": "MiniBrowser",
                "webkitgtk:browserOptions": {"binary": mini_browser(), "args": ["--automation"]},
            }),
        }
    }

    fn driver(self) -> Command {
        match self {
            Browser::Chromium => program("chromedriver"),
            Browser::Firefox => program("target/tools/geckodriver"),
            Browser::WebKit => program("WebKitWebDriver"),
        }
    }
}

/// A running driver. Dropping it ends the driver and every browser it started.
pub struct Driver {
    pub address: String,
    process: Process,
    _screen: Option<Process>,
}

impl Driver {
    pub fn start(browser: Browser) -> Driver {
        let (screen, display) = match browser {
            Browser::WebKit => screen(),
            Browser::Chromium | Browser::Firefox => (None, String::new()),
        };
        // Between choosing a free port and taking it, another program may take it: then once more.
        for _ in 0..3 {
            let port = free_port();
            let mut command = browser.driver();
            command.arg(format!("--port={port}")).stdout(Stdio::null()).stderr(Stdio::null());
            if !display.is_empty() {
                command.env("DISPLAY", &display);
            }
            let mut process = Process::start(command);
            if process.answers(port) {
                return Driver { address: format!("http://127.0.0.1:{port}"), process, _screen: screen };
            }
        }
        panic!("the driver of {} does not start", browser.name());
    }

    /// Whether the driver still runs.
    pub fn lives(&mut self) -> bool {
        self.process.lives()
    }
}

/// A screen that nobody sees, for the browser that has no headless mode. The server chooses a free display.
fn screen() -> (Option<Process>, String) {
    let mut command = program("Xvfb");
    command.args(["-displayfd", "1", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"]);
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    let mut process = Process::start(command);
    let mut line = String::new();
    if let Some(output) = process.0.stdout.take() {
        BufReader::new(output).read_line(&mut line).expect("Xvfb says its display");
    }
    assert!(!line.trim().is_empty(), "Xvfb does not start");
    (Some(process), format!(":{}", line.trim()))
}

/// A process in a group of its own, so that what it started can be ended with it. The system ends it when
/// this thread is gone, however that happened.
struct Process(Child);

impl Process {
    fn start(mut command: Command) -> Process {
        use std::os::unix::process::CommandExt;
        command.process_group(0).stdin(Stdio::null());
        Process(command.spawn().unwrap_or_else(|problem| {
            panic!(
                "{:?} cannot be started ({problem}); `make browsers` installs what is missing",
                command.get_program()
            )
        }))
    }

    fn lives(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }

    fn answers(&mut self, port: u16) -> bool {
        let deadline = Instant::now() + Duration::from_secs(60);
        while Instant::now() < deadline && self.lives() {
            if status(port).is_some_and(|answer| answer.contains("200")) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(30));
        }
        false
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = Command::new("kill")
            .args(["-TERM", "--", &format!("-{}", self.0.id())])
            .stderr(Stdio::null())
            .status();
        let deadline = Instant::now() + Duration::from_secs(3);
        while Instant::now() < deadline && self.lives() {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = Command::new("kill")
            .args(["-KILL", "--", &format!("-{}", self.0.id())])
            .stderr(Stdio::null())
            .status();
        let _ = self.0.wait();
    }
}

fn program(name: &str) -> Command {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "TERM", name]);
    command
}

fn free_port() -> u16 {
    TcpListener::bind(("127.0.0.1", 0))
        .and_then(|listener| listener.local_addr())
        .expect("a free port")
        .port()
}

/// First line of the driver's answer to "are you ready?".
fn status(port: u16) -> Option<String> {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).ok()?;
    stream.set_read_timeout(Some(Duration::from_secs(2))).ok()?;
    write!(stream, "GET /status HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n").ok()?;
    let mut answer = [0; 16];
    let length = stream.read(&mut answer).ok()?;
    Some(String::from_utf8_lossy(answer.get(..length)?).into_owned())
}

/// WebKit's browser stands in a folder of its library, whose name holds the machine's architecture.
fn mini_browser() -> PathBuf {
    let folders = |path: &Path| -> Vec<PathBuf> {
        std::fs::read_dir(path)
            .map(|found| found.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default()
    };
    let libraries = folders(Path::new("/usr/lib")).into_iter().flat_map(|path| folders(&path));
    let found = libraries.map(|library| library.join("MiniBrowser")).find(|browser| browser.is_file());
    found.expect("MiniBrowser is not installed; `make browsers` installs it")
}
