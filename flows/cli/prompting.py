"""The prompt of the shell: completion, history, several lines, colours (prompt_toolkit)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import click
from prompt_toolkit import PromptSession
from prompt_toolkit.application import get_app
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import Condition
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.lexers import PygmentsLexer
from pygments.lexers.sql import SqlLexer

from flows.cli.shell_commands import COMMANDS
from warehouse.typed_sql import Word, complete_words

COMMAND_BEGUN = re.compile(r"\s*([.\\]\w*)$")
SHOWN_COMMENT = 60  # characters beside a completion; .columns shows all


class SqlCompleter(Completer):
    """Completes commands and the words of the warehouse, each with what it means."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words

    def get_completions(self, document: Document, _: CompleteEvent) -> Iterator[Completion]:
        """What the text before the cursor may go on with."""
        before = document.text_before_cursor
        if begun := COMMAND_BEGUN.match(before):
            yield from _complete_command(begun[1])
            return
        if "." in before[:1] or "\\" in before[:1]:  # .columns TABLE
            before = "from " + before.partition(" ")[2]
        begun = re.search(r"\w*$", before)[0]
        for word in complete_words(before, self.words):
            note = word.comment if len(word.comment) <= SHOWN_COMMENT else (
                word.comment[: SHOWN_COMMENT - 1] + "…"
            )  # fmt: skip
            text = word.word if not begun.islower() else word.word.lower()
            yield Completion(text, -len(begun), display_meta=note or word.kind)


def _complete_command(begun: str) -> Iterable[Completion]:
    for command in COMMANDS:
        for name in command.names:
            if name.startswith(begun):
                yield Completion(name, -len(begun), display_meta=command.told)


def open_prompt(words: list[Word], is_whole: Callable[[str], bool]) -> Callable[[], str]:
    """A function that asks for one input; raises EOFError on Ctrl-D, KeyboardInterrupt on Ctrl-C.

    Enter sends the text when `is_whole` holds for it, and begins another line otherwise.
    """
    session = PromptSession(
        message="newsmill> ",
        prompt_continuation="     ...> ",
        multiline=Condition(lambda: not is_whole(get_app().current_buffer.text)),
        completer=SqlCompleter(words),
        complete_while_typing=False,
        lexer=PygmentsLexer(SqlLexer),
        history=_open_history(),
        auto_suggest=AutoSuggestFromHistory(),
    )
    return session.prompt


def _open_history() -> History:
    """Questions asked before, also in earlier sittings when the folder can be written."""
    path = Path(click.get_app_dir("newsmill")) / "shell-history"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.open("ab").close()
    except OSError:
        return InMemoryHistory()
    return FileHistory(str(path))
