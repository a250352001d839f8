"""Shares, parts and wholes sentences or paragraphs apart, and what keeps them untied."""

from __future__ import annotations

import pytest

from strategies import failures as fails
from texts_shares_apart import SILENT, STORIES


@pytest.mark.parametrize("rule, text, fitting, other", STORIES)
def test_shares_apart_are_tied_by_their_words(rule, text, fitting, other):
    assert not fails(text.replace("{x}", fitting))
    assert rule in fails(text.replace("{x}", other))


@pytest.mark.parametrize("text", SILENT)
def test_shares_of_other_things_stay_untied(text):
    assert not fails(text)
