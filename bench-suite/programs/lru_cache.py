"""A cache that drops what was used least recently: a dict of nodes in a doubly linked list."""


class Node:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.older = None
        self.newer = None


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.nodes = {}
        self.oldest = None
        self.newest = None
        self.hits = 0
        self.misses = 0

    def __len__(self):
        return len(self.nodes)

    def unlink(self, node):
        if node.older is not None:
            node.older.newer = node.newer
        else:
            self.oldest = node.newer
        if node.newer is not None:
            node.newer.older = node.older
        else:
            self.newest = node.older
        node.older = node.newer = None

    def push(self, node):
        node.older = self.newest
        if self.newest is not None:
            self.newest.newer = node
        self.newest = node
        if self.oldest is None:
            self.oldest = node

    def get(self, key):
        node = self.nodes.get(key)
        if node is None:
            self.misses += 1
            return None
        self.hits += 1
        self.unlink(node)
        self.push(node)
        return node.value

    def put(self, key, value):
        node = self.nodes.get(key)
        if node is not None:
            node.value = value
            self.unlink(node)
            self.push(node)
            return
        if len(self.nodes) >= self.capacity:
            oldest = self.oldest
            self.unlink(oldest)
            del self.nodes[oldest.key]
        node = Node(key, value)
        self.nodes[key] = node
        self.push(node)

    def keys(self):
        node = self.newest
        while node is not None:
            yield node.key
            node = node.older


def main():
    cache = LRUCache(2_000)
    state = 1
    total = 0
    for _ in range(900_000):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        # Small keys are asked for much more often than large ones.
        key = (state >> 8) % (1 + (state >> 4) % 6_000)
        value = cache.get(key)
        if value is None:
            value = key * key % 1009
            cache.put(key, value)
        total += value
    print(cache.hits, cache.misses, total)
    keys = list(cache.keys())
    print(keys[:8])
    assert len(keys) == len(cache) == 2_000 and len(set(keys)) == 2_000


main()
