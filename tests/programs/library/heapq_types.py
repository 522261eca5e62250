from heapq import *
import types
h=[5,3,8,1]; heapify(h); heappush(h,0); print(h,heappop(h),heapreplace(h,9),heappushpop(h,2)); print(list(merge([1,4],[2,3],[0,9])), list(merge(['b','aaa'],['cc'],key=len)), list(merge([4,1],[3,2],reverse=True)), nlargest(3,[5,1,9,7]), nsmallest(2,'hello',key=lambda c:-ord(c)), nlargest(0,[1]), nlargest(1,[]))
print(types.SimpleNamespace(a=1), types.FunctionType, types.new_class('X', (int,), {}, lambda ns: ns.update(a=3)).a, types.NoneType, types.GeneratorType, types.MethodType)
