"""What a run can be told, checked before anything starts."""

from __future__ import annotations

import os
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from flows.defaults import DEFAULT_CORPUS, DEFAULT_FINDER, DEFAULT_MAX_MB, DEFAULT_WAREHOUSE
from flows.finders import FORMS, check_finder


class IngestParameters(BaseModel):
    """Parameters of the flow `ingest`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    corpus: Path = Field(DEFAULT_CORPUS, description="Folder of raw news files, read recursively.")
    warehouse: Path = Field(DEFAULT_WAREHOUSE, description="DuckDB file to publish.")
    workers: int = Field(
        default_factory=lambda: os.cpu_count() or 1,
        ge=1,
        le=256,
        description="Processes that read and clean; one per processor by default.",
    )
    max_mb: float = Field(
        DEFAULT_MAX_MB, gt=0, description="Largest file that is read, in megabytes."
    )
    names: str = Field(DEFAULT_FINDER, description=f"What finds names: {FORMS}.")
    reprocess: bool = Field(False, description="Read every file again, also unchanged ones.")

    @field_validator("corpus")
    @classmethod
    def _corpus_is_a_folder(cls, corpus: Path) -> Path:
        if not corpus.is_dir():
            raise ValueError(f"the corpus folder {corpus} does not exist")
        return corpus

    @field_validator("names")
    @classmethod
    def _finder_can_be_used(cls, names: str) -> str:
        return check_finder(names)

    @field_validator("warehouse")
    @classmethod
    def _warehouse_is_a_file(cls, warehouse: Path) -> Path:
        if warehouse.is_dir():
            raise ValueError(f"{warehouse} is a folder; name a file such as newsmill.duckdb")
        return warehouse


def checked_parameters(**values: object) -> IngestParameters:
    """The parameters, or ValueError with one plain sentence for each that is wrong."""
    try:
        return IngestParameters(**values)
    except ValidationError as error:
        told = [str(item["msg"]).removeprefix("Value error, ") for item in error.errors()]
        raise ValueError("; ".join(told)) from None
