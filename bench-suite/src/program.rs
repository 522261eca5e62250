//! What is run: a Python file with its arguments and input, and where it stands.

use std::path::{Path, PathBuf};

#[derive(Debug, Clone)]
pub struct Program {
    pub name: String,
    /// Absolute.
    pub source: PathBuf,
    /// As the user named it: `sys.argv[0]`.
    pub shown: String,
    pub args: Vec<String>,
    pub stdin: Option<PathBuf>,
    /// Where it runs.
    pub folder: PathBuf,
}

impl Program {
    /// One file, run in the current folder.
    pub fn new(file: &Path, args: Vec<String>, stdin: Option<&Path>) -> Result<Program, String> {
        let absolute = |path: &Path| {
            std::fs::canonicalize(path)
                .map_err(|error| format!("can't open file '{}': {}", path.display(), plain(&error)))
        };
        let source = absolute(file)?;
        if !source.is_file() {
            return Err(format!("'{}' is not a file", file.display()));
        }
        Ok(Program {
            name: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
            source,
            shown: file.display().to_string(),
            args,
            stdin: stdin.map(absolute).transpose()?,
            folder: std::env::current_dir().map_err(|error| error.to_string())?,
        })
    }

    /// Every `NAME.py` of a folder, in the order of names. Beside it may stand `NAME.args` (an argument a line), `NAME.in`
    /// (standard input) and `NAME.c` (the same program in C). Programs run in the folder.
    pub fn suite(folder: &Path) -> Result<Vec<Program>, String> {
        let shown = folder.display();
        let listing = std::fs::read_dir(folder)
            .map_err(|error| format!("can't open folder '{shown}': {}", plain(&error)))?;
        let mut files: Vec<PathBuf> = listing
            .flatten()
            .map(|entry| entry.path())
            .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
            .collect();
        files.sort();
        if files.is_empty() {
            return Err(format!("there is no program (*.py) in '{shown}'"));
        }
        files.iter().map(|file| Program::of_suite(file)).collect()
    }

    fn of_suite(file: &Path) -> Result<Program, String> {
        let args = std::fs::read_to_string(file.with_extension("args")).unwrap_or_default();
        let input = file.with_extension("in");
        let input = input.is_file().then_some(input);
        let program = Program::new(file, args.lines().map(str::to_owned).collect(), input.as_deref())?;
        let folder = program.source.parent().unwrap_or(Path::new("/")).to_owned();
        Ok(Program { folder, ..program })
    }

    pub fn c_source(&self) -> Option<PathBuf> {
        let path = self.source.with_extension("c");
        path.is_file().then_some(path)
    }
}

/// The system's words without its number.
fn plain(error: &std::io::Error) -> String {
    let text = error.to_string();
    text.split(" (os error").next().unwrap_or_default().to_owned()
}
