//! The report on a terminal: for one program a row for each contender, for a suite a row for each program.

use crate::{
    report::{circumstances, interval, memory, outcome, printable, seconds, times, troubles},
    results::{ProgramResult, Report, RunResult},
    statistics::{median, spread},
};

pub fn terminal(report: &Report) -> String {
    let mut out = match &report.programs[..] {
        [program] => one_program(report, program),
        programs => suite(report, programs),
    };
    out.push('\n');
    circumstances(report).iter().for_each(|line| out += &format!("{line}\n"));
    for trouble in troubles(report) {
        out += &format!("\n{}\n", printable(&trouble));
    }
    out
}

/// Columns as wide as their widest cell; the first is left-aligned, the others right-aligned.
pub fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width =
        |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|c| c.chars().count()).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let mut out = String::new();
    for row in rows {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            let width = widths[column];
            line += &if column == 0 { format!("{cell:<width$}") } else { format!("  {cell:>width$}") };
        }
        out += line.trim_end();
        out.push('\n');
    }
    out
}

fn one_program(report: &Report, program: &ProgramResult) -> String {
    let mut rows = vec![
        ["", "user CPU", "±", "wall", "memory", "compile", "speedup", "interval"].map(str::to_owned).to_vec(),
    ];
    for contender in &report.contenders {
        let Some(result) = report.result(program, &contender.name) else { continue };
        let mut row = vec![contender.title.clone()];
        if result.is_measured() {
            let of_baseline = contender.name == report.baseline;
            let speedup = result.speedup.as_ref().filter(|_| !of_baseline);
            row.extend([
                seconds(median(&result.user)),
                format!("{:.1}%", spread(&result.user) * 100.0),
                seconds(median(&result.wall)),
                memory(result.peak_memory()),
                result.build_seconds.map_or(String::new(), seconds),
                speedup.map_or(String::new(), |ratio| times(ratio.estimate)),
                speedup.map_or(String::new(), interval),
            ]);
        }
        match outcome(result) {
            "" if !result.is_measured() => continue,
            "" => {}
            text => row.push(text.to_owned()),
        }
        rows.push(row);
    }
    let mut out =
        format!("{} {}", program.file, program.args.join(" ")).trim_end().to_owned() + "\n\n" + &table(&rows);
    out += "\ncommands:\n";
    for result in program.results.iter().filter(|result| !result.command.is_empty()) {
        let title = report.contenders.iter().find(|c| c.name == result.contender).map_or("", |c| &c.title);
        for command in result.build.iter().chain([&result.command]) {
            out += &format!("  {title}: {}\n", shell_words(command));
        }
    }
    out
}

/// As one would type it; a script in an argument is cut short.
fn shell_words(command: &[String]) -> String {
    let word = |word: &String| match word {
        word if word.contains('\n') => "'...'".to_owned(),
        word if word.is_empty() || word.contains(|c: char| " \"'$\\();&|<>*?".contains(c)) => {
            format!("'{}'", word.replace('\'', "'\\''"))
        }
        word => word.clone(),
    };
    command.iter().map(word).collect::<Vec<_>>().join(" ")
}

fn suite(report: &Report, programs: &[ProgramResult]) -> String {
    let mut head = vec!["program".to_owned()];
    for contender in &report.contenders {
        head.push(contender.title.clone());
        if contender.name != report.baseline {
            head.push("speedup".to_owned());
        }
    }
    let mut rows = vec![head];
    for program in programs {
        let mut row = vec![program.name.clone()];
        for contender in &report.contenders {
            let result = report.result(program, &contender.name);
            row.push(result.map_or(String::new(), time_cell));
            if contender.name != report.baseline {
                row.push(result.and_then(|r| r.speedup).map_or(String::new(), |ratio| times(ratio.estimate)));
            }
        }
        rows.push(row);
    }
    let mut last = vec!["geometric mean".to_owned()];
    for contender in report.contenders.iter() {
        last.push(String::new());
        if contender.name != report.baseline {
            let mean = report.means.iter().find(|mean| mean.contender == contender.name);
            last.push(mean.map_or(String::new(), |mean| times(mean.speedup)));
        }
    }
    rows.push(last);
    table(&rows)
}

fn time_cell(result: &RunResult) -> String {
    match outcome(result) {
        "" if result.is_measured() => seconds(median(&result.user)),
        text => text.to_owned(),
    }
}
