#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct point {
    double x, y;
};

struct cluster {
    struct point center;
    struct point **points;
    int64_t count, capacity;
};

static double distance(const struct point *a, const struct point *b) {
    double dx = a->x - b->x, dy = a->y - b->y;
    return sqrt(dx * dx + dy * dy);
}

static void append(struct cluster *cluster, struct point *point) {
    if (cluster->count == cluster->capacity) {
        cluster->capacity = cluster->capacity * 2 + 8;
        cluster->points = realloc(cluster->points, cluster->capacity * sizeof *cluster->points);
    }
    cluster->points[cluster->count++] = point;
}

static double move(struct cluster *cluster) {
    if (cluster->count == 0)
        return 0;
    double x = 0, y = 0;
    for (int64_t i = 0; i < cluster->count; i++) {
        x += cluster->points[i]->x;
        y += cluster->points[i]->y;
    }
    struct point center = {x / cluster->count, y / cluster->count};
    double moved = distance(&center, &cluster->center);
    cluster->center = center;
    return moved;
}

int main(void) {
    int64_t count = 60000, k = 9, steps = 60, state = 42;
    struct point **points = malloc(count * sizeof *points);
    for (int64_t i = 0; i < count; i++) {
        double numbers[4];
        for (int j = 0; j < 4; j++) {
            state = (state * 1103515245 + 12345) % 2147483648;
            numbers[j] = (double)state / 2147483648;
        }
        double angle = 2.0 * M_PI * (double)(i % k) / (double)k;
        double radius = sqrt(-2.0 * log(numbers[0] + 1e-12)) * 1.6;
        double turn = 2.0 * M_PI * numbers[1];
        points[i] = malloc(sizeof **points);
        points[i]->x = 10.0 * cos(angle) + radius * cos(turn);
        points[i]->y = 10.0 * sin(angle) + radius * sin(turn);
    }
    struct cluster *clusters = calloc(k, sizeof *clusters);
    for (int64_t i = 0; i < k; i++)
        clusters[i].center = *points[i];
    for (int64_t step = 0; step < 60; step++) {
        for (int64_t i = 0; i < k; i++)
            clusters[i].count = 0;
        for (int64_t i = 0; i < count; i++) {
            struct cluster *best = &clusters[0];
            double best_distance = distance(points[i], &best->center);
            for (int64_t j = 0; j < k; j++) {
                double d = distance(points[i], &clusters[j].center);
                if (d < best_distance) {
                    best = &clusters[j];
                    best_distance = d;
                }
            }
            append(best, points[i]);
        }
        double moved = 0;
        for (int64_t i = 0; i < k; i++)
            moved += move(&clusters[i]);
        if (moved < 1e-9) {
            steps = step + 1;
            break;
        }
    }
    double spread = 0;
    for (int64_t i = 0; i < k; i++) {
        double inner = 0;
        for (int64_t j = 0; j < clusters[i].count; j++)
            inner += distance(clusters[i].points[j], &clusters[i].center);
        spread += inner;
        printf("%9.5f %9.5f %ld\n", clusters[i].center.x, clusters[i].center.y, clusters[i].count);
    }
    printf("%ld %.6f\n", steps, spread);
    return 0;
}
