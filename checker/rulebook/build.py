"""One rule file -> `Rule` or everything that is wrong with it. Slow: imports pydantic, and sympy once a file is good."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from pydantic import ValidationError

from checker.errors import Problem
from checker.model import Role, Rule
from checker.rulebook.demands import EXAMPLES, MESSAGES, Complaint, complaints, kinds_of, nearest
from checker.rulebook.equation import Equation, EquationError, parse
from checker.rulebook.lines import line_of, lines_of
from checker.rulebook.schema import RuleFile, known_keys
from checker.rulebook.solve import solved_forms


def build(content: bytes, path: Path) -> Rule | tuple[Problem, ...]:
    """The compiled rule, or its problems in the order of their lines."""
    try:
        source = content.decode("utf-8")
        data = tomllib.loads(source)
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return (Problem(str(path), "is not UTF-8 text", line, None, "Try: save it as UTF-8"),)
    except tomllib.TOMLDecodeError as error:
        return (_syntax_problem(error, source, path),)
    except RecursionError:
        return (Problem(str(path), "brackets within brackets without end", 1, None, "Try: plain lists"),)
    found = _checked(data, path)
    if isinstance(found, tuple):
        rule, equation = found
        return _rule(rule, equation, path)
    lines = lines_of(source.replace("\r\n", "\n"))
    problems = {
        Problem(str(path), c.message, line_of(lines, c.key) or 1, _shown(c.key), c.hint): None for c in found
    }
    return tuple(sorted(problems, key=lambda p: p.line))


def _checked(data: dict, path: Path) -> tuple[RuleFile, Equation] | list[Complaint]:
    try:
        rule = RuleFile.model_validate(data)
    except ValidationError as error:
        return [_complaint(e) for e in error.errors()] + _equation_complaints(data)
    try:
        equation = parse(rule.equation)
    except EquationError as error:
        unreadable = Complaint(("equation",), str(error), error.hint)
        return [unreadable, *complaints(rule, None, path)]
    return complaints(rule, equation, path) or (rule, equation)


def _equation_complaints(data: dict) -> list[Complaint]:
    """What is wrong with the equation of a file whose shape is wrong already: all problems at once."""
    try:
        if isinstance(data.get("equation"), str):
            parse(data["equation"])
    except EquationError as error:
        return [Complaint(("equation",), str(error), error.hint)]
    return []


def _syntax_problem(error: tomllib.TOMLDecodeError, source: str, path: Path) -> Problem:
    found = re.fullmatch(r"(.*?) \((?:at line (\d+), column (\d+)|at end of document)\)", str(error), re.DOTALL)
    if found is None:
        return Problem(str(path), f"is not TOML: {error}", 1, None, "Try: one key = \"text\" a line")
    line = int(found[2]) if found[2] else source.count("\n") + 1
    message = f"is not TOML: {found[1][0].lower()}{found[1][1:]}"
    return Problem(str(path), message, line, None, "Try: one key = \"text\" a line, long texts in three quotes")


# ---------------------------------------------------------------- what pydantic says, for people

_SAID = {
    "string_type": ("is not a text", 'Try: "..." in quotes'),
    "bool_type": ("is not true or false", "Try: true"),
    "list_type": ("is not a list", 'Try: ["..."] in brackets'),
    "string_too_short": ("is empty", "Try: a text"),
    "too_short": ("is too short", "Try: more entries"),
    "too_long": ("is too long", "Try: fewer entries"),
    "model_type": ("is not a table", "Try: key = value lines under a [heading]"),
    "dict_type": ("is not a table", "Try: key = value lines under a [heading]"),
}


def _complaint(error: dict) -> Complaint:
    key = tuple(error["loc"])
    kind = error["type"]
    if key[0] == "frame":
        return Complaint(("frame",), "is missing" if kind == "missing" else "is neither a text nor a list of texts",
                         'Try: frame = "share"')  # fmt: skip
    name = str(key[-1])
    if kind == "missing":
        return Complaint(key, "is missing", _MISSING.get(name, f'Try: {name} = "..."'))
    if kind == "extra_forbidden":
        known = known_keys(key[:-1])
        return Complaint(key, f"unknown key {name!r}", nearest(name, known, ", ".join(known)))
    if kind == "literal_error":
        return Complaint(key, f"is {error['input']!r}", f"Try: {error['ctx']['expected']}")
    message, hint = _SAID.get(kind, (error["msg"][0].lower() + error["msg"][1:], "Try: rules/README.md"))
    return Complaint(key, message, hint)


_MISSING = {
    "roles": "Try: a table [roles.part]",
    "messages": "Try: a table [messages]",
    "kinds": 'Try: kinds = ["level"]',
    "severity": 'Try: severity = "error"',
    "equation": 'Try: equation = "share == part / whole"',
    "clash": 'Try: clash = ["25%", "$4.5 million"]',
}


def _shown(key: tuple[str | int, ...]) -> str:
    """A key as people point to it, entries counted from one: inconsistent[2].clash."""
    text = ""
    for part in key:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text


# ---------------------------------------------------------------- the rule itself


def _rule(file: RuleFile, equation: Equation, path: Path) -> Rule:
    forms, tight = solved_forms(equation)
    roles = tuple(
        Role(name, r.claim or name, kinds_of(r.kinds), r.many, r.signed, r.optional, r.missing, r.context)
        for name, r in file.roles.items()
    )
    messages = {m: getattr(file.messages, "pass_" if m == "pass" else m) for m in MESSAGES}
    link = {key: _tuples(value) for key, value in file.link.model_dump(by_alias=True).items() if value}
    if file.phrase:
        link["phrases"] = tuple(p.model_dump() for p in file.phrase)
    headings = (*EXAMPLES, "wanted")
    return Rule(
        id=file.id,
        title=file.title,
        about=file.about,
        severity=file.severity,
        frames=(file.frame,) if isinstance(file.frame, str) else tuple(file.frame),
        equation=file.equation,
        operator=equation.operator,
        left=equation.left,
        right=equation.right,
        forms=forms,
        roles=roles,
        focus=file.focus or _focus(equation, tight, forms, roles),
        link=link,
        messages={outcome: text for outcome, text in messages.items() if text is not None},
        origin=str(path),
        tight=tight,
        examples={h: tuple(e.model_dump(exclude_none=True) for e in getattr(file, h)) for h in headings},
    )


def _focus(equation: Equation, tight: frozenset[str], forms: dict, roles: tuple[Role, ...]) -> str:
    """The role whose form has exact bounds, a share before others, else the first of the equation."""
    shares = {role.name for role in roles if role.kinds <= kinds_of(["share"])}
    return min(equation.names, key=lambda name: (name not in forms, name not in tight, name not in shares))


def _tuples(value):
    return tuple(map(_tuples, value)) if isinstance(value, list) else value
