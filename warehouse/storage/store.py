"""The working store: private to the pipeline, one writer, published as a copy after each run.

    newsmill.duckdb                   the published copy, which analysts open
    newsmill.corrections.csv          decisions about entities (warehouse.identity.corrections)
    .newsmill/newsmill/store.duckdb   the working store
    .newsmill/newsmill/lock           held by the one run that writes
    .newsmill/newsmill/published      size and time of both when the copy was published last
    .newsmill/newsmill/to-rewrite     there while deleted rows may still stand in the files
    .newsmill/newsmill/staging/RUN/   rows of a run on their way into the store

A DuckDB file that one process writes cannot be opened by any other, not even to read, and a
reader left open would block the writer: hence the copy. It is replaced atomically (os.replace),
so a reader keeps the copy it opened and the next one gets the new one.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb
from filelock import FileLock, Timeout

from warehouse.errors import NotAWarehouse, NotPublished, StoreBusy, StoreRefused
from warehouse.storage.machine_faults import find_machine_fault, is_damage, mend_of
from warehouse.storage.opening import SETTINGS, open_store, prepare, unreadable
from warehouse.storage.published_copy import copy_whole, is_warehouse, log_of, stamp_of
from warehouse.storage.rewriting import rewrite


class Store:
    """Paths of one warehouse and the connection to its working store."""

    def __init__(self, warehouse: Path) -> None:
        self.connection: duckdb.DuckDBPyConnection | None = None  # while `connect` is open
        warehouse = warehouse.absolute()  # a link to the file stays; that it leads to is replaced
        self.published = warehouse.resolve() if warehouse.is_symlink() else warehouse
        name = self.published.name.removesuffix(".duckdb")  # news.db and news.duckdb are two
        self.folder = self.published.parent / ".newsmill" / name
        self.path = self.folder / "store.duckdb"
        self.staging = self.folder / "staging"
        self.corrections = self.published.with_name(f"{name}.corrections.csv")  # may be missing
        self.last_check = self.folder / "last-check"  # touched when a run found nothing new
        self._stamp = self.folder / "published"
        self._to_rewrite = self.folder / "to-rewrite"

    @contextmanager
    def writer(self) -> Iterator[None]:
        """Hold the writer's lock; raises StoreBusy at once when another run holds it, and
        StoreRefused where the machine lets nobody write."""
        lock = FileLock(self.folder / "lock")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout:
            raise StoreBusy(
                f"Another run is writing to {self.published.name}; run again when it has ended."
            ) from None
        except OSError as error:
            raise StoreRefused(
                f"{self.folder} cannot be written: {error.strerror}. Nothing has changed: "
                f"{mend_of(error)} and run again."
            ) from None
        try:
            yield
        finally:
            lock.release()

    @contextmanager
    def connect(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """A connection to the working store, its schema brought up to date."""
        self.folder.mkdir(parents=True, exist_ok=True)
        connection = open_store(self.path, self.published)
        try:
            prepare(connection, self.path, self.published)
            self.connection = connection
            yield connection
        except duckdb.Error as error:
            if is_damage(error):
                raise unreadable(self.path, self.published, error) from error
            if find_machine_fault(error) is None:
                raise
            raise StoreRefused(
                f"{self.path} cannot be written: {str(error).splitlines()[0]}. What was committed "
                f"before is kept: {mend_of(error)} and run again."
            ) from error
        finally:
            self.connection = None
            connection.close()

    def publish(self) -> None:
        """Replace the published copy by the working store as last committed and closed.

        Raises NotPublished when the disk refuses it; the old copy then stays as it was.
        """
        if self.published.exists() and not is_warehouse(self.published):
            raise NotAWarehouse(
                f"{self.published.name} is not a newsmill warehouse any more. "
                "Move it away and run again: nothing is lost."
            )
        self._rewrite()
        try:
            log_of(self.published).unlink(missing_ok=True)  # of a client that wrote to the old one
            copy_whole(self.path, self.published)
            self._stamp.write_text(self._stamp_now(), encoding="ascii")
            self._to_rewrite.unlink(missing_ok=True)  # now: neither file holds what was deleted
        except OSError as error:
            raise NotPublished(
                f"{self.published} cannot be replaced: {error.strerror}. What was done is kept in "
                f"{self.path}: {mend_of(error)} and run again."
            ) from error

    def want_rewriting(self) -> None:
        """Have the next publishing write the store anew: rows are deleted that must be nowhere.

        Said before they are, so that a run that is killed leaves it to the next one.
        """
        self._to_rewrite.touch()

    def _rewrite(self) -> None:
        if not self._to_rewrite.exists():
            return
        try:
            rewrite(self.path, SETTINGS)
        except (duckdb.Error, OSError) as error:
            raise NotPublished(
                f"{self.path} cannot be written anew, so that what was forgotten may still stand "
                f"in it and in {self.published.name}: {str(error).splitlines()[0]}. There must be "
                f"room for a second file as large: {mend_of(error)} and run again."
            ) from error

    def exists(self) -> bool:
        """True when there is a store, or a published copy to make it from."""
        return self.path.is_file() or self.published.is_file()

    def is_published(self) -> bool:
        """True when both the copy and the store are as they were when it was published.

        Not so when another file was put there, a client has written to it, or a run has changed
        the store. That one is older than the other says little: clocks are also set back.
        """
        if not (self.published.is_file() and self.path.is_file() and self._stamp.is_file()):
            return False
        if self._to_rewrite.exists():
            return False
        return self._stamp.read_text(encoding="ascii") == self._stamp_now()

    def _stamp_now(self) -> str:
        return f"{stamp_of(self.published)} {stamp_of(self.path)}"

    def clear_staging(self) -> None:
        """Delete staged rows: after a run they are in the store, or will be staged again."""
        shutil.rmtree(self.staging, ignore_errors=True)

    @contextmanager
    def empty_staging(self) -> Iterator[None]:
        """No staged rows before the block, of a run that was killed, nor after it if it fails.

        Each failed run would else keep more of a disk that may have failed it by being full.
        """
        self.clear_staging()
        try:
            yield
        finally:
            self.clear_staging()


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Everything inside the block is committed together, or nothing of it."""
    connection.execute("BEGIN")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(duckdb.Error):  # a COMMIT that failed has rolled back, and is what to tell
            connection.execute("ROLLBACK")
        raise
    connection.execute("CHECKPOINT")  # the file alone then holds everything: it can be copied
