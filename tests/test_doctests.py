"""The examples in docstrings hold."""

import doctest
import importlib
import pkgutil

import pytest

import checker

EXTRAS = ("pygls", "lsprotocol")  # what only the extra `lsp` installs
MODULES = [m.name for m in pkgutil.walk_packages(checker.__path__, "checker.") if not m.name.endswith("__main__")]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_hold(name):
    try:
        module = importlib.import_module(name)
    except ModuleNotFoundError as error:
        if (error.name or "").split(".")[0] not in EXTRAS:
            raise
        pytest.skip("needs the extra lsp")
    assert doctest.testmod(module).failed == 0
