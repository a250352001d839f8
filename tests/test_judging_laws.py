"""Laws of judging: rounding never makes a fail, a suggestion mends what it is for, and nothing raises."""

from fractions import Fraction as F

from hypothesis import given, settings
from hypothesis import strategies as st
from judging_build import GROWTH, ITEMS, MULTIPLE, SAME, SHARE, SUM, UP, document, frame, judged

from checker.judging import judge
from checker.judging.writing import grouped
from checker.model import Relation

counts = st.integers(min_value=1, max_value=999)
decimals = st.integers(min_value=0, max_value=3)


def printed(value, places, unit=""):
    return grouped(value, places) + unit


@given(counts, counts, decimals)
def test_a_rounded_share_of_two_counts_always_passes(a, b, places):
    part, whole = sorted((a, b))
    share = printed(F(100 * part, whole), places, "%")
    doc = document(f"{part} of {whole} is {share}", str(part), str(whole), share)
    assert judged(doc, SHARE, frame(part=0, whole=1, share=2)).verdict == "pass"


@given(st.fractions(min_value=1, max_value=999), st.fractions(min_value=F(-9, 10), max_value=5), decimals, decimals, decimals)
def test_a_growth_rounded_in_all_three_places_always_passes(base, growth, p, q, r):
    new = base * (1 + growth)
    figures = [printed(abs(growth) * 100, p, "%"), "$" + printed(new, q) + " million", "$" + printed(base, r) + " million"]
    doc = document("{} {} {}".format(*figures), *figures)
    check = judged(doc, GROWTH, frame(growth=0, new=1, base=2, sign=1 if growth >= 0 else -1))
    assert check.verdict in ("pass", "unknown") and check.reason in (None, "unbounded")


@given(st.lists(st.integers(min_value=1000, max_value=10**6), min_size=2, max_size=6), decimals)
def test_a_sum_rounded_everywhere_always_passes(parts, places):
    total = printed(F(sum(parts), 1000), places) + " million"
    figures = [total, *(printed(F(p, 1000), places) + " million" for p in parts)]
    doc = document(" ".join(figures), *figures)
    assert judged(doc, SUM, frame(total=0, part=tuple(range(1, len(figures))))).verdict == "pass"


@settings(deadline=None)
@given(counts, counts, st.integers(min_value=0, max_value=1000))
def test_a_suggestion_mends_the_finding(a, b, tenths):
    part, whole = sorted((a, b))
    share = printed(F(tenths, 10), 1, "%")
    text = f"{part} of {whole} is {share}"
    doc = document(text, str(part), str(whole), share)
    check = judged(doc, SHARE, frame(part=0, whole=1, share=2))
    if check.verdict != "fail":
        return
    assert check.suggestions
    for s in check.suggestions:
        figures = [s.text if (s.start, s.end) == (q.start, q.end) else text[q.start : q.end] for q in doc.quantities]
        mended = document("{} of {} is {}".format(*figures), *figures)
        assert judged(mended, SHARE, frame(part=0, whole=1, share=2)).verdict == "pass", s


numbers = st.none() | st.fractions(min_value=-1000, max_value=1000, max_denominator=100)
quantities = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["number", "percent", "points", "currency", "physical", "count", "ratio", "multiple", "duration", "range"]),
        "value": numbers,
        "unit": st.sampled_from([None, "percent", "USD", "kilometre", "degree_Celsius", "zone", "USD/barrel", "year"]),
        "place": st.none() | st.sampled_from([F(1), F(1, 10), F(100)]),
        "scale": st.sampled_from([F(1), F(1000)]),
        "style": st.sampled_from(["digits", "words", "fraction", "multiple"]),
        "sense": st.sampled_from(["exact", "rounded", "hedged", "bound"]),
        "approx": st.sampled_from([None, "about", "above", "below"]),
        "band": st.none() | st.just((F(9, 10), F(11, 10))),
        "low": numbers,
        "high": numbers,
        "inherited": st.sampled_from([None, "scale", "unit"]),
    }
)


@settings(deadline=None)
@given(st.lists(quantities, min_size=4, max_size=4), st.sampled_from([GROWTH, SHARE, SUM, UP, ITEMS, MULTIPLE, SAME]), st.integers(-1, 1), st.booleans())
def test_no_figures_raise(four, rule, sign, pinned):
    names = [r.name for r in rule.roles]
    doc = document("a1 b2 c3 d4", *((word, dict(changes)) for word, changes in zip(("a1", "b2", "c3", "d4"), four)))
    claims = {name: i if not rule.roles[i].many else (i, 3) for i, name in enumerate(names)}
    for reading in (frame(pinned=pinned, sign=sign, **claims), frame(sign=sign, **dict(list(claims.items())[1:]))):
        judgement = judge(doc, [Relation(rule, (reading,))], words={"numerals": {"small": {"one": 1}}})
        assert all(c.verdict in ("pass", "warn", "fail", "unknown") and "\n" not in c.message for c in judgement.checks)
        checked = {e.start for c in judgement.checks for e in c.evidence}
        assert {doc.quantities[u.quantity].start for u in judgement.unchecked}.isdisjoint(checked)
