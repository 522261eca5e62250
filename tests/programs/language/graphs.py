import heapq
from collections import deque, defaultdict, Counter
from typing import Dict, List, Optional, Tuple
class Graph:
    def __init__(self, directed=False):
        self.adj: Dict[str, List[Tuple[str, int]]] = defaultdict(list)
        self.directed = directed
    def add_edge(self, u, v, w=1):
        self.adj[u].append((v, w))
        if not self.directed:
            self.adj[v].append((u, w))
        else:
            self.adj[v]
        return self
    def dijkstra(self, src):
        dist = {n: float('inf') for n in self.adj}
        dist[src] = 0
        prev: Dict[str, Optional[str]] = {src: None}
        pq = [(0, src)]
        while pq:
            d, u = heapq.heappop(pq)
            if d > dist[u]: continue
            for v, w in self.adj[u]:
                nd = d + w
                if nd < dist[v]:
                    dist[v] = nd; prev[v] = u
                    heapq.heappush(pq, (nd, v))
        return dist, prev
    def bfs(self, s):
        seen = {s}; q = deque([s]); order = []
        while q:
            u = q.popleft(); order.append(u)
            for v, _ in self.adj[u]:
                if v not in seen:
                    seen.add(v); q.append(v)
        return order
    def dfs(self, s, seen=None):
        seen = seen if seen is not None else set()
        seen.add(s); yield s
        for v, _ in sorted(self.adj[s]):
            if v not in seen:
                yield from self.dfs(v, seen)
    def topo(self):
        indeg = Counter()
        for u in self.adj:
            for v, _ in self.adj[u]: indeg[v] += 1
        q = deque(u for u in self.adj if not indeg[u])
        out = []
        while q:
            u = q.popleft(); out.append(u)
            for v, _ in self.adj[u]:
                indeg[v] -= 1
                if not indeg[v]: q.append(v)
        if len(out) != len(self.adj): raise ValueError("cycle")
        return out
g = Graph()
for e in "A-B:4 A-C:2 B-C:1 B-D:5 C-D:8 C-E:10 D-E:2 D-F:6 E-F:3".split():
    uv, w = e.split(":"); u, v = uv.split("-")
    g.add_edge(u, v, int(w))
d, p = g.dijkstra("A")
print(d); print(p)
node, path = "F", []
while node: path.append(node); node = p[node]
print(" -> ".join(reversed(path)))
print(g.bfs("A"), list(g.dfs("A")))
dg = Graph(True).add_edge("x", "y").add_edge("y", "z").add_edge("x", "z")
print(dg.topo())
dg.add_edge("z", "x")
try: dg.topo()
except ValueError as ex: print("error:", ex)
class UF:
    def __init__(self, n): self.p = list(range(n)); self.r = [0]*n
    def find(self, x):
        while self.p[x] != x:
            self.p[x] = self.p[self.p[x]]; x = self.p[x]
        return x
    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b: return False
        if self.r[a] < self.r[b]: a, b = b, a
        self.p[b] = a; self.r[a] += self.r[a] == self.r[b]
        return True
edges = sorted((w, u, v) for u in g.adj for v, w in g.adj[u] if u < v)
ids = {n: i for i, n in enumerate(g.adj)}
uf = UF(len(ids))
mst = [(u, v, w) for w, u, v in edges if uf.union(ids[u], ids[v])]
print(mst, sum(w for *_, w in mst))
n = 5
INF = float("inf")
m = [[0 if i == j else INF for j in range(n)] for i in range(n)]
for i, j, w in [(0,1,3),(1,2,-2),(2,3,2),(3,1,1),(0,4,7)]: m[i][j] = w
for k in range(n):
    for i in range(n):
        for j in range(n):
            m[i][j] = min(m[i][j], m[i][k] + m[k][j])
for row in m: print(*("∞" if x == INF else x for x in row), sep="\t")
