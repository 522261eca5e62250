//! Seeded programs as people write them: classes of every sort, lists of their instances, sorts with keys, dicts with tuple
//! keys, generators, loops over texts; their types are steady, so all of it is specialized.
//!
//! Then types change late: a field gets a text, a float, a big int, nothing; a method is replaced; a list holds something else;
//! a subclass comes along. The same functions run again on that.

use super::generate::Random;
use std::fmt::Write;

/// What a field or item holds.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Int,
    Float,
    Str,
    Bool,
    List,
    Ref,
}

struct Class {
    name: String,
    fields: Vec<(String, Kind)>,
    /// Fields may be assigned.
    mutable: bool,
    /// A method without arguments.
    method: String,
}

struct Typed {
    random: Random,
    out: String,
    fresh: usize,
    classes: Vec<Class>,
}

/// The program of a seed.
pub fn program(seed: u64) -> String {
    let mut g = Typed { random: Random::new(seed ^ 0x7ae0), out: String::new(), fresh: 0, classes: vec![] };
    g.text(&format!("# typed seed {seed}\n{HEAD}"));
    for _ in 0..2 + g.random.below(2) {
        g.class();
    }
    let mut calls = vec![];
    for _ in 0..7 {
        let call = match g.random.below(17) {
            0 | 1 => g.fields_in_loop(),
            2 => g.sorting(),
            3 => g.tables(),
            4 | 5 => g.generators(),
            6 => g.texts(),
            7 | 8 => g.lists(),
            9 => g.short_lived(),
            10 => g.arithmetic(),
            11 => g.raising(),
            12 => g.closures(),
            13 => g.linked(),
            14 => g.grid(),
            15 => g.floats(),
            _ => g.slices(),
        };
        calls.push(call);
    }
    g.main(&calls);
    g.out
}

const HEAD: &str = "\
import heapq, functools, itertools, operator
from collections import defaultdict, Counter, deque, namedtuple
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple
def show(label, f, *args):
    try:
        r = f(*args)
        if hasattr(r, '__next__'): r = list(itertools.islice(r, 20))
        print(label, r)
    except RecursionError: print(label, 'RecursionError')
    except Exception as e: print(label, type(e).__name__, e)
class Fault(Exception):
    def __init__(self, code, text='fault'):
        super().__init__(text)
        self.code = code
class Hue(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
";

const SMALL: &[&str] = &["0", "1", "2", "3", "5", "7", "-1", "-4", "10", "64", "255"];
const LARGE: &[&str] = &[
    "2147483647",
    "-2147483648",
    "4611686018427387904",
    "9223372036854775807",
    "-9223372036854775808",
    "9223372036854775808",
    "10**20",
];
const FLOATS: &[&str] = &["0.0", "0.5", "1.5", "-2.25", "3.0", "1e10", "-0.0", "1e308", "float('inf')"];
const STRS: &[&str] =
    &["''", "'a'", "'b12'", "'hello world'", "'x=1,y=2'", "'Zebra'", "'äö€'", "'(a+b)*c'", "'  7 '"];

impl Typed {
    fn text(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn name(&mut self, stem: &str) -> String {
        self.fresh += 1;
        format!("{stem}{}", self.fresh)
    }

    fn number(&mut self) -> String {
        if self.random.chance(6) { self.random.pick(LARGE) } else { self.random.pick(SMALL) }.into()
    }

    fn int(&mut self, vars: &[String], depth: usize) -> String {
        if depth == 0 || self.random.chance(20) {
            if vars.is_empty() || self.random.chance(30) {
                return self.number();
            }
            return vars[self.random.below(vars.len())].clone();
        }
        let (a, b) = (self.int(vars, depth - 1), self.int(vars, depth - 1));
        match self.random.below(14) {
            0..=3 => format!("({a} + {b})"),
            4 | 5 => format!("({a} - {b})"),
            6 | 7 => format!("({a} * {b})"),
            8 => format!("({a} // {})", self.random.pick(&["2", "3", "7", "-3", "16"])),
            9 => format!("({a} % {})", self.random.pick(&["2", "10", "-7", "1000003", "2**32"])),
            10 => format!("({a} {} {b})", self.random.pick(&["&", "|", "^"])),
            11 => format!("({a} {} {})", self.random.pick(&["<<", ">>"]), self.random.below(12)),
            12 => format!("{}({a}, {b})", self.random.pick(&["min", "max"])),
            _ => format!("({a} if {b} {} {a} else {b})", self.random.pick(&["<", ">=", "==", "!="])),
        }
    }

    fn float(&mut self, vars: &[String], depth: usize) -> String {
        if depth == 0 || vars.is_empty() {
            return if vars.is_empty() || self.random.chance(40) {
                self.random.pick(FLOATS).into()
            } else {
                vars[self.random.below(vars.len())].clone()
            };
        }
        let (a, b) = (self.float(vars, depth - 1), self.float(vars, depth - 1));
        format!("({a} {} {b})", self.random.pick(&["+", "-", "*", "+", "/"]))
    }

    fn test(&mut self, vars: &[String]) -> String {
        let (a, b) = (self.int(vars, 1), self.int(vars, 1));
        match self.random.below(4) {
            0 => format!("{a} % {} == 0", self.random.pick(&["2", "3", "5"])),
            1 => format!("{a} < {b} <= {}", self.random.pick(SMALL)),
            _ => format!("{a} {} {b}", self.random.pick(&["<", "<=", ">", "==", "!="])),
        }
    }

    /// A value of a kind, made of nothing.
    fn value(&mut self, kind: Kind) -> String {
        match kind {
            Kind::Int => self.number(),
            Kind::Float => self.random.pick(FLOATS).into(),
            Kind::Str => self.random.pick(STRS).into(),
            Kind::Bool => self.random.pick(&["True", "False"]).into(),
            Kind::List => {
                let items: Vec<_> = (0..self.random.below(4)).map(|_| self.number()).collect();
                format!("[{}]", items.join(", "))
            }
            Kind::Ref => "None".into(),
        }
    }

    fn class(&mut self) {
        let n = self.classes.len();
        let name = format!("K{n}");
        let style = self.random.below(8);
        let mut fields: Vec<(String, Kind)> = vec![("x".into(), Kind::Int)];
        let kinds = [Kind::Int, Kind::Float, Kind::Str, Kind::Bool, Kind::List, Kind::Int, Kind::Ref];
        for i in 0..1 + self.random.below(4) {
            fields.push((format!("{}{i}", ["p", "q", "r"][n % 3]), kinds[self.random.below(kinds.len())]));
        }
        let typename = |kind| match kind {
            Kind::Int => "int",
            Kind::Float => "float",
            Kind::Str => "str",
            Kind::Bool => "bool",
            Kind::List => "list",
            Kind::Ref => "object",
        };
        let base = self.classes.iter().filter(|c| c.mutable).map(|c| c.name.clone()).next_back();
        let declared: String = fields.iter().map(|(f, k)| format!("    {f}: {}\n", typename(*k))).collect();
        let params: Vec<_> = fields.iter().map(|(f, _)| f.clone()).collect();
        let assigned: String = params.iter().map(|f| format!("        self.{f} = {f}\n")).collect();
        let init = format!("    def __init__(self, {}):\n{assigned}", params.join(", "));
        let mut mutable = true;
        match style {
            0 => {
                self.text(&format!("@dataclass\nclass {name}:\n{declared}"));
            }
            1 => {
                let options = self.random.pick(&["frozen=True", "order=True", "slots=True", "eq=False"]);
                mutable = options != "frozen=True";
                self.text(&format!("@dataclass({options})\nclass {name}:\n{declared}"));
            }
            2 => {
                mutable = false;
                self.text(&format!("class {name}(NamedTuple):\n{declared}"));
            }
            3 => {
                mutable = false;
                let names = params.join(" ");
                self.text(&format!("class {name}(namedtuple('{name}', '{names}')):\n    __slots__ = ()\n"));
            }
            4 => {
                let slots: Vec<_> = params.iter().map(|f| format!("'{f}'")).collect();
                self.text(&format!("class {name}:\n    __slots__ = ({},)\n{init}", slots.join(", ")));
            }
            5 if base.is_some() => {
                // All fields anew, some of them the base's.
                let base = base.unwrap_or_default();
                self.text(&format!("class {name}({base}):\n{init}"));
            }
            _ => {
                let start = self.number();
                self.text(&format!("class {name}:\n    made = {start}\n{init}        {name}.made += 1\n"));
            }
        }
        let ints: Vec<_> =
            fields.iter().filter(|(_, k)| *k == Kind::Int).map(|(f, _)| format!("self.{f}")).collect();
        let method = self.name("m");
        let body = self.int(&ints, 2);
        let test = self.test(&ints);
        self.text(&format!(
            "    def {method}(self):\n        if {test}:\n            return self.x\n        return {body}\n"
        ));
        if self.random.chance(40) {
            let body = self.int(&ints, 1);
            self.text(&format!("    @property\n    def w{n}(self):\n        return {body}\n"));
        }
        if !matches!(style, 1..=3) && self.random.chance(50) {
            self.text("    def __lt__(self, other):\n        return self.x < other.x\n");
        }
        if style > 3 && self.random.chance(40) {
            self.text("    def __eq__(self, other):\n        return isinstance(other, type(self)) and self.x == other.x\n");
            self.text("    def __hash__(self):\n        return hash(self.x)\n");
        }
        if style > 3 {
            self.text(&format!("    def __add__(self, other):\n        return {name}({})\n", {
                let args: Vec<_> = fields
                    .iter()
                    .map(|(f, k)| match k {
                        Kind::Int | Kind::Float => format!("self.{f} + other.{f}"),
                        _ => format!("self.{f}"),
                    })
                    .collect();
                args.join(", ")
            }));
            let shown: Vec<_> = params.iter().take(2).map(|f| format!("{f}={{self.{f}!r}}")).collect();
            self.text(&format!("    def __repr__(self):\n        return f'{name}({})'\n", shown.join(" ")));
        }
        self.classes.push(Class { name, fields, mutable, method });
    }

    fn pick_class(&mut self) -> usize {
        self.random.below(self.classes.len())
    }

    /// `C(i, ...)`: an instance whose ints come from `vars`.
    fn instance(&mut self, class: usize, vars: &[String]) -> String {
        let kinds: Vec<_> = self.classes[class].fields.iter().map(|(_, k)| *k).collect();
        let args: Vec<_> = kinds
            .into_iter()
            .map(|kind| match kind {
                Kind::Int => self.int(vars, 1),
                Kind::Float => {
                    format!("{} * {}", self.int(vars, 0), self.random.pick(&["0.5", "1.25", "2.0"]))
                }
                Kind::Str => format!("str({})", self.int(vars, 0)),
                Kind::Bool => self.test(vars),
                kind => self.value(kind),
            })
            .collect();
        format!("{}({})", self.classes[class].name, args.join(", "))
    }

    fn field(&mut self, class: usize, kind: Kind) -> String {
        let fitting: Vec<_> =
            self.classes[class].fields.iter().filter(|(_, k)| *k == kind).cloned().collect();
        if fitting.is_empty() { "x".into() } else { fitting[self.random.below(fitting.len())].0.clone() }
    }

    /// A list of instances as an argument.
    fn instances(&mut self, class: usize, count: usize) -> String {
        let made = self.instance(class, &["i".into()]);
        format!("[{made} for i in range({count})]")
    }

    fn fields_in_loop(&mut self) -> (String, Vec<String>) {
        let (name, class) = (self.name("f"), self.pick_class());
        let (a, b) = (self.field(class, Kind::Int), self.field(class, Kind::Float));
        let any = self.classes[class].fields[self.random.below(self.classes[class].fields.len())].0.clone();
        let method = self.classes[class].method.clone();
        let vars = vec!["total".to_owned(), format!("o.{a}"), "k".into()];
        let (value, test) = (self.int(&vars, 2), self.test(&vars));
        let change = if self.classes[class].mutable {
            format!("        o.{a} = ({}) % 1000\n        o.{b} += 1\n", self.int(&vars, 1))
        } else {
            String::new()
        };
        let jump = self.random.pick(&["continue", "break", "total -= 1"]);
        self.text(&format!(
            "def {name}(os):\n    total, acc = 0, 0.0\n    for k, o in enumerate(os):\n{change}        if {test}: {jump}\n        total = ({value}) % 1000003\n        acc += o.{b}\n        total += o.{method}()\n    return total, acc, [o.{any} for o in os][:5]\n"
        ));
        (name, vec![self.instances(class, 8)])
    }

    fn sorting(&mut self) -> (String, Vec<String>) {
        let (name, class) = (self.name("f"), self.pick_class());
        let any = self.classes[class].fields[self.random.below(self.classes[class].fields.len())].0.clone();
        let a = self.field(class, Kind::Int);
        let key = match self.random.below(6) {
            0 => format!("lambda o: o.{a}"),
            1 => format!("lambda o: (-o.{a}, o.x)"),
            2 => format!("operator.attrgetter('{a}', 'x')"),
            3 => format!("lambda o: (o.{any}, o.{a})"),
            4 => format!("lambda o: str(o.{any})"),
            _ => format!("lambda o: o.{a} % 3"),
        };
        let how = match self.random.below(4) {
            0 => {
                format!("    os = sorted(os, key={key}, reverse={})\n", self.random.pick(&["True", "False"]))
            }
            1 => format!("    os = list(os)\n    os.sort(key={key})\n"),
            2 => format!("    os = [min(os, key={key}), max(os, key={key})]\n"),
            _ => format!(
                "    h = []\n    for i, o in enumerate(os):\n        heapq.heappush(h, (o.{a}, i, o))\n    os = [heapq.heappop(h)[2] for _ in range(len(h))]\n"
            ),
        };
        let direct = self.random.pick(&[
            "sorted(os)[0].x",
            "max(os).x",
            "sum(o.x for o in os)",
            "len(set(map(str, os)))",
        ]);
        self.text(&format!(
            "def {name}(os):\n{how}    r = [(o.x, o.{any}) for o in os]\n    try: r.append({direct})\n    except TypeError as e: r.append(str(e))\n    return r\n"
        ));
        (name, vec![self.instances(class, 7)])
    }

    fn tables(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let vars = ["a".to_owned(), "i".into(), "n".into()];
        let key = match self.random.below(5) {
            0 => "(a % 3, i % 2)".to_owned(),
            1 => "str(a)".into(),
            2 => "a % 4".into(),
            3 => "(str(i % 2), a % 3, True)".into(),
            _ => "Hue(i % 3 + 1)".into(),
        };
        let value = self.int(&vars, 2);
        let update = match self.random.below(6) {
            0 => format!("d[{key}] = d.get({key}, 0) + {value}"),
            1 => format!("if {key} in d: d[{key}] += {value}\n        else: d[{key}] = 1"),
            2 => format!("d.setdefault({key}, []).append({value})"),
            3 => format!("d[{key}] = {value}"),
            4 => format!("try: d[{key}] -= {value}\n        except KeyError: d[{key}] = i"),
            _ => format!("d[{key}] = d.pop({key}, n) ^ i"),
        };
        let made = self.random.pick(&["{}", "defaultdict(int)", "Counter()", "{}", "dict()"]);
        let result = match self.random.below(5) {
            0 => "sorted(map(str, d.items()))",
            1 => "list(d.items())",
            2 => "{k: v for k, v in d.items() if v}",
            3 => "(len(d), list(d.values()), max(d.values()))",
            _ => "sorted(d, key=lambda k: (str(d[k]), str(k)))",
        };
        let set = self.random.pick(&[
            "s |= {a % 5}",
            "s.add(a % 7)",
            "s ^= {i % 4, a % 3}",
            "s = s | {a % 3} if i % 2 else s - {a % 4}",
            "s.discard(i)",
        ]);
        self.text(&format!(
            "def {name}(xs, n=3):\n    d = {made}\n    s = set()\n    for i, a in enumerate(xs):\n        {update}\n        {set}\n    return {result}, sorted(s, key=str), n in s\n"
        ));
        let items: Vec<_> = (0..9).map(|_| self.number()).collect();
        (name, vec![format!("[{}]", items.join(", "))])
    }

    fn generators(&mut self) -> (String, Vec<String>) {
        let (inner, name, class) = (self.name("g"), self.name("f"), self.pick_class());
        let vars = ["n".to_owned(), "i".into(), "t".into()];
        let (value, test, made) = (self.int(&vars, 1), self.test(&vars), self.instance(class, &vars));
        let what = match self.random.below(5) {
            0 => value.clone(),
            1 => format!("(i, {value})"),
            2 => made,
            3 => format!("{value} * 0.5"),
            _ => format!("str({value})"),
        };
        let step = self.int(&vars, 1);
        let from = if self.random.chance(30) {
            "        if i == 2: yield from (t, n)\n".to_owned()
        } else {
            String::new()
        };
        let guard = if self.random.chance(30) {
            ("        try:\n            yield ", "\n        finally: t += 1\n")
        } else {
            ("        yield ", "\n")
        };
        self.text(&format!(
            "def {inner}(n):\n    t = 0\n    for i in range(6):\n        if {test}: t += 1\n        t = ({step}) % 9973\n{from}{}{what}{}    return t\n",
            guard.0, guard.1
        ));
        let use_it = match self.random.below(7) {
            0 => format!(
                "    r = []\n    for v in {inner}(n):\n        r.append(v)\n        if len(r) > 4: break\n"
            ),
            1 => format!("    r = list({inner}(n))\n"),
            2 => format!("    g = {inner}(n)\n    r = [next(g), next(g), next(g, None), next(g, None)]\n"),
            3 => format!("    r = [(i, v) for i, v in enumerate({inner}(n)) if i % 2]\n"),
            4 => format!("    r = list(zip({inner}(n), {inner}(n + 1)))\n"),
            5 => format!("    r = sum(1 for v in {inner}(n) if v)\n"),
            _ => format!(
                "    def both():\n        x = yield from {inner}(n)\n        yield ('ret', x)\n    r = list(both())\n"
            ),
        };
        self.text(&format!("def {name}(n):\n{use_it}    return r\n"));
        let n = self.number();
        (name, vec![n])
    }

    fn texts(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let part = match self.random.below(6) {
            0 => {
                "if c.isdigit(): n = n * 10 + int(c)\n        elif c in '+-*(': out.append(n); n = 0\n        else: n += ord(c)"
            }
            1 => "out.append(chr((ord(c) - 97 + k) % 26 + 97) if c.isalpha() else c)",
            2 => "if i + 1 < len(s) and s[i + 1] != c: out.append(s[i:i + 2])\n        n += s.count(c)",
            3 => "w = s[:i] + s[i + 1:]\n        if w < s: n += 1\n        out.append(w[::-1])",
            4 => "n = (n * 31 + ord(c)) & 0xFFFFFFFF\n        out.append(c.upper() if i % 2 else c)",
            _ => "out.append(f'{c}{n:>{k}}' if c != ' ' else '_')\n        n += len(c) + s.find(c)",
        };
        let result = self.random.pick(&[
            "''.join(map(str, out))",
            "sorted(map(str, out))",
            "out",
            "' '.join(str(o) for o in out).split(None, 2)",
            "{str(o): n for o in out}",
        ]);
        self.text(&format!(
            "def {name}(s, k=3):\n    out, n = [], 0\n    for i, c in enumerate(s):\n        {part}\n    return {result}, n\n"
        ));
        (name, vec![self.random.pick(STRS).into(), self.random.below(9).to_string()])
    }

    fn lists(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let vars = ["a".to_owned(), "i".into(), "t".into(), "xs[i]".into(), "xs[-1]".into(), "n".into()];
        let head = match self.random.below(6) {
            0 => "for i, a in enumerate(xs):",
            1 => "for i in range(len(xs)):\n        a = xs[i]",
            2 => "for i in range(len(xs) - 1, -1, -1):\n        a = xs[i]",
            3 => "for a, i in zip(xs, range(1, n)):",
            4 => "i = -1\n    while i + 1 < n:\n        i += 1\n        a = xs[i]",
            _ => "for i, a in enumerate(reversed(xs)):",
        };
        let body = match self.random.below(6) {
            0 => format!("t += {}", self.int(&vars, 2)),
            1 => format!("xs[i] = {}", self.int(&vars, 2)),
            2 => format!("if {}: t += a\n        else: out.append(a * {})", self.test(&vars), self.number()),
            3 => "xs[i], xs[-1] = xs[-1], xs[i]\n        t += xs[i]".into(),
            4 => format!("out.append({})\n        t = out[-1]", self.int(&vars, 2)),
            _ => format!("t = max(t, a)\n        if {}: out.insert(0, t)", self.test(&vars)),
        };
        let result = self.random.pick(&[
            "t, xs, out",
            "[v for v in xs if v], out",
            "sum(xs), min(xs), out[:3]",
            "list(map(lambda v: v * 2, xs)), t",
            "[v + t for v in out], xs[::2]",
        ]);
        self.text(&format!(
            "def {name}(xs):\n    xs = list(xs)\n    t, n, out = 0, len(xs), []\n    {head}\n        {body}\n    return {result}\n"
        ));
        let float = self.random.chance(25);
        let items: Vec<_> =
            (0..6).map(|_| if float { self.random.pick(FLOATS).to_owned() } else { self.number() }).collect();
        (name, vec![format!("[{}]", items.join(", "))])
    }

    /// Instances that do not leave the function.
    fn short_lived(&mut self) -> (String, Vec<String>) {
        let (name, class) = (self.name("f"), self.pick_class());
        let vars = ["n".to_owned(), "i".into(), "t".into()];
        let (one, two) = (self.instance(class, &vars), self.instance(class, &vars));
        let (a, b) = (self.field(class, Kind::Int), self.field(class, Kind::Float));
        let method = self.classes[class].method.clone();
        let what = match self.random.below(4) {
            0 => format!("t += (o.{a} + p.{a}) % 1000"),
            1 => format!("t += o.{method}() - p.{method}()"),
            2 => format!("q = o + p\n        t += q.{a}"),
            _ => format!("o, p = p, o\n        t += o.{a} - p.{b}"),
        };
        let kept =
            self.random.pick(&["kept.append(o)", "kept = [p]", "pass", "kept += [o] if i == 2 else []"]);
        self.text(&format!(
            "def {name}(n):\n    t, kept = 0, []\n    for i in range(5):\n        o = {one}\n        p = {two}\n        {what}\n        {kept}\n    return t, [k.{a} for k in kept]\n"
        ));
        (name, vec![self.random.below(20).to_string()])
    }

    fn arithmetic(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let vars = ["a".to_owned(), "b".into(), "i".into(), "t".into()];
        let (one, two, test) = (self.int(&vars, 3), self.int(&vars, 2), self.test(&vars));
        let mask =
            self.random.pick(&["", " & 0xFFFFFFFF", " & 0xFFFFFFFFFFFFFFFF", " % 1000000007", " % 2**61"]);
        let step = 1 + self.random.below(3);
        self.text(&format!(
            "def {name}(a, b):\n    t = 1\n    for i in range(a % 5, b % 40, {step}):\n        if {test}:\n            t = ({one}){mask}\n        else:\n            a, b = b, ({two}){mask}\n    return t, a, b\n"
        ));
        let args = (0..2).map(|_| self.number()).collect();
        (name, args)
    }

    fn floats(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let vars = ["x".to_owned(), "v".into(), "dt".into(), "i".into()];
        let (force, more) = (self.float(&vars, 2), self.float(&vars, 1));
        let test = self.random.pick(&["x < 0", "v > x", "abs(v) > 1e6", "x == int(x)", "round(x, 2) >= v"]);
        self.text(&format!(
            "def {name}(x, v=0.0, dt=0.25):\n    path = []\n    for i in range(6):\n        v += {force}\n        if {test}: v = -v * 0.5\n        x, v = x + v * dt, {more}\n        path.append((x, i))\n    return x, v, min(path), [round(p, 3) for p, _ in path]\n"
        ));
        (name, vec![self.random.pick(FLOATS).into()])
    }

    fn raising(&mut self) -> (String, Vec<String>) {
        let (inner, name) = (self.name("g"), self.name("f"));
        let vars = ["a".to_owned(), "t".into()];
        let (test, value) = (self.test(&vars), self.int(&vars, 2));
        let thrown = self.random.pick(&[
            "raise Fault(a, 'code %d' % a)",
            "raise ValueError(a)",
            "return [1, 2][a]",
            "return {1: 2}[a]",
            "return 10 // (a % 3)",
            "raise Fault(t)",
        ]);
        self.text(&format!("def {inner}(a, t):\n    if {test}:\n        {thrown}\n    return {value}\n"));
        let finally = if self.random.chance(40) { "        finally: log.append(t % 10)\n" } else { "" };
        let last = self.random.pick(&["raise", "log.append(str(e))", "return 'early', log", "continue"]);
        self.text(&format!(
            "def {name}(xs):\n    t, log = 0, []\n    for a in xs:\n        try:\n            t += {inner}(a, t)\n        except Fault as e:\n            log.append((e.code, str(e)))\n        except (ValueError, KeyError) as e:\n            log.append(repr(e))\n        except (IndexError, ZeroDivisionError) as e:\n            {last}\n        else:\n            log.append(a)\n{finally}    return t, log\n"
        ));
        let items: Vec<_> = (0..6).map(|_| self.number()).collect();
        (name, vec![format!("[{}]", items.join(", "))])
    }

    fn closures(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let vars = ["n".to_owned(), "v".into()];
        let (one, two) = (self.int(&vars, 2), self.int(&vars, 1));
        let body = match self.random.below(5) {
            0 => format!(
                "    def add(v):\n        nonlocal n\n        n = ({one}) % 10007\n        return n\n    return [add(v) for v in range(6)], n\n"
            ),
            1 => format!(
                "    fs = [lambda v, k=k: ({one}) + k for k in range(3)]\n    return [g(2) for g in fs], list(map(lambda v: {two}, range(4)))\n"
            ),
            2 => format!(
                "    g = functools.partial(lambda v, n: {one}, n=n)\n    return [g(v) for v in range(4)]\n"
            ),
            3 => format!(
                "    @functools.lru_cache(None)\n    def rec(v):\n        if v <= 1: return n\n        return (rec(v - 1) + rec(v - 2) * ({two})) % 100003\n    return rec(25), rec.cache_info().misses\n"
            ),
            _ => format!(
                "    acc = []\n    def each(f, *vs, scale=1):\n        for v in vs: acc.append(f(v) * scale)\n    each(lambda v: {one}, 1, 2, 3)\n    each(lambda v: {two}, *range(3), scale=n)\n    return acc\n"
            ),
        };
        self.text(&format!("def {name}(n):\n{body}"));
        let n = self.number();
        (name, vec![n])
    }

    fn linked(&mut self) -> (String, Vec<String>) {
        let (node, name) = (self.name("N"), self.name("f"));
        let vars = ["t".to_owned(), "c.v".into(), "depth".into()];
        let value = self.int(&vars, 2);
        let slots = if self.random.chance(50) { "    __slots__ = ('v', 'l', 'r')\n" } else { "" };
        self.text(&format!(
            "class {node}:\n{slots}    def __init__(self, v, l=None, r=None):\n        self.v = v\n        self.l = l\n        self.r = r\n    def put(self, v):\n        if v < self.v:\n            if self.l is None: self.l = {node}(v)\n            else: self.l.put(v)\n        elif self.r: self.r.put(v)\n        else: self.r = {node}(v)\n    def walk(self):\n        if self.l: yield from self.l.walk()\n        yield self.v\n        if self.r is not None: yield from self.r.walk()\n"
        ));
        self.text(&format!(
            "def {name}(xs):\n    root = {node}(xs[0])\n    for v in xs[1:]: root.put(v)\n    t, depth, c = 0, 0, root\n    while c is not None and depth < 20:\n        t = ({value}) % 100003\n        depth += 1\n        c = c.l if t % 2 else c.r\n    def height(k): return 0 if k is None else 1 + max(height(k.l), height(k.r))\n    return t, depth, list(root.walk()), height(root)\n"
        ));
        let items: Vec<_> = (0..7).map(|_| self.number()).collect();
        (name, vec![format!("[{}]", items.join(", "))])
    }

    fn grid(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let vars = ["g[y][x]".to_owned(), "x".into(), "y".into(), "n".into()];
        let (value, test) = (self.int(&vars, 2), self.test(&vars));
        let fill = self.random.pick(&["0", "1", "0.0", "False", "None", "'.'"]);
        let put = self.random.pick(&["h[y][x]", "h[y][-1 - x]", "h[x % w][x]"]);
        let over = self.random.pick(&[
            "for dy, dx in ((0, 1), (1, 0), (-1, 0), (0, -1)):\n                if 0 <= y + dy < w and 0 <= x + dx < w: n += g[y + dy][x + dx]",
            "for a, b in zip(g[y], g[x]): n = (n + a * b) % 997",
            "for row in g: n = max(n, row[x])",
            "n += sum(g[y][:x]) - sum(r[x] for r in g)",
        ]);
        self.text(&format!(
            "def {name}(w):\n    g = [[(x * y) % 7 for x in range(w)] for y in range(w)]\n    h = [[{fill}] * w for _ in range(w)]\n    n = 0\n    for y in range(w):\n        for x in range(w):\n            {over}\n            if {test}: {put} = ({value}) % 1009\n            g[y][x] = n % 11\n    return n, h, list(zip(*g))[0]\n"
        ));
        (name, vec![(3 + self.random.below(3)).to_string()])
    }

    fn slices(&mut self) -> (String, Vec<String>) {
        let name = self.name("f");
        let mut body = String::new();
        for _ in 0..4 {
            let (i, j) = (self.random.below(6) as i64 - 2, self.random.below(7) as i64 - 1);
            let line = match self.random.below(9) {
                0 => format!("xs[{i}:{j}] = [a, b]"),
                1 => format!("xs = xs[{i}:] + xs[:{j}]"),
                2 => format!("del xs[{i}:{j}]"),
                3 => "xs[::2] = [v * 2 for v in xs[::2]]".into(),
                4 => format!("xs.insert({i}, a)"),
                5 => format!("a, *mid = xs[{i}:] or [b]\n    b = len(mid)"),
                6 => format!("xs.extend(v + 1 for v in xs[:{}])", j.abs()),
                7 => "xs.append(xs.pop(0) if xs else a)".into(),
                _ => format!("xs = [{}] * 2 + xs", self.number()),
            };
            let _ = writeln!(body, "    {line}");
        }
        self.text(&format!(
            "def {name}(xs, a=1, b=2):\n    xs = xs[:]\n{body}    return xs, a, b, xs[::-1][:3], sorted(xs, key=str)[:2]\n"
        ));
        let items: Vec<_> = (0..6).map(|_| self.number()).collect();
        (name, vec![format!("[{}]", items.join(", "))])
    }

    /// Each function several times on what it was written for, then on what has changed.
    fn main(&mut self, calls: &[(String, Vec<String>)]) {
        self.text("def calls(round):\n");
        for (name, args) in calls {
            self.text(&format!("    show('{name}', lambda: {name}({}))\n", args.join(", ")));
        }
        self.text("calls(0)\ncalls(1)\n");
        for (name, args) in calls {
            let changed = match self.random.below(6) {
                0 => "'abc'".to_owned(),
                1 => "[1.5, 2, 'a']".into(),
                2 => "[True, 2**63, None]".into(),
                3 => "2.5".into(),
                4 => format!("({},)", args[0]),
                _ => "[]".into(),
            };
            self.text(&format!("show('{name} changed', {name}, {changed})\n"));
        }
        // Fields of another sort, in objects that the functions have seen the like of.
        for class in 0..self.classes.len() {
            let (name, mutable) = (self.classes[class].name.clone(), self.classes[class].mutable);
            let fields = self.classes[class].fields.clone();
            let (field, _) = &fields[self.random.below(fields.len())];
            let value =
                self.random.pick(&["'late'", "2.5", "None", "10**25", "True", "[1]", "9223372036854775807"]);
            let list = self.instances(class, 5);
            self.text(&format!("late{class} = {list}\n"));
            if mutable && self.random.chance(70) {
                let at = self.random.below(5);
                self.text(&format!(
                    "try: late{class}[{at}].{field} = {value}\nexcept AttributeError as e: print(e)\n"
                ));
            }
            if mutable && self.random.chance(25) {
                self.text(&format!("del late{class}[2].{field}\n"));
            }
            if self.random.chance(30) {
                let method = self.classes[class].method.clone();
                self.text(&format!("{name}.{method} = lambda self: {value}\n"));
            }
            if self.random.chance(30) {
                self.text(&format!(
                    "class Sub{class}({name}):\n    def {}(self): return 7\n",
                    self.classes[class].method
                ));
                let made = self.instance(class, &[]).replacen(&name, &format!("Sub{class}"), 1);
                self.text(&format!("show('sub', lambda: late{class}.append({made}))\n"));
            }
            for (f, _) in calls {
                self.text(&format!("show('{f} late', {f}, late{class})\n"));
            }
        }
        self.text("calls(2)\n");
    }
}
