"""Whether web pages can be read in bulk here; looks without importing anything."""

from __future__ import annotations

from importlib.util import find_spec


def check_fast() -> None:
    """Raises ValueError with the mend when the package for --fast is not installed."""
    if find_spec("resiliparse") is None:
        raise ValueError("--fast needs the package resiliparse: pip install 'newsmill[fast]'")
