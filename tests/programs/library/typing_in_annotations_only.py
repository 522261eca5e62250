from typing import List, Optional
def f(x: List[int]) -> Optional[int]: return x[0]
print("hello", f([1]))
