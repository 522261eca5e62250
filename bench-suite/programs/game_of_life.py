"""Conway's game of life on a set of coordinates: tuples in sets and dicts."""

GLIDER_GUN = """
........................O...........
......................O.O...........
............OO......OO............OO
...........O...O....OO............OO
OO........O.....O...OO..............
OO........O...O.OO....O.O...........
..........O.....O.......O...........
...........O...O....................
............OO......................
"""


def parse(picture):
    cells = set()
    for y, line in enumerate(picture.strip().splitlines()):
        for x, character in enumerate(line):
            if character == "O":
                cells.add((x, y))
    return cells


def step(cells):
    neighbours = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    place = (x + dx, y + dy)
                    neighbours[place] = neighbours.get(place, 0) + 1
    return {place for place, count in neighbours.items() if count == 3 or (count == 2 and place in cells)}


def main():
    cells = parse(GLIDER_GUN)
    start = len(cells)
    for generation in range(1, 2101):
        cells = step(cells)
        if generation % 300 == 0:
            left, right = min(x for x, _ in cells), max(x for x, _ in cells)
            print(generation, len(cells), left, right)
    # The gun makes a glider of five cells in every 30 generations.
    assert len(cells) == start + 5 * (2100 // 30)
    print(sum(x * y for x, y in cells))


main()
