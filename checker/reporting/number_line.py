"""A number line as inline SVG: what was written above the line, what the other figures imply below it.

Floats are good enough here: they place strokes, they decide nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from checker.reporting.report import CheckReport
from checker.reporting.words import grouped

WIDTH, MARGIN, HEIGHT, AXIS = 360, 14, 74, 37
LEAST = 3  # width of the narrowest stroke: a point must be seen
CHARACTER = 6.2  # width of one in a label, about
BEYOND = 1e300


class Band(NamedTuple):
    """An interval to draw; None is no bound."""

    low: float | None
    high: float | None
    label: str


def drawn(check: CheckReport, shown: Callable[[str], str]) -> str:
    """The line, empty where the check has no figures to compare. `shown` escapes."""
    implied = check.implied
    if implied is None:
        return ""
    below = _band(implied.low, implied.high)
    stated = [e for e in check.evidence if e.role == implied.role and e.unit == implied.unit]
    above = [band for e in stated[:1] if (band := _band(e.low, e.high))]
    if below is None:
        return ""
    scale = _scale([below, *above])
    if scale is None:
        return ""
    words = " and ".join([*(f"written: {band.label}" for band in above), f"implied: {below.label}"])
    parts = [f'<line class="axis" x1="{MARGIN}" x2="{WIDTH - MARGIN}" y1="{AXIS}" y2="{AXIS}"/>']
    parts += [_stroke(band, scale, "stated", AXIS - 9, 18) for band in above]
    parts += [_stroke(below, scale, "implied", AXIS + 9, HEIGHT - 9)]
    return f'<svg class="line" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="{shown(words)}">{"".join(parts)}</svg>'


def _band(low: str | None, high: str | None) -> Band | None:
    ends = tuple(None if end is None else float(end) for end in (low, high))
    if ends == (None, None) or any(end is not None and abs(end) > BEYOND for end in ends):
        return None
    if low is None or high is None:
        label = f"≥ {grouped(low)}" if high is None else f"≤ {grouped(high)}"
    else:
        label = grouped(low) if low == high else f"{grouped(low)} – {grouped(high)}"
    return Band(*ends, label)


def _scale(bands: list[Band]) -> tuple[float, float] | None:
    """Origin and pixels a unit, so that all bounds are seen with air around them."""
    ends = [end for band in bands for end in band[:2] if end is not None]
    low, high = min(ends), max(ends)
    width = (high - low) or abs(low) * 0.1 or 1.0
    low, high = low - 0.18 * width, high + 0.18 * width
    return low, (WIDTH - 2 * MARGIN) / (high - low)


def _stroke(band: Band, scale: tuple[float, float], kind: str, y: int, baseline: int) -> str:
    """The interval as a bar; an open side runs to the edge and fades."""
    left = MARGIN if band.low is None else _x(band.low, scale)
    right = WIDTH - MARGIN if band.high is None else _x(band.high, scale)
    if right - left < LEAST:
        left, right = (left + right - LEAST) / 2, (left + right + LEAST) / 2
    ticks = "".join(
        f'<line class="{kind}" x1="{x:.1f}" x2="{x:.1f}" y1="{AXIS}" y2="{y}"/>' for x, end in ((left, band.low), (right, band.high)) if end is not None
    )
    half = len(f"{kind} {band.label}") * CHARACTER / 2
    middle = min(max((left + right) / 2, MARGIN + half), WIDTH - MARGIN - half)
    bar = f'<rect class="{kind}" x="{left:.1f}" y="{y - 3}" width="{right - left:.1f}" height="6" rx="2"/>'
    word = "written" if kind == "stated" else kind
    return f'{ticks}{bar}<text class="{kind}" x="{middle:.1f}" y="{baseline}" text-anchor="middle">{word} {band.label}</text>'


def _x(value: float, scale: tuple[float, float]) -> float:
    return MARGIN + (value - scale[0]) * scale[1]
