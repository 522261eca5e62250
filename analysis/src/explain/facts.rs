//! The result of an explanation. Its serialized form is the output of `taipan explain --json`; `docs/explain-json.md`
//! documents it.

use super::call_graph::CallGraph;
use serde::Serialize;

/// Grows when a field changes its meaning.
pub const SCHEMA: u32 = 1;

#[derive(Debug, Clone, Serialize)]
pub struct Explanation {
    pub schema: u32,
    /// The root file as it was named.
    pub file: String,
    /// The program's own files, the root first.
    pub files: Vec<FileFacts>,
    pub instances: Vec<InstanceFacts>,
    pub calls: CallGraph,
}

#[derive(Debug, Clone, Serialize)]
pub struct FileFacts {
    pub path: String,
    pub full_path: String,
    pub module: String,
    pub lines: Vec<LineFacts>,
}

#[derive(Debug, Clone, Default, Serialize)]
pub struct LineFacts {
    pub line: u32,
    /// A guess at the time spent here, as a share of the whole program: 0 to 1.
    pub heat: f64,
    /// The measured share, with `--hot`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<f64>,
    /// It has code, and all of it is unboxed.
    pub unboxed: bool,
    pub has_code: bool,
    pub bindings: Vec<Binding>,
    pub costs: Vec<Cost>,
    pub savings: Vec<Saving>,
    pub reasons: Vec<Reason>,
    /// What the runtime does for the line, by the names of its rows.
    #[serde(skip)]
    pub rows: Vec<&'static str>,
    /// Fields of objects are read or written as values.
    #[serde(skip)]
    pub fields: bool,
}

/// A name that the line gives a value to.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Binding {
    /// `x`, or `.x` for an attribute.
    pub name: String,
    #[serde(rename = "type")]
    pub ty: String,
    /// `unboxed i64`, `value`, ...
    pub representation: String,
    /// The instance it is so in; empty: in all.
    pub instance: String,
}

/// What the line still does at run time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cost {
    pub kind: CostKind,
    /// Places in the line's code, in the instance that has most.
    pub count: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CostKind {
    DynamicCall,
    RuntimeCall,
    DynamicOperation,
    Attribute,
    Item,
    Allocation,
    Boxing,
    TypeTest,
    BoundCheck,
    OverflowCheck,
    BoundsCheck,
    ExceptionCheck,
}

impl CostKind {
    pub fn title(self) -> &'static str {
        match self {
            CostKind::DynamicCall => "dynamic call",
            CostKind::RuntimeCall => "runtime call",
            CostKind::DynamicOperation => "dynamic operation",
            CostKind::Attribute => "attribute access",
            CostKind::Item => "item access",
            CostKind::Allocation => "allocation",
            CostKind::Boxing => "boxing",
            CostKind::TypeTest => "type test",
            CostKind::BoundCheck => "unbound check",
            CostKind::OverflowCheck => "overflow check",
            CostKind::BoundsCheck => "bounds check",
            CostKind::ExceptionCheck => "exception check",
        }
    }

    /// Roughly nanoseconds.
    pub fn weight(self) -> f64 {
        match self {
            CostKind::DynamicCall => 20.0,
            CostKind::RuntimeCall => 8.0,
            CostKind::DynamicOperation => 3.0,
            CostKind::Attribute => 3.0,
            CostKind::Item => 3.0,
            CostKind::Allocation => 10.0,
            CostKind::Boxing => 0.5,
            CostKind::TypeTest => 0.4,
            CostKind::BoundCheck => 0.3,
            CostKind::OverflowCheck => 0.3,
            CostKind::BoundsCheck => 0.4,
            CostKind::ExceptionCheck => 0.3,
        }
    }

    /// Whether a line with it is not all unboxed; checks of unboxed numbers do not count.
    pub fn is_boxed(self) -> bool {
        !matches!(
            self,
            CostKind::OverflowCheck
                | CostKind::BoundsCheck
                | CostKind::ExceptionCheck
                | CostKind::TypeTest
                | CostKind::BoundCheck
        )
    }
}

/// What a cost was spared by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Saving {
    pub what: String,
    pub fact: String,
    pub count: u32,
}

/// Why the line is not all unboxed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Reason {
    pub text: String,
    pub origins: Vec<TypeOrigin>,
}

/// Where one of the types of an expression comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TypeOrigin {
    #[serde(rename = "type")]
    pub ty: String,
    pub path: String,
    pub line: u32,
    /// The function that the line is in.
    pub function: String,
    /// The way from there to here.
    pub steps: Vec<Step>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Step {
    /// `returned`, `passed to f`, `stored in .x`, ...
    pub what: String,
    pub line: u32,
}

impl TypeOrigin {
    /// `int from line 12 in load, called at line 40`
    pub fn text(&self) -> String {
        let mut text = format!("{} from line {}", self.ty, self.line);
        if !self.function.is_empty() {
            text += &format!(" in `{}`", self.function);
        }
        for step in &self.steps {
            text += &format!(", {} at line {}", step.what, step.line);
        }
        text
    }
}

/// One compiled form of a function.
#[derive(Debug, Clone, Serialize)]
pub struct InstanceFacts {
    pub symbol: String,
    pub function: String,
    pub module: String,
    pub line: u32,
    /// `typed`, `dynamic`, `boxed entry`, `module`, `generator`, `continuation`
    pub kind: String,
    /// `(n: i64) -> i64`: how parameters and result are held.
    pub signature: String,
    /// MIR operations on paths that are not cold, and how many of them work on boxed values.
    pub operations: u32,
    pub boxed: u32,
    pub heat: f64,
}
