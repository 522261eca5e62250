"""The "Did you mean" of error texts: which known name is closest to a misspelt one."""

_MOVE_COST = 2
_CASE_COST = 1


def closest(wrong, names):
    """The best candidate among `names`, or None when nothing is near enough."""
    best = None
    best_distance = None
    for name in names:
        if name == wrong:
            continue
        limit = (len(name) + len(wrong) + 3) * _MOVE_COST // 6
        if best_distance is not None:
            limit = min(limit, best_distance - 1)
        distance = _distance(wrong, name, limit)
        if distance > limit:
            continue
        if best is None or distance < best_distance:
            best = name
            best_distance = distance
    return best


def _substitution_cost(a, b):
    if a == b:
        return 0
    if a.lower() == b.lower():
        return _CASE_COST
    return _MOVE_COST


def _distance(a, b, limit):
    """Levenshtein distance with cheap changes of case; anything above `limit` may be returned as limit + 1."""
    if a == b:
        return 0
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    a = a[start:]
    b = b[start:]
    while a and b and a[-1] == b[-1]:
        a = a[:-1]
        b = b[:-1]
    if not a or not b:
        return _MOVE_COST * (len(a) + len(b))
    if len(a) > 40 or len(b) > 40:
        return limit + 1
    if len(b) < len(a):
        a, b = b, a
    if (len(b) - len(a)) * _MOVE_COST > limit:
        return limit + 1
    row = list(range(_MOVE_COST, _MOVE_COST * (len(a) + 1), _MOVE_COST))
    result = 0
    for b_index in range(len(b)):
        b_char = b[b_index]
        distance = result = b_index * _MOVE_COST
        minimum = None
        for index in range(len(a)):
            substitute = distance + _substitution_cost(b_char, a[index])
            distance = row[index]
            insert_delete = min(result, distance) + _MOVE_COST
            result = min(insert_delete, substitute)
            row[index] = result
            if minimum is None or result < minimum:
                minimum = result
        if minimum > limit:
            return limit + 1
    return result
