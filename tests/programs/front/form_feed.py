print("page one")

print("page two")
def f():
    return 1
print(f())