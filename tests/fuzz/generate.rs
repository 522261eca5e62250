//! A seeded generator of small Python programs that always end and never depend on addresses or hashes.
//!
//! A program is a few functions and classes over values of all types, with integers at the edges of `i64` and beyond,
//! then calls whose results or exceptions are printed. What it stresses: overflow in every arithmetic position, variables
//! that change type, containers that turn mixed, exceptions anywhere, functions called with a second and third type.

use std::fmt::Write;

/// A small generator of pseudo-random numbers (SplitMix64), so that a seed means the same program everywhere.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x1234_5678_9abc_def1)
    }
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    pub fn below(&mut self, n: usize) -> usize {
        (self.next() % n as u64) as usize
    }
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    pub fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Int,
    Float,
    Str,
    Bool,
    List,
    Dict,
    Tuple,
    /// Whatever comes.
    Any,
}

const KINDS: [Kind; 8] =
    [Kind::Int, Kind::Float, Kind::Str, Kind::Bool, Kind::List, Kind::Dict, Kind::Tuple, Kind::Any];

// Nothing between a million and the edges of 64 bits: a string repeated that often fills the memory.
/// What keeps low bits only.
const MASKS: &[&str] = &[
    "& 255",
    "& 0xFFFFFFFF",
    "& 0x7FFFFFFFFFFFFFFF",
    "& 0xFFFFFFFFFFFFFFFF",
    "% 2**16",
    "% 2**63",
    "% 2**64",
];
const INTS: &[&str] = &[
    "0",
    "1",
    "-1",
    "2",
    "3",
    "7",
    "10",
    "-5",
    "63",
    "64",
    "255",
    "1000003",
    "2147483647",
    "-2147483648",
    "4294967296",
    "4611686018427387904",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "-9223372036854775809",
    "18446744073709551616",
    "123456789012345678901234567890",
];
const FLOATS: &[&str] = &[
    "0.0",
    "1.0",
    "-1.5",
    "0.1",
    "2.5",
    "1e10",
    "-3.75",
    "1e308",
    "5e-324",
    "1e16",
    "123456.789",
    "-0.0",
    "1e22",
    "3.0",
];
const STRS: &[&str] = &[
    "''",
    "'a'",
    "'abc'",
    "'Hello, World'",
    "'x y z'",
    "'ä€'",
    "'😀b'",
    "'  pad '",
    "'12'",
    "'-7'",
    "'3.5'",
    "'aXbXc'",
    "'\\n\\t'",
    "'%d'",
];

struct Generator {
    random: Random,
    out: String,
    indent: usize,
    /// Variables in scope with the kind they most likely have.
    scope: Vec<(String, Kind)>,
    functions: Vec<(String, Vec<Kind>)>,
    classes: usize,
    fresh: usize,
    loops: usize,
}

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut g = Generator {
        random: Random::new(seed),
        out: format!("# seed {seed}\n"),
        indent: 0,
        scope: vec![],
        functions: vec![],
        classes: 0,
        fresh: 0,
        loops: 0,
    };
    g.line("def show(label, f, *args):");
    g.line("    try:");
    g.line("        print(label, repr(f(*args)))");
    g.line("    except RecursionError:");
    g.line("        print(label, 'RecursionError')");
    g.line("    except Exception as e:");
    g.line("        print(label, type(e).__name__, e)");
    for _ in 0..g.random.below(2) + 1 {
        g.class();
    }
    for _ in 0..g.random.below(4) + 2 {
        g.function();
    }
    g.main();
    g.out
}

impl Generator {
    fn line(&mut self, text: &str) {
        let _ = writeln!(self.out, "{:width$}{text}", "", width = self.indent * 4);
    }
    fn name(&mut self, stem: &str) -> String {
        self.fresh += 1;
        format!("{stem}{}", self.fresh)
    }

    fn class(&mut self) {
        let n = self.classes;
        self.classes += 1;
        let base = if n > 0 && self.random.chance(60) { format!("(C{})", n - 1) } else { String::new() };
        self.line(&format!("class C{n}{base}:"));
        self.indent += 1;
        let start = self.random.pick(INTS);
        self.line(&format!("total = {start}"));
        self.line("def __init__(self, a, b=1):");
        self.line("    self.a = a");
        self.line("    self.b = b");
        self.scope =
            vec![("self.a".into(), Kind::Any), ("self.b".into(), Kind::Any), ("x".into(), Kind::Any)];
        self.line("def step(self, x):");
        self.indent += 1;
        let value = self.expression(Kind::Any, 2);
        let field = self.random.pick(&["a", "b", "c"]);
        self.line(&format!("self.{field} = {value}"));
        let value = self.expression(Kind::Any, 1);
        self.line(&format!("return {value}"));
        self.indent -= 1;
        if self.random.chance(70) {
            let op = self.random.pick(&["add", "sub", "mul", "lt", "eq", "radd", "getitem", "contains"]);
            self.line(&format!("def __{op}__(self, x):"));
            let value = self.expression(Kind::Any, 2);
            self.line(&format!("    return {value}"));
            if op == "eq" {
                self.line("__hash__ = None");
            }
        }
        if self.random.chance(50) {
            self.line("def __len__(self):");
            let value = self.expression(Kind::Int, 0);
            self.line(&format!("    return {value}"));
        }
        self.line("def __repr__(self):");
        self.line("    return type(self).__name__ + '(' + repr(self.a) + ')'");
        self.indent -= 1;
    }

    fn function(&mut self) {
        let name = self.name("f");
        let count = self.random.below(3) + 1;
        let params: Vec<String> = (0..count).map(|i| format!("p{i}")).collect();
        self.line(&format!("def {name}({}):", params.join(", ")));
        let kinds: Vec<Kind> = params.iter().map(|_| KINDS[self.random.below(KINDS.len())]).collect();
        self.scope = params.into_iter().zip(kinds.iter().copied()).collect();
        self.indent += 1;
        self.loops = 0;
        let statements = self.random.below(5) + 2;
        self.block(statements, 2);
        let value = self.expression(Kind::Any, 2);
        self.line(&format!("return {value}"));
        self.indent -= 1;
        self.functions.push((name, kinds));
    }

    fn block(&mut self, statements: usize, depth: usize) {
        let kept = self.scope.len();
        for _ in 0..statements {
            self.statement(depth);
        }
        // What a branch bound may be unbound after it: mostly do not use it, sometimes do.
        if !self.random.chance(10) {
            self.scope.truncate(kept.max(1));
        }
    }

    fn statement(&mut self, depth: usize) {
        let choice = self.random.below(if depth == 0 { 7 } else { 13 });
        match choice {
            0..=2 => {
                let kind = KINDS[self.random.below(KINDS.len())];
                let value = self.expression(kind, 2);
                let name = if self.random.chance(40) && !self.scope.is_empty() {
                    let i = self.random.below(self.scope.len());
                    self.scope[i].0.clone()
                } else {
                    self.name("v")
                };
                self.line(&format!("{name} = {value}"));
                self.scope.retain(|(n, _)| *n != name);
                self.scope.push((name, kind));
            }
            3 | 4 => {
                let wanted = KINDS[self.random.below(2)];
                let (name, kind) = self.variable(wanted);
                let op = self.random.pick(&["+=", "-=", "*=", "//=", "%=", "&=", "|=", "^="]);
                let value = self.expression(kind, 1);
                self.line(&format!("{name} {op} {value}"));
            }
            5 => {
                let (name, _) = self.variable(Kind::List);
                let value = self.expression(Kind::Any, 1);
                let call =
                    self.random.pick(&["append", "append", "append", "insert", "remove", "add", "count"]);
                self.line(&format!("{name}.{call}({value})"));
            }
            6 => {
                let (name, _) = self.variable(Kind::List);
                let index = self.expression(Kind::Int, 0);
                let value = self.expression(Kind::Any, 1);
                self.line(&format!("{name}[{index}] = {value}"));
            }
            7 | 8 => {
                let test = self.expression(Kind::Bool, 1);
                self.line(&format!("if {test}:"));
                self.nested(2, depth);
                if self.random.chance(50) {
                    self.line("else:");
                    self.nested(2, depth);
                }
            }
            9 | 10 if self.loops < 2 => {
                self.loops += 1;
                let name = self.name("i");
                let over = match self.random.below(5) {
                    0 => format!("range({})", self.random.below(7)),
                    1 => format!("range({}, -3, -2)", self.random.below(9)),
                    // A copy, because the body may append to what the loop runs over.
                    2 => format!("list({})[:9]", self.expression(Kind::List, 1)),
                    3 => "enumerate('abc')".into(),
                    _ => format!("range(9223372036854775800, {})", "9223372036854775812"),
                };
                self.line(&format!("for {name} in {over}:"));
                let kept = self.scope.len();
                self.scope.push((name, Kind::Int));
                self.nested(3, depth);
                if self.random.chance(20) {
                    self.indent += 1;
                    let test = self.expression(Kind::Bool, 1);
                    let jump = self.random.pick(&["break", "continue"]);
                    self.line(&format!("if {test}: {jump}"));
                    self.indent -= 1;
                }
                self.scope.truncate(kept);
                self.loops -= 1;
            }
            11 => {
                self.line("try:");
                self.nested(3, depth);
                let class =
                    self.random.pick(&["TypeError", "ValueError", "(KeyError, IndexError)", "Exception"]);
                self.line(&format!("except {class} as e:"));
                let name = self.name("v");
                self.line(&format!("    {name} = str(e)"));
                if self.random.chance(30) {
                    self.line("finally:");
                    let value = self.expression(Kind::Int, 1);
                    let name = self.name("v");
                    self.line(&format!("    {name} = {value}"));
                }
            }
            _ => {
                let value = self.expression(Kind::Any, 2);
                self.line(&format!("print({value})"));
            }
        }
    }

    fn nested(&mut self, statements: usize, depth: usize) {
        self.indent += 1;
        let count = self.random.below(statements) + 1;
        self.block(count, depth - 1);
        self.indent -= 1;
    }

    /// A variable, of that kind if there is one.
    fn variable(&mut self, kind: Kind) -> (String, Kind) {
        let fitting: Vec<usize> = (0..self.scope.len())
            .filter(|&i| kind == Kind::Any || self.scope[i].1 == kind || self.scope[i].1 == Kind::Any)
            .collect();
        if fitting.is_empty() {
            let i = self.random.below(self.scope.len());
            return self.scope[i].clone();
        }
        let i = fitting[self.random.below(fitting.len())];
        self.scope[i].clone()
    }

    fn expression(&mut self, kind: Kind, depth: usize) -> String {
        // Now and then another kind than expected.
        let kind = if self.random.chance(2) { KINDS[self.random.below(KINDS.len())] } else { kind };
        if !self.scope.is_empty() && self.random.chance(if depth == 0 { 55 } else { 25 }) {
            return self.variable(kind).0;
        }
        let d = depth.saturating_sub(1);
        let leaf = depth == 0;
        match kind {
            Kind::Int if leaf || self.random.chance(25) => self.random.pick(INTS).into(),
            Kind::Int => {
                let a = self.expression(Kind::Int, d);
                let b = self.expression(Kind::Int, d);
                match self.random.below(16) {
                    0..=2 => format!("({a} + {b})"),
                    3 | 4 => format!("({a} - {b})"),
                    5 | 6 => format!("({a} * {b})"),
                    7 => format!("({a} // {b})"),
                    8 => format!("({a} % {b})"),
                    9 => {
                        let op = self.random.pick(&["&", "|", "^"]);
                        format!("({a} {op} {b})")
                    }
                    10 => {
                        let op = self.random.pick(&["<<", ">>"]);
                        format!("({a} {op} {})", self.random.below(70))
                    }
                    11 => {
                        let op = self.random.pick(&["-", "~", "+"]);
                        format!("({op}{a})")
                    }
                    12 | 13 => {
                        let op = self.random.pick(&["+", "*", "-", "^", "|"]);
                        let mask = self.random.pick(MASKS);
                        format!("(({a} {op} {b}) {mask})")
                    }
                    _ => match self.random.below(6) {
                        0 => format!("abs({a})"),
                        1 => format!("len({})", self.expression(Kind::Str, d)),
                        2 => format!("int({})", self.expression(Kind::Float, d)),
                        3 => format!("max({a}, {b})"),
                        4 => format!("sum({})", self.expression(Kind::List, d)),
                        _ => format!("({a} if {} else {b})", self.expression(Kind::Bool, d)),
                    },
                }
            }
            Kind::Float if leaf || self.random.chance(25) => self.random.pick(FLOATS).into(),
            Kind::Float => {
                let a = self.expression(Kind::Float, d);
                let other = if self.random.chance(40) { Kind::Int } else { Kind::Float };
                let b = self.expression(other, d);
                let op = self.random.pick(&["+", "-", "*", "/", "//", "%"]);
                match self.random.below(6) {
                    0 => format!("float({b})"),
                    1 => format!("round({a}, {})", self.random.below(4)),
                    _ => format!("({a} {op} {b})"),
                }
            }
            Kind::Str if leaf || self.random.chance(25) => self.random.pick(STRS).into(),
            Kind::Str => {
                let a = self.expression(Kind::Str, d);
                match self.random.below(9) {
                    0 => format!("({a} + {})", self.expression(Kind::Str, d)),
                    1 => format!("({a} * {})", self.random.below(4)),
                    2 => format!(
                        "({a}).{}()",
                        self.random.pick(&["upper", "lower", "strip", "title", "swapcase"])
                    ),
                    3 => format!("str({})", self.expression(Kind::Any, d)),
                    4 => format!("repr({})", self.expression(Kind::Any, d)),
                    5 => format!("f\"<{{{}}}>\"", self.random.pick(&["1 + 2", "3.5", "[1]", "None"])),
                    6 => format!("({a})[{}:{}]", self.random.below(3), self.random.below(6)),
                    7 => format!("({a}).replace('X', {})", self.expression(Kind::Str, 0)),
                    _ => format!("'-'.join([{a}, {}])", self.expression(Kind::Str, d)),
                }
            }
            Kind::Bool => {
                let other = KINDS[self.random.below(3)];
                let a = self.expression(other, d);
                let b = self.expression(other, d);
                match self.random.below(6) {
                    0 => self.random.pick(&["True", "False"]).into(),
                    1 if !leaf => format!("({a} in {})", self.expression(Kind::List, d)),
                    2 if !leaf => format!("(not {})", self.expression(Kind::Any, d)),
                    3 if !leaf => {
                        let op = self.random.pick(&["and", "or"]);
                        format!(
                            "({} {op} {})",
                            self.expression(Kind::Bool, d),
                            self.expression(Kind::Bool, d)
                        )
                    }
                    4 => {
                        let class = self.random.pick(&["int", "float", "str", "list", "bool", "(int, str)"]);
                        format!("isinstance({a}, {class})")
                    }
                    _ => {
                        let op = self.random.pick(&["<", "<=", "==", "!=", ">", ">="]);
                        format!("({a} {op} {b})")
                    }
                }
            }
            Kind::List => {
                let element = KINDS[self.random.below(KINDS.len())];
                match self.random.below(6) {
                    0 if !leaf => format!("sorted({})", self.expression(Kind::List, d)),
                    1 if !leaf => {
                        format!("({} + {})", self.expression(Kind::List, d), self.expression(Kind::List, d))
                    }
                    2 if !leaf => {
                        let name = self.name("c");
                        let over = self.random.below(6);
                        self.scope.push((name.clone(), Kind::Int));
                        let value = self.expression(element, d);
                        self.scope.retain(|(n, _)| *n != name);
                        format!("[{value} for {name} in range({over})]")
                    }
                    3 if !leaf => format!("{}[::-1]", self.expression(Kind::List, d)),
                    _ => {
                        let count = self.random.below(4);
                        let items: Vec<String> = (0..count).map(|_| self.expression(element, d)).collect();
                        format!("[{}]", items.join(", "))
                    }
                }
            }
            Kind::Dict => {
                let count = self.random.below(3);
                let key = if self.random.chance(50) { Kind::Str } else { Kind::Int };
                let items: Vec<String> = (0..count)
                    .map(|_| format!("{}: {}", self.expression(key, 0), self.expression(Kind::Any, d)))
                    .collect();
                format!("{{{}}}", items.join(", "))
            }
            Kind::Tuple => {
                let count = self.random.below(4);
                let items: Vec<String> = (0..count).map(|_| self.expression(Kind::Any, d) + ", ").collect();
                format!("({})", items.concat().trim_end())
            }
            Kind::Any if leaf => {
                let kind = KINDS[self.random.below(7)];
                self.expression(kind, 0)
            }
            Kind::Any => match self.random.below(9) {
                0 if !self.functions.is_empty() => {
                    let i = self.random.below(self.functions.len());
                    let (name, kinds) = self.functions[i].clone();
                    let args: Vec<String> = kinds.iter().map(|&kind| self.expression(kind, d)).collect();
                    format!("{name}({})", args.join(", "))
                }
                1 if self.classes > 0 && self.indent < 2 => {
                    let class = self.random.below(self.classes);
                    format!(
                        "C{class}({}).step({})",
                        self.expression(Kind::Any, d),
                        self.expression(Kind::Any, d)
                    )
                }
                2 => format!("({})[{}]", self.expression(Kind::List, d), self.expression(Kind::Int, 0)),
                3 => format!("({}).get({})", self.expression(Kind::Dict, d), self.expression(Kind::Str, 0)),
                4 => {
                    let op = self.random.pick(&["+", "*", "-", "%", "<"]);
                    format!("({} {op} {})", self.expression(Kind::Any, d), self.expression(Kind::Any, d))
                }
                _ => {
                    let kind = KINDS[self.random.below(7)];
                    self.expression(kind, d)
                }
            },
        }
    }

    fn main(&mut self) {
        self.indent = 0;
        self.scope.clear();
        for (name, kinds) in self.functions.clone() {
            // The same types several times, then others.
            for round in 0..4 {
                let args: Vec<String> = kinds
                    .iter()
                    .map(|&kind| {
                        let kind = if round == 3 { Kind::Any } else { kind };
                        self.expression(kind, 1)
                    })
                    .collect();
                let args: String = args.iter().map(|a| format!(", (lambda: {a})()")).collect();
                self.line("try:");
                self.line(&format!("    show('{name}', {name}{args})"));
                self.line("except Exception as e: print(type(e).__name__, e)");
            }
        }
        for class in 0..self.classes {
            self.line("try:");
            self.indent += 1;
            let a = self.expression(Kind::Any, 1);
            let object = self.name("o");
            self.line(&format!("{object} = C{class}({a})"));
            for _ in 0..3 {
                let x = self.expression(Kind::Any, 1);
                self.line(&format!("show('step', {object}.step, {x})"));
            }
            let op = self.random.pick(&["+", "-", "*", "<", "=="]);
            let x = self.expression(Kind::Any, 1);
            self.line(&format!("print({object} {op} {x}, bool({object}))"));
            self.line(&format!("print(sorted({object}.__dict__))"));
            self.indent -= 1;
            self.line("except Exception as e: print(type(e).__name__, e)");
        }
    }
}
