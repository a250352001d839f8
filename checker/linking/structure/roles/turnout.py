"""Electors, turnout, shares and votes of one ballot, each told once anywhere in a short article.

    won with 3,140 votes; his only rival received 1,860 ... 12,500 electors ... turnout was 40%   the votes of all sides are the turnout
    75% of the 6,400 members voted ... 80% of the votes were for it ... 3,840 members are for it   those of one side
    51% of the vote ... 37% ... turnout was 65% of 24,000 electors ... 2,184 votes ahead          the lead

Papers that were not valid may explain a difference: where such are spoken of, words must say that there were none.
"""

from __future__ import annotations

from checker.linking.context import Context, proper
from checker.linking.structure.roles.cast import COUNTS, Cast, Told, clear, one, told_of, ties_of
from checker.model import Frame
from checker.rational import Fraction

_FEWEST = 50  # votes
_NAMED = 4  # symbols behind a bare figure that name it: "3,300 No votes"
_SEVERAL = 9  # votes of one elector
_SHARES = ("percent", "ratio")


def turnout(context: Context, frames: tuple[Frame, ...]) -> list[Frame]:
    """Frames of the families "turnout-votes", "part-of-part" and "lead-by-turnout"."""
    cast = told_of(context, "turnout-word", "electorate-word")
    if cast is None or cast.anywhere("vote-twice") or any(cast.words.has("spoiled-word", line) and cast.words.has("vote-spoilable", line) for line in cast.sheet.lines) and not cast.anywhere("vote-none-spoiled"):
        return []
    if any(t.q.value <= _SEVERAL and cast.counts(t, "vote-paper") for t in cast.plain if t.q.kind in COUNTS):
        return []  # "each had two votes"
    electors = [t for t in cast.plain if t.q.kind in COUNTS and t.q.value >= 2 * _FEWEST and _entitled(t, cast)]
    rates = [t for t in cast.plain if t.q.kind in _SHARES and 0 < _part(t) < 1 and _turned_out(t, cast)]
    whole, rate = one(electors), one(rates)
    if whole is None or rate is None:
        return []
    taken = {t.index for t in (*electors, *rates)}
    shares = [t for t in cast.plain if t.q.kind in _SHARES and t.index not in taken and 0 < _part(t) < 1 and cast.in_line("vote-share-word", t)]
    counts = [t for t in cast.plain if t.q.kind in COUNTS and t.index not in taken and t.q.value >= _FEWEST and t.q.value < whole.q.value and not cast.at("last-vote", t)]
    votes = [t for t in counts if (_votes(t, cast) or _such(t, whole, shares, cast)) and not _leads(t, cast)]
    made = [_went(whole, rate, [t for t in counts if cast.clause("vote-went", t) and not _leads(t, cast)], cast), _all(whole, rate, votes, cast), _one_side(whole, rate, shares, votes, cast), _lead(whole, rate, shares, [t for t in counts if _leads(t, cast)], cast)]
    ties = ties_of(frames)
    return [f for f in made if f is not None and not ties.elsewhere(f, rate.index)]


def _part(told: Told) -> Fraction:
    return told.q.value / 100 if told.q.kind == "percent" else told.q.value


def _entitled(told: Told, cast: Cast) -> bool:
    """True of those who may vote: "12,500 registered voters", "the roll has 900 names"."""
    of_them = told.q.noun and cast.words.within("turnout-among", told.line, 0, told.at)  # "turnout among the 900 members"
    return (of_them or cast.clause("electorate-word", told)) and not cast.clause("vote-went", told) and not _leads(told, cast) and not cast.clause("vote-for-them", told)


def _turned_out(told: Told, cast: Cast) -> bool:
    if cast.words.within("name-turnout", told.line, told.left, told.at):
        return True
    if cast.words.within("name-turnout", told.line, 0, told.at) and sum(t.q.kind in _SHARES for t in cast.plain if t.line is told.line) == 1:
        return True  # "turnout among the 900 members was 40%"
    return cast.clause("turnout-word", told) and not cast.clause("vote-share-of", told)


def _votes(told: Told, cast: Cast) -> bool:
    """True of votes that were cast: "3,140 votes", "received 1,860", "3,300 No votes", "a mandate from 420 members"."""
    if cast.counts(told, "vote-paper") or cast.clause("vote-for-them", told) or not told.q.noun and _carried([told], cast):
        return True
    return not told.q.noun and (cast.clause("vote-got", told) or cast.words.within("vote-paper", told.line, told.at + 1, min(told.right, told.at + _NAMED)))


def _such(told: Told, whole: Told, shares: list[Told], cast: Cast) -> bool:
    """True of "80% of those who voted were for it. That is 5,040 drivers", where the drivers were asked."""
    behind = any(0 <= told.line.number - s.line.number <= 1 and s.index < told.index for s in shares)
    return behind and bool(told.q.noun) and told.q.noun[-1:] == whole.q.noun[-1:] and cast.words.within("draws-conclusion", told.line, 0, told.at)


def _leads(told: Told, cast: Cast) -> bool:
    """True of "a majority of 310", "2,100 votes ahead"."""
    line, at = told.line, told.at
    return cast.words.within("vote-lead", line, max(told.left, at - 6), at) or cast.words.within("vote-ahead", line, at + 1, min(told.right, at + 4))


def _went(whole: Told, rate: Told, voters: list[Told], cast: Cast) -> Frame | None:
    """All who went to the polls: "14,400 people cast a ballot"."""
    told = one(voters)
    if told is None or not clear(rate.q, Fraction(told.q.value, 1) / whole.q.value * (100 if rate.q.kind == "percent" else 1)) or not cast.together(whole, rate, told):
        return None
    return cast.frame("turnout-votes", {"whole": (whole.index,), "rate": (rate.index,), "part": (told.index,)}, rate)


def _carried(votes: list[Told], cast: Cast) -> bool:
    """Whether votes are those for and against: "the motion was carried by 3,200 votes to 1,800"."""
    return len({t.line.number for t in votes}) == 1 and cast.words.within("vote-carried", votes[0].line, 0, votes[0].at)


def _all(whole: Told, rate: Told, votes: list[Told], cast: Cast) -> Frame | None:
    """The votes of all who stood: of two where there were only two, of yes and no."""
    if len(votes) != 2 or not (cast.anywhere("only-rival") or all(cast.clause("vote-yes-or-no", t) for t in votes) or _carried(votes, cast)) or cast.anywhere("vote-others"):
        return None
    cast_votes = sum(t.q.value for t in votes)
    if not clear(rate.q, Fraction(cast_votes, 1) / whole.q.value * (100 if rate.q.kind == "percent" else 1)) or not cast.together(whole, rate, *votes):
        return None
    return cast.frame("turnout-votes", {"whole": (whole.index,), "rate": (rate.index,), "part": tuple(t.index for t in votes)}, rate)


def _one_side(whole: Told, rate: Told, shares: list[Told], votes: list[Told], cast: Cast) -> Frame | None:
    """The votes of one side, whose share is told: the only share, or the one whose words are those of the votes."""
    told = one(votes)
    if told is None or not shares or len({t.q.value for t in shares}) > 3:
        return None
    share = one(shares) or one([t for t in shares if _one_of(t, told, cast)])
    if share is None or not _one_of(share, told, cast) or not clear(told.q, whole.q.value * _part(rate) * _part(share)) or not cast.together(whole, rate, share, told):
        return None
    claims = {"whole": (whole.index,), "first": (rate.index,), "second": (share.index,), "part": (told.index,)}
    return cast.frame("part-of-part", claims, told)


def _one_of(share: Told, votes: Told, cast: Cast) -> bool:
    """Whether a share and votes are those of one side: yes, no, or one who stood."""
    sides = [{name for name in ("vote-yes", "vote-no") if cast.clause(name, t)} for t in (share, votes)]
    if sides[0] and sides[1]:
        return sides[0] == sides[1]
    if share.line is votes.line and share.index < votes.index and cast.words.within("vote-restated", votes.line, share.at + 1, votes.at):
        return True  # "54 percent of the vote, or 21,600 votes"
    if votes.q.noun and _concluded(share, votes, cast):
        return "vote-no" not in sides[0] | sides[1]
    names = [proper(t.line.firsts[0], t.line.lasts[-1] + 1, cast.context) for t in (share, votes)]
    return bool(names[0] & names[1]) or cast.clause("vote-for-them", votes) and "vote-no" not in sides[0] | sides[1]


def _concluded(share: Told, votes: Told, cast: Cast) -> bool:
    """Whether a count is what a share in the sentence before makes: "That is 5,040 drivers"."""
    return 0 <= votes.line.number - share.line.number <= 1 and cast.words.within("draws-conclusion", votes.line, 0, votes.at)


def _lead(whole: Told, rate: Told, shares: list[Told], leads: list[Told], cast: Cast) -> Frame | None:
    """The lead of the first over the second of those whose shares are told."""
    lead, ranked = one(leads), sorted(shares, key=lambda t: -_part(t))
    if lead is None or len(ranked) < 2 or any(t.q.kind != "percent" for t in ranked) or sum(_part(t) for t in ranked) > Fraction(101, 100) or _part(ranked[0]) == _part(ranked[1]):
        return None
    first, second = ranked[:2]
    if not clear(lead.q, whole.q.value * _part(rate) * (_part(first) - _part(second))) or not cast.together(whole, rate, first, second, lead):
        return None
    claims = {"difference": (lead.index,), "first": (first.index,), "second": (second.index,), "whole": (whole.index,), "rate": (rate.index,)}
    return cast.frame("lead-by-turnout", claims, lead)
