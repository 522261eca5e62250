# Loads and stores say which memory they touch: storing an item makes no length unknown.
# FUNCTION: .fill#
# CHECK: !tbaa


def fill(items, n):
    for i in range(n):
        items[i] = 0.5


fill([1.0] * 10, 10)
