"""Questions about a figure or a sentence that many structures ask, or one of overlapping passages: answered once in a document."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from checker.linking.context import Context
    from checker.linking.lines import Line

T = TypeVar("T")
_NOT_YET = object()


def once_a_figure(ask: Callable[..., T]) -> Callable[..., T]:
    """The function of the index of a figure, the context and things of the document, its answers kept on the context's shelf."""

    @wraps(ask)
    def asked(index: int, context: Context, *more) -> T:
        known = context.shelf.get(ask)
        if known is None:
            known = context.shelf[ask] = {}
        found = known.get(index, _NOT_YET)
        if found is _NOT_YET:
            found = known[index] = ask(index, context, *more)
        return found

    return asked


def once_a_line(ask: Callable[..., T]) -> Callable[..., T]:
    """The same for a function of a line."""

    @wraps(ask)
    def asked(line: Line, context: Context, *more) -> T:
        known = context.shelf.get(ask)
        if known is None:
            known = context.shelf[ask] = {}
        found = known.get(line.number, _NOT_YET)
        if found is _NOT_YET:
            found = known[line.number] = ask(line, context, *more)
        return found

    return asked
