"""Words of generated text, counted in a dict and sorted by frequency: strings and dicts."""


def text(words):
    state = 42
    out = []
    for _ in range(words):
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        length = 1 + state % 3
        word = ""
        for _ in range(length):
            state = (state * 1103515245 + 12345) & 0x7FFFFFFF
            word += "abcdefgh"[state >> 16 & 7]
        out.append(word)
    return " ".join(out)


def main():
    counts = {}
    for word in text(1_000_000).split():
        counts[word] = counts.get(word, 0) + 1
    ranking = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    for word, count in ranking[:10]:
        print(f"{word:<5}{count:>7}")
    print(len(ranking), sum(counts.values()))
    assert len(ranking) == 8 + 8**2 + 8**3


main()
