"""Clusters of points by Lloyd's algorithm: objects with float fields in lists of lists."""
import math


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def distance_to(self, other):
        dx = self.x - other.x
        dy = self.y - other.y
        return math.sqrt(dx * dx + dy * dy)


class Cluster:
    def __init__(self, center):
        self.center = center
        self.points = []

    def move(self):
        """Puts the center in the middle of the points; how far it moved."""
        if not self.points:
            return 0.0
        x = y = 0.0
        for point in self.points:
            x += point.x
            y += point.y
        count = len(self.points)
        center = Point(x / count, y / count)
        moved = center.distance_to(self.center)
        self.center = center
        return moved


def generate(count, groups):
    state = 42
    points = []
    for i in range(count):
        numbers = []
        for _ in range(4):
            state = (state * 1103515245 + 12345) % 2147483648
            numbers.append(state / 2147483648)
        group = i % groups
        angle = 2.0 * math.pi * group / groups
        radius = math.sqrt(-2.0 * math.log(numbers[0] + 1e-12)) * 1.6
        turn = 2.0 * math.pi * numbers[1]
        x = 10.0 * math.cos(angle) + radius * math.cos(turn)
        y = 10.0 * math.sin(angle) + radius * math.sin(turn)
        points.append(Point(x, y))
    return points


def k_means(points, k, rounds):
    clusters = [Cluster(points[i]) for i in range(k)]
    for step in range(rounds):
        for cluster in clusters:
            cluster.points = []
        for point in points:
            best = clusters[0]
            best_distance = point.distance_to(best.center)
            for cluster in clusters:
                distance = point.distance_to(cluster.center)
                if distance < best_distance:
                    best = cluster
                    best_distance = distance
            best.points.append(point)
        moved = 0.0
        for cluster in clusters:
            moved += cluster.move()
        if moved < 1e-9:
            return clusters, step + 1
    return clusters, rounds


def main():
    points = generate(60_000, 9)
    clusters, steps = k_means(points, 9, 60)
    spread = 0.0
    for cluster in clusters:
        inner = 0.0
        for point in cluster.points:
            inner += point.distance_to(cluster.center)
        spread += inner
        print(f"{cluster.center.x:9.5f} {cluster.center.y:9.5f} {len(cluster.points)}")
    print(steps, f"{spread:.6f}")
    assert sum(len(cluster.points) for cluster in clusters) == len(points)


main()
