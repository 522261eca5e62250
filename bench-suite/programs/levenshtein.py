"""The edit distance of generated words: dynamic programming over strings and a list of ints."""


def distance(a, b):
    if len(a) < len(b):
        a, b = b, a
    previous = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        current = [i]
        for j, cb in enumerate(b, 1):
            cost = previous[j - 1] if ca == cb else 1 + min(previous[j - 1], previous[j], current[j - 1])
            current.append(cost)
        previous = current
    return previous[-1]


def words(count):
    state = 7
    out = []
    for _ in range(count):
        length = 60 + state % 60
        letters = []
        for _ in range(length):
            state = (state * 1103515245 + 12345) % 2147483648
            letters.append("acgt"[state >> 16 & 3])
        out.append("".join(letters))
    return out


def main():
    assert distance("kitten", "sitting") == 3
    assert distance("", "abc") == 3
    texts = words(52)
    total = 0
    closest = (1000, 0, 0)
    for i in range(len(texts)):
        for j in range(i):
            d = distance(texts[i], texts[j])
            total += d
            if (d, i, j) < closest:
                closest = (d, i, j)
    print(total, closest)


main()
