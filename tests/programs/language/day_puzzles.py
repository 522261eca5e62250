from collections import Counter, defaultdict, deque
import heapq, sys
GRID = """\
#########
#S..#...#
#.#.#.#.#
#.#...#E#
#########"""
grid = {(r, c): ch for r, row in enumerate(GRID.splitlines()) for c, ch in enumerate(row)}
start = next(p for p, ch in grid.items() if ch == "S")
end, = (p for p, ch in grid.items() if ch == "E")
q, dist = deque([start]), {start: 0}
while q:
    r, c = cur = q.popleft()
    if cur == end: break
    for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        nxt = r + dr, c + dc
        if grid.get(nxt, "#") != "#" and nxt not in dist:
            dist[nxt] = dist[cur] + 1
            q.append(nxt)
print(dist[end], len(dist))
DATA = """
move 1 from 2 to 1
move 3 from 1 to 3
move 2 from 2 to 1
move 1 from 1 to 2
"""
stacks = {1: list("ZN"), 2: list("MCD"), 3: ["P"]}
for line in DATA.strip().split("\n"):
    n, a, b = (int(w) for w in line.split()[1::2])
    stacks[b] += [stacks[a].pop() for _ in range(n)]
print("".join(s[-1] for s in stacks.values()), stacks)
prog = [3, 9, 8, 9, 10, 9, 4, 9, 99, -1, 8]
class IntCode:
    def __init__(self, mem, inputs=()): self.mem, self.ip, self.inputs, self.out = list(mem), 0, iter(inputs), []
    def param(self, n):
        mode = self.mem[self.ip] // 10 ** (n + 1) % 10
        v = self.mem[self.ip + n]
        return v if mode else self.mem[v]
    def run(self):
        while (op := self.mem[self.ip] % 100) != 99:
            m = self.mem
            match op:
                case 1: m[m[self.ip + 3]] = self.param(1) + self.param(2); self.ip += 4
                case 2: m[m[self.ip + 3]] = self.param(1) * self.param(2); self.ip += 4
                case 3: m[m[self.ip + 1]] = next(self.inputs); self.ip += 2
                case 4: self.out.append(self.param(1)); self.ip += 2
                case 7 | 8 as o:
                    a, b = self.param(1), self.param(2)
                    m[m[self.ip + 3]] = int(a < b if o == 7 else a == b); self.ip += 4
                case _: raise ValueError(f"bad op {op} at {self.ip}")
        return self.out
print(IntCode(prog, [8]).run(), IntCode(prog, [7]).run())
tree = defaultdict(int); path = []
for line in "$ cd /|$ ls|dir a|14 b.txt|$ cd a|29 f|2557 g|$ cd ..|$ cd d|100 x".split("|"):
    match line.split():
        case ["$", "cd", ".."]: path.pop()
        case ["$", "cd", d]: path.append(d)
        case ["$", "ls"] | ["dir", _]: pass
        case [size, _]:
            for i in range(len(path)): tree["/".join(path[:i + 1])] += int(size)
print(dict(tree), sum(v for v in tree.values() if v < 2600))
pts = {(0, 0)}; hx = hy = tx = ty = 0
for mv in ["R 4", "U 4", "L 3", "D 1", "R 4", "D 1", "L 5", "R 2"]:
    d, n = mv.split()
    for _ in range(int(n)):
        hx += {"R": 1, "L": -1}.get(d, 0); hy += {"U": 1, "D": -1}.get(d, 0)
        if max(abs(hx - tx), abs(hy - ty)) > 1:
            tx += (hx > tx) - (hx < tx); ty += (hy > ty) - (hy < ty)
        pts.add((tx, ty))
print(len(pts), min(pts), max(pts))
def hash_(s): 
    h = 0
    for ch in s: h = (h + ord(ch)) * 17 % 256
    return h
boxes = [{} for _ in range(256)]
for step in "rn=1,cm-,qp=3,cm=2,qp-,pc=4,ot=9,ab=5,pc-,pc=6,ot=7".split(","):
    if step[-1] == "-": boxes[hash_(step[:-1])].pop(step[:-1], None)
    else:
        l, f = step.split("="); boxes[hash_(l)][l] = int(f)
print(sum((i + 1) * j * f for i, b in enumerate(boxes) for j, f in enumerate(b.values(), 1)))
hands = [("32T3K", 765), ("T55J5", 684), ("KK677", 28), ("KTJJT", 220), ("QQQJA", 483)]
key = lambda h: (sorted(Counter(h[0]).values(), reverse=True), ["23456789TJQKA".index(c) for c in h[0]])
print(sum(r * b for r, (_, b) in enumerate(sorted(hands, key=key), 1)), [h for h, _ in sorted(hands, key=key)])
pairs = "[1,1,3,1,1] [1,1,5,1,1];[[1],[2,3,4]] [[1],4];[9] [[8,7,6]];[] [3]"
def parse(s):
    def p(i):
        if s[i] == "[":
            out = []; i += 1
            while s[i] != "]":
                v, i = p(i); out.append(v)
                if s[i] == ",": i += 1
            return out, i + 1
        j = i
        while s[j].isdigit(): j += 1
        return int(s[i:j]), j
    return p(0)[0]
def cmp(a, b):
    match a, b:
        case int(), int(): return (a > b) - (a < b)
        case list(), list():
            for x, y in zip(a, b):
                if c := cmp(x, y): return c
            return cmp(len(a), len(b))
        case int(), _: return cmp([a], b)
        case _: return cmp(a, [b])
for i, pr in enumerate(pairs.split(";"), 1):
    a, b = map(parse, pr.split()); print(i, a, b, cmp(a, b))
rows = ["".join("#" if (x * y) % 3 == 1 else "." for x in range(8)) for y in range(4)]
print("\n".join(rows)); print(*map("".join, zip(*rows)), sep="\n")
print(*[[*r] for r in zip(*[iter(range(6))] * 3)])
print(f"{'Part':<10}|{'Answer':>8}", "-" * 19, *(f"{k:<10}|{v:>8}" for k, v in {"one": 1, "two": 22}.items()), sep="\n")
print(max(Counter("abracadabra").most_common(), key=lambda t: (t[1], t[0])), Counter("aab") - Counter("ab"), Counter("ab") & Counter("b"), sum(Counter("aab").values()), sorted(Counter("hello").elements()))
