"""A solver of sudoku by search with the fewest candidates first: lists, sets, recursion."""

PUZZLES = [
    "530070000600195000098000060800060003400803001700020006060000280000419005000080079",
    "300200000000107000706030500070009080900020004010800050009040301000702000000008006",
    "800000000003600000070090200050007000000045700000100030001000068008500010090000400",
    "100007090030020008009600500005300900010080002600004000300000010040000007007000300",
]


class Sudoku:
    def __init__(self, text):
        self.cells = [int(c) for c in text]
        self.rows = [set() for _ in range(9)]
        self.columns = [set() for _ in range(9)]
        self.boxes = [set() for _ in range(9)]
        self.tried = 0
        for place, digit in enumerate(self.cells):
            if digit:
                self.put(place, digit)

    def put(self, place, digit):
        row, column = divmod(place, 9)
        self.cells[place] = digit
        self.rows[row].add(digit)
        self.columns[column].add(digit)
        self.boxes[row // 3 * 3 + column // 3].add(digit)

    def take(self, place):
        row, column = divmod(place, 9)
        digit = self.cells[place]
        self.cells[place] = 0
        self.rows[row].discard(digit)
        self.columns[column].discard(digit)
        self.boxes[row // 3 * 3 + column // 3].discard(digit)

    def candidates(self, place):
        row, column = divmod(place, 9)
        in_row, in_column = self.rows[row], self.columns[column]
        in_box = self.boxes[row // 3 * 3 + column // 3]
        return [d for d in range(1, 10) if d not in in_row and d not in in_column and d not in in_box]

    def solve(self):
        best = None
        best_place = -1
        for place in range(81):
            if self.cells[place] == 0:
                found = self.candidates(place)
                if best is None or len(found) < len(best):
                    best = found
                    best_place = place
                    if len(found) <= 1:
                        break
        if best is None:
            return True
        for digit in best:
            self.tried += 1
            self.put(best_place, digit)
            if self.solve():
                return True
            self.take(best_place)
        return False

    def is_right(self):
        return all(len(group) == 9 for group in self.rows + self.columns + self.boxes)


def main():
    for _ in range(6):
        solved = []
        for text in PUZZLES:
            sudoku = Sudoku(text)
            assert sudoku.solve() and sudoku.is_right()
            solved.append(sudoku)
    for sudoku in solved:
        print("".join(str(digit) for digit in sudoku.cells), sudoku.tried)


main()
