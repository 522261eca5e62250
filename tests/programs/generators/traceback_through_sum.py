def inner(x):
    return 10 // x
def outer(xs):
    return sum(inner(x)
               for x in xs)
def mid(xs):
    y = any(max(inner(x + k) for k in (1, 0)) > 3 for x in xs)
    return y
try:
    mid([3, 0])
except ZeroDivisionError as e:
    t = e.__traceback__
    while t:
        print(t.tb_lineno, t.tb_frame.f_code.co_name); t = t.tb_next
print(outer([5, 0]))
