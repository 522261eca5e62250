"""An LZ77 coder and decoder on bytes: hash chains over three bytes, a bytearray that grows."""

WINDOW = 4096
SHORTEST, LONGEST = 3, 18


def generate(size):
    """Text with repetitions, of a small vocabulary."""
    state = 3
    words = [b"the ", b"compressed ", b"window ", b"of ", b"bytes ", b"is ", b"searched ", b"again ", b"and "]
    out = bytearray()
    while len(out) < size:
        state = (state * 1103515245 + 12345) & 0x7FFFFFFF
        out += words[(state >> 16) % len(words)]
        if state >> 8 & 7 == 0:
            out.append(48 + (state >> 20) % 10)
    return bytes(out[:size])


def longest_match(data, position, candidates):
    best_length = best_distance = 0
    limit = min(LONGEST, len(data) - position)
    for start in reversed(candidates):
        distance = position - start
        if distance > WINDOW:
            break
        length = 0
        while length < limit and data[start + length] == data[position + length]:
            length += 1
        if length > best_length:
            best_length = length
            best_distance = distance
            if length == limit:
                break
    return best_length, best_distance


def compress(data):
    """Groups of eight items after a byte of flags: a literal byte, or two bytes of distance and length."""
    chains = {}
    out = bytearray()
    flags_at = 0
    items = 8
    position = 0
    while position < len(data):
        if items == 8:
            flags_at = len(out)
            out.append(0)
            items = 0
        length = distance = 0
        if position + SHORTEST <= len(data):
            key = data[position] << 16 | data[position + 1] << 8 | data[position + 2]
            candidates = chains.get(key)
            if candidates is not None:
                length, distance = longest_match(data, position, candidates[-24:])
        if length >= SHORTEST:
            out[flags_at] |= 1 << items
            code = (distance - 1) << 4 | length - SHORTEST
            out.append(code >> 8)
            out.append(code & 255)
        else:
            length = 1
            out.append(data[position])
        items += 1
        for start in range(position, min(position + length, len(data) - 2)):
            key = data[start] << 16 | data[start + 1] << 8 | data[start + 2]
            if key in chains:
                chains[key].append(start)
            else:
                chains[key] = [start]
        position += length
    return bytes(out)


def decompress(code):
    out = bytearray()
    position = 0
    while position < len(code):
        flags = code[position]
        position += 1
        for item in range(8):
            if position >= len(code):
                break
            if flags >> item & 1:
                pair = code[position] << 8 | code[position + 1]
                position += 2
                start = len(out) - (pair >> 4) - 1
                for k in range((pair & 15) + SHORTEST):
                    out.append(out[start + k])
            else:
                out.append(code[position])
                position += 1
    return bytes(out)


def main():
    data = generate(400_000)
    code = compress(data)
    print(len(data), len(code), code[:16].hex())
    for _ in range(5):
        assert decompress(code) == data
    total = 0
    for byte in code:
        total = (total * 31 + byte) & 0xFFFFFFFF
    print(total)


main()
