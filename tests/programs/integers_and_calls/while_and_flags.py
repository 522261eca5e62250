def collatz(limit):
    best = best_n = 0
    for n in range(1, limit):
        steps = 0
        m = n
        while m != 1:
            m = 3 * m + 1 if m % 2 else m // 2
            steps += 1
        if steps > best:
            best, best_n = steps, n
    return best, best_n


print(collatz(3000))


def primes(n):
    sieve = [True] * (n + 1)
    sieve[0] = sieve[1] = False
    i = 2
    while i * i <= n:
        if sieve[i]:
            for j in range(i * i, n + 1, i):
                sieve[j] = False
        i += 1
    return [i for i, p in enumerate(sieve) if p]


print(primes(100))


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


print(gcd(1071, 462), gcd(2**70, 2**65 * 3), gcd(0, 5), gcd(-12, 18))


def is_even(n):
    return n % 2 == 0


def flags(n):
    found = False
    count = 0
    for i in range(n):
        even = is_even(i)
        if even and not found:
            found = i > 5
        count += even
    return found, count, found & True, even | False, True + found


print(flags(3), flags(10))
