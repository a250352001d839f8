"""What may stand in a configuration file, as pydantic models. The border: nothing on the way of a plain run imports it."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1)]
Number = Decimal | int
Factor = Annotated[Number, Field(gt=0, lt=10)]
Width = Annotated[Number, Field(ge=0, lt=1)]


def _hyphens(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=_hyphens, strict=True)


class ProfileTable(_Table):
    """Keys that may differ from document to document."""

    select: list[Text] | None = Field(None, min_length=1, description="rules to apply, with * as a wildcard")
    ignore: list[Text] = Field([], description="rules not to apply")
    severity: dict[str, Literal["error", "warning", "note"]] = Field({}, description="how grave a rule's findings are")
    hedges: dict[str, Width | Annotated[list[Factor], Field(min_length=2, max_length=2)]] = Field(
        {}, description="how far a hedge reaches: 0.2, or both ends as factors"
    )


class OverrideTable(ProfileTable):
    """[[overrides]]: what is different for some documents."""

    paths: list[Text] = Field(min_length=1, description="which documents, as in .gitignore")


class ConfigFile(ProfileTable):
    """A configuration file, or [tool.factcheck] in pyproject.toml."""

    rules: list[Text] = Field([], description="folders of further rules")
    packs: list[Text] = Field([], description="folders of further words")
    facts: list[Text] = Field([], description="files of known facts")
    exclude: list[Text] = Field([], description="documents to pass over in folders, as in .gitignore")
    outputs: list[Text] = Field([], description="files to write, as --output has them")
    documents: list[Text] = Field([], description="what the outputs are about; without it, any run writes them")
    fail_on: Literal["fail", "warn", "never"] | None = Field(None, description="from which verdict on a run fails")
    min_coverage: Annotated[Number, Field(ge=0, le=100)] | None = Field(None, description="percent of the numbers")
    jobs: Annotated[int, Field(ge=0)] | Literal["auto"] | None = Field(None, description="processes; 0 or auto: as many as fit")
    cache: bool | Text | None = Field(None, description="whether to keep results, or the folder for them")
    baseline: Text | None = Field(None, description="the file of accepted findings")
    suppressions: list[Text] = Field([], description="files of findings that are accepted with a reason")
    solver: bool | None = Field(None, description="whether what propagation cannot decide is put to the solver, an extra")
    today: datetime.date | None = Field(None, description="the date by which suppressions expire")
    overrides: list[OverrideTable] = []


def json_schema() -> dict:
    """The JSON Schema of a configuration file, for editors."""
    schema = ConfigFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def known_keys(table: tuple[str | int, ...]) -> list[str]:
    """The keys that may stand in a table of the file, given as keys from the top; none where any key may."""
    model = {(): ConfigFile, ("overrides",): OverrideTable}.get(tuple(key for key in table if isinstance(key, str)))
    return sorted(field.alias or name for name, field in model.model_fields.items()) if model else []
