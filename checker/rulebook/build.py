"""One rule file -> `Rule` or everything that is wrong with it. Slow: imports pydantic, and sympy once a file is good."""

from __future__ import annotations

import re
import tomllib
from copy import deepcopy
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
        shape = [_complaint(e) for e in error.errors()]
        return shape + _further(data, [c.key for c in shape], path)
    try:
        equation = parse(rule.equation)
    except EquationError as error:
        unreadable = Complaint(("equation",), str(error), error.hint)
        return [unreadable, *complaints(rule, None, path)]
    return complaints(rule, equation, path) or (rule, equation)


def _further(data: dict, wrong: list[tuple[str | int, ...]], path: Path) -> list[Complaint]:
    """What else is wrong with a file of wrong shape: its problems once the wrong keys are taken out or filled in."""
    mended = deepcopy(data)
    for key in wrong:
        while len(key) > 2 and isinstance(key[-1], int):  # an entry of a list: the list is filled in
            key = key[:-1]
        table = mended
        for part in key[:-1]:
            table = table[part]
        filler = _FILLERS.get(key[0] if isinstance(key[-1], int) else key[-1])
        if filler is not None:
            table[key[-1]] = filler
        else:
            table.pop(key[-1], None)
    try:
        rule = RuleFile.model_validate(mended)
        equation = None if ("roles",) in wrong or ("equation",) in wrong else parse(rule.equation)
    except ValidationError:
        return []
    except EquationError as error:
        return [Complaint(("equation",), str(error), error.hint), *_beyond(wrong, complaints(rule, None, path))]
    return _beyond(wrong, complaints(rule, equation, path))


def _beyond(wrong: list[tuple[str | int, ...]], found: list[Complaint]) -> list[Complaint]:
    """Complaints about anything else than what was filled in."""
    return [c for c in found if not any(c.key[: len(key)] == key for key in wrong)]


# What stands in for a key that is missing or of the wrong type, while the rest of the file is looked at.
_EXAMPLE = {"text": "filled in"}
_FILLERS = {
    "id": "filled-in", "title": "A sentence is filled in", "severity": "error", "frame": "share", "equation": "part == 1",
    "about": "filled in", "roles": {"part": {"kinds": ["any"]}}, "kinds": ["any"],
    "messages": {"pass": "filled in", "fail": "filled in"}, "pass": "filled in", "fail": "filled in",
    "consistent": _EXAMPLE, "silent": _EXAMPLE, "text": "filled in", "clash": ["filled in"], "outcome": "pass",
    "inconsistent": _EXAMPLE | {"clash": ["filled in"]}, "wanted": _EXAMPLE | {"outcome": "pass"},
    "phrase": {"lang": "en"}, "lang": "en",
}  # fmt: skip


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
    "string_pattern_mismatch": ("is no comparison with a number", 'Try: "> -1"'),
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
        Role(name, r.claim or name, kinds_of(r.kinds), r.many, r.signed, r.optional, r.missing, r.context, r.exact, r.assume)
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
