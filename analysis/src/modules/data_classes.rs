//! The methods of data classes, written as text before names are resolved, so that they are compiled like any others.
//!
//! ```text
//! @dataclass(order=True)               def __init__(self,x,tags=NOT_GIVEN):
//! class Point:                          self.x = x
//!     x: int                            self.tags = list() if tags is NOT_GIVEN else tags
//!     tags: list = field(              def __eq__(self,other): ...
//!         default_factory=list)        def __lt__(self,other): ...
//! ```
//!
//! All of it is an offer: the class statement hands these functions to the run time (`runtime/src/objects/offers.rs`), and
//! `dataclass` takes one only if it would make the same, which the function's docstring says (`describe_…`). So what is
//! guessed here from the text (that `dataclass` is the one of the library, what the bases hold) may be wrong.
//! Each class has a text of its own, with the lines that CPython's has: tracebacks show them.

use super::{ModuleGraph, Origin};
use crate::source::SourceMap;
use crate::syntax::ast::{self, Constant, Expr, ExprContext, Ranged, Stmt};
use crate::syntax::{Child, each_expr, parse_module, stmt_children};
use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

/// Stands in generated text for the default of a field with a factory, and for the test for it.
pub const NOT_GIVEN: &str = "__not_given__";
/// Begins the type comment of a generated method; the number of its file follows.
const MARK: &str = "generated in file ";
/// What may be called to make a default, if the module does not bind the name.
const BUILTIN_FACTORIES: [&str; 10] =
    ["list", "dict", "set", "frozenset", "tuple", "int", "float", "str", "bool", "bytearray"];
/// Longer comparisons are left to the run time.
const MOST_COMPARED: usize = 12;

/// The number of the file that a generated method's text is in.
pub fn generated_in(def: &ast::StmtFunctionDef) -> Option<usize> {
    def.type_comment.as_ref()?.strip_prefix(MARK)?.parse().ok()
}

/// Gives the data classes of the program their methods.
pub(super) fn add_methods(graph: &mut ModuleGraph, map: &mut SourceMap) {
    for module in graph.modules.iter_mut().filter(|m| m.origin == Origin::Program) {
        let is_asked = |stmt: &Stmt| matches!(stmt, Stmt::ClassDef(def) if decorator(def).is_some());
        if !module.ast.iter().any(is_asked) {
            continue;
        }
        let source = map.file(module.file).text.clone();
        let names = Names::of(&module.ast);
        let mut known: HashMap<String, Known> = HashMap::new();
        for stmt in &mut module.ast {
            let Stmt::ClassDef(def) = stmt else { continue };
            let class = read(def, &source, &names, &known);
            if let Some(Known { data: Some(data), .. }) = &class
                && let Some(text) = data.text(def)
            {
                let file = map.add(PathBuf::from("<string>"), text);
                let Ok(parsed) = parse_module(file, &map.file(file).text) else {
                    unreachable!("generated text is Python")
                };
                for mut stmt in parsed.suite {
                    if let Stmt::FunctionDef(method) = &mut stmt {
                        method.type_comment = Some(format!("{MARK}{}", file.as_u32()));
                    }
                    def.body.push(stmt);
                }
            }
            match class {
                Some(class) => known.insert(def.name.to_string(), class),
                None => known.remove(def.name.as_str()),
            };
        }
    }
}

/// What a module binds at its top.
struct Names {
    counts: HashMap<String, u32>,
}

impl Names {
    fn of(suite: &[Stmt]) -> Self {
        let mut names = Self { counts: HashMap::new() };
        names.suite(suite, true);
        names
    }

    fn bind(&mut self, name: &str, times: u32) {
        *self.counts.entry(name.to_owned()).or_default() += times;
    }

    /// The names bound by statements of a module's top; below only those that are declared global.
    fn suite(&mut self, suite: &[Stmt], is_top: bool) {
        for stmt in suite {
            match stmt {
                Stmt::FunctionDef(def) if is_top => self.bind(&def.name, 1),
                Stmt::AsyncFunctionDef(def) if is_top => self.bind(&def.name, 1),
                Stmt::ClassDef(def) if is_top => self.bind(&def.name, 1),
                Stmt::Import(import) if is_top => {
                    for alias in &import.names {
                        let name = alias.asname.as_ref().unwrap_or(&alias.name);
                        self.bind(name.split('.').next().unwrap_or_default(), 1);
                    }
                }
                Stmt::ImportFrom(import) if is_top => {
                    import.names.iter().for_each(|alias| {
                        self.bind(alias.asname.as_ref().unwrap_or(&alias.name), 1);
                    });
                }
                Stmt::Global(global) => global.names.iter().for_each(|name| self.bind(name, 2)),
                Stmt::Try(node) if is_top => {
                    for ast::ExceptHandler::ExceptHandler(handler) in &node.handlers {
                        handler.name.iter().for_each(|name| self.bind(name, 2));
                    }
                }
                _ => {}
            }
            let opens = matches!(stmt, Stmt::FunctionDef(_) | Stmt::AsyncFunctionDef(_) | Stmt::ClassDef(_));
            stmt_children(stmt, &mut |child| match child {
                Child::Suite(inner) => self.suite(inner, is_top && !opens),
                Child::Expr(expr) if is_top => each_expr(expr, &mut |expr| {
                    if let Expr::Name(name) = expr
                        && !matches!(name.ctx, ExprContext::Load)
                    {
                        self.bind(&name.id, 1);
                    }
                }),
                Child::Pattern(_) if is_top => self.bind("*", 1),
                _ => {}
            });
        }
    }

    /// Whether the name means one thing for as long as the program runs, as far as the module's text says.
    fn is_settled(&self, name: &str) -> bool {
        let count = |name: &str| self.counts.get(name).copied().unwrap_or(0);
        count("*") == 0 && (count(name) == 1 || count(name) == 0 && BUILTIN_FACTORIES.contains(&name))
    }

    fn binds(&self, name: &str) -> bool {
        self.counts.contains_key(name) || self.counts.contains_key("*")
    }
}

/// What is known of a class at the top of a module.
struct Known {
    has_post_init: bool,
    /// Of its own or of a base, by name, in order.
    fields: Vec<Field>,
    data: Option<Data>,
}

#[derive(Clone)]
struct Field {
    name: String,
    is_init_only: bool,
    default: Default,
    init: bool,
    compare: bool,
    hash: Option<bool>,
    kw_only: bool,
}

#[derive(Clone)]
enum Default {
    None,
    /// Text of an expression.
    Value(String),
    /// What to call, and how its name is described.
    Factory {
        call: String,
        name: String,
    },
    /// Not known from the text.
    Unknown,
}

/// A data class of which all is known that its methods need.
struct Data {
    fields: Vec<Field>,
    has_post_init: bool,
    options: Options,
    /// What the texts of comparisons and hashes mention means what they mean by it.
    is_plain: bool,
    // What the class defines itself.
    has_init: bool,
    has_eq: bool,
    has_order: bool,
    has_hash: bool,
}

#[derive(Clone, Copy)]
struct Options {
    init: bool,
    repr: bool,
    eq: bool,
    order: bool,
    unsafe_hash: bool,
    frozen: bool,
    kw_only: bool,
    slots: bool,
}

/// The options that the decorator `dataclass` is called with; none if that is not the one decorator.
fn decorator(def: &ast::StmtClassDef) -> Option<&[ast::Keyword]> {
    let [decorator] = &def.decorator_list[..] else { return None };
    let (callee, options) = match decorator {
        Expr::Call(call) if call.args.is_empty() => (&*call.func, &call.keywords[..]),
        other => (other, &[][..]),
    };
    (last_name(callee)? == "dataclass").then_some(options)
}

/// `field` of `dataclasses.field`.
fn last_name(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Name(name) => Some(&name.id),
        Expr::Attribute(attribute) => Some(&attribute.attr),
        _ => None,
    }
}

fn constant_bool(expr: &Expr) -> Option<bool> {
    match expr {
        Expr::Constant(constant) => match constant.value {
            Constant::Bool(value) => Some(value),
            _ => None,
        },
        _ => None,
    }
}

fn options(keywords: &[ast::Keyword]) -> Option<Options> {
    let mut options = Options {
        init: true,
        repr: true,
        eq: true,
        order: false,
        unsafe_hash: false,
        frozen: false,
        kw_only: false,
        slots: false,
    };
    for keyword in keywords {
        let value = constant_bool(&keyword.value)?;
        match keyword.arg.as_ref()?.as_str() {
            "init" => options.init = value,
            "repr" => options.repr = value,
            "eq" => options.eq = value,
            "order" => options.order = value,
            "unsafe_hash" => options.unsafe_hash = value,
            "frozen" => options.frozen = value,
            "kw_only" => options.kw_only = value,
            "slots" => options.slots = value,
            "match_args" => {}
            _ => return None,
        }
    }
    Some(options)
}

/// What the text says of a class; none if too little is known of its bases or fields.
fn read(
    def: &ast::StmtClassDef,
    source: &str,
    names: &Names,
    known: &HashMap<String, Known>,
) -> Option<Known> {
    let mut fields: Vec<Field> = Vec::new();
    let mut has_post_init = false;
    for base in def.bases.iter().rev() {
        let base = match base {
            Expr::Name(name) if names.is_settled(&name.id) => known.get(name.id.as_str()),
            // Of a class from elsewhere nothing is assumed.
            _ => None,
        };
        let Some(base) = base else { continue };
        has_post_init |= base.has_post_init;
        base.fields.iter().for_each(|field| put(&mut fields, field.clone()));
    }
    let defines = |name: &str| {
        def.body.iter().any(|stmt| match stmt {
            Stmt::FunctionDef(method) => method.name.as_str() == name,
            Stmt::Assign(s) => s.targets.iter().any(|t| matches!(t, Expr::Name(n) if n.id.as_str() == name)),
            _ => false,
        })
    };
    has_post_init |= defines("__post_init__");
    let Some(keywords) = decorator(def) else { return Some(Known { has_post_init, fields, data: None }) };
    let options = options(keywords)?;
    let mut kw_only = options.kw_only;
    for stmt in &def.body {
        let Stmt::AnnAssign(s) = stmt else { continue };
        let Expr::Name(target) = &*s.target else { continue };
        let mut is_init_only = false;
        match head(&s.annotation)? {
            "ClassVar" => continue,
            "KW_ONLY" => {
                kw_only = true;
                continue;
            }
            "InitVar" => is_init_only = true,
            _ => {}
        }
        let mut field = Field {
            name: target.id.to_string(),
            is_init_only,
            default: Default::None,
            init: true,
            compare: true,
            hash: None,
            kw_only,
        };
        // Private names are others outside the class.
        if field.name.starts_with("__") || field.name == "self" || field.name == "other" {
            return None;
        }
        match s.value.as_deref() {
            None => {}
            Some(Expr::Call(call)) if last_name(&call.func) == Some("field") => {
                read_field(&mut field, call, source, names)?;
            }
            Some(value) => {
                // The class has it under that name by then.
                let text = literal(value, source).unwrap_or_else(|| field.name.clone());
                field.default = Default::Value(text);
            }
        }
        put(&mut fields, field);
    }
    let data = Data {
        has_post_init,
        // A class that says what its class is.
        is_plain: !defines("__class__")
            && !["type", "hash", "NotImplemented"].into_iter().any(|n| names.binds(n)),
        has_init: defines("__init__"),
        has_eq: defines("__eq__"),
        has_order: ["__lt__", "__le__", "__gt__", "__ge__"].into_iter().any(defines),
        has_hash: defines("__hash__"),
        options,
        fields: fields.clone(),
    };
    // Below it, a default is what the class holds, whose text may mean something else there.
    for field in &mut fields {
        if let Default::Value(text) = &field.default
            && *text == field.name
        {
            field.default = Default::Unknown;
        }
    }
    Some(Known { has_post_init, fields, data: Some(data) })
}

fn put(fields: &mut Vec<Field>, field: Field) {
    match fields.iter_mut().find(|known| known.name == field.name) {
        Some(known) => *known = field,
        None => fields.push(field),
    }
}

/// `ClassVar` of `typing.ClassVar[int]`; none of an annotation whose text may hide such a thing.
fn head(annotation: &Expr) -> Option<&str> {
    match annotation {
        Expr::Subscript(subscript) => head(&subscript.value),
        Expr::Constant(constant) => match &constant.value {
            Constant::Str(text) => {
                let hides = ["ClassVar", "InitVar", "KW_ONLY"].into_iter().any(|name| text.contains(name));
                (!hides).then_some("")
            }
            _ => Some(""),
        },
        other => Some(last_name(other).unwrap_or("")),
    }
}

fn read_field(field: &mut Field, call: &ast::ExprCall, source: &str, names: &Names) -> Option<()> {
    if !call.args.is_empty() {
        return None;
    }
    for keyword in &call.keywords {
        let value = &keyword.value;
        match keyword.arg.as_ref()?.as_str() {
            "default" => field.default = Default::Value(literal(value, source)?),
            "default_factory" => field.default = factory(value, source, names)?,
            "init" => field.init = constant_bool(value)?,
            "compare" => field.compare = constant_bool(value)?,
            "kw_only" => field.kw_only = constant_bool(value)?,
            "hash" => field.hash = Some(constant_bool(value)?),
            "repr" | "metadata" => {}
            _ => return None,
        }
    }
    Some(())
}

fn text_of<'a>(expr: &Expr, source: &'a str) -> &'a str {
    &source[expr.range().start().to_usize()..expr.range().end().to_usize()]
}

/// The text of a literal on one line.
fn literal(expr: &Expr, source: &str) -> Option<String> {
    let is_number =
        |e: &Expr| matches!(e, Expr::Constant(c) if matches!(c.value, Constant::Int(_) | Constant::Float(_)));
    let is_literal = match expr {
        Expr::Constant(_) => true,
        Expr::UnaryOp(unary) => matches!(unary.op, ast::UnaryOp::USub) && is_number(&unary.operand),
        _ => false,
    };
    let text = text_of(expr, source);
    (is_literal && !text.contains('\n')).then(|| text.to_owned())
}

/// How generated text calls a factory.
fn factory(expr: &Expr, source: &str, names: &Names) -> Option<Default> {
    match expr {
        Expr::Name(name) if names.is_settled(&name.id) => {
            let call = match name.id.as_str() {
                "list" if !names.binds("list") => "[]".to_owned(),
                "dict" if !names.binds("dict") => "{}".to_owned(),
                other => format!("{other}()"),
            };
            Some(Default::Factory { call, name: name.id.to_string() })
        }
        Expr::Lambda(lambda) if is_simple(&lambda.body, names) => {
            let args = &lambda.args;
            let takes_nothing = args.args.is_empty()
                && args.posonlyargs.is_empty()
                && args.kwonlyargs.is_empty()
                && args.vararg.is_none()
                && args.kwarg.is_none();
            let body = text_of(&lambda.body, source);
            (takes_nothing && !body.contains('\n'))
                .then(|| Default::Factory { call: format!("({body})"), name: "<lambda>".to_owned() })
        }
        _ => None,
    }
}

/// Displays of constants, and repetitions of those: what raises nothing and means the same in any scope.
fn is_simple(expr: &Expr, names: &Names) -> bool {
    let all = |items: &[Expr]| items.iter().all(|item| is_simple(item, names));
    match expr {
        Expr::Constant(_) => true,
        Expr::List(list) => all(&list.elts),
        Expr::Tuple(tuple) => !tuple.elts.is_empty() && all(&tuple.elts),
        Expr::Set(set) => set.elts.iter().all(|item| matches!(item, Expr::Constant(_))),
        Expr::Dict(dict) => {
            dict.keys.iter().all(|key| matches!(key, Some(Expr::Constant(_)))) && all(&dict.values)
        }
        Expr::BinOp(node) => {
            let is_int = |e: &Expr| matches!(e, Expr::Constant(c) if matches!(c.value, Constant::Int(_)));
            matches!(node.op, ast::Operator::Mult)
                && matches!(&*node.left, Expr::List(_))
                && is_simple(&node.left, names)
                && is_int(&node.right)
        }
        Expr::Call(call) => {
            let is_settled_builtin = |name: &str| BUILTIN_FACTORIES.contains(&name) && !names.binds(name);
            call.args.is_empty()
                && call.keywords.is_empty()
                && matches!(&*call.func, Expr::Name(name) if is_settled_builtin(&name.id))
        }
        _ => false,
    }
}

impl Data {
    /// The text of all methods, each at its line; none if there is nothing to offer.
    fn text(&self, def: &ast::StmtClassDef) -> Option<String> {
        let mut text = Text { out: String::from("\n") };
        let real = || self.fields.iter().filter(|f| !f.is_init_only);
        let compared: Vec<&str> = real().filter(|f| f.compare).map(|f| f.name.as_str()).collect();
        // Without knowledge of the lines before, later methods are not found at theirs.
        if self.options.init {
            let lines = self.init(def)?;
            match self.has_init {
                true => text.skip(lines.len()),
                false => text.add(&lines, lines.len()),
            }
        }
        if self.options.repr {
            text.skip(3);
        }
        if self.options.eq {
            match compared.len() <= MOST_COMPARED && !self.has_eq && self.is_plain {
                true => text.add(&equality(&compared), 6),
                false => text.skip(6),
            }
        }
        if self.options.order {
            for (name, op) in [("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")] {
                match compared.len() <= MOST_COMPARED && !self.has_order && self.is_plain {
                    true => text.add(&ordering(name, op, &compared), 4),
                    false => text.skip(4),
                }
            }
        }
        if self.options.frozen {
            text.skip(8);
        }
        let asks_hash = self.options.unsafe_hash || self.options.eq && self.options.frozen;
        if asks_hash && !self.has_hash && self.is_plain {
            let hashed: Vec<&str> =
                real().filter(|f| f.hash.unwrap_or(f.compare)).map(|f| f.name.as_str()).collect();
            let items: String = hashed.iter().map(|name| format!("self.{name},")).collect();
            let lines = vec!["def __hash__(self):".to_owned(), format!(" return hash(({items}))")];
            text.add(&with_doc(lines, &hashed.join(",")), 2);
        }
        text.out.contains("def ").then_some(text.out)
    }

    /// `__init__`, one line for each field that is stored.
    fn init(&self, def: &ast::StmtClassDef) -> Option<Vec<String>> {
        let positional = self.fields.iter().filter(|f| f.init && !f.kw_only);
        let keyword_only: Vec<&Field> = self.fields.iter().filter(|f| f.init && f.kw_only).collect();
        let parameters: Vec<&Field> = positional.chain(keyword_only.iter().copied()).collect();
        let names: HashSet<&str> = parameters.iter().map(|f| f.name.as_str()).collect();
        let mut head = String::from("self");
        let mut seen_default = false;
        for (i, field) in parameters.iter().enumerate() {
            if i == parameters.len() - keyword_only.len() {
                head += ",*";
                seen_default = false;
            }
            head += ",";
            head += &field.name;
            match &field.default {
                Default::None if seen_default && !field.kw_only => return None,
                Default::None => {}
                Default::Value(text) => head += &format!("={text}"),
                Default::Factory { .. } => head += &format!("={NOT_GIVEN}"),
                Default::Unknown => return None,
            }
            seen_default |= !matches!(field.default, Default::None);
        }
        let mut lines = vec![];
        let mut steps: Vec<String> = vec![];
        for field in &self.fields {
            let number = parameters.iter().position(|p| p.name == field.name);
            let name = &field.name;
            let mut described = "-";
            let line = match (&field.default, number) {
                (Default::Factory { call, name: made_by }, _) => {
                    // A parameter of that name would come before what the factory means.
                    let is_hidden = |name: &str| {
                        let mut words = call.split(|c: char| !c.is_alphanumeric() && c != '_');
                        words.any(|word| word == name)
                    };
                    if field.is_init_only || names.iter().any(|name| is_hidden(name)) {
                        return None;
                    }
                    described = made_by;
                    match number {
                        Some(_) => format!(" self.{name}={call} if {name} is {NOT_GIVEN} else {name}"),
                        None => format!(" self.{name}={call}"),
                    }
                }
                (_, Some(_)) => format!(" self.{name}={name}"),
                (Default::Value(_) | Default::Unknown, None) if self.options.slots => return None,
                _ => continue,
            };
            let number = number.map_or(-1, |n| n as i64);
            let stored = if field.is_init_only { "given" } else { "stored" };
            steps.push(format!("{name} {number} {described} {stored}"));
            if !field.is_init_only {
                lines.push(line);
            }
        }
        let given: Vec<&str> =
            self.fields.iter().filter(|f| f.is_init_only).map(|f| f.name.as_str()).collect();
        let post_init = match self.has_post_init {
            true => given.join(" "),
            false => "-".to_owned(),
        };
        if self.has_post_init {
            lines.push(format!(" self.__post_init__({})", given.join(",")));
        }
        if lines.is_empty() {
            lines.push(" pass".to_owned());
        }
        // The classes of a program may be many, the fields of one are few.
        if def.type_params.is_empty() && parameters.len() <= 64 {
            let kind = if self.options.frozen { "frozen" } else { "plain" };
            let doc = format!("{};{post_init};{kind}", steps.join(","));
            let mut all = vec![format!("def __init__({head}):")];
            all.append(&mut lines);
            return Some(with_doc(all, &doc));
        }
        None
    }
}

/// Puts the description before the first statement, on its line.
fn with_doc(mut lines: Vec<String>, doc: &str) -> Vec<String> {
    let first = lines[1].trim_start().to_owned();
    lines[1] = format!(" {doc:?};{first}");
    lines
}

fn equality(names: &[&str]) -> Vec<String> {
    let same: Vec<String> = names.iter().map(|name| format!("self.{name}==other.{name}")).collect();
    let same = if same.is_empty() { "True".to_owned() } else { same.join(" and ") };
    vec![
        "def __eq__(self,other):".to_owned(),
        format!(" {:?}", names.join(",")),
        " if self is other: return True".to_owned(),
        " if type(other) is type(self):".to_owned(),
        format!("  return {same}"),
        " return NotImplemented".to_owned(),
    ]
}

/// As tuples of the fields compare: by the first that differ.
fn ordering(name: &str, op: &str, names: &[&str]) -> Vec<String> {
    let ends = if op.ends_with('=') { "True" } else { "False" };
    let mut answer = ends.to_owned();
    for name in names.iter().rev() {
        let (a, b) = (format!("self.{name}"), format!("other.{name}"));
        answer = format!("{a}{op}{b} if {a} is not {b} and not {a}=={b} else {answer}");
    }
    vec![
        format!("def {name}(self,other):"),
        format!(" {:?};return NotImplemented if type(other) is not type(self) else (", names.join(",")),
        format!("  {answer})"),
    ]
}

/// What is written so far: from here on at the line of the next method.
struct Text {
    out: String,
}

impl Text {
    fn add(&mut self, lines: &[String], takes: usize) {
        for line in lines {
            self.out.push_str(line);
            self.out.push('\n');
        }
        self.skip(takes - lines.len());
    }

    fn skip(&mut self, lines: usize) {
        (0..lines).for_each(|_| self.out.push('\n'));
    }
}
