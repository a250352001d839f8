"""Small builders for tests of judging: a text with its figures marked, rules and frames by hand."""

from __future__ import annotations

import re
from fractions import Fraction

from checker.judging import judge
from checker.model import Block, Document, Extraction, Frame, Quantity, Relation, Role, Rule, Sentence, Tokens
from checker.language.phrase import kinds_of

N = ("num", "1")
SCALES = {"trillion": 10**12, "billion": 10**9, "bn": 10**9, "million": 10**6, "m": 10**6, "mln": 10**6, "bln": 10**9}
FIGURE = re.compile(r"(?P<sign>[$£])?(?P<n>\d[\d,]*(?:\.\d+)?) ?(?P<rest>%|points|trillion|billion|bn|million|mln|bln|m\b|km|miles)?")


def role(name):
    return ("role", name)


def rule(id, equation, operator, left, right, forms, roles, focus, **more):
    """`roles`: name -> "kinds" with flags after a colon, as in "level:many"."""
    made = []
    for name, spec in roles.items():
        kinds, _, flags = spec.partition(":")
        made.append(Role(name, name, frozenset(["text"]) if kinds == "text" else kinds_of(kinds), "many" in flags, "signed" in flags,
                         "optional" in flags, "unknown" if "missing" in flags else None))  # fmt: skip
    settings = {"severity": "error", "link": {}, "messages": {}, "title": "", "about": "", "frames": ("x",)} | more
    return Rule(id=id, equation=equation, operator=operator, left=left, right=right, forms=forms, roles=tuple(made), focus=focus, **settings)


GROWTH = rule(
    "growth", "new == base * (1 + growth)", "==", role("new"), ("*", role("base"), ("+", N, role("growth"))),
    {"new": ("*", role("base"), ("+", N, role("growth"))), "base": ("/", role("new"), ("+", N, role("growth"))),
     "growth": ("-", ("/", role("new"), role("base")), N)},
    {"new": "level:missing", "base": "level:missing", "growth": "percent ratio:signed"}, "growth",
    messages={"fail": "{base} to {new} is a change of {implied}, not {growth}."}, link={"same-unit": [["new", "base"]]},
)  # fmt: skip
SHARE = rule(
    "share", "share == part / whole", "==", role("share"), ("/", role("part"), role("whole")),
    {"share": ("/", role("part"), role("whole")), "part": ("*", role("share"), role("whole")), "whole": ("/", role("part"), role("share"))},
    {"share": "share", "part": "level:missing", "whole": "level:missing"}, "share", link={"same-unit": [["part", "whole"]]},
    messages={"pass": "{part} of {whole} is {implied}, as stated.", "fail": "{part} of {whole} is {implied}, not {share}."},
)  # fmt: skip
SUM = rule(
    "sum", "total == sum(part)", "==", role("total"), ("call", "sum", role("part")),
    {"total": ("call", "sum", role("part")), "sum(part)": role("total")}, {"total": "level", "part": "level:many"}, "total",
    messages={"fail": "{part} make {implied}, not {total}."},
)  # fmt: skip
UP = rule("up", "new > base", ">", role("new"), role("base"), {}, {"new": "level", "base": "level"}, "new")
ITEMS = rule(
    "items", "announced == count(item)", "==", role("announced"), ("call", "count", role("item")),
    {"announced": ("call", "count", role("item")), "count(item)": role("announced")},
    {"announced": "count number", "item": "text:many"}, "announced", messages={"fail": "{announced} announced, but {implied} listed: {item}."},
)  # fmt: skip
MULTIPLE = rule(
    "multiple", "new == base * multiple", "==", role("new"), ("*", role("base"), role("multiple")),
    {"new": ("*", role("base"), role("multiple")), "base": ("/", role("new"), role("multiple")), "multiple": ("/", role("new"), role("base"))},
    {"new": "level:missing", "base": "level:missing", "multiple": "multiple"}, "multiple",
)  # fmt: skip
SAME = rule(
    "same", "first == second", "==", role("first"), role("second"), {"first": role("second"), "second": role("first")},
    {"first": "measure", "second": "measure"}, "second",
)  # fmt: skip


def figure(text, written, at=0, **changes):
    """The quantity of `written` in the text, read off its own form; keywords override."""
    start = text.index(written, at)
    m = FIGURE.match(written)
    fields = {"kind": "count", "start": start, "end": start + len(written), "number_start": start, "number_end": start + len(written)}
    if m:
        digits, rest = m["n"], m["rest"] or ""
        scale = Fraction(SCALES.get(rest, 1))
        decimals = len(digits.partition(".")[2])
        fields |= {"value": Fraction(digits.replace(",", "")) * scale, "scale": scale, "place": scale / 10**decimals,
                   "number_start": start + m.start("n"), "number_end": start + m.end("n")}  # fmt: skip
        fields["kind"] = "currency" if m["sign"] else "percent" if rest == "%" else "points" if rest == "points" else "physical" if rest in ("km", "miles") else "number" if rest else "count"
        fields["unit"] = {"$": "USD", "£": "GBP"}.get(m["sign"]) or {"%": "percent", "points": "percentage point", "km": "kilometre", "miles": "mile"}.get(rest)
        if fields["kind"] == "count" and not decimals and "," not in digits:
            fields["place"] = None
    fields |= changes
    if isinstance(fields.get("value"), str):
        fields["value"] = Fraction(fields["value"])
    return Quantity(first=0, last=0, outer=0, **fields)


def document(text, *figures):
    """An extraction; a figure is its text, or (text, overrides). Figures stand in the order given."""
    quantities, at = [], 0
    for entry in figures:
        written, changes = (entry, {}) if isinstance(entry, str) else entry
        q = figure(text, written, at, **changes)
        quantities.append(q)
        at = q.end
    words = list(re.finditer(r"\w+|[^\w\s]", text))
    tokens = Tokens([m.group().lower() for m in words], [m.start() for m in words], [m.end() for m in words])
    ends = [i + 1 for i, m in enumerate(words) if m.group() == "." and text[m.end() : m.end() + 1] in (" ", "")]
    bounds = [0, *ends, *([len(words)] if ends[-1:] != [len(words)] else [])]
    sentences = tuple(Sentence(a, b, 0) for a, b in zip(bounds, bounds[1:]))
    made = Document("x.txt", text, "0", (Block(0, len(text), "paragraph"),))
    return Extraction(made, tokens, sentences, tuple(quantities), "en")


def frame(pinned=True, spans=None, **claims):
    """A frame; claims are indices of figures. Keywords of Frame itself: sign, blocked, farther, tier, facts."""
    own = {key: claims.pop(key) for key in ("sign", "blocked", "farther", "tier", "facts") if key in claims}
    filled = {name: (i,) if isinstance(i, int) else tuple(i) for name, i in claims.items()}
    tied = frozenset([*filled, *(spans or {})]) if pinned else frozenset()
    return Frame("x", (0, 1), filled, spans or {}, pinned=tied, source="test", **own)


def judged(extraction, the_rule, *frames, words=None):
    """The one check that a relation gives."""
    judgement = judge(extraction, [Relation(the_rule, frames)], words=words)
    assert len(judgement.checks) == 1, judgement
    return judgement.checks[0]
