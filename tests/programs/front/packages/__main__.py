print("main starts", __name__, __package__)
import shapes
import shapes.flat
import shapes.solid.cube as cube
from shapes import flat as f, area
from shapes.solid import *
from plain.leaf import value
import cycle.left

print(shapes.__name__, shapes.__package__, [shapes.flat is f, shapes.solid.cube is cube])
print(area(3), f.square(4), cube.volume(2))
print(sphere.volume(1), "cube" in globals(), value)
print(cycle.left.answer(), cycle.right.answer())


def late():
    import helper
    from helper import twice as double
    return helper.NAME, double(21)


print(late(), late())

try:
    import nowhere.to_be_found
except ModuleNotFoundError as error:
    print(type(error).__name__, error, error.name)
try:
    from shapes import nothing
except ImportError as error:
    print(type(error).__name__, str(error).split(" (")[0], error.name)
try:
    import shapes.nothing
except ModuleNotFoundError as error:
    print(error)
try:
    import helper.inner
except ModuleNotFoundError as error:
    print(error)
try:
    from nowhere import x
except ImportError:
    x = "fallback"
print(x)
if False:
    import never_there
from helper import *
print(twice(4), "_hidden" in globals(), "NAME" in globals())
from star_all import *
print(public, _also, "other" in globals())
import sys
print("helper" in sys.modules, "shapes.flat" in sys.modules, "nowhere" in sys.modules)
