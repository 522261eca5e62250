def parts(text):
    for word in text.split():
        yield int(word)


def run(text):
    total = 0
    for value in parts(text):
        total += value
    return total


print(run("1 2 3"))
print(run("1 x 3"))
