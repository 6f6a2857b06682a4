"""`newsmill group`: what a person knows better about groups of copies."""

from flows.cli.regrouping import regrouping_commands

command = regrouping_commands(
    "group",
    "duplicate_group",
    "Correct groups of copies: merge two, split articles off, move an article.",
)
