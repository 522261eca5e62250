"""A bank simulation."""
from dataclasses import dataclass, field
from enum import Enum, auto
from collections import defaultdict
import functools

class Kind(Enum):
    DEPOSIT = auto()
    WITHDRAW = auto()
    TRANSFER = auto()

class BankError(Exception):
    """Base."""

class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner!r} has only {account.balance:.2f}, wanted {amount:,.2f}")
        self.account = account
        self.amount = amount

@dataclass
class Account:
    owner: str
    balance: float = 0.0
    history: list[tuple[Kind, float]] = field(default_factory=list, repr=False)

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append((Kind.DEPOSIT, amount))

    def withdraw(self, amount):
        if amount > self.balance:
            raise InsufficientFunds(self, amount)
        self.balance -= amount
        self.history.append((Kind.WITHDRAW, amount))

@dataclass(order=True, frozen=True)
class Money:
    amount: int
    currency: str = "EUR"
    def __add__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.amount + other.amount, self.currency)

def logged(fn):
    @functools.wraps(fn)
    def wrapper(*args, **kwargs):
        print(f"-> {fn.__name__}{args[1:]}{kwargs or ''}")
        return fn(*args, **kwargs)
    return wrapper

class Bank:
    def __init__(self):
        self.accounts = {}
        self.totals = defaultdict(float)
    @logged
    def open(self, owner, initial=0):
        self.accounts[owner] = Account(owner, initial)
        return self.accounts[owner]
    @logged
    def transfer(self, a, b, amount):
        try:
            self.accounts[a].withdraw(amount)
        except InsufficientFunds as e:
            print("failed:", e, e.args)
            raise BankError("transfer failed") from e
        else:
            self.accounts[b].deposit(amount)
        finally:
            self.totals[a] += amount
b = Bank()
b.open("ann", initial=100)
b.open("bob")
b.transfer("ann", "bob", 30.5)
print(b.accounts)
try:
    b.transfer("ann", "bob", 1000)
except BankError as e:
    print(repr(e), repr(e.__cause__), e.__context__ is e.__cause__, e.__suppress_context__)
print(dict(b.totals), b.totals)
print(Money(3) + Money(4), Money(1) < Money(2), sorted([Money(3), Money(1, "USD"), Money(1)]))
try:
    Money(1).amount = 3
except Exception as e:
    print(type(e), e)
try:
    Money(1) + 3
except TypeError as e:
    print(e)
print(b.accounts["ann"].history, Kind.DEPOSIT, repr(Kind["WITHDRAW"]), list(Kind), Kind(3))
print(Bank.open.__name__, Bank.__doc__, __doc__)
b.transfer("nobody", "ann", 3)
