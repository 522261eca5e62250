//! `--time-passes`: the time and memory of each stage.

use std::{
    fs,
    time::{Duration, Instant},
};

#[derive(Default)]
pub struct StageTimes {
    rows: Vec<Row>,
}

struct Row {
    stage: &'static str,
    took: Duration,
    /// Memory of the process after the stage, in kilobytes.
    resident: u64,
}

impl StageTimes {
    pub fn measure<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        self.rows.push(Row { stage, took: start.elapsed(), resident: status_kilobytes("VmRSS:") });
        result
    }

    /// A row measured elsewhere.
    pub fn add(&mut self, stage: &'static str, took: Duration) {
        self.rows.push(Row { stage, took, resident: status_kilobytes("VmRSS:") });
    }

    pub fn print(&self) {
        if self.rows.is_empty() {
            return;
        }
        eprintln!("{:>10}  {:>10}  stage", "time ms", "memory MB");
        for row in &self.rows {
            eprintln!(
                "{:>10.2}  {:>10.1}  {}",
                milliseconds(row.took),
                row.resident as f64 / 1024.0,
                row.stage
            );
        }
        let total = self.rows.iter().map(|row| row.took).sum();
        let peak = status_kilobytes("VmHWM:") as f64 / 1024.0;
        eprintln!("{:>10.2}  {peak:>10.1}  total, and peak memory", milliseconds(total));
    }
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn status_kilobytes(key: &str) -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(key));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}
