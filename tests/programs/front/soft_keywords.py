match = [1, 2]
case = {"a": 1}
type = "shadowed"
_ = 5
print(match[0], case["a"], type, _)
match: list = [3]
match[0] = 4
print(match)


def match_it(match):
    match match:
        case 0:
            return "zero"
        case [case]:
            return case
        case {"type": type}:
            return type
        case _:
            return _ if False else "other"


print(match_it(0), match_it([7]), match_it({"type": "t"}), match_it(1.5))
print(match_it(match=[match, 1]))
match = lambda x: x
print(match(3), match (4), match
      (5))
type = print
type("called")
match -1:
    case -1:
        print("minus one")
match (1, 2), 3:
    case (a, b), c:
        print(a, b, c)
match {"k": [1, {"x": 2}]}:
    case {"k": [_, {"x": n}], **rest}:
        print(n, rest)
type Pair = tuple[int, int]
type Box[T] = list[T]


def first[T](items: list[T]) -> T:
    return items[0]


class Stack[T = int]:
    def __init__(self) -> None:
        self.items: list[T] = []

    def push[S: str](self, item: T, *more: S) -> None:
        self.items += [item, *more]


s = Stack()
s.push(1, "a")
print(first([9]), s.items)
