from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping, Sequence, Sized


class Shape(ABC):
    @abstractmethod
    def area(self):
        ...

    @property
    @abstractmethod
    def name(self):
        ...

    @classmethod
    @abstractmethod
    def unit(cls):
        ...

    def describe(self):
        return f"{self.name} with area {self.area():.2f}"


class Square(Shape):
    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2

    @property
    def name(self):
        return "square"

    @classmethod
    def unit(cls):
        return cls(1)


class Half(Shape):
    def area(self):
        return 0


for cls in (Shape, Half):
    try:
        cls()
    except TypeError as e:
        print(e)
print(Square(3).describe(), Square.unit().area(), isinstance(Square(1), Shape), issubclass(Half, Shape))
print(sorted(Shape.__abstractmethods__), Square.__abstractmethods__)


class Duck:
    def __len__(self):
        return 1

    def __iter__(self):
        return iter([])


print(isinstance(Duck(), Sized), isinstance(Duck(), Iterable), isinstance(Duck(), Sequence), isinstance(len, Callable))
Shape.register(Duck)
print(isinstance(Duck(), Shape), issubclass(Duck, Shape), isinstance({}, Mapping), isinstance([], Sequence))


class Grid(Sequence):
    def __init__(self, *rows):
        self.rows = rows

    def __getitem__(self, i):
        return self.rows[i]

    def __len__(self):
        return len(self.rows)


g = Grid(1, 2, 3)
print(list(g), 2 in g, g.index(3), g.count(1), list(reversed(g)))
