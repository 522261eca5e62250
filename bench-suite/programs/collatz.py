"""The longest Collatz chain below a limit: integer arithmetic in a while loop."""


def chain(n):
    steps = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def longest(limit):
    best = best_n = 0
    for n in range(1, limit):
        steps = chain(n)
        if steps > best:
            best, best_n = steps, n
    return best_n, best


def main():
    result = longest(300_000)
    print(result)
    assert result == (230_631, 443)


main()
