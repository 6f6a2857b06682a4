"""Who is who: entities of the mentions, and what people decided about them."""
