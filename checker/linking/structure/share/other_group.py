"""Shares of another group or time than the part and the whole of the sentences in front: a doubt that `conditions` asks for.

    All 2,400 miners were screened. Scars were seen in 360. Among smokers this was 25%          of the smokers
    In 322 of 1,400 cases the ruling was overturned. In tax cases the share was 33%             of the tax cases
    By May 108 of the 540 had left. That is a third of those hired for the new schools         of those of two schools
    False alarms made up 30 of 75 calls. The year before it had been a fifth of them            of another year
"""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.distant.mentions import common, narrowed, of_then, opening, said
from checker.linking.structure.distant.sheet import sheet_of
from checker.model import Frame

_SOURCES = frozenset(("alone", "evident share", "roles", "akin whole"))


def of_other_group(frame: Frame, context: Context) -> bool:
    """Whether the sentence of a share, in which neither part nor whole stands, tells of a group of its own or of then."""
    if frame.family != "share" or frame.source not in _SOURCES or not {"part", "whole", "share"} <= frame.claims.keys():
        return False
    part, whole, share = (context.line(frame.claims[name][0]) for name in ("part", "whole", "share"))
    if share in (part, whole):
        return False
    sheet = sheet_of(context)
    known = said(part, sheet) | said(whole, sheet)
    told = next((t for t in sheet.all if t.index == frame.claims["share"][0]), None)
    if told is not None and narrowed(told, known, sheet):
        return True
    new = opening(share, sheet)
    return not new <= common(new, known) or of_then(share, sheet) and not (of_then(part, sheet) or of_then(whole, sheet))
