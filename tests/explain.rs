//! `taipan explain` through the command: facts and their origins, stubs, sampled time, and the page in a browser.

#[path = "scale/generate.rs"]
mod generate;
#[path = "support/process.rs"]
mod process;
#[path = "support/webdriver.rs"]
mod webdriver;

use process::Outcome;
use serde_json::{Value, json};
use std::{fs, path::Path, process::Command, time::Duration};
use tempfile::TempDir;
use webdriver::Browser;

const PROGRAM: &str = "\
def load(flag):
    if flag > 2:
        x = 12
    else:
        x = 'abc'
    return x


def twice(v):
    return v + v


def steps(n):
    count = 0
    while n != 1:
        n = 3 * n + 1 if n % 2 else n // 2
        count += 1
    return count


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


for i in range(5):
    value = load(i)
    print(twice(value), steps(i + 1), Point(i, 0.5).y, even(i))
";

fn folder() -> TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("prog.py"), PROGRAM).expect("prog.py");
    folder
}

fn taipan(folder: &Path, args: &[&str]) -> Outcome {
    let mut command = Command::new(env!("CARGO_BIN_EXE_taipan"));
    command.args(args).current_dir(folder);
    let outcome = process::run(command, b"", Duration::from_secs(60)).expect("taipan ends");
    assert!(outcome.status.is_some(), "{args:?}: {}", outcome.status_text());
    outcome
}

fn output(folder: &Path, args: &[&str]) -> String {
    let outcome = taipan(folder, args);
    assert_eq!(outcome.status, Some(0), "{args:?}: {}", String::from_utf8_lossy(&outcome.stderr));
    String::from_utf8(outcome.stdout).expect("UTF-8")
}

fn facts(folder: &Path) -> Value {
    serde_json::from_str(&output(folder, &["explain", "--json", "prog.py"])).expect("JSON")
}

fn line(facts: &Value, number: usize) -> &Value {
    &facts["files"][0]["lines"][number - 1]
}

#[test]
fn lines_have_types_costs_and_savings() {
    let facts = facts(folder().path());
    assert_eq!(facts["schema"], 1);
    let count = line(&facts, 17);
    assert_eq!(count["line"], 17);
    assert_eq!(count["unboxed"], true);
    assert_eq!(
        count["bindings"][0],
        json!({
            "name": "count", "type": "int", "representation": "unboxed i64", "instance": ""
        })
    );
    assert_eq!(count["costs"][0]["kind"], "overflow-check");
    assert!(count["savings"][0]["fact"].as_str().is_some_and(|fact| fact.contains("int")));
    let heat: f64 =
        facts["files"][0]["lines"].as_array().expect("lines").iter().filter_map(|l| l["heat"].as_f64()).sum();
    assert!(heat > 0.5 && heat < 1.01, "{heat}");
    let instances = facts["instances"].as_array().expect("instances");
    assert!(instances.iter().any(|i| i["function"] == "steps" && i["signature"] == "(n: i64) -> i64"));
}

#[test]
fn a_union_says_where_its_members_come_from() {
    let facts = facts(folder().path());
    assert_eq!(line(&facts, 3)["bindings"][0]["type"], "int | str");
    let reasons = line(&facts, 10)["reasons"].as_array().expect("reasons");
    let origins: Vec<&Value> =
        reasons.iter().flat_map(|r| r["origins"].as_array().expect("origins")).collect();
    let of = |ty: &str| origins.iter().find(|origin| origin["type"] == ty).expect("its origin");
    assert_eq!((&of("str")["line"], &of("str")["function"]), (&json!(5), &json!("load")));
    assert_eq!(of("int")["line"], 3);
    let steps: Vec<&Value> =
        of("str")["steps"].as_array().expect("steps").iter().map(|s| &s["line"]).collect();
    assert_eq!(steps, [6, 36, 37]);
}

/// What newer mechanisms take out is named, and what they took out is not given as a cost.
#[test]
fn what_was_taken_out_is_said_of_the_line_it_was_taken_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = "\
def dot(a, b):
    total = 0
    for i in range(len(a)):
        total += a[i] * b[i]
    return total


class V:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return V(self.x + other.x, self.y + other.y)


def walk(n):
    p = V(0.0, 0.0)
    for i in range(n):
        p = p.plus(V(0.5, 0.25))
    return p.x


def load(n):
    return n if n % 3 else 'three'


def main():
    total = 0
    for i in range(4):
        print(load(i) * 2)
    for part in [V(2, 1), V(3.5, 1)]:
        total += part.x
    print(total, list(map(lambda v: -v, [2, 1])))


print(dot([1, 2, 3], [4, 5, 6]), walk(100))
main()
";
    fs::write(folder.path().join("prog.py"), program).expect("prog.py");
    let facts = facts(folder.path());
    let texts = |number: usize, list: &str, field: &str| -> Vec<String> {
        let entries = line(&facts, number)[list].as_array().expect("a list").clone();
        entries.iter().map(|entry| entry[field].as_str().unwrap_or_default().to_owned()).collect()
    };
    // The items of lists in a loop that changes none: no bounds, no kind, nothing boxed.
    assert_eq!(texts(4, "costs", "kind"), ["overflow-check"]);
    assert!(texts(4, "savings", "fact").iter().any(|fact| fact.contains("within the list's length")));
    assert!(line(&facts, 4)["reasons"].as_array().is_some_and(Vec::is_empty));
    // An instance that is not made, and the method that stands in its place.
    let costs = texts(20, "costs", "kind");
    assert!(!costs.iter().any(|kind| kind == "allocation"), "{costs:?}");
    let spared = texts(20, "savings", "what");
    assert!(
        ["allocation", "call"].iter().all(|what| spared.iter().any(|spared| spared == what)),
        "{spared:?}"
    );
    // Ints that a `range` brings have an origin, too.
    let reasons = line(&facts, 31)["reasons"].to_string();
    assert!(reasons.contains("\"int\"") && reasons.contains("\"str\""), "{reasons}");
    // Each live range of a name is held in its own way.
    let held: Vec<(String, String)> =
        texts(33, "bindings", "type").into_iter().zip(texts(33, "bindings", "representation")).collect();
    assert!(held.iter().all(|(ty, held)| !(ty == "float" && held.contains("i64"))), "{held:?}");
    assert!(texts(34, "reasons", "text").iter().any(|text| text.contains("`lambda`")));
}

#[test]
fn the_terminal_shows_the_same() {
    let folder = folder();
    let text = output(folder.path(), &["explain", "prog.py", "--function", "twice"]);
    assert!(text.contains("str from line 5 in `load`, returned by `load` at line 6"), "{text}");
    assert!(!text.contains("count += 1") && !text.contains('\x1b'), "{text}");
    let types = output(folder.path(), &["emit", "types", "prog.py", "--line", "17"]);
    assert!(types.contains("count: int, unboxed i64"), "{types}");
}

#[test]
fn the_call_graph_has_its_circles() {
    let folder = folder();
    let text = output(folder.path(), &["emit", "callgraph", "prog.py"]);
    assert!(text.contains("__main__.even:27  (in a circle with __main__.odd)"), "{text}");
    assert!(text.contains("__main__.load at line 36"), "{text}");
    let dot = output(folder.path(), &["emit", "callgraph", "--dot", "prog.py"]);
    assert!(dot.starts_with("digraph calls {") && dot.contains("subgraph cluster_"), "{dot}");
}

#[test]
fn stubs_say_what_was_inferred() {
    let folder = folder();
    let data = "from dataclasses import dataclass\n\n\n@dataclass\nclass Item:\n    name: str\n    count: int = 1\n\n\n\
                print(Item('a'), Item('b', 2))\n";
    fs::write(folder.path().join("data.py"), data).expect("data.py");
    output(folder.path(), &["explain", "data.py", "--stubs", "stubs"]);
    let stub = fs::read_to_string(folder.path().join("stubs/data.pyi")).expect("the stub");
    assert!(stub.contains("    def __init__(self, name: str, count: int = ...) -> None: ...\n"), "{stub}");
    assert!(stub.contains("    name: str\n    count: int\n"), "{stub}");
    output(folder.path(), &["explain", "prog.py", "--stubs", "stubs"]);
    let stub = fs::read_to_string(folder.path().join("stubs/prog.pyi")).expect("the stub");
    for expected in [
        "def load(flag: int) -> int | str: ...",
        "def steps(n: int) -> int: ...",
        "    def __init__(self, x: int, y: float) -> None: ...",
        "    y: float",
    ] {
        assert!(stub.contains(expected), "{expected}\n{stub}");
    }
}

#[test]
fn measured_time_stands_where_it_is_spent() {
    let folder = folder();
    let busy = "def busy(n):\n    s = 0.0\n    for i in range(n):\n        s = s * 0.5 + i / 3.0\n    return s\n\n\nprint(busy(30000000))\n";
    fs::write(folder.path().join("busy.py"), busy).expect("busy.py");
    let text = output(folder.path(), &["explain", "--hot", "--json", "busy.py"]);
    let facts: Value = serde_json::from_str(&text).expect("JSON");
    let time = |number: usize| line(&facts, number)["time"].as_f64().expect("a share");
    assert!(time(3) + time(4) > 0.7, "{} {}", time(3), time(4));
}

#[test]
fn wrong_requests_are_said() {
    let folder = folder();
    for (args, status, expected) in [
        (&["explain", "absent.py"][..], 2, "can't open file"),
        (&["explain", "prog.py", "--function", "nobody"], 2, "no function of prog.py matches `nobody`"),
        (&["explain", "prog.py", "--html", "no/such/folder.html"], 1, "cannot write no/such/folder.html"),
    ] {
        let outcome = taipan(folder.path(), args);
        let shown = String::from_utf8_lossy(&outcome.stderr).into_owned();
        assert_eq!(outcome.status, Some(status), "{args:?}: {shown}");
        assert!(shown.contains(expected), "{args:?}: {shown}");
    }
}

/// The page in Chromium, where it and its driver are installed. `TAIPAN_SCREENSHOTS=folder` keeps what it looked like.
#[test]
fn the_page_in_a_browser() {
    let folder = folder();
    output(folder.path(), &["explain", "prog.py", "--html", "page.html"]);
    let page = fs::read_to_string(folder.path().join("page.html")).expect("the page");
    assert!(!page.contains("src=") && !page.contains("@import"), "it must need nothing else");
    let Some(browser) = Browser::start() else {
        eprintln!("no chromedriver here: the page is not looked at");
        return;
    };
    let shot = |name: &str| {
        if let Some(folder) = std::env::var_os("TAIPAN_SCREENSHOTS") {
            fs::write(Path::new(&folder).join(format!("{name}.png")), browser.screenshot())
                .expect("a screenshot");
        }
    };
    browser.resize(1280, 800);
    browser.open(&format!("file://{}/page.html#L10", folder.path().display()));
    browser.wait_for("return document.body.dataset.ready === 'yes'");
    let detail = || browser.text("return document.getElementById('detail').innerText");
    assert!(detail().contains("v is int | str") && detail().contains("line 5"), "{}", detail());
    // A click on a line answers at once.
    let took = browser.number(
        "const start = performance.now(); document.querySelector('.row[data-line=\"17\"]').click(); return performance.now() - start",
    );
    assert!(took < 100.0, "{took} ms");
    assert!(
        detail().contains("count") && detail().contains("unboxed i64") && detail().contains("MIR"),
        "{}",
        detail()
    );
    browser.resize(1500, 780);
    shot("explain");
    browser.resize(1280, 800);
    // The keyboard moves, searches, and changes views.
    browser.keys("j");
    assert!(detail().contains("line 18"), "{}", detail());
    browser.keys("/Point\n");
    assert!(detail().contains("line 21"), "{}", detail());
    browser.keys("\u{e00c}2");
    assert!(detail().contains("steps#") && detail().contains("typed"), "{}", detail());
    shot("instances");
    browser.keys("3");
    assert!(browser.text("return document.querySelector('#detail svg').textContent").contains("even:27 ↻"));
    shot("calls");
    browser.keys("t");
    assert_eq!(browser.text("return document.documentElement.className"), "dark");
    browser.keys("n");
    shot("dark");
    // On a phone the source fills the screen until a line is chosen.
    browser.resize(400, 800);
    browser.run("document.querySelector('.row[data-line=\"17\"]').click()");
    let width = browser.number("return document.documentElement.scrollWidth - innerWidth");
    assert!(width <= 0.0, "it is {width} pixels too wide");
    shot("phone");
}

/// What is asked for by name is compiled, the rest says why it is not.
#[test]
fn the_page_of_chosen_functions() {
    let folder = folder();
    output(folder.path(), &["explain", "prog.py", "--html", "page.html", "--function", "steps"]);
    let Some(browser) = Browser::start() else { return };
    browser.open(&format!("file://{}/page.html#L17", folder.path().display()));
    browser.wait_for("return document.body.dataset.ready === 'yes'");
    let detail = || browser.text("return document.getElementById('detail').innerText");
    assert!(detail().contains("llvm.sadd.with.overflow"), "{}", detail());
    browser.run("document.querySelector('.row[data-line=\"10\"]').click()");
    assert!(detail().contains("not among the functions asked for"), "{}", detail());
}

/// A program of 2,000 lines makes a page of a few megabytes that answers a click within a tenth of a second.
#[test]
fn the_page_of_a_large_program() {
    let folder = tempfile::tempdir().expect("a folder");
    for (name, text) in generate::program(2000) {
        fs::write(folder.path().join(name), text).expect("a file of the program");
    }
    output(folder.path(), &["explain", "program.py", "--html", "page.html"]);
    let size = fs::metadata(folder.path().join("page.html")).expect("the page").len();
    assert!((100_000..5_000_000).contains(&size), "{size} bytes");
    let Some(browser) = Browser::start() else { return };
    browser.resize(1280, 800);
    browser.open(&format!("file://{}/page.html", folder.path().display()));
    browser.wait_for("return document.body.dataset.ready === 'yes'");
    browser.run("const files = document.getElementById('files'); files.value = 1; files.dispatchEvent(new Event('change'));");
    let mut slowest: f64 = 0.0;
    for line in [60, 75, 150, 300, 450] {
        // The click, and the layout that it makes necessary.
        let took = browser.number(&format!(
            "const start = performance.now(); document.querySelector('.row[data-line=\"{line}\"]').click(); \
             document.getElementById('detail').getBoundingClientRect(); return performance.now() - start"
        ));
        slowest = slowest.max(took);
        let shown = browser.text("return document.getElementById('detail').innerText");
        assert!(shown.contains(&format!("line {line}")), "{shown}");
    }
    assert!(slowest < 100.0, "a click took {slowest} ms");
}

/// Type checkers want overriding methods and fields to agree with those of the base, and `==` to take any object.
#[test]
fn stubs_of_subclasses_agree_with_their_bases() {
    let folder = tempfile::tempdir().expect("a folder");
    let text = "\
class Shape:
    def scale(self, factor):
        self.size = factor
        return factor

    def __eq__(self, other):
        return self.size == other.size


class Named(Shape):
    def scale(self, factor):
        self.size = str(factor)
        self.name = 'n'
        return None


a, b = Shape(), Named()
a.scale(2)
b.scale(2.5)
print(a == a, b.name)
";
    fs::write(folder.path().join("shapes.py"), text).expect("shapes.py");
    output(folder.path(), &["explain", "shapes.py", "--stubs", "."]);
    let stub = fs::read_to_string(folder.path().join("shapes.pyi")).expect("the stub");
    for expected in [
        "    def scale(self, factor: int) -> int: ...",
        "    def __eq__(self, other: object) -> bool: ...",
        "    def scale(self, factor: Any) -> Any: ...",
        "    size: Any",
        "    name: str",
    ] {
        assert!(stub.contains(expected), "{expected}\n{stub}");
    }
}
