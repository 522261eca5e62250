# Documentation strings are reached through every kind of access.
class Shell:
    """A shell."""

    def do_look(self, where=None):
        """look around"""

    def do_go(self, d):
        """go DIRECTION

        and more
        """

    @classmethod
    def make(cls):
        """make one"""

    @staticmethod
    def tool():
        """a tool"""

    @property
    def size(self):
        """the size"""

    def bare(self):
        pass


s = Shell()
print(s.__doc__, Shell.do_look.__doc__, s.do_look.__doc__, s.make.__doc__, s.tool.__doc__, Shell.size.__doc__, s.bare.__doc__)
print(repr(s.do_go.__doc__))
for name in sorted(n for n in dir(s) if n.startswith("do_")):
    print(f"{name[3:]:<6}{getattr(s, name).__doc__.splitlines()[0]}")
