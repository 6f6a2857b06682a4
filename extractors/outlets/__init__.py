"""Outlets: what they are called, which names are one, and titles without them."""
