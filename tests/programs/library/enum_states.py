from enum import Enum, Flag, IntEnum, auto, unique


class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"

    def next(self):
        order = list(State)
        return order[(order.index(self) + 1) % len(order)]

    @property
    def is_final(self):
        return self is State.DONE


s = State.IDLE
for _ in range(4):
    print(s, s.name, s.value, s.is_final)
    s = s.next()
transitions = {State.IDLE: [State.RUNNING], State.RUNNING: [State.DONE]}
print(transitions)
print(State("running"), State["DONE"], [m.value for m in State])
try:
    State("nope")
except ValueError as e:
    print(e)


@unique
class Priority(IntEnum):
    LOW = 1
    MID = 5
    HIGH = 10


print(sorted([Priority.HIGH, Priority.LOW]), Priority.HIGH > Priority.LOW, Priority.MID + 1, Priority(10).name, max(Priority))


class Perm(Flag):
    READ = auto()
    WRITE = auto()
    EXEC = auto()


p = Perm.READ | Perm.WRITE
print(p, Perm.READ in p, Perm.EXEC in p, p & Perm.READ, p ^ Perm.READ, ~p, bool(p & Perm.EXEC))


def describe(s):
    match s:
        case State.IDLE:
            return "waiting"
        case State.RUNNING | State.DONE:
            return "busy or finished"


print([describe(m) for m in State])


class Op(Enum):
    ADD = ("+", lambda a, b: a + b)
    MUL = ("*", lambda a, b: a * b)

    def __init__(self, symbol, fn):
        self.symbol = symbol
        self.fn = fn

    def __call__(self, a, b):
        return self.fn(a, b)


print(Op.ADD(2, 3), Op.MUL.symbol, Op.MUL(4, 5))
