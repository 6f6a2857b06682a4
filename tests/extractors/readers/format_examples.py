"""The examples of each format."""

import importlib

import pytest

KINDS = ("good", "odd", "bad")


def example(form, kind):
    place = f"tests/extractors/readers/examples/{form.name}.py"
    try:
        module = importlib.import_module(f"tests.extractors.readers.examples.{form.name}")
    except ModuleNotFoundError:
        pytest.fail(f"The format {form.name} has no examples: write {place} (copy feed.py).")
    if not hasattr(module, kind):
        pytest.fail(f"The format {form.name} has no {kind} example: add `{kind}` to {place}.")
    return getattr(module, kind)
