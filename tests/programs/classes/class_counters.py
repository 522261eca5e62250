"""Class attributes that are counted up, replaced by other kinds of things, and seen by instances and subclasses; named
tuples made by every way of calling their class."""

from collections import namedtuple
from typing import NamedTuple


class Account:
    count = 0
    limit = 10
    rate = 1.5
    log = []

    def __init__(self):
        Account.count += 1
        self.number = Account.count

    def over(self, n):
        return n > self.limit


class Savings(Account):
    pass


def total(n):
    seen = 0
    for i in range(n):
        account = Savings() if i % 2 else Account()
        seen += account.number + account.count + (1 if account.over(i) else 0)
    return seen


def change_limit(account):
    before = [account.over(n) for n in (5, 15)]
    Account.limit = 3
    middle = [account.over(n) for n in (5, 15)]
    Savings.limit = 100
    after = [account.over(n) for n in (5, 15)]
    del Savings.limit
    return before, middle, after, [account.over(n) for n in (5, 15)]


def replaced_by_function(account):
    Account.rate = 2.5
    first = account.rate
    Account.rate = lambda self: self.number
    second = account.rate()
    Account.rate = property(lambda self: -self.number)
    third = account.rate
    Account.rate = "text"
    return first, second, third, account.rate, Savings.rate


def hidden_field(account):
    Account.number = 99
    Savings.number = 98
    before = account.number
    Savings.number = 97
    del account.number
    return before, account.number


Pair = namedtuple("Pair", "a b", defaults=[7])


class Triple(NamedTuple):
    x: int
    y: int = 2
    z: str = "z"

    def sum(self):
        return self.x + self.y


class Sub(Pair):
    def __new__(cls, a):
        return super().__new__(cls, a, a * 2)


def tuples():
    made = [Pair(1), Pair(1, 2), Pair(b=1, a=2), Pair(*[3, 4]), Pair._make((5, 6)), Sub(4), Pair(1)._replace(b=8)]
    made.append(Pair.__new__(Pair, 1, 2))
    made.append(Triple(1))
    made.append(Triple(1, z="q"))
    try:
        Pair()
    except TypeError as error:
        print(error)
    try:
        object.__new__(Pair, 1)
    except TypeError as error:
        print(error)
    try:
        tuple.__new__(int)
    except TypeError as error:
        print(error)
    print(made, [type(t).__name__ for t in made], Triple(3).sum(), Pair(1, 2) == (1, 2), hash(Pair(1, 2)) == hash((1, 2)))


def main():
    print(total(20), Account.count, Savings.count)
    account = Savings()
    print(change_limit(account))
    print(replaced_by_function(account))
    print(hidden_field(account))
    tuples()
    Savings.count = 1000
    Savings()
    print(Account.count, Savings.count)


main()
