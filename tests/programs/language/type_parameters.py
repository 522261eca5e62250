def first[T](items: list[T]) -> T:
    return items[0]


print(first([1, 2]), first.__name__)


class Box[T]:
    def __init__(self, v: T):
        self.v = v

    def get(self) -> T:
        return self.v

    def map[U](self, f) -> "Box[U]":
        return Box(f(self.v))


print(Box(5).map(lambda v: v + 1).get())


class IntBox(Box[int]):
    pass


print(IntBox(3).get())


def param[T]():
    return T.__name__


print(param())
type Alias = list[int]
print(Alias.__name__)
type Pair[A, B] = tuple[A, B]
print(Pair.__name__)


class Stack[T](list):
    def peek(self) -> T:
        return self[-1]


s = Stack()
s.append(4)
print(s.peek(), len(s))
