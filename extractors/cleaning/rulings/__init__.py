"""Which lines leave the body, by which rule and as what."""
