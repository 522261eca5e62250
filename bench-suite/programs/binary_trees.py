"""Trees built, walked and dropped: allocation."""


class Tree:
    def __init__(self, left, right):
        self.left = left
        self.right = right

    def check(self):
        if self.left is None:
            return 1
        return 1 + self.left.check() + self.right.check()


def build(depth):
    if depth == 0:
        return Tree(None, None)
    return Tree(build(depth - 1), build(depth - 1))


DEPTH = 14
kept = build(DEPTH)
for depth in range(4, DEPTH + 1, 2):
    count = 1 << (DEPTH - depth + 4)
    total = 0
    for _ in range(count):
        total += build(depth).check()
    print(f"{count} trees of depth {depth} check: {total}")
print(f"kept tree of depth {DEPTH} check: {kept.check()}")
