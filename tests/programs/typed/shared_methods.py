# One method that several classes share, called with arguments that are looked at between look-up and call.
class Account:
    def __init__(self, balance):
        self.balance = balance
    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount
        return True
class Savings(Account):
    def __init__(self, balance, rate):
        super().__init__(balance)
        self.rate = rate
    def fee(self, n):
        return n * 2
class Checking(Account):
    def fee(self, n):
        return n + 1
def change(n):
    if n == 3:
        Checking.withdraw = lambda self, amount: "changed"
    if n == 7:
        del Checking.withdraw
    if n == 11:
        Account.withdraw = lambda self, amount: "all"
    return n % 5
def main():
    accounts = [Account(100), Savings(200, 0.5), Checking(300)]
    for n in range(14):
        print([a.withdraw(n % 7) for a in accounts], end=" ")
        print([a.withdraw(change(n)) for a in accounts])
    accounts = [Savings(1, 2), Checking(3)]
    print([a.fee(a.withdraw(n // (n + 1)) + 0.5 if n % 2 else n) for n in range(6) for a in accounts[:1]])
    pass
    print([a.withdraw(n % 7) for a in accounts for n in range(2)])
main()
