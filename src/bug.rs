//! What a user sees when the compiler itself is wrong: one line, a request, exit status 70.

use crate::{failure::STATUS_BUG, second_attempt};
use std::{
    io::Write,
    panic::{self, PanicHookInfo},
    process::ExitCode,
    thread,
};

/// Replaces Rust's panic message, in every thread.
pub fn install_hook() {
    panic::set_hook(Box::new(|info: &PanicHookInfo| {
        second_attempt::begin();
        let payload = info.payload();
        let text = payload
            .downcast_ref::<String>()
            .map(String::as_str)
            .or_else(|| payload.downcast_ref::<&str>().copied())
            .unwrap_or("no message");
        let place = info.location().map_or(String::new(), |at| format!(" ({}:{})", at.file(), at.line()));
        report(&format!("{}{place}", text.replace('\n', " ")));
        std::process::exit(STATUS_BUG.into());
    }));
}

pub fn report(what: &str) {
    let _ = writeln!(
        std::io::stderr(),
        "taipan: internal compiler error: {what}\nThis is a bug in Taipan, not in your program. Please report it together with the program."
    );
}

/// Runs `work` on a stack of its own: of one gigabyte of address space, or of as much as the limits allow.
pub fn on_large_stack(work: impl FnOnce() -> ExitCode + Send + 'static) -> ExitCode {
    let mut work = Some(work);
    for megabytes in [1024, 256, 64] {
        let (give, take) = std::sync::mpsc::channel();
        let spawned = thread::Builder::new().stack_size(megabytes << 20).spawn(move || {
            let work: Box<dyn FnOnce() -> ExitCode + Send> = take.recv().expect("work");
            work()
        });
        if let Ok(thread) = spawned {
            let work = work.take().expect("only one thread gets it");
            give.send(Box::new(work)).expect("the thread waits");
            return thread.join().unwrap_or(ExitCode::from(STATUS_BUG));
        }
    }
    work.take().expect("no thread got it")()
}
