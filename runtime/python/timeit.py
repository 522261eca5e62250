"""How long small functions take. Statements in text cannot be timed: nothing compiles at run time here."""

import itertools
import time

__all__ = ["Timer", "timeit", "repeat", "default_timer"]

default_number = 1000000
default_repeat = 5
default_timer = time.perf_counter


def _nothing():
    pass


class Timer:
    def __init__(self, stmt=_nothing, setup=_nothing, timer=default_timer, globals=None):
        for what, given in (("stmt", stmt), ("setup", setup)):
            if isinstance(given, str):
                if given == "pass":
                    given = _nothing
                else:
                    raise NotImplementedError(f"timeit of source text is not supported: pass a function as {what}")
            if not callable(given):
                raise ValueError(f"{what} is neither a string nor callable")
            if what == "stmt":
                self._stmt = given
            else:
                self._setup = given
        self.timer = timer

    def timeit(self, number=default_number):
        self._setup()
        stmt = self._stmt
        start = self.timer()
        for _ in itertools.repeat(None, number):
            stmt()
        return self.timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]

    def autorange(self, callback=None):
        i = 1
        while True:
            for j in 1, 2, 5:
                number = i * j
                taken = self.timeit(number)
                if callback:
                    callback(number, taken)
                if taken >= 0.2:
                    return number, taken
            i *= 10


def timeit(stmt=_nothing, setup=_nothing, timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(
    stmt=_nothing, setup=_nothing, timer=default_timer, repeat=default_repeat, number=default_number, globals=None,
):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
