# Tests of tests: what runs, in which order, and how it ends.
import io
import unittest


class Stack:
    def __init__(self):
        self.items = []

    def push(self, x):
        self.items.append(x)

    def pop(self):
        if not self.items:
            raise IndexError("pop from empty stack")
        return self.items.pop()


class StackTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        print("class up")

    @classmethod
    def tearDownClass(cls):
        print("class down")

    def setUp(self):
        self.s = Stack()
        print("up", self._testMethodName)

    def tearDown(self):
        print("down", len(self.s.items))

    def test_push_pop(self):
        self.s.push(1)
        self.assertEqual(self.s.pop(), 1)
        self.assertListEqual(self.s.items, [])

    def test_empty(self):
        with self.assertRaises(IndexError) as caught:
            self.s.pop()
        self.assertIn("empty", str(caught.exception))
        self.assertRaisesRegex(IndexError, "pop from", self.s.pop)
        self.assertRaises(ValueError, int, "x")

    def test_numbers(self):
        self.assertAlmostEqual(0.1 + 0.2, 0.3)
        self.assertGreater(2, 1)
        self.assertIsInstance(2.5, float)
        self.assertIsNone(None)
        for i in range(3):
            with self.subTest(i=i):
                self.assertTrue(i < 3)

    def test_failing(self):
        self.assertEqual(1 + 1, 3, "sums")

    def test_error(self):
        {}["missing"]

    @unittest.skip("not today")
    def test_skipped(self):
        print("never")

    @unittest.expectedFailure
    def test_expected(self):
        self.assertFalse(True)

    def helper(self):
        print("never")


for check in (lambda t: t.assertIs(1, 2), lambda t: t.assertIn(1, [2]), lambda t: t.assertLess(2, 1), lambda t: t.assertIsNone(3), lambda t: t.assertAlmostEqual(1, 1.5), lambda t: t.assertTrue([]), lambda t: t.assertNotEqual(1, 1), lambda t: t.assertIsInstance(1, str), lambda t: t.assertRegex("abc", "x+"), lambda t: t.assertRaises(KeyError, dict), lambda t: t.fail("own")):
    try:
        check(unittest.TestCase())
    except AssertionError as e:
        print(e)
out = io.StringIO()
result = unittest.TextTestRunner(stream=out, verbosity=2).run(unittest.TestLoader().loadTestsFromTestCase(StackTest))
print(result.testsRun, len(result.failures), len(result.errors), len(result.skipped), len(result.expectedFailures), result.wasSuccessful())
lines = out.getvalue().splitlines()
print("\n".join(line for line in lines if "..." in line or line.startswith(("FAIL", "ERROR", "KeyError", "Assertion"))))
