# Patterns whose alternatives, loops and runs begin with known characters, on texts that end in odd places.
import re

PATTERNS = [
    r"\s*(?:(\d+\.?\d*)|(.))", r"(?:a|bc|)+d", r"a*ab", r"a*?b", r"[^,]*,", r"(\w)\1??(?:a{2}(?:\bc+?)?\s{0,3}?)+?",
    r"(?:,\s*(\w+))*", r"^a|b$", r"(a|ab)(c|bcd)(d*)", r"(?i:É)+", r"[à-ü]+x?", r"(?>a*)b", r"a++b", r"(a?)*b", r"(?:(a)|b)*",
    r"\b\w+\b", r"(?=a)\w", r"(?<!a)b", r"x*", r"(?P<k>\w+)=(?P<v>[^;]*);?", r"(?:ab){2,3}?", r"^", r"$", r"(?m)^\w", r".+", r"(?s).+?b",
]
TEXTS = ["", "a", "aab", "abcd", "12.5 + x", "a, b,c", "k=v;kk=;", "ÉéàüĀx", "aaaabaab", "\nb\nab", "ababab", "😀a,b"]
for pattern in PATTERNS:
    compiled = re.compile(pattern)
    for text in TEXTS:
        found = compiled.search(text)
        print(pattern, repr(text), compiled.findall(text), compiled.split(text), compiled.subn("<\\g<0>>", text, 3))
        print(found and (found.span(), found.groups(), found.lastindex), bool(compiled.fullmatch(text)))
        print([m.span() for m in compiled.finditer(text, 1, 5)])

print(re.findall(rb"a(.)", bytearray(b"abac")), re.split(rb"(b)", b"abc"), re.sub(rb"b", b"--", bytearray(b"abc")))
for attempt in (
    lambda: re.sub(b"a", "x", b"aba"),
    lambda: re.sub("a", b"x", "aba"),
    lambda: re.sub("a", "x", b"aba"),
    lambda: re.findall("a", 3),
):
    try:
        print(attempt())
    except TypeError as error:
        print(error)
