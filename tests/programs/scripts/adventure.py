"""A small text adventure, played from a script of commands on standard input."""
import sys
import random
from collections import defaultdict
from dataclasses import dataclass, field
from enum import Enum, auto


class Direction(Enum):
    NORTH = auto()
    SOUTH = auto()
    EAST = auto()
    WEST = auto()

    @property
    def opposite(self):
        return OPPOSITES[self]

    @classmethod
    def parse(cls, word):
        for member in cls:
            if member.name.lower().startswith(word.lower()):
                return member
        raise ValueError(f"no such direction: {word!r}")


OPPOSITES = {
    Direction.NORTH: Direction.SOUTH,
    Direction.SOUTH: Direction.NORTH,
    Direction.EAST: Direction.WEST,
    Direction.WEST: Direction.EAST,
}


class GameError(Exception):
    """Something the player cannot do."""


class Locked(GameError):
    def __init__(self, room, key):
        super().__init__(f"The way to the {room} is locked. You need the {key}.")
        self.room = room
        self.key = key


@dataclass(order=True)
class Item:
    weight: int
    name: str = field(compare=False)
    value: int = field(default=0, compare=False)

    def __str__(self):
        return self.name


@dataclass
class Room:
    name: str
    description: str
    items: list = field(default_factory=list)
    exits: dict = field(default_factory=dict)
    locked_by: str | None = None
    visited: int = 0

    def connect(self, direction, other):
        self.exits[direction] = other
        other.exits[direction.opposite] = self

    def describe(self):
        lines = [f"== {self.name} =="]
        if self.visited < 2:
            lines.append(self.description)
        if self.items:
            lines.append("You see: " + ", ".join(sorted(map(str, self.items))))
        ways = ", ".join(d.name.lower() for d in self.exits)
        lines.append(f"Exits: {ways or 'none'}")
        return "\n".join(lines)


class Player:
    MAX_WEIGHT = 10

    def __init__(self, name, room):
        self.name = name
        self.room = room
        self.bag = {}
        self.score = 0
        self.log = defaultdict(int)

    @property
    def load(self):
        return sum(item.weight for item in self.bag.values())

    def take(self, name):
        for i, item in enumerate(self.room.items):
            if item.name == name:
                break
        else:
            raise GameError(f"There is no {name} here.")
        if self.load + item.weight > self.MAX_WEIGHT:
            raise GameError(f"The {name} is too heavy ({self.load}+{item.weight} > {self.MAX_WEIGHT}).")
        del self.room.items[i]
        self.bag[name] = item
        self.score += item.value
        return item

    def drop(self, name):
        try:
            item = self.bag.pop(name)
        except KeyError:
            raise GameError(f"You have no {name}.") from None
        self.room.items.append(item)
        self.score -= item.value

    def move(self, direction):
        target = self.room.exits.get(direction)
        if target is None:
            raise GameError("You cannot go that way.")
        if target.locked_by and target.locked_by not in self.bag:
            raise Locked(target.name, target.locked_by)
        self.room = target
        target.visited += 1


class Game:
    def __init__(self, seed=7):
        self.random = random.Random(seed)
        self.turn = 0
        self.over = False
        hall = Room("Hall", "A draughty hall with a cold hearth.")
        library = Room("Library", "Dust and a thousand books.", [Item(1, "lamp", 5), Item(6, "atlas", 10)])
        cellar = Room("Cellar", "It smells of wine.", [Item(2, "key", 1), Item(5, "barrel", 3)])
        vault = Room("Vault", "Gold, at last!", [Item(8, "chest", 100)], locked_by="key")
        hall.connect(Direction.NORTH, library)
        hall.connect(Direction.WEST, cellar)
        library.connect(Direction.EAST, vault)
        self.rooms = {r.name: r for r in (hall, library, cellar, vault)}
        self.player = Player("Ada", hall)

    def commands(self):
        return {
            name[3:]: getattr(self, name) for name in dir(self) if name.startswith("do_")
        }

    def do_look(self):
        print(self.player.room.describe())

    def do_go(self, where):
        self.player.move(Direction.parse(where))
        self.do_look()

    def do_take(self, *names):
        for name in names:
            item = self.player.take(name)
            print(f"Taken: {item} ({item.weight} kg).")

    def do_drop(self, name):
        self.player.drop(name)
        print("Dropped.")

    def do_bag(self):
        if not self.player.bag:
            print("Your bag is empty.")
            return
        width = max(len(n) for n in self.player.bag)
        for item in sorted(self.player.bag.values()):
            print(f"  {item.name:<{width}} {item.weight:>3} kg {item.value:>4} pts")
        print(f"  {'total':<{width}} {self.player.load:>3} kg")

    def do_dice(self, count="1", sides="6"):
        rolls = [self.random.randint(1, int(sides)) for _ in range(int(count))]
        print(f"{'+'.join(map(str, rolls))} = {sum(rolls)}")

    def do_quit(self):
        self.over = True

    def execute(self, line):
        words = line.split()
        if not words:
            return
        self.turn += 1
        verb, *rest = words
        self.player.log[verb] += 1
        commands = self.commands()
        matches = [c for c in commands if c.startswith(verb)]
        match matches:
            case []:
                raise GameError(f"I do not know how to {verb!r}.")
            case [one]:
                commands[one](*rest)
            case [first, second, *others]:
                more = f" or {len(others)} more" if others else ""
                raise GameError(f"Do you mean {first} or {second}{more}?")

    def run(self, stream):
        self.do_look()
        for number, line in enumerate(stream, start=1):
            line = line.partition("#")[0].strip()
            if not line:
                continue
            print(f"\n[{number:02}] > {line}")
            try:
                self.execute(line)
            except Locked as e:
                print(f"{e} (locked: {e.room})")
            except GameError as e:
                print(e)
            except (TypeError, ValueError) as e:
                print(f"What? [{type(e).__name__}: {e}]")
            finally:
                if self.turn % 5 == 0:
                    print(f"-- turn {self.turn}, score {self.player.score}")
            if self.over:
                break
        else:
            print("\nThe script ends here.")
        print("\nFinal score:", self.player.score)
        for verb, count in sorted(self.player.log.items(), key=lambda kv: (-kv[1], kv[0])):
            print(f"{verb:>6}: {'*' * count}")


if __name__ == "__main__":
    Game().run(sys.stdin)
