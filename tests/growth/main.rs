//! How the processor time of `standpoint check` grows with its file: `make growth` prints for every shape of
//! `shapes.rs` the time at one, two and four times its size, the exponent that fits them and the memory at the largest.
//! It says what grows faster than its input, and fails only where a measure could not be taken.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod shapes;

use shapes::SHAPES;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

/// How long one check may take.
const LIMIT: Duration = Duration::from_secs(30);
/// From here on a shape is said to grow faster than its input; sorting alone stays below.
const STEEP: f64 = 1.35;
/// Shorter times say nothing of growth.
const SHORTEST: f64 = 0.05;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.first().map(String::as_str) {
        Some("check") => measured_check(),
        _ => table(&args),
    }
}

/// This program as `standpoint check FILE`; the last line of its errors is processor time, in seconds, and peak memory,
/// in MB.
fn measured_check() -> ExitCode {
    let (done, waits) = mpsc::channel();
    let began = Instant::now();
    std::thread::spawn(move || {
        let code = standpoint::cli::run();
        let seconds = processor_time().unwrap_or_else(|| began.elapsed().as_secs_f64());
        eprintln!("{seconds} {}", peak_memory().unwrap_or(0));
        let _ = done.send(code);
    });
    waits.recv_timeout(LIMIT).unwrap_or(ExitCode::FAILURE)
}

/// What this thread used of the processor, where the system says it.
fn processor_time() -> Option<f64> {
    let stat = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(stat.split(' ').next()?.parse::<u64>().ok()? as f64 / 1e9)
}

fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches(" kB").parse::<u64>().ok()? / 1024)
}

/// Words narrow it down: shapes are measured that have one of them in their name.
fn table(wanted: &[String]) -> ExitCode {
    let words: Vec<&String> = wanted.iter().filter(|word| !word.starts_with('-')).collect();
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("growth");
    fs::create_dir_all(&folder).unwrap();
    println!("{:<58} {:>8} {:>8} {:>8} {:>8} {:>6} {:>7}", "", "n", "s at n", "2n", "4n", "exp.", "MB");
    let (mut steep, mut failed) = (0, 0);
    for (name, size, shape) in SHAPES {
        if !words.is_empty() && !words.iter().any(|word| name.contains(word.as_str())) {
            continue;
        }
        let path = folder.join("shape.json");
        let mut times = Vec::new();
        let (mut cells, mut memory) = (String::new(), String::new());
        for factor in [1, 2, 4] {
            fs::write(&path, shape(size * factor)).unwrap();
            match measure(&path) {
                Some((seconds, megabytes)) => {
                    times.push(seconds);
                    cells.push_str(&format!(" {seconds:>8.3}"));
                    memory = megabytes.to_string();
                }
                None => {
                    cells.push_str(&format!(" {:>8}", format!("> {}", LIMIT.as_secs())));
                    break;
                }
            }
        }
        let exponent = exponent(&times);
        let is_steep = times.len() < 3 || exponent > STEEP && times[2] > SHORTEST;
        steep += usize::from(is_steep);
        failed += usize::from(times.is_empty());
        let mark = if is_steep { "  faster than its input" } else { "" };
        println!("{name:<58} {size:>8}{cells:<27} {exponent:>6.2} {memory:>7}{mark}");
    }
    println!("{steep} of these grow faster than their input.");
    if failed > 0 { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

/// The exponent of the power that leads through the first time and the last.
fn exponent(times: &[f64]) -> f64 {
    match times {
        [first, .., last] => (last / first).log2() / (times.len() - 1) as f64,
        _ => f64::NAN,
    }
}

/// Seconds and megabytes of a check; `None` where it took too long.
fn measure(file: &Path) -> Option<(f64, u64)> {
    let program = std::env::current_exe().unwrap();
    let done =
        Command::new(program).arg("check").arg(file).stdout(Stdio::null()).output().expect("a process");
    let errors = String::from_utf8_lossy(&done.stderr).into_owned();
    let (seconds, megabytes) = errors.lines().last()?.split_once(' ')?;
    Some((seconds.parse().ok()?, megabytes.parse().ok()?))
}
