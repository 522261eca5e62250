"""Primes from generators that feed each other: a chain of filters, and a sieve that grows with what it has found."""
from itertools import islice


def count_from(n):
    while True:
        yield n
        n += 1


def without_multiples(numbers, prime):
    for n in numbers:
        if n % prime:
            yield n


def chained_primes():
    """Each prime that is found adds one more filter."""
    numbers = count_from(2)
    while True:
        prime = next(numbers)
        yield prime
        numbers = without_multiples(numbers, prime)


def sieved_primes():
    """A dict says which number is the next multiple of which prime."""
    multiples = {}
    for n in count_from(2):
        prime = multiples.pop(n, None)
        if prime is None:
            yield n
            multiples[n * n] = n
        else:
            following = n + prime
            while following in multiples:
                following += prime
            multiples[following] = prime


def pairs(numbers):
    before = next(numbers)
    for n in numbers:
        yield before, n
        before = n


def main():
    first = list(islice(chained_primes(), 900))
    second = list(islice(sieved_primes(), 120_000))
    assert first == second[:900]
    print(first[-1], second[-1], sum(second))
    gaps = {}
    for a, b in pairs(iter(second)):
        gaps[b - a] = gaps.get(b - a, 0) + 1
    print(sorted(gaps.items())[:10])
    twins = sum(1 for a, b in pairs(iter(second)) if b - a == 2)
    print(twins, max(gaps))


main()
