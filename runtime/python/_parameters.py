"""Binding of call arguments for functions whose parameters are known only at run time.

`namedtuple` and `dataclass` make methods such as `Point.__new__(_cls, x, y=0)` without compiling source, so
they receive `*args, **kwargs` and bind here, with the words that a call of a written function would use.
"""


class Signature:
    """The parameters of one such method, the leading `self` left out but counted.

    `names` are the parameters that may be positional, `defaults` maps a name to its default value (either
    kind), `keyword_only` are the names after the star.
    """

    __slots__ = ("function", "names", "defaults", "keyword_only", "n_required")

    def __init__(self, function, names, defaults, keyword_only=()):
        self.function = function
        self.names = names
        self.defaults = defaults
        self.keyword_only = keyword_only
        self.n_required = sum(name not in defaults for name in names)

    def bind(self, args, kwargs):
        """The values of `names`, then of `keyword_only`, as a list."""
        names = self.names
        n_given = len(args)
        values = list(args)
        if n_given > len(names):
            self._too_many(n_given, kwargs)
        if not kwargs and n_given == len(names) and not self.keyword_only:
            return values
        defaults = self.defaults
        if kwargs:
            for name in kwargs:
                if name in names:
                    if names.index(name) < n_given:
                        raise TypeError(f"{self.function}() got multiple values for argument '{name}'")
                elif name not in self.keyword_only:
                    self._unexpected(name)
        missing = []
        for i in range(n_given, len(names)):
            name = names[i]
            if name in kwargs:
                values.append(kwargs[name])
            elif name in defaults:
                values.append(defaults[name])
            else:
                missing.append(name)
        if missing:
            self._missing("positional", missing)
        for name in self.keyword_only:
            if name in kwargs:
                values.append(kwargs[name])
            elif name in defaults:
                values.append(defaults[name])
            else:
                missing.append(name)
        if missing:
            self._missing("keyword-only", missing)
        return values

    def _missing(self, kind, names):
        shown = [repr(name) for name in names]
        if len(shown) == 1:
            text = shown[0]
        elif len(shown) == 2:
            text = " and ".join(shown)
        else:
            text = ", ".join(shown[:-1]) + ", and " + shown[-1]
        plural = "" if len(shown) == 1 else "s"
        raise TypeError(
            f"{self.function}() missing {len(shown)} required {kind} argument{plural}: {text}"
        )

    def _unexpected(self, name):
        from _suggestions import closest

        text = f"{self.function}() got an unexpected keyword argument '{name}'"
        close = closest(name, [*self.names, *self.keyword_only])
        if close is not None:
            text += f". Did you mean '{close}'?"
        raise TypeError(text)

    def _too_many(self, n_given, kwargs):
        # `self` counts, as it does for a written method.
        most = len(self.names) + 1
        least = self.n_required + 1
        n_given += 1
        n_keyword_only = sum(name in self.keyword_only for name in kwargs)
        if least == most:
            takes = f"{most} positional argument" + ("s" if most != 1 else "")
        else:
            takes = f"from {least} to {most} positional arguments"
        if n_keyword_only:
            given = (
                f"{n_given} positional argument" + ("s" if n_given != 1 else "")
                + f" (and {n_keyword_only} keyword-only argument" + ("s" if n_keyword_only != 1 else "")
                + ") were given"
            )
        else:
            given = f"{n_given} {'was' if n_given == 1 else 'were'} given"
        raise TypeError(f"{self.function}() takes {takes} but {given}")
