//! The command line as a process, and what it needs to build a site without a packed page.

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

pub fn standpoint(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_standpoint"))
        .args(args)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap()
}

pub fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A packed app in miniature: the real shell, and assets that only have the right names.
pub fn app(name: &str) -> PathBuf {
    let app = folder(name);
    fs::create_dir_all(app.join("assets")).unwrap();
    let shell = fs::read_to_string("index.html").unwrap();
    let fill = |head: &str, scripts: &str| {
        let places = [
            ("csp", "csp"),
            ("head_script", ""),
            ("style", ""),
            ("links", head),
            ("scripts", scripts),
            ("tiers", ""),
            ("no_script", "No scripts run here."),
        ];
        places
            .iter()
            .fold(shell.clone(), |shell, (place, text)| shell.replace(&format!("{{{{{place}}}}}"), text))
    };
    fs::write(app.join("page.html"), fill("<link data-corpus href=\"{{root}}{{corpus}}\">", "")).unwrap();
    fs::write(app.join("coding.html"), fill("<link href=\"{{root}}\">", "")).unwrap();
    fs::write(app.join("draft.html"), fill("<link href=\"{{root}}\">", "")).unwrap();
    fs::write(app.join("coding-file.html"), fill("", "{{page}}")).unwrap();
    fs::write(app.join("corpora.js"), "// lists").unwrap();
    fs::write(app.join("not-found.js"), "// looks").unwrap();
    fs::write(app.join("sw.js"), "const { version } = {{site}};").unwrap();
    fs::write(app.join("single.html"), fill("", "<script id=\"corpus\">{{corpus}}</script>{{inside}}"))
        .unwrap();
    for (asset, text) in
        [("style-1.css", ".small {}"), ("redirect-1.js", "// leads on"), ("full-1.js", "// the page")]
    {
        fs::write(app.join("assets").join(asset), text).unwrap();
    }
    app
}
