"""A ray tracer with a vector class: small objects, operator methods, polymorphic shapes, recursion for reflections."""
import math


class Vec3:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vec3(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vec3(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vec3(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def length(self):
        return math.sqrt(self.dot(self))

    def normalized(self):
        return self * (1.0 / self.length())

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def at(self, distance):
        return self.origin + self.direction * distance


class Sphere:
    def __init__(self, center, radius, colour, mirror):
        self.center = center
        self.radius = radius
        self.colour = colour
        self.mirror = mirror

    def hit(self, ray):
        """The distance to the nearest hit, or None."""
        to_center = self.center - ray.origin
        along = to_center.dot(ray.direction)
        square = self.radius * self.radius - (to_center.dot(to_center) - along * along)
        if square < 0.0:
            return None
        half = math.sqrt(square)
        if along - half > 1e-6:
            return along - half
        if along + half > 1e-6:
            return along + half
        return None

    def normal_at(self, point):
        return (point - self.center).normalized()

    def colour_at(self, point):
        return self.colour


class Plane:
    def __init__(self, point, normal, colours, mirror):
        self.point = point
        self.normal = normal
        self.colours = colours
        self.mirror = mirror

    def hit(self, ray):
        slope = self.normal.dot(ray.direction)
        if abs(slope) < 1e-9:
            return None
        distance = (self.point - ray.origin).dot(self.normal) / slope
        return distance if distance > 1e-6 else None

    def normal_at(self, point):
        return self.normal

    def colour_at(self, point):
        return self.colours[(math.floor(point.x + 0.31) + math.floor(point.z + 0.31)) % 2]


class Scene:
    def __init__(self, shapes, light):
        self.shapes = shapes
        self.light = light

    def nearest(self, ray):
        best = None
        best_distance = math.inf
        for shape in self.shapes:
            distance = shape.hit(ray)
            if distance is not None and distance < best_distance:
                best = shape
                best_distance = distance
        return best, best_distance

    def in_shadow(self, point):
        to_light = self.light - point
        ray = Ray(point, to_light.normalized())
        shape, distance = self.nearest(ray)
        return shape is not None and distance < to_light.length()

    def trace(self, ray, depth):
        shape, distance = self.nearest(ray)
        if shape is None:
            sky = 0.5 + 0.5 * ray.direction.y
            return Vec3(0.6, 0.7, 1.0) * sky
        point = ray.at(distance)
        normal = shape.normal_at(point)
        light = 0.15
        if not self.in_shadow(point + normal * 1e-4):
            light += 0.85 * max(0.0, normal.dot((self.light - point).normalized()))
        colour = shape.colour_at(point) * light
        if shape.mirror > 0.0 and depth < 3:
            bounced = Ray(point + normal * 1e-4, ray.direction.reflected(normal).normalized())
            colour = colour * (1.0 - shape.mirror) + self.trace(bounced, depth + 1) * shape.mirror
        return colour


def example():
    shapes = [Plane(Vec3(0.0, -1.0, 0.0), Vec3(0.0, 1.0, 0.0), [Vec3(0.9, 0.9, 0.9), Vec3(0.1, 0.1, 0.1)], 0.2)]
    for i in range(5):
        x = 2.0 * (i - 2)
        colour = Vec3(0.2 + 0.15 * i, 0.9 - 0.15 * i, 0.5)
        shapes.append(Sphere(Vec3(x, 0.1 * i, 7.0 + 0.5 * (i % 2)), 1.0, colour, 0.1 * i))
    return Scene(shapes, Vec3(-5.3, 8.1, -3.2))


def render(scene, width, height):
    eye = Vec3(0.0, 1.0, -4.0)
    rows = []
    for j in range(height):
        row = []
        for i in range(width):
            x = (i - width / 2) / width * 2.0
            y = (height / 2 - j) / width * 2.0
            row.append(scene.trace(Ray(eye, Vec3(x, y, 2.0).normalized()), 0))
        rows.append(row)
    return rows


def main():
    rows = render(example(), 360, 240)
    total = Vec3(0.0, 0.0, 0.0)
    brightest = 0.0
    for row in rows:
        for colour in row:
            total = total + colour
            brightest = max(brightest, colour.length())
    count = len(rows) * len(rows[0])
    mean = total * (1.0 / count)
    print(f"{mean.x:.6f} {mean.y:.6f} {mean.z:.6f} {brightest:.6f}")
    for row in rows[::20]:
        print("".join(" .:-=+*#%@"[min(int(colour.length() * 6.0), 9)] for colour in row[::6]))
    assert 0.0 < mean.x < 1.0 and brightest < 2.0


main()
