def inner(d, k):
    return d[k] + 1


def middle(x):
    value = inner({"a": 1}, x)
    return value


class Thing:
    def method(self, n):
        if n:
            return self.method(n - 1)
        return middle("b")


print("before")
Thing().method(2)
