"""What can go wrong in the warehouse, as a family tree.

WarehouseError
    StoreBusy         another run holds the writer's lock
    StoreUnreadable   the working store is damaged
    StoreOfOther      another version made the working store, and this one cannot use it
    StoreRefused      the machine does not let DuckDB read or write: no room, no right
    NotPublished      the copy for readers cannot be replaced
    NotAWarehouse     the file exists and newsmill did not make it
    WarehouseMissing  there is nothing to read yet
    CheckFailed       a data check found rows that must not be
    CannotCorrect     a correction names what is not there, or what cannot be
    BadCorrections    the file of corrections cannot be carried out
    QuestionRefused   a question that DuckDB refuses, or one that would write
        OtherVersion  a question of newsmill's own to a warehouse that another version made
"""

from __future__ import annotations


class WarehouseError(Exception):
    """Base of the family; its message is one sentence for a person."""


class StoreBusy(WarehouseError):
    """Another run writes to the same warehouse, or another program has its file open."""


class StoreUnreadable(WarehouseError):
    """DuckDB cannot open the working store; it can be made again from the published copy."""


class StoreOfOther(WarehouseError):
    """The store has a schema that this version cannot bring up to date; a newer one's, mostly."""


class StoreRefused(WarehouseError):
    """The disk or the memory is full, or may not be used; what was committed is kept."""


class NotPublished(WarehouseError):
    """The published copy cannot be replaced; the working store keeps what it would show."""


class NotAWarehouse(WarehouseError):
    """The warehouse path is taken by a file that newsmill did not make."""


class WarehouseMissing(WarehouseError):
    """No run has published the warehouse yet."""


class CheckFailed(WarehouseError):
    """At least one data check found rows; `failures` maps the check to its first rows."""

    def __init__(self, failures: dict[str, list[tuple]]) -> None:
        self.failures = failures
        listed = "; ".join(f"{name}: {rows[0]}" for name, rows in failures.items())
        super().__init__(f"{len(failures)} data check(s) failed, nothing was changed: {listed}")


class CannotCorrect(WarehouseError):
    """A correction that a person asked for and that cannot be made."""


class BadCorrections(WarehouseError):
    """The file of corrections holds a line that cannot be carried out."""


class QuestionRefused(WarehouseError):
    """A question that cannot be answered, with DuckDB's own words."""


class OtherVersion(QuestionRefused):
    """The warehouse lacks a table or column that this version asks for."""
