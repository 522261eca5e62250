name = input("Name? ")
n = int(input())
tot = 0
for _ in range(n):
    a, b = map(int, input().split())
    tot += a * b
print(f"{name}: {tot}")
import sys
print(sys.stdin.readline().rstrip())
rest = sys.stdin.read().split("\n")
print(rest)
try: input("more? ")
except EOFError as e: print(repr(e))
input()
