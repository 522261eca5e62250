//! The report as a Markdown table, as it stands in the README and in the documentation.

use crate::{
    report::{circumstances, interval, memory, outcome, seconds, times, troubles},
    results::Report,
    statistics::median,
};

pub fn markdown(report: &Report) -> String {
    let shown: Vec<_> = report.contenders.iter().collect();
    let mut out = String::from("| program |");
    for contender in &shown {
        out += &format!(" {} |", contender.title);
    }
    out += "\n| --- |";
    shown.iter().for_each(|_| out += " ---: |");
    out.push('\n');
    for program in &report.programs {
        out += &format!("| {} |", program.name);
        for contender in &shown {
            let Some(result) = report.result(program, &contender.name) else {
                out += " |";
                continue;
            };
            let cell = match (outcome(result), &result.speedup) {
                ("", Some(_)) if contender.name == report.baseline => seconds(median(&result.user)),
                ("", Some(ratio)) => {
                    let (time, speedup) = (seconds(median(&result.user)), times(ratio.estimate));
                    format!("{time}, **{speedup}** {}", interval(ratio))
                }
                ("", None) => String::new(),
                (text, _) => text.to_owned(),
            };
            out += &format!(" {cell} |");
        }
        out.push('\n');
    }
    out += "| *geometric mean* |";
    for contender in &shown {
        let mean = report.means.iter().find(|mean| mean.contender == contender.name);
        out += &mean
            .map_or(" |".to_owned(), |m| format!(" **{}** ({} programs) |", times(m.speedup), m.programs));
    }
    out += "\n\n";
    out += "Peak memory and compile time, medians over the programs:\n\n| | memory | compile |\n| --- | ---: | ---: |\n";
    for contender in &shown {
        let results = || report.programs.iter().filter_map(|program| report.result(program, &contender.name));
        let peaks: Vec<f64> = results().filter(|r| r.is_measured()).map(|r| r.peak_memory()).collect();
        let builds: Vec<f64> = results().filter_map(|result| result.build_seconds).collect();
        let build = if builds.is_empty() { String::new() } else { seconds(median(&builds)) };
        out += &format!("| {} | {} | {build} |\n", contender.title, memory(median(&peaks)));
    }
    out.push('\n');
    out += &circumstances(report).iter().map(|line| format!("{line}  \n")).collect::<String>();
    for trouble in troubles(report) {
        out += &format!("\n```\n{trouble}\n```\n");
    }
    out
}
