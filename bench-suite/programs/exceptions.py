"""Exceptions in loops: raised near, raised deep down, caught by class, with `finally` and with causes."""


class ParseError(Exception):
    def __init__(self, text, position):
        super().__init__(f"cannot read {text!r} at {position}")
        self.position = position


class RangeError(ValueError):
    pass


def digit(text, position):
    code = ord(text[position]) - ord("0")
    if not 0 <= code <= 9:
        raise ParseError(text, position)
    return code


def number(text):
    value = 0
    for position in range(len(text)):
        value = value * 10 + digit(text, position)
    if value > 500:
        raise RangeError(value)
    return value


def safe_number(text, log):
    try:
        return number(text)
    except ParseError as error:
        log["parse"] += 1
        return -error.position
    except ValueError:
        log["range"] += 1
        return 500
    finally:
        log["calls"] += 1


def descend(depth, n):
    if depth == 0:
        if n % 3 == 0:
            raise KeyError(n)
        return n
    return descend(depth - 1, n) + 1


def translate(n):
    try:
        return descend(8, n)
    except KeyError as error:
        raise RangeError("no multiple of three") from error


def main():
    log = {"parse": 0, "range": 0, "calls": 0}
    texts = [str(i) if i % 4 else f"{i}x{i}" for i in range(1000)]
    total = 0
    for _ in range(300):
        for text in texts:
            total += safe_number(text, log)
    print(total, log)
    assert log["calls"] == 300_000
    assert log["parse"] == 250 * 300
    missed = 0
    found = 0
    for n in range(240_000):
        try:
            found += translate(n)
        except RangeError as error:
            missed += isinstance(error.__cause__, KeyError)
    print(found, missed)
    assert missed == 80_000
    items = {i: i * i for i in range(0, 1000, 2)}
    absent = 0
    squares = 0
    for _ in range(200):
        for i in range(1000):
            try:
                squares += items[i]
            except KeyError:
                absent += 1
    print(squares, absent)


main()
