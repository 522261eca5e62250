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


def main():
    deepest = 18
    kept = build(deepest)
    for depth in range(6, deepest + 1, 4):
        count = 1 << (deepest - depth)
        total = 0
        for _ in range(count):
            total += build(depth).check()
        print(f"{count} trees of depth {depth} check: {total}")
        assert total == count * (2 ** (depth + 1) - 1)
    print(f"kept tree of depth {deepest} check: {kept.check()}")


main()
