"""Copies: when two articles are one text, on which evidence, and in which groups."""
