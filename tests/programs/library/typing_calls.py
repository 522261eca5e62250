def t(s, f):
    try:
        r = f()
        print(s, '->', type(r).__name__, repr(r))
    except Exception as e:
        print(s, '!!', type(e).__name__, e)
from typing import *
import typing, types, collections.abc, abc, numbers, weakref, warnings, functools, time, sys
T = TypeVar('T'); K = TypeVar('K', bound=int); N = TypeVar('N', int, str); CO = TypeVar('CO', covariant=True)
t("List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None, str], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., Any], Any, List, Set[int], FrozenSet[str], Type[int], Iterable[int], Iterator[int], Generator[int, None, str], Sequence[int], Mapping[str, int], Literal['a', 1], Final[int], ClassVar[int], Annotated[int, 'meta'], NoReturn, Never, Self, Deque[int], DefaultDict[str, int], Counter[str], OrderedDict[str, int], ChainMap[str, int], T, K, CO, List[T], Dict[str, List[Optional[int]]], Callable[[], None], Text, AnyStr, Union[int], Optional[Union[int, str]], Union[int, int], Hashable, Sized, Collection[int]", lambda: (List[int], Dict[str, int], Optional[int], Union[int, str], Union[int, None, str], Tuple[int, ...], Tuple[()], Callable[[int], str], Callable[..., Any], Any, List, Set[int], FrozenSet[str], Type[int], Iterable[int], Iterator[int], Generator[int, None, str], Sequence[int], Mapping[str, int], Literal['a', 1], Final[int], ClassVar[int], Annotated[int, 'meta'], NoReturn, Never, Self, Deque[int], DefaultDict[str, int], Counter[str], OrderedDict[str, int], ChainMap[str, int], T, K, CO, List[T], Dict[str, List[Optional[int]]], Callable[[], None], Text, AnyStr, Union[int], Optional[Union[int, str]], Union[int, int], Hashable, Sized, Collection[int]))
t('Union[int, str] == Union[str, int], Optional[int] == Union[int, None], List[int] == List[int], List[int] == List[str], hash(List[int]) == hash(List[int]), Literal[1] == Literal[1], Union[int, str] == (int | str), list[int] == List[int]', lambda: (Union[int, str] == Union[str, int], Optional[int] == Union[int, None], List[int] == List[int], List[int] == List[str], hash(List[int]) == hash(List[int]), Literal[1] == Literal[1], Union[int, str] == (int | str), list[int] == List[int]))
t("get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(int), get_args(int), get_args(Callable[[int], str]), get_origin(Annotated[int, 'x']), get_args(Literal[1, 2]), get_args(Tuple[int, ...]), get_origin(list[int]), get_args(list[int]), get_origin(Generic[T])", lambda: (get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Optional[int]), get_origin(int), get_args(int), get_args(Callable[[int], str]), get_origin(Annotated[int, 'x']), get_args(Literal[1, 2]), get_args(Tuple[int, ...]), get_origin(list[int]), get_args(list[int]), get_origin(Generic[T])))
t('list[int], dict[str, int], tuple[int, ...], int | str, int | None, list[int] | None, type[int], set[str], collections.abc.Callable[[int], str], collections.abc.Iterable[int], (int | str).__args__, list[int].__origin__, list[int].__args__, str | List[int], None | int', lambda: (list[int], dict[str, int], tuple[int, ...], int | str, int | None, list[int] | None, type[int], set[str], collections.abc.Callable[[int], str], collections.abc.Iterable[int], (int | str).__args__, list[int].__origin__, list[int].__args__, str | List[int], None | int))
t("cast(int, 'a'), NewType('UserId', int)(5), NewType('UserId', int), NewType('U', int).__name__, TYPE_CHECKING", lambda: (cast(int, 'a'), NewType('UserId', int)(5), NewType('UserId', int), NewType('U', int).__name__, TYPE_CHECKING))
t("List[int](), Dict[str, int]([('a', 1)]), List()", lambda: (List[int](), Dict[str, int]([('a', 1)]), List()))
t('Union[()]', lambda: (Union[()]))
t('List[int, str]', lambda: (List[int, str]))
t('Dict[int]', lambda: (Dict[int]))
t('List[T][int], Dict[T, int][str], Optional[T][int], Callable[[T], T][int], T.__name__, K.__bound__, N.__constraints__, T.__covariant__', lambda: (List[T][int], Dict[T, int][str], Optional[T][int], Callable[[T], T][int], T.__name__, K.__bound__, N.__constraints__, T.__covariant__))
t('isinstance([1], List), isinstance(5, Hashable), isinstance([], Sequence), issubclass(list, Iterable)', lambda: (isinstance([1], List), isinstance(5, Hashable), isinstance([], Sequence), issubclass(list, Iterable)))
t('isinstance([1], List[int])', lambda: (isinstance([1], List[int])))
t('isinstance(1, Union[int, str]), isinstance(1, Optional[int])', lambda: (isinstance(1, Union[int, str]), isinstance(1, Optional[int])))
t('isinstance(1, Any)', lambda: (isinstance(1, Any)))
t("TypeVar('X', int)", lambda: (TypeVar('X', int)))
class Stack(Generic[T]):
    def __init__(self) -> None: self.items: List[T] = []
    def push(self, x: T) -> None: self.items.append(x)
    def pop(self) -> T: return self.items.pop()
t('Stack[int], Stack[int]().items, Stack().__class__, Stack.__parameters__, Stack[int].__origin__, Stack.__orig_bases__, Stack[T], Stack.__mro__, Stack[int]().__orig_class__', lambda: (Stack[int], Stack[int]().items, Stack().__class__, Stack.__parameters__, Stack[int].__origin__, Stack.__orig_bases__, Stack[T], Stack.__mro__, Stack[int]().__orig_class__))
t('Stack[int, str]', lambda: (Stack[int, str]))
class Pair(Generic[K, T]): pass
t('Pair[int, str], Pair.__parameters__, Pair[int, T][str]', lambda: (Pair[int, str], Pair.__parameters__, Pair[int, T][str]))
t('Pair[int]', lambda: (Pair[int]))
class P2(NamedTuple):
    x: int
    y: int = 5
    def dist(self): return self.x + self.y
t('P2(1), P2(1, 2).dist(), P2._fields, P2._field_defaults, P2.__annotations__, P2(1)._asdict(), P2(1)._replace(y=9), P2(1) == (1, 5), isinstance(P2(1), tuple), P2.__name__, P2.__doc__, P2.__bases__, [*P2(3)]', lambda: (P2(1), P2(1, 2).dist(), P2._fields, P2._field_defaults, P2.__annotations__, P2(1)._asdict(), P2(1)._replace(y=9), P2(1) == (1, 5), isinstance(P2(1), tuple), P2.__name__, P2.__doc__, P2.__bases__, [*P2(3)]))
t('P2()', lambda: (P2()))
t('P2(1, 2, 3)', lambda: (P2(1, 2, 3)))
t("P3 if 0 else NamedTuple('P3', [('a', int), ('b', str)])(1, 'x')", lambda: (P3 if 0 else NamedTuple('P3', [('a', int), ('b', str)])(1, 'x')))
def nt():
    class Bad(NamedTuple):
        x: int = 1
        y: int
t('nt()', lambda: (nt()))
class TD(TypedDict):
    name: str
    age: int
class TD2(TD, total=False):
    email: str
t("TD(name='a', age=1), TD.__annotations__, type(TD(name='x', age=2)), TD2.__required_keys__ == {'name', 'age'}, TD2.__optional_keys__, TD.__total__, TD2.__total__, TypedDict('X', {'a': int})(a=1), TD", lambda: (TD(name='a', age=1), TD.__annotations__, type(TD(name='x', age=2)), TD2.__required_keys__ == {'name', 'age'}, TD2.__optional_keys__, TD.__total__, TD2.__total__, TypedDict('X', {'a': int})(a=1), TD))
t('isinstance({}, TD)', lambda: (isinstance({}, TD)))
@runtime_checkable
class Shape(Protocol):
    def area(self) -> float: ...
class Sq:
    def area(self): return 4
class NotP(Protocol):
    x: int
t('isinstance(Sq(), Shape), isinstance(5, Shape), issubclass(Sq, Shape), Shape', lambda: (isinstance(Sq(), Shape), isinstance(5, Shape), issubclass(Sq, Shape), Shape))
t('isinstance(5, NotP)', lambda: (isinstance(5, NotP)))
t('Shape()', lambda: (Shape()))
class Impl(Shape):
    def area(self): return 1
t('Impl().area()', lambda: (Impl().area()))
@overload
def ov(x: int) -> int: ...
@overload
def ov(x: str) -> str: ...
def ov(x): return x
t("ov(1), ov('a'), len(get_overloads(ov))", lambda: (ov(1), ov('a'), len(get_overloads(ov))))
def hinted(a: int, b: 'str' = 'x', *args: float, c: Optional[int] = None, **kw: Any) -> List[int]: ...
t('get_type_hints(hinted), hinted.__annotations__, hinted.__defaults__, hinted.__kwdefaults__', lambda: (get_type_hints(hinted), hinted.__annotations__, hinted.__defaults__, hinted.__kwdefaults__))
class HC:
    a: int
    b: 'HC'
    c: ClassVar[int] = 3
t('get_type_hints(HC), HC.__annotations__, get_type_hints(P2)', lambda: (get_type_hints(HC), HC.__annotations__, get_type_hints(P2)))
@final
class Fin: pass
class Ov:
    @override
    def f(self): pass
t('Fin.__final__, Ov.f.__override__, no_type_check(hinted) is hinted, assert_type(5, int), reveal_type if 0 else 0', lambda: (Fin.__final__, Ov.f.__override__, no_type_check(hinted) is hinted, assert_type(5, int), reveal_type if 0 else 0))
t('assert_never(5)', lambda: (assert_never(5)))
type Alias[Q] = list[Q] | None
def gen[A, B: int](x: A) -> B: ...
class GC[A]:
    pass
t("typing.List.__origin__, typing.List._name, typing.Dict.__module__, SupportsInt, isinstance(5, SupportsInt), isinstance('a', SupportsFloat), isinstance(5, SupportsIndex), isinstance(-5, SupportsAbs)", lambda: (typing.List.__origin__, typing.List._name, typing.Dict.__module__, SupportsInt, isinstance(5, SupportsInt), isinstance('a', SupportsFloat), isinstance(5, SupportsIndex), isinstance(-5, SupportsAbs)))
class AB(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def p(self): ...
    @classmethod
    @abc.abstractmethod
    def c(cls): ...
t('AB()', lambda: (AB()))
class AB2(AB):
    def f(self): return 1
t('AB2()', lambda: (AB2()))
class AB3(AB2):
    p = 5
    @classmethod
    def c(cls): return 'c'
t("AB3().f(), AB3.c(), AB.__abstractmethods__ == frozenset({'f', 'p', 'c'}), AB2.__abstractmethods__ == frozenset({'p', 'c'}), isinstance(AB3(), AB), AB.f.__isabstractmethod__, abc.ABCMeta, type(AB), AB.register(int), isinstance(5, AB), issubclass(bool, AB)", lambda: (AB3().f(), AB3.c(), AB.__abstractmethods__ == frozenset({'f', 'p', 'c'}), AB2.__abstractmethods__ == frozenset({'p', 'c'}), isinstance(AB3(), AB), AB.f.__isabstractmethod__, abc.ABCMeta, type(AB), AB.register(int), isinstance(5, AB), issubclass(bool, AB)))
class OneAbs(abc.ABC):
    @abc.abstractmethod
    def only(self): ...
t('OneAbs()', lambda: (OneAbs()))
t("types.MappingProxyType({'a': 1})['b']", lambda: (types.MappingProxyType({'a': 1})['b']))
t("types.MappingProxyType({}).__setitem__('a', 1)", lambda: (types.MappingProxyType({}).__setitem__('a', 1)))
t('isinstance(5, numbers.Number), isinstance(5, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance(1.5, numbers.Rational), isinstance(True, numbers.Integral), issubclass(int, numbers.Rational), numbers.Number', lambda: (isinstance(5, numbers.Number), isinstance(5, numbers.Integral), isinstance(1.5, numbers.Real), isinstance(1j, numbers.Complex), isinstance(1.5, numbers.Rational), isinstance(True, numbers.Integral), issubclass(int, numbers.Rational), numbers.Number))
class WR: pass
wr = WR(); ref = weakref.ref(wr); wd = weakref.WeakValueDictionary(); wd['a'] = wr; wk = weakref.WeakKeyDictionary(); wk[wr] = 1; ws = weakref.WeakSet([wr]); px = weakref.proxy(wr); wr.v = 5
t('weakref.ref(5)', lambda: (weakref.ref(5)))
t('weakref.ref([])', lambda: (weakref.ref([])))
with warnings.catch_warnings(record=True) as wl:
    warnings.simplefilter('always'); warnings.warn('hey'); warnings.warn('dep', DeprecationWarning)
t('[(str(w.message), w.category.__name__) for w in wl]', lambda: ([(str(w.message), w.category.__name__) for w in wl]))
def werr():
    with warnings.catch_warnings():
        warnings.simplefilter('error'); warnings.warn('boom', UserWarning)
t('werr()', lambda: (werr()))
t('time.sleep(-1)', lambda: (time.sleep(-1)))
t('time.strftime(5)', lambda: (time.strftime(5)))
