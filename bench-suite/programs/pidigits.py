"""Digits of pi by a spigot: big integers."""


def digits():
    q, r, t, k, n, l = 1, 0, 1, 1, 3, 3
    while True:
        if 4 * q + r - t < n * t:
            yield n
            q, r, n = 10 * q, 10 * (r - n * t), (10 * (3 * q + r)) // t - 10 * n
        else:
            q, r, t, k, n, l = q * k, (2 * q + r) * l, t * l, k + 1, (q * (7 * k + 2) + r * l) // (t * l), l + 2


def main():
    source = digits()
    text = "".join(str(next(source)) for _ in range(4_000))
    for start in range(0, len(text), 80):
        print(text[start : start + 80])
    assert text.startswith("31415926535897932384626433832795") and text[762:768] == "999999"


main()
