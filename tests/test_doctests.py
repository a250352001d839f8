"""The examples in docstrings hold."""

import doctest
import importlib
import pkgutil

import pytest

import checker

MODULES = [m.name for m in pkgutil.walk_packages(checker.__path__, "checker.") if not m.name.endswith("__main__")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
