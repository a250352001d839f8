"""What the words say of figures and of facts that may be stated nowhere: for the test of the whole document.

Each module is a function from the context and the frames found so far to statements (see `model.Statement`); the order
is the table.
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.together.formers import former_values
from checker.linking.together.parts import former_totals, growths_of_parts
from checker.model import Frame, Statement

SOURCES = (growths_of_parts, former_totals, former_values)


def statements_of(context: Context, frames: tuple[Frame, ...]) -> tuple[Statement, ...]:
    """All statements of the document, in the order of their sources."""
    return tuple(statement for source in SOURCES for statement in source(context, frames))
