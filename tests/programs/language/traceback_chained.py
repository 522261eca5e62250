class AppError(Exception):
    pass


def load(d, key):
    try:
        return d[key]
    except KeyError as e:
        raise AppError(f"no {key}") from e


def main():
    try:
        load({}, "port")
    except AppError:
        x = 1 / 0


main()
