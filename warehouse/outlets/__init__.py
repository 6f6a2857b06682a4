"""Outlets: inferred where none is stated, and which of their names are one."""
