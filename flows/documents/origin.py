"""Where a document comes from, and the ids that follow from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractors.records import Metadatum
from flows.defaults import DEFAULT_FINDER
from flows.ids import document_id, source_file_id


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a text comes from, and the run that reads it."""

    path: str  # below the corpus
    run_id: str
    today: date  # only to refuse dates in the future
    finder: str = DEFAULT_FINDER  # see flows.documents.finders
    place: str = ""  # in the file, when it holds more than one document
    stated: tuple[Metadatum, ...] = ()  # by sidecars
    id_path: str | None = None  # what ids are computed from; None: the path
    forgotten: frozenset[str] = frozenset()  # marks of documents that must not come back

    @property
    def source_file_id(self) -> str:
        """Id of the file."""
        return source_file_id(self.id_path or self.path)

    @property
    def document_id(self) -> str:
        """Id of the text: its place in the file counts."""
        return document_id(self.id_path or self.path, self.place)

    @property
    def inner_path(self) -> str:
        """The path with the place behind it, where that is the name of a file in an archive."""
        is_name = self.place and "://" not in self.place
        return f"{self.path}/{self.place}" if is_name else self.path
