"""`newsmill story`: what a person knows better about stories."""

from flows.cli.regrouping import regrouping_commands

command = regrouping_commands(
    "story", "story", "Correct stories: merge two, split articles off, move an article."
)
