# A builtin that something else stands in for is called with the generator.
import builtins


def total(xs):
    return sum(x for x in xs)


def largest(xs):
    return max(x for x in xs)


def every(xs):
    return all(x for x in xs)


setattr(builtins, "sum", lambda xs: ["sum", type(xs).__name__])
builtins.max = lambda xs: ["max", type(xs).__name__]
builtins.__dict__["all"] = lambda xs: ["all", type(xs).__name__]
print(total([1, 2]), largest([1, 2]), every([1, 0]))
