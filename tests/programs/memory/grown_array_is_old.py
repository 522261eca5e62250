# A list and a dict that grow far, filled with new objects while they are old: what they hold must live on.
class Item:
    def __init__(self, n):
        self.n = n


def fill(count):
    items = []
    table = {}
    for i in range(count):
        items.append(Item(i))
        if i % 4 == 0:
            table[i] = Item(i)
        if i % 1000 == 999:
            items[i // 2] = Item(-i)
    return items, table


items, table = fill(400_000)
print(len(items), len(table))
print(sum(item.n for item in items))
print(all(k == v.n for k, v in table.items()))
items.extend([Item(n) for n in range(10)])
print([item.n for item in items[-10:]])
items = [item for item in items if item.n % 2]
print(len(items), items[-1].n)
