# Indexing, slicing, searching, splitting, joining.
s = "Hello, World"
print(s[0], s[-1], s[3:8], s[::-1], s[::2], s[-5:], s[:5], s[10:2:-3], s[100:], s[-100:3], s[5:2])
print(len(s), "World" in s, "x" in s, "" in s, s.find("o"), s.rfind("o"), s.find("o", 5), s.find("z"), s.index("W"), s.count("l"), s.count(""), s.find("", 5), s.find("", 50), s.rfind(""))
print(s.split(), s.split(","), s.split("o"), s.split("o", 1), s.rsplit("o", 1), "a,,b,".split(","), "  a  b ".split(), "".split(), "".split(","), "a b c d".split(None, 2), " a b c ".rsplit(None, 1), "a  b".split(" "))
print("a\nb\r\nc\rd\x0be\x1cf\u2028g".splitlines(), "a\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print(s.partition(", "), s.partition("x"), s.rpartition("o"), s.rpartition("x"))
print("-".join(["a", "b", "c"]), "".join([]), ", ".join("xyz"), "/".join(str(i) for i in range(5)), "".join({"a": 1, "b": 2}), "x".join(["only"]))
print("  pad ".strip(), "xxhixx".strip("x"), "abcba".strip("ab"), "  l".lstrip(), "r  ".rstrip(), "\t\n x\u3000".strip(), "mississippi".rstrip("ip"))
print(s.replace("l", "L"), s.replace("l", "L", 1), s.replace("", "-"), "aaa".replace("aa", "b"), "abc".replace("", "-", 2), "abc".replace("x", "y"), s.replace("World", ""), "aXbX".replace("X", "YY"))
print(s.startswith("Hell"), s.startswith(("x", "He")), s.endswith("ld"), s.endswith(("a", "b")), s.startswith("W", 7), s.endswith("o", 0, 5), s.startswith(""), "".endswith(""), s.startswith("", 20))
print("abc" + "def", "ab" * 3, 3 * "ab", "ab" * 0, "a" * -1, "x" "y" 'z')
print("a" < "b", "a" < "B", "abc" < "abcd", "" < "a", "z" > "é", "a" == "a", "a" != "b", "ab" <= "ab", "b" >= "a")
print("prefix-body".removeprefix("prefix-"), "body.txt".removesuffix(".txt"), "abc".removeprefix("x"), "abc".removesuffix(""))
print("hello".center(11, "*"), "hi".center(5), "hi".center(6, "."), "abc".center(2), "x".ljust(4, "-"), "x".rjust(4), "42".zfill(5), "-42".zfill(6), "+1".zfill(4), "abc".zfill(2), "".zfill(3))
print("a\tb\tc".expandtabs(), "a\tb".expandtabs(4), "ab\n\tc".expandtabs(4), "a\tb".expandtabs(0))
t = str.maketrans("abc", "xyz", "d")
print("aabbccdd".translate(t), "hello".translate({ord("l"): None, 104: "HH", 111: 48}), t, "abc".translate(str.maketrans({"a": "1", "b": None})))
for c in "aé€🐍":
    print(c, ord(c), chr(ord(c)), c.isalpha(), ascii(c))
print(list("héllo"), tuple("ab"), sorted("banana"), max("hello"), min("hello"), list(reversed("abc")), list(enumerate("ab")), set("aaa"), dict(zip("ab", "cd")))
a, b, *c = "unpack"
print(a, b, c)
x = ""
for i in range(30):
    x += chr(97 + i % 26)
print(x, len(x))
