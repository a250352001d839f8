"""What `extract` prints: one line of JSON a document, its quantities in the order of the text."""

from __future__ import annotations

import json

from checker.model import Extraction, Quantity
from checker.rational import Fraction
from checker.reporting.decimals import json_number
from checker.units import measure_of

_encode = json.JSONEncoder(ensure_ascii=False).encode


def line(extraction: Extraction) -> str:
    """The quantities of one document as a line of JSON, without line end."""
    text = extraction.document.text
    quantities = [_record(text, quantity) for quantity in extraction.quantities]
    return _encode({"path": extraction.document.path, "quantities": quantities})


def _record(text: str, quantity: Quantity) -> dict:
    """The contract's fields. `kind` is what the number measures; a bare one that is a range or a bound says so."""
    kind = quantity.kind
    if kind == "number" and quantity.unit is None and quantity.sense in ("range", "bound"):
        kind = quantity.sense
    apart = quantity.per and quantity.kind == "physical"  # "48 tonnes of fuel oil a day"
    unit, per = (quantity.unit, quantity.per) if apart else _parts(quantity.full_unit)
    record = {
        "text": text[quantity.start : quantity.end],
        "start": quantity.start,
        "end": quantity.end,
        "value": json_number(_nominal(quantity)),
        "low": json_number(quantity.low),
        "high": json_number(quantity.high),
        "unit": unit,
        "kind": kind,
        "approx": quantity.approx,
        "change": quantity.change,
    }
    return record if per is None else record | {"per": per}


def _nominal(quantity: Quantity) -> Fraction | None:
    """The number as stated: that of a decade is its first year."""
    when = quantity.when
    decade = quantity.kind == "year" and when is not None and when.label == "decade" and when.year is not None
    return Fraction(when.year) if decade else quantity.value


def _parts(unit: str | None) -> tuple[str | None, str | None]:
    """The unit and what is only counted below it: metres per second are one unit, dollars a share are dollars per share.

    >>> _parts("USD/share"), _parts("case/100000 person"), _parts("USD/barrel"), _parts("kilometre/hour")
    (('USD', 'share'), ('case', '100000 person'), ('USD/barrel', None), ('kilometre/hour', None))
    """
    over, *under = unit.split("/") if unit else [None]
    if over == "1" and not is_measured(under[0]):
        over = None  # "14.3 per 100,000 people"
    at = next((at for at, part in enumerate(under) if not is_measured(part)), len(under))
    return "/".join([over, *under[:at]]) if over else None, "/".join(under[at:]) or None


def is_measured(unit: str) -> bool:
    """Whether a denominator is a unit of measure; 1,000 people are none."""
    name = unit.removeprefix("square ").removeprefix("cubic ")
    return not unit[:1].isdecimal() and "count:" not in measure_of(name).dimension
