//! What the compiler says about a program, as a value. Printing it is `render`'s part.

use super::Span;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    Error,
    Warning,
}

/// What a diagnostic means for the program, and so for the exit status of the command.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// The program goes on to be compiled.
    Accepted,
    /// CPython would reject it too: exit status 1.
    Rejected,
    /// Good Python that this compiler does not support yet: exit status 3.
    Unsupported,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    pub span: Span,
    pub text: String,
}

/// One message with its place. `code` is a short kebab-case name such as `syntax-error` or `unsupported-module`;
/// tests in `tests/diagnostics` name it as `# error: [code]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    pub code: &'static str,
    pub severity: Severity,
    pub verdict: Verdict,
    pub message: String,
    /// The place the message is about; only messages about the command line or a whole file have none.
    pub primary: Option<Label>,
    pub secondary: Vec<Label>,
    pub notes: Vec<String>,
    pub help: Vec<String>,
}

impl Diagnostic {
    fn new(code: &'static str, severity: Severity, verdict: Verdict, message: String) -> Self {
        Self {
            code,
            severity,
            verdict,
            message,
            primary: None,
            secondary: Vec::new(),
            notes: Vec::new(),
            help: Vec::new(),
        }
    }

    /// CPython rejects the program too.
    pub fn rejected(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, Verdict::Rejected, message.into())
    }

    /// Good Python that is not supported yet.
    pub fn unsupported(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Error, Verdict::Unsupported, message.into())
    }

    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, Severity::Warning, Verdict::Accepted, message.into())
    }

    /// A `SyntaxError` (or `IndentationError`, `TabError`: then the message says so itself).
    pub fn syntax_error(span: Span, message: impl Into<String>) -> Self {
        Self::rejected("syntax-error", format!("SyntaxError: {}", message.into())).at(span, "")
    }

    #[must_use]
    pub fn at(mut self, span: Span, label: impl Into<String>) -> Self {
        self.primary = Some(Label { span, text: label.into() });
        self
    }

    #[must_use]
    pub fn secondary(mut self, span: Span, label: impl Into<String>) -> Self {
        self.secondary.push(Label { span, text: label.into() });
        self
    }

    #[must_use]
    pub fn note(mut self, text: impl Into<String>) -> Self {
        self.notes.push(text.into());
        self
    }

    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help.push(text.into());
        self
    }

    pub fn span(&self) -> Option<Span> {
        self.primary.as_ref().map(|label| label.span)
    }
}
