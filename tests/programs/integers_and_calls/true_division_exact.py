# int / int is correctly rounded, whatever the size.
def quotient(a, b):
    return a / b


for a, b in (
    (1, 3),
    (2**53 + 1, 1),
    (2**62 + 1, 3),
    (9223372036854775807, 9223372036854775806),
    (9223372036854775807, 2),
    (-9223372036854775808, 3),
    (10**40, 10**38 + 1),
    (10**400, 10**399),
    (1, 10**400),
    (-1, 10**320),
):
    print(quotient(a, b))
try:
    print(quotient(10**400, 1))
except OverflowError as e:
    print(e)
