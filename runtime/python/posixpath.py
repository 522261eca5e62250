"""Operations on path names: `os.path`."""

import posix

__all__ = [
    "normcase", "isabs", "join", "splitdrive", "splitroot", "split", "splitext", "basename", "dirname",
    "commonprefix", "getsize", "getmtime", "getatime", "getctime", "islink", "exists", "lexists", "isdir",
    "isfile", "expanduser", "expandvars", "normpath", "abspath", "realpath", "relpath", "commonpath",
    "curdir", "pardir", "sep", "pathsep", "defpath", "altsep", "extsep", "devnull", "samefile",
]

curdir = "."
pardir = ".."
extsep = "."
sep = "/"
pathsep = ":"
defpath = "/bin:/usr/bin"
altsep = None
devnull = "/dev/null"
supports_unicode_filenames = False


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    method = getattr(type(path), "__fspath__", None)
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")
    result = method(path)
    if not isinstance(result, (str, bytes)):
        raise TypeError(
            f"expected {type(path).__name__}.__fspath__() to return str or bytes, not {type(result).__name__}"
        )
    return result


def _sep_of(path):
    return b"/" if isinstance(path, bytes) else "/"


def normcase(s):
    return _fspath(s)


def isabs(s):
    s = _fspath(s)
    return s.startswith(_sep_of(s))


def join(a, *p):
    a = _fspath(a)
    slash = _sep_of(a)
    path = a
    for b in p:
        try:
            b = _fspath(b)
        except TypeError:
            kind = type(b).__name__
            raise TypeError(f"join() argument must be str, bytes, or os.PathLike object, not {kind!r}") from None
        if isinstance(b, bytes) != isinstance(a, bytes):
            raise TypeError("Can't mix strings and bytes in path components")
        if b.startswith(slash) or not path:
            path = b
        elif path.endswith(slash):
            path += b
        else:
            path += slash + b
    return path


def split(p):
    p = _fspath(p)
    slash = _sep_of(p)
    i = p.rfind(slash) + 1
    head, tail = p[:i], p[i:]
    if head and head != slash * len(head):
        head = head.rstrip(slash)
    return head, tail


def splitext(p):
    p = _fspath(p)
    dot = b"." if isinstance(p, bytes) else "."
    start = p.rfind(_sep_of(p)) + 1
    at = p.rfind(dot)
    if at >= start:
        # Leading dots do not start an extension.
        i = start
        while i < at:
            if p[i:i + 1] != dot:
                return p[:at], p[at:]
            i += 1
    return p, p[:0]


def splitdrive(p):
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    p = _fspath(p)
    slash = _sep_of(p)
    empty = p[:0]
    if p[:1] != slash:
        return empty, empty, p
    if p[1:2] != slash or p[2:3] == slash:
        return empty, slash, p[1:]
    return empty, p[:2], p[2:]


def basename(p):
    p = _fspath(p)
    return p[p.rfind(_sep_of(p)) + 1:]


def dirname(p):
    return split(p)[0]


def commonprefix(m):
    if not m:
        return ""
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    low = min(m)
    high = max(m)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def exists(path):
    try:
        posix.stat(path)
    except (OSError, ValueError):
        return False
    return True


def lexists(path):
    try:
        posix.lstat(path)
    except (OSError, ValueError):
        return False
    return True


def _kind(path, follow):
    try:
        mode = (posix.stat if follow else posix.lstat)(path).st_mode
    except (OSError, ValueError):
        return 0
    return mode & 0o170000


def isfile(path):
    return _kind(path, True) == 0o100000


def isdir(path):
    return _kind(path, True) == 0o040000


def islink(path):
    return _kind(path, False) == 0o120000


def ismount(path):
    try:
        here = posix.lstat(path)
        above = posix.lstat(join(path, ".."))
    except (OSError, ValueError):
        return False
    return here.st_dev != above.st_dev or here.st_ino == above.st_ino


def getsize(path):
    return posix.stat(path).st_size


def getmtime(path):
    return posix.stat(path).st_mtime


def getatime(path):
    return posix.stat(path).st_atime


def getctime(path):
    return posix.stat(path).st_ctime


def samefile(f1, f2):
    a = posix.stat(f1)
    b = posix.stat(f2)
    return a.st_ino == b.st_ino and a.st_dev == b.st_dev


def expanduser(path):
    path = _fspath(path)
    if not path.startswith("~"):
        return path
    i = path.find("/", 1)
    if i < 0:
        i = len(path)
    if i != 1:
        return path
    from os import environ

    home = environ.get("HOME")
    if home is None:
        return path
    return (home.rstrip("/") + path[i:]) or "/"


def expandvars(path):
    path = _fspath(path)
    if "$" not in path:
        return path
    from os import environ

    result = []
    i = 0
    while i < len(path):
        c = path[i]
        if c != "$":
            result.append(c)
            i += 1
            continue
        if path[i + 1:i + 2] == "{":
            end = path.find("}", i)
            if end < 0:
                result.append(path[i:])
                break
            name = path[i + 2:end]
            end += 1
        else:
            end = i + 1
            while end < len(path) and path[end].isascii() and (path[end].isalnum() or path[end] == "_"):
                end += 1
            name = path[i + 1:end]
        result.append(environ[name] if name in environ else path[i:end])
        i = end
    return "".join(result)


def normpath(path):
    path = _fspath(path)
    is_bytes = isinstance(path, bytes)
    slash, dot, dots = (b"/", b".", b"..") if is_bytes else ("/", ".", "..")
    if not path:
        return dot
    _, root, rest = splitroot(path)
    kept = []
    for part in rest.split(slash):
        if not part or part == dot:
            continue
        if part != dots or (not root and not kept) or (kept and kept[-1] == dots):
            kept.append(part)
        elif kept:
            kept.pop()
    return (root + slash.join(kept)) or dot


def abspath(path):
    path = _fspath(path)
    if not isabs(path):
        cwd = posix.getcwd()
        path = join(cwd.encode() if isinstance(path, bytes) else cwd, path)
    return normpath(path)


def realpath(filename, *, strict=False):
    return abspath(filename)


def relpath(path, start=None):
    path = _fspath(path)
    if not path:
        raise ValueError("no path specified")
    start = curdir if start is None else _fspath(start)
    start_list = [x for x in abspath(start).split(sep) if x]
    path_list = [x for x in abspath(path).split(sep) if x]
    i = len(commonprefix([start_list, path_list]))
    rel_list = [pardir] * (len(start_list) - i) + path_list[i:]
    if not rel_list:
        return curdir
    return join(*rel_list)


def commonpath(paths):
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    split_paths = [path.split(sep) for path in paths]
    if len({p.startswith(sep) for p in paths}) != 1:
        raise ValueError("Can't mix absolute and relative paths")
    is_absolute = paths[0].startswith(sep)
    split_paths = [[c for c in s if c and c != curdir] for s in split_paths]
    low = min(split_paths)
    high = max(split_paths)
    common = low
    for i, c in enumerate(low):
        if c != high[i]:
            common = low[:i]
            break
    prefix = sep if is_absolute else sep[:0]
    return prefix + sep.join(common)
