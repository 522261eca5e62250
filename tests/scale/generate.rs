//! A generator of large programs in the style of ordinary ones: modules of about 500 lines that import each other, with
//! classes and subclasses, containers of all kinds, calls with several types, closures, generators, exceptions and text.
//!
//! A module is made of *fragments*, about fifty lines each. A fragment's names carry its number; its entry is `run_N(n)`,
//! which gives an int. Every fragment of a module is called by the module's `main(n)`, every module by the program.
//! Fragments also use classes and functions of earlier modules, with arguments of their own.

use std::fmt::Write;

/// The text of each module by file name. The first one is the program.
pub fn program(lines: usize) -> Vec<(String, String)> {
    let modules = (lines / LINES_OF_A_MODULE).max(1);
    let mut files = vec![(String::from("program.py"), root(modules))];
    for module in 0..modules {
        files.push((format!("part{module:02}.py"), text(module)));
    }
    files
}

const LINES_OF_A_MODULE: usize = 500;

fn root(modules: usize) -> String {
    let mut out = String::from("\"\"\"Calls every part.\"\"\"\n");
    for module in 0..modules {
        let _ = writeln!(out, "import part{module:02}");
    }
    out.push_str("\ntotal = 0\n");
    for module in 0..modules {
        let _ = writeln!(out, "total += part{module:02}.main({})", 3 + module % 4);
    }
    out.push_str("print(total)\n");
    out
}

fn text(module: usize) -> String {
    let mut out = format!("\"\"\"Part {module}.\"\"\"\n");
    // An earlier module whose classes and functions are used here.
    let earlier = (module > 0).then(|| (module * 7 + 3) % module);
    if let Some(earlier) = earlier {
        let first = earlier * FRAGMENTS.len();
        let _ = writeln!(
            out,
            "import part{earlier:02}\nfrom part{earlier:02} import Account{first}, total_of{}, clamp{}",
            first + 2,
            first + 3
        );
    }
    let mut runs = vec![];
    for (i, fragment) in FRAGMENTS.iter().enumerate() {
        let number = module * FRAGMENTS.len() + i;
        // Constants differ, so that no two fragments are the same function.
        let text = fragment
            .replace("{i}", &number.to_string())
            .replace("{a}", &(number % 7 + 2).to_string())
            .replace("{b}", &(number % 5 + 1).to_string());
        out.push('\n');
        out.push_str(text.trim_start_matches('\n'));
        runs.push(number);
    }
    out.push_str("\n\ndef main(n):\n    total = 0\n");
    for number in runs {
        let _ = writeln!(out, "    total += run_{number}(n)");
    }
    if let Some(earlier) = earlier {
        let first = earlier * FRAGMENTS.len();
        let _ = writeln!(
            out,
            "    account = Account{first}(\"visitor\", n)\n    account.deposit({module})\n    total += account.balance\n    \
             total += int(total_of{}([1.5, n]))\n    total += clamp{}(n, 0, {module})\n    \
             total += part{earlier:02}.run_{}(n)",
            first + 2,
            first + 3,
            first + module % FRAGMENTS.len()
        );
    }
    out.push_str("    return total % 1000003\n");
    out
}

const FRAGMENTS: &[&str] = &[
    // Records with methods, a class attribute, a list of them.
    r#"
class Account{i}:
    rate = 0.0{a}
    opened = 0

    def __init__(self, owner, balance):
        self.owner = owner
        self.balance = balance
        self.history = []
        self.limit = None
        Account{i}.opened += 1

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount):
        if self.limit is not None and amount > self.limit:
            return False
        if amount > self.balance:
            return False
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return True

    def interest(self):
        return self.balance * self.rate

    def __repr__(self):
        return f"Account{i}({self.owner!r}, {self.balance})"


def run_{i}(n):
    accounts = [Account{i}("owner%d" % k, 100 + k * {a}) for k in range(n)]
    for k, account in enumerate(accounts):
        account.deposit(k + {b})
        if k % 2:
            account.limit = 50
        account.withdraw(40 + k)
    try:
        accounts[0].deposit(0)
    except ValueError as error:
        accounts[0].owner = str(error)
    best = max(accounts, key=lambda account: account.balance)
    names = sorted(account.owner for account in accounts)
    total = sum(len(account.history) for account in accounts) + best.balance + len(names[0])
    return total + int(sum(account.interest() for account in accounts)) + len(repr(best))
"#,
    // A class hierarchy with polymorphic calls.
    r#"
class Shape{i}:
    def __init__(self, name):
        self.name = name
        self.tags = set()

    def area(self):
        raise NotImplementedError

    def scaled_area(self, factor):
        return self.area() * factor

    def describe(self):
        return self.name + ":" + str(round(self.area(), 2))


class Circle{i}(Shape{i}):
    def __init__(self, radius):
        super().__init__("circle")
        self.radius = radius

    def area(self):
        return 3.14159 * self.radius * self.radius


class Rectangle{i}(Shape{i}):
    def __init__(self, width, height):
        super().__init__("rectangle")
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height

    def __eq__(self, other):
        return isinstance(other, Rectangle{i}) and self.width == other.width and self.height == other.height

    def __hash__(self):
        return hash((self.width, self.height))


class Square{i}(Rectangle{i}):
    def __init__(self, side):
        super().__init__(side, side)
        self.name = "square"


def run_{i}(n):
    shapes = []
    for k in range(1, n + 1):
        shapes.append(Circle{i}(k * 0.5))
        shapes.append(Rectangle{i}(k, k + {a}))
        shapes.append(Square{i}(k + {b}))
    total = 0
    for shape in shapes:
        shape.tags.add(shape.name)
        total += int(shape.scaled_area({a}))
    squares = {shape for shape in shapes if isinstance(shape, Square{i})}
    text = ", ".join(shape.describe() for shape in shapes)
    return total + len(squares) + len(text)
"#,
    // Containers: counting, grouping, matrices, tuples as keys.
    r#"
def total_of{i}(values):
    total = 0
    for value in values:
        total += value
    return total


def group{i}(words):
    groups = {}
    for word in words:
        groups.setdefault(word[0], []).append(word)
    return groups


def count{i}(words):
    counts = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return counts


def matrix{i}(rows, columns, value):
    return [[value + r * columns + c for c in range(columns)] for r in range(rows)]


def transpose{i}(matrix):
    return [list(row) for row in zip(*matrix)]


def multiply{i}(a, b):
    columns = transpose{i}(b)
    return [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]


def neighbours{i}(grid, x, y):
    found = []
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        if (x + dx, y + dy) in grid:
            found.append(grid[x + dx, y + dy])
    return found


def run_{i}(n):
    words = ("alpha beta gamma delta alpha omega beta " * n).split()
    counts = count{i}(words)
    groups = group{i}(words)
    product = multiply{i}(matrix{i}(n, 3, {a}), matrix{i}(3, n, {b}))
    floats = multiply{i}(matrix{i}(2, 2, 0.5), matrix{i}(2, 2, 1.5))
    grid = {(x, y): x * {a} + y for x in range(n) for y in range(n)}
    near = sum(len(neighbours{i}(grid, x, y)) for x in range(n) for y in range(n))
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    best, times = ranking[0]
    total = total_of{i}([times, near, len(groups), len(best)]) + int(total_of{i}([0.5, 1.5]))
    return total + sum(map(sum, product)) + int(floats[0][1])
"#,
    // Numbers, with ints and floats through the same functions.
    r#"
def clamp{i}(value, low, high):
    if value < low:
        return low
    if value > high:
        return high
    return value


def gcd{i}(a, b):
    while b:
        a, b = b, a % b
    return a


def power{i}(base, exponent):
    result = 1
    while exponent > 0:
        if exponent & 1:
            result = result * base
        base = base * base
        exponent >>= 1
    return result


def is_prime{i}(n):
    if n < 2:
        return False
    d = 2
    while d * d <= n:
        if n % d == 0:
            return False
        d += 1
    return True


def newton{i}(x, steps):
    guess = x / 2 or 1.0
    for _ in range(steps):
        guess = (guess + x / guess) / 2
    return guess


def collatz{i}(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def run_{i}(n):
    total = clamp{i}(n * {a}, 3, 40) + int(clamp{i}(n * 0.5, 0.25, 9.5))
    total += gcd{i}(n * {a} * {b} * 6, n * 4) + power{i}({b}, 9) + int(power{i}(1.5, {a}))
    total += sum(1 for k in range(n * 5) if is_prime{i}(k))
    total += int(newton{i}(n * {a}, 8) * 100) + collatz{i}(n + {a})
    return total
"#,
    // Linked structures: a tree and a list, with iteration.
    r#"
class Node{i}:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.left = None
        self.right = None


class Tree{i}:
    def __init__(self):
        self.root = None
        self.size = 0

    def insert(self, key, value):
        if self.root is None:
            self.root = Node{i}(key, value)
            self.size += 1
            return
        node = self.root
        while True:
            if key == node.key:
                node.value = value
                return
            if key < node.key:
                if node.left is None:
                    node.left = Node{i}(key, value)
                    break
                node = node.left
            else:
                if node.right is None:
                    node.right = Node{i}(key, value)
                    break
                node = node.right
        self.size += 1

    def find(self, key):
        node = self.root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        return None if node is None else node.value

    def walk(self, node):
        if node is not None:
            yield from self.walk(node.left)
            yield node.key, node.value
            yield from self.walk(node.right)

    def __iter__(self):
        return self.walk(self.root)

    def __len__(self):
        return self.size

    def depth(self, node):
        return 0 if node is None else 1 + max(self.depth(node.left), self.depth(node.right))


def run_{i}(n):
    tree = Tree{i}()
    for k in range(n * 3):
        tree.insert(k * {a} % 17, "value%d" % k)
    total = len(tree) + tree.depth(tree.root)
    for key, value in tree:
        total += key * len(value)
    found = tree.find({a})
    if found is not None:
        total += len(found)
    return total
"#,
    // A tokenizer and a calculator, with exceptions of its own.
    r#"
class SyntaxProblem{i}(Exception):
    def __init__(self, message, position):
        super().__init__(message)
        self.position = position


class Calculator{i}:
    def __init__(self, text, variables):
        self.tokens = self.tokenize(text)
        self.position = 0
        self.variables = variables

    def tokenize(self, text):
        tokens = []
        k = 0
        while k < len(text):
            c = text[k]
            if c.isspace():
                k += 1
            elif c.isdigit():
                start = k
                while k < len(text) and text[k].isdigit():
                    k += 1
                tokens.append(("number", int(text[start:k])))
            elif c.isalpha():
                tokens.append(("name", c))
                k += 1
            elif c in "+-*()":
                tokens.append(("operator", c))
                k += 1
            else:
                raise SyntaxProblem{i}("unexpected " + c, k)
        tokens.append(("end", None))
        return tokens

    def take(self):
        token = self.tokens[self.position]
        self.position += 1
        return token

    def expression(self):
        value = self.term()
        while self.tokens[self.position][1] in ("+", "-"):
            kind, operator = self.take()
            right = self.term()
            value = value + right if operator == "+" else value - right
        return value

    def term(self):
        value = self.factor()
        while self.tokens[self.position][1] == "*":
            self.take()
            value *= self.factor()
        return value

    def factor(self):
        kind, value = self.take()
        if kind == "number":
            return value
        if kind == "name":
            return self.variables.get(value, {a})
        if value == "(":
            inner = self.expression()
            self.take()
            return inner
        raise SyntaxProblem{i}("a value is missing", self.position)


def run_{i}(n):
    total = 0
    for text in ("1 + 2 * 3", "(x + {a}) * (y - {b})", "2 * (3 + z", "4 ? 5", "7 *"):
        try:
            total += Calculator{i}(text, {"x": n, "y": n * 2}).expression()
        except SyntaxProblem{i} as problem:
            total += problem.position
        except IndexError:
            total += 1
    return total
"#,
    // Closures, functions as values, generators.
    r#"
def compose{i}(f, g):
    return lambda x: f(g(x))


def counter{i}(start):
    count = start

    def step(by=1):
        nonlocal count
        count += by
        return count

    return step


def memoize{i}(function):
    known = {}

    def wrapper(n):
        if n not in known:
            known[n] = function(n)
        return known[n]

    return wrapper


@memoize{i}
def ways{i}(n):
    return 1 if n < 2 else ways{i}(n - 1) + ways{i}(n - 2)


def numbers{i}(limit):
    k = 0
    while k < limit:
        yield k
        k += {b}


def squares{i}(source):
    for k in source:
        yield k * k


def apply{i}(functions, value):
    for function in functions:
        value = function(value)
    return value


def run_{i}(n):
    step = counter{i}({a})
    for _ in range(n):
        step()
    twice = compose{i}(lambda x: x * 2, lambda x: x + {b})
    total = step(10) + twice(n) + ways{i}(n + 10)
    total += sum(squares{i}(numbers{i}(n * 4)))
    total += apply{i}([abs, twice, lambda x: x % 1000], -n)
    evens = list(filter(lambda k: k % 2 == 0, numbers{i}(n * 3)))
    return total + len(evens) + max(evens)
"#,
    // A graph: breadth first search, a priority queue, sets.
    r#"
class Graph{i}:
    def __init__(self):
        self.edges = {}

    def connect(self, a, b, weight):
        self.edges.setdefault(a, []).append((b, weight))
        self.edges.setdefault(b, []).append((a, weight))

    def reachable(self, start):
        seen = {start}
        queue = [start]
        while queue:
            place = queue.pop(0)
            for neighbour, _ in self.edges[place]:
                if neighbour not in seen:
                    seen.add(neighbour)
                    queue.append(neighbour)
        return seen

    def distances(self, start):
        best = {start: 0}
        todo = [(0, start)]
        while todo:
            todo.sort()
            distance, place = todo.pop(0)
            if distance > best[place]:
                continue
            for neighbour, weight in self.edges[place]:
                through = distance + weight
                if neighbour not in best or through < best[neighbour]:
                    best[neighbour] = through
                    todo.append((through, neighbour))
        return best


def run_{i}(n):
    graph = Graph{i}()
    for k in range(n * 4):
        graph.connect("p%d" % k, "p%d" % (k * {a} % (n * 4)), k % {b} + 1)
        if k:
            graph.connect("p%d" % k, "p%d" % (k // 2), {a})
    reached = graph.reachable("p0")
    best = graph.distances("p0")
    assert set(best) == reached
    return len(reached) + sum(best.values()) + max(best.values())
"#,
    // Text.
    r#"
def words{i}(text):
    return [word.strip(".,").lower() for word in text.split() if len(word) > {b}]


def shift{i}(text, by):
    out = []
    for c in text:
        if c.islower():
            out.append(chr((ord(c) - 97 + by) % 26 + 97))
        else:
            out.append(c)
    return "".join(out)


def palindrome{i}(text):
    letters = [c for c in text.lower() if c.isalpha()]
    return letters == letters[::-1]


def table{i}(rows):
    lines = []
    for name, number in rows:
        lines.append(f"{name:<10}|{number:>8.2f}|{number!s}")
    return "\n".join(lines)


class Report{i}:
    def __init__(self, title):
        self.title = title
        self.rows = []

    def add(self, name, number):
        self.rows.append((name, number))
        return self

    def render(self):
        width = max(len(name) for name, _ in self.rows)
        return self.title.center(width + 10, "=") + "\n" + table{i}(self.rows)


def run_{i}(n):
    text = "The quick brown fox, it jumps over the lazy dog. " * n
    found = words{i}(text)
    secret = shift{i}(text, {a})
    assert shift{i}(secret, 26 - {a}) == text
    report = Report{i}("report").add("first", n).add("second", n * 0.5)
    total = len(found) + len(report.render()) + secret.count("a")
    for candidate in ("Never odd or even", "not one", "abba"):
        if palindrome{i}(candidate):
            total += len(candidate)
    return total
"#,
];
