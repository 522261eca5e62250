"""Tests as methods of classes, run by `main()`. Discovery over files and mocks are not here."""

import re
import sys
import time
import traceback

__all__ = [
    "TestCase", "TestSuite", "TestLoader", "TestResult", "TextTestRunner", "TextTestResult", "SkipTest", "main", "skip",
    "skipIf", "skipUnless", "expectedFailure", "defaultTestLoader",
]

_SHOWN = 80


class SkipTest(Exception):
    pass


def _id(f):
    return f


def skip(reason):
    def decorate(item):
        item.__unittest_skip__ = True
        item.__unittest_skip_why__ = "" if callable(reason) else reason
        return item

    return decorate(reason) if callable(reason) else decorate


def skipIf(condition, reason):
    return skip(reason) if condition else _id


def skipUnless(condition, reason):
    return _id if condition else skip(reason)


def expectedFailure(item):
    item.__unittest_expecting_failure__ = True
    return item


def _shown(v, short=False):
    try:
        text = repr(v)
    except Exception:
        text = object.__repr__(v)
    if short and len(text) >= _SHOWN:
        return text[:_SHOWN] + " [truncated]..."
    return text


class _Raises:
    by = ""

    def __init__(self, case, expected, pattern=None, msg=None):
        self.case, self.expected, self.pattern, self.msg = case, expected, pattern, msg

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None:
            names = self.expected if isinstance(self.expected, tuple) else (self.expected,)
            names = [getattr(e, "__name__", str(e)) for e in names]
            self.case._fail(self.msg, f"{names[0] if len(names) == 1 else self.expected} not raised{self.by}")
        if not issubclass(kind, self.expected):
            return False
        self.exception = value
        if self.pattern is not None and not re.search(self.pattern, str(value)):
            self.case._fail(self.msg, f'"{self.pattern}" does not match "{value}"')
        return True


class _SubTest:
    def __init__(self, case, message, params):
        self.case, self.message, self.params = case, message, params

    def __enter__(self):
        return self

    def __exit__(self, kind, value, tb):
        if kind is None or self.case._result is None:
            return False
        shown = [f"[{self.message}]"] if self.message is not None else []
        if self.params:
            shown.append("(" + ", ".join(f"{k}={v!r}" for k, v in self.params.items()) + ")")
        name = f"{self.case} {' '.join(shown) or '(<subtest>)'}"
        if issubclass(kind, SkipTest):
            self.case._result.skipped.append((name, str(value)))
        elif issubclass(kind, self.case.failureException):
            self.case._result.failures.append((name, self.case._result.text(value)))
            self.case._sub_failed = True
        elif issubclass(kind, Exception):
            self.case._result.errors.append((name, self.case._result.text(value)))
            self.case._sub_failed = True
        else:
            return False
        return True


class TestCase:
    failureException = AssertionError
    longMessage = True
    maxDiff = 640
    _result = None
    _sub_failed = False

    def __init__(self, methodName="runTest"):
        self._testMethodName = methodName
        self._cleanups = []

    def setUp(self):
        pass

    def tearDown(self):
        pass

    @classmethod
    def setUpClass(cls):
        pass

    @classmethod
    def tearDownClass(cls):
        pass

    def id(self):
        return f"{type(self).__module__}.{type(self).__qualname__}.{self._testMethodName}"

    def __str__(self):
        return f"{self._testMethodName} ({self.id()})"

    def __repr__(self):
        return f"<{type(self).__module__}.{type(self).__qualname__} testMethod={self._testMethodName}>"

    def __eq__(self, other):
        return type(self) is type(other) and self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def shortDescription(self):
        doc = getattr(self, self._testMethodName).__doc__
        return doc.strip().split("\n")[0].strip() if doc else None

    def countTestCases(self):
        return 1

    def addCleanup(self, function, /, *args, **kwargs):
        self._cleanups.append((function, args, kwargs))

    def doCleanups(self):
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            function(*args, **kwargs)

    def skipTest(self, reason):
        raise SkipTest(reason)

    def subTest(self, msg=None, **params):
        return _SubTest(self, msg, params)

    def __call__(self, result=None):
        return self.run(result)

    def run(self, result=None):
        if result is None:
            result = TestResult()
        result.startTest(self)
        self._result = result
        method = getattr(self, self._testMethodName)
        for item in (method, type(self)):
            if getattr(item, "__unittest_skip__", False):
                result.addSkip(self, item.__unittest_skip_why__)
                return result
        expecting = getattr(method, "__unittest_expecting_failure__", False)
        self._sub_failed = failed = False
        try:
            self.setUp()
            try:
                method()
            finally:
                self.tearDown()
        except SkipTest as e:
            result.addSkip(self, str(e))
            return result
        except self.failureException as e:
            failed = True
            if not expecting:
                result.addFailure(self, e)
        except Exception as e:
            failed = True
            if not expecting:
                result.addError(self, e)
        try:
            self.doCleanups()
        except Exception as e:
            failed = True
            result.addError(self, e)
        if self._sub_failed:
            result.note("FAIL", "F")
        elif expecting:
            (result.addExpectedFailure if failed else result.addUnexpectedSuccess)(self)
        elif not failed:
            result.addSuccess(self)
        return result

    def debug(self):
        self.setUp()
        getattr(self, self._testMethodName)()
        self.tearDown()

    # Assertions

    def _fail(self, msg, standard):
        if msg is None:
            msg = standard
        elif self.longMessage:
            msg = f"{standard} : {msg}"
        raise self.failureException(msg)

    def fail(self, msg=None):
        raise self.failureException(msg)

    def assertTrue(self, expr, msg=None):
        if not expr:
            self._fail(msg, f"{_shown(expr)} is not true")

    def assertFalse(self, expr, msg=None):
        if expr:
            self._fail(msg, f"{_shown(expr)} is not false")

    def assertEqual(self, first, second, msg=None):
        if not first == second:
            self._fail(msg, f"{_shown(first, True)} != {_shown(second, True)}")

    assertListEqual = assertTupleEqual = assertDictEqual = assertMultiLineEqual = assertSetEqual = assertEqual

    def assertSequenceEqual(self, first, second, msg=None, seq_type=None):
        self.assertEqual(list(first), list(second), msg)

    def assertNotEqual(self, first, second, msg=None):
        if not first != second:
            self._fail(msg, f"{_shown(first)} == {_shown(second)}")

    def assertIs(self, first, second, msg=None):
        if first is not second:
            self._fail(msg, f"{_shown(first)} is not {_shown(second)}")

    def assertIsNot(self, first, second, msg=None):
        if first is second:
            self._fail(msg, f"unexpectedly identical: {_shown(first)}")

    def assertIsNone(self, obj, msg=None):
        if obj is not None:
            self._fail(msg, f"{_shown(obj)} is not None")

    def assertIsNotNone(self, obj, msg=None):
        if obj is None:
            self._fail(msg, "unexpectedly None")

    def assertIn(self, member, container, msg=None):
        if member not in container:
            self._fail(msg, f"{_shown(member)} not found in {_shown(container)}")

    def assertNotIn(self, member, container, msg=None):
        if member in container:
            self._fail(msg, f"{_shown(member)} unexpectedly found in {_shown(container)}")

    def assertIsInstance(self, obj, cls, msg=None):
        if not isinstance(obj, cls):
            self._fail(msg, f"{_shown(obj)} is not an instance of {cls!r}")

    def assertNotIsInstance(self, obj, cls, msg=None):
        if isinstance(obj, cls):
            self._fail(msg, f"{_shown(obj)} is an instance of {cls!r}")

    def assertLess(self, a, b, msg=None):
        if not a < b:
            self._fail(msg, f"{_shown(a)} not less than {_shown(b)}")

    def assertLessEqual(self, a, b, msg=None):
        if not a <= b:
            self._fail(msg, f"{_shown(a)} not less than or equal to {_shown(b)}")

    def assertGreater(self, a, b, msg=None):
        if not a > b:
            self._fail(msg, f"{_shown(a)} not greater than {_shown(b)}")

    def assertGreaterEqual(self, a, b, msg=None):
        if not a >= b:
            self._fail(msg, f"{_shown(a)} not greater than or equal to {_shown(b)}")

    def _near(self, first, second, places, delta):
        if first == second:
            return True
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        return difference <= delta if delta is not None else round(difference, 7 if places is None else places) == 0

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if not self._near(first, second, places, delta):
            within = f"{_shown(delta)} delta" if delta is not None else f"{7 if places is None else places!r} places"
            self._fail(msg, f"{_shown(first)} != {_shown(second)} within {within} ({_shown(abs(first - second))} difference)")

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        if self._near(first, second, places, delta):
            within = f"{_shown(delta)} delta" if delta is not None else f"{7 if places is None else places!r} places"
            tail = f" ({_shown(abs(first - second))} difference)" if delta is not None else ""
            self._fail(msg, f"{_shown(first)} == {_shown(second)} within {within}{tail}")

    def assertRegex(self, text, expected_regex, msg=None):
        if not re.search(expected_regex, text):
            self._fail(msg, f"Regex didn't match: {_pattern(expected_regex)!r} not found in {text!r}")

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        found = re.search(unexpected_regex, text)
        if found:
            self._fail(msg, f"Regex matched: {found.group()!r} matches {_pattern(unexpected_regex)!r} in {text!r}")

    def assertCountEqual(self, first, second, msg=None):
        rest = list(second)
        for v in first:
            if v not in rest:
                self._fail(msg, "Element counts were not equal")
            rest.remove(v)
        if rest:
            self._fail(msg, "Element counts were not equal")

    def assertRaises(self, expected_exception, *args, **kwargs):
        return self._raises(expected_exception, None, args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        return self._raises(expected_exception, expected_regex, args, kwargs)

    def _raises(self, expected, pattern, args, kwargs):
        context = _Raises(self, expected, pattern, kwargs.pop("msg", None) if not args else None)
        if not args:
            return context
        context.by = f" by {getattr(args[0], '__name__', args[0])}"
        with context:
            args[0](*args[1:], **kwargs)


def _pattern(p):
    return p if isinstance(p, str) else p.pattern


class TestResult:
    shouldStop = False

    def __init__(self, stream=None, descriptions=True, verbosity=0):
        self.stream, self.descriptions, self.verbosity = stream, descriptions, verbosity
        self.failures, self.errors, self.skipped = [], [], []
        self.expectedFailures, self.unexpectedSuccesses = [], []
        self.testsRun = 0

    def wasSuccessful(self):
        return not self.failures and not self.errors and not self.unexpectedSuccesses

    def stop(self):
        self.shouldStop = True

    def text(self, e):
        # The entries of this module are no news.
        entries = traceback.format_tb(e.__traceback__)
        own = [t for t in entries if "/unittest.py\"" not in t.split(",")[0]]
        return "Traceback (most recent call last):\n" + "".join(own + traceback.format_exception_only(e))

    def note(self, word, letter):
        if self.stream and self.verbosity > 1:
            self.stream.write(word + "\n")
        elif self.stream and self.verbosity == 1:
            self.stream.write(letter)

    def startTest(self, test):
        self.testsRun += 1
        if self.stream and self.verbosity > 1:
            self.stream.write(f"{self.described(test)} ... ")

    def described(self, test):
        doc = test.shortDescription() if isinstance(test, TestCase) and self.descriptions else None
        return f"{test}\n{doc}" if doc else str(test)

    def addSuccess(self, test):
        self.note("ok", ".")

    def addFailure(self, test, e):
        self.failures.append((self.described(test), self.text(e)))
        self.note("FAIL", "F")

    def addError(self, test, e):
        self.errors.append((self.described(test), self.text(e)))
        self.note("ERROR", "E")

    def addSkip(self, test, reason):
        self.skipped.append((test, reason))
        self.note(f"skipped {reason!r}", "s")

    def addExpectedFailure(self, test):
        self.expectedFailures.append((test, ""))
        self.note("expected failure", "x")

    def addUnexpectedSuccess(self, test):
        self.unexpectedSuccesses.append(test)
        self.note("unexpected success", "u")


TextTestResult = TestResult


class TestSuite:
    def __init__(self, tests=()):
        self._tests = []
        self.addTests(tests)

    def addTest(self, test):
        self._tests.append(test)

    def addTests(self, tests):
        for t in tests:
            self.addTest(t)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return sum(t.countTestCases() for t in self._tests)

    def __call__(self, result):
        return self.run(result)

    def run(self, result):
        current = None
        for test in self._tests:
            if isinstance(test, TestSuite):
                test.run(result)
                continue
            cls = type(test)
            if cls is not current:
                if current is not None:
                    current.tearDownClass()
                current = cls
                if not getattr(cls, "__unittest_skip__", False):
                    cls.setUpClass()
            test.run(result)
        if current is not None:
            current.tearDownClass()
        return result


class TestLoader:
    testMethodPrefix = "test"

    def getTestCaseNames(self, cls):
        return sorted(n for n in dir(cls) if n.startswith(self.testMethodPrefix) and callable(getattr(cls, n)))

    def loadTestsFromTestCase(self, cls):
        names = self.getTestCaseNames(cls)
        if not names and hasattr(cls, "runTest"):
            names = ["runTest"]
        return TestSuite(cls(n) for n in names)

    def loadTestsFromModule(self, module):
        found = [getattr(module, n) for n in dir(module)]
        return TestSuite(
            self.loadTestsFromTestCase(c)
            for c in found
            if isinstance(c, type) and issubclass(c, TestCase) and c is not TestCase
        )


defaultTestLoader = TestLoader()


class TextTestRunner:
    def __init__(self, stream=None, descriptions=True, verbosity=1, failfast=False, buffer=False, **kwargs):
        self.stream = sys.stderr if stream is None else stream
        self.descriptions, self.verbosity = descriptions, verbosity

    def run(self, test):
        result = TestResult(self.stream, self.descriptions, self.verbosity)
        start = time.perf_counter()
        test.run(result)
        taken = time.perf_counter() - start
        write = self.stream.write
        if self.verbosity:
            write("\n")
        for word, found in (("ERROR", result.errors), ("FAIL", result.failures)):
            for name, text in found:
                write("=" * 70 + f"\n{word}: {name}\n" + "-" * 70 + f"\n{text}\n")
        for t in result.unexpectedSuccesses:
            write("=" * 70 + f"\nUNEXPECTED SUCCESS: {t}\n")
        write("-" * 70 + "\n")
        n = result.testsRun
        write(f"Ran {n} test{'' if n == 1 else 's'} in {taken:.3f}s\n\n")
        infos = []
        for word, found in (
            ("failures", result.failures), ("errors", result.errors), ("skipped", result.skipped),
            ("expected failures", result.expectedFailures), ("unexpected successes", result.unexpectedSuccesses),
        ):
            if found:
                infos.append(f"{word}={len(found)}")
        state = "FAILED" if not result.wasSuccessful() else "OK" if n or result.skipped else "NO TESTS RAN"
        write(state + (f" ({', '.join(infos)})" if infos else "") + "\n")
        return result


class TestProgram:
    def __init__(
        self, module="__main__", defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader, exit=True,
        verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None,
    ):
        for option in sys.argv[1:] if argv is None else argv[1:]:
            if option in ("-v", "--verbose"):
                verbosity = 2
            elif option in ("-q", "--quiet"):
                verbosity = 0
        if isinstance(module, str):
            module = sys.modules[module]
        runner = testRunner or TextTestRunner(verbosity=verbosity)
        if isinstance(runner, type):
            runner = runner(verbosity=verbosity)
        self.result = runner.run(testLoader.loadTestsFromModule(module))
        if exit:
            if not self.result.testsRun and not self.result.skipped:
                sys.exit(5)
            sys.exit(not self.result.wasSuccessful())


main = TestProgram
