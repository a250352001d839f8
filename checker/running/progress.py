"""How far a run is: a bar that grows as results come and is gone at the end. Whoever prints hands in how."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

WIDTH = 30
FEWEST = 10  # documents below which nobody needs to be told
CLEAR = "\r\x1b[K"


def watched(results: Iterable[T], count: int, write: Callable[[str], object]) -> Iterator[T]:
    """The results as they come, with the bar written to a terminal."""
    if count < FEWEST:
        yield from results
        return
    last = ""
    try:
        for number, result in enumerate(results, 1):
            line = bar(number, count)
            if line != last:
                write(f"\r{line}")
                last = line
            yield result
    finally:
        write(CLEAR)


def bar(number: int, count: int) -> str:
    """The bar after so many of all documents.

    >>> bar(5, 10)
    '[###############               ]  50% of 10 documents'
    """
    full = WIDTH * number // count
    return f"[{'#' * full}{' ' * (WIDTH - full)}] {100 * number // count:>3}% of {count} documents"
