import sys


def quit_with(code):
    try:
        sys.exit(code)
    finally:
        print("leaving")


quit_with(3)
