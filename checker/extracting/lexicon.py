"""The pack's data in the form in which numbers are read: sets, dictionaries and phrase tables, built once a pack."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from checker.extracting.unit_table import UnitTable, unit_table
from checker.language import Pack, WordClass, phrase_table, split_words
from checker.language.pack import Phrases
from checker.rational import Fraction


@dataclass(frozen=True, slots=True)
class Hedge:
    """What a word before or after a number does to it: see Quantity.approx, strict and band."""

    name: str
    approx: str
    strict: bool
    bound: bool
    band: tuple[Fraction, Fraction] | None


@dataclass(frozen=True, slots=True)
class Multiple:
    """A factor in one word; `before` are the words one of which must follow, empty where any may, `not_before` those that may not,
    `not_after` those behind which it is something else."""

    value: Fraction
    change: str | None
    before: frozenset[str]
    not_before: frozenset[str]
    not_after: frozenset[str]


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """Tables for the reading of numbers. Phrase tables named `back_*` are keyed by the last word of reversed phrases."""

    small: dict[str, int]
    tens: dict[str, int]
    single: dict[str, int]
    scales: dict[str, int]
    letters: dict[str, dict]
    groups: dict[str, int]
    vague: dict[str, int]
    vague_band: tuple[Fraction, Fraction]
    parts: dict[str, int]
    ordinals: dict[str, int]
    multiples: dict[str, Multiple]
    multiple_band: tuple[Fraction, Fraction]
    starters: frozenset[str]
    sets: dict[str, frozenset[str]]
    fraction_in: Phrases
    again: Phrases  # "as much again": the whole, and a part of it on top
    back_hedges: Phrases
    after_hedges: Phrases
    negated: dict[str, Hedge]  # what a negation makes of a bound: "never more than" is at most
    back_hedge_gap: Phrases
    back_change: Phrases
    age_old: Phrases
    age_group: Phrases
    plus_minus: frozenset[tuple[str, ...]]
    back_vague: Phrases
    plural: dict
    verb_endings: tuple[str, ...]
    third_persons: tuple[str, ...]
    participles: tuple[str, ...]
    no_participles: tuple[str, ...]
    adjectives: tuple[str, ...]
    sure_adjectives: tuple[str, ...]
    units: UnitTable
    per_nouns: Phrases
    line_counts: Phrases  # labels of lines, with what they count
    paid_on: dict[str, str]  # words for what is paid or earned on one share, with what it is paid on
    issuers: Phrases  # authorities of a nation, with its currency
    issuer_names: Phrases  # names of the nation whose money a bare name means ...
    issuer_bare: str  # ... and this money
    every: dict[str, str]  # adverbs of what comes again, with the time between: "a 3-weekly injection"
    joint: dict[str, str]  # plurals of people, with what several of them are together
    phrases: dict[str, frozenset[tuple[str, ...]]] = field(default_factory=dict)


_BEFORE = ("hedge-about", "hedge-nearly", "hedge-just-over", "bound-above", "bound-at-least", "bound-below", "bound-at-most")
_NEGATED = (("bound-above", "bound-at-most"), ("bound-below", "bound-at-least"))
_AFTER = ("after-about", "after-at-least", "after-at-most")


@lru_cache(maxsize=8)
def lexicon(pack: Pack) -> Lexicon:
    """The tables of a pack; cached by the pack's identity."""
    numerals = pack.data["numerals"]
    small, tens = numerals["small"], numerals["tens"]
    multiples = _multiples(numerals["multiples"])
    ordinals = dict(numerals["ordinals"])
    starters = {*small, *tens, *numerals["scales"], *numerals["groups"], *numerals["parts"], *ordinals, *multiples}
    starters |= {word for word, value in numerals["vague"].items() if isinstance(value, int) and word not in numerals["vague"]["needs-of"]}
    starters -= set(numerals["letters"])
    return Lexicon(
        small=small,
        tens=tens,
        single=numerals["digits"],
        scales=numerals["scales"],
        letters=numerals["letters"],
        groups=numerals["groups"],
        vague={word: value for word, value in numerals["vague"].items() if isinstance(value, int)},
        vague_band=_band(numerals["vague"]["band"]),
        parts=numerals["parts"],
        ordinals=ordinals,
        multiples=multiples,
        multiple_band=_band(numerals["factors"]["band"]),
        starters=frozenset(starters),
        sets=_sets(pack, numerals),
        again=phrase_table((phrase, "again") for phrase in numerals["factors"]["again"]),
        fraction_in=phrase_table((phrase, "in") for phrase in numerals["fraction-in"]),
        back_hedges=_reversed(pack, _BEFORE, _hedge),
        after_hedges=phrase_table((word, _hedge(name, pack.classes[name])) for name in _AFTER for word in _words(pack, name)),
        negated={name: _hedge(other, pack.classes[other]) for name, other in _NEGATED if {name, other} <= pack.classes.keys()},
        back_hedge_gap=_reversed(pack, ("hedge-gap",), lambda name, _: name),
        back_change=_reversed(pack, ("change-up", "change-down"), lambda _, found: found.sign),
        age_old=pack.phrases(["age-old"]),
        age_group=pack.phrases(["age-group"]),
        plus_minus=frozenset(split_words(word) for word in _words(pack, "range-plus-minus")),
        back_vague=_back_table((phrase, "vague") for phrase in numerals["vague"]["quantifiers"]),
        plural=pack.data["words"]["plural"],
        participles=tuple(pack.data["words"]["plural"]["participle-endings"]),
        no_participles=tuple(pack.data["words"]["plural"]["not-participle-endings"]),
        adjectives=tuple(pack.data["words"]["plural"].get("adjective-endings", ())),
        sure_adjectives=tuple(pack.data["words"]["plural"].get("sure-adjective-endings", ())),
        third_persons=tuple(pack.data["words"]["plural"].get("third-person-endings", ())),
        verb_endings=tuple(pack.data["words"]["plural"]["verb-endings"]),
        units=unit_table(pack.data["units"]),
        per_nouns=pack.phrases(["per-noun"]),
        line_counts=phrase_table((word, pack.classes["line-shares"].extra["counts"]) for word in _words(pack, "line-shares")),
        **_counted(pack),
        **_issuers(pack),
        phrases={name: frozenset(map(split_words, _words(pack, name))) for name in ("carry-pair", "carry-list", "carry-close", "carry-across", "carry-compared", "carry-onward", "carry-or", "carry-parts", "carry-whole", "carry-change", "attributive-leads", "age-onward", "range-join", "rounding", "per-measure", "per-many", "one-idioms")},
    )


def _counted(pack: Pack) -> dict:
    """The words that say what is counted by themselves: of what a share earns, of what comes again, of people taken together."""
    return {
        "paid_on": _told_counts(pack, "per-share-labels", "per-share-nouns", "per-share-periods"),
        "every": _told_counts(pack, "every-hour", "every-day", "every-week", "every-month", "every-year"),
        "joint": _told_counts(pack, "joint-people"),
    }


def _told_counts(pack: Pack, *names: str) -> dict[str, str]:
    """The words of some classes, each with what its class says that it counts."""
    return {word: pack.classes[name].extra["counts"] for name in names if name in pack.classes for word in pack.classes[name].words}


def _issuers(pack: Pack) -> dict:
    """The authorities of nations with their currencies, and what says that a bare name means the usual one after all."""
    usual = pack.classes.get("issuer-names")
    return {
        "issuers": phrase_table((word, found.extra["unit"]) for name, found in pack.classes.items() if name.startswith("issuers-") for word in found.words),
        "issuer_names": phrase_table((word, "name") for word in _words(pack, "issuer-names")),
        "issuer_bare": usual.extra["unit"] if usual else "",
    }


def _words(pack: Pack, name: str) -> tuple[str, ...]:
    found = pack.classes.get(name)
    return found.words if found else ()


def _band(ends) -> tuple[Fraction, Fraction]:
    return Fraction(str(ends[0])), Fraction(str(ends[1]))


def _hedge(name: str, found: WordClass) -> Hedge:
    extra = found.extra or {}
    approx = extra.get("approx", "about")
    return Hedge(name, approx, bool(extra.get("strict")), approx != "about", found.factor)


def _reversed(pack: Pack, names: tuple[str, ...], payload) -> Phrases:
    made = {name: payload(name, pack.classes[name]) for name in names if name in pack.classes}
    return _back_table((word, made[name]) for name in made for word in _words(pack, name))


def _back_table(entries) -> Phrases:
    """Phrases by their last word, each as the reversed words, longest first."""
    return phrase_table((" ".join(reversed(split_words(phrase))), payload) for phrase, payload in entries)


def _multiples(entries: list[dict]) -> dict[str, Multiple]:
    found = {}
    for entry in entries:
        made = Multiple(Fraction(str(entry["value"])), entry.get("change"), *(frozenset(entry.get(key, ())) for key in ("before", "not-before", "not-after")))
        found.update((word, made) for word in entry["words"])
    return found


_NUMERAL_SETS = "point-words joiners articles group-articles minus over of ordinal-suffixes times-ten exponent one not-one-after one-of-many-after".split()
_CLASS_SETS = """noun-after-of noun-labels person noun-degree degree-counts strong-participles attributive-ing attributive-nouns based-on carry-tops adjective-joins change-by range-open range-close range-from range-adverb range-verb range-or range-dash level-before change-noun-up change-noun-down
    change-after-up change-after-down change-gap change-of change-up change-down age-before length-cue large-cue heat-cue
    mass-cue sterling-cue inch-after noun-stop noun-skip noun-plural noun-singular per per-not-before per-not-later each bound-not-before-duration bound-not-after bound-particle-verb
    one-compounds unit-skip carry-last carry-after whole-clause carry-more carry-parallel noun-skip-time unit-adjectives parts-lead subject-verbs subject-objects ratio-nouns one-verbs one-objects skip-nouns loss-not-after age-pronouns age-who age-whens age-the person-one person-after whole-firsts plural-describes plural-leads title-nouns numbers-of number-leads tallied tallied-sales tallied-goods tallied-not-before tallied-verbs tallied-auxiliaries tallied-gap be-verbs between-either rating-words age-turns carry-others carry-adds clause-verbs parts-comprise those-counted age-compared name-leads age-nouns numbered-labels numbered-plays pair-joins pair-nouns name-says pair-splits part-lengths part-things noun-after-one money-noun clause-end minus-after interval-names small-length-cue angle-cue data-cue nucleus-cue oil-cue file-cue planet-cue knot-cue bullion-cue list-not-before relative-gap carry-against name-governed carry-fates bracket-range relative-people relative-things attributive-after bound-governs age-kinds age-verbs age-leads compared-than compared-more shares-of shares-most money-pieces model-nouns model-things name-not-heads name-includes name-onward age-noun age-ranges bracket-leads age-again age-gap noun-collective named-unit named-unit-lead weighed step-words highest age-the-one tallied-groups of-every deviation parts-with age-young group-opens group-not one-is tolls toll-of puts puts-at phrasal-verb phrasal-particle per-averaged per-share-labels per-share-nouns per-share-passed per-share-sure per-share-told strokes season-change season-leads change-objects change-transitive object-stop object-leads change-in list-places respectively-words negations negates-than negates-able negation-gap negation-stop negation-scant ables range-verb-apart range-verb-in changes-plural quoted-after rounding-opens title-verbs title-ends label-not-before part-shares change-in-not owns-amount term-tails term-crosses design-nouns existential object-verbs out-of nought verb-gap statement-labels statement-words namesake-money clause-adverbs such-number told-per columns-in columns-thousands counted-pronoun counted-pronoun-alone carry-sides gained-over issuer-not list-starts phrasal-spent aged-those span-compared people-told span-pointers traded-issues outnumbers noun-prefixes stroke-nouns age-audience per-share-periods paid-out bound-after-lead bound-after-owner change-noun-lost profit-nouns profit-kinds profit-from profit-deals brings-to makes-up statement-notes note-money note-totals rank-follows""".split()


def _sets(pack: Pack, numerals: dict) -> dict[str, frozenset[str]]:
    found = {name: frozenset(numerals[name]) for name in _NUMERAL_SETS}
    found.update((name, pack.words(name)) for name in _CLASS_SETS)
    bare, factors = numerals["bare-parts"], numerals["factors"]
    found["plural-parts"] = _plural_parts(numerals["parts"])
    found["vague-not-after"] = frozenset(numerals["vague"]["not-after"])
    found["vague-needs-of"] = frozenset(numerals["vague"]["needs-of"])
    found["bare-parts"] = frozenset(bare["words"])
    found["part-not-after"] = frozenset(bare["not-after"])
    found["part-not-before"] = frozenset(bare["not-before"])
    found.update((name, frozenset(bare[name])) for name in ("list-joins", "last-words", "last-before", "rest-leads", "rest-words", "rest-shares", "rest-not-after"))
    found["time-parts"] = frozenset(bare["time-parts"])
    found.update((name, frozenset(bare[name])) for name in ("fraction-before", "how-often", "counted-spans", "part-verbs", "counts-on", "sentence-ends"))
    found["whole-leads"] = frozenset(bare["whole-leads"])
    found.update((name, frozenset(factors[name])) for name in ("fold", "times", "comparison"))
    return found


def _plural_parts(parts: dict[str, int]) -> frozenset[str]:
    """Parts come in pairs, singular and plural of one denominator and with the same beginning; the plural is longer."""
    same = [(word, other) for word in parts for other in parts if parts[word] == parts[other] and word[:3] == other[:3]]
    return frozenset(word for word, other in same if len(word) > len(other))
