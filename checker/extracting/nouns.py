"""What is counted: the noun phrase after a number, down to its head. A closed list of words ends it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.extracting.draft import NAME, Scan
from checker.extracting.unit_table import singular_of
from checker.language import longest

_REACH = 6  # tokens of a noun phrase
_NAMED = 8  # tokens of a name in angle brackets
_LONGEST_NAME = 4  # tokens of the name of a model
Noun = tuple[tuple[str, ...], int]


def read_noun(s: Scan, j: int, single: bool) -> Noun | None:
    """The noun phrase from token j on: (its words with the head made singular, its last token).

    The head is the last of the first plurals: "167 special customs zones opened" counts zones; where one thing is
    counted (`single`) and the first noun is no plural, the last word before a verb's ending.
    """
    lex = s.lex
    plural, kept, places = lex.sets["noun-plural"], [], []
    head = -1
    for word, k in _words_of_phrase(s, j, single):
        many = looks_plural(word, lex) and (not s.glued_on(k) or s.word(k + 2) in lex.sets["noun-stop"]) or word in plural and not s.glued_on(k)
        coined = len(word) > 2 and word[-1] == "s" and s.raw(k)[:-1].isupper() and s.raw(k)[-1] == "s" and not s.glued_on(k)  # "68 OBUs"
        many = many or coined
        if single and many and s.raw(k)[0].isupper() and s.word(k + 1).isalpha() and s.raw(k + 1).islower() and s.words[k + 1] not in lex.sets["noun-stop"]:
            many = False  # "one Collins common share"
        if many and s.raw(k)[0].isupper() and k + 1 < len(s.words) and s.mask[k + 1] and _past_name(s, k + 1):
            many = False  # "two Marine Corps C-130 tankers"
        led = kept and kept[-1].endswith((*lex.verb_endings, *lex.sure_adjectives))  # "one newly issued share", "one reportable operating segment"
        bound = s.glued_on(k) or s.word(k - 1) == "-" and s.glued(k)  # "one placebo-treated patient"
        led = led or single and _one_described(s, kept, word, k)
        verb = word.endswith(lex.verb_endings) and not led and not bound
        if head >= 0 and s.raw(k).isupper() and s.raw(places[-1]).islower() and len(word) > 1:
            break  # "14 ways ABC surveys help"
        if many and not bound and _leads_on(s, word, k, single):
            many = False  # "one consumer products maker", "24 police force areas"
        if head >= 0 and not many or single and kept and (many or verb):
            break
        if many:
            head = len(kept)
        kept.append(word if not coined else word[:-1])
        places.append(k)
    if single and len(kept) == 1 and kept[0] in lex.sets["one-verbs"] and s.word(places[0] + 1) in lex.sets["one-objects"]:
        return None  # "with one reporting that sales rose"
    if head >= 0 and (not single or head == 0):
        told = singular_of(kept[head], lex.plural) if s.raw(places[head]).lower() == kept[head] else kept[head]
        return (*kept[:head], told) if not _one_word(s, kept, places, head) else (*kept[: head - 1], f"{kept[head - 1]}-{told}"), places[head]
    while single and len(kept) > 1 and kept[-1].endswith(lex.verb_endings):  # "one family consisting of", "one building collapsed"
        del kept[-1], places[-1]
    if single and kept and kept[-1] not in lex.sets["noun-skip"] and not (len(kept[-1]) > 4 and kept[-1].endswith(lex.participles)):
        return tuple(kept) if not _one_word(s, kept, places, len(kept) - 1) else (*kept[:-2], f"{kept[-2]}-{kept[-1]}"), places[-1]
    return None


def _one_word(s: Scan, kept: list[str], places: list[int], head: int) -> bool:
    """Whether the head of a noun phrase is half a word without what a hyphen ties to it: "three sit-ins", "12 non-smokers"."""
    tied = head > 0 and s.words[places[head] - 1] == "-" and places[head - 1] == places[head] - 2
    return tied and s.raw(places[head])[0].islower() and (kept[head - 1] in s.lex.sets["noun-prefixes"] or singular_of(kept[head], s.lex.plural) in s.lex.sets["noun-stop"])


def _leads_on(s: Scan, word: str, k: int, single: bool) -> bool:
    """Whether a plural at token k describes the noun behind it."""
    after, beyond = s.word(k + 1), s.word(k + 2)
    free = after.isalpha() and after not in s.lex.sets["noun-stop"] and not s.parted(k + 1) and not after.endswith(s.lex.verb_endings) and s.raw(k + 1).islower()
    if single:
        return free and word in s.lex.sets["plural-describes"] and not looks_plural(after, s.lex)
    return free and word in s.lex.sets["plural-leads"] and not looks_plural(after, s.lex) and looks_plural(beyond, s.lex) and not s.parted(k + 2)


def _one_described(s: Scan, kept: list[str], word: str, k: int) -> bool:
    """Whether an adjective leads to a word like a verb's and a noun behind it: "one critical turning point"."""
    sure = bool(kept) and kept[-1] in s.lex.sets["noun-skip"] and kept[-1] not in s.lex.sets["skip-nouns"] and word.endswith("ing")
    after = s.word(k + 1)
    return sure and after.isalpha() and after not in s.lex.sets["noun-stop"] and not looks_plural(after, s.lex) and not s.parted(k + 1)


def _words_of_phrase(s: Scan, j: int, single: bool) -> Iterator[tuple[str, int]]:
    """The words that can belong to a noun phrase from token j on, with their tokens, up to what ends it."""
    words, stop, starters, parts = s.words, s.lex.sets["noun-stop"], s.lex.starters, s.lex.parts
    lex_joins = s.lex.sets["adjective-joins"]
    k = _past_label(s, j)
    j, end = k, min(k + _REACH, len(words))
    while k < end and not s.parted(k):
        word = words[k]
        if s.mask[k]:
            following = _past_name(s, k)
            if not following:
                return
            k, end = following, min(following + _REACH, len(words))
            continue
        if len(word) == 1 and s.word(k + 1) == "." and s.glued(k + 1) and s.text[s.starts[k]].isupper():
            k, end = k + 2, min(end + 2, len(words), j + 2 * _REACH)  # "30 U.S. trade barriers"
            continue
        if k == j and word in s.lex.sets["noun-degree"] and (_describes(s, k + 1) or _reached(s, k + 1)):
            k, end = k + 1 + _reached(s, k + 1), min(end + 1, len(words))
            continue
        if k > j and (word == "," or word in lex_joins) and (_goes_on(s, j, k) or not single and _both_describe(s, k)):
            k += 1 + (s.word(k + 1) in lex_joins)
            end = min(k + _REACH, len(words), j + 3 * _REACH)
            continue
        if word == "(" and k > j and (close := _typed_bracket(s, k)):
            k, end = close + 1, min(end + close + 1 - k, len(words), j + 3 * _REACH)  # "two randomised (1:1), controlled trials"
            continue
        if not word[0].isalpha():
            if word == "&" and k > j and len(words[k - 1]) == 1 and s.glued(k) and s.glued(k + 1) and len(s.word(k + 1)) == 1:
                k, end = k + 2, min(end + 2, len(words), j + 2 * _REACH)  # "the 400 largest R&D spenders"
                continue
            if word != "-" or k == j or not s.glued(k) or not s.glued(k + 1):
                return
            end = max(end, min(end + 2, len(words), j + 2 * _REACH))  # "seventh-generation" is one word of the phrase
        elif s.glued_on(k) or k > j and s.word(k - 1) == "-" and s.glued(k):
            yield word, k  # "left-wing": what a hyphen binds is a modifier
        elif (word in stop or word in starters and word not in parts) and not _named_first(s, k) and not _initials(s, k):
            return
        else:
            yield word, k
        k += 1


def _initials(s: Scan, k: int) -> bool:
    """Whether token k is no small word but the initials of a name before a noun: "147 US personnel", "30 IT workers"."""
    told = s.raw(k).isupper() and 1 < len(s.words[k]) < 4 and s.word(k + 1).isalpha() and s.raw(k + 1).islower()
    return told and s.words[k + 1] not in s.lex.sets["noun-stop"] and not s.parted(k + 1)


def _typed_bracket(s: Scan, k: int) -> int:
    """The token that closes the bracket at token k where nothing but a name, a score or a date stands in it; 0 elsewhere."""
    close = next((i for i in range(k + 1, min(k + _REACH, len(s.words))) if s.words[i] == ")"), 0)
    return close if close > k + 1 and all(s.mask[k + 1 : close]) and s.words[k - 1].endswith((*s.lex.participles, *s.lex.adjectives)) else 0


def _named_first(s: Scan, k: int) -> bool:
    """Whether an ordinal at token k opens a name: "11 First Eastern shares"."""
    return s.words[k] in s.lex.ordinals and all(s.raw(at)[:1].isupper() and s.raw(at)[1:].islower() for at in (k, k + 1) if at < len(s.words)) and not s.mask[k]


def _past_name(s: Scan, k: int) -> int:
    """The token behind the name of a model at token k, where a noun of many follows: "three F-16 fighters", "two Boeing 747
    aircraft"; 0 elsewhere."""
    last = k
    while last + 1 < len(s.words) and s.mask[last + 1] == NAME and s.space(last + 1) <= 1 and last < k + _LONGEST_NAME:
        last += 1
    noun = last + 1
    sure = s.mask[k] == NAME and (s.raw(k)[0].isupper() or s.words[k] in s.lex.sets["noun-labels"]) and s.word(noun).isalpha() and not s.mask[noun] and s.word(noun) not in s.lex.sets["noun-stop"]
    beyond = noun + 2 if s.glued_on(noun) else noun + 1  # "37 TYPE2 sub-areas"
    many = [at for at in (noun, beyond) if looks_plural(s.word(at), s.lex) or s.word(at) in s.lex.sets["noun-plural"]] if sure else []
    return noun if many and s.raw(many[0]).islower() and not s.parted(many[0]) else 0


def _past_label(s: Scan, j: int) -> int:
    """The token after "phase II" in "two phase II trials": a name that tells which sort is counted."""
    k = j
    if s.word(j) == "<" and ">" in s.words[j : j + _NAMED]:
        return s.words.index(">", j) + 1  # "seven <Abc Inc> stores"
    while k < len(s.words) and s.mask[k] and k < j + 3 and s.words[j] in s.lex.sets["noun-labels"]:
        k += 1
    if k == j and s.word(j) in s.lex.sets["noun-labels"] and len(s.word(j + 1)) == 1 and s.raw(j + 1).isupper() and s.space(j + 1) == 1:
        k += 2  # "of its class A shares"
    if s.word(k) == "." and s.glued(k) and s.glued(k + 1) and s.word(k + 1).isdecimal():
        k += 2  # "of its 25.0 mln shares"
    return k + (s.word(k) in s.lex.scales and s.word(k) not in s.lex.letters and s.word(k - 1).isdecimal())


def _goes_on(s: Scan, j: int, k: int) -> bool:
    """Whether the mark or conjunction at token k stands between adjectives of one noun: "two prospective, open-label trials",
    "sedentary and obese women"."""
    following = k + 1 + (s.word(k + 1) in s.lex.sets["adjective-joins"])
    last = k - 1 if s.words[k - 1] != ")" else next(i for i in range(k - 1, j, -1) if s.words[i] == "(") - 1
    if s.word(k) in s.lex.sets["joiners"] and k == j + 1 and looks_plural(s.word(k + 2), s.lex) and s.raw(k + 2).islower() and s.raw(j)[0].isupper() and s.raw(k + 1)[0].isupper() and not s.mask[k + 1] and not looks_plural(s.words[j], s.lex):
        return True  # "30 Alpine and Baltic countries"
    if following >= len(s.words) or s.mask[following] or not (_adjective(s, j, last) or last < k - 1):
        return False
    listed = s.word(following + 1) in s.lex.sets["adjective-joins"] and not looks_plural(s.words[following], s.lex)
    return s.raw(following).islower() and (listed and s.words[following] not in s.lex.sets["noun-stop"] or _describes(s, following))


def _both_describe(s: Scan, k: int) -> bool:
    """Whether the conjunction at token k joins a noun that describes with an adjective before one plural: "combat and military
    personnel"."""
    word, many = s.word(k + 1), s.word(k + 2)
    sure = word in s.lex.sets["noun-skip"] and s.word(k) != "," and not s.mask[k + 1] and not s.mask[k - 1] and s.words[k - 1].isalpha()
    return sure and (looks_plural(many, s.lex) or many in s.lex.sets["noun-plural"]) and not looks_plural(s.words[k - 1], s.lex)


def _reached(s: Scan, k: int) -> bool:
    """Whether a participle at token k stands between an adverb of degree and what it describes: "most reported languages"."""
    word = s.word(k)
    done = len(word) > 4 and word.endswith(s.lex.participles) or word in s.lex.sets["strong-participles"]
    sure = done and s.word(k - 1) not in s.lex.sets["degree-counts"]
    return sure and s.word(k + 1).isalpha() and s.raw(k + 1).islower() and s.words[k + 1] not in s.lex.sets["noun-stop"] and not s.mask[k + 1]


def _adjective(s: Scan, j: int, k: int) -> bool:
    """Whether token k is an adjective by its ending, by a list, or by the hyphen that leads to it; the first must be sure."""
    word, bound = s.word(k), k > j + 1 and s.word(k - 1) == "-" and s.glued(k)
    opened = k > j + 1 and s.word(k - 1) in s.lex.sets["adjective-joins"]
    sure = word in s.lex.sets["noun-skip"] or word.endswith(s.lex.adjectives)
    return sure or bound or opened or k == j and _two_participles(s, k)


def _two_participles(s: Scan, k: int) -> bool:
    """Whether a participle at token k is the first of two that describe many: "two randomised, controlled trials"."""
    second = s.word(k + 2)
    told = s.word(k + 1) == "," and s.word(k).endswith(s.lex.participles) and second.endswith((*s.lex.participles, *s.lex.adjectives))
    if s.word(k + 1) == "," and s.glued_on(k + 2) and s.word(k).endswith(s.lex.participles) and s.word(k - 2) in s.lex.sets["attributive-after"]:
        return _compounds(s, k + 2)  # "in two randomised, open-label trials"
    return told and (looks_plural(s.word(k + 3), s.lex) or s.word(k + 3) in s.lex.sets["noun-plural"])


def _compounds(s: Scan, k: int) -> bool:
    """Whether words bound by hyphens, with commas between, lead from token k to a plural."""
    while s.glued_on(k):
        k += 3
        k += s.word(k) == "," and s.glued_on(k + 1)
    return looks_plural(s.word(k), s.lex) or s.word(k) in s.lex.sets["noun-plural"]


def _describes(s: Scan, k: int) -> bool:
    """Whether an adjective can stand at token k: "most populous states", not "most of the states"."""
    word = s.word(k)
    named = s.word(k + 1)[:1].isalpha() or s.glued_on(k) or looks_plural(word, s.lex)
    return word[:1].isalpha() and word not in s.lex.sets["noun-stop"] and (word not in s.lex.starters or s.glued_on(k)) and named


def read_attributive(s: Scan, j: int) -> Noun | None:
    """The noun after a hyphen: "a 12-member panel" counts members."""
    word = s.word(j)
    stops = word in s.lex.sets["noun-stop"] and word not in s.lex.sets["attributive-nouns"]
    if not word[:1].isalpha() or not s.raw(j).islower() or stops or s.mask[j] or word in s.lex.starters:
        return None
    if len(word) > 4 and word.endswith(s.lex.participles) and not word.endswith(s.lex.no_participles):  # "two-sided" counts nothing
        return None
    return (singular_of(word, s.lex.plural) if looks_plural(word, s.lex) else word,), j


def read_single(s: Scan, j: int) -> Noun | None:
    """What is counted before another noun: "a 500,000 share offering"."""
    following = s.word(j + 1)
    known = any(len(phrase) == 1 for phrase, _ in s.lex.per_nouns.get(s.word(j), ()))
    if not known or s.parted(j) or not following[:1].isalpha() or following in s.lex.sets["noun-stop"]:
        return None
    return (s.words[j],), j


def read_joint(s: Scan, j: int) -> Noun | None:
    """What is counted before another noun without a hyphen: "a five episode hiatus", "an eight lane highway"."""
    if j + 1 >= len(s.words) or s.mask[j] or s.mask[j + 1] or s.parted(j) or s.parted(j + 1) or not s.raw(j).islower():
        return None
    if not s.raw(j + 1).islower():
        return _before_name(s, j)
    endings = (*s.lex.adjectives, *s.lex.participles, *s.lex.verb_endings)
    for word in s.words[j : j + 2]:
        if not word.isalpha() or len(word) < 3 or word in s.lex.sets["noun-stop"] or word in s.lex.sets["noun-skip"] or word in s.lex.starters or word.endswith(endings):
            return None
    return None if looks_plural(s.words[j], s.lex) or s.words[j] in s.lex.sets["noun-degree"] else ((s.words[j],), j)


def _before_name(s: Scan, j: int) -> Noun | None:
    """What is counted before a name that describes what follows: "a two bedroom London flat"."""
    endings = (*s.lex.adjectives, *s.lex.participles, *s.lex.verb_endings)
    word, k = s.words[j], j + 2
    thing = word.isalpha() and len(word) > 2 and not (word.endswith(endings) or looks_plural(word, s.lex)) and not any(word in s.lex.sets[name] for name in ("noun-stop", "noun-skip", "noun-degree")) and word not in s.lex.starters
    follows = s.word(k).isalpha() and len(s.word(k)) > 2 and s.raw(k).islower() and s.words[k] not in s.lex.sets["noun-stop"] and not s.parted(k) and not s.words[k].endswith(endings)
    return ((word,), j) if thing and follows and s.raw(j + 1)[1:].islower() and s.raw(j + 1).isalpha() else None


def lasts(s: Scan, noun: tuple[str, ...]) -> bool:
    """Whether a noun phrase names a stretch of time: "consecutive weeks", "more years"; not "patient years"."""
    hit = longest(s.lex.units.names, (noun[-1],), 0)
    told = s.lex.sets["noun-skip"] | s.lex.sets["noun-skip-time"]
    return hit is not None and hit[1].kind == "duration" and all(word in told for word in noun[:-1])


def measures(s: Scan, noun: tuple[str, ...]) -> bool:
    """Whether a noun phrase is a physical unit with a word that tells which: "equivalent barrels", "linear feet"."""
    hit = longest(s.lex.units.names, (noun[-1],), 0) if len(noun) > 1 else None
    return hit is not None and hit[1].kind == "physical" and hit[1].ask is None and all(word in s.lex.sets["unit-adjectives"] for word in noun[:-1])


def looks_plural(word: str, lex) -> bool:
    if len(word) < 3 or word in lex.sets["noun-singular"] or word in lex.sets["noun-skip"]:
        return False
    plural = lex.plural
    return any(map(word.endswith, plural["plural-endings"])) and not any(map(word.endswith, plural["not-plural-endings"]))
