"""The facts about an article: their values as they are used, and which of several is taken."""
