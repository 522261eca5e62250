#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static double **empty(int64_t n, int64_t m) {
    double **rows = malloc(n * sizeof *rows);
    for (int64_t i = 0; i < n; i++)
        rows[i] = calloc(m, sizeof **rows);
    return rows;
}

static double **matrix(int64_t n, int64_t seed) {
    double scale = 1.0 / (double)n / (double)n;
    double **m = empty(n, n);
    for (int64_t i = 0; i < n; i++)
        for (int64_t j = 0; j < n; j++)
            m[i][j] = scale * (double)(i - j) * (double)(i + j + seed);
    return m;
}

static double **multiply(double **a, double **b, int64_t n, int64_t m, int64_t p) {
    double **columns = empty(p, m), **product = empty(n, p);
    for (int64_t j = 0; j < p; j++)
        for (int64_t k = 0; k < m; k++)
            columns[j][k] = b[k][j];
    for (int64_t i = 0; i < n; i++) {
        for (int64_t j = 0; j < p; j++) {
            double total = 0;
            for (int64_t k = 0; k < m; k++)
                total += a[i][k] * columns[j][k];
            product[i][j] = total;
        }
    }
    return product;
}

int main(void) {
    int64_t n = 280;
    double **a = matrix(n, 1), **b = matrix(n, 2), **c = multiply(a, b, n, n, n);
    double trace = 0;
    for (int64_t i = 0; i < n; i++)
        trace += c[i][i];
    printf("%.9f %.9f %.9f\n", c[n / 2][n / 2], c[3][n - 5], trace);
    return 0;
}
