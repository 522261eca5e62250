class Shape:
    count = 0

    def __init__(self, name):
        self.name = name
        Shape.count += 1

    def area(self):
        raise NotImplementedError

    def __repr__(self):
        return f"<{type(self).__name__} {self.name} {self.area():.2f}>"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side**2


class Circle(Shape):
    def __init__(self, r):
        super().__init__("circle")
        self.r = r

    def area(self):
        return 3.14159 * self.r * self.r

    @property
    def diameter(self):
        return 2 * self.r

    @staticmethod
    def unit():
        return Circle(1)

    @classmethod
    def sized(cls, r):
        return cls(r)


shapes = [Square(2), Circle(1.5), Circle.unit(), Circle.sized(3)]
print(shapes, Shape.count)
print(sum(s.area() for s in shapes), shapes[1].diameter)
try:
    Shape("x").area()
except NotImplementedError as e:
    print("abstract", repr(e))
shapes[0].color = "red"
print(shapes[0].color, getattr(shapes[1], "color", "none"), hasattr(shapes[0], "side"))
try:
    shapes[1].color
except AttributeError as e:
    print(e)
Square.describe = lambda self: f"I am {self.name}"
print(shapes[0].describe())
bound = shapes[0].area
shapes[0].side = 5
print(bound(), Square.area(shapes[0]))
print(isinstance(shapes[0], Shape), issubclass(Circle, Square), Circle.__mro__)


class Meter:
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return isinstance(other, Meter) and self.value == other.value

    def __hash__(self):
        return hash(self.value)

    def __getitem__(self, i):
        return self.value * i

    def __call__(self, x):
        return self.value + x

    def __len__(self):
        return self.value

    def __contains__(self, x):
        return x == self.value


mm = Meter(4)
print(mm == Meter(4), mm != Meter(5), mm[3], mm(1), len(mm), 4 in mm, {mm: 1}[Meter(4)])
try:
    mm.other = 1
except AttributeError as e:
    print(e)
