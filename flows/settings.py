"""What a run can be told, checked before anything starts."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from flows.defaults import (
    DEFAULT_CORPUS,
    DEFAULT_FINDER,
    DEFAULT_MAX_MB,
    DEFAULT_WAREHOUSE,
    FINDER_FORMS,
    FINDERS,
    MOST_MB,
)
from flows.documents.fast import check_fast

Parameters = TypeVar("Parameters", bound="RunParameters")


class RunParameters(BaseModel):
    """What every flow can be told."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    warehouse: Path = Field(DEFAULT_WAREHOUSE, description="The warehouse, a DuckDB file.")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        le=256,
        description="Processes that read and clean; one per processor by default.",
    )
    names: str = Field(DEFAULT_FINDER, description=f"What finds names: {FINDER_FORMS}.")

    @field_validator("names")
    @classmethod
    def _finder_can_be_used(cls, names: str) -> str:
        if names in FINDERS:
            return names
        from flows.documents.finders import check_finder  # noqa: PLC0415 - brings the tagger

        return check_finder(names)

    @field_validator("warehouse")
    @classmethod
    def _warehouse_is_a_file(cls, warehouse: Path) -> Path:
        if warehouse.is_dir():
            raise ValueError(f"{warehouse} is a folder; name a file such as newsmill.duckdb")
        return warehouse


class IngestParameters(RunParameters):
    """Parameters of the flow `ingest`."""

    corpus: Path = Field(DEFAULT_CORPUS, description="Folder of raw news files, read recursively.")
    max_mb: float = Field(
        DEFAULT_MAX_MB,
        gt=0,
        le=MOST_MB,
        allow_inf_nan=False,
        description="Largest document that is read, in megabytes.",
    )
    reprocess: bool = Field(False, description="Read every file again, also unchanged ones.")
    fast: bool = Field(False, description="Read web pages in bulk, with less care.")
    rejected: bool = Field(False, description="Read only files that were refused before.")

    @field_validator("fast")
    @classmethod
    def _fast_can_be_used(cls, fast: bool) -> bool:
        if fast:
            check_fast()
        return fast

    @field_validator("corpus")
    @classmethod
    def _corpus_is_a_folder(cls, corpus: Path) -> Path:
        if not corpus.exists():
            raise ValueError(f"the corpus folder {corpus} does not exist")
        if not corpus.is_dir():
            raise ValueError(f"the corpus {corpus} is not a folder")
        return corpus


class ReplayParameters(RunParameters):
    """Parameters of the flow `replay`: which stored documents are cleaned again."""

    targets: tuple[str, ...] = Field(
        (), description="Files, folders or patterns below the corpus, or ids; none means all."
    )
    outlet: str | None = Field(None, description="Only articles of this outlet.")
    stale: bool = Field(False, description="Only what another version of the cleaner has cleaned.")


class ForgetParameters(RunParameters):
    """Parameters of the flow `forget`: which stored documents are taken out for good."""

    chosen: Path = Field(description="File with their ids, as they may be many; one in a line.")
    reason: str | None = Field(None, description="Why, for the tombstones.")
    copies: bool = Field(False, description="Copies of their texts that come later are refused.")


def check(kind: type[Parameters], values: Mapping[str, object]) -> Parameters:
    """The parameters, or ValueError with one plain sentence for each value that is wrong.

    A value that is None was not given: its default holds.
    """
    try:
        return kind(**{name: value for name, value in values.items() if value is not None})
    except ValidationError as error:
        raise ValueError("; ".join(map(_tell, error.errors()))) from None


def _tell(item: Mapping[str, object]) -> str:
    told = str(item["msg"])
    if told.startswith("Value error, "):  # ours, which say what they are about
        return told.removeprefix("Value error, ")
    name = "-".join(map(str, item["loc"])).replace("_", "-")
    return f"--{name}: {told[:1].lower()}{told[1:]}"
