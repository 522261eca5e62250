from typing import *
import typing
def t(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str], Union[int, None], Any, Tuple[int, ...], Callable[[int], str], Callable[..., int], Literal[1, 'a'], ClassVar[int], Final[int], Type[int], Set[str], FrozenSet, List, Iterable[int], Mapping[str, int])
T = TypeVar('T'); K = TypeVar('K', bound=int); N = TypeVar('N', int, str); C = TypeVar('C', covariant=True)
print(T, K.__bound__, N.__constraints__, C, T.__name__)
class Stack(Generic[T]):
    def __init__(self): self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
s = Stack[int](); s.push(1); print(s.pop(), Stack[int], Stack.__parameters__, Stack.__orig_bases__, Stack.__mro__, s.__orig_class__)
class Pair(Generic[T, K]):
    pass
print(Pair[int, str], Pair.__parameters__); t(lambda: Pair[int]); t(lambda: Stack[int, str]); t(lambda: isinstance(s, Stack[int])); print(isinstance(s, Stack), isinstance([], List), isinstance({}, Mapping), isinstance([], Iterable))
class Sub(Stack[int]): pass
print(Sub.__mro__, Sub.__parameters__, Sub().items); t(lambda: Sub[int])
class L(List[int]): pass
print(L([1]), L.__mro__[1], L.__orig_bases__)
class P(NamedTuple):
    x: int
    y: int = 5
    def s(self): return self.x + self.y
    @property
    def d(self): return self.x * 2
p = P(1); print(p, p.s(), p.d, P._fields, P._field_defaults, P(3, y=4), p == (1, 5), P.__annotations__, isinstance(p, tuple), P.__mro__)
t(lambda: P()); Q = NamedTuple('Q', [('a', int), ('b', str)]); print(Q(1, 'b'), Q.__annotations__)
class TD(TypedDict):
    name: str
    year: int
class TD2(TD, total=False):
    z: int
d = TD(name='x', year=1); print(d, type(d), TD.__annotations__, TD.__total__, TD2.__required_keys__ == frozenset({'name', 'year'}), TD2.__optional_keys__, is_typeddict(TD)); t(lambda: isinstance({}, TD))
TD3 = TypedDict('TD3', {'a': int}); print(TD3(a=1))

class Pr(Protocol):
    def f(self) -> int: ...
@runtime_checkable
class Rp(Protocol):
    name: str
    def g(self) -> int: ...
class Im:
    name = 'q'
    def g(self): return 1
class Ex(Pr):
    def __init__(self, v): self.v = v
    def f(self): return 5
class Ex2(Pr):
    pass
print(isinstance(Im(), Rp), isinstance(3, Rp), Ex(1).f(), Ex(1).v, type(Ex2()).__name__); t(lambda: Pr()); t(lambda: isinstance(3, Pr)); t(lambda: issubclass(Im, Rp)); print(isinstance(Ex(1), Ex), issubclass(Ex, Ex))
class GP(Protocol[T]):
    def m(self) -> T: ...
print(GP[int], GP.__parameters__, isinstance(3, SupportsInt), isinstance('', SupportsInt), isinstance(3, SupportsAbs), isinstance(3, Hashable))
class Abs(Protocol):
    from abc import abstractmethod
    @abstractmethod
    def q(self): ...
class AbsI(Abs): pass
t(lambda: AbsI())
U = NewType('U', int); print(U(5) + 1, U, U.__name__, U.__supertype__)
print(cast(int, 'a'), TYPE_CHECKING, get_origin(List[int]), get_args(Dict[str, int]), get_args(Callable[[int], str]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(list[int]), get_args(int | str), get_origin(int))
@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x): return x
print(f(1), len(get_overloads(f)))
@final
class Fi: pass
print(Fi.__final__, Annotated[int, 'meta'], get_args(Annotated[int, 1]), Annotated[int, 1].__metadata__)
def g(a: int, b: 'str' = '') -> Optional[int]: ...
print(get_type_hints(g), List[int] == List[int], hash(List[int]) == hash(List[int]), Union[int, str] == Union[str, int], Union[int], Union[int, int, str], Union[Union[int, str], float], Optional[Union[int, None]])
print(Dict[str, T][int], List[T].__parameters__, List['Foo'], Optional['Foo'], Callable[[T], T][int], Tuple[()], Tuple[int], Literal[1] | None if 0 else '', List[int] | None, Optional[List[int]])
t(lambda: List[int, str]); t(lambda: Any()); t(lambda: List()); t(lambda: Optional[int, str]); t(lambda: Union[()]); t(lambda: Generic[int]); t(lambda: assert_never(3)); t(lambda: isinstance(3, Any)); t(lambda: Literal[1]()); t(lambda: Optional[int](3))
class Meta(Generic[T]):
    @classmethod
    def make(cls): return cls()
print(type(Meta[int].make()).__name__, Self, NoReturn, Never, LiteralString, TypeAlias, AnyStr, Text, IO[str], ParamSpec('P'), Concatenate[int, ParamSpec('P')], TypeGuard[int], Required[int], TypeVarTuple('Ts'))
x: DefaultDict[str, int] = DefaultDict(int); print(x['a'], DefaultDict[str, int](int), Deque([1]))
Vec = List[float]; print(Vec); print(Counter[str], OrderedDict[str, int], ChainMap[str, int], Deque[int], Sequence[int], Iterator[int], Generator[int, None, None], Awaitable[int], ContextManager[int] if 0 else '', Collection[int], AbstractSet[int], KeysView[int])
print(isinstance(3, Union[int, str]), isinstance(3, Optional[str]), typing.List is List, repr(TypeVar('X', bound='Y').__bound__))
@dataclass_transform()
def dt(c): return c
class Node(Generic[T]):
    __slots__ = ('v',)
    def __init__(self, v: T): self.v = v
print(Node[int](3).v, Node('a').v)
class Multi(Dict[str, int], Generic[T]): pass
print(Multi.__mro__)
class It(Iterator[int]):
    def __next__(self): raise StopIteration
print(list(It()))
class Cmp(Protocol):
    def __lt__(self, o: Any) -> bool: ...
CT = TypeVar('CT', bound=Cmp); print(CT.__bound__)
