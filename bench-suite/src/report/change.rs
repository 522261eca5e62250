//! What got faster or slower since an older report, as far as the noise lets one say.

use crate::{
    report::{interval, seconds, times},
    results::{Report, RunResult},
    statistics::{Ratio, median},
};

/// A line for each program and contender of which both reports have measurements; those that changed come first, the worst
/// at the top.
pub fn changes(old: &Report, new: &Report) -> String {
    let mut rows: Vec<(Ratio, String)> = Vec::new();
    let mut missing = Vec::new();
    for program in &new.programs {
        let Some(before) = old.programs.iter().find(|other| other.name == program.name) else {
            missing.push(program.name.as_str());
            continue;
        };
        for result in program.results.iter().filter(|result| result.is_measured()) {
            let measured = |other: &&RunResult| other.contender == result.contender && other.is_measured();
            let Some(other) = before.results.iter().find(measured) else { continue };
            let Some(ratio) = Ratio::of(&result.user, &other.user) else { continue };
            let line = format!(
                "{} ({}): {} -> {}, {} the time {}",
                program.name,
                result.contender,
                seconds(median(&other.user)),
                seconds(median(&result.user)),
                times(ratio.estimate).trim_end_matches('x').to_owned() + "x",
                interval(&ratio)
            );
            rows.push((ratio, line));
        }
    }
    rows.sort_by(|a, b| b.0.estimate.total_cmp(&a.0.estimate));
    let mut out =
        format!("compared with {} ({}):\n", old.commit.as_deref().unwrap_or("an older report"), old.created);
    if old.machine.cpu != new.machine.cpu {
        out += &format!("  another machine: {} then, {} now\n", old.machine.cpu, new.machine.cpu);
    }
    let group = |title: &str, keep: &dyn Fn(&Ratio) -> bool| {
        let lines: Vec<&String> =
            rows.iter().filter(|(ratio, _)| keep(ratio)).map(|(_, line)| line).collect();
        match lines.is_empty() {
            true => String::new(),
            false => lines.iter().fold(format!("  {title}:\n"), |text, line| text + &format!("    {line}\n")),
        }
    };
    out += &group("slower", &|ratio| ratio.is_significant() && ratio.estimate > 1.0);
    out += &group("faster", &|ratio| ratio.is_significant() && ratio.estimate < 1.0);
    out += &group("no difference that can be told from noise", &|ratio| !ratio.is_significant());
    if !missing.is_empty() {
        out += &format!("  new: {}\n", missing.join(", "));
    }
    out
}
