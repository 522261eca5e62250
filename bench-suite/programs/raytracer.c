#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct vec {
    double x, y, z;
};

static struct vec add(struct vec a, struct vec b) {
    return (struct vec){a.x + b.x, a.y + b.y, a.z + b.z};
}

static struct vec subtract(struct vec a, struct vec b) {
    return (struct vec){a.x - b.x, a.y - b.y, a.z - b.z};
}

static struct vec times(struct vec a, double factor) {
    return (struct vec){a.x * factor, a.y * factor, a.z * factor};
}

static double dot(struct vec a, struct vec b) {
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static double length(struct vec a) {
    return sqrt(dot(a, a));
}

static struct vec normalized(struct vec a) {
    return times(a, 1.0 / length(a));
}

static struct vec reflected(struct vec a, struct vec normal) {
    return subtract(a, times(normal, 2.0 * dot(a, normal)));
}

struct ray {
    struct vec origin, direction;
};

enum kind { SPHERE, PLANE };

struct shape {
    enum kind kind;
    struct vec center, normal, colours[2];
    double radius, mirror;
};

struct scene {
    struct shape *shapes;
    int64_t count;
    struct vec light;
};

static double hit(const struct shape *shape, const struct ray *ray) {
    if (shape->kind == PLANE) {
        double slope = dot(shape->normal, ray->direction);
        if (fabs(slope) < 1e-9)
            return -1;
        double distance = dot(subtract(shape->center, ray->origin), shape->normal) / slope;
        return distance > 1e-6 ? distance : -1;
    }
    struct vec to_center = subtract(shape->center, ray->origin);
    double along = dot(to_center, ray->direction);
    double square = shape->radius * shape->radius - (dot(to_center, to_center) - along * along);
    if (square < 0)
        return -1;
    double half = sqrt(square);
    if (along - half > 1e-6)
        return along - half;
    return along + half > 1e-6 ? along + half : -1;
}

static struct vec normal_at(const struct shape *shape, struct vec point) {
    return shape->kind == PLANE ? shape->normal : normalized(subtract(point, shape->center));
}

static struct vec colour_at(const struct shape *shape, struct vec point) {
    return shape->kind == PLANE ? shape->colours[((int64_t)floor(point.x + 0.31) + (int64_t)floor(point.z + 0.31)) & 1]
                                : shape->colours[0];
}

static const struct shape *nearest(const struct scene *scene, const struct ray *ray, double *distance) {
    const struct shape *best = NULL;
    *distance = INFINITY;
    for (int64_t i = 0; i < scene->count; i++) {
        double d = hit(&scene->shapes[i], ray);
        if (d > 0 && d < *distance) {
            best = &scene->shapes[i];
            *distance = d;
        }
    }
    return best;
}

static int in_shadow(const struct scene *scene, struct vec point) {
    struct vec to_light = subtract(scene->light, point);
    struct ray ray = {point, normalized(to_light)};
    double distance;
    return nearest(scene, &ray, &distance) != NULL && distance < length(to_light);
}

static struct vec trace(const struct scene *scene, struct ray ray, int64_t depth) {
    double distance;
    const struct shape *shape = nearest(scene, &ray, &distance);
    if (shape == NULL)
        return times((struct vec){0.6, 0.7, 1.0}, 0.5 + 0.5 * ray.direction.y);
    struct vec point = add(ray.origin, times(ray.direction, distance));
    struct vec normal = normal_at(shape, point);
    double light = 0.15;
    if (!in_shadow(scene, add(point, times(normal, 1e-4)))) {
        double slope = dot(normal, normalized(subtract(scene->light, point)));
        light += 0.85 * (slope > 0 ? slope : 0);
    }
    struct vec colour = times(colour_at(shape, point), light);
    if (shape->mirror > 0 && depth < 3) {
        struct ray bounced = {add(point, times(normal, 1e-4)), normalized(reflected(ray.direction, normal))};
        colour = add(times(colour, 1 - shape->mirror), times(trace(scene, bounced, depth + 1), shape->mirror));
    }
    return colour;
}

int main(void) {
    struct scene scene = {calloc(6, sizeof(struct shape)), 6, {-5.3, 8.1, -3.2}};
    scene.shapes[0] = (struct shape){PLANE, {0, -1, 0}, {0, 1, 0}, {{0.9, 0.9, 0.9}, {0.1, 0.1, 0.1}}, 0, 0.2};
    for (int64_t i = 0; i < 5; i++)
        scene.shapes[i + 1] = (struct shape){SPHERE,
                                             {2.0 * (i - 2), 0.1 * i, 7.0 + 0.5 * (i % 2)},
                                             {0, 0, 0},
                                             {{0.2 + 0.15 * i, 0.9 - 0.15 * i, 0.5}, {0, 0, 0}},
                                             1.0,
                                             0.1 * i};
    int64_t width = 360, height = 240;
    struct vec *pixels = malloc(width * height * sizeof *pixels), total = {0, 0, 0}, eye = {0, 1, -4};
    double brightest = 0;
    for (int64_t j = 0; j < height; j++) {
        for (int64_t i = 0; i < width; i++) {
            double x = ((double)i - width / 2.0) / width * 2.0, y = (height / 2.0 - (double)j) / width * 2.0;
            struct ray ray = {eye, normalized((struct vec){x, y, 2.0})};
            pixels[j * width + i] = trace(&scene, ray, 0);
        }
    }
    for (int64_t k = 0; k < width * height; k++) {
        total = add(total, pixels[k]);
        if (length(pixels[k]) > brightest)
            brightest = length(pixels[k]);
    }
    total = times(total, 1.0 / (width * height));
    printf("%.6f %.6f %.6f %.6f\n", total.x, total.y, total.z, brightest);
    for (int64_t j = 0; j < height; j += 20) {
        for (int64_t i = 0; i < width; i += 6) {
            int64_t shade = length(pixels[j * width + i]) * 6.0;
            putchar(" .:-=+*#%@"[shade < 9 ? shade : 9]);
        }
        putchar('\n');
    }
    return 0;
}
