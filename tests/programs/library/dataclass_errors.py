from dataclasses import dataclass, field
import sys
@dataclass(order=True)
class A:
    x: int
    y: int = 0
    z: list = field(default_factory=list)
    def __post_init__(self):
        if self.x < 0:
            raise ValueError("neg")
@dataclass(frozen=True)
class F:
    a: int
def show(f):
    try: f()
    except Exception: print(sys.exc_info()[1])
show(lambda: A(-1))
show(lambda: A())
show(lambda: A(1) < A('x'))
show(lambda: setattr(F(1), 'a', 2))
show(lambda: hash(F([])))
f = F(3)
f.a = 5
