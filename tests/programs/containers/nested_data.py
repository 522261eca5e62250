# A program of nested containers: building, walking, changing.
inventory = {
    "fruit": {"apple": [3, 0.5], "pear": [1, 0.75]},
    "tools": {"hammer": [2, 12.0]},
}
for kind, goods in inventory.items():
    for name, (count, price) in goods.items():
        print(f"{kind:>6} {name:<8} {count:3d} {price:6.2f} {count * price:7.2f}")
inventory["fruit"]["apple"][0] += 5
inventory.setdefault("books", {})["novel"] = [1, 9.99]
total = sum(c * p for goods in inventory.values() for c, p in goods.values())
print(round(total, 2), {k: len(v) for k, v in inventory.items()})
grid = [[0] * 5 for _ in range(3)]
for r in range(3):
    for c in range(5):
        grid[r][c] = r * c
grid[1][2:4] = ["x", "y"]
print(grid, [row[1] for row in grid], list(zip(*grid)), [list(col) for col in zip(*grid)][0])
flat = [x for row in grid for x in row if isinstance(x, int)]
print(flat, max(flat), sum(flat))
graph = {"a": {"b", "c"}, "b": {"d"}, "c": {"d"}, "d": set()}


def paths(node, goal, seen=()):
    if node == goal:
        return [seen + (node,)]
    return [p for n in sorted(graph[node]) if n not in seen for p in paths(n, goal, seen + (node,))]


print(paths("a", "d"))
order, todo = [], ["a"]
while todo:
    n = todo.pop(0)
    if n not in order:
        order.append(n)
        todo.extend(sorted(graph[n]))
print(order)
memo = {}


def fib(n):
    if n < 2:
        return n
    if n not in memo:
        memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]


print(fib(90), len(memo), list(memo.items())[:3])
words = "it was the best of times it was the worst of times".split()
index = {}
for i, w in enumerate(words):
    index.setdefault(w, []).append(i)
print(index, sorted(index, key=lambda w: (-len(index[w]), w))[:3])
matrix = [[1, 2], [3, 4]]
product = [[sum(a * b for a, b in zip(row, col)) for col in zip(*matrix)] for row in matrix]
print(product, sum(matrix, []), [*map(list, zip(*matrix[::-1]))])
tree = (1, [(2, []), (3, [(4, [])])])


def depth(t):
    return 1 + max((depth(c) for c in t[1]), default=0)


print(depth(tree), {tuple(sorted(w)): w for w in words}, [(i, j) for i in range(3) for j in range(i)])
queue = [(3, "c"), (1, "a"), (2, "b")]
queue.sort()
while queue:
    priority, item = queue.pop(0)
    print(priority, item, end=" ")
    if priority == 1:
        queue.append((5, "z"))
print()
sieve = [True] * 50
sieve[0:2] = [False, False]
for i in range(2, 8):
    if sieve[i]:
        sieve[i * i :: i] = [False] * len(sieve[i * i :: i])
print([i for i, p in enumerate(sieve) if p])
