"""Dates: as fields, lines and addresses state them, and as texts name them."""
