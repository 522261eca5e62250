"""Heaps in lists. The operations on one heap are native; merging and selecting are here."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]

from _heapq import (
    heapify, heappop, heappush, heappushpop, heapreplace, _heapify_max, _heappop_max, _heapreplace_max,
)


def merge(*iterables, key=None, reverse=False):
    """Merge sorted inputs into one sorted iterator."""
    # A heap entry is [key, order of the input, next method, value]; the order makes ties stable.
    h = []
    direction = -1 if reverse else 1
    _heapify = _heapify_max if reverse else heapify
    _heapreplace = _heapreplace_max if reverse else heapreplace
    _heappop = _heappop_max if reverse else heappop
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            h.append([value if key is None else key(value), order * direction, it, value])
            break
    _heapify(h)
    while len(h) > 1:
        entry = h[0]
        yield entry[3]
        for value in entry[2]:
            entry[3] = value
            entry[0] = value if key is None else key(value)
            _heapreplace(h, entry)
            break
        else:
            _heappop(h)
    if h:
        entry = h[0]
        yield entry[3]
        yield from entry[2]


def nsmallest(n, iterable, key=None):
    # sorted() is stable and so gives what CPython's selection gives.
    if n == 1:
        missing = object()
        result = min(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    if n == 1:
        missing = object()
        result = max(iterable, default=missing, key=key)
        return [] if result is missing else [result]
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
