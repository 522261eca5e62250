from dataclasses import dataclass
@dataclass
class A:
    x: int
    y: int = 0
    def __post_init__(self):
        if self.x < 0:
            raise ValueError("neg")
print(A(1))
print(A(-1))
