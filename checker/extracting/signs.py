"""Signs around a number: a currency before it, a minus, brackets that mean a loss."""

from __future__ import annotations

from bisect import bisect_right

from checker.extracting.digits import MINUS
from checker.extracting.draft import Draft, Numeral, Scan
from checker.extracting.scales import read_scale
from checker.extracting.units_read import read_prefix
from checker.rational import Fraction

_DASHES = (*MINUS, "–", "—")
_OPENING = ("(", "[")
_EITHER = 2  # words in front of "minus" in "plus or minus"
_SHORT = 24  # characters that may follow a number that stands alone on its line


def signed(s: Scan, draft: Draft, prefix: tuple[int, str] | None) -> None:
    """Currency before the number, a minus before that, and brackets that mean a loss."""
    if prefix is not None:
        draft.first, draft.unit = prefix
        draft.start, draft.kind, draft.prefixed = s.starts[draft.first], "currency", True
    i = draft.first - 1
    if i < s.free:
        return
    word = s.words[i]
    if word in MINUS and (s.glued(i + 1) or _opens_line(s, draft, i)) and not s.mask[i] and _sign_stands(s, i):
        draft.first, draft.start = i, s.starts[i]
        _negate(draft)
        if prefix is None:  # "-$5" is read, "$-5" too
            further = read_prefix(s, i)
            if further is not None:
                draft.first, draft.unit = further
                draft.start, draft.kind, draft.prefixed = s.starts[draft.first], "currency", True
    elif word in s.lex.sets["minus"] and not s.mask[i] and tuple(s.words[max(0, i - _EITHER) : i + 1]) not in s.lex.plus_minus:
        draft.first, draft.start = i, s.starts[i]
        _negate(draft)
    elif word == "(" and s.word(draft.last + 1) == ")" and _loss(s, draft, i):
        _bracketed(s, draft, i)


def _opens_line(s: Scan, draft: Draft, i: int) -> bool:
    """A sign with a space after it, and its number alone on a line: "- 10 k". Between lines alike it is a bullet."""
    start = s.text.rfind("\n", max(0, s.starts[i] - _SHORT), s.starts[i]) + 1
    end = s.text.find("\n", draft.end, draft.end + 2 * _SHORT)
    end = min(len(s.text), draft.end + 2 * _SHORT) if end < 0 else end
    if not start and s.starts[i] > _SHORT or s.text[start : s.starts[i]].strip() or end - draft.end > _SHORT or s.space(i + 1) > 1:
        return False
    others = s.text[max(0, start - 80) : start].rstrip().rpartition("\n")[2], s.text[end : end + 80].lstrip()
    return len(s.text[draft.end : end].split()) < 3 and not any(other.lstrip()[:1] in (*MINUS, "*", "•") for other in others if other.strip())


def minus_apart(s: Scan, draft: Draft) -> None:
    """A minus with a space after it: "at - 20 degrees". A word that wants an object, a temperature, an equals sign, the
    name of an interval ("CI: - 1.5") or an opened bracket ("[- 6.25, - 1.5]") tells it from a dash."""
    i = draft.first - 1
    if i < max(s.free, 1) or s.words[i] not in MINUS or s.glued(i + 1) or s.glued(i) and s.words[i - 1] not in _OPENING or draft.value <= 0:
        return
    opened = _opened(s, i)
    if not opened and "\n" in s.text[s.ends[i - 1] : draft.start]:
        return
    heat = draft.unit is not None and draft.unit in s.lex.units.heat
    labelled = s.words[i - 1] == "," and s.raw(i - 2).isupper() and s.word(i - 3) in ("(", ";")  # "(A, - 2.9; B, - 3)"
    wanting = s.words[i - 1] in s.lex.sets["minus-after"] or labelled
    closed = any(s.words[k] in _DASHES and not s.glued(k) for k in range(draft.last + 1, min(draft.last + 12, len(s.words))))
    if opened or (wanting or heat and s.words[i - 1][0].isalpha()) and (labelled or not closed):
        draft.first, draft.start = i, s.starts[i]
        _negate(draft)


def _opened(s: Scan, i: int) -> bool:
    """True of both signs in "(- 6.25, - 1.5)", and of those in "slope = - 2.5", "CI = - 0.5, - 0.2" and "95% CI: - 0.5 to 2"."""
    before = s.words[i - 1]
    if before in (*_OPENING, "=") or before == ":" and s.word(i - 2) in s.lex.sets["interval-names"]:
        return True
    if before not in (",", ";", "to"):
        return False
    k = i - 2
    while k > 1 and (s.words[k].isdecimal() or s.words[k] in (".", "%", "·")):
        k -= 1
    return k < i - 2 and s.words[k] in MINUS and s.words[k - 1] in (*_OPENING, ":", "=")


def percent_loss(s: Scan, draft: Draft) -> None:
    """A percentage in brackets that is all of a cell is a loss: "| (176.9%)"."""
    if draft.kind != "percent" or draft.value is None or draft.value <= 0 or s.word(draft.first - 1) != "(" or s.word(draft.last + 1) != ")":
        return
    after = draft.last + 2
    closes = after >= len(s.words) or s.words[after] == "|" or "\n" in s.text[s.ends[after - 1] : s.starts[after]]
    if s.word(draft.first - 2) == "|" and closes:
        draft.value, draft.numeral = -draft.value, -draft.numeral


def _negate(draft: Draft) -> None:
    draft.value, draft.numeral = -draft.value, -draft.numeral
    draft.number_start = min(draft.number_start, draft.start) if not draft.prefixed else draft.number_start


def _paired(s: Scan, i: int) -> bool:
    """True of the second sign in "(-6.25,-1.5)": no space parts it from the comma behind a figure with a sign of its own."""
    if s.words[i - 1] != ",":
        return False
    k = i - 2
    while k > 0 and (s.words[k].isdecimal() or s.words[k] == "."):
        k -= 1
    return k < i - 2 and s.words[k] in MINUS


def _sign_stands(s: Scan, i: int) -> bool:
    if s.words[i] == "−":
        return not (i and s.glued(i) and s.words[i - 1][-1].isalnum())
    if i and s.glued(i) and s.words[i - 1] not in ("(", "[", "=", "<", ">", '"', "|", ":") and not _paired(s, i) and s.words[i - 1] not in s.lex.units.signs:
        return False
    return not (i and s.words[i - 1].isdecimal() and s.text.find("\n", s.ends[i - 1], s.starts[i]) < 0)


def _loss(s: Scan, draft: Draft, i: int) -> bool:
    """(4.2) is a loss in a table, or where prose has an amount in brackets in a noun's place: "the result was ($4.2m)"."""
    if s.glued(i) and i and s.words[i - 1][-1].isalpha():
        return False
    if draft.prefixed or i and s.words[i - 1] in s.lex.units.signs:
        return _in_table(s, draft) or i > 0 and (s.words[i - 1] in s.lex.units.signs or s.words[i - 1] in s.lex.sets["noun-stop"] and s.words[i - 1] not in s.lex.sets["loss-not-after"])
    measured = s.glued(draft.last + 2) and s.word(draft.last + 2) in s.lex.units.heads  # "(3)%"
    return _in_table(s, draft) and (draft.value >= 10 or draft.value.denominator > 1 or measured)


def _in_table(s: Scan, draft: Draft) -> bool:
    if s.word(draft.first - 2) == "|" or s.word(draft.last + 2) == "|":
        return True
    at = bisect_right(s.tables, (draft.start + 1,)) - 1
    return at >= 0 and s.tables[at][0] <= draft.start < s.tables[at][1]


def _bracketed(s: Scan, draft: Draft, i: int) -> None:
    if i and s.words[i - 1] in s.lex.units.signs and draft.unit is None:
        draft.unit, draft.kind, draft.prefixed = s.lex.units.signs[s.words[i - 1]], "currency", True
        draft.first, draft.start = i - 1, s.starts[i - 1]
    else:
        draft.first, draft.start = i, s.starts[i]
    _negate(draft)
    draft.last += 1
    draft.end = s.ends[draft.last]
    number = Numeral(draft.first, draft.last, draft.start, draft.end, draft.value, draft.place)
    read_scale(s, number, draft.prefixed)
    draft.value, draft.place, draft.scale = number.value, number.place, Fraction(number.scale)
    draft.last, draft.end = number.last, number.end
