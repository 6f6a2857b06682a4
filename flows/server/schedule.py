"""When `newsmill serve` runs, in Prefect's terms."""

from __future__ import annotations

from prefect.schedules import Cron, Interval, Schedule

USUAL_CRON = "*/15 * * * *"


def make_schedule(cron: str | None, every: int | None, timezone: str | None) -> Schedule:
    """Every so many seconds, else by a cron line in a time zone (IANA name; UTC without one).

    Raises ValueError for a line that is none. In the night when clocks go forward a run whose hour
    is left out comes an hour earlier, and when they go back there is one run and not two.
    """
    if every:
        return Interval(every)
    return Cron(cron or USUAL_CRON, timezone=timezone)
