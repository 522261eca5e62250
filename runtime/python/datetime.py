"""Dates and times of the proleptic Gregorian calendar."""

import time as _time
from _generated import dotted as _native

__all__ = ["date", "datetime", "time", "timedelta", "timezone", "tzinfo", "MINYEAR", "MAXYEAR", "UTC"]

MINYEAR = 1
MAXYEAR = 9999

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _days_in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS_IN_MONTH[month]


def _ordinal(year, month, day):
    return _days_before_year(year) + _BEFORE_MONTH[month] + (month > 2 and _is_leap(year)) + day


def _from_ordinal(n):
    n -= 1
    n400, n = divmod(n, 146097)
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year = n400 * 400 + 1 + n100 * 100 + n4 * 4 + n1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    month = 1
    while n >= _days_in_month(year, month):
        n -= _days_in_month(year, month)
        month += 1
    return year, month, n + 1


def _index(value):
    if isinstance(value, int):
        return value
    try:
        method = type(value).__index__
    except AttributeError:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer") from None
    return method(value)


def _check_date(year, month, day):
    year, month, day = _index(year), _index(month), _index(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _days_in_month(year, month):
        raise ValueError("day is out of range for month")
    return year, month, day


def _check_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = _index(hour), _index(minute), _index(second), _index(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")
    if fold not in (0, 1):
        raise ValueError("fold must be either 0 or 1")
    return hour, minute, second, microsecond


def _check_zone(zone):
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(zone).__name__}'")


def _week_one(year):
    """The Monday that the first ISO week of the year begins with."""
    first = _ordinal(year, 1, 1)
    weekday = (first + 6) % 7
    return first - weekday + (7 if weekday > 3 else 0)


@_native
class timedelta:
    __slots__ = ("_days", "_seconds", "_microseconds", "_hash")

    def __new__(cls, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        parts = (
            (weeks, 604800000000), (days, 86400000000), (hours, 3600000000), (minutes, 60000000),
            (seconds, 1000000), (milliseconds, 1000), (microseconds, 1),
        )
        total = 0
        rest = 0.0
        for value, unit in parts:
            if isinstance(value, int):
                total += value * unit
            elif isinstance(value, float):
                whole = int(value)
                total += whole * unit
                exact = (value - whole) * unit
                total += int(exact)
                rest += exact - int(exact)
            else:
                names = ("weeks", "days", "hours", "minutes", "seconds", "milliseconds", "microseconds")
                for name, (other, _) in zip(names, parts):
                    if other is value:
                        break
                raise TypeError(
                    f"unsupported type for timedelta {name} component: {type(value).__name__}"
                )
        return cls._of(total + round(rest))

    @classmethod
    def _of(cls, microseconds):
        self = object.__new__(cls)
        seconds, self._microseconds = divmod(microseconds, 1000000)
        self._days, self._seconds = divmod(seconds, 86400)
        self._hash = None
        if not -999999999 <= self._days <= 999999999:
            raise OverflowError(f"days={self._days}; must have magnitude <= 999999999")
        return self

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        return self._total() / 1000000

    def __repr__(self):
        parts = []
        for name, value in (("days", self._days), ("seconds", self._seconds), ("microseconds", self._microseconds)):
            if value:
                parts.append(f"{name}={value}")
        return f"{_class_name(self)}({', '.join(parts) or '0'})"

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f"{hours}:{minutes:02d}:{seconds:02d}"
        if self._days:
            text = f"{self._days} day{'' if abs(self._days) == 1 else 's'}, {text}"
        if self._microseconds:
            text += f".{self._microseconds:06d}"
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return -self if self._days < 0 else self

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_rounded(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide_rounded(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_rounded(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0


def _divide_rounded(a, b):
    """a / b to the nearest int, halves to even."""
    q, r = divmod(a, b)
    if b < 0:
        r, b = -r, -b
    if 2 * r > b or 2 * r == b and q % 2 == 1:
        q += 1
    return q


def _class_name(obj):
    """As CPython writes it: `datetime.date`, a subclass by its own name."""
    cls = type(obj)
    return f"datetime.{cls.__name__}" if cls.__module__ == "datetime" else cls.__name__


timedelta.min = timedelta._of(-999999999 * 86400000000)
timedelta.max = timedelta._of(999999999 * 86400000000 + 86399999999)
timedelta.resolution = timedelta._of(1)


@_native
class tzinfo:
    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        offset = dt.utcoffset()
        return dt + offset


def _offset_text(offset, separator=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset._days < 0:
        sign = "-"
        offset = -offset
    minutes, seconds = divmod(offset._days * 86400 + offset._seconds, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{sign}{hours:02d}{separator}{minutes:02d}"
    if seconds or offset._microseconds:
        text += f"{separator}{seconds:02d}"
        if offset._microseconds:
            text += f".{offset._microseconds:06d}"
    return text


@_native
class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(
                f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}"
            )
        if not timedelta(hours=-24) < offset < timedelta(hours=24):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset) if self._offset else "UTC"

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is UTC:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)


UTC = timezone.utc = timezone(timedelta(0))


def _formatted(obj, spec, year, month, day, hour, minute, second, microsecond):
    ordinal = _ordinal(year, month, day)
    weekday = (ordinal + 6) % 7
    year_day = ordinal - _ordinal(year, 1, 1) + 1
    out = []
    i = 0
    while i < len(spec):
        c = spec[i]
        i += 1
        if c != "%" or i == len(spec):
            out.append(c)
            continue
        c = spec[i]
        i += 1
        pad = True
        if c == "-" and i < len(spec):
            pad = False
            c = spec[i]
            i += 1
        n = None
        if c == "Y":
            out.append(str(year))
        elif c == "m":
            n = month
        elif c == "d":
            n = day
        elif c == "H":
            n = hour
        elif c == "I":
            n = hour % 12 or 12
        elif c == "M":
            n = minute
        elif c == "S":
            n = second
        elif c == "y":
            n = year % 100
        elif c == "f":
            out.append(f"{microsecond:06d}")
        elif c == "B":
            out.append(_MONTHS[month - 1])
        elif c == "b" or c == "h":
            out.append(_MONTHS[month - 1][:3])
        elif c == "A":
            out.append(_DAYS[weekday])
        elif c == "a":
            out.append(_DAYS[weekday][:3])
        elif c == "p":
            out.append("AM" if hour < 12 else "PM")
        elif c == "j":
            out.append(f"{year_day:03d}" if pad else str(year_day))
        elif c == "w":
            out.append(str((weekday + 1) % 7))
        elif c == "u":
            out.append(str(weekday + 1))
        elif c == "U":
            n = (year_day + 6 - (weekday + 1) % 7) // 7
        elif c == "W":
            n = (year_day + 6 - weekday) // 7
        elif c == "V":
            n = date(year, month, day).isocalendar()[1]
        elif c == "G":
            out.append(str(date(year, month, day).isocalendar()[0]))
        elif c == "z":
            out.append(_offset_text(obj.utcoffset(), "") if hasattr(obj, "utcoffset") else "")
        elif c == "Z":
            out.append(obj.tzname() or "" if hasattr(obj, "tzname") else "")
        elif c == "c":
            out.append(f"{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]} {day:2d} ")
            out.append(f"{hour:02d}:{minute:02d}:{second:02d} {year}")
        elif c == "x" or c == "D":
            out.append(f"{month:02d}/{day:02d}/{year % 100:02d}")
        elif c == "X" or c == "T":
            out.append(f"{hour:02d}:{minute:02d}:{second:02d}")
        elif c == "F":
            out.append(f"{year}-{month:02d}-{day:02d}")
        elif c == "R":
            out.append(f"{hour:02d}:{minute:02d}")
        elif c == "e":
            out.append(f"{day:2d}")
        elif c == "n":
            out.append("\n")
        elif c == "t":
            out.append("\t")
        elif c == "%":
            out.append("%")
        else:
            out.append("%" + c)
        if n is not None:
            out.append(f"{n:02d}" if pad else str(n))
    return "".join(out)


@_native
class IsoCalendarDate(tuple):
    __slots__ = ()

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


@_native
class date:
    __slots__ = ("_year", "_month", "_day")

    def __new__(cls, year, month, day):
        self = object.__new__(cls)
        self._year, self._month, self._day = _check_date(year, month, day)
        return self

    @classmethod
    def fromtimestamp(cls, t):
        moment = _time.localtime(t)
        return cls(moment[0], moment[1], moment[2])

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        year, month, day = _from_ordinal(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(text) not in (7, 8, 10):
                raise ValueError
            return cls(*_parse_iso_date(text))
        except ValueError as e:
            if e.args:
                raise
        raise ValueError(f"Invalid isoformat string: {text!r}")

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        last = (_week_one(year + 1) - _week_one(year)) // 7
        if not 1 <= week <= last:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid weekday: {day} (range is [1, 7])")
        return cls.fromordinal(_week_one(year) + (week - 1) * 7 + day - 1)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def ctime(self):
        return self.strftime("%c")

    def strftime(self, format):
        return _formatted(self, format, self._year, self._month, self._day, 0, 0, 0, 0)

    def __format__(self, spec):
        if not isinstance(spec, str):
            raise TypeError(f"__format__() argument 1 must be str, not {type(spec).__name__}")
        return self.strftime(spec) if spec else str(self)

    def isoformat(self):
        return f"{self._year:04d}-{self._month:02d}-{self._day:02d}"

    __str__ = isoformat

    def __repr__(self):
        return f"{_class_name(self)}({self._year}, {self._month}, {self._day})"

    def timetuple(self):
        year_day = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        return _time.struct_time(
            (self._year, self._month, self._day, 0, 0, 0, self.weekday(), year_day, -1)
        )

    def toordinal(self):
        return _ordinal(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
        )

    __replace__ = replace

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        start = _week_one(year)
        today = self.toordinal()
        week, day = divmod(today - start, 7)
        if week < 0:
            year -= 1
            week, day = divmod(today - _week_one(year), 7)
        elif week >= 52 and today >= _week_one(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def _fields(self):
        return self._year, self._month, self._day

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() == other._fields()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() < other._fields()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() <= other._fields()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() > other._fields()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._fields() >= other._fields()
        return NotImplemented

    def __hash__(self):
        return hash((self._year, self._month, self._day))

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other._days
            if 0 < n <= 3652059:
                return type(self).fromordinal(n)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other._days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _digits(text):
    if not text or not text.isascii() or not text.isdigit():
        raise ValueError
    return int(text)


def _parse_iso_date(text):
    year = _digits(text[:4])
    dashed = text[4:5] == "-"
    rest = text[5:] if dashed else text[4:]
    if rest[:1] == "W":
        week = _digits(rest[1:3])
        day = 1
        if len(rest) > 3:
            if dashed != (rest[3] == "-"):
                raise ValueError
            day = _digits(rest[4:] if dashed else rest[3:])
        return date.fromisocalendar(year, week, day)._fields()
    if dashed:
        if len(rest) != 5 or rest[2] != "-":
            raise ValueError
        return year, _digits(rest[:2]), _digits(rest[3:])
    if len(rest) != 4:
        raise ValueError
    return year, _digits(rest[:2]), _digits(rest[2:])


def _parse_iso_clock(text):
    """Hours, minutes, seconds and microseconds of `HH[:MM[:SS[.ffffff]]]`, with or without colons."""
    fraction = ""
    for mark in ".,":
        if mark in text:
            text, fraction = text.split(mark, 1)
            break
    parts = text.split(":") if ":" in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    if len(parts) > 3 or any(len(part) != 2 for part in parts) or fraction and len(parts) != 3:
        raise ValueError
    numbers = [_digits(part) for part in parts] + [0] * (3 - len(parts))
    microsecond = 0
    if fraction:
        _digits(fraction)
        microsecond = int((fraction + "000000")[:6])
    return numbers[0], numbers[1], numbers[2], microsecond


def _parse_iso_time(text):
    zone = None
    if text[-1:] in ("Z", "z"):
        zone = UTC
        text = text[:-1]
    else:
        for sign in "+-":
            at = text.find(sign)
            if at >= 0:
                hours, minutes, seconds, microseconds = _parse_iso_clock(text[at + 1:])
                offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
                if sign == "-":
                    offset = -offset
                zone = timezone(offset) if offset else UTC
                text = text[:at]
                break
    return _parse_iso_clock(text) + (zone,)


_TIMESPECS = ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")


def _clock_text(hour, minute, second, microsecond, timespec):
    if timespec not in _TIMESPECS:
        raise ValueError("Unknown timespec value")
    if timespec == "auto":
        timespec = "microseconds" if microsecond else "seconds"
    text = f"{hour:02d}"
    if timespec == "hours":
        return text
    text += f":{minute:02d}"
    if timespec == "minutes":
        return text
    text += f":{second:02d}"
    if timespec == "milliseconds":
        return f"{text}.{microsecond // 1000:03d}"
    if timespec == "microseconds":
        return f"{text}.{microsecond:06d}"
    return text


@_native
class time:
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromisoformat(cls, text):
        try:
            return cls(*_parse_iso_time(text.removeprefix("T")))
        except ValueError as e:
            if e.args:
                raise
        raise ValueError(f"Invalid isoformat string: {text!r}")

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(None)

    def _key(self):
        n = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return n if offset is None else n - offset._total()

    def _comparable(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware times")

    def __eq__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._comparable(other)
        return self._key() < other._key()

    def __le__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._comparable(other)
        return self._key() <= other._key()

    def __gt__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._comparable(other)
        return self._key() > other._key()

    def __ge__(self, other):
        if not isinstance(other, time):
            return NotImplemented
        self._comparable(other)
        return self._key() >= other._key()

    def __hash__(self):
        return hash(self._key())

    def isoformat(self, timespec="auto"):
        text = _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    __str__ = isoformat

    def strftime(self, format):
        return _formatted(self, format, 1900, 1, 1, self._hour, self._minute, self._second, self._microsecond)

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True, *, fold=None):
        return type(self)(
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def __repr__(self):
        parts = [str(self._hour), str(self._minute)]
        if self._second or self._microsecond:
            parts.append(str(self._second))
        if self._microsecond:
            parts.append(str(self._microsecond))
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        return f"{_class_name(self)}({', '.join(parts)})"


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


@_native
class datetime(date):
    __slots__ = ("_hour", "_minute", "_second", "_microsecond", "_tzinfo", "_fold")

    def __new__(cls, year, month, day, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        year, month, day = _check_date(year, month, day)
        hour, minute, second, microsecond = _check_time(hour, minute, second, microsecond, fold)
        _check_zone(tzinfo)
        self = object.__new__(cls)
        self._year = year
        self._month = month
        self._day = day
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold
        return self

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        _check_zone(tz)
        microseconds = round(timestamp * 1000000)
        seconds, microseconds = divmod(microseconds, 1000000)
        moment = _time.localtime(seconds) if tz is None else _time.gmtime(seconds)
        made = cls(moment[0], moment[1], moment[2], moment[3], moment[4], min(moment[5], 59), microseconds, tz)
        return made if tz is None else tz.fromutc(made)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        return cls.fromtimestamp(timestamp, UTC).replace(tzinfo=None)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.utcfromtimestamp(_time.time())

    @classmethod
    def combine(cls, date, time, tzinfo=True):
        zone = time._tzinfo if tzinfo is True else tzinfo
        return cls(
            date._year, date._month, date._day, time._hour, time._minute, time._second, time._microsecond, zone,
            fold=time._fold,
        )

    @classmethod
    def fromordinal(cls, n):
        year, month, day = _from_ordinal(n)
        return cls(year, month, day)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        try:
            if len(text) < 7:
                raise ValueError
            if text[4:5] == "-":
                end = 10 if text[5:6] != "W" else 10 if text[8:9] == "-" else 8
            else:
                end = 8
            day = _parse_iso_date(text[:end])
            if len(text) == end:
                return cls(*day)
            if len(text) == end + 1:
                raise ValueError
            return cls(*day, *_parse_iso_time(text[end + 1:]))
        except ValueError as e:
            if e.args:
                raise
        raise ValueError(f"Invalid isoformat string: {text!r}")

    @classmethod
    def strptime(cls, text, format):
        return _parsed(cls, text, format)

    def timetuple(self):
        year_day = self.toordinal() - _ordinal(self._year, 1, 1) + 1
        dst = self.dst()
        flag = -1 if dst is None else 1 if dst else 0
        return _time.struct_time((
            self._year, self._month, self._day, self._hour, self._minute, self._second, self.weekday(), year_day,
            flag,
        ))

    def utctimetuple(self):
        offset = self.utcoffset()
        moment = self.replace(tzinfo=None) - offset if offset else self.replace(tzinfo=None)
        fields = list(moment.timetuple())
        fields[8] = 0
        return _time.struct_time(tuple(fields))

    def timestamp(self):
        if self.utcoffset() is None:
            moment = self.replace(tzinfo=None)
            return _time.mktime(moment.timetuple()) + self._microsecond / 1000000
        return (self - _EPOCH).total_seconds()

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond, fold=self._fold)

    def timetz(self):
        return time(
            self._hour, self._minute, self._second, self._microsecond, self._tzinfo, fold=self._fold
        )

    def replace(
        self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True,
        *, fold=None,
    ):
        return type(self)(
            self._year if year is None else year,
            self._month if month is None else month,
            self._day if day is None else day,
            self._hour if hour is None else hour,
            self._minute if minute is None else minute,
            self._second if second is None else second,
            self._microsecond if microsecond is None else microsecond,
            self._tzinfo if tzinfo is True else tzinfo,
            fold=self._fold if fold is None else fold,
        )

    __replace__ = replace

    def astimezone(self, tz=None):
        _check_zone(tz)
        offset = self.utcoffset()
        if offset is None:
            offset = timedelta(seconds=-_time.timezone)
        if tz is None:
            tz = timezone(timedelta(seconds=-_time.timezone), _time.tzname[0])
        utc = (self.replace(tzinfo=None) - offset).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def isoformat(self, sep="T", timespec="auto"):
        text = f"{self._year:04d}-{self._month:02d}-{self._day:02d}{sep}"
        text += _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
        return text + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute]
        if self._second or self._microsecond:
            parts.append(self._second)
        if self._microsecond:
            parts.append(self._microsecond)
        parts = [str(part) for part in parts]
        if self._tzinfo is not None:
            parts.append(f"tzinfo={self._tzinfo!r}")
        if self._fold:
            parts.append("fold=1")
        return f"{_class_name(self)}({', '.join(parts)})"

    def strftime(self, format):
        return _formatted(
            self, format, self._year, self._month, self._day, self._hour, self._minute, self._second,
            self._microsecond,
        )

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _key(self):
        seconds = (self.toordinal() * 1440 + self._hour * 60 + self._minute) * 60 + self._second
        n = seconds * 1000000 + self._microsecond
        offset = self.utcoffset()
        return n if offset is None else n - offset._total()

    def _comparable(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")

    def __eq__(self, other):
        if not isinstance(other, datetime):
            return NotImplemented
        return (self.utcoffset() is None) == (other.utcoffset() is None) and self._key() == other._key()

    def __lt__(self, other):
        if isinstance(other, datetime):
            self._comparable(other)
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, datetime):
            self._comparable(other)
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, datetime):
            self._comparable(other)
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, datetime):
            self._comparable(other)
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        clock = (self._hour * 60 + self._minute) * 60 + self._second
        total = (self.toordinal() * 86400 + clock) * 1000000 + self._microsecond + other._total()
        seconds, microsecond = divmod(total, 1000000)
        ordinal, seconds = divmod(seconds, 86400)
        if not 0 < ordinal <= 3652059:
            raise OverflowError("date value out of range")
        year, month, day = _from_ordinal(ordinal)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return type(self)(year, month, day, hour, minute, second, microsecond, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta._of(self._key() - other._key())
        if isinstance(other, timedelta):
            return self + -other
        return NotImplemented


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_WIDTHS = {"Y": 4, "m": 2, "d": 2, "H": 2, "I": 2, "M": 2, "S": 2, "y": 2, "j": 3, "f": 6, "w": 1, "u": 1, "U": 2, "W": 2}
_LIMITS = {
    "m": (1, 12), "d": (1, 31), "H": (0, 23), "I": (1, 12), "M": (0, 59), "S": (0, 61), "j": (1, 366),
    "w": (0, 6), "u": (1, 7), "U": (0, 53), "W": (0, 53),
}


def _parsed(cls, text, format):
    full_format = format
    for short, long in (("%c", "%a %b %d %H:%M:%S %Y"), ("%x", "%m/%d/%y"), ("%D", "%m/%d/%y"), ("%X", "%H:%M:%S"),
                        ("%T", "%H:%M:%S"), ("%R", "%H:%M"), ("%F", "%Y-%m-%d")):
        format = format.replace(short, long)
    found = {}
    at = 0
    i = 0

    def fail():
        raise ValueError(f"time data {text!r} does not match format {full_format!r}")

    while i < len(format):
        c = format[i]
        i += 1
        if c.isspace():
            while i < len(format) and format[i].isspace():
                i += 1
            if at >= len(text) or not text[at].isspace():
                fail()
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if c != "%":
            if text[at:at + 1].lower() != c.lower():
                fail()
            at += 1
            continue
        if i == len(format):
            raise ValueError(f"stray % in format {full_format!r}")
        c = format[i]
        i += 1
        if c == "%":
            if text[at:at + 1] != "%":
                fail()
            at += 1
        elif c in _WIDTHS:
            end = at
            while end < len(text) and end - at < _WIDTHS[c] and text[end] in "0123456789":
                end += 1
            low, high = _LIMITS.get(c, (0, 9999999))
            # As a regular expression would: fewer digits where all of them are too many.
            while end > at + 1 and not low <= int(text[at:end]) <= high:
                end -= 1
            if end == at or c == "Y" and end - at != 4 or not low <= int(text[at:end]) <= high:
                fail()
            if c == "y" and end - at != 2:
                fail()
            found[c] = text[at:end]
            at = end
        elif c in "AaBbh":
            names = _DAYS if c in "Aa" else _MONTHS
            for number, name in enumerate(names):
                name = name if c in "AB" else name[:3]
                if text[at:at + len(name)].lower() == name.lower():
                    found["A" if c in "Aa" else "B"] = number
                    at += len(name)
                    break
            else:
                fail()
        elif c == "p":
            half = text[at:at + 2].upper()
            if half not in ("AM", "PM"):
                fail()
            found["p"] = half
            at += 2
        elif c == "z":
            if text[at:at + 1] == "Z":
                found["z"] = UTC
                at += 1
                continue
            sign = text[at:at + 1]
            body = text[at + 1:at + 6]
            size = 6 if body[2:3] == ":" else 5
            digits = body.replace(":", "")[:4]
            if sign not in ("+", "-") or len(digits) != 4 or not digits.isdigit():
                fail()
            offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
            offset = -offset if sign == "-" else offset
            found["z"] = timezone(offset) if offset else UTC
            at += size
        elif c == "Z":
            for name in ("UTC", "GMT") + tuple(_time.tzname):
                if text[at:at + len(name)].lower() == name.lower():
                    at += len(name)
                    break
        else:
            raise ValueError(f"'{c}' is a bad directive in format '{full_format}'")
    if at != len(text):
        raise ValueError(f"unconverted data remains: {text[at:]}")
    year = 1900
    if "Y" in found:
        year = int(found["Y"])
    elif "y" in found:
        year = int(found["y"])
        year += 2000 if year <= 68 else 1900
    month = found["B"] + 1 if "B" in found else int(found.get("m", 1))
    day = int(found.get("d", 1))
    if "j" in found and "m" not in found and "B" not in found:
        year, month, day = _from_ordinal(_ordinal(year, 1, 1) + int(found["j"]) - 1)
    elif ("U" in found or "W" in found) and ("A" in found or "w" in found or "u" in found):
        weekday = found["A"] if "A" in found else (int(found.get("w", found.get("u"))) + 6) % 7
        first = (_ordinal(year, 1, 1) + 6) % 7
        if "U" in found:
            week, first, day_of_week = int(found["U"]), (first + 1) % 7, (weekday + 1) % 7
        else:
            week, day_of_week = int(found["W"]), weekday
        start = (7 - first) % 7
        offset = day_of_week - first if week == 0 else start + 7 * (week - 1) + day_of_week
        year, month, day = _from_ordinal(_ordinal(year, 1, 1) + offset)
    hour = int(found.get("H", 0))
    if "I" in found:
        hour = int(found["I"]) % 12 + (12 if found.get("p") == "PM" else 0)
    fraction = found.get("f", "0")
    microsecond = int((fraction + "00000")[:6])
    return cls(
        year, month, day, hour, int(found.get("M", 0)), int(found.get("S", 0)), microsecond, found.get("z")
    )
