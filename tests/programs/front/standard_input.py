import sys
name = input("name? ")
print("hello", name)
numbers = [int(n) for n in input().split()]
print(sum(numbers))
for number, line in enumerate(sys.stdin, 1):
    print(number, repr(line))
    if number == 2:
        break
print(repr(sys.stdin.readline()), sys.stdin.read().split())
try:
    input()
except EOFError as error:
    print("end:", error)
