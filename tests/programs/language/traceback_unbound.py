def f(flag):
    if flag:
        result = 5
    print(result + 1)


f(True)
f(False)
