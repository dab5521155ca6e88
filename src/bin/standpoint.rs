//! The command line's entry; `cli` holds the commands.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    standpoint::cli::run()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
