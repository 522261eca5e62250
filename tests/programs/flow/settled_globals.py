"""Globals that are bound once, and those that only look so."""
import sys
from functools import lru_cache
import functools

SIZE = 7
RATE = 0.5
NAME = "taipan"
PAIR = (3, 4)


def early():
    return late() + 1


def late():
    return SIZE


def uses_missing():
    return missing(2)


def counts(n):
    return 0 if n == 0 else counts(n - 1) + SIZE


try:
    early_result = before_definition()
except NameError as error:
    print(error)


def calls_later():
    return defined_later() * 2


try:
    print(calls_later())
except NameError as error:
    print(error)


def defined_later():
    return 21


print(calls_later())

if len(sys.argv) > 5:
    def missing(x):
        return x

try:
    uses_missing()
except NameError as error:
    print(error)


def replaced():
    return "first"


def calls_replaced():
    return replaced()


print(calls_replaced())


def replaced():
    return "second"


print(calls_replaced())


def rebound_by_global():
    return 1


def rebind():
    global rebound_by_global
    rebound_by_global = lambda: 2


def call_rebound():
    return rebound_by_global()


print(call_rebound())
rebind()
print(call_rebound())


def deleted():
    return 5


def call_deleted():
    return deleted()


print(call_deleted())
del deleted
try:
    call_deleted()
except NameError as error:
    print(error)


class Base:
    def __init_subclass__(cls):
        print("made", cls.__name__, helper_of_class())


def helper_of_class():
    try:
        return bound_after_class()
    except NameError as error:
        return str(error)


class Derived(Base):
    pass


def bound_after_class():
    return "bound"


class Again(Base):
    pass


@lru_cache(maxsize=None)
def cached(n):
    return n if n < 2 else cached(n - 1) + cached(n - 2)


@functools.lru_cache(None)
def also_cached(n):
    return n + after_cached(n)


def after_cached(n):
    return n * SIZE


class Sorted:
    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return key_of(self) < key_of(other)


def key_of(x):
    return x.key + offset_of(x)


items = [Sorted(3), Sorted(1)]
try:
    print([x.key for x in sorted(items)])
except NameError as error:
    print(error)


def offset_of(x):
    return 0


print([x.key for x in sorted(items)])


def generator():
    yield from inner_generator()


def inner_generator():
    yield SIZE
    yield NAME


print(early(), counts(50), cached(30), also_cached(3), RATE * 3, list(generator()), PAIR[1])

for number in range(3):
    def in_loop():
        return number
    print(in_loop())


def shadowing(sum):
    return sum


def len_user():
    return len("abc")


print(len_user())


def len(x):
    return 99


print(len_user())
