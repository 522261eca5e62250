def f(x):
    if x is 'a':
        return "\_"
    try:
        assert(x, "always")
    finally:
        return 5 is 5
print(f("b"))
art = """
  /\_/\
 ( o.o )
  > ^ <
"""
print(art)
