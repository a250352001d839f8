"""Names of molecules, whose numbers are places in them: "25-hydroxyvitamin", "1,4-dioxane", "3-(2,6-dimethylphenyl)prop-1-ene"."""

from __future__ import annotations

from checker.extracting.scan import Hit, Scan

_PRIMES = ("'", "’", "′")
_INSIDE = ("-", ",", "(", ")", "[", "]", "{", "}", "+", *_PRIMES)
_LONGEST = 60  # tokens of one name
_PLACES = 8  # of one group
_DIGITS = 2  # of a place


def chemical_at(scan: Scan, at: int) -> Hit | None:
    """ "25-hydroxyvitamin", "1,25-dihydroxyvitamin", "17-beta", "17 beta-estradiol": the number at token `at` opens the name."""
    words = scan.words
    last, many = _places(scan, at)
    greek = words[last + 1]
    last += len(greek) == 1 and greek.isalpha() and not greek.isascii() and scan.glued(last)  # "16α-hydroxyestrone"
    if last == at and len(words[at]) <= _DIGITS and greek in scan.book.words["names.locant-words"] and words[last + 2] == "-" and scan.glued(at + 1) and scan.glued(at + 2):
        return Hit("identifier", at, at + 1, number=at)
    if words[last + 1] != "-" or not scan.glued(last) or not scan.glued(last + 1) or len(words[at]) > _DIGITS:
        return None
    if words[last + 2] in ("(", "["):
        return _opening(scan, at, last + 2)
    return Hit("identifier", at, _end(scan, last + 2), number=at) if _part(scan, last + 2, many) else None


def _places(scan: Scan, at: int) -> tuple[int, bool]:
    """The last token of the places that open with the number at token `at`, and whether they are many: "2,2',4"."""
    words, last, many = scan.words, at, False
    for _ in range(_PLACES):
        while words[last + 1] in _PRIMES and scan.glued(last) and not words[last + 2].isalpha():
            last, many = last + 1, True
        joined = scan.glued(last) and words[last + 1] in (",", ":") and scan.glued(last + 1)
        further = last + 1 + joined
        if not (joined or words[last] in _PRIMES and scan.glued(last)) or not words[further].isdecimal() or len(words[further]) > _DIGITS:
            break
        last, many = further, True
    return last, many


def _part(scan: Scan, k: int, many: bool) -> bool:
    """Whether the word at token k is a part of a molecule; behind many places its ending is enough: "1,3-butadiene"."""
    word, book = scan.words[k], scan.book.words
    if scan.upper(k) or not word.isalpha():
        return False
    known = word in book["names.locant-words"] or any(map(word.startswith, book["names.locants"])) or any(stem in word for stem in book["names.locant-stems"])
    sure = word in book["names.locant-sides"] or len(word) > 4 and any(map(word.endswith, book["names.locant-endings"]))
    return known or many and sure and not scan.measured(k)


def _opening(scan: Scan, at: int, bracket: int) -> Hit | None:
    """The name whose first place stands before a bracket with places of its own: "2-(4-hydroxyphenyl)ethyl"."""
    k = bracket + 1
    while scan.words[k] in ("(", "[") and scan.glued(k):
        k += 1
    last, many = _places(scan, k) if scan.words[k].isdecimal() and scan.glued(k - 1) else (k - 2, False)
    inside = last + 2 if last < k or scan.words[last + 1] == "-" else k
    return Hit("identifier", at, _end(scan, inside), number=at) if scan.glued(bracket) and _part(scan, inside, many) else None


def _end(scan: Scan, k: int) -> int:
    """The last token of the name that token k is a part of: as far as letters, places and brackets touch."""
    first, last = k, k
    while last < first + _LONGEST and scan.glued(last) and (scan.words[last + 1].isalnum() or scan.words[last + 1] in _INSIDE):
        last += 1
    while last > first and not scan.words[last].isalnum():
        last -= 1
    return last
