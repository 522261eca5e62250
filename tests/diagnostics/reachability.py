# What is not supported is reported where the program can get to, all of it in one run.
def never_mentioned():
    return eval("1 + 1")


def used():
    exec("x = 1")  # error: [unsupported-builtin] the builtin `exec` is not supported yet


used()
# %%
class Tools:
    def evaluate(self, text):
        return eval(text)  # error: [unsupported-builtin] the builtin `eval` is not supported yet

    def other(self, text):
        return compile(text, "", "exec")


Tools().evaluate("1")
# %%
import asyncio  # error: [unsupported-module] the module `asyncio` is not supported yet


async def main():  # error: [unsupported-async] `async` and `await` are not supported yet
    await asyncio.sleep(1)


asyncio.run(main())
# %%
def eval(text):
    return text


print(eval("own function"))
