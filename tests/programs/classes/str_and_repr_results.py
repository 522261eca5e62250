class NoText:
    def __repr__(self):
        return None


class NoStr:
    def __str__(self):
        return 5


for call in (lambda: str(NoText()), lambda: repr(NoText()), lambda: print(NoText()), lambda: f"{NoText()}", lambda: f"{NoText()!r}", lambda: str(NoStr()), lambda: "%s" % NoStr(), lambda: [NoText()].__repr__()):
    try:
        print(call())
    except TypeError as e:
        print(e)
