print("main starts", __name__)
import pkg
import pkg.sub.leaf
import pkg.sub.leaf as renamed
from pkg import helper, value as v
from pkg.sub import leaf, other as o
from pkg.star import *
from pkg import star
import cycle.a
import plain as p, plain
from plain import *

print(pkg.value, helper(), v, renamed is pkg.sub.leaf, leaf.NAME, o.NAME)
print(public, exported, "_hidden" in globals(), "not_exported" in globals(), star.not_exported)
print(cycle.a.result(), cycle.b.result())
print(p is plain, plain.counter, counter, "_private" in globals())
plain.bump()
print(plain.counter, counter)
plain.counter = 50
plain.bump()
print(plain.counter, p.read())
plain.late = "set from outside"
print(plain.late, hasattr(plain, "late"), hasattr(plain, "nothing"))
try:
    plain.nothing
except AttributeError as e:
    print(e)
try:
    import no_such_module
except ImportError as e:
    print(type(e).__name__, e, e.name)
try:
    import pkg.missing
except ModuleNotFoundError as e:
    print(e)
try:
    from plain import missing_name
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    from pkg import nothing_there
except ImportError as e:
    print(str(e).split(" (")[0])
try:
    import json_not_there as fast
except ImportError:
    import plain as fast
print(fast.__name__, pkg.__name__, pkg.sub.leaf.__name__, pkg.__package__, leaf.__package__)


def inside():
    import lazy

    from lazy import thing as t

    return lazy.thing, t


print("before lazy")
print(inside())
print(inside())
import sys

print("lazy" in sys.modules, "pkg.sub" in sys.modules, sys.modules["plain"] is plain, sys.modules[__name__].__name__)
print(plain.Shape("round"), plain.__doc__)
del plain
try:
    plain
except NameError as e:
    print(e)
import broken_guard
