class Item:
    def __init__(self, name, desc, weight=1): self.name, self.desc, self.weight = name, desc, weight
    def __str__(self): return f"{self.name} ({self.weight}kg)"
class Room:
    def __init__(self, name): self.name = name; self.exits = {}; self.items = []
    def connect(self, d, other):
        self.exits[d] = other
        other.exits[{"north": "south", "south": "north", "east": "west", "west": "east"}[d]] = self
    def describe(self):
        yield f"== {self.name} =="
        if self.items: yield "You see: " + ", ".join(map(str, self.items))
        yield f"Exits: {', '.join(sorted(self.exits)) or 'none'}"
class Game:
    MAX = 5
    def __init__(self):
        hall, kitchen, cellar = map(Room, ("Hall", "Kitchen", "Cellar"))
        hall.connect("north", kitchen); kitchen.connect("east", cellar)
        kitchen.items += [Item("knife", "sharp"), Item("pot", "heavy", 5)]
        self.room, self.inv, self.moves, self.over = hall, [], 0, False
        self.commands = {n[3:]: getattr(self, n) for n in dir(self) if n.startswith("do_")}
    def do_go(self, d=None, *_):
        """go DIRECTION"""
        if d not in self.room.exits: print("You can't go that way."); return
        self.room = self.room.exits[d]; self.do_look()
    def do_look(self, *_):
        """look around"""
        print(*self.room.describe(), sep="\n")
    def do_take(self, *names):
        """take ITEM"""
        for n in names:
            it = next((i for i in self.room.items if i.name == n), None)
            if it is None: print(f"No {n!r} here.")
            elif sum(i.weight for i in self.inv) + it.weight > self.MAX: print("Too heavy!")
            else: self.inv.append(it); self.room.items.remove(it); print("Taken.")
    def do_inv(self):
        """inventory"""
        print("\n".join(f"{i:>2}. {it}" for i, it in enumerate(self.inv, 1)) or "Empty")
    def do_help(self):
        for k, f in sorted(self.commands.items()): print(f"{k:<6}{f.__doc__}")
    def do_quit(self): self.over = True
    def play(self, script):
        for line in script.strip().splitlines():
            print(">", line)
            self.moves += 1
            cmd, *args = line.lower().split()
            try: self.commands[cmd](*args)
            except KeyError as e: print("Unknown command", e)
            except TypeError as e: print("Bad usage:", e)
            if self.over: break
        print(f"{self.moves} moves")
Game().play("""
look
go north
take knife pot spoon
inv now
inv
help
dance
go
go east
quit
go west
""")
