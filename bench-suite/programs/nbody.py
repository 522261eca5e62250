"""The orbits of the outer planets by a symplectic integrator: floating-point fields of objects in lists."""
import math


class Body:
    def __init__(self, position, velocity, mass):
        self.x, self.y, self.z = position
        self.vx, self.vy, self.vz = velocity
        self.mass = mass


DAYS = 365.24
SOLAR_MASS = 4 * math.pi * math.pi


def planets():
    sun = Body((0.0, 0.0, 0.0), (0.0, 0.0, 0.0), SOLAR_MASS)
    jupiter = Body(
        (4.84143144246472090, -1.16032004402742839, -0.103622044471123109),
        (0.00166007664274403694 * DAYS, 0.00769901118419740425 * DAYS, -0.0000690460016972063023 * DAYS),
        0.000954791938424326609 * SOLAR_MASS,
    )
    saturn = Body(
        (8.34336671824457987, 4.12479856412430479, -0.403523417114321381),
        (-0.00276742510726411164 * DAYS, 0.00499852801234917238 * DAYS, 0.0000230417297573763929 * DAYS),
        0.000285885980666130812 * SOLAR_MASS,
    )
    return [sun, jupiter, saturn]


def energy(bodies):
    total = 0.0
    for i, a in enumerate(bodies):
        total += 0.5 * a.mass * (a.vx * a.vx + a.vy * a.vy + a.vz * a.vz)
        for b in bodies[i + 1 :]:
            dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
            total -= a.mass * b.mass / math.sqrt(dx * dx + dy * dy + dz * dz)
    return total


def advance(bodies, dt, steps):
    pairs = [(a, b) for i, a in enumerate(bodies) for b in bodies[i + 1 :]]
    for _ in range(steps):
        for a, b in pairs:
            dx = a.x - b.x
            dy = a.y - b.y
            dz = a.z - b.z
            square = dx * dx + dy * dy + dz * dz
            magnitude = dt / (square * math.sqrt(square))
            a.vx -= dx * b.mass * magnitude
            a.vy -= dy * b.mass * magnitude
            a.vz -= dz * b.mass * magnitude
            b.vx += dx * a.mass * magnitude
            b.vy += dy * a.mass * magnitude
            b.vz += dz * a.mass * magnitude
        for body in bodies:
            body.x += dt * body.vx
            body.y += dt * body.vy
            body.z += dt * body.vz


bodies = planets()
print(f"{energy(bodies):.9f}")
advance(bodies, 0.01, 200_000)
print(f"{energy(bodies):.9f}")
