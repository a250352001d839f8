"""A rule in words, from its file: on the terminal and as a page. The rule file is the manual; nothing is added to it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from checker.model import KIND_GROUPS, Role, Rule

WIDTH = 100
OUTCOMES = ("pass", "warn", "fail", "unknown")
LABELS = {
    "consistent": "The figures agree",
    "inconsistent": "The figures do not agree",
    "silent": "Nothing for this rule to say",
    "wanted": "Not read yet",
}


def listing(rules: Iterable[Rule]) -> str:
    """A line for each rule: id, severity, title."""
    rows = [(rule.id, rule.severity, rule.title) for rule in rules]
    ids = max((len(row[0]) for row in rows), default=0)
    return "".join(f"{name:{ids}}  {severity:7}  {title}\n" for name, severity, title in rows)


def facts(rule: Rule) -> dict:
    """What a list of rules in JSON tells of one."""
    return {
        "id": rule.id,
        "severity": rule.severity,
        "title": rule.title,
        "equation": rule.equation,
        "frames": list(rule.frames),
        "roles": {role.name: kinds(role) for role in rule.roles},
        "about": " ".join(rule.about.split()),
    }


def kinds(role: Role) -> list[str]:
    """The kinds that may fill a role, whole groups by their name.

    >>> kinds(Role("share", "share", frozenset(["percent", "ratio", "points"])))
    ['share', 'points']
    """
    named, left = [], role.kinds
    for group, members in sorted(KIND_GROUPS.items(), key=lambda entry: -len(entry[1])):
        if members <= left:
            named.append(group)
            left -= members
    return named + sorted(left)


def traits(role: Role) -> list[str]:
    """What else a rule file says of a role, in its own words."""
    flags = [name for name in ("many", "signed", "optional", "exact", "context") if getattr(role, name)]
    said = {"claim": role.claim if role.claim != role.name else None, "missing": role.missing, "assume": role.assume}
    return flags + [f"{key} {value}" for key, value in said.items() if value]


# ---------------------------------------------------------------- on the terminal


def explained(rule: Rule) -> str:
    """All about one rule, for a terminal."""
    lines = [f"{rule.id} ({rule.severity})", f"{rule.title}.", "", *_wrapped(" ".join(rule.about.split())), ""]
    lines += [f"equation  {rule.equation}", f"frames    {', '.join(rule.frames)}", "", "roles"]
    names = max(len(role.name) for role in rule.roles)
    for role in rule.roles:
        more = "".join(f"; {trait}" for trait in traits(role))
        lines += _hanging(f"  {role.name:{names}}  ", f"{', '.join(kinds(role))}{more}")
    lines += ["", "messages"]
    for outcome, message in _messages(rule):
        lines += _hanging(f"  {outcome:7}  ", message)
    for heading, label in LABELS.items():
        examples = rule.examples.get(heading, ())
        if examples:
            lines += ["", label.lower()]
        for example in examples:
            lines += _hanging("  - ", example["text"], "    ")
            lines += _hanging("    > ", _remark(example, ", ".join(example.get("clash", ()))), "      ")
    return "\n".join(lines) + "\n"


def _messages(rule: Rule) -> list[tuple[str, str]]:
    return [(outcome, rule.messages[outcome]) for outcome in OUTCOMES if outcome in rule.messages]


def _remark(example: dict, clash: str) -> str:
    """What the file says about an example: the numbers that clash, and why."""
    return ": ".join(part for part in (f"clash: {clash}" if clash else "", example.get("because", "")) if part)


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)


def _hanging(first: str, text: str, rest: str | None = None) -> Iterator[str]:
    """Lines of a text behind a label; tables in examples keep their lines."""
    indent = " " * len(first) if rest is None else rest
    for line in text.splitlines():
        yield from textwrap.wrap(line, WIDTH, initial_indent=first, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) or [""]
        first = indent


# ---------------------------------------------------------------- as a page


def page(rule: Rule) -> str:
    """All about one rule, as Markdown."""
    parts = [f"# {rule.id}", f"{rule.title}.", " ".join(rule.about.split()), f"```\n{rule.equation}\n```"]
    parts.append(f"Severity: {rule.severity}. Read from claims of the frames: {', '.join(rule.frames)}.")
    rows = [f"| {role.name} | {', '.join(kinds(role))} | {', '.join(traits(role))} |" for role in rule.roles]
    parts.append("\n".join(["| role | filled by | and |", "| --- | --- | --- |", *rows]))
    parts.append("## What it says")
    parts.append("\n".join(f"- {outcome}: `{' '.join(message.split())}`" for outcome, message in _messages(rule)))
    for heading, label in LABELS.items():
        examples = rule.examples.get(heading, ())
        if examples:
            parts += [f"## {label}", "\n".join(map(_shown, examples))]
    return "\n\n".join(parts) + f"\n\n---\nMade from [{rule.id}.toml](../../rules/{rule.id}.toml) by `make compile`.\n"


def _shown(example: dict) -> str:
    """An example as an entry of a list; one of several lines keeps them."""
    lines = example["text"].strip("\n").splitlines()
    remark = _remark(example, ", ".join(f"`{number}`" for number in example.get("clash", ())))
    below = f"\n\n  {remark}" if remark else ""
    if len(lines) == 1:
        return f"- {_escaped(lines[0])}{below}"
    quoted = "\n".join(f"  {line}".rstrip() for line in lines)
    return f"-\n  ```\n{quoted}\n  ```{below}"


def _escaped(line: str) -> str:
    for mark in "\\*_<`":
        line = line.replace(mark, f"\\{mark}")
    return line


def pages(rules: Iterable[Rule]) -> dict[str, str]:
    """The pages of the rules and the one that lists them, by file name."""
    rules = tuple(rules)
    return {"README.md": index(rules), **{f"{rule.id}.md": page(rule) for rule in rules}}


def index(rules: Iterable[Rule]) -> str:
    """The page that lists the pages, by the family of claims that feeds each rule."""
    ordered = sorted(rules, key=lambda rule: (rule.frames[0], rule.id))
    lines = ["# Rules", "", f"{len(ordered)} rules come with the program. By the family of claims that feeds them:", ""]
    lines += ["| family | rule | severity | what must hold |", "| --- | --- | --- | --- |"]
    family = ""
    for rule in ordered:
        shown = rule.frames[0] if rule.frames[0] != family else ""
        lines.append(f"| {shown} | [{rule.id}]({rule.id}.md) | {rule.severity} | {rule.title} |")
        family = rule.frames[0]
    lines += ["", "The same on the terminal: `factcheck rules`, `factcheck explain RULE`.", "How to write one:"]
    return "\n".join(lines) + " [rules/README.md](../../rules/README.md). These pages are made by `make compile`.\n"
