import math, sys
import math as m
def area(r):
    return math.pi * r * r
def least(xs):
    best = math.inf
    for x in xs:
        if x < best:
            best = x
    return best
def big(xs):
    best = -sys.maxsize
    for x in xs:
        if x > best:
            best = x
    return best, sys.maxsize + 1, sys.maxunicode
def main():
    print(area(2.0), least([3.0, 1.0, 2.0]), big([1, 2]))
    math.pi = 3
    print(area(2.0), m.tau, math.e, math.nan != math.nan)
    math.pi = 3.5
    print(area(2.0))
    del math.pi
    try:
        print(area(2.0))
    except AttributeError as e:
        print(e)
    math.inf = "x"
    try:
        print(least([3.0]))
    except TypeError as e:
        print(e)
    sys.maxsize = 2.5
    print(big([1]))
main()
