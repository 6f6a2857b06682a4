"""Bytes as text: the encoding that is stated, or guessed, and what no encoding allows."""
