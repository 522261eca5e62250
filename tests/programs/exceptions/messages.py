def f1():
    try: print(a)
    except UnboundLocalError as e: print(e)
    a = 1
f1()
def f2():
    for i in []: pass
    try: print(i)
    except UnboundLocalError as e: print(e)
f2()
def f3():
    try: 1/0
    except ZeroDivisionError as e: pass
    try: print(e)
    except UnboundLocalError as x: print(x)
f3()
def f4():
    def g(): return v
    try: g()
    except NameError as e: print(type(e).__name__, e)
    v = 1
    return g()
print(f4())
def f5():
    x = 1
    del x
    try: x
    except UnboundLocalError as e: print(e)
f5()
try: print(undefined)
except NameError as e: print(e, e.name)
class A:
    y = 1
    try: z = [y for _ in range(1)]
    except NameError as e: print(e)
    try: w = [q + y for q in [y]]
    except NameError as e: print(e)
print(A.z, A.w)
def f6():
    with open("/nonexistent") as f: pass
try: f6()
except FileNotFoundError as e: print(e, e.errno, e.filename, e.strerror)
try: [][0]
except IndexError as e: print(e)
try: {}["k"]
except KeyError as e: print(e, e.args, repr(e))
try: int("abc")
except ValueError as e: print(e)
try: "a" + 1
except TypeError as e: print(e)
try: None.x
except AttributeError as e: print(e, e.name, e.obj)
try: import nope
except ImportError as e: print(type(e).__name__, e, e.name)
try: from os import nope
except ImportError as e: print(str(e)[:35], e.name)
try: (1, 2).append(3)
except AttributeError as e: print(e)
try: [1, 2, 3].add(4)
except AttributeError as e: print(e)
try: "abc".foo()
except AttributeError as e: print(e)
try: f1.foo
except AttributeError as e: print(e)
try: A.foo
except AttributeError as e: print(e)
try: A().foo
except AttributeError as e: print(e)
try: len(5)
except TypeError as e: print(e)
try: 5()
except TypeError as e: print(e)
try: "a"()
except TypeError as e: print(e)
try: [1]["a"]
except TypeError as e: print(e)
try: 5[0]
except TypeError as e: print(e)
try: {}.x
except AttributeError as e: print(e)
try: sorted([1, "a", None])
except TypeError as e: print(e)
try: sum(["a", "b"])
except TypeError as e: print(e)
try: "".join([1])
except TypeError as e: print(e)
try: int([])
except TypeError as e: print(e)
try: range(1.5)
except TypeError as e: print(e)
try: [1, 2] + (3,)
except TypeError as e: print(e)
try: {1} + {2}
except TypeError as e: print(e)
try: {} | []
except TypeError as e: print(e)
try: {[]: 1}
except TypeError as e: print(e)
try: {{}: 1}
except TypeError as e: print(e)
try: set([[]])
except TypeError as e: print(e)
try: a, b = 1
except TypeError as e: print(e)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
try: for_ = [x for x in 5]
except TypeError as e: print(e)
try: "%d" % "x"
except TypeError as e: print(e)
try: "{}".format()
except IndexError as e: print(e)
try: f"{1:z}"
except ValueError as e: print(e)
try: f"{'a':d}"
except ValueError as e: print(e)
try: open(5.5)
except TypeError as e: print(e)
try: chr(-1)
except ValueError as e: print(e)
try: ord("ab")
except TypeError as e: print(e)
try: bytes([300])
except ValueError as e: print(e)
try: b"a" + "b"
except TypeError as e: print(e)
try: "é".encode("ascii")
except UnicodeEncodeError as e: print(e, e.start, e.end, e.object, e.encoding, e.reason)
try: b"\xff".decode()
except UnicodeDecodeError as e: print(e)
try: next(iter([]))
except StopIteration as e: print(repr(e), e.value)
try: raise ValueError
except ValueError as e: print(repr(e), e.args)
try: raise ValueError("a", 1)
except ValueError as e: print(e, repr(e))
try: exit(3)
except SystemExit as e: print(repr(e), e.code)
