"""Shares, parts and wholes that sentences apart tell: the structures that look them up, in their order."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.distant.fractions import distant_fractions
from checker.linking.structure.distant.majorities import distant_majorities
from checker.linking.structure.distant.sole_pairs import distant_sole_pairs
from checker.linking.structure.distant.taken import distant_taken
from checker.linking.structure.distant.wholes import distant_wholes
from checker.model import Frame

_STRUCTURES = (distant_fractions, distant_majorities, distant_wholes, distant_sole_pairs, distant_taken)


def shares_apart(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """The frames of all of them."""
    return [frame for structure in _STRUCTURES for frame in structure(context, frames)]
