#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct sudoku {
    int64_t cells[81], tried;
    bool rows[9][10], columns[9][10], boxes[9][10];
};

static void set(struct sudoku *s, int64_t place, int64_t digit, bool taken) {
    int64_t row = place / 9, column = place % 9;
    s->cells[place] = taken ? digit : 0;
    s->rows[row][digit] = s->columns[column][digit] = s->boxes[row / 3 * 3 + column / 3][digit] = taken;
}

static int64_t candidates(const struct sudoku *s, int64_t place, int64_t *found) {
    int64_t row = place / 9, column = place % 9, count = 0;
    for (int64_t d = 1; d < 10; d++)
        if (!s->rows[row][d] && !s->columns[column][d] && !s->boxes[row / 3 * 3 + column / 3][d])
            found[count++] = d;
    return count;
}

static bool solve(struct sudoku *s) {
    int64_t best[9], found[9], best_count = 10, best_place = -1;
    for (int64_t place = 0; place < 81; place++) {
        if (s->cells[place] != 0)
            continue;
        int64_t count = candidates(s, place, found);
        if (count < best_count) {
            for (int64_t i = 0; i < count; i++)
                best[i] = found[i];
            best_count = count;
            best_place = place;
            if (count <= 1)
                break;
        }
    }
    if (best_place < 0)
        return true;
    for (int64_t i = 0; i < best_count; i++) {
        s->tried++;
        set(s, best_place, best[i], true);
        if (solve(s))
            return true;
        set(s, best_place, best[i], false);
    }
    return false;
}

static const char *PUZZLES[] = {
    "530070000600195000098000060800060003400803001700020006060000280000419005000080079",
    "300200000000107000706030500070009080900020004010800050009040301000702000000008006",
    "800000000003600000070090200050007000000045700000100030001000068008500010090000400",
    "100007090030020008009600500005300900010080002600004000300000010040000007007000300",
};

int main(void) {
    for (int p = 0; p < 24; p++) {
        struct sudoku *s = calloc(1, sizeof *s);
        for (int64_t place = 0; place < 81; place++)
            if (PUZZLES[p % 4][place] != '0')
                set(s, place, PUZZLES[p % 4][place] - '0', true);
        solve(s);
        for (int64_t place = 0; place < 81 && p >= 20; place++)
            putchar('0' + (char)s->cells[place]);
        if (p >= 20)
            printf(" %ld\n", s->tried);
        free(s);
    }
    return 0;
}
