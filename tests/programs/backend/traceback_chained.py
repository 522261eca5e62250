def parse(text):
    try:
        return int(text)
    except ValueError as error:
        raise RuntimeError(f"bad number {text!r}") from error


def both():
    try:
        parse("x1")
    except RuntimeError:
        return undefined_name


both()
