"""What `extract` prints: one line of JSON a document, its quantities in the order of the text."""

from __future__ import annotations

import json

from checker.model import Extraction, Quantity
from checker.reporting.decimals import json_number

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
    return {
        "text": text[quantity.start : quantity.end],
        "start": quantity.start,
        "end": quantity.end,
        "value": json_number(quantity.value),
        "low": json_number(quantity.low),
        "high": json_number(quantity.high),
        "unit": quantity.unit,
        "kind": kind,
        "approx": quantity.approx,
        "change": quantity.change,
    }
