//! The pipeline: Python files to an executable.

use crate::{emit::EmitKind, failure::Failure, session::Session};
use analysis::modules::{ModuleGraph, RootFile, load_program};

/// Everything that can be said about the program without making code. `taipan check` ends here.
pub fn analyse(session: &mut Session) -> Result<ModuleGraph, Failure> {
    // Source texts, their syntax trees, and which modules the imports reach: all syntax errors are known after this.
    let graph = session.stage("load", |session| {
        let Session { shown, path, bytes, map, .. } = session;
        load_program(RootFile { shown, path, bytes }, map)
    })?;
    session.emit(EmitKind::Ast, || format!("{:#?}\n", graph.root().ast))?;
    Ok(graph)
}
