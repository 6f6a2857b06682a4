"""Numbers in sentences."""


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 story`, `2,000 stories`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
