type P[T] = tuple[T, T]
print(P, P.__type_params__, P.__value__)
type IntList = list[int]
def g(x: IntList) -> P[int]: return tuple(x)
print(g([1, 2]), IntList, IntList.__value__, type(IntList))
print(g.__annotations__)
