"""What is made of an object once and kept with it: tables of a language, patterns of a lexicon.

Such objects hold dicts and cannot be hashed; they are compared by identity, and the last few stay alive with what was made.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

T, R = TypeVar("T"), TypeVar("R")
_KEPT = 8


def once(make: Callable[[T], R]) -> Callable[[T], R]:
    """The function, which makes its result once for each of the last eight objects.

    >>> made = once(lambda table: sorted(table))
    >>> table = {"b": 1, "a": 2}
    >>> made(table), made(table) is made(table), made(dict(table)) is made(table)
    (['a', 'b'], True, False)
    """
    kept: dict[int, tuple[T, R]] = {}  # by identity, which is the object's own as long as it is kept here

    @wraps(make, updated=())
    def of(thing: T) -> R:
        found = kept.get(id(thing))
        if found is None:
            found = thing, make(thing)
            for oldest in list(kept)[: len(kept) - _KEPT + 1]:
                kept.pop(oldest, None)
            kept[id(thing)] = found
        return found[1]

    return of
