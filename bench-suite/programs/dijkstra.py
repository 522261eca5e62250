"""Shortest paths in a road map of named places: heapq over tuples, dicts of dicts."""
import heapq


def road_map(width, height):
    """A grid of towns with roads of different lengths between neighbours."""
    state = 12345
    roads = {f"town{x}-{y}": {} for y in range(height) for x in range(width)}
    for y in range(height):
        for x in range(width):
            here = f"town{x}-{y}"
            for nx, ny in ((x + 1, y), (x, y + 1)):
                if nx < width and ny < height:
                    state = (state * 1103515245 + 12345) % 2147483648
                    length = 1 + (state >> 16) % 100
                    there = f"town{nx}-{ny}"
                    roads[here][there] = length
                    roads[there][here] = length
    return roads


def shortest(roads, start):
    distances = {start: 0}
    before = {}
    done = set()
    queue = [(0, start)]
    while queue:
        distance, place = heapq.heappop(queue)
        if place in done:
            continue
        done.add(place)
        for neighbour, length in roads[place].items():
            through = distance + length
            if neighbour not in distances or through < distances[neighbour]:
                distances[neighbour] = through
                before[neighbour] = place
                heapq.heappush(queue, (through, neighbour))
    return distances, before


def path(before, end):
    places = [end]
    while places[-1] in before:
        places.append(before[places[-1]])
    places.reverse()
    return places


def main():
    width, height = 190, 160
    roads = road_map(width, height)
    total = 0
    for k in range(12):
        start = f"town{k * 7}-{k * 5}"
        distances, before = shortest(roads, start)
        end = f"town{width - 1 - k}-{height - 1}"
        way = path(before, end)
        print(start, end, distances[end], len(way))
        assert len(distances) == width * height
        assert sum(roads[a][b] for a, b in zip(way, way[1:])) == distances[end]
        total += sum(distances.values())
    print(total)


main()
