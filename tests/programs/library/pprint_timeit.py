# Data printed in lines that fit.
import pprint, timeit
from collections import *
from dataclasses import dataclass, field
from types import SimpleNamespace
@dataclass
class Item:
    name: str
    tags: list = field(default_factory=list)
d={'key%d'%i:list(range(i*3)) for i in range(8)}
pprint.pprint(d); print(pprint.pformat([1,2,{'a':(1,)}])); pprint.pp({'z':1,'a':2}); pprint.pprint(list(range(60)),width=40,compact=True); pprint.pprint('word '*40); pprint.pprint({'text': 'word '*40, 'l\n'*50: 3})
pprint.pprint(Item('x'*50, ['a'*30,'b'*30])); pprint.pprint([Item('a'), Item('b',[1]*50)])
pprint.pprint(OrderedDict((i,'x'*20) for i in range(6))); pprint.pprint(defaultdict(list,{i:[i]*20 for i in range(4)})); pprint.pprint(Counter('abc'*3+'d'*40)); pprint.pprint(Counter({'x%d'%i:i for i in range(20)})); pprint.pprint(deque(range(60)),compact=True); pprint.pprint(set(range(40))); pprint.pprint(frozenset(range(40)),width=50); pprint.pprint({3,'a',2.5} and {1:2,'a':3,(1,):4})
pprint.pprint({'a':{'b':{'c':{'d':1}}}},depth=2); pprint.pprint([[1,[2,[3]]]],depth=1); pprint.pprint(tuple('abcdefgh'*3),indent=4,width=30); pprint.pprint(b'x'*100); pprint.pprint(10**8,underscore_numbers=True); pprint.pprint({'n':12345678},underscore_numbers=True); pprint.pprint(SimpleNamespace(a='x'*60,b='y'*40)); pprint.pprint(({},[],(),set()))
pprint.pprint({'b':1,'a':{'y':[{'name':'Alice','age':30,'roles':['admin','user']},{'name':'Bob','age':25,'roles':['user']}],'x':None}},width=60); print(pprint.isreadable([1]),pprint.isrecursive([1])); pprint.PrettyPrinter(indent=2,width=40).pprint({'alpha':[1,2,3]*8,'beta':('x',)})
class L(list): pass
pprint.pprint(L(range(50))); pprint.pprint([L([1]),None,True,...,int,len]) if 0 else pprint.pprint([None,True,1.5,2j])
print(timeit.timeit(lambda: None, number=5) >= 0, len(timeit.repeat(lambda: 1, number=1, repeat=3)))
