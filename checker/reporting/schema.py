"""The JSON Schema of the report, made by pydantic from the very dataclasses that a run fills.

Shipped as `report.schema.json`; `python -m checker.compile` writes it and a test says when it is stale. Nothing on
the way of a run imports this module.
"""

from __future__ import annotations

from pydantic import TypeAdapter

from checker.reporting.report import Report


def report_schema() -> dict:
    """The schema of what `json_report` writes. Fields may be added, so unknown ones are allowed."""
    schema = TypeAdapter(Report).json_schema(by_alias=True, mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def validated(data: dict) -> Report:
    """The report that a JSON document holds. Raises pydantic's ValidationError; for tests and tools."""
    for document in data["documents"]:
        document.setdefault("source", "")
    data.setdefault("quoted", True)
    return TypeAdapter(Report).validate_python(data)
