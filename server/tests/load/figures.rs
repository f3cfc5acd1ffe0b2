//! Figures for people: printed, and collected in the file that `.ci/test` shows at its end.

use std::{env, fs, io::Write, time::Duration};

/// Reports a figure and the bar it is held against.
pub(crate) fn report(what: &str, figure: &str, bar: &str) {
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').next().unwrap_or("?");
    println!("figure: {what}: {figure} ({bar}; load average {load})");
    if let Ok(path) = env::var("FIGURES") {
        let file = fs::OpenOptions::new().append(true).create(true).open(path);
        file.and_then(|mut file| writeln!(file, "{what}\t{figure}\t{bar}")).expect("the file of figures");
    }
}

/// The value below which `share` of the measured ones are; sorts them.
pub(crate) fn percentile(measured: &mut [Duration], share: f64) -> Duration {
    measured.sort();
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "an index"
    )]
    let index = (measured.len() as f64 * share) as usize;
    measured.get(index.min(measured.len().saturating_sub(1))).copied().unwrap_or_default()
}
