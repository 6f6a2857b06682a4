"""Quotations: what stands between quotation marks in a body, and who said it."""

from extractors.quotations.find import find_quotations
from extractors.quotations.kinds import KINDS
from extractors.quotations.rows import quotation_rows
from extractors.quotations.telling import REFERENCES

__all__ = ["KINDS", "REFERENCES", "find_quotations", "quotation_rows"]
