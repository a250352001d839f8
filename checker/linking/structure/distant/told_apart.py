"""The structures of dates, ways and limits that are told sentences or paragraphs apart, each with a table line's worth of its own."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.structure.distant.limits import distant_limits
from checker.linking.structure.distant.spans import distant_spans
from checker.linking.structure.time.named_days import named_days
from checker.model import Frame


def told_apart(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames "named-day", "period" and "threshold"."""
    return [*named_days(context, frames), *distant_spans(context, frames), *distant_limits(context, frames)]
