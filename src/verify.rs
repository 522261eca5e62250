//! `taipan verify`: CPython and the executable side by side on the same input.

use crate::{failure::STATUS_COMMAND_LINE, options::VerifyOptions, session};
use bench_suite::{
    lockstep::{self, Input},
    measure::End,
    peers::{self, Refusal},
    program::Program,
    report::{difference, printable, seconds},
};
use std::{
    io::{IsTerminal, Write},
    process::ExitCode,
    time::Duration,
};

pub fn verify(options: &VerifyOptions) -> ExitCode {
    match compare(options) {
        Ok(status) => ExitCode::from(status),
        Err(message) => {
            eprintln!("taipan: {message}");
            ExitCode::from(STATUS_COMMAND_LINE)
        }
    }
}

fn compare(options: &VerifyOptions) -> Result<u8, String> {
    let args = options.args.iter().map(|arg| arg.to_string_lossy().into_owned()).collect();
    let program = Program::new(&options.file, args, options.stdin.as_deref())?;
    let taipan =
        std::env::current_exe().map_err(|error| format!("cannot find the command itself: {error}"))?;
    let reference = match &options.against {
        Some(name) => peers::find(name, &taipan)?.remove(0),
        None => peers::reference(&taipan)?,
    };
    let ours = peers::find("taipan", &taipan)?.remove(0);
    let folder = tempfile::Builder::new()
        .prefix("taipan-verify-")
        .tempdir()
        .map_err(|error| format!("cannot make a folder for the executable: {error}"))?;
    let limit = Duration::from_secs_f64(options.timeout);
    let mut launches = Vec::new();
    for (contender, name) in [(&reference, "reference"), (&ours, "ours")] {
        let work = folder.path().join(name);
        std::fs::create_dir(&work).map_err(|error| error.to_string())?;
        match contender.prepare(&program, &work, limit) {
            Ok(prepared) => launches.push(prepared.launch),
            Err(Refusal::NoSource) => return Err(format!("{} has no such program", contender.title())),
            Err(Refusal::Build(message)) => {
                let message = printable(&message);
                eprintln!("taipan: {} does not compile {}:\n{message}", contender.title(), program.shown);
                return Ok(1);
            }
        }
    }
    let piped = options.stdin.is_none() && !std::io::stdin().is_terminal();
    let input = if piped { Input::Shared } else { Input::Own };
    let found =
        lockstep::compare([&launches[0], &launches[1]], input, limit).map_err(|error| error.to_string())?;
    let titles = [reference.title(), ours.title()];
    let both_late = found.ends == [Some(End::TimedOut); 2];
    let text = if both_late {
        format!("no difference so far, and no end within {}", seconds(options.timeout))
    } else if found.is_equal() {
        let end = found.ends[0].map_or(String::new(), |end| end.to_string());
        format!(
            "equal: {} bytes of standard output, {} of standard error, {end}\n{} {}, {} {}",
            found.stdout_bytes,
            found.stderr_bytes,
            titles[0],
            seconds(found.seconds[0]),
            titles[1],
            seconds(found.seconds[1])
        )
    } else {
        let colour = session::wants_colour(options.color, &std::io::stdout());
        difference::describe(&found, [&titles[0], &titles[1]], colour)
    };
    let _ = writeln!(std::io::stdout(), "{text}");
    Ok(u8::from(!found.is_equal() || both_late))
}
