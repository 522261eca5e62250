# Subclasses of str.
class Name(str):
    def __new__(cls, v, extra=None):
        self = super().__new__(cls, v)
        self.extra = extra
        return self
    def shout(self):
        return self.upper() + "!"
n = Name("bob", extra=7)
print(n, repr(n), n.shout(), n.extra, n + "x", type(n + "x").__name__, type(n.upper()).__name__, n == "bob", hash(n) == hash("bob"), {n: 1}["bob"], n in ["bob"], len(n), n[0], n[::-1], "-".join([n, n]), f"{n:>5}", "%s" % n, "{}".format(n), n * 2, list(n), "b" in n, n.replace("b", "B"), n.split("o"), str(n), type(str(n)).__name__, isinstance(n, str))
class Loud(str):
    def __str__(self):
        return "LOUD " + self.upper()
    def __repr__(self):
        return "Loud()"
    def __len__(self):
        return 99
    def __eq__(self, o):
        return str.__eq__(self, o) or o == "any"
    def __hash__(self):
        return str.__hash__(self)
    def __add__(self, o):
        return "added " + str.__add__(self, o)
    def __contains__(self, x):
        return True
    def __getitem__(self, i):
        return "item" + str(i)
    def __format__(self, spec):
        return "fmt:" + spec
    def __mod__(self, o):
        return "mod"
l = Loud("hey")
print(l, repr(l), len(l), l == "any", l == "hey", l + "y", "q" in l, l[3], f"{l}", f"{l:x}", l % 3, "%s" % l, str(l), l.upper(), "x" + l, l.join(["1", "2"]), [l], l.title(), {l: 1} == {"hey": 1})
class CI(str):
    def __eq__(self, other):
        return self.lower() == other.lower()
    def __hash__(self):
        return hash(self.lower())
    def __lt__(self, other):
        return self.lower() < other.lower()
d = {CI("Key"): 1}
print(CI("KEY") in d, CI("a") == "A", sorted([CI("b"), CI("A"), CI("C")]), "a" == CI("A"))
