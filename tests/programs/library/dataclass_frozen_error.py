from dataclasses import dataclass
@dataclass(frozen=True)
class A:
    x: int
    y: int = 0
a = A(1)
print(a == A(1), hash(a) == hash(A(1)), a)
a.x = 5
