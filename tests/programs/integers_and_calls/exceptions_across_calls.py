def check(n):
    if n > 3:
        raise ValueError(n)
    return n * 2


def run(n):
    t = 0
    for i in range(n):
        try:
            t += check(i)
        except ValueError as e:
            t += 1000 + e.args[0]
        else:
            t += 1
        finally:
            t += 100000
    return t


print(run(3), run(6))


def returns_in_finally():
    try:
        return 1
    finally:
        print("finally")


print(returns_in_finally())


def overrides():
    for i in range(3):
        try:
            continue
        finally:
            if i == 1:
                break
    try:
        return i
    finally:
        i = 50


print(overrides())


def chain():
    try:
        try:
            {}["a"]
        except KeyError as e:
            raise ValueError("v") from e
    except ValueError as e:
        return repr(e), repr(e.__cause__), repr(e.__context__)


print(chain())


def context():
    try:
        try:
            1 // 0
        except ZeroDivisionError:
            [][1]
    except IndexError as e:
        return repr(e.__context__), e.__cause__


print(context())


def reraise():
    try:
        try:
            check(10)
        except ValueError:
            raise
    except ValueError as e:
        return e.args


print(reraise())


class Custom(Exception):
    def __init__(self, code):
        super().__init__("custom %d" % code)
        self.code = code


def typed(n: int) -> int:
    if n < 0:
        raise Custom(n)
    return n


try:
    print(typed(2) + typed(-7))
except Custom as e:
    print(e, e.code)
except Exception:
    print("no")


def names():
    try:
        typed(-1)
    except Custom as e:
        pass
    try:
        return e
    except UnboundLocalError as u:
        return str(u)


print(names())


def loop_break():
    out = []
    for i in range(10):
        try:
            if i % 2:
                continue
            if i > 6:
                break
            out.append(typed(i))
        finally:
            out.append("f")
    else:
        out.append("else")
    return out


print(loop_break())
