log = []


def f(how):
    for i in range(3):
        try:
            log.append(f"body {i}")
            if how == "return":
                return "returned"
            if how == "break":
                break
            if how == "continue":
                continue
            if how == "raise":
                raise ValueError(how)
        except ValueError as e:
            log.append(f"caught {e}")
        else:
            log.append("else")
        finally:
            log.append("finally")
    else:
        log.append("loop else")
    return "end"


for how in ["pass", "return", "break", "continue", "raise"]:
    log.clear()
    print(how, f(how), log)


def override():
    try:
        return "try"
    finally:
        return "finally"


print(override())


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(value_kept())


def swallow():
    while True:
        try:
            raise KeyError("lost")
        finally:
            break
    return "swallowed"


print(swallow())


def nested():
    out = []
    try:
        try:
            out.append(1)
            raise ValueError("inner")
        finally:
            out.append(2)
            try:
                raise KeyError("in finally")
            except KeyError:
                out.append(3)
    except ValueError as e:
        out.append(str(e))
        out.append(repr(e.__context__))
    finally:
        out.append(4)
    return out


print(nested())


def context():
    try:
        try:
            raise ValueError("a")
        finally:
            raise KeyError("b")
    except KeyError as e:
        return repr(e), repr(e.__context__)


print(context())


def return_in_except():
    try:
        1 / 0
    except ZeroDivisionError:
        return "handled"
    finally:
        log.append("f")


print(return_in_except(), log[-1])


def loop_in_finally():
    r = []
    try:
        r.append("t")
    finally:
        for i in range(5):
            if i == 1:
                continue
            if i == 3:
                break
            r.append(i)
    return r


print(loop_in_finally())


def deep(n):
    try:
        if n:
            return deep(n - 1)
        raise RuntimeError("bottom")
    finally:
        log.append(n)


log.clear()
try:
    deep(3)
except RuntimeError as e:
    print(e, log)


def gen():
    try:
        yield 1
        yield 2
    finally:
        print("gen cleanup")


g = gen()
next(g)
g.close()
try:
    g = gen()
    next(g)
    g.throw(ValueError("thrown"))
except ValueError as e:
    print(e)


def else_raises():
    try:
        pass
    except ValueError:
        print("not here")
    else:
        raise ValueError("from else")
    finally:
        print("finally first")


try:
    else_raises()
except ValueError as e:
    print(e)
