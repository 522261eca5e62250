from dataclasses import dataclass, field, asdict, replace
from typing import List, Optional


@dataclass(order=True)
class Item:
    name: str
    price: float
    quantity: int = 1
    tags: List[str] = field(default_factory=list, compare=False)

    @property
    def total(self) -> float:
        return self.price * self.quantity


@dataclass
class Inventory:
    items: List[Item] = field(default_factory=list)
    owner: Optional[str] = None

    def add(self, item: Item) -> None:
        self.items.append(item)

    def total(self) -> float:
        return sum(i.total for i in self.items)

    def __len__(self):
        return len(self.items)


inv = Inventory(owner="Ann")
inv.add(Item("pen", 1.5, 10, ["office"]))
inv.add(Item("book", 12.25))
inv.add(Item("apple", 0.3, 50))
print(inv)
print(len(inv), inv.total())
for item in sorted(inv.items):
    print(f"{item.name:<8}{item.price:>8.2f}{item.quantity:>5}{item.total:>10.2f}")
print(asdict(inv))
print(replace(inv.items[0], quantity=3) == inv.items[0], max(inv.items).name)
a, b = Item("x", 1.0), Item("x", 1.0, tags=["t"])
print(a == b, a < Item("y", 0.0), a.tags is Item("x", 1.0).tags)


@dataclass(frozen=True)
class Point:
    x: int
    y: int

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)


p = Point(1, 2)
print(p + Point(3, 4), {p: "here"}[Point(1, 2)], len({Point(0, 0), Point(0, 0)}))
try:
    p.x = 5
except Exception as e:
    print(type(e).__name__, e)


@dataclass
class Base:
    id: int

    def __post_init__(self):
        self.label = f"#{self.id}"


@dataclass
class Child(Base):
    name: str = "anon"

    def __post_init__(self):
        super().__post_init__()
        self.label += self.name


print(Child(1), Child(2, "bob").label, isinstance(Child(1), Base))
