"""Example files for every format: written for the project, made anew for each number.

A module named like its format holds `good`, `odd` and `bad`: Examples whose `make(n)` gives the
bytes of a file about story n, and what its documents become, in order: "page" or a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

STREETS = ("Mill Lane", "Harbour Road", "Station Square", "Queen Street", "Abbey Walk")
WORKS = ("bridge", "library", "harbour wall", "town hall roof", "tram line", "swimming hall")


@dataclass(frozen=True)
class Story:
    """A made-up story."""

    number: int
    title: str
    paragraphs: tuple[str, str, str]
    author: str = "Ann Boyle"
    outlet: str = "The Larnstead Times"

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def html(self) -> str:
        return "".join(f"<p>{paragraph}</p>" for paragraph in self.paragraphs)

    @property
    def url(self) -> str:
        return f"https://times.example/2024/story-{self.number}"


def story(n: int) -> Story:
    """Story number n; two numbers give texts that differ in many words."""
    work, street = WORKS[n % len(WORKS)], STREETS[n % len(STREETS)]
    return Story(
        n,
        f"Council to repair the {work} on {street} for {n + 3} million",
        (
            f"The council of Larnstead decided on Monday to repair the {work} on {street}, which "
            f"engineers closed {n + 2} weeks ago after they had found cracks in {n % 7 + 2} beams.",
            f"Mayor Joan Fairweather said that the works would cost some {n + 3} million pounds, "
            f"that {n % 40 + 5} firms had asked for the papers, and that the street would stay "
            "closed to cars until the end of the summer.",
            f"Peter Holm, who sells fish at number {n % 90 + 1}, said that traders had not been "
            f"asked: “We have lost {n % 50 + 10} of a hundred customers already.”",
        ),
    )


@dataclass(frozen=True)
class Example:
    """One kind of file of a format."""

    name: str  # of the file; content decides, so some names mislead
    make: Callable[[int], bytes]  # n -> the bytes
    becomes: tuple[str, ...]  # for each document "page" or the reason of its rejection
    places: tuple[str, ...] | None = None  # of the documents of make(1), where they are stable


def text_bytes(make: Callable[[Story], str]) -> Callable[[int], bytes]:
    """A maker of UTF-8 bytes from a maker of texts about a story."""
    return lambda n: make(story(n)).encode()
