//! Sites that the command line builds of the packed app, as their hosts do.

use std::path::Path;
use std::process::Command;

/// The small page, as it is published, and the site of the bundled corpora that is made of it.
pub const APP: &str = "target/app-small";
pub const SITE: &str = "target/site-small";
/// The plain page, as it is worked on.
pub const PLAIN_APP: &str = "target/app";

pub fn build(app: &Path, corpora: &[&Path], out: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standpoint"));
    command.arg("build").arg("--app").arg(app).arg("--out").arg(out).arg("--corpus").args(corpora);
    let done = command.output().expect("the command line runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The coding page as one file.
pub fn coding_file(out: &Path) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_standpoint"));
    let done = command.args(["build", "--app", APP, "--coding-file"]).arg(out).output();
    let done = done.expect("the command line runs");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}
