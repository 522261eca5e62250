//! The command line.

use crate::emit::EmitRequest;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::{ffi::OsString, path::PathBuf};

#[derive(Parser, Debug)]
#[command(
    name = "taipan",
    version,
    about = "Compiles ordinary Python programs to native executables",
    after_help = "`taipan FILE [ARGS]` is short for `taipan run FILE [ARGS]`."
)]
pub struct CommandLine {
    #[command(subcommand)]
    pub action: Action,
}

#[derive(Subcommand, Debug)]
pub enum Action {
    /// Compile a program and run it; the exit status is the program's own
    Run {
        #[command(flatten)]
        options: Options,
        /// The program's root file
        file: PathBuf,
        /// Arguments of the program
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        args: Vec<OsString>,
    },
    /// Compile a program to an executable file
    Build {
        #[command(flatten)]
        options: Options,
        /// The program's root file
        file: PathBuf,
        /// The executable to write [default: the file's name without `.py`]
        #[arg(short, long, value_name = "PATH")]
        output: Option<PathBuf>,
    },
    /// Report what is wrong with a program, or not supported, without compiling it
    Check {
        /// Print the type that is inferred at each call of `reveal_type`
        #[arg(long)]
        reveal: bool,
        #[command(flatten)]
        options: Options,
        /// The program's root file
        file: PathBuf,
    },
    /// Show what becomes of a program at one stage of its compilation, between its source lines
    Emit(EmitOptions),
    /// Explain, line by line, what was inferred, what a line still costs at run time, and why
    Explain(ExplainOptions),
    /// Run a program under Taipan and its peers in turn, compare what they print, and report the speedup
    Bench(BenchOptions),
    /// Run a program under CPython and as an executable on the same input, and show the first difference
    Verify(VerifyOptions),
    /// Empty the cache of executables
    Clean,
    /// Show the folders, the versions and the defaults in use
    Env,
}

#[derive(Args, Debug, Clone)]
pub struct Options {
    /// Optimization level: 0, 1, 2 or 3
    #[arg(short = 'O', value_name = "LEVEL", default_value_t = 3, value_parser = clap::value_parser!(u8).range(0..=3))]
    pub opt_level: u8,
    /// Keep debug information in the executable
    #[arg(short = 'g')]
    pub debug_info: bool,
    /// CPU to emit code for [default: native for run, x86-64-v3 for build]
    #[arg(long, value_name = "CPU")]
    pub target_cpu: Option<String>,
    /// Comma-separated list of what to write instead of an executable: ast, hir, callgraph, types, mir, llvm-ir,
    /// llvm-bc, asm, obj, exe; each may be KIND=PATH, with `-` for standard output
    #[arg(long, value_name = "KIND[=PATH]", value_delimiter = ',')]
    pub emit: Vec<EmitRequest>,
    /// Compile everything in its fully dynamic form, without inferred types
    #[arg(long)]
    pub no_specialize: bool,
    /// How many threads to compile with [default: all cores]
    #[arg(long, short = 'j', value_name = "N")]
    pub jobs: Option<usize>,
    /// Neither read nor write the cache of executables
    #[arg(long)]
    pub no_cache: bool,
    /// Show the time and memory each stage takes
    #[arg(long)]
    pub time_passes: bool,
    /// Colour in diagnostics
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// How diagnostics are written
    #[arg(long, value_enum, default_value_t = ErrorFormat::Human)]
    pub error_format: ErrorFormat,
    /// Say what is being done
    #[arg(short, long, conflicts_with = "quiet")]
    pub verbose: bool,
    /// Print no warnings
    #[arg(short, long)]
    pub quiet: bool,
}

#[derive(Args, Debug, Clone)]
pub struct EmitOptions {
    /// The stage
    #[arg(value_enum)]
    pub kind: ListingKind,
    /// The program's root file
    pub file: PathBuf,
    /// Only functions whose name contains this; with `*`, that match it: `Parser.*`
    #[arg(long, value_name = "PATTERN")]
    pub function: Option<String>,
    /// Only what comes from this line of the file
    #[arg(long, value_name = "N", conflicts_with = "raw")]
    pub line: Option<u32>,
    /// LLVM IR before LLVM's passes
    #[arg(long)]
    pub before_opt: bool,
    /// The whole text as it is, for other tools: no source lines, nothing left out
    #[arg(long, conflicts_with = "function")]
    pub raw: bool,
    /// The call graph in the language of graphviz
    #[arg(long)]
    pub dot: bool,
    #[command(flatten)]
    pub options: Options,
}

#[derive(Args, Debug, Clone)]
pub struct ExplainOptions {
    /// Print the facts as JSON (docs/explain-json.md), to standard output or a file
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, default_missing_value = "-")]
    pub json: Option<PathBuf>,
    /// Write the facts with the code of each line as one self-contained page
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
    /// Write the inferred types as stub files (.pyi) into a folder
    #[arg(long, value_name = "DIR")]
    pub stubs: Option<PathBuf>,
    /// Run the program first and measure where it spends its time: heat is then time, not a guess
    #[arg(long)]
    pub hot: bool,
    /// Only functions whose name contains this; with `*`, that match it
    #[arg(long, value_name = "PATTERN")]
    pub function: Option<String>,
    #[command(flatten)]
    pub options: Options,
    /// The program's root file
    pub file: PathBuf,
    /// With --hot: arguments of the program
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<OsString>,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum ListingKind {
    LlvmIr,
    Asm,
    Mir,
    Hir,
    Types,
    Callgraph,
}

#[derive(Args, Debug, Clone)]
pub struct BenchOptions {
    /// Comma-separated peers; the first is the baseline of speedups and its output the expected one. A peer's name
    /// (cpython, pypy, nuitka, cython, mypyc, codon, shedskin, c, taipan), a program such as python3.12, or `all`
    /// [default: python3.13, and C where NAME.c stands beside NAME.py]
    #[arg(long, value_name = "PEERS", value_delimiter = ',')]
    pub against: Vec<String>,
    /// How often each runs, after one warm-up
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = positive)]
    pub runs: usize,
    /// Standard input of the program
    #[arg(long, value_name = "FILE")]
    pub stdin: Option<PathBuf>,
    /// Seconds after which a run is ended
    #[arg(long, value_name = "SECONDS", default_value_t = 300.0, value_parser = seconds)]
    pub timeout: f64,
    /// Every program of a folder (NAME.py, with NAME.args, NAME.in and NAME.c if they are there)
    #[arg(long, value_name = "DIR", conflicts_with_all = ["file", "stdin"])]
    pub suite: Option<PathBuf>,
    /// With --suite: only these programs
    #[arg(long, value_name = "NAMES", value_delimiter = ',', requires = "suite")]
    pub only: Vec<String>,
    /// Write a self-contained page
    #[arg(long, value_name = "HTML")]
    pub report: Option<PathBuf>,
    /// Write a Markdown table, to standard output or a file
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, default_missing_value = "-")]
    pub markdown: Option<PathBuf>,
    /// Write everything that was measured as JSON, to standard output or a file
    #[arg(long, value_name = "FILE", num_args = 0..=1, require_equals = true, default_missing_value = "-")]
    pub json: Option<PathBuf>,
    /// Say what changed since an older --json
    #[arg(long, value_name = "JSON")]
    pub compare: Option<PathBuf>,
    /// Append a line of JSON for each result
    #[arg(long, value_name = "NDJSON")]
    pub history: Option<PathBuf>,
    /// The program
    #[arg(required_unless_present = "suite")]
    pub file: Option<PathBuf>,
    /// Arguments of the program
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<OsString>,
}

#[derive(Args, Debug, Clone)]
pub struct VerifyOptions {
    /// Compare with another peer than CPython 3.13
    #[arg(long, value_name = "PEER")]
    pub against: Option<String>,
    /// Standard input of both [default: a copy of ours, if it is no terminal]
    #[arg(long, value_name = "FILE")]
    pub stdin: Option<PathBuf>,
    /// Seconds after which both are ended
    #[arg(long, value_name = "SECONDS", default_value_t = 300.0, value_parser = seconds)]
    pub timeout: f64,
    /// Colour in the difference
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub color: Color,
    /// The program
    pub file: PathBuf,
    /// Arguments of the program
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    pub args: Vec<OsString>,
}

fn positive(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|&number| number > 0).ok_or_else(|| "not a number from 1 on".into())
}

fn seconds(text: &str) -> Result<f64, String> {
    let fits = |seconds: &f64| *seconds > 0.0 && *seconds < 1e7;
    text.parse().ok().filter(fits).ok_or_else(|| "not a number of seconds".into())
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Color {
    Auto,
    Always,
    Never,
}

#[derive(ValueEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorFormat {
    Human,
    Json,
}

const ACTIONS: &[&str] =
    &["run", "build", "check", "emit", "explain", "bench", "verify", "clean", "env", "help"];
const OWN_FLAGS: &[&str] = &["-h", "--help", "-V", "--version"];

impl CommandLine {
    /// Ends the process with status 2 if the command line makes no sense.
    pub fn from_environment() -> Self {
        Self::parse_from(with_action(std::env::args_os().collect()))
    }
}

/// `taipan FILE …` means `taipan run FILE …`.
fn with_action(mut args: Vec<OsString>) -> Vec<OsString> {
    let is_one_of = |arg: &OsString, names: &[&str]| names.iter().any(|name| arg == name);
    if args.get(1).is_some_and(|first| !is_one_of(first, ACTIONS) && !is_one_of(first, OWN_FLAGS)) {
        args.insert(1, "run".into());
    }
    args
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(args: &[&str]) -> CommandLine {
        let args = ["taipan"].iter().chain(args).map(OsString::from).collect();
        CommandLine::try_parse_from(with_action(args)).unwrap()
    }

    #[test]
    fn a_bare_file_is_run_with_the_arguments_after_it() {
        let Action::Run { file, args, options } = parse(&["-O1", "a.py", "-x", "--", "-O0"]).action else {
            panic!()
        };
        assert_eq!((file, options.opt_level), (PathBuf::from("a.py"), 1));
        assert_eq!(args, ["-x", "--", "-O0"]);
    }

    #[test]
    fn emit_is_a_list() {
        let Action::Build { options, .. } = parse(&["build", "a.py", "--emit=mir,hir=-"]).action else {
            panic!()
        };
        assert_eq!(options.emit.len(), 2);
    }
}
