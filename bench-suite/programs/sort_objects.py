"""Sorting objects by keys: attributes, tuples, a reversed order, a class with `__lt__`, and a merge sort of its own."""
from operator import attrgetter


class Person:
    def __init__(self, name, age, city, income):
        self.name = name
        self.age = age
        self.city = city
        self.income = income


class Version:
    def __init__(self, major, minor, patch):
        self.major = major
        self.minor = minor
        self.patch = patch

    def __lt__(self, other):
        if self.major != other.major:
            return self.major < other.major
        if self.minor != other.minor:
            return self.minor < other.minor
        return self.patch < other.patch


def people(count):
    state = 5
    syllables = ["ka", "lo", "mi", "ne", "ru", "so", "ta", "ve"]
    out = []
    for _ in range(count):
        numbers = []
        for _ in range(6):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            numbers.append(state >> 12)
        name = "".join(syllables[n % 8] for n in numbers[:3])
        out.append(Person(name, 18 + numbers[3] % 60, f"city{numbers[4] % 30}", numbers[5] % 90_000 / 7))
    return out


def merge_sort(items, key):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    left, right = merge_sort(items[:middle], key), merge_sort(items[middle:], key)
    merged = []
    i = j = 0
    while i < len(left) and j < len(right):
        if key(right[j]) < key(left[i]):
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    return merged + left[i:] + right[j:]


def main():
    everybody = people(50_000)
    for _ in range(4):
        by_age = sorted(everybody, key=lambda p: p.age)
        by_income = sorted(everybody, key=lambda p: -p.income)
        by_place = sorted(everybody, key=lambda p: (p.city, p.name, p.age))
        by_name = sorted(everybody, key=attrgetter("name"), reverse=True)
    print(by_age[0].name, by_age[-1].age, by_income[0].name, f"{by_income[-1].income:.3f}")
    print(by_place[0].city, by_place[0].name, by_name[0].name, by_name[-1].name)
    assert merge_sort(everybody, lambda p: p.age) == by_age
    versions = [Version(int(p.income) % 5, p.age % 11, len(p.city) * p.age % 97) for p in everybody]
    versions.sort()
    for a, b in zip(versions, versions[1:]):
        assert not b < a
    print(versions[0].patch, versions[-1].major, versions[len(versions) // 2].minor)
    print(sum(i * p.age for i, p in enumerate(by_place)) % 1_000_007)


main()
