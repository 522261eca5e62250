from __future__ import annotations
from dataclasses import dataclass, field, asdict, replace
from enum import Enum, auto
from typing import Optional, Protocol, Iterable
from collections import defaultdict, Counter, OrderedDict, deque, namedtuple
from functools import lru_cache, reduce, partial, total_ordering, wraps
from contextlib import contextmanager, ExitStack
import itertools, heapq, bisect, random, math, string, operator, sys, io, copy

class Status(Enum):
    TODO = auto()
    DOING = auto()
    DONE = auto()
    def __str__(self): return self.name.title()

@dataclass(order=True)
class Task:
    priority: int
    name: str = field(compare=False)
    status: Status = field(default=Status.TODO, compare=False)
    tags: set[str] = field(default_factory=set, compare=False, repr=False)
    parent: Optional[Task] = field(default=None, compare=False)

    @property
    def is_done(self) -> bool:
        return self.status is Status.DONE

class Board:
    def __init__(self):
        self._heap: list[Task] = []
        self.by_status: dict[Status, list[Task]] = defaultdict(list)
    def add(self, *tasks: Task) -> Board:
        for t in tasks:
            heapq.heappush(self._heap, t)
            self.by_status[t.status].append(t)
        return self
    def __iter__(self):
        h = self._heap[:]
        while h:
            yield heapq.heappop(h)
    def __len__(self): return len(self._heap)
    def __contains__(self, name): return any(t.name == name for t in self._heap)

b = Board().add(Task(3, 'write', tags={'x'}), Task(1, 'plan'), Task(2, 'test', Status.DOING))
for t in b:
    print(f'{t.priority:>3} | {t.name:<8} | {t.status!s:^10} | {t.is_done}')
print(len(b), 'plan' in b, 'zzz' in b)
print({str(k): [t.name for t in v] for k, v in b.by_status.items()})
t = replace(b._heap[0], status=Status.DONE)
print(t, asdict(t))
print(sorted(b._heap, key=operator.attrgetter('name'))[0].name)
print(max(b, key=lambda t: (len(t.name), t.priority)))

def timed(label):
    def deco(fn):
        @wraps(fn)
        def inner(*args, **kwargs):
            calls[label] += 1
            return fn(*args, **kwargs)
        return inner
    return deco
calls = Counter()
@timed('fib')
@lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print([fib(i) for i in range(15)], calls, fib.__name__, fib.__wrapped__.cache_info().hits > 0)

@contextmanager
def section(title, out=sys.stdout):
    print(f'== {title} ==', file=out)
    try:
        yield out
    except ZeroDivisionError as e:
        print('error:', e, file=out)
    finally:
        print('-' * (len(title) + 6), file=out)
with section('math') as o:
    print(math.comb(10, 3), math.isqrt(99), round(math.pi, 4), file=o)
    1 / 0
buf = io.StringIO()
with ExitStack() as st:
    a = st.enter_context(section('a', buf)); c = st.enter_context(section('b', buf))
    print('inside', file=c)
print(buf.getvalue(), end='')

words = 'the quick brown fox jumps over the lazy dog the end'.split()
print(Counter(words).most_common(2), sorted(set(words), key=lambda w: (-len(w), w))[:3])
groups = {k: list(g) for k, g in itertools.groupby(sorted(words, key=len), key=len)}
print(groups)
print(list(itertools.accumulate(range(1, 6), operator.mul)), list(itertools.combinations('abc', 2)))
grades = [33, 99, 77, 70, 89, 90, 100]
print([ 'FDCBA'[bisect.bisect([60, 70, 80, 90], g)] for g in grades])
Point = namedtuple('Point', 'x y', defaults=[0])
pts = [Point(1, 2), Point(5), Point(x=3, y=-1)]
print(pts, max(pts), sum(p.x for p in pts), Point._fields, pts[0]._replace(y=9)._asdict())
random.seed(10)
print(random.sample(range(50), 5), random.choice(words), [random.randint(1, 6) for _ in range(5)], round(random.gauss(0, 1), 6))
dq = deque(maxlen=3)
for i in range(5): dq.append(i); 
dq.rotate(1); print(dq, dq[0], list(reversed(dq)))
od = OrderedDict(zip('abc', range(3))); od.move_to_end('a'); print(od, od.popitem(last=False))
print(string.ascii_lowercase[::5], 'Hello'.translate(str.maketrans('lo', '01')))
nested = {'a': [1, {'b': 2}]}; cp = copy.deepcopy(nested); cp['a'][1]['b'] = 3; print(nested, cp)
compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
print(compose(partial(operator.add, 1), partial(operator.mul, 2), str)(5) + '!')
