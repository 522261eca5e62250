"""Texts built piece by piece: `+=`, join, f-strings, `%`, format, and the methods of str."""


def caesar(text, shift):
    out = ""
    for c in text:
        if "a" <= c <= "z":
            out += chr((ord(c) - 97 + shift) % 26 + 97)
        elif "A" <= c <= "Z":
            out += chr((ord(c) - 65 + shift) % 26 + 65)
        else:
            out += c
    return out


def table(rows):
    lines = []
    for i in range(rows):
        lines.append(f"{i:>6} | {i * i:<12,} | {i / 7:10.4f} | {i:#06x} | {'*' * (i % 10):^10}")
    return "\n".join(lines)


def old_style(rows):
    lines = []
    for i in range(rows):
        lines.append("%05d %-8s %8.3f %x %s" % (i, "n%d" % i, i * 0.1, i, i % 3 == 0))
    return "\n".join(lines)


def run_lengths(text):
    pieces = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        pieces.append(text[i] if j - i == 1 else f"{j - i}{text[i]}")
        i = j
    return "".join(pieces)


def expand(code):
    out = []
    count = ""
    for c in code:
        if c.isdigit():
            count += c
        else:
            out.append(c * int(count or "1"))
            count = ""
    return "".join(out)


def title_words(text):
    return " ".join(word.capitalize() if len(word) > 3 else word for word in text.split())


def checksum(text):
    total = 0
    for c in text:
        total = (total * 31 + ord(c)) % 1_000_000_007
    return total


def main():
    sentence = "The quick brown fox jumps over the lazy dog, and then it does so again. "
    text = sentence * 1_500
    secret = caesar(text, 11)
    assert caesar(secret, -11) == text
    print(secret[:40], checksum(secret))
    print(checksum(table(30_000)), checksum(old_style(30_000)))
    print(table(3))
    print(old_style(2))
    letters = "".join(c * (1 + i % 5) for i, c in enumerate("abcdefgh" * 12_000))
    code = run_lengths(letters)
    assert expand(code) == letters
    print(len(letters), len(code), code[:24])
    words = title_words(text)
    print(words[:50], words.count("Quick"), words.upper().find("LAZY"), len(words.replace("dog", "cat").split("a")))
    csv = ";".join("{},{:.2f},{!r}".format(i, i / 3, str(i)) for i in range(40_000))
    print(len(csv), checksum(csv), sum(int(row.partition(",")[0]) for row in csv.split(";")))


main()
