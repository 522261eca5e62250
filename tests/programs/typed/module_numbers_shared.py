"""Numbers in globals that other code stores to under computed names."""
import sys

level = 1
seen = 0


def change(value):
    setattr(sys.modules["__main__"], "level", value)


for i in range(4):
    level += 1
    change(level * 2)
    seen += level
print(level, seen, i)


def write(name, value):
    globals()[name] = value


speed = 1.5
for i in range(3):
    speed *= 2.0
    write("speed", i)
    speed += 1
print(speed, i)
