from itertools import *

print(list(product("AB", "xy")), list(product([0, 1], repeat=3)), list(product()), list(product("ab", [])))
print(list(permutations("ABC")), list(permutations("ABC", 2)), list(permutations([1, 2], 3)), list(permutations([])))
print(list(combinations("ABCD", 2)), list(combinations(range(4), 3)), list(combinations("AB", 0)), list(combinations("A", 2)))
print(list(combinations_with_replacement("ABC", 2)), list(combinations_with_replacement("", 2)))
print(len(list(permutations(range(6), 4))), sum(1 for _ in combinations(range(12), 5)))
for p in permutations("abcd", 3):
    print("".join(p), end=" ")
print()


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: combinations("abc", -1))
attempt(lambda: list(islice("abc", -1)))
attempt(lambda: list(islice("abc", 1, 2, 0)))
attempt(lambda: batched("abc", 0))
attempt(lambda: list(batched("abcde", 2, strict=True)))
attempt(lambda: list(chain([1], 2)))
attempt(lambda: list(starmap(pow, [3])))
attempt(lambda: count("a"))
attempt(lambda: product([1], repeat=-1))
attempt(lambda: permutations([1], -1))
attempt(lambda: repeat())
attempt(lambda: zip_longest([1], fill=2))
