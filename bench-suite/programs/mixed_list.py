"""A list of values of many types and an `isinstance` dispatch over them: totals, a flattening, a text of each."""


class Money:
    def __init__(self, amount, currency):
        self.amount = amount
        self.currency = currency


def make(count):
    state = 99
    out = []
    for i in range(count):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        kind = (state >> 12) % 8
        if kind == 0:
            out.append(i)
        elif kind == 1:
            out.append(i * 0.25)
        elif kind == 2:
            out.append(f"item {i}")
        elif kind == 3:
            out.append(None)
        elif kind == 4:
            out.append([i, i + 1, [i * 2]])
        elif kind == 5:
            out.append((i, str(i)))
        elif kind == 6:
            out.append(i % 3 == 0)
        else:
            out.append(Money(i, "EUR" if i % 2 else "USD"))
    return out


def weight(value):
    if value is None:
        return 1
    if isinstance(value, bool):
        return 2 if value else 3
    if isinstance(value, int):
        return value % 100
    if isinstance(value, float):
        return int(value) % 50
    if isinstance(value, str):
        return len(value)
    if isinstance(value, (list, tuple)):
        total = 0
        for item in value:
            total += weight(item)
        return total
    if isinstance(value, Money):
        return value.amount % 10 + len(value.currency)
    raise TypeError(f"what is {value!r}?")


def describe(value):
    if isinstance(value, Money):
        return f"{value.amount} {value.currency}"
    if isinstance(value, list):
        return "[" + " ".join(describe(item) for item in value) + "]"
    if isinstance(value, float):
        return f"{value:.1f}"
    return str(value)


def count_types(values):
    counts = {}
    for value in values:
        name = type(value).__name__
        counts[name] = counts.get(name, 0) + 1
    return counts


def main():
    values = make(60_000)
    total = 0
    for _ in range(36):
        for value in values:
            total += weight(value)
    print(total)
    counts = count_types(values)
    print(sorted(counts.items()))
    assert sum(counts.values()) == len(values)
    length = sum(len(describe(value)) for value in values)
    print(length, describe(values[4:9]))


main()
