"""The sieve of Eratosthenes over a list of bools."""


def sieve(n):
    prime = [True] * (n + 1)
    prime[0] = prime[1] = False
    i = 2
    while i * i <= n:
        if prime[i]:
            for j in range(i * i, n + 1, i):
                prime[j] = False
        i += 1
    return prime


def main():
    limit = 5_000_000
    prime = sieve(limit)
    count = 0
    last = 0
    for n in range(limit + 1):
        if prime[n]:
            count += 1
            last = n
    print(count, last)
    assert count == 348_513


for _ in range(3):
    main()
