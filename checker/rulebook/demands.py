"""What is demanded of a rule file beyond its shape, each demand with its own message.

Every demand is a function of the parsed file that yields (key, what is wrong, what to try); the loader adds path and
line, and reports those of all files together.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePath

from checker.model import CLAIMS, KIND_GROUPS, KINDS
from checker.rulebook.equation import Equation
from checker.rulebook.schema import RuleFile

TEXT = "text"  # a role that is filled with words, as the items of a list

# What a message may name besides the roles.
PLACEHOLDERS = frozenset(["implied", "stated", "reason", "rescue", "basis"])
MESSAGES = ("pass", "fail", "warn", "unknown")
EXAMPLES = ("consistent", "inconsistent", "silent")
AT_LEAST = 2  # examples of each of these


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong, and under which key (as a path from the top of the file)."""

    key: tuple[str | int, ...]
    message: str
    hint: str


def complaints(rule: RuleFile, equation: Equation | None, path: PurePath) -> list[Complaint]:
    """Everything that is wrong with a file whose shape is right; the equation is `None` where it could not be read."""
    found = [*_id(rule, path), *_title(rule), *_kinds(rule), *_examples(rule), *_messages(rule), *_link(rule)]
    if equation is not None:
        found += [*_names(rule, equation), *_lists(rule, equation), *_focus(rule, equation)]
    return found


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """A hint: the known word that looks most like it.

    >>> nearest("equaton", ["equation", "title"], "something")
    'Try: equation'
    """
    near = get_close_matches(word, sorted(known), 1)
    return f"Try: {near[0] if near else otherwise}"


def kinds_of(names: Iterable[str]) -> frozenset[str]:
    """The kinds that the names in a role's `kinds` stand for."""
    return frozenset(kind for name in names for kind in KIND_GROUPS.get(name, (name,)))


def _id(rule: RuleFile, path: PurePath) -> Iterator[Complaint]:
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id):
        slug = "-".join(re.findall(r"[a-z0-9]+", rule.id.lower()))
        yield Complaint(("id",), f"{rule.id!r} is not in kebab-case", f"Try: {slug or 'share-of-total'}")
    elif rule.id != path.stem:
        yield Complaint(("id",), f"{rule.id!r} is not the file's name", f"Try: {path.stem}")


def _title(rule: RuleFile) -> Iterator[Complaint]:
    sentence = len(rule.title.split()) >= 3 and (rule.title[0].isupper() or rule.title[0].isdigit())
    if not sentence or "\n" in rule.title:
        yield Complaint(("title",), f"{rule.title!r} is not a sentence", "Try: A share must be its part of the whole")


def _kinds(rule: RuleFile) -> Iterator[Complaint]:
    known = KINDS | KIND_GROUPS.keys() | {TEXT}
    for name, role in rule.roles.items():
        if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
            yield Complaint(("roles", name), f"{name!r} is not a name for an equation", "Try: small letters and _")
        elif name in PLACEHOLDERS:
            yield Complaint(("roles", name), f"{name!r} is a placeholder of messages", "Try: another name")
        if (claim := role.claim or name) not in CLAIMS:
            key = ("roles", name, "claim") if role.claim else ("roles", name)
            otherwise = f'claim = "..." with one of {" ".join(sorted(CLAIMS))}'
            yield Complaint(key, f"no frame makes a claim {claim!r}", nearest(claim, CLAIMS, otherwise))
        for kind in role.kinds:
            if kind not in known:
                hint = nearest(kind, known, " ".join(sorted(known)))
                yield Complaint(("roles", name, "kinds"), f"unknown kind {kind!r}", hint)
        if TEXT in role.kinds and len(role.kinds) > 1:
            yield Complaint(("roles", name, "kinds"), "text and numbers in one role", "Try: two roles")


def _names(rule: RuleFile, equation: Equation) -> Iterator[Complaint]:
    for name in equation.names:
        if name not in rule.roles:
            hint = nearest(name, rule.roles, f"a table [roles.{name}]")
            yield Complaint(("equation",), f"{name!r} is not a role", hint)
    for name, role in rule.roles.items():
        if role.context and name in equation.names:
            yield Complaint(("roles", name, "context"), "a context role stands in the equation", "Try: context = false")
        if not role.context and name not in equation.names:
            message = f"the role {name!r} is not in the equation"
            yield Complaint(("roles", name), message, "Try: context = true, if only conditions and messages need it")


def _lists(rule: RuleFile, equation: Equation) -> Iterator[Complaint]:
    for name in equation.lists & rule.roles.keys():
        if not rule.roles[name].many:
            yield Complaint(("roles", name), f"{name!r} is used as a list", "Try: many = true")
    for name, role in rule.roles.items():
        if role.many and name in equation.names and name not in equation.lists:
            message = f"{name!r} holds many, but stands in the equation as one"
            yield Complaint(("roles", name, "many"), message, f"Try: sum({name}) or count({name})")
        if TEXT in role.kinds and name in equation.names and name not in equation.lists:
            yield Complaint(("equation",), f"{name!r} is text, which has no value", f"Try: count({name})")


def _focus(rule: RuleFile, equation: Equation) -> Iterator[Complaint]:
    if rule.focus is not None and rule.focus not in equation.names:
        yield Complaint(("focus",), f"{rule.focus!r} is not in the equation", nearest(rule.focus, equation.names, "a role"))


def _examples(rule: RuleFile) -> Iterator[Complaint]:
    seen: dict[str, str] = {}
    for heading in (*EXAMPLES, "wanted"):
        for i, example in enumerate(getattr(rule, heading)):
            if example.text in seen:
                message = f"the same text as under [[{seen[example.text]}]]"
                yield Complaint((heading, i, "text"), message, "Try: another sentence")
            seen.setdefault(example.text, heading)
    for heading in EXAMPLES:
        count = len(getattr(rule, heading))
        if count < AT_LEAST:
            message = f"{count or 'no'} [[{heading}]] example{'' if count == 1 else 's'}, at least {AT_LEAST} are needed"
            yield Complaint((heading,), message, _EXAMPLE_HINTS[heading])
    for i, example in enumerate(rule.inconsistent):
        for number in example.clash:
            if number not in example.text:
                message = f"{number!r} is not in the example's text"
                yield Complaint(("inconsistent", i, "clash"), message, "Try: the number as it stands there")


_EXAMPLE_HINTS = {
    "consistent": "Try: sentences whose numbers agree",
    "inconsistent": "Try: sentences whose numbers do not agree, with clash = [the numbers]",
    "silent": "Try: sentences that look like it, but about which the rule has nothing to say",
}


def _messages(rule: RuleFile) -> Iterator[Complaint]:
    known = PLACEHOLDERS | rule.roles.keys()
    for outcome in MESSAGES:
        template = getattr(rule.messages, "pass_" if outcome == "pass" else outcome)
        try:
            fields = list(string.Formatter().parse(template or ""))
        except ValueError:
            yield Complaint(("messages", outcome), "a brace that is not closed", "Try: {role}, or {{ for a brace")
            continue
        for _, name, form, conversion in fields:
            if name is not None and (name not in known or form or conversion):
                hint = nearest("{%s}" % re.split(r"\W", name)[0], ["{%s}" % word for word in known], "a role in braces")
                yield Complaint(("messages", outcome), f"unknown placeholder {{{name}}}", hint)


def _link(rule: RuleFile) -> Iterator[Complaint]:
    for key, value in rule.link.model_dump(by_alias=True).items():
        if not isinstance(value, list):
            continue
        for name in (n for entry in value for n in ([entry] if isinstance(entry, str) else entry)):
            if name not in rule.roles:
                yield Complaint(("link", key), f"{name!r} is not a role", nearest(name, rule.roles, "a role"))


