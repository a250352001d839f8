"""The unit after (or before) a number: percent, currency, physical, per-units; ambiguous letters ask their context."""

from __future__ import annotations

from dataclasses import dataclass

from checker.extracting.draft import Scan
from checker.extracting.nouns import looks_plural
from checker.extracting.unit_doubts import symbol_stands, wanted
from checker.extracting.unit_table import Unit, singular_of
from checker.language import longest
from checker.units import measure_of

_NEARBY = 24  # tokens within which a word, gold or knots, tells one sense of a unit from another
_SPACE = ("[length]", "[length]^2", "[length]^3")


@dataclass(slots=True)
class Found:
    """A unit that ends with token `last`: canonical name and kind."""

    last: int
    unit: str
    kind: str


def read_prefix(s: Scan, i: int) -> tuple[int, str] | None:
    """The currency written before the number that starts with token i: (its first token, code); None where there is none."""
    if i <= s.free:
        return None
    units, word = s.lex.units, s.words[i - 1]
    gap = s.space(i)
    if s.mask[i - 1] or gap > 1 and not (word in units.signs and gap < 12 and s.text[s.ends[i - 1] : s.starts[i]].isspace() and not s.parted(i)):
        return None
    if word in units.signs and word != "¢":
        return _signed(s, i - 1, units.signs[word])
    if not word[0].isalpha() and word != ".":
        return None
    at = i - 1
    if word == "." and at and s.glued(at):  # "Rs. 500"
        at -= 1
    raw = s.raw(at)
    if raw in units.befores:  # "sen 100"
        return at, units.befores[raw]
    touching = at == i - 1 and s.glued(i)
    if touching and at > 1 and s.words[at - 1] == "-" and s.glued(at) and s.glued(at - 1) and s.words[at - 2].isalpha():
        return None  # "T-DM1"
    if at and s.glued(at) and s.words[at - 1] in s.lex.units.sign_letters and touching:  # "$A82"
        code = units.sign_letters[s.words[at - 1]].get(raw.upper())
        if code:
            return at - 1, code
    if raw in units.prefixes and (touching or raw not in units.touching):
        return at, units.prefixes[raw]
    if at == i - 1 and (raw in units.codes or touching and raw.upper() in units.codes):
        return at, raw.upper()
    return None


def _signed(s: Scan, at: int, code: str) -> tuple[int, str]:
    """Letters that touch a currency sign before it: US$, HK$, mxn$."""
    letters = s.lex.units.sign_letters.get(s.words[at])
    if not letters or not at:
        return at, code
    first = at - 1
    if first < s.free or s.words[first] in s.lex.sets["articles"] and s.raw(first).islower():
        return at, code  # "and a$2 million gain"
    if s.words[first] == "." and s.glued(at) and at > 2 and s.glued(first) and s.words[first - 2] == ".":  # U.S.$
        first -= 3
    word = s.words[first].upper() if s.words[first].isalpha() else ""
    if s.words[first] != s.words[at - 1]:
        word = (s.raw(first) + s.raw(first + 2)).upper()
    inside = first > 0 and s.raw(first - 1).islower()  # a capital within a sentence is no article
    apart = s.raw(first).isupper() and (len(word) == 2 or inside) or s.raw(first) in s.lex.units.loose
    near = s.glued(at) or s.starts[at] - s.ends[at - 1] == 1 and apart
    if word in letters and near and not (first and s.glued(first) and s.words[first - 1].isalnum()):
        return first, letters[word]
    return at, code


def read_unit(s: Scan, j: int, value, scaled: bool, decimal: bool) -> Found | None:
    """The unit that starts at token j (after the number and its scale, hyphen skipped); None where there is none."""
    if j >= len(s.words) or s.mask[j] or s.space(j) > 1 and (s.parted(j) or s.space(j) > 2):
        return None
    found = _term(s, j, value, scaled, decimal) or _negative(s, j + 1) and _term(s, j, None, False, False)
    if not found:
        return None
    return _per(s, _inverse(s, _powered(s, found)))


def _term(s: Scan, j: int, value, scaled: bool, decimal: bool) -> Found | None:
    """One unit without a denominator."""
    units, word = s.lex.units, s.words[j]
    if word not in units.heads and word[:1] not in units.signs:
        raw_only = s.raw(j)
        if raw_only in units.codes and (scaled or not (s.word(j + 1).isdecimal() and not s.glued(j))):
            return Found(j, raw_only, "currency")
        if raw_only in units.suffixes:
            return Found(j, units.suffixes[raw_only], "currency")
        if raw_only.upper() in units.codes and (s.glued(j) and s.words[j - 1] != "-" or scaled):
            return Found(j, raw_only.upper(), "currency")
        return None
    if word in units.powers and s.word(j + 1):
        inner = _term(s, j + 1 + (s.word(j + 1) == "." or s.glued_on(j)), value, scaled, decimal)
        if inner is not None and inner.kind == "physical":
            return Found(inner.last, _raised(inner.unit, units.powers[word]), "physical")
    hit = longest(units.names, s.words, j) if not s.glued_on(j) else _hyphened(s, j) or longest(units.names, s.words, j)
    if hit is not None:
        end, unit = hit
        if wanted(s, unit, j, end, value, scaled, decimal):
            return Found(end - 1, next((other for cue, other in unit.near if s.near(j, cue, _NEARBY)), unit.id), unit.kind)
        if unit.otherwise:
            return Found(end - 1, unit.otherwise, "physical")
    raw = s.raw(j)
    for unit in units.symbols.get(raw) or (raw == word or raw.isupper()) and units.folded.get(word) or ():
        if wanted(s, unit, j, j + 1, value, scaled, decimal) and symbol_stands(s, j, raw):
            return Found(j, unit.id, unit.kind)
    if word in units.signs and not (s.word(j + 1).isdecimal() and (s.glued(j + 1) or not s.glued(j))):
        return Found(j, units.signs[word], "currency")
    if raw in units.codes:
        return Found(j, raw, "currency")
    return None


def _hyphened(s: Scan, j: int) -> tuple[int, Unit] | None:
    """A name of several words that hyphens join: "nautical-mile", "metric-ton"; with the token after it."""
    words, k = [s.words[j]], j
    while s.glued_on(k) and len(words) < 3:
        k += 2
        words.append(s.words[k])
    hit = longest(s.lex.units.names, words, 0)
    return (j + 2 * hit[0] - 1, hit[1]) if hit is not None and hit[0] > 1 else None


def _raised(unit: str, power: int) -> str:
    return ("square " if power == 2 else "cubic ") + unit


def _powered(s: Scan, found: Found) -> Found:
    """An exponent after a unit of length: km², km2, km^2, "km squared"."""
    if found.kind != "physical":
        return found
    j = found.last + 1
    word = s.word(j)
    if word in s.lex.units.powers_after:
        return Found(j, _raised(found.unit, s.lex.units.powers_after[word]), "physical")
    if word == "^" and s.word(j + 1) in ("2", "3") and s.glued(j):
        return Found(j + 1, _raised(found.unit, int(s.words[j + 1])), "physical")
    if word == "(" and s.glued(j) and s.word(j + 1) in ("2", "3") and s.word(j + 2) == ")" and s.glued(j + 1):  # mg/m(2)
        return Found(j + 2, _raised(found.unit, int(s.words[j + 1])), "physical")
    if word in ("²", "³") and s.glued(j):
        return Found(j, _raised(found.unit, 2 if word == "²" else 3), "physical")
    if word in ("2", "3") and s.glued(j) and not (s.word(j + 1)[:1].isalnum() and s.glued(j + 1)):
        return Found(j, _raised(found.unit, int(word)), "physical")
    return found


def _inverse(s: Scan, found: Found) -> Found:
    """Units with negative exponents: "s-1", "fb−1", "mg kg-1 day-1", "mL·min⁻¹"; at most three."""
    if found.kind not in ("physical", "duration"):
        return found
    exponent = _negative(s, found.last + 1)
    if exponent is not None:
        end, power = exponent
        if s.word(found.last) not in s.lex.units.symbols and s.raw(found.last) not in s.lex.units.symbols:
            return found
        found = Found(end, f"1/{_raised(found.unit, power) if power > 1 else found.unit}", "physical")
    for _ in range(2):
        k = found.last + 1
        k += s.word(k) in ("·", ".", "⋅", "∙", "*") and s.glued(k) and s.glued(k + 1)
        if s.word(k) not in s.lex.units.heads or k < len(s.words) and (s.mask[k] or s.space(k) > 1):
            return found
        exponent = _negative(s, k + 1)
        term = _term(s, k, None, False, False) if exponent is not None else None
        if term is None or term.last != k or term.kind not in ("physical", "duration"):
            return found
        end, power = exponent
        found = Found(end, f"{found.unit}/{_raised(term.unit, power) if power > 1 else term.unit}", "physical")
    return found


def _negative(s: Scan, j: int) -> tuple[int, int] | None:
    """A negative exponent that touches the token before j: (its last token, its size)."""
    if s.word(j) == "(" and s.glued(j) and s.word(j + 3) == ")" and s.word(j + 1) in ("-", "−", "–") and s.word(j + 2) in ("1", "2", "3"):
        return j + 3, int(s.words[j + 2])  # "mg m(-2)"
    if s.word(j) not in ("-", "−", "–", "⁻") or not s.glued(j) or not s.glued(j + 1):
        return None
    power = {"1": 1, "2": 2, "3": 3, "¹": 1, "²": 2, "³": 3}.get(s.word(j + 1))
    beyond = s.word(j + 2)
    if power is None or beyond and s.glued(j + 2) and (beyond[0].isalnum() or beyond in "-–%/" or beyond in ".," and s.glued(j + 3) and s.word(j + 3)[:1].isdecimal()):
        return None
    return j + 1, power


def _per(s: Scan, found: Found) -> Found:
    """The denominators after a unit: "/h", " a barrel", " per 100,000 people"; a unit has at most two."""
    for _ in range(2):
        further = read_per(s, found.last + 1, found.unit)
        if further is None:
            return found
        found = Found(further[0], f"{found.unit}/{further[1]}", found.kind)
    return found


def read_per(s: Scan, j: int, unit: str | None) -> tuple[int, str] | None:
    """A denominator from token j on: (its last token, its name), None where there is none."""
    word = s.word(j)
    if (word, s.word(j + 1)) in s.lex.phrases["per-measure"]:  # "360 to the square kilometre"
        return per_measure(s, j + 2) or ((word, s.word(j + 1)) in s.lex.phrases["per-many"] and _per_many(s, j + 2) or None)
    if word == "-" and s.glued(j) and s.word(j + 1) in s.lex.sets["per"]:  # "12-cent-a-share"
        j += 1
        word = s.words[j]
    if word not in s.lex.sets["per"] or s.mask[j]:
        return None
    slash = word == "/"
    if slash and not s.glued(j):
        return _spaced_slash(s, j)
    k = j + 1
    if s.word(k) == "-" and s.glued(k):
        k += 1
    if k >= len(s.words) or s.mask[k]:
        return None
    article = not slash and word in s.lex.sets["articles"]
    hit = longest(s.lex.per_nouns, s.words, k)
    power = s.lex.units.powers.get(s.word(k))
    if article and s.word(k + 1) in s.lex.sets["per-not-later"]:
        return None  # "worth 900 crowns a decade later"
    if article:
        return _denominator_unit(s, k) or (hit and (hit[0] - 1, singular_of(s.words[hit[0] - 1], s.lex.plural))) if hit or power else None
    counted = _denominator_number(s, k)
    if slash and counted and unit and counted[1].partition(" ")[2] == unit:
        return None  # "6mg/6mg": two doses
    if slash:  # "120 mg/m2/cycle"
        return counted or _denominator_unit(s, k) or (hit and unit and s.glued(k) and (hit[0] - 1, singular_of(s.words[hit[0] - 1], s.lex.plural))) or None
    return counted or _denominator_unit(s, k) or _denominator_noun(s, k)


def _spaced_slash(s: Scan, j: int) -> tuple[int, str] | None:
    """ "21.6 mg / kg": a stroke between spaces, with a unit and no further number behind it."""
    k = j + 1
    if k >= len(s.words) or s.space(j) != 1 or s.space(k) != 1 or s.mask[k] or s.words[k] not in s.lex.units.heads or "\n" in s.text[s.starts[j] - 1 : s.starts[k]]:
        return None
    return _denominator_unit(s, k)


def needs_no_noun(unit: str) -> bool:
    """Whether a name is a unit of area, volume or time: what stands "per square kilometre" or "a day" needs no noun."""
    return measure_of(unit).dimension in _SPACE[1:] + ("[time]",)


def per_measure(s: Scan, k: int) -> tuple[int, str] | None:
    """A unit of length, area or volume from token k on; of anything else "to the" may mean something else."""
    found = _denominator_unit(s, k) if k < len(s.words) and not s.mask[k] else None
    return found if found and measure_of(found[1]).dimension in _SPACE else None


def _per_many(s: Scan, k: int) -> tuple[int, str] | None:
    """ "for every 100,000 residents": a round number of them."""
    found = _denominator_number(s, k)
    number = found[1].partition(" ")[0] if found is not None else " "
    return found if number[0] == "1" and len(number) > 2 and not number[1:].strip("0") else None


def _denominator_unit(s: Scan, k: int) -> tuple[int, str] | None:
    if k >= len(s.words) or s.word(k) in s.lex.sets["noun-stop"]:
        return None
    hit = longest(s.lex.units.names, s.words, k)
    if hit is not None and hit[1].otherwise:  # "cents a pound" are for its weight
        return hit[0] - 1, hit[1].otherwise
    term = _term(s, k, None, False, False)
    if term is None or term.kind == "percent":
        return None
    term = _powered(s, Found(term.last, term.unit, "physical"))
    return term.last, term.unit


def _denominator_number(s: Scan, k: int) -> tuple[int, str] | None:
    """"per 100,000 people", "per thousand"."""
    word, last = s.word(k), k
    if word in s.lex.units.signs and word != "¢" and s.word(k + 1).isdecimal() and s.glued(k + 1):
        return _denominator_money(s, k)
    if word.isdecimal() and s.word(k + 1) == "." and s.word(k + 2).isdecimal() and s.glued(k + 1) and s.glued(k + 2):
        found = _denominator_unit(s, k + 3)  # "5 mg/0.5 ml"
        return (found[0], f"{word}.{s.words[k + 2]} {found[1]}") if found is not None else None
    if word.isdecimal() and len(word) <= 7:
        number = word
        while s.word(last + 1) == "," and s.word(last + 2).isdecimal() and len(s.words[last + 2]) == 3 and s.glued(last + 1) and s.glued(last + 2) and last < k + 6:
            number, last = number + s.words[last + 2], last + 2
        if last == k and s.word(k + 1) == "000" and s.space(k + 1) == 1 and len(word) <= 3:  # "per 100 000"
            number, last = number + "000", k + 1
        if last == k and s.word(k + 1) == "," and s.glued(k + 1) and s.word(k + 2) == "000":  # "per 100, 000"
            number, last = number + "000", k + 2
    elif word in s.lex.scales and word not in s.lex.letters:
        number = str(s.lex.scales[word])
    elif s.lex.small.get(word, 0) > 1:  # "every two weeks"
        number = str(s.lex.small[word])
    else:
        return None
    if s.word(last + 1) in s.lex.scales and s.words[last + 1] not in s.lex.letters:
        number, last = str(int(number) * s.lex.scales[s.words[last + 1]]), last + 1
    hyphen = s.word(last + 1) == "-" and s.glued(last + 1) and s.glued(last + 2)  # "per 40-gallon barrel"
    noun = _denominator_unit(s, last + 1 + hyphen) or _denominator_noun(s, last + 1)
    if noun is None and (share := _term(s, last + 1, None, False, False) if last + 1 < len(s.words) else None) and share.kind == "percent":
        return None  # "diarrhoea (9.0%/0%)"
    return (noun[0], f"{number} {noun[1]}") if noun else (last, number)


def _denominator_money(s: Scan, k: int) -> tuple[int, str] | None:
    """ "per $1,000 principal amount", "for every £100": whole money from the sign at token k on."""
    last = k + 1
    while s.word(last + 1) in (",", ".") and s.glued(last + 1) and s.word(last + 2).isdecimal() and s.glued(last + 2):
        last += 2
    number = "".join(s.words[k + 1 : last + 1]).replace(",", "")
    return (last, f"{number} {s.lex.units.signs[s.words[k]]}") if number.isdecimal() and s.word(last + 1) not in s.lex.scales else None


def _describes_many(s: Scan, k: int) -> bool:
    """Whether token k describes people or things that follow it: "per thousand married females"."""
    word, many = s.word(k), s.word(k + 1)
    told = word in s.lex.sets["noun-skip"] or word.endswith((*s.lex.participles, *s.lex.adjectives))
    return told and not s.parted(k + 1) and (many in s.lex.sets["person"] or many in s.lex.sets["noun-plural"] or looks_plural(many, s.lex) and s.raw(k + 1).islower())


def _denominator_noun(s: Scan, k: int) -> tuple[int, str] | None:
    word = s.word(k)
    if not word[:1].isalpha() or not s.raw(k)[0].islower() or word in s.lex.sets["noun-stop"] or k < len(s.words) and s.mask[k]:
        return None
    last = hit[0] - 1 if (hit := longest(s.lex.per_nouns, s.words, k)) else k + _describes_many(s, k)
    return last, singular_of(s.words[last], s.lex.plural)
