# Calendars and logs.
import calendar
import io
import logging
import sys

print(calendar.isleap(2024), calendar.monthrange(2024, 2), calendar.leapdays(2000, 2025), calendar.weekday(2024, 5, 6))
print(calendar.month(2024, 2), end="")
print(calendar.calendar(2023), end="")
print(calendar.month_name[3], calendar.day_abbr[0], list(calendar.month_abbr), list(calendar.day_name))
print(calendar.monthcalendar(2024, 9), calendar.Calendar(6).monthdayscalendar(2024, 2), calendar.timegm((1970, 1, 2, 0, 0, 5)))
calendar.setfirstweekday(calendar.SUNDAY)
calendar.prmonth(2025, 8)
print(calendar.TextCalendar(2).formatmonth(2024, 1, w=3))
print([d.isoformat() for d in calendar.Calendar().itermonthdates(2024, 2)][:3], list(calendar.Calendar().itermonthdays2(2024, 2))[:5])
try:
    calendar.monthrange(2024, 13)
except calendar.IllegalMonthError as e:
    print(e)
print(calendar.MONDAY, repr(calendar.Month.MAY), calendar.firstweekday(), calendar.weekheader(3))

log = logging.getLogger("app.part")
log.info("not shown")
log.warning("by the last resort")
logging.basicConfig(level=logging.DEBUG, format="%(levelname)s|%(name)s|%(message)s", stream=sys.stdout)
logging.debug("debug %d", 5)
log.info("info %s %s", "a", [1])
log.log(25, "between")
logging.getLogger("app").setLevel(logging.ERROR)
log.warning("hidden")
log.error("shown %(k)s", {"k": 3})
try:
    1 / 0
except ZeroDivisionError:
    logging.exception("failed")
buffer = io.StringIO()
own = logging.getLogger("own")
own.propagate = False
handler = logging.StreamHandler(buffer)
handler.setFormatter(logging.Formatter("{levelname:<8}{message}", style="{"))
handler.setLevel("WARNING")
own.addHandler(handler)
own.addFilter(lambda r: "secret" not in r.getMessage())
own.info("no")
own.error("yes")
own.critical("secret")
print(repr(buffer.getvalue()), own, log, logging.getLevelName(30), logging.getLevelName("INFO"), own.isEnabledFor(10), log.getEffectiveLevel(), log.parent.name)
logging.disable(logging.CRITICAL)
logging.critical("nothing")


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.seen = []

    def emit(self, record):
        self.seen.append((record.levelno, self.format(record)))


logging.disable(logging.NOTSET)
c = Collect()
own.addHandler(c)
own.warning("collected")
print(c.seen)
try:
    own.setLevel("LOUD")
except ValueError as e:
    print(e)
