def inner(x):
    return [1, 2, 3][x]


def middle(x):
    total = inner(0) + inner(
        x
    )
    return total


class Runner:
    def run(self, x):
        return middle(x)


print("start")
Runner().run(
    7)
