# Numbers that look like addresses of dead objects must not be taken for pointers.
class Node:
    def __init__(self, n):
        self.n = n


seen = {}
for round in range(60):
    nodes = [Node(i) for i in range(100)]
    for node in nodes:
        seen[id(node)] = node.n
        seen[id(node) + 8, round] = None
    nodes = None
    junk = [str(i) * 3 for i in range(300)]
print(len(seen) > 0, len(junk))
