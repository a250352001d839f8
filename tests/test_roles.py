"""Relations of several figures, each told once anywhere in a short article, and what keeps such figures untied."""

from __future__ import annotations

import pytest

from strategies import failures as fails
from texts_of_roles import SILENT, STORIES


@pytest.mark.parametrize("rule, text, fitting, other", STORIES)
def test_figures_of_an_article_are_tied_by_their_parts(rule, text, fitting, other):
    assert not fails(text.replace("{x}", fitting))
    assert rule in fails(text.replace("{x}", other))


@pytest.mark.parametrize("text", SILENT)
def test_figures_of_other_things_stay_untied(text):
    assert not fails(text)
