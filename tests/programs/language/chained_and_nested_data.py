# Ordinary programs' statements in one place: nested data, early returns, mutual recursion, closures over loops.
from collections import deque

graph = {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "d": ["f"], "e": ["f"], "f": []}


def bfs(start, goal):
    queue = deque([(start, [start])])
    seen = {start}
    while queue:
        node, path = queue.popleft()
        if node == goal:
            return path
        for nxt in graph[node]:
            if nxt not in seen:
                seen.add(nxt)
                queue.append((nxt, path + [nxt]))
    return None


print(bfs("a", "f"), bfs("f", "a"))


def is_even(n):
    return n == 0 or is_odd(n - 1)


def is_odd(n):
    return n != 0 and is_even(n - 1)


print(is_even(10), is_odd(7), is_even(3))


def primes(limit):
    sieve = [True] * (limit + 1)
    sieve[0:2] = [False, False]
    for i in range(2, int(limit**0.5) + 1):
        if sieve[i]:
            for j in range(i * i, limit + 1, i):
                sieve[j] = False
    return [i for i, p in enumerate(sieve) if p]


print(primes(50))


def permutations(items):
    if len(items) <= 1:
        yield items
        return
    for i, item in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1 :]):
            yield [item, *rest]


print(["".join(p) for p in permutations(list("abc"))])


def memo(fn):
    cache = {}

    def wrapped(*args):
        if args not in cache:
            cache[args] = fn(*args)
        return cache[args]

    wrapped.cache = cache
    return wrapped


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))


class Node:
    def __init__(self, value, nxt=None):
        self.value, self.next = value, nxt


class LinkedList:
    def __init__(self, *values):
        self.head = None
        self.size = 0
        for v in values:
            self.push(v)

    def push(self, v):
        self.head = Node(v, self.head)
        self.size += 1

    def reverse(self):
        prev, cur = None, self.head
        while cur is not None:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __len__(self):
        return self.size


ll = LinkedList(1, 2, 3)
print(list(ll), list(ll.reverse()), len(ll), 2 in ll, bool(LinkedList()))


def parse(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()

    def expr():
        value = term()
        while tokens and tokens[0] in "+-":
            op = tokens.pop(0)
            right = term()
            value = value + right if op == "+" else value - right
        return value

    def term():
        value = factor()
        while tokens and tokens[0] in "*/":
            if tokens.pop(0) == "*":
                value *= factor()
            else:
                value /= factor()
        return value

    def factor():
        token = tokens.pop(0)
        if token == "(":
            value = expr()
            tokens.pop(0)
            return value
        return float(token)

    return expr()


print(parse("1 + 2 * (3 - 4) / 2"))
counts = {}
for word in "the cat the dog the end".split():
    counts[word] = counts.get(word, 0) + 1
for word, count in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])):
    print(f"{word:<5}{count:>3}")
board = [[0] * 3 for _ in range(3)]
board[1][1] = "x"
print(board, [row[:] for row in board] == board)


def solve(n, row=0, cols=(), out=None):
    out = [] if out is None else out
    if row == n:
        out.append(cols)
        return out
    for c in range(n):
        if all(c != cc and abs(c - cc) != row - r for r, cc in enumerate(cols)):
            solve(n, row + 1, cols + (c,), out)
    return out


print(len(solve(6)), solve(4))
