"""Lists in fields that a loop reads: marked, replaced, deleted, of another type."""


class Grid:
    def __init__(self, n):
        self.n = n
        self.cells = [i * 7 % 13 for i in range(n)]
        self.count = 0
        self.rows = [[float(i + j) for j in range(n)] for i in range(n)]

    def total(self):
        t = 0
        for i in range(self.n):
            t += self.cells[i]
        return t

    def mark(self):
        for i in range(1, self.n):
            if self.cells[i] > self.cells[i - 1]:
                self.count += 1
                self.cells[i] = 3
        return self.count

    def row(self, y):
        t = 0.0
        for x in range(self.n):
            t += self.rows[y][x]
        return t

    def swap(self, other):
        t = 0
        for i in range(self.n):
            t += self.cells[i]
            if i == 4:
                self.cells = other
        return t


g = Grid(40)
s = 0
for _ in range(30):
    s += g.total() + g.mark()
print(s, g.cells, g.row(3), g.swap([1] * 40), g.cells[:3])
h = Grid(3)
h.cells = (1, 2, 3)
print(h.total())
del h.cells
try:
    h.total()
except AttributeError as e:
    print(e)
h.__dict__["cells"] = [1, 2.5, True]
print(h.total())
h.cells = [1, 2]
h.total()
