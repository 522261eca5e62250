"""A small bank: classes, properties, exceptions, generators, formatted output."""

from collections import defaultdict
from dataclasses import dataclass, field


class BankError(Exception):
    """Something the bank refuses to do."""


class InsufficientFunds(BankError):
    def __init__(self, account, amount):
        super().__init__(f"{account.owner} has {account.balance:.2f}, needs {amount:.2f}")
        self.missing = amount - account.balance


@dataclass(order=True)
class Transaction:
    day: int
    kind: str = field(compare=False)
    amount: float = field(compare=False)


class Account:
    interest = 0.0

    def __init__(self, owner, balance=0.0):
        self.owner = owner
        self._balance = balance
        self.history = []

    @property
    def balance(self):
        return self._balance

    def deposit(self, amount, day=0):
        if amount <= 0:
            raise ValueError(f"cannot deposit {amount!r}")
        self._balance += amount
        self.history.append(Transaction(day, "deposit", amount))

    def withdraw(self, amount, day=0):
        if amount > self._balance:
            raise InsufficientFunds(self, amount)
        self._balance -= amount
        self.history.append(Transaction(day, "withdrawal", amount))

    def __repr__(self):
        return f"<{type(self).__name__} {self.owner}: {self.balance:,.2f}>"


class Savings(Account):
    interest = 0.03

    def add_interest(self, day):
        self.deposit(self.balance * self.interest, day)


class Bank:
    def __init__(self):
        self.accounts = {}

    def open(self, kind, owner, balance=0.0):
        account = self.accounts[owner] = kind(owner, balance)
        return account

    def transfer(self, source, target, amount, day):
        self.accounts[source].withdraw(amount, day)
        self.accounts[target].deposit(amount, day)

    def statements(self):
        for owner, account in sorted(self.accounts.items()):
            totals = defaultdict(float)
            for transaction in sorted(account.history):
                totals[transaction.kind] += transaction.amount
            yield owner, dict(totals), account


def main():
    bank = Bank()
    bank.open(Account, "Ada", 120)
    bank.open(Savings, "Grace", 1_000)
    bank.open(Account, "Linus")
    plan = [("Grace", "Ada", 250), ("Ada", "Linus", 99.5), ("Linus", "Grace", 500)]
    for day, (source, target, amount) in enumerate(plan, start=1):
        try:
            bank.transfer(source, target, amount, day)
        except InsufficientFunds as error:
            print(f"day {day}: refused: {error} (missing {error.missing:.2f})")
        else:
            print(f"day {day}: {source} -> {target}: {amount:>8.2f}")
    for account in bank.accounts.values():
        match account:
            case Savings():
                account.add_interest(day=30)
            case Account(balance=0):
                print(account.owner, "is broke")
    print(f"{'owner':<8}|{'in':^12}|{'out':^12}|{'balance':>12}")
    for owner, totals, account in bank.statements():
        received, spent = totals.get("deposit", 0), totals.get("withdrawal", 0)
        print(f"{owner:<8}|{received:^12.2f}|{spent:^12.2f}|{account.balance:>12,.2f}")
    print(list(bank.accounts.values()))


main()
