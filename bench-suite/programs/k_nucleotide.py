"""Frequencies of short pieces in a generated strand of DNA: slices of a string as keys of dicts, sorting."""


def strand(length):
    state = 42
    pieces = []
    for _ in range(length):
        state = (state * 3877 + 29573) % 139968
        share = state / 139968
        if share < 0.3029549426680:
            pieces.append("A")
        elif share < 0.5029321402166:
            pieces.append("C")
        elif share < 0.6984069214155:
            pieces.append("G")
        else:
            pieces.append("T")
    return "".join(pieces)


def frequencies(text, length):
    counts = {}
    for i in range(len(text) - length + 1):
        piece = text[i : i + length]
        if piece in counts:
            counts[piece] += 1
        else:
            counts[piece] = 1
    return counts


def main():
    text = strand(400_000)
    for length in (1, 2):
        counts = frequencies(text, length)
        total = sum(counts.values())
        assert total == len(text) - length + 1
        for piece, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
            print(f"{piece} {100 * count / total:.3f}")
        print()
    for piece in ("GGT", "GGTA", "GGTATT", "GGTATTTTAATT", "GGTATTTTAATTTATAGT"):
        print(f"{frequencies(text, len(piece)).get(piece, 0)}\t{piece}")


main()
