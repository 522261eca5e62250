# Classes whose instances are laid out in unusual ways: slots, several bases, diamonds, subclasses with more fields,
# properties of a field's name, dataclasses, `__del__`, a class statement that runs twice.
from dataclasses import dataclass


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a

    def both(self):
        return self.a + self.b


class More(Slotted):
    __slots__ = ("c",)

    def __init__(self, a, b, c):
        super().__init__(a)
        self.b = b
        self.c = c

    def all(self):
        return self.both() * self.c


class Open(Slotted):
    def __init__(self, a):
        super().__init__(a)
        self.extra = a


def slots(n):
    total = 0
    for i in range(n):
        m = More(i, 1, 2)
        m.b += i
        total += m.all()
    s = Slotted(1)
    s.b = 5
    total += s.both()
    try:
        s.c = 1
    except AttributeError as e:
        print(e)
    del s.b
    try:
        s.both()
    except AttributeError as e:
        print(e)
    o = Open(3)
    o.b = o.extra
    return total, o.both(), o.__dict__


print(slots(5))


class Left:
    def __init__(self):
        self.left = 1
        self.name = "left"

    def hello(self):
        return "left " + self.name


class Right:
    def __init__(self):
        self.right = 2
        self.name = "right"

    def hello(self):
        return "right " + self.name


class Both(Left, Right):
    def __init__(self):
        Right.__init__(self)
        Left.__init__(self)
        self.own = 3

    def sum(self):
        return self.left + self.right + self.own


class Root:
    def __init__(self):
        self.path = ["root"]


class A(Root):
    def __init__(self):
        super().__init__()
        self.path.append("a")
        self.a = 1


class B(Root):
    def __init__(self):
        super().__init__()
        self.path.append("b")
        self.b = 2


class Diamond(A, B):
    def __init__(self):
        super().__init__()
        self.path.append("diamond")

    def sum(self):
        return self.a + self.b


def bases(n):
    total = 0
    for _ in range(n):
        total += Both().sum() + Diamond().sum()
    b = Both()
    return total, b.hello(), list(b.__dict__.items()), Diamond().path


print(bases(3))


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return 0

    def describe(self):
        return f"{self.name} {self.area()}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


class Circle(Shape):
    def __init__(self, radius):
        self.radius = radius
        super().__init__("circle")

    def area(self):
        return 3 * self.radius * self.radius


def describe(shapes):
    total = 0
    texts = []
    for s in shapes:
        total += s.area()
        texts.append(s.describe())
        s.name = s.name.upper()
    return total, texts, [s.name for s in shapes]


print(describe([Square(2), Circle(1), Shape("none"), Square(3)]))


class Celsius:
    def __init__(self, t):
        self.t = t

    @property
    def t(self):
        return self._t

    @t.setter
    def t(self, value):
        if value < -273:
            raise ValueError("too cold")
        self._t = value


def temperatures(n):
    c = Celsius(0)
    for i in range(n):
        c.t -= 100
    return c.t


print(temperatures(2))
try:
    temperatures(3)
except ValueError as e:
    print(e)


@dataclass
class Data:
    x: int
    y: float = 2.5

    def product(self):
        return self.x * self.y


@dataclass(slots=True, order=True)
class Compact:
    x: int
    y: int

    def sum(self):
        return self.x + self.y


def data(n):
    total = 0.0
    best = Compact(0, 0)
    for i in range(n):
        d = Data(i)
        d.x += 1
        total += d.product()
        best = max(best, Compact(i % 3, i))
    return total, best, best.sum(), Data(1, 2)


print(data(6))


class Mortal:
    died = 0

    def __init__(self, n):
        self.n = n

    def __del__(self):
        Mortal.died += self.n


def mortals(n):
    total = 0
    for i in range(n):
        m = Mortal(1)
        total += m.n
    return total, Mortal.died <= 10


print(mortals(10))


class Careful:
    def __init__(self, n):
        self.a = n
        if n > 2:
            raise OverflowError(n)
        self.b = n


def careful(n):
    done = []
    for i in range(n):
        try:
            done.append(Careful(i).b)
        except OverflowError as e:
            done.append(str(e))
    return done


print(careful(5))

for number in range(2):

    class Twice:
        def __init__(self, k):
            self.k = k

        def value(self):
            return self.k + number * 100

    if number == 0:
        first = Twice(1)


def twice(objects):
    return [o.value() + o.k for o in objects]


print(twice([first, Twice(2), first]), type(first) is Twice)


def local(n):
    class Inside:
        def __init__(self):
            self.n = n

        def get(self):
            return self.n

    return Inside()


print([local(i).get() for i in range(3)])


class Counter:
    made = 0

    def __init__(self):
        Counter.made += 1
        self.number = Counter.made

    def next(self):
        return self.number + Counter.made


def count(n):
    total = 0
    for _ in range(n):
        total += Counter().next()
    return total


print(count(100))


class Node:
    def __init__(self, key, parent=None):
        self.key = key
        self.parent = parent
        self.children = []

    def add(self, key):
        child = Node(key, self)
        self.children.append(child)
        return child

    def depth(self):
        d = 0
        node = self
        while node.parent is not None:
            node = node.parent
            d += 1
        return d


def tree(n):
    node = root = Node(0)
    for i in range(n):
        node = node.add(i) if i % 3 else root.add(i)
    try:
        root.parent.key
    except AttributeError as e:
        print(e)
    return node.depth(), len(root.children), node.__dict__.keys()


print(tree(50))


class Handed:
    def __init__(self):
        self.a = 1
        registry.append(self)
        self.b = 2


registry = []


def handed(n):
    for _ in range(n):
        Handed()
    return [list(vars(h)) for h in registry], sum(h.a + h.b for h in registry)


print(handed(3))
