"""What all commands share that write a person's corrections into the warehouse."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from flows.cli.reading import end
from warehouse.errors import CannotCorrect, CheckFailed, WarehouseError, WarehouseMissing
from warehouse.storage.store import Store


@contextmanager
def writing(warehouse: Path) -> Iterator[Store]:
    """The store, locked and open; what was changed is published. Errors end the command."""
    store = Store(warehouse)
    try:
        if not store.exists():
            raise WarehouseMissing(
                f"There is no warehouse {warehouse} yet; `newsmill run` makes one."
            )
        with store.writer():
            with store.connect():
                yield store
            if not store.is_published():
                store.publish()
    except CannotCorrect as error:
        end(error, 2)
    except CheckFailed as error:
        end(error, 4)
    except (WarehouseError, OSError) as error:
        end(error, 1)
