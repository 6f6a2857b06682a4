"""A story of a bridge."""

BODY = (
    "The mayor of Larnstead, Joan Fairweather, said on Monday that the old bridge – over the river "
    "Tarn – would be closed for “repairs” until the end of the summer, after engineers had found "
    "cracks in two of its five pillars."
)
TEXT = f"Bridge to be closed\n\n{BODY}\n"
