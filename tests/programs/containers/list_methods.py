# Every list method, with its edges.
xs = [3, 1, 2]
xs.append(4)
xs.extend((5, 6))
xs.extend(range(7, 9))
xs.extend("ab")
xs.extend({"k": 1})
print(xs)
xs.insert(0, "first")
xs.insert(-1, "before last")
xs.insert(100, "last")
xs.insert(-100, "very first")
print(xs)
print(xs.pop(), xs.pop(0), xs.pop(-2), xs)
xs.remove(2)
print(xs, xs.index("a"), xs.count(1), xs.count("zz"))
print([1, 2, 3, 1, 2, 3].index(2, 2), [1, 2, 3, 1].index(1, -1), [1, 2, 3].index(3, 0, 100))
ys = xs.copy()
ys.reverse()
print(ys, ys is xs, ys == xs, ys[::-1] == xs)
ys.clear()
print(ys, len(ys), bool(ys), bool(xs))
print([1, True, 1.0, 2].count(1), [0, False].index(False), [1.0, 1].index(1))
print(list(), list("abc"), list((1, 2)), list({1: 2}), list(range(3)), list(x * x for x in range(4)))
a = [1, 2]
b = a
b += [3]
a *= 2
print(a, b, a is b)
a.extend(a)
print(a)
a += a
print(len(a))
print([0] * 3, 3 * [1, 2], [1] * 0, [1] * -5, [] * 100, True * [7])
print([1] + [2] + [], [[]] * 2)
c = [[]] * 3
c[0].append(1)
print(c)
