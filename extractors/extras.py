"""Packages that only some users need."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

from extractors.reasons import Refused


def need(package: str, extra: str = "documents") -> ModuleType:
    """The package; raises Refused with the mend when it is not installed."""
    try:
        return import_module(package)
    except ImportError:
        name = package.partition(".")[0]
        mend = f"It needs the package {name}: pip install 'newsmill[{extra}]'."
        raise Refused("missing_extra", mend) from None
