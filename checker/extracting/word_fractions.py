"""What may follow a whole number in words, and fractions: "two-thirds", "and a half", "point five", "half a million"."""

from __future__ import annotations

from checker.extracting.draft import Numeral, Scan
from checker.extracting.whole_words import is_scale, made, proper, read_whole
from checker.language import longest
from checker.rational import Fraction

_SENTENCE = 40  # words in front of a rest that may hold the share that it is the rest of
_MIXED = 1000  # larger numbers in digits have no fraction in words


def extended(s: Scan, found: Numeral) -> Numeral:
    """What may follow a whole number: a point, a fraction, "and a half", "in ten", a scale after it; or an ordinal end."""
    lex, j = s.lex, found.last + 1
    word = s.word(j)
    if word in lex.sets["point-words"]:
        return _scaled(s, _pointed(s, found))
    if word in lex.tens or found.value == 1 and word in lex.small:
        return word in lex.tens and _tens_denominator(s, found, j) or _one_of(s, found, j) or found
    if word == "-" and s.word(j + 1) in lex.parts or word in lex.parts:
        part = _of_parts(s, found, j + (word == "-"))
        if part is not None:
            return part
    if word == "-" and s.word(j + 1) in lex.ordinals or word in lex.ordinals:
        ordinal = _ordinal_end(s, found, j + (word == "-"))
        if ordinal is not None:
            return ordinal
    if word in lex.sets["joiners"] and s.word(j + 1) in lex.ordinals and is_scale(s, found.last):  # "one hundred and fifth"
        return _ordinal_end(s, found, j + 1) or found
    if word in lex.sets["joiners"]:
        return _mixed(s, found, j)
    if word == "-" and s.word(j + 1) in lex.sets["joiners"] and s.word(j + 2) == "-":  # "six-and-a-half-year"
        return _mixed(s, found, j + 1)
    if word in lex.sets["over"] and found.value == 1:
        return _over(s, found, j)
    return found


def _pointed(s: Scan, found: Numeral) -> Numeral:
    lex, j, tail = s.lex, found.last + 2, ""
    last = found.last
    while s.word(j) in lex.single and len(tail) < 12:
        tail, last, j = tail + str(lex.single[s.words[j]]), j, j + 1
    if not tail and (s.word(j) in lex.small or s.word(j) in lex.tens):
        inner = read_whole(s, j, j)
        if inner is not None and inner.value < 1000:
            tail, last = str(inner.value), inner.last
    if not tail:
        return found
    value = found.value + Fraction(int(tail), 10 ** len(tail))
    return made(s, found.first, last, value, "words", Fraction(1, 10 ** len(tail)))


def _scaled(s: Scan, found: Numeral) -> Numeral:
    """The scale word after a fraction or a decimal: "two point five million", "one and a half million"."""
    j = found.last + 1
    while is_scale(s, j) and not s.mask[j]:
        value = s.lex.scales[s.words[j]]
        found.value, found.last, found.end = found.value * value, j, s.ends[j]
        found.scale, found.scaled = found.scale * value, True
        found.place = found.place * value if found.place is not None else None
        j += 1
    if s.word(j) in s.lex.groups and not s.mask[j] and s.lex.groups[s.words[j]] == 12:
        found.value, found.last, found.end = found.value * 12, j, s.ends[j]
    return found


def _of_parts(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"two-thirds", "three quarters of a million"; None where the part is an ordinal or a stretch of time."""
    word = s.words[j]
    over = int(found.value)
    split = _split_denominator(s, found, j)
    if split is not None:
        return split
    large = over >= 100 and _is_large_part(s, word)
    if (found.scaled or found.article) and not large or not proper(over, word, s, _tied(s, j)):
        return None
    if word in s.lex.sets["bare-parts"] and s.word(j + 1) in s.lex.sets["part-not-before"]:
        return None  # "one half brother"
    at = found.first - 1
    while s.word(at) in s.lex.sets["relative-gap"]:
        at -= 1  # "for at least one quarter"
    if word in s.lex.sets["time-parts"] and s.word(at) in s.lex.sets["part-not-after"] and (at == found.first - 1 or s.word(j + 1) not in s.lex.sets["of"]):
        return None
    return _of_scale(s, made(s, found.first, j, Fraction(over, s.lex.parts[word]), "fraction"))


def _tied(s: Scan, j: int) -> bool:
    """Whether hyphens join the singular of a part at token j to one number of several: "three-quarter"."""
    return s.words[j - 1] == "-" and s.glued(j) and s.glued(j - 1) and s.words[j] not in s.lex.sets["plural-parts"] and s.words[j - 2] in s.lex.small


def _split_denominator(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"three twenty-firsts", "one hundred thirty-fifths": tens that belong to the denominator."""
    lex, tens = s.lex, found.last
    part = lex.parts[s.words[j]]
    if part >= 10 or s.words[tens] not in lex.tens or tens == found.first or s.words[tens - 1] in lex.sets["joiners"]:
        return None
    if not (s.words[j] in s.lex.sets["plural-parts"]):
        return None
    over = found.value - lex.tens[s.words[tens]]
    return made(s, found.first, j, over / (lex.tens[s.words[tens]] + part), "fraction")


def _is_large_part(s: Scan, word: str) -> bool:
    """True for "trillionths": nothing else can be meant after "a hundred"."""
    return s.lex.parts[word] >= 1000 and (word in s.lex.sets["plural-parts"])


def _tens_denominator(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"one twenty-fifth", "three twenty-firsts"."""
    lex, k = s.lex, j + 1
    if s.word(k) == "-":
        k += 1
    word = s.word(k)
    value = lex.parts.get(word) or lex.ordinals.get(word, 0)
    plural = word in lex.parts and ((word in s.lex.sets["plural-parts"]) or value == 1)
    if found.scaled or not 0 < value < 10 or not (plural or found.value == 1 and word in lex.ordinals):
        return None
    return made(s, found.first, k, found.value / (lex.tens[s.words[j]] + value), "fraction")


def _one_of(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"one one hundred and eighth": one, and an ordinal that is no part of it."""
    inner = read_whole(s, j, j) if found.value == 1 and found.first == found.last else None
    whole = extended(s, inner) if inner is not None and inner.value > 1 else None
    if whole is None or whole.style != "ordinal" or whole.value < 20:
        return None
    return made(s, found.first, whole.last, 1 / whole.value, "fraction")


def _of_scale(s: Scan, part: Numeral) -> Numeral:
    """"half a million", "two thirds of a million", "three-quarters billion": the fraction times the scale."""
    j = part.last + 1
    if s.word(j) in s.lex.sets["of"] and s.word(j + 1) in s.lex.sets["articles"] and (is_scale(s, j + 2) or s.word(j + 2) in s.lex.groups):
        j += 2
    elif s.word(j) in s.lex.sets["articles"] and (is_scale(s, j + 1) or s.word(j + 1) in s.lex.groups):
        j += 1
    if is_scale(s, j) or s.word(j) in s.lex.groups and s.word(j) not in s.lex.vague:
        part.last = j - 1
        part.style = "words"
        part.place = None
        part = _scaled(s, part)
        part.place = None
    return part


def _ordinal_end(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"twenty-first", "one hundred and fifth"."""
    value, lex = s.lex.ordinals[s.words[j]], s.lex
    last = s.words[found.last]
    fits = last in lex.tens and value < 10 or is_scale(s, found.last) and value < lex.scales[last]
    if not fits and not (value >= 100 and last in lex.small):
        return None
    total = found.value + value if fits else found.value * value
    return made(s, found.first, j, total, "ordinal")


def with_fraction(s: Scan, found: Numeral) -> Numeral:
    """A number in digits with the fraction in words behind it: "24 and a half kilos"; as it is where the fraction is of
    something else ("12 and a quarter of the men")."""
    j = found.last + 1
    small = found.value.denominator == 1 and found.value < _MIXED
    if not small or s.word(j) not in s.lex.sets["joiners"] or s.word(j + 1) in s.lex.sets["bare-parts"] or s.parted(j + 1):
        return found
    mixed = _mixed(s, Numeral(found.first, found.last, found.start, found.end, found.value, found.place), j)
    return found if s.word(mixed.last + 1) in s.lex.sets["of"] else mixed


def _mixed(s: Scan, found: Numeral, j: int) -> Numeral:
    """"one and a half", "two and three quarters", "a million and a half" from the joiner at token j on."""
    lex, k, over = s.lex, j + 1, 1
    k += s.word(k) == "-"
    if s.word(k) in lex.sets["articles"]:
        k += 1
    elif s.word(k) in lex.small:
        over, k = lex.small[s.words[k]], k + 1
    elif s.word(k) not in lex.sets["bare-parts"]:
        return found
    if s.word(k) == "-":
        k += 1
    word = s.word(k)
    if word not in lex.parts or over < 1 or over >= max(lex.parts[word], 2) or not proper(over, word, s):
        return found
    part = Fraction(over, lex.parts[word])
    if found.scaled and is_scale(s, k + 1):
        return _scaled_part(s, found, k, part)
    if found.scaled and found.scale >= 1000:
        found.value += part * found.scale
        found.last, found.end, found.place = k, s.ends[k], None
        return found
    return _scaled(s, made(s, found.first, k, found.value + part, "fraction"))


def _scaled_part(s: Scan, found: Numeral, k: int, part: Fraction) -> Numeral:
    """"one billion and three quarters million"."""
    found.value += part * s.lex.scales[s.words[k + 1]]
    found.last, found.end, found.place = k + 1, s.ends[k + 1], None
    return found


def _over(s: Scan, found: Numeral, j: int) -> Numeral:
    following = s.word(j + 1)
    if following.isdecimal() and len(following) < 6:
        under, last = int(following), j + 1
    elif following in s.lex.small or following in s.lex.tens:
        inner = read_whole(s, j + 1, j + 1)
        under, last = (int(inner.value), inner.last) if inner else (0, j)
    else:
        return found
    return made(s, found.first, last, found.value / under, "fraction") if under > 1 else found


def read_part(s: Scan, i: int) -> Numeral | None:
    """A part without numerator: "half of", "a third of", "half a million"; None where it is an ordinal or a stretch."""
    lex, word = s.lex, s.words[i]
    before = s.word(i - 1)
    article = before in lex.sets["articles"]
    bare = word in lex.sets["bare-parts"]
    if _of_a_point(s, i):
        return made(s, i - 1 if article else i, i, Fraction(1, lex.parts[word]), "fraction")
    if not article and not bare and not is_scale(s, i + 1):
        return None
    if before in lex.sets["part-not-after"] or s.word(i + 1) in lex.sets["part-not-before"] or (word in s.lex.sets["plural-parts"]):
        return None
    if before == "-" and s.word(i - 2).isalpha() or article and word in lex.sets["time-parts"] and s.word(i - 2) in lex.sets["how-often"]:
        return None
    if article and word in lex.ordinals and s.word(i + 1) in lex.sets["counted-spans"]:
        return None  # "for a fifth month running", "a third week"
    part = made(s, i - 1 if article else i, i, Fraction(1, lex.parts[word]), "fraction")
    scaled = _of_scale(s, part)
    if scaled.last > i:
        return scaled
    following = s.word(i + 1)
    if bare and before in s.lex.back_hedges:
        return part
    listed = article and word in lex.sets["time-parts"] and s.word(i - 2) in lex.sets["list-joins"] and _share_before(s, i - 1)
    if article and following in lex.sets["part-verbs"] and _one_share_of_several(s, i):
        return part
    open_ = not following or not following[0].isalnum() or following in lex.sets["fraction-before"] or article and _behind_unit(s, i - 2) and following in lex.sets["per-not-before"]
    return part if listed or open_ or _unit_follows(s, i + 1) else None


def _one_share_of_several(s: Scan, i: int) -> bool:
    """True of "of the 900 litres a third was lost" and "a fifth went, and half of the rest": not of a third who was there."""
    sets, words = s.lex.sets, s.words
    start = max((j + 1 for j in range(max(0, i - _SENTENCE), i) if words[j] in sets["sentence-ends"]), default=max(0, i - _SENTENCE))
    end = next((j for j in range(i + 1, min(len(words), i + _SENTENCE)) if words[j] in sets["sentence-ends"]), min(len(words), i + _SENTENCE))
    if any(w in sets["counts-on"] for w in words[start : i - 1]):
        return False
    if words[start] in sets["of"]:
        return True
    shares = (j for j in range(i + 1, end - 1) if words[j] in s.lex.parts or words[j] in sets["bare-parts"])
    return any(words[j + 1] in sets["of"] for j in shares)


def is_rest(s: Scan, i: int) -> bool:
    """True of "the remaining fifth", "the other quarter" behind another share of the sentence: a part, no ordinal."""
    sets = s.lex.sets
    last = s.word(i - 1) in sets["last-words"] and s.word(i + 1) in sets["last-before"] and s.word(i - 3) in sets["list-joins"]
    if s.word(i - 1) not in sets["rest-words"] and not last or s.word(i - 2) not in sets["rest-leads"] or s.words[i] in sets["plural-parts"]:
        return False
    if s.word(i - 3) in sets["rest-not-after"] or s.word(i + 1) == "-":
        return False
    return _share_before(s, i - 2)


def _share_before(s: Scan, i: int) -> bool:
    """True where one of the words in front of word i is of a share."""
    sets = s.lex.sets
    before = s.words[max(0, i - _SENTENCE) : i]
    return any(w in sets["rest-shares"] or w in sets["plural-parts"] or w in sets["bare-parts"] or w in s.lex.parts and w not in s.lex.ordinals for w in before)


def _of_a_point(s: Scan, i: int) -> bool:
    """True of "a quarter-point", "the half-percentage-point cut"."""
    hit = longest(s.lex.units.names, s.words, i + 2) if s.word(i + 1) == "-" else None
    return hit is not None and hit[1].kind == "points" and not (s.word(i - 1) == "-" and s.word(i - 2).isalpha())


def _behind_unit(s: Scan, j: int) -> bool:
    """True at the "and" of "two hours and a half later": the part is one of the hours."""
    unit = longest(s.lex.units.names, s.words, j - 1) if s.word(j) in s.lex.sets["joiners"] else None
    return unit is not None and unit[1].kind in ("duration", "physical")


def _unit_follows(s: Scan, j: int) -> bool:
    return longest(s.lex.units.names, s.words, j) is not None
