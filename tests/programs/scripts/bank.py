"""A bank simulation: accounts, transactions, interest, an audit; exact decimal amounts in cents."""
from __future__ import annotations

import heapq
import itertools
import random
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict, deque, namedtuple
from contextlib import contextmanager
from fractions import Fraction
from functools import lru_cache, reduce, total_ordering

Entry = namedtuple("Entry", "day kind amount balance", defaults=(0,))


class BankError(Exception):
    code = 1


class InsufficientFunds(BankError):
    code = 2

    def __init__(self, account, needed):
        self.account, self.needed = account, needed
        super().__init__(account.number, needed)

    def __str__(self):
        return f"account {self.account.number} lacks {money(self.needed)}"


class Frozen(BankError):
    pass


def money(cents: int) -> str:
    sign = "-" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    return f"{sign}€{euros:,}.{rest:02d}"


@total_ordering
class Account(ABC):
    _numbers = itertools.count(1001)
    registry: dict[int, Account] = {}

    def __init_subclass__(cls, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.kind = cls.__name__.removesuffix("Account").lower()

    def __init__(self, owner, balance=0):
        self.number = next(self._numbers)
        self.owner = owner
        self._balance = balance
        self.history = deque(maxlen=4)
        self.frozen = False
        Account.registry[self.number] = self

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if self.frozen:
            raise Frozen(f"account {self.number} is frozen")
        if value < self.limit():
            raise InsufficientFunds(self, self.limit() - value)
        self._balance = value

    @abstractmethod
    def limit(self):
        """The lowest balance allowed."""

    @abstractmethod
    def interest(self) -> Fraction:
        ...

    def book(self, day, kind, amount):
        self.balance += amount
        self.history.append(Entry(day, kind, amount, self._balance))

    def accrue(self, day):
        gain = int(self._balance * self.interest())
        if gain:
            self.book(day, "interest", gain)
        return gain

    def __eq__(self, other):
        return self.number == other.number if isinstance(other, Account) else NotImplemented

    def __lt__(self, other):
        return (self._balance, self.number) < (other._balance, other.number)

    def __hash__(self):
        return hash(self.number)

    def __repr__(self):
        return f"<{type(self).__name__} {self.number} {self.owner} {money(self._balance)}>"


class CheckingAccount(Account):
    def __init__(self, owner, balance=0, *, overdraft=0):
        super().__init__(owner, balance)
        self.overdraft = overdraft

    def limit(self):
        return -self.overdraft

    def interest(self):
        return Fraction(-1, 50) if self._balance < 0 else Fraction(0)


class SavingsAccount(Account):
    def limit(self):
        return 0

    def interest(self):
        return rate(self._balance // 100_000)


@lru_cache(maxsize=None)
def rate(bracket):
    return Fraction(1, 200) + Fraction(min(bracket, 5), 1000)


class Bank:
    def __init__(self, name):
        self.name = name
        self.accounts: OrderedDict[int, Account] = OrderedDict()
        self.queue = []
        self.day = 0
        self.failed = Counter()
        self._sequence = itertools.count()

    def open(self, cls, owner, *args, **kwargs):
        account = cls(owner, *args, **kwargs)
        self.accounts[account.number] = account
        return account

    @contextmanager
    def transaction(self, *accounts):
        saved = [(a, a._balance, tuple(a.history)) for a in accounts]
        try:
            yield self
        except BankError as e:
            for account, balance, history in saved:
                account._balance = balance
                account.history.clear()
                account.history.extend(history)
            self.failed[type(e).__name__] += 1
            raise

    def transfer(self, source, target, amount):
        if amount <= 0:
            raise ValueError(f"bad amount: {amount}")
        with self.transaction(source, target):
            target.book(self.day, "in", amount)
            source.book(self.day, "out", -amount)

    def schedule(self, day, action, *args):
        heapq.heappush(self.queue, (day, next(self._sequence), action, args))

    def run(self, until):
        while self.queue and self.queue[0][0] <= until:
            self.day, _, action, args = heapq.heappop(self.queue)
            try:
                action(*args)
            except BankError as e:
                print(f"day {self.day:3}: {e} (code {e.code})")
            except ValueError as e:
                print(f"day {self.day:3}: rejected, {e}")
        self.day = until

    def month_end(self, month):
        total = sum(a.accrue(self.day) for a in self.accounts.values())
        print(f"day {self.day:3}: month {month} interest {money(total)}")
        if month < 3:
            self.schedule(self.day + 30, self.month_end, month + 1)

    @property
    def total(self):
        return reduce(lambda acc, a: acc + a.balance, self.accounts.values(), 0)


def main():
    bank = Bank("First Python")
    rng = random.Random(2024)
    people = ["Ann", "Bob", "Cid", "Dee"]
    for i, person in enumerate(people):
        bank.open(CheckingAccount, person, 50_000 * (i + 1), overdraft=20_000)
        bank.open(SavingsAccount, person, balance=rng.randrange(10_000, 900_000, 100))
    accounts = list(bank.accounts.values())
    print(*accounts, sep="\n")
    before = bank.total
    for _ in range(60):
        source, target = rng.sample(accounts, 2)
        amount = rng.choice([-5, 0, 1_000, 25_000, 250_000])
        bank.schedule(rng.randint(1, 90), bank.transfer, source, target, amount)
    bank.schedule(30, bank.month_end, 1)
    bank.schedule(45, setattr, accounts[3], "frozen", True)
    bank.schedule(70, setattr, accounts[3], "frozen", False)
    bank.run(100)

    print("\nfailures:", dict(sorted(bank.failed.items())))
    print("ranking:")
    for place, account in enumerate(sorted(accounts, reverse=True), 1):
        last = account.history[-1] if account.history else None
        print(f"{place}. {account.kind:<9}{account.owner} {money(account.balance):>14} last={last}")
    by_owner = {p: sum(a.balance for a in accounts if a.owner == p) for p in people}
    richest = max(by_owner, key=by_owner.get)
    print(f"{richest} owns {Fraction(by_owner[richest], bank.total).limit_denominator(100)} of {money(bank.total)}")
    print("growth", money(bank.total - before), "rate cache", rate.cache_info())
    try:
        Account("nobody")
    except TypeError as e:
        print("TypeError:", e)
    print(accounts[0] == accounts[0], accounts[0] == 3, accounts[0] in Account.registry.values())
    print(Entry(1, "x", 5), Entry._fields, Entry(1, "x", 5)._replace(day=9)._asdict())


main()
