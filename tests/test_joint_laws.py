"""The laws of whole documents: true ones have no contradiction, moved figures are found, and what is offered mends all."""

from fractions import Fraction as F

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st
from strategies import english

from checker.pipeline import check
from checker.reading import read_text

SENTENCES = "Boots brought in ${boots}m, {b} more than a year earlier, and shoes ${shoes}m, up {s}.", "Sales were ${sales}m in all, a rise of {t}."
IDLE = "The firm has 12 shops, four of them new.", "Its founder turned 70 in May.", "There is a canteen in each of them."
GROWTH = st.integers(2, 60)
PHASES = (Phase.explicit, Phase.generate)  # a document is slow to shrink
BEFORE = st.integers(110, 890)


def told(boots: int, shoes: int, b: int, s: int) -> dict[str, object]:
    """A true story: what was sold before and how it grew, printed as a newspaper would."""
    new = {"boots": round(F(boots * (100 + b), 100)), "shoes": round(F(shoes * (100 + s), 100))}
    total = F(sum(new.values()), boots + shoes) - 1
    return {**new, "sales": sum(new.values()), "b": f"{b}%", "s": f"{s}%", "t": f"{round(total * 100)}%"}


def clashes(text: str):
    """The contradictions of the document as a whole, and whether there are others."""
    _, judgement = check(read_text("a.txt", text.encode()), *english())
    found = [c for c in judgement.checks if c.verdict == "fail"]
    joint = [c for c in found if c.rule == "joint-conflict"]
    return joint, len(found) > len(joint)


@given(BEFORE, BEFORE, GROWTH, GROWTH)
@settings(max_examples=20, deadline=None, phases=PHASES)
def test_what_is_true_is_no_contradiction(boots, shoes, b, s):
    assert not clashes(" ".join(SENTENCES).format(**told(boots, shoes, b, s)))[0]


@given(BEFORE, BEFORE, GROWTH, GROWTH, st.integers(5, 20), st.lists(st.sampled_from(IDLE), max_size=3, unique=True))
@settings(max_examples=12, deadline=None, phases=PHASES)
def test_a_total_that_outgrew_its_parts_is_found_and_every_repair_mends_the_document(boots, shoes, b, s, moved, idle):
    """No rounding explains it. Where another rule has a finding with these figures, that one stands for it."""
    wrong = {**told(boots, shoes, b, s), "t": f"{max(b, s) + moved}%"}
    text = "\n\n".join([SENTENCES[0], *idle, SENTENCES[1]]).format(**wrong)
    found, others = clashes(text)
    assume(not others)
    [clash] = found
    assert text[clash.evidence[-1].start : clash.evidence[-1].end] == wrong["t"] and clash.suggestions
    for edit in clash.suggestions:
        assert not clashes(text[: edit.start] + edit.text + text[edit.end :])[0]
