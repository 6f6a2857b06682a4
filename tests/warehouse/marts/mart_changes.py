"""Marts in a database, read to be compared."""

from datetime import date

from hypothesis import strategies as st

from tests.warehouse.marts.mart_articles import rows
from warehouse.marts import MARTS


def contents(connection):
    return {m: sorted(rows(connection, f"FROM {m}"), key=repr) for m in MARTS}


DAYS = st.none() | st.dates(date(2024, 1, 1), date(2024, 2, 10))
DESCRIBED = st.fixed_dictionaries({
    "day": DAYS,
    "outlet": st.sampled_from([None, "One", "Two"]),
    "names": st.sets(st.sampled_from(["Ana", "Bo", "Cy"])).map(sorted),
})  # fmt: skip
