"""Changes that their own clause leaves open: first those whose values words tie all the same, then those that point back."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.change.far import far_changes
from checker.linking.structure.change.reckoned import reckoned_changes
from checker.linking.structure.change.rivals import void
from checker.linking.structure.change.tied import tied_changes
from checker.model import Frame


def recalled_changes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the family "change" for the events that `changes` has left on the shelf."""
    tied = tied_changes(context, frames)
    found = [*tied, *far_changes(context, (*frames, *tied))]
    found = [f for f in found if not void(f, context)]
    return [*found, *(f for f in reckoned_changes(context, (*frames, *found)) if not void(f, context))]
