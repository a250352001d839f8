"""Numbers written in words: "forty-two", "one and a half", "a dozen", "two-thirds", "half a million"."""

from __future__ import annotations

from fractions import Fraction
from math import gcd

from checker.extracting.draft import Numeral, Scan
from checker.language import longest


def read_words(s: Scan, i: int) -> tuple[Numeral | None, int]:
    """The number that starts at word i (an article before it is taken along); None and the next word where none does."""
    word, lex = s.words[i], s.lex
    if word in lex.small or word in lex.tens:
        found = _sum(s, i, i)
        return (_extended(s, found), -1) if found else (None, i + 1)
    if word in lex.parts and word not in lex.ordinals or word in lex.sets["bare-parts"]:
        return _part(s, i), -1
    article = i > 0 and s.words[i - 1] in lex.sets["articles"] and not s.mask[i - 1]
    if article and word in lex.ordinals and word in lex.parts:
        found = _part(s, i)
        if found is not None:
            return found, -1
    if word in lex.ordinals:
        return _numeral(s, i, i, Fraction(lex.ordinals[word]), "ordinal"), -1
    if _quantified(s, i) and (word in lex.vague or word in lex.scales or word in lex.groups) or word in lex.vague and _stands_vague(s, i):
        return _vague(s, i), -1
    if article and (word in lex.scales or word in lex.groups):
        found = _sum(s, i, i - 1)
        return (_extended(s, found), -1) if found else (None, i + 1)
    if word in lex.scales and lex.scales[word] in (100, 1000) and s.word(i + 1) in lex.scales and s.words[i + 1] not in lex.letters:
        found = _sum(s, i, i)
        return (_extended(s, found), -1) if found else (None, i + 1)
    return None, i + 1


def _numeral(s: Scan, first: int, last: int, value: Fraction, style: str = "words", place: Fraction | None = None) -> Numeral:
    return Numeral(first, last, s.starts[first], s.ends[last], value, place, style)


def _is_scale(s: Scan, i: int) -> bool:
    word = s.word(i)
    return word in s.lex.scales and word not in s.lex.letters and word not in s.lex.vague


def _sum(s: Scan, i: int, first: int) -> Numeral | None:
    """A whole number in words from word i; `first` is where it begins with its article."""
    lex, words = s.lex, s.words
    total, current, last_kind, last_scale, last, j = 0, 0, "", 10**30, i - 1, i
    joiners = lex.sets["joiners"]
    while j < len(words) and j < i + 40 and not s.mask[j]:
        word = words[j]
        if word in lex.small:
            value = lex.small[word]
            if last_kind == "small" or last_kind == "tens" and not 0 < value < 10:
                break
            current, last_kind = current + value, "small"
        elif word in lex.tens:
            if last_kind in ("small", "tens"):
                break
            current, last_kind = current + lex.tens[word], "tens"
        elif _is_scale(s, j):
            value = lex.scales[word]
            if value == 100 and last_kind not in ("scale", "hundred"):
                current, last_kind = max(current, 1) * 100, "hundred"
            elif last_kind == "scale" or value >= last_scale and last_kind != "scale":
                if current or value == 100:
                    break
                total, last_scale = total * value, value
            else:
                total, current, last_kind, last_scale = total + max(current, 1) * value, 0, "scale", value
        elif word in lex.groups and (last_kind or first < i) and last_kind != "group":
            total, current, last_kind = max(total + current, 1) * lex.groups[word], 0, "group"
        else:
            step = _connector(s, j, last_kind, last_scale, joiners)
            if not step:
                break
            j += step
            continue
        last, j = j, j + 1
    if last < i:
        return None
    found = _numeral(s, first, last, Fraction(total + current), "words", Fraction(1))
    found.scaled = total > 0 and last_kind == "scale"
    found.article = first < i
    if found.scaled:
        found.place = Fraction(last_scale)
    found.scale = last_scale if found.scaled else 1
    return found


def _connector(s: Scan, j: int, last_kind: str, last_scale: int, joiners: frozenset[str]) -> int:
    """How many tokens to skip where token j joins two number words: "and", a hyphen, a comma after thousands; else 0."""
    word, following, lex = s.words[j], s.word(j + 1), s.lex
    if word in joiners and last_kind in ("hundred", "scale"):
        joins = following in lex.small or following in lex.tens
        return 1 if joins and not _fraction_follows(s, j + 1) and not _scale_follows(s, j + 1, last_scale) else 0
    if word == "-":
        if last_kind == "tens":
            return 1 if 0 < lex.small.get(following, 0) < 10 else 0
        return 1 if last_kind in ("small", "hundred") and _is_scale(s, j + 1) else 0
    if word == "," and last_kind == "scale" and last_scale >= 1000:
        return 1 if (following in lex.small or following in lex.tens) and _is_scale(s, j + 2) and not _scale_follows(s, j + 1, last_scale) else 0
    return 0


def _scale_follows(s: Scan, j: int, limit: int) -> bool:
    """True where the number at word j is itself as large as what stands before it: "a thousand and two million"."""
    for k in range(j, min(j + 5, len(s.words))):
        word = s.words[k]
        if _is_scale(s, k) and s.lex.scales[word] >= limit and limit != 100:
            return True
        if word not in s.lex.small and word not in s.lex.tens and not _is_scale(s, k) and word != "-":
            return False
    return False


def _fraction_follows(s: Scan, j: int) -> bool:
    """True where word j is the numerator of a fraction word: "three quarters"."""
    k = j + 1
    if s.word(k) == "-":
        k += 1
    return s.word(k) in s.lex.parts and s.word(j) in s.lex.small and _proper(s.lex.small[s.word(j)], s.word(k), s)


def _proper(over: int, word: str, s: Scan) -> bool:
    """True where `over` of the part `word` is a fraction: one third, two thirds, not two quarters, not one thirds."""
    under = s.lex.parts[word]
    if over < 1 or over == 1 and under == 1:
        return False
    plural = word not in s.lex.ordinals and word not in ("half", "quarter") if over > 1 else True
    singular = over != 1 or not _is_plural_part(word, s)
    if word in s.lex.sets["time-parts"]:
        return singular and (over == 1 or _is_plural_part(word, s)) and gcd(over, under) == 1 and (over < under or under == 2)
    return singular and (over == 1 or _is_plural_part(word, s)) and plural is not None


def _is_plural_part(word: str, s: Scan) -> bool:
    """Parts come in pairs in the pack, singular and plural with the same denominator; the plural is the longer one."""
    under = s.lex.parts[word]
    return any(other != word and len(other) < len(word) and value == under and other[:3] == word[:3] for other, value in s.lex.parts.items())


def _extended(s: Scan, found: Numeral) -> Numeral:
    """What may follow a whole number: a point, a fraction, "and a half", "in ten", a scale after it; or an ordinal end."""
    lex, j = s.lex, found.last + 1
    word = s.word(j)
    if word in lex.sets["point-words"]:
        return _scaled(s, _pointed(s, found))
    if word in lex.tens:
        return _tens_denominator(s, found, j) or found
    if word == "-" and s.word(j + 1) in lex.parts or word in lex.parts:
        part = _of_parts(s, found, j + (word == "-"))
        if part is not None:
            return part
    if word == "-" and s.word(j + 1) in lex.ordinals or word in lex.ordinals:
        ordinal = _ordinal_end(s, found, j + (word == "-"))
        if ordinal is not None:
            return ordinal
    if word in lex.sets["joiners"]:
        return _mixed(s, found, j)
    if word in lex.sets["over"] and found.value == 1:
        return _over(s, found, j)
    return found


def _pointed(s: Scan, found: Numeral) -> Numeral:
    lex, j, tail = s.lex, found.last + 2, ""
    last = found.last
    while s.word(j) in lex.single and len(tail) < 12:
        tail, last, j = tail + str(lex.single[s.words[j]]), j, j + 1
    if not tail and (s.word(j) in lex.small or s.word(j) in lex.tens):
        inner = _sum(s, j, j)
        if inner is not None and inner.value < 1000:
            tail, last = str(inner.value), inner.last
    if not tail:
        return found
    value = found.value + Fraction(int(tail), 10 ** len(tail))
    return _numeral(s, found.first, last, value, "words", Fraction(1, 10 ** len(tail)))


def _scaled(s: Scan, found: Numeral) -> Numeral:
    """The scale word after a fraction or a decimal: "two point five million", "one and a half million"."""
    j = found.last + 1
    while _is_scale(s, j) and not s.mask[j]:
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
    if (found.scaled or found.article) and not large or not _proper(over, word, s):
        return None
    if word in s.lex.sets["time-parts"] and s.word(found.first - 1) in s.lex.sets["part-not-after"]:
        return None
    made = _numeral(s, found.first, j, Fraction(over, s.lex.parts[word]), "fraction")
    return _of_scale(s, made)


def _split_denominator(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"three twenty-firsts", "one hundred thirty-fifths": tens that belong to the denominator."""
    lex, tens = s.lex, found.last
    part = lex.parts[s.words[j]]
    if part >= 10 or s.words[tens] not in lex.tens or tens == found.first or s.words[tens - 1] in lex.sets["joiners"]:
        return None
    if not _is_plural_part(s.words[j], s):
        return None
    over = found.value - lex.tens[s.words[tens]]
    return _numeral(s, found.first, j, over / (lex.tens[s.words[tens]] + part), "fraction")


def _is_large_part(s: Scan, word: str) -> bool:
    """True for "trillionths": nothing else can be meant after "a hundred"."""
    return s.lex.parts[word] >= 1000 and _is_plural_part(word, s)


def _tens_denominator(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"one twenty-fifth", "three twenty-firsts"."""
    lex, k = s.lex, j + 1
    if s.word(k) == "-":
        k += 1
    word = s.word(k)
    value = lex.parts.get(word) or lex.ordinals.get(word, 0)
    plural = word in lex.parts and (_is_plural_part(word, s) or value == 1)
    if found.scaled or not 0 < value < 10 or not (plural or found.value == 1 and word in lex.ordinals):
        return None
    return _numeral(s, found.first, k, found.value / (lex.tens[s.words[j]] + value), "fraction")


def _of_scale(s: Scan, made: Numeral) -> Numeral:
    """"half a million", "two thirds of a million", "three-quarters billion": the fraction times the scale."""
    j = made.last + 1
    if s.word(j) in s.lex.sets["of"] and s.word(j + 1) in s.lex.sets["articles"] and (_is_scale(s, j + 2) or s.word(j + 2) in s.lex.groups):
        j += 2
    elif s.word(j) in s.lex.sets["articles"] and (_is_scale(s, j + 1) or s.word(j + 1) in s.lex.groups):
        j += 1
    if _is_scale(s, j) or s.word(j) in s.lex.groups and s.word(j) not in s.lex.vague:
        made.last = j - 1
        made.style = "words"
        made.place = None
        made = _scaled(s, made)
        made.place = None
    return made


def _ordinal_end(s: Scan, found: Numeral, j: int) -> Numeral | None:
    """"twenty-first", "one hundred and fifth"."""
    value, lex = s.lex.ordinals[s.words[j]], s.lex
    last = s.words[found.last]
    fits = last in lex.tens and value < 10 or _is_scale(s, found.last) and value < lex.scales[last]
    if not fits and not (value >= 100 and last in lex.small):
        return None
    total = found.value + value if fits else found.value * value
    return _numeral(s, found.first, j, total, "ordinal")


def _mixed(s: Scan, found: Numeral, j: int) -> Numeral:
    """"one and a half", "two and three quarters", "a million and a half" from the joiner at token j on."""
    lex, k, over = s.lex, j + 1, 1
    if s.word(k) in lex.sets["articles"]:
        k += 1
    elif s.word(k) in lex.small:
        over, k = lex.small[s.words[k]], k + 1
    elif s.word(k) not in lex.sets["bare-parts"]:
        return found
    if s.word(k) == "-":
        k += 1
    word = s.word(k)
    if word not in lex.parts or over < 1 or over >= max(lex.parts[word], 2) or not _proper(over, word, s):
        return found
    part = Fraction(over, lex.parts[word])
    if found.scaled and _is_scale(s, k + 1):
        return _scaled_part(s, found, k, part)
    if found.scaled and found.scale >= 1000:
        found.value += part * found.scale
        found.last, found.end, found.place = k, s.ends[k], None
        return found
    return _scaled(s, _numeral(s, found.first, k, found.value + part, "fraction"))


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
        inner = _sum(s, j + 1, j + 1)
        under, last = (int(inner.value), inner.last) if inner else (0, j)
    else:
        return found
    return _numeral(s, found.first, last, found.value / under, "fraction") if under > 1 else found


def _part(s: Scan, i: int) -> Numeral | None:
    """A part without numerator: "half of", "a third of", "half a million"; None where it is an ordinal or a stretch."""
    lex, word = s.lex, s.words[i]
    before = s.word(i - 1)
    article = before in lex.sets["articles"]
    bare = word in lex.sets["bare-parts"]
    if not article and not bare and not _is_scale(s, i + 1):
        return None
    if before in lex.sets["part-not-after"] or s.word(i + 1) in lex.sets["part-not-before"] or _is_plural_part(word, s):
        return None
    if before == "-" and s.word(i - 2).isalpha():
        return None
    made = _numeral(s, i - 1 if article else i, i, Fraction(1, lex.parts[word]), "fraction")
    scaled = _of_scale(s, made)
    if scaled.last > i:
        return scaled
    following = s.word(i + 1)
    if bare and before in s.lex.back_hedges:
        return made
    return made if not following or not following[0].isalnum() or following in lex.sets["fraction-before"] or _unit_follows(s, i + 1) else None


def _unit_follows(s: Scan, j: int) -> bool:
    return longest(s.lex.units.names, s.words, j) is not None


def _quantified(s: Scan, i: int) -> bool:
    """True where a vague quantifier stands before word i: "several hundred"."""
    at = i - 1
    for phrase, _ in s.lex.back_vague.get(s.word(at), ()):
        if tuple(s.words[at - len(phrase) + 1 : at + 1]) == phrase[::-1]:
            return True
    return False


def _stands_vague(s: Scan, i: int) -> bool:
    """True for "hundreds of", "by thousands"; "in thousands" is a heading, "scores" alone are results."""
    if s.word(i + 1) in s.lex.sets["of"]:
        return True
    return s.word(i - 1) not in s.lex.sets["vague-not-after"] and s.words[i] not in s.lex.sets["vague-needs-of"]


def _vague(s: Scan, i: int) -> Numeral:
    """"dozens", "hundreds of thousands", "several million": nominally the power itself."""
    lex, word = s.lex, s.words[i]
    value, last = Fraction(lex.vague.get(word) or lex.scales.get(word) or lex.groups[word]), i
    if s.word(i + 1) in lex.sets["of"] and s.word(i + 2) in lex.vague:
        value, last = value * lex.vague[s.words[i + 2]], i + 2
    while _is_scale(s, last + 1):
        last += 1
        value *= lex.scales[s.words[last]]
    return _numeral(s, i, last, value, "vague")
