"""From a document to its quantities: the walk over the words, one candidate after the other."""

from __future__ import annotations

from checker.extracting import age_groups, articled, behind_hedges, currencies, hedges, joins, meanings, named_units, pairs, per_apart
from checker.extracting.anchor import anchor_of, resolved
from checker.extracting.counted import noun_of
from checker.extracting.digits import VULGAR, read_digits
from checker.extracting.draft import NAME, Draft, Numeral, Scan, finished
from checker.extracting.in_names import in_name
from checker.extracting.lexicon import lexicon
from checker.extracting.nouns import lasts, measures
from checker.extracting.number_words import read_words
from checker.extracting.past_between import past_share
from checker.extracting.scales import read_scale
from checker.extracting.sentences import split_sentences
from checker.extracting.signs import minus_apart, percent_loss, signed
from checker.extracting.terms import in_term
from checker.extracting.tokens import tokenize
from checker.extracting.typed import find_typed
from checker.extracting.units_read import Found, needs_no_noun, read_per, read_prefix, read_unit
from checker.extracting.whole_words import is_scale
from checker.language import Pack
from checker.model import Document, Extraction, Quantity, Tokens, When
from checker.rational import Fraction


_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_LIST = 40  # tokens back in which a bracket may be open
_LARGE = 10**6  # so many pounds are of money


def extract(document: Document, pack: Pack) -> Extraction:
    """All quantities of a document, sorted by place, none overlapping. Never raises for what a text says."""
    tokens = tokenize(document.text, document.comments)
    sentences = split_sentences(document, tokens, pack)
    typed, date = _typed(document, tokens, pack)
    scan = _scan(document, tokens, pack, typed)
    drafts = read_all(scan)
    found = [finished(draft) for draft in drafts]
    quantities = _apart(sorted([*typed, *found], key=lambda q: (q.start, -q.end)))
    extraction = Extraction(document, tokens, sentences, tuple(quantities), pack.name, date)
    if not scan.tables:
        return extraction
    from checker.extracting.tables import headed, with_tables  # only documents with tables pay for it

    return headed(scan, with_tables(extraction, pack))


def _apart(quantities: list[Quantity]) -> list[Quantity]:
    """The quantities without those that run into the one before."""
    kept: list[Quantity] = []
    for quantity in quantities:
        if not kept or kept[-1].end <= quantity.start:
            kept.append(quantity)
    return kept


def _typed(document: Document, tokens: Tokens, pack: Pack) -> tuple[list[Quantity], When | None]:
    """What is no quantity, and the document's own date, from which the others get their years."""
    typed = find_typed(document.text, tokens, pack)
    date = anchor_of(document.text, tokens, typed, document, pack)
    return resolved(document.text, typed, date), date


def _scan(document: Document, tokens: Tokens, pack: Pack, typed: list[Quantity]) -> Scan:
    mask = bytearray(len(tokens.words))
    for quantity in typed:
        for i in range(quantity.first, quantity.last + 1):
            mask[i] = NAME if quantity.kind == "identifier" else 1
    tables = tuple((block.start, block.end) for block in document.blocks if block.kind == "table")
    return Scan(document.text, tokens.words, tokens.starts, tokens.ends, lexicon(pack), mask, tables=tables)


def read_all(s: Scan) -> list[Draft]:
    """The drafts of all numbers that are not typed already, joined with their neighbours where they belong together."""
    starters, words, mask = s.lex.starters, s.words, s.mask
    drafts: list[Draft] = []
    s.free = 0
    articles, singles = s.lex.sets["articles"], s.lex.units.singles
    opening = {word for word in set(words) if word in starters or word[0].isdecimal() or word in VULGAR}
    for i in [i for i, word in enumerate(words) if word in opening or word in articles and s.word(i + 1) in singles]:
        if i < s.free or mask[i]:
            continue
        draft, following = _read_at(s, i) if words[i] not in articles else articled.read_one(s, i)
        s.free = max(s.free, following)
        if draft is not None:
            drafts.append(draft)
            s.free = max(s.free, draft.last + 1, draft.taken + 1)
    return currencies.settled(s, age_groups.settled(s, meanings.settled(s, joins.joined(s, articled.certain(s, drafts)))))


def _read_at(s: Scan, i: int) -> tuple[Draft | None, int]:
    """The quantity that begins with candidate i, None where there is none; and the token to go on with."""
    word = s.words[i]
    if word in s.lex.multiples:
        draft = meanings.multiple_word(s, i)
        if draft is not None:
            hedges.before(s, draft)
        return draft, i + 1
    if (paired := pairs.read(s, i)) is not None:
        return paired
    number, following = read_digits(s, i) if word[0].isdecimal() or word in VULGAR else read_words(s, i)
    if number is None:
        return None, following
    if number.first < s.free:
        return None, number.last + 1
    last = number.last
    if _list_mark(s, number):
        return None, last + 1
    draft = read_quantity(s, number)
    return (None if draft is not None and (in_name(s, draft) or in_term(s, draft)) else draft), last + 1


def _list_mark(s: Scan, number: Numeral) -> bool:
    """Whether a small number and a bracket that none opens head a part of a list: "because they 1) smoke, 2) drink"."""
    i, j = number.first, number.last + 1
    mark = number.style == "digits" and i == number.last and len(s.words[i]) < 3 and s.word(j) == ")" and s.glued(j) and s.word(j + 1).isalpha() and not s.glued(i)
    if not mark:
        return False
    before = s.words[max(0, i - _LIST) : i]
    return before.count("(") <= before.count(")")


def read_quantity(s: Scan, number: Numeral) -> Draft | None:
    """A number with its sign, scale, unit, noun and hedges; None where it is no quantity after all."""
    if number.style == "ordinal" or _ordinal_suffix(s, number):
        return meanings.ordinal(s, number)
    prefix, numeral_end = read_prefix(s, number.first), number.end
    if not (number.style in ("words", "vague") and number.scaled):
        read_scale(s, number, prefix is not None)
    draft = _draft(s, number)
    draft.number_end = numeral_end
    signed(s, draft, prefix)
    if draft.prefixed and number.style == "vague" and s.word(draft.first - 1) in ("(", "[", "|", "in"):
        return None  # "(£millions)" heads a table
    j = draft.last + 1
    if s.word(j) in ("-", "‑") and s.glued(j) and s.glued(j + 1):
        draft.hyphened = True
        j += 1
    elif s.word(j) == "-" and s.glued(j) and s.word(j + 1).isalpha() and s.space(j + 1) == 1 and s.word(j + 1) not in s.lex.sets["joiners"] and (found := read_unit(s, j + 1, None, False, False)) and found.kind == "duration":
        draft.hyphened = True  # "a 10- year veteran"
        j += 1
    elif number.style == "fraction" and s.word(j) == "-" and s.word(j + 1) and s.space(j) == 1 and s.glued(j + 1) and read_unit(s, j + 1, None, False, True):
        draft.hyphened = True  # "a 2 1/2 -year low"
        j += 1
    _unit(s, draft, number, j)
    minus_apart(s, draft)
    percent_loss(s, draft)
    meanings.aged(s, draft)
    if draft.unit is None and draft.value == 0 and s.word(draft.first - 1) in s.lex.units.zero_after:
        draft.unit, draft.kind = s.lex.units.zero_after[s.words[draft.first - 1]], "physical"
    if _torn(s, draft) or draft.unit is None and (draft.hyphened and number.style == "digits" and s.word(j) in s.lex.sets["based-on"] or _runs_into_letters(s, draft) or draft.hyphened and _model_number(s, j)):
        return None
    if s.word(j) == "+" and s.glued(j):  # "20+ people"
        j += 1
    if draft.kind == "physical" and not draft.hyphened and s.word(draft.last + 1) in s.lex.sets["of"]:
        per_apart.measured(s, draft)
    if draft.kind == "duration" and not draft.hyphened and s.word(draft.last + 1) in s.lex.sets["of"]:
        per_apart.lasting(s, draft)
    if draft.unit is None and not meanings.special(s, draft, number, j):
        _noun(s, draft, j)
    if number.style == "words" and not meanings.one_counts(s, draft):
        return None
    hedges.before(s, draft)
    hedges.after(s, draft)
    behind_hedges.read(s, draft)
    behind_hedges.from_one(s, draft)
    meanings.aged_after_hedge(s, draft)
    return draft


def _draft(s: Scan, number: Numeral) -> Draft:
    numeral = number.value / number.scale if number.scale != 1 else number.value
    draft = Draft(number.first, number.last, number.start, number.end, number.start, number.end, numeral, number.value)
    draft.place, draft.scale, draft.style = number.place, Fraction(number.scale), number.style
    if number.style == "fraction" and number.value < 1:
        draft.kind = "ratio"
    elif number.style == "vague":
        draft.band = s.lex.vague_band
    if number.style == "vague":
        draft.place = None
    return draft


def _ordinal_suffix(s: Scan, number: Numeral) -> bool:
    j = number.last + 1
    if s.word(j) not in s.lex.sets["ordinal-suffixes"] or not s.glued(j) or number.value.denominator != 1:
        return False
    compound = s.word(j + 1).isdecimal() and any(entry.get("glued") == s.words[j] for entry in s.lex.units.compounds.values())
    return not compound and not (s.glued(j + 1) and s.word(j + 1)[:1].isalnum())


def _unit(s: Scan, draft: Draft, number: Numeral, j: int) -> None:
    decimal = draft.numeral.denominator != 1
    if draft.prefixed:
        _after_prefix(s, draft, j, decimal, number)
        return
    if s.word(j) in _BRACKETS and s.word(j + 2) == _BRACKETS[s.words[j]]:  # "20 (kg)"
        inner = read_unit(s, j + 1, draft.value, number.scaled, decimal)
        if inner is not None and inner.last == j + 1 and inner.kind == "physical" and s.words[j + 1] in s.lex.units.heads:
            draft.unit, draft.kind, draft.last, draft.end = inner.unit, inner.kind, j + 2, s.ends[j + 2]
            return
    at = j
    scaled = number.scaled
    if number.style == "vague" and s.word(j) in s.lex.sets["of"]:  # "millions of dollars"
        at, scaled = j + 1, draft.value >= _LARGE
    if number.style == "fraction" and not number.value.denominator == 1:
        at = _part_gap(s, j)
    found = read_unit(s, at, draft.value, scaled, decimal) or _time_apart(s, draft, at) or number.style == "fraction" and named_units.of_one(s, j) or None
    if found is None and s.word(j) == "(" and (k := past_share(s, j)) and (beyond := read_unit(s, k, None, False, decimal)) and beyond.kind == "points" and beyond.last > k:
        draft.unit, draft.kind, draft.inherited = beyond.unit, beyond.kind, "unit"  # "2.6 (95% CI 1.5 to 3.8) percentage points"
    if found is None:
        return
    draft.unit, draft.kind, draft.last, draft.end = found.unit, found.kind, found.last, s.ends[found.last]
    if found.kind == "currency":
        draft.unit = currencies.of_nation(s, found.last) or draft.unit
    if found.kind == "currency" and draft.scale == 1 and draft.style == "digits" and is_scale(s, found.last + 1):
        number.last, number.end = found.last, s.ends[found.last]  # "75 USD million"
        read_scale(s, number, True)
        draft.value, draft.place, draft.scale = number.value, number.place, Fraction(number.scale)
        draft.last, draft.end = number.last, number.end


def _time_apart(s: Scan, draft: Draft, j: int) -> Found | None:
    """The unit of "30 paid hours" at token j: one of time, with a word before it that says which."""
    if s.word(j) not in s.lex.sets["unit-skip"] or draft.value == 1 or s.parted(j) or s.space(j) > 2:
        return None
    found = read_unit(s, j + 1, draft.value, False, False)
    return found if found is not None and found.kind == "duration" and found.unit not in s.words[j + 1 : found.last + 1] else None


def _part_gap(s: Scan, j: int) -> int:
    """"half an hour", "three-quarters of a point": the words between a fraction and its unit."""
    k = j
    if s.word(k) in s.lex.sets["of"] and s.word(k + 1) in s.lex.sets["articles"]:
        k += 1
    if s.word(k) in s.lex.sets["articles"]:
        if read_unit(s, k + 1, None, False, True) is not None:
            return k + 1
    return j


def _after_prefix(s: Scan, draft: Draft, j: int, decimal: bool, number: Numeral) -> None:
    """After "$5": a code that repeats or narrows the sign ("$5 USD", "$10 dollars"), and the denominators."""
    found = read_unit(s, j, draft.value, number.scaled, decimal)
    if found is not None and found.kind == "currency" and (s.words[found.last] not in s.lex.units.signs):
        draft.unit = found.unit if len(found.unit.split("/")[0]) == 3 else draft.unit
        draft.last, draft.end = found.last, s.ends[found.last]
        return
    for _ in range(2):
        per = read_per(s, draft.last + 1, draft.unit)
        if per is None:
            return
        draft.unit, draft.last, draft.end = f"{draft.unit}/{per[1]}", per[0], s.ends[per[0]]


def _runs_into_letters(s: Scan, draft: Draft) -> bool:
    """True for "3D" or "24703L202": letters touch the digits and are no unit."""
    if draft.style not in ("digits", "fraction"):
        return False
    j = draft.last + 1
    if s.word(j + 1).isdecimal() and any(entry.get("glued") == s.word(j) for entry in s.lex.units.compounds.values()):
        return False
    return s.glued(j) and (s.words[j][0].isalpha() or s.words[j] == "_") and not s.words[j].startswith("'")


def _torn(s: Scan, draft: Draft) -> bool:
    """True for "1,XXX", "7.XXX" and "$XXX.6 million": capitals stand where digits of the number were."""
    j = draft.last + 1
    lost = draft.style == "digits" and s.word(j) in (",", ".") and s.glued(j) and s.glued(j + 1) and s.raw(j + 1) if j + 1 < len(s.words) else ""
    if bool(lost) and len(lost) > 1 and lost.isalpha() and lost.isupper():
        return True
    i = draft.first - (draft.prefixed and draft.first > 0)
    gone = s.raw(i - 2) if i > 1 and s.word(i - 1) == "." and s.glued(i) and s.glued(i - 1) else ""  # "$XXX.6 million"
    return len(gone) > 1 and gone.isalpha() and gone.isupper() and (draft.unit is not None or draft.scale != 1)


def _model_number(s: Scan, j: int) -> bool:
    """True where a hyphen leads to digits that run into letters: "767-300ER"."""
    if not s.word(j).isdecimal() or not s.glued(j + 1) or not s.word(j + 1)[:1].isalpha():
        return False
    return s.word(j + 1) not in s.lex.scales and read_unit(s, j + 1, None, False, False) is None


def _noun(s: Scan, draft: Draft, j: int) -> None:
    i = draft.first
    bound = i > 1 and s.words[i - 1] == "-" and s.glued(i) and s.glued(i - 1) and s.words[i - 2].isalpha()
    if draft.kind == "ratio" or draft.prefixed or bound and not draft.hyphened:  # "a two-for-one split"
        return
    if s.word(i - 1) == "=" and len(s.word(j)) > 1 and s.raw(j).isupper():  # "(n = 150 RCT; 530 others)": whose number it is
        return
    j += draft.value == 1 and s.word(j) in s.lex.sets["noun-after-one"]
    found = noun_of(s, draft, j)
    if found is not None:
        draft.noun, draft.noun_last = found
        draft.unit, draft.kind = found[0][-1], "duration" if lasts(s, found[0]) else "physical" if measures(s, found[0]) else "count"
    k = max(draft.last, draft.noun_last) + 1
    told = found is not None and s.word(k).endswith(s.lex.verb_endings) and read_per(s, k + 1, draft.unit)  # "22 men divorcing per thousand"
    k += bool(told and told[1][0].isdecimal())
    stroke = s.word(k) == "/" and s.glued(k) and (draft.style == "digits" and not s.word(k + 1).isdecimal() if found is None else per_apart.over(s, k))  # "1.5 x 10(9)/L"
    per = read_per(s, k, draft.unit) if not draft.hyphened and (s.word(k).isalpha() or stroke) else None
    if per is not None and not stroke and s.word(per[0] + 1) in s.lex.sets["per-not-before"] and s.word(per[0] + 2) not in s.lex.sets["per-averaged"]:
        per = None
    if per is None and stroke and found and s.word(k + 1) in s.lex.sets["stroke-nouns"]:
        per = k + 1, s.words[k + 1]  # "three cells/field"
    per = per or (found and not draft.hyphened and (per_apart.counted(s, k, draft.unit) or s.word(k) == "/" and s.glued(k) and per_apart.stroke(s, k, draft.unit))) or None
    if per is not None and (found is not None or per[1][0].isdecimal() or needs_no_noun(per[1])):
        draft.unit, draft.taken = f"{draft.unit or 1}/{per[1]}", per[0]
        if stroke and found is None:
            draft.last, draft.end = per[0], s.ends[per[0]]
        further = read_per(s, per[0] + 1, draft.unit)  # 18 cases a year for every 100,000 residents
        if further is not None and further[1][0].isdecimal():
            draft.unit, draft.taken = f"{draft.unit}/{further[1]}", further[0]
