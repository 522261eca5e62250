//! Ctrl-C while a program sleeps or waits for input is a KeyboardInterrupt that it can catch, and ends it otherwise.

use std::{
    io::{BufRead, BufReader, Read},
    os::unix::process::ExitStatusExt,
    process::{Command, Stdio},
    time::Duration,
};

const PROGRAM: &str = "\
import time
try:
    print('sleeping', flush=True)
    time.sleep(30)
except KeyboardInterrupt as e:
    print('caught', repr(e), flush=True)
try:
    input()
except KeyboardInterrupt:
    print('again', flush=True)
time.sleep(30)
";

#[test]
fn waiting_calls_are_interrupted() {
    let folder = tempfile::tempdir().expect("a folder");
    let (source, program) = (folder.path().join("prog.py"), folder.path().join("prog"));
    std::fs::write(&source, PROGRAM).expect("the program");
    let built = Command::new(env!("CARGO_BIN_EXE_taipan"))
        .arg("build")
        .args(["-q", "--no-cache", "-O0", "-o"])
        .arg(&program)
        .arg(&source)
        .status();
    assert!(built.expect("the compiler").success());

    let mut child = Command::new(&program)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut lines = BufReader::new(child.stdout.take().expect("a pipe")).lines();
    for expected in ["sleeping", "caught KeyboardInterrupt()", "again"] {
        assert_eq!(lines.next().expect("a line").expect("text"), expected);
        // Until the call that is to be interrupted has begun.
        std::thread::sleep(Duration::from_millis(300));
        let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status();
        assert!(sent.expect("kill").success());
    }
    assert_eq!(child.wait().expect("an end").signal(), Some(2));
    let mut text = String::new();
    child.stderr.take().expect("a pipe").read_to_string(&mut text).expect("text");
    assert!(text.ends_with("    time.sleep(30)\n    ~~~~~~~~~~^^^^\nKeyboardInterrupt\n"), "{text}");
}
