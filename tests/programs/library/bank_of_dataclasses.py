from dataclasses import dataclass, field
from typing import List, Dict, Tuple, Optional, Union, Any, Callable
import random
@dataclass
class Account:
    owner: str
    balance: float = 0.0
    history: List[Tuple[str, float]] = field(default_factory=list)
    def deposit(self, amount: float) -> None:
        if amount <= 0: raise ValueError("Deposit must be positive")
        self.balance += amount; self.history.append(("deposit", amount))
    def withdraw(self, amount: float) -> None:
        if amount > self.balance: raise InsufficientFunds(self, amount)
        self.balance -= amount; self.history.append(("withdraw", amount))
class InsufficientFunds(Exception):
    def __init__(self, acct, amount):
        super().__init__(f"{acct.owner} has {acct.balance:.2f}, needs {amount:.2f}")
        self.acct = acct
class Bank:
    def __init__(self) -> None: self.accounts: Dict[str, Account] = {}
    def open(self, owner: str, initial: float = 0) -> Account:
        a = self.accounts[owner] = Account(owner, initial); return a
    def transfer(self, a: str, b: str, amt: float) -> bool:
        try: self.accounts[a].withdraw(amt)
        except InsufficientFunds as e: print("failed:", e); return False
        except KeyError as e: print("no account", e); return False
        else: self.accounts[b].deposit(amt); return True
        finally: print("done", a, b)
bank = Bank(); bank.open("ann", 100); bank.open("bob")
print(bank.transfer("ann", "bob", 30), bank.transfer("bob", "ann", 50), bank.transfer("zed", "ann", 1))
for a in bank.accounts.values(): print(a)
@dataclass(frozen=True)
class Vec:
    x: float
    y: float
    def __add__(self, o: "Vec") -> "Vec": return Vec(self.x + o.x, self.y + o.y)
    def __mul__(self, k: Union[int, float]) -> "Vec": return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __abs__(self) -> float: return (self.x ** 2 + self.y ** 2) ** 0.5
    @classmethod
    def zero(cls): return cls(0, 0)
v = Vec(1, 2) + 3 * Vec(1, 1); print(v, abs(Vec(3, 4)), Vec.zero() == Vec(0, 0), {Vec(1, 2): 'a'}[Vec(1, 2)], sum([Vec(1, 1)] * 3, Vec.zero()))
@dataclass
class Tree:
    value: int
    left: Optional["Tree"] = None
    right: Optional["Tree"] = None
    def insert(self, v: int) -> "Tree":
        if v < self.value: self.left = self.left.insert(v) if self.left else Tree(v)
        else: self.right = self.right.insert(v) if self.right else Tree(v)
        return self
    def __iter__(self):
        if self.left: yield from self.left
        yield self.value
        if self.right: yield from self.right
t = Tree(5)
for x in [3, 8, 1, 4, 9]: t.insert(x)
print(list(t)); print(t)
@dataclass
class Base:
    name: str
    def greet(self): return f"I am {self.name}"
@dataclass
class Child(Base):
    age: int = 0
    def __post_init__(self): self.name = self.name.title()
    def greet(self): return super().greet() + f", {self.age}"
print(Child("joe", 5).greet(), Child("a") == Child("a"), Child("a") != Base("A"))
from dataclasses import fields, asdict, astuple
print([f.name for f in fields(Child)], asdict(Child("z", 1)), astuple(Vec(1.5, 2)))
acct = bank.accounts["bob"]
try: acct.deposit(-5)
except ValueError as e: print(repr(e))
acct.withdraw(1000)
