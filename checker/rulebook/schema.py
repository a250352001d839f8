"""The shape of a rule file, as pydantic models: what keys there are and what they hold. The border of the package.

rules/schema.json is generated from here, for editors. What a shape cannot say (roles against the equation, examples
that prove something) is in demands.py.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Group = Annotated[list[Text], Field(min_length=2)]


def _hyphens(name: str) -> str:
    return name.replace("_", "-")


class _Table(BaseModel):
    """A table of the file: no unknown keys; a name with an underscore in Python is written with a hyphen."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, alias_generator=_hyphens)


class RoleTable(_Table):
    """[roles.NAME]: which claims may play this part of the equation."""

    kinds: list[Text] = Field(min_length=1, description="kinds of quantity, or level, share, any, text")
    claim: Text | None = Field(None, description="the frame's name for it, if not the role's own")
    many: bool = Field(False, description="a list: the role stands in sum, count, min, max or mean")
    signed: bool = Field(False, description="takes the sign of the direction: a fall of 5% is -5%")
    optional: bool = Field(False, description="the relation is tested without it, where nothing fills it")
    context: bool = Field(False, description="not in the equation: for conditions and messages only")
    exact: bool = Field(False, description="taken at its word: a mark or a limit is not rounded")
    assume: Annotated[str, StringConstraints(pattern=r"^[<>]=? ?-?\d+(\.\d+)?$")] | None = Field(
        None, description='what is known of it where nothing fills it: "> -1"'
    )
    missing: Literal["unknown"] | None = Field(None, description="report where nothing fills it")


class LinkTable(_Table):
    """[link]: what must hold between the claims before the equation is tested. The closed vocabulary."""

    same_unit: list[Group] = Field([], description="groups of roles that measure the same")
    nouns: Literal["any"] | None = Field(None, description="counts of different things compare: adults of passengers")
    narrow: bool = Field(False, description="no figure is read more generously than its digits allow")
    close: bool = Field(False, description="figures from other sentences, or three times off, do not belong together unless one slip explains the miss")
    far: bool = Field(False, description="a miss is a contradiction also between paragraphs where no slip explains it")
    digits: Annotated[int, Field(ge=0)] = Field(0, description="figures that no words tie agree by chance unless they have so many digits together")
    tied: bool = Field(False, description="an agreement of figures that no words tie is no test: a wrong one would not be noticed")
    precise: bool = Field(False, description="figures written to the same place must be the same")
    bare: bool = Field(False, description="a number without unit takes that of the others")
    plain: Literal["units", "money", "sums"] | None = Field(None, description="figures enter without their units, with \"money\" also amounts without their currency, with \"sums\" without what they are for: hours at a price for one")
    sign: Literal[1, -1] | None = Field(None, description="the direction of the frame: a rise or a fall")
    weekday: Literal["stated"] | None = Field(None, description="the date comes with its weekday")


class MessageTable(_Table):
    """[messages]: one template an outcome. {role} is the text as written, {implied} what the focus should be."""

    pass_: Text = Field(alias="pass")
    fail: Text
    warn: Text | None = None
    unknown: Text | None = None


class Example(_Table):
    """[[consistent]] or [[silent]]: a text that the rule accepts, or has nothing to say about."""

    text: Text
    because: Text | None = None


class Inconsistent(Example):
    """[[inconsistent]]: a text that the rule refuses, and the numbers in it that clash."""

    clash: list[Text] = Field(min_length=1, description="the numbers that clash, as they stand in the text")


class Wanted(Example):
    """[[wanted]]: not read yet; the suite tells when it is."""

    outcome: Literal["pass", "warn", "fail", "unknown"]


class Phrase(BaseModel):
    """[[phrase]]: a way of saying it, in the notation of the language packs, kept as it is."""

    model_config = ConfigDict(extra="allow", frozen=True)

    lang: Text


class RuleFile(_Table):
    """A rule: one equation between the numbers of a text, with its examples."""

    id: Text = Field(description="the file's name, in kebab-case")
    title: Text = Field(description="what must hold, as a sentence")
    severity: Literal["error", "warning", "note"]
    frame: Text | list[Text] = Field(description="the family of claims that feeds it, or several")
    equation: Text = Field(description="roles, numbers, + - * / ** and one comparison")
    focus: Text | None = Field(None, description="the role whose implied value the message shows")
    about: Text = Field(description="why it matters, and what it does not cover")
    roles: dict[str, RoleTable] = Field(min_length=1)
    link: LinkTable = LinkTable()
    messages: MessageTable
    consistent: list[Example] = []
    inconsistent: list[Inconsistent] = []
    silent: list[Example] = []
    wanted: list[Wanted] = []
    phrase: list[Phrase] = []


def json_schema() -> dict:
    """The JSON Schema of a rule file, with the keys as they are written there."""
    schema = RuleFile.model_json_schema(by_alias=True)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def known_keys(table: tuple[str, ...]) -> list[str]:
    """The keys that may stand in a table of the file, given as keys from the top: ("roles", "base")."""
    models = {
        (): RuleFile, ("roles",): RoleTable, ("link",): LinkTable, ("messages",): MessageTable,
        ("consistent",): Example, ("inconsistent",): Inconsistent, ("silent",): Example, ("wanted",): Wanted,
    }  # fmt: skip
    model = models.get(table[:1])
    return [field.alias or name for name, field in model.model_fields.items()] if model else []
