"""Names glued of letters and digits: "B707", "COVID-19", "PM2.5", "747s", "9fceb02d", and fixed ones: "24/7", "3D"."""

from __future__ import annotations

import re

from checker.extracting.scan import Hit, Scan, cluster_at
from checker.extracting.year_doubts import POSSIBLE

_TAIL = re.compile(r"[^\W_]{0,16}(?:-(?:[A-Z]{1,2}|[A-Z]{0,3}\d[^\W_]{0,5})(?![^\W_]))?")  # of a model's name: "320-200", "16s"
_SIGNS = "$£€¥.,-/"
_CODE = re.compile(r"[0-9a-f]{7,64}(?!\w)")
_LONGEST_RUN = 12
_SURELY = 4  # times a text must say "US 2" for it to be a name even in "US 2 meets"


def model_at(scan: Scan, at: int, free: int) -> Hit | None:
    """A name glued to the digits of token `at`: "B707", "F-16", "COVID-19", "H1N1", "iPhone12", "mp3"."""
    letters = at - 1
    bound = scan.words[letters] == "‑"  # never breaks: "M ‑ 35" of a text taken to pieces
    hyphen = bound or scan.words[letters] == "-" and scan.glued(letters)
    if hyphen:
        letters -= 1
    if scan.words[letters] == "." and not hyphen and scan.glued(letters) and scan.glued(letters - 1):
        return _dotted_name(scan, at, free)
    if letters < free or not scan.words[letters].isalpha() or not (bound or scan.glued(letters)):
        return None
    if not _is_name(scan, letters, hyphen):
        return None
    first = _name_start(scan, letters, free)
    if first is None:
        return None
    end = _TAIL.match(scan.text, scan.starts[at]).end()  # type: ignore[union-attr]
    last = at
    while scan.ends[last] < end:
        last += 1
    if last == at and scan.words[at + 1] == "/" and scan.glued(at) and scan.words[at + 2].isdecimal() and len(scan.words[at + 2]) == len(scan.words[at]) > (scan.starts[at] - scan.starts[letters] < 2):
        last = at + 2 if scan.glued(at + 1) and not scan.measured(at + 3) else at  # "A330/340"
    if scan.glued(last) and scan.words[last + 1] in ".," and scan.words[last + 2].isdecimal() and scan.glued(last + 1):
        return (
            None if not hyphen and scan.words[letters] in scan.book.words["names.money"] else _decimal_name(scan, first, last, at)
        )
    return Hit("identifier", first, last, number=at)


def repeated_at(scan: Scan, at: int, free: int) -> Hit | None:
    """The road "US 2", the blend "CFC 12": capitals that the text puts before the same number again and again."""
    before, after = at - 1, scan.words[at + 1]
    if (scan.words[before], scan.words[at]) not in scan.named or before < free or scan.glued(before) or scan.glued(at) and after.isalnum():
        return None
    words, raw = scan.book.words, scan.text[scan.starts[before] : scan.ends[before]]
    known = scan.words[before] in words["names.money"] and raw != "US" or scan.words[before] in words["names.not-names"] or scan.words[before] in words["measures"]
    counts = after in words["counted"] or after.isalpha() and any(map(after.endswith, words["plural-suffixes"])) and not scan.upper(at + 1) and len(after) > 3
    counts = counts and scan.named[scan.words[before], scan.words[at]] < _SURELY
    return None if known or not raw.isupper() or scan.measured(at + 1) or counts else Hit("identifier", before, at, number=at)


def _dotted_name(scan: Scan, at: int, free: int) -> Hit | None:
    """ "ABC.3": capitals and a full stop that touch the digits of token `at`."""
    letters = at - 2
    written = scan.text[scan.starts[letters] : scan.ends[letters]]
    least = 2 if scan.words[at + 1] in scan.book.words["labels.coded-studies"] or scan.text.count(f"{written}.{scan.words[at]}") > 1 else 3
    alone = letters >= free and written.isupper() and written.isalpha() and least <= len(written) <= 6 and written.lower() not in scan.book.words["names.money"]
    if not alone or letters and scan.glued(letters - 1) and scan.words[letters - 1].isalnum():
        return None
    return Hit("identifier", letters, at, number=at) if len(scan.words[at]) <= 2 and not scan.measured(at + 1) else None


def _decimal_name(scan: Scan, first: int, last: int, at: int) -> Hit | None:
    """ "PM2.5", "v2.1.0": full stops go on with digits; a comma makes it an amount."""
    while scan.words[last + 1] == "." and scan.glued(last) and scan.words[last + 2].isdecimal() and scan.glued(last + 1):
        last += 2
    return None if scan.words[last + 1] == "," and scan.glued(last) else Hit("identifier", first, last, number=at)


def _is_name(scan: Scan, at: int, hyphen: bool) -> bool:
    """Whether the letters of token `at` in front of digits make a name of them."""
    word, book = scan.words[at], scan.book.words
    written = scan.text[scan.starts[at] : scan.ends[at]]
    if word in book["names.not-names"] or word in scan.book.numbered["months"] or word in book["prefixes"]:
        return False
    if not hyphen:
        if word in book["names.versions"] or word in book["names.glued"]:
            return True
        if word in book["names.money"] or word in book["measures"]:
            digits = scan.words[at + 1]
            if scan.words[at - 1] == "-" and scan.glued(at - 1) and scan.glued(at - 2) and scan.upper(at - 2):
                return written.isupper() and len(digits) < 3 and not _amount(scan, at + 1)  # "T-DM1"
            return written.isupper() and len(written) == 1 and len(digits) <= 3 and not _amount(scan, at + 1)
        return not written.islower() and len(word) <= 8
    if written.isupper():
        return len(word) <= 5
    inner = any(letter.isupper() for letter in written[1:])
    return inner or (written[:1].isupper() and (len(word) <= 3 or word in scan.book.labels))


def _amount(scan: Scan, at: int) -> bool:
    """Whether the digits at token `at` go on as an amount: "R5 million", "A5.2", "R5,000"."""
    after = scan.words[at + 1]
    return scan.measured(at + 1) or (scan.glued(at) and after in ".," and scan.words[at + 2].isdecimal() and scan.glued(at + 1))


def _name_start(scan: Scan, letters: int, free: int) -> int | None:
    """The first token of the run of letters and digits that ends with token `letters`; None where a sign joins it."""
    first = letters
    for _ in range(8):
        before = first - 1
        if before < free or not scan.glued(before):
            return first
        word = scan.words[before]
        if word.isalnum():
            first = before
        elif word == "-" and before - 1 >= free and scan.glued(before - 1) and scan.words[before - 1].isalnum():
            first = before - 1
        else:
            return first if word in "([{\"'“‘/,:;—–*_" else None
    return None


def literal_at(scan: Scan, at: int) -> Hit | None:
    """ "24/7", "3D", "9/11": names as the pack lists them, standing by themselves."""
    for phrase in scan.book.beginnings["names.literals"].get(scan.words[at], ()):
        last = at + len(phrase) - 1
        if tuple(scan.words[at : last + 1]) != phrase:
            continue
        if (
            scan.text[scan.starts[at] : scan.ends[last]] != scan.text[scan.starts[at] : scan.ends[last]].upper()
            and len(phrase) == 2
        ):
            continue  # "3d", "5g" in small letters are measures
        if scan.words[last + 1] == "(" and "/" in phrase:
            continue  # "9/11 (82%)" is a part of a whole
        if scan.glued(last) and (
            scan.words[last + 1].isalnum()
            or scan.words[last + 1] in "/,."
            and scan.words[last + 2].isdecimal()
            and scan.glued(last + 1)
        ):
            continue
        if at and scan.glued(at - 1) and (scan.words[at - 1].isalnum() or scan.words[at - 1] in ".,/$£€"):
            continue
        return Hit("identifier", at, last, number=at)
    return None


def study_at(scan: Scan, at: int) -> Hit | None:
    """ "CALGB 9343", "IBCSG 23-01": capitals inside running prose and a bare number behind them, which counts nothing."""
    letters, words, cluster = at - 1, scan.words, cluster_at(scan, at)
    raw = scan.text[scan.starts[letters] : scan.ends[letters]] if at else ""
    if not (2 < len(raw) <= 10 and raw.isalpha() and raw.isupper()) or scan.starts[at] - scan.ends[letters] != 1 or len(words[at]) > 5:
        return None
    coded = cluster.marks == "-" and len(words[cluster.last]) == 2 and words[cluster.last][0] == "0"
    coded = coded or cluster.marks == "-" and len(words[at]) == 4 and len(words[cluster.last]) == 1  # "GBG 2004-1"
    coded = coded or cluster.marks == "-" and len(words[at]) == len(words[cluster.last]) > 3 and words[cluster.last] < words[at]  # "71203-40118": no range runs down
    if not coded and (cluster.marks or len(words[at]) < 4 or (scan.number(at) or 0) in POSSIBLE):
        return None
    known = words[letters] in scan.book.words["names.money"] or words[letters] in scan.book.words["names.not-names"] or words[letters] in scan.book.words["measures"]
    after, before = words[cluster.last + 1], words[letters - 1]
    counts = scan.measured(cluster.last + 1) or after.isalpha() and after not in scan.book.words["functions"] and (after in scan.book.words["counted"] or any(map(after.endswith, scan.book.words["plural-suffixes"])))
    led = not scan.upper(letters - 1) or before in scan.book.words["words.articles"] or before in scan.book.words["labels.dotted"]  # "No NTR 1055"
    opened = cluster.marks == "-" and len(words[at]) == 4 and len(words[cluster.last]) == 1 and int(words[at]) % 10 + 1 != int(words[cluster.last])
    opened = opened and (before in ("(", "[", ".", ":") or before.isalpha())  # "(GBG 2004-1)", "In GBG 2004-1", where no years go on
    prose = (before.isalpha() and before.islower() and led or opened) and not after.isdecimal()
    return None if known or counts or not prose else Hit("identifier", letters, cluster.last, number=at)


def variant_at(scan: Scan, at: int) -> Hit | None:
    """ "747-SR", "767-300": a number of three digits that a hyphen ties to capitals, or to a smaller round one: no range counts down."""
    words, letters = scan.words, at + 2
    if len(words[at]) != 3 or words[at + 1] != "-" or not scan.glued(at) or not scan.glued(at + 1) or at and scan.glued(at - 1):
        return None
    raw = scan.text[scan.starts[letters] : scan.ends[letters]]
    ends = not (scan.glued(letters) and (words[letters + 1].isalnum() or words[letters + 1] in ".,-/" and scan.glued(letters + 1) and words[letters + 2][:1].isdecimal()))
    capitals = 1 < len(raw) < 4 and raw.isalpha() and raw.isupper() and words[letters] not in scan.book.words["measures"] and words[letters] not in scan.book.words["names.money"]
    lesser = raw.isdecimal() and len(raw) == 3 and raw.endswith("00") and int(raw) < int(words[at]) and not words[at].endswith("0")
    return Hit("identifier", at, letters, number=at) if ends and (capitals or lesser) else None


def code_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "2014-R20", "077-B12": a number that a hyphen ties to capitals with a number; not "2010-Q3", nor "R10-R20"."""
    words, letters, last = scan.words, at + 2, at + 3
    tied = 1 < len(words[at]) < 7 and words[at + 1] == "-" and all(scan.glued(k) for k in range(at, last)) and words[last].isdecimal()
    if not tied or at and scan.glued(at - 1) and (words[at - 1].isalnum() or words[at - 1] in _SIGNS or at - 1 < free):
        return None
    raw, book = scan.text[scan.starts[letters] : scan.ends[letters]], scan.book.words
    timed = words[letters] in book["period-words.quarter-marks"] or words[letters] in book["period-words.half-marks"] or words[letters] in book["fiscal-marks"]
    coded = raw.isalpha() and raw.isupper() and len(raw) < 4 and len(words[last]) < 6 and not timed and words[letters] not in book["measures"]
    ends = not (scan.glued(last) and (words[last + 1].isalnum() or words[last + 1] in "-/%")) and not _amount(scan, last)
    return Hit("identifier", at, last, number=at) if coded and ends else None


def stroke_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "ABI/2", "PS/2": capitals that a stroke ties to a small number."""
    letters, words = at - 2, scan.words
    tied = words[at - 1] == "/" and letters >= free and scan.glued(at - 1) and scan.glued(letters)
    raw = scan.text[scan.starts[letters] : scan.ends[letters]] if tied else ""
    named = 1 < len(raw) < 6 and raw.isalpha() and raw.isupper() and len(words[at]) < 3 and not (letters and scan.glued(letters - 1) and words[letters - 1].isalnum())
    known = words[letters] in scan.book.words["measures"] or words[letters] in scan.book.numbered["months"] or words[letters] in scan.book.words["names.money"]
    after = words[at + 1] if scan.glued(at) else ""
    return Hit("identifier", letters, at, number=at) if named and not known and not after.isalnum() and after not in ("/", "%") else None


def series_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "HEMTT 977 series trucks", "a BMW 3 series": capitals and a number of which a series is named."""
    letters, words = at - 1, scan.words
    raw = scan.text[scan.starts[letters] : scan.ends[letters]] if at else ""
    told = 1 < len(raw) and raw.isalpha() and raw.isupper() and letters >= free and scan.starts[at] - scan.ends[letters] == 1
    known = words[letters] in scan.book.words["names.money"] or words[letters] in scan.book.words["measures"]
    return Hit("identifier", letters, at, number=at) if told and not known and words[at + 1] in scan.book.words["names.series"] and not scan.upper(at + 1) else None


def hash_at(scan: Scan, at: int, free: int) -> Hit | None:
    """ "9fceb02d", "747s": a run of letters and digits around the digits of token `at` that is a code."""
    first = at
    while first - 1 >= free and scan.glued(first - 1) and scan.words[first - 1].isalnum() and at - first < _LONGEST_RUN:
        first -= 1
    code = _CODE.match(scan.text, scan.starts[first])
    if code and code.end() >= scan.ends[at] and any(map(str.isalpha, code.group())):
        last = at
        while scan.ends[last] < code.end():
            last += 1
        return Hit("identifier", first, last, number=at)
    letters = at + 1
    number = scan.words[at]
    middle = scan.words[letters]
    if first == at and len(middle) > 2 and middle.isalpha() and middle not in scan.book.words["measures"] and scan.glued(letters) and scan.words[letters + 1].isdecimal() and middle.islower():
        return Hit("identifier", at, letters + 1, number=at)  # "8point3"
    plural = scan.words[letters] in scan.book.words["plural-suffixes"] and first == at
    if plural and len(number) == 3 and number[-1] != "0" and not (scan.glued(letters) and scan.words[letters + 1].isalnum()):
        return Hit("identifier", at, letters, number=at)
    return None
