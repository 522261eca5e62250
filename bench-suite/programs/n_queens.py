"""All ways to place queens on a board: backtracking, lists of bools, recursion."""


class Board:
    def __init__(self, size):
        self.size = size
        self.columns = [-1] * size
        self.column_free = [True] * size
        self.rising_free = [True] * (2 * size - 1)
        self.falling_free = [True] * (2 * size - 1)
        self.solutions = 0
        self.first = None

    def place(self, row):
        size = self.size
        if row == size:
            if self.first is None:
                self.first = self.columns[:]
            self.solutions += 1
            return
        for column in range(size):
            rising = row + column
            falling = row - column + size - 1
            if self.column_free[column] and self.rising_free[rising] and self.falling_free[falling]:
                self.columns[row] = column
                self.column_free[column] = self.rising_free[rising] = self.falling_free[falling] = False
                self.place(row + 1)
                self.column_free[column] = self.rising_free[rising] = self.falling_free[falling] = True


KNOWN = {5: 10, 6: 4, 7: 40, 8: 92, 9: 352, 10: 724, 11: 2680, 12: 14200}

for size in range(5, 13):
    board = Board(size)
    board.place(0)
    print(size, board.solutions, board.first)
    assert board.solutions == KNOWN[size]
