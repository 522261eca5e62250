import os
import os.path
from os.path import join, split

print(join("a", "b", "c.txt"), join("a/", "b"), join("a", "/b"), join("", "x"), join("a", ""))
print(split("/usr/lib/x.py"), split("x"), split("/"), os.path.splitext("a/b.tar.gz"), os.path.splitext(".bashrc"), os.path.splitext("a.b/c"))
print(os.path.basename("/a/b/"), os.path.basename("/a/b"), os.path.dirname("/a/b"), os.path.dirname("x"))
print(os.path.normpath("a//b/../c/./d"), os.path.normpath("../x/.."), os.path.normpath(""), os.path.isabs("/x"), os.path.isabs("x"))
print(os.path.commonprefix(["abcd", "abef"]), os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.relpath("/a/b/c", "/a/d"), os.path.abspath("/x/../y"))
print(os.sep, repr(os.linesep), os.name, os.curdir, os.pardir, os.extsep, os.pathsep, os.devnull)
print(os.getcwd() == os.path.abspath("."), isinstance(os.getpid(), int), os.environ.get("NO_SUCH_VAR"), os.getenv("NO_SUCH_VAR", "dflt"), "PATH" in os.environ)
os.environ["TAIPAN_T"] = "v"
print(os.environ["TAIPAN_T"], os.getenv("TAIPAN_T"), os.path.expandvars("$TAIPAN_T/${TAIPAN_T}"))
del os.environ["TAIPAN_T"]
try:
    os.environ["TAIPAN_T"]
except KeyError as e:
    print("KeyError", e)
os.makedirs("taipan_dir.tmp/sub/deep", exist_ok=True)
open("taipan_dir.tmp/f1.txt", "w").close()
open("taipan_dir.tmp/sub/f2.txt", "w").close()
print(sorted(os.listdir("taipan_dir.tmp")))
for root, dirs, files in os.walk("taipan_dir.tmp"):
    dirs.sort()
    print(root, dirs, sorted(files))
try:
    os.mkdir("taipan_dir.tmp")
except FileExistsError as e:
    print(e)
try:
    os.listdir("taipan_nowhere")
except FileNotFoundError as e:
    print(e)
os.rename("taipan_dir.tmp/f1.txt", "taipan_dir.tmp/g.txt")
print(os.path.exists("taipan_dir.tmp/g.txt"), os.stat("taipan_dir.tmp/g.txt").st_size)
os.remove("taipan_dir.tmp/g.txt")
os.remove("taipan_dir.tmp/sub/f2.txt")
os.rmdir("taipan_dir.tmp/sub/deep")
os.removedirs("taipan_dir.tmp/sub")
print(os.path.isdir("taipan_dir.tmp"))
