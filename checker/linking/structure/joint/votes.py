"""Electorate, turnout, votes, shares and majority of one election."""

from __future__ import annotations

from checker.linking.context import Context
from checker.linking.lines import Line
from checker.linking.structure.joint.evidence import holds, slipped, worth
from checker.linking.structure.joint.page import Figure, Page, page_of
from checker.model import Frame
from checker.rational import Fraction

_COUNTED = ("count", "number")
_BACK = 6  # sentences in front of the first that speaks of votes
_FEWEST = 50  # votes
_SEVERAL = 10  # votes of one elector
_TOGETHER = 2  # sentences in which the votes of all sides are told
_NAMES = ("electorate-word", "spoiled-word", "lead-word", "votes-word")


def votes(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "turnout-votes" (votes of electors), "part-of-part" (those of one side), "lead" (majority of votes) and "turnout-lead"."""
    page = page_of(context)
    marked = [n for name in ("votes-word", "turnout-word") for n, _ in page.saying(name)]
    if not marked or any(page.near.lines[name] and page.saying(name) for name in ("vote-twice", "vote-others")):
        return []
    if any(f.quantity.kind in _COUNTED and 1 < (f.quantity.value or 0) < _SEVERAL and page.says("vote-paper", f.line, f.at, f.at + 2) for n in marked for f in page.figures(page.lines[n])):
        return []  # "each had two votes"
    passage = page.lines[max(0, min(marked) - _BACK) : min(marked) + 10]
    return _frames(page, passage)


def _frames(page: Page, passage: list[Line]) -> list[Frame]:
    turnout, shares, counts = [], [], {name: [] for name in _NAMES}
    for line in passage:
        figures = page.figures(line)
        for n, f in enumerate(figures):
            if f.item.word == "from" and any(g.item.word == "to" for g in figures[n + 1 : n + 2]):
                continue  # "turnout fell from 66.2 to 61.9 per cent": the last time's
            if f.quantity.kind == "percent" and f.item.kind == "level" and f.quantity.sense not in ("bound", "range"):
                (turnout if (not shares or _called_turnout(page, f)) and _turned_out(page, f) else shares).append(f)
            elif shares and f.quantity.kind == "number" and f.item.word == "to" and f.index == shares[-1].index + 1 and f.quantity.value < 100:
                shares.append(f)  # "by 54 per cent to 46"
            elif f.quantity.kind in _COUNTED and f.quantity.value is not None:
                both = n + 1 < len(figures) and figures[n + 1].item.word == "to" and f.quantity.value >= _FEWEST  # 8,800 votes to 7,200
                name = "votes-word" if both else _counted(page, f) or ("votes-word" if counts["votes-word"] and f.quantity.kind == "number" and f.quantity.value >= _FEWEST else None)
                if name and not page.says("last-vote", line):
                    counts[name].append(f)
    electorate, spoiled, lead, valid = (counts[n] for n in _NAMES)
    found = []
    if len(turnout) == len(electorate) == 1 and turnout[0].quantity.value and valid:
        found = _of_turnout(page, electorate[0], turnout[0], shares, [f for f in valid if f.quantity.value >= _FEWEST], spoiled)
    return found + _leads(page, passage, turnout, shares, electorate, valid, lead)


def _turned_out(page: Page, f: Figure) -> bool:
    """True of a percentage that is called the turnout, or of whose clause the verb is voting: "48% of the 12,500 electors had voted"."""
    if page.called(f, ("turnout-word", "votes-word")) == "turnout-word":
        return True
    marks = page.reader.words.separators
    stop = next((p for p in range(f.at + 1, len(f.line.symbols)) if f.line.symbols[p] in marks), len(f.line.symbols))
    return page.says("turnout-word", f.line, f.at + 1, stop) and not page.says("vote-side", f.line, f.at + 1, stop)


def _called_turnout(page: Page, f: Figure) -> bool:
    """True of a percentage behind the word for it: "turnout was 62%", also where the winner's share stands in front."""
    return page.says("name-turnout", f.line, f.left, f.at)


def _of_turnout(page: Page, electorate: Figure, turnout: Figure, shares: list[Figure], valid: list[Figure], spoiled: list[Figure]) -> list[Frame]:
    """What electorate and turnout make: all votes, the votes of both sides, or, with a share, those of one."""
    cast = electorate.quantity.value * worth(turnout)
    ways: list[tuple[Fraction, list[Figure], Figure | None]] = [(cast, [v], None) for v in valid]
    if spoiled:
        ways = [(cast, [v, *spoiled], None) for v in valid] + ways
    if 2 <= len(valid) <= 5 and valid[-1].line.number - valid[0].line.number <= _TOGETHER:
        ways.append((cast, [*valid, *spoiled], None))
    ways += [(cast * worth(s), [v], s) for s in shares if s.quantity.kind == "percent" for v in valid if abs(s.line.number - v.line.number) <= 1]
    fitting = [way for way in ways if holds(way[1][-1].quantity, way[0] - sum(v.quantity.value for v in way[1][:-1])) or _rounds(turnout, electorate, way)]
    if fitting:
        return [_frame(page, electorate, turnout, way) for way in fitting[:1]]
    lines = [f.line.number for f in (electorate, turnout, *valid)]
    if any(page.near.has("later-time", line) for line in page.lines if min(lines) <= line.number <= max(lines)):
        return []  # two elections
    all_told = [way for way in ways if len(way[1]) >= 3 and spoiled or len(way[1]) == 2 and not spoiled and not shares and way[1][0].line is way[1][1].line]
    if all_told:
        return [_frame(page, electorate, turnout, all_told[-1])]
    slips = [way for way in ways if _slip(electorate, turnout, way)]
    if len(slips) == 1:
        return [_frame(page, electorate, turnout, slips[0])]
    biggest = max(valid, key=lambda f: f.quantity.value, default=None)
    if biggest is None or shares and not spoiled or len(valid) > 3 or not spoiled and page.says("spoiled-word", biggest.line) or len(spoiled) > 1 or any(f.quantity.kind == "ratio" for f in page.figures(biggest.line)):
        return []
    return [_frame(page, electorate, turnout, (cast, [biggest, *spoiled], None))]


def _rounds(turnout: Figure, electorate: Figure, way) -> bool:
    share = way[2]
    rate = sum(v.quantity.value for v in way[1]) / electorate.quantity.value / (worth(share) if share else 1) * 100
    return holds(turnout.quantity, rate)


def _slip(electorate: Figure, turnout: Figure, way) -> bool:
    made, votes, share = way
    got = sum(v.quantity.value for v in votes)
    part = worth(share) if share else Fraction(1)
    meant = [(turnout, got / electorate.quantity.value / part * 100), (electorate, got / worth(turnout) / part)]
    meant += [(v, made - got + v.quantity.value) for v in votes]
    return any(slipped(f.quantity, implied) for f, implied in meant)


def _frame(page: Page, electorate: Figure, turnout: Figure, way) -> Frame:
    _, votes, share = way
    if share is not None:
        claims = {"whole": (electorate.index,), "first": (turnout.index,), "second": (share.index,), "part": (votes[0].index,)}
        return page.frame("part-of-part", claims)
    return page.frame("turnout-votes", {"whole": (electorate.index,), "rate": (turnout.index,), "part": tuple(f.index for f in votes)})


def _leads(page: Page, passage, turnout, shares, electorate, valid, lead) -> list[Frame]:
    if len(lead) != 1 or not shares or not any(page.says("votes-word", line) for line in passage):
        return []
    claims: dict[str, tuple[int, ...]] = {"difference": (lead[0].index,), "first": (shares[0].index,)}
    only_two = any(page.says("only-rival", line) for line in passage)
    pair = len(shares) >= 2 and shares[1].quantity.kind == "percent"
    if pair and (shares[1].item.then or shares[1].item.word == "base"):
        return []  # "45%, compared with 40% in the previous year"
    if pair and shares[0].quantity.value is not None and shares[1].quantity.value is not None and shares[0].quantity.value <= shares[1].quantity.value:
        return []
    if pair:
        claims["second"] = (shares[1].index,)
    elif not only_two and not (len(shares) == 2 and shares[0].quantity.value + shares[1].quantity.value == 100):
        return []
    family = "lead" if pair else "lead-of-two"
    whole = [f for f in valid if f.quantity.value > lead[0].quantity.value]
    if len(whole) == 1 and not turnout:
        return [page.frame(family, claims | {"whole": (whole[0].index,)})]
    if len(turnout) == len(electorate) == 1 and not whole:
        return [page.frame(f"{family}-by-turnout", claims | {"whole": (electorate[0].index,), "rate": (turnout[0].index,)})]
    return []


def _counted(page: Page, f: Figure) -> str | None:
    """What a count is of: its own noun first, else the words nearest to it."""
    noun = page.context.extraction.tokens.words[f.quantity.noun_last] if f.quantity.noun_last >= 0 else ""
    if page.says("spoiled-word", f.line, f.left, min(f.right, f.at + 5)):
        return "spoiled-word"
    if page.says("lead-word", f.line, max(f.left, f.at - 5), min(f.right, f.at + 4)):
        return "lead-word"
    if page.near.pattern("turnout-word").match(f.line.symbols, f.at + 1) and f.quantity.kind in _COUNTED:
        return "votes-word"  # "of the 8,000 on the register 3,600 voted"
    for name in ("electorate-word", "votes-word"):
        if noun in page.context.lexicon.pack.words(name):
            return name
    return page.called(f, _NAMES)
