"""Dominators and the nesting of loops in generated flow graphs: objects, lists, dicts and sets of them."""


class Block:
    def __init__(self, number):
        self.number = number
        self.successors = []
        self.predecessors = []
        self.order = -1
        self.dominator = None


class Loop:
    def __init__(self, header):
        self.header = header
        self.blocks = {header.number}
        self.parent = None

    def depth(self):
        depth = 1
        loop = self.parent
        while loop is not None:
            depth += 1
            loop = loop.parent
        return depth


class Graph:
    def __init__(self):
        self.blocks = []

    def block(self):
        made = Block(len(self.blocks))
        self.blocks.append(made)
        return made

    def edge(self, source, target):
        source.successors.append(target)
        target.predecessors.append(source)

    def straight(self, start, n):
        for _ in range(n):
            following = self.block()
            self.edge(start, following)
            start = following
        return start

    def diamond(self, start):
        left, right, join = self.block(), self.block(), self.block()
        self.edge(start, left)
        self.edge(start, right)
        self.edge(left, join)
        self.edge(right, join)
        return join

    def nest(self, start, depth):
        """A loop in which there are diamonds and two loops of one level less."""
        header = self.straight(start, 1)
        body = self.diamond(header)
        if depth > 1:
            body = self.nest(body, depth - 1)
            body = self.straight(body, 2)
            body = self.nest(body, depth - 1)
        bottom = self.diamond(body)
        self.edge(bottom, header)
        return self.straight(bottom, 1)


def reverse_postorder(entry):
    order = []
    seen = {entry.number}
    stack = [(entry, 0)]
    while stack:
        block, position = stack.pop()
        if position < len(block.successors):
            stack.append((block, position + 1))
            successor = block.successors[position]
            if successor.number not in seen:
                seen.add(successor.number)
                stack.append((successor, 0))
        else:
            order.append(block)
    order.reverse()
    for i, block in enumerate(order):
        block.order = i
    return order


def intersect(a, b):
    while a is not b:
        while a.order > b.order:
            a = a.dominator
        while b.order > a.order:
            b = b.dominator
    return a


def find_dominators(order):
    """The iterative algorithm of Cooper, Harvey and Kennedy."""
    entry = order[0]
    entry.dominator = entry
    changed = True
    while changed:
        changed = False
        for block in order[1:]:
            best = None
            for predecessor in block.predecessors:
                if predecessor.dominator is not None:
                    best = predecessor if best is None else intersect(predecessor, best)
            if block.dominator is not best:
                block.dominator = best
                changed = True


def dominates(a, b):
    while b.order > a.order:
        b = b.dominator
    return a is b


def find_loops(order):
    loops = {}
    for block in order:
        for target in block.successors:
            if dominates(target, block):
                loop = loops.setdefault(target.number, Loop(target))
                todo = [block]
                while todo:
                    member = todo.pop()
                    if member.number not in loop.blocks:
                        loop.blocks.add(member.number)
                        todo.extend(member.predecessors)
    # The smallest loop that contains another's header, and is not it, is its parent.
    found = sorted(loops.values(), key=lambda loop: (len(loop.blocks), loop.header.number))
    for i, loop in enumerate(found):
        for larger in found[i + 1 :]:
            if loop.header.number in larger.blocks:
                loop.parent = larger
                break
    return found


def main():
    total = 0
    for depth in (5, 6, 7, 8):
        for _ in range(60):
            graph = Graph()
            graph.nest(graph.block(), depth)
            order = reverse_postorder(graph.blocks[0])
            find_dominators(order)
            loops = find_loops(order)
            assert len(loops) == 2**depth - 1
            assert max(loop.depth() for loop in loops) == depth
            total += sum(loop.depth() * len(loop.blocks) for loop in loops)
        print(depth, len(graph.blocks), len(loops), total)


main()
