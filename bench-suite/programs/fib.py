"""Naive recursion: calls and small integers."""


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def main():
    result = fib(35)
    print(result)
    assert result == 9_227_465


main()
