"""Pancake flipping over all permutations of a small list: indices, swaps and slices of a list of ints."""


def fannkuch(n):
    permutation = list(range(n))
    count = [0] * n
    max_flips = 0
    checksum = 0
    sign = 1
    r = n
    while True:
        while r != 1:
            count[r - 1] = r
            r -= 1
        if permutation[0] != 0:
            flips = 0
            work = permutation[:]
            first = work[0]
            while first != 0:
                low = 0
                high = first
                while low < high:
                    work[low], work[high] = work[high], work[low]
                    low += 1
                    high -= 1
                flips += 1
                first = work[0]
            if flips > max_flips:
                max_flips = flips
            checksum += sign * flips
        sign = -sign
        # The next permutation, in an order in which neighbours differ by a rotation of the first r items.
        while True:
            if r == n:
                return checksum, max_flips
            first = permutation[0]
            for i in range(r):
                permutation[i] = permutation[i + 1]
            permutation[r] = first
            count[r] -= 1
            if count[r] > 0:
                break
            r += 1


KNOWN = {7: (228, 16), 8: (1616, 22), 9: (8629, 30)}

for n in (7, 8, 9, 9):
    checksum, flips = fannkuch(n)
    print(f"{checksum}\nPfannkuchen({n}) = {flips}")
    assert (checksum, flips) == KNOWN[n]
