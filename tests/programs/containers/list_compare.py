# Lexicographic comparison, with the identity shortcut, and what operators give back.
print([1, 2] < [1, 3], [1, 2] < [1, 2, 0], [] < [0], [2] > [1, 9], [1] <= [1], [1] >= [1, 0])
print([1, 2] == [1, 2], [1, 2] != [1, 2], [1] == (1,), [1] == [1.0] == [True], [] == [])
nan = float("nan")
print([nan] == [nan], nan == nan, nan in [nan], (nan,) == (nan,), [nan].index(nan), [nan].count(nan))
print((1, 2) < (1, 2, 3), (1, "a") < (2, 1), () < (1,), (1, (2, 3)) < (1, (2, 4)))


class Eq:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        print(self.name, "==", getattr(other, "name", other))
        return False

    __hash__ = None


a, b = Eq("a"), Eq("b")
print([a] == [a], [a] == [b], [a, b] == [a], a in [b, 1], [a].count(b))
print((a, b) == (a, b), (b, a) != (b, a))


class Odd:
    def __eq__(self, other):
        return "yes"

    def __lt__(self, other):
        return "less"


print([Odd()] == [Odd()], [Odd()] < [Odd()], (Odd(), 1) < (Odd(), 2))
try:
    print([1, "a"] < [1, 2])
except TypeError as e:
    print(e)
try:
    print((None,) < (None, 1), (None,) < (1,))
except TypeError as e:
    print(e)
